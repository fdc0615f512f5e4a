"""Skills, tiers, ladders and profiles in few words, for examples worked by hand and for drawn ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from careercli.domain.ladder import carry, carry_years
from careercli.domain.model import (
    Catalog,
    GrowthStep,
    Hours,
    Ladder,
    Profile,
    Requirement,
    Skill,
    Tier,
    YearRange,
)

TODAY = date(2026, 11, 21)

EFFORTS = ((1.0, 2.0), (2.0, 4.0), (3.0, 6.0), (4.0, 8.0))
"""Hours from and to for the levels 1 to 4, where a test says nothing else."""


class Rung(NamedTuple):
    """A tier as a pack declares it; None is a clock on which it is silent."""

    asks: tuple[Requirement, ...]
    support: float | None = None
    leading: float | None = None
    leads: bool = False


def asks(skill: str, level: int, weight: int = 1, *, must: bool = False) -> Requirement:
    """Return a requirement."""
    return Requirement(skill, level, weight, must, "source")


def skill(
    name: str, *, rests_on: Sequence[str] = (), efforts: Sequence[tuple[float, float]] = EFFORTS
) -> Skill:
    """Return a skill whose four growth steps take the given hours."""
    growth = tuple(
        GrowthStep(level, f"{name} {level}", "Do it", "practice", Hours(low, high), "A sample", "source")
        for level, (low, high) in enumerate(efforts, start=1)
    )
    return Skill(
        id=name,
        name=name.title(),
        group="group",
        kind="technical",
        summary="What it is",
        aliases=(),
        levels=("one", "two", "three", "four"),
        prerequisites=tuple(rests_on),
        growth=growth,
        tools=(),
        sources=(),
    )


def ladder(*rungs: Rung, pass_fit: float = 0.7) -> Ladder:
    """Return a ladder whose tiers are called t1, t2 and so on; the goal offered first is the top."""
    support = [YearRange(min=rung.support) for rung in rungs]
    leading = [YearRange(min=rung.leading) for rung in rungs]
    parts = zip(
        rungs,
        support,
        leading,
        carry(rung.asks for rung in rungs),
        carry_years(support),
        carry_years(leading),
        strict=True,
    )
    tiers = tuple(
        Tier(
            id=f"t{rank}",
            title=f"Tier {rank}",
            short=f"T{rank}",
            rank=rank,
            role="role",
            leads_people=rung.leads,
            summary="What it is",
            titles=(),
            support_years=own_support,
            leading_years=own_leading,
            requirements=rung.asks,
            demands=demands,
            carried_support_years=carried_support,
            carried_leading_years=carried_leading,
        )
        for rank, (rung, own_support, own_leading, demands, carried_support, carried_leading) in enumerate(
            parts, start=1
        )
    )
    return Ladder(
        id="ladder",
        title="A ladder",
        pass_fit=pass_fit,
        goals=(tiers[-1].id,),
        abbreviations={},
        look_alikes=(),
        tiers=tiers,
    )


def catalog_of(of: Ladder, skills: Iterable[Skill] = ()) -> Catalog:
    """Return a catalog of one ladder; skills that are not given rest on nothing."""
    given = {entry.id: entry for entry in skills}
    for demand in of.top.demands:
        given.setdefault(demand.skill, skill(demand.skill))
    return Catalog(
        ladders=(of,),
        skills=tuple(given.values()),
        groups=(),
        roles=(),
        sources=(),
        personas=(),
        in_use=of.id,
    )


def person(
    support: float = 0.0, leading: float = 0.0, *, leads: bool = False, hours: float = 7.0, **levels: int
) -> Profile:
    """Return a profile with these levels, an hour of work a day unless told otherwise."""
    return Profile(
        support_years=support,
        leading_years=leading,
        leads_people=leads,
        hours_per_week=hours,
        skills=levels,
    )
