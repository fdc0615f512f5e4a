"""What job an advertisement is for: its title, its line of work, and the tier that it really asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from careercli.advertisements.blocks import Block, labelled, words_in
from careercli.advertisements.parts import Parts
from careercli.advertisements.sentences import Marker, Sentence
from careercli.domain.ad_words import AdWords
from careercli.domain.advertisement import AskedYears, LineOfWork, Quote
from careercli.domain.model import Ladder, Tier
from careercli.domain.titles import TitleReading, read_title
from careercli.domain.values import Value
from careercli.formats.patterns import pattern
from careercli.reading.pieces import names

_TITLE_LABELS = names("title designation position post vacancy opening")
"""Words one of which ends the label of a title, as in "Job title: Support agent"."""

_CALLED = (
    r"(?:\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Ff]or|[Hh]iring:?)\s+(?:[a-z][a-z-]*,?\s+){0,6}|^)"
    r"((?:[A-Z][\w/&'\u2019.-]*|of|and|for|[0-9]|-|\u2013)"
    r"(?:\s+(?:[A-Z][\w/&'\u2019.-]*|of|and|[0-9]|-|\u2013)){0,7})"
)
_FIRST, _FIRST_LINES = 14, 8
"""Within how many blocks an advertisement says its title as a heading or a line of its own."""

_MOST_WORDS = 12
_MOSTLY = 0.6
"""A line of whose words fewer tell a part is a title, though one of them is, as in "(Cleaning Industry)"."""

_SERVES = 4
"""In so many ways an advertisement tells that customers are served, whatever its title sounds like."""


class Job(Value):
    """The title of a job, where it stands, and how it is read."""

    title: str | None
    quote: Quote | None
    reading: TitleReading | None


def job_of(ladder: Ladder, blocks: Sequence[Block], parts: Parts, told: str | None) -> Job:
    """Return the title of the job; ``told`` is what the file says of itself, such as schema.org's title."""
    if told:
        line = next((block.line_at(0) for block in blocks if told.casefold() in block.text.casefold()), 0)
        reading = read_title(ladder, told)
        if reading and not reading.words:
            called = _called(ladder, blocks)
            reading = called.reading if called else reading
        return Job(told, Quote(told, line), reading)
    first: Job | None = None
    headed = False
    for text, block in _candidates(blocks, parts):
        reading = read_title(ladder, text)
        job = Job(text, Quote(text, block.line_at(0)), reading)
        if reading and reading.words:
            return job
        if first is None and parts.heading(text, _MOSTLY) is None:
            first, headed = job, block.kind == "heading"
    called = _called(ladder, blocks)
    if called and first and headed:
        return Job(first.title, first.quote, called.reading)
    return called or first or Job(None, None, None)


def _called(ladder: Ladder, blocks: Sequence[Block]) -> Job | None:
    """Return the first job on the ladder, or beside it, that sentences name."""
    for block in blocks:
        for match in re.finditer(_CALLED, block.text):
            text = re.sub(r"\s+(?:of|and|for|-|\u2013)$", "", match[1])
            reading = read_title(ladder, text)
            if reading and (reading.tier or reading.adjacent):
                return Job(text, Quote(text, block.line_at(match.start(1))), reading)
    return None


_EMPLOYER_LABELS = names("company employer organization organisation client")


def employer_of(blocks: Sequence[Block]) -> str | None:
    """Return who offers the job, by the label of a line or the heading of what is said about them."""
    for block in blocks:
        label, value = labelled(block.text)
        if value and label.removesuffix(" name").removeprefix("hiring ") in _EMPLOYER_LABELS:
            return value if len(value) <= _LONGEST_NAME else None
    for block in blocks:
        first, _, rest = block.text.strip(" *_#:").partition(" ")
        words = rest.split()
        about = first.casefold() == "about" and 0 < len(words) <= _MOST_OF_NAME
        if about and words[0][0].isupper() and words[0].casefold() not in _NO_NAMES:
            return rest
    return None


_LONGEST_NAME, _MOST_OF_NAME = 80, 4
_NO_NAMES = names("us you the our this role job position company team opportunity me your")


def _candidates(blocks: Sequence[Block], parts: Parts) -> Iterator[tuple[str, Block]]:
    for block in blocks[:40]:
        label, value = labelled(block.text)
        if value and label.split()[-1] in _TITLE_LABELS and len(words_in(value)) <= _MOST_WORDS:
            yield value, block
    for at, block in enumerate(blocks[:_FIRST]):
        if at >= _FIRST_LINES and block.kind != "heading":
            continue
        text = block.text.strip(" *_#")
        count = len(words_in(text))
        short = block.kind == "heading" or (block.kind == "text" and not text.endswith((".", "!", "?", ":")))
        if short and 0 < count <= _MOST_WORDS and (parts.heading(text) is None or count > 2):
            yield text, block


class Line(Value):
    """The line of work of a job, what it is known as where it is another, and how its title is read then."""

    line: LineOfWork
    known_as: str
    reading: TitleReading | None


def line_of_work(
    ladder: Ladder, words: AdWords, marker: Marker, job: Job, sentences: Sequence[Sentence]
) -> Line:
    """Return whether a job is on the ladder, by its title and by what is to be done."""
    serves = len(_said(sentences, "scope", "serves"))
    counts = {name: len(_said(sentences, "other", name)) for name in words.other_work}
    by_words = max(counts, key=lambda name: counts[name], default="")
    if not by_words or counts[by_words] < max(words.other_work[by_words].least, serves + 1):
        by_words = ""
    reading = job.reading
    if reading and reading.adjacent:
        return Line("beside", "", reading)
    if reading and reading.tier and (not by_words or counts[by_words] < 2 * serves):
        return Line("ladder", "", reading)
    if job.title and not by_words and serves >= _SERVES:
        meant = _in_this_line(ladder, marker, job.title, reading)
        if meant:
            return Line("ladder", "", meant)
    named = _other_title(marker, job.title or "") or _other_industry(marker, sentences)
    other = (named if not (reading and reading.tier) else "") or by_words
    if other:
        return Line("other", words.other_work[other].known_as, reading)
    return Line(
        *(("other", " ".join(reading.words)) if reading and reading.elsewhere else ("unclear", "")), reading
    )


def _in_this_line(
    ladder: Ladder, marker: Marker, title: str, reading: TitleReading | None
) -> TitleReading | None:
    """Return how a title reads that says too little, or too much, of a job in which customers are served.

    "Team leader" is then one of support, and "software developer support lead" leads support.
    """
    if reading and reading.elsewhere:
        rest = read_title(ladder, _without(title, reading.words))
        if rest and rest.tier:
            return rest
    if _other_title(marker, title) or (reading and reading.elsewhere and not reading.leads):
        return None
    meant = read_title(ladder, f"{ladder.title} {title}")
    return meant if meant and meant.tier else None


def _said(sentences: Sequence[Sentence], table: str, name: str) -> set[tuple[str, ...]]:
    """Return the different words that say something."""
    return {
        tuple(sentence.words[mark.first : mark.end])
        for sentence in sentences
        for mark in sentence.of(table)
        if mark.name == name
    }


def _without(title: str, words: Sequence[str]) -> str:
    left = title
    for word in words:
        left = re.sub(re.escape(word.split()[0]), " ", left, count=1, flags=re.IGNORECASE)
    return " ".join(left.split())


def _other_title(marker: Marker, title: str) -> str:
    """Return which other line of work a title names, by the most words; "" for none."""
    marks = [mark for mark in marker.marks(words_in(title)) if mark.table == "title"]
    return max(marks, key=lambda mark: mark.end - mark.first).name if marks else ""


_INDUSTRY = pattern(
    r"\b(?:background|experienced?|knowledge)\b[^.;]{0,60}?\b(?:in|of) (?:the )?"
    r"([\w-]+(?: [\w-]+)?) (?:industry|sector|trade)\b",
    re.IGNORECASE,
)
"""How an advertisement says of which trade somebody is to come."""

_TRADES = frozenset({"industry", "sector", "trade"})


def _other_industry(marker: Marker, sentences: Sequence[Sentence]) -> str:
    """Return the other line of work that somebody is to come from, by the words of its titles."""
    texts = (sentence.text for sentence in sentences if not _TRADES.isdisjoint(sentence.words))
    trades = (found[1] for text in texts for found in _INDUSTRY.finditer(text))
    return next(filter(None, (_other_title(marker, trade) for trade in trades)), "")


class Asked(Value):
    """The tier that is asked for, and the words that decided."""

    tier: Tier | None
    why: tuple[Quote, ...]


def tier_of(
    ladder: Ladder, stated: Tier, job: Job, sentences: Sequence[Sentence], years: Sequence[AskedYears | None]
) -> Asked:
    """Return the tier that a title, years of support and of leading, and scope together ask for."""
    scope: dict[str, list[Quote]] = {}
    for sentence in sentences:
        for mark in sentence.of("scope"):
            scope.setdefault(mark.name, []).append(sentence.quote(mark.first, mark.end))
    required = [one if one and one.demand == "required" else None for one in years]
    support, leading = (one.least if one else 0.0 for one in required)
    none = any("none" in sentence.cues for sentence in sentences)
    lines = (found[0] for it in sentences if "(" in it.text for found in _IN_BRACKETS.finditer(it.text))
    title = " ".join(filter(None, (job.title, next(lines, None))))
    by = _Scope(support, leading, none, title, {name: len(held) for name, held in scope.items()})
    rank, telling = by.rank(stated.rank)
    quotes = [
        job.quote,
        *(one.quote for one in required if one),
        *(scope[name][0] for name in telling if name in scope),
    ]
    return Asked(ladder.at(rank) or stated, tuple(dict.fromkeys(filter(None, quotes))))


_IN_BRACKETS = pattern(r"\((?:L|Tier |Level )\d\)")
"""The line of support in brackets after what a job is called, as in "Support Engineer (L2)"."""

_LATER_LINE = pattern(r"\b(?:l|tier ?|level ?|line ?)([23])\b", re.IGNORECASE)

_REACH = ("manages-leaders", "budget", "strategy", "hiring", "performance", "company-wide")
"""What reaches beyond leading a shift."""

_FIRST_JOB = names("1 i entry junior trainee l1")
_JUNIOR, _AGENT, _SENIOR, _LEAD, _JUNIOR_MANAGER, _MANAGER = range(1, 7)


class _Scope(Value):
    """What decides a tier beside the title: required years, and how often each sign of scope is there."""

    support: float
    leading: float
    none: bool
    title: str
    signs: Mapping[str, int]

    @property
    def reach(self) -> tuple[str, ...]:
        return tuple(name for name in _REACH if name in self.signs)

    def rank(self, stated: int) -> tuple[int, tuple[str, ...]]:
        """Return the rank that is asked for, and the signs that decided."""
        if stated < _LEAD:
            return self._agent(stated)
        return self._leader(stated), ("leads", *self.reach)

    def _agent(self, stated: int) -> tuple[int, tuple[str, ...]]:
        if self.leading >= 1 and self.signs.get("leads", 0) > 1:
            return _LEAD, ("leads",)
        later = _LATER_LINE.search(self.title)
        if later and stated == _AGENT:
            senior = later[1] == "3" or "expert" in self.signs
            return (_SENIOR, ("expert",)) if senior else (_AGENT, ())
        if stated == _AGENT:
            starts = self.none or not _FIRST_JOB.isdisjoint(self.title.casefold().split())
            first = starts or "tier-one" in self.signs or self.support > 0
            if self.support < 1 and first:
                return _JUNIOR, ("tier-one",)
            if self.support >= _LONG or (self.support >= _SOME and "expert" in self.signs):
                return _SENIOR, ("expert",)
        return (_AGENT, ()) if stated == _JUNIOR and self.support > 1 else (stated, ())

    def _leader(self, stated: int) -> int:
        many = len(self.reach) + (stated == _LEAD and "manager" in self.title.casefold())
        if stated == _LEAD and (self.leading >= _SOME or many >= _FAR):
            return _MANAGER if self.signs.get("manages-leaders", 0) > 1 and many >= _FAR else _JUNIOR_MANAGER
        if stated == _MANAGER and self.leading <= 1 and self.support < _SOME and many <= 1:
            return _JUNIOR_MANAGER
        if stated == _JUNIOR_MANAGER and (self.leading >= _SOME or many > _FAR):
            return _MANAGER
        return stated


_SOME, _LONG = 3, 5
"""Years after which more than a beginning, and more than an agent's work, is asked."""

_FAR = 4
"""Of so many signs of scope one tells that a seat reaches further than its title."""
