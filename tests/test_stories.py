"""The documents for people are stories: what they have somebody type works, in that order, and shows that.

In a document every line of a ``console`` block that begins with ``careercli`` is run, without what a pipe or
a redirection does with its output. It has to end with 0, or as a comment says: ``# exit 7``. A ``text`` block
shows lines of the output of the command before it, in their order; others may lie between. A block after
"`FILE`:" is that file.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.running import Result, run

DOCS = Path(__file__).resolve().parent.parent / "docs"

BLOCK = re.compile(r"(?:`([\w./-]+)`[^`\n]*:\n\n)?```(\w+)\n(.*?)```", flags=re.DOTALL)

ASKING = re.compile(r"careercli( --\S+)*( advise| profile edit|$)")
"""Commands that ask; tests/terminal shows them at work."""


def _commands(block: str) -> list[tuple[list[str], int]]:
    """Return the words of each command of a block, and the exit code that it should have."""
    found = []
    for line in block.replace("\\\n", " ").splitlines():
        command, _, comment = line.partition("  #")
        command = re.split(r" (?:\||>|\|\||&&) ", command.strip())[0]
        if command.startswith("careercli") and not ASKING.match(command):
            code = re.search(r"exit (\d+)", comment)
            found.append((shlex.split(command)[1:], int(code[1]) if code else 0))
    return found


_TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}

STORIES = {name: text for name, text in _TEXTS.items() if "```console\ncareercli " in text}
"""The documents with commands to type."""


def _check_shown(name: str, text: str, result: Result | None) -> None:
    """Check that a document shows what is printed, line by line; it may leave lines out."""
    assert result is not None, f"{name} shows an output before a command"
    printed = iter([line.rstrip() for line in (result.out + result.err).splitlines()])
    for line in text.splitlines():
        assert line.rstrip() in printed, f"{name}: {line}\n{result.out}"


def test_there_is_a_document_for_everybody() -> None:
    """Job seekers, coaches and scripts each have theirs, and every one of them can be tried."""
    wanted = {"getting-started.md", "for-job-seekers.md", "for-coaches.md", "for-scripts.md"}
    wanted |= {"writing-a-pack.md", "scoring.md", "accessibility.md", "privacy.md"}
    assert wanted <= STORIES.keys()


@pytest.mark.slow
@pytest.mark.parametrize("name", STORIES)
def test_what_a_document_has_somebody_type_works(name: str, home: Path) -> None:
    """Every command does what the document says, on a machine where nothing was there before."""
    result = None
    for file, kind, block in BLOCK.findall(STORIES[name]):
        if file:
            path = Path(file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, encoding="utf-8")
        elif kind == "text":
            _check_shown(name, block, result)
        elif kind == "console":
            for words, code in _commands(block):
                result = run(*words)
                assert result.code == code, f"{name}: {shlex.join(words)}\n{result.err}"
