"""The interview: facts first, then skills recognized by behavior, each question skippable and reversible.

The state is a stack of what was answered, so that going back restores exactly what was before. What a tier
needs is never shown before a rating is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careercli.domain.interview import asked_with, next_question, questions_left
from careercli.domain.marks import refused
from careercli.domain.model import Profile, Skill
from careercli.domain.placement import SETTLED_FROM, place, seat_now, unrated
from careercli.formats.document import shortened
from careercli.formats.text import clean, one_line
from careercli.interview.answers import Answers
from careercli.interview.checklist import ask_done
from careercli.interview.facts import FACTS, FactQuestions, any_text, known_facts
from careercli.interview.run import Place, Run, State
from careercli.prompts.asker import GoBackError, Option
from careercli.text.phrases import count
from careercli.text.questions import explained_skill, minutes

_SKIP, _MARK, _FINISH = "skip", "not applicable", "finish"
_SHOWN_LENGTH = 56
"""Letters of evidence that one line of 80 columns has room for."""

LIST = "*"
"""Stands for the list to tick among the questions that were asked, and is no skill."""

_NOT_YET = "I have not done this yet."
_USUALLY = 15
"""Hardly anybody is asked more; what the first few answers let one expect is often too many."""


class Interview:
    """Asks for answers, as many as are wanted; what it hears goes into them at once."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.asker = answers.asker
        self.catalog = answers.catalog
        self.questions = FactQuestions(self.catalog, self.asker)
        self._facts: Run | None = None
        self._skills: Run | None = None

    @property
    def has_asked(self) -> bool:
        """Whether anything was asked about skills."""
        return self._skills is not None and bool(self._skills.before)

    @property
    def has_asked_facts(self) -> bool:
        """Whether anything was asked about facts."""
        return self._facts is not None and bool(self._facts.before)

    def facts(
        self, *, again: bool = False, known: frozenset[str] | None = None, way_back: bool = False
    ) -> None:
        """Ask for name, title, job, years, goal and hours: what is not known yet, or all again.

        ``known`` are the facts that a résumé has told; without one, the answers say what is known.

        Raises:
            GoBackError: with ``way_back``, where the person goes back from the first question.

        """
        answers = self.answers
        before, profile = answers.count, answers.profile
        if again:
            asked_before = self.questions.worth_asking(profile)
            answers.said |= {fact: getattr(profile, fact) for fact in asked_before}
        self._facts = self._fact_run()
        self._facts.way_back = way_back
        asked = frozenset() if again else known_facts(profile, answers.blank) if known is None else known
        self._run(self._facts, self._state(profile, answers.count, asked))
        if again:
            answers.count = before  # the same questions, not more of them

    def quick(self, *, way_back: bool = False) -> None:
        """Ask for the skills that tell most until the tier is settled.

        Raises:
            GoBackError: with ``way_back``, where the person goes back from the first question.

        """

        def ask(name: str, state: State, back: bool) -> State:  # noqa: FBT001 - as every run calls it
            place = self._quick_place(state)
            if name == LIST:
                together = self._together(self._next_skill(state) or "", state)
                return self._list(together, state, place.position, back=back)
            return self._skill(name, state, place, back=back)

        self._run_skills(ask, self._next, way_back=way_back)

    def _next(self, state: State) -> str | None:
        skill = self._next_skill(state)
        return LIST if skill and self._together(skill, state) else skill

    def _next_skill(self, state: State) -> str | None:
        return next_question(
            self.catalog.ladder, state.profile, passed_over=state.passed_over, ticked=state.ticked
        )

    def _together(self, skill: str, state: State) -> tuple[str, ...]:
        """Return the skills to tick in one list with this one; none where it is asked alone."""
        if LIST in state.asked:
            return ()
        return asked_with(self.catalog.ladder, state.profile, skill, passed_over=state.passed_over)

    def _quick_place(self, state: State) -> Place:
        left = questions_left(
            self.catalog.ladder, state.profile, passed_over=state.passed_over, ticked=state.ticked
        )
        position, so_far = f"question {len(state.asked) + 1}", self._so_far(state, left, quick=True)
        if state.profile.skills and not so_far:
            position += f", about {min(left, _USUALLY)} left"
        return Place(position, so_far)

    def _so_far(self, state: State, left: int, *, quick: bool = False) -> str:
        """Return the tier as the answers have it so far; empty while they are too few to say.

        Between two tiers a ``quick`` interview may go on for long; then it also says that it need not.
        """
        here = place(self.catalog.ladder, state.profile).current
        if here is None or len(state.profile.skills) < SETTLED_FROM:
            return ""
        questions = count(left, "question")
        if quick and left > _USUALLY:
            return f"So far: {here.short}, a close call. Up to {questions} left; f ends here with that."
        return f"So far: {here.short}; {'about ' if quick else ''}{questions} left, {minutes(left)}."

    def full(self, skills: Sequence[str] | None = None, *, way_back: bool = False) -> None:
        """Ask for certain skills, also those that are rated; without any, for every unrated one.

        Raises:
            GoBackError: with ``way_back``, where the person goes back from the first question.

        """
        wanted = unrated(self.catalog.ladder, self.answers.profile) if skills is None else skills

        def place_in(state: State) -> Place:
            at = len(state.asked) + 1
            return Place(f"question {at} of {len(wanted)}", self._so_far(state, len(wanted) - at + 1))

        self._run_skills(
            lambda name, state, back: self._skill(name, state, place_in(state), back=back),
            lambda state: _first(wanted, state),
            way_back=way_back,
        )

    def change(self, question: str) -> None:
        """Ask one question anew, a fact or a skill, and what has to be asked after that answer.

        Raises:
            GoBackError: the person would rather keep the answer.

        """
        answers = self.answers
        profile, number = answers.profile, answers.count
        if question in FACTS:
            answers.said[question] = getattr(profile, question)
            run = self._fact_run()
            asked = frozenset(self.questions.worth_asking(profile)) - {question}
            number -= 1
        else:
            run = Run(
                lambda name, state, back: self._skill(name, state, Place(), back=back),
                lambda state: _first((question,), state),
            )
            asked = frozenset()
            number -= question in profile.skills or question in profile.not_applicable
        run.way_back = True
        self._run(run, self._state(profile, number, asked, but=frozenset({question})))

    def change_list(self) -> None:
        """Ask anew what was done before, and the level of what is ticked now and was not.

        Raises:
            GoBackError: the person would rather keep the answer.

        """
        answers = self.answers
        listed = [skill for skill in self.catalog.ladder.skills if skill in answers.listed]
        before = self._state(answers.profile, answers.count)

        def ask(name: str, state: State, back: bool) -> State:  # noqa: FBT001 - as every run calls it
            if name == LIST:
                return self._list(listed, state, "", back=back)
            return self._skill(name, state, Place(), back=back)

        def following(state: State) -> str | None:
            return _first((LIST, *sorted(state.ticked - before.ticked)), state)

        self._run(Run(ask, following, way_back=True), before)

    def back_to_facts(self) -> None:
        """Ask for the last fact again, and what follows it; all of them where none was asked yet."""
        if self._facts is None or not self._facts.before:
            self.facts(again=True)
        else:
            self._run(self._facts, self._facts.before.pop())

    def back_to_skills(self) -> None:
        """Ask for the last skill again, and what follows it.

        What was changed meanwhile stays: then there is a way back to one question, and not to more.

        Raises:
            GoBackError: none was asked, or the person goes back further.

        """
        run = self._skills
        if run is None or run.end is None or not run.before:
            raise GoBackError
        state, end, answers = run.before.pop(), run.end, self.answers
        if answers.profile != end.profile:
            last = end.asked - state.asked  # none where the person has ended the questions there
            if LIST in last:
                last = end.listed
            profile, number = answers.profile, answers.count
            for name in last:
                number -= name in profile.skills or name in profile.not_applicable
                profile = _without(profile, name)
            state = self._state(profile, number, state.asked, but=last)
            run.before.clear()
        self._run(run, state)

    def _state(
        self,
        profile: Profile,
        number: int,
        asked: frozenset[str] = frozenset(),
        *,
        but: frozenset[str] = frozenset(),
    ) -> State:
        """Return where questions begin: what was skipped or ticked stays so, ``but`` what is asked anew."""
        answers = self.answers
        return State(
            profile, number, asked, frozenset(answers.passed_over - but), frozenset(answers.listed - but)
        )

    def _fact_run(self) -> Run:
        return Run(
            lambda name, state, back: self._fact(name, state, back=back),
            lambda state: _first(self.questions.worth_asking(state.profile), state),
        )

    def _run_skills(
        self,
        ask: Callable[[str, State, bool], State],
        following: Callable[[State], str | None],
        *,
        way_back: bool,
    ) -> None:
        """Ask for skills; whoever goes back out of it is where they were, with the questions before it."""
        before, self._skills = self._skills, Run(ask, following, way_back)
        try:
            start = self._state(self.answers.profile, self.answers.count)
            self._run(self._skills, start.but(passed_over=frozenset()))
        except GoBackError:
            self._skills = before
            raise

    def _run(self, run: Run, state: State) -> None:
        """Ask until nothing is left, with a way back to every question of this run, or out of it.

        The state alone decides what is asked, so going back to a state goes back to its question.
        """
        while not state.finished and (question := run.following(state)) is not None:
            try:
                result = run.ask(question, state, run.way_back or bool(run.before))
            except GoBackError:
                if not run.before:
                    raise
                state = run.before.pop()
            else:
                run.before.append(state)
                state = result
            self.answers.listed = state.listed
            self.answers.change(state.profile, state.count, state.passed_over)
        run.end = state

    def _fact(self, name: str, state: State, *, back: bool) -> State:
        said = self.answers.said
        offered = {name: said[name]} if name in said else {}
        change = self.questions.ask(name, state.profile.but(**offered), back=back)
        said[name] = change[name]
        return state.answered(name, state.profile.but(**change))

    def _list(self, together: Sequence[str], state: State, position: str, *, back: bool) -> State:
        """Ask in one list what was done before; what is ticked counts as the first level until asked."""
        rated, skills = self.answers.rated, [self.catalog.skills_by_id[name] for name in together]
        done = ask_done(self.asker, skills, position, rated, back=back)
        if done is None:
            return state.but(finished=True)
        rated |= {name: max(level, rated.get(name, 0)) if level else 0 for name, level in done.items()}
        return state.but(
            profile=state.profile.but(skills=state.profile.skills | done),
            count=state.count + len(done.keys() - state.profile.skills.keys()),
            asked=state.asked | {LIST},
            listed=state.listed | done.keys(),
        )

    def _skill(self, name: str, state: State, place: Place, *, back: bool) -> State:
        skill, rated = self.catalog.skills_by_id[name], self.answers.rated
        while True:
            answer = self._choose_level(skill, place, state.profile, back=back)
            if answer == _FINISH:
                return state.but(finished=True)
            if answer == _SKIP:
                self.asker.tell(f"  {skill.name}: skipped")
                rated.pop(name, None)
                if name in state.listed:  # it stays ticked
                    return state.but(asked=state.asked | {name}, listed=state.listed - {name})
                return state.but(
                    profile=_without(state.profile, name),
                    asked=state.asked | {name},
                    passed_over=state.passed_over | {name},
                )
            if answer != _MARK:
                level = rated[name] = int(answer)
                self.asker.tell(f"  {skill.name}: {level}")
                unrated_before = _without(state.profile, name)
                skills = unrated_before.skills | {name: level}
                return state.answered(name, unrated_before.but(skills=skills))
            marked = self._mark(skill, state.profile)
            if marked is not None:
                return state.answered(name, marked)

    def _choose_level(self, skill: Skill, place: Place, profile: Profile, *, back: bool) -> str:
        options = [
            *level_options(skill),
            Option("s", "skip", _SKIP, aside=True),
            Option("n", "does not apply", _MARK, aside=True),
        ]
        if place.position:
            options.append(Option("f", "finish here", _FINISH, aside=True))
        now, before = profile.skills.get(skill.id), self.answers.rated.get(skill.id)
        have = before if now is None or (skill.id in self.answers.listed and before) else now
        default = _SKIP if have is None else str(have)
        parts = (skill.summary, _shown(profile.evidence.get(skill.id, "")), place.so_far)
        told = skill.for_seat(seat_now(self.catalog.ladder, profile))
        title = f"{skill.name} ({place.position})" if place.position else skill.name
        detail = "\n".join(filter(None, parts))
        return self.asker.choose(title, detail, options, default, back=back, explain=explained_skill(told))

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
        return marked.but(not_applicable=reasons)


def level_options(skill: Skill) -> list[Option]:
    """Return the levels of a skill as answers to choose: what somebody does at each."""
    return [Option(str(level), text, str(level)) for level, text in enumerate((_NOT_YET, *skill.levels))]


def _first(questions: Sequence[str], state: State) -> str | None:
    return next((name for name in questions if name not in state.asked), None)


def _without(profile: Profile, skill: str) -> Profile:
    """Return the profile with a skill unrated; its evidence stays."""
    return profile.but(
        skills={name: level for name, level in profile.skills.items() if name != skill},
        not_applicable={name: why for name, why in profile.not_applicable.items() if name != skill},
    )


def _shown(evidence: str) -> str:
    """Return what somebody has written of a skill, to stand beside the question: its first line."""
    lines = evidence.splitlines()
    if not lines:
        return ""
    more = f", and {len(lines) - 1} more" if lines[1:] else ""
    return f'You wrote: "{shortened(lines[0], _SHOWN_LENGTH)}"{more}.'
