"""The page of ``profile import``: what was taken, from where and why, what is left, and what is doubted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careercli.domain.experience import (
    Counted,
    Doubt,
    Draft,
    JobKind,
    Place,
    TakenSkill,
    Unplaced,
)
from careercli.domain.model import LEVEL_NAMES
from careercli.domain.months import month_text
from careercli.pages.blocks import Block, Gap, Item, Paragraph, Title, part
from careercli.text.experience import job_name, outcome
from careercli.text.moves import FACTS
from careercli.text.phrases import capital, count

MOST_ROWS = 40
"""Entries of a list that a page shows; ``--json`` has all."""

KIND_WORDS: dict[JobKind, str] = {
    "support": "support",
    "leading": "leading in support",
    "elsewhere": "leading elsewhere",
    "neither": "neither",
}
"""What a job was taken for, in words."""


def import_view(draft: Draft, names: Mapping[str, str]) -> list[Block]:
    """Return a draft as a page; ``names`` are the names of skills by their ids."""
    whole = [entry for entry in draft.unplaced if entry.place == Place(draft.source)]
    doubts = [doubt for doubt in draft.doubts if doubt.matters]
    doubted = {doubt.place for doubt in doubts}
    blocks: list[Block] = [
        Title("A draft to confirm", draft.format),
        Paragraph(f"From {draft.source}, reckoned on {draft.as_of}.", quiet=True),
        # What was not read at all is missing everywhere below.
        *(Paragraph(f"{entry.what}. {entry.why}", "Not read") for entry in whole[:MOST_ROWS]),
        Gap(),
        *(_item(fact.why, fact.place, f"{_named(fact.what)}: {fact.value}") for fact in draft.facts),
    ]
    if draft.positions and not any(job.kind in ("support", "leading") for job in draft.positions):
        text = (
            "No job counts as customer support. If one was, under a title that is not known here, you can "
            "say so: on a terminal, without --yes, you are asked about such jobs."
        )
        blocks += [Gap(), Paragraph(text)]
    jobs = [_job(job, doubted=job.position.place in doubted) for job in draft.positions]
    blocks += _part("Jobs", jobs, "job")
    for title, rated in (
        ("Skills with a level", True),
        ("Skills named without a level, to be asked", False),
    ):
        skills = [skill for skill in draft.skills if (skill.level is not None) is rated]
        blocks += _part(
            title, [_skill(skill, names.get(skill.skill, skill.skill)) for skill in skills], "skill"
        )
    told = [
        _item(f"{doubt.text} {_settled(doubt)}{_worth(doubt)}", doubt.place, doubt.about) for doubt in doubts
    ]
    blocks += _part("Doubts", told, "doubt")
    reasons: dict[str, list[Unplaced]] = {}
    for entry in draft.unplaced:
        reasons.setdefault(entry.why, []).append(entry)
    left = [_left(why, entries) for why, entries in reasons.items()]
    return [*blocks, *_part("Not placed", left, "entry", "entries", amount=len(draft.unplaced))]


def _part(
    title: str, items: Sequence[Block], noun: str, plural: str | None = None, *, amount: int = 0
) -> list[Block]:
    """Return items below their heading, as many as a page shows; nothing where there are none."""
    more = f"And {len(items) - MOST_ROWS} more; --json lists all."
    rest = [Paragraph(more, quiet=True)] if len(items) > MOST_ROWS else []
    return part(title, [*items[:MOST_ROWS], *rest], count(amount or len(items), noun, plural))


def _item(text: str, place: Place | None, name: str) -> Block:
    """Return what is said of something, with where it comes from."""
    return Item(f"{text} ({_where(place)})" if place else text, name)


def _named(fact: str) -> str:
    return capital(FACTS.get(fact, fact))


def _where(place: Place) -> str:
    page = f", {place.at}" if place.at.startswith("page ") else ""
    return f"{place.file}:{place.line}{page}" if place.line else place.text


def _job(job: Counted, *, doubted: bool) -> Block:
    """Return what a job counts for, ``Support, 36 months, 2020-01 to 2022-12``, and why."""
    taken, months = capital(KIND_WORDS[job.kind]), "months not known"
    if job.stretch:
        ends = "now" if job.current else month_text(job.stretch.last)
        months = f"{count(job.stretch.months, 'month')}, {month_text(job.stretch.first)} to {ends}"
        months += "" if job.counts else ", not counted"
    why = "In doubt, see below." if doubted else job.why
    return _item(f"{taken}, {months}. {why}", job.position.place, job_name(job.position))


def _skill(skill: TakenSkill, name: str) -> Block:
    level = "" if skill.level is None else f": level {skill.level}, {LEVEL_NAMES[skill.level]}"
    first, *others = skill.evidence.splitlines() or [""]
    rest = f" And {count(len(others), 'line')} more." if others else ""
    shown = f"{first}{rest}"
    said = skill.why
    if first:  # what shows a skill says why; a level needs its reason as well
        said = shown if skill.level is None else f"{skill.why} Evidence: {shown}"
    more = f" and {count(len(skill.places) - 1, 'more place')}" if len(skill.places) > 1 else ""
    where = f" ({_where(skill.places[0])}{more})" if skill.places else ""
    return Item(f"{said}{where}", f"{name}{level}")


def _worth(doubt: Doubt) -> str:
    """Return how many years may come to count by the answer, where nobody has given one."""
    years = doubt.years if doubt.answer is None and not doubt.sure else None
    return f" Up to {count(years, 'year')} may count." if years else ""


def _settled(doubt: Doubt) -> str:
    """Return how a doubt was settled, in words."""
    return f"{'Taken so far' if doubt.answer is None else 'You said'}: {outcome(doubt)}"


def _left(why: str, entries: Sequence[Unplaced]) -> Block:
    """Return everything that is left for the same reason."""
    if len(entries) == 1:
        return _item(entries[0].what, entries[0].place, why)
    rest = f" and {len(entries) - MOST_ROWS} more" if len(entries) > MOST_ROWS else ""
    return Item(f"{'; '.join(entry.what for entry in entries[:MOST_ROWS])}{rest}", why)
