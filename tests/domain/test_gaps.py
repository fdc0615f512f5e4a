from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.gaps import gaps
from careercli.domain.ladder import fit
from careercli.domain.model import Ladder, Profile, Skill
from tests.domain.builders import Rung, asks, catalog_of, ladder, person, skill
from tests.domain.ladders import Case, cases, reordered


def _order(of: Ladder, profile: Profile, *skills: Skill) -> list[str]:
    """Return the gaps of the first tier, counting tiers up to the top."""
    found = gaps(of, catalog_of(of, skills).skills_by_id, profile, of.tiers[0], of.top)
    return [gap.skill for gap in found]


def test_a_gap_says_what_is_missing_and_what_closing_it_is_worth() -> None:
    """Worked by hand: weights 3 and 1, one level of three done on the heavier."""
    of = ladder(
        Rung((asks("talk", 3, 3, must=True), asks("write", 2))), Rung((asks("talk", 4, 3, must=True),))
    )
    first, second = gaps(of, catalog_of(of).skills_by_id, person(talk=1), of.tiers[0], of.top)
    assert (first.skill, first.have, first.need, first.weight, first.must) == ("talk", 1, 3, 3, True)
    assert (first.kind, first.fit_gain, first.tiers) == ("gate", 0.5, ("t1", "t2"))
    assert first.hours == 3.0 + 4.5
    assert (second.skill, second.have, second.kind, second.fit_gain) == ("write", None, "unrated", 0.25)
    assert second.hours == 1.5 + 3.0


@pytest.mark.parametrize(
    ("have", "must", "kind"),
    [(0, True, "gate"), (0, False, "gap"), (None, True, "unrated"), (None, False, "unrated")],
)
def test_the_kind_of_a_gap(have: int | None, must: bool, kind: str) -> None:
    """Unrated where there is no rating, a gate or not; else gate for a must, else gap."""
    of = ladder(Rung((asks("talk", 1, must=must),)))
    profile = person() if have is None else person(talk=have)
    (gap,) = gaps(of, catalog_of(of).skills_by_id, profile, of.top)
    assert gap.kind == kind
    assert gap.have == have


def test_what_is_reached_or_not_applicable_is_no_gap() -> None:
    """A level at the need or above it, and a skill that does not apply, are left out."""
    of = ladder(Rung((asks("talk", 2), asks("write", 2), asks("sell", 2))))
    profile = msgspec.structs.replace(person(talk=2, write=3), not_applicable={"sell": "No shop"})
    assert gaps(of, catalog_of(of).skills_by_id, profile, of.top) == ()


def test_a_skill_that_is_not_applicable_makes_the_others_gain_more() -> None:
    """It leaves the sum that gains are shares of."""
    of = ladder(Rung((asks("talk", 2), asks("sell", 2, 3))))
    profile = msgspec.structs.replace(person(talk=1), not_applicable={"sell": "No shop"})
    (gap,) = gaps(of, catalog_of(of).skills_by_id, profile, of.top)
    assert gap.fit_gain == 0.5


def test_musts_come_first() -> None:
    """Even before a larger gain."""
    of = ladder(Rung((asks("a-large", 1, 3), asks("b-must", 1, 1, must=True))))
    assert _order(of, person()) == ["b-must", "a-large"]


def test_then_the_larger_gain() -> None:
    """Even before what more tiers need; an unrated skill is ranked like one at level 0."""
    of = ladder(Rung((asks("a-early", 1, 2), asks("c-half", 2, 3))), Rung((asks("d-late", 1, 3),)))
    profile = person(**{"a-early": 0, "c-half": 1})
    found = gaps(of, catalog_of(of).skills_by_id, profile, of.top)
    assert [(gap.skill, len(gap.tiers)) for gap in found] == [("d-late", 1), ("a-early", 2), ("c-half", 2)]
    assert [gap.fit_gain for gap in found] == [3 / 8, 2 / 8, 1.5 / 8]


def test_then_what_more_tiers_up_to_the_goal_need() -> None:
    """Even before fewer hours."""
    of = ladder(Rung((asks("b-early", 1),)), Rung((asks("a-late", 1),)))
    skills = catalog_of(of, [skill("b-early", efforts=[(9.0, 9.0)] * 4)]).skills_by_id
    early, late = gaps(of, skills, person(), of.top)
    assert (early.skill, early.fit_gain, early.tiers) == ("b-early", 0.5, ("t1", "t2"))
    assert (late.skill, late.fit_gain, late.tiers) == ("a-late", 0.5, ("t2",))


def test_then_fewer_hours_and_then_the_id() -> None:
    """With all else equal the shorter way comes first, and the alphabet decides the rest."""
    of = ladder(Rung((asks("c", 1), asks("b", 1), asks("a", 1))))
    slow = skill("a", efforts=[(9.0, 9.0)] * 4)
    assert _order(of, person(), slow) == ["b", "c", "a"]


def test_tiers_are_counted_up_to_the_goal_or_the_tier_itself() -> None:
    """A goal below the tier does not shorten the count, and the tiers above the goal do not lengthen it."""
    of = ladder(Rung((asks("talk", 1),)), Rung((asks("talk", 2),)), Rung((asks("talk", 3),)))
    skills = catalog_of(of).skills_by_id

    def tiers(rank: int, goal: int | None) -> tuple[str, ...]:
        (gap,) = gaps(of, skills, person(talk=1), of.tiers[rank - 1], of.at(goal) if goal else None)
        return gap.tiers

    assert tiers(2, None) == ("t2",)
    assert tiers(2, 3) == ("t2", "t3")
    assert tiers(3, 2) == ("t2", "t3")


@given(cases())
def test_closing_a_gap_adds_its_gain_to_the_fit(case: Case) -> None:
    """Each gap alone adds what it says, and all together make the fit whole."""
    tier, profile = case.goal, case.profile
    found = gaps(case.ladder, case.skills, profile, tier)
    before = fit(tier.demands, profile.skills, profile.not_applicable)
    for gap in found:
        closed = profile.skills | {gap.skill: gap.need}
        after = fit(tier.demands, closed, profile.not_applicable)
        assert after - before == pytest.approx(gap.fit_gain, abs=1e-9)
        assert gap.fit_gain > 0
    assert before + sum(gap.fit_gain for gap in found) == pytest.approx(1.0)


@given(st.data(), cases())
def test_gaps_do_not_depend_on_the_order_of_the_facts(data: st.DataObject, case: Case) -> None:
    """Ratings and requirements in any order give the same gaps in the same order."""
    other = data.draw(reordered(case))
    assert gaps(other.ladder, other.skills, other.profile, other.goal) == gaps(
        case.ladder, case.skills, case.profile, case.goal
    )
