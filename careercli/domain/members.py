"""A person among many: where they stand, and what is between them and their next tier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from operator import sub
from typing import NamedTuple

import msgspec

from careercli.domain.history import Assessed, History, Renamed, day_of
from careercli.domain.model import Hold
from careercli.domain.notes import Note
from careercli.domain.phrases import count, percent_asked, tenths_up
from careercli.domain.tables import STATES, UNRATED, Tables, rank_by_skills, tier_sums


class Origin(NamedTuple):
    """Where a person comes from.

    Attributes:
        key: what tells this person from others for good: a saved name or a file, without the line.
        file: the file, as it is called in messages; "" where there is none, as for standard input.
        saved: what the profile is saved under, or None.
        line: the line of the file, from 1; 0 where the file is one person.

    """

    key: str
    file: str = ""
    saved: str | None = None
    line: int = 0


class Standing(NamedTuple):
    """Where somebody stands, and what is between them and the next tier.

    Attributes:
        rank: that of their tier; 0 for none yet.
        fit: the fit to the next tier, from 0 to 1; None at the top.
        gates: how many gates of the next tier are not reached.
        holds: what stops the next tier.
        support_years, leading_years: the years still missing for it.
        states: of each skill, in the order of their ids: a level, or one of :mod:`tables`' states.

    """

    rank: int
    fit: float | None
    gates: int
    holds: tuple[Hold, ...]
    support_years: float
    leading_years: float
    states: bytes


class Member(msgspec.Struct, frozen=True):
    """A person of a cohort; ``days`` is how long nothing changed, where a history tells."""

    who: str
    origin: Origin
    standing: Standing
    days: int | None = None
    notes: tuple[Note, ...] = ()


class Placer:
    """Says where people stand on a ladder, worked out beforehand."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._first = tuple(place * STATES for place in range(len(tables.order)))

    def standing(self, support_years: float, leading_years: float, codes: Sequence[int]) -> Standing:
        """Return where somebody stands with so many years, and these codes of :mod:`tables`."""
        ladder = self._tables.ladder
        flat = self._tables.sums(codes)
        by_years = self._tables.rank_by_years(support_years, leading_years)
        rank = min(by_years, rank_by_skills(flat, ladder.pass_fit))
        states = bytes(map(sub, codes, self._first))
        tier = ladder.at(rank + 1)
        if tier is None:
            return Standing(rank, None, 0, (), 0.0, 0.0, states)
        sums = tier_sums(flat, tier)
        support = max(tier.carried_support_years - support_years, 0.0)
        leading = max(tier.carried_leading_years - leading_years, 0.0)
        holds: list[Hold] = []
        if sums.missing or sums.fit < ladder.pass_fit:
            holds.append("skills")
        if support:
            holds.append("support_years")
        if leading:
            holds.append("leading_years")
        return Standing(rank, sums.fit, sums.missing, tuple(holds), support, leading, states)


def held_by(standing: Standing, pass_fit: float) -> tuple[str, ...]:
    """Return what holds somebody back, in words: ``2 gates``, ``1.5 leading years``.

    Of who has rated no skill only that is said of skills.
    """
    words: list[str] = []
    if "skills" in standing.holds and min(standing.states, default=0) >= UNRATED:
        words.append("no skill rated")
    elif standing.gates:
        words.append(count(standing.gates, "gate"))
    elif "skills" in standing.holds:
        words.append(f"fit below {percent_asked(pass_fit)}")
    for kind, years in (("support", standing.support_years), ("leading", standing.leading_years)):
        if years:
            shown = tenths_up(years)
            words.append(f"{shown} {kind} {'year' if shown == '1' else 'years'}")
    return tuple(words)


def last_change(history: History, today: date) -> date | None:
    """Return the last day, up to ``today``, on which the person changed; None where no day is remembered.

    A change is a beginning, an import, a step finished or taken back, or facts that were not those of the
    assessment before; newer role data, other names and later days are none.
    """
    days: list[date] = []
    facts: object = None
    for _, record in history.entries:
        if isinstance(record, Assessed):
            same, facts = record.facts == facts, record.facts
            if same:
                continue
        elif isinstance(record, Renamed):
            continue
        days.append(day_of(record))
    return max((day for day in days if day <= today), default=None)
