from __future__ import annotations

from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta

from careercli.domain.values import REFERS_TO
from careercli.errors import InvalidDataError, Problem
from careercli.formats.checker import examine, walk
from careercli.formats.document import Document
from careercli.formats.parser import parse
from tests.formats.builders import problem_of, problems_of

Share = Annotated[int, Meta(ge=0, le=9, description="a share: a whole number from 0 to 9")]
Word = Annotated[str, Meta(pattern="^[a-z]+$", max_length=5)]


class Range(msgspec.Struct, frozen=True):
    """A range that may not run backwards."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError("low must not be above high")


class Garden(msgspec.Struct, frozen=True, kw_only=True):
    """A format with a field of every kind."""

    schema: Literal["garden@1"]
    name: str
    plots: int = 1
    open: bool = False
    size: float | None = None
    kind: Literal["roses", "herbs"] = "roses"
    word: Word = "a"
    hours: Range | None = None
    beds: tuple[Range, ...] = ()
    shares: dict[Annotated[int, Meta(ge=1, le=4, description="a number from 1 to 4")], Share] = {}
    notes: dict[str, Share | Range | None] = {}
    either: Share | Range = 0
    shown_as: str = msgspec.field(default="", name="shown-as")


def garden(lines: str) -> Document:
    return parse(f"schema: garden@1\nname: East\n{lines}", "garden.yaml")


def check(document: Document, wanted: type[Garden]) -> Garden:
    """Return the document as its readers take it: whole, or not at all."""
    value, problems = examine(document, wanted)
    if value is None or problems:
        raise InvalidDataError.counting(document.name, problems)
    return value


def told(problem: Problem) -> tuple[int, int, str, str]:
    return (problem.line, problem.column, problem.key, problem.message)


def test_a_good_document_becomes_the_value() -> None:
    """Every kind of field arrives with its type, nested values included."""
    document = garden(
        "plots: 3\nopen: true\nsize: 2\nkind: herbs\nhours: {low: 1, high: 2.5}\nbeds:\n  - {low: 1, high: 1}"
        "\nshares: {1: 9, 4: 0}\nnotes: {a: 3, b: {low: 0, high: 1}, c: null}\nshown-as: The east one\n"
    )
    assert check(document, Garden) == Garden(
        schema="garden@1",
        name="East",
        plots=3,
        open=True,
        size=2.0,
        kind="herbs",
        hours=Range(1.0, 2.5),
        beds=(Range(1.0, 1.0),),
        shares={1: 9, 4: 0},
        notes={"a": 3, "b": Range(0.0, 1.0), "c": None},
        shown_as="The east one",
    )


def test_what_is_left_out_has_its_default() -> None:
    """Only fields without a default are asked for."""
    assert check(garden(""), Garden) == Garden(schema="garden@1", name="East")


@pytest.mark.parametrize(
    ("lines", "place", "key", "message"),
    [
        ("plots: two", (3, 1), "plots", "must be a whole number, not 'two'"),
        ("plots: 1.5", (3, 1), "plots", "must be a whole number, not 1.5"),
        ("plots: true", (3, 1), "plots", "must be a whole number, not true"),
        ("plots:", (3, 1), "plots", "must be a whole number, not nothing"),
        ("plots: {}", (3, 1), "plots", "must be a whole number, not a mapping"),
        ("open: yes", (3, 1), "open", "must be true or false, not 'yes'"),
        ("open: 1", (3, 1), "open", "must be true or false, not 1"),
        ("size: '2'", (3, 1), "size", "must be a number, not '2'"),
        ("size: [2]", (3, 1), "size", "must be a number, not a list"),
        ("size: {}", (3, 1), "size", "must be a number, not a mapping"),
        ("either:", (3, 1), "either", "must be a share: a whole number from 0 to 9, not nothing"),
        ("size: false", (3, 1), "size", "must be a number, not false"),
        ("kind: Roses", (3, 1), "kind", "must be one of 'roses', 'herbs', not 'Roses'"),
        (
            "shown-as: 12",
            (3, 1),
            "shown-as",
            "must be text (put it in quotes if it looks like a number), not 12",
        ),
        ("hours: 3", (3, 1), "hours", "must be a mapping of keys to values, not 3"),
        ("hours: {low: 1}", (3, 1), "hours.high", "is missing"),
        ("hours: {low: 2, high: 1}", (3, 1), "hours", "low must not be above high"),
        ("beds: {}", (3, 1), "beds", "must be a list, not a mapping"),
        (
            "beds:\n - {low: 0, high: 1}\n - 7",
            (5, 4),
            "beds[1]",
            "must be a mapping of keys to values, not 7",
        ),
        ("beds:\n - {low: 0,\n    high: x}", (5, 5), "beds[0].high", "must be a number, not 'x'"),
        ("shares: [1]", (3, 1), "shares", "must be a mapping of keys to values, not a list"),
        ("shares:\n  5: 1", (4, 3), "shares.5", "must be a number from 1 to 4, not '5'"),
        ("shares:\n  x: 1", (4, 3), "shares.x", "must be a number from 1 to 4, not 'x'"),
        ("shares: {1: 1, 1.0: 2}", (3, 16), "shares.1.0", "must be a number from 1 to 4, not '1.0'"),
        ("shares: {1: 10}", (3, 10), "shares.1", "must be a share: a whole number from 0 to 9, not 10"),
        ("shares: {1: -1}", (3, 10), "shares.1", "must be a share: a whole number from 0 to 9, not -1"),
        ("notes: {a: x}", (3, 9), "notes.a", "must be a share: a whole number from 0 to 9, not 'x'"),
        ("notes: {a: {low: 0}}", (3, 9), "notes.a.high", "is missing"),
    ],
)
def test_a_wrong_value_is_told_with_its_place_and_what_it_must_be(
    lines: str, place: tuple[int, int], key: str, message: str
) -> None:
    """The message says what is wanted in words and what is there."""
    problem = problem_of(lambda: check(garden(lines), Garden))
    assert told(problem) == (*place, key, message)
    assert problem.file == "garden.yaml"
    assert examine(garden(lines), Garden)[0] is None


def test_a_long_wrong_value_is_cut_short() -> None:
    """A message shows the beginning of a long value, on one line."""
    message = problem_of(lambda: check(garden(f'plots: "a\\n{"x" * 100}"'), Garden)).message
    assert message == f"must be a whole number, not 'a {'x' * 35}...'"


@pytest.mark.parametrize(
    ("lines", "key", "hint"),
    [
        ("plot: 3", "plot", "Did you mean 'plots'?"),
        ("PLOTS: 3", "PLOTS", "Did you mean 'plots'?"),
        ("shown_as: x", "shown_as", "Did you mean 'shown-as'?"),
        ("hours: {low: 1, high: 2, hihg: 3}", "hours.hihg", "Did you mean 'high'?"),
        ("hours: {low: 1, high: 2, zzz: 3}", "hours.zzz", "Known keys: low, high."),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_known_one(lines: str, key: str, hint: str) -> None:
    """An unknown key says which was probably meant, or else which there are."""
    problem = problem_of(lambda: check(garden(lines), Garden))
    assert (problem.key, problem.message, problem.hint) == (key, "is not a known key", hint)
    assert examine(garden(lines), Garden)[0] is None


def test_all_problems_are_told_at_once() -> None:
    """One run finds duplicate, missing and unknown keys and wrong values, told from the top down."""
    text = (
        "schema: garden@2\nplot: 3\nkind: x\nkind: y\nhours: {low: z}\nbeds:\n  - {low: 2, high: 1}\n  - no\n"
    )
    problems = problems_of(lambda: check(parse(text, "garden.yaml"), Garden))
    assert [told(problem) for problem in problems] == [
        (1, 1, "name", "is missing"),
        (1, 1, "schema", "must be 'garden@1', not 'garden@2'"),
        (2, 1, "plot", "is not a known key"),
        (3, 1, "kind", "must be one of 'roses', 'herbs', not 'x'"),
        (4, 1, "kind", "the key is written twice, first on line 3"),
        (5, 1, "hours.high", "is missing"),
        (5, 9, "hours.low", "must be a number, not 'z'"),
        (7, 5, "beds[0]", "low must not be above high"),
        (8, 5, "beds[1]", "must be a mapping of keys to values, not 'no'"),
    ]


@pytest.mark.parametrize(
    ("lines", "message"), [("plots: x", "1 problem"), ("plots: x\nopen: 3", "2 problems")]
)
def test_the_error_counts_its_problems(lines: str, message: str) -> None:
    """The summary names the document and how much is wrong with it."""
    with pytest.raises(InvalidDataError) as caught:
        check(garden(lines), Garden)
    assert caught.value.message == f"garden.yaml has {message}."


@pytest.mark.parametrize("text", ["", "# nothing here\n", "~", "null"])
def test_an_empty_document_says_how_to_begin(text: str) -> None:
    """An empty file is told as such, with the line it should start with."""
    problem = problem_of(lambda: check(parse(text, "garden.yaml"), Garden))
    assert problem.message == "is empty"
    assert problem.hint == "It should start with 'schema: garden@1'."


@pytest.mark.parametrize(("text", "shown"), [("12", "12"), ("- a", "a list"), ("word", "'word'")])
def test_a_root_that_is_no_mapping_is_told(text: str, shown: str) -> None:
    """A scalar or list where a mapping should be is one problem, not many missing keys."""
    problem = problem_of(lambda: check(parse(text, "garden.yaml"), Garden))
    assert told(problem) == (1, 1, "", f"must be a mapping of keys to values, not {shown}")


def test_a_duplicate_key_alone_does_not_hide_the_value() -> None:
    """What could be read is there for further checks, beside its problems; only ``check`` insists on none."""
    value, problems = examine(garden("plots: 2\nplots: 3\n"), Garden)
    assert value == Garden(schema="garden@1", name="East", plots=2)
    assert len(problems) == 1


def test_text_is_held_to_its_pattern_and_length() -> None:
    """Limits on text hold; without words of their own they are told as for any text."""
    assert check(garden("word: abc"), Garden).word == "abc"
    for wrong in ("ABC", "abcdef"):
        assert (
            "must be text" in problem_of(lambda wrong=wrong: check(garden(f"word: {wrong}"), Garden)).message
        )


Seed = Annotated[
    str, Meta(pattern="^[a-z]+$", description="a seed: small letters", extra={REFERS_TO: "seed"})
]
Bed = Annotated[str, Meta(pattern="^[a-z]+$", extra={REFERS_TO: "bed"})]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What grows in a row, and what it is next to."""

    seed: Seed
    depth: Share = 0
    near: Seed | None = None


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A format whose values are names of what stands elsewhere."""

    schema: Literal["plan@1"]
    first: Seed | None = None
    seeds: Annotated[tuple[Seed, ...], Meta(min_length=1, description="a list of at least one seed")] = ("a",)
    tools: Annotated[tuple[str, ...], Meta(description="a list of tools")] = ()
    rows: tuple[Row, ...] = ()
    beds: dict[Bed, Row] = {}


def plan(lines: str) -> Document:
    return parse(f"schema: plan@1\n{lines}", "plan.yaml")


def test_what_a_document_refers_to_is_told_with_its_place() -> None:
    """Values and keys whose types say so, at any depth; what has no value refers to nothing."""
    document = plan(
        "first: leek\nseeds: [kale, leek]\nrows:\n  - {seed: pea, near: null}\n  - {seed: bean, near: corn}\n"
        "beds:\n  east: {seed: rye}\n"
    )
    assert walk(document, Plan)[2] == [
        (("first",), "seed", "leek"),
        (("seeds", 0), "seed", "kale"),
        (("seeds", 1), "seed", "leek"),
        (("rows", 0, "seed"), "seed", "pea"),
        (("rows", 1, "seed"), "seed", "bean"),
        (("rows", 1, "near"), "seed", "corn"),
        (("beds", "east", "seed"), "seed", "rye"),
        (("beds", "east"), "bed", "east"),
    ]
    assert examine(document, Plan)[1] == ()


def test_a_document_of_the_wrong_form_refers_as_well() -> None:
    """What has the form of a name is told, whatever is wrong around it; what has not is no name."""
    document = plan(
        "first: [x]\nseeds: 3\nrows:\n  - {seed: pea, depth: 99}\n  - {near: corn}\n  - 7\n"
        "beds:\n  EAST: {seed: RYE}\n"
    )
    assert walk(document, Plan)[2] == [
        (("rows", 0, "seed"), "seed", "pea"),
        (("rows", 1, "near"), "seed", "corn"),
    ]
    assert walk(parse("", "plan.yaml"), Plan)[2] == []


@pytest.mark.parametrize(
    ("lines", "key", "message"),
    [
        ("seeds: []", "seeds", "must be a list of at least one seed, not an empty one"),
        ("seeds: [A]", "seeds[0]", "must be a seed: small letters, not 'A'"),
        ("seeds: 3", "seeds", "must be a list, not 3"),
        ("seeds:", "seeds", "must be a list, not nothing"),
        ("tools: x", "tools", "must be a list, not 'x'"),
    ],
)
def test_a_list_whose_length_is_limited(lines: str, key: str, message: str) -> None:
    """Items are told first; a list that is too short is told by what it must be."""
    value, (problem,) = examine(plan(lines), Plan)
    assert value is None
    assert (problem.line, problem.key, problem.message) == (2, key, message)


def test_a_list_without_a_least_length_may_be_empty() -> None:
    """Words about a list do not limit it."""
    value, problems = examine(plan("tools: []\nseeds: [b]"), Plan)
    assert (value, problems) == (Plan(schema="plan@1", seeds=("b",)), ())
