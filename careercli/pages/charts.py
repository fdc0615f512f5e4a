"""The charts of a report: the ladder, the way in time, and what is paid."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from careercli.domain.assessment import Assessment
from careercli.domain.guide import Figure
from careercli.domain.market import PayOn
from careercli.domain.model import Tier
from careercli.domain.placement import Placement, rank_of
from careercli.domain.schedule import Span
from careercli.pages.shapes import (
    Box,
    Diagram,
    Dot,
    Mark,
    Rule,
    Shape,
    Sheet,
    Words,
    shortened,
    wrapped,
)
from careercli.text.amounts import money, short_value_of
from careercli.text.headline import standing_sentence
from careercli.text.pay import stake_words
from careercli.text.phrases import day, listed, percent
from careercli.text.report import Report
from careercli.text.stops import Stop

WIDE, NARROW = 720.0, 290.0
_MONTHS = (1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 2400, 6000)
"""How far apart the marks of a time axis may stand."""

_LABELS = 196.0
"""The width of the labels left of a wide chart."""


def ladder_chart(assessment: Assessment) -> Diagram:
    """Return the ladder as stairs, with the person and the goal on it."""
    goal = assessment.goal
    aim = f" Your goal is {goal.title}, rank {goal.rank}." if goal else ""
    tiers = listed([f"{tier.rank} {tier.short}" for tier in assessment.ladder.tiers])
    return Diagram(
        "ladder",
        f"The ladder: {assessment.ladder.title}",
        f"{standing_sentence(assessment)}{aim} The tiers from the lowest up: {tiers}.",
        (_stairs(assessment), _rungs(assessment)),
        _ladder_key(assessment.placement),
    )


def _ladder_key(placement: Placement) -> str:
    """Return what the marks of the ladder mean, as far as they are on it."""
    here, most = placement.current, placement.at_most
    below = " Tinted: the tiers below." if here and here.rank > 1 else ""
    key = f"Filled: where you are.{below} " if here else ""
    key += "Below each tier: the share of the job that you cover."
    if here and most is not here and not (placement.certain or placement.settled):
        key += ' Not every skill is rated: once they are, it may be as high as the tier that says "possible".'
    return key


def _style(assessment: Assessment, tier: Tier) -> str:
    reached = rank_of(assessment.placement.current)
    return "full" if tier.rank == reached else "on" if tier.rank < reached else "off"


def _signs(assessment: Assessment, tier: Tier) -> list[str]:
    placement = assessment.placement
    here = ["you"] if tier is placement.current else []
    open_yet = not here and not placement.certain and not placement.settled
    maybe = ["possible"] if open_yet and tier is placement.at_most else []
    return [*here, *maybe, *(["goal"] if tier is assessment.goal else [])]


def _stairs(assessment: Assessment) -> Sheet:
    tiers = assessment.ladder.tiers
    left, rise = 44.0, 140.0
    base = rise + (38.0 if _signs(assessment, tiers[-1]) else 8.0)
    width = (WIDE - left) / len(tiers)
    marks: list[Mark] = [Rule(0, base, WIDE, base, "axis")]
    if assessment.placement.current is None:
        marks += [Dot(left / 2, base - 10, 6, "full"), Words(left / 2, base - 24, "you", "strong", "middle")]
    for tier in tiers:
        x, middle = left + width * (tier.rank - 1), left + width * (tier.rank - 0.5)
        y = base - 28 - (rise - 28) * (tier.rank - 1) / max(len(tiers) - 1, 1)
        style = _style(assessment, tier)
        marks.append(Box(x + 2, y, width - 4, base - y, style))
        inside = "reverse" if style == "full" else ""
        marks.append(Words(middle, y + 17, str(tier.rank), f"strong {inside}", "middle"))
        signs = _signs(assessment, tier)
        if signs:
            marks.append(Shape(_pointer(middle, y - 8), "full" if "you" in signs else "aim"))
            marks.append(Words(middle, y - 22, ", ".join(signs), "strong", "middle"))
        standing = assessment.standing(tier)
        fit = percent(standing.fit) if standing.counts else "?"
        lines = wrapped(tier.short, width, 3)
        marks += [Words(middle, base + 18 + 15 * at, line, "", "middle") for at, line in enumerate(lines)]
        marks.append(Words(middle, base + 18 + 15 * len(lines), fit, "quiet", "middle"))
    height = base + 18 + 15 * max(len(wrapped(tier.short, width, 3)) for tier in tiers) + 8
    return Sheet("wide", WIDE, height, tuple(marks))


def _pointer(x: float, y: float) -> str:
    return f"{x - 6:.1f},{y - 7:.1f} {x + 6:.1f},{y - 7:.1f} {x:.1f},{y:.1f}"


def _rungs(assessment: Assessment) -> Sheet:
    tiers = assessment.ladder.tiers
    row, indent = 36.0, min(14.0, 112 / len(tiers))
    marks: list[Mark] = []
    for place, tier in enumerate(reversed(tiers)):
        x, y = indent * (tier.rank - 1), row * place
        style = _style(assessment, tier)
        signs = ", ".join(_signs(assessment, tier))
        ink = "reverse" if style == "full" else ""
        marks.append(Box(x + 0.5, y + 0.5, NARROW - x - 1, row - 5, style, 3))
        name = shortened(tier.short, NARROW - x - 48 - 9 * len(signs))
        marks.append(Words(x + 10, y + 20, str(tier.rank), f"strong {ink}"))
        marks.append(Words(x + 32, y + 20, name, ink))
        if signs:
            marks.append(Words(NARROW - 10, y + 20, signs, f"strong {ink}", "end"))
    height = row * len(tiers)
    if assessment.placement.current is None:
        marks += [Dot(8, height + 12, 6, "full"), Words(22, height + 17, "you", "strong")]
        height += 24
    return Sheet("narrow", NARROW, height, tuple(marks))


def timeline_chart(report: Report) -> Diagram | None:
    """Return when each milestone can be ready and when its steps are worked on; None without milestones."""
    if not report.way:
        return None
    words = [f"{stop.milestone.tier.title}: ready {stop.ready}" for stop in report.way]
    return Diagram(
        "timeline",
        "The way in time",
        f"From {day(report.assessment.as_of)}. {'. '.join(words)}.",
        (_timeline(report, WIDE, _LABELS, "wide"), _timeline(report, NARROW, 0, "narrow")),
        "Filled bar: from the earliest to the latest day on which you can be ready. Open bar: when its steps "
        "are worked on.",
    )


def _timeline(report: Report, width: float, labels: float, size: str) -> Sheet:
    plan, here = report.assessment.plan, report.assessment.placement.current
    ends = [stop.milestone.ready.latest for stop in report.way if stop.milestone.ready.latest]
    ends += [dated.ends.latest for stop in report.way for dated in stop.milestone.steps if dated.ends.latest]
    first = plan.as_of
    last = max([*ends, first + timedelta(days=30)])
    left, right, above = labels + 6, width - 12, 30.0

    def at(value: date) -> float:
        return left + (right - left) * ((value - first).days / (last - first).days)

    stacked = labels == 0
    row = 72.0 if stacked else 50.0
    height = above + row * len(report.way)
    marks: list[Mark] = []
    for when, name in _ticks(first, last, 3 if stacked else 7):
        marks.append(Rule(at(when), above - 8, at(when), height, "grid"))
        marks.append(Words(min(at(when), width - 34), above - 14, name, "quiet", "middle"))
    today = (
        Words(0, above - 14, "today", "quiet")
        if stacked
        else Words(left, above - 14, "today", "quiet", "middle")
    )
    marks += [Rule(left, above - 8, left, height, "axis"), today]
    for place, stop in enumerate(report.way):
        y = above + row * place
        goal = " (goal)" if stop.milestone.tier is plan.goal else ""
        if place:
            marks.append(Rule(0, y, width, y, "grid"))
        x = 12.0 if stacked else 0.0
        room = width - 24 if stacked else labels
        short = (
            f"Confirm {stop.milestone.tier.short}"
            if stop.milestone.tier is here
            else stop.milestone.tier.short
        )
        name = shortened(short, room - 7 * len(goal)) + goal
        marks.append(Words(x, y + 20, name, "title halo"))
        marks.append(Words(x, y + 37, shortened(stop.ready, room + 20), "quiet halo"))
        bar = y + (45 if stacked else 14)
        marks += _spans(stop.milestone.ready, _worked(stop), bar, at)
    return Sheet(size, width, height + 4, tuple(marks))


def _worked(stop: Stop) -> tuple[date, date] | None:
    """Return from when to when the steps of a milestone are worked on at the latest; None without any."""
    steps = stop.milestone.steps
    starts = [when for dated in steps if (when := dated.starts.earliest or dated.starts.latest)]
    ends = [dated.ends.latest for dated in steps if dated.ends.latest]
    return (min(starts), max(ends)) if starts and ends else None


def _spans(
    ready: Span, worked: tuple[date, date] | None, y: float, at: Callable[[date], float]
) -> Iterator[Mark]:
    """Yield a full bar for when a tier is ready; below it an open one for when its steps are worked on."""
    if worked:
        x = at(worked[0])
        yield Box(x, y + 13, max(at(worked[1]) - x, 6), 5, "open", 2)
    if ready.earliest and ready.latest:
        x = at(ready.earliest)
        yield Box(x, y, max(at(ready.latest) - x, 6), 10, "full", 2)


def _ticks(first: date, last: date, most: int) -> Iterator[tuple[date, str]]:
    """Yield round days after the first, at most so many, each with its name."""
    months = (last.year - first.year) * 12 + last.month - first.month
    apart = next((step for step in _MONTHS if months / step <= most), _MONTHS[-1])
    start = first.year * 12 + first.month - 1
    for month in range((start // apart + 1) * apart, start + months + 1, apart):
        when = date(month // 12, month % 12 + 1, 1)
        if (when - first).days * 10 >= (last - first).days:  # leaves room for "today"
            yield when, str(when.year) if apart >= 12 else day(when).partition(" ")[2]


def pay_chart(report: Report) -> Diagram | None:
    """Return what is paid on the tiers that matter: the survey's range and the guide's estimate."""
    rows = [on for on in report.paid if on.wages or _estimate(on)]
    if not rows:
        return None
    words = []
    for on in rows:
        said = []
        if wages := on.wages:
            said.append(f"the survey's median is {money(wages.median)}")
        if estimate := _estimate(on):
            said.append(f"the guide estimates {short_value_of(estimate)}")
        words.append(f"{on.tier.title}: {listed(said)}")
    return Diagram(
        "pay",
        "Pay in US dollars a year",
        f"{'. '.join(words)}.",
        (_pay(rows, WIDE, _LABELS, "wide"), _pay(rows, NARROW, 0, "narrow")),
        _pay_key(report.paid),
    )


def _pay_key(paid: Sequence[PayOn]) -> str:
    """Return what the marks of the pay chart mean, as far as they are in it."""
    out = []
    if wages := [on.wages for on in paid if on.wages]:
        cap = "" if all(each.p90 is not None for each in wages) else "; an arrow where its cap hides the end"
        out.append(
            "Line: from the pay of the lowest-paid tenth to that of the best-paid tenth in the nearest "
            f"occupation of the survey{cap}. Box: the middle half, with the median as a thick line."
        )
    if estimates := [on.dollars for on in paid if on.dollars]:
        more = any(each.amount is None and each.max is None for each in estimates)
        dashed = ', with a dashed line where it says "and more"' if more else ""
        out.append(f"Diamond: the guide's estimate{dashed}.")
    return " ".join(out)


def _estimate(on: PayOn) -> Figure | None:
    """Return the guide's estimate where it can be drawn beside the survey."""
    return on.dollars if on.dollars and min(_ends(on.dollars), default=0) > 0 else None


def _ends(figure: Figure) -> list[float]:
    """Return the amounts that a figure names: one, or those of a range that it has."""
    return [amount for amount in (figure.amount, figure.min, figure.max) if amount is not None]


def _amounts(on: PayOn) -> list[float]:
    wages, estimate = on.wages, _estimate(on)
    measured = [amount for amount in wages.percentiles if amount is not None] if wages else []
    return [*measured, *(_ends(estimate) if estimate else ())]


def _pay(rows: Sequence[PayOn], width: float, labels: float, size: str) -> Sheet:
    amounts = [amount for on in rows for amount in _amounts(on)]
    stacked = labels == 0
    apart = _round_step((max(amounts) - min(amounts)) or max(amounts), 3 if stacked else 5)
    low = math.floor(min(amounts) / apart) * apart
    high = math.ceil(max(amounts) * 1.02 / apart) * apart
    left, right, above = labels + 14, width - 30, 30.0

    def at(value: float) -> float:
        return left + (right - left) * (value - low) / (high - low)

    row = 62.0 if stacked else 50.0
    height = above + row * len(rows)
    marks: list[Mark] = []
    for place in range(round((high - low) / apart) + 1):
        value = low + place * apart
        marks.append(Rule(at(value), above - 8, at(value), height, "grid"))
        marks.append(Words(at(value), above - 14, _short_money(value), "quiet", "middle"))
    for place, on in enumerate(rows):
        y = above + row * place
        marks.append(Words(0, y + 16, shortened(on.tier.short, labels or width), "title halo"))
        if stacked:
            marks.append(Words(width, y + 16, stake_words(on), "quiet halo", "end"))
        else:
            marks.append(Words(0, y + 33, stake_words(on), "quiet"))
        middle = y + (38 if stacked else 22)
        marks += _paid(on, middle, at, right + 14)
    return Sheet(size, width, height + 4, tuple(marks))


def _paid(on: PayOn, y: float, at: Callable[[float], float], end: float) -> Iterator[Mark]:
    """Yield the survey as a line with a box around its middle half, and the estimate as a diamond."""
    wages, estimate = on.wages, _estimate(on)
    if wages:
        known = [at(value) for value in wages.percentiles if value is not None]
        last = known[-1] if wages.p90 is not None else end
        yield Rule(known[0], y, last, y, "range")
        if wages.p90 is None:
            yield Shape(f"{end:.1f},{y - 5:.1f} {end + 8:.1f},{y:.1f} {end:.1f},{y + 5:.1f}", "full")
        if wages.p25 is not None and wages.p75 is not None:
            yield Box(at(wages.p25), y - 9, at(wages.p75) - at(wages.p25), 18, "on", 2)
        if wages.median is not None:
            yield Rule(at(wages.median), y - 9, at(wages.median), y + 9, "median")
    if estimate:
        ends = [at(value) for value in _ends(estimate)]
        if estimate.amount is None:
            first = ends[0] if estimate.min is not None else ends[0] - 20
            yield Rule(first, y, ends[-1] if estimate.max is not None else end, y, "claim")
        yield from (Shape(_diamond(x, y), "point") for x in ends)


def _diamond(x: float, y: float) -> str:
    return f"{x - 7:.1f},{y:.1f} {x:.1f},{y - 7:.1f} {x + 7:.1f},{y:.1f} {x:.1f},{y + 7:.1f}"


def _round_step(span: float, most: int) -> float:
    """Return a round amount that goes into a span at most so often."""
    power = 10.0 ** math.floor(math.log10(span / most))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if span / (power * factor) <= most)


def _short_money(value: float) -> str:
    return f"{money(value / 1000)}k" if value >= 1000 and value % 1000 == 0 else money(value)
