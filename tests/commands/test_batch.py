"""``batch``: a line for each line, in their order, whatever happens on the way."""

from __future__ import annotations

import csv
import gzip
import importlib.util
import io
import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from careercli.batch.engine import MOST_LINES
from careercli.domain.model import Catalog
from careercli.formats.profiles import as_document
from tests.domain.people import random_people
from tests.running import DAY, run, run_process

BAD = {
    2: b"{",
    5: b'{"schema":"careercli/profile@1"}',
    7: b"\xff",
    8: b"[1]",
    9: b"experience: {support_years: 3}",
}
"""Lines that are no profile, by their number, where the lines before were good or blank."""


def _good(catalog: Catalog, number: int) -> list[bytes]:
    return [json.dumps(as_document(profile)).encode() for profile in random_people(catalog, number, seed=3)]


@pytest.fixture(scope="module")
def good(catalog: Catalog) -> list[bytes]:
    """Return 600 lines that are profiles: three pieces and more."""
    return _good(catalog, 600)


@pytest.fixture
def mixed(tmp_path: Path, good: list[bytes]) -> Path:
    """Return a file of good, bad and blank lines."""
    lines = good[:12]
    for number, line in BAD.items():
        lines.insert(number - 1, line)
    lines.insert(3, b"  ")
    path = tmp_path / "mixed.jsonl"
    path.write_bytes(b"\n".join(lines))
    return path


@pytest.fixture(scope="module")
def many_lines(good: list[bytes]) -> bytes:
    """Return 600 lines, of which line 301 is bad."""
    return b"\n".join([*good[:300], b"{", *good[301:]]) + b"\n"


@pytest.fixture
def many(tmp_path: Path, many_lines: bytes) -> Path:
    """Return a file of these lines."""
    path = tmp_path / "many.jsonl"
    path.write_bytes(many_lines)
    return path


FEW = ("--fields", "placement.current,next")
"""What is quick to make, for tests of what does not depend on what a line says."""


def _batch(*words: object, stdin: bytes = b"") -> tuple[int, bytes, str]:
    result = run("batch", *map(str, words), "--as-of", DAY, stdin=stdin)
    return result.code, result.stdout, result.err


def _few(*words: object) -> tuple[int, bytes, str]:
    return _batch(*words, *FEW)


def test_each_line_is_what_assess_prints(good: list[bytes]) -> None:
    """The same document, on one line."""
    code, out, err = _batch("-", stdin=b"\n".join(good[:25]))

    assert (code, err) == (0, "")
    for line, profile in zip(out.splitlines(), good[:25], strict=True):
        assert json.loads(line) == run("assess", "-", "--json", "--as-of", DAY, stdin=profile).document
        assert b"\n" not in line


def test_bad_lines_become_errors_in_their_place(mixed: Path) -> None:
    """With the number of the line; the others are assessed; the run ends with 4 and says how many."""
    code, out, err = _batch(mixed)

    assert code == 4
    assert "5 of 17 lines are no valid profile, the first is line 2." in err
    found = [json.loads(line) for line in out.splitlines()]
    errors = {entry["line"]: entry for entry in found if entry["schema"] == "careercli/batch-error@1"}
    assert sorted(errors) == [2, 6, 8, 9, 10]  # the blank line 4 is counted
    assert len(found) == 17
    assert [index for index, entry in enumerate(found) if "line" in entry] == [1, 4, 6, 7, 8]
    assert errors[2]["code"] == 4
    assert errors[6]["problems"] == [
        {"line": 6, "column": 1, "key": "experience", "message": "is missing", "hint": None}
    ]
    assert errors[8]["problems"][0]["key"] is None  # not known, as in any error
    assert "is not UTF-8" in errors[8]["problems"][0]["message"]
    assert "is not JSON" in errors[10]["problems"][0]["message"]


def test_an_error_keeps_its_schema(mixed: Path) -> None:
    """What stands in the place of a bad line is what ``data schema batch-error`` says."""
    import jsonschema

    schema = json.loads(run("data", "schema", "batch-error").stdout)
    for line in _batch(mixed)[1].splitlines():
        if b"batch-error" in line:
            jsonschema.validate(json.loads(line), schema)


def test_with_json_a_document_says_what_came_of_it(mixed: Path, tmp_path: Path) -> None:
    """Where the lines go elsewhere; to standard output they are documents themselves."""
    code, out, err = _batch(mixed, tmp_path / "out", "--json")
    assert (code, json.loads(err)["code"]) == (4, 4)
    assert json.loads(out) == {
        "schema": "careercli/batch@1",
        "as_of": DAY,
        "out": str(tmp_path / "out"),
        "lines": 17,
        "bad": 5,
        "first_bad": 2,
    }
    assert _batch(mixed, "--json")[1] == (tmp_path / "out").read_bytes()


def test_a_table_is_no_document(mixed: Path) -> None:
    """Standard output cannot be both."""
    code, out, err = _batch("-", "--csv", "--json", stdin=b"support_years\n3\n")
    assert (code, out) == (2, b"")
    assert "Name a file for the table." in json.loads(err)["hint"]


def test_an_empty_input_is_an_empty_output(tmp_path: Path) -> None:
    """Also one of blank lines."""
    assert _batch("-", stdin=b"\n \n") == (0, b"", "")
    assert _batch("-", tmp_path / "out", stdin=b"") == (0, b"", "")
    assert (tmp_path / "out").read_bytes() == b""


def test_a_line_that_is_too_long_is_an_error(good: list[bytes]) -> None:
    """And the next one is read."""
    _, out, _ = _batch("-", stdin=b'{"name":"' + b"x" * 3_000_000 + b'"}\n' + good[0])

    first, second = map(json.loads, out.splitlines())
    assert "is larger than 2048 KiB" in first["problems"][0]["message"]
    assert second["schema"] == "careercli/assessment@2"


def test_fields_are_chosen(good: list[bytes]) -> None:
    """In the shape that they have in the document; errors stay whole."""
    _, whole, _ = _batch("-", stdin=good[0])
    code, out, _ = _batch(
        "-", "--fields", "tiers.fit,placement.current,next,profile.name", stdin=good[0] + b"\n{"
    )

    document, (first, second) = json.loads(whole), map(json.loads, out.splitlines())
    assert code == 4
    assert first == {
        "profile": {"name": document["profile"]["name"]},
        "placement": {"current": document["placement"]["current"]},
        "tiers": [{"fit": tier["fit"]} for tier in document["tiers"]],
        "next": document["next"],
    }
    assert second["schema"] == "careercli/batch-error@1"


def test_a_field_that_is_not_there_is_wrong_usage() -> None:
    """Before anything is read."""
    code, out, err = _batch("-", "--fields", "placement.curent")

    assert (code, out) == (2, b"")
    assert "placement.current" in err


@pytest.mark.slow
def test_the_output_does_not_depend_on_the_number_of_processes(many: Path, tmp_path: Path) -> None:
    """Nor on hash seed and locale, nor on where it goes."""
    outs = []
    for number, (jobs, seed, locale) in enumerate(
        (("1", "1", "C"), ("4", "2", "C.UTF-8"), ("2", "3", "tr_TR.UTF-8"))
    ):
        out = tmp_path / f"out{number}"
        environment = {"PYTHONHASHSEED": seed, "LC_ALL": locale}
        words = ("batch", str(many), str(out), "--jobs", jobs, "--as-of", DAY, *FEW)
        assert run_process(*words, env=environment).code == 4
        outs.append(out.read_bytes())
        assert sorted(path.name for path in tmp_path.glob("out*.*")) == []
    piped = run_process("batch", str(many), "--jobs", "3", "--as-of", DAY, *FEW)
    assert piped.code == 4
    assert outs[0] == outs[1] == outs[2] == piped.stdout


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_somebody_who_reads_only_the_beginning_ends_the_run(many: Path, jobs: str) -> None:
    """As with ``| head``: quietly."""
    result = run_process("batch", str(many), "--jobs", jobs, "--as-of", DAY, *FEW, how='"$@" | head -n 2')

    assert (result.code, result.stderr) == (0, b"")
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.skipif(os.name == "nt", reason="nobody can wait for a pipe there")
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_lines_are_answered_as_they_come(good: list[bytes], jobs: str) -> None:
    """Whoever writes to a pipe line by line need not end it to see results, whatever the number of jobs."""
    command = [sys.executable, "-m", "careercli", "batch", "-", "--jobs", jobs, "--as-of", DAY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for line in good[:7]:
            process.stdin.write(line + b"\n")
            process.stdin.flush()
            assert select.select([process.stdout], [], [], 20)[0]
            assert json.loads(process.stdout.readline())["schema"] == "careercli/assessment@2"
        process.stdin.close()
        assert process.wait(20) == 0


@pytest.mark.slow
def test_gzip_by_its_name(many: Path, tmp_path: Path) -> None:
    """In and out; the compressed bytes do not depend on the number of processes either."""
    packed = tmp_path / "in.jsonl.gz"
    packed.write_bytes(gzip.compress(many.read_bytes()))
    plain, one, two = tmp_path / "a", tmp_path / "b.gz", tmp_path / "c.gz"
    assert _few(many, plain, "--jobs", 1)[0] == 4
    assert _few(packed, one, "--jobs", 1)[0] == 4
    assert run_process("batch", str(packed), str(two), "--jobs", "3", "--as-of", DAY, *FEW).code == 4
    assert gzip.decompress(one.read_bytes()) == plain.read_bytes()
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_broken_gzip_file_ends_the_run_and_keeps_what_is_done(
    many: Path, tmp_path: Path, jobs: str
) -> None:
    """What was read before it broke is in the part, also what was being made."""
    packed, out = tmp_path / "in.jsonl.gz", tmp_path / "out"
    packed.write_bytes(gzip.compress(many.read_bytes())[:-8])  # nothing is missing but the check
    result = run_process("batch", str(packed), str(out), "--jobs", jobs, "--as-of", DAY, *FEW)

    assert result.code == 4
    assert b"in.jsonl.gz cannot be decompressed" in result.stderr
    assert not out.exists()
    part = (tmp_path / "out.part").read_bytes()
    assert part == b"".join(_few(many)[1].splitlines(keepends=True)[: part.count(b"\n")])
    assert part.count(b"\n") > 600 - MOST_LINES


def test_zstandard_says_what_it_needs(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can read or write it."""
    monkeypatch.setitem(sys.modules, "compression.zstd", None)
    monkeypatch.setitem(sys.modules, "zstandard", None)
    packed = tmp_path / "in.zst"
    packed.write_bytes(b"")
    for words in ((many, tmp_path / "out.zst"), (packed, tmp_path / "out")):
        code, _, err = _batch(*words)
        assert code == 2
        assert "pip install zstandard" in err


@pytest.mark.slow
@pytest.mark.skipif(
    not importlib.util.find_spec("zstandard") and sys.version_info < (3, 14), reason="not installed"
)
def test_zstandard_by_its_name(many: Path, tmp_path: Path) -> None:
    """Out and in again: the errors of the second run are about every line."""
    out = tmp_path / "out.zst"
    assert _few(many, out, "--jobs", 1)[0] == 4
    code, again, _ = _few(out, "--jobs", 1)
    assert code == 4
    assert len(again.splitlines()) == 600


def test_an_output_that_is_there_is_not_replaced(many: Path, tmp_path: Path) -> None:
    """Unless told; nor is the input."""
    out = tmp_path / "out"
    out.write_text("mine")
    code, _, err = _few(many, out)
    assert (code, "out is there already." in " ".join(err.split())) == (2, True)
    assert out.read_text() == "mine"
    assert _few(many, out, "--force", "--jobs", 1)[0] == 4
    assert len(out.read_bytes().splitlines()) == 600
    assert _few(many, many, "--force")[0] == 2
    assert _few(many, tmp_path)[0] == 5


@pytest.mark.parametrize("words", [("-", "x"), ("missing.jsonl", "-")])
def test_going_on_needs_files(words: tuple[str, str]) -> None:
    """A pipe cannot be read again."""
    code, _, err = _batch(*words, "--resume")

    assert code == 2
    assert "--resume needs files" in err


def test_an_input_that_is_not_there(tmp_path: Path) -> None:
    """Is not found; nothing is begun."""
    assert _batch(tmp_path / "no.jsonl", tmp_path / "out")[0] == 3
    assert list(tmp_path.iterdir()) == []


def _command(*words: object) -> list[str]:
    return [sys.executable, "-m", "careercli", "batch", *map(str, words), "--as-of", DAY, *FEW]


def _broken_off(command: list[str], after: float, how: signal.Signals) -> int:
    """Run a command and send it a signal; return how it ended."""
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(how)
        return process.wait(60)


@pytest.fixture(scope="module")
def undisturbed(many_lines: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with twice as many lines, and what a run that nobody ends makes of them."""
    folder = tmp_path_factory.mktemp("undisturbed")
    source = folder / "big.jsonl"
    source.write_bytes(many_lines * 2)
    for name in ("out.jsonl", "out.jsonl.gz"):
        assert _few(source, folder / name, "--jobs", 1)[0] == 4
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
@pytest.mark.parametrize("jobs", [1, 3])
def test_a_killed_run_goes_on_where_it_was(undisturbed: Path, tmp_path: Path, name: str, jobs: int) -> None:
    """Killed at random points, again and again: the end is that of an undisturbed run, byte for byte."""
    source, whole, out = undisturbed / "big.jsonl", undisturbed / name, tmp_path / name
    draw = random.Random(f"{name}{jobs}")  # noqa: S311 - not for secrets
    for _ in range(4):
        after = draw.uniform(0.15, 0.6)
        if _broken_off(_command(source, out, "--jobs", jobs, "--resume"), after, signal.SIGKILL) >= 0:
            break
    if not out.exists():
        assert run_process("batch", str(source), str(out), "--resume", "--as-of", DAY, *FEW).code == 4
    assert out.read_bytes() == whole.read_bytes()
    assert not (tmp_path / f"{name}.part").exists()


def _begun(many: Path, tmp_path: Path, pieces: int = 1) -> Path:
    """Return the output of a run that was broken off after some pieces."""
    from careercli.batch import part
    from careercli.batch.crew import Done

    out = tmp_path / "out"
    add = part.Part.add
    count = 0

    def added(self: part.Part, done: Done) -> None:
        nonlocal count
        count += 1
        if count > pieces:
            raise KeyboardInterrupt
        add(self, done)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(part.Part, "add", added)
        code, _, err = _few(many, out, "--jobs", 1)
    assert code == 130
    assert "Go on with: careercli batch" in err.replace("\n", " ")
    assert f"--resume --as-of {DAY}" in " ".join(err.split())
    assert not out.exists()
    return out


def test_ctrl_c_keeps_whole_lines_and_says_how_to_go_on(many: Path, tmp_path: Path) -> None:
    """What is done is in the part; a new run does not throw it away unasked; going on completes it."""
    out = _begun(many, tmp_path)
    part = tmp_path / "out.part"
    assert part.read_bytes().endswith(b"\n")
    assert _few(many, out)[0] == 2
    with part.open("ab") as file:
        file.write(b'{"torn')
    assert _few(many, out, "--resume", "--jobs", 1)[0] == 4
    _, whole, _ = _few(many, "--jobs", 1)
    assert out.read_bytes() == whole


def test_a_part_of_another_run_is_not_gone_on_with(many: Path, tmp_path: Path, good: list[bytes]) -> None:
    """Another day, other fields, another input, a part that was cut: each is said. --force begins anew."""
    out = _begun(many, tmp_path)
    before = (tmp_path / "out.part").read_bytes()
    other = run("batch", str(many), str(out), "--resume", "--as-of", "2026-11-22", *FEW)
    assert (other.code, "another day (--as-of): 2026-11-21" in " ".join(other.err.split())) == (2, True)
    assert "another choice of --fields" in " ".join(
        _batch(many, out, "--resume", "--fields", "next")[2].split()
    )
    changed = tmp_path / "changed.jsonl"
    changed.write_bytes(b"\n".join(reversed(good)))
    assert "is of another input" in " ".join(_few(changed, out, "--resume")[2].split())
    changed.write_bytes(good[0])
    assert "is of a longer input" in " ".join(_few(changed, out, "--resume")[2].split())
    assert (tmp_path / "out.part").read_bytes() == before
    (tmp_path / "out.part").write_bytes(before[:-10])
    assert "is shorter than its note says" in " ".join(_few(many, out, "--resume")[2].split())
    (tmp_path / "out.part.json").write_text("{")
    code, _, err = _few(many, out, "--resume")
    assert (code, "has no note" in " ".join(err.split())) == (2, True)
    assert _few(many, out, "--force", "--jobs", 1)[0] == 4
    assert len(out.read_bytes().splitlines()) == 600


@pytest.mark.slow
def test_a_real_ctrl_c_ends_with_whole_lines(many: Path, tmp_path: Path) -> None:
    """With workers: exit 130, and the part ends with a line."""
    source, out = tmp_path / "big.jsonl", tmp_path / "out"
    source.write_bytes(many.read_bytes() * 60)
    code = _broken_off(_command(source, out, "--jobs", "2"), 1.2, signal.SIGINT)

    assert code == 130
    assert (tmp_path / "out.part").read_bytes()[-1:] in {b"\n", b""}  # a busy machine may not have begun
    assert not out.exists()


def test_a_killed_worker_is_told(many: Path, tmp_path: Path) -> None:
    """And the run can be gone on with."""
    source, out = tmp_path / "big.jsonl", tmp_path / "out"
    source.write_bytes(many.read_bytes() * 60)
    with subprocess.Popen(_command(source, out, "--jobs", "2"), stderr=subprocess.PIPE) as process:
        children: list[str] = []
        path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        if not path.exists():
            process.kill()
            pytest.skip("no list of child processes here")
        deadline = time.monotonic() + 20
        while len(children) < 2 and time.monotonic() < deadline:
            children = path.read_text().split()
        os.kill(int(children[0]), signal.SIGKILL)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 5
        assert b"A worker process was ended from outside." in err
    assert (tmp_path / "out.part").exists()


TABLE = """name,support_years,leading_years,leads_people,goal,hours_per_week,ticketing,Communication,\
social-media-support
Dana,3.5,,no,manager,4,2,3,n/a
=1+1,2,,,,,,,

"Line
break",abc,,maybe,chief,,9,x,
-Ann,1,,,,,1,,,,
"""


def test_tables_in_and_out() -> None:
    """A row for each row, with the number of its line; cells that mean nothing are errors by column."""
    code, out, err = _batch("-", "--csv", stdin=TABLE.encode())
    rows = list(csv.DictReader(io.StringIO(out.decode())))

    assert code == 4
    assert "2 of 4 lines are no valid profile, the first is line 5." in err
    assert [row["line"] for row in rows] == ["2", "3", "5", "7"]
    assert rows[0]["name"] == "Dana"
    assert rows[0]["goal"] == "manager"
    assert rows[0]["error"] == ""
    assert 0 < float(rows[0]["fit_manager"]) <= 1
    assert rows[0]["step_1"].startswith(("rate-", "quick-interview"))
    assert rows[1]["name"] == "'=1+1"  # no formula
    for part in (
        "experience.support_years must be",
        "goal 'chief' is not a known tier",
        "skills.ticketing must be",
    ):
        assert part in rows[2]["error"]
    assert "has 11 cells and the header 9" in rows[3]["error"]


def test_a_quote_left_open_is_an_error_of_its_row(tmp_path: Path) -> None:
    """The rows below it are assessed, and a broken-off run goes on from there; in a header it is the end."""
    text = b'name,support_years\nAnn,1\n"Bo,2\nCy,3\n'
    code, out, err = _batch("-", "--csv", "--fields", "line,error,name", stdin=text)

    assert code == 4
    assert "1 of 3 lines is no valid profile, the first is line 3." in " ".join(err.split())
    assert out.decode().splitlines() == [
        "line,error,name",
        "2,,Ann",
        "3,is not CSV: a quote is not closed,",
        "4,,Cy",
    ]
    code, out, err = _batch("-", "--csv", stdin=b'name,"support_years\nAnn,1\n')
    assert (code, out) == (4, b"")
    assert "The header of standard input cannot be read." in err
    assert "a quote is not closed" in err


def test_a_row_is_what_the_same_profile_is() -> None:
    """The numbers of the table are those of the document."""
    _, out, _ = _batch("-", "--csv", stdin=TABLE.encode())
    row = next(csv.DictReader(io.StringIO(out.decode())))
    profile = {
        "schema": "careercli/profile@1",
        "name": "Dana",
        "experience": {"support_years": 3.5},
        "goal": "manager",
        "skills": {"ticketing": 2, "communication": 3},
        "not_applicable": {"social-media-support": "n/a"},
    }
    document = run("assess", "-", "--json", "--as-of", DAY, stdin=json.dumps(profile)).document
    for key in ("state", "current", "at_least", "at_most", "confirmed", "by_years", "by_skills", "by_usual"):
        assert row[key] == (document["placement"][key] or "")
    assert [float(row[f"fit_{tier['tier']}"]) for tier in document["tiers"]] == [
        t["fit"] for t in document["tiers"]
    ]
    assert [row[f"step_{number}"] for number in (1, 2, 3)] == [step["id"] for step in document["steps"]]
    assert [row["gaps"], row["goal_gaps"]] == [str(len(document["gaps"])), str(len(document["goal_gaps"]))]


def test_a_table_has_every_fact() -> None:
    """A row says what a profile can: the job held, its team, part time, leading elsewhere."""
    facts = {
        "title": "Customer Support Team Lead",
        "employed": True,
        "leads_people": True,
        "team": 5,
        "experience": {
            "support_years": 4,
            "leading_years": 1.5,
            "leading_elsewhere_years": 2,
            "part_time_share": 0.5,
        },
    }
    profile = {"schema": "careercli/profile@1", **facts}
    table = (
        "title,employed,leads_people,team,support_years,leading_years,leading_elsewhere_years,part_time_share\n"
        "Customer Support Team Lead,yes,yes,5,4,1.5,2,0.5\n"
        ",no,,2,4,,,\n"
        ",,no,2,4,,,\n"
    )
    _, out, _ = _batch("-", "--csv", stdin=table.encode())
    good, jobless, alone = csv.DictReader(io.StringIO(out.decode()))

    document = json.loads(_batch("-", stdin=json.dumps(profile).encode())[1])
    assert {key: document["profile"][key] for key in facts} == facts
    assert {key: good[key] for key in ("by_seat", "by_years", "stated")} == {
        key: document["placement"][key] or "" for key in ("by_seat", "by_years", "stated")
    }
    assert "team is 2, and employed is false" in jobless["error"]
    assert "leads_people is false, and team is 2" in alone["error"]


def test_columns_are_chosen_and_checked() -> None:
    """Of the output with --fields; those of the input must all be known."""
    code, out, _ = _batch("-", "--csv", "--fields", "line,current", stdin=b"support_years\n30\n")
    assert (code, out) == (0, b"line,current\n2,\n")
    code, _, err = _batch("-", "--csv", "--fields", "fits", stdin=b"support_years\n30\n")
    assert (code, "There are line, error" in err) == (2, True)
    code, out, err = _batch("-", "--csv", stdin=b"nmae,ticketing,Ticketing\n")
    assert (code, out) == (4, b"")
    assert "Did you mean 'name'" in err
    assert "is there twice" in err
    assert "support_years" in err


def test_a_table_goes_on_too(tmp_path: Path) -> None:
    """After being broken off, with the heading only once."""
    source = tmp_path / "in.csv"
    source.write_text("name,support_years\n" + "".join(f"P{number},{number % 20}\n" for number in range(700)))
    few = ("--fields", "line,name,current")
    from careercli.batch import part
    from careercli.batch.crew import Done

    add = part.Part.add

    def added(self: part.Part, done: Done) -> None:
        if self.progress.done:
            raise KeyboardInterrupt
        add(self, done)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(part.Part, "add", added)
        assert _batch(source, tmp_path / "out.csv", "--csv", *few, "--jobs", 1)[0] == 130
    assert _batch(source, tmp_path / "out.csv", "--csv", *few, "--jobs", 1, "--resume")[0] == 0
    assert (tmp_path / "out.csv").read_bytes() == _batch(source, "--csv", *few, "--jobs", 1)[1]
