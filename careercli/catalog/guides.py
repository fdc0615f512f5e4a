"""What must hold of guides and of the facts beside them: nothing missing, and no figure without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careercli.catalog import formats
from careercli.catalog.compiler import Overlay
from careercli.catalog.packs import Pack
from careercli.catalog.references import unknown
from careercli.documents.document import Document, KeyPath
from careercli.domain.amounts import MONEY
from careercli.domain.guide import SECTIONS, Figure, Section
from careercli.domain.names import fold
from careercli.errors import Problem

_THOUSANDS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_NUMBER = rf"{_THOUSANDS}|\d+(?:\.\d+)?"
_AMOUNT = re.compile(rf"\$\s?({_NUMBER})|({_NUMBER})\s?(?:%|percent\b)|({_THOUSANDS})")
"""Money, a share, or a number above a thousand: what no text says without a source."""

_NAMES = {"tech-stack": "tool", "certificates": "certificate"}
"""Sections whose points are called by the names of tools or certificates."""

_Counted = tuple[str, float]
"""An amount behind the sign of what it counts: money, shares, or anything else."""

_NOT_TEXT = frozenset({"figures", "sources", "source", "skill", "skills", "occupation", "tier", "section"})


def guide_problems(packs: Sequence[Pack], laid: Overlay) -> Iterator[Problem]:
    """Yield everything wrong with guides, tools, certificates and occupations."""
    for pack in packs:
        seen: dict[tuple[str, str], str] = {}
        for document, file in pack.each(formats.GuideFile):
            for name, section in file.sections.items():
                place: KeyPath = ("sections", name)
                if (file.role, name) in seen:
                    message = f"the section '{name}' is also in {seen[file.role, name]}"
                    yield document.problem(place, message, hint="Keep one of the two.")
                seen[file.role, name] = document.name
                if laid.sections[file.role, name] is section:  # what was laid over is shown to nobody
                    yield from _section(document, place, name, section, laid)
        yield from _missing(pack, laid)
        yield from _claims(pack)


def _section(
    document: Document, place: KeyPath, name: str, section: Section, laid: Overlay
) -> Iterator[Problem]:
    kind = SECTIONS.get(name)
    if kind and not getattr(section, kind.holds):
        hint = f"What this section is about stands under '{kind.holds}'."
        yield document.problem((*place, kind.holds), "is missing", hint=hint)
    if not (section.nearest and "occupations" in laid.unusable):
        yield from _unfounded(document, place, _figures(section, laid))
    if name in _NAMES and _NAMES[name] + "s" not in laid.unusable:
        names = laid.tool_names if name == "tech-stack" else laid.certificate_names
        for path, called in _called(section, place):
            if fold(called) not in names:
                message, hint = unknown(_NAMES[name], called, names)
                yield document.problem(path, message, hint=hint or f"Add it to {_NAMES[name]}s.yaml.")


def _unfounded(document: Document, place: KeyPath, known: set[_Counted]) -> Iterator[Problem]:
    """Yield the amounts in the texts of a section that are none of the known ones."""
    for path, text in _texts(document.at(place), place):
        for match in _AMOUNT.finditer(text):
            money, share, number = match.groups()
            unit = "$" if money else "%" if share else ""
            if (unit, float((money or share or number).replace(",", ""))) not in known:
                message = f"says {match.group()}, which no figure of this section has"
                yield document.problem(path, message, hint="Add it to its figures, with its source.")


def _figures(section: Section, laid: Overlay) -> set[_Counted]:
    """Return every amount that a section has a source for: its figures and those of its occupations."""
    figures: list[Figure] = [*section.figures, *(figure for case in section.cases for figure in case.figures)]
    amounts = {
        (_sign(figure.unit or ""), abs(value))
        for figure in figures
        for value in (figure.amount, figure.min, figure.max)
        if value is not None
    }
    occupations = [laid.occupations.get(nearest.occupation) for nearest in section.nearest]
    for occupation in filter(None, occupations):
        if wages := occupation.wages:
            measured = (wages.p10, wages.p25, wages.median, wages.p75, wages.p90)
            amounts |= {("$", value) for value in measured if value is not None}
        if projection := occupation.projection:
            counts = (projection.employment, projection.projected, projection.openings)
            amounts |= {("", value) for count in counts for value in (count, round(count * 1000))}
            amounts.add(("%", abs(projection.change)))
    return amounts


def _sign(unit: str) -> str:
    return "$" if unit.startswith(MONEY) else "%" if unit.startswith("%") else ""


def _texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield what a reader reads of a section, each with its place."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _NOT_TEXT:
                yield from _texts(item, (*path, key))


def _called(section: Section, place: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for index, point in enumerate(section.points):
        yield (*place, "points", index, "name"), point.name
    for number, group in enumerate(section.groups):
        for index, point in enumerate(group.points):
            yield (*place, "groups", number, "points", index, "name"), point.name


def _missing(pack: Pack, laid: Overlay) -> Iterator[Problem]:
    """Yield the sections that a role of this pack must have and has nowhere, and tiers without a portrait."""
    for document, role in pack.each(formats.RoleFile):
        for name, kind in SECTIONS.items():
            if kind.core and (role.id, name) not in laid.sections and _is_readable(role.id, laid):
                message = f"has no section '{name}' in its guide"
                yield document.problem((), message, hint=f"Add it to a file in guides/{role.id}.")
    for document, ladder in pack.each(formats.LadderFile):
        if laid.ladders[ladder.id] is not ladder:
            continue  # its tiers may be gone
        for index, tier in enumerate(ladder.tiers):
            section = laid.sections.get((tier.role, "career-tiers"))
            described = {portrait.tier for portrait in section.tiers} if section else {tier.id}
            if tier.id not in described and _is_readable(tier.role, laid):
                message = f"is not described in the section career-tiers of {tier.role}"
                hint = "Add what somebody on it does to 'tiers' there."
                yield document.problem(("tiers", index, "id"), message, hint=hint)


def _is_readable(role: str, laid: Overlay) -> bool:
    """Return whether no file of a role's guide was left out, which might hold what is missing."""
    return not any(name.startswith(f"guides/{role}/") for name in laid.unusable)


def _claims(pack: Pack) -> Iterator[Problem]:
    """Yield names that two tools, or two certificates, of one pack claim, and occupations there twice."""
    for document, file in pack.each(formats.ToolsFile):
        names = [(tool.name, tool.aliases) for tool in file.tools]
        yield from _claimed(document, "tools", names)
    for document, certificates in pack.each(formats.CertificatesFile):
        names = [(certificate.name, certificate.aliases) for certificate in certificates.certificates]
        yield from _claimed(document, "certificates", names)
    for document, occupations in pack.each(formats.OccupationsFile):
        codes = [occupation.code for occupation in occupations.occupations]
        for index, code in enumerate(codes):
            if code in codes[:index]:
                message = f"the occupation '{code}' is there twice"
                yield document.problem(("occupations", index, "code"), message, hint="Keep one of the two.")


def _claimed(
    document: Document, key: str, entries: Sequence[tuple[str, tuple[str, ...]]]
) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for index, (name, aliases) in enumerate(entries):
        places: list[tuple[KeyPath, str]] = [((key, index, "name"), name)]
        places += [((key, index, "aliases", place), alias) for place, alias in enumerate(aliases)]
        for path, word in places:
            first = owner.setdefault(fold(word), name)
            if first != name or (path[-1] == "name" and name in [other for other, _ in entries[:index]]):
                message = f"'{word}' already names {first}"
                yield document.problem(path, message, hint="Leave it to one of the two.")
