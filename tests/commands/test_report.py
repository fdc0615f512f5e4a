from __future__ import annotations

import json
from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.interview.keeping import keep
from tests.pages.html_pages import taken_apart
from tests.running import DAY, Result, run


def report(*arguments: str, stdin: bytes = b"") -> Result:
    """Run report on the day of the tests."""
    return run("report", *arguments, "--as-of", DAY, stdin=stdin)


@pytest.fixture
def dana(home: Path, people: Path) -> str:
    """Return the path of a profile, in an empty home."""
    return str(people / "dana.yaml")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("dana.html", b"<!doctype html>"),
        ("DANA.HTM", b"<!doctype html>"),
        ("dana.md", b"# Career report for Dana Reyes\n"),
        ("dana.markdown", b"# Career report"),
        ("dana.json", b'{\n  "schema": "careercli/report@2"'),
    ],
)
def test_the_ending_says_how(name: str, begins: bytes, dana: str) -> None:
    """A file is written as its ending says, whole, for its owner only; nothing is printed."""
    result = report(dana, "-o", name)

    assert (result.code, result.out, result.err) == (0, "", f"Written to {name}.\n")
    assert Path(name).read_bytes().startswith(begins)
    assert Path(name).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_printed(form: str, dana: str) -> None:
    """What -o - prints with --format is what a file of that ending holds; no file of that name is made."""
    assert report(dana, "-o", f"dana.{form}").code == 0
    printed = report(dana, "-o", "-", "--format", form)

    assert (printed.code, printed.err) == (0, "")
    assert printed.stdout == Path(f"dana.{form}").read_bytes()
    assert not Path("-").exists()


def test_without_a_file(dana: str) -> None:
    """It is a screen, on a terminal or not; Markdown is the same at every width; --json is --format json."""
    markdown = report(dana, "--format", "md").stdout

    assert report(dana).stdout == report(dana, "-o", "-", "--format", "table").stdout
    assert report(dana).out.startswith("Career report for Dana Reyes  ")
    assert run("report", dana, "--as-of", DAY, "--format", "md", columns=40).stdout == markdown
    assert report(dana, "--json").stdout == report(dana, "--format", "json").stdout


def test_a_format_for_another_ending(dana: str) -> None:
    """--format decides where the ending says nothing; a .txt is the screen; with --json a file is JSON."""
    assert report(dana, "-o", "dana.text", "--format", "md").code == 0
    assert Path("dana.text").read_text().startswith("# Career report")
    assert report(dana, "-o", "dana.txt").code == 0
    assert Path("dana.txt").read_text() == report(dana).out
    assert report(dana, "-o", "dana.json", "--json").code == 0
    assert json.loads(Path("dana.json").read_text())["schema"] == "careercli/report@2"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "dana.pdf"], ".html, .htm, .md, .markdown or .json, or add --format or --json."),
        (["-o", "dana"], "not clear from its ending"),
        (["-o", ""], "takes the name of a file"),
        (["-o", "dana.html", "--format", "md"], "--format md and dana.html contradict each other."),
        (["-o", "dana.html", "--json"], "--json and dana.html contradict each other."),
        (["--format", "md", "--json"], "--format md and --json contradict each other."),
        (["--format", "pdf"], "'pdf' is not one of"),
        (["--open", "--json"], "--open and --json contradict each other."),
        (["--open", "-o", "dana.md"], "--open and dana.md contradict each other."),
        (["--open", "--format", "md"], "contradict each other."),
        (["--open", "-o", "-"], "--open opens a file, and '-o -' prints."),
    ],
)
def test_what_cannot_be_meant(arguments: list[str], said: str, dana: str) -> None:
    """An unknown ending, and two ways of saying how that differ, are wrong usage; nothing is written."""
    result = report(dana, *arguments)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert said in " ".join(result.err.split())
    assert not list(Path().iterdir())


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that are opened in a browser, without one."""
    found: list[str] = []

    def take(address: str) -> bool:
        found.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", take)
    monkeypatch.setenv("DISPLAY", ":0")
    return found


def test_open_shows_the_page_in_a_browser(dana: str, pages: list[str]) -> None:
    """The file that -o names, and it is said."""
    result = report(dana, "--open", "-o", "dana.html")

    assert (result.code, result.out) == (0, "")
    assert result.err == "Written to dana.html.\nIt opens in your browser.\n"
    assert pages == [Path("dana.html").resolve().as_uri()]


def test_without_a_file_open_writes_a_private_one(
    dana: str, pages: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Among the temporary files, in a folder for its owner alone; nothing of it is kept otherwise."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert report(dana, "--open").code == 0

    (page,) = tmp_path.glob("careercli-*/report.html")
    assert pages == [page.resolve().as_uri()]
    assert (page.stat().st_mode | page.parent.stat().st_mode) & 0o077 == 0
    assert not list(Path().iterdir())


@pytest.mark.parametrize("refused", [False, True])
def test_without_a_browser_the_page_is_there_all_the_same(
    dana: str, monkeypatch: pytest.MonkeyPatch, *, refused: bool
) -> None:
    """No display, or no browser that takes it, is said, and is no fault."""
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    if refused:
        monkeypatch.setenv("DISPLAY", ":0")
    result = report(dana, "--open", "-o", "dana.html")

    assert result.code == 0
    assert "no browser could be opened" in result.err
    assert "Dana Reyes" in Path("dana.html").read_text()


def test_files_that_are_there_stay(dana: str) -> None:
    """Without --force nothing is replaced, and what is refused is not remembered either."""
    Path("mine.html").write_text("My own words")
    keep("dana")
    refused = report("dana", "-o", "mine.html")

    assert refused.code == ExitCode.USAGE
    assert "replace it with --force" in refused.err
    assert Path("mine.html").read_text() == "My own words"
    assert run("profile", "history", "dana", "--json").document["records"] == []
    assert report(dana, "-o", "mine.html", "--force").code == 0
    assert "Dana Reyes" in Path("mine.html").read_text()


def test_no_folder_is_made(dana: str) -> None:
    """A folder that is not there is a fault of storage."""
    result = report(dana, "-o", "none/dana.html")

    assert result.code == ExitCode.STORAGE
    assert "there is no folder none" in result.err
    assert not Path("none").exists()


def test_profiles_are_never_written_over(dana: str) -> None:
    """The profile that is read stays, even with --force."""
    Path("mine.json").write_text(
        json.dumps({"schema": "careercli/profile@1", "experience": {"support_years": 3}})
    )
    before = Path("mine.json").read_bytes()
    result = report("mine.json", "-o", "mine.json", "--force")

    assert result.code == ExitCode.USAGE
    assert "is the profile itself" in result.err
    assert Path("mine.json").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nobody"], ExitCode.NOT_FOUND),
        (["nobody.yaml"], ExitCode.NOT_FOUND),
        ([], ExitCode.NOT_FOUND),
        (["--leads"], ExitCode.NEEDS_INPUT),
        (["--nope"], ExitCode.USAGE),
    ],
)
def test_faults(arguments: list[str], code: ExitCode, home: Path) -> None:
    """Each ends in its exit code, with a message and nothing on standard output, whatever file is there."""
    Path("mine.html").write_text("My own words")
    result = report(*arguments, "-o", "mine.html")

    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("careercli: ")


def test_facts_and_standard_input(home: Path, people: Path) -> None:
    """Facts alone make a report, lie over a profile, and a profile may come from standard input."""
    alone = report("--support-years", "3", "--title", "Customer Support Agent", "--json").document
    over = report(str(people / "dana.yaml"), "--goal", "director", "--json").document
    piped = report("-", "--json", stdin=(people / "dana.yaml").read_bytes())

    written = report("--support-years", "3", "-o", "mine.md")
    assert (written.code, written.err) == (0, "Written to mine.md.\n")
    assert report("--support-years", "3", "-o", "mine.md").code == ExitCode.USAGE
    assert alone["assessment"]["profile"]["experience"]["support_years"] == 3
    assert over["plan"]["goal"] == "director"
    assert piped.stdout == report(str(people / "dana.yaml"), "--json").stdout


def test_assessments_of_saved_profiles_are_remembered(home: Path) -> None:
    """As with assess; those of facts laid over them are not."""
    keep("dana")

    assert report("dana", "--support-years", "9").code == 0
    assert "records" in run("profile", "history", "dana", "--json").document
    assert run("profile", "history", "dana", "--json").document["records"] == []
    assert report("dana").code == 0
    assert len(run("profile", "history", "dana", "--json").document["records"]) == 1


def test_anonymous(home: Path) -> None:
    """A letter stands for the name everywhere, in every format; the same one every time."""
    keep(
        "dana",
        "schema: careercli/profile@1\nname: Dana Reyes\ntitle: Team Lead (Reyes)\n"
        "experience: {support_years: 5}\n"
        "skills:\n  coaching: {level: 2, evidence: Dana coached three people}\n",
    )
    assert run("profile", "note", "dana", "Dana wants to move in May", "--on", "2026-11-03").code == 0
    for form in ("html", "md", "json"):
        result = report("dana", "--anonymous", "--notes", "--format", form)

        assert result.code == 0
        assert "Dana" not in result.out
        assert "Reyes" not in result.out
        assert "Client A wants to move in May" in result.out
    assert "Career report for Client A" in report("dana", "--anonymous").out
    assert "Dana" in report("dana").out


def test_anonymous_facts(home: Path) -> None:
    """Facts alone are nobody that could be known again, even where a default profile is saved."""
    keep("default", "schema: careercli/profile@1\nname: Dana Reyes\nexperience: {support_years: 5}\n")

    assert "Career report for Client  " in report("--support-years", "3", "--anonymous").out
    assert "Career report for Client A  " in report("--anonymous").out


def test_notes_only_where_they_are_asked_for(home: Path) -> None:
    """A coach's own words are handed over only with --notes, and only with the person whom they are about."""
    keep("default")
    assert run("profile", "note", "default", "Prefers mornings", "--on", "2026-11-03").code == 0

    assert "mornings" not in report("default").out
    assert report("default", "--json").document["notes"] is None
    wanted = report("default", "--notes", "--json").document["notes"]
    assert wanted == [{"date": "2026-11-03", "text": "Prefers mornings"}]
    assert report("--notes", "--json").document["notes"] == wanted
    assert report("default", "--hours", "5", "--notes", "--json").document["notes"] == wanted
    nobody = report("--support-years", "3", "--notes", "--json")
    assert nobody.document["notes"] == []
    assert "saved profiles have notes" in nobody.err


def test_a_page_is_whole(dana: str) -> None:
    """What is written for a browser has everything in the one file."""
    page = taken_apart(report(dana, "--format", "html").out)

    assert page.named("h1")[0].text == "Career report for Dana Reyes"
    assert page.named("style")
    assert page.named("svg")
