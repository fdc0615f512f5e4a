"""Which tier a job title names, by an alias or by its words, and which titles only sound as if they did.

A title is an alias of the ladder as a whole, or it is read by the pack's grammar: what it serves, and the
seat, in any order. Words for how high the seat stands move its tier. Words of another line of work win over
all of it, save where they name the second of two jobs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercli.domain.growth import Seat
from careercli.domain.model import Ladder, Tier
from careercli.domain.title_served import Served
from careercli.domain.title_words import Piece, any_in, joined
from careercli.domain.values import Value

_LETTERS_A_SLIP = 4
"""A word of so many letters may have one wrong, of twice as many two, for somebody to be asked."""

_SHORTEST = 4
"""The shortest word that may be a misspelled one."""

_MOST_KEPT = 2000
"""So many readings are kept with a ladder; then they are begun anew."""


class TitleReading(Value):
    """How a title was read: the words that decided, and the tier that it names or the seat beside the ladder.

    ``note`` is what to know of a title that sounds like this ladder and is another job, or of a seat that is
    known by name beside the ladder or on it; "" for any other. One that is only ``vague`` may be on this
    ladder. ``also`` is a tier that leads and that the title names as a second job. Where it names none:
    ``sounds`` tells that it may be on this ladder all the same, ``leads`` that it leads people elsewhere,
    ``no_job`` that it is a time without a job. Without ``words`` it is not recognised.
    """

    text: str
    words: tuple[str, ...] = ()
    tier: Tier | None = None
    adjacent: bool = False
    note: str = ""
    vague: bool = False
    also: Tier | None = None
    sounds: bool = False
    leads: bool = False
    no_job: bool = False

    @property
    def seat(self) -> Seat:
        """What somebody with this title does, as far as it says."""
        if self.tier:
            return self.tier.seat
        return "adjacent" if self.adjacent else "none"

    @property
    def elsewhere(self) -> bool:
        """Whether it is known, and as another job."""
        return bool(self.words) and self.seat == "none" and not self.vague


def read_title(ladder: Ladder, title: str | None) -> TitleReading | None:
    """Return how a title is read; None where there is none."""
    if not title:
        return None
    kept = ladder.readings  # an interview asks for the same one many times, a batch for few
    if title not in kept:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[title] = _with_neighbor(ladder, _read(ladder, title))
    reading: TitleReading = kept[title]
    return reading


def _read(ladder: Ladder, title: str) -> TitleReading:
    pieces = ladder.lexicon.pieces(title)
    keys = list(_keys(pieces))
    whole = (_alias(ladder, title, key, alone=True) for key in keys[:2])
    found = next((alias for alias in whole if alias), None) or _by_words(ladder, title, pieces)
    if found and (found.words or found.no_job):
        return found
    for key in keys[2:]:
        part = _alias(ladder, title, key)
        if part:
            return part
    return (found or TitleReading(title)).but(leads=_leads_elsewhere(ladder, pieces))


def _with_neighbor(ladder: Ladder, reading: TitleReading) -> TitleReading:
    """Return a reading with what the ladder knows of such a seat by name."""
    if reading.note or not (reading.adjacent or reading.tier):
        return reading
    text = joined(ladder.lexicon.pieces(reading.text))
    note = next((near.note for near in ladder.grammar.neighbors if any_in(near.words, text)), "")
    return reading.but(note=note) if note else reading


def tier_of_title(ladder: Ladder, title: str | None) -> Tier | None:
    """Return the tier that a title names, or None."""
    found = read_title(ladder, title)
    return found.tier if found else None


def meant_title(ladder: Ladder, title: str) -> str | None:
    """Return a title with its misspelled words written as known ones, if it is recognised then; else None.

    Only ever a suggestion: nothing is counted by it.
    """
    from rapidfuzz.distance import DamerauLevenshtein, Jaro  # only a title that is not recognised pays for it

    known = [word for key in ladder.lexicon.marks for word in key.split() if len(word) >= _SHORTEST]
    words = [piece.text for piece in ladder.lexicon.pieces(title)]
    meant = list(words)
    for at, piece in enumerate(ladder.lexicon.pieces(title)):
        if known and not piece.marks and len(piece.key) >= _SHORTEST:
            wrong, _, word = min(
                (DamerauLevenshtein.distance(piece.key, word), -Jaro.similarity(piece.key, word), word)
                for word in known
            )
            meant[at] = word if wrong <= len(word) // _LETTERS_A_SLIP else piece.text
    found = read_title(ladder, " ".join(meant)) if meant != words else None
    return " ".join(meant) if found and (found.tier or found.adjacent) else None


def _keys(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield a title as it is compared, whole; then without empty words whole, turned, its first part."""
    said = [piece for piece in pieces if not _only(piece, "empty")]
    asides = list(dict.fromkeys(piece.aside for piece in said))[:2]
    first, second = ([p.key for p in said if p.aside in asides[at : at + 1]] for at in (0, 1))
    yield " ".join(piece.key for piece in pieces)
    yield " ".join(piece.key for piece in said)
    yield " ".join(second + first)
    yield " ".join(first)


def _only(piece: Piece, what: str) -> bool:
    return bool(piece.marks) and all(name == what for name, _ in piece.marks)


def _alias(ladder: Ladder, title: str, key: str, *, alone: bool = False) -> TitleReading | None:
    """Return what a whole title, or a part of one, is listed as; None if it is not."""
    other = ladder.titles_of_others.get(key)
    if other and (alone or not other.alone):
        return TitleReading(
            title,
            (key,),
            note=other.note,
            vague=other.alone,
            sounds=True,
            leads=_leads_elsewhere(ladder, ladder.lexicon.pieces(title)),
        )
    tier = ladder.titles.get(key)
    if tier:
        return TitleReading(title, (key,), tier)
    return TitleReading(title, (key,), adjacent=True) if key in ladder.adjacent_titles else None


def _by_words(ladder: Ladder, title: str, pieces: Sequence[Piece]) -> TitleReading | None:
    """Return what the words of a title say; None where none of them says anything."""
    others = [
        piece
        for at, piece in enumerate(pieces)
        if _look_alike(ladder, pieces, piece) or (piece.has("others") and not _is_of_product(pieces, at))
    ]
    if not others:
        found = _one_or_two_jobs(ladder, title, pieces)
        return found or _without_work(ladder, title, pieces)
    first = min(piece.job for piece in others)
    mine = [piece for piece in pieces if piece.job < first]
    found = _one_job(ladder, title, mine)
    if found and not _seats(ladder, mine):
        mine += [piece for piece in pieces if piece.job >= first and piece.has("seat", "scale")]
        found = _one_job(ladder, title, mine)
    if found and found.tier and not found.tier.leads_people:
        return found
    note = next((note for piece in others if (note := _look_alike(ladder, pieces, piece))), "")
    sounds = _one_job(ladder, title, pieces)
    return TitleReading(
        title,
        tuple(piece.text for piece in others),
        note=note,
        sounds=bool(note) or sounds is not None,
        leads=_leads_elsewhere(ladder, pieces),
    )


def _is_of_product(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether a word of other work only says what a product is for, as in "payroll software"."""
    after = pieces[at + 1 :]
    return bool(after) and after[0].aside == pieces[at].aside and after[0].has("products")


def _look_alike(ladder: Ladder, pieces: Sequence[Piece], piece: Piece) -> str:
    """Return the note on a word that makes a title another job; "" for others, or where words outweigh it."""
    text = joined(pieces)
    for at in piece.entries("look_alike"):
        if not any_in(ladder.look_alikes[at].unless, text):
            return ladder.look_alikes[at].note
    return ""


def _one_or_two_jobs(ladder: Ladder, title: str, pieces: Sequence[Piece]) -> TitleReading | None:
    """Return what a title says that may name two jobs: the first counts, and a second that leads is told."""
    jobs: dict[int, list[Piece]] = {}
    for piece in pieces:
        jobs.setdefault(piece.job, []).append(piece)
    kinds = Served(ladder, pieces).kinds
    whole = {job: part for job, part in jobs.items() if not all(piece.has("of", "empty") for piece in part)}
    named = [(job, tier) for job, part in whole.items() if (tier := _tier(ladder, part, kinds))]
    if len(jobs) == 1 or not named:
        return _one_job(ladder, title, pieces)
    until, first = named[0]
    order = list(jobs)
    mine = [piece for job in order[: order.index(until) + 1] for piece in jobs[job]]
    found = _one_job(ladder, title, mine)
    if found is None or found.seat == "none":
        found = _one_job(ladder, title, pieces)
    if found is None or found.tier is None:
        return found
    tier = found.tier if found.tier.leads_people == first.leads_people else first
    also = None if tier.leads_people else next((other for _, other in named if other.leads_people), None)
    return found.but(tier=tier, also=also)


def _one_job(ladder: Ladder, title: str, pieces: Sequence[Piece]) -> TitleReading | None:
    """Return what a title that names one job says; None where it serves nobody of this line of work."""
    served = Served(ladder, pieces)
    if not served.kinds:
        alone = tuple(piece.text for piece in pieces if piece.has("alone"))
        if alone or served.refused:
            return TitleReading(title, alone, adjacent=bool(alone), sounds=True)
        return None
    tier = _tier(ladder, pieces, served.kinds)
    seats = _seats(ladder, pieces, served.kinds)
    leading = tier is not None and tier.leads_people
    beside = [p for p in pieces if p.has("beside", "alone") or (p.has("agents") and not leading)]
    seat = [pieces[at] for at in seats[:1]]
    scale = [piece for piece in pieces if piece.has("scale") and piece not in seat and piece not in served.by]
    texts = (served.text, *(piece.text for piece in (*beside, *seat, *scale) if piece not in served.by))
    words = tuple(dict.fromkeys(texts))
    if beside or (seats and tier is None) or (tier and tier.leads_people and not served.leads):
        return TitleReading(title, words, adjacent=True)
    if tier is None and ladder.grammar.bare and served.is_department(pieces):
        tier = _scaled(ladder, ladder.tier(ladder.grammar.bare), pieces, seat=None)
    return TitleReading(title, words if tier else (), tier, sounds=tier is None)


def _without_work(ladder: Ladder, title: str, pieces: Sequence[Piece]) -> TitleReading | None:
    """Return what a title says that names nothing of this line of work: a vague one, or no job at all."""
    if any(piece.has("seat") for piece in pieces):
        rest = [piece for piece in pieces if not piece.has("scale", "empty")]
        other = ladder.titles_of_others.get(" ".join(piece.key for piece in rest))
        if other and other.alone:
            return TitleReading(
                title,
                tuple(piece.text for piece in rest),
                note=other.note,
                vague=True,
                sounds=True,
                leads=True,
            )
        return None
    first = [piece for piece in pieces if piece.aside == pieces[0].aside]
    idle = [piece for piece in first if piece.has("no_job")]
    whole = any(" " in piece.key for piece in idle) or (first and first[-1] in idle)
    return TitleReading(title, tuple(piece.text for piece in idle), no_job=True) if whole else None


def _seats(ladder: Ladder, pieces: Sequence[Piece], kinds: set[str] | None = None) -> list[int]:
    """Return where the seats of a title are, the highest first; with ``kinds`` those of these kinds alone.

    A word that may also say how high a seat stands ("assistant") does so before another seat, and after one
    that is as high or higher.
    """
    ranks = {}
    for at, piece in enumerate(pieces):
        rank = _rank(ladder, piece, kinds)
        if rank is not None:
            ranks[at] = rank
    seats = []
    for at, rank in ranks.items():
        others = [other for other in ranks if other != at]
        before = any(other > at and pieces[other].aside == pieces[at].aside for other in others)
        outdone = before or any(ranks[other] >= rank for other in others)
        if not (outdone and pieces[at].has("scale")):
            seats.append(at)
    return sorted(seats, key=lambda at: (-ranks[at], at))


def _rank(ladder: Ladder, piece: Piece, kinds: set[str] | None) -> int | None:
    """Return the rank that a word for a seat names, 0 for one beside the ladder; None for other words."""
    ranks = []
    for at in piece.entries("seat"):
        entry = ladder.grammar.seats[at]
        if kinds is None or not entry.kinds or not kinds.isdisjoint(entry.kinds):
            ranks.append(ladder.tier(entry.tier).rank if entry.tier else 0)
    return max(ranks, default=None)


def _tier(ladder: Ladder, pieces: Sequence[Piece], kinds: set[str]) -> Tier | None:
    """Return the tier that the highest seat of a title names, moved by the words for how high it stands."""
    seats = _seats(ladder, pieces, kinds)
    named = ladder.at(_rank(ladder, pieces[seats[0]], kinds) or 0) if seats else None
    return _scaled(ladder, named, pieces, seat=pieces[seats[0]]) if named else None


def _scaled(ladder: Ladder, tier: Tier, pieces: Sequence[Piece], *, seat: Piece | None) -> Tier:
    for piece in pieces:
        for at in piece.entries("scale") if piece is not seat else ():
            tier = ladder.tier(ladder.grammar.scales[at].tiers.get(tier.id, tier.id))
    return tier


def _leads_elsewhere(ladder: Ladder, pieces: Sequence[Piece]) -> bool:
    """Return whether a title says that people are led, rather than accounts or products."""
    marks = ladder.lexicon.marks
    words = [Piece(word, word, marks.get(word, ()), 0, 0) for piece in pieces for word in piece.key.split()]
    for at, word in enumerate(words):
        tier = ladder.at(_rank(ladder, word, None) or 0)
        managed = at > 0 and words[at - 1].has("things")
        # "Lead" may also stand before what is done, as in "Lead Generation" or "Lead Engineer".
        one_of_them = word.has("scale") and any(other.has("things", "seat") for other in words[at + 1 :])
        if tier and tier.leads_people and not managed and not one_of_them:
            return True
    return False
