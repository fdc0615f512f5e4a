from __future__ import annotations

import json
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.errors import ExitCode, InvalidDataError
from careercli.formats.yaml_editor import edit_yaml
from careercli.formats.yaml_reader import read_yaml
from careercli.formats.yaml_writer import write_yaml
from tests.formats.builders import JSON_VALUES, texts

PERSON = """\
# My profile, last looked at in May
schema: careercli/profile@1
name:   "Dana Reyes"     # as on the badge
experience: {support_years: 6.5, leading_years: 1.5}  # counted by hand

# What I can do
skills:

    ticketing: 3      # Zendesk and Freshdesk
    'coaching':       # since spring
        level: 2
        evidence: >-
            Two new hires,
            both past probation
    live-chat: 1

# not for us
not_applicable:
    phone-support: We have no phones
# the end
"""


def value_of(text: str) -> dict[str, object]:
    """Return what a text says."""
    value = read_yaml(text, "a.yaml").value
    assert isinstance(value, dict)
    return value


def changed(text: str, *path: str, to: object) -> str:
    """Return a text edited so that the value at a path is another; ... takes the key out."""
    wanted = value_of(text)
    inner = wanted
    for key in path[:-1]:
        part = inner[key]
        assert isinstance(part, dict)
        inner = part
    if to is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = to
    edited = edit_yaml(text, wanted)
    assert value_of(edited) == wanted
    return edited


def difference(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the lines that only the old text has, and those that only the new one has."""
    before, after = old.splitlines(), new.splitlines()
    return [line for line in before if line not in after], [line for line in after if line not in before]


@pytest.mark.parametrize(
    ("path", "to", "gone", "come"),
    [
        (
            ("skills", "ticketing"),
            4,
            ["    ticketing: 3      # Zendesk and Freshdesk"],
            ["    ticketing: 4      # Zendesk and Freshdesk"],
        ),
        (("skills", "coaching", "level"), 3, ["        level: 2"], ["        level: 3"]),
        (("skills", "live-chat"), ..., ["    live-chat: 1"], []),
        (("skills", "documentation"), 2, [], ["    documentation: 2"]),
        (("goal",), "director", [], ["goal: director"]),
        (
            ("name",),
            "Dana R.",
            ['name:   "Dana Reyes"     # as on the badge'],
            ["name:   Dana R.     # as on the badge"],
        ),
        (
            ("experience", "leading_years"),
            2,
            ["experience: {support_years: 6.5, leading_years: 1.5}  # counted by hand"],
            ["experience: {support_years: 6.5, leading_years: 2}  # counted by hand"],
        ),
        (
            ("experience", "leading_years"),
            ...,
            ["experience: {support_years: 6.5, leading_years: 1.5}  # counted by hand"],
            ["experience: {support_years: 6.5}  # counted by hand"],
        ),
        (
            ("skills", "coaching", "evidence"),
            "Five new hires",
            ["        evidence: >-", "            Two new hires,", "            both past probation"],
            ["        evidence: Five new hires"],
        ),
        (
            ("skills", "ticketing"),
            {"level": 4, "evidence": "Rebuilt it"},
            ["    ticketing: 3      # Zendesk and Freshdesk"],
            ["    ticketing:      # Zendesk and Freshdesk", "      level: 4", "      evidence: Rebuilt it"],
        ),
        (
            ("not_applicable",),
            ...,
            ["not_applicable:", "    phone-support: We have no phones"],
            [],
        ),
    ],
)
def test_only_what_changes_is_touched(
    path: tuple[str, ...], to: object, gone: list[str], come: list[str]
) -> None:
    """Each change goes into its own line; comments, quotes, order and blank lines stay everywhere else."""
    assert difference(PERSON, changed(PERSON, *path, to=to)) == (gone, come)


def test_the_same_value_changes_nothing() -> None:
    """A text that says already what is wanted is returned as it is."""
    assert edit_yaml(PERSON, value_of(PERSON)) == PERSON


def test_new_keys_come_where_they_are_wanted() -> None:
    """A new key comes after the one that it follows, before the first where it follows none."""
    text = "b: 1  # one\n\n# about d\nd: 2\n"

    assert edit_yaml(text, {"a": 0, "b": 1, "c": {"x": [1]}, "d": 2, "e": None}) == (
        "a: 0\nb: 1  # one\nc:\n  x:\n  - 1\n\n# about d\nd: 2\ne: null\n"
    )


def test_several_changes_at_once() -> None:
    """Changes beside one another do not get into each other's way."""
    text = "a:\n  x: 1\n  y: 2  # why\nb: 2\nc: 3\n"

    assert edit_yaml(text, {"a": {"y": 5, "z": 6}, "new": 7, "c": 4}) == (
        "a:\n  y: 5  # why\n  z: 6\nnew: 7\nc: 4\n"
    )


@pytest.mark.parametrize(
    ("text", "wanted", "edited"),
    [
        ("a: {x: 1}\n", {"a": {"x": 1, "y": "q, r"}}, 'a: {x: 1, y: "q, r"}\n'),
        ("a: {x: 1, y: 2, z: 3}\n", {"a": {"x": 1, "z": 3}}, "a: {x: 1, z: 3}\n"),
        ("a: {x: 1, y: 2, z: 3}\n", {"a": {"y": 2, "z": 3}}, "a: {y: 2, z: 3}\n"),
        ("a: {x: 1}\n", {"a": {"w": 0}}, "a: {w: 0, }\n"),
        (
            "a: {x, y: }\n",
            {"a": {"x": True, "y": [1, {"b c": None}]}},
            'a: {x: true, y: [1, {"b c": null}]}\n',
        ),
        (
            "a: {\n  x: 1,  # one\n  y: 2,  # two\n}\n",
            {"a": {"x": 1}},
            "a: {\n  x: 1,  # one\n    # two\n}\n",
        ),
        (
            "a: {\n  x: 1,  # one\n  y: 2  # two\n}\n",
            {"a": {"x": 1, "z": 3}},
            "a: {\n  x: 1, z: 3,  # one\n    # two\n}\n",
        ),
    ],
)
def test_inside_braces(text: str, wanted: dict[str, object], edited: str) -> None:
    """A mapping in braces stays one; what is put into it is quoted where braces need it."""
    assert edit_yaml(text, wanted) == edited


@pytest.mark.parametrize(
    ("text", "wanted", "edited"),
    [
        ("a: {}\nb: 1\n", {"a": {"x": 1}, "b": 1}, "a:\n  x: 1\nb: 1\n"),
        ("a:  # nothing yet\nb: 1\n", {"a": 3, "b": 1}, "a: 3  # nothing yet\nb: 1\n"),
        ("a:  # nothing yet\nb: 1\n", {"a": {"x": 1}, "b": 1}, "a:  # nothing yet\n  x: 1\nb: 1\n"),
        ("a:\n  x: 1  # one\nb: 1\n", {"a": 3, "b": 1}, "a: 3  # one\nb: 1\n"),
        ("a:\n  long\nb: 1\n", {"a": 3, "b": 1}, "a: 3\nb: 1\n"),
        ("a:\n- 1\n- 2\nb: 1\n", {"a": [1], "b": 1}, "a:\n- 1\nb: 1\n"),
        ("a: 1\nb: |\n  x\n\n# c\n", {"a": 1, "b": "y"}, "a: 1\nb: y\n\n# c\n"),
        ("b: |\n  x\n\n# c\n", {"b": "x\n", "d": 1}, "b: |\n  x\nd: 1\n\n# c\n"),
        ("b: |+  # all\n  x\n\n# c\n", {"b": "x\n\n", "d": 1}, "b: |+  # all\n  x\n\nd: 1\n# c\n"),
        ("a: 1", {"a": 1, "b": 2}, "a: 1\nb: 2\n"),
        ("a: 1  # one", {"a": {"x": 2}}, "a:  # one\n  x: 2\n"),
        ("a: 1 # x\r\nb: 2\r\n", {"a": 1, "c": {"d": 3}, "b": 4}, "a: 1 # x\r\nc:\r\n  d: 3\r\nb: 4\r\n"),
        ("---\n# c\na: 1\n...\n", {"a": 2, "b": 3}, "---\n# c\na: 2\nb: 3\n...\n"),
        ("a:  # one\n  x: 1\n  y: 2\nb: 1\n", {"a": 3, "b": 1}, "a: 3  # one\nb: 1\n"),
        ("a: 1  # one\nb: 1\n", {"a": "x\ny", "b": 1}, "a: |-  # one\n  x\n  y\nb: 1\n"),
        ("a: 1\nb: true\n", {"a": True, "b": 1}, "a: true\nb: 1\n"),
    ],
)
def test_every_kind_of_value(text: str, wanted: dict[str, object], edited: str) -> None:
    """Empty values, blocks, lists, block scalars, and files of other systems or without a last line break."""
    assert edit_yaml(text, wanted) == edited


def test_what_cannot_be_edited_is_written_anew() -> None:
    """JSON, explicit keys and a file that ends up empty have nothing to keep: the value is what counts."""
    assert edit_yaml('{"a": 1,\n "b": 2}', {"a": 1, "b": 3}) == "a: 1\nb: 3\n"
    assert edit_yaml("? a\n: 1\n", {"a": 1, "b": 3}) == "a: 1\nb: 3\n"
    assert edit_yaml("? a # :\n: 1\n", {"a": {"x": 2}}) == "a:\n  x: 2\n"
    assert edit_yaml("", {"a": 1}) == "a: 1\n"
    assert edit_yaml("a: 1\n", {}) == "{}\n"


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: !!int 1\n", "a: [\n", "a: .nan\n"])
def test_what_the_reader_refuses_is_not_edited(text: str) -> None:
    """The strict reader is the only one: what it does not take is not touched."""
    with pytest.raises(InvalidDataError) as caught:
        edit_yaml(text, {"a": 2})

    assert caught.value.exit_code == ExitCode.INVALID


# Made once: to make and check a strategy costs more than to draw from it.
_names = st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=1, max_size=6, unique=True)
_simple = st.integers(0, 9) | st.from_regex(r"[a-z ,:{}#]{0,9}", fullmatch=True)
_new = JSON_VALUES | texts(40) | st.dictionaries(st.sampled_from(["x", "y", "z"]), st.integers(0, 3))
_changes = st.just(...) | _new


@st.composite
def written(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a file as people write them, and its lines that hold one simple value each at the top."""
    lines, simple = [], []
    names = draw(_names)
    for number, name in enumerate(names):
        lines += draw(st.sampled_from([[], [""], [f"# over {number}"], ["", f" # over {number}", ""]]))
        behind = draw(st.sampled_from(["", f" # behind {number}", f"   # {number}: 'it' \"is\" {{a}}"]))
        kind = draw(st.sampled_from(["plain", "braces", "block", "literal"]))
        if kind == "plain":
            value = json.dumps(draw(_simple))
            lines.append(f"{name}: {value}{behind}")
            simple.append(lines[-1])
        elif kind == "braces":
            lines.append(f"{name}: {{x: {number}, 'y': \"z\"}}{behind}")
        elif kind == "block":
            indent = " " * draw(st.integers(1, 6))
            lines += [f"{name}:{behind}", f"{indent}x: 1{behind}", *draw(st.sampled_from([[], ["", "# in"]]))]
            lines.append(f"{indent}y:   'two'{behind}")
        else:
            lines += [f"{name}: |{draw(st.sampled_from(['', '+', '-']))}{behind}", "  some", "", "  text", ""]
    end = draw(st.sampled_from(["", "\n"]))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return newline.join(lines) + end, simple


@pytest.mark.slow
@settings(max_examples=300)
@given(file=written(), data=st.data())
def test_any_edit_of_any_file(file: tuple[str, list[str]], data: st.DataObject) -> None:
    """Whatever is changed, the file says what is wanted, and what nobody changed stands as it stood."""
    text, simple = file
    old = value_of(text)
    touched = data.draw(st.dictionaries(st.sampled_from([*old, "new", "other"]), _changes))
    wanted = {key: value for key, value in (old | touched).items() if value is not ...}

    edited = edit_yaml(text, wanted)

    assert read_yaml(edited, "a.yaml").value == wanted
    kept = [line for line in simple if line.partition(":")[0] not in touched]
    over = [line for line in text.splitlines() if line.lstrip().startswith("# over")]
    if wanted:
        lines = edited.splitlines()
        assert [line for line in lines if line in kept] == kept
        assert [line for line in lines if line in over] == over


def test_what_goes_below_a_text_that_keeps_blank_lines() -> None:
    """The blank lines below it would become part of the text, so they go too; the rest stands as it stood."""
    text = "a: |+\n  some\n\ngone: 1\n\n # over\n\nb: ''  # kept\n"
    wanted = {"a": "some\n\n", "b": ""}
    assert edit_yaml(text, wanted) == "a: |+\n  some\n\n # over\n\nb: ''  # kept\n"


@given(old=st.dictionaries(texts(9), JSON_VALUES, min_size=1), new=st.dictionaries(texts(9), JSON_VALUES))
def test_any_value_becomes_any_other(old: dict[str, object], new: dict[str, object]) -> None:
    """Keys and values with anything in them are edited into what is wanted."""
    assert read_yaml(edit_yaml(write_yaml(old), old | new), "a.yaml").value == old | new


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("a:\n  - one  # first\n\n  - {x: 2}\nb: 1", "a:\n  - one  # first\n\n  - {x: 2}\n  - y: 3\nb: 1"),
        ("a:\n- one\n- x: 2  # in\nb: 1\n", "a:\n- one\n- x: 2  # in\n- y: 3\nb: 1\n"),
        ("b: 1\na:  # mine\n    - one\n    - x: 2", "b: 1\na:  # mine\n    - one\n    - x: 2\n    - y: 3\n"),
        ("a: [one, {x: 2}]  # mine\nb: 1\n", "a: [one, {x: 2}, {y: 3}]  # mine\nb: 1\n"),
    ],
)
def test_an_item_more(text: str, edited: str) -> None:
    """What comes behind the items of a list stands below them, which stay as they were written."""
    old = value_of(text)
    assert edit_yaml(text, {**old, "a": ["one", {"x": 2}, {"y": 3}]}) == edited


def test_a_profile_of_the_specification() -> None:
    """The example that the format is explained with takes a finished step as one changed line."""
    text = dedent(
        """\
        schema: careercli/profile@1
        experience: {support_years: 6.5, leading_years: 1.5}
        skills:
          ticketing: 3
          conflict-resolution: {level: 3, evidence: Ran the refund escalations for a year}
        """
    )

    edited = changed(text, "skills", "conflict-resolution", "level", to=4)

    assert edited == text.replace("{level: 3", "{level: 4")


@pytest.mark.parametrize("end", ["", "\n"])
def test_lines_in_place_of_a_block_with_a_comment_on_its_last_line(end: str) -> None:
    """The comment goes with what it was about, not into the text; the rest of the file stays as it was."""
    text = f"# mine\naa:\n  x: 1\n  y: 2 # c\nb: ''{end}"

    edited = edit_yaml(text, {"aa": "0\n0", "b": ""})

    assert edited == f"# mine\naa: |-\n  0\n  0\nb: ''{end}"
