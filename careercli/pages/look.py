"""How things look: the width, the signs, the few styles; and a view turned into text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from careercli.domain.values import Value

if TYPE_CHECKING:
    from careercli.pages.blocks import Block

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


PLAIN = str.maketrans("●○·█░▒▓▸→┌┘─│◆◂…▁▂▃▄▅▆▇", "#o-#-=+>>++-|*<._.-=+*%")
"""The signs that screens are made of, each with what stands for it where only ASCII can be written."""


class Look(Value):
    """What a view has to know about where it will be read.

    Attributes:
        width: columns to use, from 20 to 100.
        height: lines that can be seen at once, 24 where nothing says more.
        color: whether styles may be used; nothing is ever said by color alone.
        unicode: whether signs beyond ASCII can be written.
        accessible: plain "label: value" lines for a screen reader: no drawing, no columns.
        wraps: whether such lines are broken at the width, as on a terminal; whoever reads a pipe does it.

    """

    width: int = 80
    color: bool = False
    unicode: bool = True
    accessible: bool = False
    wraps: bool = False
    height: int = LOWEST

    @property
    def narrow(self) -> bool:
        """Whether to stack what would stand side by side."""
        return self.width < NARROW


def _broken(block: Block, told: Sequence[str], width: int) -> Iterator[str]:
    """Yield the lines of a block no longer than a width, if there is one; a command stays as it is typed."""
    import textwrap

    from careercli.pages.blocks import Command

    for line in told:
        whole = not width or isinstance(block, Command) or len(line) <= width
        yield from (
            [line] if whole else textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        )


def render(page: Sequence[Block] | Sequence[str], look: Look) -> str:
    """Return a page, or lines as they are, as the text to write; no line ends in spaces."""
    blocks = [block for block in page if not isinstance(block, str)]
    if not blocks:  # and nothing to draw or to say has to be imported
        return "".join(f"{line}\n" for line in page)
    from careercli.pages.render.chapters import on_screen

    blocks = list(on_screen(blocks))
    if look.accessible:
        from careercli.pages.render.lines import lines

        width = look.width if look.wraps else 0
        told = (line for block in blocks for line in _broken(block, lines([block]), width))
        return "".join(f"{line}\n" for line in told)
    from careercli.pages.render.terminal import drawn, written  # lines need no drawing

    return written(drawn(blocks, look), look)
