"""What the Tab key offers: ids and names that begin as what is typed so far.

In the middle of typing nothing is said: where role data or profiles cannot be read, nothing is offered.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import typer

from careercli.cli.context import session_of
from careercli.domain.model import HIGHEST_LEVEL
from careercli.errors import CareerError

Complete = Callable[[typer.Context, str], list[str]]


def _ids_of(kind: str) -> Complete:
    """Return what completes the ids of one kind of thing in the catalog."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        return [name for name in _catalog_ids(ctx, kind) if name.startswith(incomplete)]

    return complete


complete_skill = _ids_of("skills")
complete_tier = _ids_of("tiers")
complete_role = _ids_of("roles")
complete_group = _ids_of("groups")
complete_ladder = _ids_of("ladders")
complete_source = _ids_of("sources")
complete_persona = _ids_of("personas")


def complete_skill_pair(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete ``ID=`` for ``--skill``, and after it the levels."""
    name, separator, level = incomplete.partition("=")
    if separator:
        return [f"{name}={each}" for each in range(HIGHEST_LEVEL + 1) if str(each).startswith(level)]
    return [f"{name}=" for name in _catalog_ids(ctx, "skills") if name.startswith(incomplete)]


def complete_comparable(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete what can be compared: the id of a tier or role, or a saved profile's name."""
    complete = (complete_tier, complete_role, complete_profile)
    return [name for kind in complete for name in kind(ctx, incomplete)]


def complete_section(incomplete: str) -> list[str]:
    """Complete the id of a section of a guide."""
    from careercli.domain.guide import SECTIONS  # most commands read no guide

    return [name for name in SECTIONS if name.startswith(incomplete)]


def complete_profile(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete a saved profile's name; files are completed by the shell."""
    try:
        names = session_of(ctx).store.names()
    except CareerError:
        return []
    return [name for name in names if name.startswith(incomplete)]


def complete_word_or_profile(*words: str) -> Complete:
    """Return what completes one of these words or a saved profile's name."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        return [*(word for word in words if word.startswith(incomplete)), *complete_profile(ctx, incomplete)]

    return complete


def _catalog_ids(ctx: typer.Context, kind: str) -> list[str]:
    """Return ids to offer, from the packs and the ladder that the line names.

    In the middle of typing a broken pack means none, not a message.
    """
    try:
        catalog = msgspec.structs.replace(session_of(ctx), stderr=None).catalog
    except CareerError:
        return []
    if kind == "tiers":
        return [tier.id for tier in catalog.ladder.tiers]
    return [item.id for item in getattr(catalog, kind)]
