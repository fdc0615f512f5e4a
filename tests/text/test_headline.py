from __future__ import annotations

from datetime import date

import msgspec
import pytest

from careercli.domain.assessment import assess
from careercli.domain.model import Catalog, Profile
from careercli.text.headline import (
    brings_sentence,
    certainty_sentence,
    counted_sentence,
    goal_sentence,
    next_aside,
    readings,
    reasons_sentence,
    standing_sentence,
    strengths_sentence,
    title_sentence,
    waits_sentence,
    years_sentence,
)
from tests.domain.small import LADDER, of, someone

LEAD = {"title": "Support Lead", "leads_people": True, "team": 12}
TWO_TO_CHECK = (
    "Your title says Manager; your answers do not confirm it yet. Check these two first: clear talk and team "
    "leadership."
)
MANAGER = {"title": "Support Manager", "leads_people": True, "team": 12}


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (someone(), "Too little is rated to place you yet. Your years and job say Agent."),
        (
            someone(support=0.0, levels={"talk": 0, "write": 0, "sort": 0, "solve": 0}),
            "You're on the way to a first support job: Junior.",
        ),
        (someone(levels={"talk": 0, "write": 0, "sort": 0, "solve": 0}), "You're on the way to Junior."),
        (someone("agent", 0.0), "You're ready for a first support job: Junior."),
        (
            someone("junior", 0.0, levels={"write": 0}),
            "You could start as Junior. One must-have still open: writing.",
        ),
        (someone("agent"), "You're at Agent."),
        (someone("lead"), "You're at Agent, and ready for a first lead job."),
        (
            someone("lead", 5.0, 2.0, levels={"lead": 1}, **LEAD),
            "You're at Lead. One must-have still open: team leadership.",
        ),
        (someone("lead", 5.0, 3.0, **MANAGER), "You're at Manager. Three must-haves still open."),
        (someone("manager", 9.0, 5.0, **MANAGER), "You're at Manager, the top of this ladder."),
    ],
)
def test_the_standing_in_one_sentence(profile: Profile, expected: str) -> None:
    """It says where somebody is and what is left to show, by name where there is one."""
    assert standing_sentence(of(profile)) == expected
    named = msgspec.structs.replace(profile, name="Dana")
    assert standing_sentence(of(named)) == f"Dana, {expected[0].lower()}{expected[1:]}"


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        ("agent", "manager", "You're most likely at Lead, between Agent and Manager until you rate more."),
        ("agent", "lead", "You're most likely at Lead, at least Agent, until you rate more."),
        ("lead", "manager", "You're most likely at Lead, perhaps Manager, until you rate more."),
        (None, "lead", "You're most likely at Lead, until you rate more."),
        (None, "manager", "You're most likely at Lead, perhaps Manager, until you rate more."),
    ],
)
def test_what_is_not_settled_is_said_with_its_range(least: str | None, most: str, expected: str) -> None:
    """Between which tiers further answers can still move somebody."""
    found = of(someone("lead", 5.0, 2.0, **LEAD))
    placement = msgspec.structs.replace(
        found.placement,
        settled=False,
        certain=False,
        at_least=LADDER.tier(least) if least else None,
        at_most=LADDER.tier(most),
    )
    assert standing_sentence(msgspec.structs.replace(found, placement=placement)) == expected


def test_must_haves_that_are_not_rated_are_to_confirm() -> None:
    """They are not called open: nothing says that they are missing."""
    found = of(someone("manager", 9.0, 5.0, levels={"plan": None}, **MANAGER))
    sure = msgspec.structs.replace(found.placement, settled=True)
    said = standing_sentence(msgspec.structs.replace(found, placement=sure))
    assert said == "You're at Manager. One must-have to confirm: budget planning."


@pytest.mark.parametrize(
    ("profile", "texts"),
    [
        (
            someone(),
            (
                "too few of them to say which tier.",
                "Agent by what employers ask, and by the guides.",
                "no title given, so answers and years decide.",
            ),
        ),
        (
            someone("lead", 6.0, 3.0, levels={"lead": 1}, **LEAD),
            (
                "Lead. You cover 91% of the job and 1 of 2 must-haves.",
                "Manager by what employers ask, Lead by the guides.",
                "Lead, by your title.",
            ),
        ),
        (
            someone(support=0.5, levels={"talk": 0, "write": 0, "sort": 0, "solve": 0}, employed=False),
            (
                "not Junior yet.",
                "Junior by what employers ask, and by the guides.",
                "none in support right now, so answers and years decide.",
            ),
        ),
    ],
)
def test_the_three_readings(profile: Profile, texts: tuple[str, str, str]) -> None:
    """A line each for answers, years and the job, with what each of them says."""
    found = readings(of(profile))
    assert [reading.label for reading in found] == ["Your answers", "Your years", "Your job"]
    assert tuple(reading.text for reading in found) == texts


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"title": "Wizard"}, "'Wizard' is no title that we recognize. Answers and years decide."),
        ({"title": "Talker"}, "'Talker' is another line of work. Answers and years decide."),
        ({"title": "Boss"}, "'Boss' does not say what the team does. Answers and years decide."),
        ({"title": "Tester"}, "'Tester' stands beside this ladder. Answers and years decide."),
        (
            {"title": "Support Lead", "team": 0},
            "'Support Lead', but you lead nobody now. Answers and years decide.",
        ),
        (
            {"title": "Support Lead"},
            "'Support Lead', but nothing says whom you lead. Answers and years decide.",
        ),
        (
            {"title": "Support Manager", "leads_people": True, "team": 5},
            "Lead: that is what 'Support Manager' comes to with a team of 5.",
        ),
        (
            {"title": "Support Lead", "leads_people": True, "team": 2},
            "Agent: that is what 'Support Lead' comes to with a team of 2.",
        ),
    ],
)
def test_the_reading_of_a_job_says_how_its_title_counts(facts: dict[str, object], text: str) -> None:
    """A title that is not recognized, that leads nobody, or that counts for less is said to be so."""
    assert readings(of(someone("agent", **facts)))[2].text == text


def test_the_second_tier_counts_as_the_first_in_the_first_year() -> None:
    """With the reason."""
    said = readings(of(someone("agent", 0.5, title="Support Agent")))[2].text
    assert said == "Junior: that is what 'Support Agent' comes to in the first year."


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (someone(), ""),
        (someone("agent"), ""),
        (someone("junior"), "The lower of the two counts: your answers."),
        (someone("lead", 5.0, 3.0, **MANAGER), "Your years and your job agree, so that counts."),
        (someone("junior", 5.0, 2.0, **LEAD), "Your years and your job agree, so that counts."),
        (someone("agent", 1.0, **MANAGER), "Your answers and your years agree, so that counts."),
        (someone("agent", 2.0, 0.5, **MANAGER), "The middle one of the three counts: your years."),
        (
            someone("junior", 9.0, 5.0, **MANAGER),
            "Nobody is placed more than two tiers above their answers, so those decide.",
        ),
    ],
)
def test_which_reading_counted_is_said_where_they_differ(profile: Profile, expected: str) -> None:
    """With the reason: the middle one, the lower of two, or what two agree on."""
    assert counted_sentence(of(profile)) == expected


def test_the_reasons_in_short() -> None:
    """What each reading says, which one counted, and what the next tier waits for, in one line."""
    said = reasons_sentence(of(someone("junior")))
    assert said == (
        "Your answers say Junior and your years Agent. The lower of the two counts: your answers. Agent "
        "waits for 2 must-haves and 75% of the job covered."
    )
    assert reasons_sentence(of(someone())).startswith("Your answers say too little to say and your years")
    top = reasons_sentence(of(someone("manager", 9.0, 5.0, **MANAGER)))
    assert top == "Your answers say Manager, your years Manager and your job Manager."


@pytest.mark.parametrize(
    ("profile", "waits"),
    [
        (someone("manager", 5.0, 2.0, **LEAD), "1 more year of leading"),
        (someone("manager", 3.25, 3.0, **LEAD), "1.8 more years in support"),
        (someone("manager", 4.999, 3.0, **LEAD), "1 more month in support"),
        (someone("manager", 4.01, 3.0, **LEAD), "1 more year in support"),
        (someone("manager", 4.5, 2.75, **LEAD), "6 more months in support, 3 more months of leading"),
        (someone("lead", 9.0, 5.0, **LEAD), "3 must-haves"),
        (someone("manager", 9.0, 5.0, **MANAGER), ""),
    ],
)
def test_what_the_next_tier_waits_for(profile: Profile, waits: str) -> None:
    """Must-haves, covering and years as far as each is missing; what is shown as missing is enough."""
    assert next_aside(of(profile)) == waits


def test_who_is_ready_for_a_first_lead_job_waits_for_nothing_else() -> None:
    """Years of leading come with the job: nobody is told to have led before."""
    assert waits_sentence(of(someone("lead"))) == "Nothing is missing for Lead but the job itself."
    assert waits_sentence(of(someone("manager", 9.0, 5.0, **MANAGER))) == ""


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (someone(), ""),
        (someone(levels={"talk": 3, "lead": 1}), "You bring clear talk at the level that Agent asks."),
        (someone("agent", levels={"talk": 0, "write": 0, "sort": 0, "solve": 0}), ""),
        (
            someone("agent"),
            "You bring 4 skills at the level that Lead asks, among them clear talk, writing and CRM sorting.",
        ),
        (
            someone("agent", levels={"talk": 1, "write": 0}),
            "You bring CRM sorting and problem solving at the level that Agent asks.",
        ),
    ],
)
def test_strengths_are_said_before_gaps(profile: Profile, expected: str) -> None:
    """What the next tier asks and the person has, must-haves first; nothing where there is nothing to say."""
    assert strengths_sentence(of(profile)) == expected


def test_years_are_brought_too() -> None:
    """In support, of leading and of leading elsewhere, each where there are any; with two skills by name."""
    assert brings_sentence(of(someone(None, 0.0))) == ""
    assert brings_sentence(of(someone(None, 1.0))) == "You bring 1 year in support."
    assert brings_sentence(of(someone("agent", 3.5, leading=1.0))) == (
        "You bring 3.5 years in support, 1 of leading and 4 skills at the level that Lead asks, among them "
        "clear talk and writing."
    )
    elsewhere = of(someone(None, 0.0, leading_elsewhere_years=8.0))
    assert brings_sentence(elsewhere) == "You bring 8 years of leading people elsewhere."


def test_an_and_inside_a_name_is_told_from_that_between_names(catalog: Catalog) -> None:
    """So that one hears where a skill ends."""
    person = Profile(
        support_years=5.0, title="Support Team Lead", skills={"support-metrics": 3, "coaching": 3}
    )
    found = assess(catalog.ladder, catalog.skills_by_id, person, date(2026, 11, 21))
    assert "support metrics, and coaching and mentoring" in strengths_sentence(found)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ""),
        ({"title": "Wizard"}, ""),
        ({"title": "Support Agent"}, ""),
        ({"title": "Support Junior"}, "Your title says Junior; by answers and years you are past it."),
        ({"title": "Talker"}, "About your title: Talking alone is another job."),
        (LEAD, "Your title says Lead; your answers do not confirm it yet. Check this one: team leadership."),
        (MANAGER, TWO_TO_CHECK),
    ],
)
def test_a_title_is_spoken_of_where_it_differs(facts: dict[str, object], expected: str) -> None:
    """Kindly, with what to check; nothing where it agrees or says nothing."""
    assert title_sentence(of(someone("agent", 1.0, **facts))) == expected


def test_a_title_above_the_years_says_so() -> None:
    """Where the answers confirm it, the years are what is missing."""
    said = title_sentence(of(someone("manager", 2.0, 0.5, employed=False, title="Support Manager")))
    assert said == "Your title says Manager; your years do not confirm it yet."


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (someone("agent", goal="lead"), ""),
        (someone("agent", goal="agent"), "You have reached your goal, Agent. The next tier is Lead."),
        (
            someone("lead", 5.0, 2.0, levels={"lead": 1}, goal="lead", **LEAD),
            "That is your goal already; what is left is to confirm Lead.",
        ),
        (someone("manager", 9.0, 5.0, goal="manager", **MANAGER), "You have reached your goal, Manager."),
        (someone("manager", 9.0, 5.0, **MANAGER), ""),
    ],
)
def test_a_goal_that_is_reached_is_said_to_be(profile: Profile, expected: str) -> None:
    """With the tier that comes next; where it is not confirmed yet, that is what is left."""
    assert goal_sentence(of(profile)) == expected


def test_certainty_says_what_unrated_skills_could_change() -> None:
    """Nothing where all are rated or nobody is placed; else whether they can change the tier."""
    assert certainty_sentence(of(someone("agent"))) == ""
    assert certainty_sentence(of(someone())) == ""
    one = of(someone("agent", 1.0, levels={"plan": None}))
    assert certainty_sentence(one) == "1 skill is not rated; it cannot change the tier."
    open_ends = of(someone("lead", 5.0, 2.0, levels={"sort": None, "plan": None}, **LEAD))
    for settled, said in ((False, "estimated from the rest"), (True, "only if they differ much")):
        placement = msgspec.structs.replace(open_ends.placement, certain=False, settled=settled)
        assert said in certainty_sentence(msgspec.structs.replace(open_ends, placement=placement))


def test_years_that_count_in_part_are_said_to_be_a_judgement() -> None:
    """Part time and leading elsewhere; nothing where all years count in full."""
    assert years_sentence(of(someone("agent"))) == ""
    said = years_sentence(of(someone("agent", part_time_share=0.6, leading_elsewhere_years=4.0)))
    assert said.startswith(
        "Years at 60% of full time count by that share and years of leading outside support count half."
    )
    assert "our judgement" in said


def test_nothing_is_said_in_the_words_of_the_rule() -> None:
    """No reader has to know what a gate, a seat or a fit is."""
    people = [
        someone(),
        *(
            someone(tier.id, years, years / 2, **MANAGER)
            for tier in LADDER.tiers
            for years in (0.0, 3.0, 9.0)
        ),
    ]
    for profile in people:
        found = of(profile)
        said = " ".join(
            [standing_sentence(found), reasons_sentence(found), *(r.text for r in readings(found))]
        )
        assert not {"gate", "gates", "seat", "fit", "held", "stand"} & set(
            said.lower().replace(".", "").split()
        )
