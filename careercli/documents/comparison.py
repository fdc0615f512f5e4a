"""Two tiers or two roles side by side, as documents: what ``compare --json`` prints."""

from __future__ import annotations

from typing import Literal

import msgspec

from careercli.documents.documents import ClockDocument, clock_document
from careercli.domain.comparison import RoleSide, TierSide, differences
from careercli.domain.guide import SECTIONS, Elsewhere, Figure, Occupation
from careercli.domain.model import Ask, Tier


class PayEntry(msgspec.Struct, frozen=True):
    """Pay on a tier: the guide's estimate, and the nearest occupation with why it is; null if unknown."""

    estimate: Figure | None
    occupation: Occupation | None
    why: str | None


class GateEntry(msgspec.Struct, frozen=True):
    """What a candidate must show: the best rated of ``skills`` have at least ``levels``."""

    skills: tuple[str, ...]
    levels: tuple[int, ...]


class TierEntry(msgspec.Struct, frozen=True):
    """One of two tiers; ``skills`` is how many it asks."""

    tier: str
    title: str
    ladder: str
    rank: int
    role: str
    leads_people: bool
    summary: str
    support_years: ClockDocument
    leading_years: ClockDocument
    skills: int
    gates: tuple[GateEntry, ...]
    pay: PayEntry
    duties: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]


class AskedEntry(msgspec.Struct, frozen=True):
    """What a tier asks of a skill; ``gate`` where it is in one of its gates."""

    level: int
    weight: int
    gate: bool


class SkillDifference(msgspec.Struct, frozen=True):
    """A skill of which the two ask differently; null where one does not ask for it."""

    skill: str
    name: str
    a: AskedEntry | None
    b: AskedEntry | None


class TierComparisonDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``compare --json`` prints for two tiers."""

    schema: Literal["careercli/tier-comparison@2"] = "careercli/tier-comparison@2"
    a: TierEntry
    b: TierEntry
    differences: tuple[SkillDifference, ...]


class SectionFigures(msgspec.Struct, frozen=True):
    """The lead and the figures of a section."""

    lead: str
    figures: tuple[Figure, ...]


class RoleSideEntry(msgspec.Struct, frozen=True):
    """One of two roles; ``sections`` holds the lead and the figures of every section of its guide."""

    role: str
    name: str
    summary: str
    tiers: tuple[str, ...]
    responsibilities: tuple[str, ...]
    sections: dict[str, SectionFigures]


class RoleComparisonDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``compare --json`` prints for two roles; ``differences`` are those between their highest tiers."""

    schema: Literal["careercli/role-comparison@2"] = "careercli/role-comparison@2"
    a: RoleSideEntry
    b: RoleSideEntry
    differences: tuple[SkillDifference, ...]


def tier_comparison(a: TierSide, b: TierSide, names: dict[str, str]) -> TierComparisonDocument:
    """Return two tiers as a document; ``names`` maps skill ids to names."""
    return TierComparisonDocument(a=_tier(a), b=_tier(b), differences=_differences(a.tier, b.tier, names))


def role_comparison(a: RoleSide, b: RoleSide, names: dict[str, str]) -> RoleComparisonDocument:
    """Return two roles as a document; ``names`` maps skill ids to names."""
    found = _differences(a.tiers[-1], b.tiers[-1], names) if a.tiers and b.tiers else ()
    return RoleComparisonDocument(a=_role(a), b=_role(b), differences=found)


def _tier(side: TierSide) -> TierEntry:
    tier, portrait = side.tier, side.portrait
    return TierEntry(
        tier=tier.id,
        title=tier.title,
        ladder=side.ladder.id,
        rank=tier.rank,
        role=tier.role,
        leads_people=tier.leads_people,
        summary=tier.summary,
        support_years=clock_document(tier.support_years),
        leading_years=clock_document(tier.leading_years),
        skills=len(tier.asks),
        gates=tuple(GateEntry(gate.skills, gate.levels) for gate in tier.gates),
        pay=PayEntry(
            side.pay.estimate, side.pay.occupation, side.pay.nearest.why if side.pay.nearest else None
        ),
        duties=portrait.duties if portrait else (),
        elsewhere=portrait.elsewhere if portrait else (),
    )


def _role(side: RoleSide) -> RoleSideEntry:
    duties = side.section("responsibilities")
    return RoleSideEntry(
        role=side.role.id,
        name=side.role.name,
        summary=side.role.summary,
        tiers=tuple(tier.id for tier in side.tiers),
        responsibilities=tuple(point.name for point in duties.points) if duties else (),
        sections={
            name: SectionFigures(side.guide.sections[name].lead, side.guide.sections[name].figures)
            for name in SECTIONS
            if name in side.guide.sections
        },
    )


def _differences(a: Tier, b: Tier, names: dict[str, str]) -> tuple[SkillDifference, ...]:
    found = differences(a, b)
    return tuple(SkillDifference(d.skill, names[d.skill], _asked(d.a, a), _asked(d.b, b)) for d in found)


def _asked(ask: Ask | None, tier: Tier) -> AskedEntry | None:
    if ask is None:
        return None
    return AskedEntry(ask.level, ask.weight, ask.skill in tier.gate_skills)
