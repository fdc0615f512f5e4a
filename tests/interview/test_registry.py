"""The registry of the menu: keys, groups, and what of the program it reaches."""

from __future__ import annotations

from itertools import groupby

from careercli.cli.program import COMMANDS
from careercli.interview.menu import ENTRIES, GROUPS
from careercli.interview.menu.registry import MENU_KEY

ELSEWHERE = {
    "advise": "is the session itself",
    "demo": "is about other people",
    "batch": "is about many people",
    "cohort": "is about many people",
    "role": "is reading, which asking leads to",
    "skill": "is reading, which asking leads to",
    "data": "is about role data",
    "completion": "is about the shell",
    "config": "is about all runs",
    "doctor": "is about all runs",
    "backup": "is about everybody who is kept",
    "restore": "is about everybody who is kept",
    "help": "is about commands",
    "version": "is about commands",
}
"""The commands without a place in a session, and why."""


def test_every_key_is_one_entrys_own() -> None:
    """No two entries have a key, and none has one that means something else wherever one is asked."""
    keys = [entry.key for entry in ENTRIES]

    assert len(set(keys)) == len(keys)
    assert all(len(key) == 1 and key.isascii() and key.islower() for key in keys)
    assert not set(keys) & {"b", "n", "y", MENU_KEY}


def test_entries_stand_in_their_groups() -> None:
    """Every group is a known one, in the order of the groups, with its entries together."""
    assert tuple(group for group, _ in groupby(entry.group for entry in ENTRIES)) == GROUPS


def test_entries_fit_a_screen() -> None:
    """With a line for each, 24 lines hold the menu and its question; each has a word of its own.

    Only who comes from other work has one more.
    """
    lines = [entry.line for entry in ENTRIES if isinstance(entry.line, str)]

    assert len([entry for entry in ENTRIES if entry.word != "other work"]) <= 21
    assert max(map(len, lines)) <= 64
    assert len({entry.word for entry in ENTRIES}) == len(ENTRIES)


def test_everything_that_has_a_place_is_reached() -> None:
    """Every command of the program does what some entry does, or has its reason to be none."""
    reached = {entry.command for entry in ENTRIES if entry.command}

    assert reached <= COMMANDS.keys()
    assert COMMANDS.keys() - reached == ELSEWHERE.keys()
