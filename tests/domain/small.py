"""A ladder of four tiers that is easy to keep in mind, and people on it, for what is said of them."""

from __future__ import annotations

from datetime import date

from careercli.domain.assessment import Assessment, assess
from careercli.domain.growth import GrowthStep, Hours, LadderSeat
from careercli.domain.ladder import carry
from careercli.domain.model import Ladder, Profile, Skill, Tier
from careercli.domain.requirements import Clock, Gate, Requirement
from careercli.domain.title_words import LookAlike

TODAY = date(2026, 11, 21)

NAMES = {
    "talk": "Clear talk",
    "write": "Writing",
    "sort": "CRM sorting",
    "solve": "Problem solving",
    "lead": "Team leadership",
    "plan": "Budget planning",
}


def _skill(name: str) -> Skill:
    growth = tuple(
        GrowthStep(
            to=level,
            title=f"{NAMES[name]} step {level}",
            action="Do it on Monday.",
            kind="practice",
            hours=Hours(2.0 * level, 3.0 * level),
            proof="A sample",
            source="source",
            weeks=4.0 if name == "lead" else 0.0,
            needs_seat="lead" if name == "lead" and level > 1 else None,
        )
        for level in range(1, 5)
    )
    return Skill(
        id=name,
        name=NAMES[name],
        group="group",
        kind="soft",
        summary="What it is",
        aliases=(),
        levels=("one", "two", "three", "four"),
        prerequisites=(),
        growth=growth,
        tools=(),
        sources=(),
    )


SKILLS = {name: _skill(name) for name in NAMES}

_ASKS = {
    "junior": {"talk": 1, "write": 1, "sort": 1, "solve": 1},
    "agent": {"talk": 2, "write": 2, "sort": 2, "solve": 2},
    "lead": {"lead": 2, "plan": 1},
    "manager": {"talk": 3, "lead": 3, "plan": 3},
}

_GATES = {
    "junior": (Gate(("talk",), (1,)), Gate(("write",), (1,))),
    "agent": (Gate(("talk",), (2,)), Gate(("write", "sort", "solve"), (2, 2))),
    "lead": (Gate(("talk",), (2,)), Gate(("lead",), (2,))),
    "manager": (Gate(("talk",), (3,)), Gate(("lead",), (3,)), Gate(("plan",), (3,))),
}

_YEARS = {
    "junior": (Clock(0.0, 0.0), Clock()),
    "agent": (Clock(1.0, 2.0), Clock()),
    "lead": (Clock(2.0, 5.0, floor_note="Two employers ask for 2."), Clock(0.25)),
    "manager": (Clock(5.0, 8.0), Clock(3.0, 4.0)),
}

_SEATS: dict[str, LadderSeat] = {"junior": "agent", "agent": "agent", "lead": "lead", "manager": "manager"}


def small_ladder() -> Ladder:
    """Return the ladder: Junior, Agent, Lead and Manager."""
    declared = [
        (tier, tuple(Requirement(skill, level, 2, "source") for skill, level in asks.items()))
        for tier, asks in _ASKS.items()
    ]
    tiers = tuple(
        Tier(
            id=tier,
            title=f"Support {tier.title()}",
            short=tier.title(),
            rank=rank,
            role="role",
            seat=_SEATS[tier],
            summary="What it is",
            titles=(),
            support_years=_YEARS[tier][0],
            leading_years=_YEARS[tier][1],
            leading_elsewhere=0.5 if tier in {"lead", "manager"} else 0.0,
            small_team="lead" if tier == "manager" else None,
            requirements=requirements,
            asks=asks,
            gates=_GATES[tier],
        )
        for rank, ((tier, requirements), asks) in enumerate(zip(declared, carry(declared), strict=True), 1)
    )
    return Ladder(
        id="ladder",
        title="A ladder",
        pass_fit=0.75,
        goals=("manager",),
        abbreviations={},
        look_alikes=(
            LookAlike(("Talker",), "Talking alone is another job."),
            LookAlike(("Boss",), "Of whom?", alone=True),
        ),
        tiers=tiers,
        adjacent=("Tester",),
    )


LADDER = small_ladder()

ALL_OF = {
    "junior": {"talk": 1, "write": 1, "sort": 1, "solve": 1, "lead": 0, "plan": 0},
    "agent": {"talk": 2, "write": 2, "sort": 2, "solve": 2, "lead": 0, "plan": 0},
    "lead": {"talk": 2, "write": 2, "sort": 2, "solve": 2, "lead": 2, "plan": 1},
    "manager": {"talk": 3, "write": 2, "sort": 2, "solve": 2, "lead": 3, "plan": 3},
}
"""Levels that show a tier in full, and no more."""


def someone(tier: str | None = None, support: float = 3.0, leading: float = 0.0, **facts: object) -> Profile:
    """Return somebody with the levels of a tier; ``levels`` lie over them, and None takes one out."""
    over: dict[str, int | None] = facts.pop("levels", {})  # type: ignore[assignment]
    levels = {**(ALL_OF[tier] if tier else {}), **over}
    rated = {skill: level for skill, level in levels.items() if level is not None}
    return Profile(support_years=support, leading_years=leading, skills=rated, **facts)  # type: ignore[arg-type]


def of(profile: Profile, ladder: Ladder = LADDER) -> Assessment:
    """Return the assessment of somebody on the small ladder."""
    return assess(ladder, SKILLS, profile, TODAY)
