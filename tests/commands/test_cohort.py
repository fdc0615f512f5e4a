"""Many people at a glance, as a coach or a script asks for them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from careercli.cli import cohort_people
from careercli.cli.context import Session
from careercli.errors import ExitCode
from tests.files import PROFILE, write_profile
from tests.interview.keeping import keep
from tests.running import DAY, LOOKS, Result, run

LINE = '{"schema":"careercli/profile@1","experience":{"support_years":3},"name":"%s"}'


def cohort(*words: str, **how: object) -> Result:
    """Run the command on a fixed day."""
    return run("cohort", *words, "--as-of", DAY, **how)  # type: ignore[arg-type]


def names(*words: str) -> list[str]:
    """Return who is in a cohort, in order."""
    result = cohort(*words, "--json")
    assert result.code == 0, result.err
    return [person["name"] for person in result.document["people"]]


@pytest.fixture
def group(home: Path, people: Path) -> Path:
    """Return the built-in people as a folder ``group`` here."""
    Path("group").mkdir()
    for path in people.iterdir():
        Path("group", path.name).write_text(path.read_text())
    return Path("group")


@pytest.mark.parametrize("look", LOOKS)
def test_screen(look: str, group: Path, screen: SnapshotAssertion) -> None:
    """Five people read as somebody last approved it."""
    result = cohort("group", **LOOKS[look])

    assert (result.code, result.err) == (0, "")
    encoding = "ascii" if look == "ascii" else "utf-8"
    assert result.stdout.decode(encoding) == screen


def test_a_small_group_fits_a_screen(group: Path) -> None:
    """24 lines of 80 columns, the prompt included."""
    lines = cohort("group").out.splitlines()

    assert len(lines) < 24
    assert max(map(cell_len, lines)) <= 80


@pytest.mark.parametrize("columns", [20, 40, 59, 60, 79, 80, 100, 200])
@pytest.mark.parametrize("flags", [[], ["--full"]])
def test_nothing_is_wider_than_the_terminal(group: Path, columns: int, flags: list[str]) -> None:
    """At any width, with long names, wide letters and more people than stand side by side."""
    for number in range(40):
        write_profile(
            Path(f"group/p{number}.yaml"), f"name: {'Ünä 李明 ' * 9}{number}\nskills: {{hiring: 1}}\n"
        )
    lines = cohort("group", *flags, columns=columns).out.splitlines()

    assert max(map(cell_len, lines)) <= min(columns, 100)


def test_many_people_are_counted(group: Path) -> None:
    """Of more than sixty people the map says how many have each level, also for a screen reader."""
    for number in range(70):
        write_profile(Path(f"group/p{number}.yaml"), "skills: {ticketing: 0}\n", years=0)
    screen = cohort("group", "--full").out
    read_out = cohort("group", "--full", "--accessible").out

    assert re.search(r"Ticketing systems +70 +1 +1 +2 +1 +0 +0 +72 of 75, must-have for 71", screen)
    assert (
        "Ticketing systems: lacked by 72 of 75, must-have for 71; none 70, awareness 1, working 1, practitio"
        in read_out
    )
    assert "and 62 more (70 of 75, a must-have for each of them)" in " ".join(screen.split())


def test_full_shows_every_skill_that_is_asked(group: Path) -> None:
    """And the command for it is named, with what was typed."""
    brief, full = cohort("group", "--sort", "name").out, cohort("group", "--full").out

    assert "All 59 skills: careercli cohort group --sort name --full --as-of 2026-11-21" in " ".join(
        brief.split()
    )
    assert "Global team leadership" in full
    assert "Global team leadership" not in brief


def test_other_steps_that_serve_several(group: Path) -> None:
    """With --full they come by how many they serve."""
    for number in range(4):
        levels = {"product-knowledge": 0, "active-listening": 0 if number < 3 else 4}
        levels |= {"ticketing": 0} if number < 2 else {}
        write_profile(group / f"p{number}.yaml", f"skills: {json.dumps(levels)}\n", years=0)
    page = " ".join(cohort("group", "--full").out.split())
    others = page.partition("Other steps that serve several")[2]
    served = [int(people) for people in re.findall(r"\((\d) of 9[,)]", others)]

    assert len(set(served)) > 1
    assert served == sorted(served, reverse=True)


def test_sorting(group: Path) -> None:
    """By tier from the top unless told; --reverse turns it round."""
    assert names("group")[0] == "Priya Raman"
    assert names("group", "--reverse")[0] == "Maya Thompson"
    assert names("group", "--sort", "name") == sorted(names("group"))
    assert names("group", "--sort", "fit", "--reverse")[0] == "Maya Thompson"
    result = cohort("group", "--sort", "age")
    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "'age' is not one of 'name', 'tier', 'fit', 'held', 'days'" in result.err


def test_where_people_come_from(home: Path) -> None:
    """Saved names, files of every kind, folders and standard input in one; each profile once."""
    keep("ann", LINE % "Ann")
    Path("in/deep/.hidden").mkdir(parents=True)
    Path("in/ben.yaml").write_text(PROFILE + "name: Ben\n")
    Path("in/all.jsonl").write_text(LINE % "Cid" + "\n\n" + LINE % "Dee")
    Path("in/deep/eve.json").write_text(LINE % "Eve")
    Path("in/deep/.hidden/no.json").write_text(LINE % "No")
    Path("in/.no.yaml").write_text(PROFILE)
    Path("link.yaml").symlink_to("in/ben.yaml")
    saved = str(home / "data" / "careercli" / "profiles" / "ann.yaml")
    words = ["ann", "in", "in/ben.yaml", "./in/ben.yaml", "link.yaml", saved, "-", "-"]
    result = cohort(*words, "--sort", "name", "--json", stdin=LINE % "Zoe")
    people = result.document["people"]

    assert [person["name"] for person in people] == ["Ann", "Ben", "Cid", "Dee", "Zoe"]
    assert [(person["saved"], person["file"], person["line"]) for person in people] == [
        ("ann", None, None),
        (None, "in/ben.yaml", None),
        (None, "in/all.jsonl", 1),
        (None, "in/all.jsonl", 3),
        (None, "standard input", 1),
    ]
    assert names() == ["Ann"]
    assert names("in", "--recursive", "--sort", "name") == ["Ben", "Cid", "Dee", "Eve"]


def test_a_saved_name_goes_before_a_folder(home: Path) -> None:
    """As everywhere; the folder is ./NAME."""
    keep("ann", LINE % "Ann")
    Path("ann").mkdir()
    Path("ann/ben.json").write_text(LINE % "Ben")

    assert names("ann") == ["Ann"]
    assert names("./ann") == ["Ben"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "No profile is saved yet."),
        (["empty"], "There is no profile in empty."),
        (["gone.yaml"], "There is no file gone.yaml."),
        (["gone"], "There is no saved profile or file 'gone'."),
        (["gone.jsonl"], "There is no saved profile or file 'gone.jsonl'."),
    ],
)
def test_nothing_found(home: Path, words: list[str], message: str) -> None:
    """It is said what is not there, and nothing is printed or written."""
    Path("empty").mkdir()
    result = cohort(*words, "-o", "out.html")

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert message in result.err
    assert not Path("out.html").exists()


@pytest.fixture
def broken(group: Path) -> Path:
    """Return the group with three profiles in it that are broken."""
    (group / "a-bad.yaml").write_text(PROFILE + "skills: {tiketing: 3}\nname: Secret Sam\n")
    (group / "b-worse.json").write_text("{")
    (group / "c-lines.jsonl").write_text(
        '{"schema":"careercli/profile@1","experience":{"support_years":"x"}}\n'
    )
    return group


def test_broken_profiles_stop_nobody(broken: Path) -> None:
    """The page lists each with its place and problem; at the end it is said how many, with exit 4."""
    result = cohort("group")
    page = " ".join(result.out.split())

    assert result.code == ExitCode.INVALID
    assert result.err.startswith("careercli: 3 of 8 profiles could not be read.\n")
    assert "5 people" in page
    assert "group/a-bad.yaml · line 3: skills.tiketing 'tiketing' is not a known skill." in page
    assert "group/c-lines.jsonl, line 1 · experience.support_years must be a number of years" in page


@pytest.mark.parametrize("form", ["--json", "--csv", "html", "csv", "json"])
def test_every_form_lists_what_is_broken(broken: Path, form: str) -> None:
    """With its problem; standard error says the same with file, line and key."""
    flag = form.startswith("--")
    result = cohort("group", *([form] if flag else ["-o", f"out.{form}"]))
    written = result.out if flag else Path(f"out.{form}").read_text()

    assert result.code == ExitCode.INVALID
    assert "is not a known skill" in written
    assert "Dana Reyes" in written
    assert "a-bad.yaml" in result.err
    assert "skills.tiketing" in result.err
    assert "3 of 8 profiles could not be read." in result.err


def test_all_of_them_broken(home: Path) -> None:
    """There is still a page."""
    Path("bad.yaml").write_text("x")
    result = cohort("bad.yaml")

    assert result.code == ExitCode.INVALID
    assert "0 people" in result.out
    assert "1 of 1 profile could not be read.\n  Mend what is named" in result.err


def test_of_very_many_broken_ones_the_first_are_listed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All are counted; a page has twenty of them."""
    monkeypatch.setattr(cohort_people, "_MOST_UNREAD", 30)
    Path("all.jsonl").write_text("x\n" * 1050)
    result = cohort("all.jsonl")
    document = cohort("all.jsonl", "--json").document

    assert "1,050 of 1,050 profiles could not be read." in result.err
    assert "line 20" in result.out
    assert "line 21" not in result.out
    assert "and 1,030 more" in result.out
    assert (len(document["unread"]), document["unread_in_all"]) == (30, 1050)


def test_the_document_says_what_assessments_say(group: Path) -> None:
    """Tier, next, fit and what is missing are those of assess --json."""
    for person in cohort("group", "--json").document["people"]:
        alone = run("assess", person["file"], "--json", "--as-of", DAY).document
        following = next(
            (tier for tier in alone["tiers"] if tier["tier"] == alone["next"]),
            {"fit": None, "open_gates": [], "to_confirm": []},
        )
        assert person["tier"] == alone["placement"]["current"]
        assert person["next"] == alone["next"]
        assert person["fit"] == following["fit"]
        assert person["open_gates"] == [*following["open_gates"], *following["to_confirm"]]
        assert person["held_back_by"] == alone["placement"]["held_back_by"]
        assert person["levels"] == {
            skill: rating["level"] for skill, rating in alone["profile"]["skills"].items()
        }
        assert person["notes"] is None


def test_the_table(group: Path) -> None:
    """A row for each person and a column for each skill; no cell is a formula to a spreadsheet."""
    write_profile(group / "=cmd.yaml", 'name: =HYPERLINK("http://x")\nskills: {ticketing: 2}\n')
    Path(group / "+bad.yaml").write_text("=1+1")
    result = cohort("group", "--csv")
    rows = list(csv.DictReader(io.StringIO(result.out)))

    assert result.code == ExitCode.INVALID
    assert len(rows) == 7
    assert {len(row) for row in rows} == {13 + 59}
    assert all(cell[:1] not in "=+-@\t\r" for row in rows for cell in row.values() if cell)
    dana = next(row for row in rows if row["name"] == "Dana Reyes")
    assert (dana["tier"], dana["next"], dana["ticketing"]) == ("junior-manager", "manager", "3")
    assert next(row for row in rows if row["name"] == "Daniel Okafor")["social-media-support"] == "n/a"
    assert next(row for row in rows if row["problem"])["name"].endswith("+bad.yaml")


def test_days_since_the_last_change(home: Path, people: Path) -> None:
    """A history tells; a file has none."""
    keep("dana")
    assert run("assess", "dana", "--as-of", "2026-11-01").code == 0
    Path("ben.yaml").write_text(PROFILE)
    document = cohort("dana", "ben.yaml", "--sort", "days", "--json").document
    page = cohort("dana", "ben.yaml").out

    assert [person["unchanged_days"] for person in document["people"]] == [20, None]
    assert "20 days" in page
    assert "unknown" in page
    assert "Same for: 20 days" in cohort("dana", "--accessible").out


def test_letters_in_place_of_names(broken: Path) -> None:
    """No form has a name, a file or what somebody wrote; letters are the same every time."""
    keep("dana", (broken / "dana.yaml").read_text())
    whole = []
    for words in (
        [],
        ["--json"],
        ["--csv"],
        ["--full", "--accessible"],
        ["-o", "out.html"],
        ["-o", "out.csv"],
    ):
        result = cohort("dana", "group", "--anonymous", *words)
        assert result.code == ExitCode.INVALID
        whole.append(result.out + result.err.replace("out.", "").casefold())
    whole += [Path("out.html").read_text(), Path("out.csv").read_text()]
    said = "\n".join(whole).replace("people", "").casefold()

    for name in ("dana", "reyes", "priya", "okafor", "tomas", "sam", "tiketing", "a-bad", "b-worse"):
        assert not re.search(rf"\b{name}\b", said)
    again = cohort("group", "dana", "--anonymous", "--json").document["people"]
    first = cohort("dana", "group", "--anonymous", "--json").document["people"]
    assert {person["name"] for person in first} == {person["name"] for person in again}
    assert len({person["name"] for person in first}) == len(first)


def test_people_of_one_file_are_its_letter_and_line(home: Path) -> None:
    """Standard input has no letter: nobody of it could be known again."""
    Path("all.jsonl").write_text(LINE % "Ann" + "\n" + LINE % "Ben")

    assert sorted(names("all.jsonl", "--anonymous")) == ["Client A1", "Client A2"]
    result = cohort("-", "--anonymous", "--json", stdin=LINE % "Ann")
    assert [person["name"] for person in result.document["people"]] == ["Client 1"]


def test_letters_that_cannot_be_kept(home: Path) -> None:
    """It is refused before anything is printed."""
    Path("ben.yaml").write_text(PROFILE)
    (home / "data").write_text("in the way")
    result = cohort("ben.yaml", "--anonymous")

    assert (result.code, result.out) == (ExitCode.STORAGE, "")
    assert "letters.json could not be saved" in result.err


def test_notes_only_when_asked_for(home: Path) -> None:
    """In every form; without names where these must not be seen."""
    keep("ann", PROFILE + "name: Ann Otter\n")
    assert run("profile", "note", "ann", "Ann likes [b]mornings[/b].", "--on", DAY).code == 0
    for words in ([], ["--json"], ["--csv"], ["--accessible"], ["-o", "out.html"]):
        flags = [*words, *(["--force"] if words[:1] == ["-o"] else [])]
        without = cohort("ann", *flags).out + (
            Path("out.html").read_text() if Path("out.html").exists() else ""
        )
        shown = cohort("ann", *flags, "--notes").out
        hidden = cohort("ann", *flags, "--notes", "--anonymous").out
        if words[:1] == ["-o"]:
            hidden = Path("out.html").read_text()
            cohort("ann", *flags, "--notes")
            shown = Path("out.html").read_text()
        assert "mornings" not in without
        assert "Ann likes [b]mornings[/b]." in shown
        assert "Client A likes [b]mornings[/b]." in hidden
        assert "Otter" not in hidden


def test_no_name_of_the_group_is_in_the_notes_on_another(home: Path) -> None:
    """Neither is a saved name, which is often the only one."""
    keep("ann", PROFILE + "name: Ann Otter\n")
    keep("cleo", PROFILE)
    assert run("profile", "note", "cleo", "Cleo knows Ann.").code == 0
    result = cohort("ann", "cleo", "--anonymous", "--notes", "--json")
    (note,) = [note["text"] for person in result.document["people"] for note in person["notes"]]

    assert re.fullmatch("Client [AB] knows Client [AB].", note)
    assert not re.search(r"\b(?:cleo|ann|otter)\b", result.out, flags=re.IGNORECASE)


def test_broken_notes_stop_nobody_else(home: Path) -> None:
    """They are a problem of that profile, only where notes are asked for; without names it is not quoted."""
    for name in ("ann", "ben"):
        keep(name, LINE % name.title())
        assert run("profile", "note", name, "Likes mornings.").code == 0
    (home / "data" / "careercli" / "notes" / "ben.yaml").write_text("notes: [")
    result = cohort("--notes")
    hidden = cohort("--notes", "--anonymous")

    assert cohort().code == 0
    assert result.code == hidden.code == ExitCode.INVALID
    assert "1 of 2 profiles could not be read." in result.err
    assert "· ben · line 1: in the notes: a bracket that opens here is never closed" in " ".join(
        result.out.split()
    )
    assert result.out.count("Likes mornings.") == 1
    assert "ben" not in (hidden.out + hidden.err).casefold()


def test_odd_names_of_files_stay_on_their_line(home: Path) -> None:
    """Nothing in the name of a file acts on the terminal or begins a line of its own."""
    Path("a\nb \x1b[31m.yaml").write_text(PROFILE)
    Path("c\nd.yaml").write_text("x")
    result = cohort(".")

    assert result.code == ExitCode.INVALID
    assert "\x1b" not in result.out + result.err
    assert re.search(r"^  1 a b \ufffd\[31m  ", result.out, flags=re.MULTILINE)
    assert "\n· c d.yaml\n" in result.out


def test_the_page_shows_text_as_text(group: Path) -> None:
    """Nothing in a profile is markup; nothing is loaded from anywhere; the same bytes every time."""
    name = "<script>alert(1)</script>&\"'"
    write_profile(group / "x.yaml", f"name: {json.dumps(name)}\nskills: {{ticketing: 0}}\n")
    assert cohort("group", "-o", "one.html").code == 0
    assert cohort("group", "-o", "two.html").code == 0
    page = Path("one.html").read_text()

    assert Path("two.html").read_text() == page
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in page
    assert not re.search(r"(?:src|href)=\"(?!#|data:)", page)
    assert page.count("<h1") == 1
    assert re.search(r'<td class="level-3">3</td>', page)
    assert "careercli" in page
    assert "21 Nov 2026" in page


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["-o", "out.txt"], ExitCode.USAGE, "What out.txt should be is not clear from its ending."),
        (["-o", "there.html"], ExitCode.USAGE, "there.html is there already."),
        (["-o", "nowhere/out.html"], ExitCode.STORAGE, "there is no folder nowhere"),
        (
            ["-o", "group/own.json", "--force"],
            ExitCode.USAGE,
            "group/own.json is one of the files that are read.",
        ),
        (["-o", "out.csv", "--json"], ExitCode.USAGE, "--json and out.csv contradict each other."),
        (["--csv", "--json"], ExitCode.USAGE, "--json and --csv contradict each other."),
    ],
)
def test_files_that_are_not_written(group: Path, words: list[str], code: ExitCode, message: str) -> None:
    """It says what to choose instead, before anything is read, and touches nothing."""
    Path("there.html").write_text("mine")
    (group / "own.json").write_text(LINE % "Own")
    before = {path: path.read_text() for path in Path().rglob("*.*") if path.is_file()}
    result = cohort("group", *words)

    assert (result.code, result.out) == (code, "")
    assert message in result.err
    assert {path: path.read_text() for path in Path().rglob("*.*") if path.is_file()} == before


def test_a_file_is_replaced_when_told(group: Path) -> None:
    """And - is standard output, with whatever form is asked for."""
    Path("out.csv").write_text("old")
    assert cohort("group", "-o", "out.csv", "--force").code == 0
    assert Path("out.csv").read_bytes().startswith(b"\xef\xbb\xbfnumber,name,")
    assert cohort("group", "-o", "-", "--csv").out.startswith("number,name,")


def test_how_far_it_is(group: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal is told where it takes long; quick runs, pipes and screen readers are not."""
    assert "profiles" not in cohort("group", terminal=True).err
    monkeypatch.setattr(cohort_people, "_PATIENCE", 0.0)

    assert "\r1 profiles" in cohort("group", terminal=True).err
    assert cohort("group", terminal=True).err.endswith("\r")
    assert cohort("group").err == ""
    assert "\r" not in cohort("group", "--accessible", terminal=True).err


@pytest.mark.parametrize("anonymous", [[], ["--anonymous"]], ids=["names", "letters"])
@pytest.mark.usefixtures("home")
def test_profiles_that_go_meanwhile(monkeypatch: pytest.MonkeyPatch, anonymous: list[str]) -> None:
    """Who is renamed or deleted once all are listed is not broken: they are left out, and said so."""
    for name in ("ann", "bob", "cho"):
        keep(name)
    store = Session().store
    listed = store.names()
    store.rename("ann", "zoe")
    monkeypatch.setattr("careercli.store.Store.names", lambda _: listed)

    result = cohort("--json", *anonymous)

    assert result.code == 0, result.err
    assert len(result.document["people"]) == 2
    assert "1 profile renamed or deleted meanwhile, and not counted; run it again." in result.err

    for name in ("bob", "cho"):
        store.delete(name)
    result = cohort("--json", *anonymous)
    assert result.code == ExitCode.NOT_FOUND
    assert "Every profile was renamed or deleted" in result.err
