"""``careercli batch``: many profiles in, their assessments out, a line for each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TextIO

import msgspec
import typer

from careercli import __version__
from careercli.documents.text import clean
from careercli.errors import InterruptedSessionError, InvalidDataError, StorageError, UsageError
from careercli.facts import command_line, settings_words
from careercli.options import session_of
from careercli.session import Session

if TYPE_CHECKING:
    from careercli.batching.engine import Piece, Recipe
    from careercli.batching.part import Progress
    from careercli.batching.running import Watch, Write
    from careercli.batching.source import Source

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog="Example: careercli batch people.jsonl --fields profile.name,placement.current")
def batch(
    ctx: typer.Context,
    given: Annotated[
        str, typer.Argument(metavar="IN", help="Profiles, one JSON object a line; '-' for standard input.")
    ],
    out: Annotated[
        str, typer.Argument(metavar="[OUT]", help="Where to; '-' for standard output.", show_default=False)
    ] = "-",
    fields: Annotated[
        str | None,
        typer.Option("--fields", metavar="LIST", help="Only these, such as placement.current,tiers.fit."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", metavar="N", min=1, max=1024, help="Processes; every core unless told."),
    ] = None,
    dask: Annotated[
        str | None, typer.Option("--dask", metavar="ADDRESS", help="Work on the Dask cluster there.")
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Tables in place of JSON Lines, in and out.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was broken off.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Begin anew, and replace OUT.")] = False,
) -> None:
    """Assess many profiles: a line for each, in their order.

    Each line is what 'assess --json' prints, on one line; in the place of a bad one stands what is wrong with
    it. OUT appears when it is complete; until then OUT.part has what is done. Names that end in .gz or .zst
    are compressed. Exit 4 if any line is not valid.
    """
    session = session_of(ctx)
    order = _Order(given, out, fields, jobs or _cores(), dask, csv=csv, resume=resume, force=force)
    order.check()
    source = _source(session, given)
    with closing(source.plain if given != "-" else _Open()), closing(source.raw if given != "-" else _Open()):
        progress = _run(session, order, source)
    if progress.bad:
        are = "line is" if progress.bad == 1 else "lines are"
        raise InvalidDataError(
            f"{progress.bad:,} of {progress.done:,} {are} no valid profile, the first is line "
            f"{progress.first_bad}.",
            hint="What is wrong stands in their place; the others were assessed.",
        )


class _Open:
    """What is not ours to close."""

    def close(self) -> None:
        """Leave it open."""


class _Order(NamedTuple):
    """What a run was asked to do."""

    given: str
    out: str
    fields: str | None
    jobs: int
    dask: str | None
    csv: bool
    resume: bool
    force: bool

    @property
    def to_file(self) -> bool:
        """Whether the output is a file that can be gone on with: no pipe, no device."""
        path = Path(self.out)
        return self.out != "-" and (path.is_file() or not path.exists())

    def check(self) -> None:
        """Refuse what cannot be meant.

        Raises:
            UsageError: options that do not go together, or OUT is IN, or a run left a part behind.
            StorageError: OUT is there, or is a folder.

        """
        path, name = Path(self.out), clean(self.out)
        if self.resume and (self.given == "-" or not self.to_file):
            raise UsageError("--resume needs files for IN and OUT.", hint="A pipe cannot be read again.")
        if self.dask is not None:
            from careercli.batching.cluster import client_of

            client_of(self.dask).close()
        if self.resume and self.force:
            raise UsageError("--resume goes on, --force begins anew.", hint="Give one of the two.")
        if self.out == "-":
            return
        if path.is_dir():
            raise StorageError(f"{name} is a folder.", hint="Name a file in it.")
        if self.given != "-" and path.exists() and Path(self.given).exists() and path.samefile(self.given):
            raise UsageError("IN and OUT are the same file.", hint="Name another file for the assessments.")
        if self.to_file and path.exists() and not self.force:
            raise StorageError(
                f"{name} is there already.", hint="Name another file, or replace it with --force."
            )

    def to_go_on(self, session: Session) -> str:
        """Return the command that goes on with this run, also tomorrow."""
        fields = [] if self.fields is None else ["--fields", self.fields]
        words = [self.given, self.out, *fields, *(["--csv"] if self.csv else []), "--resume"]
        day = [] if session.settings.as_of else ["--as-of", session.today.isoformat()]
        return command_line(["careercli", "batch", *words, *settings_words(session), *day])


def _run(session: Session, order: _Order, source: Source) -> Progress:
    """Make everything; return how much that was."""
    from careercli.batching.engine import engine_of
    from careercli.batching.meter import Meter
    from careercli.batching.running import Hands, to_stream
    from careercli.batching.source import Table, blocks, lines, pieces

    read = lines(blocks(source))
    table = Table(read, source.name) if order.csv else None
    recipe = _recipe(session, order, table.header if table else None, source.name)
    most = engine_of(recipe).most_lines()
    at_once = order.given == "-" and order.out == "-"
    cut = table.pieces(most) if table else pieces(read, most, at_once=at_once)
    meter = Meter(_terminal(session), source.size)

    def watch(progress: Progress) -> None:
        meter.show(progress, source.position)

    try:
        if order.to_file:
            return _to_file(session, order, recipe, cut, watch)
        hands = Hands(order.jobs, order.dask)
        return to_stream(recipe, cut, hands, _write(session, order.out), watch)
    except KeyboardInterrupt:
        raise InterruptedSessionError("Interrupted. What is written is whole lines.") from None
    finally:
        meter.clear()


def _to_file(session: Session, order: _Order, recipe: Recipe, cut: Iterator[Piece], watch: Watch) -> Progress:
    from careercli.batching.engine import heading
    from careercli.batching.part import Part
    from careercli.batching.running import Hands, to_part

    part = Part(Path(order.out), _settings(session, order, recipe))
    if part.is_there and order.resume:
        cut = part.resume(cut)
    elif part.is_there and not order.force:
        raise UsageError(
            f"{clean(str(part.path))} is there, of a run that was broken off.",
            hint="Go on with --resume, or begin anew with --force.",
        )
    else:
        part.begin(heading(recipe))
    try:
        return to_part(recipe, cut, Hands(order.jobs, order.dask), part, watch)
    except KeyboardInterrupt:
        raise InterruptedSessionError(
            f"Interrupted after {part.progress.done:,} lines, kept in {clean(str(part.path))}.",
            hint=f"Go on with: {order.to_go_on(session)}" if order.given != "-" else "",
        ) from None


def _recipe(session: Session, order: _Order, header: list[str] | None, name: str) -> Recipe:
    """Return what the results depend on; ``header`` is that of a table.

    Raises:
        UsageError: --fields names what is not there.
        InvalidDataError: the header has a column that is not known.

    """
    from careercli.batching.engine import Recipe
    from careercli.batching.fields import selection
    from careercli.batching.source import compression_of
    from careercli.batching.tabular import chosen_columns, columns_of

    catalog = session.catalog
    if order.fields is not None and header is None:
        selection(order.fields)
    compression = compression_of(order.out) if order.to_file else ""
    if compression == "zst":
        from careercli.batching.zstandard_files import library

        library()
    return Recipe(
        catalog=msgspec.json.encode(catalog),
        today=session.today,
        fields=order.fields,
        columns=None if header is None else columns_of(header, catalog, name),
        results=None if header is None else chosen_columns(order.fields, catalog.ladder),
        compression=compression,
    )


def _settings(session: Session, order: _Order, recipe: Recipe) -> dict[str, str]:
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


def _source(session: Session, given: str) -> Source:
    from careercli.batching.source import Source, opened

    if given != "-":
        return opened(given)
    stream = session.stdin
    if stream is None or stream.closed:
        raise StorageError("Standard input is closed.", hint="Name a file instead of '-'.")
    return Source("standard input", stream.buffer, stream.buffer, 0)


def _write(session: Session, out: str) -> Write:
    """Return what writes to a pipe or device."""
    if out == "-":
        return session.write_bytes

    def write(data: bytes) -> None:
        try:
            with Path(out).open("ab", buffering=0) as file:
                file.write(data)
        except OSError as error:
            raise StorageError(f"{clean(out)} cannot be written: {error.strerror or error}.") from error

    return write


def _terminal(session: Session) -> TextIO | None:
    """Return where to show how far the run is: a terminal, unless what is drawn again would be read aloud."""
    shown = session.stderr is not None and session.stderr.isatty() and not session.accessible
    return session.stderr if shown else None


def _cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
