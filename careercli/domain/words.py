"""The words in which people ask about a line of work, as packs bring them."""

import re
from typing import Annotated

from msgspec import Meta

from careercli.domain.values import EMPTY, Identifier, Line, Value

Word = Annotated[
    str,
    Meta(
        pattern=r"""^[^\s"'A-Z]+$""",
        max_length=60,
        description="a word in small letters, without spaces or quotes",
    ),
]
Name = Annotated[
    str,
    Meta(pattern="""^[^"'A-Z]+$""", max_length=60, description="a name in small letters, without quotes"),
]

MAPPED = frozenset({"short", "synonyms", "field", "others", "phrases", "unrelated", "urgent", "unknowable"})
"""The lists of which each entry has an id, under which a later pack can replace it."""

NAMED_LIST = re.compile(r"\{([a-z]+)\}")
"""The name of a list in the pattern of a phrase."""


class Phrase(Value, kw_only=True):
    """What people say in several words, and the words that it means; ``has`` are words it has one of."""

    pattern: Line
    means: tuple[Word, ...] = ()
    has: tuple[Word, ...] = ()


class Unknowable(Phrase, kw_only=True):
    """A question that nothing here can answer, and the sentence that says so."""

    says: Line


class Words(Value, kw_only=True):
    """The words in which people ask about a line of work.

    ``stop`` say nothing of what a question is about. By one of ``work`` it is plainly about work such as
    this, by one of ``trade`` about this line of work whatever else it names, by one of ``occupations`` or
    ``elsewhere`` about another life, and by one of ``family`` where none is of work. ``leading`` are people
    who lead, and leading; ``answering`` those who do the work. ``common`` may stand in any question beside
    these. ``places`` are countries and the like. ``defining`` ask what a term means, and say nothing else.

    ``beyond`` are words for what only a passage that names it answers; ``employers`` companies by name, of
    which nothing is known, ``vendors`` those that make tools. ``people`` are those whom one has to do with at
    work. ``short`` are short forms and slips of the pen, under what they stand for with
    hyphens between its words.

    ``synonyms`` are used for one another, each in any of its forms. ``field`` are phrases for the line
    of work and its seats, by which a question is plainly about it; ``others`` are phrases for somebody whom
    the asker speaks of, such as a boss. Both are replaced before it is told who asks, ``phrases`` after that,
    each in their order. In ``unrelated`` are those in which words of this work mean something else; they are
    replaced before all others. A question with one of ``urgent`` is about life and death, and what names the
    words that it means goes before all else. A question with one of ``unknowable`` is not answered.
    """

    stop: tuple[Word, ...] = ()
    work: tuple[Word, ...] = ()
    trade: tuple[Word, ...] = ()
    common: tuple[Word, ...] = ()
    leading: tuple[Word, ...] = ()
    answering: tuple[Word, ...] = ()
    occupations: tuple[Word, ...] = ()
    elsewhere: tuple[Word, ...] = ()
    family: tuple[Word, ...] = ()
    beyond: tuple[Word, ...] = ()
    employers: tuple[Word, ...] = ()
    vendors: tuple[Word, ...] = ()
    people: tuple[Word, ...] = ()
    places: tuple[Name, ...] = ()
    defining: tuple[Word, ...] = ()
    short: dict[Identifier, tuple[Word, ...]] = EMPTY
    synonyms: dict[Identifier, tuple[Word, ...]] = EMPTY
    field: dict[Identifier, Phrase] = EMPTY
    others: dict[Identifier, Phrase] = EMPTY
    phrases: dict[Identifier, Phrase] = EMPTY
    unrelated: dict[Identifier, Phrase] = EMPTY
    urgent: dict[Identifier, Phrase] = EMPTY
    unknowable: dict[Identifier, Unknowable] = EMPTY

    def expression(self, phrase: Phrase) -> str:
        """Return the regular expression of a phrase, with any word of a list in the place of its name."""

        def any_of(name: re.Match[str]) -> str:
            words = "|".join(map(re.escape, getattr(self, name[1])))
            return f"(?:{words or '(?!)'})"

        return NAMED_LIST.sub(any_of, phrase.pattern)
