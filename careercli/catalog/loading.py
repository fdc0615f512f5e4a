"""The way in: a catalog from the built-in pack and any others, from a compiled file where there is one."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from careercli.catalog.places import builtin_pack, compiled_catalog
from careercli.domain.model import Catalog
from careercli.errors import InvalidDataError, Problem


class LoadedCatalog(msgspec.Struct, frozen=True):
    """A catalog, and what later packs took the place of."""

    catalog: Catalog
    overridden: tuple[str, ...] = ()


def load_catalog(folders: Sequence[Path] = (), *, cache_folder: Path | None = None) -> LoadedCatalog:
    """Return the catalog of the built-in pack with the packs in ``folders`` laid over it.

    What was compiled before from the same content is taken from a cache: a checkout's own pack from its
    ``build`` folder, other packs from ``cache_folder`` if that is given.

    Raises:
        NotFoundError: a folder is no pack.
        InvalidDataError: with every problem of every pack.
        StorageError: a file cannot be read.

    """
    compiled = compiled_catalog() if not folders else None
    if compiled:
        return msgspec.json.decode(compiled.read_bytes(), type=LoadedCatalog)
    from careercli.catalog import cache  # a compiled catalog needs none

    packs = (builtin_pack(), *folders)
    folder = cache_folder if folders else builtin_pack().parent / "build"
    key = cache.key_of(packs) if folder else ""
    kept = cache.read(folder, key) if folder else None
    if kept is not None:
        try:
            return msgspec.json.decode(kept, type=LoadedCatalog)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            pass  # a broken cache is no error: the packs themselves are read
    loaded, problems = check_packs(packs)
    if problems or loaded is None:
        raise InvalidDataError.counting("The role data", problems)
    if folder:
        cache.write(folder, key, msgspec.json.encode(loaded))
    return loaded


def check_packs(folders: Sequence[Path]) -> tuple[LoadedCatalog | None, tuple[Problem, ...]]:
    """Read and check packs laid over one another, the first at the bottom.

    Returns the catalog, if there is nothing wrong with them, and every problem.

    Raises:
        NotFoundError: a folder is no pack.
        StorageError: a file cannot be read.

    """
    from careercli.catalog.checks import cross_check  # a compiled catalog was checked
    from careercli.catalog.compiler import build, overlay
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
    return LoadedCatalog(catalog, tuple(laid.overridden)), ()
