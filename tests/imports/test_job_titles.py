"""What the title of a job says of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.model import Catalog
from careercli.imports.job_titles import Titles, kind_of_answer


@pytest.mark.parametrize(
    ("title", "kind", "doubt"),
    [
        ("Customer Support Specialist", "support", None),
        ("Sr. Customer Service Rep", "support", None),
        ("Lead Customer Support Specialist", "support", None),
        ("Team Lead, Customer Support", "leading", None),
        ("Manager - Customer Support", "leading", None),
        ("Customer Service Manager at Acme", "leading", None),
        ("VP Support", "leading", None),
        ("Support Agent / Support Team Lead", "support", "two-readings"),
        ("Support Agent \u2192 Team Lead", "neither", "two-readings"),
        ("Customer Service Representative / Team Lead", "support", "two-readings"),
        ("Cook and Customer Service Representative", "neither", "two-readings"),
        ("Account Manager / Customer Support Representative", "neither", "look-alike"),
        ("Customer Success Manager", "neither", "look-alike"),
        ("Account Manager", "neither", "look-alike"),
        ("Lead Generation Specialist", "neither", "look-alike"),
        ("Team Lead", "elsewhere", "look-alike"),
        ("Store Manager", "elsewhere", "look-alike"),
        ("Customer Hero", "neither", "sounds-alike"),
        ("Director, Customer Support EMEA", "elsewhere", "sounds-alike"),
        ("Call Centre Operative", "neither", "sounds-alike"),
        ("Assistant to Customer Support Manager", "elsewhere", "sounds-alike"),
        ("Engineering Manager", "elsewhere", None),
        ("Vice President Sales", "elsewhere", None),
        ("Senior Product Manager", "neither", None),
        ("Leadership Coach", "neither", None),
        ("Food Service Worker", "neither", None),
        ("Teacher", "neither", None),
        ("", "neither", None),
        ("!?", "neither", None),
    ],
)
def test_titles(catalog: Catalog, title: str, kind: str, doubt: str | None) -> None:
    """A title is support, leading in support, leading elsewhere or neither; what is open is doubted."""
    reading = Titles(catalog.ladder).read(title)
    assert (reading.kind, reading.doubt) == (kind, doubt)
    assert bool(reading.choices) == (doubt is not None)
    assert reading.why.endswith(".")


def test_every_title_of_the_ladder_is_read_as_its_tier(catalog: Catalog) -> None:
    """Whatever names a tier in the data counts without a doubt, as leading where the tier leads."""
    titles = Titles(catalog.ladder)
    for tier in catalog.ladder.tiers:
        for title in tier.titles:
            reading = titles.read(title)
            assert (reading.kind, reading.doubt) == ("leading" if tier.leads_people else "support", None), (
                title
            )


_words = st.sampled_from(
    ["customer", "support", "team", "lead", "manager", "of", "agent", "at", "and", "account", "/", "-", ","]
)


@given(title=st.one_of(st.text(max_size=60), st.lists(_words, max_size=8).map(" ".join)))
def test_every_title_is_one_of_four(catalog: Catalog, title: str) -> None:
    """Whatever a title is, it is read as one of four kinds; a doubt can be settled in two ways or more."""
    reading = Titles(catalog.ladder).read(title)
    assert reading.kind in {"support", "leading", "elsewhere", "neither"}
    assert (reading.doubt is None) == (len(reading.choices) < 2)
    for choice in reading.choices:
        assert kind_of_answer(catalog.ladder, choice.value, reading.kind) in {
            "support",
            "leading",
            "elsewhere",
            "neither",
        }
