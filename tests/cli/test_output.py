"""Messages as documents; what people read of them is in tests/cli/test_context.py."""

from __future__ import annotations

import errno
import io
import json
from typing import Any, NoReturn

import pytest

from careercli.cli.context import Session
from careercli.cli.output import Settings
from careercli.errors import CareerError, InvalidDataError, NotFoundError, Problem
from tests.running import Stream


def said(stream: Stream) -> list[dict[str, Any]]:
    """Return the documents that were written to a stream."""
    return [json.loads(line) for line in stream.memory.getvalue().splitlines()]


def test_everything_is_a_document() -> None:
    """What is said, noted and reported is a document on a line of its own, one after the other."""
    stream = Stream(encoding="ascii")
    messages = Session(stderr=stream, environ={"COLUMNS": "20"}, settings=Settings(json=True))

    messages.say("Written to report.html, which is a long name for a narrow terminal.")
    messages.note("zoë\x1b[31m is\nnew.")
    messages.report(NotFoundError("There is no profile.", hint="Save one."))
    messages.report(CareerError("It is over."), ends=True)

    nothing = {"hint": None, "problems": []}
    head = {"schema": "careercli/message@1"}
    assert said(stream) == [
        {**head, "message": "Written to report.html, which is a long name for a narrow terminal.", **nothing},
        {**head, "message": "Zoë\ufffd[31m is new.", **nothing},
        {**head, "message": "There is no profile.", "hint": "Save one.", "problems": []},
        {"schema": "careercli/error@1", "code": 1, "name": "fault", "message": "It is over.", **nothing},
    ]


def test_problems_are_data() -> None:
    """Each problem has its place, and null where something is not known; nothing in it acts on a terminal."""
    stream = Stream()
    problems = (
        Problem("a.yaml", 3, 1, "goal", "is not a tier", "Did you mean 'manager'?"),
        Problem("b  \x1b.yaml", 0, 0, "", "is\ntoo large"),
    )

    session = Session(stderr=stream, settings=Settings(json=True))
    session.report(InvalidDataError.counting("It", problems), ends=True)

    (error,) = said(stream)
    assert (error["code"], error["name"], error["message"]) == (4, "invalid", "It has 2 problems.")
    assert error["problems"] == [
        {
            "file": "a.yaml",
            "line": 3,
            "column": 1,
            "key": "goal",
            "message": "is not a tier",
            "hint": "Did you mean 'manager'?",
        },
        {
            "file": "b  \ufffd.yaml",
            "line": None,
            "column": None,
            "key": None,
            "message": "is too large",
            "hint": None,
        },
    ]


def test_a_traceback_keeps_its_lines() -> None:
    """It is for people, in either form; nothing in it acts on a terminal."""
    for as_json in (True, False):
        stream = Stream()

        with pytest.raises(ZeroDivisionError) as caught:
            _break("by \x1bzero")
        Session(stderr=stream, settings=Settings(json=as_json)).report_traceback(caught.value)

        text = said(stream)[0]["message"] if as_json else stream.memory.getvalue().decode()
        assert text.startswith("Traceback (most recent call last):\n")
        assert text.endswith("ZeroDivisionError: by \ufffdzero\n")


def _break(why: str) -> NoReturn:
    raise ZeroDivisionError(why)


def test_documents_to_streams_of_text_and_to_nobody() -> None:
    """A stream that takes only text is written to as well; one that fails or is not there loses it."""

    class Full(io.StringIO):
        def write(self, _text: str, /) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    text = io.StringIO()
    for stream in (text, None, Full()):
        Session(stderr=stream, settings=Settings(json=True)).say("Zoë")

    assert json.loads(text.getvalue())["message"] == "Zoë"
