from __future__ import annotations

import errno
import io
import os
import shutil
import stat
import zipfile
from datetime import date
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

import pytest

from careercli.domain.backup import Manifest
from careercli.errors import ExitCode
from careercli.store import Store, write_whole
from careercli.store.backup import pack, unpack
from careercli.store.letters import LettersFile
from tests.files import PROFILE, write_profile
from tests.running import DAY, run
from tests.system.test_files import mode

AS_OF = ("--as-of", DAY)


@pytest.fixture
def store(home: Path) -> Store:
    """Return the store of somebody with two profiles, of whom one has all that can be kept."""
    store = Store(home / "data" / "careercli", home / "state" / "careercli")
    for name in ("maya", "dana"):
        run("profile", "new", name, "--support-years", "3", *AS_OF)
    run("plan", "done", "coaching=1", "maya", "--proof", "A talk", *AS_OF)
    run("profile", "note", "maya", "Called twice", *AS_OF)
    run("config", "set", "hours", "6")
    store.letters.of(["profile:maya"])
    write_whole(store.drafts.place("maya"), PROFILE.encode())
    write_whole(store.profiles.parent / "visits.json", b"{}\n")
    return store


def everything(home: Path) -> dict[str, bytes]:
    """Return all files that are kept."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for folder in ("data", "state")
        for path in sorted((home / folder).rglob("*"))
        if path.is_file() and not path.name.startswith((".careercli-", "before-restore"))
    }


def changed(archive: Path, **entries: bytes | None) -> None:
    """Write a backup again with other entries; ``__`` stands for a slash, None leaves one out."""
    with zipfile.ZipFile(archive) as old:
        content = {info.filename: old.read(info) for info in old.infolist()}
    named = {name.replace("__", "/"): data for name, data in entries.items()}
    with zipfile.ZipFile(archive, "w") as new:
        for name, data in {**content, **named}.items():
            if data is not None:
                new.writestr(name, data)


def test_all_of_it_and_back(store: Store, home: Path) -> None:
    """What is kept is in the file, whatever it is called, and comes back as it was; no lock is in it."""
    before = everything(home)
    write_whole(store.profiles / ".careercli-left.lock", b"")

    said = run("backup", "all.zip", *AS_OF, "--json").document

    assert mode(Path("all.zip")) == 0o600
    inside = {path.partition("/")[2] for path in said["files"]}
    assert inside == {name.partition("/careercli/")[2] for name in before}
    assert "data/visits.json" in said["files"]
    for path in (*store.profiles.iterdir(), *store.histories.iterdir(), store.settings):
        path.unlink()
    restored = run("restore", "all.zip", "--yes", *AS_OF)
    assert restored.code == 0, restored.err
    assert everything(home) == before
    assert all(mode(home / name) == 0o600 for name in everything(home))


def test_the_same_content_gives_the_same_bytes(store: Store) -> None:
    """On the same day; nothing in it is compressed, so no library's version matters."""
    run("backup", "one.zip", *AS_OF)
    run("backup", "two.zip", *AS_OF)

    assert Path("one.zip").read_bytes() == Path("two.zip").read_bytes()
    assert {info.compress_type for info in zipfile.ZipFile("one.zip").infolist()} == {zipfile.ZIP_STORED}
    assert unpack(Path("one.zip"))[0].date == date.fromisoformat(DAY)


def test_a_file_that_is_there_stays(store: Store) -> None:
    """It is replaced with --force only, and never by something else than a zip."""
    Path("all.zip").write_text("mine")

    assert run("backup", "all.zip").code == ExitCode.USAGE
    assert Path("all.zip").read_text() == "mine"
    assert run("backup", "all.zip", "--force").code == 0
    for name in ("all.json", "-", ""):
        assert run("backup", name, "--force").code == ExitCode.USAGE
    assert run("backup", str(store.profiles / "all.zip")).code == ExitCode.USAGE
    folder = run("backup", ".")
    assert (folder.code, "such as careercli.zip." in folder.err) == (ExitCode.USAGE, True)


def test_what_is_no_file_is_left_out_and_named(store: Store, home: Path) -> None:
    """A link to a file is taken with what it leads to; a folder behind a link and a dead link are not."""
    write_profile(home / "elsewhere.yaml")
    (store.profiles / "noor.yaml").symlink_to(home / "elsewhere.yaml")
    (store.profiles / "dead.yaml").symlink_to(home / "nowhere")
    (store.profiles / "folder").symlink_to(home)

    result = run("backup", "all.zip", "--json")

    assert "data/profiles/noor.yaml" in result.document["files"]
    assert [message["message"].split()[0] for message in result.messages] == [
        "Data/profiles/dead.yaml",
        "Data/profiles/folder",
    ]


def test_profiles_that_are_kept_elsewhere(store: Store, home: Path) -> None:
    """A folder of careercli that is a link is followed, there and back."""
    store.profiles.rename(home / "elsewhere")
    store.profiles.symlink_to(home / "elsewhere")
    before = store.path("maya").read_bytes()
    assert "data/profiles/maya.yaml" in run("backup", "all.zip", "--json").document["files"]

    store.path("maya").unlink()
    assert run("restore", "all.zip", "--yes").code == 0
    assert (home / "elsewhere" / "maya.yaml").read_bytes() == before


def test_what_would_change_is_shown_and_nothing_is(store: Store, home: Path) -> None:
    """--dry-run tells what is new, replaced, removed and kept."""
    run("backup", "all.zip", *AS_OF)
    run("profile", "new", "noor", "--support-years", "1", *AS_OF)
    run("profile", "note", "dana", "New", *AS_OF)
    run("plan", "done", "coaching=1", "dana", "--proof", "A talk", *AS_OF)
    run("profile", "delete", "maya", "--yes")
    before = everything(home)

    shown = run("restore", "all.zip", "--dry-run", "--json").document

    assert everything(home) == before
    assert shown["done"] is False
    assert "data/profiles/maya.yaml" in shown["new"]
    assert shown["replaced"] == ["data/history/dana.jsonl", "data/letters.json", "data/profiles/dana.yaml"]
    assert shown["removed"] == ["data/notes/dana.yaml", "data/profiles/dana.yaml.bak"]
    assert shown["kept"] == ["data/history/noor.jsonl", "data/profiles/noor.yaml"]
    assert run("restore", "all.zip", "--dry-run").out.startswith("What a restore would change")


def test_what_is_replaced_is_kept_once_and_can_be_had_back(store: Store, home: Path) -> None:
    """A restore makes a backup of what goes, says where, and that one takes it back."""
    run("backup", "all.zip", *AS_OF)
    run("plan", "done", "coaching=1", "dana", "--proof", "A talk", *AS_OF)
    before = everything(home)

    aside = run("restore", "all.zip", "--yes", *AS_OF, "--json").document["aside"]

    assert (Path(aside).name, mode(Path(aside))) == ("before-restore-1.zip", 0o600)
    assert everything(home) != before
    assert run("restore", "all.zip", "--yes").out.count("Everything is as it is in the backup.") == 1
    run("backup", "more.zip")
    assert not any("before-restore" in path for path in unpack(Path("more.zip"))[1])
    assert run("restore", aside, "--yes", *AS_OF).code == 0
    assert everything(home) == before


def test_letters_that_were_given_stay_given(store: Store) -> None:
    """Whoever got a letter after the backup keeps it, and nobody else gets it."""
    run("backup", "all.zip")
    store.letters.path.unlink()
    store.letters.of(["profile:dana"])

    run("restore", "all.zip", "--yes")

    assert store.letters.of(["profile:dana", "profile:maya", "profile:noor"]) == ("A", "B", "C")
    assert LettersFile(given=1, numbers={"x": 1}).with_keys(["y"]).numbers == {"x": 1, "y": 2}


def test_somebody_is_asked(store: Store) -> None:
    """On a terminal Enter changes nothing, elsewhere --yes has to say it."""
    run("backup", "all.zip")
    run("profile", "delete", "dana", "--yes")

    nobody = run("restore", "all.zip")
    assert nobody.code == ExitCode.NEEDS_INPUT
    assert "careercli restore all.zip --yes" in nobody.err
    answered = run("restore", "all.zip", "--accessible", stdin="\n", terminal=True)
    assert (answered.code, "dana" in store.names()) == (0, False)
    assert "New:\n  data/history/dana.jsonl\n" in answered.err
    assert run("restore", "all.zip", "--accessible", stdin="y\n", terminal=True).code == 0
    assert "dana" in store.names()


@pytest.mark.parametrize(
    ("entries", "match"),
    [
        ({"data__profiles__../../../x.yaml": b"x"}, "is no path of a backup"),
        ({"__etc__passwd": b"x"}, "is no path of a backup"),
        ({"data__..\\x": b"x"}, "is no path of a backup"),
        ({"data__profiles__.careercli-1.lock": b""}, "is no path of a backup"),
        ({"data__x.yaml": b"x"}, "is not in its list"),
        ({"data__visits.json": None}, "is missing"),
        ({"data__visits.json": b"{ }\n"}, "is not what it was"),
        ({"manifest.json": b"{}"}, "is no backup"),
        ({"manifest.json": b"["}, "is no backup"),
        ({"manifest.json": None}, "is no backup"),
    ],
)
def test_a_backup_that_was_tampered_with(
    entries: dict[str, bytes | None], match: str, store: Store, home: Path
) -> None:
    """It is refused with what is wrong in it, before anything is changed."""
    run("backup", "all.zip")
    changed(Path("all.zip"), **entries)
    run("profile", "delete", "dana", "--yes")
    before = everything(home)

    result = run("restore", "all.zip", "--yes", "--json")

    assert (result.code, result.out) == (ExitCode.INVALID, "")
    assert match in result.messages[-1]["problems"][0]["message"]
    assert everything(home) == before
    assert not (home / "x.yaml").exists()


def test_links_bombs_and_doubles(store: Store, home: Path) -> None:
    """Links, what is compressed, a file that is a folder too, and doubles are refused."""
    out = io.BytesIO()
    link = zipfile.ZipInfo("data/profiles/x.yaml")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr(zipfile.ZipInfo("data/y.yaml"), bytes(10), zipfile.ZIP_DEFLATED)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("data/y.yaml", "")
        archive.writestr("data/z", "")
        archive.writestr("data/z/a.yaml", "")
    Path("odd.zip").write_bytes(out.getvalue())
    with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/bomb", bytes(1 << 20))
    Path("half.zip").write_bytes(pack({"data/x": b"x" * 999}, date(2026, 1, 1), "1")[:500])
    Path("long.zip").write_bytes(b"PK\x05\x06" + bytes(18))

    problems = run("restore", "odd.zip", "--json").messages[-1]["problems"]
    assert {problem["message"].partition(",")[0] for problem in problems} == {
        "is no file",
        "is compressed or encrypted",
        "is in it twice",
        "is a file",
    }
    bomb = run("restore", "bomb.zip", "--json").messages[-1]["problems"]
    assert bomb[0]["message"] == "is compressed or encrypted, as no careercli does it"
    for name in ("half.zip", "long.zip"):
        assert run("restore", name).code == ExitCode.INVALID


def test_what_is_in_the_way_is_found_before_anything_is_changed(store: Store, home: Path) -> None:
    """A folder where a file belongs, or a file where a folder does, is said first; nothing is restored."""
    run("backup", "all.zip")
    (maya := store.path("maya")).unlink()
    maya.mkdir()
    before = everything(home)

    folder = run("restore", "all.zip", "--yes")
    assert (folder.code, "maya.yaml is in the way: it is no file" in folder.err) == (ExitCode.STORAGE, True)
    assert everything(home) == before

    maya.rmdir()
    shutil.rmtree(store.profiles.parent / "notes")
    (store.profiles.parent / "notes").write_text("mine")
    file = run("restore", "all.zip", "--yes")
    assert (file.code, "notes is in the way: it is no folder" in file.err) == (ExitCode.STORAGE, True)
    assert not maya.exists()


def test_what_restore_would_refuse_is_in_no_backup(store: Store, home: Path) -> None:
    """A file whose name a backup cannot hold is left out and named, so that the backup can be restored."""
    (store.profiles / "old: mine.yaml").write_text(PROFILE)
    (store.profiles / "old\nmine.yaml").write_text(PROFILE)
    run("profile", "new", "before-restore-1", "--support-years", "3")

    result = run("backup", "all.zip")

    assert result.err.count("is left out: it is a name that no backup can hold.") == 2
    assert run("profile", "delete", "before-restore-1", "--yes").code == 0
    assert run("restore", "all.zip", "--yes").code == 0
    assert "before-restore-1" in store.names()


@pytest.mark.parametrize("settings", ["default_profile: [\n", "\0", "schema: careercli/settings@2\n"])
def test_broken_settings_are_in_it_as_they_are(settings: str, store: Store) -> None:
    """Settings that are broken stop no backup."""
    write_whole(store.settings, settings.encode())

    assert run("backup", "all.zip").code == 0
    assert unpack(Path("all.zip"))[1]["data/settings.yaml"] == settings.encode()


def test_what_cannot_be_read_is_said(store: Store) -> None:
    """A broken profile is in a backup as it is, and a restore names it with its line."""
    write_profile(store.profiles / "broken.yaml", "goal: x\n")
    assert run("backup", "all.zip").code == 0
    store.path("broken").unlink()

    done = run("restore", "all.zip", "--yes", "--json").document

    assert [(one["file"], one["line"], one["key"]) for one in done["broken"]] == [
        ("data/profiles/broken.yaml", 3, "goal")
    ]
    assert "broken" in store.names()


def test_a_full_disk_and_a_folder_that_cannot_be_read(store: Store, home: Path) -> None:
    """Nothing is lost, nothing half is left, and it is exit 5."""
    run("backup", "all.zip")
    run("plan", "done", "coaching=1", "dana", "--proof", "A talk", *AS_OF)
    before = everything(home)

    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    with patch("os.fsync", fail):
        assert run("backup", "more.zip").code == ExitCode.STORAGE
        assert run("restore", "all.zip", "--yes").code == ExitCode.STORAGE
    assert everything(home) == before
    assert not Path("more.zip").exists()


def test_what_changes_meanwhile_is_not_lost(store: Store, home: Path) -> None:
    """A profile that somebody changes after it was shown is left alone, and said to be changed."""
    run("backup", "all.zip")
    run("plan", "done", "coaching=1", "dana", "--proof", "A talk", *AS_OF)
    ready = store.restoring(home / "cache", unpack(Path("all.zip"))[1])
    write_profile(store.path("dana"), years=9)

    with pytest.raises(Exception, match="was changed by somebody else meanwhile"):
        ready.run()
    assert "9" in store.path("dana").read_text()


def test_backups_wait_for_no_lock_and_tear_nothing(store: Store, home: Path) -> None:
    """What is changed while it is read is read again, so that a backup is of one moment."""
    import careercli.store.backup as module

    read, seen = module.read_bytes, []

    def reading(place: Path, *, limit: int) -> bytes:
        data = read(place, limit=limit)
        if place == store.path("maya") and not seen:
            seen.append(place)
            write_profile(place, years=7)
            os.utime(place, ns=(1, 1))
        return data

    with patch.object(module, "read_bytes", reading):
        files = module.gather(store.folders(home / "cache")).files
    assert b"7" in files["data/profiles/maya.yaml"]


def test_one_folder_for_data_and_state(tmp_path: Path) -> None:
    """Where the system has one folder for both, drafts are told by their names; the cache is left out."""
    from careercli.store.backup import Folders, gather

    folder, cache = tmp_path / "careercli", tmp_path / "careercli" / "Cache"
    for name in ("interview-draft.yaml", "settings.yaml", "Cache/x.json"):
        write_whole(folder / name, b"x")

    assert set(gather(Folders(folder, folder, cache)).files) == {
        "data/settings.yaml",
        "state/interview-draft.yaml",
    }
    other = {"state/visits/maya.json": b"{}", "data/settings.yaml": b"x"}
    for new in (("data/visits/maya.json",), ()):
        store = Store(folder, folder)
        ready = store.restoring(cache, other)
        assert ready.difference.new == new
        ready.run()
    assert gather(Folders(tmp_path / "none", tmp_path / "none", cache)).files == {}


def test_the_list_of_a_backup() -> None:
    """It says by which careercli and when it was made."""
    data = pack({"data/a": b"1"}, date(2026, 11, 21), "9.9")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["manifest.json", "data/a"]
        assert b'"careercli":"9.9","date":"2026-11-21"' in archive.read("manifest.json")
    assert Manifest(careercli="1", date=date(2026, 1, 1), files=()).schema == "careercli/backup-manifest@1"


def test_the_program_that_a_backup_brings_is_said(store: Store) -> None:
    """Settings with another pager than now are told before they are put in place."""
    run("config", "set", "pager", "sh -c id")
    run("backup", "all.zip")
    assert "sh -c id" not in run("restore", "all.zip", "--yes").err
    run("config", "unset", "pager")

    result = run("restore", "all.zip", "--dry-run")

    assert (result.code, "shown by this program: sh -c id." in result.err) == (0, True)
