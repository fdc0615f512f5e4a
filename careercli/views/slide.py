"""The slide of ``path --profile``: where somebody stands, what each next tier adds, and what it waits for."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from careercli.domain.assessment import Assessment
from careercli.domain.headline import reasons_sentence
from careercli.domain.model import Hold, Tier
from careercli.domain.phrases import HOLD_WORDS, between, day, listed, number
from careercli.domain.way import Addition, Stretch
from careercli.views import parts
from careercli.views.look import ACCENT, QUIET, STRONG, Look, render

LINES = 23
"""Lines of a 24 line terminal that a slide may fill; the last one is the shell's."""

READINESS = "A date says when somebody can be ready. It promises no opening."


class _Layout(NamedTuple):
    """How many lines names may take for each tier, whether what it waits for is there, and whether air is."""

    gates: int
    skills: int
    waits: bool
    airy: bool


_LAYOUTS = (
    _Layout(4, 5, waits=True, airy=True),
    _Layout(3, 3, waits=True, airy=True),
    _Layout(2, 2, waits=True, airy=True),
    _Layout(2, 1, waits=True, airy=True),
    _Layout(1, 1, waits=True, airy=True),
    _Layout(1, 1, waits=True, airy=False),
    _Layout(1, 0, waits=True, airy=False),
    _Layout(1, 0, waits=False, airy=False),
)
"""From roomy to tight: the first that fits on a slide is taken."""

_STACKED = _Layout(99, 99, waits=True, airy=True)


def slide_view(
    assessment: Assessment, way: Sequence[Stretch], names: Mapping[str, str], look: Look
) -> RenderableType | list[str]:
    """Return the slide of a person; ``names`` has the names of skills under their ids."""
    if look.accessible:
        return _lines(assessment, way, names)
    if look.narrow:
        return parts.stack(_drawn(assessment, way, names, look, _STACKED))
    for layout in _LAYOUTS:
        slide = parts.stack(_drawn(assessment, way, names, look, layout))
        if render(slide, look).count("\n") <= LINES:
            break
    return slide


def title(assessment: Assessment, way: Sequence[Stretch]) -> str:
    """Return what the slide is about."""
    who = assessment.profile.name
    if not way:
        return f"{who}: the top of the ladder" if who else "The top of the ladder"
    return f"{who}: the way to {way[-1].tier.short}" if who else f"The way to {way[-1].tier.title}"


def waits_for(stretch: Stretch) -> str:
    """Return in what order the clocks and the skills of a tier are reached, each by its latest date."""
    parts_of_it = []
    for latest, together in groupby(stretch.binds, key=lambda bind: bind.until.latest):
        when = f"by {day(latest)}" if latest else "on no day of this plan"
        parts_of_it.append(f"{listed([_hold(bind.hold, stretch.tier) for bind in together])} {when}")
    return ", then ".join(parts_of_it) or "nothing"


def _hold(hold: Hold, tier: Tier) -> str:
    years = {"support_years": tier.carried_support_years, "leading_years": tier.carried_leading_years}
    if hold not in years:
        return HOLD_WORDS[hold]
    return f"{number(years[hold])} {HOLD_WORDS[hold] if years[hold] != 1 else HOLD_WORDS[hold].rstrip('s')}"


def _stands(assessment: Assessment) -> str:
    current = assessment.placement.current
    return f"{current.rank} {current.short}" if current else "Not on the first tier yet"


def _drawn(
    assessment: Assessment, way: Sequence[Stretch], names: Mapping[str, str], look: Look, layout: _Layout
) -> list[RenderableType]:
    signs = look.signs
    head = parts.heading(title(assessment, way), day(assessment.as_of), look=look)
    head.stylize(f"{STRONG} {ACCENT}", 0, len(title(assessment, way)))
    here = _pointed(signs.here, _stands(assessment), "here today", look)
    air: list[RenderableType] = [Text()] if layout.airy else []
    out: list[RenderableType] = [head, *air, here, _railed(reasons_sentence(assessment), look)]
    for stretch in way:
        out += [parts.text((signs.post, QUIET))] if layout.airy else []
        out += _stretch(assessment, stretch, names, look, layout)
    return [*out, *air, parts.text((READINESS, QUIET))]


def _stretch(
    assessment: Assessment, stretch: Stretch, names: Mapping[str, str], look: Look, layout: _Layout
) -> list[RenderableType]:
    tier = stretch.tier
    goal = ", the goal" if tier is assessment.goal else ""
    ready = f"ready {between(stretch.ready, assessment.as_of)}"
    if stretch.bound_by and not layout.waits:
        ready += f" ({HOLD_WORDS[stretch.bound_by]})"
    out = [_pointed(look.signs.node, f"{tier.rank} {tier.short}{goal}", ready, look)]
    room = look.width - 2
    for label, lines, must in (("Gates", layout.gates, True), ("Skills", layout.skills, False)):
        added = [item for item in stretch.adds if item.must is must]
        if added and lines:
            out.append(_railed(_fitting(label, added, names, lines, room), look, label=label))
    if layout.waits:
        out.append(_railed(f"Waits for: {waits_for(stretch)}", look, label="Waits for"))
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


def _fitting(label: str, added: Sequence[Addition], names: Mapping[str, str], lines: int, width: int) -> str:
    """Return what a tier adds in so many lines, with as many names as they hold."""
    for shown in range(len(added), 0, -1):
        sentence = f"{label}: {_added(added, names, shown)}"
        if len(textwrap.wrap(sentence, width)) <= lines:
            return sentence
    return f"{label}: {_added(added, names, 0)}"


def _added(added: Sequence[Addition], names: Mapping[str, str], shown: int) -> str:
    """Return what is open by name, the first ``shown`` of it, and how much is reached already."""
    still = [names[item.skill] for item in added if not item.met]
    met = len(added) - len(still)
    if not still:
        return f"all {met} reached" if met > 1 else "the only one is reached"
    rest = len(still) - shown
    words = listed([*still[:shown], *([f"{rest} more"] if rest > 0 else [])])
    return f"{words}; {met} reached" if met else words


def _lines(assessment: Assessment, way: Sequence[Stretch], names: Mapping[str, str]) -> list[str]:
    """Return the same as lines for a screen reader, with every name."""
    out = [f"{title(assessment, way)}, {day(assessment.as_of)}"]
    out += [f"Here today: {_stands(assessment)}", reasons_sentence(assessment)]
    for stretch in way:
        goal = ", the goal" if stretch.tier is assessment.goal else ""
        ready = between(stretch.ready, assessment.as_of)
        out += ["", f"Rank {stretch.tier.rank}, {stretch.tier.title}{goal}: ready {ready}"]
        if stretch.clocks:
            out.append(f"Asks: {listed([_hold(clock, stretch.tier) for clock in stretch.clocks])}")
        for label, must in (("Gates", True), ("Skills", False)):
            if added := [item for item in stretch.adds if item.must is must]:
                out.append(f"{label}: {_added(added, names, len(added))}")
        out.append(f"Waits for: {waits_for(stretch)}")
    return [*out, "", READINESS]
