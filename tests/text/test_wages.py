from __future__ import annotations

import pytest

from careercli.domain.guide import Occupation, Percentiles, Wages, YearBefore
from careercli.text.wages import beside_country, year

HERE = Percentiles(p10=None, p25=None, median=40_000, p75=None, p90=None, jobs=1_000)
COUNTRY = Wages(p10=1, p25=2, median=50_000, p75=60_000, p90=None, jobs=9_500, source="survey")
BEFORE = YearBefore(jobs=10_000, median=40_000, source="survey")


def occupation(wages: Wages | None = COUNTRY, before: YearBefore | None = BEFORE) -> Occupation:
    """Return an occupation with these wages."""
    return Occupation(code="43-4051", title="Clerks", wages=wages, year_before=before)


@pytest.mark.parametrize(
    ("median", "words"),
    [
        (40_000, "The median of $40,000 is 20 % below the country's $50,000, over 1,000 jobs."),
        (55_000, "The median of $55,000 is 10 % above the country's $50,000, over 1,000 jobs."),
        (50_100, "The median of $50,100 is about the same as the country's $50,000, over 1,000 jobs."),
        (None, ""),
    ],
)
def test_a_state_beside_the_country(median: float | None, words: str) -> None:
    """The share is rounded to whole percent, and nothing is said where a median is not published."""
    found = Percentiles(p10=None, p25=None, median=median, p75=None, p90=None, jobs=1_000)

    assert beside_country(occupation(), found) == words


def test_nothing_is_said_without_the_country() -> None:
    """A state alone is compared with nothing."""
    assert beside_country(occupation(wages=None), HERE) == ""


def test_a_year() -> None:
    """Both changes are told with their signs and what they are between."""
    told = "Median $40,000 to $50,000 (+25 %), jobs 10,000 to 9,500 (-5 %)."

    assert year(occupation()) == told
    assert year(occupation(before=None)) == ""
    assert year(occupation(wages=None)) == ""
