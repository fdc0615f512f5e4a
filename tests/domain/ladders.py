"""Random small catalogs that a pack's checks accept, and random people on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from careercli.domain.model import YEARS_PER_DAY, Catalog, Ladder, Profile, Requirement, Skill, Tier
from tests.domain.builders import Rung, catalog_of, ladder, skill

NAMES = ("ask", "bill", "chat", "dial", "explain", "file", "guide", "help")
PASS_FITS = (0.3, 0.5, 0.7, 0.75, 1.0)
HOURS_PER_WEEK = (0.5, 3.0, 4.0, 7.0, 40.0)

_hours = st.sampled_from((0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 8.0, 20.0))
_more_hours = st.sampled_from((0.0, 0.0, 0.5, 1.0, 4.0))
_minimum = st.none() | st.sampled_from((0.0, 0.1, 0.5, 1.0, 2.0, 3.3, 7.0))
_weights = st.integers(1, 3)


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
    names = draw(st.permutations(NAMES))[: draw(st.integers(1, most))]
    out = []
    for index, name in enumerate(names):
        rests_on = draw(st.sets(st.sampled_from(names[:index]), max_size=2)) if index else set()
        low = draw(_hours)
        high = low + draw(_more_hours)
        efforts = [(low, high)]
        for _ in range(3):
            low += draw(_more_hours)
            high = max(high + draw(_more_hours), low)
            efforts.append((low, high))
        out.append(skill(name, rests_on=sorted(rests_on), efforts=efforts))
    return tuple(out)


@st.composite
def _requirements(
    draw: DrawFn, skills: tuple[Skill, ...], below: Mapping[str, Requirement], *, first: bool
) -> tuple[Requirement, ...]:
    """Draw what one tier declares, with nothing lower than below it and every prerequisite as a gate."""
    chosen = draw(st.sets(st.sampled_from([entry.id for entry in skills]), min_size=int(first)))
    own: dict[str, Requirement] = {}
    for entry in reversed(skills):
        before = below.get(entry.id)
        if entry.id in chosen:
            level = draw(st.integers(before.level if before else 1, 4))
            must = (before is not None and before.must) or draw(st.booleans())
            own[entry.id] = Requirement(entry.id, level, draw(_weights), must, "source")
    for entry in reversed(skills):  # what rests on others comes first, so demands pass on along a chain
        asked = own.get(entry.id, below.get(entry.id))
        for name in entry.prerequisites if asked else ():
            base = own.get(name, below.get(name))
            level = max(asked.level - 1, 1)
            if base is None or not base.must or base.level < level:
                weight = base.weight if base else draw(_weights)
                own[name] = Requirement(name, max(level, base.level if base else 1), weight, True, "source")
    return tuple(own.values())


@st.composite
def catalogs(draw: DrawFn, tiers: int = 6, skills: int = 8) -> Catalog:
    """Draw a catalog of one ladder with at most so many tiers and skills."""
    known = draw(_skills(skills))
    first_leading = draw(st.none() | st.integers(0, tiers - 1))
    below: dict[str, Requirement] = {}
    rungs = []
    for index in range(draw(st.integers(1, tiers))):
        own = draw(_requirements(known, below, first=not index))
        below.update({entry.skill: entry for entry in own})
        led = first_leading is not None and index > first_leading
        rungs.append(
            Rung(
                asks=own,
                support=draw(_minimum),
                leading=draw(_minimum) if led else None,
                leads=index == first_leading or (led and draw(st.booleans())),
            )
        )
    return catalog_of(ladder(*rungs, pass_fit=draw(st.sampled_from(PASS_FITS))), known)


def years(of: Ladder) -> SearchStrategy[float]:
    """Draw years around the minimums of a ladder: none, any, on the day, some days short or past it."""
    marks = sorted(
        {tier.carried_support_years for tier in of.tiers} | {tier.carried_leading_years for tier in of.tiers}
    )
    near = st.tuples(st.sampled_from(marks), st.sampled_from((-30, -2, -1, 0, 0, 1, 9)))
    return (
        st.just(0.0) | st.floats(0, 12) | near.map(lambda pair: max(pair[0] + pair[1] * YEARS_PER_DAY, 0.0))
    )


@st.composite
def profiles(draw: DrawFn, on: Catalog) -> Profile:
    """Draw a person: each skill rated, unrated or, where it is no gate, not applicable."""
    gates = on.ladder.gates
    rated: dict[str, int] = {}
    left_out: dict[str, str] = {}
    for name in draw(st.permutations([entry.id for entry in on.skills])):
        answer = draw(st.sampled_from((0, 1, 2, 3, 4, None, None) + (() if name in gates else ("n/a",))))
        if answer == "n/a":
            left_out[name] = "We have none"
        elif answer is not None:
            rated[name] = answer
    return Profile(
        support_years=draw(years(on.ladder)),
        leading_years=draw(years(on.ladder)),
        leads_people=draw(st.booleans()),
        goal=draw(st.none() | st.sampled_from([tier.id for tier in on.ladder.tiers])),
        hours_per_week=draw(st.sampled_from(HOURS_PER_WEEK)),
        skills=rated,
        not_applicable=left_out,
    )


@st.composite
def cases(draw: DrawFn, tiers: int = 6, skills: int = 8) -> Case:
    """Draw a person on a ladder with a goal."""
    catalog = draw(catalogs(tiers, skills))
    return Case(catalog, draw(profiles(catalog)), draw(st.sampled_from(catalog.ladder.tiers)))


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
