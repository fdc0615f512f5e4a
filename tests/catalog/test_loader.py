from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from careercli.catalog import (
    Compiled,
    LoadedCatalog,
    Packs,
    builtin_pack,
    cache,
    check_packs,
    loader,
    places,
)
from careercli.catalog.kept_library import joined, kept_library
from careercli.catalog.loader import Derived, check_files
from careercli.catalog.places import PackFiles, read_files
from careercli.domain.library import Library
from careercli.errors import InvalidDataError, NotFoundError
from careercli.formats.document import read_start
from tests.catalog.pack_builder import PACK, pack_files, skill_file, write_pack

SKILLS_ONLY = {
    "pack.yaml": PACK["pack.yaml"],
    "sources.yaml": PACK["sources.yaml"],
    "skills/origami.yaml": skill_file("origami", tools=""),
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Write a pack that adds one skill to the built-in one."""
    return write_pack(tmp_path / "pack", SKILLS_ONLY)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[PackFiles]]:
    """Return the packs that were checked and compiled, call by call, as it goes."""
    calls: list[Sequence[PackFiles]] = []

    def check(files: Sequence[PackFiles]) -> tuple[Compiled | None, tuple[object, ...]]:
        calls.append(files)
        return check_files(files)

    monkeypatch.setattr(loader, "check_files", check)
    return calls


@pytest.fixture(autouse=True)
def _whatever_is_edited_while_tests_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is compiled, as a run does whose code nobody changes meanwhile."""
    monkeypatch.setattr(cache, "STARTED", float("inf"))


def test_packs_are_laid_over_the_built_in_one(pack: Path) -> None:
    """A pack given adds to what is built in, and what is built in stays."""
    catalog = loader.load_catalog([pack]).catalog
    assert "origami" in catalog.skills_by_id
    assert "ticketing" in catalog.skills_by_id
    assert catalog.ladder.id == "customer-support"


def test_overriding_the_built_in_data_is_said(pack: Path) -> None:
    """What a pack takes the place of is named."""
    write_pack(pack, {"skills/ticketing.yaml": skill_file("ticketing", tools="")})
    loaded = loader.load_catalog([pack])
    assert loaded.overridden == ("skill ticketing",)
    assert loaded.catalog.skills_by_id["ticketing"].levels[0] == "I watch ticketing."


@pytest.mark.parametrize(("faults", "count"), [(1, "1 problem"), (2, "2 problems")])
def test_a_pack_with_problems_is_refused_with_all_of_them(pack: Path, faults: int, count: str) -> None:
    """The error counts the problems and carries each."""
    for number in range(faults):
        write_pack(pack, {f"skills/bad{number}.yaml": "a: ["})
    with pytest.raises(InvalidDataError) as caught:
        loader.load_catalog([pack])
    assert caught.value.message == f"The role data has {count}."
    assert len(caught.value.problems) == faults


@pytest.mark.parametrize("cached", [True, False])
def test_a_folder_that_is_no_pack_is_not_found(tmp_path: Path, cached: bool) -> None:
    """With a cache or without, a wrong folder is told."""
    with pytest.raises(NotFoundError):
        loader.load_catalog([tmp_path / "missing"], cache_folder=tmp_path if cached else None)


def load(pack: Path, cache: Path) -> LoadedCatalog:
    return loader.load_catalog([pack], cache_folder=cache)


def read_library(pack: Path, cache: Path) -> Library:
    return loader.load_library([pack], cache_folder=cache)


def test_the_second_time_nothing_is_read(
    tmp_path: Path, pack: Path, reads: list[Sequence[PackFiles]]
) -> None:
    """Unchanged packs come from the cache, and make the same catalog."""
    first = load(pack, tmp_path / "cache")
    second = load(pack, tmp_path / "cache")
    assert len(reads) == 1
    assert second == first


def test_catalog_and_library_are_kept_together(
    tmp_path: Path, pack: Path, reads: list[Sequence[PackFiles]]
) -> None:
    """Whichever is asked for first, the other comes from the cache as well."""
    cache = tmp_path / "cache"
    library = read_library(pack, cache)
    assert sorted(path.name.split("-")[0] for path in cache.iterdir()) == ["catalog", "library"]
    catalog = load(pack, cache)
    assert len(reads) == 1
    (compiled, _) = check_packs([builtin_pack(), pack])
    assert compiled == (catalog, library)
    assert read_library(pack, cache) == library
    assert "origami" in catalog.catalog.skills_by_id
    assert library.guides_by_role.keys() == {role.id for role in catalog.catalog.roles}


@pytest.mark.parametrize("name", ["catalog", "library"])
def test_what_is_missing_of_the_two_is_made_anew(
    tmp_path: Path, pack: Path, reads: list[Sequence[PackFiles]], name: str
) -> None:
    """With one of them gone, the other is still taken from the cache, and asking for it brings it back."""
    cache = tmp_path / "cache"
    read = {"catalog": load, "library": read_library}
    first = read[name](pack, cache)
    other = ({"catalog", "library"} - {name}).pop()
    (gone,) = cache.glob(f"{name}-*")
    whole = gone.read_bytes()
    gone.unlink()
    read[other](pack, cache)
    assert len(reads) == 1
    assert read[name](pack, cache) == first
    assert len(reads) == 2
    assert gone.read_bytes() == whole


def test_changed_packs_are_read_again(tmp_path: Path, pack: Path, reads: list[Sequence[PackFiles]]) -> None:
    """A change shows at once, and changing back finds the first catalog again."""
    cache = tmp_path / "cache"
    first = load(pack, cache)
    text = SKILLS_ONLY["skills/origami.yaml"]
    write_pack(pack, {"skills/origami.yaml": text.replace("I watch", "I fold")})
    assert load(pack, cache).catalog.skills_by_id["origami"].levels[0] == "I fold origami."
    write_pack(pack, {"skills/origami.yaml": text})
    assert load(pack, cache) == first
    assert len(reads) == 2


ORIGAMI = "skills/origami.yaml"
EDITED = SKILLS_ONLY[ORIGAMI].replace("I watch", "I fold")


def level(loaded: LoadedCatalog) -> str:
    """Return the first level of the skill in the pack."""
    return loaded.catalog.skills_by_id["origami"].levels[0]


@pytest.mark.parametrize("step", ["read_files", "check_files"])
def test_what_is_kept_was_made_of_the_content_that_names_it(
    tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """A pack edited once it was read or compiled, and edited back, answers as it stands ever after."""
    kept = tmp_path / "cache"
    real = getattr(loader, step)

    def edited_after(given: object) -> object:
        result = real(given)
        if given != builtin_pack():
            write_pack(pack, {ORIGAMI: EDITED})
        return result

    with monkeypatch.context() as patch:
        patch.setattr(loader, step, edited_after)
        assert level(load(pack, kept)) == "I watch origami."
    assert level(load(pack, kept)) == "I fold origami."
    write_pack(pack, {ORIGAMI: SKILLS_ONLY[ORIGAMI]})
    assert level(load(pack, kept)) == "I watch origami."


def test_a_built_in_pack_edited_meanwhile_answers_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That of a checkout is kept in its build folder, and by the same rule."""
    files = {name: text.replace("I watch", "I see") for name, text in PACK.items()}
    data = write_pack(tmp_path / "data", files)
    monkeypatch.setattr(loader, "builtin_pack", lambda: data)
    monkeypatch.setattr(loader, "compiled", lambda _: None)
    before = check_packs([data])[0]

    def edited_meanwhile(given: Sequence[PackFiles]) -> object:
        write_pack(data, PACK)
        result = check_files(given)
        write_pack(data, files)
        return result

    with monkeypatch.context() as patch:
        patch.setattr(loader, "check_files", edited_meanwhile)
        loader.load_library()
    assert before is not None
    assert len(list((tmp_path / "build").iterdir())) == 2
    assert (loader.load_catalog(), loader.load_library()) == before


def test_each_file_is_read_once(tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the name of what is kept, for the catalog and for the library."""
    opened: list[str] = []

    def start(path: str, size: int) -> bytes:
        opened.append(path)
        return read_start(path, size)

    monkeypatch.setattr(places, "read_start", start)
    monkeypatch.setattr(loader, "read_files", read_files)  # ours too, whatever other tests have read of it
    packs = Packs([pack], cache_folder=tmp_path / "cache")
    assert "origami" in packs.catalog.catalog.skills_by_id
    assert packs.library.guides
    assert len(opened) == len(set(opened)) == len([*pack_files(builtin_pack()), *pack_files(pack)])


def test_catalog_and_library_are_of_one_content(tmp_path: Path, pack: Path) -> None:
    """Whatever becomes of the pack in between, as in a session of an hour; kept or not."""
    for kept in (None, tmp_path / "cache"):
        write_pack(pack, SKILLS_ONLY)
        packs = Packs([pack], cache_folder=kept)
        catalog = packs.catalog
        write_pack(pack, {"skills/new.yaml": "a: ["})
        library = packs.library
        (pack / "skills/new.yaml").unlink()
        assert (catalog, library) == check_packs([builtin_pack(), pack])[0]


def test_code_that_changed_since_the_run_began_keeps_nothing(
    tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the old code compiled would stand under the name of the new."""
    monkeypatch.setattr(cache, "STARTED", 0.0)
    load(pack, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_a_fault_that_comes_after_is_found_in_spite_of_the_cache(tmp_path: Path, pack: Path) -> None:
    """What was good once is not taken for good when it has changed."""
    load(pack, tmp_path / "cache")
    write_pack(pack, {"skills/origami.yaml": "a: ["})
    with pytest.raises(InvalidDataError):
        load(pack, tmp_path / "cache")


GARBAGE = [b"", b"{", b"null", b"[1, 2]", b"\xff\xfe", b"[" * 100_000]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "garbage"),
    [
        *(("catalog", garbage) for garbage in (*GARBAGE, b"{}", b'{"catalog": {"ladders": 3}}')),
        *(("library", garbage) for garbage in (*GARBAGE, b'{"guides": 3}')),
    ],
)
def test_a_broken_cache_is_no_error(
    tmp_path: Path, pack: Path, reads: list[Sequence[PackFiles]], name: str, garbage: bytes
) -> None:
    """What cannot be used is made anew, catalog or library, and kept in place of the broken one."""
    cache = tmp_path / "cache"
    read = {"catalog": load, "library": read_library}[name]
    first = read(pack, cache)
    (kept,) = cache.glob(f"{name}-*")
    whole = kept.read_bytes()
    kept.write_bytes(garbage)
    assert read(pack, cache) == first
    assert kept.read_bytes() == whole
    assert len(reads) == 2


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("catalog", {"in_use": "elsewhere"}),
        ("catalog", {"in_use": ""}),
        ("catalog", {"ladders": []}),
        ("catalog", {"tiers": []}),
        ("library", {"guides": []}),
        ("library", {"words": 3}),
    ],
    ids=str,
)
def test_a_cache_that_cannot_be_right_is_a_broken_one(
    tmp_path: Path, pack: Path, reads: list[Sequence[PackFiles]], name: str, change: dict[str, object]
) -> None:
    """JSON of the right shape that is about no ladder, or has no guide or a broken part, is made anew."""
    cache = tmp_path / "cache"
    read = {"catalog": load, "library": read_library}[name]
    first = read(pack, cache)
    (kept,) = cache.glob(f"{name}-*")
    whole = msgspec.json.decode(kept.read_bytes())
    if "tiers" in change:
        whole["catalog"]["ladders"][0] |= change
    elif name == "catalog":
        whole["catalog"] |= change
    data = msgspec.json.encode(whole)
    if name == "library":
        del whole[""]
        data = joined({part: msgspec.json.encode(value) for part, value in (whole | change).items()})
    kept.write_bytes(data)
    assert read(pack, cache) == first
    assert len(reads) == 2


@pytest.mark.slow
def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, pack: Path) -> None:
    """Where nothing can be kept, packs are read every time."""
    (tmp_path / "file").touch()
    cache = tmp_path / "file" / "cache"
    assert load(pack, cache) == loader.load_catalog([pack])
    assert read_library(pack, cache) == loader.load_library([pack])


def test_an_installed_catalog_is_used_without_reading_packs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reads: list[Sequence[PackFiles]]
) -> None:
    """From a wheel what was compiled into it is taken, unless packs are laid over it."""
    (built, _) = check_packs([write_pack(tmp_path / "tiny")])
    assert built is not None
    reads.clear()
    for name, data in built.encoded.items():
        (tmp_path / f"{name}.json").write_bytes(data)
    monkeypatch.setattr(loader, "compiled", lambda name: tmp_path / f"{name}.json")
    assert loader.load_catalog() == built.catalog
    assert loader.load_library() == built.library
    assert reads == []
    assert (
        loader.load_catalog([write_pack(tmp_path / "pack", SKILLS_ONLY)]).catalog.ladder.id
        == "customer-support"
    )


def test_a_compiled_catalog_is_the_same_as_the_packs() -> None:
    """Nothing is lost between the built-in pack and its compiled form."""
    built, _ = check_packs([builtin_pack()])
    assert built is not None
    assert built.encoded.keys() == {"catalog", "library"}
    assert msgspec.json.decode(built.encoded["catalog"], type=LoadedCatalog) == built.catalog
    assert kept_library(built.encoded["library"], _not_needed) == built.library


def _not_needed() -> Library:
    raise AssertionError


def _derived(made: list[str]) -> Derived[str]:
    """Return something to make of packs, which tells how often it was made."""

    def make() -> str:
        made.append("made")
        return "what is made"

    def decode(data: bytes) -> str:
        if not data.endswith(b"!"):
            raise ValueError("damaged")
        return data[:-1].decode()

    return Derived("derived", ".bin", ("text",), make, lambda text: f"{text}!".encode(), decode)


def _derive(packs: Packs, version: str = "1", elsewhere: Path = Path("/nowhere/at/all")) -> int:
    """Return how often it was made for these packs, now."""
    made: list[str] = []
    assert packs.derived(_derived(made), version, lambda: elsewhere) == "what is made"
    return len(made)


def test_what_is_made_of_packs_is_kept_with_them(tmp_path: Path, pack: Path) -> None:
    """It is made once for the same packs and the same version."""
    kept = tmp_path / "cache"

    assert [_derive(Packs([pack], cache_folder=kept)) for _ in range(2)] == [1, 0]
    assert [_derive(Packs([pack], cache_folder=kept), "2") for _ in range(2)] == [1, 0]
    write_pack(pack, {"skills/origami.yaml": skill_file("origami", tools="Scissors")})
    assert [_derive(Packs([pack], cache_folder=kept)) for _ in range(2)] == [1, 0]
    assert len(list(kept.glob("derived-*.bin"))) == 3


def test_what_is_damaged_of_it_is_mended(tmp_path: Path, pack: Path) -> None:
    """It is made anew in place of what cannot be read, once."""
    _derive(Packs([pack], cache_folder=tmp_path))
    (file,) = tmp_path.glob("derived-*.bin")
    for broken in (b"", b"what is m", b"\xff"):
        file.write_bytes(broken)
        assert [_derive(Packs([pack], cache_folder=tmp_path)) for _ in range(2)] == [1, 0]


def test_it_is_kept_elsewhere_where_packs_are_kept_nowhere(tmp_path: Path, pack: Path) -> None:
    """A folder that cannot be written is no error, and keeps nothing."""
    assert [_derive(Packs([pack]), elsewhere=tmp_path / "cache") for _ in range(2)] == [1, 0]
    (tmp_path / "file").touch()
    assert [_derive(Packs([pack]), elsewhere=tmp_path / "file") for _ in range(2)] == [1, 1]


def test_code_that_makes_it_and_changed_since_the_run_began_keeps_nothing(
    tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with what is compiled; and what other code made has another name."""
    monkeypatch.setattr(cache, "STARTED", 0.0)
    assert [_derive(Packs([pack], cache_folder=tmp_path)) for _ in range(2)] == [1, 1]
    names = {cache.key_with("key", "1", rooms) for rooms in ((), ("text",), ("text", "search"))}
    assert len(names) == 3


def test_a_wheel_brings_it(tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was shipped for this version is taken, unless it is damaged; packs laid over have their own."""
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    data, own = tmp_path / "data", tmp_path / "own"
    data.mkdir()
    (data / "catalog.json").touch()
    shipped = data / "derived-1.bin"
    shipped.write_bytes(b"what is made!")

    assert [_derive(Packs(), elsewhere=own) for _ in range(2)] == [0, 0]
    assert not own.exists()
    write_pack(data)
    assert [_derive(Packs([pack], cache_folder=own)) for _ in range(2)] == [1, 0]
    shipped.write_bytes(b"what is m")
    assert [_derive(Packs(), elsewhere=own) for _ in range(2)] == [1, 0]
    shipped.unlink()
    assert _derive(Packs(), elsewhere=own) == 0
