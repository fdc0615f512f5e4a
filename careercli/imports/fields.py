"""What every format of résumés shares: limits, and the dates of a job."""

from __future__ import annotations

from careercli.domain.experience import Place
from careercli.domain.months import Moment
from careercli.errors import InvalidDataError
from careercli.formats.document import shortened, syntax_error
from careercli.imports.date_ranges import range_of
from careercli.imports.dates import DayOrder, goes_on, moment_of

MOST_ENTRIES = 2000
"""More jobs, skills or certificates than anybody has."""

NAME_LENGTH = 200
"""Characters of a name or title; a profile takes no more."""

Dates = tuple[Moment | None, Moment | None, str]
"""The start and end of a job, and what of them cannot be read; one that goes on has no end."""


def dated(start: str, end: str, order: DayOrder | None = None, *, over: bool = False) -> Dates:
    """Return the start and end of a job and what of them cannot be read; a job without an end goes on.

    A range in place of the start is both. ``over`` says that the job does not go on, whatever its end says.
    With a start, what is wrong is the end alone.
    """
    if goes_on(end) and (both := range_of(start, order=order)):
        return both.start, both.end, ""
    moments: list[Moment | None] = []
    wrong = []
    for text, blank in ((start, not start), (end, goes_on(end))):
        moment = None
        if not blank:
            try:
                moment = moment_of(text, order=order)
            except ValueError as error:
                wrong.append(str(error))
        moments.append(moment)
    if over and start and goes_on(end):
        wrong.append("it is said to be over, and not when it ended")
    return moments[0], moments[1], "; ".join(wrong)


def dated_range(text: str, order: DayOrder | None = None) -> Dates:
    """Return the start and end of a job that one text holds, and what of it cannot be read."""
    both = range_of(text, order=order)
    if both:
        return both.start, both.end, ""
    try:
        moment_of(text, order=order)
    except ValueError as error:
        return None, None, str(error)
    return None, None, f"'{shortened(text, 30)}' is one date, and whether a start or an end is not said"


def too_many(name: str, place: Place, amount: int) -> InvalidDataError:
    """Return the error of a list that is longer than any résumé's."""
    at = f"{place.at}: " if place.at else ""
    return syntax_error(
        name,
        (place.line, 1 if place.line else 0),
        f"{at}more than {MOST_ENTRIES:,} entries ({amount:,})",
        hint="Is it the right file?",
    )
