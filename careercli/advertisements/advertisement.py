"""An advertisement is read: its parts, and what they ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from careercli.advertisements.blocks import blocks_of, labelled
from careercli.advertisements.conditions import conditions_of, education_of, languages_of, lines_of, place_of
from careercli.advertisements.demand import STRENGTH, demand_at
from careercli.advertisements.job import employer_of, job_of, line_of_work, tier_of
from careercli.advertisements.parts import Parts
from careercli.advertisements.pay import pay_of
from careercli.advertisements.places import area_of
from careercli.advertisements.recognition import check, in_english
from careercli.advertisements.sentences import Marker, Sentence
from careercli.advertisements.skills import asks, skills_of
from careercli.advertisements.source import Source, source_of
from careercli.advertisements.years import Years, years_of
from careercli.domain.ad_words import AdWords
from careercli.domain.advertisement import (
    Advertisement,
    Alternative,
    AskedEducation,
    AskedSkill,
    AskedTool,
    AskedYears,
    Condition,
    Demand,
    Quote,
)
from careercli.domain.library import Library
from careercli.domain.mentions import Finder
from careercli.domain.model import Catalog
from careercli.formats.document import read_start
from careercli.formats.patterns import pattern
from careercli.reading.document import MOST_BYTES
from careercli.reading.lines import Line
from careercli.reading.pieces import names

_TEAM = (
    r"\b(?:teams?|groups?|department) of\s+"
    r"(?:up to |approximately |about |around |over |at least |more than )?(\d{1,4})"
    r"|\b(?:greater|more) than (\d{1,4})\s*(?:ftes?|agents|people|staff|employees|reports)"
    r"|\b(\d{1,4})\+?\s*(?:(?:-|to|\u2013)\s*\d{1,4})?\s*direct reports"
    r"|\b(?:manag|supervis|lead|oversee)\w*\s+(\d{1,4})\s*(?:(?:-|to|\u2013)\s*\d{1,4}\s*)?\+?\s*"
    r"(?:agents|people|staff|representatives|reps|associates|employees|specialists|advisors|engineers)"
)

_OF_A_TEAM = (
    "team of",
    "teams of",
    "group of",
    "groups of",
    "department of",
    "er than ",
    "more than ",
    "direct report",
)
_LEADING = ("manag", "supervis", "lead", "oversee")
"""What a sentence has that says how many are led: one of the first, or one of the second before a number."""

_MOST_CHARACTERS = 60_000
"""So much of a text is read: an advertisement has some thousand characters."""

_A_DEMAND = 2
"""A demand has so many words at the least."""

_LOOK_ALIKE = "Some letters only look like Latin ones; they were read as those that they look like."


def read_file(path: Path, catalog: Catalog, library: Library) -> Advertisement:
    """Return what the advertisement in a file asks.

    Raises:
        NotFoundError: there is no such file.
        StorageError: it is a folder, or may not be read.
        InvalidDataError: as ``read_advertisement``.

    """
    return read_advertisement(read_start(path, MOST_BYTES + 1), str(path), catalog, library)


def read_advertisement(data: bytes, name: str, catalog: Catalog, library: Library) -> Advertisement:
    """Return what the advertisement in the bytes of a file asks; ``name`` is what messages call it.

    Raises:
        InvalidDataError: it is no advertisement, or cannot be read; says which.
        StorageError: a process to read it in could not be started.

    """
    return _reader(catalog, library).read(source_of(data, name))


_readers: list[_Reader] = []
"""The reader that was used last: a folder of advertisements takes the words of a pack apart once."""


def _reader(catalog: Catalog, library: Library) -> _Reader:
    if not (_readers and _readers[0].catalog is catalog and _readers[0].library is library):
        _readers[:] = [_Reader(catalog, library)]
    return _readers[0]


class _Reader:
    """Reads advertisements by the words of a pack."""

    def __init__(self, catalog: Catalog, library: Library) -> None:
        self.catalog, self.library, self.words = catalog, library, library.ad_words
        self.marker = Marker(self.words)
        self.parts = Parts(self.words, self.marker)
        self.tools = Finder(library.tool_names)
        self.tool_names: dict[str, list[str]] = {}
        for name, tool in library.tool_names.items():
            self.tool_names.setdefault(tool, []).append(name)

    def read(self, source: Source) -> Advertisement:
        """Return what the advertisement of a file asks."""
        ladder, words, name = self.catalog.ladder, self.words, source.document.source
        lines, cut = _beginning(source.document.lines)
        english = in_english(blocks_of(lines), name)
        blocks = english.blocks
        sentences = list(self.parts.sentences(blocks))
        without = not any(sentence.part == "duties" for sentence in sentences)
        job = job_of(ladder, blocks, self.parts, source.title)
        asking = [
            sentence
            for sentence in sentences
            if asks(sentence, without_duties=without) and not _is_title(sentence, job.title)
        ]
        check(name, ladder, english, sentences, job)
        line = line_of_work(ladder, words, self.marker, job, asking)
        team, team_words = _team(asking)
        asked_years = years_of(sentences)
        support, leading, others = asked_years.support, asked_years.leading, asked_years.others
        stated = line.reading.tier if line.reading and line.line == "ladder" else None
        asked = tier_of(ladder, stated, job, asking, (support, leading)) if stated else None
        tools = self._tools(asking)
        pay = pay_of(sentences) or source.pay
        education = education_of(sentences, words)
        place = place_of(blocks, source.place)
        area = area_of(place[0] if place else None, source.country, blocks, sentences, self.marker)
        conditions = conditions_of(sentences, words, place, job.title, education)
        years = [one for one in (support, leading, *others) if one]
        used = [one.quote.words for one in years] + [one.quote.words for one in conditions]
        used += [pay.quote.words] if pay else []
        left = _not_understood(sentences, self.parts, tools, used)
        look_alike = (_LOOK_ALIKE,) if any(sentence.look_alike for sentence in sentences) else ()
        return Advertisement(
            name=name,
            title=job.title,
            employer=source.employer or employer_of(blocks),
            line_of_work=line.line,
            country=area.country,
            state=area.state,
            known_as=line.known_as,
            tier=asked.tier if asked else None,
            stated=job.reading.tier if job.reading else None,
            tier_why=asked.why if asked else (),
            support_years=support,
            leading_years=leading,
            other_years=others,
            either=_either(asked_years, education),
            skills=_with_languages(
                skills_of(asking, without_duties=without, other_work=line.line == "other"), conditions, words
            ),
            tools=tools,
            education=education,
            languages=tuple(one.name for one in languages_of(sentences, words)),
            pay=pay,
            team=team,
            team_words=team_words,
            budget=_budget(asking),
            conditions=(*conditions, *lines_of(_bound(years) | left)),
            not_understood=tuple(left),
            not_taken=(*source.not_taken, *cut, *english.not_taken, *look_alike),
        )

    def _named(self, sentence: Sentence) -> Iterator[tuple[str, int]]:
        """Yield the tools that a sentence names, with a capital letter as names have one, and the word."""
        folded = sentence.text.casefold()
        for tool in self.tools.within(sentence.text):
            for name in self.tool_names.get(tool, ()):
                at = folded.find(name)
                if at >= 0 and any(letter.isupper() for letter in sentence.text[at : at + len(name)]):
                    yield tool, next(n for n, (_, end) in enumerate(sentence.places) if end > at)
                    break

    def _tools(self, sentences: Sequence[Sentence]) -> tuple[AskedTool, ...]:
        found: dict[str, AskedTool] = {}
        for sentence in sentences:
            named = [(mark.name, mark.first, mark.end) for mark in sentence.of("tool")]
            named += [(tool, word, word + 1) for tool, word in self._named(sentence)]
            for tool, word, end in named:
                demand = demand_at(sentence, word)
                known = found.get(tool)
                if known is None or STRENGTH[demand] > STRENGTH[known.demand]:
                    told = sentence.text[sentence.places[word][0] : sentence.places[end - 1][1]]
                    called = (told, *self.tool_names.get(tool, ()))
                    found[tool] = AskedTool(tool, demand, sentence.quote(word, word + 1), called)
        return tuple(found.values())


def _team(sentences: Sequence[Sentence]) -> tuple[int | None, Quote | None]:
    """Return how many people are to be led, and the words that say so."""
    for sentence in sentences:
        match = re.search(_TEAM, sentence.text, re.IGNORECASE) if _may_tell_a_team(sentence) else None
        if match:
            return int(next(filter(None, match.groups()))), sentence.quote_of(match.start(), match.end())
    return None, None


def _may_tell_a_team(sentence: Sentence) -> bool:
    numbers = [at for at, word in enumerate(sentence.words) if word[0].isdigit()]
    if not numbers:
        return False
    folded = sentence.text.casefold()
    return any(said in folded for said in _OF_A_TEAM) or any(
        sentence.words[at - 1].startswith(_LEADING) for at in numbers if at
    )


def _beginning(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[str, ...]]:
    """Return as many lines as are read, and what is said of the rest."""
    total = 0
    for at, line in enumerate(lines):
        total += len(line.text)
        if total > _MOST_CHARACTERS:
            return lines[:at], (f"It is very long: what stands from line {line.number} on was not read.",)
    return lines, ()


def _is_title(sentence: Sentence, title: str | None) -> bool:
    """Return whether a sentence is the title of the job, with its label perhaps: it demands nothing."""
    text = sentence.block.text.strip(" *_#")
    return title is not None and title in {text, labelled(text)[1]}


def _budget(sentences: Sequence[Sentence]) -> Quote | None:
    for sentence in sentences:
        for mark in sentence.of("scope"):
            if mark.name == "budget":
                return sentence.quote(mark.first, mark.end)
    return None


_A_DEGREE = pattern(r"\b(?:degree|diploma|ged|graduat\w+|education|bachelor\S*|certificat\w*)", re.IGNORECASE)


_BEGINNING = 15
"""By so many characters words of one sentence are told to be in another's quotation."""


def _either(years: Years, education: AskedEducation | None) -> tuple[Alternative, ...]:
    """Return what stands for one another: years of support, of leading, and the education."""
    out: list[Alternative] = ["support_years", "leading_years"] if years.either else []
    for name, one in (("support_years", years.support), ("leading_years", years.leading)):
        if education is None or one is None:
            continue
        named = education.or_else[:_BEGINNING]
        if _A_DEGREE.search(one.or_else) or ("year" in education.or_else and named in one.quote.words):
            out += [each for each in ("education", name) if each not in out]  # type: ignore[misc]
    return tuple(out)


def _bound(years: Iterable[AskedYears]) -> dict[Quote, Demand]:
    """Return years of something that no profile counts, such as support in one industry, and how asked."""
    return {one.quote: one.demand for one in years if one.of and not one.or_else}


def _is_no_demand(sentence: Sentence, parts: Parts) -> bool:
    """Return whether a sentence asks nothing to compare: a heading, an offer, or a trait and no more."""
    of_us = not sentence.block.has_bullet and sentence.words[0] in {"we", "we're", "our"}
    if of_us or sentence.denied or sentence.text.endswith(":") or sentence.cues & {"none", "offer"}:
        return True
    if _FACTS.intersection(labelled(sentence.text)[0].split()[-1:]):
        return True
    weighty = [at for at, word in enumerate(sentence.words) if len(word) >= _WEIGHTY]
    named = [at for at in weighty if any(map(str.isupper, sentence.text[slice(*sentence.places[at])]))]
    if not sentence.block.has_bullet and named == weighty and sentence.text[-1].isalnum():
        # A heading, whose words all begin with a capital letter.
        return sentence.block.kind == "text" or parts.heading(sentence.text) is not None
    traits = {at for mark in sentence.of("cue") if mark.name == "trait" for at in range(mark.first, mark.end)}
    return bool(traits) and not any(at > 0 and at not in traits for at in named)


_FACTS = names(
    "industry sector department division type contract category id reference function date openings"
)
"""The last word of labels that tell of the job and demand nothing, as in "Industry: Logistics"."""

_WEIGHTY = 4
"""Words of so many letters have a capital in a heading."""


def _not_understood(
    sentences: Sequence[Sentence], parts: Parts, tools: Sequence[AskedTool], used: Sequence[str]
) -> dict[Quote, Demand]:
    """Return what is demanded and of which nothing was taken, and how.

    ``used`` are the words that years, conditions and pay were taken from.
    """
    taken = {"skill", "tool", "condition", "education"}
    named = [tool.tool.casefold() for tool in tools]
    left: dict[Quote, Demand] = {}
    for sentence in sentences:
        if sentence.part not in {"required", "preferred"} or len(sentence.words) < _A_DEMAND:
            continue
        if not asks(sentence) or _is_no_demand(sentence, parts):
            continue
        served = any(mark.name in {"support", "leading"} for mark in sentence.of("years"))
        if served or any(mark.table in taken for mark in sentence.marks):
            continue
        text = sentence.text.casefold()
        if not any(tool in text for tool in named) and not any(words in sentence.text for words in used):
            left.setdefault(sentence.quote(), demand_at(sentence, 0))
    return left


def _with_languages(
    skills: Iterable[AskedSkill], conditions: Iterable[Condition], words: AdWords
) -> tuple[AskedSkill, ...]:
    """Return skills, those marked for which a language asks that is a condition."""
    named = {each.quote.line for each in conditions if each.kind == "language"}
    told = words.language_skills
    return tuple(each.but(by_language=each.skill in told and each.quote.line in named) for each in skills)
