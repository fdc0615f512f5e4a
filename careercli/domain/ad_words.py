"""The words in which advertisements ask, as packs bring them: of skills, parts, conditions."""

from collections.abc import Mapping
from typing import Literal, Self

from careercli.domain.phrases import PhraseTable, phrase_table
from careercli.domain.values import EMPTY, Value

Part = Literal[
    "equal", "apply", "offered", "preferred", "duties", "required", "terms", "tags", "company", "role"
]
"""What a part of an advertisement is about. Where a heading has words of several, the first listed is meant.

``role`` is an introduction to the job, ``terms`` hours, place and the like, ``equal`` what the law asks of
every advertisement, ``tags`` a list of words for a search engine.
"""

Cue = Literal[
    "must",
    "welcome",
    "wanted",
    "seeking",
    "person",
    "job",
    "company",
    "offer",
    "apply",
    "equal",
    "learnt",
    "none",
    "trait",
    "expert",
    "sound",
    "basic",
    "manner",
]
"""What words say of the sentence that they stand in.

``must`` and ``welcome`` say how something is demanded. ``wanted`` says what somebody should be or have,
``seeking`` that somebody is looked for, ``person`` that a sentence is of the reader, ``job`` of the work,
``company`` of the employer, ``offer`` of what one gets, ``apply`` of applying, ``equal`` of equal treatment.
``learnt`` says that it will be taught, and ``none`` that it is not needed. ``trait`` is how somebody is or
works: nothing that one advertisement asks and another does not. ``expert``, ``sound`` and ``basic`` say how
well somebody is to know something; ``manner`` that it is about the tone that everybody keeps.
"""

YearsOf = Literal["support", "leading", "other", "technical", "any"]
"""What years are of. ``technical`` tells support that not everybody gives, ``any`` words that say nothing."""


class OtherWork(Value, kw_only=True):
    """A line of work that advertisements of this one are taken for.

    ``known_as`` is what it is called. ``titles`` are looked for in the title, ``words`` in what is to be
    done; so many of them as ``least`` tell it although the title does not.
    """

    known_as: str
    titles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    least: int = 3


class Country(Value, kw_only=True):
    """How advertisements name a country, its regions and cities, and who publishes its official pay figures.

    ``pay`` is "" where we know of nobody.
    """

    names: tuple[str, ...]
    pay: str = ""


class AdWords(Value, kw_only=True):
    """The words in which advertisements ask.

    ``classes`` are words that patterns choose from. ``headings`` tell the parts, ``cues`` what a sentence
    says. ``skills`` are the ways in which each skill is asked for; what one of ``misleading`` covers asks
    for none. ``years`` say what years are of, ``scope`` how far a seat reaches. ``education`` has degrees
    from the lowest, ``languages`` their English names, ``language_skills`` what one of these asks for by its
    name, ``places`` countries by theirs, ``tools`` those that have no entry in ``tools.yaml``.
    """

    classes: dict[str, tuple[str, ...]] = EMPTY
    headings: dict[str, tuple[str, ...]] = EMPTY
    cues: dict[str, tuple[str, ...]] = EMPTY
    skills: dict[str, tuple[str, ...]] = EMPTY
    misleading: tuple[str, ...] = ()
    years: dict[str, tuple[str, ...]] = EMPTY
    scope: dict[str, tuple[str, ...]] = EMPTY
    education: dict[str, tuple[str, ...]] = EMPTY
    languages: tuple[str, ...] = ()
    language_skills: tuple[str, ...] = ()
    places: dict[str, Country] = EMPTY
    conditions: dict[str, tuple[str, ...]] = EMPTY
    tools: dict[str, tuple[str, ...]] = EMPTY
    other_work: dict[str, OtherWork] = EMPTY
    marks: PhraseTable = PhraseTable()
    """The patterns for sentences and titles, each meaning ``table/name``; empty until ``ready``."""

    parts: PhraseTable = PhraseTable()
    """The patterns for headings."""

    def ready(self) -> Self:
        """Return these words with the tables that reading looks them up in."""
        tables: dict[str, Mapping[str, tuple[str, ...]]] = {
            "skill": self.skills,
            "cue": self.cues,
            "years": self.years,
            "scope": self.scope,
            "education": {str(number): held for number, held in enumerate(self.education.values())},
            "condition": self.conditions,
            "place": {str(number): place.names for number, place in enumerate(self.places.values())},
            "tool": {str(number): held for number, held in enumerate(self.tools.values())},
            "other": {name: work.words for name, work in self.other_work.items()},
            "title": {name: work.titles for name, work in self.other_work.items()},
            "misleading": {"": self.misleading},
        }
        marks = (
            (f"{table}/{name}", pattern)
            for table, held in tables.items()
            for name, patterns in held.items()
            for pattern in patterns
        )
        headings = ((part, pattern) for part, patterns in self.headings.items() for pattern in patterns)
        return self.but(marks=phrase_table(marks, self.classes), parts=phrase_table(headings, self.classes))
