from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from careercli.catalog import cache
from careercli.catalog.cache import code_is_that_of_the_key, key_of, read, write
from careercli.catalog.places import PackFiles, read_files
from tests.catalog.pack_builder import PACK, write_pack


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_what_was_written_is_read(tmp_path: Path) -> None:
    """Data comes back under its key, and under no other; the folder is made."""
    folder = tmp_path / "new" / "cache"
    write(folder, "catalog", "one", b"data")
    assert read(folder, "catalog", "one") == b"data"
    assert read(folder, "catalog", "two") is None
    assert names_in(folder) == ["catalog-one.json"]


def test_data_of_one_name_is_not_that_of_another(tmp_path: Path) -> None:
    """A catalog and a library of the same packs are kept side by side."""
    write(tmp_path, "catalog", "one", b"data")
    assert read(tmp_path, "library", "one") is None
    write(tmp_path, "library", "one", b"more")
    assert (read(tmp_path, "catalog", "one"), read(tmp_path, "library", "one")) == (b"data", b"more")
    assert sorted(names_in(tmp_path)) == ["catalog-one.json", "library-one.json"]


def test_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    """What packs a person uses is nobody else's business."""
    write(tmp_path / "cache", "catalog", "one", b"data")
    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0
    assert (tmp_path / "cache" / "catalog-one.json").stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    """Where a file stands in the way, nothing is kept and nothing fails."""
    (tmp_path / "file").write_text("mine")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        write(folder, "catalog", "one", b"data")
        assert read(folder, "catalog", "one") is None
    assert (tmp_path / "file").read_text() == "mine"


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    """What cannot take its place is taken away again."""
    (tmp_path / "catalog-one.json").mkdir()
    write(tmp_path, "catalog", "one", b"data")
    assert names_in(tmp_path) == ["catalog-one.json"]
    assert read(tmp_path, "catalog", "one") is None


def test_an_interrupted_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C passes through, and no unfinished file stays."""

    def interrupt(_: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, "catalog", "one", b"data")
    assert names_in(tmp_path) == []


def test_only_the_newest_of_a_name_are_kept(tmp_path: Path) -> None:
    """Old catalogs go, the oldest first; libraries are counted by themselves, and other files stay."""
    (tmp_path / "notes.json").touch()
    for number in range(3):
        write(tmp_path, "library", f"{number}", b"data")
        os.utime(tmp_path / f"library-{number}.json", (0, 0))
    for number in range(12):
        write(tmp_path, "catalog", f"{number:02}", b"data")
        os.utime(tmp_path / f"catalog-{number:02}.json", (number, number))
    write(tmp_path, "catalog", "last", b"data")
    kept = {"notes.json", "catalog-last.json", *(f"catalog-{number:02}.json" for number in range(5, 12))}
    assert set(names_in(tmp_path)) == kept | {f"library-{number}.json" for number in range(3)}


def test_what_an_ended_run_left_unfinished_goes(tmp_path: Path) -> None:
    """After an hour, with the next that is kept; what may be in the making stays."""
    for name in (".careercli-old", ".careercli-new", ".mine"):
        (tmp_path / name).touch()
    for name in (".careercli-old", ".mine"):
        os.utime(tmp_path / name, (time.time() - 3700,) * 2)
    write(tmp_path, "catalog", "one", b"data")
    assert sorted(names_in(tmp_path)) == [".careercli-new", ".mine", "catalog-one.json"]


def key(*folders: Path) -> str:
    """Return the key of packs as they are now."""
    return key_of([read_files(folder) for folder in folders])


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Write the tiny pack."""
    return write_pack(tmp_path / "pack")


def test_the_key_is_that_of_the_content(tmp_path: Path, pack: Path) -> None:
    """The same files in another folder have the same key, whenever they were written."""
    copy = write_pack(tmp_path / "copy")
    os.utime(copy / "pack.yaml", (1, 1))
    assert key(pack) == key(copy) != ""


@pytest.mark.parametrize("file", PACK)
def test_the_key_changes_with_any_file(pack: Path, file: str) -> None:
    """A byte more, a file less or a new name is another content."""
    content, path = read_files(pack).content, str(pack / file)
    renamed = {str(pack / "other") if name == path else name: data for name, data in content.items()}
    contents = (content, content | {path: content[path] + b"\n"}, renamed)
    keys = {key_of([PackFiles(pack, changed)]) for changed in contents}
    assert len(keys) == 3


def test_the_key_tells_where_one_file_ends(tmp_path: Path) -> None:
    """Moving text from one file to the next is another content."""
    head = {"pack.yaml": "p"}
    one = write_pack(tmp_path / "one", {**head, "skills/a.yaml": "xy", "skills/b.yaml": "z"})
    two = write_pack(tmp_path / "two", {**head, "skills/a.yaml": "x", "skills/b.yaml": "yz"})
    assert key(one) != key(two)


def test_the_key_depends_on_the_order_of_packs(tmp_path: Path, pack: Path) -> None:
    """Laid over one another the other way round, packs make another catalog."""
    other = write_pack(tmp_path / "other", {"pack.yaml": PACK["pack.yaml"]})
    assert len({key(pack, other), key(other, pack), key(pack)}) == 3


def test_the_key_changes_with_the_version(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version compiled is not used."""
    before = key(pack)
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    assert key(pack) != before


def test_the_key_does_not_change_when_python_compiles_modules(
    tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the code only what is written by hand counts, or the first runs would never find their catalog."""
    code = tmp_path / "careercli" / "catalog" / "cache.py"
    code.parent.mkdir(parents=True)
    code.write_text("pass")
    monkeypatch.setattr(cache, "__file__", str(code))
    before = key(pack)
    (code.parent / "__pycache__").mkdir()
    assert key(pack) == before
    os.utime(code, (1, 1))
    assert key(pack) != before


@pytest.mark.skipif(os.name == "nt", reason="there the time of a change is that of the making")
def test_code_that_changed_since_a_run_began_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs may be what was there before, even where a file claims to be old."""
    code = tmp_path / "careercli" / "catalog" / "cache.py"
    code.parent.mkdir(parents=True)
    code.write_text("pass")
    os.utime(code, (1, 1))
    monkeypatch.setattr(cache, "__file__", str(code))
    assert not code_is_that_of_the_key()
    monkeypatch.setattr(cache, "STARTED", time.time() + 1)
    assert code_is_that_of_the_key()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    """What is no file holds nothing, and compiling goes on without it."""
    os.mkfifo(tmp_path / "catalog-one.json")

    assert read(tmp_path, "catalog", "one") is None
