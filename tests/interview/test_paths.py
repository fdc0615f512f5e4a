from __future__ import annotations

import os
from pathlib import Path

import pytest

from careercli.interview.paths import path_of


@pytest.mark.skipif(os.sep != "/", reason="there a backslash is part of a path")
@pytest.mark.parametrize(
    "typed",
    [
        "my cv (new).pdf",
        " my cv (new).pdf ",
        "'my cv (new).pdf'",
        '"my cv (new).pdf"',
        r"my\ cv\ \(new\).pdf",
    ],
)
def test_a_path_as_terminals_type_it(typed: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quotes and backslashes of a file that was dropped on the terminal are taken off."""
    monkeypatch.chdir(home)
    Path("my cv (new).pdf").touch()

    assert path_of(typed) == Path("my cv (new).pdf")


def test_other_ways_to_say_a_path(home: Path) -> None:
    """An address of a file, and one below the home folder."""
    assert path_of(f"file://{home}/my%20cv.pdf") == home / "my cv.pdf"
    assert path_of("~/cv.pdf") == Path("~/cv.pdf").expanduser()
