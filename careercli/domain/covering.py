"""The cheapest way to meet several conditions at once, of skills that each give so much for so much.

A covering problem with a few choices for each skill. One way is found by a best-first search (A*, Hart,
Nilsson and Raphael 1968) over what the conditions still miss, skill by skill. What a way still costs is
estimated from below by Lagrangian relaxation (Geoffrion 1974), so the first one to arrive is the cheapest.
Where there are more ways than anybody can look at, the best one found by repair and exchange is taken; the
benchmark of the rule says how much longer that is. It is the same on every machine.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Sequence
from operator import add, mul, sub

import msgspec

from careercli.domain.model import HIGHEST_LEVEL

_ROUNDS = 15
"""How often prices are corrected for each condition: enough on the built-in ladder."""

_LAST_STEP = 0.001
"""How long the last correction of the prices is, beside the first."""

_FINE = 1 << 40
"""Into how many parts of the dearest cost prices are cut: costs may be larger than any float."""

MOST_WAYS = 4_000
"""After so many ways the search for the shortest route is given up."""

Amounts = tuple[int, ...]
"""A number for each condition."""


class Choice(msgspec.Struct, frozen=True):
    """A skill: what raising it by each number of levels costs and gives, from 0 on.

    ``gains`` has what each of them adds toward each condition.
    """

    skill: str
    costs: tuple[int, ...]
    gains: tuple[Amounts, ...]


def cheapest_cover(choices: Sequence[Choice], missing: Sequence[int]) -> tuple[int, ...]:
    """Return by how many levels each skill is raised on the cheapest way to meet every condition.

    What is cheapest for some of the conditions and enough for all of them is cheapest for all of them. All
    that a way fails are taken up together, which is quick; where that is too much, one after another.
    """
    choices = _unlike(choices)
    for at_once in (len(missing), 1):
        found = _growing(choices, missing, at_once)
        if found is not None:
            return found
    every = [place for place, need in enumerate(missing) if need > 0]
    return _raised(choices, missing, every, _exchanged) or (0,) * len(choices)


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
        out.append(msgspec.structs.replace(choice, costs=costs))
    return out


def _growing(choices: Sequence[Choice], missing: Sequence[int], at_once: int) -> tuple[int, ...] | None:
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
    choices: Sequence[Choice],
    missing: Sequence[int],
    places: Sequence[int],
    how: Callable[[Sequence[Choice], Amounts], tuple[int, ...] | None],
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


def _search(choices: Sequence[Choice], needs: Amounts) -> tuple[int, ...] | None:
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

    ways: list[tuple[int, int, Amounts, int, tuple[int, ...]]] = [(0, 0, needs, 0, ())]
    decided: set[tuple[int, Amounts]] = set()
    while ways and len(decided) < MOST_WAYS:
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


def _exchanged(choices: Sequence[Choice], needs: Amounts) -> tuple[int, ...]:
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
    choices: Sequence[Choice],
    needs: Amounts,
    prices: Amounts,
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


def _costs(choices: Sequence[Choice], raised: Sequence[int]) -> int:
    return sum(choice.costs[more] for choice, more in zip(choices, raised, strict=True))


def _sum(amounts: Iterable[Amounts]) -> list[int]:
    """Return amounts added up, condition by condition; nothing where there are none."""
    return [sum(column) for column in zip(*amounts, strict=True)]


def _prices(choices: Sequence[Choice], needs: Amounts) -> Amounts:
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
        value = math.fsum(prices)
        short = [1.0] * len(needs)
        for offer in offers:
            rest, gains = min((cost - math.fsum(map(mul, prices, gains)), gains) for cost, gains in offer)
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


def _priced(choice: Choice, prices: Sequence[int]) -> list[int]:
    """Return what each number of levels costs after what its gains are worth."""
    return [cost - _times(prices, gains) for cost, gains in zip(choice.costs, choice.gains, strict=True)]


def _doubt(priced: Sequence[int]) -> int:
    """Return how much worse the second best number of levels is than the best."""
    best, second = sorted(priced)[:2]
    return second - best


def _plus(one: Amounts, other: Amounts) -> Amounts:
    return tuple(map(add, one, other))


def _times(prices: Sequence[int], amounts: Sequence[int]) -> int:
    return sum(map(mul, prices, amounts))
