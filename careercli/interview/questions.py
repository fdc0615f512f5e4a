"""The interview: facts first, then skills recognized by behavior, each question skippable and reversible.

The state is a stack of what was answered, so that going back restores exactly what was before. What a tier
needs is never shown before a rating is given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

import msgspec

from careercli.domain.interview import next_question, questions_left
from careercli.domain.model import LEVEL_NAMES, Catalog, Profile, Skill
from careercli.domain.names import fold
from careercli.domain.placement import SETTLED_FROM, current_rank, unrated
from careercli.formats.text import clean, one_line
from careercli.interview.facts import FactQuestions, any_text, known_facts
from careercli.prompts.asker import Asker, GoBackError, Option
from careercli.text.phrases import count

_SKIP, _MARK, _FINISH = "skip", "not applicable", "finish"
_QUESTIONS_A_MINUTE = 4
_USUALLY = 15
"""Hardly anybody is asked more; what the first few answers let one expect is often too many."""
_NOT_YET = "I have not done this yet."


class _State(msgspec.Struct, frozen=True):
    """How far the interview is."""

    profile: Profile
    answered: frozenset[str] = frozenset()
    passed_over: frozenset[str] = frozenset()
    answers: int = 0
    finished: bool = False


class Interview(msgspec.Struct):
    """One interview; ``profile`` always holds the answers so far, also when it is broken off.

    ``answers`` counts them, without what was skipped; ``passed_over`` holds what was. ``said`` and ``rated``
    are the last answers to facts and skills: also those that going back has undone stay the answers offered.
    """

    catalog: Catalog
    asker: Asker
    profile: Profile = msgspec.field(default_factory=lambda: Profile(support_years=0.0))
    answers: int = 0
    passed_over: frozenset[str] = frozenset()
    said: dict[str, object] = msgspec.field(default_factory=dict)
    rated: dict[str, int] = msgspec.field(default_factory=dict)

    def facts(self, *, again: bool = False) -> None:
        """Ask for name, title, job, years, goal and hours: what is not known yet, or all again."""
        answers = self.answers
        if again:
            self.said |= {
                name: getattr(self.profile, name) for name in self._questions.worth_asking(self.profile)
            }
        self._run(
            lambda name, state, back: self._fact(name, state, back=back),
            lambda state: _first(self._questions.worth_asking(state.profile), state),
            answered=frozenset() if again else known_facts(self.profile),
        )
        if again:
            self.answers = answers  # the same questions, not more of them

    def quick(self, *, way_back: bool = False) -> None:
        """Ask for the skills that tell most until the tier is settled.

        Raises:
            GoBackError: with ``way_back``, where the person goes back from the first question.

        """
        self._run(
            lambda name, state, back: self._skill(name, state, self._so_far(state), back=back),
            lambda state: next_question(self.catalog.ladder, state.profile, passed_over=state.passed_over),
            way_back=way_back,
        )

    def _so_far(self, state: _State) -> str:
        """Return which question this is and how many are left: in a line of its own with the tier so far."""
        number_of = f"question {len(state.answered) + 1}"
        if not state.profile.skills:
            return number_of
        ladder = self.catalog.ladder
        left = questions_left(ladder, state.profile, passed_over=state.passed_over)
        here = ladder.at(current_rank(ladder, state.profile) or 0)
        if here and len(state.profile.skills) >= SETTLED_FROM:
            questions = count(left, "question")
            self.asker.tell(f"  So far: {here.short}; about {questions} left, {minutes(left)}.")
            return number_of
        return f"{number_of}, about {min(left, _USUALLY)} left"

    def full(self, skills: Sequence[str] | None = None, *, way_back: bool = False) -> None:
        """Ask for certain skills, also those that are rated; without any, for every unrated one.

        Raises:
            GoBackError: with ``way_back``, where the person goes back from the first question.

        """
        wanted = unrated(self.catalog.ladder, self.profile) if skills is None else tuple(skills)
        self._run(
            lambda name, state, back: self._skill(
                name, state, f"question {len(state.answered) + 1} of {len(wanted)}", back=back
            ),
            lambda state: _first(wanted, state),
            way_back=way_back,
        )

    def _run(
        self,
        ask: Callable[[str, _State, bool], _State],
        following: Callable[[_State], str | None],
        *,
        answered: frozenset[str] = frozenset(),
        way_back: bool = False,
    ) -> None:
        """Ask until nothing is left, with a way back to every question of this run, or out of it.

        The state alone decides what is asked, so going back to a state goes back to its question.
        """
        state = _State(self.profile, answered, answers=self.answers)
        before: list[_State] = []
        while not state.finished and (question := following(state)) is not None:
            try:
                result = ask(question, state, way_back or bool(before))
            except GoBackError:
                if not before:
                    raise
                state = before.pop()
            else:
                before.append(state)
                state = result
            self.profile, self.answers, self.passed_over = state.profile, state.answers, state.passed_over

    @property
    def _questions(self) -> FactQuestions:
        return FactQuestions(self.catalog, self.asker)

    # -- facts -----------------------------------------------------------------------------------------

    def _fact(self, name: str, state: _State, *, back: bool) -> _State:
        offered = state.profile
        if name in self.said:
            offered = msgspec.structs.replace(offered, **{name: self.said[name]})
        change = self._questions.ask(name, offered, back=back)
        self.said[name] = change[name]
        return _answered(state, name, msgspec.structs.replace(state.profile, **change))

    # -- skills ----------------------------------------------------------------------------------------

    def _skill(self, name: str, state: _State, position: str, *, back: bool) -> _State:
        skill = self.catalog.skills_by_id[name]
        answered = state.answered | {name}
        while True:
            answer = self._choose_level(skill, position, state.profile, back=back)
            if answer == _FINISH:
                return msgspec.structs.replace(state, finished=True)
            if answer == _SKIP:
                self.asker.tell(f"  {skill.name}: skipped")
                self.rated.pop(name, None)
                left = msgspec.structs.replace(
                    state, profile=_without(state.profile, name), answered=answered
                )
                return msgspec.structs.replace(left, passed_over=state.passed_over | {name})
            if answer != _MARK:
                level = self.rated[name] = int(answer)
                self.asker.tell(f"  {skill.name}: {level} {LEVEL_NAMES[level]}")
                rated = _without(state.profile, name)
                rated = msgspec.structs.replace(rated, skills=rated.skills | {name: level})
                return _answered(state, name, rated)
            marked = self._mark(skill, state.profile)
            if marked is not None:
                return _answered(state, name, marked)

    def _choose_level(self, skill: Skill, position: str, profile: Profile, *, back: bool) -> str:
        group = next((group.name for group in self.catalog.groups if group.id == skill.group), "")
        options = [Option("0", _NOT_YET, "0")]
        options += [Option(str(level), text, str(level)) for level, text in enumerate(skill.levels, 1)]
        options += [
            Option("s", "Skip this question.", _SKIP),
            Option("n", "This does not apply to my work.", _MARK),
            Option("f", "Finish here and show me the result.", _FINISH),
        ]
        have = profile.skills.get(skill.id, self.rated.get(skill.id))
        default = _SKIP if have is None else str(have)
        detail = f"{skill.summary} Which of these sounds most like you?"
        title = f"{skill.name} ({group}, {position})"
        return self.asker.choose(title, detail, options, default, back=back)

    def _mark(self, skill: Skill, profile: Profile) -> Profile | None:
        """Return the profile with a skill marked as not applicable, or None to ask for it again."""
        ladder, why = self.catalog.ladder, None
        if skill.id in ladder.always_apply:
            why = "somewhere on this ladder everybody has to show it"
        elif ladder.short_gate({*profile.not_applicable, skill.id}):
            why = "it counts together with others, and too few of them would be left"
        if why is not None:
            self.asker.tell(f"  {skill.name} has to stay: {why}. If you have not done it yet, choose 0.")
            return None
        question = f"Why does it not apply? ({skill.name})"
        try:
            reason = self.asker.text(question, "Not part of my work", any_text, back=True)
        except GoBackError:
            return None
        self.asker.tell(f"  {skill.name}: does not apply")
        marked = _without(profile, skill.id)
        reasons = marked.not_applicable | {skill.id: one_line(clean(reason))}
        return msgspec.structs.replace(marked, not_applicable=reasons)


def _first(questions: Sequence[str], state: _State) -> str | None:
    return next((name for name in questions if name not in state.answered), None)


def _answered(state: _State, question: str, profile: Profile) -> _State:
    """Return the state after an answer that made this profile."""
    answered = state.answered | {question}
    return msgspec.structs.replace(state, profile=profile, answered=answered, answers=state.answers + 1)


def _without(profile: Profile, skill: str) -> Profile:
    """Return the profile with a skill unrated; its evidence stays."""
    return msgspec.structs.replace(
        profile,
        skills={name: level for name, level in profile.skills.items() if name != skill},
        not_applicable={name: why for name, why in profile.not_applicable.items() if name != skill},
    )


def minutes(questions: int) -> str:
    """Return how long so many questions about skills take, as in "a minute"."""
    amount = max(round(questions / _QUESTIONS_A_MINUTE), 1)
    return "a minute" if amount == 1 else f"{amount} minutes"


def slug(name: str | None) -> str:
    """Return a file name for a person: small letters without accents, digits and hyphens."""
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", fold(name or "")) if not unicodedata.combining(c)
    )
    words = re.findall(r"[a-z0-9]+", letters)
    return "-".join(words)[:60].strip("-") or "my-profile"
