"""``careercli profile``: saved profiles."""

import os
from pathlib import Path
from typing import Annotated

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.options import (
    CommandWithFacts,
    SavedName,
    SavedNameOrDefault,
    ShowNotes,
    argument,
    command_app,
    facts_of,
    flag,
)
from careercli.cli.profile_source import next_command, profile_of_facts, warnings_about
from careercli.cli.results import show, show_lines
from careercli.cli.saved_profiles import (
    create,
    described,
    existing,
    problems_of,
    remembered_of,
    saved_profile,
)
from careercli.commands.profile_edit import edit_profile
from careercli.commands.profile_history import show_history
from careercli.commands.profile_import import import_profile
from careercli.commands.profile_note import note
from careercli.commands.profile_undo import undo
from careercli.domain.saved import Saved
from careercli.errors import CareerError, NeedsInputError, breaking_off
from careercli.formats.text import clean
from careercli.text.phrases import count

app = command_app()


@app.callback(
    epilog="""
        careercli profile list  # Who is saved.
        careercli profile import resume.json --as noor --yes  # Begin one from a résumé.
        careercli profile default maya  # Say whose it is where none is named.
    """
)
def profile() -> None:
    """Keep profiles: begin, import, look at, edit and delete them, and see what is remembered of them."""


@app.command(
    "list",
    epilog="""
        careercli profile list  # The saved profiles, and what is broken or was broken off.
        careercli profile list --json  # As a document, for a script.
    """,
)
def list_profiles(ctx: typer.Context) -> None:
    """List the saved profiles, and what is broken or was broken off."""
    session = session_of(ctx)
    store = session.store
    try:
        default = store.default()
    except CareerError as error:  # the list is what helps to choose another
        from careercli.store import DEFAULT_PROFILE

        session.report(error)
        default = DEFAULT_PROFILE
    names = store.names()
    profiles = [_listed(session, name, default) for name in names]
    drafts = [name for name in store.drafts.names() if name is not None and name not in names]
    show(session, "profiles", profiles=profiles, default=default, drafts=drafts)


def _listed(session: Session, name: str, default: str) -> Saved:
    """Return what there is to say of an entry of the list, also of what only lies where profiles do."""
    try:
        return described(session, name, default=default)
    except CareerError as error:
        file = clean(session.store.profiles / f"{name}.yaml")
        return Saved(
            name=clean(name),
            default=name == default,
            file=file,
            changed=None,
            fault=error.message,
            problems=problems_of(error, file),
        )


@app.command(
    "show",
    epilog="""
        careercli profile show maya  # Facts, ratings and evidence, and the file that they are in.
        careercli profile show maya --notes  # With a coach's own notes.
    """,
)
def show_profile(ctx: typer.Context, name: SavedNameOrDefault = None, notes: ShowNotes = False) -> None:
    """Show what a saved profile holds, and where it is kept."""
    session = session_of(ctx)
    _show(session, existing(session, name), notes=notes)


@app.command(
    "new",
    cls=CommandWithFacts,
    epilog="""
        careercli profile new noor --support-years 3 --skill ticketing=2  # From facts, without a question.
        careercli profile new lee --title 'Team Lead' --support-years 6 --leading-years 1.5 --team 7
            # With the job held now.
    """,
)
def new(
    ctx: typer.Context,
    name: Annotated[str, argument("NAME", "What to save it under.")],
) -> None:
    """Begin a profile, from facts given as flags or by being guided."""
    session, facts = session_of(ctx), facts_of(ctx)
    session.store.free_path(name)
    if facts.given:
        from careercli.domain.history import Created

        person = profile_of_facts(session, facts)
        warnings_about(session, person)
        path = create(session, name, person, Created(day=session.today))
        if session.settings.json:
            _show(session, name)
        else:
            session.print_view([f"Saved as {name}: {path}", _next(session, "assess", name)])
        return
    if not session.can_ask:
        raise NeedsInputError(
            "There is nobody to ask for the facts of a new profile.",
            hint="Give them as flags: --support-years 3, and more such as --skill ticketing=2; or take them "
            "from a résumé: careercli profile import FILE --as NAME.",
        )
    from careercli.commands.advise import guide

    guide(session, name)


@app.command(
    "rename",
    epilog="""
        careercli profile rename maya mia  # Its history, notes and draft go with it.
        careercli profile rename dana client-07  # A name that says less about the person.
    """,
)
def rename(
    ctx: typer.Context,
    old: SavedName,
    new: Annotated[str, argument("NEW", "Its new name.")],
) -> None:
    """Give a profile another name; its history goes with it."""
    from careercli.documents.profiles import RenamedProfileDocument
    from careercli.domain.history import Renamed

    session = session_of(ctx)
    if not session.store.finish_rename(old, new):
        existing(session, old)
        session.store.rename(old, new, [Renamed(day=session.today, old=old, new=new)])
    renamed = RenamedProfileDocument(old=old, new=new, file=clean(session.store.path(new)))
    show_lines(session, renamed, [f"{old} is called {new} now.", _next(session, "profile", "show", new)])


@app.command(
    "delete",
    epilog="""
        careercli profile delete maya --yes  # Delete it with all that is kept of it, without asking.
        careercli profile delete maya --yes --json  # The same for a script: what was deleted.
    """,
)
def delete(
    ctx: typer.Context,
    name: SavedName,
    yes: Annotated[bool, flag("--yes", "Delete without asking.")] = False,
) -> None:
    """Delete a profile and all that is kept of it, after asking."""
    from careercli.documents.profiles import DeletedProfileDocument

    session = session_of(ctx)
    store = session.store
    if not store.has(name):  # also the history alone of a profile that is gone
        existing(session, name)
    if not yes and not _sure(session, name):
        session.asker.tell("Nothing is deleted.")
        return
    stays = _linked_from(session, name)
    files = tuple(clean(path) for path in store.delete(name))
    if stays is not None:
        session.note(f"the profile was a link. The file that it led to stays: {stays}")
    lines = [f"{name} is deleted:", *(f"  {file}" for file in files)]
    show_lines(session, DeletedProfileDocument(name=name, files=files), lines)


def _linked_from(session: Session, name: str) -> str | None:
    """Return the file that a saved profile leads to, being a link, if it is there."""
    file = session.store.profiles / f"{name}.yaml"
    target = Path(os.path.realpath(file))
    return clean(target) if file.is_symlink() and target.exists() else None


def _sure(session: Session, name: str) -> bool:
    """Return whether the person wants to delete a profile.

    Raises:
        NeedsInputError: nobody can be asked.

    """
    if not session.can_ask:
        again = next_command(session, "profile", "delete", name, "--yes")
        raise NeedsInputError("There is nobody to ask whether to delete it.", hint=f"Say so: {again}")
    from careercli.prompts.asker import confirmed

    records = remembered_of(session, name).records
    with_history = f", with its history of {count(records, 'record')}" if records else ""
    stays = _linked_from(session, name)
    detail = f"It is a link; the file that it leads to stays: {stays}" if stays else ""
    title, answers = f"Delete the profile {name}{with_history}?", ("No, keep it.", "Yes, delete it for good.")
    with breaking_off("Stopped. Nothing is deleted."):
        return confirmed(session.asker, title, answers, detail=detail, default="no")


@app.command(
    "default",
    epilog="""
        careercli profile default  # Which one is used where none is named.
        careercli profile default maya  # Use this one from now on.
    """,
)
def default(ctx: typer.Context, name: SavedNameOrDefault = None) -> None:
    """Say which profile is used where none is given, or choose it."""
    from careercli.documents.profiles import DefaultProfileDocument

    session = session_of(ctx)
    store = session.store
    if name is not None:
        aside = store.set_default(existing(session, name))
        if aside:
            session.note(f"the settings were broken; they are now in {aside}.")
    chosen = store.default()
    saved = chosen in store.names()
    line = f"The default profile is {chosen}{'' if saved else ', which is not saved yet'}."
    show_lines(session, DefaultProfileDocument(name=chosen, saved=saved), [line])


app.command(
    "edit",
    epilog="""
        careercli profile edit maya  # In your editor; what is wrong with it is said when it is saved.
        careercli profile edit  # The profile in use.
    """,
)(edit_profile)
app.command(
    "history",
    epilog="""
        careercli profile history maya  # Every assessment that is kept, and why it changed.
        careercli profile history maya --json  # As a document, for a chart of your own.
    """,
)(show_history)
app.command(
    "undo",
    epilog="""
        careercli profile undo dana  # Take back the last change.
        careercli profile undo dana --redo  # Take up again what was taken back.
    """,
)(undo)
app.command(
    "note",
    epilog="""
        careercli profile note maya "Prefers mornings"  # Keep a note; it stays out of reports unless you ask.
        careercli profile note maya  # All notes on somebody.
        careercli profile note maya "Got the job" --on 2026-11-02  # With the day that it is about.
    """,
)(note)
app.command(
    "import",
    epilog="""
        careercli profile import resume.json --as noor --yes
            # Take what is sure without asking; say what was left out.
        careercli profile import resume.json --as noor --yes --json
            # The same as a document: each job, and why it counts.
    """,
)(import_profile)


def _next(session: Session, *words: str) -> str:
    """Return the line that says what to type next."""
    return f"Next: {next_command(session, *words)}"


def _show(session: Session, name: str, *, notes: bool = False) -> None:
    """Print a saved profile, with the coach's ``notes`` on it only where they are asked for.

    Raises:
        InvalidDataError: it is broken; with every problem.

    """
    person = saved_profile(session, name)
    saved, remembered = described(session, name), remembered_of(session, name)
    noted = session.store.notes(name) if notes else None
    show(session, "profile", saved=saved, profile=person, remembered=remembered, notes=noted)
