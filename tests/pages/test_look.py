from __future__ import annotations

from rich.text import Text

from careercli.pages.look import PLAIN, Look, render
from careercli.pages.parts import RISING
from careercli.pages.render.terminal import written


def test_every_sign_has_a_plain_counterpart() -> None:
    """It is one character of ASCII, and signs that stand beside one another can still be told apart."""
    plain = {chr(sign): str(chr(stand_in)) for sign, stand_in in PLAIN.items()}

    assert all(stand_in.isascii() for stand_in in plain.values())
    assert not any(sign.isascii() for sign in plain)
    assert set(RISING) <= set(plain)
    for together in ("●○·", "█░", "░▒▓█", RISING):
        assert len({plain[sign] for sign in together}) == len(together)


def test_narrow_is_below_sixty() -> None:
    """What stands side by side is stacked below 60 columns."""
    assert Look(width=59).narrow
    assert not Look(width=60).narrow


def test_lines_are_written_as_they_are() -> None:
    """A list of lines needs no drawing: it is neither wrapped nor styled."""
    line = "label: " + "x" * 200

    assert render([line, "", "[b]"], Look(width=20, color=True, accessible=True)) == f"{line}\n\n[b]\n"


def test_no_spaces_at_the_ends_of_lines() -> None:
    """What Rich fills up with spaces ends where the words end, in color too."""
    assert written(Text("one   \ntwo"), Look()) == "one\ntwo\n"
    assert not any(
        line.endswith(" ") for line in written(Text("x  ", style="bold"), Look(color=True)).splitlines()
    )


def test_color_is_used_where_it_may_be() -> None:
    """Styles are the terminal's own sixteen colors, or nothing."""
    assert written(Text("x", style="cyan"), Look(color=True)) == "\x1b[36mx\x1b[0m\n"
    assert written(Text("x", style="cyan"), Look()) == "x\n"
