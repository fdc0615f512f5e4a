from __future__ import annotations

from hypothesis import given

from careercli.domain.comparison import differences
from tests.domain.builders import Rung, asks, ladder
from tests.domain.ladders import Case, cases


def test_what_the_second_asks_more_of_comes_first() -> None:
    """In order: what rises, gates first, then larger steps, weight and id; what falls comes last."""
    low = Rung((asks("chat", 1), asks("dial", 3)))
    high = Rung(
        (asks("file", 1), asks("chat", 4), asks("bill", 2, must=True), asks("ask", 1, 3), asks("dial", 1))
    )

    found = differences(ladder(low).tiers[0], ladder(high).tiers[0])

    assert [(item.skill, item.rise) for item in found] == [
        ("bill", 2), ("chat", 3), ("ask", 1), ("file", 1), ("dial", -2),
    ]  # fmt: skip


def test_a_gate_at_the_same_level_is_a_difference() -> None:
    """A tier that insists on what another merely asks for asks more of it."""
    a, b = (ladder(Rung((asks("chat", 2, must=must),))).tiers[0] for must in (False, True))

    (item,) = differences(a, b)
    assert (item.rise, item.becomes_gate) == (0, True)
    (back,) = differences(b, a)
    assert (back.rise, back.becomes_gate) == (0, False)
    assert differences(b, b) == ()


@given(case=cases())
def test_differences_turn_round(case: Case) -> None:
    """From high to low the same skills differ by the opposite."""
    tiers = case.ladder.tiers
    up = {item.skill: (item.a, item.b, item.rise) for item in differences(tiers[0], tiers[-1])}
    down = {item.skill: (item.b, item.a, -item.rise) for item in differences(tiers[-1], tiers[0])}

    assert up == down
    assert all(rise >= 0 for _, _, rise in up.values())
