from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.advertisement import Advertisement, AskedSkill, Quote
from careercli.domain.bullets import (
    begins_with_a_verb,
    bullets,
    lacks_of,
    says_the_same,
    with_more,
    without_i,
)
from careercli.domain.model import Catalog, Profile
from careercli.domain.portfolio import evidence_of


def person(**evidence: str) -> Profile:
    """Return somebody with this evidence."""
    return Profile(
        support_years=3, evidence={skill.replace("_", "-"): text for skill, text in evidence.items()}
    )


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("I ran the rota.", "Ran the rota"),
        ("I've trained four people", "Trained four people"),
        ("In June I ran the rota", "In June I ran the rota"),
        ("  cut replies from 9 to 4 hours; ", "Cut replies from 9 to 4 hours"),
        ("iPhone returns handled", "IPhone returns handled"),
    ],
)
def test_a_line_is_the_persons_own(written: str, line: str) -> None:
    """Only the "I" before it and the full stop behind it go."""
    assert without_i(written) == line


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        ("Cut first replies from nine hours to four within a year", ()),
        ("Trained forty new agents", ("time", "change")),
        ("AHT 380 secs to 310 secs in 6 months", ("action",)),
        ("Explains returns to twenty customers a day", ("change",)),
        ("Trained new agents", ("number", "change")),
        ("Was there for everybody", ("action", "number", "change")),
        ("Halved reopened tickets in 2025, from 14 % to 7 %", ()),
        ("Successfully led a team of nine for two years", ("change",)),
    ],
)
def test_what_a_line_lacks(line: str, lacks: tuple[str, ...]) -> None:
    """An action, a number, the time, a change: what somebody who hires would ask."""
    assert lacks_of(line) == lacks


def test_a_day_says_when() -> None:
    """Evidence that has a date needs no other time."""
    assert "time" not in lacks_of("Trained four new agents", date(2026, 3, 1))


@pytest.mark.parametrize("line", ["Ran it", "Quickly wrote it", "Organise the rota", "Coached Ana"])
def test_it_begins_with_a_verb(line: str) -> None:
    """In any tense, after an adverb too."""
    assert begins_with_a_verb(line)
    assert not begins_with_a_verb("Three of my agents were promoted")
    assert not begins_with_a_verb("Red tape")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ran the rota for nine people", "ran the rota, for nine people.", True),
        ("Ran the rota for nine people", "Ran the rota for nine people in 2025", True),
        ("Cut replies from 9 to 4 hours", "Cut replies from 9 to 5 hours", False),
        ("Ran it", "Ran it again for the whole team", False),
        ("Coached three agents over a year", "Hired three agents over a month", False),
        ("Trained four new hires in Zendesk", "Trained five new hires in Zendesk", False),
        ("Raised CSAT from 4.1 to 4.5", "Raised CSAT from 4.5 to 4.1", False),
        ("Helped customers in France for a year", "Helped customers in Greece for a year", False),
    ],
)
def test_doubles(one: str, other: str, same: bool) -> None:
    """What says the same in other words is one line; another number is another thing."""
    assert says_the_same(one, other) is same
    assert says_the_same(other, one) is same


def test_doubles_are_merged_and_keep_their_evidence(catalog: Catalog) -> None:
    """One line, in the words that say more, for all the skills that it shows."""
    profile = person(
        coaching="Trained four new agents in March",
        training_delivery="I trained four new agents in March 2026.",
    )
    (found,) = bullets(profile, catalog.skills_by_id, catalog.ladder.tier("team-lead"))

    assert found.text == "Trained four new agents in March 2026"
    assert {skill for skill, _ in found.evidence} == {"coaching", "training-delivery"}
    assert found.skills[0] == "coaching"
    assert found.gate


def test_the_aim_says_the_order(catalog: Catalog) -> None:
    """Must-haves of a tier first, or what an advertisement requires; then what says more."""
    profile = person(
        crm="Cleaned 400 records in May, from 12 % to 2 % doubles",
        coaching="Coached two people",
        live_chat="Handled 40 chats a day in 2025, up from 25",
    )
    skills, lead = catalog.skills_by_id, catalog.ladder.tier("team-lead")
    ad = Advertisement(
        name="ad",
        title=None,
        employer=None,
        line_of_work="ladder",
        skills=(AskedSkill("live-chat", "required", Quote("chats", 1)),),
    )

    assert bullets(profile, skills, lead)[0].skills == ("coaching",)
    assert bullets(profile, skills, lead, ad)[0].skills == ("live-chat",)


TEXTS = st.lists(
    st.sampled_from(
        ["Ran the rota", "I cut replies from 9 to 4 hours", "Three were promoted", "Wrote 12 macros"]
    ),
    unique=True,
)


@given(coaching=TEXTS, hiring=TEXTS)
def test_every_line_stands_in_the_evidence(coaching: list[str], hiring: list[str], catalog: Catalog) -> None:
    """Nothing is made up and nothing lost: each piece of evidence is in one line, each line in evidence."""
    profile = person(coaching="\n".join(coaching), hiring="\n".join(hiring))
    found = bullets(profile, catalog.skills_by_id)

    told = {(skill, text) for bullet in found for skill, text in bullet.evidence}
    assert told == {
        (skill, line.text) for skill in ("coaching", "hiring") for line in evidence_of(profile, skill)
    }
    for bullet in found:
        assert any(bullet.text.casefold() in text.casefold() for _, text in bullet.evidence)


def test_an_answer_stands_behind_its_line() -> None:
    """Dates and other lines stay."""
    profile = person(coaching="2026-05-01: Coached two people.\nRan a workshop")
    told = with_more(profile, "coaching", "Coached two people.", "for three months")

    assert told
    assert told.evidence["coaching"] == "2026-05-01: Coached two people; for three months\nRan a workshop"


def test_an_answer_stands_behind_no_other_line() -> None:
    """Not behind one that only ends so, nor behind one that has gone, nor beyond what a profile keeps."""
    profile = person(coaching="Answered calls\nTook orders and Answered calls")
    told = with_more(profile, "coaching", "Answered calls", "x")

    assert told
    assert told.evidence["coaching"] == "Answered calls; x\nTook orders and Answered calls"
    assert with_more(profile, "coaching", "Gone", "x") is None
    assert with_more(person(coaching="y" * 3990), "coaching", "y" * 3990, "x" * 20) is None
