"""How shells complete careercli, as a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec


class ShellEntry(msgspec.Struct, frozen=True):
    """A shell and the lines to type once in it."""

    shell: str
    install: tuple[str, ...]


class CompletionDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``completion --json`` prints; ``script`` is null without a shell.

    ``running`` is the shell that the person logs in to, null where that is not known.
    """

    schema: Literal["careercli/completion@1"] = "careercli/completion@1"
    running: str | None
    shells: tuple[ShellEntry, ...]
    script: str | None


def completion_document(
    running: str | None, install: Mapping[str, tuple[str, ...]], script: str | None
) -> CompletionDocument:
    """Return how to complete careercli as a document; ``install`` has the lines for each shell."""
    shells = tuple(ShellEntry(shell, lines) for shell, lines in install.items())
    return CompletionDocument(running=running, shells=shells, script=script)
