"""Random small catalogs that a pack's checks accept, and random people on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

import msgspec
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from careercli.domain.model import YEARS_PER_DAY, Catalog, Ladder, Profile, Requirement, Skill, Tier
from tests.domain.builders import Rung, asks, catalog_of, ladder, skill

NOT_APPLICABLE = "not applicable"
"""An answer in the place of a level."""

Answer = int | str | None
"""A level, not applicable, or None for skipped."""

NAMES = ("ask", "bill", "chat", "dial", "explain", "file", "guide", "help")
PASS_FITS = (0.3, 0.5, 0.7, 0.75, 1.0)
HOURS_PER_WEEK = (40.0, 7.0, 4.0, 0.5)

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

_minimum = st.sampled_from((None, 0.0, 0.1, 0.5, 1.0, 2.0, 3.3, 7.0))
_orders = st.sampled_from([NAMES[start::step] + NAMES[:start:step] for start in range(8) for step in (1, -1)])
"""The names from any of them on, in both directions, so that ids say nothing of what rests on what."""

_declarations = st.sampled_from([None] * 36 + list(product((0, 1, 1, 3), (1, 2, 3), (True, False, False))))
"""What a tier may say of a skill: nothing, or how many levels more than below, a weight, and must or not."""


def _up_to(most: int) -> SearchStrategy[int]:
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

    def but(self, **changes: object) -> Case:
        """Return the case with facts of the profile changed."""
        return self._replace(profile=msgspec.structs.replace(self.profile, **changes))


@st.composite
def _skills(draw: DrawFn, most: int) -> tuple[Skill, ...]:
    """Draw skills that rest on those before them, so that nothing runs in a circle."""
    names = draw(_orders)[: draw(_up_to(most))]
    out = []
    for index, name in enumerate(names):
        earlier = [some for size in (0, 0, 1, 2) for some in combinations(names[:index], size)]
        out.append(skill(name, rests_on=draw(st.sampled_from(earlier)), efforts=draw(_efforts)))
    return tuple(out)


@st.composite
def _requirements(
    draw: DrawFn, skills: tuple[Skill, ...], below: Mapping[str, Requirement]
) -> tuple[Requirement, ...]:
    """Draw what one tier declares, with nothing lower than below it and every prerequisite as a gate."""
    own: dict[str, Requirement] = {}
    for entry in reversed(skills):
        declared = draw(_declarations) or (None if below or own or entry != skills[0] else (0, 1, False))
        if declared:
            more, weight, must = declared
            before = below.get(entry.id, Requirement(entry.id, 1, 1, False, "source"))
            own[entry.id] = asks(entry.id, min(before.level + more, 4), weight, must=must or before.must)
    for entry in reversed(skills):  # what rests on others comes first, so demands pass on along a chain
        asked = own.get(entry.id, below.get(entry.id))
        for name in entry.prerequisites if asked else ():
            level = max(asked.level - 1, 1)
            base = own.get(name, below.get(name, asks(name, 1)))
            if name not in own.keys() | below.keys() or not base.must or base.level < level:
                own[name] = asks(name, max(level, base.level), base.weight, must=True)
    return tuple(own.values())


@st.composite
def catalogs(draw: DrawFn, tiers: int = 5, skills: int = 6) -> Catalog:
    """Draw a catalog of one ladder with at most so many tiers and skills."""
    known = draw(_skills(skills))
    first_leading = draw(st.sampled_from((0, 0, 1, 2, tiers)))
    below: dict[str, Requirement] = {}
    rungs = []
    for index in range(draw(_up_to(tiers))):
        own = draw(_requirements(known, below))
        below.update({entry.skill: entry for entry in own})
        rungs.append(
            Rung(
                asks=own,
                support=draw(_minimum),
                leading=draw(_minimum) if index > first_leading else None,
                leads=index == first_leading or (index > first_leading and draw(st.booleans())),
            )
        )
    return catalog_of(ladder(*rungs, pass_fit=draw(st.sampled_from(PASS_FITS))), known)


def years(of: Ladder) -> SearchStrategy[float]:
    """Draw years around the minimums of a ladder: none, any, on the day, some days short or past it."""
    marks = {0.0}
    for tier in of.tiers:
        marks |= {tier.carried_support_years, tier.carried_leading_years}
    near = st.builds(
        lambda mark, days: max(mark + days * YEARS_PER_DAY, 0.0),
        st.sampled_from(sorted(marks)),
        st.sampled_from((-30, -2, -1, 0, 0, 1, 9)),
    )
    return near | st.floats(0, 12)


def answers(of: Ladder, name: str) -> SearchStrategy[Answer]:
    """Draw what a person may say of a skill; a gate always applies."""
    possible: tuple[Answer, ...] = (0, 1, 2, 3, 4, None, None)
    return st.sampled_from(possible if name in of.gates else (*possible, NOT_APPLICABLE))


def answered(profile: Profile, given: Mapping[str, Answer]) -> Profile:
    """Return the profile with these answers; a skipped skill stays unrated."""
    rated = {name: answer for name, answer in given.items() if isinstance(answer, int)}
    left_out = {name: "We have none" for name, answer in given.items() if answer == NOT_APPLICABLE}
    return msgspec.structs.replace(
        profile, skills=profile.skills | rated, not_applicable=profile.not_applicable | left_out
    )


def completions(of: Ladder, profile: Profile, names: Sequence[str]) -> Iterator[Profile]:
    """Yield the profile with these skills answered in every possible way, none skipped."""
    possible = [(0, 1, 2, 3, 4) if name in of.gates else (0, 1, 2, 3, 4, NOT_APPLICABLE) for name in names]
    for given in product(*possible):
        yield answered(profile, dict(zip(names, given, strict=True)))


@st.composite
def profiles(draw: DrawFn, on: Catalog) -> Profile:
    """Draw a person: each skill rated, unrated or, where it is no gate, not applicable."""
    facts = Profile(
        support_years=draw(years(on.ladder)),
        leading_years=draw(st.just(0.0) | years(on.ladder)),
        leads_people=draw(st.booleans()),
        hours_per_week=draw(st.sampled_from(HOURS_PER_WEEK)),
    )
    return answered(facts, {entry.id: draw(answers(on.ladder, entry.id)) for entry in on.skills})


@st.composite
def cases(draw: DrawFn, tiers: int = 5, skills: int = 6) -> Case:
    """Draw a person on a ladder with a goal."""
    catalog = draw(catalogs(tiers, skills))
    return Case(
        catalog, draw(profiles(catalog)), draw(st.sampled_from((catalog.ladder.top, *catalog.ladder.tiers)))
    )


@st.composite
def better(draw: DrawFn, case: Case) -> Case:
    """Draw the same person with more: years, levels, unrated skills rated, or several of them."""
    profile = case.profile
    raised = dict(profile.skills)
    for name in draw(st.lists(st.sampled_from([entry.id for entry in case.catalog.skills]), max_size=3)):
        if name not in profile.not_applicable:
            raised[name] = draw(st.integers(raised.get(name, 0), 4))
    more = st.just(0.0) | years(case.ladder)
    return case.but(
        support_years=profile.support_years + draw(more),
        leading_years=profile.leading_years + draw(more),
        skills=raised,
    )


@st.composite
def reordered(draw: DrawFn, case: Case) -> Case:
    """Draw the same facts written down in another order: skills, requirements, prerequisites and ratings."""
    rungs = [
        Rung(
            asks=tuple(draw(st.permutations(tier.requirements))),
            support=tier.support_years.min,
            leading=tier.leading_years.min,
            leads=tier.leads_people,
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
