from __future__ import annotations

import os
import re
from unittest.mock import patch
from xml.etree import ElementTree as ET

import pytest

from careercli.pages.picture import MARK, picture

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    '<script>alert(1)</script> & "quoted" {braces} [bold]x[/bold] ]]> \x07\x1b]8;;http://evil\x07\ufffe\ud800'
)


def words(svg: str) -> str:
    """Return what a picture shows, as text."""
    root = ET.fromstring(svg)  # noqa: S314 - drawn by ourselves
    shown = "".join(element.text or "" for element in root.iter(f"{SVG}text"))
    return shown.replace("\xa0", " ")


def test_a_picture_shows_what_was_printed() -> None:
    """Screens stand below one another, an empty line apart; the title is the command."""
    svg = picture(["one\n", "two\n\n", "three\n"], "careercli demo", 40)

    assert svg.startswith(MARK)
    root = ET.fromstring(svg)  # noqa: S314
    assert root.findtext(f"{SVG}title") == "careercli demo"
    places = {element.text: element.get("y") for element in root.iter(f"{SVG}text")}
    assert [places[word] for word in ("one", "two", "three")] == ["20", "68.8", "117.6"]


def test_colors() -> None:
    """Codes of colors become colors, and none of them is left as text."""
    svg = picture(["\x1b[1;36mbold\x1b[0m plain"], "careercli", 40)

    assert "fill: #56b6c2;font-weight: bold" in svg
    assert words(svg).endswith("bold plain")


def test_hostile_text_stays_text() -> None:
    """Whatever a screen or a title says, the picture is well formed and holds nothing that runs or loads."""
    svg = picture([HOSTILE], HOSTILE, 200)

    assert "<script" not in svg
    assert '<script>alert(1)</script> & "quoted" {braces} [bold]x[/bold]' in words(svg)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", re.sub(">[^<]*<", "><", svg))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", svg)
    svg.encode()


def test_nothing_is_loaded_from_elsewhere() -> None:
    """A picture names fonts that are there, and no address but that of its own format."""
    svg = picture(["text"], "careercli", 40)

    assert set(re.findall(r"https?://[^\"' )]+", svg)) == {"http://www.w3.org/2000/svg"}
    assert not re.search("@font-face|@import|href|url\\((?!#)", svg)


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("日本語", 6), ("e\u0301a", 2), ("🎉", 2)])
def test_letters_that_take_two_columns_or_none(text: str, cells: int) -> None:
    """A piece of text is as wide as its columns, not as its letters are many."""
    assert f'textLength="{cells * 12.2:g}"' in picture([text], "careercli", 40)


def test_a_long_title_is_cut() -> None:
    """A title leaves room for the buttons."""
    assert words(picture(["x"], f"careercli {'y' * 200}", 40)).startswith(f"careercli {'y' * 11}…")


def test_a_line_that_is_too_long_goes_on_below() -> None:
    """Nothing is cut off."""
    assert words(picture(["a" * 50 + "\n"], "t", 40)) == "t" + "a" * 50


@pytest.mark.parametrize("name", ["NO_COLOR", "TERM", "COLUMNS", "FORCE_COLOR", "LANG"])
def test_the_same_bytes_everywhere(name: str) -> None:
    """What is set around the run has been heard before: the same screens are the same bytes."""
    drawn = picture(["\x1b[36mtext\x1b[0m"], "careercli", 80)

    with patch.dict(os.environ, {name: "30"}):
        assert picture(["\x1b[36mtext\x1b[0m"], "careercli", 80) == drawn
