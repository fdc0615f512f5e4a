"""The shortest route to a goal: the steps that confirm every milestone with the fewest hours in all.

A tier is confirmed when the levels reach its gates and its fit, so the shortest route is a covering problem.
A gate of one skill leaves no choice. A group needs so many skills at a level, and a fit so many twelfths of a
weight: each is a condition. One way is found by a best-first search (A*, Hart, Nilsson and Raphael 1968) over
what the conditions still miss, skill by skill. What a route still costs is estimated from below by Lagrangian
relaxation (Geoffrion 1974), so the first route to arrive is the shortest.

From the very beginning of a long ladder there are more routes than anybody can look at. After so many the
best one found by repair and exchange is taken; the benchmark of the rule says how much longer that is. It is
the same for the same person on every machine.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import add, mul, sub

import msgspec

from careercli.domain.ladder import TWELFTHS, coverage, exact
from careercli.domain.model import HIGHEST_LEVEL, Gate, Skill, Tier
from careercli.domain.plan import Course, highest_of_use

_PARTS_OF_AN_HOUR = 1_000_000
"""Hours are added up in whole millionths, so that no sum depends on its order."""

_ROUNDS = 15
"""How often prices are corrected for each condition: enough on the built-in ladder."""

_LAST_STEP = 0.001
"""How long the last correction of the prices is, beside the first."""

_FINE = 1 << 40
"""Into how many parts of the dearest cost prices are cut: costs may be larger than any float."""

_MOST_WAYS = 4_000
"""After so many ways the search for the shortest route is given up."""

_Amounts = tuple[int, ...]
"""A number for each condition."""


class _Choice(msgspec.Struct, frozen=True):
    """A skill: what raising it by each number of levels costs and gives, from 0 on.

    ``gains`` has what each of them adds toward each condition.
    """

    skill: str
    costs: tuple[int, ...]
    gains: tuple[_Amounts, ...]


class _Condition(msgspec.Struct, frozen=True):
    """Something that levels have to add up to: how much, and what each level of each skill gives."""

    need: int
    given: dict[str, tuple[int, ...]]

    def missing(self, levels: Mapping[str, int]) -> int:
        """Return how much is missing; 0 or less where it is met."""
        return self.need - sum(table[levels.get(skill, 0)] for skill, table in self.given.items())


def shortest_targets(of: Course, skills: Mapping[str, Skill], pass_fit: float) -> dict[str, int]:
    """Return to which level each skill goes on the shortest route along a course.

    A skill that is estimated goes no higher than the conditions need, even where the estimate is higher: what
    has to be rated, and perhaps done after all, stays as little as it can be. Skills that are not needed at
    all are left out.
    """
    levels = dict(of.levels)
    for tier in of.tiers:
        for gate in tier.gates:
            if gate.single:
                skill, need = gate.skills[0], gate.levels[0]
                levels[skill] = max(levels.get(skill, 0), need)
    conditions = list(_conditions(of.tiers, levels, pass_fit))
    missing = [condition.missing(levels) for condition in conditions]
    if any(amount > 0 for amount in missing):
        tops = _tops(of.tiers)
        choices = [
            _choice(skills[skill], levels[skill], tops[skill], conditions)
            for skill in sorted(levels)
            if levels[skill] < tops[skill]
        ]
        for choice, more in zip(choices, _cheapest(_unlike(choices), missing), strict=True):
            levels[choice.skill] += more
    return _pruned(of, skills, levels, conditions)


def all_targets(of: Course) -> dict[str, int]:
    """Return the level of each skill where everything is done that the tiers of a course ask."""
    tops = _tops(of.tiers)
    return {skill: max(tops[skill], level) for skill, level in of.levels.items()}


def _tops(tiers: Iterable[Tier]) -> dict[str, int]:
    """Return the highest level that any of the tiers asks of each skill, or could take for a gate."""
    tops: dict[str, int] = {}
    for tier in tiers:
        for skill, level in highest_of_use(tier).items():
            tops[skill] = max(tops.get(skill, 0), level)
    return tops


def _conditions(tiers: Iterable[Tier], levels: Mapping[str, int], pass_fit: float) -> Iterable[_Condition]:
    """Yield what confirming each of the tiers takes: its fit, and each of its gates."""
    for tier in tiers:
        asks = [ask for ask in tier.asks if ask.skill in levels]
        _, asked = coverage(asks, {})
        yield _Condition(
            need=math.ceil(exact(pass_fit) * asked),
            given={
                ask.skill: tuple(
                    ask.weight * min(level, ask.level) * (TWELFTHS // ask.level)
                    for level in range(HIGHEST_LEVEL + 1)
                )
                for ask in asks
            },
        )
        for gate in tier.gates:
            yield from _conditions_of(gate, levels)


def _conditions_of(gate: Gate, levels: Mapping[str, int]) -> Iterable[_Condition]:
    """Yield what a gate takes: for each of its levels, how many skills must have it."""
    for level in sorted(set(gate.levels)):
        table = tuple(int(have >= level) for have in range(HIGHEST_LEVEL + 1))
        yield _Condition(
            need=sum(need >= level for need in gate.levels),
            given={skill: table for skill in gate.skills if skill in levels},
        )


def _pruned(
    of: Course, skills: Mapping[str, Skill], levels: dict[str, int], conditions: Sequence[_Condition]
) -> dict[str, int]:
    """Return the levels without those of estimates that no condition needs, the longest work first."""
    spare = [-condition.missing(levels) for condition in conditions]
    about: dict[str, list[int]] = {}
    for place, condition in enumerate(conditions):
        for skill in condition.given:
            about.setdefault(skill, []).append(place)

    def hours(skill: str) -> float:
        return sum(step.hours.mean for step in skills[skill].growth[: levels[skill]])

    for skill in sorted(of.estimated, key=lambda skill: (-hours(skill), skill)):
        here = levels[skill]
        if here > of.levels[skill]:
            continue
        places = about.get(skill, [])
        for lower in range(here):
            given = [conditions[place].given[skill] for place in places]
            loss = [table[here] - table[lower] for table in given]
            if all(spare[place] >= lost for place, lost in zip(places, loss, strict=True)):
                levels[skill] = lower
                for place, lost in zip(places, loss, strict=True):
                    spare[place] -= lost
                break
    return {skill: level for skill, level in levels.items() if level}


def _choice(skill: Skill, have: int, top: int, conditions: Sequence[_Condition]) -> _Choice:
    """Return what may be done about a skill; costs are hours alone."""
    costs = [0]
    for step in skill.growth[have:top]:
        costs.append(costs[-1] + round(step.hours.mean * _PARTS_OF_AN_HOUR))
    tables = [condition.given.get(skill.id) for condition in conditions]
    gains = tuple(
        tuple(table[level] - table[have] if table else 0 for table in tables)
        for level in range(have, top + 1)
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
    """Return by how many levels each skill is raised on the cheapest way to meet every condition.

    What is cheapest for some of the conditions and enough for all of them is cheapest for all of them. All
    that a way fails are taken up together, which is quick; where that is too much, one after another.
    """
    for at_once in (len(missing), 1):
        found = _growing(choices, missing, at_once)
        if found is not None:
            return found
    every = [place for place, need in enumerate(missing) if need > 0]
    return _raised(choices, missing, every, _exchanged) or (0,) * len(choices)


def _growing(choices: Sequence[_Choice], missing: Sequence[int], at_once: int) -> tuple[int, ...] | None:
    """Return the cheapest way, taking up so many failed conditions at once; None where one is too much."""
    binding: list[int] = []
    raised: tuple[int, ...] | None = (0,) * len(choices)
    while raised is not None:
        got = _sum(choice.gains[more] for choice, more in zip(choices, raised, strict=True))
        failed = [place for place, need in enumerate(missing) if got[place] < need]
        if not failed:
            return raised
        binding += failed[-at_once if binding else -1 :]
        raised = _raised(choices, missing, binding, _search)
    return None


def _raised(
    choices: Sequence[_Choice],
    missing: Sequence[int],
    places: Sequence[int],
    how: Callable[[Sequence[_Choice], _Amounts], tuple[int, ...] | None],
) -> tuple[int, ...] | None:
    """Return what a search finds for some of the conditions, among the choices that help with any of them."""
    helpful = [n for n, c in enumerate(choices) if any(c.gains[-1][place] for place in places)]
    only = [
        msgspec.structs.replace(
            choices[n], gains=tuple(tuple(g[place] for place in places) for g in choices[n].gains)
        )
        for n in helpful
    ]
    found = how(only, tuple(missing[place] for place in places))
    if found is None:
        return None
    raised = dict(zip(helpful, found, strict=True))
    return tuple(raised.get(n, 0) for n in range(len(choices)))


def _search(choices: Sequence[_Choice], needs: _Amounts) -> tuple[int, ...] | None:
    """Return by how many levels each skill is raised on the cheapest way to meet all needs.

    Skills are decided one after another, those first that leave the least doubt. Ways that have decided the
    same skills and still miss the same are one: of those the cheapest goes on. None where there are too many.
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
    while ways and len(decided) < _MOST_WAYS:
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
    return None


def _exchanged(choices: Sequence[_Choice], needs: _Amounts) -> tuple[int, ...]:
    """Return a cheap way to meet all needs: bought by price, then bettered until no single exchange helps.

    An exchange takes one skill back to a lower level and buys what is missing then.
    """
    prices = tuple(max(price, 1) for price in _prices(choices, needs))  # what is missing is worth something
    best = _bought(choices, needs, prices, [0] * len(choices))
    better = True
    while better:
        better = False
        for place in sorted(range(len(choices)), key=lambda place: -choices[place].costs[best[place]]):
            for lower in range(best[place]):
                tried = _bought(choices, needs, prices, [*best[:place], lower, *best[place + 1 :]], but=place)
                if tried and _costs(choices, tried) < _costs(choices, best):
                    best, better = tried, True
                    break
    return tuple(best)


def _bought(
    choices: Sequence[_Choice],
    needs: _Amounts,
    prices: _Amounts,
    raised: list[int],
    *,
    but: int | None = None,
) -> list[int]:
    """Return levels to which more was bought until nothing is missing, and what is left over sold again.

    What gives most for its cost comes first. The skill ``but`` stays as it is. Empty where it cannot be done.
    """
    got = _sum(choice.gains[more] for choice, more in zip(choices, raised, strict=True))
    left = [max(need - have, 0) for need, have in zip(needs, got, strict=True)]
    while any(left):
        worth: list[tuple[float, int, int]] = []
        for place, choice in enumerate(choices):
            here = raised[place]
            for more in range(here + 1, len(choice.costs)) if place != but else ():
                gained = map(sub, choice.gains[more], choice.gains[here])
                value = sum(
                    price * min(gain, need) for price, gain, need in zip(prices, gained, left, strict=True)
                )
                if value:
                    worth.append((value / (choice.costs[more] - choice.costs[here]), -place, more))
        if not worth:
            return []
        _, place, more = max(worth)
        here, raised[-place] = raised[-place], more
        gained = map(sub, choices[-place].gains[more], choices[-place].gains[here])
        left = [max(need - gain, 0) for need, gain in zip(left, gained, strict=True)]
    got = _sum(choice.gains[more] for choice, more in zip(choices, raised, strict=True))
    for place in sorted(range(len(choices)), key=lambda place: -choices[place].costs[raised[place]]):
        for lower in range(raised[place]):
            gains = choices[place].gains
            without = list(map(add, map(sub, got, gains[raised[place]]), gains[lower]))
            if all(have >= need for have, need in zip(without, needs, strict=True)):
                raised[place], got = lower, without
                break
    return raised


def _costs(choices: Sequence[_Choice], raised: Sequence[int]) -> int:
    return sum(choice.costs[more] for choice, more in zip(choices, raised, strict=True))


def _sum(amounts: Iterable[_Amounts]) -> list[int]:
    """Return amounts added up, condition by condition; nothing where there are none."""
    return [sum(column) for column in zip(*amounts, strict=True)]


def _prices(choices: Sequence[_Choice], needs: _Amounts) -> _Amounts:
    """Return a price for a twelfth of each need, at least 0, at which buying what is needed costs most.

    Any prices give an estimate that is not too high: needs are met by gains, so a way costs at least what
    its needs are worth, plus for each skill the least of cost less worth of its gains. Good prices only make
    the search short, so they are found by a few rounds of the subgradient method (Held and Karp 1971), with
    costs as shares of the dearest and gains as shares of what is needed: a need of two skills and one of
    three hundred twelfths are corrected alike.
    """
    dearest = max(choice.costs[-1] for choice in choices)
    offers = [
        [
            (cost / dearest, tuple(gain / need for gain, need in zip(gains, needs, strict=True)))
            for cost, gains in zip(choice.costs, choice.gains, strict=True)
        ]
        for choice in choices
    ]
    prices = best = (0.0,) * len(needs)
    highest = 0.0
    step = float(len(choices))
    rounds = _ROUNDS * len(needs)
    for _ in range(rounds):
        value = sum(prices)
        short = [1.0] * len(needs)
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
    return tuple(
        int(price / need * _FINE) * dearest // _FINE for price, need in zip(best, needs, strict=True)
    )


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
