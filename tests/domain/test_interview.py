from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.interview import is_flat, next_question
from careercli.domain.model import Catalog, Ladder, Profile
from careercli.domain.placement import place, rank_of, unrated, with_unrated_at
from tests.domain.builders import Rung, asks, ladder, person
from tests.domain.ladders import Answer, Case, answered, answers, cases, completions


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
            if self.says[question] is None:
                passed_over |= {question}
            profile = answered(profile, {question: self.says[question]})


@st.composite
def interviews(draw: st.DrawFn, tiers: int = 5, skills: int = 6, *, skips: bool = True) -> Interview:
    """Draw a person who has rated nothing yet, half of them with years for any tier, and their answers."""
    case = draw(cases(tiers, skills)).but(skills={})
    if draw(st.booleans()):
        case = case.but(support_years=60.0, leading_years=60.0)
    says = {name: draw(answers(case.ladder, name)) for name in unrated(case.ladder, case.profile)}
    if not skips:
        says = {name: 2 if answer is None else answer for name, answer in says.items()}
    return Interview(case, says)


def _range(of: Ladder, profile: Profile) -> tuple[int, int]:
    """Return the ranks of the current and the highest possible tier."""
    found = place(of, profile)
    return rank_of(found.current), rank_of(found.highest_possible)


@given(interviews(skips=False))
def test_the_quick_interview_ends_as_soon_as_the_tier_is_certain(interview: Interview) -> None:
    """Where every question is answered: no question after that, and no end before it."""
    for turn in interview.turns():
        assert place(interview.case.ladder, turn.profile).certain is (turn.question is None)


@given(interviews())
def test_the_quick_interview_gives_what_the_full_one_gives(interview: Interview) -> None:
    """The same tier and the same highest possible one, whatever is skipped or not applicable."""
    *_, last = interview.turns()
    of = interview.case.ladder
    full = answered(interview.case.profile, interview.says)
    assert _range(of, last.profile) == _range(of, full)


@given(interviews(tiers=4, skills=4))
def test_no_question_is_asked_that_cannot_matter(interview: Interview) -> None:
    """Tried out: some answers to the others, with those skipped at best or at 0, let this one decide."""
    of = interview.case.ladder
    for turn in interview.turns():
        if turn.question:
            others = [name for name in interview.says if name != turn.question]
            open_skills = [name for name in others if name in unrated(of, turn.profile)]
            assert any(
                _decides(of, complete, turn.question)
                for skipped in (0, 4)
                for complete in completions(
                    of,
                    answered(turn.profile, dict.fromkeys(turn.passed_over, skipped)),
                    [name for name in open_skills if name not in turn.passed_over],
                )
            )


def _decides(of: Ladder, profile: Profile, name: str) -> bool:
    """Return whether the tier hangs on the level of one skill."""
    low, high = (place(of, answered(profile, {name: level})) for level in (0, 4))
    return low.current != high.current


@given(interviews())
def test_the_most_telling_question_comes_first(interview: Interview) -> None:
    """Tried out: no other answer narrows the range between current and highest possible more, on average."""
    of = interview.case.ladder
    for turn in interview.turns():
        if turn.question:
            open_skills = [n for n in unrated(of, turn.profile) if n not in turn.passed_over]
            left = {name: _left_open(of, turn.profile, name) for name in open_skills}
            assert left[turn.question] == min(left.values())


def _left_open(of: Ladder, profile: Profile, name: str) -> int:
    """Return how wide the range still is after each of the five answers to a question, together."""
    ranges = (_range(of, answered(profile, {name: level})) for level in range(5))
    return sum(high - low for low, high in ranges)


def test_nothing_is_asked_where_years_already_decide() -> None:
    """No skill lifts someone over a clock."""
    of = ladder(Rung((asks("talk", 1),), support=1.0))
    assert next_question(of, person(0.5)) is None
    assert next_question(of, person(1.0)) == "talk"


def test_skills_of_tiers_out_of_reach_are_not_asked() -> None:
    """Here the second tier is two years away."""
    of = ladder(Rung((asks("talk", 1),)), Rung((asks("lead", 4, 3, must=True),), support=2.0))
    assert next_question(of, person()) == "talk"
    assert next_question(of, person(talk=0)) is None
    assert next_question(of, person(2.0, talk=1)) == "lead"


def test_a_gate_that_few_answers_pass_is_asked_before_an_easy_one() -> None:
    """Four answers in five decide against the tier, instead of one in five."""
    of = ladder(Rung((asks("easy", 1, 3, must=True), asks("hard", 4, 1, must=True))))
    assert next_question(of, person()) == "hard"


def test_ties_go_to_the_larger_share_of_the_fit_and_then_to_the_order_of_the_ladder() -> None:
    """Where no answer alone decides anything."""
    light = [asks(name, 1) for name in ("a", "b", "c", "d")]
    assert next_question(ladder(Rung((*light, asks("e", 1, 2))), pass_fit=0.5), person()) == "e"
    assert (
        next_question(ladder(Rung((light[2], light[0], light[1], light[3])), pass_fit=0.5), person()) == "c"
    )


def test_what_a_skipped_gate_leaves_without_effect_is_not_asked() -> None:
    """With the gate the fit is enough, without it the tier is out: the other skill changes neither."""
    of = ladder(Rung((asks("gate", 1, 3, must=True), asks("extra", 1, 1))), pass_fit=0.7)
    assert next_question(of, person(), passed_over=frozenset({"gate"})) is None

    # Also where the fit would be enough without it: a gate that is not reached keeps the tier out.
    rung = Rung((asks("gate", 1, 3, must=True), asks("done", 1, 2), asks("extra", 1, 1)))
    of = ladder(rung, pass_fit=0.5)
    assert next_question(of, person(done=1), passed_over=frozenset({"gate"})) is None

    of = ladder(Rung((asks("large", 1, 3), asks("extra", 1, 1))), pass_fit=0.7)
    assert next_question(of, person(), passed_over=frozenset({"large"})) is None


def test_after_a_skip_what_still_matters_is_asked() -> None:
    """The skipped skill may be rated later: what it could make decisive still narrows what is possible."""
    of = ladder(Rung((asks("gate", 1, 3, must=True), asks("extra", 1, 3))), pass_fit=0.7)
    assert next_question(of, person(), passed_over=frozenset({"gate"})) == "extra"


def test_what_decides_without_a_skipped_skill_is_asked() -> None:
    """With the skipped one the fit is enough in any case; while it is not rated, the small one decides."""
    of = ladder(Rung((asks("large", 1, 3), asks("half", 2, 2), asks("small", 1, 1))), pass_fit=0.3)
    assert next_question(of, person(half=1), passed_over=frozenset({"large"})) == "small"


def test_on_the_built_in_ladder_a_newcomer_is_asked_less_than_half(catalog: Catalog) -> None:
    """With three years of support behind them, rating everything as working, and no leading years."""
    case = Case(catalog, person(3.0), catalog.ladder.top)
    says = dict.fromkeys(unrated(case.ladder, case.profile), 2)
    *asked, last = Interview(case, says).turns()
    assert len(asked) < len(says) / 2
    assert _range(case.ladder, last.profile) == _range(
        case.ladder, with_unrated_at(case.ladder, case.profile, 2)
    )


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
