"""What people call things, found: an id or an exact name in any case, else the nearest is suggested."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from careercli.domain.model import Catalog, Ladder, Role, Tier
from careercli.domain.names import fold, index
from careercli.domain.titles import tier_of_title
from careercli.errors import NotFoundError
from careercli.formats.document import shortened
from careercli.formats.suggestion import did_you_mean

if TYPE_CHECKING:
    from careercli.domain.library import Certificate, Library, Tool
    from careercli.domain.work import Transfer, Way

T = TypeVar("T")


def look_up(kind: str, name: str, known: Mapping[str, str], otherwise: str = "") -> str:
    """Return the id that a name means; ``known`` has ids under folded names.

    Raises:
        NotFoundError: nothing is called so; says the nearest id, or ``otherwise`` where none is near. Without
            either it lists what is known.

    """
    found = known.get(fold(name))
    if found is None:
        ids = list(dict.fromkeys(known.values()))
        everything = f"There {'is' if len(ids) == 1 else 'are'} {', '.join(ids)}."
        hint = did_you_mean(name, known, otherwise or everything, meaning=known)
        raise NotFoundError(f"There is no {kind} '{shortened(name)}'.", hint=hint)
    return found


def find_named(
    kind: str, name: str, items: Iterable[T], names: Callable[[T], Sequence[str]], otherwise: str = ""
) -> T:
    """Return the item that has this name, in any case; ``names`` gives those of an item, its id first.

    Raises:
        NotFoundError: nothing is called so; as :func:`look_up` says.

    """
    by_id = {names(item)[0]: item for item in items}
    return by_id[look_up(kind, name, index((key, names(by_id[key])) for key in by_id), otherwise)]


def find_skill(catalog: Catalog, name: str, library: Library | None = None) -> str:
    """Return the id of the skill with this id, name or alias, in any case.

    Raises:
        NotFoundError: no skill is called so; says the nearest, or with a library that it is a tool or a
            certificate, and how to find the skills for it.

    """
    if library and fold(name) not in catalog.skill_names:
        for kind, names in (("tool", library.tool_names), ("certificate", library.certificate_names)):
            if fold(name) in names:
                raise NotFoundError(
                    f"'{shortened(name)}' is a {kind}, not a skill.",
                    hint=f"Its skills: careercli skill list --{kind} '{names[fold(name)]}'",
                )
    return look_up("skill", name, catalog.skill_names, "See 'careercli skill list'.")


def find_tier(catalog: Catalog, name: str) -> Tier:
    """Return the tier of the ladder in use with this id or title, or which a job title names, in any case.

    Raises:
        NotFoundError: no tier is called so; says the nearest, or the ladder that has it.

    """
    other = None if fold(name) in catalog.tier_names else catalog.ladder_of(name)
    if other:
        raise NotFoundError(
            f"'{shortened(name)}' is a tier of the ladder {other.id}, and {catalog.in_use} is in use.",
            hint=f"Choose the ladder with --ladder {other.id}.",
        )
    named = None if fold(name) in catalog.tier_names else tier_of_title(catalog.ladder, name)
    return named or catalog.ladder.tier(look_up("tier", name, catalog.tier_names, "See 'careercli path'."))


def tier_anywhere(catalog: Catalog, name: str, *, titles: bool = True) -> tuple[Ladder, Tier] | None:
    """Return the tier of this name with its ladder, that in use first; None where no ladder has one.

    With ``titles``, a job title that names a tier is a name of it as well.
    """
    if fold(name) in catalog.tier_names:
        return catalog.ladder, catalog.ladder.tier(catalog.tier_names[fold(name)])
    other = catalog.ladder_of(name)
    if other:
        return other, other.tier(catalog.using(other.id).tier_names[fold(name)])
    tier = tier_of_title(catalog.ladder, name) if titles else None
    return (catalog.ladder, tier) if tier else None


def role_names(catalog: Catalog) -> dict[str, str]:
    """Return every id, name and alias of a role, folded, with the id that it means."""
    return index((role.id, (role.id, role.name, *role.aliases)) for role in catalog.roles)


def find_role(catalog: Catalog, name: str) -> Role:
    """Return the role with this id, name or alias, in any case, or the one that a tier of this name is in.

    Raises:
        NotFoundError: neither a role nor a tier is called so; says the nearest role.

    """
    names = role_names(catalog)
    tier = None if fold(name) in names else tier_anywhere(catalog, name)
    return catalog.roles_by_id[tier[1].role if tier else look_up("role", name, names)]


def find_section(name: str, role: str = "") -> str:
    """Return the id of the section of a guide with this id, title or other name, in any case.

    The name of the role may stand in it, as in "Path to Customer Support Manager".

    Raises:
        NotFoundError: no section is called so; says the nearest, or all of them.

    """
    from careercli.domain.sections import SECTIONS, section_names  # most commands read no guide

    known = section_names()
    short = fold(name).replace(fold(role), "").removesuffix(" role").strip() if role else fold(name)
    for ending in (" to", " of the", " for"):
        short = short.removesuffix(ending)
    if short in known:
        return known[short]
    return look_up("section", name, known, f"There are {', '.join(SECTIONS)}.")


def find_tool(library: Library, name: str) -> Tool:
    """Return the tool with this name or alias, in any case.

    Raises:
        NotFoundError: no tool is called so; says the nearest, or all of them.

    """
    return find_named("tool", name, library.tools, _names)


def find_transfer(library: Library, name: str, way: Way) -> Transfer:
    """Return the line of work with this id, name, alias, SOC code or official title, in any case.

    A text that is longer than such a name and has it in it will do.

    Raises:
        NotFoundError: none that one comes from, or goes to, is called so; says the nearest, or that it is one
            of the other kind.

    """
    from careercli.domain.transfer import transfer_meant, transfer_names  # only one command needs it

    known = transfer_names(library, way)
    found = transfer_meant(known, name)
    other = transfer_names(library, "out" if way == "in" else "in").get(fold(name))
    if found is None and other is not None:
        said = "goes to from support" if way == "in" else "comes from"
        hint = f"Try 'careercli transfer {'--to ' if way == 'in' else ''}{other}'."
        raise NotFoundError(f"'{shortened(name)}' is a line of work that one {said}.", hint=hint)
    if found is None:
        found = look_up("line of work", name, known, "See 'careercli transfer' for those that are known.")
    return next(each for each in library.transfers if each.id == found)


def find_certificate(library: Library, name: str) -> Certificate:
    """Return the certificate with this name or alias, in any case.

    Raises:
        NotFoundError: no certificate is called so; says the nearest, or all of them.

    """
    return find_named("certificate", name, library.certificates, _names)


def _names(item: Tool | Certificate) -> tuple[str, ...]:
    return (item.name, *item.aliases)
