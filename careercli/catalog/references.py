"""Names that refer to what no pack has. Which values are names of what, the types say themselves."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from careercli.catalog.compiler import Overlay
from careercli.catalog.packs import Pack
from careercli.domain.library import Certificate, Tool
from careercli.domain.names import fold, nearest
from careercli.domain.sections import SECTIONS
from careercli.errors import Problem
from careercli.formats.document import Document, KeyPath
from careercli.formats.suggestion import did_you_mean

MOST_SLIPS = 100
"""For how many unknown names the nearest known one is looked for: more are no slips, and it takes long."""


_Says = Callable[[str, str, Iterable[str]], tuple[str, str]]


class _Kind(NamedTuple):
    """What names of one kind may mean: all that is known, where one would stand, what to do about one."""

    known: Collection[str]
    file: str
    """The file that holds it, without its ending: the name in place of ``*``, any file after a last ``/``."""

    hint: str = ""
    folded: frozenset[str] | None = None
    """What is known, folded, where it may be written in any case."""


def unknown_references(pack: Pack, laid: Overlay) -> Iterator[Problem]:
    """Yield a problem for each name in a pack that means nothing there, in files of the wrong form too.

    What may stand in a file that could not be used is not unknown.
    """
    tools = called(laid.tools.values())
    kinds = {
        "skill": _Kind(laid.skills, "skills/*"),
        "role": _Kind(laid.roles, "roles/*"),
        "group": _Kind(laid.groups, "pack", "Add it to the groups in pack.yaml."),
        "ladder": _Kind(laid.ladders, "ladders/*"),
        "tier": _Kind(laid.tiers, "ladders/"),
        "section": _Kind(SECTIONS, "-", "docs/data-format.md lists the sections."),
        "occupation": _Kind(laid.occupations, "occupations", "Add it to occupations.yaml."),
        "work": _Kind(laid.works, "work", "Add it to work.yaml."),
        "tool": _Kind(tools, "tools", "Add it to tools.yaml.", frozenset(map(fold, tools))),
    }
    told: dict[tuple[str, str], tuple[str, str]] = {}

    def says(kind: str, name: str, known: Iterable[str]) -> tuple[str, str]:
        """Return what :func:`unknown` does, worked out once; the first names only are told the nearest."""
        if (kind, name) not in told:
            told[kind, name] = unknown(kind, name, known if len(told) < MOST_SLIPS else ())
        return told[kind, name]

    for document, path, kind, name in pack.references:
        if kind == "source":
            yield from _source(document, path, name, laid, says)
        elif not _is_there(kinds[kind], name, laid):
            message, hint = says(kind, name, kinds[kind].known)
            yield document.problem(path, message, hint or kinds[kind].hint)
    for document, role, folder in pack.misplaced:
        yield _misplaced(document, role, folder, laid)


def _misplaced(document: Document, role: str, folder: str, laid: Overlay) -> Problem:
    """Return the problem of a guide whose folder is not called after its role; the hint knows the roles."""
    known = [name for name in (role, folder) if name in laid.roles or f"roles/{name}" in laid.unusable]
    near = nearest(role, laid.roles) or nearest(folder, laid.roles)
    hints = {role: f"Call the folder {role}.", folder: f"Write role: {folder}."}
    hint = " Or: ".join(hints[name] for name in known) or (f"Did you mean '{near}' for both?" if near else "")
    return document.problem(("role",), f"'{role}' is not the name of the folder", hint)


def unknown(kind: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    """Return what to say of a name that is not known, and the nearest that is, as it is written."""
    return f"'{name}' is not a known {kind}", did_you_mean(name, known)


def called(items: Iterable[Tool] | Iterable[Certificate]) -> list[str]:
    """Return every name of tools or certificates as it is written."""
    return [name for item in items for name in (item.name, *item.aliases)]


def _is_there(kind: _Kind, name: str, laid: Overlay) -> bool:
    if name in kind.known if kind.folded is None else fold(name) in kind.folded:
        return True
    if kind.file.endswith("/"):
        return laid.lacks_file(kind.file)
    return kind.file.replace("*", name) in laid.unusable


def _source(
    document: Document, path: KeyPath, reference: str, laid: Overlay, says: _Says
) -> Iterator[Problem]:
    if "sources" in laid.unusable:
        return
    source, _, section = reference.partition("#")
    entry = laid.sources.get(source)
    if entry is None:
        message, hint = says("source", source, laid.sources)
        yield document.problem(path, message, hint or "Add it to sources.yaml.")
    elif section and section not in entry.sections:
        message, hint = says(f"section of the source {source}", section, entry.sections)
        yield document.problem(path, message, hint or "Add it to its sections in sources.yaml.")
