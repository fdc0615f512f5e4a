"""The cheapest way to meet several conditions at once, of skills that each give so much for so much.

A covering problem with a few choices for each skill. It is searched best first (A*, Hart, Nilsson and Raphael
1968), skill by skill, over what the conditions still miss. What a way still costs is estimated from below by
Lagrangian relaxation (Geoffrion 1974), so the first one to arrive is the cheapest. Where there are more ways
than anybody can look at, the best one so far is followed to its end. It is the same on every machine.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Sequence
from operator import add, le, mul, sub, truediv
from typing import NamedTuple

from careercli.domain.model import HIGHEST_LEVEL
from careercli.domain.values import Value

_ROUNDS = 60
"""How often prices are corrected: enough on the built-in ladder."""

_FIRST_STEP, _LAST_STEP = 0.1, 0.002
"""How long the first correction of the prices is for each choice, and the last one beside the first."""

_MOMENTUM = 0.8
"""How much of the direction of a correction stays in the next one."""

_FINE = 1 << 40
"""Into how many parts of the dearest cost prices are cut: costs may be larger than any float."""

MOST_WAYS = 30_000
"""After this many ways the best one so far is followed to its end."""

Amounts = tuple[int, ...]
"""A number for each condition."""


class Choice(Value):
    """A skill: what raising it by each number of levels costs and gives, from 0 on.

    ``gains`` has what each of them adds toward each condition.
    """

    skill: str
    costs: tuple[int, ...]
    gains: tuple[Amounts, ...]


class _Option(NamedTuple):
    """What raising a skill by ``more`` levels costs, and adds toward the conditions looked at."""

    cost: int
    gains: Amounts
    more: int


def cheapest_cover(choices: Sequence[Choice], missing: Sequence[int]) -> tuple[int, ...]:
    """Return by how many levels each skill is raised on the cheapest way to meet every condition.

    What is cheapest for some of the conditions and enough for all of them is cheapest for all of them. So the
    search begins with those that have a price, and takes up the others as a way fails them.
    """
    choices = _unlike(choices)
    needed = [place for place, need in enumerate(missing) if need > 0]
    prices = _prices(_options(choices, needed), [missing[place] for place in needed])
    priced = {place: price for place, price in zip(needed, prices, strict=True) if price}
    raised = (0,) * len(choices)
    while failed := _failed(choices, missing, raised):
        priced |= {place: priced.get(place, 0) for place in failed}
        needs = tuple(missing[place] for place in priced)
        raised = _search(_options(choices, list(priced)), needs, list(priced.values()))
    return raised


def _unlike(choices: Sequence[Choice]) -> list[Choice]:
    """Return the choices with costs by which no two routes cost the same.

    Behind the hours comes the number of steps, and behind that the place in the alphabet, each of them in
    digits that all that follows it cannot fill.
    """
    most = HIGHEST_LEVEL * len(choices) + 1
    digits = (HIGHEST_LEVEL + 1) ** len(choices)
    out: list[Choice] = []
    for choice in choices:
        digits_here = (HIGHEST_LEVEL + 1) ** (len(choices) - len(out) - 1)
        costs = tuple(
            (hours * most + more) * digits - more * digits_here for more, hours in enumerate(choice.costs)
        )
        out.append(choice.but(costs=costs))
    return out


def _failed(choices: Sequence[Choice], missing: Sequence[int], raised: Sequence[int]) -> list[int]:
    """Return the conditions that a way does not meet."""
    got = _sum(choice.gains[more] for choice, more in zip(choices, raised, strict=True))
    return [place for place, (need, have) in enumerate(zip(missing, got, strict=True)) if have < need]


def _options(choices: Sequence[Choice], places: Sequence[int]) -> list[list[_Option]]:
    """Return what may be done about each skill, as far as more levels give more toward these conditions."""
    out = []
    for choice in choices:
        options: dict[Amounts, _Option] = {}
        for more, (cost, gains) in enumerate(zip(choice.costs, choice.gains, strict=True)):
            some = tuple([gains[place] for place in places])
            options.setdefault(some, _Option(cost, some, more))
        out.append(list(options.values()))
    return out


def _search(options: Sequence[Sequence[_Option]], needs: Amounts, prices: Sequence[int]) -> Amounts:
    """Return by how many levels each skill is raised on the cheapest way to meet all needs.

    Skills are decided one after another, those first that leave the least doubt. Ways that have decided the
    same skills and still miss the same are one: of those the cheapest goes on.
    """
    rests = [sorted(option.cost - _times(prices, option.gains) for option in some) for some in options]
    order = sorted(
        (n for n, rest in enumerate(rests) if len(rest) > 1), key=lambda n: rests[n][0] - rests[n][1]
    )
    ahead = [0]  # the least that the skills still to be decided can cost after what their gains are worth
    within_reach = [(0,) * len(needs)]
    for n in reversed(order):
        ahead.append(ahead[-1] + rests[n][0])
        within_reach.append(tuple(map(add, within_reach[-1], options[n][-1].gains)))
    ahead.reverse()
    within_reach.reverse()

    ways: list[tuple[int, int, Amounts, int, Amounts]] = [(0, 0, needs, 0, ())]
    decided: set[tuple[int, Amounts]] = set()
    while True:
        _, depth, left, spent, raised = heapq.heappop(ways)
        if not any(left):
            found = dict(zip(order, raised, strict=False))
            return tuple(found.get(n, 0) for n in range(len(options)))
        if len(decided) >= MOST_WAYS:
            ways.clear()
        elif (depth, left) in decided:
            continue
        decided.add((depth, left))
        most, rest = within_reach[depth + 1], ahead[depth + 1]
        for cost, gains, more in options[order[depth]]:
            still = tuple([need - gain if need > gain else 0 for need, gain in zip(left, gains, strict=True)])
            if all(map(le, still, most)):
                so_far = spent + cost
                at_least = so_far + max(_times(prices, still) + rest, 0)
                heapq.heappush(ways, (at_least, depth + 1, still, so_far, (*raised, more)))


def _prices(options: Sequence[Sequence[_Option]], needs: Sequence[int]) -> list[int]:
    """Return a price for a twelfth of each need, at least 0, at which buying what is needed costs most.

    Any prices give an estimate that is not too high: needs are met by gains, so a way costs at least what
    its needs are worth, plus for each skill the least of cost less worth of its gains. Good prices only make
    the search short, so they are found by a few rounds of the subgradient method (Held and Karp 1971), with
    costs as shares of the dearest and gains as shares of what is needed: a need of two skills and one of
    three hundred twelfths are corrected alike.
    """
    dearest = max((some[-1].cost for some in options), default=0)
    offers = [
        [(cost / dearest, tuple(map(truediv, gains, needs))) for cost, gains, _ in some]
        for some in options
        if len(some) > 1
    ]
    prices = best = [0.0] * len(needs)
    highest = 0.0
    step = _FIRST_STEP * len(offers)
    direction = [0.0] * len(needs)
    for _ in range(_ROUNDS):
        value = math.fsum(prices)
        short = [1.0] * len(needs)
        for offer in offers:
            rest, gains = min([(cost - math.fsum(map(mul, prices, gains)), gains) for cost, gains in offer])
            value += rest
            short = list(map(sub, short, gains))
        if value > highest:
            highest, best = value, prices
        direction = [
            _MOMENTUM * before + now if price or now > 0 else 0.0  # no price falls below 0
            for before, now, price in zip(direction, short, prices, strict=True)
        ]
        length = math.hypot(*direction)
        if not length:
            break
        prices = [
            max(price + step * toward / length, 0.0) for price, toward in zip(prices, direction, strict=True)
        ]
        step *= _LAST_STEP ** (1 / _ROUNDS)
    return [int(price / need * _FINE) * dearest // _FINE for price, need in zip(best, needs, strict=True)]


def _sum(amounts: Iterable[Amounts]) -> list[int]:
    """Return amounts added up, condition by condition; nothing where there are none."""
    return [sum(column) for column in zip(*amounts, strict=True)]


def _times(prices: Sequence[int], amounts: Sequence[int]) -> int:
    return sum(map(mul, prices, amounts))
