"""What is read of an advertisement as a whole."""

from __future__ import annotations

from careercli.api import read_advertisement

AGENT = b"""# Customer Support Specialist

Acme is a leading maker of garden gates, and is hiring.

## What you'll do

- Answer customer questions by phone and email
- Escalate what you cannot solve to engineering

## What you bring

- At least 2 years of experience in customer service
- Excellent written communication skills
- A degree or two more years of experience
- Your own beehive

## Nice to have

- Experience with Zendesk

## What we offer

- $18 to $22 per hour
- Training and a friendly team
"""


def test_an_advertisement_is_read_in_its_parts() -> None:
    """Duties imply, requirements are required, extras are preferred, and an offer asks for nothing."""
    ad = read_advertisement(AGENT)
    skills = {one.skill: one.demand for one in ad.skills}

    assert ad.title == "Customer Support Specialist"
    assert ad.tier is not None
    assert (ad.tier.id, ad.line_of_work) == ("specialist", "ladder")
    assert skills["communication"] == "required"
    assert skills["escalation-management"] == "implied"
    assert skills["ticketing"] == "preferred"
    assert "training-delivery" not in skills
    assert ad.support_years is not None
    assert (ad.support_years.least, ad.support_years.demand) == (2, "required")
    assert ad.pay is not None
    assert (ad.pay.min, ad.pay.max, ad.pay.currency, ad.pay.per) == (18, 22, "USD", "hour")
    assert [quote.words for quote in ad.not_understood] == ["Your own beehive"]
