"""The parts of an advertisement are told by headings, labels and sentences."""

from __future__ import annotations

import pytest

from careercli.advertisements.parts import Parts
from careercli.advertisements.sentences import Marker
from careercli.catalog import load_library
from tests.advertisements.ads import TITLE, demands, read


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("What you'll do", "duties"),
        ("Key Responsibilities", "duties"),
        ("A day in the life", "duties"),
        ("What you'll bring", "required"),
        ("Who we're looking for", "required"),
        ("Minimum qualifications", "required"),
        ("Desired Candidate Profile", "required"),
        ("Nice to have", "preferred"),
        ("Preferred qualifications", "preferred"),
        ("Not essential, but nice to have", "preferred"),
        ("Bonus points", "preferred"),
        ("What's in it for you", "offered"),
        ("Perks and benefits", "offered"),
        ("How to apply", "apply"),
        ("Equal opportunity", "equal"),
        ("About us", "company"),
        ("About Acme", "company"),
        ("Who we are", "company"),
        ("About the role", "role"),
        ("Physical demands", "terms"),
        ("Job segment", "tags"),
    ],
)
def test_headings_tell_parts(heading: str, part: str) -> None:
    """Each usual heading begins the part that it says."""
    words = load_library().ad_words
    assert Parts(words, Marker(words)).heading(heading) == part


def test_a_heading_may_be_glued_to_its_first_line() -> None:
    """What stands behind a label without a list of its own is the first of what follows."""
    ad = read(
        f"{TITLE}\nKey Responsibilities:Answer calls from customers\nEscalate complaints\n"
        "Requirements:Excellent communication skills\nAbility to listen\n"
    )
    assert demands(ad) == {
        "phone-support": "implied",
        "escalation-management": "implied",
        "communication": "required",
        "active-listening": "required",
    }


def test_a_skill_alone_on_its_line_is_no_heading() -> None:
    """A short line with a word of headings still asks, where most of it says something else."""
    ad = read(f"{TITLE}\nRequirements\n\nExcellent communication skills\n\nStrong problem solving skills\n")
    assert demands(ad) == {"communication": "required", "problem-solving": "required"}


def test_sentences_tell_where_there_are_no_headings() -> None:
    """What somebody will do is implied, what they should be is required, what is offered asks nothing."""
    ad = read(
        "Acme sells gates. We are looking for a Customer Support Specialist. You will answer calls from "
        "customers. You have strong communication skills. We offer paid training and coaching.\n"
    )
    assert demands(ad) == {"phone-support": "implied", "communication": "required"}


def test_labels_tell_what_their_lines_are() -> None:
    """Lines with labels need no headings."""
    ad = read(
        "Designation: Customer Support Executive\nCompany: Acme\nExperience: Minimum 1Year in voice process\n"
        "Benefits: training for new hires\nCommunication skills: fluent in English\nLocation: Pune\n"
    )
    assert (ad.title, ad.employer) == ("Customer Support Executive", "Acme")
    assert ad.support_years is not None
    assert ad.support_years.least == 1
    assert "training-delivery" not in demands(ad)
    assert [(one.kind, one.about) for one in ad.conditions if one.kind == "place"] == [("place", "Pune")]


ASKED = f"""{TITLE}

Requirements
- 2 years of experience in customer service
- Excellent written communication
"""


@pytest.mark.parametrize("bullet", ["- ", ""])
@pytest.mark.parametrize(
    "talk",
    [
        "We write a blog on live chat that many read.\nIts software handles billing and refunds.",
        "The team meets twice a year to cook.\nEvery engineer answers tickets once a week.",
        "A bit more on us\nNorthwind is a family business. Our managers coach every agent.",
        "The good stuff\n{b}25 days of holiday\n{b}A desk budget of $900\n{b}Coaching\n{b}Gym membership",
        "Some of our extras:\n{b}Learning budget of $900\n{b}Mentoring by our founders\n{b}Team lunches",
    ],
)
def test_talk_of_the_company_below_a_list_asks_for_nothing(talk: str, bullet: str) -> None:
    """Prose about the company, and a list of what it offers, are no must-haves."""
    text = ASKED.replace("- ", bullet)
    ad = read(f"{text}\n{talk.format(b=bullet)}\n")
    assert demands(ad) == demands(read(text))
    assert "other" not in {one.kind for one in ad.conditions}


@pytest.mark.parametrize(
    "line",
    [
        "We host a podcast about live chat",
        "Northwind is the leading provider of billing software",
        "Our customers include airlines with phone support",
    ],
)
def test_talk_of_the_company_in_a_list(line: str) -> None:
    """Nor does an item that tells of the company."""
    ad = read(f"{ASKED}- {line}\n")
    assert demands(ad) == demands(read(ASKED))
    assert "other" not in {one.kind for one in ad.conditions}


def test_prose_below_a_list_may_ask() -> None:
    """What speaks to the reader, and what is said of hours, is asked for wherever it stands."""
    ad = read(f"{ASKED}\nYou must be able to coach new agents.\nThe team works in shifts, also at night.\n")
    assert demands(ad)["coaching"] == "required"
    assert "nights" in {one.kind for one in ad.conditions}


def test_a_heading_that_names_work_goes_on_with_the_duties() -> None:
    """One word of many that may begin requirements does not turn duties into must-haves."""
    text = f"# {TITLE}\n\n### Duties\n- Answer calls\n\n### Product Knowledge and Supplier Relations\n"
    assert demands(read(f"{text}- Resolve complaints\n"))["escalation-management"] == "implied"


def test_what_a_company_hopes_for_is_no_skill() -> None:
    """What an introduction says of the company's aims asks nothing of the reader."""
    talk = "Support matters to us and we hope to give fast response times with excellent live chat. "
    talk += "Its founders coach every team."
    text = "{}\n\n{}\n\nDuties\n- Answer calls\n- Log tickets\n"
    assert demands(read(text.format(TITLE, talk))) == demands(read(text.format(TITLE, "")))


def test_the_rest_of_an_item_is_no_talk() -> None:
    """An item whose lines an empty line parts goes on below it."""
    rest = "- Balances responsibilities; gives feedback to agents;\n\nSets goals for a whole year."
    text = f"{ASKED}{rest}\n"
    assert "other" in {one.kind for one in read(text).conditions}
