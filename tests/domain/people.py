"""Random people on a catalog, the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Iterator

from careercli.domain.model import Catalog, Profile

TITLES = (
    None,
    "Customer Support Team Lead",
    "Support Engineer",
    "Head of Support",
    "Customer Success Manager",
)
EVIDENCE = ("Ran it for a year: daily", "Führte das Team “Süd”", 'Said "no" with care\nand yes', "x")


def random_people(catalog: Catalog, number: int, seed: int = 1) -> Iterator[Profile]:
    """Yield people of all kinds: none, few or all skills rated, weak and strong, with and without a goal."""
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    names = [skill.id for skill in catalog.skills]
    in_gates = {name for tier in catalog.ladder.tiers for gate in tier.gates for name in gate.skills}
    for count in range(number):
        base = draw.choice((0, 1, 2, 3, 4))
        rated = draw.sample(names, min(len(names), draw.choice((0, 5, 20, 40, len(names)))))
        skills = {name: max(0, min(4, base + draw.choice((-1, 0, 0, 1)))) for name in rated}
        rest = [name for name in names if name not in skills and name not in in_gates]
        support = round(draw.uniform(0, 20), 1)
        team = draw.choice((None, None, 0, 2, 8, 40))
        yield Profile(
            support_years=support,
            leading_years=round(draw.uniform(0, support), 1) if draw.random() < 0.5 else 0.0,
            leading_elsewhere_years=draw.choice((0.0, 0.0, 1.5, 6.0)),
            part_time_share=draw.choice((1.0, 1.0, 0.5)),
            leads_people=bool(team) or draw.random() < 0.3,
            employed=None if team else draw.choice((None, True, False)),
            team=team,
            name=draw.choice((None, f"Person {count}", "Zoë Ångström")),
            title=draw.choice(TITLES),
            goal=draw.choice((None, None, *(tier.id for tier in catalog.ladder.tiers))),
            hours_per_week=draw.choice((2.0, 4.0, 7.5)),
            skills=skills,
            evidence={name: draw.choice(EVIDENCE) for name in rated if draw.random() < 0.1},
            not_applicable=dict.fromkeys(draw.sample(rest, min(len(rest), draw.choice((0, 0, 2)))), "None"),
        )
