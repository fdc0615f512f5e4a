from __future__ import annotations

import msgspec
import pytest

from careercli.domain.attribution import Move, WhatChanged
from careercli.domain.visits import Since, Visit
from careercli.text.visits import ago, due_sentence, due_sentences, since_sentences
from tests.domain.test_progress import SMALL, START, day, history, raised, seen
from tests.domain.test_visits import SLOW, at


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "two days ago"),
        (13, "13 days ago"),
        (14, "two weeks ago"),
        (21, "three weeks ago"),
        (59, "eight weeks ago"),
        (60, "two months ago"),
        (359, "12 months ago"),
        (365, "a year ago"),
        (800, "two years ago"),
    ],
)
def test_how_long_ago(days: int, words: str) -> None:
    """A time is told in the unit that one would use."""
    assert ago(days) == words


def told(since: Since | None) -> list[str]:
    """Return what is told of a time."""
    assert since is not None
    return list(since_sentences(since, SMALL.ladder, day(30)))


def test_what_happened() -> None:
    """Tier, steps, ratings, evidence and facts have a sentence each, then the dates."""
    after, step = raised(START, "coaching", 1, 5)
    later = msgspec.structs.replace(
        after, skills=after.skills | {"chat": 2}, evidence=after.evidence | {"chat": "x"}, hours_per_week=3.5
    )
    past = history(seen(START, 0), step, seen(after, 1))

    assert told(at(30, later, past, Visit(day(1), 3)).since)[:4] == [
        "Your tier T1 → T2.",
        "1 skill rated anew.",
        "Evidence written down under 1 skill.",
        "Hours a week 7 → 3.5.",
    ]
    assert told(at(30, after, past, Visit(day(0), 1)).since)[0] == f"1 step done: {step.title}."


def test_nothing_happened() -> None:
    """It is said, and a date is told only where it moved by a week or more."""
    past = history(seen(START, 0))

    assert told(at(1, START, past).since) == ["Nothing changed in your answers."]
    nothing, *dates = told(at(21, START, past).since)
    assert nothing == "Nothing changed in your answers."
    assert dates
    assert all("3 weeks later than planned then." in sentence for sentence in dates)


def test_what_moved_by_itself() -> None:
    """Newer role data and another rule are named as what moved somebody, and not they themselves."""
    moves = (Move("current", None, "t1", "t2"),)
    nothing = WhatChanged(facts=(), by_person=(), by_catalog=(), other_catalog=True)
    by_data = msgspec.structs.replace(nothing, by_catalog=moves)
    by_rule = msgspec.structs.replace(nothing, by_rule=(Move("fits", "t9", None, None),))

    def sentences(changed: WhatChanged) -> list[str]:
        return told(Since(day(0), changed, (), (), 0, 0, 0))

    (data,) = sentences(by_data)
    (rule,) = sentences(by_rule)
    assert data.startswith("Newer role data moved, not you: tier ")
    assert rule == "A new rule of placement moved, not you: how much is missing."


def test_what_is_due() -> None:
    """A few steps are named with their day, many are counted; the one shown already is left out."""
    past = history(seen(SLOW, 0))
    planned = at(300, SLOW, past).planned
    assert planned is not None
    names = {"coaching": "Coaching", "budget": "Budget", "chat": "Chat"}
    first = planned.due[0].dated.step.id

    assert due_sentence(planned, first).startswith("By your plan of 21 Nov 2026 it was to be done by ")
    assert due_sentence(planned, "nothing") == ""
    everything = list(due_sentences(planned, "", names))
    fewer = msgspec.structs.replace(planned, due=planned.due[:2])
    assert len(everything) == 1
    assert "more steps were to be done by now" in everything[0]
    assert len(list(due_sentences(fewer, first, names))) == 1
