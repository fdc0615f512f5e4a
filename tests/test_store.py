from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.documents.profiles import profile_of
from careercli.documents.reading import read_file
from careercli.domain.model import Catalog, Profile
from careercli.errors import InvalidDataError, NotFoundError, StorageError, UsageError
from careercli.store import DEFAULT_PROFILE, Store, save_profile, write_whole
from tests.files import PROFILE

PERSON = Profile(support_years=6.5, name="Dana", skills={"ticketing": 3})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store in folders that do not exist yet."""
    return Store(tmp_path / "data" / "careercli", tmp_path / "state" / "careercli")


def save(store: Store, name: str) -> None:
    """Put a profile into a store."""
    write_whole(store.profiles / f"{name}.yaml", PROFILE.encode())


def mode(path: Path) -> int:
    """Return the permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def inside(folder: Path) -> list[str]:
    """Return the names of everything in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_an_empty_store(store: Store) -> None:
    """A store that nothing was put into has no names and no draft, and makes no folders to find out."""
    assert store.names() == []
    assert store.read_draft() is None
    store.forget_draft()
    assert not store.profiles.parent.exists()
    assert not store.state.exists()


def test_saved_profiles(store: Store) -> None:
    """What was saved is listed by name, in order, and read back."""
    for name in ("maya", "Dana Reyes", DEFAULT_PROFILE):
        save(store, name)

    assert store.names() == ["Dana Reyes", "default", "maya"]
    assert store.read("Dana Reyes").value == {
        "schema": "careercli/profile@1",
        "experience": {"support_years": 3},
    }


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../maya",
        "/etc/passwd",
        "a/b",
        "maya/",
        "a\\b",
        "C:maya",
        "ma\0ya",
        "x" * 201,
        "é" * 101,
    ],
)
def test_names_that_lead_elsewhere(store: Store, name: str) -> None:
    """A name is only a name: whatever could lead out of the folder of profiles is not found in it."""
    save(store, "maya")
    (store.profiles.parent / "maya.yaml").write_text(PROFILE)

    with pytest.raises(NotFoundError, match="There is no saved profile or file"):
        store.read(name)


@given(name=st.text(max_size=300))
def test_any_name_is_found_or_not(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """No name is a fault."""
    store = Store(tmp_path_factory.getbasetemp() / "none", tmp_path_factory.getbasetemp() / "none")

    with pytest.raises(NotFoundError):
        store.read(name)


def test_the_nearest_name(store: Store) -> None:
    """A name that is nearly one is answered with the one that is there, made safe to show."""
    save(store, "client\x1b[31m-dana")

    with pytest.raises(NotFoundError) as caught:
        store.read("client-dana")

    assert caught.value.hint == "Did you mean 'client\ufffd[31m-dana'?"


def test_a_draft(store: Store, catalog: Catalog) -> None:
    """An interview that was broken off is kept, found again and forgotten."""
    save_profile(store.draft, PERSON)

    document = store.read_draft()

    assert document is not None
    assert profile_of(document, catalog) == PERSON
    store.forget_draft()
    assert store.read_draft() is None


def test_a_broken_draft(store: Store) -> None:
    """A draft that cannot be read is told, and can be set aside without being lost."""
    write_whole(store.draft, b"schema: [")

    with pytest.raises(InvalidDataError):
        store.read_draft()
    aside = store.set_draft_aside()

    assert aside is not None
    assert aside.read_bytes() == b"schema: ["
    assert store.read_draft() is None


def test_a_draft_that_cannot_be_set_aside(store: Store) -> None:
    """Where a draft cannot be renamed, that is told by None."""
    assert store.set_draft_aside() is None


def test_a_profile_comes_back_as_it_was_saved(tmp_path: Path, catalog: Catalog) -> None:
    """Saving and reading a profile changes nothing in it."""
    for person in catalog.personas:
        path = tmp_path / f"{person.id}.yaml"
        save_profile(path, person.profile)

        assert profile_of(read_file(path), catalog) == person.profile


@pytest.mark.parametrize("name", ["profile.json", "profile", "profile.yaml.txt", ".yaml"])
def test_profiles_are_yaml_files(tmp_path: Path, name: str) -> None:
    """A profile is not written under a name that says it is something else."""
    with pytest.raises(UsageError, match=r"does not end in \.yaml"):
        save_profile(tmp_path / name, PERSON)

    assert list(tmp_path.iterdir()) == []


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
        ("nul\0.yaml", "embedded null byte"),
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
