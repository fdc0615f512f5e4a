"""What every format of résumés shares: limits."""

from careercli.domain.experience import Place
from careercli.errors import InvalidDataError
from careercli.formats.document import syntax_error

MOST_ENTRIES = 2000
"""More jobs, skills or certificates than anybody has."""

NAME_LENGTH = 200
"""Characters of a name or title; a profile takes no more."""


def too_many(name: str, place: Place, amount: int) -> InvalidDataError:
    """Return the error of a list that is longer than any résumé's."""
    at = f"{place.at}: " if place.at else ""
    return syntax_error(
        name,
        (place.line, 1 if place.line else 0),
        f"{at}more than {MOST_ENTRIES:,} entries ({amount:,})",
        hint="Is it the right file?",
    )
