"""The parts of an advertisement: told by headings, and where there are none by what sentences say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import get_args

from careercli.advertisements.blocks import Block, labelled, words_in
from careercli.advertisements.sentences import Marker, Sentence
from careercli.domain.ad_words import AdWords, Part
from careercli.domain.phrases import PhraseIndex
from careercli.reading.pieces import names

_ORDER: tuple[Part, ...] = get_args(Part)
_MOST_WORDS = 12
"""A heading that is marked as one has no more words."""

_MOST_UNMARKED, _MOST_OF_LABEL = 9, 5

_FILLING = names(
    "a an and or of in the for with to on as by our your you we us this that these be is are will do i e job "
    "role position key main general overall other additional"
)
"""Words that say nothing in a heading."""

_ENOUGH, _ENOUGH_WITH_COLON = 0.6, 0.3
"""What share of its words must tell a part for a line that is not marked to be a heading."""

_KEPT: frozenset[Part] = frozenset({"duties", "required", "preferred"})
"""Below a heading that says nothing these parts go on: it names a kind of work."""


def _is_prose(block: Block) -> bool:
    return not block.has_bullet and block.text.endswith((".", "!", "?"))


def _goes_on(before: Block, block: Block) -> bool:
    """Return whether a block is the rest of an item that was broken off."""
    return block.text[0].islower() or before.text.endswith((";", ",", ":"))


def _heads(block: Block, following: Block) -> bool:
    """Return whether a line without words of a part stands above prose as its heading."""
    short = not block.has_bullet and len(words_in(block.text)) <= _MOST_UNMARKED
    return short and _is_prose(following) and following.lines_up


_OF_READER = frozenset({"person", "must", "wanted", "seeking", "welcome"})
"""What prose below a list has that goes on asking; else it is talk of the company."""

_A_LIST = 2
"""So many entries are a list."""

_OFFERS, _OFFERS_OF = 2, 1 / 3
"""So many items, and such a share of them, make a list one of what is offered."""


class Parts:
    """Tells parts of advertisements by the words of a pack."""

    def __init__(self, words: AdWords, marker: Marker) -> None:
        self._headings = PhraseIndex(words.parts, words.classes)
        self._marker = marker

    def heading(self, text: str, share: float = 0.0) -> Part | None:
        """Return the part that a heading begins, or None where its words say nothing.

        ``share`` of the words must tell it, of those that say something.
        """
        words = words_in(text)
        if not words or len(words) > _MOST_WORDS:
            return None
        told: set[int] = set()
        found: set[str] = set()
        for first in range(len(words)):
            for part, end in self._headings.at(words, first):
                found.add(part)
                told.update(range(first, end))
        if words[0] == "about" and not found & {"role", "required", "duties"}:
            return "company"
        weighty = [at for at, word in enumerate(words) if word not in _FILLING or at in told]
        if not found or sum(at in told for at in weighty) < share * len(weighty):
            return None
        return next(part for part in _ORDER if part in found)

    def sentences(self, blocks: Sequence[Block]) -> Iterator[Sentence]:
        """Yield the sentences of blocks with the part of each; headings are none."""
        part: Part = "role"
        entries, listed, talk = 0, False, False  # of the part, whether it has a list, and prose below that
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            begun = self._begins(block, following)
            if begun:
                part, entries, listed, talk = begun, 0, False, False
                continue
            if listed and not block.has_bullet and not block.lines_up and self._offers(blocks, at):
                part, entries, listed, talk = "offered", 0, False, False
                continue
            if block.kind == "heading":
                part, entries = part if part in _KEPT else "role", 0
                if len(words_in(block.text)) <= _MOST_WORDS:
                    continue
            label = self._label(block)
            if label in _KEPT and following and not self._label(following):
                part = label  # a heading that its first line was glued to
            closed = False
            entries += block.has_bullet or not _is_prose(block)
            listed = part in _KEPT and entries >= _A_LIST
            prose = _is_prose(block) or (following is not None and _heads(block, following))
            begins = not block.lines_up and not (at and _goes_on(blocks[at - 1], block))
            talk = listed and prose and (talk or begins) and not labelled(block.text)[0]
            for start, end in block.sentences():
                sentence = Sentence(block, start, end, label or part, self._marker)
                if (
                    talk
                    and not label
                    and not sentence.cues & _OF_READER
                    and not any(sentence.of("condition"))
                ):
                    sentence.part = "company"
                closed = closed or ("equal" in sentence.cues and block.kind != "item")
                sentence.part = "equal" if closed else sentence.part
                yield sentence

    def _begins(self, block: Block, following: Block | None) -> Part | None:
        """Return the part that begins with a block, or None where it is no heading of one."""
        text = block.text.strip(" *_#-=~|")
        if block.kind == "heading":
            begun = self.heading(text)
            # "Product Knowledge and Supplier Relations" names work.
            return self.heading(text, _ENOUGH_WITH_COLON) if begun == "required" else begun
        count = len(words_in(text))
        ends = text.endswith((":", "?"))
        most = _MOST_WORDS if ends else _MOST_UNMARKED
        if not 0 < count <= most or text.endswith((".", "!", ",")) or text[0].islower():
            return None
        if block.kind == "item":
            return self.heading(text, _ENOUGH) if ends and count <= _MOST_OF_LABEL else None
        before_list = following is not None and following.kind == "item"
        if not (ends or not block.lines_up or before_list or text.isupper()):
            return None
        return self.heading(text, _ENOUGH_WITH_COLON if ends else _ENOUGH)

    def _offers(self, blocks: Sequence[Block], at: int) -> bool:
        """Return whether a line is the heading, which no word tells, of a list of what is offered."""
        if len(words_in(blocks[at].text)) > _MOST_UNMARKED or blocks[at].text.endswith("."):
            return False
        below = list(takewhile(lambda block: block.has_bullet or block.lines_up, blocks[at + 1 :]))
        items = [Sentence(block, 0, len(block.text), "offered", self._marker) for block in below]
        offers = sum("offer" in item.cues for item in items)
        return offers >= _OFFERS and offers >= _OFFERS_OF * len(items)

    def _label(self, block: Block) -> Part | None:
        """Return the part that the label of a line tells, as in "Experience: two years"."""
        label, value = labelled(block.text)
        glued = block.text.partition(":")[2][:1].strip()
        return self.heading(label, _ENOUGH) if value and (not block.has_bullet or glued) else None
