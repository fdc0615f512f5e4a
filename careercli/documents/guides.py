"""Roles and their guides as documents: what ``role --json`` prints, and their part of ``data export``."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

import msgspec

from careercli.documents.projection import WHOLE, As, DocumentPart, Id, Printed, project
from careercli.domain.explained import related_questions
from careercli.domain.guide import Guide, Occupation, Section
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Role
from careercli.domain.sections import SECTIONS
from careercli.text.explained import reading_command

_Typed = Annotated[str, WHOLE, As(lambda place, _: reading_command(place))]
"""What is typed to read a place of a guide."""


class ExplainedEntry(DocumentPart):
    """Where a guide explains a skill; ``title`` is a question where it is ``asked``; ``command`` shows it."""

    role: str
    section: str
    title: str
    asked: bool
    command: _Typed


class RelatedEntry(DocumentPart):
    """A question to go on with, and the section of the same guide in which it stands."""

    section: str
    question: str


class RoleFacts(DocumentPart):
    """One role; ``tiers`` by id."""

    id: str
    name: str
    aliases: tuple[str, ...]
    summary: str
    tiers: tuple[Id, ...]


class RoleEntry(RoleFacts):
    """One role in a list; ``tiers`` and ``sections`` by id."""

    sections: tuple[str, ...]


class RolesDocument(Printed, tag="careercli/roles@1"):
    """What ``role list --json`` prints."""

    roles: tuple[RoleEntry, ...]


class GuideEntry(RoleFacts):
    """One role with its guide; ``sections`` by id, in reading order."""

    sections: dict[str, Section]


class RoleDocument(GuideEntry):
    """What ``role show --json`` prints; with ``--section``, those sections alone.

    ``surveyed`` has the occupations that the pay section, where it is shown, calls nearest, nearest first;
    their ``states`` are all of them, or the one that is asked for. ``related`` has for each section that is
    shown the questions of others that are near to it.
    """

    surveyed: tuple[Occupation, ...]
    related: dict[str, tuple[RelatedEntry, ...]]
    schema: Literal["careercli/role-details@1"]


def roles_document(catalog: Catalog, library: Library) -> RolesDocument:
    """Return the roles as a document."""
    return RolesDocument(
        tuple(
            project(
                RoleEntry,
                role,
                tiers=catalog.tiers_of(role.id),
                sections=tuple(library.guides_by_role[role.id].sections),
            )
            for role in catalog.roles
        )
    )


def role_document(
    catalog: Catalog,
    library: Library,
    role: Role,
    guide: Guide,
    sections: Sequence[str],
    state: str | None = None,
) -> RoleDocument:
    """Return a role with sections of its guide as a document."""
    entry = guide_entry(catalog, role, guide, sections)
    near = guide.sections["pay"].nearest if "pay" in sections else ()
    surveyed = (library.occupations_by_code[each.occupation] for each in near)
    return project(
        RoleDocument,
        entry,
        tiers=catalog.tiers_of(role.id),
        surveyed=tuple(each.within(state) for each in surveyed),
        related={
            name: tuple(RelatedEntry(at, each.question) for at, each in related_questions(guide, name))
            for name in sections
        },
        schema="careercli/role-details@1",
    )


def guide_entry(
    catalog: Catalog, role: Role, guide: Guide, sections: Iterable[str] | None = None
) -> GuideEntry:
    """Return a role with its guide, the whole unless told, and the titles of its sections written out."""
    titled = {
        name: msgspec.structs.replace(
            guide.sections[name], title=guide.sections[name].title or SECTIONS[name].title
        )
        for name in (guide.sections if sections is None else sections)
    }
    return project(GuideEntry, role, tiers=catalog.tiers_of(role.id), sections=titled)
