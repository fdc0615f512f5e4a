"""Names that two things of a kind claim: such a name would mean neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from careercli.catalog import formats
from careercli.catalog.compiler import Overlay
from careercli.catalog.packs import Pack
from careercli.domain.guide import Certificate, Tool
from careercli.domain.names import fold
from careercli.errors import Problem
from careercli.formats.document import Document, KeyPath

_Entry = formats.SkillFile | formats.RoleFile | Tool | Certificate


class _Entries(NamedTuple):
    """The entries of one kind that a pack brings, and all that there were below it, by id or name."""

    says: str
    """What a name already does, in words before whose it is."""

    own: list[tuple[Document, KeyPath, _Entry]]
    below: Mapping[str, _Entry]


def claim_problems(pack: Pack, laid: Overlay) -> Iterator[Problem]:
    """Yield the names in a pack that something else already has, in it or below it."""
    below = laid.below or Overlay()
    skills: list[tuple[Document, KeyPath, _Entry]] = [(d, (), s) for d, s in pack.each(formats.SkillFile)]
    roles: list[tuple[Document, KeyPath, _Entry]] = [(d, (), r) for d, r in pack.each(formats.RoleFile)]
    tools: list[tuple[Document, KeyPath, _Entry]] = [
        (document, ("tools", index), tool)
        for document, file in pack.each(formats.ToolsFile)
        for index, tool in enumerate(file.tools)
    ]
    certificates: list[tuple[Document, KeyPath, _Entry]] = [
        (document, ("certificates", index), certificate)
        for document, held in pack.each(formats.CertificatesFile)
        for index, certificate in enumerate(held.certificates)
    ]
    for entries in (
        _Entries("means the skill", skills, below.skills),
        _Entries("means the role", roles, below.roles),
        _Entries("names", tools, below.tools),
        _Entries("names", certificates, below.certificates),
    ):
        yield from _claimed(entries)


def _claimed(entries: _Entries) -> Iterator[Problem]:
    """Yield the names that are taken: those of what lies below, else the better claim, else the first."""
    replaced = {_key(entry) for _, _, entry in entries.own}
    owner = {
        fold(name): key
        for key, entry in entries.below.items()
        if key not in replaced
        for _, name in _names(entry)
    }
    claims: list[tuple[int, Document, KeyPath, str, str]] = []
    told: set[str] = set()
    for document, path, entry in entries.own:
        if fold(_key(entry)) in told:
            continue  # an entry that is there twice, which is told as such
        told.add(fold(_key(entry)))
        claims.extend(
            (_rank(entry, inside), document, (*path, *inside), name, _key(entry))
            for inside, name in _names(entry)
        )
    for _, document, path, name, key in sorted(claims, key=lambda claim: claim[0]):
        first = owner.setdefault(fold(name), key)
        if first != key:
            message = f"'{name}' already {entries.says} {first}"
            yield document.problem(path, message, hint="Leave it to one of the two.")


def _rank(entry: _Entry, inside: KeyPath) -> int:
    """Return how good a claim is: where there are ids, that is the best, and a name better than an alias."""
    return 0 if isinstance(entry, Tool | Certificate) else ("id", "name", "aliases").index(str(inside[0]))


def _key(entry: _Entry) -> str:
    return entry.name if isinstance(entry, Tool | Certificate) else entry.id


def _names(entry: _Entry) -> list[tuple[KeyPath, str]]:
    """Return what an entry is called, each with its place in it."""
    names: list[tuple[KeyPath, str]] = [(("name",), entry.name)]
    if not isinstance(entry, Tool | Certificate):
        names.insert(0, (("id",), entry.id))
    return [*names, *((("aliases", index), alias) for index, alias in enumerate(entry.aliases))]
