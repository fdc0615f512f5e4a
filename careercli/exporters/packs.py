"""What ``data check`` and ``data where`` print: a document, or the same as lines."""

from __future__ import annotations

from typing import Literal

import msgspec

from careercli.documents.text import one_line
from careercli.domain.phrases import count


class CheckDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a check without problems; what later packs took the place of is in ``overridden``."""

    schema: Literal["careercli/check@1"] = "careercli/check@1"
    packs: tuple[str, ...]
    ladders: int
    tiers: int
    skills: int
    sources: int
    personas: int
    overridden: tuple[str, ...]


class WhereDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The folders in use."""

    schema: Literal["careercli/where@1"] = "careercli/where@1"
    builtin: str
    packs: tuple[str, ...]
    profiles: str
    draft: str
    cache: str


def check_lines(result: CheckDocument) -> list[str]:
    """Return the result of a check as lines."""
    amounts = [
        count(result.ladders, "ladder"),
        count(result.tiers, "tier"),
        count(result.skills, "skill"),
        count(result.sources, "source"),
        f"{result.personas} {'person' if result.personas == 1 else 'people'}",
    ]
    lines = [f"Pack: {one_line(pack)}" for pack in result.packs]
    lines.append(f"No problems: {', '.join(amounts)}.")
    lines += [f"Overridden: {name}" for name in result.overridden]
    return lines


def where_lines(places: WhereDocument) -> list[str]:
    """Return the folders as lines."""
    labeled = [
        ("Role data", places.builtin),
        *(("Pack", pack) for pack in places.packs),
        ("Profiles", places.profiles),
        ("Draft", places.draft),
        ("Cache", places.cache),
    ]
    return [f"{label}: {one_line(place)}" for label, place in labeled]
