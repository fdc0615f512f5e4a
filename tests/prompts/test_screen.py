from __future__ import annotations

import re

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.output.vt100 import Vt100_Output

from careercli.prompts import checklist, guard
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
        ([Keys.DOWN], "blue"),
        ([Keys.UP], "red"),
        ([Keys.DOWN, Keys.DOWN], "red"),
    ],
)
def test_choosing(keys: list[str], chosen: str) -> None:
    """Enter takes the default, or what the arrows have moved to."""
    with screen_asker() as (asker, canvas):
        canvas.press(*keys, Keys.ENTER)

        assert asker.choose("Which?", "", COLORS, "green") == chosen


@pytest.mark.parametrize(("key", "chosen"), [("r", "red"), ("g", "green"), ("u", "blue")])
def test_a_key_answers_at_once(key: str, chosen: str) -> None:
    """The key of an option is enough, wherever the pointer is."""
    with screen_asker() as (asker, canvas):
        canvas.press(Keys.DOWN, key)

        assert asker.choose("Which?", "", COLORS, "green") == chosen


def test_the_enter_after_a_key_answers_nothing() -> None:
    """Whoever presses a key and Enter answers one question: neither a choice nor a text that follows."""
    with screen_asker() as (asker, canvas):
        canvas.press("r", Keys.ENTER)
        canvas.press_at("Second?", "u", Keys.ENTER)
        canvas.press_at("Third?", "abc", Keys.ENTER)

        assert asker.choose("First?", "", COLORS, "green") == "red"
        assert asker.choose("Second?", "", COLORS, "green") == "blue"
        assert asker.text("Third?", "x", short) == "abc"


def test_only_the_first_enter_after_a_key_is_passed_over() -> None:
    """The next one, or one after another key, is an answer; so is any after an answer by Enter."""
    with screen_asker() as (asker, canvas):
        canvas.press("r", Keys.ENTER, Keys.ENTER, Keys.ENTER, "u", Keys.DOWN, Keys.ENTER)

        answers = [asker.choose("Which?", "", COLORS, "green") for _ in range(5)]
        assert answers == ["red", "green", "green", "blue", "blue"]


def test_an_enter_of_its_own_counts_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the moment is over in which it could belong to the key before, Enter takes what is offered."""
    monkeypatch.setattr(guard, "WITHIN", 0.0)
    monkeypatch.setattr(guard, "_AT_LEAST", 0.0)
    with screen_asker() as (asker, canvas):
        canvas.press("r")
        canvas.press_at("Second?", Keys.ENTER)

        assert asker.choose("First?", "", COLORS, "green") == "red"
        assert asker.choose("Second?", "", COLORS, "green") == "green"


@pytest.mark.parametrize(
    "strange",
    [
        "x",
        "b",
        "B",
        "R",
        "7",
        "é",
        Keys.CTRL_D,
        Keys.LEFT,
        Keys.BACKSPACE,
        "\t",
        "\x1bOP",
        PASTE,
        "?",
    ],
)
@pytest.mark.parametrize(("then", "chosen"), [(Keys.ENTER, "green"), ("r", "red"), (Keys.DOWN, "blue")])
def test_a_key_that_is_not_listed(strange: str, then: str, chosen: str) -> None:
    """It moves nothing, says so, and Enter answers only after another key, were it Enter itself."""
    with screen_asker() as (asker, canvas):
        canvas.press_at("Enter takes", strange)
        canvas.press_at("r) Red » g) Green u) Blue that key is not one of them", then)
        canvas.press_at("Enter takes", Keys.ENTER)

        assert asker.choose("Which?", "", COLORS, "green") == chosen


def test_what_an_unknown_key_sends() -> None:
    """The letters that follow Escape in one piece are part of a key, and not keys of the question."""
    with screen_asker() as (asker, canvas):
        canvas.press_at("Enter takes", "\x1b[?r")
        canvas.press_at("that key is not one of them", Keys.DOWN, Keys.ENTER)

        assert asker.choose("Which?", "", COLORS, "green") == "blue"


def test_how_a_choice_looks() -> None:
    """An empty line, the title, the detail, the options with a pointer at the default, what else there is."""
    with screen_asker() as (asker, canvas):
        canvas.press(Keys.ENTER)
        asker.choose("Which?", "Look closely.", COLORS, "green", back=True)

        assert canvas.picture_with("Which?")[:8] == [
            "",
            "Which?",
            "Look closely.",
            "   r) Red",
            " » g) Green",
            "   u) Blue",
            "   b back  Enter takes »",
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
    """Going back has a key of its own and can be pointed at; it is missing where nothing is behind."""
    with screen_asker() as (asker, canvas):
        for keys in (["b"], [Keys.UP, Keys.ENTER]):
            canvas.press(*keys)
            with pytest.raises(GoBackError):
                asker.choose("Which?", "", COLORS, "red", back=True)

        canvas.press("b", "r")
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
    """The reason shows below the question after Enter, not at the foot of the terminal; it can be mended."""
    with screen_asker() as (asker, canvas):
        canvas.press("abcd", Keys.ENTER)
        canvas.press_at("Too long.", Keys.BACKSPACE, Keys.ENTER)

        assert asker.text("Name?", "", short) == "abc"
        lines = ["", "Name?", "Too long.", "(Enter to leave it out) abcd"]
        assert canvas.picture_with("Too long.")[:4] == lines


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

        words = " ".join(" ".join(canvas.picture_with("b back")).split())
        assert "Which of these do you do most of the time?" in words
        assert "A detail to read. " * 3 in words
        assert words.count("I do this and that for whoever asks") == 6
        words = " ".join(" ".join(canvas.picture_with("What is")).split())
        assert "What is it that you would like to say? (Enter for abc, < to go back)" in words


TALL = [
    Option(str(n), f"Option number {n}, with more to say than one line can hold", str(n)) for n in range(6)
]


def test_a_question_that_is_too_tall_scrolls() -> None:
    """Title and foot stay in view; what there is above and below is said; the arrows lead to all of it."""
    with screen_asker(40, 12) as (asker, canvas):
        canvas.press_at("6 lines below", *[Keys.DOWN] * 4)
        canvas.press_at("5) Option", Keys.ENTER)

        assert asker.choose("Which?", "Look closely.", TALL, "1", back=True) == "5"

        assert canvas.picture_with("lines below: arrows") == [
            "",
            "Which?",
            "Look closely.",
            "",
            "   0) Option number 0, with more to say",
            "      than one line can hold",
            " » 1) Option number 1, with more to say",
            "      than one line can hold",
            "   2) Option number 2, with more to say",
            "      than one line can hold",
            "   6 lines below: arrows",
            "   b back  Enter takes »",
        ]
        assert canvas.picture_with(" » 5) Option")[3] == "   6 lines above"


@pytest.mark.parametrize("key", ["0", "3", "5"])
def test_the_keys_of_what_is_scrolled_away(key: str) -> None:
    """Every key answers, whether its option is in view or not."""
    with screen_asker(40, 8) as (asker, canvas):
        canvas.press(key)

        assert asker.choose("Which?", "Look closely.", TALL, "1") == key


def test_the_tallest_question_that_fits_does_not_scroll() -> None:
    """A question scrolls from one line too many on, not before."""
    height = 1 + 1 + 2 * len(TALL) + 1
    for rows, scrolls in ((height, False), (height - 1, True)):
        with screen_asker(40, rows) as (asker, canvas):
            canvas.press(Keys.ENTER)
            asker.choose("Which?", "", TALL, "1")

            picture = canvas.picture_with("Which?")
            assert picture[1] == "Which?"
            assert picture[-1] == "   Enter takes »"
            assert ("lines below" in "".join(picture)) is scrolls


@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (20, 10), (40, 5), (80, 8)])
def test_what_is_pointed_at_is_in_view(columns: int, rows: int) -> None:
    """However little room there is, the answer that Enter takes is on the screen, and nothing overflows."""
    detail = "There is much to say about this, and hardly any room for it. " * 4
    with screen_asker(columns, rows) as (asker, canvas):
        canvas.press_at("Which", Keys.ENTER)
        asker.choose("Which of these is it?", detail, TALL, "4", back=True, explain="More.")

        assert " » 4) Option" in "\n".join(canvas.picture_with("Which"))


MANY = [Option("", f"{name} number {n}", f"{name}{n}") for n in range(20) for name in ("Red", "Green")]


def test_typing_looks_for_an_option() -> None:
    """In a list without keys every word typed has to be in what is left; Enter takes the first of that."""
    with screen_asker(60, 12) as (asker, canvas):
        canvas.press_at("type to filter", "gr")
        canvas.press_at("type to filter: gr", "een 1", "x", Keys.BACKSPACE, "7")
        canvas.press_at("type to filter: green 17", Keys.ENTER)

        assert asker.choose("Which?", "", MANY, "Red0", back=True) == "Green17"
        assert canvas.picture_with("filter: gr")[3:5] == [" » Green number 0", "   Green number 1"]


def test_typing_what_no_option_has() -> None:
    """It says so, Enter answers nothing, and Escape shows all again."""
    with screen_asker(60, 12) as (asker, canvas):
        canvas.press_at("type to filter", "blue", Keys.ENTER)
        canvas.press_at("Nothing has these words.", "\x1b")
        canvas.press_at("» Red number 0", Keys.ENTER)

        assert asker.choose("Which?", "", MANY, "Red0") == "Red0"


def test_a_list_is_turned_by_pages() -> None:
    """Page keys move by what there is room for, and stop at the ends."""
    with screen_asker(60, 12) as (asker, canvas):
        canvas.press_at("type to filter", "\x1b[6~")
        canvas.press_at("» Green number 3", "\x1b[5~", "\x1b[5~", Keys.ENTER)

        assert asker.choose("Which?", "", MANY, "Red0") == "Red0"


GROUPED = [
    Option("p", "Show the plan.", "plan", group="What to do"),
    Option("d", "Mark a step as done.", "done", group="What to do"),
    Option("g", "All that is missing.", "gaps", group="Where I am"),
    Option("s", "skip", "skip", aside=True),
    Option("n", "does not apply", "mark", aside=True),
]


def test_groups_and_what_stands_aside() -> None:
    """A group's heading stands beside its first option; what is aside stands in one line."""
    with screen_asker() as (asker, canvas):
        canvas.press_at("» s skip", Keys.RIGHT, Keys.RIGHT, Keys.LEFT, Keys.ENTER)

        assert asker.choose("What next?", "", GROUPED, "skip", back=True, explain="It depends.") == "mark"

        assert canvas.picture_with("What next?")[1:6] == [
            "What next?",
            "What to do     p) Show the plan.",
            "               d) Mark a step as done.",
            "Where I am     g) All that is missing.",
            "   » s skip  n does not apply  b back  ? explain  Enter takes »",
        ]


def test_groups_of_a_narrow_terminal() -> None:
    """With few columns the heading has a line of its own."""
    with screen_asker(40) as (asker, canvas):
        canvas.press("n")
        assert asker.choose("What next?", "", GROUPED, "plan") == "mark"

        assert canvas.picture_with("What next?")[2:8] == [
            "What to do",
            " » p) Show the plan.",
            "   d) Mark a step as done.",
            "Where I am",
            "   g) All that is missing.",
            "   s skip  n does not apply",
        ]


def test_from_the_foot_to_the_options_and_back() -> None:
    """The foot is one place below the last option and above the first one."""
    for keys, chosen in (
        ([Keys.UP], "gaps"),
        ([Keys.DOWN], "plan"),
        ([Keys.DOWN, Keys.UP], "skip"),
        ([Keys.UP, Keys.DOWN, Keys.LEFT], "mark"),
    ):
        with screen_asker() as (asker, canvas):
            canvas.press(*keys, Keys.ENTER)
            assert asker.choose("What next?", "", GROUPED, "skip") == chosen


def test_an_explanation() -> None:
    """? shows it in place of the answers; whatever is pressed then goes back, and answers nothing."""
    with screen_asker() as (asker, canvas):
        canvas.press_at("? explain", "?")
        canvas.press_at("A tomato is red. any key", "g")
        canvas.press_at("» r) Red", Keys.ENTER)

        assert asker.choose("Which?", "", COLORS, "red", explain="A tomato is red.") == "red"
        assert "r) Red" not in "\n".join(canvas.picture_with("A tomato"))


def test_an_explanation_of_a_text() -> None:
    """? by itself explains above what is typed; inside a text it is a letter."""
    with screen_asker() as (asker, canvas):
        canvas.press_at("? explains", "?")
        canvas.press_at("As in your passport.", "a?", Keys.ENTER)

        assert asker.text("Name?", "", short, explain="As in your passport.") == "a?"


def test_a_window_made_smaller() -> None:
    """The question is drawn for the window that there is, with what is pointed at in it."""
    with screen_asker(80, 24) as (asker, canvas):
        asker.output = Vt100_Output(
            canvas,
            lambda: Size(rows=24, columns=80) if not canvas.pictures else Size(rows=9, columns=40),
            enable_cpr=False,
        )
        canvas.press_at("Which?", Keys.UP)
        canvas.press_at("lines below: arrows", Keys.ENTER)

        assert asker.choose("Which?", "", TALL, "1") == "0"


# -- answers to tick -----------------------------------------------------------------------------------

WORK = (
    Option("1", "Calls", "calls"),
    Option("2", "Chats", "chats"),
    Option("s", "skip", "skip", aside=True),
)


@pytest.mark.parametrize(
    ("keys", "ticked"),
    [
        ([Keys.ENTER], {"skip"}),
        (["s"], {"skip"}),
        (["1", Keys.DOWN, Keys.ENTER], {"calls"}),
        (["1", "2", "1", Keys.DOWN, Keys.ENTER], {"chats"}),
        ([Keys.DOWN, " ", Keys.DOWN, " ", Keys.UP, Keys.ENTER], {"calls", "chats"}),
        ([Keys.DOWN, Keys.ENTER, Keys.DOWN, Keys.ENTER], {"calls"}),
        (["x", Keys.ENTER, "s"], {"skip"}),
    ],
)
def test_ticking(keys: list[str], ticked: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys and the space bar tick, and Enter where nothing is; then Enter goes on. The foot answers alone."""
    monkeypatch.setattr(checklist, "WITHIN", 0.0)
    with screen_asker() as (asker, canvas):
        canvas.press(*keys)

        assert asker.tick("Which?", "", WORK, (), "skip") == ticked


def test_the_enter_after_a_tick_does_not_go_on() -> None:
    """Whoever presses a key and Enter out of habit is still at the list."""
    with screen_asker() as (asker, canvas):
        canvas.press("1", Keys.ENTER, "2", Keys.ENTER, "s")

        assert asker.tick("Which?", "", WORK, (), "skip") == {"skip"}


def test_what_was_ticked_before_is_ticked_and_b_goes_back() -> None:
    """Enter takes it over."""
    with screen_asker() as (asker, canvas):
        canvas.press(Keys.ENTER)
        assert asker.tick("Which?", "", WORK, ("chats",), "skip") == {"chats"}
        canvas.press_at("Again?", "b")
        with pytest.raises(GoBackError):
            asker.tick("Again?", "", WORK, (), "skip", back=True)
