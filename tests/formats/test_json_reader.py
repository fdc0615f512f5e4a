from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careercli.errors import CareerError
from careercli.formats.document import MAX_DEPTH, MAX_VALUES
from careercli.formats.json_reader import read_json
from careercli.formats.yaml_reader import read_yaml
from tests.formats.builders import TRICKY, Rendered, problem_of, rendered

MARKS = (
    *("{", "}", "[", "]", ",", ":", '"', '"a"', '"a":', "1", "-", "1e999", "NaN", "-Infinity", "null", "tru"),
    *("\\", '\\"', "\\u", "\\ud800", "\\u0000", "\0", "\n", "\r", "\t", " ", "\ufeff", "\ud800", "9" * 50),
)


def value_of(text: str) -> object:
    document = read_json(text, "a.json")
    assert not document.problems
    return document.value


@given(rendered())
def test_every_part_is_read_with_its_place(drawn: tuple[object, Rendered]) -> None:
    """Of any value, however it is laid out, each key, item and the root stand where they were written."""
    value, (text, places) = drawn
    document = read_json(text, "a.json")
    assert (document.value, document.places, document.problems) == (value, places, ())


@given(rendered())
def test_json_reads_the_same_as_yaml(drawn: tuple[object, Rendered]) -> None:
    """JSON is YAML but for a few characters, so the two readers agree on value and places."""
    text = drawn[1].text
    assume("\\ud" not in text and not {"\ufffe", "\uffff"} & set(text))
    assert read_json(text, "a") == read_yaml(text, "a")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", (1, 1), "a value is missing here"),
        ("nothing", (1, 1), "nothing is no value of JSON"),
        ('{"a": 1,\n "b" 2}', (2, 6), "':' is missing here, after a key"),
        ('{"a": 1,\n b: 2}', (2, 2), "a key in double quotes is missing here"),
        ('{"a": 1,}', (1, 9), "a key in double quotes is missing here"),
        ('{"a": [1\n 2]}', (2, 2), "',' or ']' is missing here"),
        ('{"a": [1,]}', (1, 10), "a value is missing here"),
        ("[1}", (1, 3), "',' or ']' is missing here"),
        ('{"a": [1\n', (1, 9), "it ends before ']'"),
        ('{"a"', (1, 5), "it ends before '}'"),
        ('{"a": 1}\n{"b": 2}', (2, 1), "more follows"),
        ("[1]\u00a0", (1, 4), "more follows"),
        ('{"a":\n "never closed}', (2, 2), "never closed"),
        ('["a\\', (1, 2), "never closed"),
        ('{"a": "b\nc"}', (1, 9), "U+000A must be written as an escape"),
        ('{"a": "b\tc"}', (1, 9), "U+0009 must be written as an escape"),
        ('{"a":\n "\x1b"}', (2, 3), "U+001B must be written as an escape"),
        ('{"a": \0}', (1, 7), "is no value of JSON"),
        ('{"a": "\\x"}', (1, 8), "\\x is no escape of JSON"),
        ('{"a": "\\u12"}', (1, 8), "\\u is no escape of JSON"),
        ('{"a": 01}', (1, 7), "01 is no value of JSON"),
        ('{"a": NaN}', (1, 7), "NaN is not a number"),
        ('["NaN",\n {"Infinity": Infinity}]', (2, 15), "Infinity is not a number"),
        ("[1, -Infinity]", (1, 5), "-Infinity is not a number"),
        ('["1e999",\n 1e999]', (2, 2), "1e999 is not a number"),
        ("[-1e999]", (1, 2), "-1e999 is not a number"),
        (f"[1, {'9' * 41}]", (1, 5), "9... is not a number"),
        (f"[1, {'9' * 5000}]", (1, 5), "9... is not a number"),
    ],
)
def test_what_is_not_json_is_refused_in_its_place(text: str, place: tuple[int, int], words: str) -> None:
    """A fault of syntax, and a number that is none, is told with line and column."""
    problem = problem_of(lambda: read_json(text, "a.json"))
    assert (problem.file, problem.line, problem.column) == ("a.json", *place)
    assert words in problem.message


@given(st.lists(st.sampled_from(MARKS + TRICKY), max_size=8).map("".join))
def test_a_fault_is_found_in_whatever_python_refuses(text: str) -> None:
    """What Python's own parser does not take has a fault before its end, and what it takes has none."""
    try:
        read_json(text, "a.json")
    except CareerError as error:
        told = error.problems[0].message
    else:
        told = ""
    try:
        json.loads(text, parse_int=str)
    except ValueError:
        assert told
    else:
        assert not told or told.endswith("is not a number that can be used")


def test_numbers_keep_their_kind() -> None:
    """Integers stay whole up to forty digits, and floats are floats."""
    assert value_of("[1, -0, 1.0, 1e3, 5e-324]") == [1, 0, 1.0, 1000.0, 5e-324]
    assert value_of(f"[{'9' * 40}]") == [10**40 - 1]


@pytest.mark.parametrize(
    "escape", ["\\u0000", "\\u0007", "\\u001b", "\\u007f", "\\u009b", "\\u202e", "\\ud800", "\\udfff"]
)
def test_escaped_characters_that_a_terminal_acts_on_are_cleaned(escape: str) -> None:
    """Control and direction characters and halves of pairs are replaced, in values and in keys."""
    text = f'{{"k{escape}": ["v{escape}"]}}'
    assert value_of(text) == {"k\ufffd": ["v\ufffd"]}
    assert read_json(text, "a.json").places["k\ufffd", 0] == (1, text.index('"v') + 1)


def test_a_pair_of_surrogates_is_one_character() -> None:
    """An emoji written as JSON's two escapes is the emoji."""
    assert value_of('"\\ud83d\\ude00"') == "\N{GRINNING FACE}"


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_tabs_and_line_breaks_of_any_system_may_stand_between_tokens(line_break: str) -> None:
    """White space means nothing but the place of what follows."""
    document = read_json(f'{{{line_break}\t"a":\t[1]{line_break}}}', "a.json")
    assert document.value == {"a": [1]}
    assert document.places == {(): (1, 1), ("a",): (2, 2), ("a", 0): (2, 8)}


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_nesting_without_end_is_refused(opening: str) -> None:
    """A hundred thousand brackets are refused at the first that is too deep, without a crash."""
    problem = problem_of(lambda: read_json(opening * 100_000, "a.json"))
    assert problem.message == "nests deeper than 64 levels"
    assert problem.line == 1


def test_nesting_is_allowed_up_to_the_limit() -> None:
    """Exactly the limit is read, one more is not."""
    assert value_of("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    problem = problem_of(lambda: read_json("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "a.json"))
    assert problem.column == MAX_DEPTH + 1


@pytest.mark.slow
def test_values_are_allowed_up_to_the_limit() -> None:
    """A list counts with its items; one more than the limit is refused where it stands."""
    items = "1,\n" * (MAX_VALUES - 2)
    assert len(value_of(f"[\n{items}1]")) == MAX_VALUES - 1
    problem = problem_of(lambda: read_json(f"[\n{items}1,\n1]", "a.json"))
    assert (problem.line, problem.message) == (MAX_VALUES + 1, "holds more than 200,000 values")


def test_a_string_without_end_costs_no_more_than_its_length() -> None:
    """Two megabytes of quotes that close nothing are refused at once; looking again from each took hours."""
    problem = problem_of(lambda: read_json('["' + '\\"' * 1_000_000, "a.json"))
    assert problem.message == "is not JSON: a quotation mark that opens here is never closed"


def test_a_duplicate_key_is_told_with_both_lines() -> None:
    """Reading goes on after a duplicate key with the first value, as in YAML, and each later one is told."""
    text = '{"a": 1,\n "b": {"c": 2,\n "c": 3},\n "a": 4,\n "a": 5}'
    document = read_json(text, "a.json")
    assert document.value == {"a": 1, "b": {"c": 2}}
    assert [(p.line, p.column, p.key, p.message) for p in document.problems] == [
        (3, 2, "b.c", "the key is written twice, first on line 2"),
        (4, 2, "a", "the key is written twice, first on line 1"),
        (5, 2, "a", "the key is written twice, first on line 1"),
    ]
    assert document == read_yaml(text, "a.json")


def test_places_are_those_of_the_value_that_counts() -> None:
    """What a duplicate key holds is left out, and so are its places and what is wrong in it."""
    text = '{"a": {"b": [1]},\n "a": {"b": [7, 8], "b": 9, "c": 9},\n "d": 2}'
    document = read_json(text, "a.json")
    assert document.value == {"a": {"b": [1]}, "d": 2}
    assert [problem.line for problem in document.problems] == [2]
    assert document == read_yaml(text, "a.json")


def test_the_same_key_in_two_objects_is_no_duplicate() -> None:
    """Keys are compared within their object alone."""
    assert value_of('[{"a": 1}, {"a": {"a": 2}}]') == [{"a": 1}, {"a": {"a": 2}}]


def test_keys_that_differ_only_in_control_characters_are_the_same() -> None:
    """Two keys that look the same once cleaned are one key written twice."""
    document = read_json('{"a\\u0001": 1,\n "a\\u0002": 2}', "a.json")
    assert document.value == {"a\ufffd": 1}
    assert [problem.line for problem in document.problems] == [2]


@given(st.text())
def test_any_text_is_a_document_or_a_fault_to_tell(text: str) -> None:
    """No text makes the reader fail in any other way than with its own error."""
    with contextlib.suppress(CareerError):
        read_json(text, "a.json")


@given(st.lists(st.sampled_from(MARKS + TRICKY), max_size=25).map("".join))
def test_any_pieces_of_json_are_a_document_or_a_fault_in_a_place(text: str) -> None:
    """Whatever the marks of JSON are put together to, a fault has a place inside the text."""
    try:
        value = read_json(text, "a.json").value
    except CareerError as error:
        (problem,) = error.problems
        assert 1 <= problem.line <= text.count("\n") + 1
        assert 1 <= problem.column <= len(text) + 1
    else:
        assert json.dumps(value, allow_nan=False)
        json.loads(text)
