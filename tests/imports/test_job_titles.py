"""What the title of a job says of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.model import Catalog
from careercli.imports.job_titles import kind_of_answer, verdict_on


@pytest.mark.parametrize(
    ("title", "kind", "doubt"),
    [
        ("Customer Support Specialist", "support", None),
        ("Sr. Customer Service Rep", "support", None),
        ("Lead Customer Support Specialist", "support", None),
        ("Call Centre Operative", "support", None),
        ("Customer Hero", "support", None),
        ("Quality Analyst - Contact Centre", "support", None),
        ("Team Lead, Customer Support", "leading", None),
        ("Manager - Customer Support", "leading", None),
        ("Customer Service Manager at Acme", "leading", None),
        ("Director, Customer Support EMEA", "leading", None),
        ("VP Support", "leading", None),
        ("Support Agent / Support Team Lead", "support", "two-readings"),
        ("Support Agent \u2192 Team Lead", "support", "two-readings"),
        ("Customer Service Representative / Team Lead", "support", "two-readings"),
        ("Cook and Customer Service Representative", "neither", "look-alike"),
        ("Account Manager / Customer Support Representative", "neither", "look-alike"),
        ("Sales and Customer Service Representative", "neither", "look-alike"),
        ("Customer Success Manager", "neither", "look-alike"),
        ("Account Manager", "neither", "look-alike"),
        ("Lead Generation Specialist", "neither", "look-alike"),
        ("Guest Services Manager", "elsewhere", "look-alike"),
        ("Team Lead", "elsewhere", "look-alike"),
        ("Store Manager", "elsewhere", "look-alike"),
        ("Customer Wizard", "neither", "sounds-alike"),
        ("Custmer Support Manager", "elsewhere", "sounds-alike"),
        ("Engineering Manager", "elsewhere", None),
        ("Vice President Sales", "elsewhere", None),
        ("Senior Software Engineer", "neither", None),
        ("Leadership Coach", "neither", None),
        ("Food Service Worker", "neither", None),
        ("Teacher", "neither", None),
        ("Maternity Leave", "neither", None),
        ("", "neither", None),
        ("!?", "neither", None),
    ],
)
def test_titles(catalog: Catalog, title: str, kind: str, doubt: str | None) -> None:
    """A title is support, leading in support, leading elsewhere or neither; what is open is doubted."""
    verdict = verdict_on(catalog.ladder, title)
    assert (verdict.kind, verdict.doubt) == (kind, doubt)
    assert bool(verdict.choices) == (doubt is not None)
    assert verdict.why.endswith((".", "?"))
    assert verdict.no_job == (title == "Maternity Leave")


def test_a_verdict_says_which_words_decided(catalog: Catalog) -> None:
    """As the title has them; of a misspelled title what may be meant."""
    why = verdict_on(catalog.ladder, "Customer Care Adviser, Senior").why
    assert (
        why
        == "Senior Customer Support Specialist, by the words of the title: customer care + adviser, senior."
    )
    why = verdict_on(catalog.ladder, "Custmer Support Manager").why
    assert why == "The title is not known. Did you mean 'customer support manager'?"


_words = st.sampled_from(
    ["customer", "support", "team", "lead", "manager", "of", "agent", "at", "and", "account", "/", "-", ","]
)


@given(title=st.one_of(st.text(max_size=60), st.lists(_words, max_size=8).map(" ".join)))
def test_every_title_is_one_of_four(catalog: Catalog, title: str) -> None:
    """Whatever a title is, it is read as one of four kinds; a doubt can be settled in two ways or more."""
    verdict = verdict_on(catalog.ladder, title)
    assert verdict.kind in {"support", "leading", "elsewhere", "neither"}
    assert (verdict.doubt is None) == (len(verdict.choices) < 2)
    for choice in verdict.choices:
        assert kind_of_answer(catalog.ladder, choice.value, verdict.kind) in {
            "support",
            "leading",
            "elsewhere",
            "neither",
        }
