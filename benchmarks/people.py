"""Profiles for measuring: like those that people write, as many as wanted, the same for the same seed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from careercli.domain.model import Catalog

_TITLES = ("Customer Support Team Lead", "Support Engineer", "Head of Support")


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
            "title": draw.choice(_TITLES),
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


def write_profiles(path: Path, catalog: Catalog, number: int, distinct: int) -> Path:
    """Write so many profiles as JSON Lines, ``distinct`` of them again and again, and return the file."""
    lines = list(profiles(catalog, min(number, distinct)))
    with path.open("wb") as file:
        for start in range(0, number, len(lines)):
            file.writelines(line + b"\n" for line in islice(lines, number - start))
    return path
