"""The interview: facts first, then skills recognized by behavior, each question skippable and reversible.

The state is a stack of what was answered, so that going back restores exactly what was before. What a tier
needs is never shown before a rating is given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

import msgspec

from careercli.documents.text import clean, one_line
from careercli.domain.interview import next_question
from careercli.domain.model import LEVEL_NAMES, Catalog, Profile, Skill, Tier
from careercli.domain.names import fold
from careercli.domain.phrases import count, number
from careercli.domain.placement import place, rank_of, unrated
from careercli.domain.typed import Kind, typed
from careercli.prompts.asker import Asker, GoBackError, Option

FACTS = ("name", "title", "support_years", "leading_years", "leads_people", "goal", "hours_per_week")

_SKIP, _MARK, _FINISH = "skip", "not applicable", "finish"
_NOT_YET = "I have not done this yet."
_LONGEST = 200
_GOAL_KEYS = "123456789acdefghijklmnopqrstuvwxyz"
"""A key for each goal; b goes back."""


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
        """Ask for name, title, years, goal and hours: what the profile does not hold yet, or all again."""
        answers = self.answers
        if again:
            asked = [name for name in FACTS if self._applies(name, self.profile)]
            self.said |= {name: getattr(self.profile, name) for name in asked}
        self._run(
            lambda name, state, back: self._fact(name, state, back=back),
            lambda state: _first([name for name in FACTS if self._applies(name, state.profile)], state),
            answered=frozenset() if again else _known_facts(self.profile),
        )
        if again:
            self.answers = answers  # the same questions, not more of them

    def quick(self, *, way_back: bool = False) -> None:
        """Ask for skills until no answer can change the tier any more.

        Raises:
            GoBackError: with ``way_back``, where the person goes back from the first question.

        """
        self._run(
            lambda name, state, back: self._skill(name, state, back=back, total=0),
            lambda state: next_question(self.catalog.ladder, state.profile, passed_over=state.passed_over),
            way_back=way_back,
        )

    def full(self, skills: Sequence[str] | None = None, *, way_back: bool = False) -> None:
        """Ask for certain skills, also those that are rated; without any, for every unrated one.

        Raises:
            GoBackError: with ``way_back``, where the person goes back from the first question.

        """
        wanted = unrated(self.catalog.ladder, self.profile) if skills is None else tuple(skills)
        self._run(
            lambda name, state, back: self._skill(name, state, back=back, total=len(wanted)),
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

    # -- facts -----------------------------------------------------------------------------------------

    def _fact(self, name: str, state: _State, *, back: bool) -> _State:
        offered = state.profile
        if name in self.said:
            offered = msgspec.structs.replace(offered, **{name: self.said[name]})
        change = getattr(self, f"_ask_{name}")(offered, back=back)
        self.said[name] = change[name]
        return _answered(state, name, msgspec.structs.replace(state.profile, **change))

    def _ask_name(self, profile: Profile, *, back: bool) -> dict[str, object]:
        text = self.asker.text("What is your name?", profile.name or "", _any_text, back=back)
        return {"name": one_line(clean(text)) or None}

    def _ask_title(self, profile: Profile, *, back: bool) -> dict[str, object]:
        title = "What is your job title now, or the last one you had?"
        text = self.asker.text(title, profile.title or "", _any_text, back=back)
        return {"title": one_line(clean(text)) or None}

    def _ask_support_years(self, profile: Profile, *, back: bool) -> dict[str, object]:
        title = "How many years have you worked in customer support, in any seat, leading ones included?"
        years = self._number(title, profile.support_years, "years", (0, 60), back=back)
        return {"support_years": years} | _leading(profile, min(profile.leading_years, years))

    def _ask_leading_years(self, profile: Profile, *, back: bool) -> dict[str, object]:
        title = (
            "How many of these years did you answer for other people's support work, as team lead, "
            "supervisor, manager or above?"
        )
        limits = (0, profile.support_years)
        return _leading(profile, self._number(title, profile.leading_years, "years", limits, back=back))

    def _ask_leads_people(self, _profile: Profile, *, back: bool) -> dict[str, object]:
        options = [Option("y", "Yes", "yes"), Option("n", "No", "no")]
        default = "no" if self.said.get("leads_people") is False else "yes"
        answer = self.asker.choose("Do you lead support people now?", "", options, default, back=back)
        return {"leads_people": answer == "yes"}

    def _ask_goal(self, profile: Profile, *, back: bool) -> dict[str, object]:
        goals = self._goals()
        options = [Option(key, tier.title, tier.id) for key, tier in zip(_GOAL_KEYS, goals, strict=False)]
        reached = rank_of(place(self.catalog.ladder, profile).by_years)
        default = profile.goal
        if default not in {option.value for option in options}:
            highest = max(goals, key=lambda tier: tier.rank)
            default = next((tier.id for tier in goals if tier.rank > reached), highest.id)
        answer = self.asker.choose("Where do you want to get to?", "", options, default, back=back)
        return {"goal": answer}

    def _goals(self) -> list[Tier]:
        """Return the tiers to aim at: those that the ladder offers first, then the others above rank 1."""
        ladder = self.catalog.ladder
        first = [ladder.tier(goal) for goal in ladder.goals]
        others = (tier for tier in ladder.tiers if tier not in first and tier.rank > 1)
        return [*first, *others][: len(_GOAL_KEYS)]

    def _applies(self, fact: str, profile: Profile) -> bool:
        """Return whether a fact has to be asked after the answers before it."""
        if fact == "leading_years":
            return profile.support_years > 0
        if fact == "leads_people":
            return profile.leading_years > 0
        return fact != "goal" or bool(self._goals())

    def _ask_hours_per_week(self, profile: Profile, *, back: bool) -> dict[str, object]:
        title = "How many hours a week can you give to getting there?"
        hours = self._number(title, profile.hours_per_week, "weekly", (0.5, 80), back=back)
        return {"hours_per_week": hours}

    def _number(
        self, title: str, now: float, kind: Kind, limits: tuple[float, float], *, back: bool
    ) -> float:
        """Ask for a number within limits; Enter keeps the one that is there now, exactly."""
        low, high = limits
        now = min(max(now, low), high)
        default = f"{now:g}"

        def check(text: str) -> str | None:
            found = typed(text, kind)
            if text == default or (found and not found.signed and low <= found.amount <= high):
                return None
            # One line of 40 columns has to do: that is all a terminal may give it.
            example = ", such as 2.5" if high > 2.5 else ""
            return f"A number from {low:g} to {high:g}{example}."

        text = self.asker.text(title, default, check, back=back)
        answer = None if text == default else typed(text, kind)
        return now if answer is None else answer.amount

    # -- skills ----------------------------------------------------------------------------------------

    def _skill(self, name: str, state: _State, *, back: bool, total: int) -> _State:
        skill = self.catalog.skills_by_id[name]
        answered = state.answered | {name}
        position = f"question {len(answered)} of {total}" if total else f"question {len(answered)}"
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
        if skill.id in self.catalog.ladder.gates:
            self.asker.tell(
                f"  {skill.name} is asked of everybody on this ladder. If you have not done it, choose 0."
            )
            return None
        question = f"Why does it not apply? ({skill.name})"
        try:
            reason = self.asker.text(question, "Not part of my work", _any_text, back=True)
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


def _known_facts(profile: Profile) -> frozenset[str]:
    """Return the facts that were answered before: all up to the last that is not as it was at the start."""
    blank = Profile(support_years=0.0)
    given = [index for index, name in enumerate(FACTS) if getattr(profile, name) != getattr(blank, name)]
    return frozenset(FACTS[: given[-1] + 1] if given else ())


def _leading(profile: Profile, years: float) -> dict[str, object]:
    """Return the facts about leading after so many years of it; nobody leads now who never did."""
    return {"leading_years": years, "leads_people": profile.leads_people and years > 0}


def facts_sentence(profile: Profile) -> str:
    """Return the facts of a profile in one sentence, to show what an interview starts from."""
    who = [word for word in (profile.name, profile.title) if word]
    years = f"{_years(profile.support_years)} in support, {_years(profile.leading_years)} leading"
    return f"{', '.join([*who, years])}; {count(len(profile.skills), 'skill')} rated."


def _years(amount: float) -> str:
    return f"{number(amount)} {'year' if amount == 1 else 'years'}"


def _without(profile: Profile, skill: str) -> Profile:
    """Return the profile with a skill unrated; its evidence stays."""
    return msgspec.structs.replace(
        profile,
        skills={name: level for name, level in profile.skills.items() if name != skill},
        not_applicable={name: why for name, why in profile.not_applicable.items() if name != skill},
    )


def _any_text(text: str) -> str | None:
    if len(text) > _LONGEST:
        return f"That is longer than {_LONGEST} characters; a shorter form will do."
    return None


def slug(name: str | None) -> str:
    """Return a file name for a person: small letters without accents, digits and hyphens."""
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", fold(name or "")) if not unicodedata.combining(c)
    )
    words = re.findall(r"[a-z0-9]+", letters)
    return "-".join(words)[:60].strip("-") or "my-profile"
