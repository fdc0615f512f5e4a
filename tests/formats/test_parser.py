from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.errors import InvalidDataError, NotFoundError, Problem
from careercli.formats.document import decode
from careercli.formats.parser import parse, read_file
from careercli.formats.profiles import profile_of, to_yaml
from careercli.formats.text import clean
from tests.formats.builders import TRICKY, problem_of, small_catalog

T = TypeVar("T")

CATALOG = small_catalog()

PROFILE = """\
schema: careercli/profile@1
name: Dana Reyes
title: Head of Support
experience: {support_years: 6.5, leading_years: 1.5}
leads_people: true
goal: t2
hours_per_week: 4
skills:
  ticketing: 3
  Coaching and mentoring: {level: 3, evidence: Coached two new colleagues}
not_applicable:
  live-chat: We have no chat
"""

PROFILES = [PROFILE, json.dumps(parse(PROFILE, "a").value, indent=1), json.dumps(parse(PROFILE, "a").value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1}', {"a": 1}),
        ("\n  [1, 2]", [1, 2]),
        ("a: 1", {"a": 1}),
        ("- {a: 1}", [{"a": 1}]),
        ("# {a: 1}\n{a: 1}", {"a": 1}),
        ('"text"', "text"),
        ("", None),
    ],
)
def test_json_and_yaml_are_told_apart_by_how_they_start(text: str, value: object) -> None:
    """Text that starts with a brace or bracket is JSON, all else is YAML, whatever the file is called."""
    assert parse(text, "a").value == value


def test_a_document_that_starts_like_json_is_judged_as_json() -> None:
    """YAML's short forms at the root are not JSON, and the message says what was expected."""
    assert problem_of(lambda: parse("{a: 1}", "a.yaml")).message.startswith("is not JSON")


@pytest.mark.parametrize("name", ["profile.yaml", "profile.json", "profile"])
def test_a_file_is_read_under_its_path(tmp_path: Path, name: str) -> None:
    """The document is called by its path, and its places are those of the file."""
    path = tmp_path / name
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    document = read_file(path)
    assert document.name == str(path)
    assert document.value == {"a": 1, "b": 2}
    assert document.places["b",] == (2, 1)


def test_a_file_that_is_kept_stays_what_it_is(tmp_path: Path) -> None:
    """Only that careercli keeps it is said beside."""
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\na: 2\n")
    read = read_file(path)

    assert not read.kept
    assert read.as_kept() == msgspec.structs.replace(read, kept=True)


def test_a_path_with_control_characters_is_shown_clean(tmp_path: Path) -> None:
    """What stands in a file's name cannot act on the terminal either."""
    path = tmp_path / "a\x1b[2J.yaml"
    path.write_text("a: [")
    assert "\x1b" not in problem_of(lambda: read_file(path)).file
    with pytest.raises(NotFoundError) as caught:
        read_file(tmp_path / "no\x1b[2J.yaml")
    assert "\x1b" not in caught.value.message


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """Draw a good profile in which a few pieces are taken out, doubled or replaced."""
    text = draw(st.sampled_from(PROFILES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        piece = draw(
            st.sampled_from([*TRICKY, "", text[start:end] * 2, "{", "[", "]", "}", ",", '"', "\n", "\t"])
        )
        text = text[:start] + piece + text[end:]
    return text


def read(reader: Callable[[], T]) -> tuple[T | None, tuple[Problem, ...]]:
    """Return what a reader gives, or else the problems of the one error that it may raise."""
    try:
        return reader(), ()
    except InvalidDataError as error:
        return None, error.problems


@given(spoiled() | st.text())
def test_a_spoiled_profile_is_a_profile_or_faults_to_tell(text: str) -> None:
    """Whatever happens to a profile, it is read, or refused with clean problems in places of the text."""
    profile, problems = read(lambda: profile_of(parse(text, "a"), CATALOG))
    if profile is None:
        assert problems
        for problem in problems:
            told = f"{problem.key}{problem.message}{problem.hint}"
            assert clean(told) == told
            assert "\n" not in told
            assert 0 <= problem.line <= len(text.splitlines()) + 1
            assert 0 <= problem.column <= len(text) + 1
    else:
        assert profile_of(parse(to_yaml(profile), "b"), CATALOG) == profile


@given(st.binary(), st.integers(0, 400), st.sampled_from(PROFILES))
def test_any_bytes_are_a_document_or_a_fault_to_tell(data: bytes, at: int, text: str) -> None:
    """Bytes of any kind inside a profile, or instead of one, end in the one family of errors."""
    whole = text.encode()
    for candidate in (data, whole[:at] + data + whole[at:]):
        document, problems = read(lambda candidate=candidate: parse(decode(candidate, "a"), "a"))
        assert (document is None) == bool(problems)
