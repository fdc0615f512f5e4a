"""What a survey of wages says, in words."""

from __future__ import annotations

from careercli.domain.guide import Occupation, Percentiles
from careercli.text.amounts import change, grouped, money

ABROAD = (
    "You said that you live outside the United States. The only pay figures kept here are for the United "
    "States, so none are shown. What people earn where you are is known best by your own country's "
    "statistics office or employment service, and by the ads near you that name a figure."
)
"""What is said to who lives in no state."""

SHARED = "Tiers with the same numbers share an occupation: the survey does not tell them apart."
YOUR_STATE = (
    "Pay differs by state. For yours: --state TX, or once for all: careercli config set state TX. Outside "
    "the United States: none."
)
NOT_SURVEYED = "The survey publishes nothing for these occupations there."
SECTORS = (
    "One line may stand inside another, as telecommunications do in information. The survey tells no size of "
    "company, no years of experience, and no home office."
)
ONE_YEAR = (
    "One year is a sign and no proof: the survey pools several years, and says nothing of why. Prices rose "
    "as well, and that is not taken out."
)


def jobs(surveyed: Percentiles) -> str:
    """Return how many jobs a survey counted: ``337,170``."""
    return "" if surveyed.jobs is None else grouped(surveyed.jobs)


def beside_country(occupation: Occupation, found: Percentiles) -> str:
    """Return how the median of a state compares with the country's; "" where one of them is not published."""
    country = occupation.wages.median if occupation.wages else None
    if not country or found.median is None:
        return ""
    share = round(100 * (found.median / country - 1))
    more = f"{abs(share)} % {'above' if share > 0 else 'below'}" if share else "about the same as"
    counted = f", over {jobs(found)} jobs" if found.jobs else ""
    return f"The median of {money(found.median)} is {more} the country's {money(country)}{counted}."


def year(occupation: Occupation) -> str:
    """Return how jobs and median moved since the survey of the year before; "" where that is not known."""
    now, before = occupation.wages, occupation.year_before
    if now is None or before is None or now.median is None or now.jobs is None:
        return ""
    pay, count = (
        round(100 * (new / old - 1), 1) for new, old in ((now.median, before.median), (now.jobs, before.jobs))
    )
    return (
        f"Median {money(before.median)} to {money(now.median)} ({change(pay)}), jobs {grouped(before.jobs)} "
        f"to {grouped(now.jobs)} ({change(count)})."
    )
