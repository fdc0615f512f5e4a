from __future__ import annotations

import pytest

from careercli.domain.advertisement import Advertisement, AskedSkill, Quote
from careercli.domain.other_names import Others

KNOWN = ("Salesforce", "Zendesk", "Customer Support Team Lead", "English", "April Software")


@pytest.mark.parametrize(
    ("written", "cleared"),
    [
        (
            "Moved Initech from Salesforce to Zendesk in May, CSAT up 9 %",
            "Moved [name] from Salesforce to Zendesk in May, CSAT up 9 %",
        ),
        ("2026-10-05: Trained \u00c9lodie \u00d6zt\u00fcrk", "2026-10-05: Trained [name]"),
        ("Trained JOHN SMITH at IBM", "Trained [name] at [name]"),
        ("Petra Klein praised it. Karl agreed", "[name] praised it. [name] agreed"),
        ("Tomas went from 40 to 62 tickets a week", "[name] went from 40 to 62 tickets a week"),
        ("Call 555.123.4567 or case 48213", "Call [number] or [number]"),
        ("Wrote to ana@initech.example, see acme.com/x", "Wrote to [address] see [address]"),
        ("Handled 1200 1300 1400 calls from 2019 - 2023", "Handled 1200 1300 1400 calls from 2019 - 2023"),
        ("Customers in English, on Monday; SLA kept", "Customers in English, on Monday; SLA kept"),
        ("Ran the rota.\nSven took over", "Ran the rota.\n[name] took over"),
        ("Thanks to: Maria", "Thanks to: [name]"),
    ],
)
def test_other_people_go(written: str, cleared: str) -> None:
    """Names go wherever they stand, with addresses and numbers; days, figures, tools and short forms stay."""
    assert Others(KNOWN)(written) == cleared


def test_the_firm_goes_from_titles_and_ads() -> None:
    """Who offers a job is taken out of its title and of every quote, in any case."""
    others = Others(KNOWN, employers=["Initech"])
    ad = Advertisement(
        name="ad",
        title="Customer Support Team Lead at Initech",
        employer="Initech",
        line_of_work="ladder",
        skills=(AskedSkill("coaching", "required", Quote("Coach agents at INITECH", 3)),),
    )
    cleared = others.advertisement(ad)

    assert (cleared.employer, cleared.title) == (None, "Customer Support Team Lead at [name]")
    assert cleared.skills[0].quote == Quote("Coach agents at [name]", 3)
    assert others.title("Globex Support Lead") == "[name] Support Lead"
