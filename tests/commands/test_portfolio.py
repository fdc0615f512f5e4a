from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from careercli.errors import ExitCode
from tests.files import write_profile
from tests.interview.keeping import keep
from tests.running import DAY, run

PERSONAS = ("maya", "daniel", "dana", "priya", "tomas")


@pytest.mark.parametrize("persona", PERSONAS)
def test_markdown(persona: str, people: Path, screen: SnapshotAssertion) -> None:
    """The portfolio of every built-in person is as somebody last approved it."""
    result = run("portfolio", str(people / f"{persona}.yaml"), "--format", "md", "--as-of", DAY)

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


def test_document(people: Path, screen: SnapshotAssertion) -> None:
    """--json has the same as data."""
    result = run("portfolio", str(people / "priya.yaml"), "--json", "--as-of", DAY)

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


def test_saved_profiles_and_standard_input(home: Path, people: Path) -> None:
    """A name, a file and standard input give the same."""
    keep("dana")
    text = (people / "dana.yaml").read_bytes()

    saved = run("portfolio", "dana", "--as-of", DAY)
    assert saved.code == 0
    assert saved.stdout == run("portfolio", "-", "--as-of", DAY, stdin=text).stdout
    assert saved.stdout == run("portfolio", str(people / "dana.yaml"), "--as-of", DAY).stdout


def test_the_same_at_every_width(people: Path) -> None:
    """Markdown does not depend on the terminal."""
    dana = str(people / "dana.yaml")

    narrow, wide = (run("portfolio", dana, "--format", "md", columns=columns) for columns in (40, 200))
    assert narrow.stdout == wide.stdout


@pytest.mark.parametrize("more", [(), ("--accessible",)])
def test_screen(people: Path, more: tuple[str, ...], screen: SnapshotAssertion) -> None:
    """Without a file it is a screen, with the same to read."""
    result = run("portfolio", str(people / "priya.yaml"), "--as-of", DAY, *more)

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


def test_a_page(home: Path, people: Path) -> None:
    """A file that ends in .html is a page to hand over."""
    assert run("portfolio", str(people / "priya.yaml"), "-o", "priya.html").code == 0
    page = Path("priya.html").read_text()
    assert page.startswith("<!doctype html>")
    assert "Portfolio of Priya Raman" in page


def test_nothing_to_show_yet(home: Path) -> None:
    """A newcomer reads what to collect, and no hole is made up."""
    profile = write_profile(Path("new.yaml"), "skills: {empathy: 1}\n")
    out = run("portfolio", str(profile)).out

    assert "Nothing yet." in out
    assert "None: every skill that you claim at level 2 or above has something to show." in out


def test_a_file(home: Path, people: Path) -> None:
    """-o writes whole, for the owner only, and takes the place of nothing unless told."""
    dana, target = str(people / "dana.yaml"), Path("mine.md")

    first = run("portfolio", dana, "-o", "mine.md", "--as-of", DAY)
    assert (first.code, first.out, first.err) == (0, "", "Written to mine.md.\n")
    assert target.read_bytes() == run("portfolio", dana, "--format", "md", "--as-of", DAY).stdout
    assert target.stat().st_mode & 0o077 == 0

    target.write_text("My own words")
    refused = run("portfolio", dana, "-o", "mine.md")
    assert refused.code == ExitCode.USAGE
    assert "--force" in refused.err
    assert target.read_text() == "My own words"

    assert run("portfolio", dana, "-o", "mine.md", "--force", "--as-of", DAY).code == 0
    assert target.read_text().startswith("# Portfolio of Dana Reyes")


def test_a_file_that_cannot_be_written(home: Path, people: Path) -> None:
    """A file in the way, or a folder that is not there, is a fault of storage; no folder is made."""
    Path("taken").write_text("")
    for target in ("taken/mine.md", "none/mine.md"):
        result = run("portfolio", str(people / "dana.yaml"), "-o", target)

        assert result.code == ExitCode.STORAGE
        assert "there is no folder" in result.err
    assert not Path("none").exists()


def test_profiles_are_never_written_over(home: Path, people: Path) -> None:
    """Neither the profile that was read nor anything that is kept, be it with --force or through a link."""
    Path("mine.yaml").write_bytes((people / "dana.yaml").read_bytes())
    Path("link.md").symlink_to("mine.yaml")
    keep("dana")
    kept = home / "data" / "careercli" / "profiles" / "dana.yaml"
    before = kept.read_bytes()
    tries = [
        ("mine.yaml", "mine.yaml", "is the profile itself"),
        ("mine.yaml", "./link.md", "is the profile itself"),
        ("dana", str(kept), "is the profile itself"),
        ("mine.yaml", str(kept), "lies in the folder"),
        ("-", str(kept.parent / "new.md"), "lies in the folder"),
    ]
    for profile, target, said in tries:
        result = run("portfolio", profile, "-o", target, "--force", stdin=before)

        assert result.code == ExitCode.USAGE
        assert said in " ".join(result.err.split())
    assert kept.read_bytes() == before
    assert Path("mine.yaml").read_bytes() == (people / "dana.yaml").read_bytes()


def test_a_dash_is_standard_output(home: Path, people: Path) -> None:
    """-o - prints, as without -o, and makes no file of that name."""
    dana = str(people / "dana.yaml")

    assert (
        run("portfolio", dana, "-o", "-", "--as-of", DAY).stdout
        == run("portfolio", dana, "--as-of", DAY).stdout
    )
    assert not Path("-").exists()


def test_user_text_is_text(home: Path) -> None:
    """What somebody wrote makes no heading, link, image or HTML, wherever it stands."""
    evil = "'# X <script>alert(1)</script> [a](http://x) ![i](y) *b* `c` | d'"
    Path("evil.yaml").write_text(
        "schema: careercli/profile@1\n"
        f"name: {evil}\ntitle: {evil}\nexperience: {{support_years: 3}}\n"
        f"skills:\n  coaching: {{level: 3, evidence: {evil}}}\n"
    )
    result = run("portfolio", "evil.yaml", "--format", "md")
    page = MarkdownIt("commonmark").enable("table").render(result.out)

    assert result.code == 0
    for forbidden in ("<script", "<a ", "<img", "<table", "<strong>b", "<em>b", "<code>c<"):
        assert forbidden not in page
    assert page.count("<h1>") == 1


def test_the_ending_says_the_form(home: Path, people: Path) -> None:
    """As with every other file: a name that ends in .json gets the document, and no other gets it."""
    dana = str(people / "dana.yaml")
    assert run("portfolio", dana, "-o", "mine.json", "--as-of", DAY).code == 0
    document = run("portfolio", dana, "--json", "--as-of", DAY).stdout

    assert Path("mine.json").read_bytes() == document
    for words, said in (
        (["-o", "mine.md", "--json"], "--json and mine.md contradict each other."),
        (["-o", "mine.pdf"], "What mine.pdf should be is not clear from its ending."),
    ):
        result = run("portfolio", dana, *words)
        assert result.code == ExitCode.USAGE
        assert said in result.err
    assert [path.name for path in Path().iterdir()] == ["mine.json"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nobody"], ExitCode.NOT_FOUND),
        (["nobody.yaml"], ExitCode.NOT_FOUND),
        ([], ExitCode.NOT_FOUND),
        (["--nope"], ExitCode.USAGE),
    ],
)
def test_faults(arguments: list[str], code: ExitCode, home: Path) -> None:
    """Each ends in its exit code."""
    assert run("portfolio", *arguments).code == code
