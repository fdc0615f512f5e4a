"""Pay as it is written, with its currency and period."""

from __future__ import annotations

import pytest

from tests.advertisements.ads import AD, read


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Salary: $45,000 - $55,000 per year", (45_000, 55_000, "USD", "year")),
        ("Pay: $18-$22 an hour", (18, 22, "USD", "hour")),
        ("\u00a324k to \u00a326k per annum", (24_000, 26_000, "GBP", "year")),
        ("Salary: \u20ac1.800 per month", (1_800, 1_800, "EUR", "month")),
        ("CTC: 3.5 - 4 LPA", (350_000, 400_000, "INR", "year")),
        ("Salary: 2 lakhs", (200_000, 200_000, "INR", "year")),
        ("Salary package: PHP 27,000.00 - 35,000.00", (27_000, 35_000, "PHP", None)),
        ("Salary: INR 27000 CTC", (27_000, 27_000, "INR", None)),
        ("Salary up to \u20b130,000 monthly", (None, 30_000, "PHP", "month")),
        ("Salary: 15,000 to 20,000 per month", (15_000, 20_000, None, "month")),
    ],
)
def test_pay_is_read_as_it_is_written(line: str, pay: tuple[object, ...]) -> None:
    """A period or currency that is not stated is not invented."""
    found = read(f"{AD}\n{line}\n").pay
    assert found is not None
    assert (found.min, found.max, found.currency, found.per) == pay
    assert found.quote.words in line


@pytest.mark.parametrize(
    "line",
    [
        "A signing bonus of $1,000",
        "Health insurance worth $5,000",
        "We raised $20 million",
        "401k with a 4% match",
        "Competitive salary",
        "Benefits: a $200 monthly stipend",
    ],
)
def test_other_money_is_no_pay(line: str) -> None:
    """Bonuses, benefits and a company's money are no pay."""
    assert read(f"{AD}\n{line}\n").pay is None
