from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.errors import CareerError
from careercli.formats.document import MAX_DEPTH, MAX_VALUES
from careercli.formats.yaml_reader import read_yaml, resolve
from tests.formats.builders import TRICKY, problem_of


def value_of(text: str) -> object:
    document = read_yaml(text, "a.yaml")
    assert not document.problems
    return document.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("y", "y"),
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("nUll", "nUll"),
        ("''", ""),
        ("0", 0),
        ("-7", -7),
        ("+7", 7),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("-0o17", "-0o17"),
        ("0o8", "0o8"),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("2024-13-45", "2024-13-45"),
        ("2026-11-21", "2026-11-21"),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.5E-2", -0.005),
        (".", "."),
        ("1e", "1e"),
        ("e1", "e1"),
        ("\u0661", "\u0661"),
        ("12345678901234567890", 12345678901234567890.0),
        ('"1"', "1"),
        ("'no'", "no"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_scalars_follow_the_core_schema_of_yaml_1_2(text: str, value: object) -> None:
    """Only null, booleans, integers and floats mean something else than text; quotes make text of all."""
    read = value_of(f"key: {text}\n")
    assert read == {"key": value}
    assert type(read["key"]) is type(value)


def test_block_text_is_text() -> None:
    """Folded and literal text is never a number."""
    assert value_of("a: >-\n  12\nb: |\n  no\n  yes\n") == {"a": "12", "b": "no\nyes\n"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "--- \n...\n", "\ufeff"])
def test_a_document_without_content_is_none(text: str) -> None:
    """Nothing, white space and comments alone are an empty document, not a fault."""
    assert value_of(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("word", "word"), ("- 1\n- a\n", [1, "a"]), ("{}", {}), ("[]", [])]
)
def test_a_root_of_any_kind_is_read(text: str, value: object) -> None:
    """A scalar, a list or an empty mapping is a document; whether it is wanted is for the checker."""
    assert value_of(text) == value


def test_keys_are_text_whatever_they_look_like() -> None:
    """Numbers, booleans and null as keys are their own text."""
    text = "1: a\n012: b\nno: c\n~: d\n1.5: e\n'': f\n"
    assert value_of(text) == {"1": "a", "012": "b", "no": "c", "~": "d", "1.5": "e", "": "f"}


def test_every_part_has_its_place() -> None:
    """Keys are placed at the key, items and the root at where they begin, from 1 and in characters."""
    text = "# first\nskills:\n  z\u00eb: {level: 3, \u00ebvidence: [x, 'y']}\ntiers:\n  - id: a\n  - - 5\n"
    assert read_yaml(text, "a.yaml").places == {
        (): (2, 1),
        ("skills",): (2, 1),
        ("skills", "z\u00eb"): (3, 3),
        ("skills", "z\u00eb", "level"): (3, 8),
        ("skills", "z\u00eb", "\u00ebvidence"): (3, 18),
        ("skills", "z\u00eb", "\u00ebvidence", 0): (3, 29),
        ("skills", "z\u00eb", "\u00ebvidence", 1): (3, 32),
        ("tiers",): (4, 1),
        ("tiers", 0): (5, 5),
        ("tiers", 0, "id"): (5, 5),
        ("tiers", 1): (6, 5),
        ("tiers", 1, 0): (6, 7),
    }


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_line_breaks_of_any_system_read_the_same(line_break: str) -> None:
    """Value and places do not depend on where the file was written."""
    text = "a: 1\nb:\n  - c\nd: |\n  one\n  two\n"
    document = read_yaml(text.replace("\n", line_break), "a.yaml")
    assert document.value == {"a": 1, "b": ["c"], "d": "one\ntwo\n"}
    assert document.places == read_yaml(text, "a.yaml").places


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: &x 1\nb: 2\n", (1, 4), "anchors and aliases"),
        ("a: 1\nb: *x\n", (2, 4), "anchors and aliases"),
        ("&x a: 1\n", (1, 1), "anchors and aliases"),
        ("a:\n  - &x [1]\n", (2, 5), "anchors and aliases"),
        ("a: &x {b: 1}\n", (1, 4), "anchors and aliases"),
        ("a:\n  <<: {b: 1}\n", (2, 3), "merge keys"),
        ("a: !!str 1\n", (1, 4), "tags"),
        ("a: !!python/object/apply:os.system [ls]\n", (1, 4), "tags"),
        ("a: !own {b: 1}\n", (1, 4), "tags"),
        ("a:\n  - ! 1\n", (2, 5), "tags"),
        ("!!map\na: 1\n", (1, 1), "tags"),
        ("a: 1\n---\nb: 2\n", (2, 1), "more than one document"),
        ("a: 1\n...\n---\n", (3, 1), "more than one document"),
        ("? [a]\n: 1\n", (1, 3), "key must be plain text"),
        ("a:\n  {b: 1}: 2\n", (2, 3), "key must be plain text"),
        ("a: .nan\n", (1, 4), ".nan is not a number"),
        ("- 1\n- -.INF\n", (2, 3), "-.INF is not a number"),
        ("a: 1e999\n", (1, 4), "1e999 is not a number"),
        (f"a: {'9' * 400}\n", (1, 4), "9... is not a number"),
        ("a: 1\nb: [1, 2\nc: 3\n", (3, 2), "missing in the list that begins on line 2"),
        ("a: 'never closed\n", (1, 4), "never closed"),
        ("a: 1\nb\nc: 2\n", (2, 1), "':' is missing after 'b'"),
        ("a: b: c\n", (1, 5), "':' stands where no key can be"),
        ("a:\n\t- b\n", (2, 1), "a tab cannot indent"),
        ("a: @b\n", (1, 4), "no text can begin with @"),
        ('a: "\\ud800"\n', (1, 5), "no escape of YAML"),
        ("%YAML 3.0\n---\na: 1\n", (1, 1), "begins with %"),
    ],
)
def test_what_is_not_allowed_is_refused_in_its_place(text: str, place: tuple[int, int], words: str) -> None:
    """Each feature that a profile or pack has no use for is refused by name, with line and column."""
    problem = problem_of(lambda: read_yaml(text, "a.yaml"))
    assert (problem.file, problem.line, problem.column) == ("a.yaml", *place)
    assert words in problem.message


def test_a_quoted_merge_key_is_a_key() -> None:
    """In quotes '<<' is text like any other."""
    assert value_of("'<<': 1\n") == {"<<": 1}


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x80", "\x9b", "\ud800", "\ufffe"])
def test_a_raw_control_character_is_refused_in_its_place(character: str) -> None:
    """What YAML keeps out of files is named by its number, with the column in characters."""
    problem = problem_of(lambda: read_yaml(f"a: 1\r\nb: \u00e9\u00e9 {character}x\n", "a.yaml"))
    assert (problem.line, problem.column) == (2, 7)
    assert problem.message == f"the character U+{ord(character):04X} is not allowed in YAML"


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\x1b", "\\x9B", "\\u202e", "\\x7f", "\\P"])
def test_an_escaped_control_character_is_cleaned(escape: str) -> None:
    """What comes in by an escape is replaced, in values and in keys."""
    assert value_of(f'"k{escape}": "v{escape}"\n') == {"k\ufffd": "v\ufffd"}


def test_raw_direction_characters_are_cleaned() -> None:
    """YAML allows what turns the direction of text; a terminal must not get it."""
    assert value_of("a\u202e: b\u2066\n") == {"a\ufffd": "b\ufffd"}


@pytest.mark.parametrize(("opening", "column"), [("[", 65), ("{a: ", 257), ("- ", 129), ("[{a: ", 161)])
def test_nesting_without_end_is_refused(opening: str, column: int) -> None:
    """A hundred thousand brackets are refused at the first too deep, also where PyYAML refuses before."""
    problem = problem_of(lambda: read_yaml(opening * 100_000, "a.yaml"))
    assert problem.message == "nests deeper than 64 levels"
    assert (problem.line, problem.column) == (1, column)


def test_nesting_is_allowed_up_to_the_limit() -> None:
    """Exactly the limit is read, one more is not."""
    assert value_of("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    problem = problem_of(lambda: read_yaml("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "a.yaml"))
    assert problem.column == MAX_DEPTH + 1


@pytest.mark.slow
def test_values_are_allowed_up_to_the_limit() -> None:
    """A list counts with its items; one more than the limit is refused where it stands."""
    text = "- 1\n" * (MAX_VALUES - 1)
    assert len(value_of(text)) == MAX_VALUES - 1
    problem = problem_of(lambda: read_yaml(text + "- 1\n", "a.yaml"))
    assert (problem.line, problem.message) == (MAX_VALUES, "holds more than 200,000 values")


def test_a_duplicate_key_is_told_with_both_lines() -> None:
    """Reading goes on after a duplicate key, and each one after the first is told."""
    document = read_yaml("a: 1\nb:\n  c: 2\n  c: 3\n'a': 4\na: 5\n", "a.yaml")
    assert document.value == {"a": 1, "b": {"c": 2}}
    assert [(p.line, p.column, p.key, p.message) for p in document.problems] == [
        (4, 3, "b.c", "the key is written twice, first on line 3"),
        (5, 1, "a", "the key is written twice, first on line 1"),
        (6, 1, "a", "the key is written twice, first on line 1"),
    ]


def test_places_are_those_of_the_value_that_counts() -> None:
    """What a duplicate key holds is left out, and so are its places and what is wrong in it."""
    document = read_yaml("a: {b: [1]}\na:\n  b:\n    - 9\n  b: 9\n  c: 9\nd: 2\n", "a.yaml")
    assert document.value == {"a": {"b": [1]}, "d": 2}
    assert [problem.line for problem in document.problems] == [2]
    assert document.places["a", "b", 0] == (1, 9)
    assert ("a", "c") not in document.places
    assert document.places["d",] == (7, 1)


def test_keys_that_differ_only_in_control_characters_are_the_same() -> None:
    """Two keys that look the same once cleaned are one key written twice."""
    document = read_yaml('"a\\x01": 1\n"a\\x02": 2\n', "a.yaml")
    assert [problem.line for problem in document.problems] == [2]


@given(st.text())
def test_any_text_is_a_document_or_a_fault_to_tell(text: str) -> None:
    """No text makes the reader fail in any other way than with its own error."""
    with contextlib.suppress(CareerError):
        read_yaml(text, "a.yaml")


MARKS = (
    *(
        "a",
        "a:",
        ": ",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\n",
        "\n  ",
        "\n    ",
        "\t",
        " ",
        '"',
        "'",
        "|",
        ">",
    ),
    *(
        "#",
        "&a",
        "*a",
        "!t",
        "<<",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "\r",
        "\\",
        "\0",
        "\x85",
        "\u2028",
        "\ufeff",
    ),
)


@given(st.lists(st.sampled_from(MARKS + TRICKY), max_size=25).map("".join))
def test_any_pieces_of_yaml_are_a_document_or_a_fault_in_a_place(text: str) -> None:
    """Whatever the marks of YAML are put together to, a fault has a place inside the text."""
    try:
        read_yaml(text, "a.yaml")
    except CareerError as error:
        (problem,) = error.problems
        assert 1 <= problem.line <= len(text.splitlines()) + 1
        assert 1 <= problem.column <= len(text) + 1


@given(st.text(st.sampled_from("0123456789+-.eExXoObBaAfFinN_~:")))
def test_a_plain_scalar_is_a_number_only_where_python_agrees(text: str) -> None:
    """A number is what Python reads as the same number; everything else is text as it stands."""
    value = resolve(text)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        expected = (
            int(text, 0)
            if text[:2] in {"0o", "0x"}
            else float(text.replace(".nan", "nan").replace(".inf", "inf"))
        )
        assert value == expected or (math.isnan(value) and not math.isfinite(expected))
    elif isinstance(value, str):
        assert value == text
