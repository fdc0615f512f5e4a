"""A file with an advertisement: its lines, and what it says of itself for machines."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from careercli.advertisements.pay import Period
from careercli.domain.advertisement import AskedPay, Quote
from careercli.formats.text import clean, one_line
from careercli.reading.document import lines_of
from careercli.reading.kinds import HTML, MARKDOWN, kind_of
from careercli.reading.lines import TextDocument
from careercli.reading.text import decoded

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_KEY = re.compile(r"^([A-Za-z_]+)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_EMPLOYER = ("companyname", "company", "employer", "organization", "organisation", "hiringorganization")
_HEAD = 20_000

_MACHINE = re.compile(
    r"<script\b[^>]{0,300}application/ld\+json[^>]{0,300}>(.{1,500000}?)</script\s*>",
    re.IGNORECASE | re.DOTALL,
)
_MOST_SCRIPTS = 20
_HIDDEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0|\shidden)[^<>]{0,200}>\s*[^<>\s][^<>]{30,}",
    re.IGNORECASE,
)
_UNITS: dict[str, Period] = {"HOUR": "hour", "DAY": "day", "WEEK": "week", "MONTH": "month", "YEAR": "year"}
_SHOWN = 0.6
"""What share of a description's words a page must show for it to be the advertisement on it."""

_FEW = 80
"""A page that shows fewer words is drawn by a script, and has its advertisement for machines only."""

_HIDES = "Text that the page hides was not read."
_DIFFERS = "What the page says for machines is not what it shows, and was not read."
_LONGEST = 160


class Source(NamedTuple):
    """The lines of an advertisement, and what its file says of itself."""

    document: TextDocument
    title: str | None = None
    employer: str | None = None
    place: str | None = None
    pay: AskedPay | None = None
    not_taken: tuple[str, ...] = ()


def source_of(data: bytes, name: str) -> Source:
    """Return the lines of a file and what it says of itself; errors are those of ``lines_of``."""
    kind = kind_of(data, name)
    if kind == HTML:
        return _of_page(data, name)
    document = lines_of(data, name)
    front = (
        _FRONT.match(data[:_HEAD].decode("utf-8", "replace").lstrip("\ufeff")) if kind == MARKDOWN else None
    )
    told = {key.casefold(): _short(value) for key, value in _KEY.findall(front[1])} if front else {}
    employer = next((told[key] for key in _EMPLOYER if told.get(key)), None)
    return Source(document, told.get("title"), employer, told.get("location"), None, document.notes)


def _of_page(data: bytes, name: str) -> Source:
    """Return the lines of a web page, of its advertisement alone where schema.org's words tell it."""
    text = decoded(data)
    posting = next(_postings(text), None)
    notes = (_HIDES,) if _HIDDEN.search(text) else ()
    if posting is None:
        document = lines_of(data, name)
        return Source(document, not_taken=(*document.notes, *notes))
    description = posting.get("description")
    body = html.unescape(description) if isinstance(description, str) else ""
    told = _the_advertisement(data, name, body)
    if told is None:
        document = lines_of(data, name)
        return Source(document, not_taken=(*document.notes, *notes, _DIFFERS))
    return Source(
        told,
        _short(posting.get("title")),
        _short(_named(posting.get("hiringOrganization"))),
        _place(posting.get("jobLocation")),
        _pay(posting.get("baseSalary")),
        (*told.notes, *notes),
    )


def _the_advertisement(data: bytes, name: str, body: str) -> TextDocument | None:
    """Return the lines of a description that its page shows, or of the page; None where they disagree."""
    words = set(re.findall(r"[^\W\d_]{4,}", re.sub(r"<[^<>]*>", " ", body).casefold()))
    if len(words) < _FEW // 2:
        return lines_of(data, name)
    described = lines_of(f"<html><body>{body}</body></html>".encode(), name)
    shown = {
        word
        for line in lines_of(data + b"<p>&nbsp;.</p>", name).lines
        for word in re.findall(r"[^\W\d_]{4,}", line.text.casefold())
    }
    if len(shown) < _FEW // 2 or len(words & shown) >= _SHOWN * len(words):
        return described
    return None


def _postings(text: str) -> Iterator[Mapping[str, Any]]:
    """Yield what a page says of jobs in the words of schema.org; what cannot be read is passed over."""
    for found, _ in zip(_MACHINE.finditer(text), range(_MOST_SCRIPTS), strict=False):
        try:
            told = json.loads(found[1])
        except (ValueError, RecursionError):
            continue
        graph = told.get("@graph", told) if isinstance(told, dict) else told
        for one in graph if isinstance(graph, list) else [graph]:
            kinds = one.get("@type") if isinstance(one, dict) else None
            if kinds == "JobPosting" or (isinstance(kinds, list) and "JobPosting" in kinds):
                yield one


def _short(value: object) -> str | None:
    return (
        one_line(clean(html.unescape(value)))[:_LONGEST].strip() or None if isinstance(value, str) else None
    )


def _named(value: object) -> object:
    return value.get("name") if isinstance(value, dict) else value


def _place(value: object) -> str | None:
    one = value[0] if isinstance(value, list) and value else value
    address = one.get("address") if isinstance(one, dict) else None
    if not isinstance(address, dict):
        return _short(address)
    parts = (
        _short(_named(address.get(key))) for key in ("addressLocality", "addressRegion", "addressCountry")
    )
    return ", ".join(filter(None, parts)) or None


def _pay(value: object) -> AskedPay | None:
    """Return the salary of a posting; its words are those for machines, which stand on no line."""
    held = value.get("value") if isinstance(value, dict) else None
    if not isinstance(value, dict) or held is None:
        return None
    told = held if isinstance(held, dict) else {"value": held}
    least, most = (_number(told.get(key, told.get("value"))) for key in ("minValue", "maxValue"))
    if least is None and most is None:
        return None
    currency = _short(value.get("currency", told.get("currency")))
    per: Period | None = _UNITS.get(str(told.get("unitText", "")).upper())
    span = " to ".join(dict.fromkeys(f"{number:g}" for number in (least, most) if number is not None))
    words = " ".join(filter(None, (currency, span, f"per {per}" if per else "")))
    return AskedPay(least, most, currency, per, Quote(words, 0))


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(str(value).replace(",", ""))
    except ValueError:
        return None
    return number if 0 < number < 1e12 else None
