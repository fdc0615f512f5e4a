"""What grows: checks, questions, assessments and batches, as tiers, skills and profiles double."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
from measuring import CAREERCLI, DAY, Row, growth, least_of, peak_memory
from packs import write_pack
from people import profiles

from careercli.batch.engine import Piece, Recipe, engine_of
from careercli.catalog import builtin_pack, check_packs, load_catalog
from careercli.domain.assessment import assess
from careercli.domain.interview import next_question
from careercli.domain.model import Catalog, Profile

SKILLS, TIERS = 2000, 50
"""The size of the large pack; the others have a half and a quarter of its skills, or of its tiers."""

_SOMEBODY = Profile(support_years=30.0)
"""Somebody of whom only the years are known: every tier is open, and every skill can be asked about."""


def of_size(folder: Path, skills: int, tiers: int, runs: int) -> list[float]:
    """Return what a pack of a size takes in ms: to check, load compiled, choose a question, assess."""
    pack, cache = write_pack(folder / f"pack-{skills}-{tiers}", skills, tiers), folder / "cache"
    catalog = load_catalog([pack], cache_folder=cache).catalog
    ladder, day = catalog.ladder, date.fromisoformat(DAY)
    jobs = (
        (lambda: check_packs([builtin_pack(), pack]), min(runs, 3)),
        (lambda: load_catalog([pack], cache_folder=cache), runs),
        (lambda: next_question(ladder, _SOMEBODY), runs),
        (lambda: assess(ladder, catalog.skills_by_id, _SOMEBODY, day), runs),
    )
    return [least_of(job, times) * 1e3 for job, times in jobs]


def of_profiles(catalog: Catalog, number: int, runs: int) -> float:
    """Return what so many profiles take in one process, in ms."""
    engine = engine_of(Recipe(msgspec.json.encode(catalog), date.fromisoformat(DAY)))
    piece = Piece(range(1, number + 1), b"\n".join(profiles(catalog, number)))
    engine.make(piece)  # works out once what is the same for all
    return least_of(lambda: engine.make(piece), runs) * 1e3


def batches(folder: Path, number: int, runs: int) -> list[Row]:
    """Measure so many profiles on ladders that double, and twice as many of them on the built-in one."""

    def on(skills: int, tiers: int) -> float:
        pack = folder / f"batch-{skills}-{tiers}"
        if not pack.exists():
            write_pack(pack, skills, tiers)
        return of_profiles(load_catalog([pack], cache_folder=folder / "cache").catalog, number, runs)

    area = f"Batches of {number:,} profiles"
    sizes = [(100, 10), (200, 10), (400, 10)]
    rows = growth(area, [_named(*size) for size in sizes], [on(*size) for size in sizes], "ms")
    sizes = [(100, 10), (100, 20), (100, 40)]
    rows += growth(area, [_named(*size) for size in sizes], [on(*size) for size in sizes], "ms")[1:]
    catalog = load_catalog().catalog
    numbers = [number, 2 * number, 4 * number]
    names = [f"the built-in ladder, {many:,} profiles" for many in numbers]
    return rows + growth(area, names, [of_profiles(catalog, many, runs) for many in numbers], "ms")


def measure(folder: Path, runs: int, number: int) -> list[Row]:
    """Measure the large pack and its halves, and batches of so many profiles as ladders and numbers grow."""
    by_skills = [of_size(folder, skills, TIERS, runs) for skills in (SKILLS // 4, SKILLS // 2)]
    by_tiers = [of_size(folder, SKILLS, tiers, runs) for tiers in (TIERS // 4, TIERS // 2)]
    whole = of_size(folder, SKILLS, TIERS, runs)
    rows = []
    for place, job in enumerate(("check", "load compiled", "choose a question", "assess")):
        for what, smaller in (("skills", by_skills), ("tiers", by_tiers)):
            names = [f"{job}, {part} of the {what}" for part in ("a quarter", "half")]
            values = [values[place] for values in (*smaller, whole)]
            rows += growth(f"A pack of {_named(SKILLS, TIERS)}", [*names, f"{job}, all {what}"], values, "ms")
    pack = folder / f"pack-{SKILLS}-{TIERS}"
    peak = round(peak_memory([CAREERCLI, "data", "check", str(pack)]))
    rows.append(Row("Peak memory", f"data check, {_named(SKILLS, TIERS)}", peak, "MiB"))
    return rows + batches(folder, number, runs)


def _named(skills: int, tiers: int) -> str:
    return f"{skills:,} skills, {tiers} tiers"
