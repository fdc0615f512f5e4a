"""How people write of their work, in the packs that bring it."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import check_packs
from careercli.domain.phrase_lists import Phrases
from tests.catalog.pack_builder import PACK, Fault, plant, write_pack
from tests.catalog.test_compiler import HEAD, compiled_from

MEANING = "must be words in small letters, such as 'coach*|mentor* .. {colleagues}', not"


def laid(tmp_path: Path, text: str) -> tuple[Phrases, tuple[str, ...]]:
    """Return the phrases of the tiny pack with these laid over them, and what took the place of something."""
    above = {**HEAD, "phrases.yaml": f"schema: careercli/phrases@1\n{text}\n"}
    compiled = compiled_from(write_pack(tmp_path / "below"), write_pack(tmp_path / "above", above))
    return compiled.library.phrases, compiled.catalog.overridden


def test_patterns_are_added_to_those_below(tmp_path: Path) -> None:
    """A later pack adds patterns of skills, and what misleads, each once."""
    text = "skills: {writing: [scribbl*], chatting: [small talk]}\nmisleading: [love letter*, red letter day]"
    phrases, overridden = laid(tmp_path, text)

    assert phrases.skills == {"writing": ("wrote .. {letters}", "scribbl*"), "chatting": ("small talk",)}
    assert phrases.misleading == ("love letter*", "red letter day")
    assert overridden == ()


def test_a_class_takes_the_place_of_one_of_its_name(tmp_path: Path) -> None:
    """It means the same in all patterns, and that it was changed is told."""
    phrases, overridden = laid(tmp_path, "classes: {letters: [mail], more: [word]}")

    assert phrases.classes == {"letters": ("mail",), "more": ("word",)}
    assert overridden == ("class of words letters",)


def test_a_pack_needs_no_phrases(tmp_path: Path) -> None:
    """Without the file there are none."""
    folder = write_pack(tmp_path, {name: text for name, text in PACK.items() if name != "phrases.yaml"})

    assert compiled_from(folder).library.phrases == Phrases()


FAULTS = [
    ("wrote .. {letters}", "@Wrote letters", "skills.writing[0]", f"{MEANING} 'Wrote letters'"),
    ("  writing: [", "  @scribbling: [", "skills", "'scribbling' is not a known skill"),
    ("[love letter*]", "[@a*]", "misleading[0]", f"{MEANING} 'a*'"),
]


@pytest.mark.parametrize(("old", "new", "key", "message"), FAULTS)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, key: str, message: str
) -> None:
    """Patterns that are none, and patterns of skills that there are not, stop the pack."""
    (expected,) = plant(tmp_path, Fault("phrases.yaml", old, new, key, message, ""))
    (found,) = check_packs([tmp_path])[1]

    assert (found.line, found.message) == (expected.line, expected.message)


def test_a_class_that_is_missing_is_told(tmp_path: Path) -> None:
    """A pattern chooses from the classes of its own file, so that it means the same in any stack of packs."""
    text = "schema: careercli/phrases@1\nskills: {writing: ['{pens} down']}\n"
    write_pack(tmp_path, {**PACK, "phrases.yaml": text})
    (found,) = check_packs([tmp_path])[1]

    assert found.message == "has patterns of a class that it has not: pens"
