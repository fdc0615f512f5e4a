from __future__ import annotations

import pytest

from careercli.domain.guide import Figure
from careercli.text.amounts import grouped, money, value_of


def figure(
    unit: str | None = None,
    *,
    amount: float | None = None,
    words: str | None = None,
    least: float | None = None,
    most: float | None = None,
) -> Figure:
    return Figure(
        label="L", source="own", kind="claimed", unit=unit, amount=amount, words=words, min=least, max=most
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (figure(words="High"), "High"),
        (figure("% change", words="High"), "High"),
        (figure("USD a year", amount=38750), "$38,750 a year"),
        (figure("USD an hour", amount=21.5), "$21.5 an hour"),
        (figure("USD", amount=1000000), "$1,000,000"),
        (figure("USD a year", least=38000, most=45000), "$38,000 to $45,000 a year"),
        (figure("USD a year", least=90000), "$90,000 or more a year"),
        (figure("USD a year", most=90000), "up to $90,000 a year"),
        (figure("% change", amount=10), "+10 %"),
        (figure("% change", amount=-5.5), "-5.5 %"),
        (figure("% change", amount=0), "+0 %"),
        (figure("% change", least=-3, most=4), "-3 to +4 %"),
        (figure("%", amount=30), "30 %"),
        (figure("%", amount=-5), "-5 %"),
        (figure("%", least=10, most=20), "10 to 20 %"),
        (figure("%", most=20), "up to 20 %"),
        (figure("%", most=0), "up to 0 %"),
        (figure("%", least=0), "0 or more %"),
        (figure("%", least=0, most=0), "0 to 0 %"),
        (figure("users", least=50000, most=500000), "50,000 to 500,000 users"),
        (figure("thousand jobs", amount=2814.0), "2,814 thousand jobs"),
        (figure("months", amount=0), "0 months"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_figure_in_words(given: Figure, said: str) -> None:
    """Money begins with its sign, a change with plus or minus, and everything has its unit."""
    assert value_of(given) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (None, "above the cap"),
        (0, "$0"),
        (38750.0, "$38,750"),
        (21.5, "$21.5"),
        (999, "$999"),
        (1e6, "$1,000,000"),
    ],
)
def test_money_in_words(amount: float | None, said: str) -> None:
    """What is not published is above the highest wage that is."""
    assert money(amount) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (0, "0"),
        (0.004, "0"),
        (0.25, "0.25"),
        (12.0, "12"),
        (12.5, "12.5"),
        (12.346, "12.35"),
        (100, "100"),
        (1234.5, "1,234.5"),
        (-1200, "-1,200"),
    ],
)
def test_numbers_in_words(amount: float, said: str) -> None:
    """Thousands are set off, and up to two decimals are kept where they say something."""
    assert grouped(amount) == said
