"""What carries over between two lines of work, reckoned from what is done in each: docs/transfer.md.

Every figure is a share from 0 to 1. It says how alike two occupations are on paper, and nothing of a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from careercli.domain.guide import Occupation, pay_of
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Profile, Tier
from careercli.domain.names import fold, index
from careercli.domain.values import Value
from careercli.domain.work import CarriedSkill, Rating, Transfer, Way, Work

_LONG_ENOUGH = 4
"""A shorter name may stand in a longer text by chance."""

IMPORTANT = 3.0
"""From this importance on, of 1 to 5, O*NET's words call a skill important to an occupation."""


class SharedActivity(Value):
    """An activity of both occupations, and its share of the work in each; ``shared`` is the smaller."""

    name: str
    theirs: float
    ours: float

    @property
    def shared(self) -> float:
        """What of it both have, from 0 to 1."""
        return min(self.theirs, self.ours)


class Shortfall(Value):
    """Something important that one occupation asks at a higher level, of 0 to 7, than the other has it."""

    name: str
    have: float
    need: float


class Reach(Value):
    """How far the levels of one occupation reach toward what is important in another, from 0 to 1.

    ``asked`` is how many things are compared; ``short`` those with less than is asked, the most first.
    """

    share: float
    asked: int
    short: tuple[Shortfall, ...]


class Likeness(Value):
    """How alike two occupations are: ``overlap`` is the same either way round, what is reached is not.

    ``shared`` has the activities of both, what weighs most first. ``skills`` and ``knowledge`` are None
    where one of the two is not rated.
    """

    overlap: float
    shared: tuple[SharedActivity, ...]
    skills: Reach | None
    knowledge: Reach | None


class Suggestion(Value):
    """A skill that may carry over, asked and never taken: the text of its level is the question.

    ``have`` is the level that a profile has, None without one and where it is not rated; ``excused`` is
    whether the profile marks it as not applicable.
    """

    carried: CarriedSkill
    title: str
    asks: str
    have: int | None = None
    excused: bool = False

    @property
    def settled(self) -> bool:
        """Whether a profile has answered it already: rated, or not applicable."""
        return self.excused or self.have is not None


class Crossing(Value):
    """Everything there is to say of one change of work: the two occupations, and a person where one is given.

    ``pay`` is what a survey found for that line of work, ``paid_here`` for the tier; None where it has none.
    """

    transfer: Transfer
    theirs: Work
    ours: Work
    likeness: Likeness
    tier: Tier | None
    suggestions: tuple[Suggestion, ...]
    pay: Occupation | None
    paid_here: Occupation | None
    profile: Profile | None = None


def shared_activities(theirs: Mapping[str, float], ours: Mapping[str, float]) -> tuple[SharedActivity, ...]:
    """Return the activities that both have, those with the largest shared part first."""
    both = (SharedActivity(name, share, ours[name]) for name, share in theirs.items() if name in ours)
    return tuple(sorted(both, key=lambda each: (-each.shared, each.name)))


def overlap(theirs: Mapping[str, float], ours: Mapping[str, float]) -> float:
    """Return how much of the work is the same, from 0 to 1: of each activity the smaller share, added up."""
    return min(sum(each.shared for each in shared_activities(theirs, ours)), 1.0)


def reach(have: Mapping[str, Rating], need: Mapping[str, Rating]) -> Reach | None:
    """Return how far levels reach toward what is important there, weighed by how important it is.

    What only one of the two has a rating of is left out; None where nothing is left.
    """
    asked = [
        (name, rating)
        for name, rating in need.items()
        if rating.importance >= IMPORTANT and rating.level > 0 and name in have
    ]
    if not asked:
        return None
    weight = sum(rating.importance for _, rating in asked)
    covered = sum(rating.importance * min(have[name].level / rating.level, 1.0) for name, rating in asked)
    short = (
        Shortfall(name, have[name].level, rating.level)
        for name, rating in asked
        if have[name].level < rating.level
    )
    ordered = sorted(short, key=lambda each: (each.have - each.need, each.name))
    return Reach(min(covered / weight, 1.0), len(asked), tuple(ordered))


def likeness(source: Work, target: Work, ours: Work) -> Likeness:
    """Return how alike two occupations are for who goes from ``source`` to ``target``, one being ``ours``."""
    theirs = source if ours is target else target
    return Likeness(
        overlap(theirs.activities, ours.activities),
        shared_activities(theirs.activities, ours.activities),
        reach(source.skills, target.skills),
        reach(source.knowledge, target.knowledge),
    )


def crossing(
    catalog: Catalog, library: Library, transfer: Transfer, profile: Profile | None = None
) -> Crossing:
    """Return everything there is to say of a change of work, for a person where one is given."""
    theirs, ours = library.works_by_code[transfer.work], library.works_by_code[transfer.beside]
    source, target = (theirs, ours) if transfer.way == "in" else (ours, theirs)
    tier = next((each for each in catalog.ladder.tiers if each.id == transfer.tier), None)
    return Crossing(
        transfer,
        theirs,
        ours,
        likeness(source, target, ours),
        tier,
        tuple(_suggestion(catalog, carried, profile) for carried in transfer.carries),
        library.occupations_by_code.get(transfer.pay or ""),
        pay_of(library, tier.role, tier.id).occupation if tier else None,
        profile,
    )


def _suggestion(catalog: Catalog, carried: CarriedSkill, profile: Profile | None) -> Suggestion:
    skill = catalog.skills_by_id[carried.skill]
    return Suggestion(
        carried,
        skill.name,
        skill.levels[carried.level - 1],
        profile.skills.get(skill.id) if profile else None,
        excused=profile is not None and skill.id in profile.not_applicable,
    )


def transfer_meant(known: Mapping[str, str], said: str) -> str | None:
    """Return the id of the line of work that a text names; ``known`` has ids under folded names.

    The text is a name, the plural of one, or longer than a name that stands in it, of which the longest
    counts: "primary school teacher" is a teacher.
    """
    text = fold(said)
    if exact := known.get(text) or known.get(text.removesuffix("s")):
        return exact
    within = [name for name in known if len(name) >= _LONG_ENOUGH and f" {name} " in f" {text} "]
    return known[max(within, key=len)] if within else None


def transfer_names(library: Library, way: Way) -> dict[str, str]:
    """Return every way to name a line of work, folded, with its id: id, name, alias, SOC code and title.

    Codes and titles mean the first line of work that is compared by them.
    """
    those = [transfer for transfer in library.transfers if transfer.way == way]
    return index((each.id, names) for each, names in _named(those, library))


def _named(those: Iterable[Transfer], library: Library) -> list[tuple[Transfer, tuple[str, ...]]]:
    own = [(each, (each.id, each.name, *each.aliases)) for each in those]
    official = [(each, (each.work, library.works_by_code[each.work].title)) for each, _ in own]
    return [*own, *official]
