"""Whose résumé it is: the name and what stands below it, wherever the page begins."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from careercli.imports.contacts import is_contact, letters_of_addresses
from careercli.imports.headings import heading_of, plain
from careercli.imports.job_head import HeadReader
from careercli.imports.job_words import LIKELY, employer_strength, is_department
from careercli.imports.places import is_place
from careercli.imports.sections import Section
from careercli.reading.lines import Line
from careercli.reading.pieces import names

_TITLES = re.compile(
    r"(?:my )?(?:curriculum vitae|resume|cv|lebenslauf|curriculo|zyciorys|bewerbung)(?:\s+(?:of|von|"
    r"de))?\b[\s:\u2013-]*"
)
_LABEL = re.compile(r"(?:full )?(?:name|nom|nombre|nome|naam|imi\u0119 i nazwisko)\s*:\s*", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:mr|mrs|ms|miss|mx|dr|engr|prof)\.? )?[^\W\d_][\w.'\u2019-]*(?: (?:[^\W\d_][\w.'\u2019-]*|"
    r"\([^\W\d_]+\)|[\"\u201c][^\W\d_]+[\"\u201d])){1,4}",
    re.IGNORECASE,
)
_SMALL = names("de da do dos del della di van von der den la le el al bin binti ibn y e zu zur ten ter")
_STRONG = re.compile(r"\t|\s\|\s|\s[\u2022\u00b7\u2013\u2014]\s")
_POST_NOMINAL = re.compile(r",\s*[A-Z][\w.,\s-]{1,40}$")
_SIDE_KINDS = frozenset({"contact", "skills", "languages", "certificates", "other", "education"})
_MOST_HEAD = 5
_HEADLINE_LETTERS = 160


class Person(NamedTuple):
    """The name, the line that it is on, the headline, and the prose above the first heading."""

    name: str = ""
    line: Line | None = None
    headline: str = ""
    prose: tuple[Line, ...] = ()


def person_in(sections: Sequence[Section], heads: HeadReader) -> Person:
    """Return whose résumé it is; lines of a sidebar that turn out to be the head of the page leave it."""
    top = [line for section in sections if section.kind is None for line in section.lines]
    letters = letters_of_addresses([line.text for section in sections for line in section.lines])
    found = _named(top, heads, letters)
    if found.name:
        return found
    for before, after in pairwise(sections):
        if before.kind in _SIDE_KINDS and after.kind in {"summary", "experience"}:
            found = _after_sidebar(before, heads, letters)
            if found.name:
                return found
    return Person(headline=found.headline, prose=found.prose)


def _after_sidebar(section: Section, heads: HeadReader, letters: str) -> Person:
    """Return who is named below a sidebar, at the end of its last section; those lines leave it."""
    start = max(0, len(section.lines) - _MOST_HEAD - 1)
    best, at = 0, -1
    for index in range(start, len(section.lines)):
        line = section.lines[index]
        if line.mark == "bullet" or not _name_of(line.text, heads):
            continue
        following = next((one.text for one in section.lines[index + 1 :] if one.text), "")
        worth = 3 * _is_known(line.text, letters) + 2 * (line.mark == "heading")
        worth += 2 * (heads.best_title(following) >= LIKELY) + (line.text.isupper() and index > 0)
        if worth > best:
            best, at = worth, index
    if best < 2:
        return Person()
    lines = section.lines[at:]
    del section.lines[at:]
    return _named(lines, heads, letters)


def _named(lines: Sequence[Line], heads: HeadReader, letters: str) -> Person:
    names = [(index, name) for index, line in enumerate(lines) if (name := _name_of(line.text, heads))]
    at, name = next(((i, name) for i, name in names if _is_known(name, letters)), next(iter(names), (-1, "")))
    rest = list(lines[at + 1 :]) if at >= 0 else list(lines)
    beside = _STRONG.split(lines[at].text, maxsplit=1)[1:] if at >= 0 else []
    headline = next((part for part in beside if not _is_beside(part)), "")
    prose: list[Line] = []
    for line in rest:
        text = line.text
        if not text or _is_beside(text) or heading_of(text) or _LABEL.match(text):
            continue
        titled = heads.best_title(text) >= LIKELY or is_department(text)
        short = len(text) <= _HEADLINE_LETTERS and (titled or len(text.split()) < 8)
        if short and not headline and not prose:
            headline = text
        elif len(text.split()) >= 6 or prose:
            prose.append(line)
    return Person(name, lines[at] if at >= 0 else None, headline.replace("\t", " "), tuple(prose))


def _is_beside(text: str) -> bool:
    """Return whether a text at the head of a page is no headline and no prose: an address, a place, "CV"."""
    return is_contact(text) or is_place(text) or bool(_TITLES.fullmatch(plain(text)))


def _name_of(text: str, heads: HeadReader) -> str:
    """Return the name that a line is, or begins with, or nothing."""
    bare = _LABEL.sub("", text.strip())
    if title := _TITLES.match(plain(bare)):
        bare = bare[title.end() :] if len(plain(bare)) == len(bare) else ""
    bare = _POST_NOMINAL.sub("", _STRONG.split(bare)[0]).strip(" ,\u2013-")
    if not _NAME.fullmatch(bare) or heading_of(bare) or is_contact(bare) or is_place(bare):
        return ""
    words = bare.split()
    if not all(word[:1].isupper() or word[:1] in '("\u201c' or word.casefold() in _SMALL for word in words):
        return ""
    other = is_department(bare) or employer_strength(bare) or heads.title(bare) >= LIKELY
    return "" if other else bare


def _is_known(name: str, letters: str) -> bool:
    """Return whether a name is found again in an address of the person."""
    parts = re.findall(r"[a-z]{3,}", plain(name))
    return bool(parts) and any(part in letters for part in (parts[0], parts[-1]))
