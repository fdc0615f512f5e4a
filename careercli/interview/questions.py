"""The interview: facts first, then skills recognized by behavior, each question skippable and reversible.

The state is a stack of what was answered, so that going back restores exactly what was before. What a tier
needs is never shown before a rating is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from careercli.domain.interview import next_question, questions_left
from careercli.domain.marks import refused
from careercli.domain.model import LEVEL_NAMES, Profile, Skill
from careercli.domain.placement import SETTLED_FROM, place, unrated
from careercli.formats.document import shortened
from careercli.formats.text import clean, one_line
from careercli.interview.answers import Answers
from careercli.interview.facts import FactQuestions, any_text, known_facts
from careercli.prompts.asker import GoBackError, Option
from careercli.text.phrases import count

_SKIP, _MARK, _FINISH = "skip", "not applicable", "finish"
_QUESTIONS_A_MINUTE = 4
_SHOWN_LENGTH = 160
_USUALLY = 15
"""Hardly anybody is asked more; what the first few answers let one expect is often too many."""


class _State(msgspec.Struct, frozen=True):
    """How far an interview is: the answers, and which questions were put."""

    profile: Profile
    count: int
    asked: frozenset[str] = frozenset()
    passed_over: frozenset[str] = frozenset()
    finished: bool = False

    def answered(self, question: str, profile: Profile) -> _State:
        """Return the state after an answer that made this profile."""
        return msgspec.structs.replace(
            self, profile=profile, count=self.count + 1, asked=self.asked | {question}
        )


class Interview:
    """Asks for answers, as many as are wanted; what it hears goes into them at once."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.asker = answers.asker
        self.catalog = answers.catalog
        self.questions = FactQuestions(self.catalog, self.asker)

    def facts(self, *, again: bool = False, known: frozenset[str] | None = None) -> None:
        """Ask for name, title, job, years, goal and hours: what is not known yet, or all again.

        ``known`` are the facts that a résumé has told; without one, the answers say what is known.
        """
        answers = self.answers
        before, profile, worth_asking = answers.count, answers.profile, self.questions.worth_asking
        if again:
            answers.said |= {fact: getattr(profile, fact) for fact in worth_asking(profile)}
        self._run(
            lambda name, state, back: self._fact(name, state, back=back),
            lambda state: _first(worth_asking(state.profile), state),
            asked=frozenset() if again else known_facts(profile) if known is None else known,
        )
        if again:
            answers.count = before  # the same questions, not more of them

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
        ladder, rated = self.catalog.ladder, len(state.profile.skills)
        number_of = f"question {len(state.asked) + 1}"
        if not rated:
            return number_of
        left = questions_left(ladder, state.profile, passed_over=state.passed_over)
        here = place(ladder, state.profile).current
        if here and rated >= SETTLED_FROM:
            questions = count(left, "question")
            self.asker.tell(f"  So far: {here.short}; about {questions} left, {minutes(left)}.")
            return number_of
        return f"{number_of}, about {min(left, _USUALLY)} left"

    def full(self, skills: Sequence[str] | None = None, *, way_back: bool = False) -> None:
        """Ask for certain skills, also those that are rated; without any, for every unrated one.

        Raises:
            GoBackError: with ``way_back``, where the person goes back from the first question.

        """
        wanted = unrated(self.catalog.ladder, self.answers.profile) if skills is None else skills
        self._run(
            lambda name, state, back: self._skill(
                name, state, f"question {len(state.asked) + 1} of {len(wanted)}", back=back
            ),
            lambda state: _first(wanted, state),
            way_back=way_back,
        )

    def _run(
        self,
        ask: Callable[[str, _State, bool], _State],
        following: Callable[[_State], str | None],
        *,
        asked: frozenset[str] = frozenset(),
        way_back: bool = False,
    ) -> None:
        """Ask until nothing is left, with a way back to every question of this run, or out of it.

        The state alone decides what is asked, so going back to a state goes back to its question.
        """
        state = _State(self.answers.profile, self.answers.count, asked)
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
            self.answers.change(state.profile, state.count, state.passed_over)

    def _fact(self, name: str, state: _State, *, back: bool) -> _State:
        said = self.answers.said
        offered = {name: said[name]} if name in said else {}
        change = self.questions.ask(name, msgspec.structs.replace(state.profile, **offered), back=back)
        said[name] = change[name]
        return state.answered(name, msgspec.structs.replace(state.profile, **change))

    def _skill(self, name: str, state: _State, position: str, *, back: bool) -> _State:
        skill, rated = self.catalog.skills_by_id[name], self.answers.rated
        while True:
            answer = self._choose_level(skill, position, state.profile, back=back)
            if answer == _FINISH:
                return msgspec.structs.replace(state, finished=True)
            if answer == _SKIP:
                self.asker.tell(f"  {skill.name}: skipped")
                rated.pop(name, None)
                return msgspec.structs.replace(
                    state,
                    profile=_without(state.profile, name),
                    asked=state.asked | {name},
                    passed_over=state.passed_over | {name},
                )
            if answer != _MARK:
                level = rated[name] = int(answer)
                self.asker.tell(f"  {skill.name}: {level} {LEVEL_NAMES[level]}")
                unrated_before = _without(state.profile, name)
                skills = unrated_before.skills | {name: level}
                return state.answered(name, msgspec.structs.replace(unrated_before, skills=skills))
            marked = self._mark(skill, state.profile)
            if marked is not None:
                return state.answered(name, marked)

    def _choose_level(self, skill: Skill, position: str, profile: Profile, *, back: bool) -> str:
        group = self.catalog.group_titles.get(skill.group, "")
        levels = enumerate(("I have not done this yet.", *skill.levels))
        options = [
            *(Option(str(level), text, str(level)) for level, text in levels),
            Option("s", "skip", _SKIP, aside=True),
            Option("n", "does not apply", _MARK, aside=True),
            Option("f", "finish here", _FINISH, aside=True),
        ]
        have = profile.skills.get(skill.id, self.answers.rated.get(skill.id))
        default = _SKIP if have is None else str(have)
        shown = _shown(profile.evidence.get(skill.id, ""))
        detail = f"{skill.summary}{shown} Which of these sounds most like you?"
        title = f"{skill.name} ({group}, {position})"
        return self.asker.choose(title, detail, options, default, back=back)

    def _mark(self, skill: Skill, profile: Profile) -> Profile | None:
        """Return the profile with a skill marked as not applicable, or None to ask for it again."""
        ladder, why = self.catalog.ladder, None
        if skill.id in ladder.always_apply:
            why = "somewhere on this ladder everybody has to show it"
        elif refused(ladder, {*profile.not_applicable, skill.id}):
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
    return next((name for name in questions if name not in state.asked), None)


def _without(profile: Profile, skill: str) -> Profile:
    """Return the profile with a skill unrated; its evidence stays."""
    return msgspec.structs.replace(
        profile,
        skills={name: level for name, level in profile.skills.items() if name != skill},
        not_applicable={name: why for name, why in profile.not_applicable.items() if name != skill},
    )


def _shown(evidence: str) -> str:
    """Return what somebody has written of a skill, to stand beside the question: its first line."""
    lines = evidence.splitlines()
    if not lines:
        return ""
    more = f", and {len(lines) - 1} more" if lines[1:] else ""
    return f' You have written: "{shortened(lines[0], _SHOWN_LENGTH)}"{more}.'


def minutes(questions: int) -> str:
    """Return how long this many questions about skills take, as in "a minute"."""
    amount = max(round(questions / _QUESTIONS_A_MINUTE), 1)
    return "a minute" if amount == 1 else f"{amount} minutes"
