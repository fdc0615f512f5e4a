"""The home screen of three people who come back after a day, three weeks and a year."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from careercli.api import assess
from careercli.catalog import load_catalog
from careercli.domain.history import Assessed, History, Record, Recorded, StepDone, remembered
from careercli.domain.model import Catalog, Profile
from careercli.domain.steps import Completion, finish
from careercli.domain.visits import Visit, home
from careercli.pages.home import Keys, home_view
from careercli.pages.look import Look, render
from tests.running import DAY

TODAY = date.fromisoformat(DAY)
SCREEN = Look(width=80, color=False, unicode=True, accessible=False, height=24)
BELOW = 8
"""The lines of the menu on that screen."""

GONE = {"a day": 1, "three weeks": 21, "a year": 365}


def of(catalog: Catalog, persona: str) -> Profile:
    """Return a built-in person."""
    return next(person.profile for person in catalog.personas if person.id == persona)


def seen(catalog: Catalog, person: Profile, day: date) -> Assessed:
    """Return what is remembered of an assessment on a day."""
    return remembered(assess(person, catalog, as_of=day), at=day, catalog=catalog.fingerprint)


def shown(
    catalog: Catalog, person: Profile, *records: Record, days: int, look: Look = SCREEN, line: int = 1
) -> str:
    """Return the home screen of somebody who was last here so many days ago."""
    history = History(tuple(Recorded(number, record) for number, record in enumerate(records, start=1)))
    now = assess(person, catalog, as_of=TODAY)
    found = home(catalog, now, history, (Visit(TODAY - timedelta(days), line),))
    return render(home_view("me", found, catalog.skills_by_id, look, keys=Keys("c"), below=BELOW), look)


def busy(catalog: Catalog) -> tuple[Profile, list[Record]]:
    """Return Dana after a step, with more hours a week and a skill rated anew, and her history."""
    then = of(catalog, "dana")
    done = finish(
        then, catalog.skills_by_id["budgeting"], None, Completion(TODAY - timedelta(4), "A sheet", 5.0)
    )
    after = msgspec.structs.replace(
        done.profile, hours_per_week=6.0, skills=done.profile.skills | {"hiring": 3}
    )
    step: StepDone = done.step
    return after, [
        seen(catalog, then, TODAY - timedelta(21)),
        step,
        seen(catalog, after, TODAY - timedelta(4)),
    ]


@pytest.mark.parametrize("gone", GONE)
@pytest.mark.parametrize("persona", ["maya", "dana", "priya"])
def test_who_comes_back(catalog: Catalog, persona: str, gone: str, screen: SnapshotAssertion) -> None:
    """Each sees where they stand, what changed, and what this week holds, with the menu on one screen."""
    person = of(catalog, persona)
    text = shown(catalog, person, seen(catalog, person, TODAY - timedelta(GONE[gone])), days=GONE[gone])

    assert text.count("\n") <= SCREEN.height - BELOW
    assert text == screen


LOOKS = {
    "80": SCREEN,
    "40": msgspec.structs.replace(SCREEN, width=40),
    "200": msgspec.structs.replace(SCREEN, width=200, height=60),
    "ascii": msgspec.structs.replace(SCREEN, unicode=False),
    "accessible": msgspec.structs.replace(SCREEN, accessible=True),
}


@pytest.mark.parametrize("look", LOOKS)
def test_what_somebody_did_meanwhile(catalog: Catalog, look: str, screen: SnapshotAssertion) -> None:
    """Steps, ratings, facts and dates stand on the screen, in every look within its width."""
    person, records = busy(catalog)
    text = shown(catalog, person, *records, days=21, look=LOOKS[look])

    assert look == "accessible" or max(map(cell_len, text.splitlines())) <= LOOKS[look].width
    assert text == screen


def test_a_first_time(catalog: Catalog) -> None:
    """Without anything before, no time is compared with, and the name saved under stands for the person's."""
    person = msgspec.structs.replace(of(catalog, "dana"), name=None)
    now = assess(person, catalog, as_of=TODAY)
    found = home(catalog, now, History(), ())

    lines = render(home_view("me", found, catalog.skills_by_id, SCREEN), SCREEN).splitlines()

    assert lines[0] == "me"
    assert not [line for line in lines if "Since" in line or "last here" in line]
    assert [line for line in lines if line.startswith("This week: ")]


def test_nothing_left_to_do(catalog: Catalog) -> None:
    """Who has reached the goal for sure is told so in place of a step."""
    ladder = catalog.ladder
    skills = {skill.id: 4 for skill in catalog.skills}
    top = Profile(
        support_years=20.0, leading_years=15.0, skills=skills, goal=ladder.top.id, team=80, leads_people=True
    )

    text = shown(catalog, top, days=1)

    assert "no step is left" in " ".join(text.split())
    assert "This week" not in text


def test_too_little_is_known() -> None:
    """Who has rated nothing yet is to answer the quick interview this week."""
    catalog = load_catalog().catalog
    text = shown(catalog, Profile(support_years=2.0, title="Support agent"), days=1)

    assert "Too little is rated to place you yet." in text
    assert "This week: Answer the quick interview" in text


def test_a_job_ad_has_its_line(catalog: Catalog) -> None:
    """What to press for a job ad is the last line, where there is room."""
    person = of(catalog, "dana")
    found = home(catalog, assess(person, catalog, as_of=TODAY), History(), (Visit(TODAY, 1),))
    lines = render(
        home_view("me", found, catalog.skills_by_id, SCREEN, keys=Keys(job_ad="j")), SCREEN
    ).splitlines()
    assert lines[-1] == "Looking at a job ad? Press j, paste it, and see whether it is for you."
