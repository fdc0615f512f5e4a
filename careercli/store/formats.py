"""Older formats of a profile's file, taken over into that of today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from careercli.formats.document import Document
from careercli.formats.parser import parse
from careercli.formats.profiles import SCHEMA
from careercli.system.files import replace, set_aside

Migration = Callable[[dict[str, object]], dict[str, object]]
"""Turns the value of a file of an older format into one of the next, with its ``schema``."""

Migrations = Mapping[str, Migration]
"""The older formats of a profile by their ``schema``."""

MIGRATIONS: Migrations = {}
"""There is none yet: careercli/profile@1 is the first."""


def migrated(document: Document, migrations: Migrations) -> Document:
    """Return a document of an older format in that of today; its places stay those of the file."""
    value = document.value
    while isinstance(value, dict) and value.get("schema") in migrations:
        value = migrations[str(value["schema"])](value)
    return document if value is document.value else msgspec.structs.replace(document, value=value)


def kept(document: Document, migrations: Migrations) -> Document:
    """Return a document that careercli has taken before and keeps, in the format of today."""
    return msgspec.structs.replace(migrated(document, migrations), kept=True)


def migrated_text(text: str, shown: str, migrations: Migrations) -> str:
    """Return the text of a file with what a newer format has otherwise changed in it.

    Raises:
        InvalidDataError: it cannot be parsed.

    """
    document = parse(text, shown)
    taken_over = migrated(document, migrations)
    if taken_over is document or not isinstance(taken_over.value, dict):
        return text
    from careercli.formats.yaml_editor import edit_yaml

    return edit_yaml(text, taken_over.value)


def keep_for_good(path: Path, data: bytes) -> None:
    """Keep the content of an older format that is about to be taken over."""
    name = f"{path.name}.before-{SCHEMA.rpartition('/')[2]}"
    copy = path.with_name(name)
    set_aside(copy, f"{name}-{{}}")
    replace(copy, data, path)
