"""The people of a cohort, a line for each, put together here because a thousand of them have to be quick."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from functools import partial

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from careercli.domain.cohort import Cohort
from careercli.domain.members import Member
from careercli.pages.blocks import Drawing
from careercli.pages.look import QUIET, STRONG, Look
from careercli.pages.render import pieces
from careercli.text.cohort import tier_name, waits_for
from careercli.text.phrases import count, listed, percent

_BETWEEN = 2
_GOOD_WAITS = 30
"""So many columns for what the next tier waits for are enough to name the next tier as well."""

_LEAST_NAME, _LEAST_WAITS = 12, 16
"""The columns that names and what the next tier waits for keep, however little room there is."""


def people_table(cohort: Cohort) -> Drawing:
    """Return the people with where they are; as lines to read on a narrow page."""
    lines = (f"{place}. {person_line(member, cohort)}" for place, member in _numbered(cohort))
    return Drawing(partial(_drawn, cohort), tuple(lines))


def _drawn(cohort: Cohort, look: Look) -> RenderableType:
    if look.narrow:
        return pieces.stack(
            [
                pieces.hanging((f"{place} ", QUIET), pieces.text(person_line(member, cohort)))
                for place, member in _numbered(cohort)
            ]
        )
    return _table(cohort, look)


def person_line(member: Member, cohort: Cohort) -> str:
    """Return where a person is as one line."""
    standing, tier, following = member.standing, cohort.tier(member), cohort.next(member)
    said = [f"{member.who}: {tier_name(member, tier)}"]
    if following and standing.fit is not None:
        said.append(f"next {following.short}, fit {percent(standing.fit)}")
        said.append(f"which waits for {listed(waits_for(standing, cohort.ladder.pass_fit))}")
    else:
        said.append("at the top")
    if member.days is not None:
        said.append(f"unchanged for {count(member.days, 'day')}" if member.days else "changed today")
    return "; ".join(said)


def _numbered(cohort: Cohort) -> Iterator[tuple[int, Member]]:
    return enumerate(cohort.members, start=1)


def _table(cohort: Cohort, look: Look) -> RenderableType:
    known = any(member.days is not None for member in cohort.members)
    header = ("", "Name", "Tier", "To next", "Next waits for", *(["Unchanged"] if known else []))
    rows = [_cells(place, member, cohort, known=known, named=True) for place, member in _numbered(cohort)]
    widths = _widths((header, *rows))
    if sum(widths) - max(widths[4] - _GOOD_WAITS, 0) > look.width:
        rows = [
            _cells(place, member, cohort, known=known, named=False) for place, member in _numbered(cohort)
        ]
        widths = _widths((header, *rows))
    for column, least in (
        (4, _LEAST_WAITS),
        (1, _LEAST_NAME),
    ):  # what the next tier waits for may take several lines
        over = sum(widths) - look.width
        if over > 0:
            widths[column] = max(widths[column] - over, min(least + _BETWEEN, widths[column]))
    lines = [Text(line, style=STRONG) for line in _lines(header, widths, look)]
    for row in rows:
        lines += [_styled(line, widths[0]) for line in _lines(row, widths, look)]
    return pieces.stack(lines)


def _styled(line: str, numbers: int) -> Text:
    text = Text(line)
    text.stylize(QUIET, 0, numbers)
    return text


def _cells(place: int, member: Member, cohort: Cohort, *, known: bool, named: bool) -> tuple[str, ...]:
    standing, tier, following = member.standing, cohort.tier(member), cohort.next(member)
    fit = "at the top" if standing.fit is None else percent(standing.fit)
    next_tier = f" {following.short}" if following and named else ""
    waits = ", ".join(waits_for(standing, cohort.ladder.pass_fit))
    days = "unknown" if member.days is None else count(member.days, "day")
    shown = (str(place), member.who, tier_name(member, tier), f"{fit:>4}{next_tier}", waits)
    return (*shown, days) if known else shown


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the columns that each column needs, with what separates it from the next."""
    widths = [max(map(cell_len, cells)) + _BETWEEN for cells in zip(*rows, strict=True)]
    widths[-1] -= _BETWEEN
    return widths


def _lines(row: Sequence[str], widths: Sequence[int], look: Look) -> list[str]:
    """Return a row as lines: more than one where what the next tier waits for has no room in its column."""
    room = widths[4] - (_BETWEEN if row[5:] else 0)
    waits, *more = textwrap.wrap(row[4], max(room, 1)) or [""]
    cells = [
        f"{row[0]:>{widths[0] - _BETWEEN}}  ",
        *(_set(cell, width, look) for cell, width in zip(row[1:4], widths[1:4], strict=True)),
        pieces.fitted(waits, widths[4], look),
        *row[5:],
    ]
    return ["".join(cells), *(" " * sum(widths[:4]) + line for line in more)]


def _set(cell: str, width: int, look: Look) -> str:
    return pieces.fitted(cell, width - _BETWEEN, look) + " " * _BETWEEN
