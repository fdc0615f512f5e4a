"""How people ask for what guides answer: what is told of it, and how packs are laid over one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog.loader import check_packs
from tests.catalog.pack_builder import PACK, write_pack

GUIDE = """\
schema: careercli/guide@1
role: helper
sections:
  layoff:
    lead: What happens.
    sources: [guide]
    questions:
      - {question: What now?, answer: [Rest.]}
"""
ASKED = PACK | {"guides/helper/layoff.yaml": GUIDE}
FILE = "phrasings/all.yaml"


def phrasings(*entries: str) -> str:
    """Return a file of phrasings with some entries."""
    return "schema: careercli/phrasings@1\nphrasings:\n" + "".join(f"  - {entry}\n" for entry in entries)


@pytest.mark.parametrize(
    ("entry", "key", "message"),
    [
        (
            "{of: What then?, said: [sacked]}",
            "phrasings[1].of",
            "'What then?' is not a known question of a guide",
        ),
        ("{of: What now?, said: [sacked]}", "phrasings[1].of", "the phrasing 'What now?' is there twice"),
        (
            "{of: What now?, said: []}",
            "phrasings[1].said",
            "must be a list of at least one phrasing, not an empty one",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, entry: str, key: str, message: str) -> None:
    """A question that no guide has or that is there twice, and one nobody asks, are told at the entry."""
    text = phrasings("{of: What now?, said: [lost my job]}", entry)
    _, problems = check_packs([write_pack(tmp_path, {**ASKED, FILE: text})])

    assert [(problem.key, problem.message) for problem in problems] == [(key, message)]


def test_a_question_in_a_broken_guide_is_not_missing(tmp_path: Path) -> None:
    """While a file of a guide cannot be used, no phrasing is told of a question that may stand in it."""
    text = phrasings("{of: What then?, said: [sacked]}")
    _, problems = check_packs([write_pack(tmp_path, {**ASKED, FILE: text, "guides/helper/odd.yaml": "a: ["})])

    assert [Path(problem.file).name for problem in problems] == ["odd.yaml"]


def test_a_later_pack_takes_the_place_of_what_is_said(tmp_path: Path) -> None:
    """Phrasings of a question are those of the pack laid on last, which is told."""
    below = write_pack(tmp_path / "below", {**ASKED, FILE: phrasings("{of: What now?, said: [sacked]}")})
    text = phrasings("{of: What now?, said: [canned, on the street]}")
    above = write_pack(tmp_path / "above", {"pack.yaml": PACK["pack.yaml"], FILE: text})
    compiled, problems = check_packs([below, above])

    assert problems == ()
    assert compiled
    assert compiled.library.phrasings == {"What now?": ("canned", "on the street")}
    assert "phrasing What now?" in compiled.catalog.overridden
