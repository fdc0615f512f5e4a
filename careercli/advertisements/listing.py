"""Files that hold several jobs: whole advertisements, what a search found, or titles and no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from careercli.advertisements.blocks import Block, words_in
from careercli.advertisements.sentences import Sentence
from careercli.domain.model import Ladder
from careercli.domain.titles import read_title
from careercli.domain.values import Value
from careercli.errors import InvalidDataError
from careercli.formats.patterns import one_of, pattern

_OPEN = "Open those that you like, and save the page of each or copy its text into a file of its own."
_APART = "Save each in a file of its own, and name the files or their folder: then they are ranked."

_FURNITURE = pattern(
    r"\b\d+\+?\s*(?:d|h|days?|hours?|weeks?|months?) ago\b|\bview (?:job|details|more)\b|"
    r"\b(?:easy|quick) apply\b|\bsave (?:this )?job\b|\bapply now\b|\bfull[- ]time\b|\bactively \w+ing\b",
    re.IGNORECASE,
)
"""What a search puts below each job that it finds."""

_SIGNS = ("ago", "view", "appl", "save", "full", "actively")
"""What a text has one of that has any of that."""

_NUMBER = pattern(r"^(?:(?:job|position|role|opening)\s*)?#?\d{1,3}\s*[.:)]\s*", re.IGNORECASE)
_APART_FROM = one_of("-\u2013\u2014|\u00b7@")
_BEHIND_TITLE = pattern(rf"\s+{_APART_FROM}\s+|\s*[(|]|\s+at\s+(?=[A-Z])")
_TITLE_WORDS, _LONGEST, _WEIGHTY = 9, 120, 4
"""How long a title is; words of so many letters have a capital in it."""

_WHOLE, _A_LIST, _ENTRY = 2, 3, 7
"""From so many whole advertisements or entries of a list on a file holds several; so many lines an entry."""

_PROSE, _FEW_WORDS, _BEGINNING = 8, 8, 3
"""So many words are prose; a list of titles has no more words a title beside them; the first stands early."""

_WORK = frozenset({"duties", "required"})


class _Segment(Value):
    """A line that reads as the title of a job, and what stands from it up to the next such line."""

    title: str
    at: int
    blocks: tuple[Block, ...]
    parts: frozenset[str]


def several_jobs(name: str, jobs: int) -> InvalidDataError:
    """Return the refusal of a file that lists several jobs."""
    message = f"{name} lists {jobs} jobs, and only one advertisement can be read at a time."
    return InvalidDataError(message, hint=_OPEN)


def refusal_of_several(
    name: str, ladder: Ladder, blocks: Sequence[Block], sentences: Sequence[Sentence]
) -> InvalidDataError | None:
    """Return the refusal of a file that holds several jobs, which says how; None where it is about one.

    What stands below the advertisement, as similar jobs do, counts for nothing.
    """
    beside = {sentence.block.places for sentence in sentences if sentence.part == "tags"}
    own = [block for block in blocks if block.places not in beside]
    runs = [part for part, _ in groupby(each.part for each in sentences if each.part in _WORK)]
    furniture = sum(map(_is_furniture, own)) if sum(map(_may_be_furniture, own)) >= _A_LIST else 0
    if furniture < _A_LIST and 0 < len(runs) <= _WHOLE:
        return None  # the usual case, told without reading any line as a title
    segments = _segments(ladder, own, sentences)
    ads = _whole(segments)
    if sum(parts == _WORK for parts in ads) >= _WHOLE:
        return _together(name, sum(map(bool, ads)))
    found = sum(any(map(_is_furniture, each.blocks[:_ENTRY])) for each in segments)
    if found >= _A_LIST and 2 * found >= len(segments):
        return several_jobs(name, found)
    if runs or len({each.title for each in segments}) < _A_LIST:
        return None
    return _of_titles(name, own, segments)


def _may_be_furniture(block: Block) -> bool:
    folded = block.text.casefold()
    return any(sign in folded for sign in _SIGNS)


def _is_furniture(block: Block) -> bool:
    return _FURNITURE.search(block.text) is not None


def _whole(segments: Sequence[_Segment]) -> list[frozenset[str]]:
    """Return the parts of the advertisements in a file.

    One begins with a title that an empty line stands above, once the one before is whole.
    """
    ads: list[frozenset[str]] = []
    for each in segments:
        if each.blocks[0].has_bullet:
            continue
        if not ads or (ads[-1] == _WORK and not each.blocks[0].lines_up):
            ads.append(each.parts)
        else:
            ads[-1] |= each.parts
    return ads


def _of_titles(name: str, own: Sequence[Block], segments: Sequence[_Segment]) -> InvalidDataError | None:
    """Return the refusal of a file with nothing of parts: short advertisements, or titles alone."""
    words = [sum(len(words_in(block.text)) for block in each.blocks[1:]) for each in segments]
    before = sum(len(words_in(block.text)) for block in own[: segments[0].at])
    if segments[0].at < _BEGINNING and min(words) >= _PROSE:
        return _together(name, len(segments))
    if sum(words) + before <= _FEW_WORDS * len(segments):
        message = f"{name} names {len(segments)} jobs, and does not say what they ask."
        return InvalidDataError(message, hint=_OPEN)
    return None


def _together(name: str, jobs: int) -> InvalidDataError:
    return InvalidDataError(f"{name} holds {jobs} advertisements, one below the other.", hint=_APART)


def _segments(ladder: Ladder, blocks: Sequence[Block], sentences: Sequence[Sentence]) -> list[_Segment]:
    parts: dict[object, set[str]] = {}
    for sentence in sentences:
        if sentence.part in _WORK:
            parts.setdefault(sentence.block.places, set()).add(sentence.part)
    starts = [(at, title) for at, block in enumerate(blocks) if (title := _title(ladder, block))]
    ends = [*(at for at, _ in starts[1:]), len(blocks)]
    return [
        _Segment(
            title,
            at,
            tuple(blocks[at:end]),
            frozenset[str]().union(*(parts.get(block.places, ()) for block in blocks[at + 1 : end])),
        )
        for (at, title), end in zip(starts, ends, strict=False)  # without any there is no end either
    ]


def _title(ladder: Ladder, block: Block) -> str:
    """Return the title of a job that a line is or begins with; "" where it is none."""
    text = block.text.strip(" *_#")
    if len(text) > _LONGEST or text.endswith((".", ":", "!", "?")):
        return ""
    title = _BEHIND_TITLE.split(_NUMBER.sub("", text), maxsplit=1)[0]
    weighty = [word for word in title.split() if len(word) >= _WEIGHTY]
    if not 1 < len(words_in(title)) <= _TITLE_WORDS or not all(word[:1].isupper() for word in weighty):
        return ""
    if _FURNITURE.search(title):
        return ""
    reading = read_title(ladder, title)
    told = reading and reading.words and (reading.tier or reading.adjacent or reading.elsewhere)
    return title if told else ""
