"""The page of ``cohort``: many people at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.domain.cohort import SHARED, Cohort, Unread, Workshop
from careercli.domain.model import Catalog
from careercli.errors import Problem
from careercli.pages.blocks import Block, Command, Gap, Heading, Item, Paragraph, Title
from careercli.pages.cohort_heat import heat_map
from careercli.pages.cohort_table import people_table
from careercli.pages.notes import note_blocks
from careercli.text.phrases import count, day, listed

_MOST_SHARED = 5
"""How many skills a page has without ``--full``: five people with them fit 24 lines."""

_MOST_NAMED = 8
"""How many people a sentence names before it counts the others."""

_MOST_BROKEN = 20
_MOST_PROBLEMS = 3


def cohort_view(cohort: Cohort, catalog: Catalog, *, full: bool, more: str) -> list[Block]:
    """Return a cohort as a page; ``more`` is the command that shows all of it."""
    skills = cohort.asked if full else tuple(gap.skill for gap in cohort.shared[:_MOST_SHARED])
    people = count(len(cohort.members), "person", "people")
    foot = [*_workshops(cohort, catalog, full=full), *_notes(cohort), *_broken(cohort)]
    if not full and len(cohort.asked) > len(skills):
        foot.append(Command(f"All {len(cohort.asked)} skills", more))
    return [
        Title("Cohort", f"{people}, {day(cohort.as_of)}"),
        *([people_table(cohort)] if cohort.members else []),
        Paragraph(_on_tiers(cohort), "On the tiers"),
        Gap(),
        *([heat_map(cohort, catalog, skills)] if skills and cohort.members else []),
        *foot,
    ]


def _on_tiers(cohort: Cohort) -> str:
    """Return how many people are on each tier that anybody is on."""
    unplaced = sum(not member.standing.placed for member in cohort.members)
    words = [f"too little rated {unplaced}"] if unplaced else []
    for tier, people in cohort.on_tiers:
        here = people if tier else people - unplaced
        words += [f"{tier.short if tier else 'none yet'} {here}"] if here else []
    return f"{', '.join(words) or 'nobody'}."


def _workshops(cohort: Cohort, catalog: Catalog, *, full: bool) -> list[Block]:
    """Return the step that would serve most, and with ``full`` that of every gap that is shared."""
    best = cohort.workshop
    if best is None:
        return [Paragraph(cohort.no_workshop)] if cohort.no_workshop else []
    said = _workshop_sentence(best, cohort, catalog, full=full)
    blocks: list[Block] = [Paragraph(said, "A workshop to run")]
    others = [gap.workshop for gap in cohort.shared if gap.workshop and gap.workshop is not best]
    several = sorted(
        (workshop for workshop in others if len(workshop.people) >= SHARED),
        key=lambda workshop: -len(workshop.people),
    )
    if full and several:
        blocks += [Gap(), Heading("Other steps that serve several")]
        blocks += [Item(_workshop_sentence(workshop, cohort, catalog, full=False)) for workshop in several]
    return blocks


def _workshop_sentence(workshop: Workshop, cohort: Cohort, catalog: Catalog, *, full: bool) -> str:
    """Return a step, the skill that it raises, and whom it would serve; with ``full`` also how to do it."""
    step, name = workshop.step, catalog.skill_titles[workshop.skill]
    whom = _named([cohort.members[place].who for place in workshop.people])
    share = f"{len(workshop.people)} of {len(cohort.members)}"
    detail = f" {step.action}" if full else ""
    return f"{step.title} ({name} to level {step.to}), for {whom} ({share}).{detail}"


def _named(names: Sequence[str]) -> str:
    """Return names as a list; of many only the first, and how many there are besides."""
    if len(names) <= _MOST_NAMED:
        return listed(names)
    return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED:,} more"


def _notes(cohort: Cohort) -> list[Block]:
    if not cohort.with_notes:
        return []
    blocks: list[Block] = [Gap(), Heading("Notes", "for you alone")]
    for member in cohort.members:
        if member.notes:
            blocks += [Paragraph(member.who), *note_blocks(member.notes)]
    return [*blocks, *([] if len(blocks) > 2 else [Paragraph("There is none on these people.")]), Gap()]


def _broken(cohort: Cohort) -> list[Block]:
    """Return which profiles could not be read, and what is wrong with each."""
    if not cohort.unread:
        return []
    blocks: list[Block] = [Gap(), Heading("Could not be read", count(cohort.unread_in_all, "profile"))]
    for unread in cohort.unread[:_MOST_BROKEN]:
        blocks += _problems(unread)
    rest = cohort.unread_in_all - _MOST_BROKEN
    return [*blocks, *([Item(f"and {rest:,} more")] if rest > 0 else []), Gap()]


def _problems(unread: Unread) -> list[Block]:
    lines = [_problem_line(problem, placed=not unread.origin.line) for problem in unread.problems]
    rest = len(lines) - _MOST_PROBLEMS
    more = [Item(f"and {count(rest, 'problem')} more", depth=1)] if rest > 0 else []
    return [Item("", unread.who), *(Item(line, depth=1) for line in lines[:_MOST_PROBLEMS]), *more]


def _problem_line(problem: Problem, *, placed: bool) -> str:
    """Return what is wrong in a sentence, ``placed`` on its line where that is not said already."""
    place = f"line {problem.line}:" if placed and problem.line else ""
    return " ".join(filter(None, (place, problem.key, f"{problem.message.rstrip('.')}.")))
