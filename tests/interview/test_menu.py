from __future__ import annotations

import json
from pathlib import Path

import pytest

from careercli.domain.history import Assessed, StepDone
from careercli.domain.model import Catalog
from careercli.errors import ExitCode, StorageError
from careercli.store import Store
from tests.files import AD, write_profile
from tests.interview.guided import (
    FACTS,
    FINISH,
    LEAVE,
    QUICK,
    Keyboard,
    Meanwhile,
    advise,
    draft,
    kept,
    saved,
    store,
    words,
)
from tests.interview.keeping import history_of, keep
from tests.running import DAY, run

pytestmark = pytest.mark.usefixtures("home")

DANA = ["--quick", "--profile", "dana"]
PROOF = "Sheet of three months"
CTRL_C = "\x03"
RECORDED = f"{DAY}: {PROOF}"


@pytest.fixture
def dana(home: Path) -> None:
    """Save a built-in person who has a plan, and nothing left that could change her tier."""
    keep("dana")


@pytest.mark.usefixtures("dana")
def test_a_step_done(catalog: Catalog) -> None:
    """The step chosen is recorded with proof and day, and what it changed is shown as ``plan done`` does."""
    result = advise("d", "2", PROOF, "", arguments=DANA)

    assert result.code == ExitCode.DONE
    dana = kept("dana", catalog)
    assert (dana.skills["executive-communication"], dana.evidence["executive-communication"]) == (2, RECORDED)
    records = [entry.record for entry in history_of("dana").entries]
    assert [type(record) for record in records] == [Assessed, StepDone, Assessed]
    assert "Must-haves left for Manager" in words(result.out)

    assert run("plan", "undo", "dana").code == 0
    by_command = run(
        *("plan", "done", "executive-communication", "dana", "--proof", PROOF, "--as-of", DAY),
        env={"CAREERCLI_ACCESSIBLE": "1"},
    )
    assert words(by_command.out) in words(result.out)


@pytest.mark.usefixtures("dana")
def test_the_steps_offered_are_those_that_can_be_started() -> None:
    """They come in the order of the plan, each skill once; after one is done, it is not offered again."""
    result = advise("d", "1", PROOF, "d", "b", arguments=DANA)

    asked = result.err.split("Which step is done?")[1:]
    first, second = (part.partition("Type one of 1")[0] for part in asked)
    assert "1: Budget management to level 2, working: Follow one budget line" in words(first)
    assert "3: Performance management to level 3" in words(first)
    assert "4: " not in first
    assert "1: Working with executives to level 2" in words(second)
    assert "Budget management" not in words(second)
    assert "careercli plan done STEP dana --on DATE" in words(first)


@pytest.mark.usefixtures("dana")
def test_going_back_from_a_step(catalog: Catalog) -> None:
    """From the proof to the steps, from the steps to the menu; an empty proof is asked for again."""
    result = advise("d", "1", "<", "2", "", "<", "b", "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert "It has to say what shows that the step is done." in words(result.err)
    assert "Type it and press Enter, < goes back:" in result.err
    assert result.err.count("Which step is done?") == 3
    assert kept("dana", catalog).skills["budgeting"] == 1


@pytest.mark.parametrize("typed", [("d",), ("d", "1")])
@pytest.mark.usefixtures("dana")
def test_breaking_off_records_nothing(typed: tuple[str, ...], catalog: Catalog) -> None:
    """Ctrl-C at the steps or at the proof ends as everywhere, and the profile is as it was."""
    before = store().path("dana").read_bytes()
    result = advise(*typed, arguments=DANA)

    assert result.code == ExitCode.INTERRUPTED
    assert "Stopped. There is nothing new to keep." in words(result.err)
    assert store().path("dana").read_bytes() == before


def test_answers_are_saved_before_a_step_is_recorded(catalog: Catalog) -> None:
    """What is not saved yet is saved first, as from the menu; then the step is recorded on top of it."""
    result = advise(*FACTS, QUICK, "1", FINISH, "d", "maya", "3", PROOF, "", arguments=[])

    assert result.code == ExitCode.DONE
    assert "so save your answers under a name first." in words(result.err)
    maya = kept("maya", catalog)
    assert list(maya.skills.values()) == [2]
    assert list(maya.evidence.values()) == [RECORDED]
    assert not draft().exists()


def test_a_step_from_an_estimate_is_not_offered() -> None:
    """It could not be recorded before its skill is rated; then there is nothing to mark yet."""
    result = advise(*FACTS, QUICK, "3", FINISH, *LEAVE)

    assert result.code == ExitCode.DONE
    assert "\np: plan" in result.err.lower()
    assert "\nd: " not in result.err


@pytest.mark.parametrize("typed", [("<",), ("here.yaml", "")], ids=["back", "a file"])
def test_a_step_has_no_place_in_a_file(typed: tuple[str, ...], catalog: Catalog) -> None:
    """Whoever would rather not save under a name comes back to the menu, and nothing is recorded."""
    result = advise(*FACTS, QUICK, "1", FINISH, "d", *typed, *(LEAVE if typed == ("<",) else ()))

    assert result.code == ExitCode.DONE
    assert "Which step is done?" not in result.err
    assert store().names() == []
    assert ("not a file: save under a name too" in words(result.err)) == (typed != ("<",))


@pytest.mark.usefixtures("dana")
def test_a_copy_in_a_file_is_not_what_a_profile_says(catalog: Catalog) -> None:
    """Answers saved to a file only are remembered of no profile, and a step asks for the profile first."""
    result = advise("r", "0", FINISH, "s", "copy.yaml", "d", "<", "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert len(history_of("dana").entries) == 1
    assert "so save your answers under a name first." in words(result.err)
    assert len(saved(Path("copy.yaml"), catalog).skills) == len(kept("dana", catalog).skills) + 1


@pytest.mark.usefixtures("dana")
def test_what_was_recorded_elsewhere_meanwhile_counts(catalog: Catalog) -> None:
    """A step recorded by a command while the menu waits is neither offered again nor lost."""

    def by_command() -> None:
        assert run("plan", "done", "budgeting", "dana", "--proof", "Elsewhere", "--as-of", DAY).code == 0

    keyboard = Meanwhile(["d", "1", PROOF, "q"], 0, by_command)
    result = advise(arguments=DANA, keyboard=keyboard)

    assert result.code == ExitCode.DONE
    dana = kept("dana", catalog)
    assert (dana.skills["budgeting"], dana.skills["executive-communication"]) == (2, 2)
    assert dana.evidence["budgeting"].endswith(": Elsewhere")
    assert len([entry for entry in history_of("dana").entries if isinstance(entry.record, StepDone)]) == 2


@pytest.mark.usefixtures("dana")
def test_a_step_recorded_twice_at_once(catalog: Catalog) -> None:
    """The same step recorded elsewhere while its proof is typed is said, and the menu goes on."""

    def by_command() -> None:
        assert run("plan", "done", "budgeting", "dana", "--proof", "Elsewhere", "--as-of", DAY).code == 0

    result = advise(arguments=DANA, keyboard=Meanwhile(["d", "1", PROOF, "q"], 2, by_command))

    assert result.code == ExitCode.DONE
    assert "Budget management is at level 2 (working) already." in words(result.err)
    assert kept("dana", catalog).evidence["budgeting"] == f"{DAY}: Elsewhere"


@pytest.mark.usefixtures("dana")
def test_a_step_that_cannot_be_recorded(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """That is said, and the session goes on with nothing changed."""

    def full(*_: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(Store, "change", full)
    result = advise("d", "1", PROOF, "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert "careercli: The disk is full." in words(result.err)
    assert kept("dana", catalog).skills["budgeting"] == 1


def test_nothing_to_mark_where_no_step_is_left(catalog: Catalog) -> None:
    """Somebody whose plan has no step is not offered what cannot be done."""
    levels = "".join(f"  {skill.id}: 4\n" for skill in catalog.skills)
    write_profile(Path("top.yaml"), f"skills:\n{levels}")
    result = advise("q", arguments=["--profile", "top.yaml"])

    assert result.code == ExitCode.DONE
    assert "\np: plan" in result.err.lower()
    assert "\nd: " not in result.err


# -- what else the menu reaches ------------------------------------------------------------------------


SHOWN = {
    "plan": (["p"], ["plan", "dana"]),
    "gaps": (["g"], ["assess", "dana", "--full"]),
    "progress": (["h"], ["progress", "dana"]),
    "ladder": (["l"], ["path", "dana"]),
    "a tier": (["v", "8"], ["compare", "dana", "director"]),
    "what if": (["w", "8", "9"], ["what-if", "dana", "--hours", "9"]),
    "what if, a skill": (["w", "1", "hiring", "3"], ["what-if", "dana", "--skill", "hiring=3"]),
    "ask": (["a", "How do I calm an angry caller?"], ["ask", "How do I calm an angry caller?"]),
    "portfolio": (["o", ""], ["portfolio", "dana"]),
    "report": (["t", ""], ["report", "dana"]),
}
"""What is typed at the menu to see something, and the command that shows the same."""


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.usefixtures("dana")
def test_what_the_menu_shows_is_what_a_command_shows(name: str) -> None:
    """It is the same result, and then the menu is there again; commands to go on with may be keys instead."""
    typed, command = SHOWN[name]
    result = advise(*typed, "q", arguments=DANA)
    alone = run(*command, "--as-of", DAY, env={"CAREERCLI_ACCESSIBLE": "1"})

    assert (result.code, alone.code) == (ExitCode.DONE, ExitCode.DONE)
    told = [line for line in alone.out.splitlines() if "careercli " not in line and "--full" not in line]
    assert [line for line in told if words(line) not in words(result.out)] == []
    assert result.err.count("What next?") == 2


@pytest.mark.usefixtures("dana")
def test_the_whole_menu() -> None:
    """One key shows a line for each entry, in their groups."""
    result = advise("m", "q", arguments=DANA)

    whole = result.err.split("What next?")[-1]
    assert "See:\np: Plan: the shortest way, with dates\n" in whole
    assert whole.index("Try:") < whole.index("Do:") < whole.index("Take:") < whole.index("Leave:")


@pytest.mark.usefixtures("dana")
def test_evidence_is_written_down(catalog: Catalog) -> None:
    """What somebody did stands under its skill with its day, and is saved as any other answer is."""
    result = advise(*("e", "coaching", " ", "Coached two\tagents", "s", "", "q"), arguments=DANA)

    assert result.code == ExitCode.DONE
    assert "It has to say what shows" in words(result.err)
    assert kept("dana", catalog).evidence["coaching"].endswith(f"\n{DAY}: Coached two agents")


@pytest.mark.usefixtures("dana")
def test_files_to_take_along() -> None:
    """Each asks for its name, with one to accept; one that is there is replaced only after a yes."""
    Path("mine.md").write_text("mine")
    typed = (
        *("t", "h", ""),
        *("o", "m", "here.html", "mine.md", "n"),
        *("o", "m", "mine.md", "y"),
        *("k", "dana.ics", "someday", "tue@18:00"),
    )
    result = advise(*typed, "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert Path("dana-report.html").read_text().startswith("<!doctype html>")
    assert "Its name ends in .md or .markdown." in words(result.err)
    assert Path("mine.md").read_text() != "mine"
    assert "BEGIN:VCALENDAR" in Path("dana.ics").read_text()
    assert "Type days and an hour: tue,thu@18:00." in words(result.err)
    assert "--" not in result.err


@pytest.mark.usefixtures("dana")
def test_a_file_that_cannot_be_written() -> None:
    """It is said, and the menu goes on."""
    result = advise("k", "nowhere/dana.ics", "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert "there is no folder nowhere" in words(result.err)


@pytest.mark.usefixtures("dana")
def test_a_resume_is_taken_in(catalog: Catalog) -> None:
    """Title, years and evidence come from it once they are confirmed; ratings, name and goal stay."""
    jobs = [
        {
            "position": "Customer Support Manager",
            "startDate": "2019-01",
            "highlights": ["Coached nine agents weekly"],
        }
    ]
    Path("cv.json").write_text(json.dumps({"basics": {"name": "D. Reyes"}, "work": jobs}))
    before = kept("dana", catalog)
    result = advise(*("i", "cv.json", "n", "i", '"cv.json"', "y", "s", "", "q"), arguments=DANA)

    after = kept("dana", catalog)
    assert result.code == ExitCode.DONE
    assert (after.name, after.title, after.goal) == (before.name, "Customer Support Manager", before.goal)
    assert after.support_years > before.support_years
    assert after.skills == before.skills
    assert all(after.evidence[skill].startswith(text) for skill, text in before.evidence.items())


@pytest.mark.usefixtures("dana")
def test_what_is_no_resume_is_said() -> None:
    """A file that is not there is asked for again; a profile of careercli leads back with the way on."""
    write_profile(Path("own.yaml"))
    result = advise("i", "nothing.pdf", "?", "'own.yaml'", "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert "There is no such file." in result.err
    assert f"looked for in {Path.cwd()}." in words(result.err)
    assert "careercli advise --profile own.yaml" in words(result.err)


@pytest.mark.usefixtures("dana")
@pytest.mark.parametrize("typed", [("d",), ("r",), ("w",), ("w", "1"), ("e",), ("t", "h"), ("v",), ("a",)])
def test_going_back_leads_to_the_menu(typed: tuple[str, ...]) -> None:
    """From the first question of an entry, and from there on through the one before."""
    back = ("b",) if typed[-1] in {"d", "r", "w", "v"} else ("<",)
    if typed in {("w", "1"), ("e",)}:
        back = ("b", "b") if typed[0] == "w" else ("b",)
    if typed == ("t", "h"):
        back = ("<", "b")
    result = advise(*typed, *back, "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert result.err.count("What next?") == 2


@pytest.mark.usefixtures("dana")
@pytest.mark.parametrize("typed", [("d",), ("r",), ("w", "1"), ("k",), ("o", "m")])
def test_ctrl_c_inside_an_entry_goes_back(typed: tuple[str, ...]) -> None:
    """It is no way out; at the menu itself it is."""

    class Once(Keyboard):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            if self.lines[:1] == [CTRL_C]:
                self.lines.pop(0)
                raise KeyboardInterrupt
            return super().readline(size)

    left = advise(arguments=DANA, keyboard=Once([*typed, CTRL_C, "q"], KeyboardInterrupt))
    assert left.code == ExitCode.DONE
    assert "Back at the menu." in words(left.err)

    ended = advise(arguments=DANA, keyboard=Once([*typed, CTRL_C], KeyboardInterrupt))
    assert ended.code == ExitCode.INTERRUPTED


def test_progress_is_saved_first(catalog: Catalog) -> None:
    """What is remembered over time needs a saved profile, which is said before one is made."""
    result = advise(*FACTS, QUICK, *"32323", FINISH, "h", "maya", "q")

    assert result.code == ExitCode.DONE
    assert "Progress is remembered of a saved profile, so save your answers under a name first." in words(
        result.err
    )
    assert "Progress of Dana" in result.out
    assert kept("maya", catalog).name == "Dana"


@pytest.mark.usefixtures("dana")
@pytest.mark.parametrize("key", ["t", "o"])
def test_a_page_in_the_browser(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Report and portfolio open as a page, among the temporary files of the system."""
    pages: list[Path] = []

    def opened(page: Path, _environ: object) -> bool:
        pages.append(page)
        return True

    monkeypatch.setattr("careercli.cli.browser.opened", opened)
    result = advise(key, "o", "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert [page.read_text()[:9] for page in pages] == ["<!doctype"]
    assert "It opens in your browser." in result.err
    assert list(Path().iterdir()) == []


def test_where_somebody_comes_from(catalog: Catalog) -> None:
    """Who has no years in support is offered what carries over, beside ratings; nothing is taken."""
    keep(
        "mia",
        "schema: careercli/profile@1\nexperience: {support_years: 0}\nskills: {empathy: 2, ticketing: 0}",
    )
    result = advise(FINISH, "z", "5", "q", arguments=["--quick", "--profile", "mia"])

    assert result.code == ExitCode.DONE
    assert "From waiting tables to support" in words(result.out)
    assert "You rated it 2, working." in words(result.out)
    assert kept("mia", catalog).skills == {"empathy": 2, "ticketing": 0}


@pytest.mark.usefixtures("dana")
def test_who_works_in_support_is_not_asked_where_from() -> None:
    """With years in support there is no such entry."""
    result = advise("m", "q", arguments=DANA)

    assert "Where you come from" not in words(result.err)


@pytest.mark.usefixtures("dana")
def test_a_job_advertisement() -> None:
    """An advertisement is pasted, answered and matched, and the menu comes again; nothing is kept of it."""
    lines = (*AD.splitlines(), ".")
    result = advise("j", *lines, "n", "y", "y", "q", *LEAVE[:1], arguments=DANA)

    assert result.code == ExitCode.DONE
    assert "You said no to this" in result.out
    assert result.err.count("What next?") == 2
    assert "Larch" not in "".join(path.read_text() for path in store().profiles.parent.rglob("*.*"))


@pytest.mark.usefixtures("dana")
def test_a_pasted_text_that_is_no_advertisement() -> None:
    """What is no advertisement is said to be none, and the menu comes again."""
    result = advise("j", "Hello there", ".", *LEAVE[:1], arguments=DANA)

    assert result.code == ExitCode.DONE
    assert "does not look like a job advertisement" in words(result.err)
