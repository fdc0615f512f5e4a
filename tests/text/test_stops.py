from __future__ import annotations

import pytest

from careercli.domain.model import Catalog
from careercli.text.plan import stop
from tests.domain.builders import TODAY
from tests.domain.people import random_people
from tests.domain.small import of, someone
from tests.reports import people_of, report_on


def test_what_each_end_of_a_date_waits_for(catalog: Catalog) -> None:
    """Steps, or either clock, with the figures and whose they are; nothing where one is ready today."""
    people = people_of(catalog)
    (dana,) = report_on(people["dana"], catalog).way

    assert dana.decides == (
        "The early date waits for the 3 years of leading that employers ask, of which you have 2.5; the late "
        "one for the 8 years in support that the guides call usual, of which you have 7.5."
    )


def test_leading_elsewhere_counts_toward_floors_alone(catalog: Catalog) -> None:
    """The late end waits for what the guides call usual, and no year elsewhere is among these."""
    way = report_on(people_of(catalog)["tomas"], catalog).way
    junior = next(each for each in way if each.milestone.tier.id == "junior-manager")

    assert junior.decides.endswith(
        "the late one for the 1 year of leading that the guides call usual, of which you have 0."
    )


def test_one_reason_for_both_ends() -> None:
    """Where both ends wait for the same thing it is said once, and who is ready is told so."""
    steps = of(someone("lead", 9.0, 9.0, team=12, title="Lead", goal="manager"))
    ready = of(someone("manager", 9.0, 9.0, goal="manager", levels={"plan": 2}))

    (last,) = [stop(each, steps) for each in steps.plan.milestones]
    assert last.decides == "Both dates wait for your steps, at 4 hours a week."
    assert [stop(each, ready).decides for each in ready.plan.milestones][-1].startswith("Both dates wait")


@pytest.mark.slow
def test_every_milestone_says_what_it_waits_for(catalog: Catalog) -> None:
    """No end of a date is without its reason, and only who is ready today is told that nothing is left."""
    for profile in random_people(catalog, 40):
        for each in report_on(profile, catalog).way:
            today = each.milestone.ready.latest == each.milestone.ready.earliest
            nothing = each.decides.startswith("Nothing stands in the way")
            assert nothing == (each.milestone.bound_by.latest is None)
            assert each.ready
            assert each.work.endswith(".")
            assert today or not nothing


def test_a_milestone_may_be_there_to_confirm() -> None:
    """The first one is called so where it is the tier at which somebody is placed."""
    it = of(someone("agent", 3.0, levels={"talk": 1}, goal="lead"))
    titles = [stop(each, it).title for each in it.plan.milestones]

    assert titles == ["Confirm where you are, Agent", "Support Lead (your goal)"]
    assert it.plan.as_of == TODAY
