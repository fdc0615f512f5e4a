"""Commands that end between two things that they do, and run again: a program for test_crashes.py."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from types import FrameType, ModuleType

from careercli.domain.visits import Visit
from careercli.store import Store, base_of, write_whole
from tests.built_once import built_once
from tests.files import PROFILE
from tests.running import run, surroundings

COMMANDS: dict[str, tuple[str, ...]] = {
    "rename": ("profile", "rename", "maya", "mia"),
    "delete": ("profile", "delete", "maya", "--yes"),
    "done": ("plan", "done", "coaching=2", "maya", "--proof", "Notes of ten talks", "--as-of", "2026-11-21"),
    "undo": ("plan", "undo", "coaching=1", "maya", "--as-of", "2026-11-21"),
    "take back": ("profile", "undo", "maya", "--as-of", "2026-11-21"),
    "restore": ("restore", "kept.zip", "--yes", "--as-of", "2026-11-21"),
    "new": ("profile", "new", "noor", "--support-years", "3", "--as-of", "2026-11-21"),
    "import": ("profile", "import", "resume.json", "--as", "noor", "--yes", "--as-of", "2026-11-21"),
}

_WRITING = frozenset(("write", "truncate", "rename", "replace", "unlink", "mkdir"))
"""Calls of the system before which it may matter whether a run is ended."""


class Witness:
    """Keeps what is in a home before each call of the system that changes something.

    Whoever is killed there leaves just that: what is not yet handed to the system dies with the process.
    """

    def __init__(self, homes: Homes) -> None:
        self.homes, self.seen = homes, 0

    def __call__(self, _: FrameType, event: str, function: object) -> None:
        """Be told of each call."""
        name, of = getattr(function, "__name__", ""), getattr(function, "__self__", None)
        on_files = isinstance(of, ModuleType | io.RawIOBase | io.BufferedWriter)
        if event == "c_call" and name in _WRITING and on_files:
            shutil.copytree(self.homes.home, self.homes.moment(self.seen), symlinks=True)
            self.seen += 1


def furnish(home: Path) -> None:
    """Let there be two people, the first with everything that can be kept about one."""
    store = Store(home / "data" / "careercli", home / "state" / "careercli")
    for name in ("dana", "maya"):
        write_whole(
            store.profiles / f"{name}.yaml", f"{PROFILE}name: {name}\ngoal: junior-specialist\n".encode()
        )
    run("plan", "done", "coaching=1", "maya", "--proof", "A talk", "--as-of", "2026-11-20")
    run("profile", "note", "maya", "Called twice", "--as-of", "2026-11-20")
    run("profile", "default", "maya")
    store.letters.of(["profile:maya", "profile:dana"])
    store.keep_visit("maya", Visit(date(2026, 11, 20), 1))
    for place in (store.drafts.place("maya"), store.drafts.edited("maya")):
        write_whole(place, PROFILE.encode())
        write_whole(base_of(place), PROFILE.encode())
    (home / "here").mkdir()
    run("backup", str(home / "here" / "kept.zip"), "--as-of", "2026-11-20")
    run("profile", "note", "dana", "Since then", "--as-of", "2026-11-21")
    run("plan", "undo", "coaching=1", "maya", "--as-of", "2026-11-21")
    run("plan", "done", "coaching=1", "maya", "--proof", "A talk", "--as-of", "2026-11-20")
    work = {"basics": {"name": "Noor"}, "work": [{"position": "Agent"}]}
    (home / "here" / "resume.json").write_text(json.dumps(work))


def there(home: Path) -> dict[str, bytes]:
    """Return what is in a home, without what a later save removes."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and not path.name.startswith(".careercli-") and path.suffix != ".pending"
    }


class Homes:
    """A home at one place, as often as it is needed."""

    def __init__(self, folder: Path) -> None:
        self.moments, self.home, self.pattern = folder / "before", folder / "home", folder / "pattern"
        self.home.mkdir()
        furnish(self.home)
        self.home.rename(self.pattern)

    def moment(self, step: int) -> Path:
        """Return where the home is kept as it was before a step."""
        return self.moments / str(step)

    def renew(self, like: Path) -> None:
        """Be as another home is."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(like, self.home, symlinks=True)
        os.chdir(self.home / "here")


def stopped_and_run_again(homes: Homes, *command: str) -> tuple[int, list[str]]:
    """End a command before each of its steps and run it again; return how often, and what is wrong then."""
    homes.renew(homes.pattern)
    shutil.rmtree(homes.moments, ignore_errors=True)
    witness = Witness(homes)
    sys.setprofile(witness)
    code = run(*command).code
    sys.setprofile(None)
    if code:
        return 0, [f"{command}: {code}"]
    whole = there(homes.home)
    wrong = []
    for step in range(witness.seen):
        homes.renew(homes.moment(step))
        before = there(homes.home)
        again = run(*command)
        after = there(homes.home)
        if after != whole or (again.code and before != whole):
            differs = sorted(name for name in {*after, *whole} if after.get(name) != whole.get(name))
            wrong.append(f"{step}: {again.code} {differs}")
    return witness.seen, wrong


def main(folder: Path) -> None:
    """Print of each command whether it was ended often, and what was wrong."""
    os.environ.update(surroundings(folder / "home", folder / "cache"))
    with built_once():
        homes = Homes(folder)
        for name, command in COMMANDS.items():
            stops, wrong = stopped_and_run_again(homes, *command)
            sys.stdout.write(f"{name}: {'many' if stops > 5 else stops} {wrong}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
