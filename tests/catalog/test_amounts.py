"""Amounts as people write them."""

from __future__ import annotations

import pytest

from careercli.catalog.amounts import Amount, amounts_in, known_amounts


def found(text: str) -> list[tuple[str, str, float]]:
    return [(amount.words, amount.unit, amount.value) for amount in amounts_in(text)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("EUR 45,000 a year", [("EUR 45,000", "EUR", 45000)]),
        ("about €45000.", [("€45000", "EUR", 45000)]),
        ("45,000 € or £30", [("45,000 €", "EUR", 45000), ("£30", "GBP", 30)]),
        ("GBP 30k, 50 GBP", [("GBP 30k", "GBP", 30000), ("50 GBP", "GBP", 50)]),
        (
            "30 dollars, 30 US dollars, 1 euro",
            [("30 dollars", "USD", 30), ("30 US dollars", "USD", 30), ("1 euro", "EUR", 1)],
        ),
        ("US$5 and A$30", [("US$5", "USD", 5), ("A$30", "AUD", 30)]),
        (
            "12 per cent, 12 percent, 12%",
            [("12 per cent", "%", 12), ("12 percent", "%", 12), ("12%", "%", 12)],
        ),
        ("1.5 million people", [("1.5 million", "", 1500000)]),
        ("2 Billion and 5 thousand", [("2 Billion", "", 2e9), ("5 thousand", "", 5000)]),
        ("$60k, $2.5M, €1.2bn", [("$60k", "USD", 60000), ("$2.5M", "USD", 2.5e6), ("€1.2bn", "EUR", 1.2e9)]),
        ("10k tickets", [("10k", "", 10000)]),
        ("40-60% of them", [("40%", "%", 40), ("60%", "%", 60)]),
        ("40 to 60 percent", [("40 percent", "%", 40), ("60 percent", "%", 60)]),
        ("40\N{EN DASH}60 %", [("40 %", "%", 40), ("60 %", "%", 60)]),
        ("$40-60k", [("$40k", "USD", 40000), ("$60k", "USD", 60000)]),
        ("$40-$60", [("$40", "USD", 40), ("$60", "USD", 60)]),
        ("$40,000 to 50,000", [("$40,000", "USD", 40000), ("$50,000", "USD", 50000)]),
        ("$500 to 1k", [("$500", "USD", 500), ("$1k", "USD", 1000)]),
        ("1 to 3 million", [("1 million", "", 1e6), ("3 million", "", 3e6)]),
        ("3 to 1,500 users", [("1,500", "", 1500)]),
        ("-5.5 % and +5.5 %", [("-5.5 %", "%", -5.5), ("+5.5 %", "%", 5.5)]),
        ("by \N{MINUS SIGN}5 %, (-$5)", [("\N{MINUS SIGN}5 %", "%", -5), ("-$5", "USD", -5)]),
        ("Tier 1 - 60% of them", [("60%", "%", 60)]),
        ("In 2024-34, at 24/7, 50/50 and 1500 words of ISO 9001", []),
        ("a 401k plan, a 4K screen, 5m away, 30kg, 3 percenters", []),
        ("99,5 %", [("5 %", "%", 5)]),
    ],
)
def test_amounts_are_understood_as_what_they_are(text: str, amounts: list[tuple[str, str, float]]) -> None:
    """Whatever the currency, the scale or the range; years, ratios and small numbers are none."""
    assert found(text) == amounts


def agrees(text: str, value: float, unit: str) -> bool:
    (amount,) = amounts_in(text)
    return any(amount.agrees(known) for known in known_amounts(value, unit))


@pytest.mark.parametrize(
    ("text", "value", "unit", "agree"),
    [
        ("5.5 %", -5.5, "% change", True),
        ("-5.5 %", -5.5, "% change", True),
        ("+5.5 %", -5.5, "% change", False),
        ("-5.5 %", 5.5, "%", False),
        ("+5.5 %", 5.5, "%", True),
        ("$45,000", 45000, "USD a year", True),
        ("€45,000", 45000, "USD a year", False),
        ("€45,000", 45000, "EUR a year", True),
        ("45,000 euros", 45000, "EUR", True),
        ("45,000", 45000, "EUR", False),
        ("1.5 million", 1.5, "million users", True),
        ("$1.5 million", 1.5, "USD million", True),
        ("2.81 million", 2814, "thousand", True),
        ("2.82 million", 2814, "thousand", False),
        ("3 million", 2814, "thousand", False),
        ("$60k", 60000, "USD", True),
        ("$60k", 60300, "USD", False),
    ],
)
def test_an_amount_agrees_with_a_figure(text: str, value: float, unit: str, agree: bool) -> None:
    """Number and unit are the same, and the sign where the text has one; decimals of millions may round."""
    assert agrees(text, value, unit) is agree


def test_a_known_amount_says_how_it_stands_in_the_figures() -> None:
    """It is told to whoever writes it with another unit."""
    assert list(known_amounts(-5.5, "% change")) == [Amount("-5.5 % change", "%", -5.5, signed=True)]
