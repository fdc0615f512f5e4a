"""Years that are asked for, and what they are years of."""

from __future__ import annotations

import pytest

from careercli.domain.advertisement import AskedYears
from tests.advertisements.ads import asking


def told(years: AskedYears | None) -> tuple[float, float | None] | None:
    """Return the least and most of years."""
    return (years.least, years.most) if years else None


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("At least two years' experience in a contact centre", (2, None)),
        ("3+ years in customer service", (3, None)),
        ("2-4 years of help desk experience", (2, 4)),
        ("1\u20112 years in customer support", (1, 2)),
        ("Two to three years of BPO experience", (2, 3)),
        ("Minimum of 2 (two) years in support", (2, None)),
        ("18 months in a call center", (1.5, None)),
        ("Customer service (3 to 5 years)", (3, 5)),
        ("IT support: 1 year (Required)", (1, None)),
        ("4+ years experience", (4, None)),
        ("5 years related experience", (5, None)),
        ("Bachelor's degree and 3 years in support, or 5 years without a degree", (3, None)),
    ],
)
def test_years_of_support(line: str, years: tuple[float, float | None]) -> None:
    """Numbers, words and ranges are years of support where nothing else is named."""
    ad = asking(line)
    assert told(ad.support_years) == years
    assert ad.leading_years is None


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("3-5 years managing support teams", (3, 5)),
        ("2 years of supervisory experience", (2, None)),
        ("At least 1 year as a team leader in a BPO", (1, None)),
        ("5+ years of support leadership", (5, None)),
    ],
)
def test_years_of_leading(line: str, years: tuple[float, float | None]) -> None:
    """Years of leading people are no years of support."""
    ad = asking(line)
    assert told(ad.leading_years) == years
    assert ad.support_years is None


def test_both_in_one_sentence() -> None:
    """Each number has its own words."""
    ad = asking("7+ years in customer support, with at least 2 years in a leadership role")
    assert (told(ad.support_years), told(ad.leading_years)) == ((7, None), (2, None))


def test_years_of_other_things_say_of_what() -> None:
    """Years of sales are none of support."""
    ad = asking("2+ years of sales experience and 1 year in customer support")
    assert told(ad.support_years) == (1, None)
    assert [(one.least, one.of) for one in ad.other_years] == [(2, "sales")]


def test_either_or_is_kept() -> None:
    """What does in place of years is told in the advertisement's words."""
    ad = asking("High school diploma or 2 years of related experience")
    assert ad.support_years is not None
    assert ad.support_years.or_else == "High school diploma"


@pytest.mark.parametrize(
    "line",
    [
        "You must be 18 years of age or older",
        "A two year contract",
        "A four year degree",
        "Several years in support",
        "Our team has grown over 5 years",
        "You will be promoted within 2 years",
    ],
)
def test_what_is_no_experience(line: str) -> None:
    """An age, a contract and a past are no years that are asked for."""
    ad = asking(line)
    assert (ad.support_years, ad.leading_years, ad.other_years) == (None, None, ())


def test_what_is_welcome_is_preferred() -> None:
    """Required years count before preferred ones, whatever their number."""
    ad = asking("1 year in support", "5 years in support preferred")
    assert ad.support_years is not None
    assert (ad.support_years.least, ad.support_years.demand) == (1, "required")


@pytest.mark.parametrize(
    ("line", "support", "others"),
    [
        ("2 years of experience as a registered nurse", None, ["registered nurse"]),
        ("Five years of DBA work on Oracle", None, ["dba work"]),
        ("2 years in a bank", None, ["bank"]),
        ("2 years with Oracle", None, ["oracle"]),
        ("1 year of customer service experience in online gaming", "online gaming", []),
        ("2 years of BPO experience in financial programs", "financial programs", []),
        ("2 to 4 years in technical or production support roles", "technical support", []),
        ("IT support: 1 year", "technical support", []),
        ("2 years in technical support or customer service", "", []),
        ("3 years in customer service, preferably in banking", "", []),
        ("3 years of experience in a fast-paced environment", "", []),
        ("2 years in a similar role", "", []),
    ],
)
def test_what_years_are_of_is_kept(line: str, support: str | None, others: list[str]) -> None:
    """Years of other work are no years in support, and support of one kind is asked about."""
    ad = asking(line)
    assert (ad.support_years and ad.support_years.of) == support
    assert [one.of for one in ad.other_years] == others
    asked = [one.quote.words for one in ad.conditions if one.kind == "other"]
    assert asked == ([line] if support or others else [])


def test_a_supervisor_of_a_help_desk_leads() -> None:
    """What a leader led is no bar."""
    ad = asking("2 years as a help desk supervisor")
    assert ad.leading_years is not None
    assert (ad.support_years, ad.other_years, ad.conditions) == (None, (), ())


@pytest.mark.parametrize("bound", ["Up to", "No more than", "Less than", "Under", "Maximum of"])
def test_the_most_years_are_no_minimum(bound: str) -> None:
    """An advertisement for beginners asks for no years."""
    assert asking(f"{bound} 3 years of experience in customer service").support_years is None


@pytest.mark.parametrize(
    "lines",
    [
        ("5 years of customer support or 3 of leading",),
        ("5 years in customer service or 3 years of leading a team",),
        ("5 years in customer service, or", "3 years leading a team"),
        ("5 years in customer service", "OR", "3 years leading a team"),
        ("5 years in customer service", "Or 3 years leading a team"),
        ("5 years in customer service; or 3 years leading a team",),
    ],
)
def test_either_support_or_leading(lines: tuple[str, ...]) -> None:
    """Years of support or of leading stand for one another, within a line and over several."""
    ad = asking(*lines)
    assert ad.support_years is not None
    assert ad.leading_years is not None
    assert (ad.support_years.least, ad.leading_years.least) == (5, 3)
    assert set(ad.either) == {"support_years", "leading_years"}


@pytest.mark.parametrize(
    ("lines", "either"),
    [
        (("A degree or two years of customer service",), {"education", "support_years"}),
        (("Bachelor's degree", "or 2 years in customer support"), {"education", "support_years"}),
        (("A degree and two years of customer service",), set()),
        (("2 years in customer support and 1 year of leading a team",), set()),
    ],
)
def test_either_education_or_years(lines: tuple[str, ...], either: set[str]) -> None:
    """Education and years that "or" parts stand for one another; what "and" joins is asked together."""
    assert set(asking(*lines).either) == either


def test_other_work_in_place_of_support() -> None:
    """Years of other work that would do as well are no demand of their own, but are told."""
    ad = asking("2 years in customer support or 3 years in sales")
    assert ad.support_years is not None
    assert "3 years in sales" in ad.support_years.or_else
    assert ad.other_years == ()
