"""How something is asked for: by the words around it, else by the part that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from careercli.advertisements.sentences import Sentence
from careercli.domain.advertisement import Demand
from careercli.domain.values import Value

STRENGTH: dict[Demand, int] = {"required": 2, "preferred": 1, "implied": 0}
"""Where a thing is asked for more than once, the strongest counts."""

_CUTS = re.compile(r"[();]|[\u2013\u2014]|\s-\s|,\s+(?:but|while|and preferably|preferably|ideally)\b")
_ASIDE = re.compile(r"\([^()]*\)")
_COMMA = re.compile(r",\s+")
_NEAR_BEFORE, _NEAR_AFTER = 7, 4
"""Within how many words after and before it a wish says what is wished for."""


class _Clause(Value):
    start: int
    end: int


def demand_at(sentence: Sentence, word: int) -> Demand:
    """Return how what stands at a word of a sentence is asked for."""
    place = sentence.places[word][0]
    clause = next(
        (clause for clause in _clauses(sentence) if clause.start <= place < clause.end),
        _Clause(0, len(sentence.text)),
    )
    cues = {
        mark.name: abs(sentence.places[mark.first][0] - place)
        for mark in sentence.of("cue")
        if clause.start <= sentence.places[mark.first][0] < clause.end
    }
    if "welcome" in cues and ("must" not in cues or cues["welcome"] <= cues["must"]):
        return "preferred"
    if sentence.part == "preferred":
        return "preferred"
    if sentence.part == "required" or "must" in cues:
        return "required"
    of_work = sentence.part == "duties" or sentence.block.kind == "item"
    if of_work and not _begins_as_a_wish(sentence):
        return "implied"
    return "required" if _is_wished_for(sentence, word) else "implied"


def _begins_as_a_wish(sentence: Sentence) -> bool:
    """Return whether an item of a list says what somebody should have, as in "Strong grasp of"."""
    return sentence.block.kind == "item" and any(
        mark.name == "wanted" and not mark.first for mark in sentence.of("cue")
    )


def _is_wished_for(sentence: Sentence, word: int) -> bool:
    """Return whether words close by say that somebody should be or have what stands at a word."""
    return any(
        (-_NEAR_AFTER if mark.name == "wanted" else 0) <= word - mark.end < _NEAR_BEFORE
        and (mark.name == "wanted" or "to" not in sentence.words[mark.end : word])
        for mark in sentence.of("cue")
        if mark.name in {"wanted", "seeking"}
    )


@lru_cache(maxsize=8)
def _clauses(sentence: Sentence) -> tuple[_Clause, ...]:
    """Return the parts of a sentence that say by themselves how something is asked for."""
    start = 0
    out: list[_Clause] = []
    aside = _asides(sentence)
    for cut in _CUTS.finditer(sentence.text):
        if any(first <= cut.start() < end for first, end in aside):
            continue
        if cut.start() > start:
            out += _by_cues(sentence, _Clause(start, cut.start()))
        start = cut.end()
    return (*out, *_by_cues(sentence, _Clause(start, len(sentence.text))))


def _asides(sentence: Sentence) -> list[tuple[int, int]]:
    """Return what stands in brackets and does not say how something is asked for: it parts no clause."""
    said = [sentence.places[mark.first][0] for mark in sentence.of("cue") if mark.name in {"must", "welcome"}]
    found = (aside.span() for aside in _ASIDE.finditer(sentence.text))
    return [(start, end) for start, end in found if not any(start < place < end for place in said)]


def _by_cues(sentence: Sentence, clause: _Clause) -> Iterator[_Clause]:
    """Yield a clause in parts where what its commas part is demanded differently."""
    marks = [
        sentence.places[mark.first][0]
        for mark in sentence.of("cue")
        if mark.name in {"must", "welcome"} and clause.start <= sentence.places[mark.first][0] < clause.end
    ]
    start = clause.start
    for before, after in pairwise(marks):
        commas = [cut.end() for cut in _COMMA.finditer(sentence.text, before, after)]
        if commas:
            yield _Clause(start, commas[0])
            start = commas[0]
    yield _Clause(start, clause.end)
