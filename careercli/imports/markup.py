"""Texts of résumés without their markup: HTML, Markdown, and the signs of bullets."""

import re
from collections.abc import Iterator
from html import unescape

from careercli.formats.text import clean, one_line

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")
_BLOCKS = re.compile("p|br|li|ul|ol|div|h[1-6]|tr|table|section")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
_STRONG = re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_BULLET = re.compile(
    "[ \\t]*(?:[-*+\u2022\u25cf\u25aa\u25e6\u2013\u2023\u00b7]|[0-9]{1,2}[.)])[ \\t]+(?=\\S)"
)


def without_markup(text: str) -> str:
    """Return a text without HTML's tags, Markdown's links and stress; an item of a list begins with ``-``."""
    if _TAG.search(text):
        text = unescape(_TAG.sub(_line_of_tag, text))
    return _STRONG.sub(r"\2", _LINK.sub(r"\1", text))


def _line_of_tag(tag: re.Match[str]) -> str:
    name = tag[1].lower()
    if name == "li" and not tag[0].startswith("</"):
        return "\n- "
    return "\n" if _BLOCKS.fullmatch(name) else ""


def paragraphs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each bullet of a text on its own, and what stands between bullets as one; each on one line.

    The second of each pair says whether it is a bullet.
    """
    between: list[str] = []
    dangling = False
    for line in clean(without_markup(text)).split("\n"):
        bullet = _BULLET.match(line)
        words = one_line(line[bullet.end() :] if bullet else line)
        if words == "-":  # an item of HTML whose text is a paragraph of its own
            dangling = True
        elif words and (bullet or dangling):
            if between:
                yield " ".join(between), False
                between = []
            yield words, True
            dangling = False
        elif words:
            between.append(words)
    if between:
        yield " ".join(between), False
