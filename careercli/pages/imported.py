"""The page of ``profile import``: what was taken, from where and why, what is left, and what is doubted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careercli.domain.experience import (
    Counted,
    Doubt,
    Draft,
    JobKind,
    Place,
    TakenFact,
    TakenSkill,
    Unplaced,
)
from careercli.domain.model import LEVEL_NAMES
from careercli.domain.months import month_text
from careercli.pages.blocks import Block, Gap, Heading, Item, Paragraph, Title
from careercli.text.experience import job_name, outcome
from careercli.text.phrases import count, number

MOST_ROWS = 40
"""Entries of a list that a page shows; ``--json`` has all."""

KIND_WORDS: dict[JobKind, str] = {
    "support": "support",
    "leading": "leading in support",
    "elsewhere": "leading elsewhere",
    "neither": "neither",
}
"""What a job was taken for, in words."""

_FACTS = {
    "name": "Name",
    "title": "Title",
    "support_years": "Support years",
    "leading_years": "Leading years",
    "leads_people": "Leads people",
}


def import_view(draft: Draft, names: Mapping[str, str]) -> list[Block]:
    """Return a draft as a page; ``names`` are the names of skills by their ids."""
    rated = [skill for skill in draft.skills if skill.level is not None]
    unrated = [skill for skill in draft.skills if skill.level is None]
    blocks: list[Block] = [
        Title("A draft to confirm", draft.format),
        Paragraph(f"From {draft.source}, reckoned on {draft.as_of}.", quiet=True),
        *_not_read(draft),
        Gap(),
        *map(_fact, draft.facts),
    ]
    if draft.positions and not any(job.kind in ("support", "leading") for job in draft.positions):
        blocks += [
            Gap(),
            Paragraph(
                "No job counts as customer support. If one was, under a title that is not known here, you "
                "can say so: on a terminal, without --yes, you are asked about such jobs."
            ),
        ]
    blocks += _jobs(draft)
    blocks += _skills("Skills with a level", rated, names)
    blocks += _skills("Skills named without a level, to be asked", unrated, names)
    blocks += _doubts([doubt for doubt in draft.doubts if doubt.matters])
    blocks += _unplaced(draft.unplaced)
    return blocks


def _not_read(draft: Draft) -> list[Block]:
    """Return the files of the source that were not read at all: what they say is missing everywhere below."""
    whole = [entry for entry in draft.unplaced if entry.place == Place(draft.source)]
    return [Paragraph(f"{entry.what}. {entry.why}", "Not read") for entry in whole[:MOST_ROWS]]


def _fact(fact: TakenFact) -> Block:
    return Item(_told(fact.why, fact.place), f"{_FACTS.get(fact.what, fact.what)}: {fact.value}")


def _told(text: str, place: Place | None) -> str:
    """Return a text with where it comes from."""
    return f"{text} ({_where(place)})" if place else text


def _where(place: Place) -> str:
    page = f", {place.at}" if place.at.startswith("page ") else ""
    return f"{place.file}:{place.line}{page}" if place.line else place.text


def _jobs(draft: Draft) -> list[Block]:
    jobs = draft.positions
    if not jobs:
        return []
    doubted = {doubt.place for doubt in draft.doubts if doubt.matters}
    items = [_job(job, doubted=job.position.place in doubted) for job in jobs[:MOST_ROWS]]
    return [Gap(), Heading("Jobs", count(len(jobs), "job")), *items, *_more(len(jobs))]


def _job(job: Counted, *, doubted: bool) -> Block:
    why = "In doubt, see below." if doubted else job.why
    return Item(_told(f"{_months(job)}. {why}", job.position.place), job_name(job.position))


def _months(job: Counted) -> str:
    """Return what a job counts for: ``Support, 36 months, 2020-01 to 2022-12``."""
    words = KIND_WORDS[job.kind]
    taken = f"{words[0].upper()}{words[1:]}"
    if job.stretch is None:
        return f"{taken}, months not known"
    ends = "now" if job.current else month_text(job.stretch.last)
    months = f"{count(job.stretch.months, 'month')}, {month_text(job.stretch.first)} to {ends}"
    return f"{taken}, {months}{'' if job.counts else ', not counted'}"


def _skills(heading: str, skills: Sequence[TakenSkill], names: Mapping[str, str]) -> list[Block]:
    if not skills:
        return []
    items = [_skill(skill, names.get(skill.skill, skill.skill)) for skill in skills[:MOST_ROWS]]
    return [Gap(), Heading(heading, count(len(skills), "skill")), *items, *_more(len(skills))]


def _skill(skill: TakenSkill, name: str) -> Block:
    level = "" if skill.level is None else f": level {skill.level}, {LEVEL_NAMES[skill.level]}"
    evidence = f" Evidence: {skill.evidence}" if skill.evidence else ""
    more = f" and {count(len(skill.places) - 1, 'more place')}" if len(skill.places) > 1 else ""
    where = f" ({_where(skill.places[0])}{more})" if skill.places else ""
    return Item(f"{skill.why}{where}{evidence}", f"{name}{level}")


def _doubts(doubts: Sequence[Doubt]) -> list[Block]:
    if not doubts:
        return []
    items = [
        Item(_told(f"{doubt.text} {_settled(doubt)}{_worth(doubt)}", doubt.place), doubt.about)
        for doubt in doubts[:MOST_ROWS]
    ]
    return [Gap(), Heading("Doubts", count(len(doubts), "doubt")), *items, *_more(len(doubts))]


def _worth(doubt: Doubt) -> str:
    """Return how many years may come to count by the answer, where nobody has given one."""
    years = doubt.years if doubt.answer is None and not doubt.sure else None
    return f" Up to {number(years)} {'year' if years == 1 else 'years'} may count." if years else ""


def _settled(doubt: Doubt) -> str:
    """Return how a doubt was settled, in words."""
    return f"{'Taken so far' if doubt.answer is None else 'You said'}: {outcome(doubt)}"


def _unplaced(unplaced: Sequence[Unplaced]) -> list[Block]:
    """Return what has no place, by reason."""
    if not unplaced:
        return []
    reasons: dict[str, list[Unplaced]] = {}
    for entry in unplaced:
        reasons.setdefault(entry.why, []).append(entry)
    items = [_left(why, entries) for why, entries in list(reasons.items())[:MOST_ROWS]]
    heading = Heading("Not placed", count(len(unplaced), "entry", "entries"))
    return [Gap(), heading, *items, *_more(len(reasons))]


def _left(why: str, entries: Sequence[Unplaced]) -> Block:
    """Return everything that is left for the same reason."""
    if len(entries) == 1:
        return Item(_told(entries[0].what, entries[0].place), why)
    rest = f" and {len(entries) - MOST_ROWS} more" if len(entries) > MOST_ROWS else ""
    return Item(f"{'; '.join(entry.what for entry in entries[:MOST_ROWS])}{rest}", why)


def _more(amount: int) -> list[Block]:
    if amount <= MOST_ROWS:
        return []
    return [Paragraph(f"And {amount - MOST_ROWS} more; --json lists all.", quiet=True)]
