from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careercli.domain.model import Catalog
from careercli.formats.suggestion import did_you_mean, did_you_mean_file
from tests.every import EVERY


def _slips(word: str) -> Iterator[str]:
    """Yield a word with one slip of the fingers: a letter left out, doubled, swapped or wrong."""
    for at in range(len(word) - 1):
        before, letter, following, after = word[:at], word[at], word[at + 1], word[at + 2 :]
        yield before + following + after
        yield before + letter + letter + following + after
        yield before + following + letter + after
        yield before + "x" + following + after


def test_one_slip_is_understood(catalog: Catalog) -> None:
    """Of names of every kind with one slip in them, nearly all are asked back as what was meant."""
    kinds = {
        "commands": [path for path in EVERY if path and " " not in path],
        "options": sorted({name for each in EVERY.values() for param in each.params for name in param.opts}),
        "skills": list(catalog.skills_by_id),
        "tiers": [tier.id for tier in catalog.ladder.tiers],
        "roles": [role.id for role in catalog.roles],
        "personas": [person.id for person in catalog.personas],
        "sources": [source.id for source in catalog.sources],
    }
    for kind, names in kinds.items():
        long = [name for name in names if len(name) > 3]
        slips = [(name, slip) for name in long for slip in _slips(name) if slip not in names][::5]
        understood = [did_you_mean(slip, names) == f"Did you mean '{name}'?" for name, slip in slips]
        assert sum(understood) >= 0.97 * len(slips), kind


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("spec", "Did you mean 'specialist'?"),
        ("lead", "Did you mean 'team-lead'?"),
        ("manger", "Did you mean 'manager'?"),
        ("ma", "See the list."),
        ("king", "See the list."),
        ("", "See the list."),
    ],
)
def test_the_beginning_of_a_name_is_enough(name: str, asked: str) -> None:
    """Three letters of a name or of a word in it lead to the shortest; others lead elsewhere."""
    known = ["senior-specialist", "specialist", "team-lead", "manager", "senior-manager", "ticketing"]

    assert did_you_mean(name, known, "See the list.") == asked


def test_what_a_name_means_is_asked_for() -> None:
    """Where other names lead to an id, the id is asked for; nothing in it acts on a terminal."""
    assert did_you_mean("bos", ["boss"], meaning={"boss": "team-lead"}) == "Did you mean 'team-lead'?"
    assert did_you_mean("dna", ["dn\x1ba"]) == "Did you mean 'dn\ufffda'?"


def test_files_beside_the_one_that_is_not_there(tmp_path: Path) -> None:
    """A file of the same folder and ending is suggested with its path; where there is no folder, none is."""
    for name in ("dana.yaml", "dana.txt"):
        (tmp_path / name).touch()

    assert did_you_mean_file(tmp_path / "dna.yaml", "") == f"Did you mean '{tmp_path / 'dana.yaml'}'?"
    assert did_you_mean_file(tmp_path / "dana.pdf", "Look.") == "Look."
    assert did_you_mean_file(tmp_path / "gone" / "dana.yaml", "Look.") == "Look."
    assert did_you_mean_file("x\0.yaml", "Look.") == "Look."
