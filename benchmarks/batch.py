"""How fast ``batch`` is, against reading and writing the same lines as JSON and nothing else.

The reference is ``json.loads`` of each line of the input and ``json.dumps`` of every object of the output,
with the standard library, in one process: the least that a Python program does that reads and writes them.
"""

from __future__ import annotations

import json
import os
import statistics
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec
from measuring import CAREERCLI, DAY, Row, Taken, against, peak_memory, run, run_at_once, timed
from people import profiles, write_profiles

from careercli.batch.engine import Piece, Recipe, engine_of
from careercli.catalog import load_catalog
from careercli.domain.model import Catalog

LIMIT = 2.0
"""How many times the reference a profile may take on one core."""

NO_PLAN = "as_of,ladder,profile,placement,tiers,next,gaps,goal,goal_gaps"
"""Everything but the first steps: these are all that needs the plan."""

EFFICIENCY = 0.85
"""What share of their number processes together must be faster than one."""

FEW = "profile.name,placement.current"
"""With these fields computing sets the pace; whole documents make so many bytes that the disk does."""

_DISTINCT = 20_000


def against_json(catalog: Catalog, number: int, runs: int) -> list[Row]:
    """Compare one core with the reference: whole documents, and without what needs a plan."""
    ways = (("a profile, one core", None, LIMIT), ("the same without its steps", NO_PLAN, None))
    return [
        _against_json(catalog, number, runs, Row("Batch", what, 0, "us", limit=limit), fields)
        for what, fields, limit in ways
    ]


def _against_json(catalog: Catalog, number: int, runs: int, row: Row, fields: str | None) -> Row:
    lines = list(profiles(catalog, number))
    engine = engine_of(Recipe(msgspec.json.encode(catalog), date.fromisoformat(DAY), fields))
    piece = Piece(range(1, number + 1), b"\n".join(lines))
    results = [json.loads(line) for line in engine.make(piece).data.splitlines()]

    def reference() -> None:
        for line in lines:
            json.loads(line)
        for result in results:
            json.dumps(result)

    return against(row, lambda: engine.make(piece), reference, runs, scale=1e6 / number)


def over_processes(source: Path, out: Path, number: int, runs: int, fields: str) -> list[Row]:
    """Measure the command from start to end with one process and with more of them, by turns.

    Beside them so many separate runs at once, each with a share of the lines: they have nothing in common but
    the machine, so with many lines no program could be much more efficient on it in that minute.
    """
    most = min(4, os.cpu_count() or 1)
    counts = [count for count in (2, 4) if count <= most]
    chosen = ["--fields", fields] if fields else []
    what = f"{number:,} profiles, {'a few fields' if fields else 'whole documents'}"

    def command(given: Path, to: Path, jobs: int) -> list[str]:
        ways = ["--as-of", DAY, "--force", "--jobs", str(jobs)]
        return [CAREERCLI, "batch", str(given), str(to), *ways, *chosen]

    def together(jobs: int) -> Taken:
        return timed(lambda: run(command(source, out, jobs)))

    def apart(count: int) -> Taken:
        commands = [command(share, share.with_suffix(".out"), 1) for share in shares[count]]
        return timed(lambda: run_at_once(commands))

    shares = {count: in_shares(source, number, count) for count in counts}
    turns = [
        (together(1), {count: together(count) for count in counts}, {count: apart(count) for count in counts})
        for _ in range(runs)
    ]
    first = statistics.median(one.wall for one, _, _ in turns)
    rows = [Row("Batch", f"{what}, 1 at work", round(number / first), "a second")]
    for count in counts:
        wall = statistics.median(more[count].wall for _, more, _ in turns)
        faster = statistics.median(one.wall / more[count].wall for one, more, _ in turns) / count
        dearer = statistics.median(more[count].processor / one.processor for one, more, _ in turns)
        alone = statistics.median(one.wall / separate[count].wall for one, _, separate in turns) / count
        least = EFFICIENCY if fields else None
        rows += [
            Row("Batch", f"{what}, {count} at work", round(number / wall), "a second"),
            Row(
                "Batch",
                f"efficiency on {count} processes",
                round(faster, 2),
                "",
                processor=round(dearer, 2),
                least=least,
            ),
            Row("Batch", f"that of {count} separate runs at once", round(alone, 2), ""),
        ]
    return rows


def in_shares(source: Path, number: int, count: int) -> list[Path]:
    """Write the lines of a file into so many files, and return them."""
    shares = [source.with_name(f"{source.stem}-{place}-of-{count}.jsonl") for place in range(count)]
    with source.open("rb") as lines:
        for share in shares:
            with share.open("wb") as file:
                file.writelines(islice(lines, number // count))
    return shares


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
    rows = against_json(catalog, min(number, 200), runs)
    source, out = write_profiles(folder / "people.jsonl", catalog, number, _DISTINCT), folder / "out.jsonl"
    turns, fewer = max(runs // 7, 1), max(number // 8, 1)
    rows += over_processes(source, out, number, turns, FEW)
    source = write_profiles(source, catalog, fewer, _DISTINCT)
    rows += over_processes(source, out, fewer, turns, "")
    for file in folder.glob("people-*"):
        file.unlink()
    out.unlink()
    return rows + memory(folder, catalog, sizes)
