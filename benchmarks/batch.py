"""How fast ``batch`` is, against reading and writing the same lines as JSON and nothing else.

Run it with ``make bench-batch``. The reference is ``json.loads`` of each line of the input and ``json.dumps``
of every object of the output, with the standard library, in one process: the least that a Python program does
that reads and writes these lines. Runs of both alternate, and what counts is the median of the ratios of
neighbors. Beside it: over processes, peak memory at two sizes, and the cost when tiers, skills or profiles
double.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec

from careercli.batching.engine import Piece, Recipe, engine_of
from careercli.catalog import load_catalog
from careercli.domain.ladder import carry
from careercli.domain.model import Catalog, Requirement

CAREERCLI = str(Path(sysconfig.get_path("scripts")) / "careercli")
DAY = "2026-11-21"
LIMIT = 3.0


@dataclass(frozen=True)
class Row:
    """One result: what was measured, in which unit, and the limit that it must keep, if any."""

    name: str
    value: float
    unit: str
    limit: str = ""


def profiles(catalog: Catalog, number: int, seed: int = 1) -> Iterator[bytes]:
    """Yield random profiles as lines: none, some or all skills rated, some with evidence or a goal."""
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    names = [skill.id for skill in catalog.skills]
    tiers = [tier.id for tier in catalog.ladder.tiers]
    for count in range(number):
        base = draw.choice((0, 1, 2, 3, 4))
        rated = draw.sample(names, draw.choice((0, len(names) // 10, len(names) // 2, len(names))))
        levels = {name: max(0, min(4, base + draw.choice((-1, 0, 0, 1)))) for name in rated}
        support = round(draw.uniform(0, 20), 1)
        profile: dict[str, object] = {
            "schema": "careercli/profile@1",
            "name": f"Person {count}",
            "title": draw.choice(("Customer Support Team Lead", "Support Engineer", "Head of Support")),
            "experience": {"support_years": support, "leading_years": round(draw.uniform(0, support) / 2, 1)},
            "leads_people": draw.random() < 0.3,
            "skills": {
                name: {"level": level, "evidence": "Did it every day for a year"}
                if draw.random() < 0.1
                else level
                for name, level in levels.items()
            },
        }
        if draw.random() < 0.4:
            profile["goal"] = draw.choice(tiers)
        yield json.dumps(profile).encode()


def seconds(job: Callable[[], object]) -> float:
    """Return how long a job takes."""
    begin = time.perf_counter()
    job()
    return time.perf_counter() - begin


def recipe_of(catalog: Catalog) -> Recipe:
    """Return the recipe of a plain run."""
    return Recipe(msgspec.json.encode(catalog), date.fromisoformat(DAY))


def against_json(catalog: Catalog, number: int, runs: int) -> list[Row]:
    """Compare one core with the reference."""
    lines = list(profiles(catalog, number))
    engine = engine_of(recipe_of(catalog))
    piece = Piece(range(1, number + 1), lines)
    results = [json.loads(line) for line in engine.make(piece).data.splitlines()]

    def reference() -> None:
        for line in lines:
            json.loads(line)
        for result in results:
            json.dumps(result)

    pairs = [(seconds(lambda: engine.make(piece)), seconds(reference)) for _ in range(runs)]
    own, other = (statistics.median(side) / number * 1e6 for side in zip(*pairs, strict=True))
    return [
        Row("batch, one core", round(own, 1), "us/profile"),
        Row("json.loads + json.dumps", round(other, 1), "us/profile"),
        Row("ratio", round(statistics.median(a / b for a, b in pairs), 2), "x", f"<= {LIMIT:g}"),
        Row("rate, one core", round(1e6 / own), "profiles/s"),
    ]


def whole_run(source: Path, out: Path, jobs: int) -> float:
    """Return how long the command takes from start to end, writing a file."""
    command = [CAREERCLI, "batch", str(source), str(out), "--jobs", str(jobs), "--as-of", DAY, "--force"]
    return seconds(lambda: subprocess.run(command, check=True))


def over_processes(source: Path, out: Path, number: int, runs: int) -> list[Row]:
    """Measure the command with one process and with more of them, by turns."""
    most = min(4, os.cpu_count() or 1)
    pairs = [(whole_run(source, out, 1), whole_run(source, out, most)) for _ in range(runs)]
    one, many = (min(side) for side in zip(*pairs, strict=True))
    free = (os.cpu_count() or 1) - os.getloadavg()[0]
    return [
        Row(f"command, {number:,} profiles, --jobs 1", round(number / one), "profiles/s"),
        Row(f"command, {number:,} profiles, --jobs {most}", round(number / many), "profiles/s"),
        Row(f"efficiency on {most} processes", round(one / many / most, 2), "", ">= 0.85 on free cores"),
        Row("cores free at the end of it", round(free, 1), "cores"),
    ]


def peak_memory(source: Path, out: Path) -> float:
    """Return the most memory that the largest process of a run with two of them had, in MiB."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    command = [CAREERCLI, "batch", str(source), str(out), "--jobs", "2", "--as-of", DAY, "--force"]
    done = subprocess.run([sys.executable, "-c", code, *command], check=True, capture_output=True, text=True)
    return float(done.stdout)


def memory(folder: Path, line_of: list[bytes], sizes: tuple[int, int]) -> list[Row]:
    """Measure the peak at two sizes of the input; the output goes nowhere."""
    rows = []
    for size in sizes:
        source = folder / f"{size}.jsonl"
        with source.open("wb") as file:
            for start in range(0, size, len(line_of)):
                file.writelines(line + b"\n" for line in islice(line_of, size - start))
        rows.append(
            Row(f"peak memory, {size:,} profiles", round(peak_memory(source, Path(os.devnull))), "MiB")
        )
        source.unlink()
    return rows


def grown(catalog: Catalog, tiers: int, skills: int) -> Catalog:
    """Return the catalog with its tiers and skills repeated so many times under other names."""
    every = tuple(
        msgspec.structs.replace(
            skill,
            id=f"{skill.id}-{turn}",
            prerequisites=tuple(f"{name}-{turn}" for name in skill.prerequisites),
        )
        for turn in range(skills)
        for skill in catalog.skills
    )

    def again(requirement: Requirement) -> list[Requirement]:
        return [
            msgspec.structs.replace(requirement, skill=f"{requirement.skill}-{turn}")
            for turn in range(skills)
        ]

    steps = [tier for tier in catalog.ladder.tiers for _ in range(tiers)]
    asked = [tuple(entry for one in tier.requirements for entry in again(one)) for tier in steps]
    rungs = tuple(
        msgspec.structs.replace(tier, id=f"{tier.id}-{rank}", rank=rank, requirements=own, demands=demands)
        for rank, (tier, own, demands) in enumerate(zip(steps, asked, carry(asked), strict=True), start=1)
    )
    ladder = msgspec.structs.replace(catalog.ladder, tiers=rungs, goals=(rungs[-1].id,), id=catalog.ladder.id)
    return msgspec.structs.replace(catalog, ladders=(ladder,), skills=every, personas=())


def doubling(catalog: Catalog, number: int, runs: int) -> list[Row]:
    """Measure the cost of a profile, and of a byte of the output, when tiers, skills or profiles double."""
    rows = []
    for what, tiers, skills, amount in (
        ("as it is", 1, 1, number),
        ("tiers x 2", 2, 1, number),
        ("tiers x 4", 4, 1, number),
        ("skills x 2", 1, 2, number),
        ("skills x 4", 1, 4, number),
        ("skills x 8", 1, 8, number // 2),
        ("profiles x 2", 1, 1, number * 2),
        ("profiles x 4", 1, 1, number * 4),
    ):
        large = grown(catalog, tiers, skills)
        engine = engine_of(recipe_of(large))
        piece = Piece(range(1, amount + 1), list(profiles(large, amount)))
        size = len(engine.make(piece).data)
        taken = min(seconds(lambda made=engine, given=piece: made.make(given)) for _ in range(runs))
        rows.append(Row(what, round(taken / amount * 1e6, 1), "us/profile"))
        rows.append(Row(f"{what}, output", round(size / amount / 1000, 1), "kB/profile"))
    return rows


def main() -> None:
    """Measure everything and print the table; end with 1 if the ratio is over its limit."""
    parser = argparse.ArgumentParser(description="Measure batch.")
    parser.add_argument("--runs", type=int, default=7, help="pairs of runs (default 7)")
    parser.add_argument("--profiles", type=int, default=50_000, help="for the runs over processes")
    parser.add_argument("--memory", type=int, nargs=2, default=(100_000, 1_000_000), help="two sizes")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args()
    catalog = load_catalog().catalog
    rows = against_json(catalog, 2000, options.runs)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = list(profiles(catalog, min(options.profiles, 20_000)))
        source = folder / "people.jsonl"
        with source.open("wb") as file:
            for start in range(0, options.profiles, len(lines)):
                file.writelines(line + b"\n" for line in islice(lines, options.profiles - start))
        rows += over_processes(source, folder / "out.jsonl", options.profiles, max(options.runs // 2, 1))
        source.unlink()
        (folder / "out.jsonl").unlink()
        rows += memory(folder, lines, tuple(options.memory))
    rows += doubling(catalog, 500, options.runs)
    over = next(row.value for row in rows if row.name == "ratio") > LIMIT
    if options.json:
        machine = {
            "python": platform.python_version(),
            "system": platform.platform(),
            "cores": os.cpu_count(),
        }
        print(json.dumps({"machine": machine, "runs": options.runs, "rows": [asdict(row) for row in rows]}))
    else:
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        for row in rows:
            mark = "  over" if over and row.name == "ratio" else ""
            print(f"{row.name:<44}{row.value:>12,} {row.unit:<14}{row.limit}{mark}")
    sys.exit(over)


if __name__ == "__main__":
    main()
