"""How long commands take to start and finish, against programs with the same job.

References: ``python -c pass`` for ``--version``; a two-command Typer program, with Typer's own defaults, for
everything else.
"""

from __future__ import annotations

import json
import os
import pty
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml
from measuring import CAREERCLI, Row, against, peak_memory, run

HELLO = '''
import typer

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    """Greet."""
    print(f"Hello {name}")


@app.command()
def goodbye(name: str) -> None:
    """Part."""
    print(f"Goodbye {name}")


if __name__ == "__main__":
    app()
'''

PROFILE = {
    "schema": "careercli/profile@1",
    "name": "Dana Reyes",
    "title": "Customer Support Team Lead",
    "experience": {"support_years": 7.5, "leading_years": 2.5},
    "leads_people": True,
    "goal": "director",
    "skills": {"communication": 3, "ticketing": 3, "coaching": 3, "support-metrics": 3, "team-leadership": 2},
}

LIMIT = 1.3
"""How much slower than its reference a command without prompts or tables may be."""

READING = 1.5
"""The same for what searches the guides, or reads an advertisement."""

FIRST_PROMPT = 2.5
"""The same for what asks."""


@dataclass(frozen=True)
class Case:
    """A command, by its arguments, and the ratio it must not exceed (None: only told)."""

    name: str
    arguments: list[str]
    limit: float | None = LIMIT


AD = Path(__file__).with_name("advertisement.txt")
"""An advertisement as they are in length and in what they ask."""


def cases(as_yaml: str, as_json: str, ad: str) -> list[Case]:
    """Return what is measured against the Typer program, with the same profile in both forms."""
    manager = "customer-support-manager"
    return [
        Case("assess FILE.json --json", ["assess", as_json, "--json"]),
        Case("assess FILE.yaml --json", ["assess", as_yaml, "--json"]),
        Case("plan FILE.json --json", ["plan", as_json, "--json"]),
        Case("plan FILE.yaml --json", ["plan", as_yaml, "--json"]),
        Case("what-if FILE.json --leads --json", ["what-if", as_json, "--leads", "--json"]),
        Case("what-if FILE.yaml --leads --json", ["what-if", as_yaml, "--leads", "--json"]),
        Case("match AD.txt, facts, --json", ["match", ad, "--support-years", "3", "--json"], READING),
        Case("match AD.txt, FILE.json, --json", ["match", ad, "--profile", as_json, "--json"], READING),
        Case("path --json", ["path", "--json"]),
        Case("compare TIER TIER --json", ["compare", "manager", "director", "--json"]),
        Case("role show ROLE --json", ["role", "show", manager, "--json"]),
        Case("skill show SKILL --json", ["skill", "show", "coaching", "--json"]),
        Case("ask QUESTION --json", ["ask", "can I work from home?", "--json"], READING),
        Case("ask QUESTION --json, mistyped", ["ask", "how do i handel angry custmers", "--json"], READING),
        Case("data export", ["data", "export"]),
        Case("data sources --json", ["data", "sources", "--json"]),
        Case("data check", ["data", "check"]),
        Case("--help", ["--help"]),
        Case("assess --help", ["assess", "--help"]),
        Case("assess FILE.yaml, a screen", ["assess", as_yaml], None),
        Case("plan FILE.yaml, a screen", ["plan", as_yaml], None),
        Case("match AD.txt, FILE.json, a screen", ["match", ad, "--profile", as_json], None),
        Case("demo dana, a screen", ["demo", "dana"], None),
    ]


def until(command: list[str], text: bytes) -> None:
    """Run a command on a terminal until it shows a text."""
    child, terminal = pty.fork()
    if not child:
        os.environ |= {"PROMPT_TOOLKIT_NO_CPR": "1", "TERM": "xterm-256color"}
        os.execv(command[0], command)  # noqa: S606 - our own program
    shown = b""
    while text not in shown:
        shown += os.read(terminal, 4096)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)


def measure(folder: Path, runs: int) -> list[Row]:
    """Measure every command by turns with its reference."""
    hello, as_yaml, as_json = (folder / name for name in ("hello.py", "dana.yaml", "dana.json"))
    hello.write_text(HELLO)
    as_yaml.write_text(yaml.safe_dump(PROFILE, sort_keys=False))
    as_json.write_text(json.dumps(PROFILE))
    nothing: Callable[[], None] = lambda: run([sys.executable, "-c", "pass"])  # noqa: E731
    greeting: Callable[[], None] = lambda: run([sys.executable, str(hello), "hello", "Dana"])  # noqa: E731

    def row(name: str, limit: float | None) -> Row:
        return Row("Start to end", name, 0, "ms", limit=limit)

    rows = [against(row("--version", LIMIT), lambda: run([CAREERCLI, "--version"]), nothing, runs)]
    for case in cases(str(as_yaml), str(as_json), str(AD)):
        command = [CAREERCLI, *case.arguments]
        rows.append(against(row(case.name, case.limit), lambda given=command: run(given), greeting, runs))
    asking = [CAREERCLI, "advise"]
    first = row("advise, to the first prompt", FIRST_PROMPT)
    rows.append(against(first, lambda: until(asking, b"Answer questions"), greeting, runs))
    assessing, typer = (
        [CAREERCLI, "assess", str(as_yaml), "--json"],
        [sys.executable, str(hello), "hello", "D"],
    )
    rows.append(Row("Peak memory", "assess FILE.yaml --json", round(peak_memory(assessing)), "MiB"))
    rows.append(Row("Peak memory", "the Typer program", round(peak_memory(typer)), "MiB"))
    return rows
