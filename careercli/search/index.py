"""An index of passages in SQLite's full-text search, and what each word of a question finds there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing, contextmanager
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

from careercli.domain.passages import Passage
from careercli.domain.words import Words
from careercli.errors import StorageError
from careercli.search.names import WORD
from careercli.search.question import Asked, keyword_key, of_any_question

if TYPE_CHECKING:
    from sqlite3 import Connection

_TOKENIZER = "porter unicode61 remove_diacritics 2"

_SEARCH = """
    SELECT rowid, -bm25(passage, 16, 5, 2, 1), bm25(passage, 1, 1, 1, 0) < 0, bm25(passage, 1, 0, 0, 0) < 0
    FROM passage WHERE passage MATCH ?
"""
"""How well a word fits each passage that has it, in title, keywords, place and text; whether one of the first
three has it, and whether the title has."""

# What follows was fitted on the files that benchmarks/answers.py calls tuned, and on nothing else.

_SYNONYM: Final = 0.45
"""What a synonym counts, where the asker's own word counts 1."""

_RAREST: Final = 5.0
"""The rarity of a word that no passage has, and the highest there is."""

_UNKNOWN_AT_WORK: Final = 1.5
"""The same in a question that is plainly about this work: whatever somebody tells with it."""

_ROLE_WORD: Final = 1.0
"""The highest rarity of a word for a role: whose question it is says little of what it is about."""

_ROLE_SCORE: Final = 0.1
"""What a word for a role counts toward how well a passage fits."""

_WORK_WORD: Final = 3.0
"""The highest rarity of a word that is plainly about this work."""

_WORK_SCORE: Final = 0.8
"""What such a word counts toward how well a passage fits."""

_SHORTEST_NUMBER: Final = 4
"""The digits of the shortest number that says something: others are ages, years and amounts."""

_PAIR: Final = 0.15
"""What two neighboring words that a keyword has together count, beside each of them."""

_RAREST_PAIR: Final = 1.5
"""The highest rarity of such a pair."""

_WHOLE: Final = 1.0
"""How well a passage fits one of whose keywords was said whole, for each unit of its rarity."""

_OF_STOP_WORDS: Final = 0.4
"""What such a keyword counts, rarity and fit, if each of its words could stand in any question."""


_ALIKE = "SELECT rowid, -rank FROM asking WHERE asking MATCH ? ORDER BY rank LIMIT 200"
"""How well a whole question fits the ways in which each passage is asked for."""

_MOST_SAYINGS: Final = 1000
"""So many ways of asking for one passage are kept apart."""

_CLOSEST = "SELECT rowid, -rank FROM saying WHERE saying MATCH ? ORDER BY rank LIMIT 400"
"""The same for each single way of asking."""

_CLOSEST_WAYS: Final = 3
"""How many of the closest ways count."""


class Hit(NamedTuple):
    """How well a word fits a passage, and whether title, keywords or place have it, or the title itself."""

    score: float
    named: bool
    titled: bool = False


class Concept(NamedTuple):
    """What one word of a question asks for: how rare it is, and how well it fits each passage, by number.

    Where it is ``required``, what does not have it is no answer; what an ``urgent`` one names goes first.
    """

    rarity: float
    hits: dict[int, Hit]
    of_role: bool
    required: bool = False
    urgent: bool = False

    @property
    def unknown(self) -> bool:
        """Whether no passage has it."""
        return not self.hits


class Index:
    """Passages in a database, and questions taken apart with the words in it."""

    def __init__(self, database: Connection, passages: Sequence[Passage], words: Words) -> None:
        """Look into a database of the passages; each is known by its number among them."""
        self.size = len(passages)
        self.database = database
        self.words = words
        self.of_any_question = of_any_question(words)
        self.stop = frozenset(words.stop)
        self._known: dict[str, dict[int, Hit]] = {}
        self.passages = passages

    def concepts(self, asked: Asked) -> list[Concept]:
        """Return what a question asks for: words with the same stem once, pairs, and keywords said whole."""
        groups = self.words.synonyms.values()
        stems = self._stems([*asked.words, *(word for group in groups for word in group)])
        unknown = _UNKNOWN_AT_WORK if asked.at_work else _RAREST
        roles = {*self.words.leading, *self.words.answering}
        of_roles = roles if any(word not in roles for word in asked.words) else frozenset()
        found: dict[str, Concept] = {}
        for word in asked.words:
            stem = stems.get(word, word)
            if stem not in found:
                alike = {
                    stems[form]: form for group in groups if stem in map(stems.get, group) for form in group
                }
                alike.pop(stem, None)
                concept = self._concept(word, alike.values(), unknown, of_roles)
                found[stem] = concept._replace(urgent=word in asked.urgent)
        wholes = {run: whole for run in asked.runs if (whole := self._whole(run))}
        for word in sorted(set(asked.words).intersection(self.words.beyond)):
            for run, whole in wholes.items():
                if word in run.split():
                    found[stems.get(word, word)].hits.update(whole.hits)
        return [*found.values(), *filter(None, map(self._pair, asked.pairs)), *wholes.values()]

    def alike(self, asked: Asked) -> dict[int, float]:
        """Return how well the whole question fits the ways in which passages are asked for, by number."""
        return dict(self.database.execute(_ALIKE, (_any_of(asked.spoken),)))

    def closest(self, asked: Asked) -> dict[int, float]:
        """Return how well it fits the three closest ways of asking for each passage, in the mean."""
        fits: dict[int, list[float]] = {}
        for row, fit in self.database.execute(_CLOSEST, (_any_of(asked.words or asked.spoken),)):
            fits.setdefault(row // _MOST_SAYINGS, []).append(fit)
        return {number: sum(best[:_CLOSEST_WAYS]) / _CLOSEST_WAYS for number, best in fits.items()}

    def _pair(self, pair: str) -> Concept | None:
        """Return what neighboring words ask for where they are a keyword together, or nothing."""
        where = "{title keywords}" if self.stop.isdisjoint(pair.split()) else "keywords"
        hits = self._matches(f'{where} : "{pair}"', _PAIR)
        return Concept(min(self._rarity(hits), _RAREST_PAIR), hits, of_role=False) if hits else None

    def _whole(self, run: str) -> Concept | None:
        """Return what neighboring words ask for that are a whole keyword, or nothing."""
        if self.of_any_question.issuperset(run.split()):
            return None
        numbers = [
            number for number in self._matches(f'keywords : "{run}"') if self._has_keyword(number, run)
        ]
        if not numbers:
            return None
        rarity = min(log((self.size + 1) / (len(numbers) + 0.5)), _RAREST)
        weight = _OF_STOP_WORDS if self.stop.issuperset(run.split()) else 1.0
        hits = {number: Hit(_WHOLE * rarity * weight, named=True) for number in numbers}
        return Concept(min(rarity, _RAREST_PAIR) * weight, hits, of_role=False)

    def _has_keyword(self, number: int, run: str) -> bool:
        """Return whether one of a passage's keywords is that run of words."""
        keywords = self.passages[number].keywords.casefold().split(";")
        key = keyword_key(run.split())
        return any(keyword_key(WORD.findall(keyword)) == key for keyword in keywords)

    def _stems(self, words: Iterable[str]) -> dict[str, str]:
        """Return the stem under which the index would have each word."""
        forms = list(dict.fromkeys(words))
        self.database.executemany("INSERT INTO word(rowid, form) VALUES (?, ?)", enumerate(forms))
        return {
            forms[n]: term for n, term in self.database.execute("SELECT doc, term FROM stem WHERE offset = 0")
        }

    def _concept(self, word: str, synonyms: Iterable[str], unknown: float, of_roles: Set[str]) -> Concept:
        """Return what a word asks for; the words ``of_roles`` say little beside others."""
        hits = self._hits(word)
        rarity = self._rarity(hits)
        if word in of_roles:
            return Concept(min(rarity, _ROLE_WORD), _weighed(hits, _ROLE_SCORE), of_role=True)
        if word in self.words.beyond:
            return Concept(_RAREST, self._matches(f'title : "{word}"'), of_role=False, required=True)
        if word.isdigit() and len(word) < _SHORTEST_NUMBER:
            return Concept(min(rarity, _ROLE_WORD), hits, of_role=False)
        known = bool(hits)
        for synonym in synonyms:
            for number, hit in self._hits(synonym).items():
                own = hits.get(number, Hit(0.0, named=False))
                hits[number] = Hit(
                    max(own.score, hit.score * _SYNONYM), own.named or hit.named, own.titled or hit.titled
                )
        if word in self.of_any_question:
            return Concept(min(rarity, _WORK_WORD), _weighed(hits, _WORK_SCORE), of_role=False)
        if not hits:
            return Concept(_RAREST if word in self.words.employers else unknown, hits, of_role=False)
        return Concept(rarity if known else self._rarity(hits), hits, of_role=False)

    def _hits(self, word: str) -> dict[int, Hit]:
        """Return how well a word of letters and digits fits each passage that has it."""
        if word not in self._known:
            self._known[word] = self._matches(f'"{word}"')
        return dict(self._known[word])

    def _matches(self, expression: str, weight: float = 1.0) -> dict[int, Hit]:
        rows = self.database.execute(_SEARCH, (expression,))
        return {number: Hit(score * weight, bool(named), bool(title)) for number, score, named, title in rows}

    def _rarity(self, hits: Mapping[int, Hit]) -> float:
        return min(log((self.size + 1) / (len(hits) + 0.5)), _RAREST)


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)


def named_in(passages: Sequence[Passage]) -> str:
    """Return the titles and keywords of passages as one text in small letters."""
    return "\n".join(f"{passage.title}\n{passage.keywords}" for passage in passages).casefold()


def _weighed(hits: dict[int, Hit], weight: float) -> dict[int, Hit]:
    """Return hits as a word of that weight has them."""
    return {number: hit._replace(score=hit.score * weight) for number, hit in hits.items()}


def _title(passage: Passage) -> str:
    """Return the title of a passage as it is searched: not that which the piece before it has too."""
    return "" if passage.further else passage.title


def _indexed(passage: Passage) -> tuple[str, str, str, str]:
    """Return what is searched of a passage."""
    return (_title(passage), passage.keywords, passage.place, passage.text)


def _sayings(passages: Sequence[Passage]) -> Iterator[tuple[int, str]]:
    """Yield each way of asking for each passage, its title first, under a number that has the passage's."""
    for number, passage in enumerate(passages):
        if passage.asked:
            ways = (passage.title, *passage.phrasings.splitlines())
            yield from enumerate(ways[:_MOST_SAYINGS], number * _MOST_SAYINGS)


@contextmanager
def database(passages: Sequence[Passage], image: bytes | None = None) -> Iterator[Connection]:
    """Give a database in memory that has passages indexed by their numbers, and tells stems of words.

    With an ``image`` of one that had the same passages none of them is indexed again.

    Raises:
        StorageError: this Python has no SQLite, or one without full-text search.

    """
    try:
        import sqlite3  # some builds of Python leave it out
    except ImportError as error:
        raise _unsearchable() from error
    with closing(sqlite3.connect(":memory:")) as opened:
        try:
            if image is None or not hasattr(opened, "deserialize"):
                _fill(opened, passages)
            else:
                opened.deserialize(image)
                opened.execute("SELECT 1 FROM passage, asking, saying, word, stem LIMIT 0")
        except sqlite3.OperationalError as error:
            raise _unsearchable() from error
        yield opened


def image_of(passages: Sequence[Passage]) -> bytes | None:
    """Return a database of passages as bytes; None where this SQLite makes none of them.

    Raises:
        StorageError: this Python has no SQLite, or one without full-text search.

    """
    with database(passages) as opened:
        if not hasattr(opened, "serialize"):
            return None
        opened.commit()
        return opened.serialize()


def _fill(empty: Connection, passages: Sequence[Passage]) -> None:
    tables = {
        "passage": "title, keywords, place, text",
        "asking": "title, keywords, phrasings",
        "saying": "phrasing",
        "word": "form",
    }
    for table, columns in tables.items():
        empty.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, content='', tokenize='{_TOKENIZER}')"
        )
    empty.execute("CREATE VIRTUAL TABLE stem USING fts5vocab(word, instance)")
    empty.executemany(
        "INSERT INTO passage(rowid, title, keywords, place, text) VALUES (?, ?, ?, ?, ?)",
        ((n, *_indexed(passage)) for n, passage in enumerate(passages)),
    )
    empty.executemany(
        "INSERT INTO asking(rowid, title, keywords, phrasings) VALUES (?, ?, ?, ?)",
        ((n, _title(it), it.keywords, it.phrasings) for n, it in enumerate(passages)),
    )
    empty.executemany("INSERT INTO saying(rowid, phrasing) VALUES (?, ?)", _sayings(passages))


def _unsearchable() -> StorageError:
    return StorageError(
        "Questions cannot be searched for: this Python has no SQLite with full-text search (FTS5).",
        hint="Read the guides instead: careercli role list. Or use another Python.",
    )
