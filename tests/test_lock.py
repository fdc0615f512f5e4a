"""What is installed to work on careercli is locked, and the lock is what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\\n"
    r"(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)
"""A package in a lock: one version, where it is needed, and the hash of each of its files."""

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = {
    "dev": [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dask"]],
    "installer": [],
    "browser": [],
    "locking": [],
}
"""What each lock holds beside the group of its name."""


def group(name: str) -> list[str]:
    """Return what a dependency group asks for, with the groups that it includes."""
    out: list[str] = []
    for item in PROJECT["dependency-groups"][name]:
        out += group(item["include-group"]) if isinstance(item, dict) else [item]
    return out


@cache
def versions(lock: str) -> dict[str, str]:
    """Return the versions in a lock, by package."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return {entry["name"]: entry["version"] for entry in ENTRY.finditer(text)}


@pytest.mark.parametrize("lock", ASKED)
def test_a_lock_has_all_that_is_asked_for_in_a_version_that_is_allowed(lock: str) -> None:
    """After a change of pyproject.toml, `make lock` writes it anew."""
    for asked in map(Requirement, [*ASKED[lock], *group(lock)]):
        version = versions(lock).get(canonicalize_name(asked.name))
        assert version, asked
        assert version in asked.specifier


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_a_lock_is_packages_with_hashes_and_nothing_else(path: Path) -> None:
    """No host, no path, no option: where packages come from is each machine's own."""
    text = path.read_text(encoding="utf-8")
    rest = ENTRY.sub("", text)

    assert path.stem in ASKED
    assert all(line.startswith("#") for line in rest.splitlines())
    assert not re.search(r"://|/|\.[a-z]{2,4}\b", rest)


def test_no_two_locks_differ() -> None:
    """They are installed into one environment, so a package has the same version in all of them."""
    seen: dict[str, str] = {}
    for path in LOCKS:
        for name, version in versions(path.stem).items():
            assert seen.setdefault(name, version) == version, name


def test_the_build_is_locked() -> None:
    """What builds the package, and what its hook needs, is in the group that the lock is made from."""
    hook = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]

    assert {*PROJECT["build-system"]["requires"], *hook["dependencies"]} <= set(group("build"))


def test_the_pythons_that_are_named_are_those_that_are_run() -> None:
    """The classifiers name what `make pythons` runs, and the lock begins with the oldest."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = [name.rpartition(" ")[2] for name in PROJECT["project"]["classifiers"] if ":: 3." in name]
    run = re.search(r"^PYTHONS := (.+)$", makefile, re.MULTILINE)

    assert run is not None
    assert run[1].split() == named
    assert f"--python-version {named[0]} " in makefile
    assert PROJECT["project"]["requires-python"] == f">={named[0]}"
