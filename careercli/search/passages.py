"""Questions in anybody's own words, answered with the passages there are, by SQLite's full-text search.

A passage is scored word by word: BM25 by the word itself or, for less, by a synonym; the words add up.
Whether it is an answer at all is decided by the share of the question that it covers, rare words counting
for more, and by how like the question is to the ways in which people ask for it. More is asked the more
words of a question are of another life, or unknown, and less where it is plainly about this work. A
question about something else gets none, rather than what shares a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp
from typing import Final, NamedTuple

from careercli.domain.model import Catalog
from careercli.domain.passages import Answer, Passage
from careercli.domain.words import Words
from careercli.formats.text import clean
from careercli.search.index import Concept, Index, database, named_in
from careercli.search.names import WORD, called_for
from careercli.search.question import Asked, understood

_IN_TEXT: Final = 0.6
"""What a word counts toward covering a question where only the text has it; in title, keywords, place 1."""

_BESIDE: Final = 0.5
"""How much of that share, and of the first score a twentieth, a further passage must reach to be given."""

_COVERS: Final = 6.6
"""What the share of a question that a passage covers counts for its being an answer at all."""

_ALIKE_FITS: Final = 0.19
"""The same for each unit by which the question is like the ways in which people ask for it."""

_DOUBT: Final = 5.9
"""What these together must reach."""

_OF_WORK: Final = 1.6
"""How much less that is where the question has a word of any such work."""

_AT_WORK: Final = 3.2
"""The same where it is plainly about this work."""

_UNKNOWN: Final = 6.8
"""How much more where no passage has any of its words, and its share of that for a part of them."""

_FOREIGN: Final = 36.0
"""The same for its words of another life."""

_BEYOND: Final = 2.0
"""How much more where a passage lacks a word of what nobody here knows."""

_TITLE: Final = 0.81
"""How much more a passage is worth all the words of whose title the question has."""

_ALIKE: Final = 0.19
"""The same for each unit by which the question is like the ways in which people ask for it."""

_CLOSEST: Final = 0.106
"""The same for the three ways that come closest."""

_OTHER_ROLE: Final = 0.38
"""What a passage of another role is worth where the question implies one."""

_LATER_ROLE: Final = 0.45
"""What a passage of a role further up is worth where the question implies none: mostly newcomers ask so."""

_NO_ROLE: Final = 0.48
"""What a passage of no role, such as a skill, is worth beside those of the guides."""

_OTHER_WORK: Final = 0.64
"""The same of what is told of other lines of work: the guides have answers of their own to some."""

_ASKED: Final = 0.53
"""What an answer to a question is worth beside a passage that was not written as one, likeness left out."""

_COMMON: Final = 1.63
"""The same of what is asked most often, and so answered in general."""

_COMMON_QUESTIONS: Final = "faq"

_URGENT: Final = 1000.0
"""How much more a passage is worth that a question of life and death is about."""

_LEADS: Final = 2.2
"""What the beginning of a section is worth where a question is only a word or two."""

_SAYS_SOMETHING: Final = 1.0
"""How rare a word must be for a passage to have to be about it."""

_MOST_NEAREST: Final = 2
"""How many sections are offered where nothing answers."""


class Found(NamedTuple):
    """What answers a question, the best first; and, only where nothing does, what comes nearest to it.

    ``unknowable`` is then a sentence that says why nobody here can answer, None for most questions.
    """

    answers: tuple[Answer, ...]
    nearest: tuple[Passage, ...] = ()
    unknowable: str | None = None


def found(
    question: str,
    catalog: Catalog,
    passages: Sequence[Passage],
    words: Words,
    *,
    role: str | None = None,
    limit: int = 3,
    image: bytes | None = None,
) -> Found:
    """Return the passages that answer a question best, the best first, or what comes nearest to answering it.

    What it calls by name comes before all that is searched for. The same question always gets the same
    answers. With ``role``, only passages of that role are looked at. ``words`` are those of their packs.
    Nothing is offered for a question about another life. ``image`` is that of the index of the same passages,
    which are indexed without it.

    Raises:
        UsageError: there is no word in the question.
        StorageError: this Python has no SQLite with full-text search.

    """
    searched = searched_of(passages)
    texts = [passage.text for passage in searched]
    asked = understood(question, catalog, words, named_in(searched), texts)
    called = called_for(clean(question), passages, words)
    named = [passage for passage in called if role in (None, passage.role)]
    with database(searched, image) as opened:
        index = Index(opened, searched, words)
        concepts, likeness = index.concepts(asked), (index.alike(asked), index.closest(asked))
    rated = _rated(concepts, likeness, asked, catalog, searched, words, role)
    good = [] if asked.unknowable and not named else _good(rated, concepts, searched, asked)
    best = good[0].score if good else 1.0
    first = [Answer(passage, best + len(named) - number) for number, passage in enumerate(named)]
    given = (*first, *(answer for answer in good if answer.passage not in named))[:limit]
    if given:
        return Found(given)
    if asked.foreign and not asked.at_work:
        return Found((), (), asked.unknowable)
    near = _nearest(rated, concepts, searched) if asked.of_work or asked.unknowable else ()
    return Found((), near, asked.unknowable)


def searched_of(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages that are searched for: a word of the trade is found by its names alone."""
    return [passage for passage in passages if not passage.names]


class _Rating(NamedTuple):
    """How good an answer a passage is, how sure it is one at all, what share is covered, and its number."""

    score: float
    sure: float
    covered: float
    number: int


def _rated(
    concepts: Sequence[Concept],
    likeness: tuple[Mapping[int, float], Mapping[int, float]],
    asked: Asked,
    catalog: Catalog,
    passages: Sequence[Passage],
    words: Words,
    role: str | None,
) -> list[_Rating]:
    """Return every passage that has a word of a question, the best first.

    ``likeness`` is how like the question is to the ways of asking for each: to all together, to the closest.
    """
    alike, closest = likeness
    roles = frozenset([role]) if role else asked.roles
    first_role = catalog.ladder.tiers[0].role
    alone = sum(not concept.of_role for concept in concepts) <= 1
    stop = frozenset(words.stop)
    rated = []
    for number in sorted({*alike, *(number for concept in concepts for number in concept.hits)}):
        passage = passages[number]
        if role in (None, passage.role):
            covered = _covered(concepts, number, ours=passage.role in roles)
            score = sum(it.hits[number].score for it in concepts if number in it.hits)
            told = _TITLE * _told_in_title(concepts, number, passage.title, stop)
            like = alike.get(number, 0.0)
            worth = _worth(passage, roles, first_role, alone=alone)
            if any(it.urgent and number in it.hits and it.hits[number].named for it in concepts):
                worth *= _URGENT
            sure = _COVERS * covered + _ALIKE_FITS * like
            close = closest.get(number, 0.0)
            best = (1.0 + score) * worth * exp(told + _ALIKE * like + _CLOSEST * close)
            rated.append(_Rating(best, sure, covered, number))
    return sorted(rated, key=lambda rating: (-rating.score, rating.number))


def _good(
    rated: Sequence[_Rating], concepts: Sequence[Concept], passages: Sequence[Passage], asked: Asked
) -> list[Answer]:
    """Return the passages that answer, the best first: from the first that outweighs the doubts."""
    unknown = sum(concept.unknown for concept in concepts)
    doubt = 0.0 if asked.urgent else _DOUBT - _OF_WORK * asked.of_work - _AT_WORK * asked.at_work
    doubt += (_UNKNOWN * unknown + _FOREIGN * asked.foreign) / asked.size
    for at, first in enumerate(rated):
        if first.score < rated[0].score * _BESIDE:
            break
        if first.sure >= doubt + _BEYOND * _lacks(concepts, first.number):
            return _once_each(
                Answer(passages[it.number], it.score)
                for it in rated[at:]
                if it.covered >= first.covered * _BESIDE / 2 and it.score >= first.score * _BESIDE / 20
            )
    return []


def _nearest(
    rated: Sequence[_Rating], concepts: Sequence[Concept], passages: Sequence[Passage]
) -> tuple[Passage, ...]:
    """Return the passages that come nearest to an answer, of each section one."""
    near: dict[tuple[str | None, str | None], Passage] = {}
    for it in rated:
        passage = passages[it.number]
        if passage.section and _is_about(concepts, it.number) and not _lacks(concepts, it.number):
            near.setdefault((passage.role, passage.section), passage)
    return tuple(near.values())[:_MOST_NEAREST]


def _covered(concepts: Sequence[Concept], number: int, *, ours: bool) -> float:
    """Return the share of a question that a passage covers, 0 to 1; ``ours`` if it is of the role meant."""
    covered = 0.0
    for concept in concepts:
        hit = concept.hits.get(number)
        if (ours and concept.of_role) or (hit and hit.named):
            covered += concept.rarity
        elif hit:
            covered += concept.rarity * _IN_TEXT
    whole = sum(concept.rarity for concept in concepts)
    return covered / whole if whole else 0.0


def _told_in_title(concepts: Sequence[Concept], number: int, title: str, stop: frozenset[str]) -> float:
    """Return the share of a title's own words that the question has, 0 to 1."""
    said = sum(it.hits[number].titled for it in concepts if number in it.hits)
    if not said:
        return 0.0
    own = {word for word in WORD.findall(title.casefold()) if word not in stop}
    return min(said / len(own), 1.0) if own else 0.0


def _worth(passage: Passage, roles: frozenset[str], first_role: str, *, alone: bool) -> float:
    """Return what a passage is worth beside others that have the same words; ``alone`` if it is only one."""
    worth = _ASKED if passage.asked else _LEADS if alone and passage.leads else 1.0
    if passage.asked and passage.section == _COMMON_QUESTIONS:
        worth *= _COMMON
    if passage.role is None:
        return worth * (_OTHER_WORK if passage.asked else _NO_ROLE)
    if roles:
        return worth if passage.role in roles else worth * _OTHER_ROLE
    return worth if passage.role == first_role else worth * _LATER_ROLE


def _lacks(concepts: Sequence[Concept], number: int) -> bool:
    """Return whether a passage lacks a word without which it is hardly an answer."""
    return any(concept.required and number not in concept.hits for concept in concepts)


def _is_about(concepts: Sequence[Concept], number: int) -> bool:
    """Return whether a passage is about what is asked, rather than merely having words of it in its text."""
    matter = [it for it in concepts if not it.of_role and it.rarity >= _SAYS_SOMETHING] or concepts
    return any(number in concept.hits and concept.hits[number].named for concept in matter)


def _once_each(found: Iterable[Answer]) -> list[Answer]:
    """Return answers without further pieces of a section that is there under the same title."""
    seen: dict[tuple[str | None, str | None, str], Answer] = {}
    for answer in found:
        passage = answer.passage
        seen.setdefault((passage.role, passage.section, passage.title), answer)
    return list(seen.values())
