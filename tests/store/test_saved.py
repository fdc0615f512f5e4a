from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.history import History, Record, Renamed
from careercli.domain.model import Catalog, Profile
from careercli.errors import ExitCode, InvalidDataError, NotFoundError, StorageError, UsageError
from careercli.formats.parser import read_file
from careercli.formats.profiles import profile_of
from careercli.store import DEFAULT_PROFILE, Store, base_of, save_profile, write_whole
from tests.files import PROFILE
from tests.formats.builders import profiles, small_catalog
from tests.store.kept import CREATED, DAY, PERSON, refused, revise, save
from tests.system.test_files import inside, mode

BY_HAND = """\
# Mine, and nobody else's
schema: careercli/profile@1
experience: {support_years: 3}   # since school

skills:
  # the tools
  Ticket systems: 2      # Zendesk
  "chat": {level: 1, evidence: A month in the pilot}
not_applicable:
  coaching: 'I work alone'   # for now
"""


def test_an_empty_store(store: Store) -> None:
    """A store that nothing was put into has no names and no draft, and makes no folders to find out."""
    assert store.names() == []
    assert store.drafts.read() is None
    store.drafts.forget(store.drafts.place())
    assert not store.profiles.parent.exists()
    assert not store.drafts.folder.exists()


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


@pytest.mark.parametrize("name", ["maya", "Dana Reyes", "x" * 200, "\N{GREEK SMALL LETTER ALPHA}.b"])
def test_a_new_profile(store: Store, catalog: Catalog, name: str) -> None:
    """A profile is saved under any plain name with the beginning of its history, for its owner only."""
    assert store.create(name, PERSON, [CREATED]) is None

    assert store.names() == [name]
    assert profile_of(store.read(name), catalog) == PERSON
    assert [entry.record for entry in store.history(name).entries] == [CREATED]
    assert mode(store.path(name)) == mode(store.histories / f"{name}.jsonl") == 0o600
    assert mode(store.profiles) == mode(store.histories) == 0o700
    assert inside(store.profiles) == [f"{name}.yaml"]


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "a/b", "a\\b", "C:a", "x" * 201, "a\x1b[2J", "a\udc80", "a\nb", " a", "a "),
        *(".hidden", "a.", "-", "-a", "~a", "a.yaml", "a.YML", "a.json"),
    ],
)
def test_names_that_cannot_be(store: Store, name: str) -> None:
    """A profile gets no name that leads elsewhere, is too long, is no text, or would be taken for a file."""
    with refused(UsageError, ExitCode.USAGE, "cannot be the name of a profile") as caught:
        store.create(name, PERSON)
    with refused(UsageError, ExitCode.USAGE, "cannot be the name of a profile"):
        store.drafts.place(name)

    assert caught.value.message.isprintable()
    assert store.names() == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("\N{LATIN SMALL LETTER E WITH ACUTE}" * 101, "It is too long"),
        ("a\nb", "a line break"),
        ("a  b", "a space at an end or twice"),
        ("a/b", "A name has no '/'"),
        ("", "It is empty"),
    ],
)
def test_why_a_name_cannot_be(store: Store, name: str, why: str) -> None:
    """It is said what to change: what is too long, or cannot be seen, is not to be guessed at."""
    with refused(UsageError, ExitCode.USAGE, "cannot be the name of a profile") as caught:
        store.free_path(name)

    assert why in caught.value.hint


def test_a_name_that_is_taken(store: Store) -> None:
    """A new profile never takes the place of another; names that differ in case are two."""
    path = save(store, "maya", BY_HAND)

    with refused(UsageError, ExitCode.USAGE, "There is a saved profile 'maya' already"):
        store.create("maya", PERSON)

    assert path.read_text() == BY_HAND
    store.create("Maya", PERSON)
    assert store.names() == ["Maya", "maya"]


def test_a_history_of_nobody_is_not_taken_over(store: Store) -> None:
    """Somebody new does not get the history that an earlier profile of that name has left behind."""
    store.create("maya", PERSON, [CREATED])
    store.path("maya").unlink()

    aside = store.create("maya", PERSON)

    assert aside == store.histories / "maya.jsonl.aside-1"
    assert aside.read_bytes()
    assert store.history("maya") == History()


def test_a_change_keeps_what_was_written_by_hand(store: Store, small: Catalog) -> None:
    """Careercli's own change goes into its line: comments, order, quotes, aliases and blank lines stay."""
    path = save(store, "maya", BY_HAND)

    before = revise(
        store,
        "maya",
        small,
        skills={"ticketing": 3, "live-chat": 2, "communication": 1},
        leading_years=0.5,
        goal="t2",
    )

    assert before.skills == {"ticketing": 2, "live-chat": 1}
    assert path.read_text() == (
        BY_HAND.replace("{support_years: 3}", "{support_years: 3, leading_years: 0.5}")
        .replace("# since school\n", "# since school\ngoal: t2\n")
        .replace("systems: 2", "systems: 3")
        .replace("level: 1", "level: 2")
        .replace("pilot}\n", "pilot}\n  communication: 1\n")
    )
    assert path.with_name("maya.yaml.bak").read_text() == BY_HAND
    assert mode(path) == mode(path.with_name("maya.yaml.bak")) == 0o600


LISTED = """\
schema: careercli/profile@1
experience: {support_years: 3}
skills:
  ticketing:
    evidence:  # what I could show
      - Ran it for a year   # since May
      - text: |
          Rebuilt the
          macros
        date: 2026-03-04
        from: résumé
    level: 2
  Chat: {level: 1, evidence: [A month in the pilot]}
"""
"""A profile with evidence in lists, as somebody writes it by hand."""


def test_evidence_in_a_list_stays_one(store: Store, small: Catalog) -> None:
    """What a finished step adds is an item of its own, and goes with it; the others stay as they are."""
    path = save(store, "maya", LISTED)
    before = profile_of(store.read("maya"), small)
    shown = before.evidence["ticketing"]
    assert shown == "Ran it for a year\n2026-03-04: Rebuilt the macros (from résumé)"

    revise(store, "maya", small, evidence={**before.evidence, "ticketing": f"{shown}\n2026-11-21: Done: all"})

    assert path.read_text() == LISTED.replace("résumé\n", "résumé\n      - '2026-11-21: Done: all'\n")
    revise(store, "maya", small, evidence=before.evidence, skills={"ticketing": 3, "live-chat": 1})
    assert "from: résumé\n    level: 3\n" in path.read_text()
    assert profile_of(store.read("maya"), small).evidence == before.evidence


def test_evidence_that_is_no_list_of_lines(store: Store, small: Catalog) -> None:
    """A text that a list cannot hold as it is takes its place."""
    save(store, "maya", LISTED)

    revise(store, "maya", small, evidence={"live-chat": "A month\n\n in the pilot"})

    assert profile_of(store.read("maya"), small).evidence == {"live-chat": "A month\n\n in the pilot"}


def test_a_mark_that_an_earlier_rule_allowed(store: Store, small: Catalog) -> None:
    """It counts as nothing, and leaves the file with the next change; written by hand it is refused."""
    marked = BY_HAND.replace("for now\n", "for now\n  communication: 'Not here'\n")
    path = save(store, "maya", marked)
    assert profile_of(store.read("maya"), small).not_applicable == {"coaching": "I work alone"}

    revise(store, "maya", small, CREATED)
    assert path.read_text() == marked

    revise(store, "maya", small, skills={"ticketing": 3, "live-chat": 1, "communication": 1})
    assert path.read_text() == BY_HAND.replace("systems: 2", "systems: 3").replace(
        "pilot}\n", "pilot}\n  communication: 1\n"
    )
    with refused(InvalidDataError, ExitCode.INVALID, "has 1 problem"):
        store.rewrite("maya", marked, small, instead_of=path.read_text())


def test_one_copy_of_before(store: Store, small: Catalog) -> None:
    """Beside a profile lies what it said before its last change, and no more."""
    path = save(store, "maya", BY_HAND)
    revise(store, "maya", small, support_years=4.0)
    second = path.read_text()

    revise(store, "maya", small, support_years=5.0)

    assert path.with_name("maya.yaml.bak").read_text() == second
    assert inside(store.profiles) == ["maya.yaml", "maya.yaml.bak"]


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_files_of_other_systems(store: Store, small: Catalog, start: bytes, newline: str) -> None:
    """Line breaks and a byte order mark stay as the person's editor wrote them."""
    path = save(store, "maya")
    path.write_bytes(start + BY_HAND.replace("\n", newline).encode())

    revise(store, "maya", small, support_years=4.0)

    assert (
        path.read_bytes() == start + BY_HAND.replace("years: 3", "years: 4").replace("\n", newline).encode()
    )


@pytest.mark.slow
@given(before=profiles(), after=profiles())
def test_any_profile_becomes_any_other(
    tmp_path_factory: pytest.TempPathFactory, before: Profile, after: Profile
) -> None:
    """Whatever a profile said and is to say, after a change it says exactly that."""
    store, catalog = Store(tmp_path_factory.mktemp("any"), Path("none")), small_catalog()
    store.create("any", before)

    def edit(_: Profile, __: History) -> tuple[Profile, Iterable[Record], None]:
        return after, (), None

    store.change("any", catalog, edit)

    assert profile_of(store.read("any"), catalog) == after


def test_remembering_leaves_the_profile_alone(store: Store, small: Catalog) -> None:
    """What only goes into the history does not touch the profile, nor the copy of before."""
    path = save(store, "maya", BY_HAND)
    status = path.stat()

    revise(store, "maya", small, CREATED)

    assert path.stat() == status
    assert inside(store.profiles) == ["maya.yaml"]
    assert [entry.record for entry in store.history("maya").entries] == [CREATED]


def test_a_change_sees_the_history(store: Store, small: Catalog) -> None:
    """Whoever changes a profile decides from what is remembered now, and gets a result out."""
    store.create("maya", PERSON, [CREATED, CREATED])

    def edit(profile: Profile, history: History) -> tuple[Profile, Iterable[Record], int]:
        return profile, [CREATED], len(history.entries)

    assert store.change("maya", small, edit) == 2
    assert store.change("maya", small, edit) == 3


@pytest.mark.parametrize("facts", [{"goal": "t9"}, {"skills": {"unheard-of": 2}}, {"support_years": 99.0}])
def test_nothing_is_saved_that_cannot_be_read(store: Store, small: Catalog, facts: dict[str, object]) -> None:
    """A change that would break the profile is refused, and neither file nor history is touched."""
    path = save(store, "maya", BY_HAND)

    with refused(InvalidDataError, ExitCode.INVALID, "has 1 problem"):
        revise(store, "maya", small, CREATED, **facts)

    assert path.read_text() == BY_HAND
    assert inside(store.profiles) == ["maya.yaml"]
    assert store.history("maya") == History()


@pytest.mark.parametrize("step", ["os.fsync", "tempfile.mkstemp", "pathlib.Path.replace"])
def test_a_change_that_cannot_be_saved(
    store: Store, small: Catalog, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever step fails, profile and history are as they were: neither has what the other has not."""
    path = save(store, "maya", BY_HAND)
    revise(store, "maya", small, CREATED, support_years=4.0)
    was = path.read_text()
    calls = []

    def fail(*_: object, **__: object) -> None:
        calls.append(step)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, fail)
    with refused(StorageError, ExitCode.STORAGE, "No space left on device"):
        revise(store, "maya", small, CREATED, support_years=5.0)
    monkeypatch.undo()

    assert calls
    assert path.read_text() == was
    assert [entry.record for entry in store.history("maya").entries] == [CREATED]
    assert [name for name in inside(store.profiles) if name.startswith(".")] == []


def test_a_record_goes_with_its_change(store: Store, small: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the profile cannot take its place after all, its record is taken back."""
    path = save(store, "maya", BY_HAND)
    revise(store, "maya", small, CREATED, support_years=4.0)
    real = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target == path:
            raise OSError(5, "Input/output error")
        return real(self, target)

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with refused(StorageError, ExitCode.STORAGE, "Input/output error"):
        revise(store, "maya", small, CREATED, support_years=5.0)

    assert len(store.history("maya").entries) == 1


@pytest.mark.parametrize("gone", ["deleted", "renamed"])
def test_a_profile_that_goes_while_somebody_waits(store: Store, small: Catalog, gone: str) -> None:
    """Whoever waited for a profile that is not there any more is told so, and does not bring it back."""
    save(store, "maya")

    def edit(profile: Profile, _: History) -> tuple[Profile, Iterable[Record], None]:
        return profile, (), None

    store.change("maya", small, edit)
    if gone == "deleted":
        store.delete("maya")
    else:
        store.rename("maya", "dana")

    with refused(NotFoundError, ExitCode.NOT_FOUND, "no saved profile"):
        store.change("maya", small, edit)
    assert "maya" not in store.names()


def test_a_profile_that_is_a_link(store: Store, small: Catalog, tmp_path: Path) -> None:
    """A profile kept elsewhere is changed there, and its link stays one through a change and a new name."""
    target = tmp_path / "synced" / "me.yaml"
    write_whole(target, BY_HAND.encode())
    store.profiles.mkdir(parents=True)
    (store.profiles / "maya.yaml").symlink_to(target)

    revise(store, "maya", small, CREATED, support_years=4.0)
    store.rename("maya", "dana")

    assert (store.profiles / "dana.yaml").is_symlink()
    assert "support_years: 4" in target.read_text()
    assert inside(target.parent) == ["me.yaml"]
    assert len(store.history("dana").entries) == 1
    assert store.delete("dana")[0] == store.profiles / "dana.yaml"
    assert target.exists()


def test_editing_by_hand(store: Store, small: Catalog) -> None:
    """What somebody wrote in an editor is saved to the letter, once it is a profile."""
    path = save(store, "maya", BY_HAND)
    given_out = store.text("maya")
    written = given_out.replace("# Mine", "#   Mine").replace("years: 3", "years: 8")

    profile = store.rewrite("maya", written, small, instead_of=given_out)

    assert profile.support_years == 8
    assert path.read_text() == written
    assert path.with_name("maya.yaml.bak").read_text() == BY_HAND


def test_editing_what_is_broken(store: Store, small: Catalog) -> None:
    """A broken profile can be mended by hand; what is still broken is not saved."""
    path = save(store, "maya", "schema: [\n")
    broken = store.text("maya")

    with refused(InvalidDataError, ExitCode.INVALID, "2 problems"):
        store.rewrite("maya", BY_HAND.replace("2 ", "9 ").replace("3}", "x}"), small, instead_of=broken)
    assert path.read_text() == broken

    store.rewrite("maya", BY_HAND, small, instead_of=broken)
    assert path.read_text() == BY_HAND
    assert path.with_name("maya.yaml.bak").read_text() == broken


def test_two_who_edit_one_profile(store: Store, small: Catalog) -> None:
    """Whoever saves second from an editor is told, and nothing of the first is lost."""
    path = save(store, "maya", BY_HAND)
    given_out = store.text("maya")
    revise(store, "maya", small, support_years=4.0)
    first = path.read_text()

    with refused(StorageError, ExitCode.STORAGE, "changed by somebody else"):
        store.rewrite("maya", given_out + "# more\n", small, instead_of=given_out)

    assert path.read_text() == first


def test_a_new_name(store: Store, small: Catalog) -> None:
    """With a profile go its history, its copy of before, its draft, and that it is the default."""
    store.create("maya", PERSON, [CREATED])
    revise(store, "maya", small, support_years=7.0)
    save_profile(store.drafts.place("maya"), PERSON)
    store.set_default("maya")
    renamed = Renamed(day=DAY, old="maya", new="dana")

    store.rename("maya", "dana", [renamed])

    assert inside(store.profiles) == ["dana.yaml", "dana.yaml.bak"]
    assert inside(store.histories) == ["dana.jsonl"]
    assert [entry.record for entry in store.history("dana").entries] == [CREATED, renamed]
    assert store.drafts.names() == ["dana"]
    assert store.default() == "dana"


def test_a_new_name_that_cannot_be(store: Store) -> None:
    """A profile does not take the place of another, nor a name that is none."""
    for name in ("maya", "dana"):
        store.create(name, PERSON, [CREATED])

    for new in ("dana", "maya", "a/b"):
        with refused(UsageError, ExitCode.USAGE, "already|cannot be"):
            store.rename("maya", new)
    with refused(NotFoundError, ExitCode.NOT_FOUND, "no saved profile"):
        store.rename("nobody", "somebody")

    assert store.names() == ["dana", "maya"]
    assert inside(store.histories) == ["dana.jsonl", "maya.jsonl"]


@pytest.mark.parametrize("step", ["pathlib.Path.rename", "pathlib.Path.unlink", "pathlib.Path.read_bytes"])
def test_a_new_name_that_fails_half_way(store: Store, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it ends, the profile is there under one name, with its history; it can be tried again."""
    store.create("maya", PERSON, [CREATED])

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(step, fail)
    with refused(StorageError, ExitCode.STORAGE, "Input/output error"):
        store.rename("maya", "dana", [CREATED])
    monkeypatch.undo()

    (name,) = store.names()
    assert len(store.history(name).entries) == (1 if name == "maya" else 2)
    if name == "maya":
        store.rename("maya", "dana", [CREATED])
        assert len(store.history("dana").entries) == 2


def test_renaming_takes_what_was_broken_off_along(store: Store) -> None:
    """A draft and an edit go with what they began with, and never get what others began with."""
    store.create("maya", PERSON)
    write_whole(store.drafts.place("maya"), b"a draft")
    write_whole(base_of(store.drafts.place("maya")), b"its base")
    write_whole(store.drafts.edited("maya"), b"an edit")
    write_whole(base_of(store.drafts.edited("dana")), b"of another")
    store.rename("maya", "dana")

    assert base_of(store.drafts.place("dana")).read_bytes() == b"its base"
    assert store.drafts.edited("dana").read_bytes() == b"an edit"
    assert inside(store.drafts.folder) == [
        "edit-dana.yaml",
        "interview-draft-dana.yaml",
        "interview-draft-dana.yaml.base",
    ]


def test_deleting(store: Store, small: Catalog) -> None:
    """With a profile goes all that is kept of it, and what is called similarly stays."""
    for name in ("maya", "maya.yaml.bak", "maya-2", "maya.yaml.x"):
        store.create(name, PERSON, [CREATED])
    revise(store, "maya", small, support_years=7.0)
    save_profile(store.drafts.place("maya"), PERSON)
    write_whole(store.drafts.edited("maya"), b"half of it")
    for path in (store.drafts.place("maya"), store.drafts.edited("maya")):
        write_whole(base_of(path), b"what it began with")
    store.set_default("maya")

    removed = store.delete("maya")

    assert [path.name for path in removed] == [
        "maya.yaml",
        "maya.yaml.bak",
        "maya.jsonl",
        "interview-draft-maya.yaml",
        "edit-maya.yaml",
        "interview-draft-maya.yaml.base",
        "edit-maya.yaml.base",
    ]
    assert store.names() == ["maya-2", "maya.yaml.bak", "maya.yaml.x"]
    assert inside(store.histories) == ["maya-2.jsonl", "maya.yaml.bak.jsonl", "maya.yaml.x.jsonl"]
    assert store.drafts.names() == []
    assert store.default() == DEFAULT_PROFILE
    with refused(NotFoundError, ExitCode.NOT_FOUND, "Did you mean|no saved profile"):
        store.delete("maya")


@pytest.mark.parametrize("folder", ["gone", "file"])
def test_deleting_a_link_that_leads_nowhere(store: Store, tmp_path: Path, folder: str) -> None:
    """The link goes, and nothing is made where it led to."""
    store.profiles.mkdir(parents=True)
    (tmp_path / "file").write_text("no folder")
    link = store.profiles / "maya.yaml"
    link.symlink_to(tmp_path / folder / "maya.yaml")

    assert store.delete("maya") == (link,)
    assert not link.is_symlink()
    assert not (tmp_path / "gone").exists()


def test_deleting_what_was_left_behind(store: Store) -> None:
    """A history whose profile is gone can still be deleted by its name."""
    store.create("maya", PERSON, [CREATED])
    store.path("maya").unlink()

    assert store.delete("maya") == (store.histories / "maya.jsonl",)
    with refused(NotFoundError, ExitCode.NOT_FOUND, "no saved profile"):
        store.delete("../maya")


def test_a_format_that_is_not_known(store: Store, small: Catalog) -> None:
    """A profile of a format that nobody knows is told, and left alone."""
    text = "# mine\nschema: careercli/profile@0\nyears: 3  # or so\nskills:\n  ticketing: 2  # Zendesk\n"
    path = save(store, "maya", text)

    with refused(InvalidDataError, ExitCode.INVALID, "problems"):
        revise(store, "maya", small, support_years=4.0)

    assert path.read_text() == text
