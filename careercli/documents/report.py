"""A report as a document: what a person reads on the page, with the assessment and the plan it rests on."""

from datetime import date
from typing import Annotated, Self

from careercli.documents.assessment import AssessmentDocument
from careercli.documents.guides import ExplainedEntry
from careercli.documents.opinions import OpinionDocument
from careercli.documents.plans import PlanDocument, StepDocument
from careercli.documents.projection import (
    WHOLE,
    As,
    DocumentPart,
    From,
    Id,
    Names,
    Printed,
    TextOrNull,
    project,
)
from careercli.domain.guide import Figure, FigureKind
from careercli.domain.market import Market
from careercli.text.report import Condition, Report
from careercli.text.report_parts import nearest, stake_words


class BehaviorDocument(DocumentPart):
    """What a skill looks like now and where it is needed; ``now`` is null where it is not rated, or at 0.

    ``explained`` is where a guide explains it, null where none does.
    """

    skill: Annotated[str, From("gap.skill")]
    name: str
    now: str | None
    needed: str
    explained: ExplainedEntry | None


class MissingDocument(DocumentPart):
    """One thing that is missing: a skill, or a must-have, which several skills may meet.

    ``choice`` and ``among`` say of the latter what it takes and which skills count; else null. ``skills`` are
    then those that meet it in the fewest hours.
    """

    must: bool
    choice: TextOrNull
    among: TextOrNull
    skills: Annotated[tuple[BehaviorDocument, ...], From("lacks")]


class ReadingDocument(DocumentPart):
    """What answers, years or the job say, and why; ``tier`` is null for none."""

    label: str
    tier: Id | None
    text: str


class LeftOutDocument(DocumentPart):
    """A skill that does not apply, and the person's reason."""

    name: str
    reason: str


class EvidenceShownDocument(DocumentPart):
    """A rated skill with its evidence."""

    skill: Id
    name: Annotated[str, From("skill.name")]
    level: int
    evidence: str


class StrengthsDocument(DocumentPart):
    """What there is for ``tier``: how many requirements are met, of how many, the must-haves reached."""

    tier: Id
    said: str
    met: int
    asked: int
    must_haves: tuple[str, ...]
    must_haves_asked: int
    evidence: Annotated[tuple[EvidenceShownDocument, ...], From("shown")]


class BeginningDocument(DocumentPart):
    """What begins this week: a step of a skill, both null for what is to be rated."""

    title: str
    how: str
    when: TextOrNull
    name: TextOrNull
    step: Annotated[StepDocument | None, From("dated")]


class HelpDocument(DocumentPart):
    """A step that the goal does not wait for, with the name of its skill."""

    name: str
    step: StepDocument


class StopDocument(DocumentPart):
    """A milestone in words."""

    tier: Annotated[str, From("milestone.tier.id")]
    title: str
    ready: str
    decides: str
    work: str


StakeWords = Annotated[str, WHOLE, As(lambda on, _: stake_words(on))]


class PayDocument(DocumentPart):
    """The pay on a tier, in dollars a year: the guide's estimate, and the survey of the nearest occupation.

    ``place`` is what the tier is to the person. The survey has null above the highest wage published.
    """

    tier: Id
    place: StakeWords
    estimate: Annotated[Figure | None, From("pay.estimate")]
    occupation: Annotated[str | None, From("pay.occupation.title")]
    p10: Annotated[float | None, From("wages.p10")]
    p25: Annotated[float | None, From("wages.p25")]
    median: Annotated[float | None, From("wages.median")]
    p75: Annotated[float | None, From("wages.p75")]
    p90: Annotated[float | None, From("wages.p90")]
    source: Annotated[str | None, From("wages.source")]


class GrowthDocument(DocumentPart):
    """A change of employment in percent: who says so, of whom, and how much that bears."""

    label: str
    change: Annotated[float | None, From("amount")]
    kind: FigureKind
    source: str


class MarketDocument(DocumentPart):
    """What the guide of a role says of pay and outlook, and what to make of it; null where it is silent.

    ``surveyed`` says which occupations of the survey are nearest to which tiers.
    """

    role: Id
    pay: Annotated[str | None, From("pay.lead")]
    pay_meaning: Annotated[str | None, From("pay.meaning")]
    surveyed: str | None
    outlook: Annotated[str | None, From("outlook.lead")]
    outlook_meaning: Annotated[str | None, From("outlook.meaning")]
    growth: tuple[GrowthDocument, ...]

    @classmethod
    def made_from(cls, market: Market, names: Names) -> Self:
        """Return what a guide says of a market, what is claimed before what is projected."""
        projected = [
            GrowthDocument(
                f"{occupation.title}, {projection.start} to {projection.end}",
                projection.change,
                "projected",
                projection.source,
            )
            for occupation, projection in market.projected
        ]
        surveyed = nearest(market) if market.surveyed else None
        return project(cls, market, names, surveyed=surveyed, growth=(*market.claims, *projected))


class ReportNoteDocument(DocumentPart):
    """A note of a coach."""

    date: Annotated[date, From("day")]
    text: str


class CitedSourceDocument(DocumentPart):
    """A source that is cited."""

    id: str
    title: str
    publisher: str
    date: str
    note: str
    terms: str


class ReportDocument(Printed, tag="careercli/report@2"):
    """What ``report --json`` prints.

    ``notes`` is null without ``--notes``, ``others`` without ``--feedback``.
    """

    version: str
    as_of: Annotated[date, From("assessment.as_of")]
    standing: str
    readings: tuple[ReadingDocument, ...]
    reasons: tuple[str, ...]
    conditions: tuple[Condition, ...]
    confirming: tuple[MissingDocument, ...]
    missing: Annotated[tuple[MissingDocument, ...], From("lacking")]
    later: tuple[MissingDocument, ...]
    left_out: tuple[LeftOutDocument, ...]
    strengths: StrengthsDocument
    week: tuple[BeginningDocument, ...]
    way: tuple[StopDocument, ...]
    also_helps: tuple[HelpDocument, ...]
    pay: Annotated[tuple[PayDocument, ...], From("paid")]
    markets: tuple[MarketDocument, ...]
    notes: tuple[ReportNoteDocument, ...] | None
    others: tuple[OpinionDocument, ...] | None
    sources: tuple[CitedSourceDocument, ...]
    assessment: AssessmentDocument
    plan: Annotated[PlanDocument, From("assessment.plan")]

    @classmethod
    def made_from(cls, report: Report, names: Names) -> Self:
        """Return a report as its document."""
        others = report.others
        return project(
            cls,
            report,
            names,
            others=others and tuple(OpinionDocument.of(each, report.assessment, names) for each in others),
            left_out=tuple(LeftOutDocument(*pair) for pair in report.left_out),
            also_helps=tuple(
                HelpDocument(name, StepDocument.made_from(dated, names)) for name, dated in report.also_helps
            ),
        )
