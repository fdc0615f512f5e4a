from __future__ import annotations

from hypothesis import given

from careercli.domain.comparison import differences
from tests.domain.builders import Rung, asks, ladder, must
from tests.domain.ladders import Case, cases


def test_what_the_second_asks_more_of_comes_first() -> None:
    """In order: what rises, gates first, then larger steps, weight and id; what falls comes last."""
    low = Rung((asks("chat", 1), asks("dial", 3)))
    high = Rung(
        (asks("file", 1), asks("chat", 4), asks("bill", 2), asks("ask", 1, 3), asks("dial", 1)),
        gates=(must("bill"),),
    )

    found = differences(ladder(low).tiers[0], ladder(high).tiers[0])

    assert [(item.skill, item.rise) for item in found] == [
        ("bill", 2), ("chat", 3), ("ask", 1), ("file", 1), ("dial", -2),
    ]  # fmt: skip


def test_what_ends_is_asked_no_more() -> None:
    """A skill that the first tier asks and the second does not falls by its level."""
    a, b = ladder(Rung((asks("chat", 2, through="t1"), asks("ask", 1))), Rung((asks("ask", 1),))).tiers

    (item,) = differences(a, b)
    assert (item.skill, item.rise, item.b) == ("chat", -2, None)


@given(case=cases())
def test_differences_turn_round(case: Case) -> None:
    """From high to low the same skills differ by the opposite."""
    tiers = case.ladder.tiers
    up = {item.skill: (item.a, item.b, item.rise) for item in differences(tiers[0], tiers[-1])}
    down = {item.skill: (item.b, item.a, -item.rise) for item in differences(tiers[-1], tiers[0])}

    assert up == down
