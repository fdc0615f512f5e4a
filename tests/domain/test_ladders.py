"""The drawn catalogs themselves: without this, properties could hold on ladders that no pack may have."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given

from careercli.catalog.checks import cross_check
from careercli.catalog.compiler import overlay
from careercli.catalog.formats import (
    ClockEntry,
    FloorEntry,
    GateEntry,
    GroupEntry,
    GrowthEntry,
    GuideFile,
    LadderFile,
    PackFile,
    RequirementEntry,
    RoleFile,
    SkillFile,
    SourceEntry,
    SourcesFile,
    TierEntry,
    UsualEntry,
)
from careercli.catalog.packs import Pack
from careercli.domain.guide import Nearest, Point, PointGroup, Question, Section, TierPortrait
from careercli.domain.model import Catalog, Skill, Tier
from careercli.domain.requirements import Clock
from careercli.domain.sections import SECTIONS
from careercli.formats.document import Document
from tests.domain.ladders import catalogs


@given(catalogs())
def test_drawn_catalogs_are_ones_that_the_checks_accept(drawn: Catalog) -> None:
    """A drawn catalog, written as a pack, has no problem."""
    pack = _pack(drawn)
    assert cross_check([pack], overlay([pack])) == []


def _pack(drawn: Catalog) -> Pack:
    source = SourceEntry(id="source", title="S", publisher="P", date="2026", terms="T", note="N")
    contents = [
        PackFile(
            schema="careercli/pack@1",
            id="pack",
            title="P",
            version="1",
            groups=(GroupEntry(id="group", name="G"),),
        ),
        SourcesFile(schema="careercli/sources@1", sources=(source,)),
        RoleFile(schema="careercli/role@1", id="role", name="R", summary="S"),
        _guide(drawn),
        *(_skill(entry) for entry in drawn.skills),
        LadderFile(
            schema="careercli/ladder@2",
            id="ladder",
            title="L",
            pass_fit=drawn.ladder.pass_fit,
            goals=drawn.ladder.goals,
            tiers=tuple(_tier(tier) for tier in drawn.ladder.tiers),
        ),
    ]
    return Pack(
        Path("pack"),
        parts=[(Document(f"{getattr(entry, 'id', 'sources')}.yaml", None), entry) for entry in contents],
    )


def _guide(drawn: Catalog) -> GuideFile:
    """Return the sections that every guide has, each with everything that any of them must hold."""
    point = Point(name="N", text="T")
    section = Section(
        lead="L",
        sources=("source",),
        text=("T",),
        points=(point,),
        groups=(PointGroup(name="N", points=(point,)),),
        nearest=(Nearest(occupation="99-1234", why="W"),),
        tiers=tuple(TierPortrait(tier=tier.id, text="T", duties=("D",)) for tier in drawn.ladder.tiers),
        questions=(Question(question="Q", answer=("A",)),),
    )
    sections = {name: section for name, kind in SECTIONS.items() if kind.core}
    return GuideFile(schema="careercli/guide@1", role="role", sections=sections)


def _skill(entry: Skill) -> SkillFile:
    return SkillFile(
        schema="careercli/skill@1",
        id=entry.id,
        name=entry.name,
        group=entry.group,
        kind=entry.kind,
        summary=entry.summary,
        prerequisites=entry.prerequisites,
        levels=dict(enumerate(entry.levels, start=1)),
        growth={
            step.to: GrowthEntry(
                title=step.title,
                action=step.action,
                kind=step.kind,
                hours=step.hours,
                proof=step.proof,
                source=step.source,
                weeks=step.weeks,
            )
            for step in entry.growth
        },
    )


def _tier(tier: Tier) -> TierEntry:
    return TierEntry(
        id=tier.id,
        title=tier.title,
        short=tier.short,
        role=tier.role,
        seat=tier.seat,
        summary=tier.summary,
        titles=tier.titles,
        support_years=_clock(tier.support_years),
        leading_years=_clock(tier.leading_years),
        leading_elsewhere=tier.leading_elsewhere,
        small_team=tier.small_team,
        requirements=tuple(
            RequirementEntry(
                skill=r.skill, level=r.level, weight=r.weight, through=r.through, source=r.source
            )
            for r in tier.requirements
        ),
        gates=tuple(GateEntry(skills=g.skills, levels=g.levels, source="source") for g in tier.gates),
    )


def _clock(clock: Clock) -> ClockEntry:
    stated = clock.stated_min
    return ClockEntry(
        floor=FloorEntry(years=clock.floor, sources=("source",)),
        usual=None if stated is None else UsualEntry(min=stated, source="source"),
    )
