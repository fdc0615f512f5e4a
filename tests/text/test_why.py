from __future__ import annotations

from fractions import Fraction

import pytest

from careercli.domain.model import Profile
from careercli.domain.placement import rank_of
from careercli.text.why import decimal, fit_words, why
from tests.domain.small import LADDER, of, someone

LEADS = {"title": "Support Lead", "leads_people": True, "team": 12}

PEOPLE = [
    someone(),
    someone("agent"),
    someone("agent", levels={"sort": None, "plan": None}),
    someone("lead", 5.0, 2.0, levels={"lead": 1}, **LEADS),
    someone("manager", 9.0, 5.0, not_applicable={"sort": "None here"}, levels={"sort": None}),
]


@pytest.mark.parametrize("profile", PEOPLE)
@pytest.mark.parametrize("tier", LADDER.tiers)
def test_the_rows_add_up_to_the_placement(profile: Profile, tier: object) -> None:
    """By hand: the fit from the rows, the cost from must-haves and fit, the reading from the ranks."""
    found = of(profile)
    numbers = why(found, tier)
    standing = found.standing(numbers.tier)
    covered = sum(
        (Fraction(row.weight * min(row.level, row.need), row.need) for row in numbers.rows), Fraction()
    )
    assert covered == numbers.covered
    assert float(covered / sum(row.weight for row in numbers.rows)) == pytest.approx(standing.fit)
    missed = sum(not entry.met for entry in numbers.must_haves)
    short = max(-((covered / numbers.weight - Fraction(3, 4)) // Fraction(1, 20)), 0)
    assert max(missed - 1, short, 0) == standing.cost
    ranks = [rung.rank for rung in numbers.rungs if rung.rank is not None]
    assert max(ranks, default=0) == rank_of(found.placement.by_skills)


def test_an_estimate_is_need_times_ratio() -> None:
    """Rounded; the ratio is over what is rated alone."""
    numbers = why(of(someone("agent", levels={"sort": None, "talk": 1})), LADDER.tier("agent"))
    assert numbers.ratio == (Fraction(2 * 1, 2) + 2 + 2, 6)
    row = next(row for row in numbers.rows if row.have is None)
    assert (row.need, row.level) == (2, 2)


def test_the_next_tier_is_explained_unless_told() -> None:
    """At the top, that one."""
    assert why(of(someone("agent"))).tier.id == "lead"
    assert why(of(someone("manager", 9.0, 5.0))).tier.id == "manager"
    assert why(of(someone("agent")), LADDER.tier("junior")).tier.id == "junior"


def test_nothing_rated_has_no_ratio() -> None:
    """And the middle is not told of what does not exist."""
    numbers = why(of(someone()))
    assert numbers.ratio is None
    assert numbers.sentences == (
        "No tier has enough ratings, so there is no reading of your answers and no placement yet.",
    )


def test_the_middle_is_told_in_ranks() -> None:
    """Three where there is a job, two where there is none."""
    assert (
        why(of(someone("lead", 5.0, 2.0, **LEADS)))
        .sentences[0]
        .startswith("As ranks: answers 3, years 3, job 3. Of these the middle one counts")
    )
    assert "the lower one counts" in why(of(someone("agent"))).sentences[0]


def test_years_are_those_that_count() -> None:
    """At part time and with leading elsewhere, beside the floor and what is usual."""
    person = someone("agent", 4.0, 1.0, part_time_share=0.5, leading_elsewhere_years=4.0)
    assert why(of(person), LADDER.tier("manager")).years == (
        ("In support", "2", "5", "8"),
        ("Leading", "2.5", "3", "4"),
    )


def test_numbers_are_short() -> None:
    """Two decimals at most, and a fit rounded down."""
    assert [decimal(value) for value in (2, 0.25, Fraction(4, 3))] == ["2", "0.25", "1.33"]
    assert fit_words(Fraction(2, 3), 1) == "0.67 of 1, 66%"
