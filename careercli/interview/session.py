"""The guided session: interview, report, menu. ``advise`` and ``profile new`` start it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NoReturn

from careercli.api import read_resume
from careercli.cli.context import Session
from careercli.cli.profile_source import later_command, profile_named
from careercli.domain.interview import QUICK, is_flat
from careercli.domain.model import Profile
from careercli.domain.placement import unrated
from careercli.errors import CareerError, InterruptedSessionError, StorageError, UsageError
from careercli.formats.document import shortened
from careercli.formats.text import clean
from careercli.interview.answers import KeptAnswers
from careercli.interview.facts import facts_sentence, known_facts
from careercli.interview.newcomer import begin
from careercli.interview.questions import Interview
from careercli.interview.review import review
from careercli.prompts.asker import GoBackError, Option, confirmed
from careercli.prompts.ending import ending_as_interrupted
from careercli.text.phrases import count
from careercli.text.questions import PACE, minutes

_WELCOME = "Enter takes the answer that is marked; Ctrl-C stops and keeps what you said."

_NAMED = 5
"""How many saved profiles are named to somebody who begins another one."""


class GuidedSession:
    """One guided session."""

    def __init__(self, session: Session, source: str | None, resume: str | None = None) -> None:
        """Begin with a saved profile, a name for one, a file, or nothing; and with a résumé, if there is one.

        Raises:
            UsageError: a résumé is given, and the source is a profile to go on from.
            CareerError: the source cannot be one, or it or the résumé cannot be read.

        """
        self.session = session
        self.source = source
        self.resume = None if resume is None else read_resume(Path(resume), session.catalog)
        self.answers = KeptAnswers(session, source)
        if self.resume is not None and self.answers.saved is not None:
            raise UsageError(
                f"{shortened(source or '')} is there already, and a résumé begins a profile.",
                hint="Leave out --from, or name with --profile what is not saved yet.",
            )
        self.asker = self.answers.asker
        self.interview = Interview(self.answers)
        self.resumed = False
        self._must_have_resume = resume is not None
        self._newcomer = False
        self._quick: bool | None = None

    def run(self, *, quick: bool | None) -> None:
        """Ask, report, and offer what to do next until the person leaves. A fault costs no answers."""
        with self._keeping():
            self._begin()
            while True:
                try:
                    told = self._told_by_resume() if self.resume is not None and not self.resumed else None
                    self._ask(quick=quick, told=told)
                    break
                except GoBackError:
                    self._begin_again()
            self._to_menu()

    def come_home(self) -> None:
        """Show somebody who comes back where they stand; first offer an interview that they broke off.

        A fault costs no answers.
        """
        from careercli.interview.home import show_home

        with self._keeping():
            if self._go_on_from_draft() and not self.answers.assessment().placement.settled:
                self._ask()
                self._to_menu()
            else:
                show_home(self.answers)

    def begin(self, answers: Profile | None = None) -> None:
        """Ask without offering what else there is: of somebody new, or from answers that were broken off."""
        with self._keeping():
            self.asker.tell(_WELCOME)
            if answers is not None:
                self.answers.go_on(answers)
                self.resumed = True
            self._ask()
            self._to_menu()

    def _to_menu(self) -> None:
        from careercli.interview.menu import run_menu  # the first question need not wait for it
        from careercli.interview.menu.records import report

        report(self.answers)
        run_menu(self.answers)

    @contextlib.contextmanager
    def _keeping(self) -> Iterator[None]:
        """Keep the answers whatever ends what is done meanwhile, and say so."""
        with ending_as_interrupted():
            try:
                yield
            except (KeyboardInterrupt, EOFError) as error:
                self._stopped(error)
            except Exception:
                with contextlib.suppress(StorageError):
                    if self.answers.keep():
                        self.session.say(f"{self._kept()} Go on with: {self.answers.draft.command()}")
                raise

    # -- the interview ---------------------------------------------------------------------------------

    def _ask(self, *, quick: bool | None = None, told: frozenset[str] | None = None) -> None:
        """Ask for facts, how much time there is, skills, and a last look, with a way back from each.

        ``told`` are the facts that a résumé has told, ``quick`` is whether only what tells most is asked.

        Raises:
            GoBackError: a newcomer goes back from the first question, to how to begin.

        """
        self._quick = quick
        pace = self._pace if quick is None else self._paced
        stages = (partial(self._facts, told), pace, self._skills, self._review)
        at, back = 0, False
        while at < len(stages):
            try:
                stages[at](back=back)
                at, back = at + 1, False
            except GoBackError:
                if at == 0:
                    raise
                at, back = at - 1, True

    def _facts(self, told: frozenset[str] | None, *, back: bool) -> None:
        answers = self.answers
        if back:
            self.interview.back_to_facts()
        elif answers.saved is None and not answers.profile.skills:
            self.interview.facts(known=told, way_back=self._newcomer)
        if told is not None or not self.interview.has_asked_facts:  # who has just said it need not read it
            self.asker.tell(f"\n{facts_sentence(answers.profile)}")

    def _pace(self, *, back: bool) -> None:
        if not self._open:
            self._paced(back=back)
        else:
            self._quick = self._is_quick()

    def _paced(self, *, back: bool) -> None:
        """Ask nothing, on the way there and on the way back: it is told, or there is nothing to ask."""
        if back:
            raise GoBackError

    def _skills(self, *, back: bool) -> None:
        if back:
            self.interview.back_to_skills()
        elif self._open:
            (self.interview.quick if self._quick else self.interview.full)(way_back=True)
        answers = self.answers
        while self.interview.has_asked and is_flat(answers.profile, listed=answers.listed):
            try:
                self._look_again()
            except GoBackError:
                self.interview.back_to_skills()
            else:
                return

    def _review(self, *, back: bool) -> None:
        if self.interview.has_asked and not back:
            review(self.answers, detail=self._what_is_left(quick=bool(self._quick)), back=True)

    @property
    def _open(self) -> tuple[str, ...]:
        return unrated(self.session.catalog.ladder, self.answers.profile)

    def _begin(self) -> None:
        """Say what the name is, and offer what there is to go on from."""
        answers, store = self.answers, self.session.store
        if answers.begins:
            others = store.names()
            there = f" Saved so far: {', '.join(others[:_NAMED])}." if others else ""
            self.asker.tell(f"No profile {answers.name} is saved yet: this begins it.{there}")
        if self._go_on_from_draft() or self.source is not None or self.resume is not None:
            self.asker.tell(_WELCOME)
            return
        if not store.names() and not any(store.drafts.names()):
            self._newcomer = True
            self.resume = begin(self.session)
            return
        self.asker.tell(_WELCOME)
        self._go_on_from_default()
        drafts = [name for name in store.drafts.names() if name not in {None, answers.name}]
        for name in filter(None, drafts[:3]):
            go_on = later_command(self.session, "advise", "--profile", name)
            self.asker.tell(f"An interview about {name} was broken off. Go on with: {go_on}")

    def _begin_again(self) -> None:
        """Ask a newcomer anew how to begin; what a résumé said is taken back, what was typed stays."""
        answers = self.answers
        answers.change(answers.blank, 0, frozenset())
        self.resume = begin(self.session)

    def _told_by_resume(self) -> frozenset[str] | None:
        """Take what the résumé says, once the person has confirmed it; return which facts need no question.

        A level that it gives a skill is only offered: ratings are the person's.

        Raises:
            GoBackError: a newcomer goes back to how to begin.

        """
        from careercli.interview.resume import taken_from

        try:
            draft = taken_from(self.session, self.resume, back=self._newcomer) if self.resume else None
        except CareerError as error:
            if self._must_have_resume:
                raise
            self.session.report(error)
            draft = None
        if draft is None:
            return None
        profile = draft.profile
        if self.resume and self.resume.own is not None:
            self.answers.change(profile, 0, frozenset())
            return known_facts(profile)
        known = {fact for fact in ("name", "title") if getattr(profile, fact) is not None}
        if any(job.current and job.position.title == profile.title for job in draft.positions):
            profile = profile.but(employed=True)
            known.add("employed")
        self.answers.rated |= profile.skills
        self.answers.change(profile.but(skills={}), 0, frozenset())
        return frozenset(known | {"support_years", "leading_years"})

    def _go_on_from_draft(self) -> bool:
        """Offer an interview that was broken off, and return whether the person goes on with it.

        One that cannot be used is set aside, and said so.
        """
        answers, drafts = self.answers, self.session.store.drafts
        try:
            draft = answers.draft.read(answers.base)
        except CareerError as error:
            aside = drafts.set_aside(answers.name)
            self.session.report(error)
            now = f"; they are now in {aside}" if aside else ""
            self.asker.tell(f"The answers kept from last time cannot be used{now}.")
            return False
        if draft is None:
            return False
        profile, undoes = draft
        detail, otherwise = facts_sentence(profile), "forget them and start anew"
        if undoes:
            detail += " The profile was changed since; these answers would count, not what it says now."
            otherwise = "set them aside and go on from what is saved"
        elif answers.saved is not None:
            otherwise = "forget them and go on from what is saved"
        if self.resume is not None:
            detail += f" {clean(self.resume.source)} is not read again then."
            otherwise = f"{'set them aside' if undoes else 'forget them'} and begin with the résumé"
        said = ("Yes, go on with them.", f"No, {otherwise}.")
        question = "You broke off last time. Go on with those answers?"
        if confirmed(self.asker, question, said, detail=detail, default="no" if undoes else "yes"):
            answers.go_on(profile)
            self.resumed = True
        elif undoes:
            aside = drafts.set_aside(answers.name)
            self.asker.tell(f"They are now in {aside}." if aside else "They could not be set aside.")
        else:
            drafts.forget(answers.draft.path)
        return self.resumed

    def _go_on_from_default(self) -> None:
        """Offer the default profile, if one is saved and can be read, before everything is asked anew."""
        store = self.session.store
        try:
            name = store.default()
            if name not in store.names():
                return
            profile = profile_named(self.session, name)
        except CareerError:  # 'careercli profile list' says what is wrong with it
            return
        question = f"You have a saved profile, {name}. Go on from it?"
        said = ("Yes, go on from it.", "No, start anew, as somebody else.")
        if confirmed(self.asker, question, said, detail=facts_sentence(profile), default="yes"):
            self.answers.take_up(name, profile)
            self._go_on_from_draft()

    def _is_quick(self) -> bool:
        """Ask how much time there is."""
        profile = self.answers.profile
        left = len(self._open)
        skills = count(left, "skill that is not rated yet", "skills that are not rated yet")
        everything = skills if profile.skills else f"all {count(left, 'skill')}"
        options = [
            Option("1", f"Quick: about {QUICK} questions, {minutes(QUICK)}.", "quick"),
            Option("2", f"Full: {everything}, {minutes(left)}.", "full"),
        ]
        title, explain = "How much time do you have?", PACE
        return self.asker.choose(title, "", options, "quick", back=True, explain=explain) == "quick"

    def _what_is_left(self, *, quick: bool) -> str:
        """Return how many questions were not asked, and what their answers could still change."""
        answers = self.answers
        left = len(set(self._open) - answers.passed_over)
        placement = answers.assessment().placement
        if not left or placement.current is None:
            return ""
        settled = quick and placement.settled
        said = f"{count(left, 'question')} {'saved' if settled else 'left out'}."
        if settled:
            said = f"That settles it: {placement.current.short}. {said}"
        if placement.certain:
            could = "They can only sharpen your plan."
        else:
            first = placement.at_least.short if placement.at_least else "below the first tier"
            last = (placement.at_most or placement.current).short
            which = "Only unlikely answers" if settled else "They"
            could = f"{which} could still mean anything from {first} to {last}."
        return f"{said} {could}"

    def _look_again(self) -> None:
        """Offer to ask everything again, where nearly all answers are the same.

        Raises:
            GoBackError: the person goes back, to the last question.

        """
        options = [
            Option("k", "Keep my answers.", "keep"),
            Option("a", "Ask me those again, with my answers as they are.", "again"),
        ]
        detail = "Hardly anybody is equally far in everything, and the plan is only as good as the answers."
        title = "Nearly all your answers are the same level."
        while self.asker.choose(title, detail, options, "keep", back=True) == "again":
            with contextlib.suppress(GoBackError):
                alone = [skill for skill in self.answers.profile.skills if skill not in self.answers.listed]
                self.interview.full(alone, way_back=True)
                return

    # -- breaking off ----------------------------------------------------------------------------------

    def _stopped(self, error: BaseException) -> NoReturn:
        """Keep the answers so far and say how to go on."""
        try:
            kept = self.answers.keep()
        except StorageError as problem:
            message = f"Stopped. Your answers could not be kept: {problem.message}"
            raise InterruptedSessionError(message) from error
        if not kept and self.resume is not None:
            again = later_command(self.session, "advise", "--from", self.resume.source)
            message = "Stopped. What a résumé says is kept once you have confirmed it, so nothing is."
            raise InterruptedSessionError(message, hint=f"Begin again with: {again}") from error
        if not kept:
            raise InterruptedSessionError("Stopped. There is nothing new to keep.") from error
        hint = f"Go on with: {self.answers.draft.command()}"
        raise InterruptedSessionError(f"Stopped. {self._kept()}", hint=hint) from error

    def _kept(self) -> str:
        """Say what is kept, and where."""
        number = self.answers.count
        what = count(number, "new answer" if self.resumed else "answer") if number else "answers"
        so_far = " with the earlier ones" if self.resumed else ""
        verb = "is" if number == 1 else "are"
        return f"Your {what} so far {verb} kept{so_far} in {self.answers.draft.path}."
