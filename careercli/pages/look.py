"""How things look: the width, the signs, the few styles; and a view turned into text."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from rich.console import RenderableType

NARROW = 60
"""Below this many columns, what stands side by side is stacked."""

WIDEST = 100
"""Text wider than this is hard to follow: on a wider terminal the rest stays empty."""

NARROWEST = 20

LOWEST = 24
"""Every terminal has so many lines, the shell's among them."""

ACCENT = "cyan"
WARN = "yellow"
STRONG = "bold"
QUIET = "dim"


class Signs(msgspec.Struct, frozen=True):
    """The characters beyond letters that screens use, each with its plain counterpart."""

    have: str
    missing: str
    beyond: str
    bar_full: str
    bar_empty: str
    here: str
    arrow: str
    dot: str
    corner: str
    riser: str
    line: str
    post: str
    node: str
    back: str
    rising: str


UNICODE = Signs(
    have="●",
    missing="○",
    beyond="·",
    bar_full="█",
    bar_empty="░",
    here="▸",
    arrow="→",
    dot="·",
    corner="┌",
    riser="┘",
    line="─",
    post="│",
    node="◆",
    back="◂",
    rising="▁▂▃▄▅▆▇█",
)
ASCII = Signs(
    have="#",
    missing="o",
    beyond=".",
    bar_full="#",
    bar_empty="-",
    here=">",
    arrow="->",
    dot="-",
    corner="+",
    riser="+",
    line="-",
    post="|",
    node="*",
    back="<",
    rising="_.-=+*%#",
)


class Look(msgspec.Struct, frozen=True):
    """What a view has to know about where it will be read.

    Attributes:
        width: columns to use, from 20 to 100.
        height: lines that can be seen at once, 24 where nothing says more.
        color: whether styles may be used; nothing is ever said by color alone.
        unicode: whether signs beyond ASCII can be written.
        accessible: plain "label: value" lines for a screen reader: no drawing, no columns.

    """

    width: int = 80
    color: bool = False
    unicode: bool = True
    accessible: bool = False
    height: int = LOWEST

    @property
    def narrow(self) -> bool:
        """Whether to stack what would stand side by side."""
        return self.width < NARROW

    @property
    def signs(self) -> Signs:
        """The characters to draw with."""
        return UNICODE if self.unicode else ASCII


def render(view: RenderableType | Sequence[str], look: Look) -> str:
    """Return a view as the text to write, ending in a newline, without spaces at the ends of lines."""
    if isinstance(view, Sequence) and not isinstance(view, str):
        return "\n".join(view) + "\n"
    from rich.console import Console  # lines need no drawing

    out = StringIO()
    console = Console(
        file=out,
        width=look.width,
        height=1000,
        color_system="standard" if look.color else None,
        force_terminal=look.color,
        no_color=not look.color,  # decided already: what is set around the run has been heard
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )
    console.print(view)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
