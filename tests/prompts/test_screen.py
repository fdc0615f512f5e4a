from __future__ import annotations

import re

import pytest

from careercli.domain.model import Catalog
from careercli.interview.answers import Answers
from careercli.interview.questions import Interview
from careercli.prompts.asker import GoBackError, Option
from tests.prompts.canvas import Keys, screen_asker

COLORS = (Option("r", "Red", "red"), Option("g", "Green", "green"), Option("u", "Blue", "blue"))

PASTE = "\x1b[200~r\r\x1b[201~"
"""An answer and Enter, pasted: not a key of the question."""


def short(text: str) -> str | None:
    """Refuse what has more than three letters."""
    return "Too long." if len(text) > 3 else None


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ([], "green"),
        (["r"], "red"),
        (["u"], "blue"),
        (["r", "u"], "blue"),
        ([Keys.DOWN], "blue"),
        ([Keys.UP], "red"),
        ([Keys.DOWN, Keys.DOWN], "red"),
    ],
)
def test_choosing(keys: list[str], chosen: str) -> None:
    """Enter takes the default; keys and arrows move to another option; other keys do nothing."""
    with screen_asker() as (asker, canvas):
        canvas.press(*keys, Keys.ENTER)

        assert asker.choose("Which?", "", COLORS, "green") == chosen


@pytest.mark.parametrize(
    "strange",
    ["x", "b", "B", "R", "7", "é", Keys.CTRL_D, Keys.LEFT, Keys.BACKSPACE, "\t", "\x1bOP", PASTE, "x\x1bz"],
)
@pytest.mark.parametrize(
    ("then", "chosen"), [(Keys.ENTER, "green"), ("r", "red"), ("g", "green"), (Keys.DOWN, "blue")]
)
def test_a_key_that_is_not_listed(strange: str, then: str, chosen: str) -> None:
    """It moves nothing, says so, and Enter answers only after another key, were it Enter itself."""
    with screen_asker() as (asker, canvas):
        canvas.press_at("(arrows or a key, then Enter)", strange)
        canvas.press_at("(that key is not one of them) r) Red » g) Green", then)
        canvas.press_at("(arrows or a key, then Enter)", Keys.ENTER)

        assert asker.choose("Which?", "", COLORS, "green") == chosen


def test_how_a_choice_looks() -> None:
    """An empty line, the title, the detail with how to answer, the options with a pointer at the default."""
    with screen_asker() as (asker, canvas):
        canvas.press(Keys.ENTER)
        asker.choose("Which?", "Look closely.", COLORS, "green", back=True)

        assert canvas.picture_with("Which?")[:8] == [
            "",
            "Which?",
            "Look closely. (arrows or a key, then Enter)",
            "   r) Red",
            " » g) Green",
            "   u) Blue",
            "   b) Go back",
            "",
        ]


def test_an_answered_question_leaves_nothing_behind() -> None:
    """What is told stays on the screen, what was asked does not."""
    with screen_asker() as (asker, canvas):
        canvas.press(Keys.ENTER, "ab", Keys.ENTER)
        asker.tell("Told before")
        asker.choose("Which?", "Detail", COLORS, "green")
        asker.text("Name?", "", short)
        asker.tell("Told after")

        assert [line.rstrip() for line in canvas.screen.display][:3] == ["Told before", "Told after", ""]


def test_plain_terminals_get_a_plain_pointer() -> None:
    """Where only ASCII can be shown, the pointer is ASCII too."""
    with screen_asker(unicode=False) as (asker, canvas):
        canvas.press(Keys.ENTER)
        asker.choose("Which?", "", COLORS, "red")

        assert canvas.raw.isascii()
        assert " > r) Red" in canvas.picture_with("Which?")


@pytest.mark.parametrize("color", [True, False])
def test_colors_only_where_wanted(color: bool) -> None:
    """With color the pointer has one; without it not a single color code is sent."""
    with screen_asker(color=color) as (asker, canvas):
        canvas.press(Keys.ENTER)
        asker.choose("Which?", "Detail", COLORS, "red")
        canvas.press("ab", Keys.ENTER)
        asker.text("Name?", "", short)

        codes = ";".join(re.findall(r"\x1b\[([0-9;]*)m", canvas.raw)).split(";")
        assert bool({"36"} & set(codes)) is color
        assert not [code for code in codes if re.fullmatch(r"[349][0-7]|10[0-7]|38|48", code) and not color]


def test_going_back_from_a_choice() -> None:
    """Going back is the last option, with a key of its own; it is missing where nothing is behind."""
    with screen_asker() as (asker, canvas):
        canvas.press("b", Keys.ENTER)
        with pytest.raises(GoBackError):
            asker.choose("Which?", "", COLORS, "red", back=True)

        canvas.press("b", Keys.ENTER, "r", Keys.ENTER)
        assert asker.choose("Which?", "", COLORS, "green") == "red"


def test_ctrl_c_breaks_off() -> None:
    """Ctrl-C ends a choice and a text alike."""
    with screen_asker() as (asker, canvas):
        canvas.press(Keys.CTRL_C)
        with pytest.raises(KeyboardInterrupt):
            asker.choose("Which?", "", COLORS, "red")

        canvas.press("a", Keys.CTRL_C)
        with pytest.raises(KeyboardInterrupt):
            asker.text("Name?", "", short)


def test_ctrl_d_breaks_off_an_empty_text() -> None:
    """Ctrl-D is the end of input."""
    with screen_asker() as (asker, canvas):
        canvas.press(Keys.CTRL_D)
        with pytest.raises(EOFError):
            asker.text("Name?", "abc", short)


@pytest.mark.parametrize(
    ("typed", "default", "text"), [("ab", "", "ab"), (" ab ", "x", "ab"), ("", "abc", "abc"), ("", "", "")]
)
def test_a_text(typed: str, default: str, text: str) -> None:
    """What is typed comes back trimmed; Enter alone takes the default."""
    with screen_asker() as (asker, canvas):
        canvas.press(typed, Keys.ENTER)

        assert asker.text("Name?", default, short) == text


def test_the_default_of_a_text_is_checked_in_its_place() -> None:
    """Where an empty text would be refused, Enter still takes the default."""
    with screen_asker() as (asker, canvas):
        canvas.press(Keys.ENTER)

        assert asker.text("Years?", "3", lambda text: None if text.isdigit() else "No.") == "3"


def test_how_a_text_looks() -> None:
    """An empty line, the title, and in front of the cursor what Enter and < do."""
    with screen_asker() as (asker, canvas):
        canvas.press(Keys.ENTER, Keys.ENTER)
        asker.text("Name?", "Ann", short, back=True)
        asker.text("Title?", "", short)

        assert canvas.picture_with("Name?")[:3] == ["", "Name?", "(Enter for Ann, < to go back)"]
        assert canvas.picture_with("Title?")[:3] == ["", "Title?", "(Enter to leave it out)"]


def test_a_text_that_is_refused_says_why() -> None:
    """The reason shows after Enter, and what was typed can be mended."""
    with screen_asker() as (asker, canvas):
        canvas.press("abcd", Keys.ENTER)
        canvas.press_at("Too long.", Keys.BACKSPACE, Keys.ENTER)

        assert asker.text("Name?", "", short) == "abc"
        assert "(Enter to leave it out) abcd" in canvas.picture_with("Too long.")


def test_nothing_is_refused_while_typing() -> None:
    """Whoever is still typing is not told that it is wrong."""
    checked: list[str] = []
    with screen_asker() as (asker, canvas):
        canvas.press_at("Name?", "abcd")
        canvas.press_at("abcd", Keys.BACKSPACE)
        canvas.press_at("abc", Keys.ENTER)
        asker.text("Name?", "", checked.append)

        assert checked == ["", "abc"]  # first, whether it may be left out


def test_going_back_from_a_text() -> None:
    """A single < goes back where something is behind, and is a text where nothing is."""
    with screen_asker() as (asker, canvas):
        canvas.press("<", Keys.ENTER)
        with pytest.raises(GoBackError):
            asker.text("Name?", "", lambda _: "Never right.", back=True)

        canvas.press("<", Keys.ENTER)
        assert asker.text("Name?", "", short) == "<"


@pytest.mark.slow
def test_a_question_about_a_skill_fits_a_screen(catalog: Catalog) -> None:
    """At 80 by 24, every skill shows its name, all its options and the way back at once."""
    with screen_asker() as (asker, canvas):
        interview = Interview(Answers(catalog, asker))
        for _ in catalog.skills:
            canvas.press_at("Finish here", Keys.ENTER)
        interview.full()

        for skill in catalog.skills[1:]:
            picture = "\n".join(canvas.picture_with(f"\n{skill.name} ("))
            for sign in (
                "question",
                "(arrows",
                "0) I have",
                "1) ",
                "2) ",
                "3) ",
                "4) ",
                "s) Skip",
                "n) This",
            ):
                assert sign in picture
        assert "Type one of" not in canvas.raw


@pytest.mark.slow
@pytest.mark.parametrize("columns", [20, 40, 60, 100])
def test_nothing_is_cut_off(columns: int) -> None:
    """On any width, every word of a question is there, between other words."""
    options = [Option(str(n), "I do this and that for whoever asks " * 2, str(n)) for n in range(3)]
    with screen_asker(columns, 50) as (asker, canvas):
        canvas.press(Keys.ENTER, Keys.ENTER)
        asker.choose(
            "Which of these do you do most of the time?", "A detail to read. " * 3, options, "1", back=True
        )
        asker.text("What is it that you would like to say?", "abc", short, back=True)

        words = " ".join(" ".join(canvas.picture_with("Go back")).split())
        assert "Which of these do you do most of the time?" in words
        assert "A detail to read. " * 3 in words
        assert words.count("I do this and that for whoever asks") == 6
        words = " ".join(" ".join(canvas.picture_with("What is")).split())
        assert "What is it that you would like to say? (Enter for abc, < to go back)" in words


TALL = [
    Option(str(n), f"Option number {n}, with more to say than one line can hold", str(n)) for n in range(6)
]


def test_a_question_that_is_too_tall_is_printed() -> None:
    """Where options would be hidden, all are printed, the title once more at the prompt for the key."""
    with screen_asker(40, 12) as (asker, canvas):
        canvas.press("4", Keys.ENTER)

        assert asker.choose("Which?", "Look closely.", TALL, "1", back=True) == "4"

        printed = " ".join(canvas.raw.split())
        assert "Which? Look closely." in printed
        assert all(option.label in printed for option in TALL)
        picture = canvas.picture_with("Enter takes 1")
        assert picture[-3:] == ["Which?", "Type one of 0, 1, 2, 3, 4, 5, b to go", "back. Enter takes 1:"]


def test_the_tallest_question_that_fits_is_drawn() -> None:
    """A question is printed from one line too many on, not before."""
    height = 1 + 1 + 1 + 2 * len(TALL)
    with screen_asker(40, height) as (asker, canvas):
        canvas.press(Keys.ENTER)
        asker.choose("Which?", "", TALL, "1")

        picture = canvas.picture_with("Which?")
        assert picture[1] == "Which?"
        assert picture[-2:] == ["   5) Option number 5, with more to say", "      than one line can hold"]

    with screen_asker(40, height - 1) as (asker, canvas):
        canvas.press(Keys.ENTER)
        asker.choose("Which?", "", TALL, "1")

        assert "Type one of" in canvas.raw


@pytest.mark.parametrize("keys", [["9", Keys.ENTER, "2", Keys.ENTER], [" 2 ", Keys.ENTER]])
def test_typing_the_key_of_a_tall_question(keys: list[str]) -> None:
    """A wrong key is asked again, spaces do not matter."""
    with screen_asker(40, 12) as (asker, canvas):
        canvas.press(*keys)

        assert asker.choose("Which?", "", TALL, "1") == "2"


@pytest.mark.slow
def test_enter_back_and_ctrl_c_at_a_tall_question() -> None:
    """A question that is typed can do all that a drawn one can."""
    with screen_asker(40, 12) as (asker, canvas):
        canvas.press(Keys.ENTER)
        assert asker.choose("Which?", "", TALL, "1") == "1"
        canvas.press("b", Keys.ENTER)
        with pytest.raises(GoBackError):
            asker.choose("Which?", "", TALL, "1", back=True)
        canvas.press(Keys.CTRL_C)
        with pytest.raises(KeyboardInterrupt):
            asker.choose("Which?", "", TALL, "1")
