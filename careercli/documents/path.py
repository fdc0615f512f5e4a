"""The ladder as a document, with a person on it where there is one: what ``path --json`` prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from careercli.documents.documents import FIT_DECIMALS, ClockDocument, clock_document, tier_id
from careercli.domain.assessment import Assessment
from careercli.domain.model import Hold, Ladder, Tier
from careercli.domain.schedule import Binding, Span
from careercli.domain.way import Addition, MustHave, TierAhead


class GateReached(msgspec.Struct, frozen=True):
    """A gate of a tier, and whether the person's ratings reach it.

    ``open`` is whether they miss it whatever is not rated yet might be. Both are null without a profile, and
    for tiers that are not on the person's way.
    """

    skills: tuple[str, ...]
    levels: tuple[int, ...]
    met: bool | None
    open: bool | None


class AdditionEntry(msgspec.Struct, frozen=True):
    """What a tier asks of a skill beyond the tier below, gates apart; ``have`` is null for an unrated one."""

    skill: str
    name: str
    have: int | None
    need: int
    met: bool


class WaitEntry(msgspec.Struct, frozen=True):
    """What is not reached today, and when it alone no longer stands in the way."""

    hold: Hold
    until: Span


class PathTierDocument(msgspec.Struct, frozen=True):
    """A tier; ``fit`` is null without a profile.

    ``confirms``, ``adds``, ``ready``, ``bound_by`` and ``waits`` are null for tiers that are not on the
    person's way to the goal. ``confirms`` is whether the person is placed there already, and is to confirm
    it. ``waits`` are in the order in which they are reached.
    """

    tier: str
    title: str
    rank: int
    summary: str
    support_years: ClockDocument
    leading_years: ClockDocument
    gates: tuple[GateReached, ...]
    fit: float | None
    confirms: bool | None
    adds: tuple[AdditionEntry, ...] | None
    ready: Span | None
    bound_by: Binding | None
    waits: tuple[WaitEntry, ...] | None


class PathDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``path --json`` prints; tiers from rank 1 up."""

    schema: Literal["careercli/path@2"] = "careercli/path@2"
    ladder: str
    current: str | None
    goal: str | None
    tiers: tuple[PathTierDocument, ...]


def path_document(
    ladder: Ladder, assessment: Assessment | None, way: Sequence[TierAhead], names: Mapping[str, str]
) -> PathDocument:
    """Return a ladder, with a person and their way up where there is one; ``names`` are those of skills."""
    on_the_way = {stretch.tier.id: stretch for stretch in way}
    return PathDocument(
        ladder=ladder.id,
        current=tier_id(assessment.placement.current) if assessment else None,
        goal=tier_id(assessment.goal) if assessment else None,
        tiers=tuple(
            _tier(tier, assessment.standing(tier).fit if assessment else None, on_the_way.get(tier.id), names)
            for tier in ladder.tiers
        ),
    )


def _tier(
    tier: Tier, fit: float | None, stretch: TierAhead | None, names: Mapping[str, str]
) -> PathTierDocument:
    return PathTierDocument(
        tier=tier.id,
        title=tier.title,
        rank=tier.rank,
        summary=tier.summary,
        support_years=clock_document(tier.support_years),
        leading_years=clock_document(tier.leading_years),
        gates=tuple(_gate(entry) for entry in stretch.must_haves)
        if stretch
        else tuple(GateReached(gate.skills, gate.levels, None, None) for gate in tier.gates),
        fit=None if fit is None else round(fit, FIT_DECIMALS),
        confirms=stretch.confirms if stretch else None,
        adds=tuple(_addition(item, names) for item in stretch.adds) if stretch else None,
        ready=stretch.ready if stretch else None,
        bound_by=stretch.bound_by if stretch else None,
        waits=tuple(WaitEntry(wait.hold, wait.until) for wait in stretch.waits) if stretch else None,
    )


def _gate(entry: MustHave) -> GateReached:
    return GateReached(entry.gate.skills, entry.gate.levels, entry.met, entry.open)


def _addition(item: Addition, names: Mapping[str, str]) -> AdditionEntry:
    return AdditionEntry(item.skill, names[item.skill], item.have, item.need, item.met)
