from __future__ import annotations

from datetime import date, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.assessment import assess
from careercli.domain.attribution import on_ladder
from careercli.domain.history import (
    Assessed,
    History,
    Record,
    Recorded,
    StepDone,
    Undone,
    remembered,
)
from careercli.domain.model import Catalog, Profile
from careercli.domain.over_time import DayValue
from careercli.domain.progress import HORIZON, REACH, Progress, at_pace, horizon, progress, sampled
from careercli.domain.steps import Completion, finish, take_back
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, must, person
from tests.domain.ladders import Case, cases


def steep(first: int) -> Catalog:
    """Return three tiers; the first asks for so much coaching, as its gate."""
    coaching = must("coaching", levels=(3,))
    return catalog_of(
        ladder(
            Rung((asks("coaching", first),), (must("coaching", levels=(first,)),)),
            Rung((asks("coaching", 3), asks("chat", 2, 2)), (coaching,), support=1),
            Rung((asks("budget", 2, 3),), (coaching, must("budget", levels=(2,))), support=2),
        )
    )


SMALL = steep(1)
START = person(3, hours=7, coaching=1, chat=1, budget=0)


def day(number: int) -> date:
    """Return a day so many days after the first."""
    return TODAY + timedelta(number)


def seen(profile: Profile, number: int, catalog: Catalog = SMALL) -> Assessed:
    """Return what is remembered of an assessment on a day."""
    result = assess(catalog.ladder, catalog.skills_by_id, on_ladder(catalog, profile), day(number))
    return remembered(result, at=day(number), catalog=catalog.fingerprint)


def history(*records: Record) -> History:
    """Return a history of these records, on the lines from 1."""
    return History(tuple(Recorded(line, record) for line, record in enumerate(records, start=1)))


def raised(profile: Profile, skill: str, number: int, hours: float | None = None) -> tuple[Profile, StepDone]:
    """Return a profile after the next step of a skill, and the record of it."""
    done = finish(profile, SMALL.skills_by_id[skill], None, Completion(day(number), "Shown", hours))
    return done.profile, done.step


def at(number: int, profile: Profile, *records: Record, catalog: Catalog = SMALL) -> Progress:
    """Return the progress by a day."""
    return progress(catalog, profile, history(*records), day(number))


def test_before_anything_is_remembered() -> None:
    """There is where somebody stands, and nothing to compare it with."""
    result = at(0, START)

    assert (result.last, result.start, result.steps, result.unchanged_since) == (None, None, (), None)
    assert [chart.points for chart in result.charts if chart.tier.id == "t1"] == [(DayValue(TODAY, 1.0),)]
    assert result.pace.hours_per_week == 0
    assert result.forecasts[0].then is None
    assert result.forecasts[0].at_pace is None


def test_a_step_of_yesterday_is_since_the_last_time_and_the_start() -> None:
    """On the second day it says what the first day was and what moved since."""
    after, step = raised(START, "coaching", 1, 5)

    result = at(1, after, seen(START, 0), step, seen(after, 1))

    assert result.last == result.start
    assert result.last is not None
    assert (result.last.since, result.last.steps) == (TODAY, (step,))
    assert {move.key for move in result.last.fits} == {"t2", "t3"}
    assert result.unchanged_since is None


def test_nothing_moved() -> None:
    """A day without a change says since when, and the next step is there."""
    after, step = raised(START, "coaching", 1, 5)

    result = at(40, after, seen(START, 0), step, seen(after, 1))

    assert result.unchanged_since == day(1)
    assert result.last == result.start
    assert result.start is not None
    assert result.start.moved
    assert result.next_step is not None


def test_who_comes_back_sees_what_they_did_last() -> None:
    """Nothing changed since the last day, so it is told against how the day before that ended."""
    one, first = raised(START, "coaching", 1)
    two, second = raised(one, "coaching", 5)
    three, third = raised(two, "chat", 5)
    records = (seen(START, 0), first, seen(one, 1), second, seen(two, 5), third, seen(three, 5))

    result = at(40, three, *records)

    assert result.unchanged_since == day(5)
    assert result.last is not None
    assert (result.last.since, result.last.steps) == (day(1), (second, third))
    again = at(5, three, *records).last
    assert again is not None
    assert (again.since, again.steps) == (day(1), (second, third))


def test_newer_role_data_does_not_hide_what_was_done_last() -> None:
    """An assessment that only the role data made new is no change of the person."""
    after, step = raised(START, "coaching", 1)
    other = msgspec.structs.replace(seen(after, 9), catalog="other")

    result = at(40, after, seen(START, 0), step, seen(after, 1), other)

    assert result.last is not None
    assert (result.last.since, result.last.steps) == (TODAY, (step,))


def test_steps_before_the_first_remembered_day() -> None:
    """They are listed, and are in no pace."""
    after, step = raised(START, "coaching", -400, 50)

    result = at(20, after, seen(START, 0), step, seen(after, 0))

    assert result.steps == (step,)
    assert result.steps_in_pace == ()
    assert (result.pace.since, result.pace.done) == (TODAY, 0)


def test_gates_and_gaps_that_closed() -> None:
    """They are those of today's goal; one that a rating closed for the first time is told apart."""
    before = person(3, coaching=1, budget=0)
    after = person(3, coaching=3, chat=2, budget=0)

    result = at(9, after, seen(before, 0))

    assert result.start is not None
    assert [(gap.skill, gap.must, gap.have) for gap in result.start.closed] == [
        ("coaching", True, 1),
        ("chat", False, None),
    ]
    assert result.start.rated == 1
    assert not result.start.opened


def test_what_a_step_gave_an_unrated_skill_is_gained() -> None:
    """It is work, not a first rating."""
    before = person(3, coaching=1, budget=0)
    after, first = raised(before, "chat", 1)
    after, second = raised(after, "chat", 2)

    result = at(9, after, seen(before, 0), first, second)

    assert result.start is not None
    assert [(gap.skill, gap.have) for gap in result.start.grown] == [("chat", None)]
    assert result.start.rated == 0


def test_what_a_first_rating_closes_is_only_known() -> None:
    """A step on top of the rating does not make it work."""
    before = person(3, coaching=1, budget=0)
    after, step = raised(person(3, coaching=1, budget=0, chat=2), "chat", 1)

    result = at(9, after, seen(before, 0), step)

    assert result.start is not None
    assert [gap.skill for gap in result.start.closed] == ["chat"]
    assert not result.start.grown
    assert result.start.rated == 1


def test_what_newer_role_data_moved_is_told_apart() -> None:
    """The same facts on a stricter ladder: nothing of it is the person's doing."""
    result = at(5, START, seen(START, 0), catalog=steep(3))

    assert result.last is not None
    assert not result.last.moved
    assert result.last.changed.by_person == ()
    assert {move.of for move in result.last.changed.by_catalog} >= {"current", "fits"}
    assert result.last.changed.other_catalog
    assert result.unchanged_since is None


def test_what_a_newer_rule_moved_is_told_apart() -> None:
    """The same facts by another rule: neither the person nor the role data moved it."""
    old = msgspec.structs.replace(seen(START, 0), rule=1, current=None, fits={"t1": 0.5, "t2": 0.1})

    result = at(5, START, old, seen(START, 3))

    assert result.start is not None
    assert not result.start.moved
    assert result.start.changed.by_catalog == ()
    assert {move.of for move in result.start.changed.by_rule} == {"current"}
    assert result.rule_since == day(3)
    assert {chart.tier.id: (chart.at_start, len(chart.points)) for chart in result.charts}["t1"] == (1.0, 2)
    assert at(0, START, old).rule_since == TODAY
    assert at(5, START, seen(START, 0)).rule_since is None


def test_two_changes_on_the_first_day() -> None:
    """The start is the very first record, even if more of its day is remembered."""
    after, step = raised(START, "coaching", 0)

    result = at(0, after, seen(START, 0), step, seen(after, 0))

    assert result.start is not None
    assert result.start.moved
    assert result.start.steps == (step,)
    chart = next(chart for chart in result.charts if chart.tier.id == "t2")
    assert chart.at_start < chart.points[0].value


def test_a_step_taken_back_is_not_counted() -> None:
    """It stays in the history, and nothing of it in the progress."""
    after, step = raised(START, "coaching", 1, 5)
    back = take_back(after, history(seen(START, 0), step), SMALL.skills_by_id, day(2))

    result = at(3, back.profile, seen(START, 0), step, seen(after, 1), Undone(day=day(2), of=2))

    assert result.steps == ()
    assert result.pace.done == 0
    assert result.start is not None
    assert not result.start.moved


def test_a_day_in_the_past_is_as_it_was_remembered() -> None:
    """Later records do not count, and the facts are those of that day."""
    after, step = raised(START, "coaching", 10)

    result = at(5, after, seen(START, 0), step, seen(after, 10))

    assert result.in_past
    assert result.now.profile == START
    assert result.steps == ()
    assert result.unchanged_since == TODAY


def test_other_ladders_are_left_out() -> None:
    """What was assessed on another ladder cannot be compared with this one."""
    other = msgspec.structs.replace(seen(START, 0), ladder="other")

    assert at(5, START, other).start is None


def test_the_pace_and_the_dates_that_it_gives() -> None:
    """Fewer hours a week make the next milestone later than planned, a hundred years are no date."""
    after, step = raised(START, "coaching", 3, 3.5)

    result = at(27, after, seen(START, 0), step)

    assert result.paced
    assert result.pace.hours_per_week == 0.875
    (first, *_, goal) = result.forecasts
    assert (first.tier.id, goal.tier.id) == ("t2", "t3")
    for forecast in (first, goal):
        assert forecast.planned.latest
        assert forecast.at_pace
        assert forecast.at_pace.latest
        assert forecast.at_pace.latest > forecast.planned.latest
    assert at_pace(SMALL, result.now, 0.0001) is None


def test_a_pace_of_a_few_days_gives_no_dates() -> None:
    """From one day or three weeks nothing follows for the months to come."""
    after, step = raised(START, "coaching", 0, 3.5)
    for days, paced in ((0, False), (20, False), (26, False), (27, True)):
        result = at(days, after, seen(START, 0), step)

        assert result.paced is paced
        assert [bool(forecast.at_pace) for forecast in result.forecasts] == [paced, paced]


def test_a_pace_gives_no_date_that_is_too_far_ahead() -> None:
    """More than ten years, unless years and not the pace decide it."""
    after, step = raised(START, "coaching", 3, 0.05)
    first, goal = at(27, after, seen(START, 0), step).forecasts
    assert first.planned.latest
    assert (first.at_pace, goal.at_pace) == (None, None)

    gate = must("coaching", levels=(2,))
    of = catalog_of(ladder(Rung((asks("coaching", 1),)), Rung((asks("coaching", 2),), (gate,), support=30)))
    [long] = at(27, person(3, coaching=1), seen(START, 0, of), step, catalog=of).forecasts
    assert long.at_pace == long.planned


@given(st.integers(1, 20_000), st.integers(0, 400))
def test_a_longer_history_reaches_farther(days: int, more: int) -> None:
    """No date lies more than so many times as far ahead as a pace reaches back, and none beyond ten years."""
    assert horizon(days) <= min(REACH * days, HORIZON)
    assert horizon(days) <= horizon(days + more)
    assert horizon(HORIZON) == HORIZON


def test_a_short_pace_gives_no_date_of_years_to_come() -> None:
    """What four weeks say of a time three years off is left out, until the pace has lasted as long."""
    after, step = raised(START, "coaching", 3, 0.8)
    early, late = (at(days, after, seen(START, 0), step).forecasts[-1] for days in (27, 180))

    for days, forecast in ((27, early), (180, late)):
        found = forecast.at_pace
        assert found is None or found.latest is None or (found.latest - day(days)).days <= horizon(days + 1)


def test_years_that_have_not_been_said_anew() -> None:
    """After a month somebody who works on has more years than the profile says."""
    records = seen(START, 0), seen(msgspec.structs.replace(START, title="Agent"), 20)

    assert at(27, START, *records).years_since is None
    assert at(28, START, *records).years_since == TODAY
    older = msgspec.structs.replace(START, support_years=3.1)
    assert at(90, older, *records).years_since is None


@st.composite
def lives(draw: st.DrawFn) -> tuple[Case, Profile, tuple[Record, ...], int]:
    """Draw a person who finishes steps of what they have rated, day by day, and a day to look at.

    The first step of what is not rated may give it less than it was estimated at.
    """
    case = draw(cases())
    profile, number = case.profile, 0
    records: list[Record] = []

    def look() -> None:
        result = assess(case.ladder, case.skills, profile, day(number))
        records.append(remembered(result, at=day(number), catalog=case.catalog.fingerprint))

    look()
    for _ in range(draw(st.integers(0, 5))):
        number += draw(st.integers(0, 40))
        able = [name for name in sorted(case.skills) if profile.skills.get(name, 4) < 4]
        if able:
            chosen = case.skills[draw(st.sampled_from(able))]
            done = finish(
                profile,
                chosen,
                None,
                Completion(day(number), draw(st.sampled_from("abc")), draw(st.none() | st.floats(1, 9))),
            )
            profile = done.profile
            records.append(done.step)
            if draw(st.booleans()):
                look()
    return case, profile, tuple(records), number + draw(st.integers(0, 400))


@given(lives())
def test_steps_only_ever_add(drawn: tuple[Case, Profile, tuple[Record, ...], int]) -> None:
    """Who only finishes steps sees no fit fall, no gap open, no pace below nothing; charts end at today."""
    case, profile, records, number = drawn

    result = progress(case.catalog, profile, history(*records), day(number))

    assert result.pace.hours_per_week >= 0
    assert result.pace.done >= result.pace.counted >= 0
    assert result.start is not None
    assert result.start.opened == ()
    assert result.start.changed.by_catalog == ()
    for chart in result.charts:
        values = [chart.at_start, *(point.value for point in chart.points)]
        assert values == sorted(values)
        drawn_values = sampled(chart.points, day(number), 24)
        assert list(drawn_values) == sorted(drawn_values)
        assert len(drawn_values) <= 24
        assert drawn_values[-1] == chart.points[-1].value
        assert chart.points[-1].day == day(number)
    assert len(result.steps) == sum(isinstance(record, StepDone) for record in records)


@given(lives())
def test_the_same_arguments_give_the_same_progress(
    drawn: tuple[Case, Profile, tuple[Record, ...], int],
) -> None:
    """Nothing depends on anything but what is handed over."""
    case, profile, records, number = drawn

    one, two = (progress(case.catalog, profile, history(*records), day(number)) for _ in range(2))

    assert one == two


@given(lives(), st.floats(0.5, 40), st.floats(1, 4))
def test_a_faster_pace_is_never_later(
    drawn: tuple[Case, Profile, tuple[Record, ...], int], hours: float, faster: float
) -> None:
    """More hours a week move no date back."""
    case, profile, records, number = drawn
    now = progress(case.catalog, profile, history(*records), day(number)).now

    slow, fast = (at_pace(case.catalog, now, rate) for rate in (hours, hours * faster))

    if slow is not None:
        assert fast is not None
        for one, two in zip(slow.milestones, fast.milestones, strict=True):
            assert not one.ready.latest or (two.ready.latest or date.max) <= one.ready.latest


def test_samples_of_nothing_and_of_one_day() -> None:
    """A day has one value, two days two, and between points the earlier one counts."""
    points = (DayValue(day(0), 0.2), DayValue(day(10), 0.4))

    assert sampled((), TODAY, 5) == ()
    assert sampled(points[:1], day(0), 5) == (0.2,)
    assert sampled(points[:1], day(1), 5) == (0.2, 0.2)
    assert sampled(points, day(20), 5) == (0.2, 0.2, 0.4, 0.4, 0.4)
