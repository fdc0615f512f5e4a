"""Lines for a résumé: one's own, ordered by what the aim weighs, the weak ones with what they lack."""

from __future__ import annotations

from careercli.domain.bullets import Bullet, Lack
from careercli.domain.paper import Hole, Line, Paper, Part
from careercli.text.papers.brief import Brief, advice, asked, detail_hole, holes_in, story_hole
from careercli.text.phrases import count, listed

_MOST_EMPTY = 5
_LACKS: dict[Lack, str] = {
    "action": "what you did",
    "number": "how many",
    "time": "over what time",
    "change": "what changed",
}


def bullets_paper(brief: Brief) -> Paper:
    """Return the lines, those that stand as they are first; then what nothing is shown for yet."""
    holes: list[Hole] = []
    strong = [bullet for bullet in brief.bullets if not bullet.weak]
    weak = [bullet for bullet in brief.bullets if bullet.weak]
    parts: list[Part] = []
    if strong:
        lines = tuple(_line(bullet, brief) for bullet in strong)
        parts.append(Part(id="ready", title="Ready to use", aside=count(len(strong), "line"), lines=lines))
    if weak:
        parts.append(
            Part(id="almost", title="Almost there", aside=_lack_words(weak), lines=_weak(weak, brief, holes))
        )
    if missing := _missing(brief, holes):
        title = "What the job asks, and nothing of yours shows"
        parts.append(Part(id="missing", title=title, lines=missing))
    parts.append(Part(id="how", title="How to use them", lines=_HOW))
    return Paper(
        kind="bullets",
        aim=brief.aim,
        title=f"Résumé lines: {brief.what_for}",
        lead=_lead(brief, len(strong), len(weak)),
        parts=tuple(parts),
        holes=holes_in(parts, holes),
    )


def _lead(brief: Brief, strong: int, weak: int) -> str:
    if not strong + weak:
        return (
            "There is nothing to make lines from yet: no evidence is written down. Below is what this job "
            "asks; "
            "answer one question, and the first line is there."
        )
    more = f" {count(weak, 'line')} would gain by a number or a result." if weak else ""
    return f"Your own words, what {brief.what_for} weighs most first, nothing added.{more}"


def _lack_words(weak: list[Bullet]) -> str:
    kinds = dict.fromkeys(lack for bullet in weak for lack in bullet.lacks)
    return f"missing here and there: {listed([_LACKS[lack] for lack in kinds])}"


def _line(bullet: Bullet, brief: Brief) -> Line:
    return Line(
        text=bullet.text,
        origin="evidence",
        label=listed([brief.names[skill] for skill in bullet.skills]),
        skill=bullet.skills[0],
        day=bullet.day,
    )


def _weak(weak: list[Bullet], brief: Brief, holes: list[Hole]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for bullet in weak:
        lines.append(_line(bullet, brief))
        if hole := detail_hole(bullet):
            holes.append(hole)
            wants = listed([_LACKS[lack] for lack in bullet.lacks])
            lines.append(
                Line(text=f"Add {wants}.", origin="question", skill=hole.skill, hole=hole.id, depth=1)
            )
    return tuple(lines)


def _missing(brief: Brief, holes: list[Hole]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for skill in brief.wanted:
        if brief.evidence(skill) or len(lines) == _MOST_EMPTY:
            continue
        hole = story_hole(
            skill,
            f"When did you do this? {brief.asked_as(skill)} What did you do, for how many, what changed?",
        )
        holes.append(hole)
        lines.append(asked(hole, label=brief.names[skill]))
    return tuple(lines)


_HOW = (
    advice(
        "The first three lines decide whether the rest is read. Put there what the ad asks in its own words.",
        "Order",
    ),
    advice(
        "Verb, what, with what, what changed: Rewrote nine macros in Zendesk, reopened tickets from 14 % to "
        "9 %.",
        "Shape",
    ),
    advice("A number that you cannot explain in a talk does more harm than none. Round down.", "Honest"),
    advice(
        "No names of customers, no figures that your employer keeps to itself: say a share or a range.",
        "Discreet",
    ),
)
