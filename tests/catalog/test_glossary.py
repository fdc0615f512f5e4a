"""Words of the trade in a pack: what is told of them, and how packs are laid over one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog.loader import check_packs
from tests.catalog.pack_builder import PACK, write_pack

TERMS = """\
schema: careercli/glossary@1
terms:
  - {name: AHT, text: How long it takes., aliases: [handle time], skill: writing, section: faq}
"""
FILE = "glossary.yaml"


@pytest.mark.parametrize(
    ("more", "key", "message"),
    [
        ("{name: aht, text: T.}", "terms[1].name", "the term 'aht' is there twice"),
        (
            "{name: Pace, text: T., aliases: [Handle time]}",
            "terms[1].aliases[0]",
            "'Handle time' already means AHT",
        ),
        ("{name: Pace, text: T., skill: writin}", "terms[1].skill", "'writin' is not a known skill"),
        ("{name: Pace, text: T., section: fak}", "terms[1].section", "'fak' is not a known section"),
        ("{name: Pace, text: T., section: layoff}", "terms[1].section", "no guide has a section 'layoff'"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, more: str, key: str, message: str) -> None:
    """A name twice, and a skill or section that is not there, are told at the entry."""
    _, problems = check_packs([write_pack(tmp_path, {**PACK, FILE: f"{TERMS}  - {more}\n"})])

    assert [(problem.key, problem.message) for problem in problems] == [(key, message)]


def test_a_later_pack_lays_its_terms_over(tmp_path: Path) -> None:
    """A term takes the place of one of its name, and others are added."""
    below = write_pack(tmp_path / "below", {**PACK, FILE: TERMS})
    text = "schema: careercli/glossary@1\nterms:\n  - {name: AHT, text: Ours.}\n  - {name: QA, text: T.}\n"
    above = write_pack(tmp_path / "above", {"pack.yaml": PACK["pack.yaml"], FILE: text})
    compiled, problems = check_packs([below, above])

    assert problems == ()
    assert compiled
    assert [(term.name, term.text) for term in compiled.library.terms] == [("AHT", "Ours."), ("QA", "T.")]
    assert "term AHT" in compiled.catalog.overridden


def test_a_section_in_a_broken_guide_is_not_missing(tmp_path: Path) -> None:
    """While a file of a guide cannot be used, no term is told of a section that may stand in it."""
    text = f"{TERMS}  - {{name: Pace, text: T., section: layoff}}\n"
    _, problems = check_packs([write_pack(tmp_path, {**PACK, FILE: text, "guides/helper/odd.yaml": "a: ["})])

    assert [Path(problem.file).name for problem in problems] == ["odd.yaml"]
