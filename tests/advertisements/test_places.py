"""Where a job is: its country and state, and whose figures of pay say something of it."""

from __future__ import annotations

import pytest

from careercli.domain.states import NOWHERE
from tests.advertisements.ads import DUTIES, REQUIRED, TITLE, read


@pytest.mark.parametrize(
    ("place", "country", "state"),
    [
        ("Austin, TX 78701", "United States", "TX"),
        ("Remote (US)", "United States", ""),
        ("Atlanta, Georgia", "United States", "GA"),
        ("Washington, DC", "United States", "DC"),
        ("Tbilisi, Georgia", "Georgia", ""),
        ("Toronto, ON, CA", "Canada", ""),
        ("Berlin, DE", "Germany", ""),
        ("Makati City", "Philippines", ""),
        ("Little Hamlet", "", ""),
        ("Paris, TX", "United States", "TX"),
        ("London, KY 40741", "United States", "KY"),
        ("Manchester, NH, USA", "United States", "NH"),
        ("Birmingham, Alabama", "United States", "AL"),
        ("Dublin (OH)", "United States", "OH"),
        ("Dublin OH 43017", "United States", "OH"),
        ("London OR Paris", "United Kingdom", ""),
        ("Athens, Georgia", "United States", "GA"),
        ("Albuquerque, New Mexico", "United States", "NM"),
        ("Vancouver, WA", "United States", "WA"),
        ("London, Ontario", "Canada", ""),
        ("London, ON N6A 3K7", "Canada", ""),
        ("Hamilton, ON", "Canada", ""),
        ("London, UK", "United Kingdom", ""),
        ("London, New York, Singapore", "United Kingdom", ""),
        ("Bangalore, IN", "India", ""),
        ("Perth, WA", "Australia", ""),
    ],
)
def test_labelled_places(place: str, country: str, state: str) -> None:
    """A country goes before letters that may be a state's; a state behind a town says which town it is."""
    ad = read(f"{TITLE}Location: {place}\n{DUTIES}{REQUIRED}")
    assert (ad.country, ad.state) == (country, state)


@pytest.mark.parametrize(
    ("line", "country", "state"),
    [
        ("You work on site in our office in Nairobi.", "Kenya", ""),
        ("You support our US clients from home in Cebu.", "Philippines", ""),
        ("Remote, Denver, CO", "United States", "CO"),
        ("You work on site in our office in Paris, Texas.", "United States", "TX"),
        ("London, KY", "United States", "KY"),
        ("You work from our office in London, Ontario.", "Canada", ""),
        ("Proficient in MS Office and in touch with us.", "", ""),
        ("You work from Canada or from the United States.", "", ""),
    ],
)
def test_places_in_sentences(line: str, country: str, state: str) -> None:
    """Without a label a place counts where the work is said to be done, and no clients or hours."""
    ad = read(f"{TITLE}\n{line}\n{DUTIES}{REQUIRED}")
    assert (ad.country, ad.state) == (country, state)


@pytest.mark.parametrize(
    ("lines", "reader", "area"),
    [
        ("Location: Lagos, Nigeria\nPay: $900 a month\n", "TX", NOWHERE),
        ("Location: Little Hamlet\n", None, NOWHERE),
        ("Location: Little Hamlet\nPay: $20 an hour\n", "TX", "TX"),
        ("Location: Columbus, OH\n", NOWHERE, "OH"),
        ("Location: Remote (US)\n", "TX", "TX"),
        ("Location: Remote (US)\n", NOWHERE, None),
        ("Pay: EUR 2,000 a month\n", "TX", NOWHERE),
        ("", "TX", "TX"),
        ("", NOWHERE, NOWHERE),
    ],
)
def test_whose_pay(lines: str, reader: str | None, area: str | None) -> None:
    """The place of the job decides, then the currency, and where nothing tells the place of the reader."""
    assert read(f"{TITLE}{lines}{DUTIES}{REQUIRED}").pay_area(reader) == area
