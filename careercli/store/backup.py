"""Everything that is kept for a person, in one file, and out of it again.

A backup is a zip whose entries are not compressed: the same content gives the same bytes with any version of
any library, and nothing in it can grow when it is unpacked. Its first entry lists the others with their
checksums.
"""

import hashlib
import io
import os
import stat
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec

from careercli.domain.backup import BackupFile, Manifest
from careercli.errors import InvalidDataError, NotFoundError, Problem, StorageError, saying_why
from careercli.formats.document import read_bytes, shortened
from careercli.formats.suggestion import did_you_mean_file
from careercli.formats.text import clean
from careercli.store.drafts import is_draft
from careercli.system.files import OURS, BusyError

MANIFEST = "manifest.json"
MAX_FILE, MAX_TOTAL = 64 * 1024 * 1024, 512 * 1024 * 1024
"""The most that a file and all of them together may have, in bytes."""

_MOST = 100_000
"""How many files a backup may have."""

BEFORE = "before-restore-"
"""How the names of backups begin that a restore makes of what it replaces; they are in no other backup."""

_TRIES, _PAUSE = 40, 0.05


class Folders(NamedTuple):
    """Where everything is: the folder of the data, that of what was broken off, and the cache."""

    data: Path
    state: Path
    cache: Path

    def place(self, path: str) -> Path:
        """Return where a file of a backup belongs."""
        root, _, inside = path.partition("/")
        return (self.data if root == "data" else self.state).joinpath(*inside.split("/"))

    def path_of(self, place: Path) -> str:
        """Return what a file is called in a backup; where both folders are one, by what it is."""
        if place.is_relative_to(self.state) and (self.state != self.data or is_draft(place.name)):
            return f"state/{place.relative_to(self.state).as_posix()}"
        return f"data/{place.relative_to(self.data).as_posix()}"


class Gathered(NamedTuple):
    """The files that are there by their paths in a backup, and what is left out, with why."""

    files: dict[str, bytes]
    left_out: tuple[tuple[str, str], ...]


def gather(folders: Folders, *, stopping: bool = True) -> Gathered:
    """Return all that is kept, as it is at one moment: nobody has changed any of it meanwhile.

    Locks, the cache, and backups that a restore has made are no part of it. What is no file is left out and
    named; so is, unless it is ``stopping``, what cannot be read.

    Raises:
        BusyError: others change it all the time.
        StorageError: something cannot be read, or is too large.

    """
    for _ in range(_TRIES):
        seen, left_out = _listing(folders)
        try:
            files = dict(_read(seen, left_out, stopping=stopping))
        except NotFoundError:  # it has gone meanwhile
            continue
        if _marks(_listing(folders)[0]) == _marks(seen):
            return Gathered(files, tuple(left_out))
        time.sleep(_PAUSE)
    raise BusyError("What is kept is being changed all the time.", hint="Try again when the others are done.")


def _read(
    seen: Mapping[str, tuple[Path, os.stat_result]], left_out: list[tuple[str, str]], *, stopping: bool
) -> Iterator[tuple[str, bytes]]:
    total = 0
    for path, (place, status) in seen.items():
        total += status.st_size
        if status.st_size > MAX_FILE or total > MAX_TOTAL or len(seen) > _MOST:
            raise StorageError(f"{clean(place)} is more than a backup can hold.")
        try:
            yield path, read_bytes(place, limit=MAX_FILE)
        except StorageError as error:
            if stopping:
                raise
            left_out.append((path, error.message))


def _marks(seen: Mapping[str, tuple[Path, os.stat_result]]) -> list[tuple[str, int, int, int]]:
    return [(path, at.st_mtime_ns, at.st_size, at.st_ino) for path, (_, at) in seen.items()]


def _listing(folders: Folders) -> tuple[dict[str, tuple[Path, os.stat_result]], list[tuple[str, str]]]:
    """Return the files that are there, sorted, and what is none."""
    seen: dict[str, tuple[Path, os.stat_result]] = {}
    left_out: list[tuple[str, str]] = []
    for place in sorted(_places(folders)):
        path = folders.path_of(place)
        try:
            status = place.stat()
        except FileNotFoundError:
            if place.is_symlink():
                left_out.append((path, "a link that leads nowhere"))
            continue
        except OSError as error:
            left_out.append((path, error.strerror or "no file"))
            continue
        if not _is_safe(path):  # restore would refuse all of the backup
            left_out.append((clean(path), "a name that no backup can hold"))
        elif stat.S_ISREG(status.st_mode):
            seen[path] = (place, status)
        else:
            left_out.append((path, "no file"))
    return seen, left_out


def _places(folders: Folders) -> Iterator[Path]:
    def failed(error: OSError) -> None:
        raise StorageError(f"{clean(error.filename)} cannot be read: {error.strerror}.") from error

    for root in dict.fromkeys((folders.data, folders.state)):
        if not root.exists():
            continue
        # Some keep profiles in a folder elsewhere; a link deeper down is none of careercli's ways.
        linked = [one for one in root.iterdir() if one.is_symlink() and one.is_dir() and one != folders.cache]
        for top in (root, *linked):
            for name, below, files in os.walk(top, onerror=failed):
                here = Path(name)
                links = [one for one in below if (here / one).is_symlink()]
                below[:] = [one for one in below if one not in links and here / one != folders.cache]
                found = (here / one for one in (*files, *(links if here != root else ())))
                yield from (place for place in found if not _is_ours(place, folders))


def _is_ours(place: Path, folders: Folders) -> bool:
    """Return whether a file is a lock, half written, or what a restore has replaced."""
    return place.name.startswith(OURS) or (place.parent == folders.data and place.name.startswith(BEFORE))


def pack(files: Mapping[str, bytes], day: date, version: str) -> bytes:
    """Return files as a backup; the same files on the same day give the same bytes."""
    listed = tuple(BackupFile(path, len(data), _digest(data)) for path, data in sorted(files.items()))
    manifest = msgspec.json.encode(Manifest(careercli=version, date=day, files=listed))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, data in ((MANIFEST, manifest), *sorted(files.items())):
            info = zipfile.ZipInfo(path, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            info.create_system, info.external_attr = 3, (stat.S_IFREG | 0o600) << 16
            archive.writestr(info, data)
    return out.getvalue()


def unpack(path: Path) -> tuple[Manifest, dict[str, bytes]]:
    """Return what a backup lists and holds; nothing of it is written anywhere.

    Raises:
        NotFoundError: there is no such file.
        StorageError: it cannot be read.
        InvalidDataError: it is no backup, or not as it was made; with every problem.

    """
    name = clean(path)
    try:
        data = read_bytes(path, limit=MAX_TOTAL + MAX_FILE)
    except NotFoundError as error:
        error.hint = did_you_mean_file(path, "Check the path.")
        raise
    try:
        with saying_why(f"{name} cannot be read"), zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            problems = [*_of_entries(name, infos, len(data))]
            if problems:
                raise InvalidDataError.counting(name, tuple(problems[:_SHOWN]))
            files = {info.filename: archive.read(info) for info in infos}
        manifest = msgspec.json.decode(files.pop(MANIFEST), type=Manifest)
    except (zipfile.BadZipFile, StorageError, KeyError, msgspec.MsgspecError, *_BROKEN) as error:
        message = "is no backup that this careercli knows, or is not whole"
        problem = Problem(name, 0, 0, "", message, "Name a file that 'careercli backup' has made.")
        raise InvalidDataError.counting(name, (problem,)) from error
    problems = [*_of_files(name, manifest, files)]
    if problems:
        raise InvalidDataError.counting(name, tuple(problems[:_SHOWN]))
    return manifest, files


_BROKEN = (EOFError, NotImplementedError, RuntimeError, OverflowError, ValueError, RecursionError)
"""What else the library raises for what is no zip."""

_SHOWN = 20
"""How many problems of a backup are told."""


def _of_entries(name: str, infos: Sequence[zipfile.ZipInfo], size: int) -> Iterator[Problem]:
    """Yield what is wrong with the list of entries, before any of them is read."""

    def problem(info: zipfile.ZipInfo, message: str) -> Problem:
        return Problem(name, 0, 0, shortened(info.filename), message)

    packed = {id(info) for info in infos if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1}
    if len(infos) > _MOST or (not packed and sum(info.file_size for info in infos) > size):
        yield Problem(name, 0, 0, "", "says that it holds more than it has room for")
        return
    seen: set[str] = set()
    folders = {str(folder) for info in infos for folder in PurePosixPath(info.filename).parents}
    for info in infos:
        if info.filename in seen:
            yield problem(info, "is in it twice")
        seen.add(info.filename)
        if info.filename != MANIFEST and not _is_safe(info.filename):
            yield problem(info, "is no path of a backup")
        elif stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG}:
            yield problem(info, "is no file, but a link or a folder")
        elif id(info) in packed:
            yield problem(info, "is compressed or encrypted, as no careercli does it")
        elif info.filename in folders:
            yield problem(info, "is a file, and the folder of others too")


def _is_safe(path: str) -> bool:
    """Return whether a path stays below one of the two folders, and is nothing that careercli leaves out."""
    root, *parts = path.split("/")
    return (
        clean(path) == path
        and root in {"data", "state"}
        and 0 < len(parts) <= _DEEPEST
        and all(part not in {"", ".", ".."} and not set(part) & set("\\:\0\n\t") for part in parts)
        and not any(part.startswith(OURS) or len(part.encode()) > _LONGEST for part in parts)
        and not path.startswith(f"data/{BEFORE}")
    )


_DEEPEST, _LONGEST = 8, 255


def _of_files(name: str, manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield where a backup holds something else than it lists."""
    listed = {file.path: file for file in manifest.files}
    for path in sorted(listed.keys() ^ files.keys()):
        missing = path in listed
        yield Problem(name, 0, 0, shortened(path), "is missing" if missing else "is not in its list")
    for path, data in files.items():
        file = listed.get(path)
        if file is not None and (file.size, file.sha256) != (len(data), _digest(data)):
            yield Problem(name, 0, 0, shortened(path), "is not what it was when the backup was made")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
