from __future__ import annotations

import io
from collections.abc import Callable
from typing import TextIO

import pytest

from careercli.prompts.asker import GoBackError, Option
from careercli.prompts.lines import LineAsker

COLORS = (Option("r", "Red, like a tomato", "red"), Option("g", "Green", "green"))


class Keyboard(io.StringIO):
    """What is typed, line by line; Enter moves the terminal to a new line, as it does for a person."""

    def __init__(self, typed: str, out: io.StringIO) -> None:
        super().__init__(typed)
        self.out = out

    def readline(self, size: int | None = -1, /) -> str:
        """Return the next line."""
        line = super().readline(size)
        self.out.write("\n" if line else "")
        return line


class Breaking(io.StringIO):
    """A keyboard on which somebody presses Ctrl-C."""

    def readline(self, _size: int | None = -1, /) -> str:
        """Break off."""
        raise KeyboardInterrupt


def asker(typed: str | TextIO, width: int = 80) -> tuple[LineAsker, io.StringIO]:
    """Return an asker who reads what is typed, and what it writes on."""
    out = io.StringIO()
    return LineAsker(Keyboard(typed, out) if isinstance(typed, str) else typed, out, width=width), out


def short(text: str) -> str | None:
    """Refuse what has more than three letters."""
    return "Too long." if len(text) > 3 else None


def test_a_choice_reads_as_lines() -> None:
    """Title, detail and options on lines of their own, after an empty one; the prompt says what to type."""
    lines, out = asker("g\n")

    lines.choose("Which?", "Look closely.", COLORS, "red", back=True)

    assert out.getvalue() == (
        "\nWhich?\nLook closely.\nr: Red, like a tomato\ng: Green\n"
        "Type one of r, g, b to go back. Enter takes r: \n"
    )


@pytest.mark.parametrize("typed", ["g", "G", "  g\t"])
def test_a_key_chooses_its_option(typed: str) -> None:
    """The key is enough, in any case and with spaces around it."""
    lines, _ = asker(f"{typed}\n")

    assert lines.choose("Which?", "", COLORS, "red") == "green"


def test_enter_takes_the_default_of_a_choice() -> None:
    """An empty line is the answer offered, wherever it stands in the list."""
    lines, out = asker("\n")

    assert lines.choose("Which?", "", COLORS, "green") == "green"
    assert "Enter takes g" in out.getvalue()


def test_a_wrong_key_is_named_and_asked_again() -> None:
    """What is no option is said back, and the prompt repeated until one is typed."""
    lines, out = asker("x\nred\nr\n")

    assert lines.choose("Which?", "", COLORS, "green") == "red"
    assert "'x' is not one of the answers." in out.getvalue()
    assert "'red' is not one of the answers." in out.getvalue()
    assert out.getvalue().count("Enter takes") == 3


def test_a_wrong_key_is_shown_as_text() -> None:
    """Control characters and endless lines do not come back to the terminal."""
    lines, out = asker("\x1b[31m\x07" + "x" * 1000 + "\nr\n")

    lines.choose("Which?", "", COLORS, "red")

    assert "\x1b" not in out.getvalue()
    assert "\x07" not in out.getvalue()
    assert max(map(len, out.getvalue().splitlines())) <= 80


@pytest.mark.parametrize("typed", ["b", "B", "back", "<"])
def test_going_back_from_a_choice(typed: str) -> None:
    """Every way to say it goes back."""
    lines, _ = asker(f"{typed}\n")

    with pytest.raises(GoBackError):
        lines.choose("Which?", "", COLORS, "red", back=True)


def test_no_going_back_where_nothing_is_behind() -> None:
    """Without a question before it, a choice neither offers nor accepts going back."""
    lines, out = asker("b\n<\n\n")

    assert lines.choose("Which?", "", COLORS, "red") == "red"
    assert "go back" not in out.getvalue()
    assert "'b' is not one" in out.getvalue()


def test_a_text_is_returned_trimmed() -> None:
    """What is typed comes back without the spaces around it."""
    lines, out = asker("  ab \n")

    assert lines.text("Name?", "", short) == "ab"
    assert out.getvalue() == "\nName?\nEnter leaves it out: \n"


def test_enter_takes_the_default_of_a_text() -> None:
    """An empty line is the text offered, which the prompt says."""
    lines, out = asker("\n")

    assert lines.text("Name?", "abc", short) == "abc"
    assert "Enter takes abc: " in out.getvalue()


def test_a_text_that_is_refused_is_asked_again() -> None:
    """The reason is told, and the next text that passes is taken."""
    lines, out = asker("abcd\nab\n")

    assert lines.text("Name?", "", short) == "ab"
    assert "Too long.\nEnter leaves it out: " in out.getvalue()


def test_going_back_from_a_text() -> None:
    """A single < goes back where something is behind, and is a text where nothing is."""
    lines, out = asker("<\n")
    with pytest.raises(GoBackError):
        lines.text("Name?", "", short, back=True)
    assert "< goes back" in out.getvalue()

    lines, out = asker("<\n")
    assert lines.text("Name?", "", short) == "<"
    assert "goes back" not in out.getvalue()


@pytest.mark.parametrize(
    "ask",
    [
        lambda lines: lines.choose("Which?", "", COLORS, "red"),
        lambda lines: lines.text("Name?", "", short),
    ],
    ids=["choice", "text"],
)
@pytest.mark.parametrize(("keyboard", "raised"), [(io.StringIO(), EOFError), (Breaking(), KeyboardInterrupt)])
def test_breaking_off(ask: Callable[[LineAsker], str], keyboard: TextIO, raised: type[BaseException]) -> None:
    """The end of input and Ctrl-C end the question, and what is said next starts on a line of its own."""
    lines, out = asker(keyboard)

    with pytest.raises(raised):
        ask(lines)

    assert out.getvalue().endswith(": \n")


def test_the_last_line_needs_no_newline() -> None:
    """An answer before the end of input counts."""
    lines, _ = asker("g")

    assert lines.choose("Which?", "", COLORS, "red") == "green"


def test_bytes_that_are_no_text_are_asked_again() -> None:
    """What the encoding of the terminal cannot read ends nothing."""
    source = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"\xff\xfe\n"), 1), encoding="utf-8")
    lines, out = asker(source)

    with pytest.raises(EOFError):
        lines.choose("Which?", "", COLORS, "red")

    assert "could not be read as text" in out.getvalue()


@pytest.mark.parametrize("width", [20, 40, 80, 100])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    """Questions, options, prompts and what is told are wrapped between words."""
    lines, out = asker("nothing of it\n\nlonger\n\n", width)
    options = [Option(str(n), "I do this and that for whoever asks " * 3, str(n)) for n in range(5)]

    lines.choose("Which of these do you do most? " * 4, "Detail " * 30, options, "3", back=True)
    lines.text("What is it that you would like to say? " * 3, "abc", short, back=True)
    lines.tell("Told " * 50)

    assert max(map(len, out.getvalue().splitlines())) <= width
    assert " ".join(out.getvalue().split()).count("I do this and that for whoever asks") == 15


def test_a_long_option_hangs_below_its_key() -> None:
    """Where an option goes on, nothing stands below its key."""
    lines, out = asker("\n", 20)

    lines.choose("Which?", "", COLORS, "red")

    assert "r: Red, like a\n   tomato\n" in out.getvalue()


def test_a_text_that_is_needed() -> None:
    """Where an empty answer will not do, Enter is not said to leave it out."""
    lines, out = asker("\nabc\n")

    assert lines.text("Proof?", "", lambda text: None if text else "Say something.", back=True) == "abc"
    assert out.getvalue().count("Type it and press Enter, < goes back: ") == 2
    assert "leaves it out" not in out.getvalue()


GROUPED = [
    Option("p", "Show the plan.", "plan", group="What to do"),
    Option("g", "All that is missing.", "gaps", group="Where I am"),
    Option("s", "skip", "skip", aside=True),
]


def test_groups_and_what_stands_aside_as_lines() -> None:
    """A heading stands above its group, and what is aside is a line as well."""
    lines, out = asker("s\n")

    assert lines.choose("What next?", "", GROUPED, "plan", explain="It depends.") == "skip"
    assert out.getvalue() == (
        "\nWhat next?\nWhat to do:\np: Show the plan.\nWhere I am:\ng: All that is missing.\ns: skip\n"
        "Type one of p, g, s, ? to explain. Enter takes p: \n"
    )


def test_an_explanation() -> None:
    """A line with ? explains, and the question goes on; without an explanation it is no answer."""
    lines, out = asker("?\ng\n?\nab\n?\nr\n")

    assert lines.choose("Which?", "", COLORS, "red", explain="A tomato is red.") == "green"
    assert lines.text("Name?", "", short, explain="As in your passport.") == "ab"
    assert lines.choose("Which?", "", COLORS, "red") == "red"
    assert "A tomato is red." in out.getvalue()
    assert "As in your passport." in out.getvalue()
    assert "'?' is not one of the answers." in out.getvalue()


MANY = [Option("", f"{name} number {n}", f"{name}{n}") for n in range(9) for name in ("Red", "Green")]


@pytest.mark.parametrize(
    ("typed", "chosen"), [("4", "Green1"), ("green 7", "Green7"), ("7 green", "Green7"), ("", "Red0")]
)
def test_an_option_without_a_key(typed: str, chosen: str) -> None:
    """Where options have no keys they are numbered, and words that only one of them has are enough."""
    lines, out = asker(f"{typed}\n")

    assert lines.choose("Which?", "", MANY, "Red0") == chosen
    assert "4: Green number 1\n" in out.getvalue()
    assert "Type a number from 1 to 18 or words of a line. Enter takes 1:" in out.getvalue()


def test_words_of_several_options() -> None:
    """They are listed, with the numbers that they have, and asked for again."""
    lines, out = asker("number 7\n16\n")

    assert lines.choose("Which?", "", MANY, "Red0") == "Green7"
    assert out.getvalue().endswith(
        "Enter takes 1: \n15: Red number 7\n16: Green number 7\n"
        "Type a number from 1 to 18 or words of a line. Enter takes 1: \n"
    )


WORK = (
    Option("1", "Calls", "calls"),
    Option("2", "Chats", "chats"),
    Option("s", "skip", "skip", aside=True),
)


@pytest.mark.parametrize(
    ("typed", "before", "ticked"),
    [
        ("1\n", (), {"calls"}),
        ("2, 1\n", (), {"calls", "chats"}),
        ("1 s\n3\n2\n", (), {"chats"}),
        ("s\n", ("calls",), {"skip"}),
        ("\n", (), {"skip"}),
        ("\n", ("calls",), {"calls"}),
        ("?\n1\n", (), {"calls"}),
    ],
)
def test_numbers_of_a_list_tick(typed: str, before: tuple[str, ...], ticked: set[str]) -> None:
    """Any number of them, with spaces or commas; what is none of them is said and asked again."""
    lines, out = asker(typed)

    assert lines.tick("Which?", "", WORK, before, "skip", explain="Calls ring.") == ticked
    assert ("is not one of the answers" in out.getvalue()) is ("3" in typed)
    assert ("Calls ring." in out.getvalue()) is ("?" in typed)


def test_going_back_from_a_list() -> None:
    """As from any question."""
    lines, _ = asker("b\n")

    with pytest.raises(GoBackError):
        lines.tick("Which?", "", WORK, (), "skip", back=True)
