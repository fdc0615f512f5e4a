"""Roles and their guides as documents: what ``role --json`` prints, and their part of ``data export``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from careercli.domain.guide import SECTIONS, Guide, Library, Section
from careercli.domain.model import Catalog, Role


class RoleEntry(msgspec.Struct, frozen=True):
    """One role in a list; ``tiers`` and ``sections`` by id."""

    id: str
    name: str
    aliases: tuple[str, ...]
    summary: str
    tiers: tuple[str, ...]
    sections: tuple[str, ...]


class RolesDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``role list --json`` prints."""

    schema: Literal["careercli/roles@1"] = "careercli/roles@1"
    roles: tuple[RoleEntry, ...]


class GuideEntry(msgspec.Struct, frozen=True):
    """One role with its guide; ``sections`` by id, in reading order."""

    id: str
    name: str
    aliases: tuple[str, ...]
    summary: str
    tiers: tuple[str, ...]
    sections: dict[str, Section]


class RoleDocument(GuideEntry, frozen=True, kw_only=True):
    """What ``role show --json`` prints; with ``--section``, those sections alone."""

    schema: Literal["careercli/role-details@1"] = "careercli/role-details@1"


def roles_document(catalog: Catalog, library: Library) -> RolesDocument:
    """Return the roles as a document."""
    return RolesDocument(
        roles=tuple(
            RoleEntry(
                role.id,
                role.name,
                role.aliases,
                role.summary,
                _tiers(catalog, role),
                tuple(library.guides_by_role[role.id].sections),
            )
            for role in catalog.roles
        )
    )


def role_document(catalog: Catalog, role: Role, guide: Guide, sections: Iterable[str]) -> RoleDocument:
    """Return a role with sections of its guide as a document."""
    return RoleDocument(
        role.id, role.name, role.aliases, role.summary, _tiers(catalog, role), _titled(guide, sections)
    )


def guide_entry(catalog: Catalog, role: Role, guide: Guide) -> GuideEntry:
    """Return a role with its whole guide, as ``data export`` has it."""
    return GuideEntry(
        role.id, role.name, role.aliases, role.summary, _tiers(catalog, role), _titled(guide, guide.sections)
    )


def _titled(guide: Guide, sections: Iterable[str]) -> dict[str, Section]:
    """Return sections with their titles written out."""
    return {
        name: msgspec.structs.replace(
            guide.sections[name], title=guide.sections[name].title or SECTIONS[name].title
        )
        for name in sections
    }


def _tiers(catalog: Catalog, role: Role) -> tuple[str, ...]:
    return tuple(tier.id for tier in catalog.tiers_of(role.id))
