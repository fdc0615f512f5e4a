"""Names that two things of a kind claim: such a name would mean neither."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from careercli.catalog.compiler import Overlay
from careercli.catalog.packs import Held, Pack
from careercli.domain.names import fold
from careercli.errors import Problem
from careercli.formats.document import Document, KeyPath

_SAYS = {
    "skill": "means the skill",
    "role": "means the role",
    "tool": "names",
    "certificate": "names",
    "term": "means",
    "transfer": "means",
}
"""What a name of each kind already does, in words before whose it is."""


def claim_problems(pack: Pack, laid: Overlay) -> Iterator[Problem]:
    """Yield the names in a pack that something else already has, in it or below it."""
    held = list(pack.held())
    for kind in _SAYS:
        own = [entry for entry in held if entry.kind == kind]
        below = getattr(laid.below or Overlay(), f"{kind}s")
        for apart in dict.fromkeys(_apart(entry.value) for entry in own):
            there = {key: value for key, value in below.items() if _apart(value) == apart}
            yield from _claimed(kind, [entry for entry in own if _apart(entry.value) == apart], there)


def _apart(value: Any) -> str:
    """Return what an entry shares its names with others within: lines of work, by which way one goes."""
    return getattr(value, "way", "")


def _claimed(kind: str, own: Sequence[Held], below: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the names that are taken: those of what lies below, else the better claim, else the first."""
    replaced = {entry.key for entry in own}
    owner = {
        fold(name): key for key, value in below.items() if key not in replaced for _, _, name in _names(value)
    }
    claims: list[tuple[int, Document, KeyPath, str, str]] = []
    told: set[str] = set()
    for _, key, value, document, path in own:
        if fold(key) not in told:  # an entry that is there twice is told as such
            claims.extend((rank, document, (*path, *at), name, key) for rank, at, name in _names(value))
        told.add(fold(key))
    for _, document, path, name, key in sorted(claims, key=lambda claim: claim[0]):
        first = owner.setdefault(fold(name), key)
        if first != key:
            message = f"'{name}' already {_SAYS[kind]} {first}"
            yield document.problem(path, message, "Leave it to one of the two.")


def _names(value: Any) -> Iterator[tuple[int, KeyPath, str]]:
    """Yield what an entry is called, each with how good a claim it is and its place in the entry.

    Where there are ids, that is the best, and a name is better than an alias.
    """
    has_id = hasattr(value, "id")
    if has_id:
        yield 0, ("id",), value.id
    yield has_id, ("name",), value.name
    for index, alias in enumerate(value.aliases):
        yield 2 * has_id, ("aliases", index), alias
