"""A file with an advertisement: its lines, and what it says of itself for machines."""

from __future__ import annotations

import re

from careercli.domain.advertisement import AskedPay
from careercli.domain.values import Value
from careercli.formats.patterns import pattern
from careercli.formats.text import clean, one_line
from careercli.reading.document import lines_of
from careercli.reading.kinds import HTML, MARKDOWN, kind_of
from careercli.reading.lines import TextDocument

_FRONT = pattern(r"---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_KEY = pattern(r"^([A-Za-z_]+)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_EMPLOYER = ("companyname", "company", "employer", "organization", "organisation", "hiringorganization")
_HEAD = 20_000

_LONGEST = 160


class Source(Value):
    """The lines of an advertisement, and what its file says of itself."""

    document: TextDocument
    title: str | None = None
    employer: str | None = None
    place: str | None = None
    country: str | None = None
    pay: AskedPay | None = None
    not_taken: tuple[str, ...] = ()


def source_of(data: bytes, name: str) -> Source:
    """Return the lines of a file and what it says of itself; errors are those of ``lines_of``."""
    kind = kind_of(data, name)
    if kind == HTML:
        from careercli.advertisements.page import source_of_page  # texts need neither JSON nor entities

        return source_of_page(data, name)
    document = lines_of(data, name)
    front = (
        _FRONT.match(data[:_HEAD].decode("utf-8", "replace").lstrip("\ufeff")) if kind == MARKDOWN else None
    )
    told = {key.casefold(): short(value) for key, value in _KEY.findall(front[1])} if front else {}
    employer = next((told[key] for key in _EMPLOYER if told.get(key)), None)
    return Source(document, told.get("title"), employer, told.get("location"), not_taken=document.notes)


def short(value: object) -> str | None:
    """Return a text of a file on one line, and not too long; None for what is none or says nothing."""
    if not isinstance(value, str):
        return None
    return one_line(clean(value))[:_LONGEST].strip() or None
