"""What a report says: one value, which is then written as a page, as Markdown or as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from careercli.domain import headline
from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap
from careercli.domain.guide import Library
from careercli.domain.ladder import missing_musts
from careercli.domain.market import Market, PayOn, markets, paid, places
from careercli.domain.model import Catalog, Demand, Profile, Skill, Source, Tier
from careercli.domain.notes import Note
from careercli.domain.phrases import (
    assumptions,
    count,
    number,
    percent,
    percent_asked,
    points,
    points_asked,
    tenths_down,
    tenths_up,
)
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import Plan
from careercli.domain.stops import Stop, stop


class Condition(msgspec.Struct, frozen=True):
    """One thing that a tier asks, what there is of it, and what is missing: ``""`` where nothing is."""

    name: str
    asked: str
    have: str
    missing: str


class Lack(msgspec.Struct, frozen=True):
    """A gap with what the skill looks like now and at the level needed.

    ``now`` is None for a skill that is not rated, and at level 0, which looks like nothing.
    """

    gap: Gap
    name: str
    now: str | None
    needed: str


class Shown(msgspec.Struct, frozen=True):
    """A rated skill with evidence for it, as the person wrote it."""

    skill: Skill
    level: int
    evidence: str


class Strengths(msgspec.Struct, frozen=True):
    """What a person brings for a tier: requirements and gates that are met, of how many, and evidence.

    ``rated`` says whether any skill is rated at all.
    """

    tier: Tier
    rated: bool
    met: int
    asked: int
    gates: tuple[Skill, ...]
    gates_asked: int
    shown: tuple[Shown, ...]


class Beginning(msgspec.Struct, frozen=True):
    """A step that begins this week; ``fits`` says whether even its longest estimate ends in the week."""

    step: PlannedStep
    name: str
    fits: bool


class Report(msgspec.Struct, frozen=True):
    """A report on one person on one day.

    Attributes:
        version: the version of careercli that wrote it.
        standing: who stands where, in one sentence.
        reasons: why, and what else there is to know of it, a sentence each.
        conditions: what the next tier asks, and what there is of it; empty at the top.
        lacking: the gaps to the next tier, the most telling first.
        later: what the goal asks beyond the next tier.
        left_out: what does not apply to the person's work, with their reason, by name.
        strengths: what the person brings for the next tier, at the top for that.
        rate_first: whether rating more skills comes before any step.
        week: the steps that begin this week.
        way: the milestones to the goal.
        assumptions: what the dates rest on, a sentence each.
        paid: the pay on the tiers that matter to the person.
        markets: pay and outlook in the roles of these tiers.
        notes: a coach's notes; None where they are not asked for.
        sources: every source cited, in the order in which a reader meets them.

    """

    version: str
    assessment: Assessment
    standing: str
    reasons: tuple[str, ...]
    conditions: tuple[Condition, ...]
    lacking: tuple[Lack, ...]
    later: tuple[Lack, ...]
    left_out: tuple[tuple[str, str], ...]
    strengths: Strengths
    rate_first: bool
    week: tuple[Beginning, ...]
    way: tuple[Stop, ...]
    assumptions: tuple[str, ...]
    paid: tuple[PayOn, ...]
    markets: tuple[Market, ...]
    notes: tuple[Note, ...] | None
    sources: tuple[Source, ...]

    def numbers(self, references: Iterable[str]) -> tuple[int, ...]:
        """Return the places of references in the list of sources, from 1, each source once."""
        places = {source.id: place for place, source in enumerate(self.sources, 1)}
        return tuple(dict.fromkeys(places[each.partition("#")[0]] for each in references))


def report(
    assessment: Assessment,
    catalog: Catalog,
    library: Library,
    *,
    version: str,
    notes: tuple[Note, ...] | None = None,
) -> Report:
    """Return the report on an assessment; ``notes`` are a coach's, where they are asked for."""
    skills, plan, following = catalog.skills_by_id, assessment.plan, assessment.next
    lacking = tuple(_lack(gap, skills) for gap in assessment.gaps)
    covered = {lack.gap.skill: lack.gap.need for lack in lacking}
    later = [gap for gap in assessment.goal_gaps if gap.need > covered.get(gap.skill, 0)]
    week = tuple(_week(plan, skills))
    way = tuple(stop(milestone, assessment, skills) for milestone in plan.milestones)
    tiers = places(assessment)
    pay, roles = tuple(paid(tiers, library)), tuple(markets(tiers, catalog, library))
    cited = dict.fromkeys(each.partition("#")[0] for each in _references(week, way, pay, roles))
    by_id = {source.id: source for source in catalog.sources}
    return Report(
        version=version,
        assessment=assessment,
        standing=headline.standing_sentence(assessment),
        reasons=tuple(_reasons(assessment)),
        conditions=tuple(_conditions(assessment, following)) if following else (),
        lacking=lacking,
        later=tuple(_lack(gap, skills) for gap in later),
        left_out=tuple((skills[skill].name, why) for skill, why in assessment.profile.not_applicable.items()),
        strengths=_strengths(assessment, following or assessment.ladder.top, skills),
        rate_first=not assessment.placement.certain,
        week=week,
        way=way,
        assumptions=assumptions(plan) if plan.milestones else (),
        paid=pay,
        markets=roles,
        notes=notes,
        sources=tuple(by_id[each] for each in cited),
    )


def _reasons(assessment: Assessment) -> Iterator[str]:
    for sentence in (
        headline.reasons_sentence,
        headline.title_sentence,
        headline.goal_sentence,
        headline.certainty_sentence,
    ):
        if text := sentence(assessment):
            yield text


def _conditions(assessment: Assessment, tier: Tier) -> Iterator[Condition]:
    profile, standing = assessment.profile, assessment.standing(tier)
    clocks = (
        ("Support years", tier.carried_support_years, profile.support_years),
        ("Leading years", tier.carried_leading_years, profile.leading_years),
    )
    for name, asked, have in clocks:
        if asked:
            more = f"{tenths_up(asked - have)} more" if have < asked else ""
            yield Condition(name, number(asked), tenths_down(have), more)
    gates = sum(1 for demand in tier.demands if demand.must)
    if gates:
        open_gates = len(standing.missing_musts)
        missing = f"{open_gates} to pass" if open_gates else ""
        yield Condition("Gates", str(gates), f"{gates - open_gates} passed", missing)
    pass_fit, fit = assessment.ladder.pass_fit, standing.fit
    lacks = f"{count(points_asked(pass_fit) - points(fit), 'point')} more" if fit < pass_fit else ""
    yield Condition("Fit", percent_asked(pass_fit), percent(fit), lacks)


def _lack(gap: Gap, skills: Mapping[str, Skill]) -> Lack:
    skill = skills[gap.skill]
    return Lack(
        gap,
        skill.name,
        skill.levels[gap.have - 1] if gap.have else None,
        skill.levels[gap.need - 1],
    )


def _strengths(assessment: Assessment, tier: Tier, skills: Mapping[str, Skill]) -> Strengths:
    profile = assessment.profile
    asked = [demand for demand in tier.demands if demand.skill not in profile.not_applicable]
    met = [demand for demand in asked if _met(demand, profile)]
    shown = [
        Shown(skills[skill], profile.skills[skill], text)
        for skill, text in profile.evidence.items()
        if profile.skills.get(skill)
    ]
    open_gates = missing_musts(tier.demands, profile.skills)
    gates = [demand.skill for demand in asked if demand.must]
    return Strengths(
        tier=tier,
        rated=bool(profile.skills),
        met=len(met),
        asked=len(asked),
        gates=tuple(skills[skill] for skill in gates if skill not in open_gates),
        gates_asked=len(gates),
        shown=tuple(sorted(shown, key=lambda each: (-each.level, each.skill.name))),
    )


def _met(demand: Demand, profile: Profile) -> bool:
    return profile.skills.get(demand.skill, 0) >= demand.level


def _week(plan: Plan, skills: Mapping[str, Skill]) -> Iterator[Beginning]:
    """Yield the steps that begin in the first week: those before them leave time, at their shortest."""
    low = high = 0.0
    for step in plan.steps:
        if low >= plan.hours_per_week:
            return
        low, high = low + step.hours.min, high + step.hours.max
        yield Beginning(step, skills[step.skill].name, high <= plan.hours_per_week)


def _references(
    week: Iterable[Beginning], way: Iterable[Stop], pay: Iterable[PayOn], roles: Iterable[Market]
) -> Iterator[str]:
    """Yield every reference of a report in the order in which a reader meets them."""
    for beginning in week:
        yield beginning.step.growth.source
    for milestone in way:
        for _, step in milestone.steps:
            yield step.growth.source
    for on in pay:
        if on.pay.estimate:
            yield on.pay.estimate.source
        if on.wages:
            yield on.wages.source
    for market in roles:
        for section in (market.pay, market.outlook):
            if section:
                yield from section.sources
        yield from (figure.source for figure in market.claims)
        yield from (projection.source for _, projection in market.projected)
