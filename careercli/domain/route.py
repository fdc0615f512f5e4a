"""The shortest route to a goal: only the steps that placement there needs, with the fewest hours.

A goal is reached when every tier from the first up to it has its gates and its fit, so the shortest route is
a covering problem with one condition for each of these tiers. Gates leave no choice. Among the rest, one way
is found by a best-first search (A*, Hart, Nilsson and Raphael 1968) over the fit that is still missing, skill
by skill, in whole twelfths of a weight. What a route still costs is estimated from below by Lagrangian
relaxation (Geoffrion 1974), so the first route to arrive is the shortest. Most tiers are met by the way;
a tier becomes a condition only once a route was found that fails it.

What this means for dates: the steps of a milestone are never all done later than in the full plan, and the
goal's skills never take more hours (in the middle of their ranges). A tier on the way can be ready later than
in the full plan, by some days, but only where the full plan meets it by a step that the goal can do without.
No order of the route's steps could change that; it is said where it happens.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence
from datetime import date
from operator import add, mul, sub

import msgspec

from careercli.domain.ladder import TWELFTHS, coverage, share
from careercli.domain.model import HIGHEST_LEVEL, Ladder, Profile, Skill, Tier
from careercli.domain.phrases import count, hours_range
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import Effort, Milestone, Plan, Span, schedule

STILL_HELPS = "What is left out is not needed to reach the goal. It still helps in the job and in interviews."

_PARTS_OF_AN_HOUR = 1_000_000
"""Hours are added up in whole millionths, so that no sum depends on its order."""

_ROUNDS = 40
"""How often prices are corrected for each tier that is a condition: enough on the built-in ladder."""

_LAST_STEP = 0.001
"""How long the last correction of the prices is, beside the first."""

_FINE = 1 << 40
"""Into how many parts of the dearest cost prices are cut: costs may be larger than any float."""


class LeftOut(msgspec.Struct, frozen=True):
    """The upper levels of a skill that the full plan raises and the shortest route does not."""

    skill: str
    level_from: int
    level_to: int
    hours: Effort


class Route(msgspec.Struct, frozen=True):
    """The shortest route as a plan, beside the full plan from the same profile to the same goal."""

    plan: Plan
    full: Plan
    left_out: tuple[LeftOut, ...]

    @property
    def hours_saved(self) -> Effort:
        """The hours of everything that is left out."""
        return Effort(
            min=sum((entry.hours.min for entry in self.left_out), 0.0),
            max=sum((entry.hours.max for entry in self.left_out), 0.0),
        )

    @property
    def beside(self) -> tuple[tuple[Milestone, Milestone], ...]:
        """Every milestone of the route with the same tier's in the full plan."""
        return tuple(zip(self.plan.milestones, self.full.milestones, strict=True))


_Amounts = tuple[int, ...]
"""A number for each tier that is a condition: twelfths of a weight, or what one of them is worth."""


class _Choice(msgspec.Struct, frozen=True):
    """A skill that is no gate: what raising it by each number of levels costs and gives, from 0 on.

    ``gains`` has what each of them adds to each tier, in twelfths of a weight.
    """

    skill: str
    costs: tuple[int, ...]
    gains: tuple[_Amounts, ...]


def shortest_route(
    ladder: Ladder, skills: Mapping[str, Skill], profile: Profile, goal: Tier | None, today: date
) -> Route:
    """Return the shortest route to the goal with its dates, and what it leaves out of the full plan.

    Steps keep the order and the milestone that they have in the full plan. What a skill rests on is a gate
    wherever that skill is asked, so it is on every route, and stays before what rests on it.
    """
    full = schedule(ladder, skills, profile, goal, today)
    if goal is None:
        return Route(full, full, ())
    levels = route_levels(ladder, skills, profile, goal)
    # The plan to a goal that asks for no more than the route raises; the tiers on the way stay as they are.
    narrowed = tuple(
        msgspec.structs.replace(demand, level=levels[demand.skill])
        for demand in goal.demands
        if demand.skill in levels
    )
    plan = schedule(ladder, skills, profile, msgspec.structs.replace(goal, demands=narrowed), today)
    # That a rating only brings dates forward holds for the full plan; notes say what holds for the route.
    plan = msgspec.structs.replace(plan, goal=goal, unrated=0)
    return Route(plan, full, _left_out(full, levels))


def saving(route: Route) -> str:
    """Return what a route saves, in a sentence."""
    if not route.left_out:
        return "Nothing can be left out: the full plan is the shortest route."
    hours = hours_range(route.hours_saved.min, route.hours_saved.max)
    steps = count(len(route.full.steps) - len(route.plan.steps), "step")
    return f"Leaves out {steps} and {hours} of the full plan."


def notes(route: Route) -> tuple[str, ...]:
    """Return what to know about a route's dates beside those of the full plan, a sentence or two each."""
    out = []
    earlier = [days_earlier(full.ready, milestone.ready) or 0 for milestone, full in route.beside]
    if route.left_out and not any(earlier):
        out.append(
            "No milestone is ready earlier: years decide the dates, or the full plan begins with the same "
            "steps. What is saved is work."
        )
    if any(days < 0 for days in earlier):
        out.append(
            "A milestone is ready later where the full plan reaches it by a step that the goal does not need."
        )
    if route.full.unrated:
        verb = "counts" if route.full.unrated == 1 else "count"
        skills = count(route.full.unrated, "skill")
        out.append(f"{skills} not rated {verb} as level 0; rating can only make the route shorter.")
    return tuple(out)


def days_earlier(full: Span, route: Span) -> int | None:
    """Return how many days earlier a date comes on the route; below 0 is later, None is not known.

    The latest date counts, or the earliest where the latest stays.
    """
    if full.latest is None or route.latest is None:
        return None
    days = (full.latest - route.latest).days
    if days == 0 and full.earliest and route.earliest:
        return (full.earliest - route.earliest).days
    return days


def route_levels(ladder: Ladder, skills: Mapping[str, Skill], profile: Profile, goal: Tier) -> dict[str, int]:
    """Return the level of every skill that the goal asks and that applies, at the end of the shortest route.

    No other levels, from those of the profile up, meet the skills of every tier up to the goal with fewer
    hours (the sum of the middle of each step's range); of those with as many, none has fewer steps; of those,
    the skills first in the alphabet are raised furthest.
    """
    asked = [demand for demand in goal.demands if demand.skill not in profile.not_applicable]
    have = {demand.skill: profile.skills.get(demand.skill, 0) for demand in asked}
    levels = {d.skill: max(have[d.skill], d.level) if d.must else have[d.skill] for d in asked}
    tiers = ladder.tiers[: goal.rank]
    missing = [_missing(tier, levels, profile, ladder.pass_fit) for tier in tiers]
    choices = [
        _choice(skills[demand.skill], levels[demand.skill], demand.level, tiers)
        for demand in sorted(asked, key=lambda demand: demand.skill)
        if levels[demand.skill] < demand.level
    ]
    for choice, more in zip(choices, _cheapest(_unlike(choices), missing), strict=True):
        levels[choice.skill] += more
    return levels


def _left_out(full: Plan, levels: Mapping[str, int]) -> tuple[LeftOut, ...]:
    """Return what of the full plan lies above the levels of a route, in the order of the full plan."""
    steps: dict[str, list[PlannedStep]] = {}
    for step in full.steps:
        if step.level_to > levels[step.skill]:
            steps.setdefault(step.skill, []).append(step)
    return tuple(
        LeftOut(
            skill=skill,
            level_from=above[0].level_from,
            level_to=above[-1].level_to,
            hours=Effort(sum(step.hours.min for step in above), sum(step.hours.max for step in above)),
        )
        for skill, above in steps.items()
    )


def _missing(tier: Tier, levels: Mapping[str, int], profile: Profile, pass_fit: float) -> int:
    """Return how many twelfths of a weight are missing for a tier's fit; 0 or less where it is enough.

    The quotient is asked, as placement asks it: 0.7 as a float is a little less than seven tenths.
    """
    covered, asked = coverage(tier.demands, levels, profile.not_applicable)
    enough = int(pass_fit * asked)  # never too much, perhaps too little by a rounding
    while share(enough, asked) < pass_fit:
        enough += 1
    return enough - covered


def _choice(skill: Skill, have: int, need: int, tiers: Sequence[Tier]) -> _Choice:
    """Return what may be done about a skill; costs are hours alone."""
    costs = [0]
    for step in skill.growth[have:need]:
        costs.append(costs[-1] + round(step.hours.mean * _PARTS_OF_AN_HOUR))
    demands = [next((d for d in tier.demands if d.skill == skill.id), None) for tier in tiers]
    gains = tuple(
        tuple(
            d.weight * max(min(level, d.level) - have, 0) * (TWELFTHS // d.level) if d else 0 for d in demands
        )
        for level in range(have, need + 1)
    )
    return _Choice(skill.id, tuple(costs), gains)


def _unlike(choices: Sequence[_Choice]) -> list[_Choice]:
    """Return the choices with costs by which no two routes cost the same.

    Behind the hours comes the number of steps, and behind that the place in the alphabet, each of them in
    digits that all that follows it cannot fill.
    """
    most = HIGHEST_LEVEL * len(choices) + 1
    digits = (HIGHEST_LEVEL + 1) ** len(choices)
    out: list[_Choice] = []
    for choice in choices:
        digits_here = (HIGHEST_LEVEL + 1) ** (len(choices) - len(out) - 1)
        costs = tuple(
            (hours * most + more) * digits - more * digits_here for more, hours in enumerate(choice.costs)
        )
        out.append(msgspec.structs.replace(choice, costs=costs))
    return out


def _cheapest(choices: Sequence[_Choice], missing: Sequence[int]) -> tuple[int, ...]:
    """Return by how many levels each skill is raised on the cheapest way to give every tier what is missing.

    What is cheapest for some of the tiers and enough for all of them is cheapest for all of them.
    """
    binding: list[int] = []
    raised = (0,) * len(choices)
    while True:
        got = [choice.gains[more] for choice, more in zip(choices, raised, strict=True)]
        failed = [tier for tier, need in enumerate(missing) if sum(gains[tier] for gains in got) < need]
        if not failed:
            return raised
        binding.append(failed[-1])
        only = [
            msgspec.structs.replace(c, gains=tuple(tuple(g[tier] for tier in binding) for g in c.gains))
            for c in choices
        ]
        raised = _search(only, tuple(missing[tier] for tier in binding))


def _search(choices: Sequence[_Choice], needs: _Amounts) -> tuple[int, ...]:
    """Return by how many levels each skill is raised on the cheapest way to meet all needs.

    Skills are decided one after another, those first that leave the least doubt. Ways that have decided the
    same skills and still miss the same are one: of those the cheapest goes on.
    """
    prices = _prices(choices, needs)
    priced = [_priced(choice, prices) for choice in choices]
    order = sorted(range(len(choices)), key=lambda place: -_doubt(priced[place]))
    ahead = [0]  # the least that the skills still to be decided can cost after what their gains are worth
    within_reach = [(0,) * len(needs)]
    for place in reversed(order):
        ahead.append(ahead[-1] + min(priced[place]))
        within_reach.append(_plus(within_reach[-1], choices[place].gains[-1]))
    ahead.reverse()
    within_reach.reverse()

    ways: list[tuple[int, int, _Amounts, int, tuple[int, ...]]] = [(0, 0, needs, 0, ())]
    decided: set[tuple[int, _Amounts]] = set()
    while ways:
        _, depth, left, cost, raised = heapq.heappop(ways)
        if depth == len(order):
            return tuple(more for _, more in sorted(zip(order, raised, strict=True)))
        if (depth, left) in decided:
            continue
        decided.add((depth, left))
        choice = choices[order[depth]]
        for more, gains in enumerate(choice.gains):
            still = tuple([max(need - gain, 0) for need, gain in zip(left, gains, strict=True)])
            if any(need > most for need, most in zip(still, within_reach[depth + 1], strict=True)):
                continue
            spent = cost + choice.costs[more]
            at_least = spent + _times(prices, still) + ahead[depth + 1]
            heapq.heappush(ways, (at_least, depth + 1, still, spent, (*raised, more)))
    raise ValueError("a tier asks for more than the goal")


def _prices(choices: Sequence[_Choice], needs: _Amounts) -> _Amounts:
    """Return a price for a twelfth of each need, at least 0, at which buying what is needed costs most.

    Any prices give an estimate that is not too high: needs are met by gains, so a way costs at least what
    its needs are worth, plus for each skill the least of cost less worth of its gains. Good prices only make
    the search short, so they are found by a few rounds of the subgradient method (Held and Karp 1971), with
    costs as shares of the dearest.
    """
    dearest = max(choice.costs[-1] for choice in choices)
    offers = [
        [(cost / dearest, gains) for cost, gains in zip(choice.costs, choice.gains, strict=True)]
        for choice in choices
    ]
    prices = best = (0.0,) * len(needs)
    highest = 0.0
    step = len(choices) / max(needs)
    rounds = _ROUNDS * len(needs)
    for _ in range(rounds):
        value = sum(map(mul, prices, needs))
        short = list(needs)
        for offer in offers:
            rest, gains = min((cost - sum(map(mul, prices, gains)), gains) for cost, gains in offer)
            value += rest
            short = list(map(sub, short, gains))
        if value > highest:
            highest, best = value, prices
        length = math.hypot(*short)
        if not length:
            break
        prices = tuple(
            max(price + step * missing / length, 0.0) for price, missing in zip(prices, short, strict=True)
        )
        step *= _LAST_STEP ** (1 / rounds)
    return tuple(int(price * _FINE) * dearest // _FINE for price in best)


def _priced(choice: _Choice, prices: Sequence[int]) -> list[int]:
    """Return what each number of levels costs after what its gains are worth."""
    return [cost - _times(prices, gains) for cost, gains in zip(choice.costs, choice.gains, strict=True)]


def _doubt(priced: Sequence[int]) -> int:
    """Return how much worse the second best number of levels is than the best."""
    best, second = sorted(priced)[:2]
    return second - best


def _plus(one: _Amounts, other: _Amounts) -> _Amounts:
    return tuple(map(add, one, other))


def _times(prices: Sequence[int], amounts: Sequence[int]) -> int:
    return sum(map(mul, prices, amounts))
