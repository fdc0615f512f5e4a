"""Pay and outlook on the tiers that matter to a person: what the guides claim beside what is measured."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from careercli.domain.assessment import Assessment
from careercli.domain.guide import MONEY, SIGNED, Figure, Occupation, Pay, Projection, Section, Wages, pay_of
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Role, Tier
from careercli.domain.values import Value

Stake = Literal["here", "next", "goal"]
"""What a tier is to a person: where they stand, the one after it, or where they want to be."""


class PayOn(Value):
    """What is known of the pay on a tier, and what the tier is to the person."""

    tier: Tier
    stakes: tuple[Stake, ...]
    pay: Pay

    @property
    def wages(self) -> Wages | None:
        """What the survey found in the nearest occupation."""
        return self.pay.occupation.wages if self.pay.occupation else None

    @property
    def dollars(self) -> Figure | None:
        """The guide's estimate where it is one of dollars a year, as the survey's wages are."""
        estimate = self.pay.estimate
        return estimate if estimate and estimate.unit == f"{MONEY} a year" else None


class Market(Value):
    """What the guide of a role says of pay and of the outlook; None where it is silent.

    ``surveyed`` is which occupations of the survey are nearest to which tiers of the ladder. ``claims`` is
    how much the guide says that jobs will grow, ``projected`` what the statistics office projects for the
    occupations nearest to the tiers that matter to the person.
    """

    role: Role
    pay: Section | None
    outlook: Section | None
    surveyed: tuple[tuple[Occupation, tuple[Tier, ...]], ...]
    claims: tuple[Figure, ...]
    projected: tuple[tuple[Occupation, Projection], ...]


def stakes(assessment: Assessment) -> tuple[tuple[Tier, tuple[Stake, ...]], ...]:
    """Return where the person stands, the next tier and the goal, lowest first, each once."""
    found: dict[int, tuple[Tier, tuple[Stake, ...]]] = {}
    of: tuple[tuple[Stake, Tier | None], ...] = (
        ("here", assessment.placement.current),
        ("next", assessment.next),
        ("goal", assessment.goal),
    )
    for stake, tier in of:
        if tier:
            found[tier.rank] = (tier, (*found.get(tier.rank, (tier, ()))[1], stake))
    return tuple(found[rank] for rank in sorted(found))


def paid(tiers: Iterable[tuple[Tier, tuple[Stake, ...]]], library: Library) -> Iterator[PayOn]:
    """Yield what is known of the pay on tiers; those of which nothing is known are left out."""
    for tier, held in tiers:
        on = PayOn(tier, held, pay_of(library, tier.role, tier.id))
        if on.pay.estimate or on.wages:
            yield on


def markets(tiers: Iterable[Tier], catalog: Catalog, library: Library) -> Iterator[Market]:
    """Yield pay and outlook in the roles of tiers, as far as their guides speak of either."""
    by_role: dict[str, list[str]] = {}
    for tier in tiers:
        by_role.setdefault(tier.role, []).append(tier.id)
    for role, held in by_role.items():
        pay, outlook = library.section(role, "pay"), library.section(role, "job-outlook")
        if pay or outlook:
            yield Market(
                role=catalog.roles_by_id[role],
                pay=pay,
                outlook=outlook,
                surveyed=tuple(_surveyed(pay, catalog, library)) if pay else (),
                claims=tuple(
                    figure
                    for figure in (outlook.figures if outlook else ())
                    if figure.kind == "claimed" and figure.unit == SIGNED
                ),
                projected=tuple(_projected(outlook, held, library)) if outlook else (),
            )


def _surveyed(
    pay: Section, catalog: Catalog, library: Library
) -> Iterator[tuple[Occupation, tuple[Tier, ...]]]:
    for near in pay.nearest:
        occupation = library.occupations_by_code[near.occupation]
        tiers = tuple(tier for tier in catalog.ladder.tiers if tier.id in near.tiers)
        if tiers and occupation.wages:
            yield occupation, tiers


def _projected(
    outlook: Section, tiers: Collection[str], library: Library
) -> Iterator[tuple[Occupation, Projection]]:
    """Yield the projections for the occupations nearest to tiers; where none is, of all that are named."""
    nearest = [near for near in outlook.nearest if set(near.tiers) & set(tiers)] or outlook.nearest
    for near in nearest:
        occupation = library.occupations_by_code[near.occupation]
        if occupation.projection:
            yield occupation, occupation.projection
