"""Lines for a résumé: one's own, ordered by what the aim weighs; some with the one fact that they lack."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from careercli.domain.bullets import Bullet
from careercli.domain.paper import Line, Paper
from careercli.text.papers.brief import Brief, advice, asked, detail_hole, line_of, made, part, story
from careercli.text.phrases import count, small

_MOST_ASKED = 5
_MOST_EMPTY = 5


def bullets_paper(brief: Brief) -> Paper:
    """Return the lines that can be used today, those that lack one fact, and what nothing shows yet."""
    fine = [bullet for bullet in brief.bullets if not bullet.sore]
    ready = [bullet for bullet in fine if not bullet.weak]
    almost = [bullet for bullet in fine if bullet.weak]
    sore = [bullet for bullet in brief.bullets if bullet.sore]
    parts = [
        part("ready", "Usable today", _lines(ready, brief)),
        part("almost", "With one more fact", _asked(almost[:_MOST_ASKED], brief)),
        part("more", "As they are", _lines(almost[_MOST_ASKED:], brief)),
        part("missing", "Not shown yet", islice(_missing(brief), _MOST_EMPTY)),
        part("private", "Notes to yourself, not for sending", _lines(sore, brief)),
        part("how", "How to use them", _HOW),
    ]
    lead = _lead(brief, len(fine), len(almost)) + brief.otherwise
    return made("bullets", brief, f"Résumé lines: {brief.what_for}", lead, parts)


def _lead(brief: Brief, lines: int, almost: int) -> str:
    if not lines:
        return (
            "There is nothing to make lines from yet: no evidence is written down. Answer one question "
            "below, and "
            "the first line is there."
        )
    one = f" {count(min(almost, _MOST_ASKED), 'line')} would gain most by one more fact." if almost else ""
    return f"{count(lines, 'line')}, most useful for {brief.what_for} first; not a word changed.{one}"


def _lines(bullets: list[Bullet], brief: Brief) -> Iterator[Line]:
    return (line_of(bullet, brief) for bullet in bullets)


def _asked(bullets: list[Bullet], brief: Brief) -> Iterator[Line]:
    for bullet in bullets:
        yield line_of(bullet, brief)
        if hole := detail_hole(bullet):
            yield asked(hole, depth=1).but(text=hole.question.rpartition(": ")[2])


def _missing(brief: Brief) -> Iterator[Line]:
    for skill in brief.wanted:
        if not brief.evidence(skill):
            told = f"{brief.names[skill]}: tell one time, with what came of it."
            yield story(skill, f"{told} {_example(brief, skill)}")


def _example(brief: Brief, skill: str) -> str:
    wanted = brief.asked_as(skill)
    if brief.aim.ad is not None:
        return f"They ask for: {wanted}" if wanted else ""
    return f"For example: {small(wanted)}." if wanted else ""


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
