from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from careercli.catalog import check_packs
from careercli.catalog.word_formats import WordList
from careercli.domain.words import MAPPED, Phrase, Words
from tests.catalog.pack_builder import PACK, Fault, plant, write_pack
from tests.catalog.test_compiler import HEAD, compiled_from


def laid(tmp_path: Path, text: str) -> tuple[Words, tuple[str, ...]]:
    """Return the words of the tiny pack with these laid over them, and what took the place of something."""
    above = {**HEAD, "words.yaml": f"schema: careercli/words@1\n{text}\n"}
    compiled = compiled_from(write_pack(tmp_path / "below"), write_pack(tmp_path / "above", above))
    return compiled.library.words, compiled.catalog.overridden


def test_every_list_can_be_replaced() -> None:
    """The format names each list of words there is, and those with ids among them."""
    assert get_args(WordList) == Words.__struct_fields__
    assert {*MAPPED} == {name for name in Words.__struct_fields__ if getattr(Words(), name) == {}}


def test_words_are_added_to_those_below(tmp_path: Path) -> None:
    """A later pack adds words, each once, and leaves the other lists as they are."""
    words, overridden = laid(tmp_path, "trade: [cake, letter]\nsynonyms:\n  cake: [cake, tart]")

    assert words.trade == ("letter", "letters", "cake")
    assert words.synonyms == {"typing": ("typing", "keyboard"), "cake": ("cake", "tart")}
    assert words.places == ("spain",)
    assert overridden == ()


def test_what_has_an_id_takes_the_place_of_what_had_it(tmp_path: Path) -> None:
    """Synonyms and phrases are laid over one another by their ids, in their places, and that is told."""
    words, overridden = laid(
        tmp_path, "synonyms:\n  typing: [type]\nphrases:\n  abroad: {pattern: far away, means: [off]}"
    )

    assert words.synonyms == {"typing": ("type",)}
    assert words.phrases["abroad"].means == ("off",)
    assert overridden == ("words synonyms typing", "words phrases abroad")


def test_the_same_again_takes_no_place(tmp_path: Path) -> None:
    """What a later pack repeats is not told as a change."""
    assert laid(tmp_path, "synonyms:\n  typing: [typing, keyboard]")[1] == ()


def test_lists_can_begin_anew(tmp_path: Path) -> None:
    """Of a list that a later pack replaces nothing below is kept; without words of its own it is empty."""
    words, overridden = laid(tmp_path, "replaces: [trade, phrases, common]\ntrade: [cake]")

    assert words.trade == ("cake",)
    assert words.phrases == {}
    assert overridden == ("words trade", "words phrases")


def test_a_pack_needs_no_words(tmp_path: Path) -> None:
    """Without the file there are none."""
    folder = write_pack(tmp_path, {name: text for name, text in PACK.items() if name != "words.yaml"})

    assert compiled_from(folder).library.words == Words()


WORD = "must be a word in small letters, without spaces or quotes, not"
LISTS = (
    "'stop', 'work', 'trade', 'common', 'leading', 'answering', 'occupations', 'elsewhere', 'family', "
    "'beyond', 'employers', 'vendors', 'people', 'places', 'defining', 'short', 'synonyms', "
    "'field', 'others', 'phrases', 'unrelated', 'urgent', 'unknowable'"
)


ID = "must be an id: small letters and digits, words joined by '-', not"
ABROAD = "abroad:\n    pattern: 'in {places}'"
FAULTS = [
    ("[desk]", "[@Desk]", "work[0]", f"{WORD} 'Desk'"),
    ("[desk]", "[@two words]", "work[0]", f"{WORD} 'two words'"),
    ("keyboard]", "@'\"']", "synonyms.typing[1]", f"{WORD} '\"'"),
    ("[spain]", "[@Spain]", "places[0]", "must be a name in small letters, without quotes, not 'Spain'"),
    ("abroad:", "@A b:", "phrases.A b", f"{ID} 'A b'"),
    (ABROAD, "@abroad:\n    pattern: '('", "phrases.abroad", "pattern must be a regular expression"),
    (
        ABROAD,
        "@abroad:\n    pattern: '{moons} {suns}'",
        "phrases.abroad",
        "pattern names a list that there is not: moons, suns",
    ),
    (
        "stop:",
        "replaces: [@moons]\nstop:",
        "replaces[0]",
        f"must be one of {LISTS}, not 'moons'",
    ),
]


@pytest.mark.parametrize(("old", "new", "key", "message"), FAULTS)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, key: str, message: str
) -> None:
    """Words that no question can have, patterns that are none and unknown lists stop the pack."""
    (expected,) = plant(tmp_path, Fault("words.yaml", old, new, key, message, ""))

    assert check_packs([tmp_path])[1] == (expected,)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (Words(places=("new zealand", "spain")), "in new zealand", True),
        (Words(places=("new.zealand",)), "in new zealand", False),
        (Words(), "in ", False),
    ],
)
def test_a_list_in_a_pattern_is_any_of_its_words(words: Words, text: str, found: bool) -> None:
    """A list stands for its words as they are written, an empty one for nothing at all."""
    expression = words.expression(Phrase(pattern="in {places}"))

    assert bool(re.fullmatch(expression, text)) is found
