from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from careercli.domain.model import Catalog
from careercli.domain.schedule import days_until
from tests.domain.people import random_people
from tests.reports import people_of, report_on


def test_what_decides_a_date(catalog: Catalog) -> None:
    """Skills, either clock, or nothing: said with the figures that it comes from."""
    people = people_of(catalog)
    ways = {name: [stop.decides for stop in report_on(people[name], catalog).way] for name in people}

    assert ways["dana"] == ["Skills decide: at 4 hours a week, its gates and a fit of 70% take until then."]
    assert ways["tomas"][-1] == "Support years decide: it takes 8, and you have 1.5 today."
    assert ways["tomas"][-2] == (
        "Support years decide: it takes 5, and you have 1.5 today; leading years run from the day on which "
        "you begin to lead people."
    )
    assert ways["priya"][-1] == "Leading years decide: it takes 10, and you have 5 today."
    assert ways["daniel"][-1] == (
        "Leading years decide: it takes 3, and you have 0 today; they run from the day on which you begin to "
        "lead people."
    )
    behind = msgspec.structs.replace(people["top"], goal="manager", skills=people["top"].skills | {"crm": 0})
    assert [stop.decides for stop in report_on(behind, catalog).way] == [
        "Nothing stands in the way: you are ready today."
    ]


@pytest.mark.slow
def test_what_decides_explains_the_date(catalog: Catalog) -> None:
    """Nobody is told that something takes until a day on which it is long done."""
    seen = set()
    for profile in random_people(catalog, 200):
        result = report_on(profile, catalog)
        for stop in result.way:
            ready, decides = stop.milestone.ready.latest, stop.decides
            assert ready
            seen.add(waits := "leading years run from" in decides)
            if decides.startswith("Support"):
                days = days_until(profile.support_years, stop.milestone.tier.carried_support_years)
                assert waits == (ready > result.assessment.as_of + timedelta(days=days))
            elif decides.startswith("Skills"):
                complete = stop.milestone.complete.latest
                assert complete
                assert ("until then" in decides) == (ready <= complete)
    assert seen == {True, False}


def test_how_much_work_it_is(catalog: Catalog) -> None:
    """How many steps, how many hours, and when all of it is done."""
    first, last = report_on(people_of(catalog)["priya"], catalog).way

    assert first.work == "No further steps are needed for it."
    assert last.work == "11 steps, 246-426 h; all done 4 Sep 2027 to 1 Apr 2028."
