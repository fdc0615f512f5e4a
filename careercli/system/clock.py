"""The day that the clock of this machine shows, whatever zone it is set to."""

from datetime import date
from time import localtime, time

from careercli.errors import NeedsInputError

EARLIEST, LATEST = date(1970, 1, 1), date(2999, 12, 31)
"""The days that can be reckoned from."""


def day_at(seconds: float) -> date:
    """Return the local day at a moment in seconds since 1970.

    The system reckons it: Python's own zones end a day from UTC, and some are set farther away.

    Raises:
        ValueError, OverflowError, OSError: no calendar has such a day.

    """
    return date(*localtime(seconds)[:3])


def today() -> date:
    """Return the local day.

    Raises:
        NeedsInputError: the clock is set to a day that nothing can be reckoned from.

    """
    try:
        day = day_at(time())
    except (ValueError, OverflowError, OSError):
        day = None
    if day is None or not EARLIEST <= day <= LATEST:
        shown = "a day that no calendar has" if day is None else str(day)
        raise NeedsInputError(
            f"The clock of this machine shows {shown}, which is not between {EARLIEST} and {LATEST}.",
            hint="Set the clock, or say which day it is, as in --as-of 2026-11-21.",
        )
    return day
