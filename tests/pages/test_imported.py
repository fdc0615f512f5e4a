"""The page of an import: everything that was taken, from where and why, at any width."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from careercli.domain.experience import Draft
from careercli.domain.model import Catalog
from careercli.pages.imported import MOST_ROWS, import_view
from careercli.pages.look import Look, render
from tests.imports.resumes import HEADER, draft, work, write_json, write_zip


@pytest.fixture
def found(catalog: Catalog, tmp_path: Path) -> Draft:
    """Return a draft with everything that there can be in it."""
    path = write_json(
        tmp_path,
        basics={"name": "[bold]Maya[/bold]"},
        work=work(
            ("Customer Support Team Lead", "2020-01", ""),
            ("Team Lead", "2018-01", "2019-12"),
            ("Support Agent", None, "2017"),
        ),
        skills=[{"name": "Coaching", "level": "Advanced"}, {"name": "CRM"}, {"name": "Rust"}, {"name": "Go"}],
        awards=[{}],
    )
    return draft(catalog, path)


def shown(found: Draft, catalog: Catalog, **look: object) -> str:
    """Return the page as text."""
    drawn = Look(**look)  # type: ignore[arg-type]
    return render(import_view(found, catalog.skill_titles), drawn)


@pytest.mark.parametrize("look", [{}, {"width": 40}, {"width": 100, "unicode": False}, {"accessible": True}])
def test_everything_is_on_the_page(found: Draft, catalog: Catalog, look: dict[str, object]) -> None:
    """Facts, jobs, skills, doubts and what has no place are all there, with where they come from."""
    text = " ".join(shown(found, catalog, **look).split())
    for part in (
        "[bold]Maya[/bold]",
        "Support years: 6.9",
        "83 months in 1 job.",
        "Leads people: yes",
        "Leading in support, 83 months, 2020-01 to now",
        "Leading elsewhere, 24 months, 2018-01 to 2019-12, not counted. In doubt, see below.",
        "Support, months not known",
        "Coaching and mentoring: level 3, practitioner",
        "CRM systems",
        "It has no start",
        "Taken so far: It does not count.",
        "Rust; Go",
        "awards (resume.json:1)",
    ):
        assert part in text, part
    if not look.get("accessible"):
        assert max(map(cell_len, shown(found, catalog, **look).splitlines())) <= look.get("width", 80)  # type: ignore[operator]


def test_an_answer_is_told(found: Draft, catalog: Catalog, tmp_path: Path) -> None:
    """What a person said stands where the doubt stood."""
    answered = draft(catalog, tmp_path / "resume.json", {found.doubts[0].id: "none"})
    assert "You said: It does not count." in " ".join(shown(answered, catalog).split())


def test_nothing_that_counts(catalog: Catalog, tmp_path: Path) -> None:
    """Where no job is support, the page says what to do if one was."""
    none = draft(catalog, write_json(tmp_path, work=work(("Cook", "2020", "2021"))))
    assert "No job counts as customer support." in shown(none, catalog)
    doubtful = draft(catalog, write_json(tmp_path, work=work(("Support Agent", None, "2017"))))
    assert not doubtful.positions[0].counts
    assert "No job counts" not in shown(doubtful, catalog)  # the title is known: its dates are in doubt


def test_a_long_list_ends(catalog: Catalog, tmp_path: Path) -> None:
    """More than can be read are counted, and the page says where all of them are."""
    many = draft(
        catalog,
        write_json(tmp_path, work=work(*[("Cook", "2020", "2021")] * 100), skills=[{"name": "Rust"}] * 50),
    )
    text = shown(many, catalog)
    assert f"And {100 - MOST_ROWS} more; --json lists all." in text
    assert f"and {50 - MOST_ROWS} more" in " ".join(text.split())


@pytest.mark.parametrize("look", [{}, {"accessible": True}])
def test_a_file_that_was_not_read_is_told_first(
    look: dict[str, object], catalog: Catalog, tmp_path: Path
) -> None:
    """Of two files of one name in a zip only one is read; that stands above everything taken."""
    path = write_zip(tmp_path / "a.zip", {"Positions.csv": HEADER, "copy/Positions.csv": HEADER})
    text = " ".join(shown(draft(catalog, path), catalog, **look).split())

    assert text.index("copy/Positions.csv. The zip has two files of this name") < text.index("Support years")
    assert "Not read" in text
