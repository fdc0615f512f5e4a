"""What is read rather than reckoned with: the guides of the roles, and the facts that they rest on.

These values are a pack's files, the domain's values and what is exported, in one definition: a guide is
shown as it was written. A text may hold figures only where its section lists them with their source.
"""

from collections import Counter
from typing import Annotated, Literal, Self

from msgspec import Meta

from careercli.domain.library import Library
from careercli.domain.states import STATES
from careercli.domain.values import (
    EMPTY,
    REFERS_TO,
    Code,
    Identifier,
    Line,
    Reference,
    SkillId,
    Sources,
    Text,
    TierId,
    Value,
)

SectionId = Annotated[Identifier, Meta(description="the id of a section", extra={REFERS_TO: "section"})]
Amount = Annotated[float, Meta(ge=-1e9, le=1e9, description="a number from -1e9 to 1e9")]
Count = Annotated[float, Meta(ge=0, le=1e9, description="a number from 0 to 1e9")]
Wage = Annotated[float, Meta(gt=0, le=1e9, description="an amount of money above 0")]
StateCode = Annotated[
    str, Meta(pattern=f"^({'|'.join(STATES)})$", description="the code of a US state, such as CA")
]
FigureKind = Literal["estimate", "measured", "projected", "claimed", "reported", "stated"]
Lines = Annotated[tuple[Line, ...], Meta(min_length=1, description="a list of at least one text")]
Paragraphs = Annotated[tuple[Text, ...], Meta(min_length=1, description="a list of at least one text")]


MONEY = "USD"
"""The currency of every amount of money; a unit begins with it."""

SIGNED = "% change"
"""The unit of shares that are shown with their sign."""


class Figure(Value, kw_only=True):
    """One figure with its source: an exact ``amount``, a range from ``min`` to ``max``, or ``words``.

    ``unit`` is what it counts, such as ``USD a year``, ``%`` or ``% change`` (shown with its sign). ``kind``
    says how much it bears: ``measured`` by a survey; ``projected`` by a statistics office; ``reported`` as
    the outcome of one case; ``claimed`` without evidence, or by a vendor of its own product or customers;
    ``estimate`` of an author, a forecast included; ``stated`` as a rule.
    """

    label: Line
    source: Reference
    kind: FigureKind
    amount: Amount | None = None
    min: Amount | None = None
    max: Amount | None = None
    words: Line | None = None
    unit: Line | None = None
    tier: TierId | None = None
    note: Line | None = None

    def __post_init__(self) -> None:
        """Refuse a figure without a value, with two, with a range that runs backwards, or without a unit."""
        ranged = self.min is not None or self.max is not None
        if (self.amount is not None) + ranged + (self.words is not None) != 1:
            raise ValueError("must have one of amount, words, and min or max")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min must not be above max")
        if self.words is None and self.unit is None:
            raise ValueError("must say its unit")


class Point(Value, kw_only=True):
    """One item of a list: a short name and what there is to say about it; a skill if it is about one."""

    name: Line
    text: Text
    skill: SkillId | None = None


class PointGroup(Value, kw_only=True):
    """A named part of a list, such as a part of the day; ``aside`` is its time, ``lead`` its focus."""

    name: Line
    points: Annotated[tuple[Point, ...], Meta(min_length=1, description="a list of at least one point")]
    aside: Line | None = None
    lead: Text | None = None


class Nearest(Value, kw_only=True):
    """The occupation of the official statistics that is nearest to a role or tier, and why it is."""

    occupation: Code
    why: Text
    tiers: tuple[TierId, ...] = ()


class Elsewhere(Value, kw_only=True):
    """What a real employer's ladder asks at about the same height."""

    title: Line
    asks: Text
    source: Reference


class TierPortrait(Value, kw_only=True):
    """What somebody on a tier does, and what real ladders ask there."""

    tier: TierId
    text: Text
    duties: Lines
    elsewhere: tuple[Elsewhere, ...] = ()


class CaseStudy(Value, kw_only=True):
    """A story of what somebody tried, its results as figures, and what to take from it."""

    title: Line
    story: Paragraphs
    takeaway: Text
    figures: tuple[Figure, ...] = ()


class RelatedRole(Value, kw_only=True):
    """Another job within reach: what carries over to it, and what is missing."""

    title: Line
    text: Text
    carries_over: Lines
    missing: Lines
    sources: Sources
    skills: tuple[SkillId, ...] = ()
    occupation: Code | None = None


class Question(Value, kw_only=True):
    """A question that people ask, and its answer; ``keywords`` are words that askers use instead.

    ``skills`` are those that it is about, the one that it explains first. ``sources`` are those that this
    answer rests on, where it is not all of its section's.
    """

    question: Line
    answer: Paragraphs
    skills: tuple[SkillId, ...] = ()
    keywords: tuple[Line, ...] = ()
    section: SectionId | None = None
    sources: tuple[Reference, ...] = ()


class Section(Value, kw_only=True):
    """One section of a guide. ``lead`` answers in a sentence or two what the section is about.

    What follows it is shown in this order; ``meaning`` says what to make of figures that disagree.
    """

    lead: Text
    sources: Sources
    title: Line | None = None
    text: tuple[Text, ...] = ()
    figures: tuple[Figure, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    points: tuple[Point, ...] = ()
    groups: tuple[PointGroup, ...] = ()
    tiers: tuple[TierPortrait, ...] = ()
    cases: tuple[CaseStudy, ...] = ()
    related: tuple[RelatedRole, ...] = ()
    questions: tuple[Question, ...] = ()
    meaning: Text | None = None

    @property
    def skills(self) -> Counter[str]:
        """The skills that its points and questions are about, each with how often one is."""
        points = (*self.points, *(point for group in self.groups for point in group.points))
        named = (point.skill for point in points if point.skill)
        return Counter((*named, *(name for each in self.questions for name in each.skills)))


class Guide(Value):
    """Everything descriptive about a role; sections in reading order."""

    role: str
    sections: dict[str, Section]


class Term(Value, kw_only=True):
    """A word of the trade: what it means in a sentence, and the skill and the section that it belongs to."""

    name: Line
    text: Line
    aliases: tuple[Line, ...] = ()
    skill: SkillId | None = None
    section: SectionId | None = None


class Percentiles(Value, kw_only=True):
    """Annual wages by percentile, in US dollars, null where none is published; and how many jobs."""

    p10: Wage | None
    p25: Wage | None
    median: Wage | None
    p75: Wage | None
    p90: Wage | None
    jobs: Count | None = None

    def __post_init__(self) -> None:
        """Refuse percentiles that fall."""
        published = [value for value in self.percentiles if value is not None]
        if published != sorted(published):
            raise ValueError("percentiles must not fall from p10 to p90")

    @property
    def percentiles(self) -> tuple[float | None, ...]:
        """All of them, lowest first."""
        return (self.p10, self.p25, self.median, self.p75, self.p90)


class Wages(Percentiles, kw_only=True):
    """What a survey found in the whole country."""

    source: Reference


class SectorWages(Percentiles, kw_only=True):
    """What the same survey found in one sector of the economy, by its NAICS code."""

    naics: Line
    name: Line


class YearBefore(Value, kw_only=True):
    """Jobs and median wage as the survey of the year before found them."""

    jobs: Annotated[float, Meta(gt=0, le=1e9, description="a number above 0")]
    median: Wage
    source: Reference


class Projection(Value, kw_only=True):
    """Employment now and projected, and openings a year, all in thousands; ``change`` in percent."""

    start: int
    end: int
    employment: Count
    projected: Count
    change: Amount
    openings: Count
    education: Line
    experience: Line
    source: Reference

    def __post_init__(self) -> None:
        """Refuse a period that does not end after its start, and a change that the counts do not make."""
        if self.start >= self.end:
            raise ValueError("start must be before end")
        if self.employment == 0:
            raise ValueError("employment must be above 0")
        share = self.projected / self.employment
        change = 100 * (share - 1)
        # Both counts are rounded to a tenth of a thousand, which weighs more the smaller they are.
        rounding = 100 * 0.05 * (1 + share) / self.employment
        if abs(change - self.change) > 0.1 + rounding:
            raise ValueError(f"change must be {change:.1f}, as employment and projected make it")


class Occupation(Value, kw_only=True):
    """An occupation of the official statistics, by its SOC code; ``states`` by the code of the post."""

    code: Code
    title: Line
    wages: Wages | None = None
    year_before: YearBefore | None = None
    states: dict[StateCode, Percentiles] = EMPTY
    sectors: tuple[SectorWages, ...] = ()
    projection: Projection | None = None

    @property
    def national(self) -> Self:
        """It in the country as a whole alone, without its states and sectors."""
        return self.but(states={}, sectors=())

    def within(self, state: str | None) -> Self:
        """Return it with the wages of one state alone, none where nothing is surveyed there; all if None."""
        there = {state: self.states[state]} if state in self.states else {}
        return self if state is None else self.but(states=there)


def portrait_of(library: Library, role: str, tier: str) -> TierPortrait | None:
    """Return what the guide of a role says of one of its tiers, or None where it does not describe it."""
    section = library.section(role, "career-tiers")
    return next((each for each in section.tiers if each.tier == tier), None) if section else None


class Pay(Value):
    """What is known of the pay on a tier: a guide's estimate, and the nearest occupation of the survey."""

    tier: str
    estimate: Figure | None
    nearest: Nearest | None
    occupation: Occupation | None


def pay_of(library: Library, role: str, tier: str) -> Pay:
    """Return what the guide of a role knows of the pay on one of its tiers."""
    section = library.section(role, "pay")
    if section is None:
        return Pay(tier, None, None, None)
    nearest = next((near for near in section.nearest if tier in near.tiers), None)
    return Pay(
        tier,
        next((figure for figure in section.figures if figure.tier == tier), None),
        nearest,
        library.occupations_by_code.get(nearest.occupation) if nearest else None,
    )
