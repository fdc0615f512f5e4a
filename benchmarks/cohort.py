"""How fast ``cohort`` is, against ``batch`` over the same profiles.

Run it with ``make bench-cohort``. The same thousand profiles are there as JSON Lines, as JSON and as YAML
files; batch reads them as JSON Lines, its only form. Runs of both alternate, and what counts is the ratio of
the medians. Beside it: how long it takes until a terminal shows anything, and the peak memory of a hundred
thousand lines.
"""

from __future__ import annotations

import os
import pty
import select
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from measuring import DAY, timed
from people import profiles

from careercli.catalog import load_catalog
from careercli.formats.json_reader import read_json
from careercli.formats.yaml_writer import write_yaml

CAREERCLI = str(Path(sysconfig.get_path("scripts")) / "careercli")
PEOPLE = 1000
MANY = 100_000
RUNS = 15
LIMIT = 3.0
FIRST = 0.5
"""Within how many seconds a terminal has to show something."""


def written(folder: Path) -> dict[str, Path]:
    """Write the profiles in every form, and return what to name on the command line."""
    lines = list(profiles(load_catalog().catalog, PEOPLE))
    forms = {
        "JSON Lines": folder / "people.jsonl",
        "JSON files": folder / "json",
        "YAML files": folder / "yaml",
    }
    forms["JSON Lines"].write_bytes(b"\n".join(lines) + b"\n")
    for number, line in enumerate(lines):
        for form, suffix, text in (
            ("JSON files", "json", line.decode()),
            ("YAML files", "yaml", write_yaml(read_json(line.decode(), "").value)),
        ):
            forms[form].mkdir(exist_ok=True)
            (forms[form] / f"p{number:04}.{suffix}").write_text(text)
    return forms


def run(*words: str) -> None:
    """Run careercli as anybody would, its output thrown away."""
    subprocess.run([CAREERCLI, *words, "--as-of", DAY], stdout=subprocess.DEVNULL, check=True)


def first_sign(*words: str) -> float:
    """Return after how many seconds a terminal shows anything."""
    begin = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ["PAGER"] = "cat"
        os.execv(CAREERCLI, [CAREERCLI, *words, "--as-of", DAY])  # noqa: S606 - our own program
    select.select([terminal], [], [], 30)
    shown = time.perf_counter() - begin
    os.close(terminal)
    os.waitpid(child, 0)
    return shown


def peak_memory(*words: str) -> float:
    """Return the peak memory of a run in MiB."""
    code = (
        "import resource, subprocess, sys; "
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, CAREERCLI, *words], capture_output=True, check=True, text=True
    )
    return float(done.stdout)


def main() -> int:
    """Measure, print, and return 1 where a limit is broken."""
    kept = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        forms = written(folder)
        lines = str(forms["JSON Lines"])
        run("cohort", lines)
        for form, path in forms.items():
            ours, theirs = [], []
            for _ in range(RUNS):
                ours.append(timed(lambda path=path: run("cohort", str(path))).wall)
                theirs.append(timed(lambda: run("batch", lines)).wall)
            mine, other = statistics.median(ours), statistics.median(theirs)
            kept = kept and mine / other <= LIMIT
            ratio = f"ratio {mine / other:.2f} (limit {LIMIT:g})"
            print(f"{form:<11} cohort {mine:.3f} s, batch {other:.3f} s, {ratio}")
        many = folder / "many.jsonl"
        many.write_bytes(forms["JSON Lines"].read_bytes() * (MANY // PEOPLE))
        for what, path in (*forms.items(), (f"{MANY:,} lines", many)):
            shown = statistics.median(first_sign("cohort", str(path)) for _ in range(5))
            kept = kept and shown <= FIRST
            print(f"{what:<13} a terminal shows something after {shown:.2f} s (limit {FIRST:g})")
        for flags in (["--csv"], ["--json"], []):
            peak = peak_memory("cohort", str(many), *flags)
            print(f"{MANY:,} lines {' '.join(flags) or 'as a page':<9} peak {peak:.0f} MiB")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
