"""What a job title serves: the kinds of work that its words make."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.domain.model import Ladder
from careercli.domain.title_words import Piece, any_in, joined

_BETWEEN = ("of", "work", "serves", "seat", "scale", "empty", "beside", "alone", "agents")
"""What may stand between who is served and the work for them."""


class Served:
    """What a title serves: the kinds of work that its words make, and which words those are."""

    def __init__(self, ladder: Ladder, pieces: Sequence[Piece]) -> None:
        self.kinds: set[str] = set()
        self.by: list[Piece] = []
        self.refused = any(("of", 0) in piece.marks for piece in pieces)
        """Whether words of this line of work are there that make nothing of it, or not surely."""

        self.leads = self.department = False
        text = joined(pieces)
        for at in sorted({at for piece in pieces for what in ("of", "serves") for at in piece.entries(what)}):
            serves = ladder.grammar.serves[at]
            named = [piece for piece in pieces if ("serves", at) in piece.marks]
            by = _pair(pieces, at) if serves.work else named[:1]
            if not by:
                continue
            if any_in(serves.unless, text):
                self.refused = self.refused or not serves.sure
            elif serves.sure and not _is_sure(pieces, at, by[-1]):
                self.refused = True
            else:
                if serves.kind not in self.kinds:
                    self.by += [piece for piece in by if piece not in self.by]
                self.kinds.add(serves.kind)
                self.leads = self.leads or serves.leads
                self.department = self.department or serves.department
        self.by.sort(key=list(pieces).index)

    @property
    def text(self) -> str:
        """The words for it, as the title has them."""
        return " ".join(piece.text for piece in self.by)

    def is_department(self, pieces: Sequence[Piece]) -> bool:
        """Return whether a title is the name of a department, an industry in front at the most."""
        if not self.department or any(piece.has("seat") for piece in pieces):
            return False
        first, last = pieces.index(self.by[0]), pieces.index(self.by[-1])
        here = {(piece.aside, piece.job) for piece in self.by}
        for at, piece in enumerate(pieces):
            known = piece.has("empty", "scale", "serves", "of", "work")
            if not known and (at > last) == ((piece.aside, piece.job) in here) and not first < at < last:
                return False
        return True


def _pair(pieces: Sequence[Piece], at: int) -> list[Piece]:
    """Return who is served and the work for them, with nothing unknown between; or nothing."""
    for first, piece in enumerate(pieces):
        wanted = [other for one, other in (("of", "work"), ("work", "of")) if (one, at) in piece.marks]
        for other in pieces[first + 1 :] if wanted else ():
            if other.aside != piece.aside:
                break
            if any((what, at) in other.marks for what in wanted):
                return [piece, other]
            if not other.has(*_BETWEEN):
                break
    return []


def _is_sure(pieces: Sequence[Piece], at: int, by: Piece) -> bool:
    """Return whether no unknown word stands before the seat, or only before what a sure seat serves."""
    here = [piece for piece in pieces if piece.aside == by.aside]
    first = here.index(by) if any(("sure", at) in piece.marks for piece in pieces) else 0
    last = max(n for n, piece in enumerate(here) if piece == by or piece.has("seat"))
    known = ("empty", "scale", "seat", "serves", "work", "beside", "alone", "agents")
    return all(piece.has(*known) for piece in here[first:last])
