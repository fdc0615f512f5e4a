"""How long commands take to start and finish, against programs with the same job, in the same minute.

Run it with ``make bench``. Machines are noisy, so the runs of a command and its reference alternate, and what
counts is the median of the ratios of neighbors, not a number of milliseconds. The results go to standard
output as a table, with ``--json`` as one document.

References: ``python -c pass`` for ``--version``; a two-command Typer program, with Typer's own defaults, for
everything else.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import pexpect
import yaml

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

CAREERCLI = Path(sysconfig.get_path("scripts")) / "careercli"


@dataclass(frozen=True)
class Case:
    """A command, what it is measured against, and the ratio it must not exceed (None: only reported)."""

    name: str
    command: list[str]
    reference: list[str]
    limit: float | None
    until: str = ""
    """On a terminal of its own, measure until this is shown; without it, until the command ends."""


@dataclass(frozen=True)
class Row:
    """One result: medians in milliseconds, and the median of the ratios of neighboring runs."""

    name: str
    command_ms: float
    reference_ms: float
    ratio: float
    limit: float | None

    @property
    def within(self) -> bool:
        """Whether the ratio keeps its limit."""
        return self.limit is None or self.ratio <= self.limit


def cases(folder: Path) -> list[Case]:
    """Return what is measured."""
    hello = folder / "hello.py"
    hello.write_text(HELLO)
    as_yaml, as_json = folder / "dana.yaml", folder / "dana.json"
    as_yaml.write_text(yaml.safe_dump(PROFILE, sort_keys=False))
    as_json.write_text(json.dumps(PROFILE))
    nothing = [sys.executable, "-c", "pass"]
    greeting = [sys.executable, str(hello), "hello", "Dana"]
    program = str(CAREERCLI)
    return [
        Case("--version", [program, "--version"], nothing, 1.5),
        Case("assess FILE.yaml --json", [program, "assess", str(as_yaml), "--json"], greeting, 1.5),
        Case("assess FILE.json --json", [program, "assess", str(as_json), "--json"], greeting, 1.5),
        Case("plan FILE.yaml --json", [program, "plan", str(as_yaml), "--json"], greeting, 1.5),
        Case("path --json", [program, "path", "--json"], greeting, 1.5),
        Case("data export", [program, "data", "export"], greeting, 1.5),
        Case("--help", [program, "--help"], greeting, 1.5),
        Case("assess --help", [program, "assess", "--help"], greeting, 1.5),
        Case("data check", [program, "data", "check"], greeting, 1.5),
        Case("skill show coaching --json", [program, "skill", "show", "coaching", "--json"], greeting, 1.5),
        Case(
            "role show --json", [program, "role", "show", "customer-support-manager", "--json"], greeting, 1.5
        ),
        Case("compare --json", [program, "compare", "manager", "director", "--json"], greeting, 1.5),
        Case("ask --json", [program, "ask", "can I work from home?", "--json"], greeting, 1.5),
        Case("data sources --json", [program, "data", "sources", "--json"], greeting, 1.5),
        Case("what-if --json", [program, "what-if", str(as_yaml), "--leads", "--json"], greeting, 1.5),
        Case("advise, first prompt", [program, "advise"], greeting, 3.0, until="What is your name"),
        Case("assess FILE.yaml", [program, "assess", str(as_yaml)], greeting, None),
        Case("plan FILE.yaml", [program, "plan", str(as_yaml)], greeting, None),
        Case("demo dana", [program, "demo", "dana"], greeting, None),
    ]


def seconds(command: list[str]) -> float:
    """Return how long one run takes."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def seconds_until(command: list[str], text: str) -> float:
    """Return how long a command takes on a terminal until it shows a text."""
    environment = os.environ | {"PROMPT_TOOLKIT_NO_CPR": "1", "TERM": "xterm-256color"}
    begin = time.perf_counter()
    child = pexpect.spawn(command[0], command[1:], env=environment, encoding="utf-8", timeout=30)
    child.expect_exact(text)
    taken = time.perf_counter() - begin
    child.close(force=True)
    return taken


def measure(case: Case, runs: int) -> Row:
    """Run a command and its reference by turns."""

    def own() -> float:
        return seconds_until(case.command, case.until) if case.until else seconds(case.command)

    (own(), seconds(case.reference))  # fill the disk's and our own caches
    pairs = [(own(), seconds(case.reference)) for _ in range(runs)]
    return Row(
        name=case.name,
        command_ms=round(statistics.median(own for own, _ in pairs) * 1000, 1),
        reference_ms=round(statistics.median(other for _, other in pairs) * 1000, 1),
        ratio=round(statistics.median(own / other for own, other in pairs), 2),
        limit=case.limit,
    )


def main() -> None:
    """Measure everything and print the table; end with 1 if a limit is not kept."""
    parser = argparse.ArgumentParser(description="Measure start-up against references.")
    parser.add_argument("--runs", type=int, default=21, help="pairs of runs for each command (default 21)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        # Whoever measures may have profiles and an interview of their own; a stranger has none.
        os.environ |= {"XDG_DATA_HOME": name, "XDG_STATE_HOME": name}
        rows = [measure(case, options.runs) for case in cases(Path(name))]
    if options.json:
        machine = {
            "python": platform.python_version(),
            "system": platform.platform(),
            "cores": os.cpu_count(),
        }
        print(json.dumps({"machine": machine, "runs": options.runs, "rows": [asdict(row) for row in rows]}))
    else:
        print(
            f"Python {platform.python_version()}, {os.cpu_count()} cores, {options.runs} pairs each, medians"
        )
        print(f"{'command':<26}{'ms':>8}{'reference':>11}{'ratio':>7}{'limit':>7}")
        for row in rows:
            limit = f"{row.limit:.1f}" if row.limit else "-"
            mark = "" if row.within else "  over"
            print(f"{row.name:<26}{row.command_ms:>8}{row.reference_ms:>11}{row.ratio:>7}{limit:>7}{mark}")
    sys.exit(not all(row.within for row in rows))


if __name__ == "__main__":
    main()
