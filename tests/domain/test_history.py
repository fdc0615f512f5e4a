from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.assessment import assess
from careercli.domain.attribution import Move, on_ladder, told_apart, what_changed
from careercli.domain.growth import Hours
from careercli.domain.history import (
    Assessed,
    Created,
    GapCount,
    History,
    Imported,
    Record,
    Recorded,
    Renamed,
    StepDone,
    Undone,
    is_news,
    remembered,
    steps_done,
)
from careercli.domain.model import Catalog, Profile
from careercli.domain.over_time import DayValue, fits_over_time, pace
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, must


def two_tiers(first: int, second: int) -> Catalog:
    """Return two tiers that ask for so much coaching, as a gate; the second for ticketing too."""
    return catalog_of(
        ladder(
            Rung((asks("coaching", first),), (must("coaching", levels=(first,)),), support=1),
            Rung(
                (asks("coaching", second), asks("ticketing", 2)),
                (must("coaching", levels=(second,)),),
                support=3,
            ),
        )
    )


SMALL = two_tiers(2, 3)
STRICTER = two_tiers(4, 4)

PERSON = Profile(support_years=2.0, skills={"coaching": 2})


def day(number: int) -> date:
    """Return a day so many days after the first."""
    return TODAY + timedelta(number)


def assessed(
    facts: Profile = PERSON, number: int = 0, *, catalog: Catalog = SMALL, version: str = "one"
) -> Assessed:
    """Return what is remembered of an assessment on a day."""
    made = assess(catalog.ladder, catalog.skills_by_id, on_ladder(catalog, facts), day(number))
    return remembered(msgspec.structs.replace(made, profile=facts), at=day(number), catalog=version)


def step(
    number: int, skill: str = "coaching", to: int = 3, *, hours: float | None = None, proof: str = "Shown"
) -> StepDone:
    """Return the record of a step of four to eight hours that was finished on a day."""
    return StepDone(
        day=day(number),
        skill=skill,
        level_from=to - 1,
        level_to=to,
        title="Do it",
        proof=proof,
        hours=hours,
        planned=Hours(4, 8),
    )


def history(*records: Record) -> History:
    """Return a history of these records, on the lines from 1."""
    return History(tuple(Recorded(line, record) for line, record in enumerate(records, start=1)))


def knowing(catalog: Catalog, version: str) -> Callable[[Profile], Assessed]:
    """Return what assesses earlier facts with a catalog."""
    return lambda facts: assessed(on_ladder(catalog, facts), catalog=catalog, version=version)


def test_what_is_remembered_of_an_assessment() -> None:
    """It says where the person stood, how far each tier was covered, and how much was open."""
    record = assessed()

    assert record == Assessed(
        at=TODAY,
        as_of=TODAY,
        catalog="one",
        ladder="ladder",
        facts=PERSON,
        current="t1",
        by_years="t1",
        by_skills="t1",
        stated=None,
        certain=True,
        goal="t2",
        fits={"t1": 1.0, "t2": 0.5833},
        gaps=GapCount(next=2, goal=2),
        by_seat=None,
        at_least="t1",
        at_most="t1",
        confirmed="t1",
        rule=2,
    )


def test_where_there_is_no_next_tier() -> None:
    """At the top with nothing ahead, gaps are not none: there is nothing to count them for."""
    record = assessed(Profile(support_years=9.0, skills={"coaching": 4, "ticketing": 4}))

    assert (record.current, record.goal, record.gaps) == ("t2", None, GapCount(None, None))


def test_only_news_is_remembered() -> None:
    """The same answer on another day is no news; other facts, another standing or other role data are."""
    record = assessed()

    assert is_news(None, record)
    assert not is_news(record, assessed(number=9))
    assert is_news(record, assessed(msgspec.structs.replace(PERSON, name="Dana")))
    assert is_news(record, assessed(version="two"))
    assert is_news(record, msgspec.structs.replace(record, certain=False))


def test_a_change_by_the_person() -> None:
    """With the same role data, all that moved is the person's doing."""
    later = assessed(Profile(support_years=2.5, goal="t2", skills={"coaching": 3, "ticketing": 1}), 9)

    change = what_changed(assessed(), later, knowing(SMALL, "one"))

    assert change.facts == (
        Move("support_years", None, 2.0, 2.5),
        Move("goal", None, None, "t2"),
        Move("skills", "coaching", 2, 3),
        Move("skills", "ticketing", None, 1),
    )
    assert change.by_person == (
        Move("by_skills", None, "t1", "t2"),
        Move("fits", "t2", 0.5833, 0.75),
        Move("gaps", None, GapCount(2, 2), GapCount(1, 1)),
    )
    assert (change.by_catalog, change.other_catalog, change.anything) == ((), False, True)


def test_a_change_by_the_catalog() -> None:
    """The same facts that stand otherwise now were moved by the role data alone."""
    later = assessed(catalog=STRICTER, version="two")

    change = what_changed(assessed(), later, knowing(STRICTER, "two"))

    assert change.facts == change.by_person == ()
    assert Move("current", None, "t1", None) in change.by_catalog
    assert Move("fits", "t1", 1.0, 0.5) in change.by_catalog
    assert change.other_catalog
    assert change.anything


def test_a_change_by_both() -> None:
    """What the catalog took away and the person made good again are told apart."""
    later = assessed(Profile(support_years=2.0, skills={"coaching": 3}), 9, catalog=STRICTER, version="two")

    change = what_changed(assessed(), later, knowing(STRICTER, "two"))

    assert Move("current", None, "t1", None) in change.by_catalog
    assert Move("current", None, None, "t1") in change.by_person
    assert change.facts == (Move("skills", "coaching", 2, 3),)


def test_no_change() -> None:
    """Where neither facts nor standing differ, nothing changed, though the role data may be other."""
    change = what_changed(assessed(), assessed(number=9, version="two"), knowing(SMALL, "two"))

    assert not change.anything
    assert change.other_catalog


levels = st.dictionaries(st.sampled_from(["coaching", "ticketing"]), st.integers(0, 4))


@given(before=levels, after=levels, years=st.floats(0, 9))
def test_moves_add_up(before: dict[str, int], after: dict[str, int], years: float) -> None:
    """Where a thing moved twice, the catalog's move ends where the person's begins."""
    one = assessed(Profile(support_years=years, skills=before))
    two = assessed(Profile(support_years=years, skills=after), catalog=STRICTER, version="two")

    change = what_changed(one, two, knowing(STRICTER, "two"))

    for name in ("current", "by_skills"):
        value = getattr(one, name)
        for move in (*change.by_catalog, *change.by_person):
            if move.of == name:
                assert move.before == value
                value = move.after
        assert value == getattr(two, name)


def test_facts_of_another_day() -> None:
    """What the catalog knows no longer is left out of earlier facts; the rest is as it was."""
    facts = Profile(
        support_years=2.0,
        goal="gone",
        skills={"coaching": 2, "telex": 4},
        evidence={"telex": "Ran it"},
        not_applicable={"fax": "None here"},
    )

    assert on_ladder(SMALL, facts) == PERSON
    marked = msgspec.structs.replace(facts, not_applicable={"coaching": "Alone", "ticketing": "None here"})
    assert on_ladder(SMALL, marked).not_applicable == {"ticketing": "None here"}
    assert on_ladder(SMALL, msgspec.structs.replace(PERSON, goal="t2")).goal == "t2"


def test_catalogs_are_told_apart() -> None:
    """Two catalogs that advise otherwise differ; the same one is the same in every run."""
    assert SMALL.fingerprint == msgspec.structs.replace(SMALL).fingerprint != STRICTER.fingerprint
    assert len(SMALL.fingerprint) == 12


def test_steps_that_are_done() -> None:
    """A step counts until it is taken back, and again when it is done again."""
    first, second = step(1), step(2, "ticketing", 1)

    found = steps_done(history(first, assessed(), second, Undone(day=day(3), of=1), first))

    assert [(entry.line, entry.record) for entry in found] == [(3, second), (5, first)]


def test_a_step_that_is_told_twice() -> None:
    """A run that was ended and tried again tells of one step twice; it counts once, and is undone once."""
    assert [line for line, _ in steps_done(history(step(1), step(1)))] == [1]
    assert steps_done(history(step(1), step(1), Undone(day=day(2), of=1))) == ()
    assert len(steps_done(history(step(1), step(1, proof="Other"), step(2)))) == 3


@pytest.mark.parametrize("of", [0, 2, 99, -1])
def test_an_undo_of_nothing(of: int) -> None:
    """Taking back what is no step changes nothing."""
    assert len(steps_done(history(step(1), Created(day=day(1)), Undone(day=day(2), of=of)))) == 1


def test_an_empty_history() -> None:
    """Of somebody of whom nothing is remembered there is nothing to tell."""
    nothing = History()

    assert nothing.last_assessment is None
    assert steps_done(nothing) == ()
    assert fits_over_time(nothing) == {}
    assert pace(nothing, TODAY) is None


def test_fits_over_time() -> None:
    """A tier has a point for each day with an assessment, in order of days; the last one of a day counts."""
    better = Profile(support_years=2.0, skills={"coaching": 3})
    records = (assessed(number=5), assessed(PERSON, 0), assessed(PERSON, 9), assessed(better, 9))

    assert fits_over_time(history(*records)) == {
        "t1": (DayValue(day(0), 1.0), DayValue(day(5), 1.0), DayValue(day(9), 1.0)),
        "t2": (DayValue(day(0), 0.5833), DayValue(day(5), 0.5833), DayValue(day(9), 1.0)),
    }


def by_the_first_rule(record: Assessed, **standing: object) -> Assessed:
    """Return an assessment as the first rule of placement made it."""
    return msgspec.structs.replace(
        record, rule=1, catalog="zero", at_least=None, at_most=None, confirmed=None, **standing
    )


def test_fits_of_two_rules_are_not_one_curve() -> None:
    """A chart begins where the rule of the last assessment does."""
    old = by_the_first_rule(assessed(), fits={"t1": 0.2, "t2": 0.1})

    found = fits_over_time(history(old, assessed(number=5), assessed(number=9)))

    assert found["t1"] == (DayValue(day(5), 1.0), DayValue(day(9), 1.0))
    assert fits_over_time(history(old))["t1"] == (DayValue(day(0), 0.2),)


def test_a_change_by_the_rule() -> None:
    """What the same facts gave by the rule of before was moved by the rule: by no person and no data.

    Fits of two rules are not compared, nor is what the first rule did not know.
    """
    before = by_the_first_rule(assessed(), current=None, by_skills=None, fits={"t1": 0.4, "t2": 0.5833})
    later = assessed(Profile(support_years=2.5, skills={"coaching": 3, "ticketing": 1}), 9)

    for change in (
        what_changed(before, later, knowing(SMALL, "one")),
        told_apart(before, later, "one", knowing(SMALL, "one")),
    ):
        assert change.by_rule == (
            Move("current", None, None, "t1"),
            Move("by_skills", None, None, "t1"),
        )
        assert [move.of for move in change.by_person] == ["by_skills", "fits", "gaps"]
        assert (change.by_catalog, change.other_rule, change.anything) == ((), True, True)
    alone = what_changed(before, assessed(number=9), knowing(SMALL, "one"))
    assert (alone.facts, alone.by_person, alone.by_catalog) == ((), (), ())
    assert alone.anything


def test_a_change_of_long_ago_that_the_rule_may_have_made() -> None:
    """Where facts and rule changed under role data that is gone, nobody can tell which of them it was."""
    before = by_the_first_rule(assessed(), current=None)
    better = msgspec.structs.replace(PERSON, skills={"coaching": 3, "ticketing": 2}, support_years=3.0)

    change = told_apart(before, assessed(better, 9), "another", knowing(STRICTER, "another"))

    assert Move("current", None, None, "t2") in change.by_either
    assert (change.by_rule, change.by_person, change.other_rule) == ((), (), True)


def test_the_first_assessment_by_a_rule_is_news() -> None:
    """It is remembered although the same facts stand where they stood."""
    assert is_news(msgspec.structs.replace(assessed(), rule=1), assessed())


def test_the_last_assessment_on_a_ladder() -> None:
    """Others come between, and none is none."""
    other = msgspec.structs.replace(assessed(number=9), ladder="other")
    known = history(assessed(), assessed(number=1), other)

    assert known.last_on("ladder") == assessed(number=1)
    assert known.last_on("other") == known.last_assessment == other
    assert known.last_on("none") is None


def test_another_ladder_is_another_chart() -> None:
    """Assessments on another ladder than the last are not mixed with those on it."""
    other = msgspec.structs.replace(assessed(number=1), ladder="other", current="x", fits={"x": 0.5})

    assert fits_over_time(history(assessed(), other)) == {"x": (DayValue(day(1), 0.5),)}


def test_pace() -> None:
    """Hours done stand against hours meant, from the first record on, week by week and in all."""
    faster = msgspec.structs.replace(PERSON, hours_per_week=7.0)
    records = (
        Created(day=day(0)),
        assessed(number=1),
        step(3, hours=2.5),
        step(8, "ticketing", 1),
        assessed(faster, 14),
        step(30, "ticketing", 2, hours=40.0),
    )

    found = pace(history(*records), day(15))

    assert found is not None
    assert (found.since, found.days) == (day(0), 16)
    assert (found.done, found.counted, found.planned_min, found.planned_max) == (8.5, 2.5, 8, 16)
    assert found.meant == 4 + 4 + 2
    assert found.weeks == ((day(0), 2.5, 4.0), (day(7), 6.0, 4.0), (day(14), 0, 2.0))
    assert found.hours_per_week == pytest.approx(8.5 * 7 / 16)


def test_pace_on_the_first_days() -> None:
    """Four hours on the second day are four hours a week, not fourteen."""
    found = pace(history(assessed(), step(1, hours=4.0)), day(1))

    assert found is not None
    assert found.hours_per_week == 4
    assert found.meant == pytest.approx(8 / 7)


def test_a_step_of_long_before_is_not_in_the_pace() -> None:
    """The pace begins with what is remembered, not with the day to which somebody dated a step."""
    records = (assessed(number=400), step(0, hours=30.0), step(401, "ticketing", 1, hours=4.0))

    found = pace(history(*records), day(413))

    assert found is not None
    assert (found.since, found.days, len(found.weeks)) == (day(400), 14, 2)
    assert (found.done, found.counted, found.meant) == (4, 4, 8)
    assert found.hours_per_week == 2
    assert pace(history(step(0)), day(1)) is None


def test_days_are_those_that_hours_were_meant_for() -> None:
    """Who does just what they meant has the pace that they meant."""
    found = pace(history(assessed(), step(3, hours=8.0)), day(13))

    assert found is not None
    assert (found.days, found.meant, found.hours_per_week) == (14, 8, PERSON.hours_per_week)


def test_pace_without_an_assessment() -> None:
    """Where no assessment says how many hours were meant, that is not known."""
    records = (Imported(day=day(0), source="a.json"), Renamed(day=day(1), old="a", new="b"), step(2))

    found = pace(history(*records), day(2))

    assert found is not None
    assert (found.meant, found.done, found.counted) == (None, 6, 0)
    assert [week.meant for week in found.weeks] == [None]


@pytest.mark.slow
def test_pace_at_the_ends_of_the_calendar() -> None:
    """The last day that there is has no day after it; what is yet to come does not count."""
    found = pace(history(Created(day=date.max - timedelta(1)), assessed()), date.max)

    assert found is not None
    assert found.since == TODAY
    assert pace(history(assessed(number=1)), day(0)) is None


@given(
    done=st.lists(st.tuples(st.integers(0, 60), st.floats(0.5, 20)), max_size=6),
    asked=st.lists(st.tuples(st.integers(0, 60), st.sampled_from([1.0, 4.0, 7.0])), max_size=4),
    today=st.integers(0, 70),
)
def test_weeks_add_up(done: list[tuple[int, float]], asked: list[tuple[int, float]], today: int) -> None:
    """The weeks together are the whole, in hours done and in hours meant, and leave no day out."""
    records: list[Record] = [step(number, hours=hours) for number, hours in done]
    records += [assessed(msgspec.structs.replace(PERSON, hours_per_week=h), number) for number, h in asked]

    found = pace(history(*records), day(today))

    if found is not None:
        assert sum(week.done for week in found.weeks) == pytest.approx(found.done)
        assert [week.start - found.since for week in found.weeks] == [
            timedelta(7 * number) for number in range((found.days + 6) // 7)
        ]
        if found.meant is not None:
            assert sum(week.meant or 0 for week in found.weeks) == pytest.approx(found.meant, abs=1e-4)
