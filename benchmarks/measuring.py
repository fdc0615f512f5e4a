"""How everything here is measured and told: runs by turns, medians of ratios, tables, the machine.

Machines are noisy, and others use them too. So what is measured and its reference run by turns on the same
core, and what counts is the median of the ratios of neighbors. Beside the wall clock stands processor time,
which others change least.
"""

from __future__ import annotations

import gc
import os
import platform
import resource
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from careercli import __version__

CAREERCLI = str(Path(sysconfig.get_path("scripts")) / "careercli")
DAY = "2026-11-21"
"""The day that everything is reckoned from."""


DOUBLED = 2.8
"""How much more what is twice as large may take: halfway between twice as long and four times, its square."""


@dataclass(frozen=True)
class Row:
    """One result.

    Attributes:
        area: what it is about.
        name: what was measured.
        value: the median, in ``unit``.
        unit: such as ms.
        reference: the median of what it is measured against, in the same unit.
        ratio: the median of the ratios of neighbors; where nothing ran by turns, the ratio of both.
        processor: the same for processor time.
        limit: what the ratio, else the value, must not exceed.
        least: what it must reach instead, on free cores; missing it is told, but no failure.

    """

    area: str
    name: str
    value: float
    unit: str
    reference: float | None = None
    ratio: float | None = None
    processor: float | None = None
    limit: float | None = None
    least: float | None = None

    @property
    def over(self) -> bool:
        """Whether the limit is not kept."""
        return self.limit is not None and self._judged > self.limit

    @property
    def short(self) -> bool:
        """Whether less than the least was reached."""
        return self.least is not None and self._judged < self.least

    @property
    def _judged(self) -> float:
        return self.value if self.ratio is None else self.ratio


class Taken(NamedTuple):
    """What one run took, in seconds: by the wall clock, and of processors, its children's included."""

    wall: float
    processor: float


_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def timed(job: Callable[[], object]) -> Taken:
    """Run a job, and return what it and the processes that it waited for took."""
    processor, begin = _processor_seconds(), time.perf_counter()
    job()
    return Taken(time.perf_counter() - begin, _processor_seconds() - processor)


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def run(command: Sequence[str]) -> None:
    """Run a command to its end; what it prints goes nowhere.

    Raises:
        subprocess.CalledProcessError: it failed.

    """
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def run_at_once(commands: Sequence[Sequence[str]]) -> None:
    """Run commands side by side until the last has ended; what they print goes nowhere.

    Raises:
        subprocess.CalledProcessError: one failed.

    """
    running = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for command in commands
    ]
    codes = [process.wait() for process in running]
    for process, code in zip(running, codes, strict=True):
        if code:
            raise subprocess.CalledProcessError(code, process.args)


def by_turns(
    own: Callable[[], object], other: Callable[[], object], runs: int
) -> tuple[list[Taken], list[Taken]]:
    """Run two jobs by turns after one of each that does not count, which fills the caches.

    Both of a pair run on the same core, the next pair on the next one: where somebody else has a core as
    well, it is slower, and the system may keep giving that one to the same job.
    """
    own()
    other()
    pairs = []
    for turn in range(runs):
        with on_one_core(turn):
            pairs.append((timed(own), timed(other)))
    return [mine for mine, _ in pairs], [yours for _, yours in pairs]


@contextmanager
def on_one_core(turn: int) -> Iterator[None]:
    """Keep this process and those it starts on one core, each turn on another, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[turn % len(cores)]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def against(
    row: Row, own: Callable[[], object], other: Callable[[], object], runs: int, *, scale: float = 1e3
) -> Row:
    """Return a row with what two jobs took by turns; ``scale`` makes its unit of seconds."""
    mine, yours = by_turns(own, other, runs)
    return Row(
        area=row.area,
        name=row.name,
        value=_rounded(statistics.median(one.wall for one in mine) * scale),
        unit=row.unit,
        reference=_rounded(statistics.median(one.wall for one in yours) * scale),
        ratio=round(statistics.median(a.wall / b.wall for a, b in zip(mine, yours, strict=True)), 2),
        processor=round(
            statistics.median(a.processor / b.processor for a, b in zip(mine, yours, strict=True)), 2
        ),
        limit=row.limit,
        least=row.least,
    )


def least_of(job: Callable[[], object], runs: int) -> float:
    """Return the least that a job took in so many runs, in seconds of the wall clock.

    As with ``timeit`` nothing is collected meanwhile: that would take longer the more this process holds.
    """
    gc.collect()
    gc.disable()
    try:
        return min(timed(job).wall for _ in range(runs))
    finally:
        gc.enable()


def growth(area: str, names: Sequence[str], values: Sequence[float], unit: str) -> list[Row]:
    """Return a row for each size, each measured against the one before it, which is half of it."""
    rows = [Row(area, names[0], _rounded(values[0]), unit)]
    for name, value, before in zip(names[1:], values[1:], values, strict=False):
        ratio = round(value / before, 2)
        rows.append(Row(area, name, _rounded(value), unit, _rounded(before), ratio, limit=DOUBLED))
    return rows


def peak_memory(command: Sequence[str]) -> float:
    """Return the most memory that the largest process of a command had, in MiB."""
    words = [sys.executable, "-c", _PEAK, *command]
    return float(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def machine() -> dict[str, object]:
    """Return the facts of this machine, as they belong beside every number."""
    return {
        "date": datetime.now().astimezone().date().isoformat(),
        "careercli": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )


def table(rows: Sequence[Row], facts: dict[str, object]) -> str:
    """Return everything as Markdown, a table for each area, to stand in docs/performance.md as it is."""
    about = ", ".join(f"{key} {value}" for key, value in facts.items() if key != "date")
    out = [f"Measured on {facts['date']}: {about}.", ""]
    for area in dict.fromkeys(row.area for row in rows):
        lines = [(area, "", "reference", "ratio", "processor time", "limit")]
        lines += [_cells(row) for row in rows if row.area == area]
        used = [place for place in range(6) if place < 2 or any(line[place] for line in lines[1:])]
        widths = {place: max(len(line[place]) for line in lines) for place in used}
        for number, line in enumerate(lines):
            cells = [line[n].ljust(widths[n]) if n == 0 else line[n].rjust(widths[n]) for n in used]
            out.append(f"| {' | '.join(cells)} |")
            if number == 0:
                rules = ["-" * widths[n] if n == 0 else "-" * (widths[n] - 1) + ":" for n in used]
                out.append(f"| {' | '.join(rules)} |")
        out.append("")
    return "\n".join(out)


def _cells(row: Row) -> tuple[str, ...]:
    limit = "" if row.limit is None else f"{row.limit:g}{' OVER' if row.over else ''}"
    if row.least is not None:
        limit = f"at least {row.least:g}{' (not reached)' if row.short else ''}"
    return (
        row.name,
        f"{row.value:,} {row.unit}".strip(),
        "" if row.reference is None else f"{row.reference:,}",
        "" if row.ratio is None else f"{row.ratio:.2f}",
        "" if row.processor is None else f"{row.processor:.2f}",
        limit,
    )


def _rounded(value: float) -> float:
    """Return a value with three digits that mean something."""
    return round(value) if value >= 100 else round(value, 1) if value >= 10 else round(value, 2)
