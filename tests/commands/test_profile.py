"""``careercli profile``: list, show, new, rename, delete, default."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.cli import program
from careercli.cli.context import Session
from careercli.domain.growth import Hours
from careercli.domain.history import Created, Renamed, StepDone
from careercli.domain.model import Catalog, Profile
from careercli.errors import CareerError, ExitCode, InvalidDataError, StorageError
from careercli.formats.profiles import profile_of
from careercli.store import Store
from tests.catalog.pack_builder import write_pack
from tests.cli.test_options import completed
from tests.running import DAY, FEW_LOOKS, Result, Stream, run

pytestmark = pytest.mark.usefixtures("home")

STEP = StepDone(
    day=date(2026, 11, 20),
    skill="coaching",
    level_from=1,
    level_to=2,
    title="Coach one colleague",
    proof="Notes of six sessions",
    hours=6.0,
    planned=Hours(4, 8),
)


def store() -> Store:
    """Return what careercli keeps for the person of a test."""
    return Session().store


def asked(*arguments: str, typed: Sequence[str] = ()) -> Result:
    """Run a command line by line on a terminal where this is typed, and then Ctrl-D."""
    source = Stream("".join(f"{line}\n" for line in typed).encode(), terminal=True)
    out, err = Stream(terminal=True), Stream(terminal=True)
    code = program.run(arguments, Session(source, out, err, {**os.environ, "CAREERCLI_ACCESSIBLE": "1"}))
    return Result(code, out.memory.getvalue(), err.memory.getvalue())


def at_noon(path: Path) -> None:
    """Let a file have been changed last on the day that tests are reckoned from."""
    noon = datetime.fromisoformat(f"{DAY}T12:00+00:00").timestamp()
    os.utime(path, (noon, noon))


@pytest.fixture
def people_saved(home: Path, catalog: Catalog) -> None:
    """Save two built-in people and a file that is broken, and leave an interview broken off."""
    for person in catalog.personas:
        if person.id not in {"maya", "daniel"}:
            continue
        store().create(person.id, person.profile, [Created(day=date(2026, 4, 3)), STEP])
        at_noon(store().path(person.id))
    broken = store().profiles / "broken.yaml"
    broken.write_text("schema: careercli/profile@1\nexperience: {support_years: many}\nskils: {}\n")
    at_noon(broken)
    store().drafts.folder.mkdir(parents=True)
    for name in ("maya", "noor"):
        store().drafts.place(name).write_text("schema: careercli/profile@1\nexperience: {support_years: 1}\n")
    store().set_default("maya")


# -- looking -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", FEW_LOOKS)
@pytest.mark.usefixtures("people_saved")
def test_the_list(look: str, screen: SnapshotAssertion) -> None:
    """Who is saved and where they stand, what is broken and why, what was broken off."""
    result = run("profile", "list", **FEW_LOOKS[look])  # type: ignore[arg-type]

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


@pytest.mark.parametrize("look", FEW_LOOKS)
def test_an_empty_list(look: str, screen: SnapshotAssertion) -> None:
    """Where nothing is saved it is said how to begin."""
    assert run("profile", "list", **FEW_LOOKS[look]).out == screen  # type: ignore[arg-type]


@pytest.mark.usefixtures("people_saved")
def test_the_list_as_json() -> None:
    """The same for a program: broken files with their problems, and drafts that are no profile yet."""
    document = run("profile", "list", "--json").document

    assert document["schema"] == "careercli/profiles@1"
    assert document["default"] == "maya"
    assert document["drafts"] == ["noor"]
    rows = {row["name"]: row for row in document["profiles"]}
    assert [row["default"] for row in rows.values()] == [False, False, True]
    assert rows["maya"]["draft"]
    assert rows["maya"]["changed"] == DAY
    assert rows["daniel"]["problems"] == []
    assert {problem["key"] for problem in rows["broken"]["problems"]} >= {"skils"}
    assert rows["broken"]["tier"] is None


@pytest.fixture
def odd(home: Path) -> dict[str, str]:
    """Put what is no profile beside one that is, and return what is wrong with each by its name."""
    store().create("maya", Profile(support_years=1.0))
    folder = store().profiles
    (folder / "dangling.yaml").symlink_to(folder / "nowhere")
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "a:b.yaml").write_text("schema: careercli/profile@1\nexperience: {support_years: 1}\n")
    return {
        "dangling": "it is a link that leads nowhere",
        "folder": "it is a folder",
        "pipe": "it is no file, but a pipe or a device",
        "loop": "Too many levels of symbolic links",
        "a:b": "no profile can have this name",
    }


def test_the_list_with_what_is_no_profile(odd: dict[str, str]) -> None:
    """Each odd entry is listed as broken with its reason, and the others as usual."""
    result = run("profile", "list", columns=200)
    rows = {row["name"]: row for row in run("profile", "list", "--json").document["profiles"]}

    assert (result.code, result.err) == (0, "")
    assert rows["maya"]["problems"] == []
    assert rows.keys() == {"maya", *odd}
    for name, why in odd.items():
        assert why in result.out
        assert [why in problem["message"] for problem in rows[name]["problems"]] == [True]
    assert "careercli profile edit" not in result.out


@pytest.mark.parametrize(
    "fault", [StorageError("It cannot be read: Permission denied."), InvalidDataError("It is too large.")]
)
def test_the_list_with_a_file_that_cannot_be_read(
    fault: CareerError, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What keeps a whole file from being read is its problem, as an error in a line is."""
    store().create("maya", Profile(support_years=1.0))

    def read(_: Store, __: str) -> None:
        raise fault

    monkeypatch.setattr(Store, "read", read)
    (row,) = run("profile", "list", "--json").document["profiles"]
    out = " ".join(run("profile", "list").out.split())

    (problem,) = row["problems"]
    assert problem["message"] == fault.message.removesuffix(".")
    assert problem["file"] == str(store().path("maya"))
    assert fault.message in out


def test_commands_to_type_next_keep_to_the_packs(tmp_path: Path) -> None:
    """Whoever works with packs or a ladder of their own gets them in every line to type."""
    pack = str(write_pack(tmp_path / "pack"))
    more = ["--data", pack, "--ladder", "customer-support"]
    again = f"--data {pack} --ladder customer-support"
    new = run("profile", "new", "maya", "--support-years", "3", *more, columns=300)
    store().drafts.place("maya").parent.mkdir(parents=True)
    store().drafts.place("maya").write_bytes(store().path("maya").read_bytes())
    broken = store().profiles / "broken.yaml"
    broken.write_text("{{{")
    listed = run("profile", "list", *more, columns=300)
    broken.unlink()
    shown = run("profile", "show", "maya", *more, columns=300)
    renamed = run("profile", "rename", "maya", "mia", *more, columns=300)
    progress = run("progress", "mia", *more, "--as-of", DAY, columns=300)
    delete = run("profile", "delete", "mia", *more, columns=300)

    assert f"Next: careercli assess maya {again}" in new.out
    assert f"careercli profile edit broken {again}" in " ".join(listed.out.split())
    assert f"careercli advise --profile maya {again}" in " ".join(shown.out.split())
    assert f"Next: careercli profile show mia {again}" in renamed.out
    assert f"careercli advise --profile mia {again}" in " ".join(progress.out.split())
    assert f"careercli profile delete mia --yes {again}" in " ".join(delete.err.split())


def test_what_is_no_profile_is_not_suggested_for_itself(odd: dict[str, str]) -> None:
    """Exit 3 and the reason, where its name leads to it."""
    for name, why in odd.items():
        result = run("profile", "show", name, columns=200)
        assert (result.code, why in " ".join(result.err.split())) == (ExitCode.NOT_FOUND, True)
        assert "Did you mean" not in result.err


def test_the_list_where_the_choice_of_default_is_broken() -> None:
    """The list is what helps to choose another: it is printed, and told what is wrong."""
    store().create("maya", Profile(support_years=1.0))
    store().settings.write_text("{{{")
    result = run("profile", "list")

    assert result.code == 0
    assert "maya" in result.out
    assert "careercli profile default NAME" in " ".join(result.err.split())
    assert run("profile", "show").code == ExitCode.INVALID
    assert "are now in" in " ".join(run("profile", "default", "maya").err.split())
    assert run("profile", "show").code == 0


@pytest.mark.parametrize("look", FEW_LOOKS)
@pytest.mark.usefixtures("people_saved")
def test_one_profile(look: str, screen: SnapshotAssertion) -> None:
    """Its facts, skills by group with levels and evidence, what does not apply, and where it is kept."""
    result = run("profile", "show", "daniel", **FEW_LOOKS[look])  # type: ignore[arg-type]

    assert (result.code, result.err) == (0, "")
    assert result.out.split("Kept")[0] == screen


@pytest.mark.usefixtures("people_saved")
def test_one_profile_as_json(catalog: Catalog) -> None:
    """The profile as understood, and what is remembered of it; without a name it is the default one."""
    document = run("profile", "show", "--json").document

    assert (document["schema"], document["name"], document["default"]) == (
        "careercli/profile-details@1",
        "maya",
        True,
    )
    assert document["file"] == str(store().path("maya"))
    assert document["draft"]
    assert document["history"] == {"records": 2, "steps": 1, "last": None}
    maya = next(person.profile for person in catalog.personas if person.id == "maya")
    assert document["profile"]["title"] == maya.title


def test_evidence_without_a_level_is_shown() -> None:
    """What somebody can show and has not rated is not lost."""
    profile = Profile(support_years=1.0, evidence={"coaching": "Six sessions\n2026-11-20: notes"})
    store().create("maya", profile)

    assert run("profile", "show", "maya", "--json").document["evidence_unrated"] == profile.evidence
    out = run("profile", "show", "maya").out
    assert ": not rated. Six sessions" in out
    assert "2026-11-20: notes" in out


@pytest.mark.parametrize("text", ["{{{", "schema: careercli/profile@1\nexperience: {support_years: many}\n"])
def test_a_broken_profile(text: str) -> None:
    """It is shown to nobody, but what is wrong is told with its place."""
    store().create("maya", Profile(support_years=1.0))
    store().path("maya").write_text(text)
    result = run("profile", "show", "maya")

    assert (result.code, result.out) == (ExitCode.INVALID, "")
    assert f"{store().path('maya')}:" in result.err


ONE = [["show"], ["edit"], ["history"], ["default"], ["rename", "--", "{}", "new"], ["delete", "--yes"]]


@pytest.mark.parametrize("command", ONE, ids=lambda words: words[0])
def test_names_that_are_not_saved(command: list[str]) -> None:
    """Exit 3 with the nearest name, or where to look."""
    store().create("maya", Profile(support_years=1.0))
    for name, hint in (("mya", "Did you mean 'maya'?"), ("somebody", "See 'careercli profile list'.")):
        words = [word.replace("{}", name) for word in command]
        result = run("profile", *words, *([] if name in words else [name]))

        assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
        assert hint in result.err


@pytest.mark.parametrize("command", [*ONE, ["new", "--support-years", "3"]], ids=lambda words: words[0])
@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "../maya", "a\\b", "x" * 300, "a.yaml", ".a", "a\x1b[2J"]
)
def test_names_that_cannot_be(command: list[str], name: str) -> None:
    """Exit 2: nothing that leads elsewhere, is a file, is too long or is no text is the name of a profile."""
    words = [word.replace("{}", name) for word in command]
    result = run("profile", *words, *([] if "rename" in words else ["--", name]))

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "cannot be the name of a profile" in result.err
    assert "\x1b" not in result.err


@pytest.mark.parametrize("command", ["show", "edit", "history"])
def test_no_name_and_no_default(command: str) -> None:
    """Exit 3, with the list and how to begin."""
    result = run("profile", command)

    assert result.code == ExitCode.NOT_FOUND
    assert "careercli profile list" in result.err


def test_names_are_completed() -> None:
    """The shell completes the names of saved profiles."""
    for name in ("maya", "max", "dana"):
        store().create(name, Profile(support_years=1.0))

    assert completed("careercli profile show ma") == ["max", "maya"]


# -- changing ------------------------------------------------------------------------------------------


def test_a_new_profile_from_flags(catalog: Catalog) -> None:
    """Facts given as flags are saved under the name, with the first record of its history."""
    result = run("profile", "new", "maya", "--support-years", "3", "--skill", "Ticketing=2", "--as-of", DAY)

    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        f"Saved as maya: {store().path('maya')}",
        f"Next: careercli assess maya --as-of {DAY}",
    ]
    profile = profile_of(store().read("maya"), catalog)
    assert (profile.support_years, profile.skills) == (3.0, {"ticketing": 2})
    assert [entry.record for entry in store().history("maya").entries] == [
        Created(day=date.fromisoformat(DAY))
    ]
    document = run("profile", "new", "max", "--support-years", "3", "--json").document
    assert document["schema"] == "careercli/profile-details@1"


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (["maya"], ExitCode.USAGE, "Choose another name"),
        (["max"], ExitCode.NEEDS_INPUT, "--support-years 3"),
        (["max", "--no-input"], ExitCode.NEEDS_INPUT, "--support-years 3"),
        (["max", "--leads"], ExitCode.NEEDS_INPUT, "--support-years NUMBER"),
        (["max", "--support-years", "many"], ExitCode.USAGE, "from 0 to 60"),
        (["max", "--support-years", "3", "--skill", "tiketing=1"], ExitCode.NOT_FOUND, "Did you mean"),
    ],
)
def test_new_profiles_that_cannot_be(words: list[str], code: ExitCode, hint: str) -> None:
    """A name that is taken, facts that are missing or wrong: nothing is saved, and it is said what to do."""
    store().create("maya", Profile(support_years=1.0))
    before = store().path("maya").read_bytes()
    result = run("profile", "new", *words)

    assert (result.code, result.out) == (code, "")
    assert hint in " ".join(result.err.split())
    assert store().names() == ["maya"]
    assert store().path("maya").read_bytes() == before


def test_a_new_profile_on_a_terminal() -> None:
    """Without facts the guided session begins, and Enter saves under the name."""
    typed = ("Maya", "", "3", "0", "", "", "", "", "1", "f", "", "s", "", "q")
    result = asked("profile", "new", "maya", typed=typed)

    assert result.code == 0
    assert "No profile maya is saved yet: this begins it." in " ".join(result.err.split())
    assert store().names() == ["maya"]


def test_another_name() -> None:
    """The history goes with the profile, and so does being the default one."""
    store().create("maya", Profile(support_years=1.0), [Created(day=date(2026, 4, 3))])
    store().set_default("maya")
    result = run("profile", "rename", "maya", "mia", "--as-of", DAY)

    assert (result.code, result.err) == (0, "")
    assert "maya is called mia now." in result.out
    assert store().default() == "mia"
    records = [entry.record for entry in store().history("mia").entries]
    assert records[-1] == Renamed(day=date.fromisoformat(DAY), old="maya", new="mia")
    assert run("profile", "rename", "mia", "max", "--json").document == {
        "schema": "careercli/renamed-profile@1",
        "old": "mia",
        "new": "max",
        "file": str(store().path("max")),
    }


def test_another_name_that_is_taken() -> None:
    """Exit 2, and both are as they were."""
    for name in ("maya", "mia"):
        store().create(name, Profile(support_years=1.0))

    assert run("profile", "rename", "maya", "mia").code == ExitCode.USAGE
    assert store().names() == ["maya", "mia"]


def test_deleting_with_yes() -> None:
    """--yes asks nothing; what was removed is listed."""
    store().create("maya", Profile(support_years=1.0), [Created(day=date(2026, 4, 3))])
    file, history = store().path("maya"), store().histories / "maya.jsonl"
    result = run("profile", "delete", "maya", "--yes", "--json")

    assert result.document == {
        "schema": "careercli/deleted-profile@1",
        "name": "maya",
        "files": [str(file), str(history)],
    }
    assert store().names() == []


@pytest.mark.parametrize("typed", [[], ["y"]], ids=["--yes", "asked"])
def test_deleting_a_link(tmp_path: Path, typed: list[str]) -> None:
    """The link goes and the file that it led to stays: that is said, in the question too."""
    target = tmp_path / "shared.yaml"
    target.write_text("schema: careercli/profile@1\nexperience: {support_years: 1}\n")
    store().profiles.mkdir(parents=True)
    (store().profiles / "maya.yaml").symlink_to(target)
    result = asked("profile", "delete", "maya", *([] if typed else ["--yes"]), typed=typed)

    assert result.code == 0
    told = " ".join(result.err.split())
    assert f"Note: the profile was a link. The file that it led to stays: {target}" in told
    assert (f"It is a link; the file that it leads to stays: {target}" in told) == bool(typed)
    assert store().names() == []
    assert target.exists()


def test_deleting_a_history_that_was_left_behind() -> None:
    """What is left of a profile that somebody removed by hand can be deleted by its name."""
    store().create("maya", Profile(support_years=1.0), [Created(day=date(2026, 4, 3))])
    store().path("maya").unlink()

    assert "maya.jsonl" in run("profile", "delete", "maya", "--yes").out
    assert run("profile", "delete", "maya", "--yes").code == ExitCode.NOT_FOUND


@pytest.mark.parametrize("options", [[], ["--no-input"], ["--json"]])
def test_deleting_where_nobody_can_be_asked(options: list[str]) -> None:
    """Exit 6 names the flag, and nothing is deleted."""
    store().create("maya", Profile(support_years=1.0))
    result = run("profile", "delete", "maya", *options, terminal=bool(options))

    assert (result.code, result.out) == (ExitCode.NEEDS_INPUT, "")
    assert "careercli profile delete maya --yes" in " ".join(result.err.split())
    assert store().names() == ["maya"]


@pytest.mark.parametrize(
    ("typed", "code", "left"),
    [([""], 0, ["maya"]), (["n"], 0, ["maya"]), (["y"], 0, []), ([], ExitCode.INTERRUPTED, ["maya"])],
)
def test_deleting_asks(typed: list[str], code: int, left: list[str]) -> None:
    """What would be lost is said, and Enter keeps it; breaking off deletes nothing."""
    store().create("maya", Profile(support_years=1.0), [Created(day=date(2026, 4, 3))])
    result = asked("profile", "delete", "maya", typed=typed)

    assert result.code == code
    assert "Delete the profile maya, with its history of 1 record?" in " ".join(result.err.split())
    assert store().names() == left


def test_the_default_profile() -> None:
    """It is said, also where it is not saved yet; choosing another makes commands use that one."""
    assert run("profile", "default").out == "The default profile is default, which is not saved yet.\n"
    store().create("maya", Profile(support_years=9.0))
    assert run("profile", "default", "maya").out == "The default profile is maya.\n"

    assert run("profile", "default", "--json").document == {
        "schema": "careercli/default-profile@1",
        "name": "maya",
        "saved": True,
    }
    assert run("assess", "--json").document["profile"]["experience"]["support_years"] == 9.0
