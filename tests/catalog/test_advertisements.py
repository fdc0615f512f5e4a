"""How advertisements ask, in the packs that bring it."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import check_packs
from careercli.domain.ad_words import AdWords, OtherWork
from tests.catalog.pack_builder import PACK, write_pack
from tests.catalog.test_compiler import HEAD, compiled_from

BELOW = """\
schema: careercli/advertisements@1
classes: {letters: [letter*, note]}
headings: {duties: [duties]}
cues: {must: [must]}
skills: {writing: ["write {letters}"]}
misleading: [love letter*]
languages: [English]
other_work:
  baking: {known_as: baking, titles: [baker], words: [cake*]}
"""


def laid(tmp_path: Path, text: str) -> tuple[AdWords, tuple[str, ...]]:
    """Return the words of the tiny pack with these laid over them, and what took the place of something."""
    below = write_pack(tmp_path / "below", {**PACK, "advertisements.yaml": BELOW})
    above = {**HEAD, "advertisements.yaml": f"schema: careercli/advertisements@1\n{text}\n"}
    compiled = compiled_from(below, write_pack(tmp_path / "above", above))
    return compiled.library.ad_words, compiled.catalog.overridden


def test_patterns_are_added_to_those_below(tmp_path: Path) -> None:
    """A later pack adds to each table, and the tables to look up in have both."""
    text = "headings: {duties: [tasks]}\nskills: {writing: [scribble]}\nlanguages: [Welsh]"
    words, overridden = laid(tmp_path, text)

    assert words.headings == {"duties": ("duties", "tasks")}
    assert words.skills == {"writing": ("write {letters}", "scribble")}
    assert words.languages == ("English", "Welsh")
    assert {"skill/writing write {letters}", "skill/writing scribble"} <= set(words.marks.patterns)
    assert words.parts.words.keys() == {"duties", "tasks"}
    assert overridden == ()


def test_a_class_and_a_line_of_work_take_the_place_of_one_of_their_name(tmp_path: Path) -> None:
    """What was changed is told."""
    text = "classes: {letters: [mail]}\nother_work:\n  baking: {known_as: pastry, least: 2}"
    words, overridden = laid(tmp_path, text)

    assert words.classes == {"letters": ("mail",)}
    assert words.other_work == {"baking": OtherWork(known_as="pastry", least=2)}
    assert overridden == ("classes of advertisements letters", "other work of advertisements baking")


def test_a_pack_needs_no_words_of_advertisements(tmp_path: Path) -> None:
    """Without the file there are none."""
    assert compiled_from(write_pack(tmp_path)).library.ad_words == AdWords().ready()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{letters}", "{pens}", "has patterns of a class that it has not: pens"),
        ("writing:", "scribbling:", "'scribbling' is not a known skill"),
        ("duties:", "chores:", "not 'chores'"),
        ("[must]", "[Must]", "must be words in small letters"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    """Patterns, parts, skills and classes that there are not stop the pack."""
    write_pack(tmp_path, {**PACK, "advertisements.yaml": BELOW.replace(old, new, 1)})
    (found, *_) = check_packs([tmp_path])[1]

    assert message in found.message
