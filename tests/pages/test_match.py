"""The sheet of an advertisement: what comes first, what it says, and how it looks everywhere."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from careercli.api import assess, load_library
from careercli.domain.ad_plan import plan_for
from careercli.domain.advertisement import (
    Advertisement,
    AskedEducation,
    AskedPay,
    AskedYears,
    Condition,
    Quote,
)
from careercli.domain.candidates import Candidate, candidates
from careercli.domain.cohort import Unread, Unreadable
from careercli.domain.library import Library
from careercli.domain.match import Match, match
from careercli.domain.matches import UnreadAd, matches
from careercli.domain.members import Origin
from careercli.domain.model import Catalog, Profile
from careercli.errors import Problem
from careercli.pages.candidates import candidates_view
from careercli.pages.look import Look, render
from careercli.pages.match import match_page, match_view
from careercli.pages.matches import matches_page, matches_view
from careercli.pages.render.html import html
from careercli.pages.render.markdown import markdown
from tests.domain.advertisements import asked, quote, tool, years
from tests.domain.builders import TODAY

EVIDENCE = {
    "coaching": "Three of my agents were promoted\nCoached two agents from 60 to 85 percent quality",
    "support-metrics": "First reply time from nine hours to four within a year",
}
LEVELS = {
    "communication": 3,
    "conflict-resolution": 3,
    "problem-solving": 3,
    "active-listening": 3,
    "team-leadership": 3,
    "coaching": 3,
    "support-metrics": 3,
    "performance-management": 2,
    "hiring": 2,
    "workforce-management": 1,
    "escalation-management": 3,
    "budgeting": 0,
}
COMMANDS = {"answer": "ANSWER", "plan": "PLAN", "rate": "RATE"}
ORDER = (
    "Only you can answer",
    "What it really asks",
    "Years side by side",
    "Skills, in its words",
    "What cannot be judged",
    "What is missing",
    "Before you apply",
    "Pay and hours",
    "What to ask them",
)


@pytest.fixture(scope="module")
def library() -> Library:
    """Return what there is to read."""
    return load_library()


def _ad(catalog: Catalog, **more: Any) -> Advertisement:
    ladder = catalog.ladder
    facts: dict[str, Any] = {
        "name": "northwind.txt",
        "title": "Customer Support Manager",
        "employer": "Northwind",
        "line_of_work": "ladder",
        "tier": ladder.tier("team-lead"),
        "stated": ladder.tier("manager"),
        "tier_why": (quote("You run the queue of a team of eight", 12),),
        "support_years": AskedYears(4, "required", quote("4+ years", 30), or_else="a degree"),
        "leading_years": years(1),
        "other_years": (AskedYears(2, "preferred", quote("2 years of retail", 31), of="retail"),),
        "skills": (
            asked("coaching", words="coach agents one to one", line=13),
            asked("support-metrics", words="own CSAT and first reply time", line=14),
            asked("workforce-management", words="plan shifts and cover", line=15),
            asked("quality-assurance", words="run call reviews", line=16),
            asked("budgeting", "preferred", words="some experience with budgets", line=17),
            asked("escalation-management", "implied", words="the last stop for escalations", line=18),
        ),
        "tools": (tool("Zendesk"),),
        "languages": ("English",),
        "education": AskedEducation("high school", "required", quote("high school", 20)),
        "pay": AskedPay(52_000, 60_000, "USD", "year", quote("$52,000 - $60,000", 40)),
        "team": 8,
        "conditions": (
            Condition("nights", "nights", "required", quote("rotating shifts, also at night", 41)),
            Condition("spanish", "language", "preferred", quote("Spanish is a plus", 42), "Spanish"),
        ),
        "not_understood": (quote("a bias for radical candor", 35),),
        "not_taken": ("A paragraph about the company.",),
    }
    return Advertisement(**(facts | more))


def _match(catalog: Catalog, of: Advertisement | None = None, **facts: Any) -> Match:
    given: dict[str, Any] = {
        "support_years": 6.0,
        "leading_years": 2.0,
        "leads_people": True,
        "team": 6,
        "title": "Customer Support Team Lead",
        "skills": LEVELS,
        "evidence": EVIDENCE,
    }
    replies = facts.pop("replies", {})
    profile = Profile(**(given | facts))
    return match(assess(profile, catalog, as_of=TODAY), of or _ad(catalog), replies)


def _view(found: Match, library: Library, look: Look = Look()) -> str:  # noqa: B008 - a frozen value
    skills = found.assessment.skills
    plan, more = plan_for(found, skills), plan_for(found, skills, "full")
    return render(match_view(found, plan, more, library, COMMANDS), look)


def _page(found: Match, library: Library) -> Any:
    skills = found.assessment.skills
    return match_page(found, plan_for(found, skills), plan_for(found, skills, "full"), library)


def _words(text: str) -> str:
    return " ".join(text.split())


def test_the_sheet(catalog: Catalog, library: Library, screen: Any) -> None:
    """The sheet as somebody read it last, part after part."""
    text = _view(_match(catalog), library)
    assert text == screen
    places = [text.find(f"\n{title}") for title in ORDER]
    assert places == sorted(places)
    assert min(places) > 0


def test_ids_stand_only_where_a_flag_can_be_used(catalog: Catalog, library: Library) -> None:
    """Of a pasted advertisement, or in a file to hand over, no id of a condition is shown."""
    found = _match(catalog)
    plans = [plan_for(found, catalog.skills_by_id, route) for route in ("shortest", "full")]
    assert "Id: nights" in render(match_view(found, *plans, library, COMMANDS), Look())
    assert "Id:" not in render(match_view(found, *plans, library, {}), Look())
    assert "Id:" not in html(_page(found, library))


def test_the_first_screen_decides(catalog: Catalog, library: Library) -> None:
    """Verdict, two reasons and what would end it stand within 24 lines."""
    first = "\n".join(_view(_match(catalog), library).splitlines()[:23])
    assert first.startswith("Apply, most likely: Customer Support Manager, Northwind\n")
    assert first.count("· It asks") + first.count("· You have") == 2
    assert "· Can you work nights?" in first
    assert "· Do you speak Spanish?" in first


def test_no_percentage(catalog: Catalog, library: Library) -> None:
    """No share of anything stands on the sheet."""
    text = _view(_match(catalog), library)
    assert "%" not in text
    assert "percent" not in text.replace("85 percent quality", "")


def test_proofs_are_evidence_beside_its_words(catalog: Catalog, library: Library) -> None:
    """Two proofs, each evidence of the very skill, with a number where there is one; none is made up."""
    text = _words(_view(_match(catalog), library))
    coached = "Coached two agents from 60 to 85 percent quality"
    assert f'Near the top: {coached} (they ask for "coach agents one to one", line 13).' in text
    assert "Proof 2." in text
    bare = _words(_view(_match(catalog, evidence={}), library))
    assert "Proof 1." not in bare
    assert "nothing shows it yet" in bare


@pytest.mark.parametrize(
    ("country", "state", "said", "never"),
    [
        ("United Kingdom", "", "Office for National Statistics", "$"),
        ("Kenya", "", "wage statistics of that country", "$"),
        ("United States", "OH", "in Ohio, half earn below", "outside"),
    ],
)
def test_pay_by_place(
    catalog: Catalog, library: Library, country: str, state: str, said: str, never: str
) -> None:
    """A job abroad has no American figure beside it, one in a state that state's."""
    ad = _ad(catalog, country=country, state=state, pay=None)
    text = _words(_view(_match(catalog, ad), library))
    pay = text.partition("Pay and hours")[2].partition("What to ask")[0]
    assert said in pay
    assert never not in pay


@pytest.mark.parametrize(
    ("pay", "said", "never"),
    [
        (AskedPay(52_000, 60_000, None, "year", Quote("52-60k", 1)), "currency is not stated", "$"),
        (AskedPay(52_000, 60_000, "USD", None, Quote("52-60k", 1)), "period is not stated", "half earn"),
        (AskedPay(2_000, None, "EUR", "month", Quote("2000", 1)), "No official figure in EUR", "$"),
        (AskedPay(25, 30, "USD", "hour", Quote("25-30", 1)), "about $57,200 a year", "not stated"),
        (None, "It names no pay.", "half earn"),
    ],
)
def test_pay(catalog: Catalog, library: Library, pay: Any, said: str, never: str) -> None:
    """Pay stands beside the survey only in dollars and with a period; else it says why not."""
    text = _words(_view(_match(catalog, _ad(catalog, pay=pay)), library))
    part = text[text.index("Pay and hours") : text.index("Hours:")]
    assert said in part
    assert never not in part


def test_the_title_does_not_agree(catalog: Catalog, library: Library) -> None:
    """Where title and tier differ both are told, and it is worth a question."""
    text = _words(_view(_match(catalog), library))
    assert "Team Lead, though the title says Manager." in text
    assert "The title says Manager, the work sounds like Team Lead" in text


def test_a_condition_that_ends_it(catalog: Catalog, library: Library) -> None:
    """A condition answered no is the first reason, with what to do about it."""
    text = _words(_view(_match(catalog, replies={"nights": False}), library))
    assert text.startswith(
        "A stretch, most likely: Customer Support Manager, Northwind · You said no to this:"
    )
    assert "Only you can answer: 2 questions, 1 open" in text


def test_another_line_of_work(catalog: Catalog, library: Library) -> None:
    """A job of another line says what it is, and gives no advice on applying."""
    other = _ad(catalog, tier=None, stated=None, line_of_work="other", known_as="Sales")
    text = _view(_match(catalog, other), library)
    assert text.startswith("Another line of work: Customer Support Manager, Northwind")
    assert "The line of work is sales, not customer support." in text
    assert "Before you apply" not in text


@pytest.mark.parametrize("look", [Look(width=40), Look(width=80), Look(width=100), Look(unicode=False)])
def test_every_width(catalog: Catalog, library: Library, look: Look) -> None:
    """No line is longer than the screen, and without signs beyond ASCII it is ASCII."""
    for found in (
        _match(catalog),
        _match(catalog, skills={}, evidence={}),
        _match(catalog, support_years=0.0),
    ):
        text = _view(found, library, look)
        assert max(map(cell_len, text.splitlines())) <= look.width
        assert look.unicode or text.replace("é", "").isascii()


def test_for_a_screen_reader(catalog: Catalog, library: Library) -> None:
    """Plain lines say the same, with nothing drawn."""
    text = _view(_match(catalog), library, replace(Look(), accessible=True))
    assert "Years: In support" not in text
    assert "- Can you work nights?" in text
    assert not set(text) & set("●○·█│◆▸")


def test_files(catalog: Catalog, library: Library) -> None:
    """The page and the Markdown have every part, and what an advertisement says is only text there."""
    evil = _ad(catalog, title="<script>alert(1)</script> & *Lead*", employer=None)
    page = html(_page(_match(catalog, evil), library))
    assert "<script>alert" not in page
    text = markdown(_page(_match(catalog), library))
    for title in ORDER:
        assert title in page
        assert f"## {title}" in text


def test_several(catalog: Catalog, library: Library, screen: Any) -> None:
    """Several stand in a table, then why, what they ask together, what opens most, and what was not read."""
    far = _ad(catalog, name="far.txt", title="Director of Support", tier=catalog.ladder.top, employer=None)
    other = _ad(catalog, name="other.txt", title="Account Executive", line_of_work="other", tier=None)
    found = [_match(catalog, each) for each in (far, other, _ad(catalog))]
    unread = [UnreadAd("x.txt", "x.txt is no job advertisement.", "It is a login page.")]
    together = matches(found[0].assessment, found, {}, unread)
    text = render(matches_view(together, catalog.skills_by_id), Look())
    assert text == screen
    assert "Not read" in html(matches_page(together, catalog.skills_by_id))


def test_several_and_nothing_to_say(catalog: Catalog) -> None:
    """None that could be read, and all that one fits, are said as such."""
    fits = _match(catalog, _ad(catalog, skills=()))
    text = render(matches_view(matches(fits.assessment, [fits], {}), catalog.skills_by_id), Look())
    assert "Nothing: you fit every one of them as it is." in text
    empty = matches(fits.assessment, [], {}, [UnreadAd("x", "x is empty.")])
    assert "0 advertisements" in render(matches_view(empty, catalog.skills_by_id), Look())


def test_many_people(catalog: Catalog) -> None:
    """People are ranked by how they fit, with what they lack, and who could not be read."""
    weak = _match(catalog, leading_years=0.0, leads_people=False, team=0, skills=LEVELS | {"coaching": 1})
    entries = [Candidate("Zoe", Origin("z"), weak), Candidate("Ann", Origin("a"), _match(catalog))]
    broken = Unread("Bob", Origin("b"), (Problem("bob.yaml", 1, 1, "goal", "is no tier"),))
    found = candidates(_ad(catalog), entries, Unreadable([broken], 1), TODAY)
    text = render(candidates_view(found, catalog.skills_by_id), Look())
    assert text.index("Ann") < text.index("Zoe")
    assert "· Coaching and mentoring. 1 of 2 lack it" in text
    assert "Could not be read: 1 profile" in text


def test_not_yet_is_short(catalog: Catalog, library: Library) -> None:
    """Not yet says what would make it a stretch, all that is asked, and pay; nothing of how to apply."""
    found = _match(catalog, _ad(catalog, tier=catalog.ladder.tier("director"), leading_years=years(8)))
    assert found.verdict == "not-yet"
    text = _view(found, library)
    words = _words(text)

    assert text.index("What would make it a stretch") < text.index("What it really asks")
    assert "From 4 years of leading people on; you have" in words
    assert "tiers above the job you hold. From Senior Manager it is a stretch" in words
    assert "The next step, dated: PLAN" in words
    for part in ("Implied by the duties", "Pay and hours", "Offered: $52,000 to $60,000 a year", "Hours:"):
        assert part in words
    for part in ("Proof", "For the interview", "Before you apply", "What to ask them", "Shown by"):
        assert part not in words


def test_rating_is_offered_where_it_changes_something(catalog: Catalog, library: Library) -> None:
    """What is sure whatever is rated asks for no rating; what rests on ratings asks for them, and no date."""
    facts: dict[str, Any] = {"skills": {"communication": 3}, "evidence": {}}
    director = _ad(catalog, tier=catalog.ladder.tier("director"), conditions=(), not_understood=())
    sure = _match(
        catalog, director, **facts, support_years=1.0, leading_years=0.0, leads_people=False, team=0
    )
    assert sure.certain
    text = _words(_view(sure, library))
    assert "Nothing that you have not rated could change that." in text
    assert "To rate" not in text
    lead = _ad(catalog, skills=tuple(asked(skill) for skill in ("hiring", "coaching", "team-leadership")))
    open_ = _match(catalog, lead, skills={}, evidence={})
    assert (open_.verdict, len(open_.to_rate)) == ("not-yet", 3)
    text = _words(_view(open_, library))
    assert "To rate what is open: RATE Or here: --skill " in text
    assert "What it takes to tell" in text
    assert "Ready:" not in text
