"""The guided session: interview, report, menu. ``advise`` and ``profile new`` start it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NoReturn

from careercli.cli.context import Session
from careercli.cli.profile_source import later_command
from careercli.domain.interview import is_flat
from careercli.domain.model import Profile
from careercli.domain.placement import unrated
from careercli.errors import CareerError, InterruptedSessionError, StorageError
from careercli.interview.facts import facts_sentence
from careercli.interview.keeping import Keeping
from careercli.interview.questions import minutes
from careercli.interview.sitting import Sitting
from careercli.prompts.asker import GoBackError, Option
from careercli.prompts.ending import ending_as_interrupted
from careercli.text.phrases import count

_WELCOME = (
    "This is careercli. A few questions, then: where you are in customer support today, what you have, what "
    "is missing, and what to do now. Enter takes the answer offered; Ctrl-C stops and keeps what you said."
)

_NAMED = 5
"""How many saved profiles are named to somebody who begins another one."""


class Guide:
    """One guided session."""

    def __init__(self, session: Session, source: str | None) -> None:
        """Begin with a saved profile, a name for one, a file, or nothing.

        Raises:
            CareerError: the source cannot be one, or cannot be read.

        """
        self.session = session
        self.source = source
        self.sitting = Sitting(session, source)
        self.asker = self.sitting.asker
        self.interview = self.sitting.interview
        self.resumed = False

    @property
    def keeping(self) -> Keeping:
        """Where the answers come from, and where they are kept."""
        return self.sitting.keeping

    @property
    def profile(self) -> Profile:
        """The answers so far."""
        return self.sitting.profile

    def run(self, *, quick: bool | None) -> None:
        """Ask, report, and offer what to do next until the person leaves. A fault costs no answers."""
        with ending_as_interrupted():
            try:
                self._ask(quick=quick)
                self.sitting.report()
                from careercli.interview.menu import Menu  # the first question need not wait for it

                Menu(self.sitting).run()
            except (KeyboardInterrupt, EOFError) as error:
                self._stopped(error)
            except Exception:
                with contextlib.suppress(StorageError):
                    draft = self.keeping.keep(self.profile)
                    if draft is not None:
                        go_on = self.keeping.going_on(draft)
                        self.session.say(f"{self._kept_in(draft)} Go on with: {go_on}")
                raise

    # -- the interview ---------------------------------------------------------------------------------

    def _ask(self, *, quick: bool | None) -> None:
        self.asker.tell(_WELCOME)
        self._begin()
        if self.keeping.saved is None and not self.profile.skills:
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
        self._tell_what_is_left(quick=chosen)
        if is_flat(self.profile):
            self._look_again()

    def _begin(self) -> None:
        """Say what the name is, and offer what there is to go on from."""
        if self.keeping.begins:
            others = self.session.store.names()
            there = f" Saved so far: {', '.join(others[:_NAMED])}." if others else ""
            self.asker.tell(f"No profile {self.keeping.name} is saved yet: this begins it.{there}")
        if self._go_on_from_draft() or self.source is not None:
            return
        self._go_on_from_default()
        drafts = [name for name in self.session.store.drafts.names() if name not in {None, self.keeping.name}]
        for name in filter(None, drafts[:3]):
            go_on = later_command(self.session, "advise", "--profile", name)
            self.asker.tell(f"An interview about {name} was broken off. Go on with: {go_on}")

    def _go_on_from_draft(self) -> bool:
        """Offer an interview that was broken off, and return whether the person goes on with it.

        One that cannot be used is set aside, and said so.
        """
        store, name = self.session.store, self.keeping.name
        try:
            draft = self.keeping.draft()
        except CareerError as error:
            aside = store.drafts.set_aside(name)
            self.session.report(error)
            now = f"; they are now in {aside}" if aside else ""
            self.asker.tell(f"The answers kept from last time cannot be used{now}.")
            return False
        if draft is None:
            return False
        answers, undoes = draft
        options = [
            Option("y", "Yes, go on with them.", "yes"),
            Option("n", "No, forget them and start anew.", "no"),
        ]
        if undoes:
            options[1] = Option("n", "No, set them aside and go on from what is saved.", "no")
        elif self.keeping.saved is not None:
            options[1] = Option("n", "No, forget them and go on from what is saved.", "no")
        question = "You broke off last time. Go on with those answers?"
        detail = facts_sentence(answers)
        if undoes:
            detail += " The profile was changed since; these answers would count, not what it says now."
        if self.asker.choose(question, detail, options, "no" if undoes else "yes") == "yes":
            self.keeping.go_on(answers)
            self.interview.profile = answers
            self.resumed = True
        elif undoes:
            aside = store.drafts.set_aside(name)
            self.asker.tell(f"They are now in {aside}." if aside else "They could not be set aside.")
        else:
            store.drafts.forget(store.drafts.place(name))
        return self.resumed

    def _go_on_from_default(self) -> None:
        """Offer the default profile, if one is saved and can be read, before everything is asked anew."""
        store = self.session.store
        try:
            name = store.default()
            if name not in store.names():
                return
            keeping = Keeping(self.session, None)
            keeping.take_up(name)
        except CareerError:  # 'careercli profile list' says what is wrong with it
            return
        options = [
            Option("y", "Yes, go on from it.", "yes"),
            Option("n", "No, start anew, as somebody else.", "no"),
        ]
        question = f"You have a saved profile, {name}. Go on from it?"
        if self.asker.choose(question, facts_sentence(keeping.kept), options, "yes") == "yes":
            self.sitting.keeping = keeping
            self.interview.profile = keeping.kept
            self._go_on_from_draft()

    def _skills(self, *, quick: bool) -> None:
        if quick:
            self.interview.quick(way_back=True)
        else:
            self.interview.full(way_back=True)

    def _mode(self) -> str:
        left = len(unrated(self.session.catalog.ladder, self.profile))
        skills = count(left, "skill that is not rated yet", "skills that are not rated yet")
        everything = skills if self.profile.skills else f"all {count(left, 'skill')}"
        options = [
            Option("1", "Quick: only what tells most, usually 8 to 15 questions, three minutes.", "quick"),
            Option("2", f"Full: {everything}, {minutes(left)}, for the most precise plan.", "full"),
        ]
        return self.asker.choose("How much time do you have?", "", options, "quick", back=True)

    def _tell_what_is_left(self, *, quick: bool) -> None:
        """Say how many questions were not asked, and what their answers could still change."""
        left = len(set(unrated(self.session.catalog.ladder, self.profile)) - self.interview.passed_over)
        placement = self.sitting.assessment().placement
        if not left or placement.current is None:
            return
        settled = quick and placement.settled
        said = f"{count(left, 'question')} {'saved' if settled else 'left out'}."
        if settled:
            said = f"That settles it: {placement.current.short}. {said}"
        if placement.certain:
            could = "The answers can only sharpen your plan."
        else:
            first = placement.at_least.short if placement.at_least else "below the first tier"
            last = (placement.at_most or placement.current).short
            which = "Only answers far from the rest" if settled else "The answers"
            could = f"{which} could still change where you are, to anywhere from {first} to {last}."
        self.asker.tell(f"{said} {could}")

    def _look_again(self) -> None:
        options = [
            Option("k", "Keep my answers.", "keep"),
            Option("a", "Ask me those again, with my answers as they are.", "again"),
        ]
        detail = "Hardly anybody is equally far in everything, and the plan is only as good as the answers."
        title = "Nearly all your answers are the same level."
        if self.asker.choose(title, detail, options, "keep") == "again":
            self.interview.full(tuple(self.profile.skills))

    # -- breaking off ----------------------------------------------------------------------------------

    def _stopped(self, error: BaseException) -> NoReturn:
        """Keep the answers so far and say how to go on."""
        try:
            draft = self.keeping.keep(self.profile)
        except StorageError as problem:
            message = f"Stopped. Your answers could not be kept: {problem.message}"
            raise InterruptedSessionError(message) from error
        if draft is None:
            raise InterruptedSessionError("Stopped. There is nothing new to keep.") from error
        hint = f"Go on with: {self.keeping.going_on(draft)}"
        raise InterruptedSessionError(f"Stopped. {self._kept_in(draft)}", hint=hint) from error

    def _kept_in(self, draft: Path) -> str:
        answers = self.interview.answers
        what = count(answers, "new answer" if self.resumed else "answer") if answers else "answers"
        so_far = " with the earlier ones" if self.resumed else ""
        return f"Your {what} so far {'is' if answers == 1 else 'are'} kept{so_far} in {draft}."
