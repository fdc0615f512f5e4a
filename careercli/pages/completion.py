"""The screen of ``completion``: what to type once in which shell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careercli.pages.blocks import AIR, Block, Command, Heading, Paragraph, Title

_NAMES = {"bash": "Bash", "zsh": "Zsh", "fish": "Fish", "powershell": "PowerShell"}


def completion_view(running: str | None, install: Mapping[str, tuple[str, ...]]) -> list[Block]:
    """Return how to install completion; ``running`` is the shell of the person, shown first."""
    return list(_blocks(running, install))


def _blocks(running: str | None, install: Mapping[str, tuple[str, ...]]) -> Iterator[Block]:
    yield Title("Completion with the Tab key")
    yield Paragraph(
        "Your shell completes commands and options, and the names of tiers, skills, roles, sections, "
        "sources and saved profiles. Type this once, then open a new shell:"
    )
    for shell in sorted(install, key=lambda name: name != running):
        yield AIR
        yield Heading(_NAMES[shell], "your shell" if shell == running else "")
        for line in install[shell]:
            yield Command("Type", line)
