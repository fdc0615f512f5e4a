from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from careercli.catalog import builtin_pack
from careercli.catalog.scaffold import STARTER_ID, starter_files, write_new, write_over
from careercli.errors import StorageError, UsageError


def test_the_files_come_in_the_order_of_reading() -> None:
    """First what a newcomer reads first; the schemas, which nobody reads, last."""
    names = list(starter_files())

    assert names[:3] == ["README.md", "pack.yaml", "sources.yaml"]
    schemas = [name for name in names if name.startswith(".")]
    assert names[-len(schemas) :] == schemas
    assert len(schemas) == len(list((builtin_pack() / ".schemas").iterdir()))


def test_the_id_is_put_in_its_place() -> None:
    """Only the id of the pack changes; the one it ships with is the same as saying nothing."""
    assert starter_files(STARTER_ID) == starter_files()
    assert starter_files("mine")["pack.yaml"] == starter_files()["pack.yaml"].replace(
        b"id: web-shop\n", b"id: mine\n"
    )
    with pytest.raises(UsageError, match="'Mine' is not an id"):
        starter_files("Mine")


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    """Ctrl-C in the middle removes what was written, and goes on being Ctrl-C."""
    real = Path.mkdir

    def interrupted(self: Path, *rest: object, **more: object) -> None:
        if self.name == "deep":
            raise KeyboardInterrupt
        real(self, *rest, **more)  # type: ignore[arg-type]

    with patch.object(Path, "mkdir", interrupted), pytest.raises(KeyboardInterrupt):
        write_new(tmp_path / "new" / "pack", {"a.yaml": b"a", "b/c.yaml": b"c", "deep/d.yaml": b"d"})

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    """What somebody else writes while a pack is written is not overwritten, and not removed."""
    (tmp_path / "pack").mkdir()
    real = Path.open

    def raced(self: Path, mode: str = "r", **more: object) -> object:
        if self.name == "b.yaml" and mode == "xb":
            self.write_text("theirs")
        return real(self, mode, **more)  # type: ignore[call-overload]

    with patch.object(Path, "open", raced), pytest.raises(StorageError, match="File exists"):
        write_new(tmp_path / "pack", {"a.yaml": b"a", "b.yaml": b"b"})

    assert [path.name for path in (tmp_path / "pack").iterdir()] == ["b.yaml"]
    assert (tmp_path / "pack" / "b.yaml").read_text() == "theirs"


@pytest.mark.parametrize("write", [write_new, write_over])
def test_a_name_that_no_file_can_have(write: object, tmp_path: Path) -> None:
    """Even a name that the system cannot take is a failure to save."""
    assert callable(write)
    for name in ("a\0b", "x" * 300):
        with pytest.raises(StorageError, match="could not be written"):
            write(tmp_path / name, {"a.yaml": b"a"})
    assert list(tmp_path.iterdir()) == []


FILES = {"a.yaml": b"first", "deep/b.yaml": b"second", "deep/c.yaml": b"third"}


@pytest.mark.parametrize("whole", range(4))
@pytest.mark.parametrize("part", [None, b"", b"s"])
def test_what_a_killed_run_has_left_is_gone_on_with(tmp_path: Path, whole: int, part: bytes | None) -> None:
    """Wherever a run was killed, the same command comes to the same files."""
    names = list(FILES)
    (tmp_path / "deep").mkdir()
    for name in names[:whole]:
        (tmp_path / name).write_bytes(FILES[name])
    if part is not None and whole < len(names):
        (tmp_path / names[whole]).write_bytes(FILES[names[whole]][: len(part)])

    write_new(tmp_path, FILES)

    assert {name: (tmp_path / name).read_bytes() for name in FILES} == FILES


@pytest.mark.parametrize(
    "there",
    [
        {"a.yaml": b"mine"},
        {"deep/b.yaml": b"second"},
        {"a.yaml": b"first", "deep/c.yaml": b"third"},
        {"a.yaml": b"fir", "deep/b.yaml": b"second"},
        {"a.yaml": b"first", "own/x": b""},
        FILES | {"z.yaml": b""},
    ],
)
def test_what_no_killed_run_can_have_left_stays(tmp_path: Path, there: dict[str, bytes]) -> None:
    """A folder in which anything is somebody's own is refused, and left as it is."""
    for name, data in there.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)

    with pytest.raises(StorageError, match="is not empty"):
        write_new(tmp_path, FILES)

    found = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    assert {name: path.read_bytes() for name, path in found.items()} == there
