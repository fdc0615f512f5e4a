"""What every format of résumés shares: limits, and the dates of a job."""

from __future__ import annotations

from careercli.domain.experience import Place
from careercli.domain.months import Moment
from careercli.errors import InvalidDataError
from careercli.formats.document import syntax_error
from careercli.imports.dates import goes_on, moment_of

MOST_ENTRIES = 2000
"""More jobs, skills or certificates than anybody has."""

NAME_LENGTH = 200
"""Characters of a name or title; a profile takes no more."""


def dated(start: str, end: str) -> tuple[Moment | None, Moment | None, str]:
    """Return the start and end of a job and what of them cannot be read; a job without an end goes on."""
    moments: list[Moment | None] = []
    wrong = []
    for text, blank in ((start, not start), (end, goes_on(end))):
        moment = None
        if not blank:
            try:
                moment = moment_of(text)
            except ValueError as error:
                wrong.append(str(error))
        moments.append(moment)
    return moments[0], moments[1], "; ".join(wrong)


def too_many(name: str, place: Place, amount: int) -> InvalidDataError:
    """Return the error of a list that is longer than any résumé's."""
    at = f"{place.at}: " if place.at else ""
    return syntax_error(
        name,
        (place.line, 1 if place.line else 0),
        f"{at}more than {MOST_ENTRIES:,} entries ({amount:,})",
        hint="Is it the right file?",
    )
