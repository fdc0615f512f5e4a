"""A person among many: where they are, and what is between them and their next tier."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from careercli.domain.gaps import gaps
from careercli.domain.history import Assessed, History, Renamed, day_of
from careercli.domain.ladder import leading_toward
from careercli.domain.model import Hold, Ladder, Profile, Skills, Tier, told
from careercli.domain.notes import Note
from careercli.domain.placement import GateStanding, leads_now, place, rank_of, standings
from careercli.domain.plan import following_rank
from careercli.domain.values import Value

UNRATED, LEFT_OUT, STATES = 5, 6, 7
"""A skill's state is its level from 0 to 4, or one of these; there are seven."""


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


class MissingSkill(NamedTuple):
    """A skill that somebody lacks for the next tier; ``have`` is None where it is not rated.

    ``gate`` says whether it is about a gate. Of a group that several skills can meet it is one of those that
    meet it in the fewest hours.
    """

    skill: str
    have: int | None
    gate: bool


class MemberStanding(NamedTuple):
    """Where somebody is, and what is between them and the next tier.

    Attributes:
        rank: that of their tier; 0 for none yet, or where too little is rated to say.
        placed: whether enough is rated to say.
        expected: the rank that years and the job let one expect where it is not; else 0.
        fit: the fit to the next tier, from 0 to 1, what is not rated estimated; None at the top,
            and where too little is rated to say.
        gates: the gates of the next tier that ratings do not reach, those to confirm included.
        lacks: the skills that are missing for it.
        holds: what the next tier waits for.
        support_years, leading_years: the years still missing for it, by what employers ask.
        states: of each skill, in the order of their ids: a level, ``UNRATED`` or ``LEFT_OUT``.

    """

    rank: int
    placed: bool
    expected: int
    fit: float | None
    gates: tuple[GateStanding, ...]
    lacks: tuple[MissingSkill, ...]
    holds: tuple[Hold, ...]
    support_years: float
    leading_years: float
    states: bytes

    @property
    def following(self) -> int:
        """The rank of the tier they are told about: the next; of one not placed, what years and job say."""
        return self.expected or self.rank + 1


class Member(Value):
    """A person of a cohort; ``days`` is how long nothing changed, where a history tells.

    ``opinions`` is how many others have said how they see them, None for who is not saved.
    """

    who: str
    origin: Origin
    standing: MemberStanding
    days: int | None = None
    notes: tuple[Note, ...] = ()
    opinions: int | None = None


class Placer:
    """Says where people are on a ladder, and what they lack for the next tier."""

    def __init__(self, ladder: Ladder, skills: Skills) -> None:
        self.ladder, self.skills = ladder, skills
        self.order = tuple(sorted(skills))

    def standing(self, profile: Profile) -> MemberStanding:
        """Return where somebody is."""
        against = standings(self.ladder, profile)
        placement = place(self.ladder, profile, against)
        rank = rank_of(placement.current)
        placed = placement.state != "too-little-rated"
        expected = 0 if placed else following_rank(placement)
        known = profile.skills | dict.fromkeys(profile.not_applicable, LEFT_OUT)
        states = bytes(known.get(skill, UNRATED) for skill in self.order)
        tier = self.ladder.at(expected or rank + 1)
        if tier is None:
            return MemberStanding(rank, placed, expected, None, (), (), (), 0.0, 0.0, states)
        standing = against[tier.rank - 1]
        return MemberStanding(
            rank=rank,
            placed=placed,
            expected=expected,
            fit=standing.fit if standing.counts else None,
            gates=standing.gates_left,
            lacks=tuple(
                MissingSkill(gap.skill, gap.have, gap.must)
                for gap in gaps(self.ladder, told(self.skills, placement.seat), profile, tier)
            ),
            holds=placement.held_back_by,
            support_years=max(tier.support_years.floor - profile.full_support_years, 0.0),
            leading_years=self._leading(tier, profile, placement.by_seat),
            states=states,
        )

    def _leading(self, tier: Tier, profile: Profile, held: Tier | None) -> float:
        """Return the years of leading that are missing; the first leading tier is given without."""
        if tier is self.ladder.first_leading and not leads_now(profile, held):
            return 0.0
        return max(tier.leading_years.floor - leading_toward(tier, profile), 0.0)


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
