from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from careercli.catalog import load_catalog, load_library
from careercli.pages.ask import LONGEST, answers_view, opening
from careercli.pages.look import Look, render
from careercli.search.passages import found as search
from careercli.text.passages import all_passages
from tests.running import FEW_LOOKS, run

CATALOG = load_catalog().catalog
LIBRARY = load_library()
PASSAGES = all_passages(CATALOG, LIBRARY)

ASKED = {"angry": "how do I deal with angry callers?", "nothing": "what is the capital of France?"}
QUESTIONS = (*ASKED.values(), "Zendesk", "salary", "VP or director", "case study remote team", "coaching")


@pytest.mark.slow
@pytest.mark.parametrize("look", FEW_LOOKS)
@pytest.mark.parametrize("name", ASKED)
def test_screen(name: str, look: str, screen: SnapshotAssertion) -> None:
    """An answer, and none, look as somebody last approved them."""
    result = run("ask", ASKED[name], **FEW_LOOKS[look])

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


def drawn(question: str, look: Look) -> str:
    """Return the screen of the answers to a question."""
    found = search(question, CATALOG, PASSAGES, LIBRARY.words, limit=6).answers
    return render(answers_view(question, found, CATALOG), look)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_screen_is_wider_than_the_terminal(question: str) -> None:
    """At no width is a line longer than the width, or does it trail spaces; plain screens are ASCII."""
    for width in (20, 33, 40, 59, 60, 80, 100):
        text = drawn(question, Look(width=width, unicode=False))
        assert text.isascii()
        for line in text.splitlines():
            assert cell_len(line) <= width
            assert line == line.rstrip()


@pytest.mark.parametrize("question", QUESTIONS)
def test_color_says_nothing_alone(question: str) -> None:
    """Color changes no word."""
    bare = re.sub(r"\x1b\[[0-9;]*m", "", drawn(question, Look(color=True)))

    assert [line.rstrip() for line in bare.splitlines()] == drawn(question, Look()).splitlines()


@pytest.mark.parametrize("question", QUESTIONS)
def test_accessible_screens(question: str) -> None:
    """Lines for a screen reader have no columns, and say in words what a mark means."""
    text = drawn(question, Look(accessible=True))

    assert "   " not in text
    assert "[1]" not in text
    assert all(line == line.strip() for line in text.splitlines())


def test_the_opening_of_every_passage_ends_with_a_sentence() -> None:
    """What is shown is a beginning in whole sentences, and no longer than it may be."""
    for passage in PASSAGES:
        shown = opening(passage.text)
        rest = passage.text.replace("\n", " ")[len(shown) :]

        assert passage.text.replace("\n", " ").startswith(shown.replace("\n", " "))
        assert not rest or shown.rstrip()[-1] in ".!?" or "\n" in passage.text
        assert len(shown) <= LONGEST or "\n" not in shown


def test_a_long_first_sentence_stands_whole() -> None:
    """Half a sentence would answer nothing."""
    assert opening(f"{'long ' * 200}end. Next.") == f"{'long ' * 200}end."
    assert opening("One. Two.\nThree. Four.", longest=16) == "One. Two.\nThree."
