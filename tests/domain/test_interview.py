from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.interview import (
    TOGETHER,
    asked_with,
    hands_on,
    is_flat,
    is_new,
    next_question,
    questions_left,
)
from careercli.domain.model import Catalog, Profile
from careercli.domain.placement import is_clear, place, unrated
from tests.domain.builders import Rung, asks, catalog_of, ladder, must, person
from tests.domain.ladders import Answer, Case, answered, answers, cases


class Turn(NamedTuple):
    """A moment of a quick interview: what is known, what was skipped, and the next question."""

    profile: Profile
    passed_over: frozenset[str]
    question: str | None


class Interview(NamedTuple):
    """A person and what they would answer."""

    case: Case
    says: Mapping[str, Answer]

    def turns(self) -> Iterator[Turn]:
        """Yield every turn of the quick interview; the last has no question.

        Neither what is answered nor what was skipped comes again, so it ends.
        """
        profile, passed_over = self.case.profile, frozenset[str]()
        while True:
            question = next_question(self.case.ladder, profile, passed_over=passed_over)
            yield Turn(profile, passed_over, question)
            if question is None:
                return
            assert question in set(self.says) - passed_over - profile.skills.keys()
            profile = answered(self.case.ladder, profile, {question: self.says[question]})
            if question not in profile.skills and question not in profile.not_applicable:
                passed_over |= {question}


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """Draw a person who has rated nothing yet, and their answers."""
    case = draw(cases(5, 8)).but(skills={})
    says = {name: draw(answers(case.ladder, name)) for name in unrated(case.ladder, case.profile)}
    return Interview(case, says)


@given(interviews())
def test_the_quick_interview_ends_when_the_tier_is_settled_and_not_before(interview: Interview) -> None:
    """Or where nothing is left to ask; of newcomers more has to be known, and less surely."""
    for turn in interview.turns():
        if is_new(interview.case.ladder, turn.profile) and hands_on(interview.case.ladder):
            continue
        settled = is_clear(interview.case.ladder, turn.profile)
        left = set(unrated(interview.case.ladder, turn.profile)) - turn.passed_over
        assert (turn.question is None) is (settled or not left)


@given(interviews())
def test_the_number_of_questions_left_is_told(interview: Interview) -> None:
    """None at the end, at least one before it, never more than there are, nor than one wants to know."""
    for turn in interview.turns():
        left = questions_left(interview.case.ladder, turn.profile, passed_over=turn.passed_over)
        open_skills = set(unrated(interview.case.ladder, turn.profile)) - turn.passed_over
        assert (left == 0) is (turn.question is None)
        assert left <= len(open_skills)
        assert questions_left(interview.case.ladder, turn.profile, most=0) == 0


def test_gates_around_the_person_are_asked_first() -> None:
    """Before requirements of the same tier, and before the gates of a tier far above."""
    low = tuple(asks(name, 2) for name in ("a", "b", "c"))
    of = ladder(
        Rung(low, gates=(must("c", levels=(2,)),)),
        *(
            Rung((asks(f"x{rank}", 4),), gates=(must(f"x{rank}", levels=(4,)),), support=9.0)
            for rank in range(4)
        ),
    )
    assert next_question(of, person(1.0)) == "c"


def test_what_years_or_the_job_have_decided_is_asked_last() -> None:
    """Where years allow no more than the first tier, the gates of the second tell little."""
    of = ladder(
        Rung((asks("a", 2), asks("b", 2)), gates=(must("a", levels=(2,)),)),
        Rung((asks("far", 4),), gates=(must("far", levels=(4,)),), support=30.0),
    )
    assert next_question(of, person(1.0)) == "a"
    assert next_question(of, person(1.0, a=2)) == "b"


def test_ties_go_to_the_order_of_the_ladder() -> None:
    """Whatever the names are."""
    of = ladder(Rung(tuple(asks(name, 1) for name in ("d", "b", "a", "c"))))
    assert next_question(of, person()) == "d"
    assert next_question(of, person(), passed_over=frozenset({"d"})) == "b"


def test_a_person_with_all_rated_is_asked_nothing() -> None:
    """There is nothing left to ask, settled or not."""
    of = ladder(Rung((asks("a", 1), asks("b", 1))))
    assert next_question(of, person(a=1, b=0)) is None
    assert questions_left(of, person(a=1, b=0)) == 0


@pytest.mark.parametrize("level", [0, 1, 2, 3, 4])
def test_on_the_built_in_ladder_few_questions_find_the_tier_of_all_answers(
    catalog: Catalog, level: int
) -> None:
    """Somebody who is equally far in everything needs about eight."""
    facts = person(6.0, 3.0, title="Customer Support Team Lead", team=8)
    case = Case(catalog, facts, catalog.ladder.top)
    says = dict.fromkeys(unrated(case.ladder, case.profile), level)
    *asked, last = Interview(case, says).turns()
    full = msgspec.structs.replace(facts, skills=says)
    assert len(asked) <= 12
    assert place(case.ladder, last.profile).current is place(case.ladder, full).current


def test_somebody_clearly_before_the_first_tier_is_not_asked_everything(catalog: Catalog) -> None:
    """Eight answers of none are enough."""
    case = Case(catalog, person(0.5), catalog.ladder.top)
    *asked, last = Interview(case, dict.fromkeys(unrated(case.ladder, case.profile), 0)).turns()
    assert len(asked) <= 12
    assert place(case.ladder, last.profile).state == "before-first"


def test_a_catalog_without_gates_in_reach_still_ends() -> None:
    """With eight alike answers the placement is settled, though much is not asked."""
    of = ladder(Rung(tuple(asks(f"skill-{number}", 2) for number in range(30))))
    case = Case(catalog_of(of), person(3.0), of.top)
    *asked, _ = Interview(case, dict.fromkeys(of.skills, 2)).turns()
    assert len(asked) == 8


@pytest.mark.parametrize(
    ("ratings", "flat"),
    [
        ([], False),
        ([3, 3, 3, 3], False),
        ([3, 3, 3, 3, 3], True),
        ([3, 3, 3, 3, 1], True),
        ([3, 3, 3, 2, 1], False),
        ([0] * 8 + [1, 2], True),
        ([0] * 7 + [1, 2, 3], False),
        ([2] * 12 + [3] * 3, True),
        ([2] * 11 + [3] * 4, False),
    ],
)
def test_ratings_are_flat_from_eight_in_ten(ratings: list[int], flat: bool) -> None:
    """Among five ratings or more; what is not rated does not count."""
    assert is_flat(person(**{f"skill-{number}": level for number, level in enumerate(ratings)})) is flat


# -- newcomers -----------------------------------------------------------------------------------------


@given(interviews())
def test_a_list_is_for_newcomers_and_has_open_skills_of_the_first_tier(interview: Interview) -> None:
    """Of those that the top tier does not ask, the one that comes next among them; and never a single one."""
    ladder = interview.case.ladder
    for turn in interview.turns():
        if turn.question is None:
            return
        together = asked_with(ladder, turn.profile, turn.question, passed_over=turn.passed_over)
        if not together:
            continue
        assert is_new(ladder, turn.profile)
        assert turn.question in together
        assert len(together) in TOGETHER
        assert set(together) <= set(unrated(ladder, turn.profile)) - turn.passed_over
        assert set(together) <= ladder.tiers[0].needs.keys() - ladder.top.needs.keys()


OUTSIDERS = st.builds(
    Profile,
    support_years=st.sampled_from((0.0, 0.5)),
    leading_elsewhere_years=st.sampled_from((0.0, 3.0, 8.0)),
)


@given(OUTSIDERS, st.data())
def test_a_newcomer_is_asked_in_one_list_and_for_what_they_bring(
    catalog: Catalog, profile: Profile, data: st.DataObject
) -> None:
    """One list at the most, five skills alone at least, and what is ticked may be asked for its level."""
    ladder = catalog.ladder
    says = {skill: data.draw(st.integers(0, 3)) for skill in ladder.skills}
    ticked, lists, alone = frozenset[str](), 0, 0
    while skill := next_question(ladder, profile, ticked=ticked):
        if together := asked_with(ladder, profile, skill):
            lists += 1
            levels = {each: min(says[each], 1) for each in together}
            ticked = frozenset(each for each in together if levels[each])
        else:
            alone += 1
            assert skill in ticked or skill not in profile.skills
            levels, ticked = {skill: says[skill]}, ticked - {skill}
        left = questions_left(ladder, profile, ticked=ticked)
        profile = msgspec.structs.replace(profile, skills=profile.skills | levels)
        assert 0 <= left <= 60

    assert lists <= 1
    assert alone >= 5 or not unrated(ladder, profile)
    assert all(profile.skills[name] in {says[name], min(says[name], 1)} for name in profile.skills)
