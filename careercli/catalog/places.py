"""Where packs are, the built-in one in an installed package or a checkout, and what is in their files."""

import os
from collections.abc import Iterator
from pathlib import Path

from careercli.domain.values import Value
from careercli.errors import NotFoundError, saying_why
from careercli.formats.document import MAX_BYTES, read_start
from careercli.formats.text import clean

_PACKAGE = Path(__file__).resolve().parent.parent


def builtin_pack() -> Path:
    """Return the folder of the built-in pack."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def compiled(name: str, ending: str = ".json") -> Path | None:
    """Return the built-in ``catalog`` or the like as compiled, where the package comes from a wheel."""
    path = _PACKAGE / "data" / f"{name}{ending}"
    return path if path.is_file() else None


class PackFiles(Value):
    """The files of a pack by their paths, as they were when they were read.

    Nothing reads them again: what is kept under the name of a content was made of that very content.
    """

    folder: Path
    content: dict[str, bytes]
    """Of a file that is too large the beginning, enough to see that it is."""


def read_files(folder: Path) -> PackFiles:
    """Read every file of a pack.

    Raises:
        NotFoundError: the folder is no pack.
        StorageError: a file cannot be read.

    """
    return PackFiles(folder, {path: read_start(path, MAX_BYTES + 1) for path in pack_paths(folder)})


def pack_paths(folder: Path) -> list[str]:
    """Return every YAML file of a pack, in order of its path; what is hidden (``.github``) is none of it.

    Raises:
        NotFoundError: there is no such folder, or it has no ``pack.yaml``.
        StorageError: it may not be looked into.

    """
    name = clean(folder)
    with saying_why(f"{name} cannot be read"):
        if not folder.is_dir():
            raise NotFoundError(f"There is no folder {name}.", hint="Name the folder that holds pack.yaml.")
        if not (folder / "pack.yaml").is_file():
            raise NotFoundError(
                f"{name} is not a pack: it has no pack.yaml.",
                hint="See docs/data-format.md for what a pack holds.",
            )
        return sorted(_yaml_files(folder))


def misnamed(folder: Path) -> list[Path]:
    """Return what in a pack is called as its files are and is none, in order of its path.

    Raises:
        StorageError: a folder may not be looked into.

    """
    with saying_why(f"{clean(folder)} cannot be read"):
        return sorted(map(Path, _yaml_files(folder, wanted=False)))


def _yaml_files(folder: str | Path, *, wanted: bool = True) -> Iterator[str]:
    """Yield the files below a folder, or else what only has their names, as a pipe that may never end."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.name.endswith((".yaml", ".yml")) and entry.is_file() == wanted:
                yield entry.path
            if entry.is_dir(follow_symlinks=False):
                yield from _yaml_files(entry.path, wanted=wanted)
