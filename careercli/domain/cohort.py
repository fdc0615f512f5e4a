"""Many people at a glance: where each is, what they share, and what would serve most of them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date
from typing import Literal, NamedTuple

from careercli.domain.growth import GrowthStep
from careercli.domain.members import UNRATED, Member, Origin, Placer
from careercli.domain.model import Ladder, Skill, Skills, Tier
from careercli.domain.placement import GateStanding
from careercli.domain.values import Value
from careercli.errors import Problem

SortKey = Literal["name", "tier", "fit", "held", "days"]
"""What a cohort can be sorted by."""

SHARED = 2
"""A gap that this many people have is shared."""

ONE_BY_ONE = 60
"""The skills of up to this many people are shown one by one; of more, each level is counted."""


class Unread(Value):
    """A profile that could not be read, and each problem with its place."""

    who: str
    origin: Origin
    problems: tuple[Problem, ...]


class Workshop(Value):
    """A step that several people have before them; ``people`` are their places in the cohort, from 0.

    ``gates`` is for how many of them the skill is part of a gate that their next tier waits for.
    """

    skill: str
    step: GrowthStep
    people: tuple[int, ...]
    gates: int


class SharedGap(Value):
    """A skill that several people lack for their next tier.

    Attributes:
        skill: its id.
        people: how many lack it, those included who have not rated it.
        gates: for how many of them it is part of a gate.
        unrated: how many of them have not rated it.
        workshop: the step that serves most of those who have; None where nobody has.

    """

    skill: str
    people: int
    gates: int
    unrated: int
    workshop: Workshop | None


class Cohort(Value, kw_only=True):
    """Many people on a ladder, as of a day, in the order asked for.

    ``order`` are the ids of the skills in the order of a member's states. ``unread_in_all`` counts also what
    ``unread`` leaves out, where there is too much of it. ``with_notes`` says whether notes were asked for.
    """

    as_of: date
    ladder: Ladder
    order: tuple[str, ...]
    members: tuple[Member, ...]
    shared: tuple[SharedGap, ...]
    unread: tuple[Unread, ...] = ()
    unread_in_all: int = 0
    anonymous: bool = False
    with_notes: bool = False

    @property
    def size(self) -> int:
        """How many profiles there are, those included that could not be read."""
        return len(self.members) + self.unread_in_all

    def tier(self, member: Member) -> Tier | None:
        """Return the tier of a member."""
        return self.ladder.at(member.standing.rank)

    def next(self, member: Member) -> Tier | None:
        """Return the tier after that of a member."""
        return self.ladder.at(member.standing.following)

    @property
    def on_tiers(self) -> tuple[tuple[Tier | None, int], ...]:
        """How many people are on each tier, in order of rank; None is no tier yet, where anybody is."""
        ranks = Counter(member.standing.rank for member in self.members)
        newcomers = ((None, ranks[0]),) if ranks[0] else ()
        return (*newcomers, *((tier, ranks[tier.rank]) for tier in self.ladder.tiers))

    @property
    def asked(self) -> tuple[str, ...]:
        """The ids of the skills that somebody's next tier asks for, in the order of the ladder."""
        ranks = {member.standing.following for member in self.members}
        wanted = {ask.skill for tier in self.ladder.tiers if tier.rank in ranks for ask in tier.asks}
        return tuple(skill for skill in self.ladder.skills if skill in wanted)

    @property
    def workshop(self) -> Workshop | None:
        """The step that would bring the most people past a gate, then that serves the most of all.

        None where none serves two.
        """
        offers = [gap.workshop for gap in self.shared if gap.workshop and len(gap.workshop.people) >= SHARED]
        return max(offers, key=lambda offer: (offer.gates, len(offer.people)), default=None)

    def gates_after(self, workshop: Workshop, member: Member) -> tuple[GateStanding, ...]:
        """Return the gates that the next tier of a member waits for once they have taken the step."""
        return tuple(
            gate
            for gate in (_raised(gate, workshop) for gate in member.standing.gates)
            if gate.reached < len(gate.gate.levels)
        )

    def states(self, member: Member) -> Iterator[tuple[str, int]]:
        """Yield every skill by its id, with its state in a member."""
        return zip(self.order, member.standing.states, strict=True)

    def states_of(self, skill: str) -> bytes:
        """Return the state of a skill in every member, in their order."""
        place = self.order.index(skill)
        return bytes(member.standing.states[place] for member in self.members)


class Unreadable(NamedTuple):
    """Who could not be read, and how many those are where not all are kept."""

    kept: Sequence[Unread] = ()
    in_all: int = 0


class Manner(NamedTuple):
    """How a cohort is told: sorted by what, with letters in place of names, with the coach's notes."""

    by: SortKey = "tier"
    reverse: bool = False
    anonymous: bool = False
    notes: bool = False


_PLAIN, _NOBODY = Manner(), Unreadable()


def cohort(
    placer: Placer,
    members: Iterable[Member],
    as_of: date,
    manner: Manner = _PLAIN,
    unread: Unreadable = _NOBODY,
) -> Cohort:
    """Return people as a cohort.

    Sorted by tier they go from the highest down, by fit from the highest, by what holds them back from the
    most, by days from the longest, by name from A; who is equal in that goes by name. What is not known
    comes last, also in ``reverse``.
    """
    ordered = tuple(_sorted(_told_apart(list(members)), manner.by, reverse=manner.reverse))
    return Cohort(
        as_of=as_of,
        ladder=placer.ladder,
        order=placer.order,
        members=ordered,
        shared=tuple(_shared(placer.skills, ordered)),
        unread=tuple(unread.kept),
        unread_in_all=unread.in_all,
        anonymous=manner.anonymous,
        with_notes=manner.notes,
    )


def _told_apart(members: Sequence[Member]) -> Iterator[Member]:
    """Yield members; those who are called the same get the name of their profile or file behind it.

    Where files are called the same too, they get their folders as well.
    """
    named = Counter(member.who for member in members)
    filed = Counter((member.who, _apart(member.origin)) for member in members if named[member.who] > 1)
    for member in members:
        short = _apart(member.origin)
        apart = _apart(member.origin, whole=filed[member.who, short] > 1)
        if named[member.who] > 1 and apart and apart != member.who:
            yield member.but(who=f"{member.who} ({apart})")
        else:
            yield member


def _apart(origin: Origin, *, whole: bool = False) -> str:
    """Return what tells somebody apart, with ``whole`` by the folders of their file too; "" for nothing."""
    if origin.saved is not None:
        return origin.saved
    name = origin.file if whole else origin.file.replace("\\", "/").rpartition("/")[2]
    return ", ".join(filter(None, (name, f"line {origin.line}" if origin.line else "")))


def _sorted(members: Iterable[Member], by: SortKey, *, reverse: bool) -> list[Member]:
    """Return members in order; each key says what is known, and has the first of a sort as the smallest."""
    keys: dict[SortKey, Callable[[Member], tuple[float, ...] | None]] = {
        "name": lambda _: (),
        "tier": lambda m: (-m.standing.rank, -(m.standing.fit or 0)),
        "fit": lambda m: None if m.standing.fit is None else (-m.standing.fit, -m.standing.rank),
        "held": lambda m: (-len(m.standing.holds), -len(m.standing.gates), m.standing.fit or 0),
        "days": lambda m: None if m.days is None else (-m.days,),
    }
    key = keys[by]
    by_name = sorted(
        members, key=lambda m: (m.who.casefold(), m.origin.line), reverse=reverse and by == "name"
    )
    known = sorted(
        (m for m in by_name if key(m) is not None),
        key=lambda m: key(m) or (),
        reverse=reverse and by != "name",
    )
    return [*known, *(m for m in by_name if key(m) is None)]


def _shared(skills: Skills, members: Sequence[Member]) -> list[SharedGap]:
    """Return the gaps that several people have to their next tier, those of the most first."""
    lacking: dict[str, dict[int, list[int]]] = {}
    gates: dict[str, set[int]] = {}
    for place, member in enumerate(members):
        for skill, have, gate in member.standing.lacks:
            lacking.setdefault(skill, {}).setdefault(UNRATED if have is None else have, []).append(place)
            gates.setdefault(skill, set()).update({place} if gate else ())
    shared = [
        SharedGap(
            skill=skill,
            people=sum(map(len, found.values())),
            gates=len(gates[skill]),
            unrated=len(found.get(UNRATED, ())),
            workshop=_workshop(skills[skill], found, gates[skill]),
        )
        for skill, found in lacking.items()
    ]
    return sorted(
        (gap for gap in shared if gap.people >= SHARED),
        key=lambda gap: (-gap.people, -gap.gates, gap.unrated, gap.skill),
    )


def _raised(gate: GateStanding, workshop: Workshop) -> GateStanding:
    """Return a gate as it stands after a step."""
    have = tuple(
        max(level or 0, workshop.step.to) if skill == workshop.skill else level
        for skill, level in zip(gate.skills, gate.have, strict=True)
    )
    return gate.but(have=have)


def _workshop(skill: Skill, lacking: dict[int, list[int]], musts: Set[int]) -> Workshop | None:
    """Return the step that most of those who rated a skill have before them, the lower of two equal ones."""
    rated = [(len(places), -level) for level, places in lacking.items() if level < UNRATED]
    if not rated:
        return None
    level = -max(rated)[1]
    people = tuple(sorted(lacking[level]))
    return Workshop(skill.id, skill.growth[level], people, sum(place in musts for place in people))
