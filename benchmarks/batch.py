"""How fast ``batch`` is, against reading and writing the same lines as JSON and nothing else.

The reference is ``json.loads`` of each line of the input and ``json.dumps`` of every object of the output,
with the standard library, in one process: the least that a Python program does that reads and writes them.
"""

from __future__ import annotations

import json
import os
import statistics
from datetime import date
from pathlib import Path

import msgspec
from measuring import CAREERCLI, DAY, Row, Taken, against, peak_memory, run, timed
from people import profiles, write_profiles

from careercli.batching.engine import Piece, Recipe, engine_of
from careercli.catalog import load_catalog
from careercli.domain.model import Catalog

LIMIT = 3.0
"""How many times the reference a profile may take on one core."""

EFFICIENCY = 0.85
"""What share of their number processes together must be faster than one."""

FEW = "profile.name,placement.current"
"""With these fields computing sets the pace; whole documents make so many bytes that the disk does."""

_DISTINCT = 20_000


def against_json(catalog: Catalog, number: int, runs: int) -> list[Row]:
    """Compare one core with the reference."""
    lines = list(profiles(catalog, number))
    engine = engine_of(Recipe(msgspec.json.encode(catalog), date.fromisoformat(DAY)))
    piece = Piece(range(1, number + 1), lines)
    results = [json.loads(line) for line in engine.make(piece).data.splitlines()]

    def reference() -> None:
        for line in lines:
            json.loads(line)
        for result in results:
            json.dumps(result)

    row = Row("Batch", "a profile, one core", 0, "us", limit=LIMIT)
    return [against(row, lambda: engine.make(piece), reference, runs, scale=1e6 / number)]


def over_processes(source: Path, out: Path, number: int, runs: int, fields: str) -> list[Row]:
    """Measure the command from start to end with one process and with more of them, by turns."""
    most = min(4, os.cpu_count() or 1)
    counts = (1, *(count for count in (2, 4) if count <= most))
    chosen = ["--fields", fields] if fields else []
    what = f"{number:,} profiles, {'a few fields' if fields else 'whole documents'}"

    def with_jobs(jobs: int) -> Taken:
        command = [CAREERCLI, "batch", str(source), str(out), "--as-of", DAY, "--force", *chosen]
        return timed(lambda: run([*command, "--jobs", str(jobs)]))

    turns = [[with_jobs(count) for count in counts] for _ in range(runs)]
    rows = []
    for place, count in enumerate(counts):
        times = [turn[place] for turn in turns]
        wall = statistics.median(taken.wall for taken in times)
        rows.append(Row("Batch", f"{what}, {count} at work", round(number / wall), "a second"))
        if count > 1:
            faster = statistics.median(turn[0].wall / turn[place].wall for turn in turns) / count
            dearer = statistics.median(turn[place].processor / turn[0].processor for turn in turns)
            name = f"efficiency on {count} processes"
            least = EFFICIENCY if fields else None
            rows.append(Row("Batch", name, round(faster, 2), "", processor=round(dearer, 2), least=least))
    return rows


def memory(folder: Path, catalog: Catalog, sizes: tuple[int, ...]) -> list[Row]:
    """Measure the peak at several sizes of the input; the output goes nowhere."""
    rows = []
    for size in sizes:
        source = write_profiles(folder / "people.jsonl", catalog, size, _DISTINCT)
        command = [
            CAREERCLI,
            "batch",
            str(source),
            os.devnull,
            "--jobs",
            "2",
            "--as-of",
            DAY,
            "--fields",
            FEW,
        ]
        peak = round(peak_memory(command))
        rows.append(Row("Peak memory", f"batch of {size:,}, the largest process", peak, "MiB"))
        source.unlink()
    return rows


def measure(folder: Path, runs: int, number: int, sizes: tuple[int, ...]) -> list[Row]:
    """Measure a batch: one core, processes with so many profiles, memory at several sizes."""
    catalog = load_catalog().catalog
    rows = against_json(catalog, min(number, 2000), runs)
    source, out = write_profiles(folder / "people.jsonl", catalog, number, _DISTINCT), folder / "out.jsonl"
    few = max(runs // 4, 1)
    rows += over_processes(source, out, number, few, FEW)
    source = write_profiles(source, catalog, max(number // 4, 1), _DISTINCT)
    rows += over_processes(source, out, max(number // 4, 1), few, "")
    out.unlink()
    return rows + memory(folder, catalog, sizes)
