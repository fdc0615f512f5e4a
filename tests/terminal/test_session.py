from __future__ import annotations

import itertools
import os
import re
from pathlib import Path

import pytest

from careercli.domain.model import Catalog
from tests.running import run
from tests.terminal.terminal import REVIEW, WELCOME, Keys, Terminal, answer_facts, begin, finish

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("home")]

MENU = "What next?"
QUICK = "How much time do you have?"
WIDTHS = re.compile("[\N{BOX DRAWINGS LIGHT HORIZONTAL}-\N{BOX DRAWINGS HEAVY DOUBLE DASH VERTICAL}█░●○◆▸»]")
COLOR = re.compile(r"\x1b\[[0-9;]*?(?<![0-9])(3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m")


def answer_skills(terminal: Terminal) -> int:
    """Answer skills until none is left to ask, and return how many there were."""
    for number, level in enumerate(itertools.cycle("3231"), 1):
        question = f"question {number}"
        if terminal.wait_for(f"{question})", f"{question},", REVIEW) == REVIEW:
            return number - 1
        terminal.press(level, Keys.ENTER)
    raise AssertionError


def test_a_whole_session_of_a_newcomer_to_the_program(catalog: Catalog) -> None:
    """Start, answer, report, plan, save, quit; the profile assesses to the tier that was shown."""
    with Terminal(env={"PAGER": "cat"}) as terminal:
        answer_facts(terminal)
        terminal.answer(QUICK)
        asked = answer_skills(terminal)
        assert 5 < asked < 53
        terminal.wait_for("That settles it: ")
        terminal.press(Keys.ENTER)
        terminal.wait_for(MENU)
        shown = re.search(r"Dana, you're at ([\w -]+)[.,:]", " ".join(terminal.words.split()))
        assert shown is not None

        terminal.press("p", Keys.ENTER)
        terminal.wait_for("What the dates assume")  # the menu was there before
        terminal.wait_for("s) Save, as a profile or to a file")
        terminal.press("s", Keys.ENTER)
        terminal.answer("Save it as?")
        terminal.wait_for("q) Quit")
        terminal.press("q", Keys.ENTER)

        assert terminal.wait_for_end() == 0

    document = run("assess", "--json").document
    ladder = {tier.id: tier.short for tier in catalog.ladder.tiers}
    assert ladder[document["placement"]["current"]] == shown[1]
    assert document["placement"]["settled"]


def test_every_question_fits_the_screen() -> None:
    """At 80 by 24 a question stands on the screen from its title to its last option, below an empty line."""
    with Terminal() as terminal:
        answer_facts(terminal)
        terminal.answer(QUICK)
        for number in range(1, 8):
            terminal.wait_for(f"question {number}")
            terminal.wait_until(lambda: any("b back" in line for line in terminal.lines))
            (title,) = (line for line in terminal.lines if f"question {number}" in line)
            at = terminal.lines.index(title)
            keys = [line.strip(" »")[:2] for line in terminal.lines[at:] if re.match(r" [ »] \w\) ", line)]
            assert keys == ["0)", "1)", "2)", "3)", "4)"]
            assert terminal.lines[at - 1] == ""
            terminal.press("2", Keys.ENTER)


def test_arrows_and_going_back() -> None:
    """Arrows move, b goes back, and what was answered is the answer offered."""
    with Terminal() as terminal:
        answer_facts(terminal)
        terminal.answer(QUICK)
        terminal.answer("question 1)", Keys.UP, Keys.UP)
        terminal.wait_for("question 2,")
        assert "Support metrics: 3" in terminal.words
        terminal.wait_for("b back")
        terminal.press("b")
        terminal.wait_for("question 1)")
        terminal.wait_until(lambda: any("» 3)" in line for line in terminal.lines))
        terminal.press(Keys.CTRL_C)

        assert terminal.wait_for_end() == 130
        assert "Your 8 answers so far are kept" in terminal.words


def test_breaking_off_and_going_on() -> None:
    """Ctrl-C says what is kept and how to go on; the next start offers it and asks for the rest."""
    with Terminal() as terminal:
        answer_facts(terminal)
        terminal.answer(QUICK)
        terminal.answer("question 1)", "3")
        terminal.wait_for("question 2,")
        terminal.press(Keys.CTRL_C)
        assert terminal.wait_for_end() == 130
        assert "Stopped. Your 9 answers so far are kept in" in terminal.words
        assert "Go on with: careercli advise" in terminal.words

    with Terminal("advise") as terminal:
        terminal.answer("You broke off last time. Go on with those answers?")
        terminal.answer(QUICK)
        terminal.wait_for("question 1,")
        assert (
            "Dana, Support Team Lead, 6 years in support, 2 years leading, a team of 8; 1 skill rated."
            in terminal.words
        )
        assert "Support metrics (" not in terminal.words
        finish(terminal, "b back")
        terminal.answer(MENU, "q")
        terminal.answer("Your answers are not saved.", "n")
        assert terminal.wait_for_end() == 0

    with Terminal("advise") as terminal:
        begin(terminal)
        terminal.wait_for("your name?")
        assert "broke off" not in terminal.words


@pytest.mark.parametrize("key", [Keys.CTRL_C, Keys.CTRL_D])
def test_leaving_at_the_first_question(key: str) -> None:
    """Nothing said, nothing kept: exit 130 without a trace."""
    with Terminal() as terminal:
        terminal.answer(WELCOME, "1")
        terminal.wait_for("your name?")
        terminal.press(key)

        assert terminal.wait_for_end() == 130
        assert "There is nothing new to keep." in terminal.words
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize(
    ("arguments", "env"),
    [(["--accessible"], {}), ([], {"CAREERCLI_ACCESSIBLE": "1"}), (["advise"], {"TERM": "dumb"})],
    ids=["option", "variable", "dumb"],
)
def test_an_accessible_session(arguments: list[str], env: dict[str, str]) -> None:
    """Numbered lines from the first question to the last: no escape code, no drawing, no redrawing."""
    with Terminal(*arguments, env=env) as terminal:
        answer_facts(terminal)
        terminal.answer("Enter takes 1:")
        terminal.answer("question 1) ", "x")
        terminal.answer("'x' is not one of the answers.", "3")
        finish(terminal, "question 2, about ")
        terminal.wait_for(MENU)
        terminal.answer("Enter takes r:", "p")
        terminal.answer("Enter takes s:", "q")
        terminal.answer("Enter takes y:", "n")

        assert terminal.wait_for_end() == 0
        assert "\x1b" not in terminal.text
        assert not WIDTHS.search(terminal.text)
        assert re.search(
            r"^Rank 6, Customer Support Manager: too little rated", "\n".join(terminal.scrolled), re.MULTILINE
        )


def test_ctrl_c_in_an_accessible_session() -> None:
    """The answers are kept, and the message starts on a line of its own."""
    with Terminal("--accessible") as terminal:
        begin(terminal)
        terminal.answer("your name?", "Dana")
        terminal.wait_for("your job title")
        terminal.wait_until(lambda: terminal.words.endswith("? explains:"))  # and the line is waited for
        terminal.press(Keys.CTRL_C)

        assert terminal.wait_for_end() == 130
        assert any(line.startswith("careercli: Stopped. Your 1 answer") for line in terminal.lines)


def test_forty_columns(catalog: Catalog) -> None:
    """No word is cut: what is too tall scrolls, its title and the line at the foot in view."""
    with Terminal(columns=40) as terminal:
        answer_facts(terminal)
        terminal.answer(QUICK)
        for number in range(1, 4):
            terminal.wait_for(f"question {number}")
            terminal.wait_for("Enter takes »")
            (skill,) = (skill for skill in catalog.skills if f"{skill.name} (" in terminal.words)
            read = terminal.words
            for _ in range(5):
                terminal.press(Keys.DOWN)
                terminal.wait_until(lambda: "Enter takes »" in terminal.words)
                terminal.pause()
                assert f"{skill.name} (" in terminal.words
                read += terminal.words
            for text in (skill.summary, *(level.split()[-1] for level in skill.levels)):
                assert text in read
            terminal.press("2")
        finish(terminal, "question 4")
        terminal.wait_for("Everything, with a line")
        assert "r) Answer the quick interview, for a first result" in terminal.words


def test_forty_columns_with_room(catalog: Catalog) -> None:
    """Where there are rows enough, a narrow question stands whole."""
    with Terminal(columns=40, rows=50) as terminal:
        answer_facts(terminal)
        terminal.answer(QUICK)
        terminal.wait_for("Enter takes »")

        assert "below: arrows" not in terminal.words
        assert catalog.skills_by_id["support-metrics"].levels[-1] in terminal.words


def test_two_hundred_columns() -> None:
    """A wide terminal is calm: no line of the session runs past a hundred columns."""
    with Terminal(columns=200, rows=50, env={"PAGER": "cat"}) as terminal:
        answer_facts(terminal)
        terminal.answer(QUICK)
        terminal.answer("question 1)", "2")
        terminal.wait_for("question 2,")
        terminal.wait_for("b back")
        assert max(map(len, terminal.lines)) <= 100
        finish(terminal, "f finish")
        terminal.wait_for("Everything, with a line")
        terminal.press("p", Keys.ENTER)
        terminal.wait_for("Everything, with a line")

        assert max(map(len, terminal.scrolled)) <= 100


@pytest.mark.parametrize(
    ("arguments", "env", "colored"),
    [([], {}, True), ([], {"NO_COLOR": "1"}, False), (["--no-color"], {}, False)],
    ids=["color", "NO_COLOR", "option"],
)
def test_colors(arguments: list[str], env: dict[str, str], colored: bool) -> None:
    """With NO_COLOR or --no-color, neither questions nor report nor plan send a color code."""
    with Terminal("advise", "--quick", *arguments, env=env | {"PAGER": "cat"}) as terminal:
        answer_facts(terminal)
        finish(terminal, "question 1)")
        terminal.wait_for("Everything, with a line")
        terminal.press("p", Keys.ENTER)
        terminal.wait_for("Everything, with a line")
        terminal.press("q", Keys.ENTER)
        terminal.answer("Your answers are not saved.", "n")

        assert terminal.wait_for_end() == 0
        assert bool(COLOR.search(terminal.text)) is colored


def test_the_report_can_go_to_a_file() -> None:
    """Questions are drawn on standard error: standard output holds the report and nothing else."""
    with Terminal("advise", "--quick", stdout="report.txt") as terminal:
        answer_facts(terminal)
        terminal.answer("question 1)", "3")
        finish(terminal, "question 2,")
        terminal.answer(MENU, "q")
        terminal.answer("Your answers are not saved.", "n")
        assert terminal.wait_for_end() == 0
        assert "Do now" not in terminal.text

    report = Path("report.txt").read_text()
    assert report.startswith("\nDana, too little is rated to place you")
    assert "Do now" in report
    assert "\x1b" not in report
    for prompt in (MENU, "question 1", "Enter takes", "What is your name", "Support metrics: 3"):
        assert prompt not in report


def test_hostile_text_stays_text() -> None:
    """Markup in a name is shown as it is, and control characters of a draft never reach the terminal."""
    draft = Path(os.environ["XDG_STATE_HOME"]) / "careercli" / "interview-draft.yaml"
    draft.parent.mkdir(parents=True)
    draft.write_text(
        "schema: careercli/profile@1\n"
        'name: "[bold]Zoë[/red]\\e]0;owned\\a"\n'
        "goal: director\nhours_per_week: 5\nexperience: {support_years: 3}\n"
    )
    with Terminal() as terminal:
        terminal.answer("Go on with those answers?")
        terminal.answer(QUICK)
        finish(terminal, "question 1)")
        terminal.wait_for("Everything, with a line")

        assert "[bold]Zoë[/red]" in terminal.words
        assert "\x1b]0;owned" not in terminal.text
        assert "\x07" not in terminal.text
