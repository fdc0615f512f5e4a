from __future__ import annotations

import pytest
from hypothesis import given

from careercli.formats.yaml_reader import read_yaml
from careercli.formats.yaml_writer import write_yaml
from tests.formats.builders import JSON_VALUES, TRICKY


@given(JSON_VALUES)
def test_what_is_written_reads_back_as_it_was(value: object) -> None:
    """The strict reader takes back any plain value, with every key and text as it was."""
    document = read_yaml(write_yaml(value), "a.yaml")
    assert document.value == value
    assert not document.problems


@pytest.mark.parametrize("text", TRICKY)
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    """Words, numbers, dates and marks of YAML come back as the text they are, as a value, key and item."""
    value = {text: text, "list": [text]}
    assert read_yaml(write_yaml(value), "a.yaml").value == value


def test_keys_keep_their_order() -> None:
    """A file has its keys in the order in which they are given."""
    assert write_yaml({"b": 1, "a": [1, "x"]}) == "b: 1\na:\n- 1\n- x\n"


def test_one_text_in_two_places_is_written_out_twice() -> None:
    """No anchors are written: the reader would refuse them."""
    shared = ["one"]
    assert write_yaml({"a": shared, "b": shared}) == "a:\n- one\nb:\n- one\n"


def test_letters_of_any_script_are_written_as_they_are() -> None:
    """A person can read their own name in the file."""
    assert (
        write_yaml({"name": "Zo\u00eb \u9673 \N{GRINNING FACE}"})
        == "name: Zo\u00eb \u9673 \N{GRINNING FACE}\n"
    )
