"""How shells complete careercli, as a document."""

from collections.abc import Mapping

from careercli.documents.projection import DocumentPart, Printed


class ShellEntry(DocumentPart):
    """A shell and the lines to type once in it."""

    shell: str
    install: tuple[str, ...]


class CompletionDocument(Printed, tag="careercli/completion@1"):
    """What ``completion --json`` prints; ``script`` is null without a shell.

    ``running`` is the shell that the person logs in to, null where that is not known.
    """

    running: str | None
    shells: tuple[ShellEntry, ...]
    script: str | None


def completion_document(
    running: str | None, install: Mapping[str, tuple[str, ...]], script: str | None
) -> CompletionDocument:
    """Return how to complete careercli as a document; ``install`` has the lines for each shell."""
    shells = tuple(ShellEntry(shell, lines) for shell, lines in install.items())
    return CompletionDocument(running=running, shells=shells, script=script)
