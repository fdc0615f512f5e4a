"""``careercli profile import``: a résumé becomes a saved profile, once somebody has confirmed it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.profile_source import check_given, next_command
from careercli.cli.results import show
from careercli.cli.saved_profiles import create
from careercli.errors import InterruptedSessionError, NeedsInputError
from careercli.prompts.asker import Asker, GoBackError, Option
from careercli.text.phrases import count

if TYPE_CHECKING:
    from careercli.domain.experience import Doubt, Draft, Resume

_ONE_BY_ONE: dict[str, str] = {}
"""Said of all jobs of other work at once: each is to be asked about."""

_NAMED = 8
"""How many jobs are named in one question."""

_ENTER_DATES = "Type its months, as in 2019-03 to 2021-06 or 2019-03 to now; Enter leaves it out."


def import_profile(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A JSON Resume, or LinkedIn's data export: the zip, its folder, or Positions.csv.",
            show_default=False,
        ),
    ],
    name: Annotated[str, typer.Option("--as", metavar="NAME", help="Save the profile under this name.")],
    yes: Annotated[
        bool, typer.Option("--yes", help="Save without asking; of each doubt the careful answer counts.")
    ] = False,
) -> None:
    """Make a profile from a résumé, and see what is taken from where."""
    session = session_of(ctx)
    from careercli.api import read_resume  # the other commands of the group read no résumés

    check_given(source, what="FILE")
    session.store.free_path(name)  # so that nobody answers questions in vain
    resume = read_resume(Path(source))
    draft = _draft(session, resume, {})
    if yes or not session.can_ask:
        _without_asking(session, draft, name, save=yes, source=source)
    else:
        _asking(session, resume, draft, name)


def _draft(session: Session, resume: Resume, answers: dict[str, str]) -> Draft:
    from careercli.api import import_resume

    return import_resume(resume, session.catalog, session.library, as_of=session.today, answers=answers)


def _without_asking(session: Session, draft: Draft, name: str, *, save: bool, source: str) -> None:
    """Print the draft, and save it if that was said; of each doubt the careful answer counts."""
    path = _save(session, draft, name) if save else None
    show(session, "import", draft=draft, saved=str(path) if path else None)
    if path is None:
        again = next_command(session, "profile", "import", source, "--as", name, "--yes")
        raise NeedsInputError(
            "The draft is not saved: there is nobody to confirm it.",
            hint=f"Read it, then save it with: {again}",
        )
    if not session.settings.json:
        session.print_view(["", f"Saved as {name}: {path}"])


def _asking(session: Session, resume: Resume, draft: Draft, name: str) -> None:
    """Show the draft, ask about each doubt, and save it if the person says so."""
    asker = session.asker
    show(session, "import", draft=draft)
    try:
        settled = _settle(session, resume, draft, asker)
        if settled is not draft:
            session.write("\n")
            show(session, "import", draft=settled)
        path = _save(session, settled, name) if _confirmed(asker, settled, name) else None
    except (KeyboardInterrupt, EOFError) as error:
        raise InterruptedSessionError("Stopped. Nothing is saved.") from error
    if path is None:
        asker.tell("Nothing is saved.")
        return
    asker.tell(f"Saved as {name}: {path}")
    if any(skill.level is None for skill in settled.skills):
        asker.tell(f"Rate the skills: {next_command(session, 'advise', '--profile', name)}")


def _save(session: Session, draft: Draft, name: str) -> Path:
    """Save the profile and return its file."""
    from careercli.domain.history import Imported

    return create(session, name, draft.profile, Imported(day=session.today, source=draft.source))


def _settle(session: Session, resume: Resume, draft: Draft, asker: Asker) -> Draft:
    """Ask about the doubts, also those that an answer raises, with a way back from each to the one before.

    Jobs that are of other work by their titles come last: one question is about all of them.
    """
    from careercli.domain.months import month_of

    said: list[dict[str, str]] = []
    now = month_of(session.today.year, session.today.month)
    while draft.open:
        doubts = [doubt for doubt in draft.open if not doubt.sure]
        other_work = [doubt for doubt in draft.open if doubt.sure]
        try:
            if doubts or len(other_work) == 1 or _ONE_BY_ONE in said:
                doubt = [*doubts, *other_work][0]
                left = len(doubts) + bool(other_work) if doubts else len(other_work)
                said.append({doubt.id: _ask(asker, doubt, now, left=left, back=bool(said))})
            else:
                said.append(_ask_of_all(asker, other_work, back=bool(said)))
        except GoBackError:
            said.pop()
        draft = _draft(session, resume, {name: text for answers in said for name, text in answers.items()})
    return draft


def _ask_of_all(asker: Asker, doubts: list[Doubt], *, back: bool) -> dict[str, str]:
    """Return the answers where no job of other work was support after all, else that each is to be asked."""
    jobs = "\n".join(f"  {doubt.about}" for doubt in doubts[:_NAMED])
    more = f"\n  and {len(doubts) - _NAMED} more" if len(doubts) > _NAMED else ""
    options = [
        Option("n", "No, none of them.", "no"),
        Option("y", "Yes, or I led people who did: ask me about each.", "yes"),
    ]
    title = f"By their titles, {count(len(doubts), 'job')} were other work:\n{jobs}{more}"
    detail = "Was any of them customer support?"
    if asker.choose(title, detail, options, "no", back=back) == "yes":
        return _ONE_BY_ONE
    return {doubt.id: doubt.default for doubt in doubts}


def _ask(asker: Asker, doubt: Doubt, now: int, *, left: int, back: bool) -> str:
    title = f"{doubt.about}: {doubt.text}"
    detail = f"{doubt.place.text}. {left} to settle."
    if not doubt.choices:
        from careercli.imports.date_ranges import span_of

        def wrong(text: str) -> str | None:
            try:
                if text:
                    span_of(text, now)
            except ValueError as error:
                return f"{error}."
            return None

        return asker.text(f"{title}\n{detail} {_ENTER_DATES}", doubt.default, wrong, back=back)
    options = [
        Option(str(number), choice.label, choice.value)
        for number, choice in enumerate(doubt.choices, start=1)
    ]
    return asker.choose(title, detail, options, doubt.default, back=back)


def _confirmed(asker: Asker, draft: Draft, name: str) -> bool:
    profile = draft.profile
    facts = f"{profile.support_years:g} support years, {profile.leading_years:g} of them leading."
    options = [Option("y", "Yes, save it.", "yes"), Option("n", "No, leave everything as it is.", "no")]
    return asker.choose(f"Save this as the profile {name}?", facts, options, "yes") == "yes"
