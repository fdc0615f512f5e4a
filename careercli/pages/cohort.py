"""The pages of ``cohort``, on a screen and as a document: many people at a glance, and what they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercli.domain.cohort import ONE_BY_ONE, SHARED, Cohort, SharedGap, Unread, Workshop
from careercli.domain.members import UNRATED
from careercli.domain.model import Catalog
from careercli.errors import Problem
from careercli.pages.blocks import (
    AIR,
    STATES,
    Block,
    Command,
    Grid,
    Heading,
    Heat,
    Item,
    Paragraph,
    Title,
    part,
    quiet,
)
from careercli.pages.document_blocks import (
    Bar,
    Chapter,
    Column,
    Framed,
    Handout,
    Table,
    chapter,
    handout,
    written,
)
from careercli.pages.notes import note_blocks
from careercli.text.cohort import no_workshop, otherwise_held, tier_name, waits_for
from careercli.text.phrases import count, day, hours_of, listed_first, percent

_MOST_SHARED = 4
"""How many skills a page has without ``--full``: beside them five people fit 24 lines."""

_IN_A_DOCUMENT = 12
"""How many of them a document has, and how many people it names."""

_MOST_NAMED = 8
"""How many people a sentence names before it counts the others."""

_MOST_BROKEN = 20
_MOST_PROBLEMS = 3


def cohort_view(cohort: Cohort, catalog: Catalog, *, full: bool, more: str) -> list[Block]:
    """Return a cohort as a page; ``more`` is the command that shows all of it."""
    skills = cohort.asked if full else tuple(gap.skill for gap in cohort.shared[:_MOST_SHARED])
    blocks: list[Block] = [
        Title("Cohort", f"{_people(cohort)}, {day(cohort.as_of)}"),
        *([_table(cohort)] if cohort.members else []),
        Paragraph(_on_tiers(cohort), "On the tiers"),
        *_unheard(cohort),
        AIR,
        *([_heat(cohort, catalog, skills)] if skills and cohort.members else []),
        *_workshops(cohort, catalog, full=full),
        *(part("Notes", [*_notes(cohort), AIR], "for you alone") if cohort.with_notes else []),
    ]
    if cohort.unread:
        unread = [*unread_blocks(cohort.unread, cohort.unread_in_all), AIR]
        blocks += part("Could not be read", unread, count(cohort.unread_in_all, "profile"))
    if not full and len(cohort.asked) > len(skills):
        blocks.append(Command(f"All {len(cohort.asked)} skills", more))
    return blocks


def cohort_page(cohort: Cohort, catalog: Catalog) -> Handout:
    """Return a cohort as a document to write in whatever way."""
    title, today = f"{_people(cohort)} at a glance", cohort.as_of
    head = (
        Paragraph(f"{cohort.ladder.title} cohort, {day(today)}", style="kicker"),
        Title(title),
        Paragraph(_standing(cohort, catalog), style="standing"),
    )
    same = "The same profiles on the same day give the same page."
    foot = f"{written('the profiles named', today)} {same}"
    return handout(title, today, "cohort", head, _chapters(cohort, catalog), foot)


def _people(cohort: Cohort) -> str:
    return count(cohort.members, "person", "people")


def _standing(cohort: Cohort, catalog: Catalog) -> str:
    best, size, names = cohort.workshop, len(cohort.members), catalog.skill_titles
    if best:
        past = " past a must-have" if best.gates == len(best.people) else ""
        helped = "bring" if past else "serve"
        return f"One workshop would {helped} {len(best.people)} of {size}{past}: {names[best.skill]}."
    if cohort.shared:
        most = cohort.shared[0]
        return f"{most.people} of {size} lack the same skill for their next tier: {names[most.skill]}."
    return "No gap is shared by two people."


def _chapters(cohort: Cohort, catalog: Catalog) -> Iterator[Chapter]:
    most = max((people for _, people in cohort.on_tiers), default=0)
    rows = tuple(
        (tier.title if tier else "None yet, or too little rated", str(n), (Bar(n / most),) if n else "")
        for tier, n in cohort.on_tiers
    )
    columns = (Column("Tier", names=True), Column("People", "amount"), Column("", "bars", hidden=True))
    on_tiers = Table(columns, rows, "How many are on each tier")
    yield chapter("people", "People", (on_tiers, _table(cohort), *_unheard(cohort)))
    if cohort.shared:
        yield chapter("shared", "What they share", _shared(cohort, catalog))
    if cohort.members:
        about = Paragraph("Every skill that somebody's next tier asks for, with each person's level.")
        yield chapter("skills", "Skills by people", (about, _heat(cohort, catalog, cohort.asked)))
    if cohort.with_notes:
        yield chapter("notes", "Notes", _notes(cohort))
    if cohort.unread_in_all:
        unread = f"{count(cohort.unread_in_all, 'profile')} of {cohort.size} could not be read"
        told = Paragraph(f"{unread} and is in nothing above.")
        blocks = (told, *unread_blocks(cohort.unread, cohort.unread_in_all))
        yield chapter("unread", "Could not be read", blocks)


def _unheard(cohort: Cohort) -> Iterator[Block]:
    """Yield of whom nobody has given a second opinion, where somebody has of another."""
    if any(member.opinions for member in cohort.members):
        names = [member.who for member in cohort.members if member.opinions == 0]
        if names:
            yield Paragraph(f"{listed_first(names, _MOST_NAMED)}.", "No second opinion yet")


# -- the people --------------------------------------------------------------------------------------------


def _table(cohort: Cohort) -> Grid:
    """Return where each person is, and what the next tier waits for."""
    digits, known = len(str(len(cohort.members))), any(member.days is not None for member in cohort.members)
    header = ("Name", "Tier", "Covers", "Next (waits for)", *(("Same for",) if known else ()))
    rows = []
    for place, member in enumerate(cohort.members, start=1):
        fit, following = member.standing.fit, cohort.next(member)
        unknown = "?" if following else ""
        waits = ", ".join(waits_for(member.standing, cohort.ladder.pass_fit))
        days = "unknown" if member.days is None else count(member.days, "day")
        rows.append(
            (
                f"{place:>{digits}} {member.who}",
                tier_name(member, cohort),
                unknown if fit is None else percent(fit),
                " ".join((following.short, *([f"({waits})"] if waits else ())))
                if following
                else "at the top",
                *((days,) if known else ()),
            )
        )
    return Grid(header, tuple(rows))


def _on_tiers(cohort: Cohort) -> str:
    """Return how many people are on each tier that anybody is on."""
    unplaced = sum(not member.standing.placed for member in cohort.members)
    words = [f"too little rated {unplaced}"] if unplaced else []
    for tier, people in cohort.on_tiers:
        here = people if tier else people - unplaced
        words += [f"{tier.short if tier else 'none yet'} {here}"] if here else []
    return f"{', '.join(words) or 'nobody'}."


# -- what they share ---------------------------------------------------------------------------------------


def _heat(cohort: Cohort, catalog: Catalog, skills: Sequence[str]) -> Heat:
    """Return what level each person has in some skills, of too many people how many have each level."""
    shared, names = {gap.skill: gap for gap in cohort.shared}, catalog.skill_titles
    one_by_one = len(cohort.members) <= ONE_BY_ONE
    heads = tuple((str(place), member.who) for place, member in enumerate(cohort.members, start=1))
    rows = []
    for skill in skills:
        states, gap = cohort.states_of(skill), shared.get(skill)
        cells = tuple((STATES[state][0], state) for state in states)
        if not one_by_one:
            counted = [states.count(state) for state in range(len(STATES))]
            cells = tuple((f"{many:,}", state if many else UNRATED) for state, many in enumerate(counted))
        rows.append((names[skill], cells, _lacked(gap, cohort) if gap else ""))
    return Heat("Skills by people", "lacked by", heads if one_by_one else STATES, tuple(rows))


def _lacked(gap: SharedGap, cohort: Cohort) -> str:
    must = f", must-have for {gap.gates}" if gap.gates else ""
    return f"{gap.people} of {len(cohort.members)}{must}"


def _workshops(cohort: Cohort, catalog: Catalog, *, full: bool) -> Iterator[Block]:
    """Yield the step that would serve most, and with ``full`` that of every gap that is shared."""
    best = cohort.workshop
    if best is None:
        if said := no_workshop(cohort):
            yield Paragraph(said)
        return
    action = f" {best.step.action}" if full else ""
    yield Paragraph(f"{_workshop(best, cohort, catalog)}{action}", "A workshop to run")
    yield Paragraph(
        otherwise_held(cohort, best, catalog.skills_by_id, _MOST_NAMED), "What else holds them back"
    )
    others = [gap.workshop for gap in cohort.shared if gap.workshop and gap.workshop is not best]
    if full:
        several = [workshop for workshop in others if len(workshop.people) >= SHARED]
        several.sort(key=lambda workshop: -len(workshop.people))
        told = (Item(_workshop(workshop, cohort, catalog)) for workshop in several)
        yield from part("Other steps that serve several", told)


def _workshop(workshop: Workshop, cohort: Cohort, catalog: Catalog, most: int = _MOST_NAMED) -> str:
    """Return a step, the skill that it raises, and whom it would serve."""
    step, name = workshop.step, catalog.skill_titles[workshop.skill]
    whom = listed_first([cohort.members[place].who for place in workshop.people], most)
    share = f"{len(workshop.people)} of {len(cohort.members)}"
    must = f"a must-have for {workshop.gates} of them" if workshop.gates else ""
    if workshop.gates == len(workshop.people):
        must = "a must-have for each of them"
    return f"{step.title} ({name} to level {step.to}), for {whom} ({', '.join(filter(None, (share, must)))})."


def _shared(cohort: Cohort, catalog: Catalog) -> Iterator[Block]:
    if best := cohort.workshop:
        step, hours = best.step, hours_of(best.step.hours)
        about = (
            Heading("A workshop to run"),
            Paragraph(_workshop(best, cohort, catalog, _IN_A_DOCUMENT), style="lead"),
            Paragraph(f"{step.action} It takes {hours} of work each."),
            Paragraph(
                otherwise_held(cohort, best, catalog.skills_by_id, _IN_A_DOCUMENT),
                "What else holds them back",
            ),
            quiet(f"It is done when there is this to show: {step.proof}"),
        )
        yield Framed(about, "workshop")
    if said := no_workshop(cohort):
        yield Paragraph(said)
    rows = []
    for gap in cohort.shared[:_IN_A_DOCUMENT]:
        unrated = f", not rated by {gap.unrated}" if gap.unrated else ""
        offer = "Rate it first: nobody has."
        if gap.workshop:
            offer = _workshop(gap.workshop, cohort, catalog, _IN_A_DOCUMENT)
        rows.append((catalog.skill_titles[gap.skill], f"{_lacked(gap, cohort)}{unrated}", offer))
    yield Heading("The skills that most lack for their next tier")
    yield Grid(("Skill", "Lacked by", "The next step, and whom it serves"), tuple(rows))


# -- notes, and what could not be read ---------------------------------------------------------------------


def _notes(cohort: Cohort) -> Iterator[Block]:
    noted = [member for member in cohort.members if member.notes]
    if not noted:
        yield Paragraph("There is none on these people.")
    for member in noted:
        yield from (Paragraph(member.who), *note_blocks(member.notes))


def unread_blocks(found: Sequence[Unread], in_all: int) -> Iterator[Block]:
    """Yield which profiles could not be read, ``in_all`` of them, and what is wrong with each."""
    for unread in found[:_MOST_BROKEN]:
        yield Item("", unread.who)
        for problem in unread.problems[:_MOST_PROBLEMS]:
            yield Item(_problem(problem, placed=not unread.origin.line), depth=1)
        if (rest := len(unread.problems) - _MOST_PROBLEMS) > 0:
            yield Item(f"and {count(rest, 'problem')} more", depth=1)
    if (rest := in_all - _MOST_BROKEN) > 0:
        yield Item(f"and {rest:,} more")


def _problem(problem: Problem, *, placed: bool) -> str:
    """Return what is wrong in a sentence, ``placed`` on its line where that is not said already."""
    place = f"line {problem.line}:" if placed and problem.line else ""
    return " ".join(filter(None, (place, problem.key, f"{problem.message.rstrip('.')}.")))
