"""What the title of a job in a résumé makes of it, and what is asked where the title leaves it open."""

from typing import cast, get_args

import msgspec

from careercli.domain.experience import DoubtChoice, DoubtKind, JobKind
from careercli.domain.model import Ladder, Tier
from careercli.domain.titles import TitleReading, meant_title, read_title
from careercli.text.experience import title_words


class TitleVerdict(msgspec.Struct, frozen=True):
    """What a title says: the kind of work, why, and what is left open.

    ``doubt`` is the kind of doubt, or null; the readings to choose from are then in ``choices``, and ``kind``
    is what holds without an answer. ``no_job`` tells a time without a job, such as a sabbatical.
    """

    kind: JobKind
    why: str
    doubt: DoubtKind | None = None
    choices: tuple[DoubtChoice, ...] = ()
    no_job: bool = False


_ASKED = (
    DoubtChoice("support", "It was customer support; I led nobody."),
    DoubtChoice("leading", "It was customer support, and I led people who do it."),
    DoubtChoice("none", "It was neither: count nothing."),
)

OTHER_WORK = (
    *_ASKED[:2],
    DoubtChoice("elsewhere", "I led people in other work: it does not count."),
    DoubtChoice("neither", "It was other work: it does not count."),
)
"""What a job may have been whose title says that it is none of this line of work."""


def verdict_on(ladder: Ladder, title: str) -> TitleVerdict:
    """Return what a title says. Every title says something: ``neither`` at the least."""
    reading = read_title(ladder, title) if title.strip() else None
    if reading is None:
        return TitleVerdict("neither", "There is no title.")
    words = title_words(reading)
    if reading.no_job:
        return TitleVerdict("neither", f"A time without a job: {words}.", no_job=True)
    if reading.adjacent:
        return TitleVerdict("support", f"It stands beside support, and its years count as support: {words}.")
    return _of_tier(reading, reading.tier) if reading.tier else _of_other_work(ladder, reading)


def _of_tier(reading: TitleReading, tier: Tier) -> TitleVerdict:
    """Return what a title says that names a tier, or two."""
    kind: JobKind = "leading" if tier.leads_people else "support"
    why = f"{tier.title}, by the words of the title: {title_words(reading)}."
    if reading.also is None:
        return TitleVerdict(kind, why)
    choices = tuple(DoubtChoice(each.id, f"{each.title}.") for each in (tier, reading.also))
    return TitleVerdict(kind, f"{why} It names {reading.also.title} as well.", "two-readings", choices)


def _of_other_work(ladder: Ladder, reading: TitleReading) -> TitleVerdict:
    """Return what a title says that names no tier, and what to ask where it may be support all the same."""
    kind: JobKind = "elsewhere" if reading.leads else "neither"
    if reading.words and reading.sounds:
        words = title_words(reading)
        why = reading.note or f"The title is another job, and sounds like this line of work: {words}."
        return TitleVerdict(kind, why, "look-alike", _ASKED)
    meant = None if reading.words else meant_title(ladder, reading.text)
    if meant:
        return TitleVerdict(kind, f"The title is not known. Did you mean '{meant}'?", "sounds-alike", _ASKED)
    if reading.sounds:
        why = "The title sounds like this line of work and is none that is known."
        return TitleVerdict(kind, why, "sounds-alike", _ASKED)
    if not reading.words and not reading.leads:
        return TitleVerdict(kind, "The title is not known here, and is taken for other work.")
    led = "leads people outside" if reading.leads else "is none"
    return TitleVerdict(kind, f"The title {led} of customer support.")


def kind_of_answer(ladder: Ladder, answer: str, otherwise: JobKind) -> JobKind:
    """Return the kind of work that an answer to a doubt about a title means."""
    kind = next((kind for kind in get_args(JobKind) if kind == answer), None)
    if kind:
        return cast("JobKind", kind)
    tier = next((tier for tier in ladder.tiers if tier.id == answer), None)
    if tier:
        return "leading" if tier.leads_people else "support"
    return otherwise
