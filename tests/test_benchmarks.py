"""What is measured is what it says, and the tables can stand in the documentation."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from careercli.catalog import builtin_pack, check_packs
from careercli.domain.model import Catalog

FOLDER = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture(autouse=True)
def _found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the programs of the folder import one another, as when one of them is started."""
    monkeypatch.syspath_prepend(str(FOLDER))


def _program(name: str) -> ModuleType:
    return importlib.import_module(name)


@pytest.mark.parametrize(("skills", "tiers"), [(8, 4), (40, 10), (30, 30)])
def test_a_pack_of_any_size_passes_every_check(tmp_path: Path, skills: int, tiers: int) -> None:
    """And has so many skills and tiers, and chains of prerequisites."""
    pack = _program("packs").write_pack(tmp_path / "large", skills, tiers)
    built, problems = check_packs([builtin_pack(), pack])

    assert problems == ()
    assert built
    ladder = built.catalog.catalog.ladder
    asked = {requirement.skill for tier in ladder.tiers for requirement in tier.requirements}
    assert (len(ladder.tiers), len(asked)) == (tiers, skills)
    assert any(skill.prerequisites for skill in built.catalog.catalog.skills if skill.id in asked)


def test_runs_go_by_turns_and_the_median_of_the_ratios_counts() -> None:
    """After one of each that does not count."""
    measuring = _program("measuring")
    order: list[str] = []
    row = measuring.Row("Area", "what", 0, "us", limit=1.5)
    found = measuring.against(row, lambda: order.append("own"), lambda: order.append("other"), 3)

    assert order == ["own", "other"] * 4
    assert found.ratio
    assert (found.name, found.unit, found.limit) == ("what", "us", 1.5)


def test_what_doubles_is_held_against_its_half() -> None:
    """Twice as much is within the limit, three times as much is not."""
    rows = _program("measuring").growth("Area", ["1", "2", "4"], [10.0, 20.0, 60.0], "ms")

    assert [(row.reference, row.ratio, row.over) for row in rows] == [
        (None, None, False),
        (10.0, 2.0, False),
        (20.0, 3.0, True),
    ]


def test_the_tables_are_markdown() -> None:
    """Columns that no row has are left out; what is over its limit says so."""
    measuring = _program("measuring")
    rows = [
        measuring.Row("Speed", "batch", 70.1, "us", reference=140.0, ratio=0.5, limit=3),
        measuring.Row("Memory", "batch", 42, "MiB", limit=40),
        measuring.Row("Memory", "free", 0.5, "", least=0.85),
    ]
    assert measuring.table(rows, {"date": "2026-11-21", "cores": 4}).splitlines() == [
        "Measured on 2026-11-21: cores 4.",
        "",
        "| Speed |         | reference | ratio | limit |",
        "| ----- | ------: | --------: | ----: | ----: |",
        "| batch | 70.1 us |     140.0 |  0.50 |     3 |",
        "",
        "| Memory |        |                       limit |",
        "| ------ | -----: | --------------------------: |",
        "| batch  | 42 MiB |                     40 OVER |",
        "| free   |    0.5 | at least 0.85 (not reached) |",
    ]


@pytest.mark.usefixtures("home")
def test_a_report_comes_soon(catalog: Catalog) -> None:
    """At 200 words a minute and a second a key, for each built-in person and whoever comes from elsewhere."""
    session = _program("session")
    for name, profile, most in session.players(catalog):
        assert session.played(profile).effort.minutes < most, name
