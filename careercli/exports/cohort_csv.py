"""A cohort as a table to calculate with: a row for each person, a column for each skill."""

from careercli.domain.cohort import Cohort, Unread
from careercli.domain.ladder import FIT_DECIMALS
from careercli.domain.members import LEFT_OUT, UNRATED, Member, Origin
from careercli.exports.csv_text import Cell, csv_bytes

_FIRST = (
    "number", "name", "file", "line", "problem", "tier", "next", "fit", "held_back_by", "missing_gates",
    "missing_support_years", "missing_leading_years", "unchanged_days",
)  # fmt: skip


def cohort_csv(cohort: Cohort, *, for_a_file: bool) -> bytes:
    """Return a cohort as CSV.

    What could not be read has a row as well, with what is wrong with it. Levels are numbers, "n/a" where a
    skill does not apply, and empty where it is not rated. A gate of several skills has "|" between them.
    """
    header = (*_FIRST, *(("notes",) if cohort.with_notes else ()), *cohort.order)
    rows = [_row(number, member, cohort) for number, member in enumerate(cohort.members, start=1)]
    for unread in cohort.unread:
        row = _unread_row(unread)
        rows.append((*row, *(None,) * (len(header) - len(row))))
    return csv_bytes(header, rows, for_a_file=for_a_file)


def _row(number: int, member: Member, cohort: Cohort) -> tuple[Cell, ...]:
    standing, tier, following = member.standing, cohort.tier(member), cohort.next(member)
    notes = ("; ".join(f"{note.day}: {note.text}" for note in member.notes),) if cohort.with_notes else ()
    return (
        number,
        member.who,
        *_from(member.origin),
        None,
        tier.id if tier else None,
        following.id if following else None,
        None if standing.fit is None else round(standing.fit, FIT_DECIMALS),
        " ".join(standing.holds),
        " ".join("|".join(entry.skills) for entry in standing.gates),
        round(standing.support_years, FIT_DECIMALS),
        round(standing.leading_years, FIT_DECIMALS),
        member.days,
        *notes,
        *(_level(state) for _, state in cohort.states(member)),
    )


def _unread_row(unread: Unread) -> tuple[Cell, ...]:
    said = (f"{problem.line or ''} {problem.key} {problem.message}".strip() for problem in unread.problems)
    return (None, unread.who, *_from(unread.origin), "; ".join(said))


def _from(origin: Origin) -> tuple[Cell, Cell]:
    """Return what somebody is saved under, or the file that they come from, and the line of it."""
    return origin.saved or origin.file or None, origin.line or None


def _level(state: int) -> Cell:
    return state if state < UNRATED else "n/a" if state == LEFT_OUT else None
