"""Writers that are killed, or get into one another's way: programs for test_crashes.py, run as processes.

They fork, which a test run with threads of its own cannot do safely.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import FrameType

import msgspec

from careercli.domain.history import History, Imported, Record
from careercli.domain.model import Catalog, Profile
from careercli.errors import CareerError
from careercli.formats import yaml_editor, yaml_reader
from careercli.formats.profiles import profile_of
from careercli.store import Store, histories, revision
from tests.formats.builders import small_catalog

LOADED = (yaml_editor, yaml_reader, histories, revision)
"""What writing imports, here before the forks so that they are not killed while they import it."""

SAVES = 500
WRITERS = 16
CHANGES = 12


def count_up(store: Store, catalog: Catalog, skill: str, who: str) -> int:
    """Add one to the number that the evidence of a skill is, and remember it; return the number."""

    def edit(profile: Profile, _: History) -> tuple[Profile, Iterable[Record], int]:
        number = int(profile.evidence.get(skill, "0")) + 1
        evidence = profile.evidence | {skill: str(number)}
        record = Imported(day=date(2026, 11, 21), source=f"{who} {number}")
        return msgspec.structs.replace(profile, evidence=evidence), [record], number

    return store.change("maya", catalog, edit)


def remembered(store: Store) -> list[str]:
    """Return what the history says; nothing in it may be wrong."""
    history = store.history("maya")
    if history.problems:
        raise AssertionError(history.problems)
    return [entry.record.source for entry in history.entries if isinstance(entry.record, Imported)]


class Crashes:
    """Runs that are ended, and what is there after each."""

    def __init__(self, folder: Path) -> None:
        self.store, self.catalog = Store(folder, folder), small_catalog()
        self.store.create("maya", Profile(support_years=3.0))
        path = self.store.path("maya")
        path.write_text(f"# by hand\n{path.read_text()}")
        self.kills = self.confirmed = self.lost = self.ahead = 0

    def ended(self, confirmed: int) -> None:
        """Look at what a run that was ended after so many more saves has left."""
        self.kills += 1
        self.confirmed += confirmed
        try:
            number = int(profile_of(self.store.read("maya"), self.catalog).evidence.get("coaching", "0"))
            told = list(dict.fromkeys(remembered(self.store)))  # tried again, a save is told twice in one way
        except (CareerError, AssertionError):
            self.lost += 1
            return
        by_hand = self.store.path("maya").read_text().startswith("# by hand\n")
        complete = told[:number] == [f"save {n}" for n in range(1, number + 1)]
        self.lost += not (by_hand and complete and number >= self.confirmed)
        self.ahead += number > self.confirmed + 1 or len(told) > number + 1
        self.confirmed = number

    @property
    def found(self) -> str:
        """What was found, in a line."""
        return f"lost {self.lost} ahead {self.ahead}"


def killed(folder: Path) -> str:
    """Kill a writer at random moments until it has saved 500 times; return what was found."""
    crashes = Crashes(folder)
    drawn = random.Random(4)  # noqa: S311 - the moments are to be the same in every run
    while crashes.confirmed < SAVES and not crashes.lost:
        receive, send = os.pipe()
        child = os.fork()
        while not child:
            count_up(crashes.store, crashes.catalog, "coaching", "save")
            os.write(send, b".")
        os.close(send)
        time.sleep(drawn.uniform(0.001, 0.025))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(receive, "rb") as pipe:
            crashes.ended(len(pipe.read()))
    return f"many {crashes.kills > 20} {crashes.found}"


class Killer:
    """Ends its own process before a function of C works on files for the n-th time."""

    def __init__(self, step: int) -> None:
        self.left = step

    def __call__(self, _: FrameType, event: str, function: object) -> None:
        """Be told of each call."""
        self.left -= event == "c_call" and _is_of_the_system(function)
        if not self.left:
            os.kill(os.getpid(), signal.SIGKILL)


def stopped(folder: Path) -> str:
    """Kill a writer before its first call of the system in a save, then before its second, up to its last."""
    crashes = Crashes(folder)
    step = 0
    while not crashes.lost:
        step += 1
        child = os.fork()
        if not child:
            sys.setprofile(Killer(step))
            count_up(crashes.store, crashes.catalog, "coaching", "save")
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            break
        crashes.ended(0)
    return f"many {crashes.kills > 50} {crashes.found}"


def _is_of_the_system(function: object) -> bool:
    """Return whether a function of C works on files."""
    of = type(getattr(function, "__self__", None)).__module__
    return getattr(function, "__module__", None) in {"posix", "fcntl", "_io"} or of == "_io"


def together(folder: Path) -> str:
    """Let sixteen writers change one profile at once, half of them the same skill; return what is missing."""
    store, catalog = Store(folder, folder), small_catalog()
    store.create("maya", Profile(support_years=3.0))
    children = []
    for writer in range(WRITERS):
        child = os.fork()
        if not child:
            for _ in range(CHANGES):
                count_up(store, catalog, ("coaching", "ticketing")[writer % 2], f"writer {writer}")
            os._exit(0)
        children.append(child)
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    evidence = sorted(profile_of(store.read("maya"), catalog).evidence.items())
    told = remembered(store)
    left = sorted(path.name for path in store.profiles.iterdir())
    return f"failed {failed} {evidence} told {len(told)} {len(set(told))} left {left}"


if __name__ == "__main__":
    programs = {"killed": killed, "stopped": stopped, "together": together}
    sys.stdout.write(programs[sys.argv[1]](Path(sys.argv[2])))
