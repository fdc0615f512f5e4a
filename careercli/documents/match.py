"""What ``match`` prints, as types: docs/json.md describes them."""

from datetime import date
from typing import Annotated, Literal

from careercli.documents.plans import StepDocument
from careercli.documents.projection import (
    WHOLE,
    As,
    DocumentPart,
    Fit,
    From,
    Id,
    Names,
    Printed,
    TextOrNull,
    project,
)
from careercli.domain.advertisement import Advertisement, Alternative, ConditionKind, Demand, LineOfWork
from careercli.domain.match import Match
from careercli.domain.schedule import Plan
from careercli.domain.skills_asked import SkillFit, SkillState
from careercli.domain.verdict import Verdict
from careercli.text.match import question, reasons

Words = Annotated[str, From("quote.words")]
"""Words of the advertisement."""

AtLine = Annotated[int, From("quote.line")]
"""The line on which they stand, from 1."""


Asked = Annotated[str, WHOLE, As(lambda condition, _: question(condition))]
"""A condition as a question to the reader."""

Takes = Annotated[Literal["interview", "plan", "rating"] | None, WHOLE, As(lambda fit, _: _takes(fit))]


class QuoteDocument(DocumentPart):
    """Words of an advertisement as they stand there, and their line, from 1."""

    quote: Annotated[str, From("words")]
    line: int


class AskedYearsDocument(DocumentPart):
    """Years that are asked for. ``of`` says of what: of other work, or of support where not any will do.

    ``max`` is null without a range, ``or_else`` what does in place of them.
    """

    min: Annotated[float, From("least")]
    max: Annotated[float | None, From("most")]
    demand: Demand
    of: TextOrNull
    or_else: TextOrNull
    quote: Words
    line: AtLine


class AskedSkillDocument(DocumentPart):
    """A skill that is asked for, how, and the words that say so."""

    skill: str
    demand: Demand
    quote: Words
    line: AtLine


class AskedEducationDocument(DocumentPart):
    """The lowest education that is asked for; ``or_else`` is what does in place of it, or null."""

    level: str
    demand: Demand
    or_else: TextOrNull
    quote: Words
    line: AtLine


class AskedPayDocument(DocumentPart):
    """What is offered, as written; ``currency`` by ISO 4217, ``per`` null where no period is stated."""

    min: float | None
    max: float | None
    currency: str | None
    per: Literal["year", "month", "week", "day", "hour"] | None
    quote: Words
    line: AtLine


class ConditionDocument(DocumentPart):
    """What only the reader can answer, by its lasting ``id``; ``question`` puts it to them."""

    id: str
    kind: ConditionKind
    demand: Demand
    about: TextOrNull
    question: Asked
    quote: Words
    line: AtLine


Tools = Annotated[tuple[str, ...], As(lambda tools, _: tuple(tool.tool for tool in tools))]


class AdvertisementDocument(DocumentPart):
    """What was read: ``tier`` is what is really asked for, null off the ladder, ``stated`` that of the title.

    ``country`` is an English name, ``state`` the code of a US state; null where nothing tells them.
    ``known_as`` is what a job is that is not on the ladder. ``either`` names what stands for one another.
    ``not_taken`` says what was left out of reading.
    """

    name: str
    title: str | None
    employer: str | None
    line_of_work: LineOfWork
    country: TextOrNull
    state: TextOrNull
    known_as: TextOrNull
    tier: Id | None
    stated: Id | None
    tier_why: tuple[QuoteDocument, ...]
    support_years: AskedYearsDocument | None
    leading_years: AskedYearsDocument | None
    other_years: tuple[AskedYearsDocument, ...]
    either: tuple[Alternative, ...]
    skills: tuple[AskedSkillDocument, ...]
    tools: Tools
    education: AskedEducationDocument | None
    languages: tuple[str, ...]
    pay: AskedPayDocument | None
    team: int | None
    budget: QuoteDocument | None
    conditions: tuple[ConditionDocument, ...]
    not_understood: tuple[QuoteDocument, ...]
    not_taken: tuple[str, ...]


class SkillFitDocument(DocumentPart):
    """A skill that is asked, with the level there is, null where it is not rated, and the one to bring.

    ``must`` is whether candidates are turned down without it. ``takes`` is what closes the gap: an interview,
    a plan or a rating; null where it is met. ``evidence`` is the person's own, null where there is none.
    """

    skill: Annotated[str, From("asked.skill")]
    name: Annotated[str, From("asked.skill"), As(lambda skill, names: names.get(skill, skill))]
    demand: Annotated[Demand, From("asked.demand")]
    have: int | None
    need: int
    must: bool
    state: SkillState
    takes: Takes
    evidence: str | None
    quote: Annotated[str, From("asked.quote.words")]
    line: Annotated[int, From("asked.quote.line")]


class AnswerDocument(DocumentPart):
    """A condition that was answered."""

    id: Annotated[str, From("condition.id")]
    answer: bool


class MatchDocument(Printed, tag="careercli/match@1"):
    """What ``match AD --json`` prints: what the advertisement asks, and how the person fits it.

    ``at_least`` and ``at_most`` are the verdict with everything that is not rated at 0, and at 4. ``covered``
    is how much of what is asked the levels cover, from 0 to 1. ``answers`` are those given to conditions,
    ``to_answer`` the conditions left. ``steps`` are those that the advertisement needs, in order.
    ``known_tools`` are those of its tools that the evidence names.
    """

    as_of: date
    ad: AdvertisementDocument
    verdict: Verdict
    at_least: Verdict
    at_most: Verdict
    reasons: tuple[str, ...]
    covered: Fit
    meets: tuple[SkillFitDocument, ...]
    missing: tuple[SkillFitDocument, ...]
    answers: tuple[AnswerDocument, ...]
    to_answer: tuple[ConditionDocument, ...]
    known_tools: tuple[str, ...]
    steps: tuple[StepDocument, ...]


def match_document(match: Match, plan: Plan, names: Names) -> MatchDocument:
    """Return a match as its document; ``plan`` has the steps that it needs."""
    evidence = match.assessment.profile.evidence

    def fit(of: SkillFit) -> SkillFitDocument:
        return project(SkillFitDocument, of, names, evidence=evidence.get(of.asked.skill))

    steps = tuple(dated for milestone in plan.milestones for dated in milestone.steps)
    return project(
        MatchDocument,
        match,
        names,
        as_of=match.assessment.as_of,
        ad=advertisement_document(match.ad, names),
        reasons=reasons(match),
        covered=match.share,
        meets=tuple(fit(each) for each in match.of("met")),
        missing=tuple(fit(each) for each in match.of("short", "missing", "unrated")),
        answers=tuple(each for each in match.conditions if each.answer is not None),
        steps=steps,
    )


def advertisement_document(ad: Advertisement, names: Names) -> AdvertisementDocument:
    """Return what was read of an advertisement as a part of a document."""
    return project(AdvertisementDocument, ad, names)


def _takes(fit: SkillFit) -> str | None:
    if fit.have is None:
        return "rating"
    return "plan" if fit.takes_plan else "interview" if fit.bridged else None
