"""The head of a job: its title and its employer, in any order, with any sign between them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from careercli.domain.model import Ladder
from careercli.domain.titles import read_title
from careercli.imports.headings import plain
from careercli.imports.job_words import (
    CERTAIN,
    LIKELY,
    employer_strength,
    ends_in_seat,
    is_department,
    is_length,
    is_own_boss,
    is_terms,
    title_strength,
    without_terms,
)
from careercli.imports.labels import Role, labelled
from careercli.imports.places import is_place, is_town, may_be_place

Order = Literal["title", "employer", ""]
"""What comes first in the heads of a résumé."""

_STRONG = re.compile(r"\s*(?:\t|\||\u2022|\u00b7|\u2016|\u25cf|\u25aa|\s{3,}|\s@\s|\s[aA][tT]\s)\s*")
_DASHES = re.compile(r"\s+[-\u2010-\u2015\u2212~]+\s+|\s*\u2014\s*|[-\u2013]\s+|:\s+")
_COMMAS = re.compile(r"\s*[,;]\s+|\s*[(\[]\s*|\s*[)\]]\s*")
_WORKED = re.compile(
    r"(?:(?:i )?(?:have )?(?:been )?(?:currently )?(?:worked|working|employed|served|work)\s+as\s+(?:an?\s+|"
    r"the\s+)?)",
    re.IGNORECASE,
)
_WORKED_FOR = re.compile(r"\s+(?:at|with|in|for)\s+(?=[A-Z\d])|\s*,\s*")
_BRACKET = re.compile(r"\s*\(([^()]*:[^()]*)\)\s*")
_LEAVE = re.compile(
    r"(?:(?:maternity|paternity|parental|family|career|study|health|medical|childcare|personal|planned) )+"
    r"(?:break|leave|gap|pause)"
)
_LETTER = re.compile(r"[^\W\d_]")
_MOST_WORDS = 10
_WAYS = ((), (_DASHES,), (_COMMAS,), (_DASHES, _COMMAS))
"""The signs that may part a title from its employer, beside bars and tabs; fewer are likelier."""

_SIGN_COST = 0.3
_PLACE_COST = 0.6
_MORE_COST = 0.6
"""Of a title with more behind a comma than what it is for, which is likely an employer."""

_TOGETHER = 0.5
"""How much it weighs that title and employer stand on one line, or on two, as in most heads."""

_APART = (" \u2013 ", " \u2014 ", " (")
_PLACE_WORDS = 3
"""A dash or bracket in an employer's name parts it from as many words of a place, known or not."""


class Usual(NamedTuple):
    """What usually comes first in the heads of a résumé, and how much that weighs against their words.

    ``together`` says whether both usually stand on one line; None where that is not known.
    """

    first: Order = ""
    weight: float = 0.0
    together: bool | None = None


NO_ORDER = Usual()


class Part(NamedTuple):
    """A part of a head: its text, the line of the head that it is on, and what its label says that it is."""

    text: str
    row: int
    role: Role = ""


class HeadReading(NamedTuple):
    """How a head was read; the higher its score the likelier it is one. ``first`` says what came first."""

    title: str
    employer: str
    score: float
    first: Order = ""
    sure: bool = False
    together: bool = False


_NOTHING = HeadReading("", "", -5.0)


class HeadReader:
    """Reads heads by a ladder's titles, and by the words of titles and employers of all lines of work."""

    def __init__(self, ladder: Ladder | None) -> None:
        self.ladder = ladder
        self._titles: dict[str, int] = {}
        self._best: dict[str, int] = {}
        self._read: dict[tuple[tuple[str, ...], bool, Usual], HeadReading] = {}

    def title(self, text: str) -> int:
        """Return how likely a text is a title, from 0 to 3."""
        if text not in self._titles:
            self._titles[text] = title_strength(text, self.ladder)
        return self._titles[text]

    def is_leave(self, text: str) -> bool:
        """Return whether a text names a time without a job, such as parental leave."""
        if _LEAVE.fullmatch(plain(text)):
            return True
        reading = read_title(self.ladder, text) if self.ladder else None
        return reading is not None and reading.no_job

    def best_title(self, text: str) -> int:
        """Return how likely a part of a line is a title."""
        if text not in self._best:
            parts = [part.text for signs in _WAYS for part in self.parts([text], signs)]
            self._best[text] = max(map(self.title, parts), default=0)
        return self._best[text]

    def read(self, rows: Sequence[str], *, inherits: bool = False, order: Usual = NO_ORDER) -> HeadReading:
        """Return the likeliest reading of the lines of a head, without their dates.

        ``inherits`` says that the employer may stand further above; ``order`` is what usually comes first.
        """
        rows = tuple(map(without_notes, rows))
        key = (rows, inherits, order)
        if key not in self._read:
            ways = (self._resolved(rows, signs, order, inherits=inherits) for signs in _WAYS)
            self._read[key] = max(ways, key=lambda way: way.score)
        return self._read[key]

    def parts(self, rows: Iterable[str], signs: Iterable[re.Pattern[str]]) -> list[Part]:
        """Return the parts of lines: parted by bars and tabs, and by these signs."""
        out: list[Part] = []
        for row, text in enumerate(rows):
            before: Role = ""
            for part in _split(_STRONG, [text]):
                role, bare = labelled(part)
                if role and not bare:
                    before = role
                    continue
                role, before = role or before, ""
                if role or is_place(bare):
                    out.append(Part(bare, row, role))
                    continue
                pieces = [bare]
                if worked := _WORKED.match(bare):
                    pieces = _split(_WORKED_FOR, [bare[worked.end() :]], once=True)
                for sign in signs:
                    pieces = _split(sign, pieces)
                out += [Part(piece, row, _goes_on(piece, bare)) for piece in pieces]
        return out

    def _resolved(
        self, rows: Sequence[str], signs: Sequence[re.Pattern[str]], order: Usual, *, inherits: bool
    ) -> HeadReading:
        """Return the title and the employer among parts, as the words in them and their order say."""
        parts = self.parts(rows, signs)
        best = _NOTHING
        titles = [(index, self._as_title(part)) for index, part in enumerate(parts)]
        employers = [(index, self._as_employer(part, inherits=inherits)) for index, part in enumerate(parts)]
        titles.append((-1, -2.0))
        employers.append((-1, 0.0 if inherits else -1.5))
        for at, worth in titles:
            for beside, value in employers:
                if at == beside or worth is None or value is None:
                    continue
                first: Order = "" if min(at, beside) < 0 else "title" if at < beside else "employer"
                usual = order.weight if first and first == order.first else 0.0
                together = bool(first) and parts[at].row == parts[beside].row
                if inherits and first and not together:
                    usual += 0.3
                if first and order.together is together:
                    usual += _TOGETHER
                score = worth + value + usual + sum(self._others(parts, at, beside)) - len(signs) * _SIGN_COST
                if score > best.score:
                    sure = at >= 0 and self.title(parts[at].text) >= LIKELY
                    best = HeadReading(str(at), str(beside), score, first, sure, together)
        if best is _NOTHING:
            return best
        at, beside = int(best.title), int(best.employer)
        title = _whole_title(parts, at, beside, rows) if at >= 0 else ""
        employer = employer_of(parts[beside].text) if beside >= 0 else ""
        return best._replace(title=title, employer=employer)

    def _as_title(self, part: Part) -> float | None:
        if part.role:
            return 4.0 if part.role == "title" else None
        if _is_aside(part.text) or not _LETTER.search(part.text):
            return None
        strength = self.title(part.text)
        if strength >= LIKELY:
            after = _split(_COMMAS, [part.text])[1:]
            more = any(not (is_department(one) or self.title(one) or is_terms(one)) for one in after)
            placed = any(map(is_place, _split(_DASHES, [part.text])))
            return strength - _PLACE_COST * placed - _MORE_COST * more
        if employer_strength(part.text) == 2 or len(part.text.split()) > _MOST_WORDS:
            return None
        return -1.5 if may_be_place(part.text) else 0.5 if strength else -0.5

    def _as_employer(self, part: Part, *, inherits: bool) -> float | None:
        if part.role:
            return 3.0 if part.role == "employer" else None
        text = part.text
        own = is_own_boss(text)
        if not own and (
            _is_aside(text)
            or not _LETTER.search(text)
            or len(text.split()) > _MOST_WORDS
            or (text[0].islower() and text.isalpha() and text.islower())
        ):
            return None
        strength = employer_strength(text)
        if own or may_be_place(text):
            return 0.8 if own else -0.3 if inherits and is_town(text) else 0.3
        first, comma, _ = text.partition(", ")
        if (comma or strength < LIKELY) and is_department(first):
            return None
        if self.title(text) >= CERTAIN and strength < 2:
            return 0.2 if strength or not ends_in_seat(text) else None
        return (0.0, 1.6, 2.0)[strength] if inherits else (1.2, 1.6, 2.0)[strength]

    def _others(self, parts: list[Part], at: int, beside: int) -> Iterable[float]:
        """Yield what the parts cost that are neither the title nor the employer."""
        for index, part in enumerate(parts):
            if index in {at, beside} or part.role == "aside":
                continue
            if part.role:
                yield -3.0
            elif self.title(part.text) >= CERTAIN:
                yield -1.5
            elif not may_be_place(part.text) and not _is_aside(part.text) and not is_department(part.text):
                yield -0.8 if employer_strength(part.text) else -0.4


def _whole_title(parts: list[Part], at: int, beside: int, rows: Sequence[str]) -> str:
    """Return a title with the department after it, as the line parts the two."""
    row = rows[parts[at].row]
    begin = row.find(parts[at].text)
    stop = begin + len(parts[at].text)
    for index in range(at + 1, len(parts)):
        part = parts[index]
        following = row.find(part.text, stop)
        between = row[stop:following]
        if index == beside or part.row != parts[at].row or part.role or following < 0:
            break
        if "|" in between or "\t" in between:
            break
        bracket = "(" in between and row[following + len(part.text) :].startswith(")")
        named = is_place(part.text) or is_terms(part.text) or employer_strength(part.text)
        if not (is_department(part.text) or (bracket and not named)):
            break
        stop = following + len(part.text) + bracket
    return row[begin:stop].strip(" ,;:-\u2013\u2014")


def _split(sign: re.Pattern[str], texts: Iterable[str], *, once: bool = False) -> list[str]:
    parts = [part for text in texts for part in sign.split(text, maxsplit=1 if once else 12)]
    return [bare for part in parts if (bare := part.strip(" \t,;|\u2022\u00b7"))]


def _goes_on(piece: str, whole: str) -> Role:
    """Return that a part only goes on with a sentence: its line begins with a capital, and it has none."""
    return "aside" if piece.islower() and whole[:1].isupper() else ""


def is_worked_as(text: str) -> bool:
    """Return whether a line tells of a job in a sentence that is as good as its head: "Worked as …"."""
    return bool(_WORKED.match(text))


def _is_aside(text: str) -> bool:
    """Return whether a part is neither a title nor an employer by what it says: a place, a length, terms."""
    return is_place(text) or is_terms(text) or is_length(text)


def is_aside(text: str) -> bool:
    """Return whether a line holds places, lengths and terms of employment and nothing else."""
    parts = _split(_STRONG, [text])
    return bool(parts) and all(
        _is_label(part) or all(_is_aside(piece) or _is_label(piece) for piece in _split(_DASHES, [part]))
        for part in parts
    )


@lru_cache(maxsize=4096)  # each line is looked at with those before and after it
def without_notes(text: str) -> str:
    """Return a line without brackets on terms, or on what has a label: ``Agent (Process: Chat)``."""
    return _BRACKET.sub(
        lambda one: " " if labelled(one[1])[0] == "aside" else one[0], without_terms(text)
    ).strip()


def _is_label(text: str) -> bool:
    role, value = labelled(text)
    return role == "aside" or bool(role and not value)


def employer_of(text: str) -> str:
    """Return an employer's name without the place after it: ``Acme, Austin, TX`` is Acme."""
    bare = text
    for sign in (" \u2013 ", " - ", " \u2014 ", " ("):
        name, found, tail = bare.rpartition(sign)
        if sign == " (" and tail.endswith(")"):  # the place may stand behind what the employer does
            tail = tail[:-1].rpartition(", ")[2]
        short = sign in _APART and len(tail.split()) <= _PLACE_WORDS and not employer_strength(tail)
        if found and (may_be_place(tail) or is_terms(tail) or short):
            bare = name
    pieces = re.split(r",\s*", bare)
    while len(pieces) > 1 and is_place(pieces[-1]):
        pieces.pop()
    last = max((i for i, piece in enumerate(pieces) if i and employer_strength(piece)), default=0)
    return ", ".join(pieces[: last + 1]).strip(" ,;:-\u2013\u2014|\u00b7")
