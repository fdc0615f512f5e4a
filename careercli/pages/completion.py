"""The screen of ``completion``: what to type once in which shell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType

from careercli.pages.blocks import Block, Command, Gap, Heading, Paragraph, Title, page
from careercli.pages.look import Look

_NAMES = {"bash": "Bash", "zsh": "Zsh", "fish": "Fish", "powershell": "PowerShell"}


def completion_view(
    running: str | None, install: Mapping[str, tuple[str, ...]], look: Look
) -> RenderableType | list[str]:
    """Return how to install completion; ``running`` is the shell of the person, shown first."""
    return page(_blocks(running, install), look)


def _blocks(running: str | None, install: Mapping[str, tuple[str, ...]]) -> Iterator[Block]:
    yield Title("Completion with the Tab key")
    yield Paragraph(
        "Your shell completes commands and options, and the names of tiers, skills, roles, sections, "
        "sources and saved profiles. Type this once, then open a new shell:"
    )
    for shell in sorted(install, key=lambda name: name != running):
        yield Gap()
        yield Heading(_NAMES[shell], "your shell" if shell == running else "")
        for line in install[shell]:
            yield Command("Type", line)
