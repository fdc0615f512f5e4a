"""The screen of ``progress``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from careercli.domain.attribution import Move
from careercli.domain.history import StepDone
from careercli.domain.model import Ladder, Skill
from careercli.domain.over_time import DAYS_A_WEEK, Week
from careercli.domain.progress import HORIZON, LEAST_DAYS, FitCurve, Period, Progress, horizon, sampled
from careercli.domain.schedule import Span
from careercli.pages.blocks import Block, Fact, Gap, Grid, Heading, Item, Paragraph, Title, part
from careercli.pages.parts import LEAST_RISE, levels, rising
from careercli.pages.step import how_to_record, next_step
from careercli.text.headline import standing_sentence
from careercli.text.moves import moved_words
from careercli.text.phrases import (
    capital,
    count,
    day,
    hours_a_week,
    hours_of,
    hours_range,
    listed_first,
    number,
    percent,
    points,
)
from careercli.text.ready import WAITS_FOR
from careercli.text.steps import step_title

_CHART_CELLS = 24
LEAST_POINTS = 3
"""Fewer points than these are no curve."""

_NAMED = 6
"""So many names are read; more are counted."""


def progress_view(
    name: str, progress: Progress, skills: Mapping[str, Skill], *, command: Callable[..., str]
) -> list[Block]:
    """Return how far somebody has come; ``command`` makes a line to type of the words behind it."""
    now, start, last = progress.now, progress.start, progress.last
    since = start.since if start else now.as_of
    period = day(now.as_of) if since == now.as_of else f"{day(since)} to {day(now.as_of)}"
    blocks: list[Block] = [Title(f"Progress of {now.profile.name or name}", period)]
    blocks.append(Paragraph(standing_sentence(now)))
    if start is not None and start.since < now.as_of:
        blocks.append(Paragraph(rests_on(progress), quiet=True))
    if progress.in_past and start is not None:
        blocks.append(Paragraph("As it was remembered on that day; more is known of later days.", quiet=True))
    if start is None or (start.since == now.as_of and not start.moved):
        blocks += [Gap(), *_first_time(progress)]
    else:
        looked_back = progress.unchanged_since and last and last.moved
        if looked_back and progress.unchanged_since:
            blocks.append(Paragraph(f"The last change was on {day(progress.unchanged_since)}."))
        if last and last.since != start.since:
            lead = "What changed last, compared with" if looked_back else "Since the last time,"
            blocks += _stretch(lead, last, progress, skills)
        blocks += _stretch("Since the start,", start, progress, skills)
        blocks += [Gap(), *_charts(progress)]
        blocks += _steps(progress.steps, skills)
    blocks += _pace(progress)
    blocks += _forecasts(progress)
    if progress.years_since:
        profile = now.profile
        years = f"{number(profile.support_years)} support and {number(profile.leading_years)} leading years"
        blocks += [
            Gap(),
            Paragraph(
                f"Your profile says {years}, as on {day(progress.years_since)}. If you have worked since, "
                f"bring them up to date: {command('profile', 'edit', name)}.",
                quiet=True,
            ),
        ]
    blocks += [
        Gap(),
        *next_step(progress.next_step, skills, of=now),
        *how_to_record(progress.next_step, name, command),
    ]
    return blocks


def rests_on(progress: Progress) -> str:
    """Return from how much history all of it speaks, in a sentence."""
    days = progress.pace.days
    long = count(days // DAYS_A_WEEK, "week") if days >= 2 * DAYS_A_WEEK else count(days, "day")
    answers = f"your answers on {count(progress.assessed, 'day')}"
    steps = f" and {count(len(progress.steps), 'finished step')}" if progress.steps else ""
    return f"From {long}: {answers}{steps}."


def _first_time(progress: Progress) -> list[Block]:
    """Return what there is where nothing can be compared yet."""
    now = progress.now
    text = (
        "This is the first day that is remembered, so there is nothing to compare with yet. From the "
        "next time on you see here what changed: how much of each job you cover as charts over time, "
        "must-haves and gaps closed, the steps that you finished, your pace, and the dates that it gives."
    )
    if progress.in_past and progress.start is None:
        text = "Nothing was remembered by that day: these are the facts as they are now."
    return [
        Paragraph(text),
        *(
            Fact(f"{tier.short} covered", percent(now.standing(tier).fit))
            for tier in now.ladder.tiers
            if tier in {now.next, now.goal} and now.standing(tier).counts
        ),
        *([Fact(f"Gaps to {now.goal.short}", str(len(now.goal_gaps)))] if now.goal else []),
        *([Fact(f"Must-haves left for {now.next.short}", str(progress.gates_left))] if now.next else []),
    ]


def _stretch(lead: str, stretch: Period, progress: Progress, skills: Mapping[str, Skill]) -> list[Block]:
    out: list[Block] = [Gap(), Heading(f"{lead} {day(stretch.since)}")]
    if not stretch.moved:
        step = progress.next_step
        rest = (
            f" The next step is: {step_title(step, {each.id: each.name for each in skills.values()})}."
            if step
            else ""
        )
        out.append(Paragraph(f"Nothing changed since {day(stretch.since)}.{rest}"))
    else:
        out += [Item(text) for text in _moved(stretch, progress, skills)]
    for moves, what in (
        (stretch.changed.by_catalog, "newer role data"),
        (stretch.changed.by_rule, "the new rule of placement"),
    ):
        if moves:
            moved = _moves(moves, progress.now.ladder) or "how much is missing"
            out.append(Item(f"Moved by {what}, not by you: {moved}."))
    return out


def _moved(stretch: Period, progress: Progress, skills: Mapping[str, Skill]) -> Iterable[str]:
    """Yield what a person moved, a sentence each, the most telling first."""
    ladder = progress.now.ladder
    tier = _moves((move for move in stretch.changed.by_person if move.of == "current"), ladder)
    fits = _moves(_near_fits(stretch, progress), ladder)
    goal = _moves((move for move in stretch.changed.facts if move.of == "goal"), ladder)
    yield from (f"{capital(words)}." for words in (tier, fits, goal) if words)
    if not fits and not tier and any(standing.counts for standing in progress.now.tiers):
        yield "How much you cover has not moved."
    if stretch.steps:
        yield f"{count(len(stretch.steps), 'step')} done."
    for gates, kind in ((True, "must-have"), (False, "gap")):
        names = [skills[gap.skill].name for gap in stretch.grown if gap.must is gates]
        if names:
            yield f"{count(len(names), kind)} closed: {listed_first(names, _NAMED)}."
    if stretch.opened:
        names = [skills[gap.skill].name for gap in stretch.opened]
        yield f"{count(len(names), 'gap')} opened: {listed_first(names, _NAMED)}."
    if stretch.rated:
        rated = count(stretch.rated, "skill")
        yield f"{rated} rated for the first time: what that moves is better known, not gained."


def _near_fits(stretch: Period, progress: Progress) -> list[Move]:
    """Return the fits that matter now: of the next tier and the goal, else of any that moved.

    Those of tiers of which too little is rated now say nothing, and are left out.
    """
    judged = {standing.tier.id for standing in progress.now.tiers if standing.counts}
    near = {tier.id for tier in (progress.now.next, progress.now.goal) if tier}
    moved = [move for move in stretch.fits if move.key in judged]
    shown = [move for move in moved if _moves([move], progress.now.ladder)]
    return [move for move in shown if move.key in near] or shown


def _moves(moves: Iterable[Move], ladder: Ladder) -> str:
    names = {tier.id: tier.short for tier in ladder.tiers}
    return ", ".join(filter(None, (moved_words(move, names) for move in moves)))


def _charts(progress: Progress) -> Iterator[Block]:
    """Yield the fit of each tier over time, and where the rule changed that it is reckoned by.

    Fewer points than three are no curve, and are told in a line. Tiers of which too little is rated now have
    none.
    """
    charts = [chart for chart in progress.charts if progress.now.standing(chart.tier).counts]
    if not charts:
        return
    if len(charts[0].points) < LEAST_POINTS:
        yield Paragraph(_in_a_line(progress, charts))
    else:
        aside = f"each line spans at least {int(100 * LEAST_RISE)} points"
        yield Heading("How much you cover, over time", aside)
        for chart in charts:
            drawn = rising(sampled(chart.points, progress.now.as_of, _CHART_CELLS))
            yield Fact(chart.tier.short, drawn, _change(chart), spoken=_told(chart))
    if progress.rule_since:
        since = day(progress.rule_since)
        yield Paragraph(
            f"From {since}: what was reckoned before, by another rule, is no part of it.", quiet=True
        )


def _change(chart: FitCurve) -> str:
    first, final = percent(chart.at_start), percent(chart.points[-1].value)
    gained = points(chart.points[-1].value) - points(chart.at_start)
    return f"{first} → {final} ({gained:+d})" if gained else f"{final}, as before"


def _in_a_line(progress: Progress, charts: Sequence[FitCurve]) -> str:
    """Return how much is covered of the tiers that matter now, and of those that moved."""
    near = {progress.now.next, progress.now.goal}
    told = [chart for chart in charts if chart.tier in near or "→" in _change(chart)]
    said = "; ".join(f"{chart.tier.short} {_change(chart)}" for chart in told or charts[-1:])
    return f"You cover: {said}. A chart of it comes with the third day of answers."


def _told(chart: FitCurve) -> str:
    """Return how a fit went in words: each day on which it is another one in percent."""
    said = [f"{percent(chart.at_start)} on {day(chart.points[0].day)}"]
    for (_, before), (when, fit) in pairwise(((chart.points[0].day, chart.at_start), *chart.points)):
        if percent(fit) != percent(before):
            said.append(f"{percent(fit)} on {day(when)}")
    return ", then ".join(said) if said[1:] else f"{said[0]}, the same now"


def _steps(steps: Sequence[StepDone], skills: Mapping[str, Skill]) -> list[Block]:
    out: list[Block] = []
    for step in steps:
        name = skills[step.skill].name if step.skill in skills else step.skill
        planned = hours_of(step.planned)
        hours = f"{planned} planned" if step.hours is None else f"{number(step.hours)} h, {planned} planned"
        change = levels(step.level_from, step.level_to)
        out.append(Item(f"{name} {change}: {step.title} ({hours})", day(step.day)))
    return part("Steps done", out, count(len(steps), "step"))


def _pace(progress: Progress) -> Iterator[Block]:
    pace, hours = progress.pace, progress.now.profile.hours_per_week
    if progress.steps_in_pace:
        guessed = pace.done - pace.counted
        aside = f"{number(round(guessed, 1))} h taken from the plan" if guessed > 0.05 else ""
        yield from (Gap(), Heading("Hours and pace"))
        yield Fact("Hours done", f"{number(round(pace.done, 1))} h", aside)
        yield Fact("Planned for these steps", hours_range(pace.planned_min, pace.planned_max))
        if pace.meant is not None:
            meant = f"{number(round(pace.meant, 1))} h"
            yield Fact("Meant by your hours a week", meant, f"in {count(pace.days, 'day')}")
        since = "the first week is not over" if pace.days < DAYS_A_WEEK else f"since {day(pace.since)}"
        yield Fact("Pace so far", hours_a_week(round(pace.hours_per_week, 1)), since)
        yield Fact("In your plan", hours_a_week(round(hours, 1)))
        if len(pace.weeks) >= LEAST_POINTS:
            yield _weeks(pace.weeks)
    elif pace.days >= DAYS_A_WEEK:
        none = f"No step is recorded since {day(pace.since)}, so there is no pace yet."
        yield from (Gap(), Heading("Hours and pace"))
        yield Paragraph(f"{none} Your profile means {hours_a_week(hours)}.")
    if left := len(progress.steps) - len(progress.steps_in_pace):
        early = f"{count(left, 'step')} dated before {day(pace.since)}, the first day remembered"
        yield Paragraph(f"{early}: not in hours and pace.", quiet=True)


def _weeks(weeks: Sequence[Week]) -> Fact:
    shown = weeks[-_CHART_CELLS:]
    most = max(week.done for week in shown)
    busy = [f"{number(round(week.done, 1))} in the week of {day(week.start)}" for week in shown if week.done]
    drawn = rising([week.done / most if most else 0.0 for week in shown], least=1.0)
    return Fact("Hours by week", drawn, spoken=", ".join(busy) or "none")


def _forecasts(progress: Progress) -> Iterator[Block]:
    start, today, paced, days = progress.start, progress.now.as_of, progress.paced, progress.pace.days
    if not progress.forecasts:
        return
    began = start if start is not None and start.since < today else None
    header = ["Ready for", "planned now", "waits for"]
    rows = [
        [each.tier.short, _by(each.planned, today), WAITS_FOR[each.bound_by] if each.bound_by else ""]
        for each in progress.forecasts
    ]
    if began:
        header.insert(1, f"planned {day(began.since)}")
    if paced:
        header.append("at your pace")
    for row, each in zip(rows, progress.forecasts, strict=True):
        if began:
            row.insert(1, _by(each.then, today))
        if paced:
            row.append(_by(each.at_pace, today, "too far ahead"))
    yield from part("When", [Grid(tuple(header), tuple(map(tuple, rows)))])
    if progress.steps_in_pace and not paced:
        why = f"it rests on {count(days, 'day')}, and {LEAST_DAYS} are the least."
        yield Paragraph(f"No dates at your pace yet: {why}", quiet=True)
    if paced and any(each.at_pace is None for each in progress.forecasts):
        yield Paragraph(f"Too far ahead: {_too_far(days)}", quiet=True)


def _too_far(days: int) -> str:
    """Return why a pace of so many days gives no date."""
    if horizon(days) == HORIZON:
        return f"at your pace it takes more than {HORIZON // 365} years, and no pace lasts so long."
    most = f"{horizon(days) // DAYS_A_WEEK} weeks ahead"
    return f"a pace of {count(days, 'day')} says nothing beyond {most}."


def _by(span: Span | None, today: date, none: str = "not planned") -> str:
    """Return the latest date of a span."""
    if span is None:
        return none
    if span.latest is None:
        return "not planned"
    return "today" if span.latest == today else f"by {day(span.latest)}"
