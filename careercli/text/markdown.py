"""Markdown that says exactly what a person wrote: nothing in their text is markup, a link or HTML."""

from __future__ import annotations

import re

from careercli.formats.text import one_line

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$]")
# "7.5" and "-3 %" begin a line as they are: a mark of a list has a space behind it.
_BLOCK = re.compile(r"[#=]|[+-](?=[\s-]|$)|\d{1,9}(?=[.)](?:\s|$))")
_LINKED = re.compile(r"(?<=[a-z]):(?=//)|(?<=www)\.|(?<=\S)@(?=\S)", re.IGNORECASE)


def escaped(text: str) -> str:
    """Return text on one line as Markdown that shows it as it is, at the start of a line or within one.

    Besides what CommonMark reads as markup, this holds for tables, strikethrough, math and the bare addresses
    that some readers make links of.
    """
    out = _MARKUP.sub(r"\\\g<0>", one_line(text))
    out = _LINKED.sub(r"\\\g<0>", out)
    begins = _BLOCK.match(out)
    if begins:
        end = begins.end() if begins[0].isdigit() else 0
        return f"{out[:end]}\\{out[end:]}"
    return out
