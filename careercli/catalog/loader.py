"""The way in: a catalog from the built-in pack and any others, from a compiled file where there is one."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import msgspec

from careercli.catalog.places import PackFiles, builtin_pack, compiled, read_files
from careercli.domain.model import Catalog
from careercli.domain.values import Value
from careercli.errors import InvalidDataError, Problem

if TYPE_CHECKING:
    from careercli.domain.library import Library


class LoadedCatalog(Value):
    """A catalog, and what later packs took the place of."""

    catalog: Catalog
    overridden: tuple[str, ...] = ()


class Compiled(NamedTuple):
    """Packs put together: what is computed with, and what is read."""

    catalog: LoadedCatalog
    library: "Library"

    @property
    def encoded(self) -> dict[str, bytes]:
        """Each part as JSON under its name, as it is kept."""
        from careercli.catalog import kept_library

        return {
            "catalog": msgspec.json.encode(self.catalog),
            "library": kept_library.encoded(self.library),
        }


T = TypeVar("T", LoadedCatalog, "Library")
M = TypeVar("M")


class Derived(msgspec.Struct, Generic[M], frozen=True):
    """What is made of packs and kept as well: its name, how it is made, and how it becomes bytes and back.

    ``rooms`` are those whose code makes it, beside the code that compiles packs. ``encode`` returns None for
    what is not to be kept; ``decode`` raises ``ValueError`` for what ``encode`` did not write.
    """

    name: str
    ending: str
    rooms: tuple[str, ...]
    make: Callable[[], M]
    encode: Callable[[M], bytes | None]
    decode: Callable[[bytes], M]


def load_catalog(folders: Sequence[Path] = (), *, cache_folder: Path | None = None) -> LoadedCatalog:
    """Return the catalog of the built-in pack with the packs in ``folders`` laid over it.

    What was compiled before from the same content is taken from a cache: a checkout's own pack from its
    ``build`` folder, other packs from ``cache_folder`` if that is given.

    Raises:
        NotFoundError: a folder is no pack.
        InvalidDataError: with every problem of every pack.
        StorageError: a file cannot be read.

    """
    return Packs(folders, cache_folder=cache_folder).catalog


def load_library(folders: Sequence[Path] = (), *, cache_folder: Path | None = None) -> "Library":
    """Return what there is to read in the same packs; found, cached and failing like their catalog."""
    return Packs(folders, cache_folder=cache_folder).library


class Packs:
    """Packs laid over the built-in one, and a folder for what was compiled from them before, if there is one.

    Their files are read once, when the first of the two is wanted: catalog and library are of one content.
    """

    def __init__(self, folders: Sequence[Path] = (), *, cache_folder: Path | None = None) -> None:
        self._folders = folders
        self._cache_folder = cache_folder
        if not folders:  # a checkout has a place of its own, and a wheel nothing to compile
            self._cache_folder = None if compiled("catalog") else builtin_pack().parent / "build"
        self._built: Compiled | None = None

    @property
    def catalog(self) -> LoadedCatalog:
        """The catalog, as :func:`load_catalog` returns it."""
        return self._load("catalog", _catalog_of)

    @property
    def library(self) -> "Library":
        """The library, as :func:`load_library` returns it."""
        from careercli.catalog.kept_library import kept_library  # most commands read no guide

        return self._load("library", lambda data: kept_library(data, lambda: self._anew.library))

    def _load(self, name: str, decode: Callable[[bytes], T]) -> T:
        ready = compiled(name) if not self._folders else None
        if ready:
            return decode(ready.read_bytes())
        kept = None if self._built else self._kept(name, decode)
        if kept is not None:
            return kept
        found: T = getattr(self._anew, name)
        return found

    def derived(self, what: Derived[M], version: str, folder: Callable[[], Path]) -> M:
        """Return what is made of these packs: what was kept of it, else made now, and kept.

        It is kept with them, or in ``folder`` where they are kept nowhere. ``version`` is all that it depends
        on besides them and the code.
        """
        shipped = None if self._folders else compiled(f"{what.name}-{version}", what.ending)
        if shipped:
            with suppress(ValueError, OSError):
                return what.decode(shipped.read_bytes())
        from careercli.catalog import cache

        place, key = self._cache_folder or folder(), cache.key_with(self._key, version, what.rooms)
        kept = cache.read(place, what.name, key, what.ending)
        with suppress(ValueError):
            if kept is not None:
                return what.decode(kept)
        made = what.make()
        data = what.encode(made)
        if data is not None and cache.code_is_that_of_the_key(what.rooms):
            cache.write(place, what.name, key, data, what.ending)
        return made

    @property
    def _anew(self) -> Compiled:
        """What the packs make, which is compiled once."""
        self._built = self._built or self._compile()
        return self._built

    @cached_property
    def _files(self) -> tuple[PackFiles, ...]:
        return tuple(map(read_files, (builtin_pack(), *self._folders)))

    @cached_property
    def _key(self) -> str:
        from careercli.catalog.cache import key_of  # a compiled catalog needs none

        return key_of(self._files)

    def _kept(self, name: str, decode: Callable[[bytes], T]) -> T | None:
        """Return what was compiled before from this content; what is broken is no error."""
        if self._cache_folder is None:
            return None
        from careercli.catalog import cache

        kept = cache.read(self._cache_folder, name, self._key)
        try:
            return None if kept is None else decode(kept)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return None

    def _compile(self) -> Compiled:
        from careercli.catalog import cache

        built, problems = check_files(self._files)
        if problems or built is None:
            raise InvalidDataError.counting("The role data", problems)
        if self._cache_folder and cache.code_is_that_of_the_key():
            for part, data in built.encoded.items():
                cache.write(self._cache_folder, part, self._key, data)
        return built


def key_in(folders: Sequence[Path]) -> str:
    """Return what the compiled files of packs in these folders, laid over the built-in one, are kept under.

    Raises:
        NotFoundError: a folder is no pack.
        StorageError: a file cannot be read.

    """
    from careercli.catalog.cache import key_of

    return key_of(tuple(map(read_files, (builtin_pack(), *folders))))


def _catalog_of(data: bytes) -> LoadedCatalog:
    """Return what is kept of a catalog.

    Raises:
        msgspec.MsgspecError, ValueError, RecursionError: it is none, or has not the ladder in use.

    """
    loaded = msgspec.json.decode(data, type=LoadedCatalog)
    catalog = loaded.catalog
    if not any(ladder.id == catalog.in_use and ladder.tiers for ladder in catalog.ladders):
        raise ValueError("a catalog has the ladder in use")
    return loaded


def check_packs(folders: Sequence[Path]) -> tuple[Compiled | None, tuple[Problem, ...]]:
    """Read and check packs laid over one another, the first at the bottom.

    Returns what they make together, if there is nothing wrong with them, and every problem.

    Raises:
        NotFoundError: a folder is no pack.
        StorageError: a file cannot be read.

    """
    return check_files(tuple(map(read_files, folders)))


def check_files(files: Sequence[PackFiles]) -> tuple[Compiled | None, tuple[Problem, ...]]:
    """Check what was read of packs laid over one another, as :func:`check_packs` does."""
    from careercli.catalog.checks import cross_check  # a compiled catalog was checked
    from careercli.catalog.compiler import build, library, overlay
    from careercli.catalog.guides import overridden
    from careercli.catalog.packs import read_pack

    packs = list(map(read_pack, files))
    laid = overlay(packs)
    problems = [problem for pack in packs for problem in pack.problems]
    problems.extend(cross_check(packs, laid))
    if problems:
        return None, tuple(sorted(set(problems)))
    catalog, wrong = build(packs, laid)
    if wrong:
        return None, tuple(sorted(set(wrong)))
    return Compiled(LoadedCatalog(catalog, overridden(packs, laid)), library(laid)), ()
