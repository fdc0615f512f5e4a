"""``careercli profile import``: a résumé becomes a saved profile, once somebody has confirmed it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.profile_source import check_given, later_command, next_command
from careercli.cli.results import show
from careercli.cli.saved_profiles import create
from careercli.errors import NeedsInputError, breaking_off
from careercli.prompts.asker import Asker, confirmed

if TYPE_CHECKING:
    from careercli.domain.experience import Draft, Resume


def import_profile(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A résumé (PDF, Word, HTML, text, JSON Resume, LinkedIn's export), or a folder of them.",
            show_default=False,
        ),
    ],
    name: Annotated[
        str,
        typer.Option("--as", metavar="NAME", help="Save under this name; of a folder, begin names with it."),
    ],
    yes: Annotated[
        bool, typer.Option("--yes", help="Save without asking; of each doubt the careful answer counts.")
    ] = False,
) -> None:
    """Make a profile from a résumé, and see what is taken from where."""
    session = session_of(ctx)
    from careercli.api import read_resume, resumes_in  # the other commands of the group read no résumés

    check_given(source, what="FILE")
    files = resumes_in(Path(source))
    if files is not None:
        from careercli.commands.profile_import_folder import import_folder

        import_folder(session, source, files, name, yes=yes)
        return
    session.store.free_path(name)  # so that nobody answers questions in vain
    resume = read_resume(Path(source), session.catalog)
    if yes or not session.can_ask:
        _without_asking(session, resume, name, save=yes, source=source)
    else:
        _asking(session, resume, name)


def _without_asking(session: Session, resume: Resume, name: str, *, save: bool, source: str) -> None:
    """Print the draft, and save it if that was said; of each doubt the careful answer counts."""
    from careercli.interview.resume import draft_of
    from careercli.text.experience import doubt_sentence

    draft = draft_of(session, resume)
    path = _save(session, draft, name) if save else None
    show(session, "import", draft=draft, saved=str(path) if path else None)
    doubted = doubt_sentence(draft)
    if path is None:
        again = next_command(session, "profile", "import", source, "--as", name, "--yes")
        raise NeedsInputError(
            f"The draft is not saved: there is nobody to confirm it. {doubted}".rstrip(),
            hint=f"Read it, then save it with: {again}",
        )
    if not session.settings.json:
        session.print_view(["", f"Saved as {name}: {path}"])
        if doubted:
            from careercli.pages.blocks import Block, Command, Paragraph

            delete = later_command(session, "profile", "delete", name)
            again = next_command(session, "profile", "import", source, "--as", name)
            ways: list[Block] = [Paragraph(doubted), Command("To answer, delete this one", delete)]
            session.print_view([*ways, Command("and import it without --yes", again)])


def _asking(session: Session, resume: Resume, name: str) -> None:
    """Show the draft, ask about each doubt, and save it if the person says so."""
    from careercli.interview.resume import shown_and_settled

    asker = session.asker
    with breaking_off("Stopped. Nothing is saved."):
        done = shown_and_settled(session, resume)
        path = _save(session, done, name) if _confirmed(asker, done, name) else None
    if path is None:
        asker.tell("Nothing is saved.")
        return
    asker.tell(f"Saved as {name}: {path}")
    if any(skill.level is None for skill in done.skills):
        asker.tell(f"Rate the skills: {next_command(session, 'advise', '--profile', name)}")


def _save(session: Session, draft: Draft, name: str) -> Path:
    """Save the profile and return its file."""
    from careercli.domain.history import Imported

    return create(session, name, draft.profile, Imported(day=session.today, source=draft.source))


def _confirmed(asker: Asker, draft: Draft, name: str) -> bool:
    from careercli.interview.resume import years_sentence

    title, answers = f"Save this as the profile {name}?", ("Yes, save it.", "No, leave everything as it is.")
    return confirmed(asker, title, answers, detail=years_sentence(draft), default="yes")
