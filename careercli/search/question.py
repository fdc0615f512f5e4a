"""What a question is understood to ask: its words, whose it is, and whether it is about this work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from careercli.domain.model import Catalog
from careercli.domain.words import Phrase, Words
from careercli.errors import UsageError
from careercli.formats.text import clean
from careercli.search.names import WORD
from careercli.search.slips import nearest

_MOST_WORDS: Final = 60
"""How many words of a question are looked at: a pasted page is no question."""

_LONGEST_KEYWORD: Final = 5
"""The words of the longest keyword that is looked for as a whole."""

_SHORTEST: Final = 5
"""The letters of the shortest word that is taken for a misspelled one."""

_LETTERS_A_SLIP: Final = 4
"""A word may have one slip for each so many letters."""

_SLIPS_IN_ORDER: Final = 2
"""The same for a word that has all the right letters in a wrong order."""


_END_OF_SENTENCE: Final = re.compile(r"[.!]\s")


class Asked(NamedTuple):
    """A question as understood: all its words, words and pairs that say something, and runs that may be keys.

    ``roles`` are those it means. ``at_work`` is true if it is plainly about this work, ``of_work`` if it has
    a word of any such work; ``foreign`` is how many of its ``size`` words are about another life.
    ``urgent`` are the words of what comes before all else, where it is about life and death.
    ``unknowable`` says why nobody here can answer it, None where somebody might.
    """

    spoken: tuple[str, ...]
    words: tuple[str, ...]
    pairs: tuple[str, ...]
    runs: tuple[str, ...]
    roles: frozenset[str]
    at_work: bool
    of_work: bool
    size: int
    foreign: int
    urgent: frozenset[str]
    unknowable: str | None


def of_any_question(words: Words) -> frozenset[str]:
    """Return the words that may stand in any question about this work."""
    return frozenset((*words.work, *words.leading, *words.answering, *words.common))


def understood(question: str, catalog: Catalog, words: Words, known: str, texts: Sequence[str] = ()) -> Asked:
    """Return what a question asks; a word that the text ``known`` lacks may be one of its words misspelled.

    A word that stands in one of the ``texts`` is spelled right.

    Raises:
        UsageError: there is no word in the question.

    """
    said = clean(question).casefold()
    if not WORD.search(said):
        raise UsageError(
            "There is no question.", hint='Ask in your own words: careercli ask "what is a typical day?"'
        )
    typed = WORD.findall(_told(" ".join(WORD.findall(said)), words.unrelated, words))[: 2 * _MOST_WORDS]
    spoken = _spelled(typed, words, known, texts)
    plain = " ".join(spoken)
    said = _told(plain, words.field, words)
    said = _told(said, words.others, words)
    own = WORD.findall(said)
    meant = dict.fromkeys(WORD.findall(_told(said, words.phrases, words)))
    urgent = dict.fromkeys(
        word for phrase in words.urgent.values() if _said(phrase, plain, words) for word in phrase.means
    )
    meant |= urgent
    stop = frozenset(words.stop)
    idle = stop | of_any_question(words)
    pairs = (f"{one} {two}" for one, two in pairwise(own[:_MOST_WORDS]) if not {one, two} <= idle)
    there = {*typed, *spoken, *meant}
    at_work = not there.isdisjoint(words.trade) or any(
        _said(phrase, plain, words) for phrase in words.field.values()
    )
    of_work = at_work or not there.isdisjoint(words.work)
    other_life = {*words.occupations, *words.elsewhere, *(() if of_work else words.family)}
    return Asked(
        tuple(dict.fromkeys(spoken[:_MOST_WORDS])),
        tuple([word for word in meant if word not in stop][:_MOST_WORDS]),
        tuple(dict.fromkeys(pairs)),
        tuple(dict.fromkeys((*_runs(typed[:_MOST_WORDS]), *_runs(spoken[:_MOST_WORDS])))),
        _implied(catalog, words, own, {*own, *meant}),
        at_work,
        of_work,
        len(there),
        sum(not other_life.isdisjoint((word, word.removesuffix("s"))) for word in there),
        frozenset(urgent),
        None if urgent else _unknowable([plain, *_questions_in(question)], words),
    )


def _questions_in(text: str) -> Iterator[str]:
    """Yield the sentences of a text that end in a question mark, each as its words alone."""
    for told in clean(text).casefold().split("?")[:-1]:
        asking = _END_OF_SENTENCE.split(told)[-1]
        yield " ".join(WORD.findall(asking))


def _unknowable(told: Sequence[str], words: Words) -> str | None:
    """Return why nobody here can answer what any of some texts asks; None where somebody might."""
    kinds = words.unknowable.values()
    return next((kind.says for kind in kinds if any(_said(kind, text, words) for text in told)), None)


def keyword_key(spoken: Sequence[str]) -> str:
    """Return words as a keyword is compared: without the ending of a plural."""
    return " ".join(word[:-1] if len(word) > 3 and word[-1] == "s" != word[-2] else word for word in spoken)


def _runs(spoken: Sequence[str]) -> Iterator[str]:
    """Yield each two to five neighboring words."""
    for size in range(2, _LONGEST_KEYWORD + 1):
        for start in range(len(spoken) - size + 1):
            yield " ".join(spoken[start : start + size])


def _spelled(typed: Sequence[str], words: Words, known: str, texts: Sequence[str]) -> list[str]:
    """Return words as they are spelled out: short forms in full, misspelled ones as the nearest known."""
    full = {form: name.split("-") for name, forms in words.short.items() for form in forms}
    others = (
        words.occupations,
        words.elsewhere,
        words.family,
        words.beyond,
        words.employers,
        *words.synonyms.values(),
    )
    listed = of_any_question(words).union(words.stop, words.places, *others)
    out: list[str] = []
    for word in typed:
        if word in full:
            out += full[word]
        elif len(word) < _SHORTEST or word in known or word in listed or not word.isalpha():
            out.append(word)
        else:
            written = any(map(re.compile(rf"\b{word}\b", re.IGNORECASE).search, texts))
            out.append(word if written else _nearest(word, known) or word)
    return out


def _nearest(word: str, known: str) -> str | None:
    """Return the known word that a misspelled one comes nearest to, if any is near enough."""
    if keyword_key([word]) in known:
        return None
    near = [
        it
        for it in _words_of(known)
        if it[0] == word[0] and abs(len(it) - len(word)) <= 1 and len(it) >= _SHORTEST and it.isalpha()
    ]
    found = nearest(word, near, max(_SLIPS_IN_ORDER, len(word) // _LETTERS_A_SLIP))
    if not found:
        return None
    slips, meant = found
    allowed = _SLIPS_IN_ORDER if sorted(word) == sorted(meant) else len(word) // _LETTERS_A_SLIP
    return meant if slips <= allowed else None


@lru_cache(maxsize=1)
def _words_of(known: str) -> frozenset[str]:
    """Return the words of a text, of which each mistyped word of a question may be one."""
    return frozenset(WORD.findall(known))


def _told(said: str, phrases: Mapping[str, Phrase], words: Words) -> str:
    """Return what was said with each phrase replaced by what it means."""
    there = set(WORD.findall(said))
    for phrase in phrases.values():
        if _may_have(phrase, there):
            said = re.sub(_pattern(phrase, words), f" {' '.join(phrase.means)} ", said)
            said = " ".join(said.split())
    return said


def _said(phrase: Phrase, said: str, words: Words) -> bool:
    """Return whether a phrase was said."""
    return _may_have(phrase, set(said.split())) and bool(re.search(_pattern(phrase, words), said))


def _may_have(phrase: Phrase, there: Set[str]) -> bool:
    """Return whether words may have a phrase among them; its pattern is not compiled for others."""
    return not phrase.has or not there.isdisjoint(phrase.has)


def _pattern(phrase: Phrase, words: Words) -> str:
    return rf"\b(?:{words.expression(phrase)})\b"


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
    return frozenset()


def _leading_roles(catalog: Catalog) -> frozenset[str]:
    """Return the roles on whose every tier people are led."""
    tiers = [tier for ladder in catalog.ladders for tier in ladder.tiers]
    return frozenset(tier.role for tier in tiers) - {tier.role for tier in tiers if not tier.leads_people}
