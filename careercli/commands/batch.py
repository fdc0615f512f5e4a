"""``careercli batch``: many profiles in, their assessments out, a line for each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from careercli import __version__
from careercli.cli.batch_order import Order
from careercli.cli.context import Session, session_of
from careercli.cli.options import argument, command_app, flag, option
from careercli.cli.output import ClosedPipeError, no_picture_of
from careercli.cli.profile_source import open_input
from careercli.errors import InterruptedSessionError, InvalidDataError, StorageError, UsageError, reason_of
from careercli.formats.text import clean
from careercli.system.streams import write_all

if TYPE_CHECKING:
    from careercli.batch.engine import Piece, Recipe
    from careercli.batch.part import Progress
    from careercli.batch.running import Watch, Write
    from careercli.batch.source import Source

app = command_app()


@app.command(
    epilog="""
        careercli batch people.jsonl assessments.jsonl  # A profile a line in, its assessment a line out.
        careercli batch people.jsonl --fields profile.name,placement.current  # Only what you need of each.
    """
)
def batch(
    ctx: typer.Context,
    given: Annotated[str, argument("IN", "Profiles, one JSON object a line; '-' for standard input.")],
    out: Annotated[
        str, typer.Argument(metavar="[OUT]", help="Where to; '-' for standard output.", show_default=False)
    ] = "-",
    fields: Annotated[
        str | None,
        option("--fields", "LIST", "Only these, such as placement.current,tiers.fit."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", metavar="N", min=1, max=1024, help="Processes; every core unless told."),
    ] = None,
    dask: Annotated[str | None, option("--dask", "ADDRESS", "Work on the Dask cluster there.")] = None,
    csv: Annotated[bool, flag("--csv", "Tables in place of JSON Lines, in and out.")] = False,
    resume: Annotated[bool, flag("--resume", "Go on with a run that was broken off.")] = False,
    force: Annotated[bool, flag("--force", "Begin anew, and replace OUT.")] = False,
) -> None:
    """Assess many profiles: a line for each, in their order.

    Each line is what 'assess --json' prints, on one line; in the place of a bad one stands what is wrong with
    it. OUT appears when it is complete; until then OUT.part has what is done. Names that end in .gz or .zst
    are compressed. With --json, what came of it is told beside OUT. Exit 4 if any line is not valid.
    """
    session = session_of(ctx)
    if session.settings.picture is not None:
        raise no_picture_of("none")
    order = Order(given, out, fields, jobs or _cores(), dask, csv=csv, resume=resume, force=force)
    order.check()
    if session.settings.json and csv and out == "-":
        raise UsageError("--csv prints a table, --json a document.", hint="Name a file for the table.")
    with _source(session, given) as source:
        progress = _run(session, order, source)
    if session.settings.json and out != "-":
        from careercli.documents.batch import BatchDocument

        session.print_document(
            BatchDocument(
                as_of=session.today,
                out=clean(out),
                lines=progress.done,
                bad=progress.bad,
                first_bad=progress.first_bad or None,
            )
        )
    if progress.bad:
        lines, are = "lines" if progress.done > 1 else "line", "are" if progress.bad > 1 else "is"
        raise InvalidDataError(
            f"{progress.bad:,} of {progress.done:,} {lines} {are} no valid profile, the first is line "
            f"{progress.first_bad}.",
            hint="What is wrong stands in their place; the others were assessed.",
        )


def _run(session: Session, order: Order, source: Source) -> Progress:
    """Make everything; return how much that was."""
    from careercli.batch.engine import engine_of
    from careercli.batch.meter import Meter
    from careercli.batch.running import Hands, to_stream
    from careercli.batch.source import Table, blocks, lines, pieces

    read = lines(blocks(source))
    table = Table(read, source.name) if order.csv else None
    recipe = _recipe(session, order, table.header if table else None, source.name)
    most = engine_of(recipe).most_lines()
    at_once = order.given == "-" and order.out == "-"
    awaited = source.awaited if at_once else None
    cut = table.pieces(most) if table else pieces(read, most, at_once=at_once)
    meter = Meter(session.progress_stream, source.size)

    def watch(progress: Progress) -> None:
        meter.show(progress, source.position)

    try:
        if order.to_file:
            return _to_file(session, order, recipe, cut, watch)
        hands = Hands(order.jobs, order.dask)
        if order.out == "-":
            return to_stream(recipe, cut, hands, session.write_bytes, watch, awaited)
        with _device(order.out) as write:
            return to_stream(recipe, cut, hands, write, watch)
    except KeyboardInterrupt:
        raise InterruptedSessionError("Interrupted. What is written is whole lines.") from None
    finally:
        meter.clear()


def _to_file(session: Session, order: Order, recipe: Recipe, cut: Iterator[Piece], watch: Watch) -> Progress:
    from careercli.batch.engine import heading
    from careercli.batch.part import Part
    from careercli.batch.running import Hands, to_part

    settings = _settings(session, order, recipe)
    part = Part(order.path, settings, recipe.compression, replaces=order.force)
    go_on = f"Go on with: {order.to_go_on(session)}" if order.given != "-" else ""
    with part.alone():
        if part.is_there and order.resume:
            cut = part.resume(cut)
        elif part.is_there and not order.force:
            raise UsageError(
                f"{clean(part.path)} is there, of a run that was broken off.",
                hint="Go on with --resume, or begin anew with --force.",
            )
        else:
            part.begin(heading(recipe))
        try:
            return to_part(recipe, cut, Hands(order.jobs, order.dask), part, watch)
        except KeyboardInterrupt:
            raise InterruptedSessionError(
                f"Interrupted after {part.progress.done:,} lines, kept in {clean(part.path)}.",
                hint=go_on,
            ) from None
        except StorageError as error:
            raise StorageError(error.message, hint=f"{error.hint} {go_on}".strip()) from error


def _recipe(session: Session, order: Order, header: list[str] | None, name: str) -> Recipe:
    """Return what the results depend on; ``header`` is that of a table.

    Raises:
        UsageError: --fields names what is not there.
        InvalidDataError: the header has a column that is not known.

    """
    from careercli.batch.engine import Recipe
    from careercli.batch.fields import selection
    from careercli.batch.source import compression_of
    from careercli.batch.tabular import chosen_columns, columns_of

    catalog = session.catalog
    if order.fields is not None and header is None:
        selection(order.fields)
    compression = compression_of(order.out) if order.to_file else ""
    if compression == "zst":
        from careercli.batch.zstandard_files import library

        library()
    return Recipe(
        catalog=msgspec.json.encode(catalog),
        today=session.today,
        fields=order.fields,
        columns=None if header is None else columns_of(header, catalog, name),
        results=None if header is None else chosen_columns(order.fields, catalog.ladder),
        compression=compression,
    )


def _settings(session: Session, order: Order, recipe: Recipe) -> dict[str, str]:
    """Return what must be the same to go on with a part."""
    return {
        "version of careercli": __version__,
        "role data": sha256(recipe.catalog).hexdigest(),
        "ladder": session.catalog.in_use,
        "day (--as-of)": recipe.today.isoformat(),
        "choice of --fields": order.fields or "all",
        "form (--csv)": "JSON Lines" if recipe.columns is None else "CSV",
        "header": repr(recipe.columns),
    }


@contextmanager
def _source(session: Session, given: str) -> Iterator[Source]:
    """Give the open input; a file is closed in the end."""
    from careercli.batch.source import Source, opened

    if given != "-":
        source = opened(given)
        with closing(source.raw), closing(source.plain):
            yield source
        return
    stream = open_input(session)
    yield Source("standard input", stream.buffer, stream.buffer, 0)


@contextmanager
def _device(out: str) -> Iterator[Write]:
    """Give what writes to a pipe or device that has a name; it stays open, as its reader waits for the end.

    Raises:
        ClosedPipeError: nobody reads any more.
        StorageError: it cannot be written.

    """
    try:
        with Path(out).open("ab", buffering=0) as file:
            yield partial(write_all, file)
    except BrokenPipeError as error:
        raise ClosedPipeError from error
    except OSError as error:
        raise StorageError(f"{clean(out)} cannot be written: {reason_of(error)}.") from error


def _cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
