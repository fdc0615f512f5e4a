"""A report as a document: what a person reads on the page, with the assessment and the plan it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from careercli.documents.documents import AssessmentDocument, assessment_document, tier_id
from careercli.documents.plans import PlanDocument, StepDocument, dated_step_document, plan_document
from careercli.domain.guide import Figure, FigureKind
from careercli.domain.market import Market, PayOn
from careercli.text.pay import stake_words
from careercli.text.report import Beginning, Condition, Lack, Open, Report
from careercli.text.report_parts import nearest


class BehaviorDocument(msgspec.Struct, frozen=True):
    """What a skill looks like now and where it is needed; ``now`` is null where it is not rated, or at 0."""

    skill: str
    name: str
    now: str | None
    needed: str


class MissingDocument(msgspec.Struct, frozen=True):
    """One thing that is missing: a skill, or a must-have, which several skills may meet.

    ``choice`` and ``among`` say of the latter what it takes and which skills count; else null. ``skills`` are
    then those that meet it in the fewest hours.
    """

    must: bool
    choice: str | None
    among: str | None
    skills: tuple[BehaviorDocument, ...]


class ReadingDocument(msgspec.Struct, frozen=True):
    """What answers, years or the job say, and why; ``tier`` is null for none."""

    label: str
    tier: str | None
    text: str


class LeftOutDocument(msgspec.Struct, frozen=True):
    """A skill that does not apply, and the person's reason."""

    name: str
    reason: str


class EvidenceShownDocument(msgspec.Struct, frozen=True):
    """A rated skill with its evidence."""

    skill: str
    name: str
    level: int
    evidence: str


class StrengthsDocument(msgspec.Struct, frozen=True):
    """What there is for ``tier``: how many requirements are met, of how many, the must-haves reached."""

    tier: str
    said: str
    met: int
    asked: int
    must_haves: tuple[str, ...]
    must_haves_asked: int
    evidence: tuple[EvidenceShownDocument, ...]


class WeekDocument(msgspec.Struct, frozen=True):
    """What begins this week: a step of a skill, both null for what is to be rated."""

    title: str
    how: str
    when: str | None
    name: str | None
    step: StepDocument | None


class HelpDocument(msgspec.Struct, frozen=True):
    """A step that the goal does not wait for, with the name of its skill."""

    name: str
    step: StepDocument


class StopDocument(msgspec.Struct, frozen=True):
    """A milestone in words."""

    tier: str
    title: str
    ready: str
    decides: str
    work: str


class PayDocument(msgspec.Struct, frozen=True):
    """The pay on a tier, in dollars a year: the guide's estimate, and the survey of the nearest occupation.

    ``place`` is what the tier is to the person. The survey has null above the highest wage published.
    """

    tier: str
    place: str
    estimate: Figure | None
    occupation: str | None
    p10: float | None
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    source: str | None


class GrowthDocument(msgspec.Struct, frozen=True):
    """A change of employment in percent: who says so, of whom, and how much that bears."""

    label: str
    change: float | None
    kind: FigureKind
    source: str


class MarketDocument(msgspec.Struct, frozen=True):
    """What the guide of a role says of pay and outlook, and what to make of it; null where it is silent.

    ``surveyed`` says which occupations of the survey are nearest to which tiers.
    """

    role: str
    pay: str | None
    pay_meaning: str | None
    surveyed: str | None
    outlook: str | None
    outlook_meaning: str | None
    growth: tuple[GrowthDocument, ...]


class ReportNoteDocument(msgspec.Struct, frozen=True):
    """A note of a coach."""

    date: date
    text: str


class CitedSourceDocument(msgspec.Struct, frozen=True):
    """A source that is cited."""

    id: str
    title: str
    publisher: str
    date: str
    note: str
    terms: str


class ReportDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``report --json`` prints. ``notes`` is null without ``--notes``."""

    schema: Literal["careercli/report@2"] = "careercli/report@2"
    version: str
    as_of: date
    standing: str
    readings: tuple[ReadingDocument, ...]
    reasons: tuple[str, ...]
    conditions: tuple[Condition, ...]
    confirming: tuple[MissingDocument, ...]
    missing: tuple[MissingDocument, ...]
    later: tuple[MissingDocument, ...]
    left_out: tuple[LeftOutDocument, ...]
    strengths: StrengthsDocument
    week: tuple[WeekDocument, ...]
    way: tuple[StopDocument, ...]
    also_helps: tuple[HelpDocument, ...]
    pay: tuple[PayDocument, ...]
    markets: tuple[MarketDocument, ...]
    notes: tuple[ReportNoteDocument, ...] | None
    sources: tuple[CitedSourceDocument, ...]
    assessment: AssessmentDocument
    plan: PlanDocument


def report_document(report: Report, names: dict[str, str]) -> ReportDocument:
    """Return a report as its document; ``names`` maps skill ids to names."""
    strengths = report.strengths
    return ReportDocument(
        version=report.version,
        as_of=report.assessment.as_of,
        standing=report.standing,
        readings=tuple(
            ReadingDocument(each.label, tier_id(each.tier), each.text) for each in report.readings
        ),
        reasons=report.reasons,
        conditions=report.conditions,
        confirming=_missing(report.confirming),
        missing=_missing(report.lacking),
        later=_missing(report.later),
        left_out=tuple(LeftOutDocument(name, reason) for name, reason in report.left_out),
        strengths=StrengthsDocument(
            tier=strengths.tier.id,
            said=strengths.said,
            met=strengths.met,
            asked=strengths.asked,
            must_haves=strengths.must_haves,
            must_haves_asked=strengths.must_haves_asked,
            evidence=tuple(
                EvidenceShownDocument(each.skill.id, each.skill.name, each.level, each.evidence)
                for each in strengths.shown
            ),
        ),
        week=tuple(_beginning(each, names) for each in report.week),
        way=tuple(
            StopDocument(stop.milestone.tier.id, stop.title, stop.ready, stop.decides, stop.work)
            for stop in report.way
        ),
        also_helps=tuple(
            HelpDocument(name, dated_step_document(dated, names)) for name, dated in report.also_helps
        ),
        pay=tuple(_pay(on) for on in report.paid),
        markets=tuple(_market(market) for market in report.markets),
        notes=None
        if report.notes is None
        else tuple(ReportNoteDocument(note.day, note.text) for note in report.notes),
        sources=tuple(
            CitedSourceDocument(
                source.id, source.title, source.publisher, source.date, source.note, source.terms
            )
            for source in report.sources
        ),
        assessment=assessment_document(report.assessment, names),
        plan=plan_document(report.assessment.plan, names),
    )


def _missing(entries: Iterable[Open]) -> tuple[MissingDocument, ...]:
    return tuple(
        MissingDocument(entry.must, entry.choice or None, entry.among or None, _behaviors(entry.lacks))
        for entry in entries
    )


def _behaviors(lacking: Iterable[Lack]) -> tuple[BehaviorDocument, ...]:
    return tuple(BehaviorDocument(lack.gap.skill, lack.name, lack.now, lack.needed) for lack in lacking)


def _beginning(each: Beginning, names: dict[str, str]) -> WeekDocument:
    step = dated_step_document(each.dated, names) if each.dated else None
    return WeekDocument(each.title, each.how, each.when or None, each.name or None, step)


def _pay(on: PayOn) -> PayDocument:
    occupation, wages = on.pay.occupation, on.wages
    return PayDocument(
        tier=on.tier.id,
        place=stake_words(on),
        estimate=on.pay.estimate,
        occupation=occupation.title if occupation else None,
        p10=wages.p10 if wages else None,
        p25=wages.p25 if wages else None,
        median=wages.median if wages else None,
        p75=wages.p75 if wages else None,
        p90=wages.p90 if wages else None,
        source=wages.source if wages else None,
    )


def _market(market: Market) -> MarketDocument:
    pay, outlook = market.pay, market.outlook
    claimed = [GrowthDocument(claim.label, claim.amount, claim.kind, claim.source) for claim in market.claims]
    projected = [
        GrowthDocument(
            f"{occupation.title}, {projection.start} to {projection.end}",
            projection.change,
            "projected",
            projection.source,
        )
        for occupation, projection in market.projected
    ]
    return MarketDocument(
        role=market.role.id,
        pay=pay.lead if pay else None,
        pay_meaning=pay.meaning if pay else None,
        surveyed=nearest(market) if market.surveyed else None,
        outlook=outlook.lead if outlook else None,
        outlook_meaning=outlook.meaning if outlook else None,
        growth=(*claimed, *projected),
    )
