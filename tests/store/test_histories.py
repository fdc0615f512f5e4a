from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.assessment import assess
from careercli.domain.growth import Hours
from careercli.domain.history import (
    Assessed,
    Created,
    Imported,
    Record,
    Renamed,
    StepDone,
    Undone,
    remembered,
)
from careercli.domain.model import Catalog, Profile
from careercli.errors import ExitCode, InvalidDataError, StorageError
from careercli.store import histories
from careercli.store.histories import appended, read_history, settle
from careercli.store.places import pending
from tests.system.test_files import inside, mode

DAY = date(2026, 11, 21)
STEP = StepDone(
    day=DAY,
    skill="coaching",
    level_from=1,
    level_to=2,
    title="Coach a new hire",
    proof='Her first month: 96 % satisfied \N{GRINNING FACE}\n"Best start ever"',
    hours=6.5,
    planned=Hours(4, 8),
)
RECORDS: tuple[Record, ...] = (
    Created(day=DAY),
    Imported(day=DAY, source="resume.json"),
    Renamed(day=DAY, old="maya", new="dana"),
    STEP,
    Undone(day=DAY, of=4),
)
LINE = b'{"kind":"created","date":"2026-11-21"}\n'


def append(path: Path, *records: Record) -> None:
    """Add records to a history."""
    with appended(path, records):
        pass


def read(path: Path) -> list[Record]:
    """Return the records of a history in which nothing is wrong."""
    history = read_history(path)
    assert not history.problems
    return [entry.record for entry in history.entries]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a history is to be."""
    return tmp_path / "history" / "maya.jsonl"


def test_records_come_back(path: Path) -> None:
    """Every kind of record is read as it was remembered, each on a line of its own with its number."""
    append(path, *RECORDS[:2])
    append(path)
    append(path, *RECORDS[2:])

    assert read(path) == list(RECORDS)
    assert [entry.line for entry in read_history(path).entries] == [1, 2, 3, 4, 5]
    assert path.read_bytes().count(b"\n") == 5
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700


def test_an_assessment_comes_back(path: Path, catalog: Catalog) -> None:
    """What is remembered of an assessment is what it said, for everybody."""
    made = [
        remembered(
            assess(catalog.ladder, catalog.skills_by_id, person.profile, DAY), at=DAY, catalog="2026.11"
        )
        for person in catalog.personas
        if person.ladder == catalog.in_use
    ]
    append(path, *made)

    assert made
    assert read(path) == made


OLD = (
    b'{"kind":"assessment","current":"specialist","by_years":"specialist","by_skills":"team-lead","stated":null,'
    b'"certain":true,"goal":"team-lead","fits":{"junior-specialist":1.0,"specialist":0.8475},'
    b'"gaps":{"next":11,"goal":null},"at":"2026-11-21","as_of":"2026-11-20","catalog":"e81e81f9e6b2",'
    b'"ladder":"customer-support","facts":{"support_years":3.5,"leading_years":0.0,"leads_people":false,'
    b'"name":null,"title":"Agent","goal":null,"hours_per_week":5.0,"skills":{"communication":2},'
    b'"evidence":{},"not_applicable":{"ai-automation":"None here"}}}\n'
)
"""An assessment as it was remembered before the rule had a number."""


def test_an_assessment_by_the_first_rule(path: Path) -> None:
    """What was remembered before is read as it was, says which rule it is by, and is never rewritten."""
    path.parent.mkdir()
    path.write_bytes(OLD)

    (record,) = read(path)

    assert isinstance(record, Assessed)
    assert (record.rule, record.current, record.fits["specialist"]) == (1, "specialist", 0.8475)
    assert (record.by_seat, record.at_least, record.at_most, record.confirmed) == (None, None, None, None)
    assert record.facts == Profile(
        support_years=3.5,
        title="Agent",
        hours_per_week=5.0,
        skills={"communication": 2},
        not_applicable={"ai-automation": "None here"},
    )
    append(path, STEP)
    assert path.read_bytes().startswith(OLD)


def test_no_history(path: Path) -> None:
    """Where nothing is remembered there is nothing, and no file is made to find out."""
    append(path)

    assert read_history(path) == histories.History()
    assert not path.parent.exists()


@pytest.mark.parametrize("cut", range(len(LINE)))
def test_a_torn_end(path: Path, cut: int) -> None:
    """Wherever the last line was cut off, what comes before is read, and the next record is not spoiled."""
    append(path, *RECORDS)
    whole = path.read_bytes()
    path.write_bytes(whole + LINE[:cut])

    expected = [*RECORDS, *([Created(day=DAY)] if cut == len(LINE) - 1 else [])]
    assert read(path) == expected
    append(path, STEP)

    assert path.read_bytes().startswith(whole)
    assert read(path) == [*expected, STEP]


def test_a_last_line_without_a_break(path: Path) -> None:
    """A whole last line that an editor left without a line break counts, and stays a line of its own."""
    path.parent.mkdir()
    path.write_bytes(LINE + LINE.rstrip())

    append(path, STEP)

    assert path.read_bytes().startswith(LINE + LINE)
    assert len(read(path)) == 3


@given(tail=st.binary(max_size=40).filter(lambda tail: b"\n" not in tail))
def test_any_end(tmp_path_factory: pytest.TempPathFactory, tail: bytes) -> None:
    """Whatever stands behind the last line break, records before and after it are there."""
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_bytes(LINE + tail)

    append(path, STEP)

    found = [entry.record for entry in read_history(path).entries]
    assert (found[0], found[-1]) == (Created(day=DAY), STEP)


@given(content=st.lists(st.binary(max_size=60) | st.just(LINE), max_size=6).map(b"\n".join))
def test_any_file(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """No file is a fault: what is no record is a problem with its line."""
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_bytes(content)

    history = read_history(path)

    lines = content.count(b"\n") + 1
    assert all(1 <= problem.line <= lines for problem in history.problems)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"kind":"created","date":"2026-13-45"}', "is not a record that careercli wrote"),
        (b'{"kind":"step","date":"2026-11-21"}', "is not a record that careercli wrote"),
        (b'{"kind":"undo","date":"2026-11-21","of":"x"}', "is not a record that careercli wrote"),
        (b'{"kind":"undo","of":1,"of":1,"date":1}', "the key is written twice"),
        (b'{"date":"2026-11-21"}', "is not a record that careercli wrote"),
        (b'{"kind":3}', "is not a record"),
        (b"[1]", "is not a record"),
        (b'"\xff"', "byte 0xff is not UTF-8"),
        (b"not json", "is not JSON"),
        (b"[" * 100_000, "nests deeper"),
        (b"NaN", "is not a number that can be used"),
    ],
)
def test_a_broken_line(path: Path, line: bytes, message: str) -> None:
    """A line that breaks the format is a problem with its number; the others count, and keep theirs."""
    append(path, Created(day=DAY))
    path.write_bytes(path.read_bytes() + line + b"\n\n")
    append(path, STEP)

    history = read_history(path)

    assert [(entry.line, entry.record) for entry in history.entries] == [(1, Created(day=DAY)), (4, STEP)]
    assert [problem.line for problem in history.problems] == [2]
    assert message in history.problems[0].message
    assert history.problems[0].file == str(path)


def test_what_only_a_later_careercli_knows(path: Path) -> None:
    """Kinds of records and fields that come later are passed over, not lost, and not a problem."""
    later = b'{"kind":"badge","since":[1,{"a":2}]}\n{"kind":"created","date":"2026-11-21","mood":"good"}\n'
    path.parent.mkdir()
    path.write_bytes(later)
    append(path, STEP)

    history = read_history(path)

    assert [(entry.line, entry.record) for entry in history.entries] == [(2, Created(day=DAY)), (3, STEP)]
    assert (history.unknown, history.problems) == (1, ())
    assert path.read_bytes().startswith(later)


def test_text_is_cleaned(path: Path) -> None:
    """Nothing in a history can act on the terminal that shows it."""
    append(path, Imported(day=DAY, source="\x1b]0;title\x07\u202efile"))

    (record,) = read(path)

    assert isinstance(record, Imported)
    assert record.source == "\ufffd]0;title\ufffd\ufffdfile"


def test_a_history_that_is_too_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is refused before it fills the memory."""
    append(path, *RECORDS)
    monkeypatch.setattr(histories, "MAX_BYTES", 100)

    with pytest.raises(InvalidDataError) as caught:
        read_history(path)

    assert caught.value.exit_code == ExitCode.INVALID


@pytest.mark.slow
def test_a_disk_that_fills_up(path: Path) -> None:
    """Records that do not fit are not there in part: the history is as it was, and the exit code says so."""
    append(path, *RECORDS)
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from careercli.errors import StorageError\n"
        "from tests.store.test_histories import STEP, append\n"
        "path = Path(sys.argv[1])\n"
        "size = path.stat().st_size + 500\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))\n"
        "try:\n"
        "    append(path, *[STEP] * 9)\n"
        "except StorageError as error:\n"
        "    print(error.exit_code.value, error.message)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, text=True, check=True, timeout=20
    )

    assert done.stdout == f"5 {path} could not be saved: File too large.\n"
    assert read(path) == list(RECORDS)
    assert path.read_bytes().endswith(b"\n")
    assert inside(path.parent) == ["maya.jsonl"]


def test_what_fails_afterwards_takes_the_record_back(path: Path) -> None:
    """A record is kept only where what it tells of has happened."""
    append(path, *RECORDS)

    def fail() -> None:
        with appended(path, [STEP]):
            assert len(read(path)) == len(RECORDS) + 1
            raise OSError(5, "Input/output error")

    with pytest.raises(StorageError, match="Input/output error"):
        fail()
    assert read(path) == list(RECORDS)


@pytest.mark.parametrize(
    ("found", "kept"),
    [(b"before", 0), (b"after", 1), (b"by hand since", 1)],
    ids=["not saved", "saved", "changed"],
)
def test_a_record_of_what_was_never_saved(path: Path, tmp_path: Path, found: bytes, kept: int) -> None:
    """Ended with a record of a change, it stays unless the profile is still as it was before."""
    append(path, *RECORDS)
    note, profile = pending(path), tmp_path / "maya.yaml"
    with appended(path, [STEP], before=b"before"):
        said = note.read_bytes()
    note.write_bytes(said)
    profile.write_bytes(found)

    settle(path, profile)
    settle(path, profile)

    assert read(path) == [*RECORDS, STEP][: len(RECORDS) + kept]
    assert inside(path.parent) == ["maya.jsonl"]


@pytest.mark.parametrize("said", [b"", b'{"length": 0, "pro', b"[]"])
def test_half_a_note_beside_a_history(path: Path, tmp_path: Path, said: bytes) -> None:
    """A note that was not written to its end says nothing, as nothing was added by then."""
    append(path, *RECORDS)
    pending(path).write_bytes(said)

    settle(path, tmp_path / "maya.yaml")

    assert read(path) == list(RECORDS)
    assert inside(path.parent) == ["maya.jsonl"]


def test_what_history_writes_is_plain_json(path: Path) -> None:
    """Each line is JSON that other programs read, with the names that the documentation gives."""
    append(path, STEP)

    assert msgspec.json.decode(path.read_bytes()) == {
        "kind": "step",
        "date": "2026-11-21",
        "skill": "coaching",
        "from": 1,
        "to": 2,
        "title": "Coach a new hire",
        "proof": STEP.proof,
        "hours": 6.5,
        "planned": {"min": 4.0, "max": 8.0},
    }


def test_records_are_a_closed_family() -> None:
    """Every kind of record is read back by its name; none shares one."""
    kinds: Iterable[type[msgspec.Struct]] = (Assessed, *(type(record) for record in RECORDS))

    assert len({kind.__struct_config__.tag for kind in kinds}) == len(histories._KINDS) == 6
