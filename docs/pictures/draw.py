"""Draws the pictures of the README from what careercli really prints; a test keeps them true."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

FOLDER = Path(__file__).resolve().parent
AS_OF = "2026-11-21"
COLUMNS = 80

PICTURES = {
    "assess": ["demo", "dana"],
    "path": ["path", "--support-years", "7", "--skill", "communication=3"],
}

# Pictures must not load anything from elsewhere: a monospaced font of the reader's own will do.
_FORMAT = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "Fira Code, monospace", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace"
)

_NORMAL = ["181a1f", "e06c75", "98c379", "e5c07b", "61afef", "c678dd", "56b6c2", "abb2bf"]
_BRIGHT = ["5c6370", *_NORMAL[1:7], "ffffff"]


def _rgb(code: str) -> tuple[int, int, int]:
    return (int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16))


_THEME = TerminalTheme(
    _rgb("181a1f"), _rgb("d6dae0"), [_rgb(code) for code in _NORMAL], [_rgb(code) for code in _BRIGHT]
)


def screen(arguments: list[str]) -> str:
    """Return what a command prints on a colored terminal of 80 columns."""
    environment = os.environ | {"CLICOLOR_FORCE": "1", "COLUMNS": str(COLUMNS), "PYTHONIOENCODING": "utf-8"}
    for name in ("NO_COLOR", "CAREERCLI_ACCESSIBLE", "CAREERCLI_DATA", "TERM"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "careercli", *arguments, "--as-of", AS_OF]
    return subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8").stdout


def draw(name: str) -> str:
    """Return one picture as SVG, the same on every machine."""
    arguments = PICTURES[name]
    console = Console(file=StringIO(), record=True, width=COLUMNS, force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi(screen(arguments)), end="")
    title = " ".join(["careercli", *arguments])
    return (
        console.export_svg(title=title, theme=_THEME, code_format=_FORMAT, unique_id=f"careercli-{name}")
        + "\n"
    )


def main() -> None:
    """Draw all pictures into this folder."""
    for name in PICTURES:
        (FOLDER / f"{name}.svg").write_text(draw(name), encoding="utf-8")


if __name__ == "__main__":
    main()
