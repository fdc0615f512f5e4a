"""What is read of an advertisement as a whole, and what changes nothing of it."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.api import read_advertisement
from careercli.domain.advertisement import Advertisement, Quote
from careercli.errors import NotFoundError
from tests.advertisements.ads import (
    AD,
    DUTIES,
    EQUAL,
    OFFERED,
    PREFERRED,
    REQUIRED,
    TITLE,
    asking,
    demands,
    read,
)


def quotes(ad: Advertisement) -> list[Quote]:
    """Return everything that is quoted."""
    years = [one for one in (ad.support_years, ad.leading_years, *ad.other_years) if one]
    rest = [one for one in (ad.education, ad.pay) if one]
    asked = (*ad.skills, *ad.tools, *ad.conditions, *years, *rest)
    return [one.quote for one in asked] + [*ad.tier_why, *ad.not_understood, *filter(None, [ad.budget])]


def test_an_advertisement_is_read_in_its_parts() -> None:
    """Duties imply, requirements are required, extras are preferred, and an offer asks for nothing."""
    ad = read(AD)
    skills = demands(ad)

    assert (ad.title, ad.line_of_work) == ("Customer Support Specialist", "ladder")
    assert ad.tier is not None
    assert ad.tier.id == "specialist"
    assert skills["communication"] == "required"
    assert skills["escalation-management"] == "implied"
    assert skills["cultural-competence"] == "preferred"
    assert not {"coaching", "training-delivery", "budgeting"} & skills.keys()
    assert [(one.tool, one.demand) for one in ad.tools] == [("Zendesk", "preferred")]
    assert ad.languages == ("Spanish",)
    assert ad.support_years is not None
    assert (ad.support_years.least, ad.support_years.demand) == (2, "required")


def test_quotes_stand_on_the_lines_that_they_name() -> None:
    """Whatever is said of an advertisement is in its words, on the line of the file."""
    text = "\n\n" + AD.replace("- ", "* ") + EQUAL
    lines = text.split("\n")
    ad = read(text)

    assert quotes(ad)
    for quote in quotes(ad):
        assert quote.words in lines[quote.line - 1]


def test_an_equal_opportunity_part_changes_nothing() -> None:
    """What the law asks of every advertisement asks nothing of the reader."""
    assert read(AD + EQUAL) == read(AD)


@pytest.mark.parametrize("order", list(permutations([DUTIES, REQUIRED, PREFERRED, OFFERED])))
def test_the_order_of_the_parts_changes_nothing(order: tuple[str, ...]) -> None:
    """Skills and how they are asked for are the same wherever their part stands."""
    assert demands(read(TITLE + "".join(order))) == demands(read(AD))


@given(st.lists(st.sampled_from(re.findall(r"- (.*)", DUTIES + PREFERRED)), min_size=3, max_size=8))
def test_no_years_are_invented(lines: list[str]) -> None:
    """Where no number is named, no years are read, nor pay, nor a team."""
    ad = read(TITLE + DUTIES + "\nRequirements\n" + "".join(f"- {line}\n" for line in lines))

    assert (ad.support_years, ad.leading_years, ad.other_years) == (None, None, ())
    assert (ad.pay, ad.team) == (None, None)


def test_what_was_not_understood_is_listed() -> None:
    """A demand of which nothing was taken is told, so that silence is no pass."""
    ad = read(TITLE + DUTIES + "\nRequirements\n- Your own beehive\n- Excellent communication skills\n")
    assert [quote.words for quote in ad.not_understood] == ["Your own beehive"]


def test_what_was_not_understood_is_asked() -> None:
    """Required lines are questions, a welcome one is none, and traits, offers and headings are no demand."""
    ad = read(
        f"{TITLE}{DUTIES}\nRequirements\n\nMinimum Requirements for Candidates\n- Fluent COBOL\n- Reliable "
        "and punctual\n- Four years of experience in customer service\n- Fluent in Swahili and English\n"
        "- We offer comprehensive benefits to everybody\n\nNice to have\n- A beehive at home\n"
    )
    assert [one.quote.words for one in ad.conditions if one.kind == "other"] == ["Fluent COBOL"]
    assert [quote.words for quote in ad.not_understood] == ["Fluent COBOL", "A beehive at home"]


def test_a_trait_hides_nothing_that_is_named() -> None:
    """A line with a name in it is told, though it says what somebody is like as well."""
    ad = asking("Reliable expert of Kubernetes", "Honest and hardworking")
    assert [quote.words for quote in ad.not_understood] == ["Reliable expert of Kubernetes"]


@pytest.mark.parametrize(
    ("talk", "skill"),
    [
        ("Acme is hiring.", "hiring"),
        ("We are a leading provider of garden gates.", "team-leadership"),
        ("Our organization believes in clear communication.", "communication"),
        ("We build an AI-powered platform and a strategy that lasts.", "ai-automation"),
    ],
)
def test_talk_about_the_company_asks_for_nothing(talk: str, skill: str) -> None:
    """What the employer says of itself is no demand."""
    assert skill not in demands(read(f"{TITLE}\nAbout Acme\n\n{talk}\n{DUTIES}"))
    assert skill not in demands(read(f"{TITLE}\n{talk}\n{DUTIES}"))


def test_team_and_budget_are_read() -> None:
    """A number of people and money that is answered for are told with their words."""
    ad = read("Customer Support Manager\n\nResponsibilities\n- Lead a team of 14 agents\n- Own the budget\n")

    assert ad.team == 14
    assert ad.budget is not None
    assert ad.budget.words == "Own the budget"


def test_a_file_and_its_bytes_are_read_alike(tmp_path: Path) -> None:
    """What messages call an advertisement is its path, or what bytes are called."""
    path = tmp_path / "ad.txt"
    path.write_text(AD)
    ad = read_advertisement(path)

    assert ad.name == str(path)
    assert read_advertisement(AD.encode(), name=str(path)) == ad
    with pytest.raises(NotFoundError):
        read_advertisement(tmp_path / "none.txt")
    with pytest.raises(TypeError, match="path or bytes"):
        read_advertisement(7)  # type: ignore[arg-type]


def test_tools_have_a_capital_letter() -> None:
    """A team is no product of that name."""
    assert [one.tool for one in read(TITLE + DUTIES + "- Lead small teams\n").tools] == []
    assert [one.tool for one in read(TITLE + DUTIES + "- Use Zendesk and Slack\n").tools] == [
        "Zendesk",
        "Slack",
    ]


@pytest.mark.parametrize(
    ("line", "team"),
    [
        ("Lead teams of 5-12 agents", 5),
        ("Lead a team of more than 20 people", 20),
        ("Answer for more than 40 agents", 40),
        ("Supervise 8 to 12 representatives", 8),
    ],
)
def test_how_many_people_are_led(line: str, team: int) -> None:
    """Of a range of people the lower end counts, as of years."""
    assert read(f"Customer Support Team Lead\n\nResponsibilities\n- Coach agents\n- {line}\n").team == team


def test_a_quotation_has_what_it_is_for() -> None:
    """Of a long line what is quoted holds the words that ask, and not just its beginning."""
    long = "You work with people from many places, in teams that help one another every day of the year, and "
    ad = asking(f"{long}handle escalations of angry customers with the help of two leads and of a trainer")
    found = next(one for one in ad.skills if one.skill == "escalation-management")
    assert "escalations" in found.quote.words
    assert len(found.quote.words) <= 90


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Lead the team responsible for handling billing questions and refunds", "billing-support"),
        ("Oversee supervisors who schedule shifts and forecast volumes", "workforce-management"),
        ("You free our engineering team to troubleshoot outages", "troubleshooting"),
        ("Audit calls, chats and emails for tone and accuracy", "phone-support"),
        ("Explain things to non-technical customers, and de-escalate", "escalation-management"),
        ("Represent us at networking events", "technical-groundwork"),
        ("Ensure compliance with company policies", "regulated-support"),
        ("Resolve employee relations issues", "problem-solving"),
        ("Use the loyalty program of our shops", "retention-conversations"),
        ("Familiar with the discipline of service levels", "performance-management"),
    ],
)
def test_what_only_sounds_like_a_skill(line: str, skill: str) -> None:
    """The work of others, contacts that are reviewed, words turned around and homonyms ask for no skill."""
    assert skill not in demands(asking(line))


def test_the_rest_of_a_sentence_on_others_counts() -> None:
    """Behind what others do a sentence goes on with the reader's own work."""
    asked = demands(asking("Lead the team that answers billing questions, coaching agents every week"))
    assert "billing-support" not in asked
    assert "coaching" in asked


def test_talk_of_an_introduction_implies_nothing() -> None:
    """Where duties are listed, what prose above them mentions once is implied by nothing; a wish counts."""
    intro = (
        "You join people who love dashboards and who forecast volumes. We need strong negotiation of budgets."
    )
    asked = demands(read(f"{TITLE}\n{intro}\n{DUTIES}"))
    assert not {"support-analytics", "workforce-management"} & asked.keys()
    assert "support-analytics" in demands(read(f"{TITLE}\n{intro} You work with dashboards in this role.\n"))


def test_other_work_implies_little() -> None:
    """Of a job in another line of work a duty that is mentioned once implies no skill of this one."""
    duties = "What you will do\n- Clean offices and the kitchen\n- Post jobs on social media platforms\n"
    ad = read(
        f"Cleaning Team Leader (Cleaning Industry)\n\n{duties}\nRequirements\n- Team leadership experience\n"
    )
    assert ad.line_of_work == "other"
    assert demands(ad) == {"team-leadership": "required"}


@pytest.mark.parametrize(
    "line",
    [
        "Customer Satisfaction oriented",
        "Completes work in a timely manner",
        "Acme offers competitive and comprehensive benefit options",
        "For additional information, please visit our web site",
    ],
)
def test_what_is_no_question(line: str) -> None:
    """Traits, offers and where to read more are no lines to ask somebody about."""
    assert asking(line).not_understood == ()
