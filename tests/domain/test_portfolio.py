from __future__ import annotations

import time
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalog import load_library
from careercli.domain.model import Catalog, Profile
from careercli.domain.portfolio import CLAIMED, Evidence, ExhibitKind, Portfolio, evidence_of, portfolio
from careercli.text.portfolio import CHAPTERS, WITNESSES
from tests.domain.ladders import Case, cases

LIBRARY = load_library()


def of(catalog: Catalog, evidence: dict[str, str], goal: str | None = "manager", **levels: int) -> Portfolio:
    """Return the portfolio of somebody with this evidence and these levels."""
    skills = {name.replace("_", "-"): level for name, level in levels.items()}
    return portfolio(catalog, LIBRARY, Profile(support_years=3, goal=goal, skills=skills, evidence=evidence))


@pytest.mark.parametrize(
    ("skill", "text", "kind"),
    [
        ("support-metrics", "First reply time from nine hours to four within a year", "figures"),
        ("vendor-management", "Renewed the contract at 14 % less per contact", "figures"),
        ("ticketing", "Escalations halved in a quarter", "figures"),
        ("training-delivery", "Wrote the onboarding checklist for chat", "material"),
        ("coaching", "Three of my agents were promoted", "leadership"),
        ("budgeting", "Led the working group on goodwill credits", "leadership"),
        ("conflict-resolution", "Ran the refund escalations of the delivery strike", "cases"),
        ("ticketing", "Daily work in Zendesk since the merger", "tools"),
        ("support-technology", "CompTIA A+ in spring", "certificates"),
    ],
)
def test_a_line_is_where_the_guides_would_have_it(
    catalog: Catalog, skill: str, text: str, kind: ExhibitKind
) -> None:
    """Each line of evidence is in one part of the portfolio, the first that it suits."""
    result = of(catalog, {skill: text})

    assert [exhibit.evidence.text for exhibit in result.of_kind(kind)] == [text]
    assert sum(len(result.of_kind(each)) for each in CHAPTERS) == 1


def test_tools_and_certificates_are_named_once(catalog: Catalog) -> None:
    """They are found by any name, on word boundaries, wherever they stand."""
    result = of(catalog, {"ticketing": "Zendesk for email\nzendesk for chat", "crm": "Zendesky things"})

    assert len(result.tools) == 1
    assert "Zendesk" in result.tools[0]


def test_a_line_with_a_day(catalog: Catalog) -> None:
    """What 'plan done' keeps has its day; a day that is none, or inside a line, is text."""
    person = Profile(
        support_years=1,
        evidence={
            "coaching": "2026-11-30: Three notes\n\n2026-13-99: odd\nOn 2026-11-30: nothing\n2026-11-30:x"
        },
    )

    assert evidence_of(person, "coaching") == (
        Evidence("coaching", "Three notes", date(2026, 11, 30)),
        Evidence("coaching", "2026-13-99: odd", None),
        Evidence("coaching", "On 2026-11-30: nothing", None),
        Evidence("coaching", "2026-11-30:x", None),
    )


def test_the_latest_comes_first(catalog: Catalog) -> None:
    """Within a part the newest is on top, and what has no day last."""
    result = of(catalog, {"coaching": "Long ago\n2026-01-05: In winter\n2026-07-01: In summer"})

    shown = [exhibit.evidence.text for exhibit in result.of_kind("leadership")]
    assert shown == ["In summer", "In winter", "Long ago"]


def test_holes_have_the_most_important_first(catalog: Catalog) -> None:
    """Gates of the goal, then higher levels, then what weighs more; with the proof of that level's step."""
    result = of(
        catalog, {}, quality_assurance=3, communication=2, coaching=4, social_media_support=2, live_chat=1
    )

    gates = catalog.ladder.tier("manager").gate_skills
    assert [hole.gate for hole in result.holes] == sorted((hole.gate for hole in result.holes), reverse=True)
    assert result.holes[0].skill in gates
    by_skill = {hole.skill: hole for hole in result.holes}
    assert by_skill.keys() == {"quality-assurance", "communication", "coaching", "social-media-support"}
    quality = catalog.skills_by_id["quality-assurance"].for_seat("agent")
    assert by_skill["quality-assurance"].growth == quality.growth[2]


def test_the_goal_decides_what_is_a_gate(catalog: Catalog) -> None:
    """The same claim is a gate for one goal and not for another."""
    claims = {"budgeting": 2}

    assert of(catalog, {}, "manager", **claims).holes[0].gate
    assert not of(catalog, {}, "specialist", **claims).holes[0].gate


def test_whom_to_ask(catalog: Catalog) -> None:
    """Somebody can speak for what is well held and shown, once for each skill."""
    evidence = {"coaching": "One\nTwo", "empathy": "Three", "ticketing": "Four", "crm": "Five"}
    result = of(catalog, evidence, coaching=3, empathy=3, ticketing=3, crm=2)

    who = {witness.evidence.skill: WITNESSES[witness.who] for witness in result.witnesses}
    assert "led or coached" in who["coaching"]
    assert "customer" in who["empathy"]
    assert "uses it" in who["ticketing"]
    assert len(result.witnesses) == 3


def test_long_lines_take_no_long_time(catalog: Catalog) -> None:
    """Four thousand characters of what looks like a comparison are sorted at once."""
    began = time.process_time()
    of(catalog, dict.fromkeys(list(catalog.skills_by_id)[:10], ("from 1 to " * 400)[:3999] + "x"))

    assert time.process_time() - began < 2


@st.composite
def people(draw: st.DrawFn) -> Case:
    """Draw a person with evidence for some skills, blank evidence among it."""
    case = draw(cases())
    texts = st.sampled_from(["Shown", "2026-01-02: Shown", " \n", "Led ten\nfrom 1 to 2"])
    return case.but(evidence=draw(st.dictionaries(st.sampled_from(sorted(case.skills)), texts)))


@given(people())
def test_every_claim_is_shown_or_named_as_a_hole(case: Case) -> None:
    """A claimed level is never passed over, and never both: each such skill is there exactly once."""
    result = portfolio(case.catalog, LIBRARY, case.profile)

    claimed = sorted(name for name, level in case.profile.skills.items() if level >= CLAIMED)
    shown = [entry.skill for entry in result.skills if entry.lines and (entry.level or 0) >= CLAIMED]
    assert sorted([*shown, *(hole.skill for hole in result.holes)]) == claimed


@given(people())
def test_no_line_is_lost(case: Case) -> None:
    """Every line of evidence is in one part and below its skill."""
    result = portfolio(case.catalog, LIBRARY, case.profile)

    lines = [line for name in case.profile.evidence for line in evidence_of(case.profile, name)]
    assert sorted(map(repr, lines)) == sorted(repr(exhibit.evidence) for exhibit in result.exhibits)
    assert sorted(map(repr, lines)) == sorted(repr(line) for entry in result.skills for line in entry.lines)


@given(people())
def test_the_order_of_writing_does_not_matter(case: Case) -> None:
    """The same facts in another order give the same portfolio."""
    turned = msgspec.structs.replace(
        case.profile,
        skills=dict(reversed(case.profile.skills.items())),
        evidence=dict(reversed(case.profile.evidence.items())),
    )

    one, two = (portfolio(case.catalog, LIBRARY, profile) for profile in (case.profile, turned))
    assert msgspec.structs.replace(two, profile=case.profile) == one
