from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from careercli.catalog import LoadedCatalog, builtin_pack, check_packs, loading
from careercli.errors import InvalidDataError, NotFoundError
from tests.catalog.pack_builder import PACK, skill_file, write_pack

SKILLS_ONLY = {
    "pack.yaml": PACK["pack.yaml"],
    "sources.yaml": PACK["sources.yaml"],
    "skills/origami.yaml": skill_file("origami"),
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Write a pack that adds one skill to the built-in one."""
    return write_pack(tmp_path / "pack", SKILLS_ONLY)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Path]]:
    """Return the packs that were read and checked, call by call, as it goes."""
    calls: list[Sequence[Path]] = []

    def check(folders: Sequence[Path]) -> tuple[LoadedCatalog | None, tuple[object, ...]]:
        calls.append(folders)
        return check_packs(folders)

    monkeypatch.setattr(loading, "check_packs", check)
    return calls


def test_packs_are_laid_over_the_built_in_one(pack: Path) -> None:
    """A pack given adds to what is built in, and what is built in stays."""
    catalog = loading.load_catalog([pack]).catalog
    assert "origami" in catalog.skills_by_id
    assert "ticketing" in catalog.skills_by_id
    assert catalog.ladder.id == "customer-support"


def test_overriding_the_built_in_data_is_said(pack: Path) -> None:
    """What a pack takes the place of is named."""
    write_pack(pack, {"skills/ticketing.yaml": skill_file("ticketing")})
    loaded = loading.load_catalog([pack])
    assert loaded.overridden == ("skill ticketing",)
    assert loaded.catalog.skills_by_id["ticketing"].levels[0] == "I watch ticketing."


@pytest.mark.parametrize(("faults", "count"), [(1, "1 problem"), (2, "2 problems")])
def test_a_pack_with_problems_is_refused_with_all_of_them(pack: Path, faults: int, count: str) -> None:
    """The error counts the problems and carries each."""
    for number in range(faults):
        write_pack(pack, {f"skills/bad{number}.yaml": "a: ["})
    with pytest.raises(InvalidDataError) as caught:
        loading.load_catalog([pack])
    assert caught.value.message == f"The role data has {count}."
    assert len(caught.value.problems) == faults


@pytest.mark.parametrize("cached", [True, False])
def test_a_folder_that_is_no_pack_is_not_found(tmp_path: Path, cached: bool) -> None:
    """With a cache or without, a wrong folder is told."""
    with pytest.raises(NotFoundError):
        loading.load_catalog([tmp_path / "missing"], cache_folder=tmp_path if cached else None)


def load(pack: Path, cache: Path) -> LoadedCatalog:
    return loading.load_catalog([pack], cache_folder=cache)


def test_the_second_time_nothing_is_read(tmp_path: Path, pack: Path, reads: list[Sequence[Path]]) -> None:
    """Unchanged packs come from the cache, and make the same catalog."""
    first = load(pack, tmp_path / "cache")
    second = load(pack, tmp_path / "cache")
    assert len(reads) == 1
    assert second == first
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_changed_packs_are_read_again(tmp_path: Path, pack: Path, reads: list[Sequence[Path]]) -> None:
    """A change shows at once, and changing back finds the first catalog again."""
    cache = tmp_path / "cache"
    first = load(pack, cache)
    text = SKILLS_ONLY["skills/origami.yaml"]
    write_pack(pack, {"skills/origami.yaml": text.replace("I watch", "I fold")})
    assert load(pack, cache).catalog.skills_by_id["origami"].levels[0] == "I fold origami."
    write_pack(pack, {"skills/origami.yaml": text})
    assert load(pack, cache) == first
    assert len(reads) == 2


def test_a_fault_that_comes_after_is_found_in_spite_of_the_cache(tmp_path: Path, pack: Path) -> None:
    """What was good once is not taken for good when it has changed."""
    load(pack, tmp_path / "cache")
    write_pack(pack, {"skills/origami.yaml": "a: ["})
    with pytest.raises(InvalidDataError):
        load(pack, tmp_path / "cache")


@pytest.mark.parametrize(
    "garbage",
    [b"", b"{", b"null", b"{}", b"[1, 2]", b"\xff\xfe", b"[" * 100_000, b'{"catalog": {"ladders": 3}}'],
)
def test_a_broken_cache_is_no_error(
    tmp_path: Path, pack: Path, reads: list[Sequence[Path]], garbage: bytes
) -> None:
    """A catalog that cannot be used is made anew, and kept in place of the broken one."""
    cache = tmp_path / "cache"
    first = load(pack, cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(garbage)
    assert load(pack, cache) == first
    assert kept.read_bytes() == whole
    assert len(reads) == 2


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, pack: Path) -> None:
    """Where nothing can be kept, packs are read every time."""
    (tmp_path / "file").touch()
    loaded = load(pack, tmp_path / "file" / "cache")
    assert loaded == loading.load_catalog([pack])


def test_an_installed_catalog_is_used_without_reading_packs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reads: list[Sequence[Path]]
) -> None:
    """From a wheel the catalog that was compiled into it is taken, unless packs are laid over it."""
    (loaded, _) = check_packs([write_pack(tmp_path / "tiny")])
    compiled = tmp_path / "catalog.json"
    compiled.write_bytes(msgspec.json.encode(loaded))
    monkeypatch.setattr(loading, "compiled_catalog", lambda: compiled)
    assert loading.load_catalog() == loaded
    assert reads == []
    assert (
        loading.load_catalog([write_pack(tmp_path / "pack", SKILLS_ONLY)]).catalog.ladder.id
        == "customer-support"
    )


def test_a_compiled_catalog_is_the_same_as_the_packs() -> None:
    """Nothing is lost between the built-in pack and its compiled form."""
    loaded, _ = check_packs([builtin_pack()])
    assert msgspec.json.decode(msgspec.json.encode(loaded), type=LoadedCatalog) == loaded
