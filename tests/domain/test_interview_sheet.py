from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalog import load_library
from careercli.domain.assessment import Assessment, assess
from careercli.domain.interview_questions import InterviewQuestion, QuestionKind
from careercli.domain.interview_sheet import DEMANDS, MOST, MOST_GENERAL, Sheet, audiences_of, sheet
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Profile
from careercli.domain.portfolio import evidence_of
from tests.domain.ladders import NAMES, Case, cases

TODAY = date(2026, 11, 30)
BUILT_IN = load_library()


def about(skill: str, kind: QuestionKind, *levels: int) -> InterviewQuestion:
    """Return a question about a skill."""
    name = f"{skill}-{kind}-{levels[0]}"
    return InterviewQuestion(
        id=name, kind=kind, question=name, strong="x", weak="x", source="x", skill=skill, levels=levels
    )


def general(name: str, *tiers: str, whom: str = "any") -> InterviewQuestion:
    """Return a general question."""
    text = {"question": name, "strong": "x", "weak": "x", "source": "x"}
    return msgspec.convert(
        {"id": name, "kind": "general", "tiers": tiers, "for_whom": whom, **text}, InterviewQuestion
    )


def asking(*skills: str) -> Library:
    """Return a library with three questions about each skill."""
    return Library(
        guides=(),
        tools=(),
        certificates=(),
        occupations=(),
        interviews=(
            *(about(skill, "behavior", 1, 2) for skill in skills),
            *(about(skill, "behavior", 3, 4) for skill in skills),
            *(about(skill, "situation", 1, 2, 3, 4) for skill in skills),
        ),
    )


LIBRARY = asking(*NAMES)


def assessed(case: Case) -> Assessment:
    """Return the assessment of a case."""
    ladder = case.catalog.ladder
    return assess(ladder, case.catalog.skills_by_id, case.profile, TODAY)


def with_evidence(profile: Profile) -> Profile:
    """Return a profile that shows something for each rated skill."""
    shown = {skill: f"Did {skill} in 2025" for skill in profile.skills}
    return msgspec.structs.replace(profile, evidence=shown)


def sheets(case: Case) -> list[Sheet]:
    """Return the sheets of somebody for every tier."""
    return [sheet(assessed(case), LIBRARY, tier) for tier in case.catalog.ladder.tiers]


@given(cases())
def test_every_gate_is_asked(case: Case) -> None:
    """Each must-have of the tier comes first, each skill once, before anything is asked again."""
    for made in sheets(case):
        gates = made.tier.gates
        first = made.entries[: len(gates)]

        assert made.unasked == ()
        assert sorted(entry.wanted.gate or 0 for entry in first) == list(range(1, len(gates) + 1))
        assert len({entry.wanted.skill for entry in first}) == len(first)
        assert all(entry.wanted.skill in gates[(entry.wanted.gate or 0) - 1].skills for entry in first)


@given(cases())
def test_nothing_is_asked_that_the_seat_does_not_ask(case: Case) -> None:
    """A question is about a skill of the tier, at a level of its gate or requirement; each is there once."""
    for made in sheets(case):
        ids = [entry.question.id for entry in made.entries]
        assert len(ids) == len(set(ids)) <= MOST
        for entry in made.entries:
            skill = entry.question.skill
            asked = {ask.level for ask in made.tier.asks if ask.skill == skill}
            asked |= {level for gate in made.tier.gates if skill in gate.skills for level in gate.levels}
            assert set(entry.question.levels) & asked
            assert set(entry.wanted.levels) <= asked
            assert entry.have == case.profile.skills.get(skill or "")


@given(cases(), st.data())
def test_evidence_is_that_of_the_person(case: Case, data: st.DataObject) -> None:
    """Each question carries the lines that show its skill; without the evidence they are gone."""
    profile = with_evidence(case.profile)
    for made in sheets(case._replace(profile=profile)):
        for entry in made.entries:
            assert entry.evidence == evidence_of(profile, entry.wanted.skill)
    if not profile.evidence:
        return
    gone = data.draw(st.sampled_from(sorted(profile.evidence)))
    kept = {skill: text for skill, text in profile.evidence.items() if skill != gone}
    for made in sheets(case._replace(profile=msgspec.structs.replace(profile, evidence=kept))):
        assert not any(gone in line.text for entry in made.entries for line in entry.evidence)


@given(cases())
def test_the_same_person_gets_the_same_sheet(case: Case) -> None:
    """No order of answers makes another sheet."""
    turned = msgspec.structs.replace(case.profile, skills=dict(reversed(case.profile.skills.items())))
    assert sheets(case) == sheets(case._replace(profile=turned))


@given(cases(), st.data())
def test_an_advertisement_brings_its_own_skills(case: Case, data: st.DataObject) -> None:
    """Every question is about a skill that it names; of those that the tier asks at a level of the tier."""
    named = data.draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(DEMANDS), max_size=5))
    for tier in case.catalog.ladder.tiers:
        made = sheet(assessed(case), LIBRARY, tier, named)
        skills = [entry.wanted.skill for entry in made.entries]
        assert set(skills) == set(named)
        assert len(set(skills[: len(named)])) == len(named)
        for entry in made.entries:
            assert entry.wanted.demand == named[entry.wanted.skill]
            assert not entry.wanted.levels or set(entry.question.levels) & set(entry.wanted.levels)
            asked = {ask.level for ask in tier.asks if ask.skill == entry.wanted.skill}
            assert asked <= set(entry.wanted.levels)


def of(
    catalog: Catalog, tier: str, profile: Profile, library: Library | None = None, **demands: str
) -> Sheet:
    """Return the sheet of somebody for a tier of the built-in ladder, or for what an advertisement asks."""
    wanted = {name.replace("_", "-"): how for name, how in demands.items()}
    found = assess(catalog.ladder, catalog.skills_by_id, profile, TODAY)
    return sheet(found, library or asking(*catalog.skills_by_id), catalog.ladder.tier(tier), wanted or None)  # type: ignore[arg-type]


def test_open_gates_come_first(catalog: Catalog) -> None:
    """A must-have that is missed is prepared before one that is met, and the gaps follow."""
    skills = {"team-leadership": 3, "coaching": 3, "performance-management": 1, "support-metrics": 2}
    made = of(catalog, "manager", Profile(support_years=4, leading_years=1, skills=skills))

    first = made.entries[0].wanted
    assert (first.standing, first.gate is not None) == ("open", True)
    assert {entry.wanted.skill for entry in made.entries[:2]} == {"performance-management", "support-metrics"}
    assert len(made.entries) == MOST


def test_what_was_never_done_is_asked_as_a_situation(catalog: Catalog) -> None:
    """Somebody who can tell of nothing is asked what they would do, others what they did."""
    newcomer = of(catalog, "specialist", Profile(support_years=0))
    veteran = of(
        catalog, "specialist", Profile(support_years=3, skills=dict.fromkeys(catalog.skills_by_id, 3))
    )

    assert {entry.question.kind for entry in newcomer.entries[:4]} == {"situation"}
    assert {entry.question.kind for entry in veteran.entries[:4]} == {"behavior"}


def test_what_is_missing_beside_the_gates_is_asked_as_a_situation(catalog: Catalog) -> None:
    """A level below a gate there is something to tell; of another gap, only where evidence shows it."""
    skills = dict.fromkeys(catalog.skills_by_id, 3) | {"hiring": 0, "budgeting": 1, "data-privacy": 2}
    profile = Profile(support_years=4, leading_years=1, skills=skills)
    shown = msgspec.structs.replace(profile, evidence={"data-privacy": "Closed a gap in exports"})

    def kinds(of_whom: Profile) -> dict[str, str]:
        entries = reversed(of(catalog, "manager", of_whom).entries)
        return {entry.wanted.skill: entry.question.kind for entry in entries}

    assert kinds(profile)["budgeting"] == "behavior"
    assert kinds(profile)["hiring"] == "situation"
    assert kinds(profile)["data-privacy"] == "situation"
    assert kinds(shown)["data-privacy"] == "behavior"


def test_a_gate_is_asked_from_two_sides(catalog: Catalog) -> None:
    """Whoever reaches everything is asked about the must-haves again, from another side."""
    everything = dict.fromkeys(catalog.skills_by_id, 4)
    made = of(catalog, "team-lead", Profile(support_years=6, leading_years=2, skills=everything))

    both = [entry.question.kind for entry in made.entries if entry.wanted.skill == "coaching"]
    assert both == ["behavior", "situation"]


@pytest.mark.parametrize(
    ("facts", "tier", "expected"),
    [
        ({"support_years": 3}, "team-lead", ("never-led",)),
        ({"support_years": 3}, "senior-specialist", ()),
        ({"support_years": 3, "leading_elsewhere_years": 1}, "team-lead", ()),
        ({"support_years": 3, "leads_people": True}, "team-lead", ()),
        ({"support_years": 3, "employed": False}, "specialist", ("returning",)),
        ({"support_years": 0, "employed": False}, "team-lead", ("never-led", "changing")),
        ({"support_years": 0}, "junior-specialist", ("changing",)),
    ],
)
def test_what_brings_questions_of_its_own(
    catalog: Catalog, facts: dict[str, float], tier: str, expected: tuple[str, ...]
) -> None:
    """Never having led counts where the seat leads, being without a job where there was one in support."""
    assert audiences_of(Profile(**facts), catalog.ladder.tier(tier)) == expected  # type: ignore[arg-type]


def test_general_questions_suit_the_person(catalog: Catalog) -> None:
    """The first that all are asked, one for each thing about the person, then others in the pack's order."""
    asked = (
        general("any-tier"),
        general("second"),
        general("manager-only", "manager"),
        general("own", "team-lead"),
        general("led", "team-lead", whom="never-led"),
        general("led-2", whom="never-led"),
        general("new", whom="changing"),
        general("back", whom="returning"),
    )
    library = msgspec.structs.replace(LIBRARY, interviews=asked)

    changing = of(catalog, "team-lead", Profile(support_years=0), library)
    settled = of(catalog, "team-lead", Profile(support_years=4, leading_years=1), library)

    assert [question.id for question in changing.general] == ["any-tier", "led", "new", "second"]
    assert [question.id for question in settled.general] == ["any-tier", "second", "own"]
    assert len(changing.unasked) == len(catalog.ladder.tier("team-lead").gates)


def test_an_advertisement_is_asked_about_what_it_names(catalog: Catalog) -> None:
    """Only the skills that it names, what it requires first, each at a level of some tier."""
    made = of(
        catalog,
        "specialist",
        Profile(support_years=1, skills={"troubleshooting": 1}),
        ticketing="preferred",
        troubleshooting="required",
        api_integrations="required",
        budgeting="implied",
    )

    skills = list(dict.fromkeys(entry.wanted.skill for entry in made.entries))
    assert skills == ["troubleshooting", "api-integrations", "ticketing", "budgeting"]
    assert {entry.wanted.demand for entry in made.entries if entry.wanted.skill == "ticketing"} == {
        "preferred"
    }
    assert all(
        set(entry.question.levels) & set(entry.wanted.levels) for entry in made.entries if entry.wanted.levels
    )
    assert made.unasked == ()


def test_a_built_in_sheet_is_full(catalog: Catalog) -> None:
    """Every tier has twelve questions and four general ones, for a beginner as for an expert."""
    for tier in catalog.ladder.tiers:
        for level in (0, 4):
            skills = dict.fromkeys(catalog.skills_by_id, level)
            made = of(catalog, tier.id, Profile(support_years=3, leading_years=2, skills=skills), BUILT_IN)
            assert (len(made.entries), len(made.general)) == (MOST, MOST_GENERAL)
            assert made.unasked == ()
