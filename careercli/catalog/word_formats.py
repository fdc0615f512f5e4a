"""The files of a pack that hold words: in which people ask, write of their work, and advertise it."""

import re
from typing import Annotated, Literal

from msgspec import Meta

from careercli.domain.ad_words import Cue, Part, YearsOf
from careercli.domain.advertisement import ConditionKind
from careercli.domain.phrase_lists import ClassWord, Pattern, Phrases, refuse_unknown_classes
from careercli.domain.values import EMPTY, Identifier, Line, SkillId, Value
from careercli.domain.words import NAMED_LIST, Phrase, Unknowable, Words

WordList = Literal[Words.__struct_fields__]  # type: ignore[valid-type] # each list of words, by its name


class PhraseEntry(Phrase, kw_only=True):
    """What people say in several words, and the words that it means; without any, it says nothing.

    ``pattern`` is a regular expression in small letters, in which the name of a list in braces, such as
    ``{places}``, stands for any word of that list. ``has`` are words of which every question with the
    phrase has one: only such a question is searched for the pattern, which takes long.
    """

    def __post_init__(self) -> None:
        """Refuse a pattern that is none, or that names a list that there is not."""
        try:
            re.compile(self.pattern)
        except re.error:
            raise ValueError("pattern must be a regular expression") from None
        unknown = set(NAMED_LIST.findall(self.pattern)) - set(Words.__struct_fields__)
        if unknown:
            raise ValueError(f"pattern names a list that there is not: {', '.join(sorted(unknown))}")


class UnknowableEntry(PhraseEntry, Unknowable, kw_only=True):
    """A question that nothing here can answer: a phrase, and ``says``, what is told whoever asks it."""


class WordsFile(Words, kw_only=True):
    """``words.yaml``: the words in which people ask; they are added to those of the packs below.

    ``replaces`` names the lists of which nothing below is kept.
    """

    schema: Literal["careercli/words@1"]
    field: dict[Identifier, PhraseEntry] = EMPTY  # type: ignore[assignment]
    others: dict[Identifier, PhraseEntry] = EMPTY  # type: ignore[assignment]
    phrases: dict[Identifier, PhraseEntry] = EMPTY  # type: ignore[assignment]
    unrelated: dict[Identifier, PhraseEntry] = EMPTY  # type: ignore[assignment]
    urgent: dict[Identifier, PhraseEntry] = EMPTY  # type: ignore[assignment]
    unknowable: dict[Identifier, UnknowableEntry] = EMPTY  # type: ignore[assignment]
    replaces: tuple[WordList, ...] = ()


class PhrasesFile(Phrases, kw_only=True):
    """``phrases.yaml``: how people write of what they do; it is added to that of the packs below."""

    schema: Literal["careercli/phrases@1"]


class OtherWorkEntry(Value, kw_only=True):
    """A line of work that advertisements of this one are taken for; ``least`` of its words tell it."""

    known_as: Line
    titles: tuple[Pattern, ...] = ()
    words: tuple[Pattern, ...] = ()
    least: Annotated[int, Meta(ge=1, le=50, description="a whole number from 1 to 50")] = 3


class PlaceEntry(Value, kw_only=True):
    """How advertisements name a country, and who publishes its official pay figures where that is known."""

    names: tuple[Pattern, ...]
    pay: Line = ""


class AdvertisementsFile(Value, kw_only=True):
    """``advertisements.yaml``: how advertisements ask; it is added to that of the packs below.

    What each table is for stands in :class:`careercli.domain.ad_words.AdWords`.
    """

    schema: Literal["careercli/advertisements@1"]
    classes: dict[Identifier, tuple[ClassWord, ...]] = EMPTY
    headings: dict[Part, tuple[Pattern, ...]] = EMPTY
    cues: dict[Cue, tuple[Pattern, ...]] = EMPTY
    skills: dict[SkillId, tuple[Pattern, ...]] = EMPTY
    misleading: tuple[Pattern, ...] = ()
    years: dict[YearsOf, tuple[Pattern, ...]] = EMPTY
    scope: dict[Identifier, tuple[Pattern, ...]] = EMPTY
    education: dict[Line, tuple[Pattern, ...]] = EMPTY
    languages: tuple[Line, ...] = ()
    language_skills: tuple[SkillId, ...] = ()
    places: dict[Line, PlaceEntry] = EMPTY
    conditions: dict[ConditionKind, tuple[Pattern, ...]] = EMPTY
    tools: dict[Line, tuple[Pattern, ...]] = EMPTY
    other_work: dict[Identifier, OtherWorkEntry] = EMPTY

    def __post_init__(self) -> None:
        """Refuse a pattern that names a class that there is not."""
        refuse_unknown_classes(
            self.classes,
            (
                self.misleading,
                *self.headings.values(),
                *self.cues.values(),
                *self.skills.values(),
                *self.years.values(),
                *self.scope.values(),
                *self.education.values(),
                *self.conditions.values(),
                *self.tools.values(),
                *((*work.titles, *work.words) for work in self.other_work.values()),
                *(place.names for place in self.places.values()),
            ),
        )
