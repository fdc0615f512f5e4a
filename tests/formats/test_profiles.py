from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given

from careercli.domain.model import Catalog, Profile
from careercli.errors import InvalidDataError, Problem
from careercli.formats.document import Document
from careercli.formats.parser import parse
from careercli.formats.profiles import Experience, ProfileBody, as_document, profile_of, resolve, to_yaml
from tests.domain.builders import Rung, asks, ladder, must
from tests.formats.builders import SKILLS, TRICKY, problem_of, problems_of, profiles, small_catalog

SMALL = small_catalog()

START = "schema: careercli/profile@1\nexperience: {support_years: 2}\n"

EXAMPLE = """\
schema: careercli/profile@1
name: Dana Reyes
title: Customer Support Team Lead
experience:
  {support_years: 6.5, leading_years: 1.5, leading_elsewhere_years: 2, part_time_share: 0.8}
employed: true
team: 9
goal: director
hours_per_week: 4
skills:
  ticketing: 3
  conflict-resolution: {level: 3, evidence: Ran the refund escalations for a year}
  coaching:
    level: 2
    evidence:
      - Paired with two newcomers
      - {text: Three notes a week, date: 2026-03-04, from: résumé}
not_applicable:
  social-media-support: We have no social channels
"""


def profile(lines: str) -> Profile:
    return profile_of(parse(START + lines, "me.yaml"), SMALL)


def told(problem: Problem) -> tuple[int, int, str, str, str]:
    return (problem.line, problem.column, problem.key, problem.message, problem.hint)


def test_the_example_of_the_documentation_is_a_profile(catalog: Catalog) -> None:
    """Every key of the format arrives where it belongs."""
    assert profile_of(parse(EXAMPLE, "me.yaml"), catalog) == Profile(
        support_years=6.5,
        leading_years=1.5,
        leading_elsewhere_years=2.0,
        part_time_share=0.8,
        leads_people=True,
        employed=True,
        team=9,
        name="Dana Reyes",
        title="Customer Support Team Lead",
        goal="director",
        hours_per_week=4.0,
        skills={"ticketing": 3, "conflict-resolution": 3, "coaching": 2},
        evidence={
            "conflict-resolution": "Ran the refund escalations for a year",
            "coaching": "Paired with two newcomers\n2026-03-04: Three notes a week (from résumé)",
        },
        not_applicable={"social-media-support": "We have no social channels"},
    )


def test_the_same_profile_can_be_json(catalog: Catalog) -> None:
    """A JSON file with the same keys is the same profile."""
    as_json = json.dumps(parse(EXAMPLE, "me.yaml").value)
    assert profile_of(parse(as_json, "me.json"), catalog) == profile_of(parse(EXAMPLE, "me.yaml"), catalog)


def test_only_the_years_are_required() -> None:
    """All else has a default: no leading, no goal, four hours a week, nothing rated."""
    assert profile("") == Profile(support_years=2.0)
    assert Profile(support_years=2.0).hours_per_week == 4.0


def test_null_is_the_same_as_left_out() -> None:
    """A key without a value, where that makes sense, is not there."""
    assert profile("name:\ntitle: ~\ngoal: null\n") == profile("")
    assert profile("skills:\nnot_applicable: ~\n") == profile("")


@pytest.mark.parametrize("name", ["ticketing", "TICKETING", "Ticket systems", "help  desk TICKETING systems"])
def test_a_skill_may_be_called_by_id_name_or_alias_in_any_case(name: str) -> None:
    """Names mean their skill in any case and spacing, among ratings and among what does not apply."""
    assert profile(f"skills: {{{name}: 3}}\n").skills == {"ticketing": 3}
    assert profile(f"not_applicable: {{{name}: No tickets}}\n").not_applicable == {"ticketing": "No tickets"}


@pytest.mark.parametrize("name", ["t2", "T2", "Tier 2", "tier  2"])
def test_a_goal_may_be_called_by_id_or_title_in_any_case(name: str) -> None:
    """The goal is kept by the tier's id."""
    assert profile(f"goal: {name}\n").goal == "t2"


@pytest.mark.parametrize("rating", ["null", "~", "", "{level: null}", "{}", "{evidence: I watched}"])
def test_a_rating_of_nothing_is_unrated(rating: str) -> None:
    """A skill that is named without a level has no rating; it is not rated 0."""
    assert profile(f"skills:\n  ticketing: {rating}\n").skills == {}


def test_none_is_a_rating() -> None:
    """Level 0 is an answer."""
    assert profile("skills: {ticketing: 0}\n").skills == {"ticketing": 0}


def test_a_level_without_evidence_has_none() -> None:
    """The long form of a rating may say the level alone."""
    read = profile("skills: {ticketing: {level: 3}}\n")
    assert (read.skills, read.evidence) == ({"ticketing": 3}, {})


def test_evidence_without_a_level_is_kept() -> None:
    """What a person wrote is not lost for want of a level, on reading or on writing."""
    read = profile("skills: {ticketing: {evidence: I watched}}\n")
    assert read.evidence == {"ticketing": "I watched"}
    assert profile_of(parse(to_yaml(read), "me.yaml"), SMALL) == read


def test_names_and_reasons_are_kept_on_one_line() -> None:
    """Line breaks in a name, title or reason become spaces; evidence keeps its lines."""
    read = profile(
        'name: "Dana\\n Reyes "\ntitle: "Head\\tof Support"\n'
        'not_applicable: {live-chat: "no\\nchat"}\nskills: {ticketing: {level: 1, evidence: "one\\ntwo"}}\n'
    )
    assert (read.name, read.title, read.not_applicable) == (
        "Dana Reyes",
        "Head of Support",
        {"live-chat": "no chat"},
    )
    assert read.evidence == {"ticketing": "one\ntwo"}


def test_a_blank_name_is_none() -> None:
    """A name or title of spaces alone says nothing, and the profile can still be saved and read."""
    read = profile("name: '  '\ntitle: ' '\n")
    assert (read.name, read.title) == (None, None)
    assert profile_of(parse(to_yaml(read), "me.yaml"), SMALL) == read


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "skills:\n  tiketing: 3",
            (4, 3, "skills.tiketing", "'tiketing' is not a known skill", "Did you mean 'ticketing'?"),
        ),
        (
            "skills:\n  Chatt: 1",
            (4, 3, "skills.Chatt", "'Chatt' is not a known skill", "Did you mean 'live-chat'?"),
        ),
        (
            "skills:\n  zzz: 3",
            (4, 3, "skills.zzz", "'zzz' is not a known skill", "See 'careercli skill list' for all of them."),
        ),
        (
            "not_applicable:\n  coachin: x",
            (4, 3, "not_applicable.coachin", "'coachin' is not a known skill", "Did you mean 'coaching'?"),
        ),
        ("goal: tier2", (3, 1, "goal", "'tier2' is not a known tier", "Did you mean 't2'?")),
        ("goal: moon", (3, 1, "goal", "'moon' is not a known tier", "See 'careercli path' for all of them.")),
        (
            "skills:\n  ticketing: 1\n  Ticket systems: 2",
            (5, 3, "skills.Ticket systems", "is the same skill as 'ticketing'", "Keep one of the two."),
        ),
        (
            "skills:\n  Ticketing:\n  ticketing: 2",
            (5, 3, "skills.ticketing", "is the same skill as 'Ticketing'", "Keep one of the two."),
        ),
        (
            "not_applicable:\n  Chat: none\n  live-chat: none",
            (5, 3, "not_applicable.live-chat", "is the same skill as 'Chat'", "Keep one of the two."),
        ),
        (
            "skills: {ticketing: 0}\nnot_applicable:\n  Ticket systems: none",
            (
                *(5, 3, "not_applicable.Ticket systems", "is rated as well"),
                "Keep the rating or the reason, not both.",
            ),
        ),
        (
            "not_applicable:\n  communication: alone",
            (
                *(4, 3, "not_applicable.communication"),
                "is a must-have of T1 and cannot be marked not applicable",
                "Rate it, with 0 if you have not done it, or leave it out.",
            ),
        ),
        (
            "not_applicable:\n  live-chat: ' '",
            (4, 3, "not_applicable.live-chat", "has no reason", "Say in a few words why it does not apply."),
        ),
        ("lead_people: true", (3, 1, "lead_people", "is not a known key", "Did you mean 'leads_people'?")),
        (
            "skills: {ticketing: 5}",
            (3, 10, "skills.ticketing", "must be a level: a whole number from 0 to 4, not 5", ""),
        ),
        (
            "skills: {ticketing: high}",
            (3, 10, "skills.ticketing", "must be a level: a whole number from 0 to 4, not 'high'", ""),
        ),
        ("hours_per_week: 0", (3, 1, "hours_per_week", "must be hours a week from 0.5 to 80, not 0", "")),
        ("name: ''", (3, 1, "name", "must be text of 1 to 200 characters, not ''", "")),
        (
            "employed: false\nteam: 4",
            (
                *(4, 1, "team", "is 4, and employed is false"),
                "Without a job there is no team to lead: leave one of the two out.",
            ),
        ),
        (
            "team: 4\nleads_people: false",
            (
                *(4, 1, "leads_people", "is false, and team is 4"),
                "Leave leads_people out, or say team: 0.",
            ),
        ),
        ("team: -1", (3, 1, "team", "must be a number of people from 0 to 100000, not -1", "")),
        ("team: 2.5", (3, 1, "team", "must be a number of people from 0 to 100000, not 2.5", "")),
        ("employed: 1", (3, 1, "employed", "must be true or false, not 1", "")),
        (
            "skills: {ticketing: {level: 1, evidence: [Ran it, 3]}}",
            (3, 51, "skills.ticketing.evidence[1]", "must be text of 1 to 4000 characters, not 3", ""),
        ),
        (
            "skills: {ticketing: {level: 1, evidence: 3}}",
            (3, 32, "skills.ticketing.evidence", "must be text of 1 to 4000 characters, not 3", ""),
        ),
        (
            "skills: {ticketing: {evidence: [{text: Ran it, date: 2026-02-30}]}}",
            (
                *(3, 33, "skills.ticketing.evidence[0]"),
                *("has the date 2026-02-30, which is none of the calendar", ""),
            ),
        ),
        (
            "skills: {ticketing: {evidence: [{text: Ran it, date: May}]}}",
            (
                *(3, 48, "skills.ticketing.evidence[0].date"),
                *("must be a date such as 2026-11-21, 2026-11 or '2026', not 'May'", ""),
            ),
        ),
        (
            "skills: {ticketing: {evidence: [{text: Ran it, form: CV}]}}",
            (
                *(3, 48, "skills.ticketing.evidence[0].form", "is not a known key"),
                "Did you mean 'from'?",
            ),
        ),
        (
            "skills: {ticketing: {evidence: [Ran it, ' ']}}",
            (3, 10, "skills.ticketing", "has an entry of evidence without any words", ""),
        ),
        ("leads_people: no", (3, 1, "leads_people", "must be true or false, not 'no'", "")),
    ],
)
def test_what_is_wrong_in_a_profile_is_told_with_line_and_what_to_do(
    lines: str, expected: tuple[int, int, str, str, str]
) -> None:
    """Unknown names come with the nearest known one, and contradictions with the way out."""
    assert told(problem_of(lambda: profile(f"{lines}\n"))) == expected


GROUPED = msgspec.structs.replace(
    SMALL,
    ladders=(
        ladder(
            Rung((asks("communication", 1),), (must("communication"),)),
            Rung((asks("coaching", 2),), (must("ticketing", "coaching", "live-chat", levels=(2, 2)),)),
        ),
    ),
)
"""The small catalog, where the second tier wants any two of three skills."""

GROUP = "2 of these 3 have to apply: Ticket systems, Coaching, Live chat"


def test_one_of_a_group_may_not_apply() -> None:
    """A skill of a group may be marked, as long as the group keeps as many skills as levels."""
    one = parse(f"{START}not_applicable: {{live-chat: No chat}}\n", "me.yaml")
    assert profile_of(one, GROUPED).not_applicable == {"live-chat": "No chat"}
    two = parse(f"{START}not_applicable:\n  Chat: No chat\n  ticketing: No tickets\n", "me.yaml")
    assert told(problem_of(lambda: profile_of(two, GROUPED))) == (
        5,
        3,
        "not_applicable.ticketing",
        f"leaves too few skills for a must-have of T2: {GROUP}",
        "Rate it, with 0 if you have not done it, or leave it out.",
    )


def test_a_mark_of_before_lapses_in_what_is_kept() -> None:
    """What careercli has taken before is not refused for a newer rule: the skill counts as not rated."""
    marks = "not_applicable: {Chat: None, ticketing: None, communication: None}\n"
    kept = msgspec.structs.replace(parse(START + marks, "me.yaml"), kept=True)
    assert profile_of(kept, GROUPED).not_applicable == {"live-chat": "None"}


@pytest.mark.parametrize(
    ("lines", "leads"),
    [("", False), ("team: 0\n", False), ("team: 1\n", True), ("team: 0\nleads_people: true\n", True)],
)
def test_who_has_a_team_leads_people(lines: str, leads: bool) -> None:
    """Where nothing is said of leading, a team says it."""
    assert profile(lines).leads_people is leads


def test_evidence_is_as_long_as_one_text_may_be() -> None:
    """The entries of a list together are held to the length of a text."""
    listed = "skills: {{ticketing: {{level: 1, evidence: [{}, {}]}}}}\n"
    read = profile(listed.format("a" * 2000, "b" * 1999))
    assert len(read.evidence["ticketing"]) == 4000
    problem = problem_of(lambda: profile(listed.format("a" * 2000, "b" * 2000)))
    assert (problem.key, problem.message) == (
        "skills.ticketing",
        "has evidence of more than 4000 characters in all",
    )


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("Ran it", "Ran it"),
        ("'Ran\n\n  it '", "Ran it"),
        ("{text: Ran it}", "Ran it"),
        ("{text: Ran it, date: 2026-03}", "2026-03: Ran it"),
        ("{text: Ran it, date: '2026', from: LinkedIn}", "2026: Ran it (from LinkedIn)"),
        ("{text: Ran it, from: ' '}", "Ran it"),
    ],
)
def test_each_entry_of_evidence_is_a_line(entry: str, line: str) -> None:
    """With its date before it and where it is from behind it, where that is said."""
    assert profile(f"skills: {{ticketing: {{evidence: [{entry}]}}}}\n").evidence == {"ticketing": line}


@pytest.mark.parametrize(
    ("years", "key", "shown"),
    [("-1", "support_years", "-1"), ("61", "support_years", "61"), ("'2'", "support_years", "'2'")],
)
def test_years_are_a_number_from_0_to_60(years: str, key: str, shown: str) -> None:
    """Years out of range, or in quotes, are told with the range."""
    text = f"schema: careercli/profile@1\nexperience:\n  {key}: {years}\n"
    problem = problem_of(lambda: profile_of(parse(text, "me.yaml"), SMALL))
    assert told(problem)[:4] == (
        3,
        3,
        f"experience.{key}",
        f"must be a number of years from 0 to 60, not {shown}",
    )


def test_a_strange_name_is_shown_short_and_on_one_line() -> None:
    """What stands in a file cannot take up the screen or look like a message of its own."""
    problem = problem_of(lambda: profile(f'skills: {{"zz\\n{"z" * 90}": 1}}\n'))
    assert problem.message == f"'zz {'z' * 54}...' is not a known skill"
    assert problem.key == f"skills.zz {'z' * 54}..."


def test_all_problems_with_names_are_told_at_once() -> None:
    """Names are checked in one run, each with its own line."""
    problems = problems_of(
        lambda: profile("goal: x\nskills:\n  a: 1\n  b: 2\nnot_applicable:\n  communication: y\n  c: z\n")
    )
    assert [problem.line for problem in problems] == [3, 5, 6, 8, 9]


def test_wrong_values_hide_no_unknown_names() -> None:
    """A profile of the wrong form is told its wrong names in the same run."""
    problems = problems_of(
        lambda: profile("goal: x\nhours_per_week: 0\nskills:\n  a: 9\nnot_applicable:\n  communication: y\n")
    )
    assert sorted(problem.line for problem in problems) == [3, 4, 6, 6, 8]


def test_a_duplicate_key_is_told_beside_unknown_names() -> None:
    """Reading goes on after a duplicate key as far as it can."""
    problems = problems_of(lambda: profile("skills:\n  a: 1\n  ticketing: 1\n  ticketing: 2\n"))
    assert [problem.line for problem in problems] == [4, 6]


def test_the_error_names_the_file_and_how_much_is_wrong() -> None:
    """The summary counts; one problem is not 'problems'."""
    with pytest.raises(InvalidDataError, match=r"(?m)^me\.yaml has 1 problem\.$"):
        profile("goal: x\n")
    with pytest.raises(InvalidDataError, match=r"(?m)^me\.yaml has 2 problems\.$"):
        profile("goal: x\nskills: {a: 1}\n")


def test_a_profile_inside_another_document_has_its_places_there() -> None:
    """A persona's profile stands under a key of its file, and so do its problems."""
    document = parse("profile:\n  skills:\n    nope: 1\n", "persona.yaml")
    body = ProfileBody(experience=Experience(support_years=1.0), skills={"nope": 1})
    _, (problem,) = resolve(document, body, SMALL, at=("profile",))
    assert told(problem)[:3] == (3, 5, "profile.skills.nope")


@given(profiles())
def test_a_saved_profile_reads_back_as_it_was(drawn: Profile) -> None:
    """Whatever a profile holds, its file reads back as the same profile, without a problem."""
    assert profile_of(parse(to_yaml(drawn), "me.yaml"), SMALL) == drawn


@pytest.mark.parametrize("text", [text for text in TRICKY if " ".join(text.split()) == text])
def test_text_that_looks_like_something_else_is_saved_as_text(text: str) -> None:
    """A name, title, reason or evidence such as 'no', '1e3' or '- x' comes back as it was typed."""
    drawn = Profile(
        support_years=1.0,
        name=text,
        title=text,
        skills={"ticketing": 1},
        evidence={"ticketing": text},
        not_applicable={"live-chat": text},
    )
    assert profile_of(parse(to_yaml(drawn), "me.yaml"), SMALL) == drawn


def test_a_file_says_no_more_than_the_profile() -> None:
    """What is empty or the default of an empty profile is left out, and whole numbers are written whole."""
    assert as_document(Profile(support_years=2.0, hours_per_week=2.5)) == {
        "schema": "careercli/profile@1",
        "experience": {"support_years": 2},
        "leads_people": False,
        "hours_per_week": 2.5,
    }


def test_new_facts_are_written_where_they_say_something() -> None:
    """Years led elsewhere, part time, a job and a team are left out where nothing is said of them."""
    said = Profile(
        support_years=2.0,
        leading_elsewhere_years=3.0,
        part_time_share=0.6,
        employed=False,
        team=0,
    )
    assert as_document(said) == {
        "schema": "careercli/profile@1",
        "experience": {"support_years": 2, "leading_elsewhere_years": 3, "part_time_share": 0.6},
        "employed": False,
        "leads_people": False,
        "team": 0,
        "hours_per_week": 4,
    }


def test_every_skill_of_a_profile_is_in_its_document() -> None:
    """Ratings are plain numbers, or carry their evidence beside the level."""
    drawn = Profile(
        support_years=0.0, skills={"coaching": 0, "ticketing": 2}, evidence={"ticketing": "Ran it"}
    )
    assert as_document(drawn)["skills"] == {"coaching": 0, "ticketing": {"level": 2, "evidence": "Ran it"}}
    assert set(drawn.skills) <= set(SKILLS)


def test_a_document_without_places_gives_problems_too() -> None:
    """A value that never was a file is checked the same."""
    document = Document("the answers", {"schema": "careercli/profile@1"})
    assert problem_of(lambda: profile_of(document, SMALL)).place == "the answers"


OTHER = ladder(
    *(Rung((asks("coaching", level),), (must("coaching", levels=(level,)),)) for level in (1, 2, 3))
)
TWO = msgspec.structs.replace(
    SMALL,
    ladders=(SMALL.ladder, msgspec.structs.replace(OTHER, id="other", title="Another ladder")),
)


@pytest.mark.parametrize("more", ["", "plan: 3\n"], ids=["right form", "wrong form"])
def test_a_goal_on_another_ladder_is_told_as_such(more: str) -> None:
    """A tier that exists is not called unknown: its ladder is named, and how to choose it."""
    document = parse(f"{START}goal: TIER 3\n{more}", "me.yaml")
    problems = problems_of(lambda: profile_of(document, TWO))
    assert told(problems[0]) == (
        3,
        1,
        "goal",
        "'TIER 3' is a tier of the ladder other, not of ladder",
        "Choose the ladder with --ladder other.",
    )
    assert len(problems) == (2 if more else 1)


def test_a_profile_is_about_the_ladder_in_use() -> None:
    """Goals and gates are those of the ladder chosen."""
    document = parse(f"{START}goal: Tier 3\nnot_applicable: {{communication: Not asked}}\n", "me.yaml")
    assert profile_of(document, TWO.using("other")).goal == "t3"
    gated = parse(f"{START}not_applicable: {{coaching: Not asked}}\n", "me.yaml")
    assert profile_of(gated, TWO).not_applicable == {"coaching": "Not asked"}
    assert problem_of(lambda: profile_of(gated, TWO.using("other"))).key == "not_applicable.coaching"


def test_a_goal_on_no_ladder_is_unknown() -> None:
    """The nearest of the ladder in use is suggested, not one of another."""
    problem = problem_of(lambda: profile_of(parse(f"{START}goal: Tier 2nd\n", "me.yaml"), TWO))
    assert (problem.message, problem.hint) == ("'Tier 2nd' is not a known tier", "Did you mean 't2'?")
