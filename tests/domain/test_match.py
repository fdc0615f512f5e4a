from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.advertisement import Advertisement, Demand
from careercli.domain.assessment import assess
from careercli.domain.match import Match, judged, match
from careercli.domain.skills_asked import need_of
from careercli.domain.verdict import grade
from tests.domain.advertisements import ad, advertisements, answers, asked, condition, line, years
from tests.domain.builders import TODAY, Rung, asks, catalog_of, four_seats, must, person
from tests.domain.ladders import Case, better, cases

LADDER = four_seats(
    Rung((asks("talk", 1), asks("note", 1)), (must("talk"),)),
    Rung((asks("talk", 2), asks("note", 2), asks("queue", 1)), (must("talk", levels=(2,)),)),
    Rung(
        (asks("talk", 3), asks("note", 3), asks("lead", 3)),
        (must("lead", levels=(3,)), must("talk", "note", levels=(3, 2))),
    ),
    Rung((asks("lead", 4), asks("hire", 3)), (must("lead", levels=(3,)), must("hire", levels=(2,)))),
)
CATALOG = catalog_of(LADDER)
AGENT, SPECIALIST, LEAD, MANAGER = LADDER.tiers


def _match(of: Advertisement, replies: dict[str, bool] | None = None, **facts: object) -> Match:
    profile = person(**facts)  # type: ignore[arg-type]
    return match(assess(LADDER, CATALOG.skills_by_id, profile, TODAY), of, replies)


def _of(case: Case, of: Advertisement, replies: dict[str, bool]) -> Match:
    return match(assess(case.ladder, case.skills, case.profile, TODAY), of, replies)


SOUND = {"support": 3.0, "title": "Specialist", "talk": 2, "note": 2, "queue": 2, "lead": 0, "hire": 0}
"""Somebody who is well at home on the second tier."""


@pytest.mark.parametrize(
    ("tier", "skill", "demand", "need"),
    [
        (AGENT, "talk", "required", 1),
        (SPECIALIST, "talk", "implied", 2),
        (SPECIALIST, "note", "required", 1),
        (SPECIALIST, "queue", "required", 1),
        (SPECIALIST, "hire", "preferred", 2),
        (AGENT, "hire", "required", 1),
        (LEAD, "talk", "required", 2),
        (LEAD, "note", "preferred", 2),
        (MANAGER, "hire", "required", 2),
        (MANAGER, "talk", "required", 3),
        (None, "talk", "required", 2),
    ],
)
def test_level_to_bring(tier, skill, demand, need):
    """A candidate brings the gate's level, else what the tier below asks; what nobody asks at working."""
    assert need_of(LADDER, tier, skill, demand) == need


@pytest.mark.parametrize(
    ("tier", "facts", "verdict"),
    [
        (SPECIALIST, {}, "apply"),
        (AGENT, {}, "apply"),
        (LEAD, {}, "stretch"),
        (LEAD, {"lead": 3, "note": 3}, "apply"),
        (MANAGER, {}, "not-yet"),
        (MANAGER, {"lead": 4, "note": 3, "hire": 3}, "stretch"),
    ],
)
def test_tier_that_is_asked(tier, facts, verdict):
    """One tier up is a stretch, or to apply for where the skills show it; two up a stretch only then."""
    assert _match(ad(tier), **SOUND | facts).verdict == verdict


@pytest.mark.parametrize(
    ("facts", "asked_years", "verdict"),
    [
        ({}, None, "stretch"),
        ({}, years(1), "apply"),
        ({"support": 0.5}, years(0.5), "stretch"),
        ({}, years(1, "preferred"), "stretch"),
        ({}, years(1, of="gaming"), "stretch"),
    ],
)
def test_years_for_a_tier_above(facts, asked_years, verdict):
    """Who has the years that are required, and those of a tier that leads nobody, may apply one above."""
    beginner = {"support": 3.0, "title": "Agent", "talk": 1, "note": 1, "queue": 0, "lead": 0, "hire": 0}
    found = _match(ad(SPECIALIST, support_years=asked_years), **beginner | facts)
    assert found.above == 1
    assert {each.about: each.verdict for each in found.findings}["tier"] == verdict


@pytest.mark.parametrize(
    ("least", "verdict"),
    [(1, "apply"), (3, "apply"), (4.5, "apply"), (4.6, "stretch"), (6, "stretch"), (6.1, "not-yet")],
)
def test_years_are_elastic_by_a_third(least, verdict):
    """Two thirds of the years that are asked are enough, half of them a stretch."""
    assert _match(ad(SPECIALIST, support_years=years(least)), **SOUND).verdict == verdict


@pytest.mark.parametrize(
    ("asked_years", "verdict"),
    [
        (years(9), "not-yet"),
        (years(9, "preferred"), "apply"),
        (years(9, or_else="a degree"), "stretch"),
        (years(2, most=9), "apply"),
    ],
)
def test_years_that_are_not_demanded(asked_years, verdict):
    """Welcome years speak against nobody; of a range the lower end counts; either/or is a stretch."""
    assert _match(ad(SPECIALIST, support_years=asked_years), **SOUND).verdict == verdict


@pytest.mark.parametrize(
    ("either", "facts", "replies", "verdict"),
    [
        ((), {"support": 5}, {}, "not-yet"),
        (("support_years", "leading_years"), {"support": 5}, {}, "apply"),
        (("support_years", "leading_years"), {"leading": 3}, {}, "apply"),
        (("support_years", "leading_years"), {"support": 1, "leading": 0.2}, {}, "not-yet"),
        (("education", "support_years"), {"support": 5}, {"education": False}, "not-yet"),
        (("education", "support_years", "leading_years"), {}, {}, "stretch"),
        (("education", "support_years", "leading_years"), {}, {"education": True}, "apply"),
        (("education", "support_years", "leading_years"), {}, {"education": False}, "not-yet"),
        (
            ("education", "support_years", "leading_years"),
            {"support": 5},
            {"education": False},
            "apply",
        ),
    ],
)
def test_either_is_enough(either, facts, replies, verdict):
    """Of years and education that stand for one another one is enough, and nobody asks for the others."""
    of = ad(
        SPECIALIST,
        support_years=years(5),
        leading_years=years(3),
        either=either,
        conditions=[condition("education")],
    )
    found = _match(of, replies, **facts)
    years_said = [each.verdict for each in found.findings if each.about.endswith("years")]
    said = [each.verdict for each in found.findings if each.about == "condition"]
    assert min([*years_said, *said], key=grade) == verdict


def test_a_first_year_is_a_stretch():
    """Being a year short is no more than a stretch, also for who has none."""
    newcomer = {"talk": 1, "note": 1, "queue": 1, "hire": 0, "lead": 0}
    assert _match(ad(AGENT, support_years=years(1)), **newcomer).verdict == "stretch"


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, "not-yet"),
        ({"leading": 0.5}, "stretch"),
        ({"leading": 1.0}, "apply"),
        ({"elsewhere": 2.0}, "apply"),
        ({"elsewhere": 1.0}, "stretch"),
        ({"leading": 1.0, "share": 0.5}, "stretch"),
    ],
)
def test_leading_years(facts, verdict):
    """Leading years are not elastic to nobody led; elsewhere they count half, at part time by their share."""
    lead = {
        "support": 8.0,
        "title": "Lead",
        "team": 12,
        "talk": 3,
        "note": 3,
        "queue": 2,
        "lead": 3,
        "hire": 2,
    }
    found = _match(ad(LEAD, leading_years=years(1.2)), **lead | facts)
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("skills", "facts", "verdict"),
    [
        ((asked("talk"), asked("note")), {}, "apply"),
        ((asked("talk"), asked("note")), {"note": 0}, "stretch"),
        ((asked("talk"), asked("note")), {"talk": 1}, "apply"),
        ((asked("talk"), asked("note"), asked("queue")), {"talk": 0}, "stretch"),
        ((asked("talk"),), {"talk": 0, "title": "Lead", "team": 12}, "not-yet"),
        ((asked("talk"), asked("hire", "preferred")), {}, "apply"),
        ((asked("talk"), *(asked(name, "implied") for name in ("hire", "lead"))), {"lead": 0}, "apply"),
    ],
)
def test_skills_that_are_asked(skills, facts, verdict):
    """A missing must-have is a stretch at best; preferred skills count less, implied ones little."""
    assert _match(ad(SPECIALIST, *skills), **SOUND | facts).verdict == verdict


def test_one_must_have_may_be_a_little_short():
    """One must-have a level short is something to confirm; with two it is a stretch, whatever the rest is."""
    rest = [asked("queue"), asked("note", "preferred")]
    facts = {"support": 8.0, "leading": 3.0, "title": "Manager", "team": 20, "talk": 4, "note": 4, "queue": 4}
    one = _match(ad(MANAGER, asked("lead"), asked("hire"), *rest), **facts, lead=2, hire=2)
    two = _match(ad(MANAGER, asked("lead"), asked("hire"), *rest), **facts, lead=2, hire=1)
    assert [finding.verdict for finding in one.findings if finding.about == "skills"] == ["apply"]
    assert [finding.verdict for finding in two.findings if finding.about == "skills"] == ["stretch"]


def test_three_must_haves_that_are_short():
    """Three a level short, and more than half of all, are not yet; beside as many others a stretch."""
    few = [asked(name, level=3) for name in ("talk", "note", "queue")]
    more = [asked(name, level=2) for name in ("lead", "hire", "type")]
    able = SOUND | {"lead": 2, "hire": 2, "type": 2}
    assert _skills_say(ad(SPECIALIST, *few), able) == "not-yet"
    assert _skills_say(ad(SPECIALIST, *few, *more), able) == "stretch"


def _skills_say(of, facts) -> str:
    return next(each.verdict for each in _match(of, **facts).findings if each.about == "skills")


def test_a_language_is_no_skill_beside_its_condition():
    """What a language asks for by its name is asked once: as the condition that the reader answers."""
    spoken = asked("talk", words="Hindi is required")
    assert [fit.asked.skill for fit in _match(ad(SPECIALIST, spoken), **SOUND).skills] == [spoken.skill]
    assert _match(ad(SPECIALIST, spoken.but(by_language=True)), **SOUND).skills == ()


def test_seat_beside_the_ladder():
    """Without a tier years and skills decide, each required skill a must-have at working."""
    found = _match(ad(None, asked("talk"), asked("queue"), support_years=years(2)), **SOUND)
    assert (found.verdict, [finding.about for finding in found.findings]) == (
        "apply",
        ["skills", "support_years"],
    )
    assert _match(ad(None, asked("talk"), asked("hire"), asked("lead")), **SOUND | {"lead": 0}).verdict == (
        "not-yet"
    )


def test_a_seat_beside_the_ladder_must_be_rated():
    """With fewer than half of the required skills rated, a seat beside the ladder is a stretch at best."""
    unsure = {key: value for key, value in SOUND.items() if key not in {"note", "queue", "hire"}}
    wanted = ad(None, asked("talk"), asked("note"), asked("queue"))
    found = _match(wanted, **unsure | {"talk": 4})
    assert (found.verdict, found.at_most) == ("stretch", "apply")
    assert _match(wanted, **SOUND).verdict == "apply"


def test_another_line_of_work():
    """A job of another line of work is said to be one, whatever else it asks."""
    other = ad(None, asked("talk"), line_of_work="other", known_as="sales")
    assert _match(other, **SOUND).verdict == "another-line-of-work"


@pytest.mark.parametrize(
    ("kind", "demand", "answer", "verdict"),
    [
        ("nights", "required", True, "apply"),
        ("nights", "required", False, "stretch"),
        ("right-to-work", "required", False, "not-yet"),
        ("right-to-work", "required", None, "apply"),
        ("language", "preferred", False, "apply"),
    ],
)
def test_conditions(kind, demand, answer, verdict):
    """A required condition answered no is never to apply for: some bend, others end it."""
    replies = {} if answer is None else {kind: answer}
    found = _match(ad(SPECIALIST, conditions=(condition(kind, demand),)), replies, **SOUND)
    assert found.verdict == verdict
    assert bool(found.refused) == (answer is False and demand == "required")
    assert bool(found.to_answer) == (answer is None)


@pytest.mark.parametrize(
    ("lines", "replies", "bounds"),
    [
        (1, {}, ("stretch", "apply", "apply")),
        (2, {}, ("not-yet", "stretch", "apply")),
        (2, {"a": True}, ("stretch", "apply", "apply")),
        (2, {"a": True, "b": True}, ("apply", "apply", "apply")),
        (2, {"a": False}, ("not-yet", "stretch", "stretch")),
        (2, {"a": False, "b": False}, ("not-yet", "not-yet", "not-yet")),
    ],
)
def test_lines_that_could_not_be_read(lines, replies, bounds):
    """One open line leaves the verdict unsure, two are a stretch at best, two answered no are not yet."""
    wanted = ad(
        SPECIALIST,
        asked("talk"),
        asked("note"),
        asked("queue"),
        conditions=tuple(line(words) for words in "ab"[:lines]),
    )
    found = _match(wanted, replies, **SOUND)
    assert (found.at_least, found.verdict, found.at_most) == bounds
    assert found.certain == (len(replies) == lines or found.at_most == "not-yet")


def test_one_line_of_few_is_much():
    """A third of what is required is a stretch at best, though it is one line; a welcome one is nothing."""
    few = [asked("talk"), asked("note")]
    assert _match(ad(SPECIALIST, *few, conditions=(line("a"),)), **SOUND).verdict == "stretch"
    assert _match(ad(SPECIALIST, *few, conditions=(line("a", "preferred"),)), **SOUND).verdict == "apply"


def test_years_of_one_kind_only():
    """Whether years are of the kind that is required only the person knows: a stretch until they say."""
    of = ad(SPECIALIST, support_years=years(1, of="online gaming"), conditions=(line("1 years"),))
    of = msgspec.structs.replace(of, skills=tuple(asked(name) for name in ("talk", "note", "queue")))
    assert _match(of, **SOUND).verdict == "stretch"
    assert _match(of, {"1 years": True}, **SOUND).verdict == "apply"
    assert _match(of, {"1 years": False}, **SOUND).verdict == "stretch"


def test_years_of_other_work():
    """So do required years of other work: until one says that they are there nobody is told to apply."""
    of = ad(None, asked("talk"), asked("note"), asked("queue"), line_of_work="beside")
    of = of.but(other_years=(years(5, of="forecasting"),), conditions=(line("5 years"),))
    assert _match(of, **SOUND).verdict == "stretch"
    assert _match(of, {"5 years": True}, **SOUND).verdict == "apply"


@given(st.data())
def test_reading_more_is_never_worse(data):
    """A line less that could not be read never worsens a verdict."""
    case = data.draw(cases())
    wanted = data.draw(advertisements(case))
    replies = data.draw(answers(wanted))
    for each in (each for each in wanted.conditions if each.kind == "other"):
        rest = tuple(other for other in wanted.conditions if other is not each)
        fewer = _of(case, msgspec.structs.replace(wanted, conditions=rest), replies)
        assert grade(fewer.verdict) >= grade(_of(case, wanted, replies).verdict) or replies.get(each.id)


@pytest.mark.parametrize(
    ("tier", "skill", "level", "need"),
    [
        (SPECIALIST, "note", None, 1),
        (SPECIALIST, "note", 2, 2),
        (SPECIALIST, "note", 3, 3),
        (SPECIALIST, "queue", 1, 1),
        (MANAGER, "lead", 1, 2),
        (MANAGER, "note", 1, 1),
    ],
)
def test_words_move_the_level_to_bring(tier, skill, level, need):
    """Strong words raise it, weak ones lower it, and what a leading tier requires is working at least."""
    (fit,) = _match(ad(tier, asked(skill, level=level)), **SOUND).skills
    assert fit.need == need


def test_what_is_asked_for_as_strong_is_not_guessed():
    """It is a must-have, and not rated it counts a level below its need; rated it counts as it is."""
    unsure = {key: value for key, value in SOUND.items() if key != "hire"}
    for facts, level in ((unsure, 2), (unsure | {"hire": 3}, 3), (unsure | {"hire": 0}, 0)):
        (fit,) = _match(ad(SPECIALIST, asked("hire", level=3)), **facts).skills
        assert (fit.need, fit.must) == (3, True)
        assert fit.level <= level


def test_a_stretch_everywhere_is_too_far():
    """Tier, years and skills each a stretch are together not yet."""
    wanted = ad(LEAD, asked("talk"), asked("note"), asked("lead"), support_years=years(6))
    facts = SOUND | {"note": 1, "lead": 1}
    found = _match(wanted, **facts)
    assert {finding.verdict for finding in found.findings} == {"stretch"}
    assert found.verdict == "not-yet"


def test_what_speaks_against_it_comes_first():
    """The first reason is what binds, the second what comes after it, or speaks for it."""
    found = _match(ad(LEAD, asked("talk"), support_years=years(2)), **SOUND)
    assert [(finding.about, finding.verdict) for finding in found.reasons] == [
        ("tier", "stretch"),
        ("skills", "apply"),
    ]


def test_interview_or_plan():
    """What is there and a level short an interview can bridge; must-haves and what is missing take a plan."""
    wanted = ad(MANAGER, asked("hire"), asked("note"), asked("queue", "preferred"), asked("talk"))
    found = _match(wanted, support=5.0, talk=1, note=2, queue=0, hire=1, lead=3)
    assert [fit.asked.skill for fit in found.plan_gaps] == ["hire", "talk", "queue"]
    assert [fit.asked.skill for fit in found.bridged] == ["note"]


def test_what_is_not_rated():
    """What is not rated is estimated, and the two ends say what it could be."""
    unsure = {key: value for key, value in SOUND.items() if key not in {"note", "queue"}}
    found = _match(ad(SPECIALIST, asked("note"), asked("queue")), **unsure)
    assert (found.at_least, found.verdict, found.at_most) == (
        "stretch",
        "apply",
        "apply",
    ) or not found.certain
    assert [fit.state for fit in found.skills] == ["unrated", "unrated"]
    assert _match(ad(SPECIALIST, asked("note")), **SOUND).certain


@given(st.data())
def test_better_is_never_worse(data):
    """A higher level, more years or a larger team never worsens a verdict."""
    case = data.draw(cases())
    wanted = data.draw(advertisements(case))
    replies = data.draw(answers(wanted))
    more = data.draw(better(case))
    before, after = _of(case, wanted, replies), _of(more, wanted, replies)
    assert grade(after.verdict) >= grade(before.verdict)
    assert grade(after.at_least) >= grade(before.at_least)
    assert grade(after.at_most) >= grade(before.at_most)


@given(st.data())
def test_yes_is_never_worse(data):
    """A condition answered yes in place of no never worsens a verdict; a required no is never apply."""
    case = data.draw(cases())
    wanted = data.draw(advertisements(case))
    no = dict.fromkeys((each.id for each in wanted.conditions), False)
    found = _of(case, wanted, no)
    for each in wanted.conditions:
        assert grade(_of(case, wanted, no | {each.id: True}).verdict) >= grade(found.verdict)
    if any(each.demand == "required" for each in wanted.conditions):
        assert found.at_most != "apply"


@given(st.data())
def test_order_changes_nothing(data):
    """The order in which an advertisement names skills changes nothing, and the same gives the same."""
    case = data.draw(cases())
    wanted = data.draw(advertisements(case))
    replies = data.draw(answers(wanted))
    other = msgspec.structs.replace(wanted, skills=tuple(data.draw(st.permutations(wanted.skills))))
    a, b = _of(case, wanted, replies), _of(case, other, replies)
    assert (a.verdict, a.findings, a.skills, a.share) == (b.verdict, b.findings, b.skills, b.share)
    assert _of(case, wanted, replies) == a


@given(st.data())
def test_bounds_hold_the_verdict(data):
    """The two bounds contain the verdict; where everything is rated they are one; the short way agrees."""
    case = data.draw(cases())
    wanted = data.draw(advertisements(case))
    replies = data.draw(answers(wanted))
    found = _of(case, wanted, replies)
    assert grade(found.at_least) <= grade(found.verdict) <= grade(found.at_most)
    names = {skill.id for skill in case.catalog.skills}
    if names <= case.profile.skills.keys() | case.profile.not_applicable.keys():
        assert found.certain or found.unread
    assert judged(found.assessment, wanted, replies) == (found.verdict, found.share)


def test_demands_count_by_their_weight():
    """Required skills weigh three times preferred ones, and these twice implied ones."""

    def share(demand: Demand) -> float:
        return _match(ad(SPECIALIST, asked("talk"), asked("hire", demand)), **SOUND).share

    assert [share("required"), share("preferred"), share("implied")] == [0.5, 0.75, 6 / 7]
