"""Skills are found in what people write, by patterns of words."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalog import load_library
from careercli.domain.model import Catalog
from careercli.domain.phrase_lists import Phrases
from careercli.domain.phrases import PhraseFinder, numbers_in

PHRASES = Phrases(
    classes={"handled": ("handl*", "answer*", "took")},
    skills={
        "phone": ("{handled} .. calls", "{number} .. calls"),
        "teaching": ("train*|coach* .. staff|{handled}", "trainer"),
    },
    misleading=("cold calls", "coach driver", "911 calls"),
)
WORDS = ["handled", "took", "calls", "cold", "coach", "driver", "trained", "staff", "80", "the"]
FINDER = PhraseFinder(PHRASES, {"Knowledge base": "articles", "Training": "teaching", "API": "wires"})


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Handled calls", ["phone"]),
        ("Handled the many inbound calls of a bank", ["phone"]),
        ("handled a very large and growing number of calls", []),
        ("Took 80+ calls a day", ["phone"]),
        ("80 inbound calls", ["phone"]),
        ("Took cold calls", []),
        ("Took 911 calls", []),
        ("Took calls, never cold calls", ["phone"]),
        ("Trained new staff; handling calls", ["teaching", "phone"]),
        ("A coach driver and trainer", ["teaching"]),
        ("Trainers", []),
        ("Wrote the knowledge-base", ["articles"]),
        ("Military training", []),
        ("An API", []),
        ("H\u00e1ndled c\u00e0lls", ["phone"]),
        ("ANSWERING CALLS", ["phone"]),
        ("Trained Bob\u2019s staff", ["teaching"]),
        ("", []),
    ],
)
def test_patterns(text: str, skills: list[str]) -> None:
    """Words, beginnings, classes, numbers and gaps fit as they are written; what misleads hides its words."""
    assert [find.skill for find in FINDER.within(text)] == skills


def test_the_words_that_say_so_are_told() -> None:
    """A find quotes the text as it stands there, from the first word of the pattern to its last."""
    assert [find.words for find in FINDER.within("I Handled 80+ inbound calls, daily")] == [
        "Handled 80+ inbound calls"
    ]


def test_what_misleads_is_told() -> None:
    """A text with something misleading in it can be told from others."""
    assert FINDER.misleads("Coach driver")
    assert not FINDER.misleads("Handled calls")


@pytest.mark.parametrize(
    "pattern", ["", "Handled calls", "calls ..", ".. calls", "a* calls", "{handled", "calls  twice", "c++"]
)
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    """A pattern that could never fit, or would fit nearly anything, is none."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"skills": {"phone": [pattern]}, "classes": {"handled": ["took"]}}, Phrases)


def test_a_class_that_there_is_not_is_told() -> None:
    """A pattern can choose only from classes that the same file has."""
    with pytest.raises(msgspec.ValidationError, match="of a class that it has not: agents"):
        msgspec.convert({"skills": {"coaching": ["coach* .. {agents}"]}}, Phrases)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    """No text breaks the finder, and what it quotes stands in the text."""
    assert all(find.words in text for find in FINDER.within(text))


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_words_behind_the_end_change_nothing_before(words: list[str]) -> None:
    """What a text shows is still shown when something unrelated follows."""
    text = " ".join(words)
    longer = f"{text}. Nothing else. Nothing at all."
    assert {find.skill for find in FINDER.within(text)} <= {find.skill for find in FINDER.within(longer)}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("95% CSAT over 1,200 tickets", (95, 1200)),
        ("from 4.5 to 4.8", (4.5, 4.8)),
        ("12k calls, 1.2M users", (12_000, 1_200_000)),
        ("80+ calls", (80,)),
        ("B2B, L2, 24/7", (24, 7)),
        ("none", ()),
    ],
)
def test_numbers(text: str, numbers: tuple[float, ...]) -> None:
    """Numbers are kept as numbers, whatever sign or unit stands behind them."""
    assert numbers_in(text) == numbers


def test_every_skill_can_be_shown(catalog: Catalog) -> None:
    """People have words for each of the skills, and the words are of skills that there are."""
    assert set(load_library().phrases.skills) == {skill.id for skill in catalog.skills}
