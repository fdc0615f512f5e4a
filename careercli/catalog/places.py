"""Where the built-in pack is: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent

COMPILED = "catalog.json"
"""The name of the compiled catalog in an installed package's data folder."""


def builtin_pack() -> Path:
    """Return the folder of the built-in pack."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def compiled_catalog() -> Path | None:
    """Return the compiled built-in catalog, where the package was installed from a wheel."""
    path = _PACKAGE / "data" / COMPILED
    return path if path.is_file() else None
