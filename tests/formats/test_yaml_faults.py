from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml

from careercli.formats import yaml_reader
from careercli.formats.yaml_reader import read_yaml
from tests.formats.builders import problem_of

FAULTS = [
    ("a: 1\nb: 'x\nc: 1\n", (2, 4), "a quotation mark that opens here is never closed"),
    ('a: [[1], {b: [2, "x', (1, 18), "a quotation mark that opens here is never closed"),
    ('a: "\\q"\n', (1, 5), "\\q is no escape of YAML"),
    ('a: "\\x4"\n', (1, 5), "\\x is no escape of YAML"),
    ("a: [1, [2],\n", (1, 4), "a bracket that opens here is never closed"),
    ("- [[[\n", (1, 5), "a bracket that opens here is never closed"),
    ("a: [1, 2\nb: 3\n", (2, 2), "',' or ']' is missing in the list that begins on line 1"),
    ("{a: 1, b: 2]\n", (1, 12), "',' or '}' is missing in the mapping that begins on line 1"),
    ("a: [1,,2]\n", (1, 7), "',' stands where a value is missing"),
    ("a: ]\n", (1, 4), "']' stands where a value is missing"),
    ("a: b: c\n", (1, 5), "':' stands where no key can be"),
    ("a: 1\n  b: 2\n", (2, 4), "':' stands where no key can be"),
    (": 1\n", (1, 1), "a key is missing before ':'"),
    ("a: 1\nb\nc: 2\n", (2, 1), "':' is missing after 'b'"),
    ("a:\n  b: 1\n c: 2\n", (3, 2), "this line does not belong to what begins on line 1"),
    ("a: 1\n- b\n", (2, 1), "this line does not belong to what begins on line 1"),
    ("- a\nb: 1\n", (2, 1), "this line does not belong to what begins on line 1"),
    ("a: - b\n", (1, 4), "a list cannot begin here"),
    ("a: 'it's'\n", (1, 8), "more stands behind a value that has ended"),
    ("a: [x]y\n", (1, 7), "more stands behind a value that has ended"),
    ("\ta: 1\n", (1, 1), "a tab cannot indent"),
    ("a: >\n\tx\n", (2, 1), "a tab cannot indent"),
    ("a: |x\n b\n", (1, 4), "more stands behind '|' on its line"),
    ("a: `x`\n", (1, 4), "no text can begin with `"),
    ("a: *\n", (1, 4), "anchors and aliases are not allowed"),
    ("a: &\u00e9 b\n", (1, 4), "anchors and aliases are not allowed"),
    ("a: !x!y z\n", (1, 4), "tags are not allowed"),
    ("a: !<\n", (1, 4), "tags are not allowed"),
    ("%x\n", (1, 1), "a line that begins with % is not understood"),
    ("%YAML 1.1\n%YAML 1.1\n---\na", (2, 1), "a line that begins with % is not understood"),
    ("a: 1\n...\nb", (3, 1), "holds more than one document"),
    ("a: \x01", (1, 4), "the character U+0001 is not allowed in YAML"),
    ("[" * 2000, (1, 65), "nests deeper than 64 levels"),
]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with libyaml's parser, then with Python's: they find the same faults in words of their own."""
    monkeypatch.setattr(yaml_reader, "PARSER", getattr(yaml, request.param))


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "place", "message"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_told_in_words_of_ours(text: str, place: tuple[int, int], message: str) -> None:
    """Whichever parser found it, a fault has the same place and message, and says what to do."""
    problem = problem_of(lambda: read_yaml(text, "a.yaml"))

    assert ((problem.line, problem.column), problem.message) == (place, message)
    assert problem.hint.endswith(".") or "deeper" in message


@pytest.mark.parametrize(
    "error",
    [
        yaml.scanner.ScannerError("gibberish", None, "gibberish", None),
        yaml.parser.ParserError("gibberish", None, "gibberish", yaml.Mark("", 0, 0, 0, None, None)),
        yaml.reader.ReaderError("gibberish", 0, 0, "gibberish", "gibberish"),
        yaml.YAMLError("gibberish"),
        RecursionError("gibberish"),
        ValueError("gibberish"),
    ],
)
def test_no_word_of_the_library_is_repeated(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the library comes to say in another version, nobody reads it here."""

    def parse(*_: object, **__: object) -> Iterator[yaml.Event]:
        raise error

    monkeypatch.setattr(yaml, "parse", parse)
    problem = problem_of(lambda: read_yaml("a: 1\n", "a.yaml"))

    assert "gibberish" not in f"{problem}"
    assert problem.message
