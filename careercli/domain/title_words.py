"""The words that job titles are made of, as packs bring them, and a title taken apart by them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Annotated, TypeVar

from msgspec import Meta

from careercli.domain.values import EMPTY, Reference, Value

LONGEST = 300
"""Of a longer title only so many characters are read."""

TitlePhrase = Annotated[
    str, Meta(pattern=r"^[^\sA-Z]+( [^\sA-Z]+)*$", max_length=60, description="words in small letters")
]
Kind = Annotated[str, Meta(pattern="^[a-z]+$", max_length=30, description="a word in small letters")]


class Serves(Value, kw_only=True):
    """What a title of this line of work serves: one of the words ``of``, with one of ``work`` if it has any.

    Not so where the title has one of the words ``unless``. With ``department`` it is a title without any seat
    as well ("Customer Support"). Where ``sure`` is given, an unknown word beside it ("Wind Farm Support
    Specialist") leaves open what it is, except with one of those seats. With ``leads: false`` a leading seat
    stands beside the ladder.
    """

    kind: Kind
    of: tuple[TitlePhrase, ...]
    work: tuple[TitlePhrase, ...] = ()
    unless: tuple[TitlePhrase, ...] = ()
    department: bool = False
    sure: tuple[TitlePhrase, ...] = ()
    leads: bool = True


class Seats(Value, kw_only=True):
    """Words for a seat, with the tier that it names; None for one beside the ladder.

    Where ``kinds`` are given, only in titles that serve one of these.
    """

    words: tuple[TitlePhrase, ...]
    tier: str | None = None
    kinds: tuple[Kind, ...] = ()


class Scale(Value, kw_only=True):
    """Words that say how high a seat stands: from the tier that it names to that which it is with them."""

    words: tuple[TitlePhrase, ...]
    tiers: dict[str, str] = EMPTY


class Beside(Value, kw_only=True):
    """Words that make any seat one beside the ladder; ``agents`` only a seat that leads nobody.

    Those that stand ``alone`` say so in a title that serves nobody of this line of work, too.
    """

    beside: tuple[TitlePhrase, ...] = ()
    alone: tuple[TitlePhrase, ...] = ()
    agents: tuple[TitlePhrase, ...] = ()


class Neighbor(Value, kw_only=True):
    """A seat beside the ladder, or a kind of one on it, that is known by name: one of ``words`` says so.

    ``note`` tells what its years count for, and where it leads; ``sources`` where that comes from.
    """

    words: tuple[TitlePhrase, ...]
    note: str
    sources: tuple[Reference, ...]


class Grammar(Value, kw_only=True):
    """How titles are read that are no alias.

    ``bare`` is the tier of a department without a seat. ``empty`` words say nothing of the work. ``things``
    are managed instead of people ("account"), ``others`` are words of other lines of work, and ``no_job``
    those for a time without a job. Before a ``products`` word another line of work is what is supported:
    "payroll software". ``neighbors`` say more of titles that were read already, the first that fits.
    """

    serves: tuple[Serves, ...] = ()
    seats: tuple[Seats, ...] = ()
    bare: str | None = None
    scales: tuple[Scale, ...] = ()
    beside: Beside = Beside()
    empty: tuple[TitlePhrase, ...] = ()
    things: tuple[TitlePhrase, ...] = ()
    others: tuple[TitlePhrase, ...] = ()
    no_job: tuple[TitlePhrase, ...] = ()
    products: tuple[TitlePhrase, ...] = ()
    neighbors: tuple[Neighbor, ...] = ()


class LookAlike(Value):
    """Titles that sound like this ladder and are another job, with what to know about them.

    ``words`` say so wherever they stand in a title, ``unless`` one of these does too. With ``alone``, a title
    counts only where it stands alone: "Manager", but not "Manager, Payroll".
    """

    titles: tuple[str, ...]
    note: str
    alone: bool = False
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


Mark = tuple[str, int]
"""What a phrase may be in a title: the list that it stands in, and which entry of that."""


class Piece(Value):
    """A phrase of a title.

    ``key`` is how it is compared, ``text`` how it is written there, ``marks`` what it may be; none if it is
    not known. ``aside`` tells what commas, dashes and brackets part, ``job`` what "and" and slashes do.
    """

    key: str
    text: str
    marks: tuple[Mark, ...]
    aside: int
    job: int

    def entries(self, what: str) -> Iterator[int]:
        """Yield the entries of a list that the phrase stands in."""
        return (entry for name, entry in self.marks if name == what)

    def has(self, *whats: str) -> bool:
        """Return whether the phrase stands in one of these lists."""
        return any(name in whats for name, _ in self.marks)


_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_LEFT_OUT = frozenset({"of", "the"})
_AND = frozenset({"and", "or"})
_PAIRED = " and "
_JOINS = frozenset("/&+\u2192")
_PARTS = frozenset("|,;:\u2014\u2015")
_OPENS = frozenset("([{")
_CLOSES = frozenset(")]}")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2212")


def one_form(word: str) -> str:
    """Return a word as it is compared: in small letters and the singular."""
    word = word.casefold().replace("\u2019", "'").removesuffix("'s")
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def words_of(text: str, abbreviations: Mapping[str, str]) -> list[str]:
    """Return the words of a text as they are compared, abbreviations written out, "of" left out."""
    return [word for match in _WORD.finditer(text) for word in _forms(match.group(), abbreviations)]


def _forms(word: str, abbreviations: Mapping[str, str]) -> list[str]:
    form = one_form(word)
    full = abbreviations.get(word.casefold(), abbreviations.get(form, form))
    return [one_form(part) for part in full.split() if part not in _LEFT_OUT]


T = TypeVar("T", bound=Value)


def in_one_form(entry: T) -> T:
    """Return a part of a grammar with its words as they are compared."""

    def formed(item: str | Value) -> str | Value:
        return phrase_of(item) if isinstance(item, str) else in_one_form(item)

    held = {name: getattr(entry, name) for name in entry.__struct_fields__}
    parts = {name: in_one_form(value) for name, value in held.items() if isinstance(value, Value)}
    lists = {name: tuple(map(formed, value)) for name, value in held.items() if isinstance(value, tuple)}
    return entry.but(**parts | lists)


def phrase_of(text: str) -> str:
    """Return words of a grammar as they are compared."""
    return " ".join(map(one_form, text.split()))


class Lexicon:
    """The phrases of a grammar, ready to be looked up, with the abbreviations of its ladder.

    The words of the grammar and of other jobs are in one form.
    """

    def __init__(
        self, grammar: Grammar, abbreviations: Mapping[str, str], other_jobs: Sequence[LookAlike] = ()
    ) -> None:
        self.abbreviations = abbreviations
        found: dict[str, list[Mark]] = {}
        for at, serves in enumerate(grammar.serves):
            _mark(found, serves.of, ("of" if serves.work else "serves", at))
            _mark(found, serves.work, ("work", at))
            _mark(found, serves.sure, ("sure", at))
        for at, seats in enumerate(grammar.seats):
            _mark(found, seats.words, ("seat", at))
        for at, scale in enumerate(grammar.scales):
            _mark(found, scale.words, ("scale", at))
        for what in ("beside", "alone", "agents"):
            _mark(found, getattr(grammar.beside, what), (what, 0))
        for what in ("empty", "things", "others", "no_job", "products"):
            _mark(found, getattr(grammar, what), (what, 0))
        for at, job in enumerate(other_jobs):
            _mark(found, job.words, ("look_alike", at))
        pairs = [phrase for phrase in found if _PAIRED in phrase]
        for phrase in pairs:
            found[phrase.replace(_PAIRED, " ")] = found.pop(phrase)
        self._pairs = [
            re.compile(rf"\b({re.escape(first)})\s*(?:and|&)\s*(?={re.escape(second)}\b)", re.IGNORECASE)
            for first, second in (phrase.split(_PAIRED, 1) for phrase in pairs)
        ]
        self.marks = {phrase: tuple(marks) for phrase, marks in found.items()}
        self.longest = max((phrase.count(" ") + 1 for phrase in self.marks), default=1)

    def key(self, title: str) -> str:
        """Return a title as it is compared as a whole."""
        return " ".join(words_of(title, self.abbreviations))

    def pieces(self, title: str) -> tuple[Piece, ...]:
        """Return the phrases of a title, the longest known ones; what follows "at" or "@" is a company."""
        out: list[Piece] = []
        title = title[:LONGEST]
        for pair in self._pairs:  # an "and" within a known phrase parts no two jobs
            title = pair.sub(r"\1 ", title)
        for (aside, job), group in groupby(_taken_apart(title), key=lambda word: word[1:]):
            typed: list[tuple[str, str]] = []
            for word, *_ in group:
                forms = _forms(word, self.abbreviations)
                typed += [(form, word.casefold() if len(forms) == 1 else form) for form in forms]
            at = 0
            while at < len(typed):
                size = next(
                    (
                        size
                        for size in range(min(self.longest, len(typed) - at), 0, -1)
                        if " ".join(form for form, _ in typed[at : at + size]) in self.marks
                    ),
                    1,
                )
                key, text = (" ".join(part) for part in zip(*typed[at : at + size], strict=True))
                if key == "at" and out:
                    return tuple(out)
                if key != "at":
                    out.append(Piece(key, text, self.marks.get(key, ()), aside, job))
                at += size
        return tuple(out)


def _mark(found: dict[str, list[Mark]], phrases: Sequence[str], mark: Mark) -> None:
    for phrase in phrases:
        found.setdefault(phrase, []).append(mark)


def _taken_apart(title: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a title, each with the number of its aside and of its job."""
    aside = job = last = end = 0
    outer: list[tuple[int, int]] = []
    for match in _WORD.finditer(title):
        gap = title[end : match.start()]
        for place, sign in enumerate(gap):
            if sign == "@" and end:
                yield "at", aside, job
            elif sign in _CLOSES and outer:
                aside, job = outer.pop()
            elif sign in _JOINS:
                last += 1
                job = last
            elif sign in _PARTS or sign in _OPENS or (sign in _DASHES and _parts(gap, place)):
                if sign in _OPENS:
                    outer.append((aside, job))
                last += 1
                aside = last
        end = match.end()
        word = match.group()
        if word.casefold() in _AND:
            last += 1
            job = last
        else:
            yield word, aside, job


def _parts(gap: str, place: int) -> bool:
    """Return whether a dash parts a title: one with a space beside it does, one within a word does not."""
    beside = gap[max(place - 1, 0) : place + 2]
    return any(sign.isspace() for sign in beside)


def any_in(phrases: Sequence[str], text: str) -> bool:
    """Return whether one of some phrases stands in a text whose words have a space around each."""
    return any(f" {phrase} " in text for phrase in phrases)


def joined(pieces: Sequence[Piece]) -> str:
    """Return the words of a title with a space around each, to look for words in it."""
    return f" {' '.join(piece.key for piece in pieces)} "
