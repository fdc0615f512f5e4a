"""The screens of ``path``: the ladder as stairs, and a person's way up as a slide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from careercli.domain.assessment import Assessment
from careercli.domain.model import Ladder, Tier
from careercli.domain.way import TierAhead
from careercli.pages.blocks import AIR, Block, Node, Rail, Stair, Stairs, Title, quiet
from careercli.pages.look import Look, render
from careercli.text.headline import reasons_sentence, standing_sentence
from careercli.text.phrases import between, day, inside, listed, percent, some
from careercli.text.plan import ready_sentence
from careercli.text.ready import NO_PROMISE, WAITS_FOR, binding_short, ready_dates
from careercli.text.report_parts import musts
from careercli.text.tiers import must_have_name, years_line


def path_view(ladder: Ladder, names: Mapping[str, str], assessment: Assessment | None = None) -> list[Block]:
    """Return a ladder, highest tier at the top; with an assessment, the person and the goal on it.

    ``names`` has the names of skills under their ids.
    """
    return [
        Title(f"{ladder.title}: the way up"),
        AIR,
        Stairs(tuple(_stair(tier, names, ladder, assessment) for tier in ladder.tiers)),
        AIR,
        *(quiet(line) for line in _legend(assessment)),
    ]


def _stair(tier: Tier, names: Mapping[str, str], ladder: Ladder, assessment: Assessment | None) -> Stair:
    here = assessment is not None and tier is assessment.placement.current
    goal = assessment is not None and tier is assessment.goal
    return Stair(
        tier,
        years_line(ladder, tier),
        listed([must_have_name(gate, names) for gate in tier.gates]) or "none",
        _you(assessment, tier) if assessment else "",
        "you" if here else "goal" if goal else "",
    )


def _you(assessment: Assessment, tier: Tier) -> str:
    """Return how much of a tier somebody covers, and how many of its must-haves they show."""
    standing = assessment.standing(tier)
    if not standing.counts:
        return "You: too little rated to say"
    return f"You cover {percent(standing.fit)}. Must-haves: {musts(standing)}"


def _legend(assessment: Assessment | None) -> list[str]:
    years = "Employers: the least that real openings ask. Usual: what the career guides give."
    if assessment is None:
        return [years, "You on it: careercli path --support-years 3"]
    goal, milestones = assessment.goal, assessment.plan.milestones
    cover = "What you cover is the share of what the job asks that you show, estimated where it is not rated."
    if goal is None or not milestones:
        return [years, cover]
    return [f"{goal.title}: {ready_sentence(assessment.plan, milestones[-1])}.", years, cover]


LINES = 23
"""Lines of a 24 line terminal that a slide may fill; the last one is the shell's."""


class _Layout(NamedTuple):
    """How many lines names may take for each tier, and whether years, what it waits for and air are there."""

    musts: int
    skills: int
    years: bool
    waits: bool
    airy: bool


_LAYOUTS = (
    _Layout(4, 5, years=True, waits=True, airy=True),
    _Layout(3, 3, years=True, waits=True, airy=True),
    _Layout(2, 2, years=True, waits=True, airy=True),
    _Layout(2, 1, years=True, waits=True, airy=True),
    _Layout(1, 1, years=True, waits=True, airy=True),
    _Layout(1, 1, years=True, waits=True, airy=False),
    _Layout(1, 0, years=True, waits=True, airy=False),
    _Layout(1, 0, years=False, waits=True, airy=False),
    _Layout(1, 0, years=False, waits=False, airy=False),
)
"""From roomy to tight: the first that fits on a slide is taken."""

_STACKED = _Layout(99, 99, years=True, waits=True, airy=True)


def slide_view(
    assessment: Assessment, way: Sequence[TierAhead], names: Mapping[str, str], look: Look
) -> list[Block]:
    """Return the slide of a person; ``names`` has the names of skills under their ids."""
    slide: list[Block] = []
    for layout in (_STACKED,) if look.accessible or look.narrow else _LAYOUTS:
        slide = list(_blocks(assessment, way, names, layout, look.width - 2))
        if render(slide, look).count("\n") <= LINES:
            break
    return slide


def title(assessment: Assessment, way: Sequence[TierAhead]) -> str:
    """Return what the slide is about."""
    who = assessment.profile.name
    if not way:
        return f"{who}: the top of the ladder" if who else "The top of the ladder"
    return f"{who}: the way to {way[-1].tier.short}" if who else f"The way to {way[-1].tier.title}"


def waits_for(stretch: TierAhead, today: date) -> str:
    """Return in what order the clocks and the skills of a tier are reached, with both ends of each date."""
    said = []
    for until, together in groupby(stretch.waits, key=lambda wait: wait.until):
        never = until.earliest is None or until.latest is None
        when = "on no day of this plan" if never else between(until, today)
        said.append(f"{listed([WAITS_FOR[wait.hold] for wait in together])}, {when}")
    return "; ".join(said) or "nothing"


def heading(assessment: Assessment, stretch: TierAhead) -> str:
    """Return what a stretch is called: its tier, whether it is the goal, or there to be confirmed."""
    goal = ", the goal" if stretch.tier is assessment.goal else ""
    return f"{stretch.tier.short}{', to confirm' if stretch.confirms else ''}{goal}"


def _blocks(
    assessment: Assessment, way: Sequence[TierAhead], names: Mapping[str, str], layout: _Layout, room: int
) -> Iterator[Block]:
    """Yield the slide in a layout; ``room`` is how many columns sentences have."""
    today, air = assessment.as_of, [AIR] if layout.airy else []
    yield Title(title(assessment, way), day(today))
    yield from air
    yield Rail(standing_sentence(assessment), here=True)
    if layout.waits:
        yield Rail(reasons_sentence(assessment))
    for stretch in way:
        if layout.airy:
            yield Rail()
        ready, short = f"ready {ready_dates(stretch.ready, today)}", binding_short(stretch.bound_by)
        if short and not layout.waits:
            ready += f" ({short})"
        yield Node(heading(assessment, stretch), ready, stretch.tier.rank)
        if layout.years:
            yield Rail(years_line(assessment.ladder, stretch.tier))
        yield _fitting("Must-haves", _musts(stretch, names), layout.musts, room)
        if stretch.adds and layout.skills:
            yield _fitting("Also asks", _adds(stretch, names), layout.skills, room)
        if layout.waits:
            yield Rail(waits_for(stretch, today), "Waits for")
    yield from air
    yield quiet(NO_PROMISE)


_Added = tuple[list[str], int, str]
"""What is missing by name, how much is there already, and in which word."""


def _musts(stretch: TierAhead, names: Mapping[str, str]) -> _Added:
    still = [must_have_name(entry.gate, names) for entry in stretch.must_haves if not entry.met]
    return still, len(stretch.must_haves) - len(still), "shown"


def _adds(stretch: TierAhead, names: Mapping[str, str]) -> _Added:
    still = [inside(names[item.skill]) for item in stretch.adds if not item.met]
    return still, len(stretch.adds) - len(still), "there"


def _fitting(label: str, added: _Added, lines: int, width: int) -> Rail:
    """Return what a tier asks in at most this many lines, with as many names as they hold."""
    for shown in range(len(added[0]), 0, -1):
        words = _added(added, shown)
        if len(textwrap.wrap(f"{label}: {words}", width)) <= lines:
            return Rail(words, label)
    return Rail(_added(added, 0), label)


def _added(added: _Added, shown: int) -> str:
    """Return what is missing by name, the first ``shown`` of it, and how much is there already."""
    still, met, there = added
    if not still:
        return f"all {met} {there}" if met > 1 else f"the only one is {there}" if met else "none"
    rest = len(still) - shown
    words = listed(some(*still[:shown], rest > 0 and f"{rest} more"))
    return f"{words}; {met} {there}" if met else words
