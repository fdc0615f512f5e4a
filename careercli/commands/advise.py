"""``careercli advise``: the guided session: interview, report, menu."""

from __future__ import annotations

import contextlib
import itertools
import shlex
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from careercli.documents.document import shortened
from careercli.documents.profiles import profile_of
from careercli.documents.text import clean
from careercli.domain.assessment import Assessment, assess
from careercli.domain.headline import standing_sentence
from careercli.domain.interview import is_flat
from careercli.domain.model import Profile
from careercli.domain.phrases import count
from careercli.domain.placement import unrated
from careercli.errors import CareerError, InterruptedSessionError, NeedsInputError, StorageError
from careercli.facts import profile_named
from careercli.options import complete_profile, session_of
from careercli.prompts.asker import Asker, GoBackError, Option
from careercli.prompts.interview import Interview, facts_sentence, slug
from careercli.session import Session

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_ALL_STEPS = "careercli plan FILE --full, once you have saved to one"
_WELCOME = (
    "This is careercli. A few questions, then where you stand in customer support, what is missing, and what "
    "to do now. Enter takes the answer offered; Ctrl-C stops and keeps what you said."
)

_ENDINGS = (".yaml", ".yml")


@app.command(epilog="Example: careercli advise --quick")
def advise(
    ctx: typer.Context,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            metavar="PROFILE",
            help="Go on from a saved name or a file.",
            autocompletion=complete_profile,
        ),
    ] = None,
    quick: Annotated[
        bool | None,
        typer.Option(
            "--quick/--full", help="Only what can still change the tier, or every skill.", show_default=False
        ),
    ] = None,
) -> None:
    """Be guided: answer a few questions, read where you stand, get a plan."""
    session = session_of(ctx)
    if not session.can_ask:
        raise NeedsInputError(
            "The guided session needs a terminal to ask on.",
            hint=(
                "Without one, give the answers as flags: careercli assess --support-years 3 --skill "
                "ticketing=2, or as a file: careercli assess FILE. An example: careercli demo dana."
            ),
        )
    if session.settings.json:
        raise NeedsInputError("The guided session has no JSON.", hint="Use 'careercli assess FILE --json'.")
    _Guide(session, profile).run(quick=quick)


def _asker(session: Session) -> Asker:
    if session.stdin is None or session.stderr is None:  # pragma: no cover - can_ask was true
        raise NeedsInputError("There is no terminal to ask on.")
    if session.accessible:
        from careercli.prompts.lines import LineAsker

        return LineAsker(session.stdin, session.stderr, width=session.prompt_look.width)
    from careercli.prompts.screen import ScreenAsker

    look = session.prompt_look
    return ScreenAsker(session.stderr, width=look.width, color=look.color, unicode=look.unicode)


class _Guide:
    """One guided session."""

    def __init__(self, session: Session, source: str | None) -> None:
        self.session = session
        self.source = source
        self.asker = _asker(session)
        self.interview = Interview(session.catalog, self.asker)
        if source is not None:
            self.interview.profile = profile_named(session, source)
        self.saved = self.profile if source is not None else None
        self.resumed = False
        self.kept = self.profile

    @property
    def profile(self) -> Profile:
        """The answers so far."""
        return self.interview.profile

    def run(self, *, quick: bool | None) -> None:
        """Ask, report, and offer what to do next until the person leaves. A fault costs no answers."""
        try:
            self._ask(quick=quick)
            self._report()
            self._menu()
        except (KeyboardInterrupt, EOFError) as error:
            self._stopped(error)
        except Exception:
            with contextlib.suppress(StorageError):
                draft = self._keep()
                if draft is not None:
                    self.session.say(f"{self._kept_in(draft)} {self._go_on(draft)}")
            raise

    def _ask(self, *, quick: bool | None) -> None:
        self.asker.tell(_WELCOME)
        if self.source is None:
            self._go_on_from_draft()
            if not self.profile.skills:
                self.interview.facts()
        self.asker.tell(f"\n{facts_sentence(self.profile)}")
        if not unrated(self.session.catalog.ladder, self.profile):
            return
        while True:
            try:
                chosen = self._mode() == "quick" if quick is None else quick
                self._skills(quick=chosen)
                break
            except GoBackError:
                self.interview.facts(again=True)
        self._saved_questions(quick=chosen)
        if is_flat(self.profile):
            self._look_again()

    def _skills(self, *, quick: bool) -> None:
        if quick:
            self.interview.quick(way_back=True)
        else:
            self.interview.full(way_back=True)

    def _go_on_from_draft(self) -> None:
        """Offer an interview that was broken off; one that cannot be used is set aside, and said so."""
        store = self.session.store
        try:
            document = store.read_draft()
            draft = profile_of(document, self.session.catalog) if document else None
        except CareerError as error:
            aside = store.set_draft_aside()
            self.session.report(error)
            now = f"; they are now in {aside}" if aside else ""
            self.asker.tell(f"The answers kept from last time cannot be used{now}.")
            return
        if draft is None:
            return
        options = [
            Option("y", "Yes, go on with them.", "yes"),
            Option("n", "No, forget them and start anew.", "no"),
        ]
        question = "You broke off last time. Go on with those answers?"
        if self.asker.choose(question, facts_sentence(draft), options, "yes") == "yes":
            self.interview.profile = self.kept = draft
            self.resumed = True
        else:
            store.forget_draft()

    def _mode(self) -> str:
        everything = count(len(unrated(self.session.catalog.ladder, self.profile)), "skill")
        options = [
            Option("1", "Quick: only what can still change the tier, usually 10 to 30 questions.", "quick"),
            Option("2", f"Full: {everything}, for the most precise plan.", "full"),
        ]
        return self.asker.choose("How much time do you have?", "", options, "quick", back=True)

    def _saved_questions(self, *, quick: bool) -> None:
        left = len(set(unrated(self.session.catalog.ladder, self.profile)) - self.interview.passed_over)
        certain = self._assessment().placement.certain
        if quick and certain and left:
            they = "It" if left == 1 else "They"
            self.asker.tell(
                f"Your tier is certain: {count(left, 'question')} saved. {they} can still sharpen the plan."
            )

    def _look_again(self) -> None:
        options = [
            Option("k", "Keep my answers.", "keep"),
            Option("a", "Ask me those again, with my answers as they are.", "again"),
        ]
        detail = "Hardly anybody is equally far in everything, and the plan is only as good as the answers."
        title = "Nearly all your answers are the same level."
        if self.asker.choose(title, detail, options, "keep") == "again":
            self.interview.full(tuple(self.profile.skills))

    def _assessment(self) -> Assessment:
        catalog = self.session.catalog
        return assess(catalog.ladder, catalog.skills_by_id, self.profile, self.session.today)

    def _report(self, *, full: bool = False) -> None:
        from careercli.views.assess import assess_view

        skills = self.session.catalog.skills_by_id
        self.session.write("\n")
        self.session.print_view(assess_view(self._assessment(), skills, self.session.look, full=full))

    def _plan(self) -> None:
        from careercli.views.plan import plan_view

        plan, skills = self._assessment().plan, self.session.catalog.skills_by_id
        self.session.write("\n")
        self.session.print_view(plan_view(plan, self.profile, skills, self.session.look, more=_ALL_STEPS))

    def _menu(self) -> None:
        default = "plan"
        while True:
            choice = self.asker.choose("What next?", self._reminder(), self._entries(), default)
            if choice == "quit":
                if self._leave():
                    return
            elif choice == "plan":
                self._plan()
            elif choice == "gaps":
                self._report(full=True)
            elif choice == "rate":
                self._rate_more()
            elif choice == "facts":
                self._change_facts()
            else:
                self._save()
            default = "quit" if self.saved == self.profile else "save"

    def _reminder(self) -> str:
        """Return where the person stands: 24 lines have no room for a whole report and the menu."""
        return "" if self.session.accessible else standing_sentence(self._assessment())

    def _entries(self) -> list[Option]:
        left = len(unrated(self.session.catalog.ladder, self.profile))
        entries = [
            Option("p", "Show the plan with its dates.", "plan"),
            Option("g", "Show all gaps, to the next tier and to the goal.", "gaps"),
        ]
        if left:
            entries.append(Option("r", f"Rate more skills: {left} are open.", "rate"))
        return [
            *entries,
            Option("c", "Change name, title, years, goal or hours.", "facts"),
            Option("s", "Save to a file.", "save"),
            Option("q", "Quit.", "quit"),
        ]

    def _change_facts(self) -> None:
        self.interview.facts(again=True)
        self._report()

    def _rate_more(self) -> None:
        """Ask for the open skills, those that the goal needs most first."""
        assessment = self._assessment()
        open_skills = unrated(self.session.catalog.ladder, self.profile)
        first = [gap.skill for gap in (*assessment.gaps, *assessment.goal_gaps) if gap.have is None]
        self.interview.full(tuple(dict.fromkeys([*first, *open_skills])))
        self._report()

    def _save(self) -> bool:
        """Save the answers to a file; return whether that was done."""
        from careercli.store import save_profile

        try:
            path = self._target()
            if path is None:
                return False
            save_profile(path, self.profile)
        except GoBackError:
            return False
        except CareerError as error:
            self.session.report(error)
            return False
        self.saved = self.kept = self.profile
        self._forget_draft()
        self.asker.tell(f"Saved. Next time: careercli assess {shlex.quote(str(path))}")
        return True

    def _target(self) -> Path | None:
        """Return the file to save to, or None where the person would rather not overwrite one."""
        own = self.source if self.source and self.source.endswith(_ENDINGS) else None
        standard = own or f"{slug(self.profile.name)}.yaml"
        text = _with_ending(self.asker.text("Save to which file?", standard, _file_name, back=True))
        try:
            path = Path(text).expanduser()
            exists = path.exists()
        except (OSError, RuntimeError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise StorageError(f"{shortened(text)} cannot be used: {reason}.") from error
        if exists and text != own:
            options = [Option("n", "No, keep it.", "no"), Option("y", "Yes, replace it.", "yes")]
            if self.asker.choose(f"{path} is there already. Replace it?", "", options, "no") == "no":
                return None
        return path

    def _leave(self) -> bool:
        """Return whether to leave: at once where nothing would be lost, else after asking."""
        if self.saved == self.profile:
            return True
        options = [
            Option("y", "Yes, save them to a file.", "yes"),
            Option("n", "No, leave without saving.", "no"),
            Option("m", "Back to the menu.", "menu"),
        ]
        choice = self.asker.choose("Your answers are not saved. Save them first?", "", options, "yes")
        if choice == "yes":
            return self._save()
        if choice == "no":
            self._forget_draft()
        return choice == "no"

    def _forget_draft(self) -> None:
        """Remove the draft of this interview; one that began with a profile leaves that of another alone."""
        if self.source is None:
            self.session.store.forget_draft()

    def _stopped(self, error: BaseException) -> NoReturn:
        """Keep the answers so far and say how to go on."""
        try:
            draft = self._keep()
        except StorageError as problem:
            message = f"Stopped. Your answers could not be kept: {problem.message}"
            raise InterruptedSessionError(message) from error
        if draft is None:
            raise InterruptedSessionError("Stopped. There is nothing new to keep.") from error
        raise InterruptedSessionError(f"Stopped. {self._kept_in(draft)}", hint=self._go_on(draft)) from error

    def _keep(self) -> Path | None:
        """Keep what has no place yet as a draft, and return where; None where nothing is new.

        Raises:
            StorageError: it cannot be kept.

        """
        if self.profile == self.kept:
            return None
        from careercli.store import save_profile

        draft = self.session.store.draft
        if self.source is not None and draft.exists():  # of another interview
            numbered = (draft.with_stem(f"{draft.stem}-{number}") for number in itertools.count(2))
            draft = next(path for path in numbered if not path.exists())
        save_profile(draft, self.profile)
        return draft

    def _kept_in(self, draft: Path) -> str:
        answers = self.interview.answers
        what = count(answers, "new answer" if self.resumed else "answer") if answers else "answers"
        so_far = " with the earlier ones" if self.resumed else ""
        return f"Your {what} so far {'is' if answers == 1 else 'are'} kept{so_far} in {draft}."

    def _go_on(self, draft: Path) -> str:
        own = draft == self.session.store.draft
        return f"Go on with: careercli advise{'' if own else f' --profile {shlex.quote(str(draft))}'}"


def _with_ending(text: str) -> str:
    """Return a file name with its ending, which may be left out."""
    name = text.replace("\\", "/").rpartition("/")[2]
    return text if "." in name or name in {"", "~"} else f"{text}.yaml"


def _file_name(text: str) -> str | None:
    if clean(text) != text:
        return "That has characters in it that are no text."
    if not _with_ending(text).lower().endswith(_ENDINGS):
        return "The name has to end in .yaml."
    return None
