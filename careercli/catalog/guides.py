"""What must hold of guides and of the facts beside them: nothing missing, and no figure without a source."""

from collections.abc import Container, Iterator, Sequence

from careercli.catalog import formats
from careercli.catalog.amounts import Amount, amounts_in, known_amounts
from careercli.catalog.compiler import Overlay
from careercli.catalog.packs import Pack
from careercli.catalog.references import called, unknown
from careercli.domain.guide import MONEY, SIGNED, Figure, Occupation, Section
from careercli.domain.names import fold
from careercli.domain.sections import SECTIONS
from careercli.errors import Problem
from careercli.formats.document import Document, KeyPath

_NAMES = {"tech-stack": "tool", "certificates": "certificate"}
"""Sections whose points are called by the names of tools or certificates."""

_NOT_TEXT = frozenset({"figures", "sources", "source", "skill", "skills", "occupation", "tier", "section"})


def guide_problems(pack: Pack, laid: Overlay) -> Iterator[Problem]:
    """Yield everything wrong with the guides of a pack, as they stand on what lies below it."""
    seen: dict[tuple[str, str], str] = {}
    for document, file in pack.each(formats.GuideFile):
        for name, section in file.sections.items():
            place: KeyPath = ("sections", name)
            if (file.role, name) in seen:
                message = f"the section '{name}' is also in {seen[file.role, name]}"
                yield document.problem(place, message, "Keep one of the two.")
            seen[file.role, name] = document.name
            yield from _section(document, place, name, section, laid)
            yield from _tiers(document, place, name, section, file.role, laid)
            yield from _questions(document, place, section, file.role, laid)
    yield from _missing(pack, laid, seen)
    yield from _terms(pack, laid)
    yield from _phrasings(pack, laid)


def overridden(packs: Sequence[Pack], laid: Overlay) -> tuple[str, ...]:
    """Return what later packs took the place of, with the sections that still quote an occupation before it.

    Nothing is wrong with those: they say what their own pack knew.
    """
    quoting: dict[str, list[str]] = {}
    for pack, layer in zip(packs, laid.layers, strict=True):
        for document, file in pack.each(formats.GuideFile):
            for name, section in file.sections.items():
                if laid.sections[file.role, name] is section:
                    for code in _quoted_before(document.at(("sections", name)), section, layer, laid):
                        quoting.setdefault(f"occupation {code}", []).append(f"{file.role} {name}")
    return tuple(
        f"{entry} (as it was before: section {', '.join(quoting[entry])})" if entry in quoting else entry
        for entry in laid.overridden
    )


def _quoted_before(value: object, section: Section, layer: Overlay, laid: Overlay) -> Iterator[str]:
    """Yield the occupations of a section whose figures its texts quote, and which have them no more."""
    codes = dict.fromkeys(near.occupation for near in section.nearest)
    others = [code for code in codes if layer.occupations[code] is not laid.occupations[code]]
    if not others:
        return
    quoted = [amount for _, text in _texts(value, ()) for amount in amounts_in(text)]
    known = _known(section, laid)
    gone = [amount for amount in quoted if not any(amount.agrees(other) for other in known)]
    for code in others:
        before = _counted(_surveyed(layer.occupations[code]))
        if any(amount.agrees(other) for amount in gone for other in before):
            yield code


def _section(
    document: Document, place: KeyPath, name: str, section: Section, laid: Overlay
) -> Iterator[Problem]:
    kind = SECTIONS.get(name)
    if kind and not getattr(section, kind.holds):
        hint = f"What this section is about stands under '{kind.holds}'."
        yield document.problem((*place, kind.holds), "is missing", hint)
    if all(near.occupation in laid.occupations for near in section.nearest) and not (
        section.nearest and "occupations" in laid.unusable
    ):
        yield from _unfounded(document, place, _known(section, laid))
    if name in _NAMES and _NAMES[name] + "s" not in laid.unusable:
        names = called(laid.tools.values() if name == "tech-stack" else laid.certificates.values())
        folded = set(map(fold, names))
        for path, point in _points(section, place):
            if fold(point) not in folded:
                message, hint = unknown(_NAMES[name], point, names)
                yield document.problem(path, message, hint or f"Add it to {_NAMES[name]}s.yaml.")


def _unfounded(document: Document, place: KeyPath, known: Sequence[Amount]) -> Iterator[Problem]:
    """Yield the amounts in the texts of a section that are none of the known ones."""
    for path, text in _texts(document.at(place), place):
        for amount in amounts_in(text):
            if not any(amount.agrees(other) for other in known):
                message = f"says {amount.words}, which no figure of this section has"
                near = next((other.words for other in known if amount.is_as_much(other)), "")
                hint = "Add it to its figures, with its source."
                if near:
                    hint = f"They have {near}: say that, or add this with its source."
                yield document.problem(path, message, hint)


def _known(section: Section, laid: Overlay) -> list[Amount]:
    """Return every amount that a section has a source for: its figures and those of its occupations."""
    figures: list[Figure] = [*section.figures, *(figure for case in section.cases for figure in case.figures)]
    listed = [
        (value, figure.unit or "") for figure in figures for value in (figure.amount, figure.min, figure.max)
    ]
    occupations = [laid.occupations.get(near.occupation) for near in section.nearest]
    return _counted([*listed, *(pair for each in occupations if each for pair in _surveyed(each))])


def _surveyed(occupation: Occupation) -> list[tuple[float | None, str]]:
    """Return what the statistics say of an occupation, each with its unit."""
    values: list[tuple[float | None, str]] = []
    if wages := occupation.wages:
        values += [(value, f"{MONEY} a year") for value in wages.percentiles]
        values.append((wages.jobs, "jobs"))
    if before := occupation.year_before:
        values += [(before.median, f"{MONEY} a year"), (before.jobs, "jobs")]
    if projection := occupation.projection:
        counts = (projection.employment, projection.projected, projection.openings)
        values += [(value, "thousand") for value in counts]
        values.append((projection.change, SIGNED))
    return values


def _counted(values: Sequence[tuple[float | None, str]]) -> list[Amount]:
    return [amount for value, unit in values if value is not None for amount in known_amounts(value, unit)]


def _tiers(
    document: Document, place: KeyPath, name: str, section: Section, role: str, laid: Overlay
) -> Iterator[Problem]:
    """Yield tiers that a section names twice, or that are none of its role.

    Ladders may share the id of a tier: in a guide it means the tier of the guide's role. What a source says
    of another role's tier may stand in figures, but not among those of the pay. A role that is on no ladder
    may borrow.
    """
    known = laid.tiers
    own = [tier for tier, roles in known.items() if role in roles]
    complete = own and not laid.lacks_file("ladders/")
    for named in _named_tiers(name, section):
        seen: set[str] = set()
        for path, tier in named:
            if tier in seen:
                message = f"the tier '{tier}' is there twice"
                yield document.problem((*place, *path), message, "Keep one of the two.")
            elif complete and tier not in own and tier in known and known[tier] <= laid.roles.keys():
                message = f"'{tier}' is no tier of {role} but of {' and '.join(sorted(known[tier]))}"
                hint = f"Its tiers are {', '.join(own)}."
                yield document.problem((*place, *path), message, hint)
            seen.add(tier)


def _named_tiers(name: str, section: Section) -> Iterator[list[tuple[KeyPath, str]]]:
    """Yield each list of tiers in a section, with their places."""
    yield [(("tiers", index, "tier"), portrait.tier) for index, portrait in enumerate(section.tiers)]
    yield [
        (("nearest", index, "tiers", inside), tier)
        for index, near in enumerate(section.nearest)
        for inside, tier in enumerate(near.tiers)
    ]
    if name == "pay":
        yield [
            (("figures", index, "tier"), each.tier) for index, each in enumerate(section.figures) if each.tier
        ]


def _questions(
    document: Document, place: KeyPath, section: Section, role: str, laid: Overlay
) -> Iterator[Problem]:
    """Yield questions that lead to a section which the guide does not have."""
    if not _is_readable(role, laid):
        return
    for index, question in enumerate(section.questions):
        name = question.section
        if name in SECTIONS and (role, name) not in laid.sections:
            message = f"the guide of {role} has no section '{name}'"
            yield document.problem(
                (*place, "questions", index, "section"),
                message,
                "Write that section, or leave this out.",
            )


def _terms(pack: Pack, laid: Overlay) -> Iterator[Problem]:
    """Yield terms that lead to a section which no guide has."""
    if laid.lacks_file("guides/"):
        return
    written = {name for _, name in laid.sections}
    for document, file in pack.each(formats.GlossaryFile):
        for index, term in enumerate(file.terms):
            if term.section in SECTIONS and term.section not in written:
                message = f"no guide has a section '{term.section}'"
                yield document.problem(
                    ("terms", index, "section"), message, "Write that section, or leave this out."
                )


def _phrasings(pack: Pack, laid: Overlay) -> Iterator[Problem]:
    """Yield phrasings of questions that no guide answers."""
    if laid.lacks_file("guides/") or laid.lacks_file("transfers/"):
        return
    known = {question.question for section in laid.sections.values() for question in section.questions}
    known |= laid.transfers.keys()
    for document, file in pack.each(formats.PhrasingsFile):
        for index, entry in enumerate(file.phrasings):
            if entry.of not in known:
                message, hint = unknown("question of a guide", entry.of, known)
                yield document.problem(("phrasings", index, "of"), message, hint)


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


def _points(section: Section, place: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for index, point in enumerate(section.points):
        yield (*place, "points", index, "name"), point.name
    for number, group in enumerate(section.groups):
        for index, point in enumerate(group.points):
            yield (*place, "groups", number, "points", index, "name"), point.name


def _missing(pack: Pack, laid: Overlay, own: Container[tuple[str, str]]) -> Iterator[Problem]:
    """Yield the sections that a role of this pack must have and has nowhere, and tiers without a portrait.

    Portraits are asked for where a pack brings ladder, role and section; elsewhere a tier's summary will do.
    """
    roles = {
        role.id: document for document, role in pack.each(formats.RoleFile) if _is_readable(role.id, laid)
    }
    for role, document in roles.items():
        for name, kind in SECTIONS.items():
            if kind.core and (role, name) not in laid.sections:
                message = f"has no section '{name}' in its guide"
                yield document.problem((), message, f"Add it to a file in guides/{role}.")
    for document, ladder in pack.each(formats.LadderFile):
        for index, tier in enumerate(ladder.tiers):
            if tier.role not in roles or (tier.role, "career-tiers") not in own:
                continue
            section = laid.sections[tier.role, "career-tiers"]
            if tier.id not in {portrait.tier for portrait in section.tiers}:
                message = f"is not described in the section career-tiers of {tier.role}"
                hint = "Add what somebody on it does to 'tiers' there."
                yield document.problem(("tiers", index, "id"), message, hint)


def _is_readable(role: str, laid: Overlay) -> bool:
    """Return whether no file of a role's guide was left out, which might hold what is missing."""
    return not laid.lacks_file(f"guides/{role}/")
