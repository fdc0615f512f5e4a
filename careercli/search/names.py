"""Questions that call what they ask for by its name: a word of the trade, or a question of the guides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from careercli.domain.passages import Passage
from careercli.domain.words import Words

WORD = re.compile(r"[^\W_]+")
"""A word of a question: letters and digits."""

_MOST_WORDS: Final = 24
"""The words of the longest question that is looked at for names: more ask for more than a meaning."""


def called_for(question: str, passages: Sequence[Passage], words: Words) -> tuple[Passage, ...]:
    """Return the passages that a question calls by name, in any case; mostly there are none.

    They are the answers to the very question, or else the words of the trade, tools and certificates that it
    is made of, where every other word of it is one of ``words.defining``: "AHT", "what is shrinkage", "CSAT
    or NPS", "Zendesk".
    """
    spoken = _spoken(question)
    if not 0 < len(spoken) <= _MOST_WORDS:
        return ()
    named = tuple(passage for passage in passages if passage.asked and _spoken(passage.title) == spoken)
    return named or _together(_terms(spoken, passages, frozenset(words.defining)))


def _together(terms: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Return several words of the trade as one passage: whoever asks for both asks how they differ."""
    if len(terms) < 2 or not all(term.names for term in terms):
        return terms
    title = f"{', '.join(term.title for term in terms[:-1])} and {terms[-1].title}"
    text = "\n".join(f"{term.title}: {term.text}" for term in terms)
    return (terms[0].but(title=title, text=text, names=tuple(term.title for term in terms)),)


def _terms(spoken: list[str], passages: Sequence[Passage], defining: frozenset[str]) -> tuple[Passage, ...]:
    """Return the words of the trade and things that words consist of, the longest first at each place."""

    def own(said: list[str]) -> list[str]:
        return [word for word in said if word not in defining] or said

    names = {" ".join(own(_spoken(it.title))): it for it in passages if it.place in ("tool", "certificate")}
    names |= {" ".join(own(_spoken(name))): passage for passage in passages for name in passage.names}
    spoken = own(spoken)
    found: dict[str, Passage] = {}
    start = 0
    while start < len(spoken):
        for end in range(len(spoken), start, -1):
            name = " ".join(spoken[start:end])
            if passage := names.get(name) or names.get(name.removesuffix("s")):
                found[passage.title] = passage
                start = end
                break
        else:
            if spoken[start] not in defining and not spoken[start].isdigit():
                return ()
            start += 1
    return tuple(found.values())


def _spoken(text: str) -> list[str]:
    return WORD.findall(text.casefold())
