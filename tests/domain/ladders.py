"""Random small catalogs that a pack's checks accept, and random people on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from typing import NamedTuple, TypeVar

import msgspec
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from careercli.domain.growth import Hours, Seat, StepVariant
from careercli.domain.marks import refused
from careercli.domain.model import YEARS_PER_DAY, Catalog, Ladder, Profile, Skill, Tier, told
from careercli.domain.placement import seat_now
from careercli.domain.requirements import Gate, Requirement
from tests.domain.builders import Rung, asks, catalog_of, ladder, must, skill

NOT_APPLICABLE = "not applicable"
"""An answer in the place of a level."""

Answer = int | str | None
"""A level, not applicable, or None for skipped."""

NAMES = ("ask", "bill", "chat", "dial", "explain", "file", "guide", "help")
PASS_FITS = (0.3, 0.5, 0.7, 0.75, 1.0)
HOURS_PER_WEEK = (40.0, 7.0, 4.0, 0.5)
SHARES = (1.0, 1.0, 1.0, 0.8, 0.5, 0.1)
TEAMS = (None, None, 0, 1, 2, 3, 9, 10, 40)

_efforts = st.sampled_from(
    [
        tuple((low * rise, low * rise + more * spread) for rise, spread in zip(rises, spreads, strict=True))
        for low in (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 8.0, 20.0)
        for more in (0.0, 0.5, 3.0)
        for rises in ((1, 1, 1, 1), (1, 2, 2, 4), (1, 1, 3, 3), (1, 2, 3, 4))
        for spreads in ((1, 1, 1, 1), (0, 0, 1, 5))
    ]
)
"""Hours from and to for the four levels of a skill; a higher level never takes fewer."""

# Strategies are made here, once, where that can be: to make and check one costs more than to draw from it.
_weeks = st.sampled_from(((0, 0, 0, 0), (0, 0, 0, 0), (0, 1, 2, 4), (3, 0, 0, 0.5)))
_varied_for: SearchStrategy[tuple[Seat, ...]] = st.sampled_from(
    ((), (), (), ("none",), ("agent",), ("lead",), ("none", "lead", "head"))
)
_rises = st.sampled_from((0.0, 0.0, 0.1, 0.5, 1.0, 2.0, 3.3))
_usual = st.sampled_from((None, None, 0.0, 0.5, 1.0, 2.0, 7.0))
_orders = st.sampled_from([NAMES[start::step] + NAMES[:start:step] for start in range(8) for step in (1, -1)])
"""The names from any of them on, in both directions, so that ids say nothing of what rests on what."""

_declared = st.sampled_from([None] * 20 + list(product((1, 2, 3, 4), (1, 2, 3), (False, False, True))))
"""What a tier may say of a skill: nothing, or a level, a weight, and whether no tier above asks it."""


_shares = st.sampled_from(SHARES)
_teams = st.sampled_from(TEAMS)
_employed = st.sampled_from((None, True, False))
_employed_to_lead = st.sampled_from((None, True))
_elsewhere = st.sampled_from((0.0, 0.0, 1.0, 4.0, 9.5))
_elsewhere_asked = st.sampled_from((0.0, 0.5, 1.0))
_hours = st.sampled_from(HOURS_PER_WEEK)
_seats = st.sampled_from(("lead", "manager", "head"))
_pass_fits = st.sampled_from(PASS_FITS)
_sizes = st.sampled_from((1, 1, 2, 3))
_yes_or_no = st.booleans()
_some = st.floats(0, 12)
_near = st.tuples(st.integers(0, 23), st.sampled_from((-30, -2, -1, 0, 0, 1, 9)))
_years = _near | _some
_none_or_years = st.just(0.0) | _near | _some

T = TypeVar("T")


@cache
def whole(first: int, last: int) -> SearchStrategy[int]:
    """Draw a whole number, both ends included."""
    return st.integers(first, last)


def one_of(draw: DrawFn, options: Sequence[T]) -> T:
    """Draw one of the options; the first is the simplest."""
    return options[draw(whole(0, len(options) - 1))]


@cache
def up_to(most: int) -> SearchStrategy[int]:
    """Draw a number from 1 on, the larger ones more often."""
    return st.sampled_from([number for number in range(1, most + 1) for _ in range(number)])


class Case(NamedTuple):
    """A catalog, a person on its ladder and the tier that they head for."""

    catalog: Catalog
    profile: Profile
    goal: Tier

    @property
    def ladder(self) -> Ladder:
        """The ladder of the catalog."""
        return self.catalog.ladder

    @property
    def skills(self) -> Mapping[str, Skill]:
        """The skills of the catalog under their ids."""
        return self.catalog.skills_by_id

    @property
    def told(self) -> Mapping[str, Skill]:
        """The skills as the seat of the person is told them."""
        return told(self.skills, seat_now(self.ladder, self.profile))

    def but(self, **changes: object) -> Case:
        """Return the case with facts of the profile changed."""
        return self._replace(profile=msgspec.structs.replace(self.profile, **changes))


def _skills(draw: DrawFn, most: int) -> tuple[Skill, ...]:
    """Draw skills that rest on those before them, so that nothing runs in a circle."""
    names = draw(_orders)[: draw(up_to(most))]
    out = []
    for index, name in enumerate(names):
        earlier = [some for size in (0, 0, 1, 2) for some in combinations(names[:index], size)]
        rests_on = one_of(draw, earlier)
        plain = skill(name, rests_on=rests_on, efforts=draw(_efforts), weeks=draw(_weeks))
        out.append(_varied(draw, plain, draw(_varied_for)))
    return tuple(out)


def _varied(draw: DrawFn, plain: Skill, seats: Sequence[Seat]) -> Skill:
    """Draw a skill whose steps take other hours and weeks in some seats."""
    if not seats:
        return plain
    growth = list(plain.growth)
    for seat in seats:
        efforts, weeks = draw(_efforts), draw(_weeks)
        for place, ((low, high), wait) in enumerate(zip(efforts, weeks, strict=True)):
            own = StepVariant(title=f"{seat} {plain.id}", hours=Hours(low, high), weeks=wait)
            variants = growth[place].variants | {seat: own}
            growth[place] = msgspec.structs.replace(growth[place], variants=variants)
    return msgspec.structs.replace(plain, growth=tuple(growth))


def _requirements(
    draw: DrawFn, skills: tuple[Skill, ...], tier: str, below: Mapping[str, int]
) -> tuple[Requirement, ...]:
    """Draw what one tier declares: no less than is carried up to it, and something where nothing is."""
    own = []
    for entry in skills:
        declared = draw(_declared) or ((1, 1, False) if not below and entry is skills[0] else None)
        if declared:
            level, weight, ends = declared
            level = max(level, below.get(entry.id, 0))
            own.append(asks(entry.id, level, weight, through=tier if ends else None))
    return tuple(own)


def _gates(draw: DrawFn, asked: Mapping[str, int]) -> tuple[Gate, ...]:
    """Draw gates about skills that are asked, each skill in one of them at most."""
    left, out = list(asked), []
    while left and (not out or (len(out) < 3 and draw(whole(0, 3)))):
        group = [left.pop(0) for _ in range(draw(_sizes)) if left]
        lowest = min(asked[name] for name in group)
        levels = [draw(whole(1, lowest)) for _ in range(draw(whole(1, len(group))))]
        if len(levels) > 1:
            levels[0] = draw(whole(levels[0], 4))
        out.append(must(*group, levels=levels))
    return tuple(out)


@st.composite
def catalogs(draw: DrawFn, tiers: int = 5, skills: int = 6) -> Catalog:
    """Draw a catalog of one ladder with at most so many tiers and skills."""
    return _catalog(draw, tiers, skills)


def _catalog(draw: DrawFn, tiers: int, skills: int) -> Catalog:
    known = _skills(draw, skills)
    number = draw(up_to(tiers))
    first_leading = draw(whole(1, number))
    rungs: list[Rung] = []
    support = leading = 0.0
    for index in range(number):
        carried = {ask.skill: ask.level for ask in ladder(*rungs, Rung(())).top.asks}
        own = _requirements(draw, known, f"t{index + 1}", carried)
        so_far = ladder(*rungs, Rung(own)).top
        gates = _gates(draw, {ask.skill: ask.level for ask in so_far.asks})
        leads = index >= first_leading
        support += draw(_rises) if index else 0.0
        leading += draw(_rises) if leads else 0.0
        rungs.append(
            Rung(
                asks=own,
                gates=gates,
                support=support,
                leading=leading,
                usual_support=draw(_usual),
                usual_leading=draw(_usual) if index > first_leading else None,
                seat=draw(_seats) if leads else "agent",
                titles=(f"Title {index + 1}",),
                elsewhere=draw(_elsewhere_asked) if leads else 0.0,
                small_team=f"t{draw(whole(first_leading + 1, index + 1))}" if leads else None,
            )
        )
    return catalog_of(ladder(*rungs, pass_fit=draw(_pass_fits)), known)


def years(of: Ladder) -> SearchStrategy[float]:
    """Draw years around the minimums of a ladder: none, any, on the day, some days short or past it."""
    return _years.map(_about(of))


def none_or_years(of: Ladder) -> SearchStrategy[float]:
    """Draw no years, or some around the minimums of a ladder."""
    return _none_or_years.map(_about(of))


def _about(of: Ladder) -> Callable[[float | tuple[int, int]], float]:
    """Return what makes years of a draw: years as they are, or the number of a minimum and days beside it."""
    marks = {0.0, 1.0}
    for tier in of.tiers:
        for clock in (tier.support_years, tier.leading_years):
            marks |= {clock.floor, clock.usual}
    in_order = sorted(marks)

    def years_of(drawn: float | tuple[int, int]) -> float:
        if isinstance(drawn, float):
            return drawn
        number, days = drawn
        return max(in_order[number % len(in_order)] + days * YEARS_PER_DAY, 0.0)

    return years_of


def applies_always(of: Ladder, name: str) -> bool:
    """Return whether no answer may say that a skill does not apply, whatever the others are."""
    return any(
        name in gate.skills and len(gate.levels) == len(gate.skills) for t in of.tiers for gate in t.gates
    )


_levels: tuple[Answer, ...] = (0, 1, 2, 3, 4, None, None)
_answers = st.sampled_from((*_levels, NOT_APPLICABLE))
_answers_where_it_applies = st.sampled_from(_levels)


def answers(of: Ladder, name: str) -> SearchStrategy[Answer]:
    """Draw what a person may say of a skill; what a gate cannot do without always applies."""
    return _answers_where_it_applies if applies_always(of, name) else _answers


def answered(of: Ladder, profile: Profile, given: Mapping[str, Answer]) -> Profile:
    """Return the profile with these answers; a skipped skill stays unrated, as one that a group needs."""
    rated = {name: answer for name, answer in given.items() if isinstance(answer, int)}
    left_out = dict(profile.not_applicable)
    for name, answer in given.items():
        if answer == NOT_APPLICABLE and not refused(of, {*left_out, name}):
            left_out[name] = "We have none"
    return msgspec.structs.replace(profile, skills=profile.skills | rated, not_applicable=left_out)


def completions(profile: Profile, names: Sequence[str]) -> Iterator[Profile]:
    """Yield the profile with these skills rated in every possible way."""
    for given in product(range(5), repeat=len(names)):
        rated = dict(zip(names, given, strict=True))
        yield msgspec.structs.replace(profile, skills=profile.skills | rated)


@st.composite
def profiles(draw: DrawFn, on: Catalog) -> Profile:
    """Draw a person: each skill rated, unrated or not applicable, with every fact that counts."""
    return _profile(draw, on)


def _profile(draw: DrawFn, on: Catalog) -> Profile:
    of = on.ladder
    team = draw(_teams)
    facts = Profile(
        employed=draw(_employed_to_lead if team else _employed),
        support_years=draw(years(of)),
        leading_years=draw(none_or_years(of)),
        leading_elsewhere_years=draw(_elsewhere),
        part_time_share=draw(_shares),
        leads_people=bool(team) or draw(_yes_or_no),
        team=team,
        title=one_of(draw, [None, "Something else", *(title for tier in of.tiers for title in tier.titles)]),
        hours_per_week=draw(_hours),
    )
    return answered(of, facts, {entry.id: draw(answers(of, entry.id)) for entry in on.skills})


@st.composite
def cases(draw: DrawFn, tiers: int = 5, skills: int = 6) -> Case:
    """Draw a person on a ladder with a goal."""
    catalog = _catalog(draw, tiers, skills)
    profile = _profile(draw, catalog)
    return Case(catalog, profile, one_of(draw, (catalog.ladder.top, *catalog.ladder.tiers)))


@st.composite
def raised(draw: DrawFn, case: Case) -> Case:
    """Draw the same person with higher levels in what is rated."""
    higher = {name: draw(whole(level, 4)) for name, level in case.profile.skills.items()}
    return case.but(skills=higher)


@st.composite
def better(draw: DrawFn, case: Case) -> Case:
    """Draw the same person with more: years, a larger team, levels, or several of them."""
    profile = case.profile
    more = none_or_years(case.ladder)
    changes: dict[str, object] = {
        "support_years": profile.support_years + draw(more),
        "leading_years": profile.leading_years + draw(more),
        "leading_elsewhere_years": profile.leading_elsewhere_years + draw(more),
        "part_time_share": one_of(draw, [s for s in SHARES if s >= profile.part_time_share]),
    }
    if profile.team is not None and profile.employed is not False:
        team = one_of(draw, [size for size in TEAMS if size is not None and size >= profile.team])
        changes |= {"team": team, "leads_people": profile.leads_people or team > 0}
    return draw(raised(case)).but(**changes)


@st.composite
def reordered(draw: DrawFn, case: Case) -> Case:
    """Draw the same facts written down in another order: skills, requirements, gates and ratings."""
    rungs = [
        Rung(
            asks=tuple(draw(st.permutations(tier.requirements))),
            gates=tuple(Gate(tuple(draw(st.permutations(g.skills))), g.levels) for g in tier.gates),
            support=tier.support_years.floor,
            leading=tier.leading_years.floor,
            usual_support=tier.support_years.stated_min,
            usual_leading=tier.leading_years.stated_min,
            seat=tier.seat,
            titles=tier.titles,
            elsewhere=tier.leading_elsewhere,
            small_team=tier.small_team,
        )
        for tier in case.ladder.tiers
    ]
    skills = [
        msgspec.structs.replace(entry, prerequisites=entry.prerequisites[::-1])
        for entry in draw(st.permutations(case.catalog.skills))
    ]
    catalog = catalog_of(ladder(*rungs, pass_fit=case.ladder.pass_fit), skills)
    ratings = dict(draw(st.permutations(list(case.profile.skills.items()))))
    profile = msgspec.structs.replace(case.profile, skills=ratings)
    return Case(catalog, profile, catalog.ladder.tier(case.goal.id))
