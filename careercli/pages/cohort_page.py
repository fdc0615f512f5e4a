"""A cohort as a page to hand over: the people, what they share, and every skill by people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from careercli import __version__
from careercli.domain.cohort import ONE_BY_ONE, Cohort, Workshop
from careercli.domain.members import STATES, UNRATED
from careercli.domain.model import LEVEL_NAMES, Catalog
from careercli.pages.blocks import Block, Heading, Item, Paragraph, Title
from careercli.pages.document_blocks import (
    Bar,
    Chapter,
    Column,
    Framed,
    Handout,
    Listing,
    Styled,
    Table,
    chapter,
)
from careercli.text.cohort import no_workshop, tier_name, waits_for
from careercli.text.phrases import count, day, hours_range, listed, percent

_COLUMNS = 12
"""How many people stand side by side: as many as fit on a printed page."""

_MOST_SHARED = 12
_MOST_NAMED = 12


def cohort_page(cohort: Cohort, catalog: Catalog) -> Handout:
    """Return a cohort as a document to write in whatever way."""
    title, today = f"{count(len(cohort.members), 'person', 'people')} at a glance", day(cohort.as_of)
    return Handout(
        title=f"{title}, {today}",
        version=__version__,
        as_of=cohort.as_of,
        style="cohort",
        head=(
            Paragraph(f"{cohort.ladder.title} cohort, {today}", style="kicker"),
            Title(title),
            Paragraph(_standing(cohort, catalog), style="standing"),
        ),
        chapters=tuple(_chapters(cohort, catalog)),
        foot=f"Written by careercli {__version__} from the profiles named, as of {today}. The same profiles "
        "on the same day give the same page.",
    )


def _standing(cohort: Cohort, catalog: Catalog) -> str:
    best, size, names = cohort.workshop, len(cohort.members), catalog.skill_titles
    if best:
        return f"One workshop would serve {len(best.people)} of {size}: {names[best.skill]}."
    if cohort.shared:
        most = cohort.shared[0]
        return f"{most.people} of {size} lack the same skill for their next tier: {names[most.skill]}."
    return "No gap is shared by two people."


def _chapters(cohort: Cohort, catalog: Catalog) -> Iterator[Chapter]:
    yield chapter("people", "People", _people(cohort))
    if cohort.shared:
        yield chapter("shared", "What they share", _shared(cohort, catalog))
    if cohort.members:
        yield chapter("skills", "Skills by people", _skills(cohort, catalog))
    if cohort.with_notes:
        yield chapter("notes", "Notes", _notes(cohort))
    if cohort.unread_in_all:
        yield chapter("unread", "Could not be read", _unread(cohort))


def _people(cohort: Cohort) -> Iterator[Table]:
    most = max((people for _, people in cohort.on_tiers), default=0)
    yield Table(
        (Column("Tier", names=True), Column("People", "amount"), Column("", "bars", hidden=True)),
        tuple(
            (
                tier.title if tier else "None yet, or too little rated",
                str(people),
                (Bar(people / most),) if people else "",
            )
            for tier, people in cohort.on_tiers
        ),
        "How many are on each tier",
    )
    known = any(member.days is not None for member in cohort.members)
    columns = (
        Column("No.", "amount"),
        Column("Name", names=True),
        Column("Tier"),
        Column("Next tier"),
        Column("Fit", "amount"),
        Column("Waits for"),
        *((Column("Unchanged for"),) if known else ()),
    )
    rows = []
    for number, member in enumerate(cohort.members, start=1):
        following, fit = cohort.next(member), member.standing.fit
        unchanged = "not known" if member.days is None else count(member.days, "day")
        rows.append(
            (
                str(number),
                member.who,
                tier_name(member, cohort.tier(member)),
                following.short if following else "at the top",
                "" if fit is None else percent(fit),
                listed(waits_for(member.standing, cohort.ladder.pass_fit)) or "nothing",
                *((unchanged,) if known else ()),
            )
        )
    yield Table(columns, tuple(rows), "Where each is, and what the next tier waits for", "stacked")


def _shared(cohort: Cohort, catalog: Catalog) -> Iterator[Block]:
    names, size, best = catalog.skill_titles, len(cohort.members), cohort.workshop
    if best:
        step = best.step
        yield Framed(
            (
                Heading("A workshop to run"),
                Paragraph(step.title, style="lead"),
                Paragraph(step.action),
                Paragraph(
                    f"It raises {names[best.skill]} to level {step.to}, for {_whom(best, cohort)} "
                    f"({len(best.people)} of {size}), in {hours_range(step.hours.min, step.hours.max)} of "
                    "work each."
                ),
                Paragraph(f"It is done when there is this to show: {step.proof}", quiet=True),
            ),
            "workshop",
        )
    if said := no_workshop(cohort):
        yield Paragraph(said)
    rows = []
    for gap in cohort.shared[:_MOST_SHARED]:
        lacked = f"{gap.people} of {size}"
        lacked += f", a must-have for {gap.gates}" if gap.gates else ""
        lacked += f", not rated by {gap.unrated}" if gap.unrated else ""
        offer = "Rate it first: nobody has."
        if gap.workshop:
            step = gap.workshop.step
            offer = f"{step.title}, to level {step.to}: for {_whom(gap.workshop, cohort)}"
        rows.append((names[gap.skill], lacked, offer))
    columns = (
        Column("Skill", names=True),
        Column("Lacked by"),
        Column("The next step, and whom it serves", label="Next step"),
    )
    yield Table(columns, tuple(rows), "The skills that most lack for their next tier", "stacked")


def _whom(workshop: Workshop, cohort: Cohort) -> str:
    who = [cohort.members[place].who for place in workshop.people]
    rest = len(who) - _MOST_NAMED
    return listed(who) if rest <= 0 else f"{', '.join(who[:_MOST_NAMED])} and {rest:,} more"


def _skills(cohort: Cohort, catalog: Catalog) -> Iterator[Block]:
    """Yield the heat map in parts that fit a page; of too many people, how many have each level."""
    yield Paragraph("Every skill that somebody's next tier asks for, with each person's level.")
    key = [_cell(state) for state in range(STATES)]
    yield Listing(tuple((Styled(sign, style), words) for sign, style, words in key), "key")
    states, names = {skill: cohort.states_of(skill) for skill in cohort.asked}, catalog.skill_titles
    if len(cohort.members) > ONE_BY_ONE:
        heads = [(sign, words) for sign, _, words in key]
        counts = {
            names[skill]: [_counted(of.count(state), state) for state in range(STATES)]
            for skill, of in states.items()
        }
        yield _heat("How many people have each level", heads, counts, "heat heat-counts")
        return
    for start in range(0, len(cohort.members), _COLUMNS):
        members = cohort.members[start : start + _COLUMNS]
        heads = [(str(number), member.who) for number, member in enumerate(members, start=start + 1)]
        levels = {
            names[skill]: [Styled(*_cell(state)[:2]) for state in of[start : start + len(members)]]
            for skill, of in states.items()
        }
        yield _heat(", ".join(f"{number} {who}" for number, who in heads), heads, levels, "heat")


def _heat(
    caption: str, heads: Iterable[tuple[str, str]], rows: Mapping[str, Iterable[Styled]], style: str
) -> Table:
    people = [Column((Styled(sign, meaning=words),)) for sign, words in heads]
    return Table(
        (Column("Skill", "skill", names=True), *people),
        tuple((name, *((cell,) for cell in cells)) for name, cells in rows.items()),
        caption,
        style,
        scrolls=f"Levels of {caption}",
    )


def _cell(state: int) -> tuple[str, str, str]:
    """Return how a level is shown: its sign, its style, and its name."""
    if state < UNRATED:
        return str(state), f"level-{state}", LEVEL_NAMES[state]
    return ("?", "unrated", "not rated") if state == UNRATED else ("n/a", "left-out", "does not apply")


def _counted(people: int, state: int) -> Styled:
    return Styled(f"{people:,}", _cell(state)[1] if people else "nobody")


def _notes(cohort: Cohort) -> Iterator[Block]:
    noted = [member for member in cohort.members if member.notes]
    if not noted:
        yield Paragraph("There is none on these people.")
    for member in noted:
        yield Heading(member.who)
        yield Listing(tuple((f"{day(note.day)}: ", Styled(note.text, "notes")) for note in member.notes))


def _unread(cohort: Cohort) -> Iterator[Block]:
    unread = count(cohort.unread_in_all, "profile")
    yield Paragraph(f"{unread} of {cohort.size} could not be read and is in nothing above.")
    for each in cohort.unread:
        yield Heading(each.who)
        for problem in each.problems:
            line = f"line {problem.line}: " if problem.line else ""
            hint = f" {problem.hint}" if problem.hint else ""
            yield Item(f"{line}{problem.key} {problem.message}.{hint}")
