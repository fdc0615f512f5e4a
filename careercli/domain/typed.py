"""Numbers as people type them: ``3.5``, ``3,5``, ``4 years``, ``18 months``, ``1 yr 6 mo``, ``60 %``."""

from __future__ import annotations

import re
from typing import Literal

from careercli.domain.values import Value

NumberKind = Literal["years", "hours", "weekly", "level", "share", "people"]
"""What a number is of, which says the units that it may carry."""

_YEARS = dict.fromkeys(("y", "yr", "yrs", "year", "years"), 1.0)
_YEARS |= dict.fromkeys(("m", "mo", "mos", "mth", "mths", "month", "months"), 1 / 12)
_HOURS = dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 1.0)
_HOURS |= dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 1 / 60)
_UNITS: dict[NumberKind, dict[str, float]] = {
    "years": _YEARS,
    "hours": _HOURS,
    "weekly": _HOURS,
    "level": {},
    "share": dict.fromkeys(("%", "percent"), 0.01),
    "people": dict.fromkeys(("people", "person", "agents", "agent"), 1.0),
}
_DECIMALS: dict[NumberKind, int] = {"share": 4}
_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,6}|,(?![0-9]{3}(?![0-9]))[0-9]{1,6})?"
"""A comma before three digits may stand between thousands or before decimals: it is not guessed which."""

_ALL = rf"([+-]?)({_NUMBER}(?: ?[a-z%]+(?:(?: and|,)? ?{_NUMBER} ?[a-z]+)?)?)"
_PART = rf"({_NUMBER}) ?([a-z%]*)"
_A_WEEK = r"(?: (?:a|per|each|every)|(?: ?/)) ?(?:week|wk|w)$| weekly$"


class Typed(Value):
    """A number that somebody typed: its amount, with its sign, and whether a sign was typed."""

    amount: float
    signed: bool


def typed(text: str, kind: NumberKind) -> Typed | None:
    """Return what a text means as a number of one kind; None where it is none.

    Years come in years and hours in hours. Months and minutes are rounded to hundredths, which reaches no
    half or whole year that the months do not. A share is a part of 1, which 60 % is 0.6 of.
    """
    text = " ".join(text.lower().replace("\N{MINUS SIGN}", "-").split())
    if kind == "weekly":
        text = re.sub(_A_WEEK, "", text)
    found = re.fullmatch(_ALL, text)
    if not found:
        return None
    total, before, exact = 0.0, None, True
    for number, unit in re.findall(_PART, found[2]):
        scale = _UNITS[kind].get(unit) if unit else 1.0
        if scale is None or (before is not None and scale >= before):  # as in "1 month 2 years"
            return None
        total += float(number.replace(",", ".")) * scale
        before, exact = scale, exact and scale == 1
    if not exact:
        total = round(total, _DECIMALS.get(kind, 2))
    return Typed(-total if found[1] == "-" else total, bool(found[1]))
