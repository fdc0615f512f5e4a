"""A file with an advertisement: its lines, and what it says of itself for machines."""

from __future__ import annotations

import re
from typing import NamedTuple

from careercli.domain.advertisement import AskedPay
from careercli.reading.document import lines_of
from careercli.reading.lines import TextDocument

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_KEY = re.compile(r"^([A-Za-z_]+)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_EMPLOYER = ("companyname", "company", "employer", "organization", "organisation", "hiringorganization")


class Source(NamedTuple):
    """The lines of an advertisement, and what its file says of itself."""

    document: TextDocument
    title: str | None = None
    employer: str | None = None
    pay: AskedPay | None = None
    not_taken: tuple[str, ...] = ()


def source_of(data: bytes, name: str) -> Source:
    """Return the lines of a file and what it says of itself; errors are those of ``lines_of``."""
    document = lines_of(data, name)
    front = _FRONT.match(data[:20_000].decode("utf-8", "replace").lstrip("\ufeff"))
    told = {key.casefold(): value.strip() for key, value in _KEY.findall(front[1])} if front else {}
    employer = next((told[key] for key in _EMPLOYER if told.get(key)), None)
    return Source(document, told.get("title") or None, employer, None, document.notes)
