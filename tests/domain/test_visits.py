from __future__ import annotations

import msgspec

from careercli.domain.assessment import assess
from careercli.domain.attribution import on_ladder
from careercli.domain.history import History, Record, StepDone
from careercli.domain.model import Catalog, Profile
from careercli.domain.visits import Due, Home, Visit, home, last_visit
from tests.domain.builders import person
from tests.domain.test_progress import SMALL, START, day, history, raised, seen, steep

LADDER = SMALL.ladder.id
SLOW = msgspec.structs.replace(START, hours_per_week=1.0)


def at(number: int, profile: Profile, past: History, *visits: Visit, catalog: Catalog = SMALL) -> Home:
    """Return what somebody is shown who comes back on a day."""
    now = assess(catalog.ladder, catalog.skills_by_id, on_ladder(catalog, profile), day(number))
    return home(catalog, now, past, visits)


def test_a_first_day() -> None:
    """Nobody was here before who is here for the first time, or for a second time on that day."""
    result = at(0, START, history(seen(START, 0)), Visit(day(0), 1))

    assert (result.visit, result.since, result.planned, result.years_since) == (None,) * 4


def test_the_last_visit() -> None:
    """It is the last one before today; without any, the last assessment that is remembered before today."""
    past = history(seen(START, 0), seen(START, 5))
    visits = (Visit(day(2), 1), Visit(day(9), 2))

    assert last_visit(visits, past, LADDER, day(9)) == visits[0]
    assert last_visit(visits, past, LADDER, day(10)) == visits[1]
    assert last_visit((), past, LADDER, day(9)) == Visit(day(5), 2)
    assert last_visit((), past, LADDER, day(0)) is None
    assert last_visit((), past, "another", day(9)) is None


def test_since_then() -> None:
    """Told are steps and answers since the visit, each once, and the tiers that are ready on other days."""
    begun = person(3, hours=7, coaching=1, chat=1)
    after, step = raised(begun, "coaching", 3, 5)
    later = msgspec.structs.replace(
        after,
        skills=after.skills | {"chat": 2, "budget": 1},
        evidence=after.evidence | {"chat": "Fifty chats"},
        hours_per_week=3.0,
    )
    past = history(seen(begun, 0), step, seen(after, 3), seen(later, 7))

    result = at(7, later, past, Visit(day(0), 1)).since

    assert result is not None
    assert (result.day, result.steps) == (day(0), (step,))
    assert (result.rated, result.rerated, result.written) == (1, 1, 1)
    assert {move.of for move in result.changed.facts} == {"skills", "evidence", "hours_per_week"}
    assert result.moved
    assert all(move.days for move in result.dates)
    assert at(7, later, past, Visit(day(3), 3)).since != result


def test_what_was_recorded_before_the_visit_is_no_news() -> None:
    """The line that the history had reached says so, also on the day of the visit."""
    after, step = raised(START, "coaching", 0, 5)
    past = history(seen(START, 0), step, seen(after, 0))

    told = at(1, after, past, Visit(day(0), 3)).since

    assert told is not None
    assert not told.steps
    assert not told.changed.anything
    early = at(1, after, past, Visit(day(0), 1)).since
    assert early is not None
    assert early.steps == (step,)


def test_role_data_that_changed() -> None:
    """What other role data moved is told apart from what the person moved."""
    other = steep(3)
    result = at(30, START, history(seen(START, 0)), Visit(day(0), 1), catalog=other).since

    assert result is not None
    assert result.changed.other_catalog
    assert result.changed.by_catalog
    assert not result.changed.by_person


def test_days_that_went_by() -> None:
    """Where nothing changed, what is ready later is so because of the days alone."""
    result = at(21, START, history(seen(START, 0)), Visit(day(0), 1)).since

    assert result is not None
    assert not result.moved
    assert {move.days for move in result.dates} == {21}


def test_what_the_plan_then_has_begun_by_now() -> None:
    """Of the plan made when the facts last changed it is told what is due, or waits for its result."""
    past = history(seen(SLOW, 0), seen(SLOW, 3))
    first = at(0, SLOW, past).now.plan.dated_steps[0]
    assert first.ends.latest is not None
    end = (first.ends.latest - day(0)).days

    assert at(end - 1, SLOW, past).planned is not None
    found = at(end, SLOW, past).planned
    assert found is not None
    assert found.day == day(0)
    assert next((due.dated, due.waits) for due in found.due) == (first, False)
    changed = msgspec.structs.replace(SLOW, hours_per_week=2.0)
    assert at(end, changed, history(seen(SLOW, 0), seen(changed, end))).planned is None


def test_waiting_for_a_result() -> None:
    """A step whose hours are over by that plan waits until the weeks for its result are."""
    slow = waiting(4.0)
    past = history(seen(START, 0, slow))
    first = at(0, START, past, catalog=slow).now.plan.dated_steps[0]
    assert first.ends.latest is not None
    end = (first.ends.latest - day(0)).days

    assert [due.waits for due in _due(at(end - 28, START, past, catalog=slow))][:1] == [True]
    assert [due.waits for due in _due(at(end, START, past, catalog=slow))][:1] == [False]
    assert not _due(at(end - 29, START, past, catalog=slow))


def _due(result: Home) -> tuple[Due, ...]:
    return () if result.planned is None else result.planned.due


def waiting(weeks: float) -> Catalog:
    """Return the small catalog with steps that wait so long for their results."""
    skills = tuple(
        msgspec.structs.replace(
            skill, growth=tuple(msgspec.structs.replace(step, weeks=weeks) for step in skill.growth)
        )
        for skill in SMALL.skills
    )
    return msgspec.structs.replace(SMALL, skills=skills)


def test_years_that_are_old() -> None:
    """Years stated long ago are told, until they are stated anew."""
    past = history(seen(START, 0), seen(START, 40))

    assert at(41, START, past).years_since == day(0)
    assert at(27, START, history(seen(START, 0))).years_since is None
    newer = msgspec.structs.replace(START, support_years=4.0)
    assert at(41, newer, history(seen(START, 0), seen(newer, 40))).years_since is None


def test_a_history_of_another_ladder_says_nothing() -> None:
    """What is remembered on another ladder is no part of the news."""
    record = msgspec.structs.replace(seen(START, 0), ladder="another")
    records: tuple[Record | StepDone, ...] = (record,)

    result = at(9, START, history(*records), Visit(day(1), 1))

    assert result.visit == Visit(day(1), 1)
    assert result.since is None
