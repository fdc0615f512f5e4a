"""A cohort as a page to hand over: the people, what they share, and every skill by people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from careercli import __version__
from careercli.domain.cohort import ONE_BY_ONE, Cohort, Workshop
from careercli.domain.members import STATES, UNRATED, Member
from careercli.domain.model import LEVEL_NAMES, Catalog, GrowthStep
from careercli.pages.html.environment import page
from careercli.text.cohort import no_workshop, tier_name, waits_for
from careercli.text.phrases import listed

_COLUMNS = 12
"""How many people stand side by side: as many as fit on a printed page."""

_MOST_SHARED = 12
_MOST_NAMED = 12


class PersonRow(msgspec.Struct, frozen=True):
    """A person in the list."""

    number: int
    member: Member
    tier: str
    following: str
    waits: str


class Cell(msgspec.Struct, frozen=True):
    """A level as it is shown: ``style`` names its color, ``text`` says it, ``words`` in full."""

    style: str
    text: str
    words: str


class HeatRow(msgspec.Struct, frozen=True):
    """A skill with a cell for each column."""

    skill: str
    cells: tuple[Cell, ...]


class Heat(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the heat map: its caption, the heads of its columns with what they mean, and its rows.

    With ``counts`` a column is a level and a cell how many people have it, else a column is a person.
    """

    caption: str
    counts: bool
    heads: tuple[tuple[str, str], ...]
    rows: tuple[HeatRow, ...]


class Offer(msgspec.Struct, frozen=True):
    """A step that would serve several people."""

    skill: str
    step: GrowthStep
    whom: str
    people: int


class SharedRow(msgspec.Struct, frozen=True):
    """A skill that several people lack, with the step that would serve most of them."""

    skill: str
    people: int
    gates: int
    unrated: int
    offer: Offer | None


def cohort_html(cohort: Cohort, catalog: Catalog) -> str:
    """Return a cohort as one HTML file."""
    names = catalog.skill_titles
    best = cohort.workshop
    return page(
        "cohort.html.j2",
        version=__version__,
        as_of=cohort.as_of,
        cohort=cohort,
        no_workshop=no_workshop(cohort),
        people=tuple(_people(cohort)),
        known=any(member.days is not None for member in cohort.members),
        on_tiers=cohort.on_tiers,
        most=max((people for _, people in cohort.on_tiers), default=0),
        shared=tuple(
            SharedRow(
                names[gap.skill],
                gap.people,
                gap.gates,
                gap.unrated,
                _offer(gap.workshop, cohort, names[gap.skill]),
            )
            for gap in cohort.shared[:_MOST_SHARED]
        ),
        best=_offer(best, cohort, names[best.skill]) if best else None,
        heats=tuple(_heats(cohort, catalog)) if cohort.members else (),
        legend=tuple(_cell(state) for state in range(STATES)),
    )


def _people(cohort: Cohort) -> Iterator[PersonRow]:
    for number, member in enumerate(cohort.members, start=1):
        tier, following = cohort.tier(member), cohort.next(member)
        yield PersonRow(
            number,
            member,
            tier_name(member, tier),
            following.short if following else "",
            listed(waits_for(member.standing, cohort.ladder.pass_fit)),
        )


def _offer(workshop: Workshop | None, cohort: Cohort, skill: str) -> Offer | None:
    if workshop is None:
        return None
    who = [cohort.members[place].who for place in workshop.people]
    rest = len(who) - _MOST_NAMED
    whom = listed(who) if rest <= 0 else f"{', '.join(who[:_MOST_NAMED])} and {rest:,} more"
    return Offer(skill, workshop.step, whom, len(who))


def _heats(cohort: Cohort, catalog: Catalog) -> Iterator[Heat]:
    """Yield the heat map in parts that fit a page; of too many people, how many have each level."""
    states = {skill: cohort.states_of(skill) for skill in cohort.asked}
    names = catalog.skill_titles
    if len(cohort.members) > ONE_BY_ONE:
        rows = (HeatRow(names[skill], tuple(_counts(of))) for skill, of in states.items())
        heads = tuple((_cell(state).text, _cell(state).words) for state in range(STATES))
        yield Heat(caption="How many people have each level", counts=True, heads=heads, rows=tuple(rows))
        return
    for start in range(0, len(cohort.members), _COLUMNS):
        members = cohort.members[start : start + _COLUMNS]
        heads = tuple((str(number), member.who) for number, member in enumerate(members, start=start + 1))
        end = start + len(members)
        yield Heat(
            caption=", ".join(f"{number} {who}" for number, who in heads),
            counts=False,
            heads=heads,
            rows=tuple(
                HeatRow(names[skill], tuple(_cell(state) for state in of[start:end]))
                for skill, of in states.items()
            ),
        )


def _cell(state: int) -> Cell:
    if state < UNRATED:
        return Cell(f"level-{state}", str(state), LEVEL_NAMES[state])
    return (
        Cell("unrated", "?", "not rated") if state == UNRATED else Cell("left-out", "n/a", "does not apply")
    )


def _counts(states: Sequence[int]) -> Iterator[Cell]:
    for state in range(STATES):
        cell = _cell(state)
        people = sum(1 for other in states if other == state)
        yield Cell(cell.style if people else "nobody", f"{people:,}", cell.words)
