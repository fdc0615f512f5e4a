"""Amounts as people write them in a text: money, shares, and numbers above a thousand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercli.text.amounts import grouped

_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "c$": "CAD",
    "a$": "AUD",
    "€": "EUR",
    "£": "GBP",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    **{code.lower(): code for code in ("USD", "EUR", "GBP", "CAD", "AUD", "CHF", "INR", "JPY")},
}
"""The code of a currency under its signs and names."""

_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}

_MINUS = ("-", "\N{MINUS SIGN}")

_NOT_AMOUNTS = frozenset({"401k", "401K", "4K"})
"""A pension plan and the resolution of a screen."""

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"\s?(?i:thousand|million|billion)\b|(?:[kKmM]|bn)\b"
_BEFORE = r"(?:\b(?:US|C|A))?\$|[€£]|\b(?:USD|EUR|GBP|CAD|AUD|CHF|INR|JPY)"
_AFTER = (
    r"\s?(?:%|per\s?cent\b|[€£]|(?:USD|EUR|GBP|CAD|AUD|CHF|INR|JPY)\b"
    r"|(?:U\.?S\.?\s)?(?i:dollars?|euros?|pounds?)\b)"
)
_SIGNS = "-+\N{MINUS SIGN}"
_DASHES = "-\N{EN DASH}\N{EM DASH}"
_SECOND = rf"(?:(?P<between>{_BEFORE})\s?)?(?P<high>{_NUMBER})(?P<high_scale>{_SCALE})?"
_AMOUNT = re.compile(
    rf"(?P<sign>(?<![\w.,)%])[{_SIGNS}])?(?:(?P<before>{_BEFORE})\s?)?"
    rf"(?<!\d)(?P<low>{_NUMBER})(?P<low_scale>{_SCALE})?"
    rf"(?:(?:[{_DASHES}]|\sto\s){_SECOND})?"
    rf"(?P<after>{_AFTER})?"
)
"""One number, or two with a dash or "to" between them, which share what stands before or after both."""


class Amount(NamedTuple):
    """An amount: of a currency by its code, a share (``%``) or a number of anything else.

    ``words`` is how it is written. ``signed`` says whether a plus or minus stands before it; ``rounded`` how
    far off it may be: "2.81 million" is half of 0.01 million at most.
    """

    words: str
    unit: str
    value: float
    signed: bool = False
    rounded: float = 0

    def agrees(self, known: Amount) -> bool:
        """Return whether this amount of a text is a known one; signs count where the text has one."""
        same_way = not self.signed or (self.value < 0) == (known.value < 0)
        return self.unit == known.unit and same_way and self.is_as_much(known)

    def is_as_much(self, known: Amount) -> bool:
        """Return whether both are the same number, whatever they count and whichever way."""
        return abs(abs(self.value) - abs(known.value)) <= self.rounded


def amounts_in(text: str) -> Iterator[Amount]:
    """Yield the amounts in a text that need a source; of a range both ends."""
    for match in _AMOUNT.finditer(text):
        before, between, after, sign = (match[name] or "" for name in ("before", "between", "after", "sign"))
        low_scale, high_scale = (match["low_scale"] or ""), (match["high_scale"] or "")
        if match["high"] is None:
            yield from _amount(match.group().strip(), sign, before or after, match["low"], low_scale)
            continue
        if not low_scale and _plain(match["low"]) < _plain(match["high"]):
            low_scale = high_scale  # as in "$40-60k"
        low = f"{sign}{before}{match['low']}{low_scale}{'' if before else after}"
        yield from _amount(low, sign, before or after, match["low"], low_scale)
        high = f"{between or ('' if after else before)}{match['high']}{high_scale}{after}"
        yield from _amount(high, "", between or after or before, match["high"], high_scale)


def _amount(words: str, sign: str, unit: str, number: str, scale: str) -> Iterator[Amount]:
    """Yield what a number means with what stands around it, if that needs a source."""
    counted = _unit(unit)
    size = scale.strip().lower()
    if size in {"m", "bn"} and not counted:
        size = ""  # "5m" may be minutes or meters
    if (counted or size or "," in number) and words not in _NOT_AMOUNTS:
        value = round(_plain(number) * _SCALES.get(size, 1), 6)
        decimals = len(number.partition(".")[2]) if size else 0
        rounded = 0.5 * _SCALES[size] / 10**decimals if decimals else 0
        yield Amount(words, counted, -value if sign in _MINUS else value, signed=bool(sign), rounded=rounded)


def _plain(number: str) -> float:
    return float(number.replace(",", ""))


def _unit(mark: str) -> str:
    """Return what a mark before or after a number makes it count."""
    word = mark.strip().lower()
    if word == "%" or word.startswith("per"):
        return "%"
    return _CURRENCIES.get(word) or _CURRENCIES.get(word.split(" ")[-1].removesuffix("s"), "")


def known_amounts(value: float, unit: str) -> Iterator[Amount]:
    """Yield what a figure's value is, by its unit: ``USD a year``, ``%``, ``million users``."""
    first = unit.split(" ", 1)[0]
    counted = "%" if unit.startswith("%") else _CURRENCIES.get(first.lower(), "")
    words = f"{grouped(value)} {unit}".strip()
    yield Amount(words, counted, round(value, 6), signed=True)
    for word in unit.split():
        if word in _SCALES:
            yield Amount(words, counted, round(value * _SCALES[word], 6), signed=True)
