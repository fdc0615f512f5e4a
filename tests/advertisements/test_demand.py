"""How something is demanded, by the words around it."""

from __future__ import annotations

import pytest

from tests.advertisements.ads import DUTIES, TITLE, asking, demands, read


@pytest.mark.parametrize(
    ("line", "demand"),
    [
        ("Troubleshooting", "required"),
        ("Troubleshooting is a plus", "preferred"),
        ("Troubleshooting would be nice", "preferred"),
        ("Ideally you can do troubleshooting", "preferred"),
        ("You must know troubleshooting", "required"),
        ("Troubleshooting (Windows preferred)", "required"),
        ("Troubleshooting (Windows rather than Mac) is a plus", "preferred"),
        ("Troubleshooting is required, chat preferred", "required"),
        ("A driving license is required; troubleshooting is a bonus", "preferred"),
    ],
)
def test_words_in_a_requirement_decide(line: str, demand: str) -> None:
    """What is welcome is preferred, within its own clause."""
    assert demands(asking(line))["troubleshooting"] == demand


def test_duties_imply_and_wishes_among_them_are_required() -> None:
    """What is done is implied; an item that begins with what somebody has is a requirement."""
    ad = read(TITLE + DUTIES + "- Strong troubleshooting skills\n- Coach new agents\n")
    assert demands(ad)["troubleshooting"] == "required"
    assert demands(ad)["coaching"] == "implied"


def test_the_strongest_demand_counts() -> None:
    """A skill that is asked for twice stands there once."""
    ad = asking("Coaching is a plus", "You must have coached agents", "Coaching")
    assert [one.demand for one in ad.skills if one.skill == "coaching"] == ["required"]


@pytest.mark.parametrize(
    ("line", "skill", "level"),
    [
        ("Proficient in SQL", "technical-groundwork", 2),
        ("Expert troubleshooting of servers", "troubleshooting", 3),
        ("Basic troubleshooting", "troubleshooting", 1),
        ("Exposure to billing, refunds or live chat", "live-chat", 1),
        ("Troubleshooting of servers", "troubleshooting", None),
    ],
)
def test_words_say_how_well(line: str, skill: str, level: int | None) -> None:
    """The nearest words say how well, those at the head of a list for all of it."""
    assert {one.skill: one.level for one in asking(line).skills}[skill] == level


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Train new hires", "training-delivery"),
        ("Give agents regular feedback on their tickets", "coaching"),
        ("Build the weekly schedule", "workforce-management"),
        ("Triage incoming requests", "ticketing"),
        ("A genuine passion for helping people", "customer-advocacy"),
        ("Keep a cool head when the queue is long", "stress-management"),
        ("Own tickets until they are resolved, bringing in engineering when needed", "escalation-management"),
        ("Think critically and analytically", "problem-solving"),
    ],
)
def test_turns_of_phrase(line: str, skill: str) -> None:
    """What duties imply is understood in the words that advertisements use for it."""
    assert skill in demands(read(f"{TITLE}\n\nWhat you'll do\n- {line}\n- Answer customers by phone\n"))


def test_new_hires_are_not_hired_by_whoever_mentors_them() -> None:
    """Whom one mentors one does not hire."""
    found = demands(read(f"{TITLE}\n\nWhat you'll do\n- Mentor new hires in the team\n- Answer customers\n"))
    assert "coaching" in found
    assert "hiring" not in found


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Expert knowledge of our product", 3),
        ("You'll become an expert in our product", None),
        ("We help you in becoming an expert in our product", None),
    ],
)
def test_what_one_is_to_become(line: str, level: int | None) -> None:
    """An expert is asked for where one is to bring it, not where one becomes one in the job."""
    ad = read(f"{TITLE}\n\nRequirements\n- {line}\n- Excellent written communication\n")
    assert {each.skill: each.level for each in ad.skills}["product-knowledge"] == level
