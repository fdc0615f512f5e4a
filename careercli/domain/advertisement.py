"""What a job advertisement asks: read from its text, before anybody is compared with it."""

from __future__ import annotations

from typing import Literal

from careercli.domain.model import Tier
from careercli.domain.states import NOWHERE
from careercli.domain.values import Value

Demand = Literal["required", "preferred", "implied"]
"""How something is asked for: it must be there, it is welcome, or the duties cannot be done without it."""

LineOfWork = Literal["ladder", "beside", "other", "unclear"]
"""Whether a job is on the ladder, in a seat beside it, in another line of work, or does not say."""

ConditionKind = Literal[
    "place",
    "right-to-work",
    "on-site",
    "shift",
    "nights",
    "weekends",
    "on-call",
    "hours-abroad",
    "travel",
    "language",
    "education",
    "certificate",
    "licence",
    "driving",
    "checks",
    "equipment",
    "physical",
    "age",
    "other",
]
"""What a condition is about; each is one that only the reader can answer."""


Alternative = Literal["support_years", "leading_years", "education"]
"""What an advertisement may ask in place of something else."""

UNITED_STATES = "United States"
"""The country whose pay figures are kept."""

CANADA = "Canada"


class Quote(Value):
    """Words of an advertisement as they stand there, and the line that they stand on, counted from 1.

    The line is 0 where its file says them for machines, such as in front matter or in schema.org's words.
    """

    words: str
    line: int


class AskedSkill(Value):
    """A skill that is asked for, how, and the words that say so.

    ``level`` is the level from 1 to 3 that words such as "basic", "strong" and "expert" name; None without.
    ``by_language`` is whether a language asks for it by its name, which is a condition already.
    """

    skill: str
    demand: Demand
    quote: Quote
    level: int | None = None
    by_language: bool = False


class AskedYears(Value):
    """Years that are asked for: at least ``least``, ``most`` where a range is named, and the words.

    ``of`` is what they are years of where that is neither support nor leading, such as "sales"; of support
    where not any will do, such as "online gaming".
    ``or_else`` is what does in place of them, as the advertisement says it; "" for nothing.
    """

    least: float
    demand: Demand
    quote: Quote
    most: float | None = None
    of: str = ""
    or_else: str = ""


class AskedTool(Value):
    """A tool that is named, how it is asked for, and the words; ``names`` are all that it is known by."""

    tool: str
    demand: Demand
    quote: Quote
    names: tuple[str, ...] = ()


class AskedEducation(Value):
    """The lowest education that is asked for.

    ``level`` is its name in the field's words, such as "high school" or "bachelor's"; ``or_else`` what does
    in place of it, such as "equivalent experience"; "" where nothing does.
    """

    level: str
    demand: Demand
    quote: Quote
    or_else: str = ""


class Condition(Value):
    """What must be true of the person and stands in no profile: only the reader can answer it.

    ``id`` is the same for the same text, and different from every other of one advertisement. ``about`` says
    what it is about, such as "Portuguese" or "Lebanon, TN"; "" where its kind says it all.
    """

    id: str
    kind: ConditionKind
    demand: Demand
    quote: Quote
    about: str = ""


class AskedPay(Value):
    """What is offered, as written, in ``currency`` (ISO 4217); ``per`` is None where no period is stated."""

    min: float | None
    max: float | None
    currency: str | None
    per: Literal["year", "month", "week", "day", "hour"] | None
    quote: Quote


class Advertisement(Value, kw_only=True):
    """What one advertisement asks, every part with its words and their line.

    Attributes:
        name: what messages call it: a file, or standard input.
        title: the title of the job.
        employer: who offers it.
        line_of_work: whether the job is on this ladder.
        country: the English name of the country that it is in; "" where nothing tells.
        state: the code of its state, in the United States; "" where nothing tells.
        known_as: what the job is, in a few words, where it is not on the ladder: "customer success".
        tier: the tier that it really asks for; None for a job that is not on the ladder.
        stated: the tier that its title names.
        tier_why: the words that decided, the most telling first.
        support_years: years of support work.
        leading_years: years of leading people.
        other_years: years of anything else.
        either: what of years and education stands for one another, so that one of it is enough.
        skills: each skill once, by its strongest demand.
        tools: each tool that is named once.
        education: the lowest that is asked for.
        languages: their English names.
        pay: what is offered.
        team: how many people report to it, the fewest of a range.
        team_words: the words that say so.
        budget: the words that say that it answers for money.
        conditions: what only the reader can answer.
        not_understood: what is demanded and could be made nothing of.
        not_taken: what was left out of reading, and why.

    """

    name: str
    title: str | None
    employer: str | None
    line_of_work: LineOfWork
    country: str = ""
    state: str = ""
    known_as: str = ""
    tier: Tier | None = None
    stated: Tier | None = None
    tier_why: tuple[Quote, ...] = ()
    support_years: AskedYears | None = None
    leading_years: AskedYears | None = None
    other_years: tuple[AskedYears, ...] = ()
    either: tuple[Alternative, ...] = ()
    skills: tuple[AskedSkill, ...] = ()
    tools: tuple[AskedTool, ...] = ()
    education: AskedEducation | None = None
    languages: tuple[str, ...] = ()
    pay: AskedPay | None = None
    team: int | None = None
    team_words: Quote | None = None
    budget: Quote | None = None
    conditions: tuple[Condition, ...] = ()
    not_understood: tuple[Quote, ...] = ()
    not_taken: tuple[str, ...] = ()

    @property
    def abroad(self) -> bool | None:
        """Whether the job is outside the United States; None where nothing tells.

        A place that names neither a country nor a state is taken to be elsewhere, unless the pay is in
        dollars.
        """
        currency = self.pay.currency if self.pay else None
        if self.country or self.state:
            return self.country not in {"", UNITED_STATES}
        if currency and currency != "USD":
            return True
        placed = any(each.kind == "place" and each.about for each in self.conditions)
        return (not currency) if placed else None

    def pay_area(self, reader: str | None) -> str | None:
        """Return whose figures of pay say something of it, by where its reader lives.

        Both are the code of a state, ``none`` outside the United States, or None for the country as a whole.
        """
        if self.abroad is None:
            return reader
        if self.abroad:
            return NOWHERE
        return self.state or (None if reader == NOWHERE else reader)
