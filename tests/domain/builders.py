"""Skills, tiers, ladders and profiles in few words, for examples worked by hand and for drawn ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from careercli.domain.growth import GrowthStep, Hours, LadderSeat
from careercli.domain.ladder import carry, carry_years
from careercli.domain.model import Catalog, Ladder, Profile, Skill, Tier
from careercli.domain.requirements import Clock, Gate, Requirement

TODAY = date(2026, 11, 21)

EFFORTS = ((1.0, 2.0), (2.0, 4.0), (3.0, 6.0), (4.0, 8.0))
"""Hours from and to for the levels 1 to 4, where a test says nothing else."""


class Rung(NamedTuple):
    """A tier as a pack declares it: what it asks, its gates, the floors and what is usual of its clocks."""

    asks: tuple[Requirement, ...]
    gates: tuple[Gate, ...] = ()
    support: float = 0.0
    leading: float = 0.0
    usual_support: float | None = None
    usual_leading: float | None = None
    seat: LadderSeat = "agent"
    titles: tuple[str, ...] = ()
    elsewhere: float = 0.0
    small_team: str | None = None


def asks(skill: str, level: int, weight: int = 1, *, through: str | None = None) -> Requirement:
    """Return a requirement."""
    return Requirement(skill, level, weight, "source", through=through)


def must(*skills: str, levels: Sequence[int] = (1,)) -> Gate:
    """Return a gate."""
    return Gate(skills, tuple(sorted(levels, reverse=True)))


def skill(
    name: str,
    *,
    rests_on: Sequence[str] = (),
    efforts: Sequence[tuple[float, float]] = EFFORTS,
    weeks: Sequence[float] = (0, 0, 0, 0),
) -> Skill:
    """Return a skill whose four growth steps take the given hours, and wait so many weeks for a result."""
    growth = tuple(
        GrowthStep(
            level, f"{name} {level}", "Do it", "practice", Hours(low, high), "A sample", "source", weeks=wait
        )
        for level, ((low, high), wait) in enumerate(zip(efforts, weeks, strict=True), start=1)
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


def ladder(*rungs: Rung, pass_fit: float = 0.75) -> Ladder:
    """Return a ladder whose tiers are called t1, t2 and so on; the goal offered first is the top."""
    ids = [f"t{rank}" for rank in range(1, len(rungs) + 1)]
    carried = carry([(name, rung.asks) for name, rung in zip(ids, rungs, strict=True)])
    support = carry_years([rung.usual_support for rung in rungs])
    leading = carry_years([rung.usual_leading for rung in rungs])
    tiers = tuple(
        Tier(
            id=ids[index],
            title=f"Tier {index + 1}",
            short=f"T{index + 1}",
            rank=index + 1,
            role="role",
            seat=rung.seat,
            summary="What it is",
            titles=rung.titles,
            support_years=Clock(rung.support, support[index], stated_min=rung.usual_support),
            leading_years=Clock(rung.leading, leading[index], stated_min=rung.usual_leading),
            leading_elsewhere=rung.elsewhere,
            small_team=rung.small_team,
            requirements=rung.asks,
            asks=carried[index],
            gates=rung.gates,
        )
        for index, rung in enumerate(rungs)
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


def four_seats(agent: Rung, specialist: Rung, lead: Rung, manager: Rung) -> Ladder:
    """Return a ladder that asks this of an agent, a specialist, a lead and a manager, and years of them."""
    leading = {"elsewhere": 0.5, "small_team": "t3"}
    return ladder(
        agent._replace(titles=("Agent",)),
        specialist._replace(titles=("Specialist",), support=1.0),
        lead._replace(titles=("Lead",), support=2.0, leading=0.25, seat="lead", **leading),
        manager._replace(titles=("Manager",), support=3.0, leading=2.0, seat="manager", **leading),
    )


def catalog_of(of: Ladder, skills: Iterable[Skill] = ()) -> Catalog:
    """Return a catalog of one ladder; skills that are not given rest on nothing."""
    given = {entry.id: entry for entry in skills}
    for name in of.skills:
        given.setdefault(name, skill(name))
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
    support: float = 0.0,
    leading: float = 0.0,
    *,
    leads: bool = False,
    hours: float = 7.0,
    elsewhere: float = 0.0,
    share: float = 1.0,
    team: int | None = None,
    employed: bool | None = None,
    title: str | None = None,
    **levels: int,
) -> Profile:
    """Return a profile with these levels, an hour of work a day unless told otherwise."""
    return Profile(
        support_years=support,
        leading_years=leading,
        leading_elsewhere_years=elsewhere,
        part_time_share=share,
        leads_people=leads or bool(team),
        employed=employed,
        team=team,
        title=title,
        hours_per_week=hours,
        skills=levels,
    )
