"""How well the rule judges: people with a label, the quick interview, raters who err, and the shortest route.

Run it with ``make bench-judgement``. It ends with 1 where an aim is missed.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from unittest import mock

import msgspec
from raters import Person, erring, newcomers, people, raters

from careercli.catalog import load_catalog
from careercli.domain import covering
from careercli.domain.interview import asked_with, next_question
from careercli.domain.ladder import rank_by_skills
from careercli.domain.model import Catalog, Ladder, Profile, Tier
from careercli.domain.placement import place, rank_of
from careercli.domain.plan import course, default_goal
from careercli.domain.route import shortest_targets

RATERS = 500
NEWCOMERS = 450
ERRORS = 4
"""How often each rater errs, each time elsewhere."""

MOVED = 100
"""How many raters' single ratings are moved."""

LEFT_OUT = 0.1
"""The share of skills that they have not rated."""

ROUTES = 200
FAR_MORE = 200_000
"""Ways after which the search for the shortest route is given up, for comparison."""


class Aim(NamedTuple):
    """A share, what it is to be at least, and how many it is of."""

    name: str
    share: float
    least: float
    number: int

    @property
    def reached(self) -> bool:
        """Whether it is as high as it should be."""
        return self.share >= self.least

    def __str__(self) -> str:
        """Return a row of a table."""
        mark = "" if self.reached else " (missed)"
        return f"| {self.name} | {self.share:.2%} of {self.number:,} | {self.least:.1%}{mark} |"


class Asked(NamedTuple):
    """One quick interview: how many questions, and the ranks that it and that all answers give."""

    questions: int
    found: int
    true: int


def rank(ladder: Ladder, profile: Profile) -> int:
    """Return the rank of the current tier; 0 where there is none."""
    return rank_of(place(ladder, profile).current)


def agreement(ladder: Ladder, labelled: Iterable[Person]) -> list[tuple[Person, str | None, int]]:
    """Return where each is placed, and by how many tiers that misses the nearest acceptable one."""
    out = []
    for person in labelled:
        current = place(ladder, person.profile).current
        at = current.rank if current else 0
        off = min(abs(at - ladder.tier(tier).rank) for tier in person.acceptable)
        out.append((person, current.id if current else None, off))
    return out


def interview(ladder: Ladder, profile: Profile) -> Asked:
    """Return how the quick interview goes with somebody who answers as their profile says."""
    so_far, passed_over, questions = msgspec.structs.replace(profile, skills={}), frozenset[str](), 0
    ticked = frozenset[str]()
    while skill := next_question(ladder, so_far, passed_over=passed_over, ticked=ticked):
        questions += 1
        ticked -= {skill}
        if together := asked_with(ladder, so_far, skill, passed_over=passed_over):
            done = {each: min(profile.skills.get(each, 0), 1) for each in together}
            ticked = frozenset(each for each, level in done.items() if level)
            so_far = msgspec.structs.replace(so_far, skills=so_far.skills | done)
        elif skill in profile.skills:
            skills = {**so_far.skills, skill: profile.skills[skill]}
            so_far = msgspec.structs.replace(so_far, skills=skills)
        else:
            passed_over |= {skill}
    return Asked(questions, rank(ladder, so_far), rank(ladder, profile))


def errors(ladder: Ladder, honest: Sequence[Profile], times: int = ERRORS, seed: int = 11) -> list[int]:
    """Return by how many tiers somebody moves when one answer in ten is off by one level."""
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    return [
        abs(rank(ladder, erring(profile, draw)) - rank(ladder, profile))
        for profile in honest
        for _ in range(times)
    ]


def moves(ladder: Ladder, honest: Iterable[Profile], seed: int = 13) -> list[int]:
    """Return by how many ranks what nine in ten ratings show moves, for each change of one of them."""
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    out = []
    for profile in honest:
        kept = draw.sample(sorted(profile.skills), round((1 - LEFT_OUT) * len(profile.skills)))
        rated = {skill: profile.skills[skill] for skill in kept}
        before = rank_by_skills(ladder, msgspec.structs.replace(profile, skills=rated)) or 0
        for skill, was in rated.items():
            for level in {0, 1, 2, 3, 4} - {was}:
                changed = msgspec.structs.replace(profile, skills={**rated, skill: level})
                out.append(abs((rank_by_skills(ladder, changed) or 0) - before))
    return out


def longer(catalog: Catalog, profile: Profile, goal: Tier) -> float:
    """Return by which share a route is longer than where far more ways are looked at."""
    ladder, skills = catalog.ladder, catalog.skills_by_id
    way = course(ladder, profile, place(ladder, profile), goal)

    def hours() -> float:
        targets = shortest_targets(way, skills, ladder.pass_fit)
        return sum(
            step.hours.mean
            for skill, target in targets.items()
            for step in skills[skill].growth[way.levels[skill] : target]
        )

    found = hours()
    with mock.patch.object(covering, "MOST_WAYS", FAR_MORE):
        shortest = hours()
    return found / shortest - 1 if shortest else 0.0


def within(off: Sequence[int], most: int) -> float:
    """Return the share of differences that are at most so many tiers."""
    return sum(each <= most for each in off) / len(off)


def interviews(name: str, asked: Sequence[Asked]) -> list[Aim]:
    """Print how many questions interviews take, and return what they are to reach."""
    questions = sorted(each.questions for each in asked)
    off = [abs(each.found - each.true) for each in asked]
    middle, late = statistics.median(questions), questions[int(0.9 * (len(questions) - 1))]
    print(f"Quick interview, {name}: {middle:g} questions in the median, 90 in 100 take at most {late}.")
    return [
        Aim(f"Quick interview, {name}: the tier of all answers", within(off, 0), 0.95, len(off)),
        Aim(f"Quick interview, {name}: within one tier", within(off, 1), 0.99, len(off)),
        Aim(
            f"Quick interview, {name}: at most 12 questions",
            sum(q <= 12 for q in questions) / len(off),
            0.5,
            len(off),
        ),
    ]


def partly(profile: Profile, draw: random.Random) -> Profile:
    """Return the same person with eight to forty of the skills rated."""
    kept = draw.sample(sorted(profile.skills), draw.randint(8, 40))
    return msgspec.structs.replace(profile, skills={skill: profile.skills[skill] for skill in kept})


def routes(catalog: Catalog, profiles: Sequence[Profile]) -> None:
    """Print how often the search for the shortest route is given up, and what that costs."""
    draw = random.Random(17)  # noqa: S311 - not for secrets
    ladder, top = catalog.ladder, catalog.ladder.top
    partial = [partly(profile, draw) for profile in profiles]
    for name, some, goals in (
        ("to their goal", profiles, [default_goal(ladder, profile) for profile in profiles]),
        ("to the top", profiles, [top] * len(profiles)),
        ("to the top, eight to forty skills rated", partial, [top] * len(profiles)),
    ):
        pairs = [(profile, goal) for profile, goal in zip(some, goals, strict=True) if goal]
        shares = sorted(share for profile, goal in pairs if (share := longer(catalog, profile, goal)))
        print(f"Shortest route {name}: {len(shares)} of {len(pairs)} are longer than {FAR_MORE:,} ways find.")
        if shares:
            print(
                f"  They are {statistics.median(shares):.1%} longer in the median, {shares[-1]:.1%} at worst."
            )


def main() -> int:
    """Print everything; 1 where an aim is missed."""
    parser = argparse.ArgumentParser(description="Measure how well the rule of placement judges.")
    parser.add_argument("--raters", type=int, default=RATERS)
    number = parser.parse_args().raters
    catalog = load_catalog().catalog
    ladder, labelled = catalog.ladder, people(catalog.ladder)
    drawn = list(raters(catalog, number))
    persons = [person.profile for person in labelled]
    outsiders = list(newcomers(catalog, NEWCOMERS))

    judged = agreement(ladder, labelled)
    for person, found, by in judged:
        if by:
            print(f"{person.id}: {found}, and not {' or '.join(person.acceptable)}")
    exactly = sum(person.tier == found for person, found, _ in judged)
    print(f"Of {len(judged)} people {exactly} are placed at the very tier of their label.")
    off = [abs(rank(ladder, profile) - 1 - index % len(ladder.tiers)) for index, profile in enumerate(drawn)]
    print(f"Raters: {within(off, 0):.1%} at the tier they were drawn for, {within(off, 1):.1%} within one.")
    missed = [off for _, _, off in judged]
    aims = [
        Aim("People: an acceptable tier", within(missed, 0), 0.9, len(missed)),
        Aim("People: within one tier of it", within(missed, 1), 1.0, len(missed)),
    ]
    for name, some in (("people", persons), ("raters", drawn), ("newcomers", outsiders)):
        aims += interviews(name, [interview(ladder, profile) for profile in some])
    for name, some in (("people", persons), ("raters", drawn)):
        off = errors(ladder, some, ERRORS if some is drawn else 10 * ERRORS)
        aims.append(Aim(f"One answer in ten off, {name}: the same tier", within(off, 0), 0.9, len(off)))
        aims.append(Aim(f"One answer in ten off, {name}: within one tier", within(off, 1), 0.99, len(off)))
    off = moves(ladder, drawn[:MOVED])
    aims.append(Aim("One rating moved, nine in ten rated: at most one rank", within(off, 1), 0.995, len(off)))
    routes(catalog, [*persons, *drawn[:ROUTES]])
    print("\n| what | share | at least |\n| --- | ---: | ---: |")
    print("\n".join(map(str, aims)))
    return int(not all(aim.reached for aim in aims))


if __name__ == "__main__":
    sys.exit(main())
