"""The slide of ``path --profile``: where somebody is, what each next tier adds, and what it waits for."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from careercli.domain.assessment import Assessment
from careercli.domain.way import Stretch
from careercli.pages import parts
from careercli.pages.blocks import Block, Drawing
from careercli.pages.look import ACCENT, QUIET, STRONG, Look, render
from careercli.text.headline import reasons_sentence, standing_sentence
from careercli.text.phrases import HOLD_WORDS, between, day, inside, listed
from careercli.text.tiers import must_have_name, years_line

LINES = 23
"""Lines of a 24 line terminal that a slide may fill; the last one is the shell's."""

READINESS = "A date says when somebody can be ready. It promises no opening."


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
    assessment: Assessment, way: Sequence[Stretch], names: Mapping[str, str], look: Look
) -> list[Block]:
    """Return the slide of a person; ``names`` has the names of skills under their ids."""
    if look.accessible:
        return [Drawing(lambda _: Text(), tuple(_lines(assessment, way, names)))]
    slide: list[Block] = []
    for layout in (_STACKED,) if look.narrow else _LAYOUTS:
        slide = [Drawing(partial(_slide, assessment, way, names, layout), ())]
        if render(slide, look).count("\n") <= LINES:
            break
    return slide


def _slide(
    assessment: Assessment, way: Sequence[Stretch], names: Mapping[str, str], layout: _Layout, look: Look
) -> RenderableType:
    return parts.stack(_drawn(assessment, way, names, look, layout))


def title(assessment: Assessment, way: Sequence[Stretch]) -> str:
    """Return what the slide is about."""
    who = assessment.profile.name
    if not way:
        return f"{who}: the top of the ladder" if who else "The top of the ladder"
    return f"{who}: the way to {way[-1].tier.short}" if who else f"The way to {way[-1].tier.title}"


def waits_for(stretch: Stretch, today: date) -> str:
    """Return in what order the clocks and the skills of a tier are reached, with both ends of each date."""
    said = []
    for until, together in groupby(stretch.waits, key=lambda wait: wait.until):
        never = until.earliest is None or until.latest is None
        when = "on no day of this plan" if never else between(until, today)
        said.append(f"{listed([HOLD_WORDS[wait.hold] for wait in together])}, {when}")
    return "; ".join(said) or "nothing"


def heading(assessment: Assessment, stretch: Stretch) -> str:
    """Return what a stretch is called: its tier, whether it is the goal, or there to be confirmed."""
    goal = ", the goal" if stretch.tier is assessment.goal else ""
    return f"{stretch.tier.short}{', to confirm' if stretch.confirms else ''}{goal}"


def _drawn(
    assessment: Assessment, way: Sequence[Stretch], names: Mapping[str, str], look: Look, layout: _Layout
) -> list[RenderableType]:
    signs = look.signs
    head = parts.heading(title(assessment, way), day(assessment.as_of), look=look)
    head.stylize(f"{STRONG} {ACCENT}", 0, len(title(assessment, way)))
    here = parts.hanging((f"{signs.here} ", ACCENT), parts.text((standing_sentence(assessment), STRONG)))
    air: list[RenderableType] = [Text()] if layout.airy else []
    out: list[RenderableType] = [head, *air, here]
    if layout.waits:
        out.append(_railed(reasons_sentence(assessment), look))
    for stretch in way:
        out += [parts.text((signs.post, QUIET))] if layout.airy else []
        out += _stretch(assessment, stretch, names, look, layout)
    return [*out, *air, parts.text((READINESS, QUIET))]


def _stretch(
    assessment: Assessment, stretch: Stretch, names: Mapping[str, str], look: Look, layout: _Layout
) -> list[RenderableType]:
    tier = stretch.tier
    ready = f"ready {between(stretch.ready, assessment.as_of)}"
    if stretch.bound_by.latest and not layout.waits:
        ready += f" ({HOLD_WORDS[stretch.bound_by.latest]})"
    out = [_pointed(look.signs.node, f"{tier.rank} {heading(assessment, stretch)}", ready, look)]
    room = look.width - 2
    if layout.years:
        out.append(_railed(years_line(assessment.ladder, tier), look))
    if layout.musts:
        out.append(
            _railed(
                _fitting("Must-haves", _musts(stretch, names), layout.musts, room), look, label="Must-haves"
            )
        )
    if stretch.adds and layout.skills:
        out.append(
            _railed(
                _fitting("Also asks", _adds(stretch, names), layout.skills, room), look, label="Also asks"
            )
        )
    if layout.waits:
        waits = waits_for(stretch, assessment.as_of)
        out.append(_railed(f"Waits for: {waits}", look, label="Waits for"))
    return out


def _pointed(sign: str, name: str, aside: str, look: Look) -> RenderableType:
    line = parts.titled(f"{sign} ", name, aside, look)
    if isinstance(line, Text):
        line.stylize(ACCENT, 0, len(sign))
    return line


def _railed(sentence: str, look: Look, *, label: str = "") -> RenderableType:
    words = parts.text(sentence)
    words.stylize(QUIET, 0, len(label) + 1 if label else 0)
    return parts.hanging((f"{look.signs.post} ", QUIET), words)


_Added = tuple[list[str], int, str]
"""What is missing by name, how much is there already, and in which word."""


def _musts(stretch: Stretch, names: Mapping[str, str]) -> _Added:
    still = [must_have_name(entry.gate, names) for entry in stretch.must_haves if not entry.met]
    return still, len(stretch.must_haves) - len(still), "shown"


def _adds(stretch: Stretch, names: Mapping[str, str]) -> _Added:
    still = [inside(names[item.skill]) for item in stretch.adds if not item.met]
    return still, len(stretch.adds) - len(still), "there"


def _fitting(label: str, added: _Added, lines: int, width: int) -> str:
    """Return what a tier asks in so many lines, with as many names as they hold."""
    for shown in range(len(added[0]), 0, -1):
        sentence = f"{label}: {_added(added, shown)}"
        if len(textwrap.wrap(sentence, width)) <= lines:
            return sentence
    return f"{label}: {_added(added, 0)}"


def _added(added: _Added, shown: int) -> str:
    """Return what is missing by name, the first ``shown`` of it, and how much is there already."""
    still, met, there = added
    if not still:
        return f"all {met} {there}" if met > 1 else f"the only one is {there}" if met else "none"
    rest = len(still) - shown
    words = listed([*still[:shown], *([f"{rest} more"] if rest > 0 else [])])
    return f"{words}; {met} {there}" if met else words


def _lines(assessment: Assessment, way: Sequence[Stretch], names: Mapping[str, str]) -> list[str]:
    """Return the same as lines for a screen reader, with every name."""
    out = [f"{title(assessment, way)}, {day(assessment.as_of)}"]
    out += [standing_sentence(assessment), reasons_sentence(assessment)]
    for stretch in way:
        ready = between(stretch.ready, assessment.as_of)
        out += ["", f"Rank {stretch.tier.rank}, {heading(assessment, stretch)}: ready {ready}"]
        out.append(years_line(assessment.ladder, stretch.tier))
        out.append(f"Must-haves: {_added(_musts(stretch, names), len(stretch.must_haves))}")
        if stretch.adds:
            out.append(f"Also asks: {_added(_adds(stretch, names), len(stretch.adds))}")
        out.append(f"Waits for: {waits_for(stretch, assessment.as_of)}")
    return [*out, "", READINESS]
