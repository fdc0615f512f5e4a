"""The way in: a catalog from the built-in pack and any others, from a compiled file where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from careercli.catalog.places import builtin_pack, compiled
from careercli.domain.model import Catalog
from careercli.errors import InvalidDataError, Problem

if TYPE_CHECKING:
    from careercli.domain.guide import Library


class LoadedCatalog(msgspec.Struct, frozen=True):
    """A catalog, and what later packs took the place of."""

    catalog: Catalog
    overridden: tuple[str, ...] = ()


class Compiled(NamedTuple):
    """Packs put together: what is computed with, and what is read."""

    catalog: LoadedCatalog
    library: Library

    @property
    def encoded(self) -> dict[str, bytes]:
        """Each part as JSON under its name, as it is kept."""
        return {name: msgspec.json.encode(part) for name, part in self._asdict().items()}


T = TypeVar("T", LoadedCatalog, "Library")


def load_catalog(folders: Sequence[Path] = (), *, cache_folder: Path | None = None) -> LoadedCatalog:
    """Return the catalog of the built-in pack with the packs in ``folders`` laid over it.

    What was compiled before from the same content is taken from a cache: a checkout's own pack from its
    ``build`` folder, other packs from ``cache_folder`` if that is given.

    Raises:
        NotFoundError: a folder is no pack.
        InvalidDataError: with every problem of every pack.
        StorageError: a file cannot be read.

    """
    return _load("catalog", LoadedCatalog, folders, cache_folder)


def load_library(folders: Sequence[Path] = (), *, cache_folder: Path | None = None) -> Library:
    """Return what there is to read in the same packs; found, cached and failing like their catalog."""
    from careercli.domain.guide import Library  # most commands read no guide

    return _load("library", Library, folders, cache_folder)


def _load(name: str, wanted: type[T], folders: Sequence[Path], cache_folder: Path | None) -> T:
    ready = compiled(name) if not folders else None
    if ready:
        return msgspec.json.decode(ready.read_bytes(), type=wanted)
    from careercli.catalog import cache  # a compiled catalog needs none

    packs = (builtin_pack(), *folders)
    folder = cache_folder if folders else builtin_pack().parent / "build"
    key = cache.key_of(packs) if folder else ""
    kept = cache.read(folder, name, key) if folder else None
    if kept is not None:
        try:
            decoded = msgspec.json.decode(kept, type=wanted)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            pass  # a broken cache is no error: the packs themselves are read
        else:
            if _is_whole(decoded):
                return decoded
    built, problems = check_packs(packs)
    if problems or built is None:
        raise InvalidDataError.counting("The role data", problems)
    if folder:
        for part, data in built.encoded.items():
            cache.write(folder, part, key, data)
    found: T = getattr(built, name)
    return found


def _is_whole(part: LoadedCatalog | Library) -> bool:
    """Return whether what is kept can be right: a catalog has the ladder in use, and a library some guide."""
    if isinstance(part, LoadedCatalog):
        return any(ladder.id == part.catalog.in_use and ladder.tiers for ladder in part.catalog.ladders)
    return bool(part.guides)


def check_packs(folders: Sequence[Path]) -> tuple[Compiled | None, tuple[Problem, ...]]:
    """Read and check packs laid over one another, the first at the bottom.

    Returns what they make together, if there is nothing wrong with them, and every problem.

    Raises:
        NotFoundError: a folder is no pack.
        StorageError: a file cannot be read.

    """
    from careercli.catalog.checks import cross_check  # a compiled catalog was checked
    from careercli.catalog.compiler import build, library, overlay
    from careercli.catalog.guides import overridden
    from careercli.catalog.packs import read_pack

    packs = [read_pack(folder) for folder in folders]
    laid = overlay(packs)
    problems = [problem for pack in packs for problem in pack.problems]
    problems.extend(cross_check(packs, laid))
    if problems:
        return None, tuple(sorted(set(problems)))
    catalog, wrong = build(packs, laid)
    if wrong:
        return None, tuple(sorted(set(wrong)))
    return Compiled(LoadedCatalog(catalog, overridden(packs, laid)), library(laid)), ()
