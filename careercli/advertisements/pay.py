"""The pay that an advertisement states, in its currency and for its period, as far as it says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from careercli.advertisements.sentences import Sentence
from careercli.domain.advertisement import AskedPay
from careercli.formats.patterns import one_of, pattern

Period = Literal["year", "month", "week", "day", "hour"]

_CODES = (
    "USD GBP EUR INR PHP AUD CAD NZD SGD MYR IDR ZAR KES NGN AED CHF SEK NOK DKK PLN CZK BRL MXN JPY HKD PKR "
    "BDT LKR THB VND RON HUF"
)
_OTHERS = (
    "$=USD us$=USD a$=AUD au$=AUD c$=CAD ca$=CAD nz$=NZD s$=SGD \u00a3=GBP \u20ac=EUR \u20b9=INR \u20b1=PHP "
    "\u00a5=JPY rs=INR rm=MYR"
)
_SIGNS = {code.casefold(): code for code in _CODES.split()} | dict(one.split("=") for one in _OTHERS.split())
_CODE = rf"\b(?:{_CODES.replace(' ', '|')}|Rs\.?|RM)(?![a-z])"
_CURRENCIES = "\u00a3\u20ac\u20b9\u20b1\u00a5"
_SIGN = rf"(?:US|CA|AU|NZ|[ACS])?\$|{one_of(_CURRENCIES)}"
_AMOUNT = r"\d{1,3}(?:[,.\u00a0 ]\d{2,3})+(?:\.\d{1,2})?(?!\d)|\d+(?:\.\d+)?"
_SCALE = r"k|lakhs?|lacs?|l\.?p\.?a|crores?|m"


def _amount_in(money: str) -> re.Pattern[str]:
    """Return the pattern of an amount, with what money is called before or behind it."""
    return pattern(
        rf"(?P<before>{money})?\s*(?P<amount>{_AMOUNT})\s*(?:(?P<scale>{_SCALE})\b)?\s*(?P<behind>{money})?",
        re.IGNORECASE,
    )


_BY_SIGN, _BY_CODE = _amount_in(_SIGN), _amount_in(rf"(?:{_SIGN}|{_CODE})")
"""Both find the same where no currency stands in letters, as in most advertisements."""

_UP_TO = pattern(
    r"\s*(?:/\s*\w+|an? \w+|per \w+)?\s*(?:-|\u2013|\u2014|\bto\b|\band\b|\bup ?to\b)\s*", re.IGNORECASE
)
"""What stands between the least and the most of a range."""

_NAMED = pattern("[a-z]+")
_LETTERS = frozenset({*_CODES.casefold().split(), "rs", "rm"})
_PERIODS: dict[Period, tuple[tuple[str, ...], str]] = {
    "hour": (("h",), r"\b(?:an|per|a|each) hour|/ ?h(?:ou)?r|\bhourly\b|\bp\.?h\b|/h\b"),
    "day": (("day", "daily"), r"\b(?:a|per) day|/ ?day|\bdaily\b"),
    "week": (("week", "wk"), r"\b(?:a|per) week|/ ?(?:week|wk)|\bweekly\b"),
    "month": (
        ("mo", "pm", "p.m"),
        r"\b(?:a|per|each) month|/ ?(?:month|mo)|\bmonthly\b|\bp\.?m\.? *$|\bmonths\b",
    ),
    "year": (
        ("year", "yr", "annu", "pa", "p.a"),
        r"\b(?:a|per|each) (?:year|annum)|/ ?(?:year|yr|annum)|\bannual|\byearly\b|\bp\.?a\b|\blpa\b",
    ),
}
"""How a period is told, each with what a text has one of that tells it."""

_OF_PAY = (
    (
        "salary",
        "compensation",
        "wage",
        "package",
        "remuneration",
        "take-home",
        "take home",
        "earn",
        "hour",
        "annual",
    ),
    pattern(r"\b(?:pay|ctc|base|ote)\b", re.IGNORECASE),
)
_TALK = (
    ("gross", "monthly", "/hr", "/yr", "/year", "/mo", "/ hr", "/ yr", "/ year", "/ mo"),
    pattern(r"\brate\b|per (?:annum|year|month|week)|\blpa\b", re.IGNORECASE),
)
"""What talks of pay, and what may beside: parts of words, and whole ones."""

_NOT_PAY = (
    r"bonus|stipend|allowance|insurance|401|budget|raised|funding|valuation|revenue|referral|relocation|"
    r"billion|million|series [a-z]\b|reimburse|discount|fees?\b|deposit|sign[- ]on|commission|rent\b|"
    r"deductible|utilities|coverage"
)
_MONEY = (*_CURRENCIES, "$", "lakh", "lac", "lpa", "l.pa", "lp.a", "l.p.a")
_SALARY = ("salary", "ctc", "pay", "wage", "package")
_LARGE = pattern(r"\d[\d,.\u00a0 ]{2,}\d|\d\s*[kmlc]")
"""What a sentence has that states pay, unless a currency stands there in letters: one of the first, or one of
the second and a large number."""

_SAYS_SALARY = r"(?:salary|ctc|pay|wage|package)\W*(?:range|is|of|package|up ?to|between|\W)*$"
_SCALES = {"k": 1_000, "m": 1_000_000, "l": 100_000, "c": 10_000_000}
_LEAST, _LEAST_BARE = 5, 1_000
"""The least that is pay for an hour, and the least that is pay where no currency is named."""

_NEAR = 40


def pay_of(sentences: Iterable[Sentence]) -> AskedPay | None:
    """Return the first pay that is stated; None where there is none."""
    for sentence in sentences:
        if sentence.part == "equal" or not any(word[0].isdigit() for word in sentence.words):
            continue
        folded = sentence.text.casefold()
        named = not _LETTERS.isdisjoint(_NAMED.findall(folded))
        if not named and not _may_state_pay(folded):
            continue
        talk = sentence.block.text
        if (
            not _tells(_OF_PAY, talk)
            and not _tells(_TALK, talk)
            and not _has(r"lakh|\blacs?\b", sentence.text)
        ):
            continue
        for amounts in _amounts_in(sentence.text, _BY_CODE if named else _BY_SIGN):
            pay = _pay(sentence, amounts)
            if pay:
                return pay
    return None


def _amounts_in(text: str, amount: re.Pattern[str]) -> Iterator[list[re.Match[str]]]:
    """Yield the amounts of a text, those of a range together."""
    end = 0
    while first := amount.search(text, end):
        joint = _UP_TO.match(text, first.end())
        most = joint and amount.match(text, joint.end())
        amounts = [first, most] if most else [first]
        end = amounts[-1].end()
        yield amounts


def _may_state_pay(folded: str) -> bool:
    if any(said in folded for said in _MONEY):
        return True
    return any(said in folded for said in _SALARY) and _LARGE.search(folded) is not None


def _tells(told: tuple[tuple[str, ...], re.Pattern[str]], text: str) -> bool:
    """Return whether a text has any of some parts of words, or what a pattern finds."""
    parts, words = told
    folded = text.casefold()
    return any(part in folded for part in parts) or words.search(text) is not None


def _has(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _pay(sentence: Sentence, amounts: Sequence[re.Match[str]]) -> AskedPay | None:
    """Return the pay that an amount states, or the two of a range; None where they are something else."""
    text, start, end = sentence.text, amounts[0].start(), amounts[-1].end()
    sign = next((said for it in amounts for said in (it["before"], it["behind"]) if said), None)
    scales = [(it["scale"] or "")[:1].lower() for it in amounts]
    lakhs = "l" in scales
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    least, *top = (
        _amount(it["amount"]) * _SCALES.get(own or other, 1)
        for it, own, other in zip(amounts, scales, scales[::-1], strict=True)
    )
    most = top[0] if top else None
    named = bool(sign) or lakhs or (least >= _LEAST_BARE and _has(_SAYS_SALARY, text[:start]))
    something_else = not _tells(_OF_PAY, before + after) and _has(_NOT_PAY, before + after)
    if not named or something_else or least < _LEAST or (most is not None and most < least):
        return None
    up_to = most is None and _has(r"up ?to\W*$", before)
    return AskedPay(
        min=None if up_to else least,
        max=least if most is None else most,
        currency=_SIGNS.get(sign.rstrip(".").casefold()) if sign else "INR" if lakhs else None,
        per=_period((text[start : end + _NEAR], before, sentence.block.text)) or ("year" if lakhs else None),
        quote=sentence.quote_of(start, end),
    )


def _amount(text: str) -> float:
    cleaned = re.sub("[\u00a0 ]", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", cleaned):
        cleaned = cleaned.replace(".", "")
    try:
        return float(cleaned.replace(",", ""))
    except ValueError:
        return 0.0  # two amounts that ran into one another


def _period(stretches: Iterable[str]) -> Period | None:
    """Return for which period pay is, by the first stretch of text that names one, and the first in it."""
    for stretch in stretches:
        folded = stretch.casefold()
        found = {
            name: said.start()
            for name, (signs, pattern) in _PERIODS.items()
            if any(sign in folded for sign in signs) and (said := re.search(pattern, stretch, re.IGNORECASE))
        }
        if found:
            return min(found, key=lambda name: found[name])
    return None
