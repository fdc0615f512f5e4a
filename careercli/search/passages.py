"""Questions in anybody's own words, answered with the passages there are, by SQLite's full-text search.

A passage is scored word by word: BM25 by the word itself or, for less, by a synonym; the words add up. The
share of the question that a passage covers, rare words counting for more, decides whether it is an answer at
all: a question about something else gets none, rather than whatever shares a word with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing, contextmanager
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from careercli.domain.model import Catalog
from careercli.domain.words import Phrase, Words
from careercli.errors import StorageError, UsageError
from careercli.formats.text import clean
from careercli.search.names import WORD, called_for
from careercli.text.passages import Answer, Passage

if TYPE_CHECKING:
    from sqlite3 import Connection

_TOKENIZER = "porter unicode61 remove_diacritics 2"

_SEARCH = """
    SELECT rowid, -bm25(passage, 8, 6, 2, 1), bm25(passage, 1, 1, 1, 0) < 0 FROM passage WHERE passage MATCH ?
"""
"""How well a word fits each passage that has it, in title, keywords, place and text; and whether one of the
first three has it."""

# What follows was fitted on questions.yaml, sections.yaml and guidance.yaml in benchmarks/, the shares on
# nonsense.yaml and nearby.yaml. Nothing was fitted to what heldout.yaml and fresh.yaml miss. `make bench-ask`
# measures all.

_SYNONYM = 0.45
"""What a synonym counts, where the asker's own word counts 1."""

_IN_TEXT = 0.6
"""What a word counts toward covering a question where only the text has it; in title, keywords, place 1."""

_RAREST = 5.0
"""The rarity of a word that no passage has, and the highest there is."""

_ROLE_WORD = 1.0
"""The highest rarity of a word for a role: whose question it is says little of what it is about."""

_ROLE_SCORE = 0.1
"""What a word for a role counts toward how well a passage fits."""

_WORK_WORD = 3.0
"""The highest rarity of a word that is plainly about this work."""

_WORK_SCORE = 0.8
"""What such a word counts toward how well a passage fits."""

_COVERED = 0.55
"""The share of a question that its best passage must cover."""

_NOTHING_COVERS = 2.0
"""The same where the question is plainly about another life: no passage reaches it."""

_COVERED_AT_WORK = 0.28
"""The same where the question is plainly about this work: people wrap the word that matters in others."""

_BESIDE = 0.5
"""How much of that share, and of the first score an eighth, a further passage must reach to be given."""

_OTHER_ROLE = 0.4
"""What a passage of another role is worth where the question implies one."""

_LATER_ROLE = 0.45
"""What a passage of a role further up is worth where the question implies none: mostly newcomers ask so."""

_NO_ROLE = 0.5
"""What a passage of no role, such as a skill, is worth beside those of the guides."""

_ASKED = 1.8
"""What an answer to a question is worth beside a passage that was not written as one."""

_MOST_WORDS = 48
"""How many words of a question are looked at: a pasted page is no question."""

_PAIR = 0.5
"""What two neighboring words that are a keyword together count, beside each of them."""

_RAREST_PAIR = 3.0
"""The highest rarity of such a pair."""


class _Hit(NamedTuple):
    """How well a word fits a passage, and whether its title, keywords or place have it."""

    score: float
    named: bool


class _Concept(NamedTuple):
    """What one word of a question asks for: how rare it is, and how well it fits each passage, by number."""

    rarity: float
    hits: dict[int, _Hit]
    of_role: bool


class _Index:
    """Passages in an empty database, and questions taken apart with the words in it."""

    def __init__(self, database: Connection, passages: Sequence[Passage], words: Words) -> None:
        self.size = len(passages)
        self.database = database
        self.words = words
        self.of_any_question = _of_any_question(words)
        self._known: dict[str, dict[int, _Hit]] = {}
        self.database.executemany(
            "INSERT INTO passage(rowid, title, keywords, place, text) VALUES (?, ?, ?, ?, ?)",
            ((n, *_indexed(passage)) for n, passage in enumerate(passages)),
        )

    def concepts(self, words: Sequence[str], pairs: Iterable[str]) -> list[_Concept]:
        """Return what words ask for, those with the same stem once, and pairs that are keywords."""
        groups = self.words.synonyms.values()
        stems = self._stems([*words, *(word for group in groups for word in group)])
        found: dict[str, _Concept] = {}
        for word in words:
            stem = stems.get(word, word)
            if stem not in found:
                alike = {
                    stems[form]: form for group in groups if stem in map(stems.get, group) for form in group
                }
                alike.pop(stem, None)
                found[stem] = self._concept(word, alike.values())
        return [*found.values(), *filter(None, map(self._pair, pairs))]

    def _pair(self, pair: str) -> _Concept | None:
        """Return what neighboring words ask for where they are a keyword together, or nothing."""
        hits = self._matches(f'keywords : "{pair}"', _PAIR)
        return _Concept(min(self._rarity(hits), _RAREST_PAIR), hits, of_role=False) if hits else None

    def _stems(self, words: Iterable[str]) -> dict[str, str]:
        """Return the stem under which the index would have each word."""
        forms = list(dict.fromkeys(words))
        self.database.executemany("INSERT INTO word(rowid, form) VALUES (?, ?)", enumerate(forms))
        return {
            forms[n]: term for n, term in self.database.execute("SELECT doc, term FROM stem WHERE offset = 0")
        }

    def _concept(self, word: str, synonyms: Iterable[str]) -> _Concept:
        hits = self._hits(word)
        rarity = self._rarity(hits)
        if word in self.words.leading or word in self.words.answering:
            return _Concept(min(rarity, _ROLE_WORD), _weighed(hits, _ROLE_SCORE), of_role=True)
        known = bool(hits)
        for synonym in synonyms:
            for number, hit in self._hits(synonym).items():
                own = hits.get(number, _Hit(0.0, named=False))
                hits[number] = _Hit(max(own.score, hit.score * _SYNONYM), own.named or hit.named)
        if word in self.of_any_question:
            return _Concept(min(rarity, _WORK_WORD), _weighed(hits, _WORK_SCORE), of_role=False)
        return _Concept(rarity if known else self._rarity(hits), hits, of_role=False)

    def _hits(self, word: str) -> dict[int, _Hit]:
        """Return how well a word of letters and digits fits each passage that has it."""
        if word not in self._known:
            self._known[word] = self._matches(f'"{word}"')
        return dict(self._known[word])

    def _matches(self, expression: str, weight: float = 1.0) -> dict[int, _Hit]:
        rows = self.database.execute(_SEARCH, (expression,))
        return {number: _Hit(score * weight, bool(named)) for number, score, named in rows}

    def _rarity(self, hits: dict[int, _Hit]) -> float:
        return min(log((self.size + 1) / (len(hits) + 0.5)), _RAREST)


def _weighed(hits: dict[int, _Hit], weight: float) -> dict[int, _Hit]:
    """Return hits as a word of that weight has them."""
    return {number: _Hit(hit.score * weight, hit.named) for number, hit in hits.items()}


def _indexed(passage: Passage) -> tuple[str, str, str, str]:
    """Return what is searched of a passage; of a further piece, not the title that the first one has too."""
    return ("" if passage.further else passage.title, passage.keywords, passage.place, passage.text)


@contextmanager
def _database() -> Iterator[Connection]:
    """Give an empty database in memory for passages, and for words to be told their stems.

    Raises:
        StorageError: this Python has no SQLite, or one without full-text search.

    """
    try:
        import sqlite3  # some builds of Python leave it out
    except ImportError as error:
        raise _unsearchable() from error
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            for table, columns in (("passage", "title, keywords, place, text"), ("word", "form")):
                database.execute(
                    f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, content='', tokenize='{_TOKENIZER}')"
                )
            database.execute("CREATE VIRTUAL TABLE stem USING fts5vocab(word, instance)")
        except sqlite3.OperationalError as error:
            raise _unsearchable() from error
        yield database


def _unsearchable() -> StorageError:
    return StorageError(
        "Questions cannot be searched for: this Python has no SQLite with full-text search (FTS5).",
        hint="Read the guides instead: careercli role list. Or use another Python.",
    )


class _Asked(NamedTuple):
    """A question as understood: words and pairs that say something, roles meant, the share to cover."""

    words: tuple[str, ...]
    pairs: tuple[str, ...]
    roles: frozenset[str]
    share: float


def _of_any_question(words: Words) -> frozenset[str]:
    """Return the words that may stand in any question about this work."""
    return frozenset((*words.work, *words.leading, *words.answering, *words.common))


def _understood(question: str, catalog: Catalog, words: Words) -> _Asked:
    said = clean(question).casefold()
    spoken = WORD.findall(said)
    if not spoken:
        raise UsageError(
            "There is no question.", hint='Ask in your own words: careercli ask "what is a typical day?"'
        )
    said = _told(said, words.others, words)
    own = WORD.findall(said)
    meant = dict.fromkeys(WORD.findall(_told(said, words.phrases, words)))
    stop = frozenset(words.stop)
    idle = stop | _of_any_question(words)
    pairs = (f"{one} {two}" for one, two in pairwise(spoken[:_MOST_WORDS]) if not {one, two} <= idle)
    return _Asked(
        tuple([word for word in meant if word not in stop][:_MOST_WORDS]),
        tuple(dict.fromkeys(pairs)),
        _implied(catalog, words, own, {*own, *meant}),
        _share(words, {*spoken, *meant}),
    )


def _told(said: str, phrases: Mapping[str, Phrase], words: Words) -> str:
    """Return what was said with each phrase replaced by what it means."""
    there = set(WORD.findall(said))
    for phrase in phrases.values():
        if not phrase.has or not there.isdisjoint(phrase.has):
            said = re.sub(rf"\b(?:{words.expression(phrase)})\b", f" {' '.join(phrase.means)} ", said)
    return said


def _share(words: Words, asked: Set[str]) -> float:
    """Return the share of a question in these words that its best passage must cover; above 1: none can."""
    if not asked.isdisjoint(words.trade):
        return _COVERED_AT_WORK
    if not {*asked, *(word.removesuffix("s") for word in asked)}.isdisjoint(
        (*words.occupations, *words.elsewhere)
    ):
        return _NOTHING_COVERS
    return _COVERED if asked.isdisjoint(words.work) else _COVERED_AT_WORK


def _implied(catalog: Catalog, words: Words, spoken: Sequence[str], asked: Set[str]) -> frozenset[str]:
    """Return the roles that a question names, else those that its words for leading or answering mean."""
    line = f" {' '.join(spoken)} "
    named = {
        role.id
        for role in catalog.roles
        for name in (role.name, *role.aliases)
        if f" {' '.join(WORD.findall(name.casefold()))} " in line
    }
    if named:
        return frozenset(named)
    leading = _leading_roles(catalog)
    if not asked.isdisjoint(words.leading):
        return leading
    if not asked.isdisjoint(words.answering):
        return frozenset(role.id for role in catalog.roles) - leading
    return frozenset()


def _leading_roles(catalog: Catalog) -> frozenset[str]:
    """Return the roles on whose every tier people are led."""
    tiers = [tier for ladder in catalog.ladders for tier in ladder.tiers]
    return frozenset(tier.role for tier in tiers) - {tier.role for tier in tiers if not tier.leads_people}


def answers(
    question: str,
    catalog: Catalog,
    passages: Sequence[Passage],
    words: Words,
    *,
    role: str | None = None,
    limit: int = 3,
) -> tuple[Answer, ...]:
    """Return the passages that answer a question best, the best first; none where nothing answers it.

    What it calls by name comes before all that is searched for. The same question always gets the same
    answers. With ``role``, only passages of that role are looked at. ``words`` are those of their packs.

    Raises:
        UsageError: there is no word in the question.
        StorageError: this Python has no SQLite with full-text search.

    """
    searched = [passage for passage in passages if not passage.names]
    found = _searched(question, catalog, searched, words, role)
    called = called_for(clean(question), passages, words)
    named = [passage for passage in called if role in (None, passage.role)]
    best = found[0].score if found else 1.0
    first = [Answer(passage, best + len(named) - number) for number, passage in enumerate(named)]
    return tuple([*first, *(answer for answer in found if answer.passage not in named)][:limit])


def _searched(
    question: str, catalog: Catalog, passages: Sequence[Passage], words: Words, role: str | None
) -> list[Answer]:
    """Return the passages in which the words of a question are found, the best first."""
    asked = _understood(question, catalog, words)
    with _database() as database:
        concepts = _Index(database, passages, words).concepts(asked.words, asked.pairs)
    if role:
        asked = asked._replace(roles=frozenset([role]))
    first_role = catalog.ladder.tiers[0].role
    rated = []
    for number in sorted({number for concept in concepts for number in concept.hits}):
        passage = passages[number]
        if role in (None, passage.role):
            covered = _covered(concepts, number, ours=passage.role in asked.roles)
            score = covered * sum(
                concept.hits[number].score for concept in concepts if number in concept.hits
            )
            rated.append((score * _worth(passage, asked.roles, first_role), covered, number))
    rated.sort(key=lambda rating: (-rating[0], rating[2]))
    first = next(
        (
            it
            for it in rated
            if it[1] >= asked.share and it[0] >= rated[0][0] * _BESIDE and _is_about(concepts, it[2])
        ),
        None,
    )
    good = [
        Answer(passages[number], score)
        for score, covered, number in (rated[rated.index(first) :] if first else ())
        if first and covered >= asked.share * _BESIDE and score >= first[0] * _BESIDE / 8
    ]
    return _once_each([*_word_for_word(question, passages, role, good), *good])


def _word_for_word(
    question: str, passages: Iterable[Passage], role: str | None, good: Sequence[Answer]
) -> Iterator[Answer]:
    """Yield the answer to a question that is asked in the very words of a guide, as good as the best."""
    said = WORD.findall(clean(question).casefold())
    for passage in passages:
        if passage.asked and role in (None, passage.role) and WORD.findall(passage.title.casefold()) == said:
            yield Answer(passage, good[0].score if good else 1.0)


def _covered(concepts: Sequence[_Concept], number: int, *, ours: bool) -> float:
    """Return the share of a question that a passage covers, 0 to 1; ``ours`` if it is of the role meant."""
    covered = 0.0
    for concept in concepts:
        hit = concept.hits.get(number)
        if (ours and concept.of_role) or (hit and hit.named):
            covered += concept.rarity
        elif hit:
            covered += concept.rarity * _IN_TEXT
    return covered / sum(concept.rarity for concept in concepts)


def _worth(passage: Passage, roles: frozenset[str], first_role: str) -> float:
    """Return what a passage is worth beside others that have the same words."""
    worth = _ASKED if passage.asked else 1.0
    if passage.role is None:
        return worth * _NO_ROLE
    if roles:
        return worth if passage.role in roles else worth * _OTHER_ROLE
    return worth if passage.role == first_role else worth * _LATER_ROLE


def _is_about(concepts: Sequence[_Concept], number: int) -> bool:
    """Return whether a passage is about what is asked, rather than merely having words of it in its text."""
    matter = [concept for concept in concepts if not concept.of_role] or concepts
    return any(number in concept.hits and concept.hits[number].named for concept in matter)


def _once_each(found: Iterable[Answer]) -> list[Answer]:
    """Return answers without further pieces of a section that is there under the same title."""
    seen: dict[tuple[str | None, str | None, str], Answer] = {}
    for answer in found:
        passage = answer.passage
        seen.setdefault((passage.role, passage.section, passage.title), answer)
    return list(seen.values())
