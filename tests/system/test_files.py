from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from careercli.errors import ExitCode, StorageError
from careercli.store import write_whole
from careercli.system import files
from careercli.system.files import BusyError, both_locked, locked, set_aside


def mode(path: Path) -> int:
    """Return the permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def inside(folder: Path) -> list[str]:
    """Return the names of everything in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_permissions(tmp_path: Path) -> None:
    """Files are for their owner only, and so is every folder that had to be made."""
    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "a" / "b" / "c.yaml", b"new")
        (tmp_path / "open.yaml").write_bytes(b"old")
        write_whole(tmp_path / "open.yaml", b"new")
    finally:
        os.umask(before)

    assert mode(tmp_path / "a" / "b" / "c.yaml") == 0o600
    assert mode(tmp_path / "open.yaml") == 0o600
    assert mode(tmp_path / "a") == mode(tmp_path / "a" / "b") == 0o700


def test_nothing_is_left_beside_a_file(tmp_path: Path) -> None:
    """After writing there is the file and nothing else."""
    for data in (b"one", b"two", b""):
        write_whole(tmp_path / "file.yaml", data)

        assert (tmp_path / "file.yaml").read_bytes() == data
        assert inside(tmp_path) == ["file.yaml"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A file that is a link stays one; its target is what changes."""
    folder = tmp_path / "synced"
    folder.mkdir()
    (folder / "target.yaml").write_bytes(b"old")
    link = tmp_path / "link.yaml"
    link.symlink_to(folder / "target.yaml")

    write_whole(link, b"new")

    assert link.is_symlink()
    assert (folder / "target.yaml").read_bytes() == b"new"
    assert inside(folder) == ["target.yaml"]


def test_a_link_to_nothing(tmp_path: Path) -> None:
    """A link whose target is not there yet gets one."""
    (tmp_path / "link.yaml").symlink_to(tmp_path / "later" / "target.yaml")

    write_whole(tmp_path / "link.yaml", b"new")

    assert (tmp_path / "later" / "target.yaml").read_bytes() == b"new"


def _fails(error: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "tempfile.mkstemp"])
def test_a_failure_leaves_what_was_there(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever step fails, the old content is whole, nothing lies beside it, and the reason is told."""
    path = tmp_path / "file.yaml"
    write_whole(path, b"old")
    monkeypatch.setattr(step, _fails(OSError(errno.EDQUOT, "Disk quota exceeded")))

    with pytest.raises(StorageError, match=r"file\.yaml could not be saved: Disk quota exceeded\.") as caught:
        write_whole(path, b"new")

    assert caught.value.hint == "What was there before is unchanged."
    assert path.read_bytes() == b"old"
    assert inside(tmp_path) == ["file.yaml"]


def test_an_interruption_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle of saving does the same."""
    path = tmp_path / "file.yaml"
    write_whole(path, b"old")
    monkeypatch.setattr("os.fsync", _fails(KeyboardInterrupt()))

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")

    assert path.read_bytes() == b"old"
    assert inside(tmp_path) == ["file.yaml"]


def test_a_disk_that_fills_up(tmp_path: Path) -> None:
    """A file that may not grow to its size, as on a full disk, leaves the old one whole."""
    path = tmp_path / "file.yaml"
    write_whole(path, b"old")
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from careercli.errors import StorageError\n"
        "from careercli.store import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_whole(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except StorageError as error:\n"
        "    print(error.message)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, text=True, check=True, timeout=20
    )

    assert done.stdout.endswith("file.yaml could not be saved: File too large.\n")
    assert path.read_bytes() == b"old"
    assert inside(tmp_path) == ["file.yaml"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("folder", "it is a folder"),
        ("file/in-a-file.yaml", "Not a directory"),
        ("x" * 300 + ".yaml", "File name too long"),
        ("nul\0.yaml", "no file can have this name"),
    ],
)
def test_places_that_cannot_be_written(tmp_path: Path, name: str, reason: str) -> None:
    """A place that cannot hold a file is told as such."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")

    with pytest.raises(StorageError, match=f"could not be saved: .*{reason}"):
        write_whole(tmp_path / name, b"new")

    assert inside(tmp_path) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == b"old"


def test_messages_about_files_are_safe_to_show(tmp_path: Path) -> None:
    """The name of a file cannot act on the terminal that shows the message."""
    with pytest.raises(StorageError) as caught:
        write_whole(tmp_path / "\x1b]0;title\x07" / "\0", b"new")

    assert caught.value.message.isprintable()


def test_a_full_disk(tmp_path: Path) -> None:
    """On a file system without room left the old file is whole, and the exit code says that saving failed."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from careercli.errors import StorageError\n"
        "from careercli.store import write_whole\n"
        "path = Path(sys.argv[1]) / 'file.yaml'\n"
        "write_whole(path, b'old')\n"
        "try:\n"
        "    write_whole(path, b'x' * 1_000_000)\n"
        "except StorageError as error:\n"
        "    left = [file.name for file in path.parent.iterdir()]\n"
        "    print(error.message, error.exit_code.value, path.read_bytes(), *left)\n"
    )
    mount = 'mount -t tmpfs -o size=64k tmpfs "$1" && exec "$2" -c "$3" "$1"'
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh", tmp_path, sys.executable, program],
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    if not done.stdout and ("unshare" in done.stderr or "mount" in done.stderr):
        pytest.skip("no file system may be mounted here")

    assert done.stdout == (
        f"{tmp_path}/file.yaml could not be saved: No space left on device. 5 b'old' file.yaml\n"
    )


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    """A second writer waits until the first is done, and then goes on."""
    path = tmp_path / "file.yaml"
    order = []

    def second() -> None:
        with locked(path):
            order.append("second")

    other = threading.Thread(target=second)
    with locked(path):
        other.start()
        time.sleep(0.1)
        order.append("first")
    other.join(timeout=10)

    assert order == ["first", "second"]
    assert inside(tmp_path) == []


def test_a_writer_that_is_never_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for ever: after a while it is told who is in the way, and nothing is lost."""
    path = tmp_path / "file.yaml"
    write_whole(path, b"old")
    monkeypatch.setattr(files, "PATIENCE", 0.05)

    with locked(path), pytest.raises(StorageError, match="another careercli has been changing it") as caught:
        write_whole(path, b"new")

    assert caught.value.exit_code == ExitCode.STORAGE
    assert path.read_bytes() == b"old"
    assert files.PATIENCE < 10


def test_a_link_and_its_target_have_one_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes through a link waits for whoever writes its target."""
    (tmp_path / "link.yaml").symlink_to(tmp_path / "target.yaml")
    monkeypatch.setattr(files, "PATIENCE", 0.0)

    with locked(tmp_path / "target.yaml"), pytest.raises(StorageError):
        write_whole(tmp_path / "link.yaml", b"new")


def test_two_files_at_once(tmp_path: Path) -> None:
    """Two files are locked together in one order, and a file together with itself once."""
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    turns = []

    def turn(first: Path, second: Path) -> None:
        for _ in range(50):
            with both_locked(first, second):
                turns.append(first)

    threads = [threading.Thread(target=turn, args=pair) for pair in ((one, other), (other, one), (one, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)

    assert len(turns) == 150
    assert inside(tmp_path) == []


def test_a_lock_left_by_a_run_that_was_ended(tmp_path: Path) -> None:
    """A lock file that nobody holds keeps nobody out, and goes."""
    path = tmp_path / "file.yaml"
    with locked(path):
        (lock,) = inside(tmp_path)
    (tmp_path / lock).touch()

    write_whole(path, b"new")

    assert inside(tmp_path) == ["file.yaml"]


def test_a_lock_that_has_lost_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who opened the lock file just before its last holder removed it does not take that for a lock."""
    real = files._lock
    removed = []

    def late(descriptor: int) -> bool:
        if not removed:
            removed.extend(tmp_path.iterdir())
            removed[0].unlink()
        return real(descriptor)

    monkeypatch.setattr(files, "_lock", late)

    with locked(tmp_path / "file.yaml"):
        assert list(tmp_path.iterdir()) == removed
    assert inside(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file keeps its name")
def test_a_lock_of_the_next_is_left_alone(tmp_path: Path) -> None:
    """Where somebody has removed a lock that is held, its holder does not take that of the next away."""
    path = tmp_path / "file.yaml"
    with locked(path):
        (lock,) = tmp_path.iterdir()
        lock.unlink()
        lock.touch()
    assert inside(tmp_path) == [lock.name]


def test_who_waits_says_for_how_long(tmp_path: Path) -> None:
    """A writer may be less patient than others, and is told apart from what the disk refuses."""
    path = tmp_path / "file.yaml"
    with locked(path), pytest.raises(BusyError, match="for 0 seconds"), locked(path, patience=0.0):
        pass


def test_a_link_under_the_name_of_a_lock(tmp_path: Path) -> None:
    """A link that somebody has put where a lock would be is not followed."""
    path = tmp_path / "file.yaml"
    with locked(path):
        (lock,) = inside(tmp_path)
    (tmp_path / lock).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(StorageError):
        write_whole(path, b"new")

    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="about flock")
def test_a_file_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files cannot be locked they are saved all the same; other faults are told."""
    monkeypatch.setattr("fcntl.flock", _fails(OSError(errno.ENOLCK, "No locks available")))
    write_whole(tmp_path / "file.yaml", b"new")
    assert (tmp_path / "file.yaml").read_bytes() == b"new"

    monkeypatch.setattr("fcntl.flock", _fails(OSError(errno.EIO, "Input/output error")))
    with pytest.raises(StorageError, match="Input/output error"):
        write_whole(tmp_path / "file.yaml", b"newer")
    assert inside(tmp_path)[-1] == "file.yaml"


def test_locks_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no flock, the lock is that of msvcrt: one writer at a time, and no file is left."""
    held: set[tuple[int, int]] = set()

    def locking(descriptor: int, _: int, __: int) -> None:
        status = os.fstat(descriptor)
        if (status.st_dev, status.st_ino) in held:
            raise PermissionError(errno.EACCES, "Permission denied")
        held.add((status.st_dev, status.st_ino))

    source = Path(files.__file__).read_text()
    there: dict[str, object] = {"__name__": "careercli.system.files"}
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    exec(compile(source, files.__file__, "exec"), there)  # noqa: S102 - the module as it is there
    there["PATIENCE"] = 0.0
    lock = there["locked"]
    assert callable(lock)

    with lock(tmp_path / "file.yaml"), pytest.raises(StorageError), lock(tmp_path / "file.yaml"):
        pass

    assert inside(tmp_path) == []


def test_temporary_files_left_behind(tmp_path: Path) -> None:
    """What a run that was ended left an hour ago goes with the next save; what may be in use stays."""
    path = tmp_path / "file.yaml"
    with locked(path):
        mark = inside(tmp_path)[0].removesuffix(".lock")
    old, new, other = f"{mark}-old", f"{mark}-new", ".careercli-00000000-old"
    for name in (old, new, other, "mine.tmp"):
        (tmp_path / name).touch()
    for name in (old, other, "mine.tmp"):
        os.utime(tmp_path / name, (time.time() - 3700,) * 2)

    write_whole(path, b"new")

    assert inside(tmp_path) == sorted([new, other, "mine.tmp", "file.yaml"])


def test_nothing_that_was_set_aside_is_overwritten(tmp_path: Path) -> None:
    """A file is set aside under the first name that is free; what is not there needs no name."""
    (tmp_path / "a.broken-1").write_bytes(b"first")
    (tmp_path / "a.broken-2").symlink_to("nowhere")
    (tmp_path / "a").write_bytes(b"third")

    assert set_aside(tmp_path / "a", "a.broken-{}") == tmp_path / "a.broken-3"
    assert set_aside(tmp_path / "a", "a.broken-{}") is None

    assert (tmp_path / "a.broken-1").read_bytes() == b"first"
    assert (tmp_path / "a.broken-3").read_bytes() == b"third"
