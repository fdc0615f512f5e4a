"""``match``: one advertisement, several, a pasted one; and what plans and ranks for one."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from careercli.cli import program
from careercli.cli.context import Session
from careercli.errors import ExitCode
from tests.files import AD, LEAD_AD
from tests.interview.guided import Keyboard
from tests.running import DAY, Result, Stream, run

pytestmark = pytest.mark.usefixtures("files")

DANA = ("--profile", "dana")


def document(*words: str, **more: Any) -> dict[str, Any]:
    """Return the document that a run prints."""
    result = run(*words, "--json", **more)
    assert result.code == ExitCode.DONE, result.err
    found: dict[str, Any] = result.document
    return found


def ids(name: str = "job.txt") -> dict[str, str]:
    """Return the id of each condition of an advertisement by its kind."""
    found = document("match", name, *DANA)
    return {each["kind"]: each["id"] for each in found["ad"]["conditions"]}


def test_a_document() -> None:
    """The document has what was read, the verdict, and what it rests on."""
    found = document("match", "job.txt", *DANA)
    assert found["schema"] == "careercli/match@1"
    assert found["ad"]["tier"] == "specialist"
    assert found["ad"]["support_years"]["min"] == 2
    assert found["verdict"] == "apply"
    assert len(found["reasons"]) == 2
    assert {"communication", "ticketing"} <= {each["skill"] for each in found["meets"] + found["missing"]}
    for each in found["ad"]["skills"]:
        assert each["quote"] in AD
        assert each["quote"].splitlines()[0] in AD.splitlines()[each["line"] - 1]
    assert [each["kind"] for each in found["to_answer"]].count("weekends") == 1


def test_the_steps_are_those_of_the_plan_for_it() -> None:
    """What the sheet names is what ``plan --for`` dates."""
    words = ("--support-years", "3", "--skill", "coaching=1", "--skill", "ticketing=0")
    found = document("match", "ads/lead.txt", *words)
    plan = document("plan", "--for", "ads/lead.txt", *words)
    assert plan["schema"] == "careercli/plan@2"
    assert plan["goal"] == found["ad"]["tier"] == "team-lead"
    assert plan["milestones"][0]["steps"] == found["steps"]
    assert "coaching-2" in {step["id"] for step in found["steps"]}


@pytest.mark.parametrize("ending", [".md", ".csv", ".ics", ".json", ".txt"])
def test_a_plan_for_it_in_every_form(ending: str) -> None:
    """The steps that an advertisement needs go wherever a plan goes."""
    result = run("plan", "dana", "--for", "ads/lead.txt", "-o", f"plan{ending}")
    assert (result.code, result.err) == (0, f"Written to plan{ending}.\n")
    assert Path(f"plan{ending}").stat().st_size


def test_no_plan_for_another_line_of_work() -> None:
    """Nothing on this ladder leads there, so no date is given."""
    Path("sales.txt").write_text(
        "Account Executive\n\nWhat you will do\n- Close deals with customers\n- Reach your sales quota\n\n"
        "Requirements\n- 2 years of experience in sales\n- Good communication skills\n"
    )
    result = run("plan", "dana", "--for", "sales.txt")
    assert result.code == ExitCode.USAGE
    assert "not customer support. No plan of this ladder leads there." in " ".join(
        result.stderr.decode().split()
    )


def test_a_plan_for_it_has_no_other_goal() -> None:
    """Two goals contradict each other."""
    assert run("plan", "dana", "--for", "job.txt", "--goal", "director").code == ExitCode.USAGE


def test_answers() -> None:
    """Conditions are answered by their ids or their kinds; a no is never apply."""
    name = ids()["weekends"]
    for word in (name, "weekends"):
        no = document("match", "job.txt", *DANA, "--no", word)
        assert no["verdict"] == "stretch"
        assert no["answers"] == [{"id": name, "answer": False}]
        assert "Can you work weekends?" in no["reasons"][0]
    assert document("match", "job.txt", *DANA, "--yes", name)["verdict"] == "apply"
    assert document("match", "job.txt", *DANA, "--no", "weekends", "--yes", name)["verdict"] == "apply"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["job.txt", "--yes", "juggling"], ExitCode.USAGE, "There is no condition 'juggling' to answer."),
        (["job.txt", "--yes", "nights", "--no", "nights"], ExitCode.USAGE, "contradict each other"),
        (["job.txt", "--at-least", "not-yet"], ExitCode.USAGE, "at-least"),
        (["-", "-"], ExitCode.USAGE, "Standard input can be read once only."),
        ([""], ExitCode.USAGE, "AD is empty."),
        (["-"], ExitCode.INVALID, "standard input is an empty file"),
        (["none.txt"], ExitCode.NOT_FOUND, "There is no file none.txt."),
    ],
)
def test_wrong_input(words: list[str], code: ExitCode, said: str) -> None:
    """What cannot be meant, or read, is said."""
    result = run("match", *words, *DANA)
    assert result.code == code
    assert said in result.err


def test_standard_input() -> None:
    """A text in a pipe is an advertisement like any other, but no command leads on from it."""
    result = run("match", "-", *DANA, stdin=AD)
    assert result.code == 0
    assert result.out.startswith("Apply: Customer Support Specialist")
    assert "plan --for" not in result.out
    assert document("match", "-", *DANA, stdin=AD)["ad"]["name"] == "standard input"


def test_at_least() -> None:
    """Below a verdict the code is 7, after the sheet; of several it is enough that one reaches it."""
    weak = ("--support-years", "0", "--skill", "coaching=0", "--skill", "support-metrics=0")
    assert run("match", "job.txt", *DANA, "--at-least", "apply").code == 0
    result = run("match", "ads/lead.txt", *weak, "--at-least", "stretch")
    assert (result.code, "Not yet" in result.out) == (ExitCode.BELOW_TIER, True)
    assert "'Not yet' is below 'a stretch'." in result.err
    assert run("match", "ads", *DANA, "--at-least", "apply").code == 0
    result = run("match", "ads/lead.txt", "ads/job.txt", *weak, "--at-least", "apply")
    assert (result.code, "None of them comes to 'apply'." in result.err) == (ExitCode.BELOW_TIER, True)


def test_missing_among_several() -> None:
    """A file or folder that is not there, or is empty, is told like a broken one, and hides no other."""
    Path("bare").mkdir()
    result = run("match", "job.txt", "none.txt", "bare", *DANA, "--json")
    assert result.code == ExitCode.INVALID
    assert [each["name"] for each in result.document["ads"]] == ["job.txt"]
    assert {each["name"]: each["message"] for each in result.document["unread"]} == {
        "none.txt": "There is no file none.txt.",
        "bare": "There is no file in bare.",
    }


def test_several() -> None:
    """A folder is ranked; a broken file is told, does not stop the others, and ends with 4."""
    Path("ads/empty.txt").touch()
    Path("ads/.hidden").write_text("x")
    result = run("match", "ads", *DANA, "--json")
    assert result.code == ExitCode.INVALID
    assert [each["name"] for each in result.document["ads"]] == ["ads/lead.txt", "ads/job.txt"]
    assert [each["name"] for each in result.document["unread"]] == ["ads/empty.txt"]
    assert result.messages[-1]["problems"][0]["file"] == "ads/empty.txt"
    shown = run("match", "ads", *DANA)
    assert shown.code == ExitCode.INVALID
    assert "Not read: 1 file" in shown.out
    assert "1 of 3 advertisements could not be read." in shown.err


def test_the_same_file_twice() -> None:
    """A file that is named twice, or a folder with none, is no list of advertisements."""
    assert run("match", "ads", "ads/job.txt", *DANA).code == ExitCode.USAGE
    Path("none").mkdir()
    assert run("match", "none", *DANA).code == ExitCode.NOT_FOUND


@pytest.mark.parametrize(("ending", "begins"), [(".html", "<!doctype html>"), (".md", "# "), (".json", "{")])
@pytest.mark.parametrize("what", ["job.txt", "ads"])
def test_files(ending: str, begins: str, what: str) -> None:
    """One sheet, or several, go to a page, to Markdown and to data; no command is in a file."""
    result = run("match", what, *DANA, "-o", f"out{ending}")
    assert (result.code, result.err) == (0, f"Written to out{ending}.\n")
    text = Path(f"out{ending}").read_text()
    assert text.casefold().startswith(begins)
    assert "--yes ID" not in text
    assert run("match", what, *DANA, "-o", f"out{ending}").code == ExitCode.USAGE


def test_nothing_is_kept(home: Path) -> None:
    """A match leaves no trace: neither of the advertisement nor of the verdict."""

    def kept() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in home.rglob("*") if path.is_file()}

    before = kept()
    for words in (("match", "job.txt"), ("match", "ads"), ("plan", "dana", "--for", "job.txt")):
        assert run(*words, *(DANA if words[0] == "match" else ())).code == 0
    assert kept() == before


def test_ranking_people() -> None:
    """``cohort --for`` puts who fits best first, and takes nothing that says something else."""
    found = document("cohort", "--for", "ads/lead.txt")
    assert found["schema"] == "careercli/candidates@1"
    assert [each["name"] for each in found["people"]] == ["Dana Reyes", "Maya Thompson"]
    assert found["people"][0]["verdict"] != "not-yet"
    letters = document("cohort", "--for", "ads/lead.txt", "--anonymous")
    assert "Dana" not in json.dumps(letters["people"])
    for words in (["--csv"], ["--notes"], ["--full"], ["--sort", "fit"]):
        assert run("cohort", "--for", "ads/lead.txt", *words).code == ExitCode.USAGE
    assert run("cohort", "--for", "ads/lead.txt", "-o", "people.html").code == 0


@pytest.mark.parametrize(
    ("profile", "tier"),
    [
        ("title: Customer Support Specialist\nexperience: {support_years: 3}\n", "Specialist"),
        (
            "title: Support Team Lead\nteam: 6\nexperience: {support_years: 6, leading_years: 1}\n",
            "Team Lead",
        ),
    ],
)
def test_one_standing_on_every_screen(profile: str, tier: str) -> None:
    """Where little is rated, assess, match, the cohort and its ranking for an advertisement name one tier."""
    Path("some").mkdir()
    Path("some/lia.yaml").write_text(f"schema: careercli/profile@1\nname: Lia\n{profile}", encoding="utf-8")

    def screen(*words: str) -> str:
        return " ".join(run(*words, columns=200).out.split())

    said = f"unrated; {tier} by years and job"
    assert f"Your years and job say {tier}." in screen("assess", "some/lia.yaml")
    assert said in screen("match", "job.txt", "--profile", "some/lia.yaml")
    assert said in screen("cohort", "some")
    assert said in screen("cohort", "some", "--for", "job.txt")


# -- pasted --------------------------------------------------------------------------------------------------


def pasted(*lines: str, end: type[BaseException] = EOFError, words: tuple[str, ...] = DANA) -> Result:
    """Return the run in which lines are typed on a terminal."""
    out, err = Stream(terminal=True), Stream(terminal=True)
    session = Session(Keyboard(lines, end), out, err, {**os.environ, "CAREERCLI_ACCESSIBLE": "1"})
    code = program.run(["match", "--as-of", DAY, *words], session)
    return Result(code, out.memory.getvalue(), err.memory.getvalue())


def test_pasted_and_answered() -> None:
    """The text ends with a full stop; each condition takes a key; then comes the sheet, and what next."""
    result = pasted(*LEAD_AD.splitlines(), ".", *("y",) * 3, "q")
    assert result.code == 0, result.err
    assert "Customer Support Team Lead" in result.out
    assert "Id:" not in result.out  # no flag can answer what was pasted
    assert "What next with this advertisement?" in result.err


def test_what_is_answered_is_not_asked() -> None:
    """What --yes and --no answer is not asked of a pasted one, nor missed where it has no such condition."""
    words = (*DANA, "--no", next(iter(ids())), "--yes", "driving")
    result = pasted(*AD.splitlines(), ".", "y", "q", words=words)
    assert "1 of 1." in result.err
    assert "You said no to this:" in " ".join(result.out.split())
    result = pasted("x", words=(*DANA, "--yes", "dancing"))
    assert (result.code, "Paste" in result.err) == (ExitCode.USAGE, False)


def test_what_comes_next() -> None:
    """From the sheet one goes on to the plan, to a file and to other answers."""
    result = pasted(*AD.splitlines(), ".", "s", "s", "p", "s", "sheet.md", "a", "n", "n", "q")
    assert result.code == 0, result.err
    assert "Plan to Customer Support Specialist" in result.out
    assert Path("sheet.md").read_text().startswith("# ")
    assert "You said no to this" in result.out


def test_papers_for_a_pasted_one() -> None:
    """A letter, lines of a résumé and the interview for it; first where it is one to apply for."""
    keys = ("l", "s", "i", "f", "talk.md", "r", "s", "q")
    result = pasted(*AD.splitlines(), ".", "y", "y", *keys)
    assert result.code == 0, result.err
    assert "Apply: Customer Support Specialist" in result.out
    assert "Letter: Customer Support Specialist" in result.out
    assert "Résumé lines: Customer Support Specialist" in result.out
    assert "things that only you know" not in result.out  # both are answered with yes
    assert "Customer Support Specialist" in Path("talk.md").read_text()
    assert result.err.index("A letter for it") < result.err.index("The steps that it needs")
    weak = ("--support-years", "0", "--skill", "coaching=0", "--skill", "support-metrics=0")
    result = pasted(*LEAD_AD.splitlines(), ".", *("y",) * 3, "q", words=weak)
    assert result.out.lstrip().startswith("Not yet")
    assert result.err.index("A letter for it") > result.err.index("The steps that it needs")


@pytest.mark.parametrize(
    "lines", [(), ("Support Agent",), (*AD.splitlines(), "."), (*AD.splitlines(), ".", "y")]
)
def test_ctrl_c(lines: tuple[str, ...]) -> None:
    """Ctrl-C leaves from anywhere, and says that nothing is kept."""
    result = pasted(*lines, end=KeyboardInterrupt)
    assert result.code == ExitCode.INTERRUPTED
    assert "Nothing of the advertisement is kept." in result.err


def test_without_anybody_to_match() -> None:
    """Without a terminal, or a profile, nobody pastes in vain."""
    assert run("match", *DANA).code == ExitCode.NEEDS_INPUT
    result = pasted("x", words=("--profile", "nobody"))
    assert (result.code, "Paste" in result.err) == (ExitCode.NOT_FOUND, False)
