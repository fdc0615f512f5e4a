"""``completion``: what it prints, and that real shells complete with it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pyte
import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.commands.completion import FILES, LINES, Shell
from careercli.errors import ExitCode
from tests.interview.keeping import keep
from tests.running import run
from tests.terminal.terminal import PATIENCE

STARTED = {
    Shell.BASH: ["bash", "--rcfile", ".bashrc", "-i"],
    Shell.ZSH: ["zsh", "-d", "-i"],
    Shell.FISH: ["fish", "-i"],
}
"""How each shell is started so that it reads what the person wrote, and nothing of the machine's."""

TYPED = {
    "careercli ass": "careercli assess",
    "careercli role show customer-support-man": "careercli role show customer-support-manager",
    "careercli assess --goal dir": "careercli assess --goal director",
    "careercli assess --goal=dir": "careercli assess --goal=director",
    "careercli plan done coac": "careercli plan done coaching",
    "careercli plan --skill coac": "careercli plan --skill coaching=",
    "careercli assess dana --skill coaching=3 --at-l": "careercli assess dana --skill coaching=3 --at-least",
    "careercli progress pri": "careercli progress priya",
    "careercli assess notes-of": "careercli assess notes-of-a-client.yaml",
}
"""What is typed before the Tab key, and what stands on the line after it."""


class InShell:
    """A shell in a pseudo-terminal, with careercli to be found and a home of its own."""

    def __init__(self, shell: Shell, home: Path) -> None:
        self.screen = pyte.Screen(120, 24)
        self.stream = pyte.ByteStream(self.screen)
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        env = {**os.environ, "PATH": path, "PS1": "> ", "HOME": str(home), "INPUTRC": os.devnull}
        (home / ".zshrc").write_text("PS1='> '\nautoload -Uz compinit && compinit -u -D\n")
        (home / ".bashrc").write_text("PS1='> '\n")
        (home / "config" / "fish").mkdir(parents=True)
        (home / "config" / "fish" / "config.fish").write_text(
            "set fish_greeting\nfunction fish_prompt; echo -n '> '; end\n"
        )
        for line in LINES[shell]:
            subprocess.run([STARTED[shell][0], "-c", line], env=env, cwd=home, check=True, timeout=PATIENCE)
        command, *rest = STARTED[shell]
        self.child = pexpect.spawn(command, rest, env=env, cwd=str(home), dimensions=(24, 120))
        self.child.delaybeforesend = None
        assert self.line_once(">") == "> "

    def completed(self, line: str, wanted: str) -> str:
        """Type a line and Tab; return what stands on it then."""
        self.child.send(f"\x15{line}\t")
        return self.line_once(wanted)

    def line_once(self, wanted: str) -> str:
        """Return what stands before the cursor once it ends in a text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                self.stream.feed(self.child.read_nonblocking(65536, timeout=0.05))
            except pexpect.TIMEOUT:
                shown = self.screen.display[self.screen.cursor.y][: self.screen.cursor.x]
                if shown.rstrip().endswith(wanted):
                    return shown
        pytest.fail(f"{wanted!r} never came to stand on the line:\n" + "\n".join(self.screen.display))


@pytest.mark.slow
@pytest.mark.terminal
@pytest.mark.parametrize("shell", STARTED)
def test_in_a_real_shell(shell: Shell, home: Path) -> None:
    """After the lines that 'completion' says to type, the Tab key completes what is typed."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    keep("dana")
    keep("priya", persona="priya")
    (home / "notes-of-a-client.yaml").touch()
    inside = InShell(shell, home)

    for typed, wanted in TYPED.items():
        assert inside.completed(typed, wanted).strip() == f"> {wanted}"

    inside.child.close(force=True)


def test_screen(screen: SnapshotAssertion) -> None:
    """Without a shell it says what to type once in which shell, that of the person first."""
    result = run("completion", env={"SHELL": "/usr/bin/zsh"})

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


@pytest.mark.parametrize("shell", Shell)
def test_the_script_and_the_lines(shell: Shell) -> None:
    """Every shell has a script, which asks careercli, and lines that name it."""
    result = run("completion", shell)

    assert (result.code, result.err) == (0, "")
    assert "_CAREERCLI_COMPLETE" in result.out
    assert "complet" in result.out.lower()
    assert any(f"careercli completion {shell}" in line for line in LINES[shell])
    assert len(set(FILES.values())) == len(Shell)


def test_document() -> None:
    """--json has the same as data: the lines of every shell, or those of one with its script."""
    every = run("completion", "--json", env={"SHELL": "/bin/tcsh"}).document
    one = run("completion", "fish", "--json", env={"SHELL": "/usr/local/bin/fish"}).document

    assert [(entry["shell"], tuple(entry["install"])) for entry in every["shells"]] == list(LINES.items())
    assert (every["running"], every["script"]) == (None, None)
    assert (one["running"], [entry["shell"] for entry in one["shells"]]) == ("fish", ["fish"])
    assert one["script"] == run("completion", "fish").out


def test_a_shell_without_a_script() -> None:
    """Another shell is refused, with those that there are."""
    result = run("completion", "tcsh")

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "'bash', 'zsh', 'fish', 'powershell'" in result.err


def test_what_powershell_asks() -> None:
    """PowerShell gets a value and what it means on each line."""
    asked = {
        "_CAREERCLI_COMPLETE": "complete_powershell",
        "_TYPER_COMPLETE_ARGS": "careercli comp",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "comp",
    }

    lines = run(env=asked).out.splitlines()

    assert [line.partition(":::")[0] for line in lines] == ["compare", "completion"]
    assert lines[1] == "completion:::Let the Tab key complete commands, names and ids."
