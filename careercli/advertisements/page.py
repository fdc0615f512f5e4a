"""A web page with an advertisement: what it shows, and what it says of the job in schema.org's words."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from careercli.advertisements.listing import several_jobs
from careercli.advertisements.pay import Period
from careercli.advertisements.source import Source, short
from careercli.domain.advertisement import AskedPay, Quote
from careercli.errors import InvalidDataError
from careercli.reading.document import lines_of
from careercli.reading.lines import TextDocument
from careercli.reading.text import decoded

_FOR_MACHINES = "application/ld+json"
_MOST_SCRIPTS = 100
_UNITS: dict[str, Period] = {"HOUR": "hour", "DAY": "day", "WEEK": "week", "MONTH": "month", "YEAR": "year"}
_SHOWN = 0.6
"""What share of a description's words a page must show for it to be the advertisement on it."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_FEW, _A_TEXT = 25, 12
"""A page that shows fewer words is drawn by a script, and has its advertisement for machines only."""

_DIFFERS = "What the page says for machines is not what it shows, and was not read."


def source_of_page(data: bytes, name: str) -> Source:
    """Return the lines of a web page, of its advertisement alone where schema.org's words tell it."""
    text = decoded(data)
    postings = list(_postings(text))
    if not postings:
        document = lines_of(data, name)
        return Source(document, not_taken=document.notes)
    posting, body = postings[0], _described(postings[0])
    title = short(_plain(posting.get("title")))
    shown = _shown(text, name)
    jobs = {(str(one.get("title")), _described(one)) for one in postings}
    if len(shown) >= _FEW:
        jobs = {job for job in jobs if len(words := _words(job[1])) >= _A_TEXT and _shows(shown, words)}
    if len(jobs) > 1:
        raise several_jobs(name, len(jobs))
    told = _the_advertisement(data, shown, name, body if title else "")
    if told is None:
        document = lines_of(data, name)
        return Source(document, not_taken=(*document.notes, _DIFFERS))
    address = _address(posting.get("jobLocation"))
    return Source(
        told,
        title,
        short(_plain(_named(posting.get("hiringOrganization")))),
        ", ".join(filter(None, address)) or None,
        address[-1],
        _pay(posting.get("baseSalary")),
        told.notes,
    )


def _described(posting: Mapping[str, Any]) -> str:
    description = posting.get("description")
    return html.unescape(description) if isinstance(description, str) else ""


def _words(body: str) -> set[str]:
    return set(_WORD.findall(re.sub(r"<[^<>]*>", " ", body).casefold()))


def _shown(text: str, name: str) -> set[str]:
    """Return the words that a page shows; none where it has none, or cannot be read."""
    try:
        lines = lines_of(text.encode(errors="replace"), name).lines
    except InvalidDataError:
        return set()
    return {word for line in lines for word in _WORD.findall(line.text.casefold())}


def _shows(shown: set[str], words: set[str]) -> bool:
    return len(words & shown) >= _SHOWN * len(words)


def _the_advertisement(data: bytes, shown: set[str], name: str, body: str) -> TextDocument | None:
    """Return the lines of a description that its page shows, or of the page; None where they disagree."""
    words = _words(body)
    if len(words) < (_A_TEXT if shown else 1):
        return lines_of(data, name)
    if len(shown) >= _FEW and not _shows(shown, words):
        return None
    if "<" not in body:
        body = html.escape(body).replace("\n", "<br>")
    return lines_of(f"<html><body>{body}</body></html>".encode(errors="replace"), name)


def _postings(text: str) -> Iterator[Mapping[str, Any]]:
    """Yield what a page says of jobs in the words of schema.org; what cannot be read is passed over."""
    folded = text.casefold() if text.isascii() else text
    at = 0
    for _ in range(_MOST_SCRIPTS):
        at = folded.find(_FOR_MACHINES, at) + 1
        start = text.find(">", at) + 1
        end = folded.find("</script", start)
        if not at or not start or end < 0:
            return
        try:
            told = json.loads(text[start:end])
        except (ValueError, RecursionError):
            continue
        graph = told.get("@graph", told) if isinstance(told, dict) else told
        for one in _listed(graph):
            kinds = one.get("@type") if isinstance(one, dict) else None
            if kinds == "JobPosting" or (isinstance(kinds, list) and "JobPosting" in kinds):
                yield one


def _listed(graph: object) -> Iterator[Any]:
    """Yield what a page tells of, and what stands in its lists."""
    for one in graph if isinstance(graph, list) else [graph]:
        elements = one.get("itemListElement") if isinstance(one, dict) else None
        yield one
        for element in elements if isinstance(elements, list) else ():
            yield element.get("item", element) if isinstance(element, dict) else element


def _plain(value: object) -> object:
    return html.unescape(value) if isinstance(value, str) else value


def _named(value: object) -> object:
    return value.get("name") if isinstance(value, dict) else value


def _address(value: object) -> tuple[str | None, ...]:
    """Return where a job is, its country last."""
    one = value[0] if isinstance(value, list) and value else value
    address = one.get("address") if isinstance(one, dict) else None
    if not isinstance(address, dict):
        return (short(address), None)
    return tuple(
        short(_named(address.get(key))) for key in ("addressLocality", "addressRegion", "addressCountry")
    )


def _pay(value: object) -> AskedPay | None:
    """Return the salary of a posting; its words are those for machines, which stand on no line."""
    held = value.get("value") if isinstance(value, dict) else None
    if not isinstance(value, dict) or held is None:
        return None
    told = held if isinstance(held, dict) else {"value": held}
    least, most = (_number(told.get(key, told.get("value"))) for key in ("minValue", "maxValue"))
    if least is None and most is None:
        return None
    currency = short(value.get("currency", told.get("currency")))
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
