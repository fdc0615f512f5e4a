from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.errors import InvalidDataError
from careercli.formats.parser import parse
from careercli.formats.settings import NOTHING, _plain_value, read_settings

LINES = st.lists(
    st.sampled_from(
        [
            *("hours: 6", "hours: 06", "hours: 1e3", "goal: manager", "goal: null", "goal:", "data:"),
            *("- /packs/a b", "  - c:/x", "- yes", "-", "- - a", "pager: less -R", "pager: a # b", "x: NO"),
            *("state: True", "state: true", "# said", "", "  ", " goal: x", "goal: a: b", "'goal': x"),
            *("goal: ~", "goal: .5", "goal: 0x1f", "goal: 12:30", "goal: Zoë", "---", "goal: [a]", "x: - a"),
            *("a", "goal: x ", 'goal: "x"'),
        ]
    ),
    max_size=5,
)


@given(LINES)
def test_what_is_read_without_yaml_reads_the_same_with_it(lines: list[str]) -> None:
    """Whatever is taken without the reader of YAML is what that makes of it; all else is left to it."""
    text = "\n".join(lines)
    plain = _plain_value(text.encode())

    if plain:
        document = parse(text, "settings")
        assert (document.value, document.problems) == (plain, ())


def test_lines_that_careercli_writes_need_no_yaml() -> None:
    """What is written by careercli itself is among what is taken."""
    text = "schema: careercli/settings@1\nhours: 6.5\ndata:\n- /packs/shop\n- /packs/b\nstate: CA\n"

    assert _plain_value(text.encode()) == {
        "schema": "careercli/settings@1",
        "hours": 6.5,
        "data": ["/packs/shop", "/packs/b"],
        "state": "CA",
    }


def test_a_setting_that_is_broken_does_not_count(tmp_path: Path) -> None:
    """The others do; each problem has its line and key."""
    path = tmp_path / "settings.yaml"
    path.write_text("schema: careercli/settings@1\nhours: 600\ngoal: manager\ncolor: never\ndata: [1, /a]\n")

    read = read_settings(path)

    assert (read.settings.hours, read.settings.goal, read.settings.data) == (None, "manager", None)
    assert [(problem.line, problem.key) for problem in read.problems] == [
        (4, "color"),
        (2, "hours"),
        (5, "data[0]"),
    ]
    assert read.problems[0].hint == "Did you mean 'colour'?"


@pytest.mark.parametrize("text", ["[", "- a\n", "", "\x00"])
def test_what_is_no_settings_at_all(tmp_path: Path, text: str) -> None:
    """A file of something else is refused."""
    path = tmp_path / "settings.yaml"
    path.write_text(text)

    with pytest.raises(InvalidDataError):
        read_settings(path)


def test_nothing_chosen() -> None:
    """Who has chosen nothing has None for everything."""
    assert {getattr(NOTHING, name) for name in NOTHING.__struct_fields__ if name != "schema"} == {None}
