"""``careercli data``: packs of role data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.options import argument, command_app, option
from careercli.cli.profile_source import check_given
from careercli.cli.results import show, show_lines
from careercli.domain.model import Catalog, Source
from careercli.domain.names import fold
from careercli.errors import InvalidDataError, UsageError
from careercli.formats.lookup import find_named, look_up
from careercli.formats.text import clean

if TYPE_CHECKING:
    from careercli.documents.schemas import Form

app = command_app()


@app.callback(
    epilog="""
        careercli data sources  # Who says so: every source, and how much rests on it.
        careercli data new my-shop  # Begin a pack of your own.
        careercli data check my-pack  # Every problem of a pack, with what would be right.
    """
)
def data() -> None:
    """Check, begin, export and find packs of role data, and see what they rest on."""


@app.command(
    "check",
    epilog="""
        careercli data check my-pack  # Every problem, with file, line, key and what would be right.
        careercli data check  # The role data in use.
    """,
)
def check(
    ctx: typer.Context,
    folders: Annotated[
        list[str] | None,
        argument(
            "[DIR]...", "Packs to check, laid over the built-in one in this order; without any, those in use."
        ),
    ] = None,
) -> None:
    """Check packs: every problem with file, line, column and key.

    Each comes with what to do; the exit code is 4 if there is one.
    """
    from careercli.catalog import builtin_pack, load_catalog

    session = session_of(ctx)
    for folder in folders or ():
        check_given(folder, what="DIR")
    over = tuple(map(Path, folders)) if folders else session.packs
    packs = tuple(map(clean, (builtin_pack(), *over)))
    from careercli.documents.packs import CheckDocument, check_lines

    try:
        # What is cached was checked, and is found by its content.
        loaded = load_catalog(over, cache_folder=session.cache_folder if over else None)
    except InvalidDataError as error:
        if session.settings.json:
            from careercli.documents.errors import problem_documents

            session.print_document(CheckDocument(packs=packs, problems=problem_documents(error.problems)))
        raise
    result = CheckDocument(
        packs=packs,
        ladders=len(loaded.catalog.ladders),
        tiers=sum(len(ladder.tiers) for ladder in loaded.catalog.ladders),
        skills=len(loaded.catalog.skills),
        sources=len(loaded.catalog.sources),
        personas=len(loaded.catalog.personas),
        overridden=loaded.overridden,
    )
    show_lines(session, result, check_lines(result))


@app.command(
    "export",
    epilog="""
        careercli data export > catalog.json  # Ladders, skills, guides and sources in one document.
        careercli data export --data my-pack  # With a pack laid over them.
    """,
)
def export(ctx: typer.Context) -> None:
    """Print everything that is known as one JSON document."""
    from careercli.documents.catalog import catalog_document

    session = session_of(ctx)
    session.print_document(catalog_document(session.catalog, session.library))


@app.command(
    "where",
    epilog="""
        careercli data where  # The folders of role data, profiles, drafts and the cache.
        careercli data where --json  # As a document, for a script.
    """,
)
def where(ctx: typer.Context) -> None:
    """Print where everything is: role data, and what is kept for you."""
    from careercli.catalog import builtin_pack
    from careercli.documents.packs import WhereDocument, where_lines

    session = session_of(ctx)
    store = session.store
    places = WhereDocument(
        builtin=clean(builtin_pack()),
        packs=tuple(map(clean, session.packs)),
        profiles=clean(store.profiles),
        history=clean(store.histories),
        notes=clean(store.all_notes),
        opinions=clean(store.all_opinions),
        letters=clean(store.letters.path),
        settings=clean(store.settings),
        draft=clean(store.drafts.place()),
        cache=clean(session.cache_folder),
    )
    show_lines(session, places, where_lines(places))


@app.command(
    "new",
    epilog="""
        careercli data new my-shop  # A small pack that works, with comments that teach the format.
        careercli data new my-shop --id my-shop  # The same, under an id of its own.
    """,
)
def new(
    ctx: typer.Context,
    folder: Annotated[str, argument("DIR", "Where to write it: a folder that is empty or not there yet.")],
    pack_id: Annotated[
        str | None,
        option("--id", "ID", "The id of the pack; web-shop unless told."),
    ] = None,
) -> None:
    """Write a small pack to make your own of.

    It is complete and passes the check: a ladder, a skill, a role with its guide, a source, a tool and a
    person, each with comments that say how its file is written.
    """
    import shlex

    from careercli.catalog.scaffold import STARTER_ID, starter_files, write_new
    from careercli.documents.packs import NewPackDocument, new_pack_lines

    session = session_of(ctx)
    check_given(folder, what="DIR")
    own = STARTER_ID if pack_id is None else pack_id
    files = starter_files(own)
    write_new(Path(folder), files)
    shown = clean(Path(folder))
    here = shlex.quote(shown)
    written = NewPackDocument(
        id=own,
        folder=shown,
        files=tuple(files),
        next=(
            f"careercli data check {here}",
            f"careercli --data {here} path",
            f"careercli --data {here} demo",
        ),
    )
    show_lines(session, written, new_pack_lines(written))


def complete_schema(incomplete: str) -> list[str]:
    """Complete the name of a schema."""
    return [name for name in _forms() if name.startswith(incomplete)]


@app.command(
    "schema",
    epilog="""
        careercli data schema  # Every schema by name.
        careercli data schema profile  # That of a profile file, for an editor or a checker.
        careercli data schema --all schemas  # Those of all files that are read.
    """,
)
def schema(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="A schema, such as profile or careercli/profile@1; without it, all of them by name.",
            autocompletion=complete_schema,
        ),
    ] = None,
    folder: Annotated[
        str | None,
        option("--all", "DIR", "Write the schema of every file that is read into DIR, for editors."),
    ] = None,
) -> None:
    """Print the JSON Schema of a file or document, or the list of them."""
    session = session_of(ctx)
    if folder is not None:
        if name is not None:
            raise UsageError("Give a name or --all, not both.", hint="--all writes every schema.")
        check_given(folder, what="--all")
        _write_schemas(session, folder)
        return
    from careercli.documents.schemas import names_of, schema_text

    forms = _forms()
    if name is not None:
        known = {fold(word): meant for word, meant in names_of(forms).items()}
        found = look_up("schema", name, known, "See 'careercli data schema'.")
        session.write_bytes(schema_text(forms[found]))
    else:
        show(session, "schemas", known=forms)


def _forms() -> dict[str, Form]:
    """Return everything that has a schema, by name."""
    from careercli.catalog.packs import FILES, FOLDERS
    from careercli.documents.schemas import forms
    from careercli.formats.profiles import ProfileFile

    return forms((ProfileFile, *FILES.values(), *FOLDERS.values()))


def _write_schemas(session: Session, folder: str) -> None:
    """Write the schemas of all files that are read, and say which they are."""
    from careercli.catalog.scaffold import write_over
    from careercli.documents.schemas import SchemaFilesDocument, files_lines, schema_text

    files = {f"{name}.json": schema_text(form) for name, form in _forms().items() if form.read}
    write_over(Path(folder), files)
    written = SchemaFilesDocument(folder=clean(Path(folder)), files=tuple(files))
    show_lines(session, written, files_lines(written))


@app.command(
    "sources",
    epilog="""
        careercli data sources  # Every source, with what to know of it.
        careercli data sources bls-oews  # One of them, and all that rests on it.
    """,
)
def sources(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        argument(
            "[SOURCE]",
            "A source's id or title: everything that rests on it; without it, all sources.",
            "sources",
        ),
    ] = None,
) -> None:
    """List the sources of facts, or show all that rests on one."""
    session = session_of(ctx)
    if name is None:
        show(session, "sources")
    else:
        show(session, "source", source=find_source(session.catalog, name))


def find_source(catalog: Catalog, name: str) -> Source:
    """Return the source with this id or title, in any case.

    Raises:
        NotFoundError: there is no such source; says the nearest.

    """
    return find_named(
        "source",
        name,
        catalog.sources,
        lambda source: (source.id, source.title),
        "See 'careercli data sources'.",
    )
