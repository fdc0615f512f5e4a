"""The page of ``profile history``: what is remembered of a person, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from careercli.domain.attribution import Move, WhatChanged
from careercli.domain.history import (
    Assessed,
    Created,
    GapCount,
    History,
    Imported,
    Record,
    Recorded,
    Renamed,
    StepDone,
    Undone,
)
from careercli.domain.model import Catalog
from careercli.pages.blocks import Block, Gap, Item, Paragraph, Title
from careercli.text.moves import changed_words, moved_words
from careercli.text.phrases import count, day, number

_BY = {
    "by_person": "That moved",
    "by_catalog": "The role data moved",
    "by_rule": "The new rule of placement moved",
    "by_either": "You and the role data moved",
}


def history_view(
    name: str, history: History, changes: Mapping[int, WhatChanged], catalog: Catalog
) -> list[Block]:
    """Return a history; ``changes`` says by line what differs from the assessment before."""
    told = _Telling(history, changes, catalog)
    blocks: list[Block] = [
        Title(f"What is remembered of {name}", count(len(history.entries), "record")),
        *(block for entry in history.entries for block in told.entry(entry)),
    ]
    if not history.entries:
        blocks.append(Paragraph("Nothing yet. The first assessment that you ask for is the first record."))
    if history.unknown:
        records = count(history.unknown, "record")
        blocks += [
            Gap(),
            Paragraph(f"{records} more, of a kind that only a later careercli knows.", quiet=True),
        ]
    return blocks


class _Telling:
    """Says what a record is about."""

    def __init__(self, history: History, changes: Mapping[int, WhatChanged], catalog: Catalog) -> None:
        self.changes = changes
        self.skills = catalog.skill_titles
        self.tiers = {tier.id: tier.short for ladder in catalog.ladders for tier in ladder.tiers}
        self.steps = dict(history.of(StepDone))
        self.undone = history.undone

    def entry(self, entry: Recorded[Record]) -> list[Block]:
        """Return one record as an item, with what it changed below it."""
        match entry.record:
            case Assessed() as record:
                return self._assessed(entry.line, record)
            case StepDone() as step:
                what = f"Step done: {self._step(step)}. {step.title}"
                if entry.line in self.undone:
                    what += " (taken back later)"
                hours = "" if step.hours is None else f" ({number(step.hours)} hours)"
                return [Item(what, day(step.day)), Item(f"{step.proof}{hours}", "Proof:", depth=1)]
            case Undone() as undone:
                step_or_none = self.steps.get(undone.of)
                of = self._step(step_or_none) if step_or_none else f"the step of line {undone.of}"
                return [Item(f"Taken back: {of}", day(undone.day))]
            case Created() as created:
                return [Item("Saved for the first time", day(created.day))]
            case Imported() as imported:
                return [Item(f"Imported from {imported.source}", day(imported.day))]
            case Renamed() as renamed:
                return [Item(f"Renamed from {renamed.old} to {renamed.new}", day(renamed.day))]

    def _step(self, step: StepDone) -> str:
        return f"{self._skill(step.skill)} {step.level_from} → {step.level_to}"

    def _assessed(self, line: int, record: Assessed) -> list[Block]:
        stand = self._tier(record.current) if record.current else "No tier yet"
        missing = []
        if record.gaps.next is not None:
            missing.append(f"{count(record.gaps.next, 'gap')} to the next tier")
        if record.gaps.goal is not None:
            missing.append(f"{record.gaps.goal} to {self._tier(record.goal)}")
        sure = "" if record.certain else ", not certain"
        text = f"{stand}{sure}; {', '.join(missing) or 'nothing missing'}"
        blocks: list[Block] = [Item(text, day(record.as_of))]
        changed = self.changes.get(line)
        if changed is None:
            return blocks
        if changed.facts:
            words = "; ".join(changed_words(move, self.tiers, self.skills) for move in changed.facts)
            blocks.append(Item(words, "You changed:", depth=1))
        for name, lead in _BY.items():
            moved = list(self._moved(getattr(changed, name), record))
            either = name == "by_either" and changed.other_rule
            who = "You and the new rule of placement moved" if either else lead
            if moved:
                blocks.append(Item("; ".join(moved), f"{who}:", depth=1))
        if changed.other_catalog and not (changed.other_rule or changed.by_catalog or changed.by_either):
            blocks.append(Item("The role data changed, and moved nothing.", depth=1))
        return blocks

    def _moved(self, moves: Sequence[Move], record: Assessed) -> Iterator[str]:
        """Yield moves in words; of the fits those of the tiers around the person and of the goal."""
        near = self._near(record)
        for move in moves:
            if move.of == "certain":
                yield "the tier is certain now" if move.after else "the tier is not certain any more"
            elif isinstance(move.before, GapCount) and isinstance(move.after, GapCount):
                yield from self._gaps(move.before, move.after)
            elif (move.key is None or move.key in near) and (words := moved_words(move, self.tiers)):
                yield words

    def _near(self, record: Assessed) -> set[str]:
        tiers = list(record.fits)
        here = tiers.index(record.current) if record.current in record.fits else -1
        following = tiers[here + 1 : here + 2]
        return {*following, *([record.goal] if record.goal else [])}

    def _gaps(self, before: GapCount, after: GapCount) -> list[str]:
        pairs = (("to the next tier", before.next, after.next), ("to the goal", before.goal, after.goal))
        return [f"gaps {where} {old or 0} → {new or 0}" for where, old, new in pairs if old != new]

    def _tier(self, tier: object) -> str:
        return self.tiers.get(str(tier), str(tier)) if tier else "no tier"

    def _skill(self, skill: str) -> str:
        return self.skills.get(skill, skill)
