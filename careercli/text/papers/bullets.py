"""Lines for a résumé: one's own, ordered by what the aim weighs; some with the one fact that they lack."""

from __future__ import annotations

from careercli.domain.bullets import Bullet
from careercli.domain.paper import Hole, Line, Paper, Part
from careercli.text.papers.brief import Brief, advice, asked, detail_hole, holes_in, line_of, story_hole
from careercli.text.phrases import count

_MOST_ASKED = 5
_MOST_EMPTY = 5


def bullets_paper(brief: Brief) -> Paper:
    """Return the lines that can be used today, those that lack one fact, and what nothing shows yet."""
    holes: list[Hole] = []
    fine = [bullet for bullet in brief.bullets if not bullet.sore]
    ready = [bullet for bullet in fine if not bullet.weak]
    almost = [bullet for bullet in fine if bullet.weak]
    sore = [bullet for bullet in brief.bullets if bullet.sore]
    parts = [
        Part(id="ready", title="Usable today", lines=_lines(ready, brief)),
        Part(id="almost", title="With one more fact", lines=_asked(almost[:_MOST_ASKED], brief, holes)),
        Part(id="more", title="As they are", lines=_lines(almost[_MOST_ASKED:], brief)),
        Part(id="missing", title="Not shown yet", lines=_missing(brief, holes)),
        Part(id="private", title="Notes to yourself, not for sending", lines=_lines(sore, brief)),
        Part(id="how", title="How to use them", lines=_HOW),
    ]
    parts = [part for part in parts if part.lines]
    return Paper(
        kind="bullets",
        aim=brief.aim,
        title=f"Résumé lines: {brief.what_for}",
        lead=_lead(brief, len(fine), len(almost)) + brief.otherwise,
        parts=tuple(parts),
        holes=holes_in(parts, holes),
    )


def _lead(brief: Brief, lines: int, almost: int) -> str:
    if not lines:
        return (
            "There is nothing to make lines from yet: no evidence is written down. Answer one question "
            "below, and "
            "the first line is there."
        )
    one = f" {count(min(almost, _MOST_ASKED), 'line')} would gain most by one more fact." if almost else ""
    return f"{count(lines, 'line')}, most useful for {brief.what_for} first; not a word changed.{one}"


def _lines(bullets: list[Bullet], brief: Brief) -> tuple[Line, ...]:
    return tuple(line_of(bullet, brief) for bullet in bullets)


def _asked(bullets: list[Bullet], brief: Brief, holes: list[Hole]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for bullet in bullets:
        lines.append(line_of(bullet, brief))
        if hole := detail_hole(bullet):
            holes.append(hole)
            question = hole.question.rpartition(": ")[2]
            lines.append(Line(text=question, origin="question", skill=hole.skill, hole=hole.id, depth=1))
    return tuple(lines)


def _missing(brief: Brief, holes: list[Hole]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for skill in brief.wanted:
        if brief.evidence(skill) or len(lines) == _MOST_EMPTY:
            continue
        name = brief.names[skill]
        hole = story_hole(skill, f"{name}: tell one time, with what came of it. {_example(brief, skill)}")
        holes.append(hole)
        lines.append(asked(hole))
    return tuple(lines)


def _example(brief: Brief, skill: str) -> str:
    wanted = brief.asked_as(skill)
    if brief.aim.ad is not None:
        return f"They ask for: {wanted}" if wanted else ""
    return f"For example: {wanted[:1].lower()}{wanted[1:]}." if wanted else ""


_HOW = (
    advice(
        "The first three lines decide whether the rest is read. Put there what the ad asks, in its own "
        "words.",
        "Order",
    ),
    advice(
        "Verb, what, with what, what changed: Rewrote nine macros in Zendesk, reopened tickets from 14 % to "
        "9 %.",
        "Shape",
    ),
    advice("A number that you cannot explain in a talk does more harm than none. Round down.", "Honest"),
    advice(
        "No names of customers or colleagues, no figures that your employer keeps to itself: a share or a "
        "range "
        "will do.",
        "Discreet",
    ),
)
