from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from careercli.domain.assessment import assess
from careercli.domain.change import Change, ReadyMove, compare
from careercli.domain.model import Catalog, Profile
from careercli.domain.schedule import Span
from careercli.pages.look import Look, render
from careercli.pages.what_if import verdict, what_if_view

TODAY = date(2026, 11, 21)


def moved(catalog: Catalog, days: int | None) -> Change:
    """Return a change that does nothing but move the date of the manager by some days."""
    person = Profile(support_years=3)
    now = assess(catalog.ladder, catalog.skills_by_id, person, TODAY)
    tier = catalog.ladder.tier("manager")
    span = Span(TODAY + timedelta(days=9000), TODAY + timedelta(days=9000))
    later = (
        Span(*(day + timedelta(days=days) for day in (span.earliest, span.latest) if day)) if days else span
    )
    change = compare(now, now)
    return Change(now, now, 0, change.fits, (ReadyMove(tier, span, later, False, False, days),))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "1 day earlier"),
        (-2, "2 days earlier"),
        (59, "59 days later"),
        (-60, "2 months earlier"),
        (700, "23 months later"),
        (-730, "2 years earlier"),
        (-913, "2.5 years earlier"),
    ],
)
def test_how_far_a_date_moves(days: int, words: str, catalog: Catalog) -> None:
    """A date moves by days, months or years, whichever says it best, and in one direction."""
    change = moved(catalog, days)

    assert verdict(change) == f"Your tier stays; Manager is ready {words}."
    for look in (Look(), Look(width=40), Look(accessible=True)):
        assert words in " ".join(render(what_if_view(change), look).split())


def test_a_date_that_stays(catalog: Catalog) -> None:
    """A date that does not move is said to be the same."""
    assert "same" in render(what_if_view(moved(catalog, 0)), Look())
    assert (
        verdict(moved(catalog, 0))
        == "That changes nothing: neither the tier, nor what you cover, nor a date."
    )


def test_only_the_fit_changes(catalog: Catalog) -> None:
    """A change that moves neither tier nor date is one of fit, where enough is rated to speak of that."""
    rated = dict.fromkeys(catalog.skills_by_id, 2)
    for skills, words in (
        (rated, "Your tier and your dates stay; how much of a job you cover changes."),
        ({"coaching": 1}, "That changes nothing: neither the tier, nor what you cover, nor a date."),
    ):
        person = Profile(support_years=30, leading_years=20, leads_people=True, skills=skills)
        before = assess(catalog.ladder, catalog.skills_by_id, person, TODAY)
        change = compare(before, before)
        fits = tuple(type(fit)(fit.tier, fit.before, fit.before + 0.05) for fit in change.fits)

        assert verdict(Change(before, before, 0, fits, change.ready)) == words


def test_a_job_that_says_nothing_is_no_tier_below_the_first(catalog: Catalog) -> None:
    """Who leaves a job has none that says anything: no number of tiers is lost."""
    held = Profile(support_years=9, leading_years=4, title="Support Manager", team=12, employed=True)
    left = msgspec.structs.replace(held, team=None, employed=False)
    change = compare(*(assess(catalog.ladder, catalog.skills_by_id, each, TODAY) for each in (held, left)))
    row = next(line for line in render(what_if_view(change), Look()).splitlines() if "job says" in line)
    assert row.split() == ["Your", "job", "says", "Manager", "nothing"]
    narrow = render(what_if_view(change), Look(width=40))
    assert "before Manager after nothing" in " ".join(narrow.split())
