"""The parts of an advertisement: told by headings, and where there are none by what sentences say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from careercli.advertisements.blocks import Block
from careercli.advertisements.sentences import Marker, Sentence
from careercli.domain.ad_words import AdWords, Part
from careercli.domain.phrases import PhraseIndex, words_of

_ORDER: tuple[Part, ...] = get_args(Part)
_MOST_WORDS = 12
"""A heading that is marked as one has no more words, nor does a label."""

_MOST_UNMARKED = 9
_MOST_OF_LABEL = 5
_LABEL = re.compile(r"^\W*((?:[^\s:]+\s){0,5}[^\s:]+?)\s*(?::|\s[-\u2013\u2014])\s+(?=\S)")
_SAYS = re.compile(r"[.!?]\s*$|,\s*$")

_KEPT: frozenset[Part] = frozenset({"duties", "required", "preferred"})
"""Below a heading that says nothing these parts go on: it names a kind of work."""


class Parts:
    """Tells parts of advertisements by the words of a pack."""

    def __init__(self, words: AdWords, marker: Marker) -> None:
        self._headings = PhraseIndex(words.classes)
        self._marker = marker
        for part, patterns in words.headings.items():
            for pattern in patterns:
                self._headings.add(part, pattern)

    def heading(self, text: str) -> Part | None:
        """Return the part that a heading begins, or None where its words say nothing."""
        words, _ = words_of(text)
        if not words or len(words) > _MOST_WORDS:
            return None
        found: dict[str, int] = {}
        for first in range(len(words)):
            for part, end in self._headings.at(words, first):
                found[part] = max(found.get(part, 0), end - first)
        if not found:
            return "company" if words[0] == "about" else None
        if "company" in found and words[0] == "about" and "role" not in found and "required" not in found:
            return "company"
        return next(part for part in _ORDER if part in found)

    def sentences(self, blocks: Sequence[Block]) -> Iterator[Sentence]:
        """Yield the sentences of blocks with the part of each; headings are none."""
        part: Part = "role"
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            begun = self._begins(block, following)
            if begun:
                part = begun
                continue
            if block.kind == "heading":
                if part not in _KEPT:
                    part = "role"
                if len(words_of(block.text)[0]) <= _MOST_WORDS:
                    continue
            label = self._label(block)
            closed = False
            for start, end in block.sentences():
                sentence = Sentence(block, start, end, label or part, self._marker)
                if "equal" in sentence.cues and block.kind != "item":
                    closed = True
                if closed:
                    sentence.part = "equal"
                yield sentence

    def _begins(self, block: Block, following: Block | None) -> Part | None:
        """Return the part that begins with a block, or None where it is no heading of one."""
        text = block.text.strip(" *_#-=~|")
        if block.kind == "heading":
            return self.heading(text)
        count = len(words_of(text)[0])
        if not count or count > _MOST_UNMARKED + 3 or _SAYS.search(text):
            return None
        before_list = following is not None and following.kind == "item"
        ends = text.endswith((":", "?"))
        if block.kind == "item":
            return self.heading(text) if text.endswith(":") and count <= _MOST_OF_LABEL else None
        if not (ends or block.stands_alone or before_list or text.isupper()) or (
            count > _MOST_UNMARKED and not ends
        ):
            return None
        return self.heading(text)

    def _label(self, block: Block) -> Part | None:
        """Return the part that the label of a line tells, as in "Experience: two years"."""
        label = _LABEL.match(block.text)
        if not label or block.kind == "item":
            return None
        return self.heading(label[1])
