"""The charts of a report: the ladder, the way in time, and what is paid."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from careercli.domain.assessment import Assessment
from careercli.domain.guide import Figure
from careercli.domain.market import PayOn
from careercli.domain.model import Tier
from careercli.domain.placement import Placement, rank_of
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
from careercli.text.phrases import day, listed, some
from careercli.text.plan import Stop
from careercli.text.report import Report
from careercli.text.report_parts import stake_words
from careercli.text.tiers import covered

WIDE, NARROW = 720.0, 290.0
_MONTHS = (1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 2400, 6000)
"""How far apart the marks of a time axis may stand."""


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


def _style(assessment: Assessment, tier: Tier) -> tuple[str, str]:
    """Return the style of a tier, and that of what stands on it."""
    reached = rank_of(assessment.placement.current)
    if tier.rank == reached:
        return "full", "reverse"
    return ("on" if tier.rank < reached else "off"), ""


def _signs(assessment: Assessment, tier: Tier) -> str:
    placement = assessment.placement
    open_yet = not (placement.certain or placement.settled)
    possible = open_yet and tier is placement.at_most and "possible"
    here = "you" if tier is placement.current else possible
    return ", ".join(some(here, tier is assessment.goal and "goal"))


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
        style, ink = _style(assessment, tier)
        marks.append(Box(x + 2, y, width - 4, base - y, style))
        marks.append(Words(middle, y + 17, str(tier.rank), f"strong {ink}", "middle"))
        if signs := _signs(assessment, tier):
            marks.append(Shape(_pointer(middle, y - 8), "full" if "you" in signs else "aim"))
            marks.append(Words(middle, y - 22, signs, "strong", "middle"))
        standing = assessment.standing(tier)
        lines = [*wrapped(tier.short, width, 3), covered(standing)]
        styles = [*[""] * (len(lines) - 1), "quiet"]
        for at, (line, look) in enumerate(zip(lines, styles, strict=True)):
            marks.append(Words(middle, base + 18 + 15 * at, line, look, "middle"))
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
        (style, ink), signs = _style(assessment, tier), _signs(assessment, tier)
        name = shortened(tier.short, NARROW - x - 48 - 9 * len(signs))
        marks += [
            Box(x + 0.5, y + 0.5, NARROW - x - 1, row - 5, style, 3),
            Words(x + 10, y + 20, str(tier.rank), f"strong {ink}"),
            Words(x + 32, y + 20, name, ink),
            Words(NARROW - 10, y + 20, signs, f"strong {ink}", "end"),
        ]
    height = row * len(tiers)
    if assessment.placement.current is None:
        marks += [Dot(8, height + 12, 6, "full"), Words(22, height + 17, "you", "strong")]
        height += 24
    return Sheet("narrow", NARROW, height, tuple(marks))


# -- rows over an axis -------------------------------------------------------------------------------------


class _Frame(NamedTuple):
    """Rows below one another: how wide their drawing is, where the axis begins, and how high they are.

    ``bar`` is how far below the top of a row its marks stand, ``most`` how many marks the axis has at most.
    """

    size: str
    width: float
    left: float
    row: float
    bar: float
    most: int

    @property
    def right(self) -> float:
        """Where the axis ends."""
        return self.width - 30

    def at(self, share: float) -> float:
        """Return where a share of the axis ends."""
        return self.left + (self.right - self.left) * share

    def sheet(self, rows: Sequence[_Row], ticks: Iterable[tuple[float, str]]) -> Sheet:
        """Return rows, and below them the marks of the axis, each by its share of it."""
        above, height = 30.0, 30.0 + self.row * len(rows)
        room = self.left if self.size == "wide" else self.width
        marks: list[Mark] = []
        for share, name in ticks:
            x = self.at(share)
            marks.append(Rule(x, above - 8, x, height, "grid"))
            marks.append(Words(min(max(x, 18), self.width - 34), above - 14, name, "quiet", "middle"))
        for place, (name, about, draw) in enumerate(rows):
            y = above + self.row * place
            marks += [Rule(0, y, self.width, y, "grid")] if place else []
            marks.append(Words(0, y + 18, shortened(name, room), "title halo"))
            marks.append(Words(0, y + 35, shortened(about, room), "quiet halo"))
            marks += draw(self, y + self.bar)
        return Sheet(self.size, self.width, height + 4, tuple(marks))


_Row = tuple[str, str, Callable[[_Frame, float], Iterable[Mark]]]
"""What a row is called, what is said of it, and what draws it in a frame at a height."""

_FRAMES = (_Frame("wide", WIDE, 206, 50, 20, 6), _Frame("narrow", NARROW, 10, 70, 50, 3))


def timeline_chart(report: Report) -> Diagram | None:
    """Return when each milestone can be ready and when its steps are worked on; None without milestones."""
    if not report.way:
        return None
    words = [f"{stop.milestone.tier.title}: ready {stop.ready}" for stop in report.way]
    first = report.assessment.as_of
    ends = [stop.milestone.ready.latest for stop in report.way]
    ends += [dated.ends.latest for stop in report.way for dated in stop.milestone.steps]
    last = max([first + timedelta(days=30), *filter(None, ends)])

    def share(when: date) -> float:
        return (when - first).days / (last - first).days

    rows = [(_name(stop, report), stop.ready, partial(_spans, stop, share)) for stop in report.way]
    ticks = [[(share(when), name) for when, name in _ticks(first, last, frame.most)] for frame in _FRAMES]
    return Diagram(
        "timeline",
        "The way in time",
        f"From {day(first)}. {'. '.join(words)}.",
        tuple(frame.sheet(rows, [(0.0, "today"), *own]) for frame, own in zip(_FRAMES, ticks, strict=True)),
        "Filled bar: from the earliest to the latest day on which you can be ready. Open bar: when its steps "
        "are worked on.",
    )


def _name(stop: Stop, report: Report) -> str:
    tier, assessment = stop.milestone.tier, report.assessment
    confirm = "Confirm " if tier is assessment.placement.current else ""
    return f"{confirm}{tier.short}{' (goal)' if tier is assessment.goal else ''}"


def _worked(stop: Stop) -> tuple[date, date] | None:
    """Return from when to when the steps of a milestone are worked on at the latest; None without any."""
    steps = stop.milestone.steps
    starts = [when for dated in steps if (when := dated.starts.earliest or dated.starts.latest)]
    ends = [dated.ends.latest for dated in steps if dated.ends.latest]
    return (min(starts), max(ends)) if starts and ends else None


def _spans(stop: Stop, share: Callable[[date], float], frame: _Frame, y: float) -> Iterator[Mark]:
    """Yield a full bar for when a tier is ready; below it an open one for when its steps are worked on."""
    ready = stop.milestone.ready
    for span, top, height, style in (
        (_worked(stop), y + 7, 5, "open"),
        ((ready.earliest, ready.latest), y - 6, 10, "full"),
    ):
        if span and span[0] and span[1]:
            x = frame.at(share(span[0]))
            yield Box(x, top, max(frame.at(share(span[1])) - x, 6), height, style, 2)


def _ticks(first: date, last: date, most: int) -> Iterator[tuple[date, str]]:
    """Yield round days after the first, at most so many, each with its name."""
    months = (last.year - first.year) * 12 + last.month - first.month
    apart = next((step for step in _MONTHS if months / step <= most), _MONTHS[-1])
    start = first.year * 12 + first.month - 1
    for month in range((start // apart + 1) * apart, start + months + 1, apart):
        when = date(month // 12, month % 12 + 1, 1)
        if (when - first).days * 10 >= (last - first).days:  # leaves room for "today"
            yield when, str(when.year) if apart >= 12 else day(when).partition(" ")[2]


def pay_chart(paid: Sequence[PayOn]) -> Diagram | None:
    """Return what is paid on the tiers that matter: the survey's range and the guide's estimate."""
    rows = [on for on in paid if on.wages or _estimate(on)]
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
        tuple(_pay(rows, frame) for frame in _FRAMES),
        _pay_key(paid),
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


def _pay(rows: Sequence[PayOn], frame: _Frame) -> Sheet:
    amounts = [amount for on in rows for amount in _amounts(on)]
    apart = _round_step((max(amounts) - min(amounts)) or max(amounts), frame.most)
    low = math.floor(min(amounts) / apart) * apart
    high = math.ceil(max(amounts) * 1.02 / apart) * apart

    def at(value: float) -> float:
        return frame.at((value - low) / (high - low))

    values = (low + place * apart for place in range(round((high - low) / apart) + 1))
    ticks = (((value - low) / (high - low), _short_money(value)) for value in values)
    return frame.sheet([(on.tier.short, stake_words(on), partial(_paid, on, at)) for on in rows], ticks)


def _paid(on: PayOn, at: Callable[[float], float], frame: _Frame, y: float) -> Iterator[Mark]:
    """Yield the survey as a line with a box around its middle half, and the estimate as a diamond."""
    wages, estimate, end = on.wages, _estimate(on), frame.right + 14
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
