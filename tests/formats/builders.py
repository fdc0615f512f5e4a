"""What the tests of documents share: faults as data, a small catalog, and profiles to draw from."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import strategies as st

from careercli.domain.model import Catalog, Profile
from careercli.errors import InvalidDataError, Problem
from careercli.formats.document import KeyPath, Place
from careercli.formats.text import clean
from tests.domain.builders import Rung, asks, catalog_of, ladder, must, skill

SKILLS = {
    "communication": ("Clear writing", "Effective communication"),
    "ticketing": ("Ticket systems", "Help desk ticketing systems"),
    "coaching": ("Coaching", "Coaching and mentoring"),
    "live-chat": ("Live chat", "Chat"),
}
"""The id, name and alias of each skill of the small catalog; communication is its gate."""


def problems_of(read: Callable[[], object]) -> tuple[Problem, ...]:
    """Return the problems of the error that reading raises, which must be the one kind for wrong data."""
    with pytest.raises(InvalidDataError) as caught:
        read()
    assert caught.value.problems
    return caught.value.problems


def problem_of(read: Callable[[], object]) -> Problem:
    """Return the only problem of the error that reading raises."""
    (only,) = problems_of(read)
    return only


def small_catalog() -> Catalog:
    """Return a catalog of the tiers t1 and t2 and four skills."""
    steps = ladder(Rung((asks("communication", 1),), (must("communication"),)), Rung((asks("coaching", 2),)))
    known = (
        msgspec.structs.replace(skill(skill_id), name=name, aliases=(alias,))
        for skill_id, (name, alias) in SKILLS.items()
    )
    return catalog_of(steps, known)


TRICKY = (
    *("no", "yes", "on", "~", "null", "true", "1", "012", "0o17", "0x1F", "1e3", ".5", "1_000", "12:30"),
    *("2024-13-45", ".nan", "-.inf", "- x", "-", "? x", "a: b", "a #b", "# x", "*a", "&a", "!a", "!!str a"),
    *("<<", "=", "%TAG", "@a", "`a", "|", ">", "[a", "{a: b}", "'", '"', "'a'", '"a"', "\\", "\\n", "---"),
    *("--- a", "...", " a", "a ", "a\nb", "a\n", "\na", "a\n\n  b\n", "\ta", "a\t#b", "\N{GRINNING FACE}"),
    *("\N{ZERO WIDTH NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", "e\N{COMBINING ACUTE ACCENT}", "\uffff"),
)
"""Text that YAML could take for something else."""


@cache
def texts(max_size: int) -> st.SearchStrategy[str]:
    """Draw clean text, every second time with something tricky in it."""
    plain = st.text(max_size=max_size)
    tricky = st.lists(st.one_of(st.sampled_from(TRICKY), st.text(max_size=9)), max_size=5).map("".join)
    return st.one_of(plain, tricky).map(lambda text: clean(text)[:max_size])


@cache
def lines(max_size: int) -> st.SearchStrategy[str]:
    """Draw clean text on one line with something to see in it."""
    return texts(max_size).map(lambda text: " ".join(text.split())).filter(bool)


# Made once: to make and check a strategy costs more than to draw from it.
_names = st.sampled_from(sorted(SKILLS))
_ratings = st.dictionaries(_names, st.integers(0, 4))
_evidence = st.dictionaries(_names, texts(300).filter(bool))
_lines = st.none() | lines(200)
_teams = st.none() | st.integers(0, 100_000)
_goals = st.sampled_from([None, "t1", "t2"])
_employed = st.sampled_from([None, True, False])
_employed_to_lead = st.sampled_from([None, True])
_gaps = st.sampled_from(["", "", " ", "  ", "\n", "\n  "])


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Draw a profile that a file of the small catalog could hold."""
    skills = draw(_ratings)
    left = sorted(SKILLS.keys() - skills.keys() - {"communication"})
    team = draw(_teams)
    return Profile(
        support_years=draw(st.floats(0, 60)),
        leading_years=draw(st.floats(0, 60)),
        leading_elsewhere_years=draw(st.floats(0, 60)),
        part_time_share=draw(st.floats(0.1, 1)),
        leads_people=bool(team) or draw(st.booleans()),
        employed=draw(_employed_to_lead if team else _employed),
        team=team,
        name=draw(_lines),
        title=draw(_lines),
        goal=draw(_goals),
        hours_per_week=draw(st.floats(0.5, 80)),
        skills=skills,
        evidence=draw(_evidence),
        not_applicable=draw(st.dictionaries(st.sampled_from(left), lines(200))) if left else {},
    )


class Rendered(NamedTuple):
    """JSON text, with the line and column of every key, item and root in it."""

    text: str
    places: dict[KeyPath, Place]


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9) | texts(20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts(12), inner, max_size=4),
    max_leaves=12,
)


@st.composite
def rendered(draw: st.DrawFn) -> tuple[object, Rendered]:
    """Draw a value and a text of it, with white space drawn between its tokens."""
    value = draw(JSON_VALUES)
    text = ""
    places: dict[KeyPath, Place] = {}

    def write(token: str) -> Place:
        nonlocal text
        text += draw(_gaps)
        place = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        text += token
        return place

    def render(part: object, path: KeyPath) -> None:
        nonlocal text
        start = "[" if isinstance(part, list) else "{" if isinstance(part, dict) else json.dumps(part)
        places.setdefault(path, write(start))
        if isinstance(part, list):
            for index, item in enumerate(part):
                if index:
                    write(",")
                render(item, (*path, index))
            write("]")
        elif isinstance(part, dict):
            for index, (key, item) in enumerate(part.items()):
                if index:
                    write(",")
                places[(*path, key)] = write(json.dumps(key, ensure_ascii=False))
                text += ":"  # YAML wants it beside the key
                render(item, (*path, key))
            write("}")

    render(value, ())
    return value, Rendered(text, places)
