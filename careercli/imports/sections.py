"""A document's lines become sections: what stands above the first heading, then what each heading is over."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from careercli.imports.headings import Kind, heading_inside, heading_of, plain, run_in, unspaced
from careercli.imports.job_words import CERTAIN, title_strength
from careercli.reading.lines import Line

_PAGE = re.compile(
    r"(?:\W*(?:page|seite|pagina|strona|pag\.?)\W*\d{1,3}|\d{1,3}\s*(?:/|of|von|de|di|van|z|sur)\s*\d{1,3}|"
    r"\W*[-\u2013]\s*\d{1,3}\s*[-\u2013]\W*)(?:\s*(?:/|of|von|de|di|van|z|sur)\s*\d{1,3})?\W*"
)
_WITH_PAGE = re.compile(
    r".{0,80}\W(?:page|seite|pagina|strona)\W*\d{1,3}(?:\s*(?:/|of|von|de|di|van|z|sur)\s*\d{1,3})?\W*"
)
_RULE = re.compile(r"[\W_]*")
_BULLET = re.compile(
    r"(?:[\u2022\u25cf\u25aa\u25a0\u25e6\u2023\u00bb\u27a4\u2713\u2714*]|[-\u2013]\s)\s*(?=\S)"
)
_TOUCHING = re.compile(r"(?:(?<=\b(?:19|20)\d\d)|(?<=Present)|(?<=Current)|(?<=\bToday))(?=[A-Z][a-z])")
"""Where dates at a margin touch the title beside them."""

_DIGITS = re.compile(r"\d+")
_EDGE = 3
"""So many lines at the top and the foot of a page may be the same on each."""

_LIST_KINDS = frozenset({"skills", "languages", "certificates", "other"})
_INLINE_KINDS: frozenset[Kind] = frozenset(
    {"skills", "languages", "certificates", "education", "summary", "other"}
)
_JOB_KINDS = frozenset({"experience", "volunteer"})
"""Sections that go on below a list on one line, such as the skills of a job."""

_MOST_LABEL = 40
_SHORT_TITLE = 3
"""Words of a line that is a title where it looks like one, as Education Manager does."""


class Section(NamedTuple):
    """Lines under one heading; those above the first heading are of the kind ``head``."""

    kind: Kind | None
    heading: Line | None
    lines: list[Line]


def sections_of(lines: Sequence[Line]) -> list[Section]:
    """Return the sections of lines in their order; the first has no heading and no kind."""
    kept = list(_cleaned(lines))
    if not any(line.mark != "bullet" and heading_of(line.text) == "experience" for line in kept):
        kept = list(_without_run_ins(kept))
    capitals = _capitals(kept)
    sections = [Section(None, None, [])]
    for line in kept:
        current = sections[-1]
        kind = heading_of(line.text) if line.mark != "bullet" else None
        if kind and (_is_item(line, current, capitals=capitals) or _is_inside(line, kind, current)):
            kind = None
        if kind:
            sections.append(Section(kind, line, []))
            continue
        inline = _inline(line)
        if inline and current.kind in _JOB_KINDS and inline[0] in _LIST_KINDS:
            sections.insert(-1, Section(inline[0], None, [msgspec.structs.replace(line, text=inline[1])]))
        elif inline and current.kind in _JOB_KINDS:
            current.lines.append(line)
        elif inline and inline[0] != current.kind:
            sections.append(Section(inline[0], None, [msgspec.structs.replace(line, text=inline[1])]))
            sections.append(Section(current.kind, None, []))
        elif inline:
            current.lines.append(msgspec.structs.replace(line, text=inline[1]))
        else:
            current.lines.append(line)
    return sections


def _without_run_ins(lines: Iterable[Line]) -> Iterable[Line]:
    """Yield lines, in two those headings that stand beside the first entry below them."""
    for line in lines:
        apart = run_in(line.text) if line.mark == "heading" else None
        if apart and not _is_title(line.text):
            yield msgspec.structs.replace(line, text=line.text.partition(" ")[0])
            yield msgspec.structs.replace(line, text=apart[1])
        else:
            yield line


def _is_title(text: str) -> bool:
    return len(text.split()) <= _SHORT_TITLE and title_strength(text, None) >= CERTAIN


def _is_inside(line: Line, kind: Kind, current: Section) -> bool:
    """Return whether a heading is one inside a job: "Highlights", "Achievements"."""
    among_jobs = current.kind in _JOB_KINDS and bool(current.lines)
    return among_jobs and kind in {"summary", "other"} and heading_inside(line.text)


def _is_item(line: Line, current: Section, *, capitals: bool) -> bool:
    """Return whether what could be a heading is an item of a list: "Training" among skills.

    The headings of one document look alike, so where most are in capitals the others are none.
    """
    return current.kind in _LIST_KINDS and capitals and line.mark != "heading" and not line.text.isupper()


def _capitals(lines: Iterable[Line]) -> bool:
    headings = [line.text for line in lines if line.mark != "bullet" and heading_of(line.text)]
    return sum(map(str.isupper, headings)) * 2 > len(headings)


def _inline(line: Line) -> tuple[Kind, str] | None:
    """Return what a line such as "Languages: English, Tagalog" lists, and the list."""
    label, colon, rest = line.text.partition(":")
    if not colon or not rest.strip() or len(label) > _MOST_LABEL or rest.startswith("//"):
        return None
    kind = heading_of(label)
    return (kind, rest.strip()) if kind in _INLINE_KINDS else None


def _cleaned(lines: Sequence[Line]) -> Iterable[Line]:
    """Yield lines without what pages repeat and without rules; letters that stand apart are words again."""
    repeated = _repeated(lines)
    after_blank = True
    for line in lines:
        text = _TOUCHING.sub("\t", unspaced(line.text.strip()))
        folded = plain(text)
        mark = line.mark
        if folded and (_PAGE.fullmatch(folded) or _WITH_PAGE.fullmatch(folded) or _key(line) in repeated):
            continue
        if _RULE.fullmatch(text):
            text = ""
        elif mark == "text" and (sign := _BULLET.match(text)):
            text, mark = text[sign.end() :], "bullet"
        if text or not after_blank:
            yield Line(text, line.number, line.page, mark if text else "text")
        after_blank = not text


def _key(line: Line) -> str:
    return _DIGITS.sub("#", plain(line.text)) if line.text else ""


def _repeated(lines: Sequence[Line]) -> frozenset[str]:
    """Return what stands at the edge of most pages, figures aside."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.page and line.text:
            pages.setdefault(line.page, []).append(line)
    if len(pages) < 2:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages.values():
        seen.update({_key(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    often = max(2, (len(pages) + 1) // 2)
    return frozenset(key for key, times in seen.items() if times >= often and not heading_of(key))
