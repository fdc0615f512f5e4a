"""A change of work as documents: what ``transfer --json`` prints."""

from typing import Annotated

from careercli.documents.projection import WHOLE, DocumentPart, Fit, From, Id, Printed, project
from careercli.domain.guide import Occupation
from careercli.domain.states import NOWHERE
from careercli.domain.transfer import Crossing, Shortfall
from careercli.domain.work import Lesson, Way


class TransferEntry(DocumentPart):
    """One line of work that people come from (``in``) or go to (``out``), by the id of its occupation."""

    id: str
    way: Way
    name: str
    aliases: tuple[str, ...]
    work: str


class TransfersDocument(Printed, tag="careercli/transfers-list@1"):
    """What ``transfer --json`` prints without a line of work: those that are known."""

    transfers: Annotated[tuple[TransferEntry, ...], WHOLE]


class SuggestionEntry(DocumentPart):
    """A skill that may carry over, at a level whose text ``asks`` is the question; nothing is taken.

    ``have`` is the level of the profile that is given, null without one and where it is not rated.
    """

    name: Annotated[str, From("carried.name")]
    text: Annotated[str, From("carried.text")]
    skill: Annotated[str, From("carried.skill")]
    title: str
    level: Annotated[int, From("carried.level")]
    asks: str
    have: int | None
    excused: bool


class SharedEntry(DocumentPart):
    """An activity of both occupations, with its share of the work from 0 to 1 there and in support."""

    name: str
    theirs: Fit
    ours: Fit


class ReachEntry(DocumentPart):
    """How far levels reach toward the ``asked`` that are important, from 0 to 1; ``short`` most first."""

    share: Fit
    asked: int
    short: tuple[Shortfall, ...]


class LikenessEntry(DocumentPart):
    """How alike two occupations are; ``skills`` and ``knowledge`` are null where one of them is not rated."""

    overlap: Fit
    shared: tuple[SharedEntry, ...]
    skills: ReachEntry | None
    knowledge: ReachEntry | None


class TransferDocument(Printed, tag="careercli/transfer@1"):
    """What ``transfer OCCUPATION --json`` prints.

    ``work`` is the occupation that the line of work is compared by, ``beside`` that of support. ``tier`` is
    the id of the nearest, null where the ladder in use has none. ``pay`` and ``paid_here`` are what the
    survey found on both sides, null where there is nothing and for who lives outside the United States.
    """

    id: Annotated[str, From("transfer.id")]
    way: Annotated[Way, From("transfer.way")]
    name: Annotated[str, From("transfer.name")]
    work: Annotated[str, From("theirs.code")]
    work_title: Annotated[str, From("theirs.title")]
    beside: Annotated[str, From("ours.code")]
    beside_title: Annotated[str, From("ours.title")]
    stand_in: Annotated[str | None, From("transfer.stand_in")]
    lead: Annotated[str, From("transfer.lead")]
    suggestions: tuple[SuggestionEntry, ...]
    tier: Id | None
    tier_why: Annotated[str, From("transfer.tier_why")]
    years: Annotated[str, From("transfer.years")]
    pay: Occupation | None
    paid_here: Occupation | None
    application: Annotated[str, From("transfer.application")]
    say: Annotated[str, From("transfer.say")]
    learn: Annotated[tuple[Lesson, ...], From("transfer.learn")]
    surprises: Annotated[tuple[str, ...], From("transfer.surprises")]
    likeness: LikenessEntry
    sources: Annotated[tuple[str, ...], From("transfer.sources")]


def transfer_document(crossing: Crossing, state: str | None = None) -> TransferDocument:
    """Return a change of work as a document; ``state`` is where the reader lives, as in the pay of guides."""
    given = {
        side: None if state == NOWHERE or found is None else found.within(state)
        for side, found in (("pay", crossing.pay), ("paid_here", crossing.paid_here))
    }
    return project(TransferDocument, crossing, **given)
