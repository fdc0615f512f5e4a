"""The ladder as a document, with a person on it where there is one: what ``path --json`` prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from careercli.domain.assessment import Assessment
from careercli.domain.model import Hold, Ladder, Tier
from careercli.domain.schedule import Span
from careercli.domain.way import Addition, Stretch
from careercli.exporters.documents import FIT_DECIMALS, YearsDocument


class AdditionEntry(msgspec.Struct, frozen=True):
    """What a tier asks of a skill beyond the tier below; ``have`` is null for an unrated skill."""

    skill: str
    name: str
    have: int | None
    need: int
    must: bool
    met: bool


class BindingEntry(msgspec.Struct, frozen=True):
    """What is not reached today, and when it alone no longer stands in the way."""

    hold: Hold
    until: Span


class PathTierDocument(msgspec.Struct, frozen=True):
    """A tier; ``fit`` is null without a profile.

    ``adds``, ``ready``, ``bound_by`` and ``binds`` are null for tiers that are not on the person's way from
    the next one to the goal. ``binds`` are in the order in which they are reached.
    """

    tier: str
    title: str
    rank: int
    summary: str
    support_years: YearsDocument
    leading_years: YearsDocument
    fit: float | None
    adds: tuple[AdditionEntry, ...] | None
    ready: Span | None
    bound_by: Hold | None
    binds: tuple[BindingEntry, ...] | None


class PathDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``path --json`` prints; years as declared, tiers from rank 1 up."""

    schema: Literal["careercli/path@1"] = "careercli/path@1"
    ladder: str
    current: str | None
    goal: str | None
    tiers: tuple[PathTierDocument, ...]


def path_document(
    ladder: Ladder, assessment: Assessment | None, way: Sequence[Stretch], names: Mapping[str, str]
) -> PathDocument:
    """Return a ladder, with a person and their way up where there is one; ``names`` are those of skills."""
    on_the_way = {stretch.tier.id: stretch for stretch in way}
    return PathDocument(
        ladder=ladder.id,
        current=_id(assessment.placement.current) if assessment else None,
        goal=_id(assessment.goal) if assessment else None,
        tiers=tuple(
            _tier(tier, assessment.standing(tier).fit if assessment else None, on_the_way.get(tier.id), names)
            for tier in ladder.tiers
        ),
    )


def _tier(
    tier: Tier, fit: float | None, stretch: Stretch | None, names: Mapping[str, str]
) -> PathTierDocument:
    return PathTierDocument(
        tier=tier.id,
        title=tier.title,
        rank=tier.rank,
        summary=tier.summary,
        support_years=YearsDocument(tier.support_years.min, tier.support_years.max),
        leading_years=YearsDocument(tier.leading_years.min, tier.leading_years.max),
        fit=None if fit is None else round(fit, FIT_DECIMALS),
        adds=tuple(_addition(item, names) for item in stretch.adds) if stretch else None,
        ready=stretch.ready if stretch else None,
        bound_by=stretch.bound_by if stretch else None,
        binds=tuple(BindingEntry(bind.hold, bind.until) for bind in stretch.binds) if stretch else None,
    )


def _addition(item: Addition, names: Mapping[str, str]) -> AdditionEntry:
    return AdditionEntry(item.skill, names[item.skill], item.have, item.need, item.must, item.met)


def _id(tier: Tier | None) -> str | None:
    return tier.id if tier else None
