"""``careercli data``: packs of role data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careercli.options import session_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog="Example: careercli data check my-pack")
def data() -> None:
    """Check, export and find packs of role data."""


@app.command("check", epilog="Example: careercli data check my-pack")
def check(
    ctx: typer.Context,
    folders: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DIR]...",
            help="Packs to check, laid over the built-in one in this order; without any, those in use.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Check packs: every problem with file, line, column and key.

    Each comes with what to do; the exit code is 4 if there is one.
    """
    from careercli.catalog import builtin_pack, load_catalog
    from careercli.documents.text import clean

    session = session_of(ctx)
    over = tuple(map(Path, folders)) if folders else session.packs
    packs = [builtin_pack(), *over]
    # What is cached was checked, and is found by its content.
    loaded = load_catalog(over, cache_folder=session.cache_folder if over else None)
    from careercli.exporters.packs import CheckDocument, check_lines

    result = CheckDocument(
        packs=tuple(clean(str(pack)) for pack in packs),
        ladders=len(loaded.catalog.ladders),
        tiers=sum(len(ladder.tiers) for ladder in loaded.catalog.ladders),
        skills=len(loaded.catalog.skills),
        sources=len(loaded.catalog.sources),
        personas=len(loaded.catalog.personas),
        overridden=loaded.overridden,
    )
    if session.settings.json:
        session.print_document(result)
    else:
        session.print_view(check_lines(result))


@app.command("export", epilog="Example: careercli data export > catalog.json")
def export(ctx: typer.Context) -> None:
    """Print everything that is known as one JSON document."""
    from careercli.exporters.catalog import catalog_document

    session = session_of(ctx)
    session.print_document(catalog_document(session.catalog))


@app.command("where", epilog="Example: careercli data where")
def where(ctx: typer.Context) -> None:
    """Print the folders in use: role data, profiles, draft, cache."""
    from careercli.catalog import builtin_pack
    from careercli.documents.text import clean
    from careercli.exporters.packs import WhereDocument, where_lines

    session = session_of(ctx)
    places = WhereDocument(
        builtin=clean(str(builtin_pack())),
        packs=tuple(clean(str(folder)) for folder in session.packs),
        profiles=clean(str(session.store.profiles)),
        draft=clean(str(session.store.draft)),
        cache=clean(str(session.cache_folder)),
    )
    if session.settings.json:
        session.print_document(places)
    else:
        session.print_view(where_lines(places))
