"""Where a person stands on a ladder, and why: three readings, of which the middle one counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Literal

from careercli.domain.growth import Seat
from careercli.domain.ladder import (
    Halves,
    Tally,
    cost,
    counts,
    covered_with,
    estimates,
    floor_reached,
    gate_met,
    leading_floor_reached,
    passes,
    rank_by_skills,
    share,
    tally,
    usual_reached,
)
from careercli.domain.model import HIGHEST_LEVEL, Hold, Ladder, Profile, Tier
from careercli.domain.requirements import Gate
from careercli.domain.titles import TitleReading, read_title
from careercli.domain.values import Value

ABOVE_SKILLS = 2
"""Nobody is placed more tiers than this above what their answers show."""

SETTLED_FROM = 8
"""A placement is settled from this many rated skills of the ladder on."""

LARGE_TEAM = 10
"""From this many people on a leading title stands for what it says."""

SMALL_TEAM = 3
"""With fewer people than this nobody holds a leading seat yet, whatever the title says."""

FIRST_YEAR = 1.0
"""Below this many years in support nobody is past the first tier by years."""

LED_ELSEWHERE = 4.0
"""With this many years of leading outside support one begins on the second tier by years: a judgement."""

State = Literal["too-little-rated", "before-first", "placed"]


class GateStanding(Value):
    """How a profile stands to a gate. ``number`` is its place in the tier, from 1.

    ``have`` has the rating of each of ``skills``, the gate's that apply; None for one that is not rated.
    """

    number: int
    gate: Gate
    skills: tuple[str, ...]
    have: tuple[int | None, ...]

    @property
    def reached(self) -> int:
        """How many of the gate's levels the ratings reach: the 3 of "any 4 of these 7; you have 3"."""
        best = sorted((have or 0 for have in self.have), reverse=True)
        return sum(have >= need for have, need in zip(best, self.gate.levels, strict=False))


class TierStanding(Value):
    """How a profile stands against one tier.

    ``fit`` runs from 0 to 1, with what is not rated estimated; ``rated`` is how many requirements are rated,
    ``known`` their share of the weight, from 0 to 1. ``counts`` is whether that is enough to judge the tier,
    ``cost`` by how many tiers lower it puts one. ``fit_met`` is whether the fit suffices without estimates.
    ``tally`` is what these are made from.
    """

    tier: Tier
    fit: float
    rated: int
    known: float
    counts: bool
    cost: int
    open_gates: tuple[GateStanding, ...]
    to_confirm: tuple[GateStanding, ...]
    fit_met: bool
    floor_reached: bool
    usual_reached: bool
    tally: Tally

    @property
    def gates_left(self) -> tuple[GateStanding, ...]:
        """The gates that are not reached, or not known to be."""
        return (*self.open_gates, *self.to_confirm)

    @property
    def skills_met(self) -> bool:
        """Whether the ratings alone reach every gate and the fit."""
        return self.fit_met and not self.open_gates and not self.to_confirm


class Placement(Value, kw_only=True):
    """Where somebody is placed. Tiers are None for none: not even rank 1, or nothing that could say.

    ``current`` is the middle of the three readings ``by_skills``, ``by_years`` and ``by_seat``. ``at_least``
    and ``at_most`` are what it would be with everything unrated at 0, or at 4. ``confirmed`` is the highest
    tier up to it that ratings and years show without any estimate. ``held_back_by`` says what the next tier
    waits for. ``seat`` is whom steps are worded for.
    """

    state: State
    current: Tier | None
    at_least: Tier | None
    at_most: Tier | None
    confirmed: Tier | None
    ready_for: Tier | None
    certain: bool
    settled: bool
    by_skills: Tier | None
    by_years: Tier | None
    by_seat: Tier | None
    by_usual: Tier | None
    stated: Tier | None
    title: TitleReading | None
    seat: Seat
    held_back_by: tuple[Hold, ...]


def rank_of(tier: Tier | None) -> int:
    """Return the rank of a tier, 0 for None: not even the first."""
    return tier.rank if tier else 0


def standing(ladder: Ladder, profile: Profile, tier: Tier) -> TierStanding:
    """Return how the profile stands against one tier."""
    of = tally(tier, profile)
    expected = estimates(of)
    open_gates, to_confirm = gates_left(tier, profile)
    return TierStanding(
        tier=tier,
        fit=share(covered_with(of, expected), of.asked),
        rated=of.rated,
        known=share(of.known, of.asked),
        counts=counts(tier, profile, of),
        cost=cost(tier, profile, of, expected, ladder.pass_fit),
        open_gates=open_gates,
        to_confirm=to_confirm,
        fit_met=passes(of.covered, of.asked, ladder.pass_fit),
        floor_reached=floor_reached(tier, profile),
        usual_reached=usual_reached(tier, profile),
        tally=of,
    )


def standings(ladder: Ladder, profile: Profile) -> tuple[TierStanding, ...]:
    """Return how the profile stands against every tier, in order of rank."""
    return tuple(standing(ladder, profile, tier) for tier in ladder.tiers)


def gates_left(tier: Tier, profile: Profile) -> tuple[tuple[GateStanding, ...], tuple[GateStanding, ...]]:
    """Return the gates that ratings miss in any case, and those that only unrated skills keep from it."""
    ratings, left_out = profile.skills, profile.not_applicable
    at_best = {
        skill: ratings.get(skill, HIGHEST_LEVEL) for skill in tier.gate_skills if skill not in left_out
    }
    missed: list[GateStanding] = []
    to_confirm: list[GateStanding] = []
    for number, gate in enumerate(tier.gates, start=1):
        if gate_met(gate, ratings):
            continue
        skills = tuple(skill for skill in gate.skills if skill not in left_out)
        have = tuple(map(ratings.get, skills))
        (to_confirm if gate_met(gate, at_best) else missed).append(GateStanding(number, gate, skills, have))
    return tuple(missed), tuple(to_confirm)


def place(ladder: Ladder, profile: Profile, against: Iterable[TierStanding] | None = None) -> Placement:
    """Place a profile on a ladder; ``against`` are its :func:`standings`, where somebody has them already."""
    title = read_title(ladder, profile.title)
    met = tuple(standings(ladder, profile) if against is None else against)
    years, held = by_years(ladder, profile), by_seat(ladder, profile, title)
    tallies = [entry.tally for entry in met]
    shown = rank_by_skills(ladder, profile, tallies=tallies)
    rank = None if shown is None else middle(shown, years, held)
    complete = not unrated(ladder, profile)

    def current_with(level: int) -> int:
        """Return the rank with everything unrated at a level; 0 where too little is rated."""
        if rank is None or complete:
            return rank or 0
        shown_then = rank_by_skills(ladder, profile, unrated=level, tallies=tallies)
        return middle(shown_then or 0, years, held)

    least, most = min(current_with(0), rank or 0), max(current_with(HIGHEST_LEVEL), rank or 0)
    current = ladder.at(rank or 0)
    state: State = "placed" if rank else "before-first" if rank == 0 else "too-little-rated"
    following = ladder.at((rank or 0) + 1)
    return Placement(
        state=state,
        current=current,
        at_least=ladder.at(least),
        at_most=ladder.at(most),
        confirmed=_confirmed(met[: rank or 0], held),
        ready_for=_ready_for(ladder, profile, met, rank or 0),
        certain=current is not None and least == most,
        settled=current is not None
        and _settled(ladder, profile, rank or 0, (years, held), tallies, complete=complete),
        by_skills=ladder.at(shown or 0),
        by_years=ladder.at(years),
        by_seat=held,
        by_usual=ladder.at(sum(1 for _ in takewhile(lambda entry: entry.usual_reached, met))),
        stated=title.tier if title else None,
        title=title,
        seat=seat_of(profile, title),
        held_back_by=_held_back_by(met[following.rank - 1], profile) if following else (),
    )


def is_clear(ladder: Ladder, profile: Profile, *, halves: Halves = 1, tallies: Sequence[Tally] = ()) -> bool:
    """Return whether half a level in every estimate, or as many ``halves``, leaves the placement as it is.

    With one half that is when :func:`place` calls it settled, and also when somebody is before the first tier
    as clearly. ``tallies`` are those of every tier, where somebody has them already.
    """
    tallies = tallies or [tally(tier, profile) for tier in ladder.tiers]
    shown = rank_by_skills(ladder, profile, tallies=tallies)
    if shown is None:
        return False
    others = (by_years(ladder, profile), by_seat(ladder, profile, read_title(ladder, profile.title)))
    complete = not unrated(ladder, profile)
    return _settled(ladder, profile, middle(shown, *others), others, tallies, halves, complete=complete)


def middle(skills: int, years: int, seat: Tier | None) -> int:
    """Return the middle of three ranks, or the lower of two, never far above the skills."""
    ranks = sorted((skills, years)) if seat is None else sorted((skills, years, seat.rank))[1:]
    return min(ranks[0], skills + ABOVE_SKILLS)


def by_years(ladder: Ladder, profile: Profile) -> int:
    """Return the highest rank whose floor both clocks reach.

    Below one year in support that is the first at most, or the second with four years of leading elsewhere.
    """
    reached = max((tier.rank for tier in ladder.tiers if floor_reached(tier, profile)), default=0)
    if profile.full_support_years >= FIRST_YEAR:
        return reached
    second = ladder.at(2)
    if (
        second
        and profile.leading_elsewhere_years >= LED_ELSEWHERE
        and second.support_years.floor <= FIRST_YEAR
    ):
        return 2
    return min(reached, 1)


def by_seat(ladder: Ladder, profile: Profile, title: TitleReading | None) -> Tier | None:
    """Return the tier of the job held now; None without one in support, or where the title says nothing."""
    tier = title.tier if title else None
    if tier is None or profile.employed is False:
        return None
    if tier.leads_people:
        return _by_team(ladder, profile, tier)
    # The second tier's title is given to people in their first year, too.
    return ladder.at(1) if tier.rank == 2 and profile.full_support_years < FIRST_YEAR else tier


def _by_team(ladder: Ladder, profile: Profile, tier: Tier) -> Tier | None:
    """Return what a leading title stands for with the team there is; None where nobody is led."""
    team = profile.team
    if team is None:
        return tier if profile.leads_people else None
    if team == 0:
        return None
    if team < SMALL_TEAM:
        first = ladder.first_leading
        return ladder.at(first.rank - 1) if first else None
    return ladder.tier(tier.small_team) if team < LARGE_TEAM and tier.small_team else tier


def seat_of(profile: Profile, title: TitleReading | None) -> Seat:
    """Return whom steps are worded for: by the job held, and where its title says nothing by the facts."""
    if profile.employed is False:
        return "none"
    if title and title.seat != "none":
        return title.seat
    if profile.leads_people or profile.team:
        return "lead"
    elsewhere = title is not None and title.elsewhere
    return "agent" if profile.support_years and not elsewhere else "none"


def seat_now(ladder: Ladder, profile: Profile) -> Seat:
    """Return whom steps are worded for, as :func:`place` has it."""
    return seat_of(profile, read_title(ladder, profile.title))


def leads_now(profile: Profile, held: Tier | None) -> bool:
    """Return whether somebody answers for other people's support work today."""
    return bool(profile.team) or profile.leads_people or (held is not None and held.leads_people)


def _settled(
    ladder: Ladder,
    profile: Profile,
    rank: int,
    others: tuple[int, Tier | None],
    tallies: Sequence[Tally],
    halves: Halves = 1,
    *,
    complete: bool,
) -> bool:
    """Return whether so many halves of a level, more or less in every estimate, leave the rank as it is.

    ``others`` are the readings by years and by seat.
    """
    if sum(skill in profile.skills for skill in ladder.skills) < SETTLED_FROM:
        return False
    if complete:
        return True
    shown = (rank_by_skills(ladder, profile, halves=by, tallies=tallies) for by in (-halves, halves))
    return all(middle(other or 0, *others) == rank for other in shown)


def _confirmed(up_to_current: tuple[TierStanding, ...], held: Tier | None) -> Tier | None:
    """Return the highest of these tiers that ratings show, and years or the job held."""
    shown = (entry for entry in reversed(up_to_current) if entry.skills_met)
    return next(
        (entry.tier for entry in shown if entry.floor_reached or rank_of(held) >= entry.tier.rank), None
    )


def _ready_for(ladder: Ladder, profile: Profile, met: tuple[TierStanding, ...], rank: int) -> Tier | None:
    """Return the first leading tier, where nothing but having led is missing and it lies above."""
    first = ladder.first_leading
    if first is None or first.rank <= rank or not met[first.rank - 1].skills_met:
        return None
    return first if profile.full_support_years >= first.support_years.floor else None


def _held_back_by(entry: TierStanding, profile: Profile) -> tuple[Hold, ...]:
    """Return what stops a profile from a tier: its skills, its clocks, or nothing."""
    out: list[Hold] = []
    if not entry.skills_met:
        out.append("skills")
    if profile.full_support_years < entry.tier.support_years.floor:
        out.append("support_years")
    if not leading_floor_reached(entry.tier, profile):
        out.append("leading_years")
    return tuple(out)


def unrated(ladder: Ladder, profile: Profile) -> tuple[str, ...]:
    """Return the ids of the ladder's skills that the profile neither rates nor marks, in ladder order."""
    return tuple(
        skill
        for skill in ladder.skills
        if skill not in profile.skills and skill not in profile.not_applicable
    )
