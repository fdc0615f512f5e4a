"""Writes what a new pack begins with, never over anything, and the schemas that editors check packs by."""

import contextlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from careercli.catalog.places import builtin_pack
from careercli.domain.values import Identifier
from careercli.errors import StorageError, UsageError, saying_why
from careercli.formats.document import shortened
from careercli.formats.text import clean
from careercli.system.files import replace_unlocked

_STARTER = Path(__file__).resolve().parent / "starter"
STARTER_ID = "web-shop"
"""The id of the pack that is written, unless told."""

SCHEMAS = ".schemas"
"""The folder of a pack that editors find its schemas in; what is hidden is not read from a pack."""

_FIRST = (
    "README.md",
    "pack.yaml",
    "sources.yaml",
    "skills",
    "ladders",
    "roles",
    "guides",
    "tools.yaml",
    "personas",
)
"""The order in which the files are read to learn the format."""


def starter_files(pack_id: str = STARTER_ID) -> dict[str, bytes]:
    """Return the files of a small complete pack by their paths in it, in the order of reading.

    ``pack_id`` becomes the id in its ``pack.yaml``. The schemas for editors come last, as the built-in pack
    has them.

    Raises:
        UsageError: the id is none.

    """
    paths = [path for path in _STARTER.rglob("*") if path.suffix in {".md", ".yaml"}]
    names = {path.relative_to(_STARTER): path for path in paths}
    ordered = sorted(names, key=lambda name: (_FIRST.index(name.parts[0]), name))
    files = {name.as_posix(): names[name].read_bytes() for name in ordered}
    line = f"\nid: {STARTER_ID}\n".encode()
    files["pack.yaml"] = files["pack.yaml"].replace(line, f"\nid: {_identifier(pack_id)}\n".encode())
    schemas = sorted((builtin_pack() / SCHEMAS).glob("*.json"))
    return files | {f"{SCHEMAS}/{path.name}": path.read_bytes() for path in schemas}


def _identifier(name: str) -> str:
    try:
        return msgspec.convert(name, Identifier)
    except msgspec.ValidationError:
        raise UsageError(
            f"'{shortened(name)}' is not an id.",
            hint="Use small letters and digits, words joined by '-', such as my-shop.",
        ) from None


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is empty or not there yet: all of them, or none.

    What a run that was killed has left of the same files is gone on with. Folders that are missing are made.
    Files and folders get the permissions that the system gives new ones.

    Raises:
        StorageError: something is in the folder already, or it cannot be written.

    """
    made: list[Path] = []
    with saying_why(f"{clean(folder)} could not be written", hint="Nothing was left behind."):
        try:
            _make(folder, made)
            begun = 0 if made else _begun(folder, files)
            for inside, data in list(files.items())[begun:]:
                path = folder / inside
                _make(path.parent, made)
                with path.open("xb") as file:
                    made.append(path)
                    file.write(data)
        except BaseException:
            _remove(made)
            raise


def _begun(folder: Path, files: Mapping[str, bytes]) -> int:
    """Return how many of the first files are in a folder already, whole; of the next one there may be a part.

    That part is removed.

    Raises:
        StorageError: there is anything else.

    """
    ours = {above for inside in files for above in (folder / inside).parents}
    there = set()
    for path in folder.rglob("*"):
        if path.is_symlink() or (path not in ours and path.relative_to(folder).as_posix() not in files):
            raise _not_empty(folder)
        if path not in ours:
            there.add(path)
    for number, (inside, data) in enumerate(files.items()):
        path = folder / inside
        if path not in there:
            break
        there.remove(path)
        if (found := path.read_bytes()) == data:
            continue
        if there or not data.startswith(found):
            raise _not_empty(folder)
        path.unlink()
        return number
    else:
        number = len(files)
    if there:
        raise _not_empty(folder)
    return number


def _not_empty(folder: Path) -> StorageError:
    return StorageError(
        f"{clean(folder)} is not empty, and nothing is ever overwritten.",
        hint="Name a folder that is empty or not there yet.",
    )


def write_over(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, over those of the same names; other files stay as they are.

    Raises:
        StorageError: they cannot be written.

    """
    hint = "Run it again when it can be written."
    with saying_why(f"{clean(folder)} could not be written", hint=hint):
        _make(folder, [])
        for inside, data in files.items():
            replace_unlocked((folder / inside).resolve(), data, public=True)


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it that are missing, noting each."""
    for above in reversed((folder, *folder.parents)):
        if not above.is_dir():
            above.mkdir()
            made.append(above)


def _remove(made: list[Path]) -> None:
    """Remove what was made, last first; what cannot be removed stays."""
    for path in reversed(made):
        with contextlib.suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
