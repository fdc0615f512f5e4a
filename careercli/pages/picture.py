"""A screen as a picture: SVG that loads nothing from elsewhere, the same bytes on every machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape
from io import StringIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

MARK = "<!-- A picture by careercli -->\n"
"""How every picture begins: nothing that begins otherwise is ever overwritten by one."""

_ID = "careercli"

_FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<title>TITLE</title>
<style>
.{unique_id}-matrix {{
  font: {char_height}px/{line_height}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
.{unique_id}-title {{ font: bold 18px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""What Rich puts a picture into; its own loads a font from the network, and names no fonts that are there."""

_CELL = 12.2
"""How wide a column is drawn, in pixels."""

_BUTTONS = 18
"""Columns of the title bar that its buttons need, on either side of a title in the middle."""

_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that may not stand in XML, or mean nothing in a picture."""

_SPAN = re.compile(r'textLength="[^"]*"( clip-path="[^"]*">)([^<]*)<')
_LINE_END = re.compile("<text [^>]*>\n</text>")


def _theme() -> TerminalTheme:
    normal = ["181a1f", "e06c75", "98c379", "e5c07b", "61afef", "c678dd", "56b6c2", "abb2bf"]
    bright = ["5c6370", *normal[1:7], "ffffff"]
    return TerminalTheme(_rgb("181a1f"), _rgb("d6dae0"), [*map(_rgb, normal)], [*map(_rgb, bright)])


def _rgb(code: str) -> tuple[int, int, int]:
    return (int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16))


def picture(screens: Sequence[str], title: str, width: int) -> str:
    """Return screens below one another as a picture of a terminal.

    Args:
        screens: what was printed, with the codes of colors where there are any.
        title: what stands in the title bar; one that is too long is cut.
        width: columns of the terminal.

    """
    console = Console(
        file=StringIO(),
        record=True,
        width=width,
        color_system="standard",
        force_terminal=True,
        no_color=False,
        legacy_windows=False,
        _environ={},  # what is set around the run has been heard by then
    )
    console.print(Text.from_ansi(_drawable(_joined(screens)), overflow="fold"), end="")
    title = _fitted(_drawable(title), max(width - _BUTTONS, 10))
    # Rich formats with str.format: the braces of a title must not be taken for its own.
    named = _FORMAT.replace("TITLE", escape(title).replace("{", "{{").replace("}", "}}"))
    drawn = console.export_svg(title=title, theme=_theme(), code_format=named, unique_id=_ID)
    lines = _SPAN.sub(_measured, _LINE_END.sub("\n", drawn)).splitlines()
    return MARK + "".join(f"{line}\n" for line in map(str.strip, lines) if line)


def _joined(screens: Sequence[str]) -> str:
    """Return screens one after the other, each after an empty line."""
    out = ""
    for screen in screens:
        apart = "\n" if out and not out.endswith("\n\n") else ""
        out += apart + (screen if out else screen.lstrip("\n"))
    return out.rstrip("\n")


def _drawable(text: str) -> str:
    """Return text with what no picture can hold replaced; the codes of colors stay."""
    kept = re.split(r"(\x1b\[[0-9;]*m)", text)
    return "".join(part if index % 2 else _NO_XML.sub("\ufffd", part) for index, part in enumerate(kept))


def _fitted(title: str, cells: int) -> str:
    return title if cell_len(title) <= cells else set_cell_size(title, cells - 1).rstrip() + "…"


def _measured(match: re.Match[str]) -> str:
    """Return a piece of text as wide as its columns: Rich counts letters, and some take two or none."""
    clip, content = match.groups()
    return f'textLength="{cell_len(unescape(content)) * _CELL:g}"{clip}{content}<'
