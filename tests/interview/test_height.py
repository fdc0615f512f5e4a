from __future__ import annotations

import pytest

from careercli.domain.model import Catalog, Profile
from careercli.interview.answers import Answers
from careercli.interview.questions import Interview
from careercli.prompts.choice import Choice
from tests.prompts.scripted import ENTER, Question, Scripted

TWO_THIRDS = 16
EVIDENCE = (
    "2026-11: Wrote the handbook that everybody new to the team reads in their first week, with examples"
)


def lines_of(question: Question, columns: int, rows: int) -> list[str]:
    """Return the lines of a question as it is drawn in a window."""
    choice = Choice(
        question.title, question.detail, question.options, question.default, question.explain, pointer="»"
    )
    drawn = "".join(text for _, text, *_ in choice.draw(columns, rows))
    assert max(map(len, drawn.splitlines())) <= columns
    return drawn.splitlines()


@pytest.fixture(scope="module")
def asked(catalog: Catalog) -> list[Question]:
    """Return every question of a full interview in which everything is there that can stand in one."""
    evidence = dict.fromkeys((skill.id for skill in catalog.skills), EVIDENCE)
    asker = Scripted(lambda question: "2" if question.options and question.options[0].key == "0" else ENTER)
    answers = Answers(catalog, asker, Profile(support_years=0.0, evidence=evidence))
    Interview(answers).facts()
    Interview(answers).full()
    return [question for question in asker.asked if question.options]


def test_no_question_fills_more_than_two_thirds(asked: list[Question], catalog: Catalog) -> None:
    """At 80 by 24, with the tier so far and evidence beside it, each of them leaves eight lines free."""
    assert len(asked) > len(catalog.skills)
    assert all("You wrote: " in question.detail for question in asked if "question" in question.title)
    tall = {question.title: len(lines_of(question, 80, 24)) for question in asked}

    assert {title: lines for title, lines in tall.items() if lines > TWO_THIRDS} == {}


@pytest.mark.parametrize(("columns", "rows"), [(40, 24), (40, 12), (30, 10)])
def test_every_question_keeps_within_a_small_window(asked: list[Question], columns: int, rows: int) -> None:
    """Whatever does not fit scrolls, with title and foot in view."""
    for question in asked:
        lines = lines_of(question, columns, rows)
        assert len(lines) <= rows
        assert question.title.split()[0] in " ".join(lines)
        assert "Enter takes »" in lines[-1]
