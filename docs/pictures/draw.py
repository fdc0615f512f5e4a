"""Draws the pictures of the README with ``--svg``, from what careercli really prints."""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
from datetime import date
from pathlib import Path

from careercli.catalog import load_catalog
from careercli.cli import program
from careercli.cli.context import Session
from careercli.cli.output import Settings
from careercli.formats.profiles import to_yaml

FOLDER = Path(__file__).resolve().parent
AS_OF = date(2026, 11, 21)
SURROUNDINGS = {"COLUMNS": "80"}

PICTURES = {
    "path": ["path", "--profile", "daniel.yaml"],
    "what-if": ["what-if", "daniel.yaml", "--leads", "--hours", "+4"],
}
"""The pictures by name, each with what is typed for it."""


def draw(folder: Path) -> dict[str, bytes]:
    """Draw every picture, reading and writing files in an empty folder; return them by name."""
    for person in load_catalog().catalog.personas:
        (folder / f"{person.id}.yaml").write_text(to_yaml(person.profile), encoding="utf-8")
    with contextlib.chdir(folder):
        return {name: _drawn(name, words) for name, words in PICTURES.items()}


def _drawn(name: str, words: list[str]) -> bytes:
    """Return one picture, the same on every machine: the day is set where it does not show in the title."""
    printed, errors = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    session = Session(None, printed, errors, SURROUNDINGS, Settings(as_of=AS_OF))
    if program.run([*words, "--svg", f"{name}.svg"], session):
        sys.exit(f"{name}: {errors.getvalue()}")
    return Path(f"{name}.svg").read_bytes()


def main() -> None:
    """Draw all pictures into this folder."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in draw(Path(folder)).items():
            (FOLDER / f"{name}.svg").write_bytes(data)


if __name__ == "__main__":
    main()
