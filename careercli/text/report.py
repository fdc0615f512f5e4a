"""What a report says: one value, which is then written as a page, as Markdown or as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap
from careercli.domain.ladder import leading_toward
from careercli.domain.library import Library
from careercli.domain.market import Market, PayOn, markets, paid, stakes
from careercli.domain.model import Catalog, Explained, Skill, Source, Tier
from careercli.domain.notes import Note
from careercli.domain.opinion import Contrast
from careercli.domain.placement import rank_of
from careercli.domain.schedule import DatedStep, Plan
from careercli.domain.values import Value
from careercli.domain.way import must_haves
from careercli.text import headline
from careercli.text.explained import place_words
from careercli.text.headline import Reading
from careercli.text.missing import Missing, choice_words, missing, to_confirm
from careercli.text.phrases import (
    capital,
    count,
    inside,
    listed,
    percent_asked,
    points,
    points_asked,
    tenths_down,
    tenths_up,
)
from careercli.text.plan import Stop, assumptions, stop
from careercli.text.steps import INTERVIEW_HOW, Beginning, beginnings
from careercli.text.tiers import covered, floor_of, must_have_name, time, usual_span


class Condition(Value):
    """One thing that a tier asks, what there is of it, and what is missing: ``""`` where nothing is.

    ``usual`` is what the guides call usual, ``""`` where they say nothing; ``sources`` says who asks.
    """

    name: str
    asked: str
    usual: str
    have: str
    missing: str
    sources: tuple[str, ...] = ()


class Lack(Value):
    """A gap with what the skill looks like now and at the level needed.

    ``now`` is None for a skill that is not rated, and at level 0, which looks like nothing. ``explained`` is
    where a guide explains it, None where none does, and ``read`` that in words.
    """

    gap: Gap
    name: str
    now: str | None
    needed: str
    explained: Explained | None
    read: str


class Open(Value):
    """One thing that is missing: a skill, or a must-have, which may be met by several skills.

    ``choice`` says of the latter how many of which level it takes, else ``""``; ``among`` names all the
    skills that count for it. ``lacks`` are then those that meet it in the fewest hours.
    """

    must: bool
    choice: str
    among: str
    lacks: tuple[Lack, ...]


class Shown(Value):
    """A rated skill with evidence for it, as the person wrote it."""

    skill: Skill
    level: int
    evidence: str


class Strengths(Value):
    """What a person brings for a tier: requirements and must-haves that are met, of how many, and evidence.

    ``said`` is that in a sentence, ``rated`` whether any skill is rated at all.
    """

    tier: Tier
    said: str
    rated: bool
    met: int
    asked: int
    must_haves: tuple[str, ...]
    must_haves_asked: int
    shown: tuple[Shown, ...]


class Report(Value):
    """A report on one person on one day.

    Attributes:
        version: the version of careercli that wrote it.
        standing: who is where, and how sure that is, in one sentence.
        readings: what answers, years and the job say.
        reasons: which of them counted, and what else there is to know of it, a sentence each.
        conditions: what the next tier asks, and what there is of it; empty at the top.
        confirming: what is left to show of the tier where the person is placed.
        lacking: what is missing for the next tier, the most telling first.
        later: what the goal asks beyond the next tier.
        left_out: what does not apply to the person's work, with their reason, by name.
        strengths: what the person brings for the next tier, at the top for that.
        week: what begins this week.
        way: the milestones to the goal.
        also_helps: what the tiers on the way ask and the goal does not wait for, as skill and dated step.
        assumptions: what the dates rest on, a sentence each.
        paid: the pay on the tiers that matter to the person.
        markets: pay and outlook in the roles of these tiers.
        notes: a coach's notes; None where they are not asked for.
        others: how other people see the person; None where that is not asked for.
        sources: every source cited, in the order in which a reader meets them.

    """

    version: str
    assessment: Assessment
    standing: str
    readings: tuple[Reading, ...]
    reasons: tuple[str, ...]
    conditions: tuple[Condition, ...]
    confirming: tuple[Open, ...]
    lacking: tuple[Open, ...]
    later: tuple[Open, ...]
    left_out: tuple[tuple[str, str], ...]
    strengths: Strengths
    week: tuple[Beginning, ...]
    way: tuple[Stop, ...]
    also_helps: tuple[tuple[str, DatedStep], ...]
    assumptions: tuple[str, ...]
    paid: tuple[PayOn, ...]
    markets: tuple[Market, ...]
    notes: tuple[Note, ...] | None
    others: tuple[Contrast, ...] | None
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
    others: tuple[Contrast, ...] | None = None,
) -> Report:
    """Return the report on an assessment; ``notes`` are a coach's, ``others`` how other people see it."""
    skills, plan, following = catalog.skills_by_id, assessment.plan, assessment.ahead
    check = to_confirm(assessment)
    known = _needs(check)
    lacking = _beyond(assessment, following, assessment.gaps_ahead, known)
    goal = assessment.goal
    beyond_next = goal if rank_of(goal) > rank_of(following) else None
    later = _beyond(assessment, beyond_next, assessment.goal_gaps, known | _needs(lacking))
    conditions = tuple(_conditions(assessment, following)) if following else ()
    week = tuple(_week(plan, skills))
    way = tuple(stop(milestone, assessment) for milestone in plan.milestones)
    also_helps = assessment.plan_to(goal, "full").also_helps if way else ()
    tiers = stakes(assessment)
    pay = tuple(paid(tiers, library))
    roles = tuple(markets([tier for tier, _ in tiers], catalog, library))
    asked = (source for condition in conditions for source in condition.sources)
    references = (*asked, *_references(week, way, pay, roles))
    cited = dict.fromkeys(each.partition("#")[0] for each in references)
    by_id = {source.id: source for source in catalog.sources}
    return Report(
        version=version,
        assessment=assessment,
        standing=headline.standing_sentence(assessment),
        readings=headline.readings(assessment),
        reasons=tuple(filter(None, (headline.counted_sentence(assessment), *headline.notes(assessment)))),
        conditions=conditions,
        confirming=_opened(check, catalog, assessment.placement.current),
        lacking=_opened(lacking, catalog, following),
        later=_opened(later, catalog, goal),
        left_out=tuple((skills[skill].name, why) for skill, why in assessment.profile.not_applicable.items()),
        strengths=_strengths(assessment, following or assessment.ladder.top, catalog.skill_titles),
        week=week,
        way=way,
        also_helps=tuple(
            (skills[dated.step.skill].name, dated)
            for dated in also_helps
            if dated.step.skill and dated.step.growth
        ),
        assumptions=assumptions(plan) if plan.milestones else (),
        paid=pay,
        markets=roles,
        notes=notes,
        others=others,
        sources=tuple(by_id[each] for each in cited),
    )


def _needs(told: Iterable[Missing]) -> dict[str, int]:
    return {gap.skill: gap.need for entry in told for gap in entry.gaps}


def _beyond(
    assessment: Assessment, tier: Tier | None, gaps: Iterable[Gap], known: Mapping[str, int]
) -> tuple[Missing, ...]:
    """Return what a tier asks more of some skill than was told already."""
    told = missing(assessment.standing(tier), gaps) if tier else ()
    return tuple(entry for entry in told if any(gap.need > known.get(gap.skill, 0) for gap in entry.gaps))


def _opened(told: Iterable[Missing], catalog: Catalog, tier: Tier | None) -> tuple[Open, ...]:
    return tuple(_open(entry, catalog, tier) for entry in told)


def _open(entry: Missing, catalog: Catalog, tier: Tier | None) -> Open:
    choice, lacks, skills = entry.choice, [], catalog.skills_by_id
    for gap in entry.gaps:
        skill = skills[gap.skill]
        now = skill.levels[gap.have - 1] if gap.have else None
        place = skill.explained_to(tier) if tier else None
        read = place_words(place) if place else ""
        lacks.append(Lack(gap, skill.name, now, skill.levels[gap.need - 1], place, read))
    return Open(
        must=entry.gate is not None,
        choice=capital(choice_words(choice)) if choice else "",
        among=listed([inside(skills[skill].name) for skill in choice.skills]) if choice else "",
        lacks=tuple(lacks),
    )


def _conditions(assessment: Assessment, tier: Tier) -> Iterator[Condition]:
    profile, standing = assessment.profile, assessment.standing(tier)
    for name, clock, have in (
        ("Years in support", tier.support_years, profile.full_support_years),
        ("Years of leading", tier.leading_years, leading_toward(tier, profile)),
    ):
        asked, usual = floor_of(assessment.ladder, tier, clock), usual_span(clock)
        if asked or usual:
            more = f"{tenths_up(asked - have)} more" if have < asked else ""
            sources = (*(clock.floor_sources if asked else ()), *filter(None, (clock.usual_source,)))
            shown = time(asked) if asked else "none"
            yield Condition(name, shown, usual, tenths_down(have), more, sources)
    gates, left = len(tier.gates), (len(standing.open_gates), len(standing.to_confirm))
    if gates:
        said = ((left[0], "open"), (left[1], "to confirm"))
        lacks = ", ".join(f"{amount} {what}" for amount, what in said if amount)
        yield Condition("Must-haves", str(gates), "", str(gates - sum(left)), lacks)
    pass_fit, fit = assessment.ladder.pass_fit, standing.fit
    lacks = f"{count(points_asked(pass_fit) - points(fit), 'point')} more" if fit < pass_fit else ""
    lacks = lacks if standing.counts else "more ratings"
    yield Condition("How much of the job you cover", percent_asked(pass_fit), "", covered(standing), lacks)


def _strengths(assessment: Assessment, tier: Tier, names: Mapping[str, str]) -> Strengths:
    profile, skills = assessment.profile, assessment.skills
    asked = [ask for ask in tier.asks if ask.skill not in profile.not_applicable]
    shown = [
        Shown(skills[skill], profile.skills[skill], text)
        for skill, text in profile.evidence.items()
        if profile.skills.get(skill)
    ]
    return Strengths(
        tier=tier,
        said=headline.strengths_sentence(assessment),
        rated=bool(profile.skills),
        met=sum(profile.skills.get(ask.skill, 0) >= ask.level for ask in asked),
        asked=len(asked),
        must_haves=tuple(
            must_have_name(entry.gate, names, profile.not_applicable)
            for entry in must_haves(tier, profile)
            if entry.met
        ),
        must_haves_asked=len(tier.gates),
        shown=tuple(sorted(shown, key=lambda each: (-each.level, each.skill.name))),
    )


_WEEK = timedelta(days=7)


def _week(plan: Plan, skills: Mapping[str, Skill]) -> Iterator[Beginning]:
    """Yield what begins in the first week."""
    for begun in beginnings(plan, skills):
        starts = begun.dated.starts.earliest if begun.dated else None
        if begun.dated is None:
            asked = "" if begun.how == INTERVIEW_HOW else begun.how  # the command says as much
            yield begun.but(how=f"{asked} {headline.RATE_HOW}".strip())
        elif starts and starts < plan.as_of + _WEEK:
            yield begun


def _references(
    week: Iterable[Beginning], way: Iterable[Stop], pay: Iterable[PayOn], roles: Iterable[Market]
) -> Iterator[str]:
    """Yield every reference of a report in the order in which a reader meets them."""
    for beginning in week:
        if beginning.dated and beginning.dated.step.growth:
            yield beginning.dated.step.growth.source
    for milestone in way:
        for dated in (*milestone.agenda.steps, *milestone.agenda.if_needed):
            if dated.step.growth:
                yield dated.step.growth.source
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
