from __future__ import annotations

import msgspec
import pytest

from careercli.domain.model import Catalog, LookAlike
from careercli.domain.titles import look_alike_of_title, read_title, tier_of_title
from tests.domain.builders import Rung, asks, ladder


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Customer Support Specialist", "specialist"),
        ("Mid-Level Customer Support Specialist", "specialist"),
        ("Jr. Support Agent", "junior-specialist"),
        ("Jnr Support Agent", "junior-specialist"),
        ("Sr. Customer-Support Rep", "senior-specialist"),
        ("SR CUSTOMER SUPPORT REP.", "senior-specialist"),
        ("Snr Customer Service Representative", "senior-specialist"),
        ("CSR", "specialist"),
        ("csr ii", "specialist"),
        ("Sr CSR", "senior-specialist"),
        ("Senior CSR", "senior-specialist"),
        ("Call Centre Supervisor", "team-lead"),
        ("Support Supervisor", "team-lead"),
        ("Customer Support Teamlead", "team-lead"),
        ("Asst. Support Mgr", "junior-manager"),
        ("Helpdesk Manager", "manager"),
        ("CUSTOMER SUPPORT MANAGER", "manager"),
        ("customer support manager", "manager"),
        ("Head of Support", "senior-manager"),
        ("Head of Customer Support", "senior-manager"),
        ("Director of Support", "director"),
        ("VP of Customer Support", "director"),
    ],
)
def test_a_title_names_its_tier(catalog: Catalog, title: str, tier: str) -> None:
    """In any case, with abbreviations written out and punctuation left out."""
    found = tier_of_title(catalog.ladder, title)
    assert found is not None
    assert found.id == tier
    assert look_alike_of_title(catalog.ladder, title) is None


@pytest.mark.parametrize(
    "title",
    [
        "Customer Support Manager - Acme",
        "Customer Support Manager- Acme",
        "Customer Support Manager -Acme",
        "Customer Support Manager \u2010 Acme",
        "Customer Support Manager \u2013 Acme",
        "Customer Support Manager \u2014 Acme",
        "Customer Support Manager\u2014Acme",
        "Customer Support Manager \u2015 Acme",
        "Customer Support Manager \u2212 Acme",
        "Customer Support Manager at Acme",
        "Customer Support Manager AT ACME",
        "Customer Support Manager @ Acme",
        "Customer Support Manager @Acme",
        "Customer Support Manager, Acme",
        "Customer Support Manager, EMEA, Acme - Berlin",
        "Customer Support Manager (Acme)",
        "Customer Support Manager (remote), Acme",
        "Customer Support Manager [Acme]",
        "Customer Support Manager | Acme",
        "Customer Support Manager / Acme",
        "Customer Support Manager: Acme",
        "Customer Support Manager; Acme",
        "Customer Support Manager at Customer Success Manager Inc",
        "Customer\u00a0Support\u2011Manager",
        "Customer  Support\tManager",
        "Customer_Support_Manager",
        "\U0001f389 Customer Support Manager \U0001f680",
        "\u201cCustomer Support Manager\u201d",
        "Customer Support Manager\u200b",
    ],
)
def test_a_place_or_a_company_does_not_change_a_title(catalog: Catalog, title: str) -> None:
    """After a dash, comma, bracket, bar, colon, "@" or "at"; symbols and odd spaces are no words."""
    assert tier_of_title(catalog.ladder, title) == catalog.ladder.tier("manager")


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Manager, Customer Support", "manager"),
        ("Senior Manager, Customer Support", "senior-manager"),
        ("Team Lead, Customer Support", "team-lead"),
        ("Team Lead (Customer Support), Acme", "team-lead"),
        ("Supervisor - Call Centre", "team-lead"),
        ("Director, Customer Service @ Acme", "director"),
        ("Customer Support Specialist, Senior", "senior-specialist"),
    ],
)
def test_a_department_after_a_separator_belongs_to_the_title(catalog: Catalog, title: str, tier: str) -> None:
    """A bare "Team Lead" says nothing, but its department does."""
    assert tier_of_title(catalog.ladder, title) == catalog.ladder.tier(tier)
    assert look_alike_of_title(catalog.ladder, title) is None


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Customer Success Manager", "Customer success"),
        ("Customer Success Manager at Acme", "Customer success"),
        ("Manager, Customer Success", "Customer success"),
        ("CSM", "Customer success"),
        ("Key Account Manager", "account manager"),
        ("Lead Generation Specialist", "possible buyer"),
        ("Shift Manager", "led people"),
        ("Product Manager - Support Tools", "neighbor"),
        ("System Administrator", "machines and networks"),
        ("Manager", "does not say"),
        ("Team Lead", "does not say"),
    ],
)
def test_a_title_that_only_sounds_like_a_tier_names_none(catalog: Catalog, title: str, note: str) -> None:
    """And there is a note that says why."""
    assert tier_of_title(catalog.ladder, title) is None
    found = look_alike_of_title(catalog.ladder, title)
    assert found is not None
    assert note in found.note


@pytest.mark.parametrize(
    "title",
    [
        None,
        "",
        "   ",
        "-",
        "\u2014",
        "\U0001f680",
        ", Acme",
        "at Acme",
        "Nurse",
        "Lead",
        "Customer Support",
        "Aspiring Customer Support Manager",
        "Customer Support Manager Trainer",
        "Customer Support & Success Manager",
        "CSR Manager",
        "Acme - Customer Support Manager",
        "Manager of Managers",
    ],
)
def test_only_whole_titles_count(catalog: Catalog, title: str | None) -> None:
    """A tier's name inside another title, or none at all, names no tier."""
    assert tier_of_title(catalog.ladder, title) is None


def test_every_title_of_the_catalog_names_its_own_tier_or_none(catalog: Catalog) -> None:
    """As it stands and in capitals; a title of a look-alike always has its note."""
    for tier in catalog.ladder.tiers:
        for name in (tier.title, *tier.titles):
            assert tier_of_title(catalog.ladder, name) == tier
            assert tier_of_title(catalog.ladder, name.upper()) == tier
    for entry in catalog.ladder.look_alikes:
        for name in entry.titles:
            assert tier_of_title(catalog.ladder, name) is None
            assert look_alike_of_title(catalog.ladder, name) is entry


def test_a_very_long_title_is_answered_at_once(catalog: Catalog) -> None:
    """Titles are short in fact, but nothing here takes long on what is not."""
    assert tier_of_title(catalog.ladder, "at - " * 20_000) is None


def test_a_note_may_be_for_a_title_that_stands_alone() -> None:
    """Then the same word beside a place or a department says nothing, unlike other look-alikes."""
    bare = LookAlike(("Manager",), "Of what?", alone=True)
    other = LookAlike(("Store Manager",), "Another job.")
    of = msgspec.structs.replace(ladder(Rung((asks("talk", 1),))), look_alikes=(bare, other))
    assert look_alike_of_title(of, "MANAGER") == bare
    assert [read_title(of, name).vague for name in ("Manager", "Store Manager")] == [True, False]
    assert look_alike_of_title(of, "Manager, Payroll") is None
    assert look_alike_of_title(of, "Store Manager, Acme") == other


def test_the_title_of_a_tier_names_it_without_being_repeated() -> None:
    """The lower tier keeps a title that two have."""
    first, second = ladder(Rung((asks("talk", 1),)), Rung(())).tiers
    doubled = (msgspec.structs.replace(tier, titles=("Talker",)) for tier in (first, second))
    of = msgspec.structs.replace(ladder(Rung((asks("talk", 1),))), tiers=tuple(doubled))
    assert tier_of_title(of, "tier 2") == of.top
    assert tier_of_title(of, "talker") == of.tiers[0]


def test_a_reading_says_which_words_decided() -> None:
    """Those of the alias that was found, none where nothing is recognised; the seat is the tier's."""
    of = ladder(Rung((asks("talk", 1),), titles=("Talker",), seat="lead"))
    of = msgspec.structs.replace(
        of, adjacent=("Talk Planner",), look_alikes=(LookAlike(("Talk Seller",), "Another job."),)
    )
    assert read_title(of, None) is None
    assert read_title(of, "") is None
    for title, words, seat, note in (
        ("Talker, Acme", ("talker",), "lead", ""),
        ("Talk Planner", ("talk planner",), "adjacent", ""),
        ("Talk Seller", ("talk seller",), "none", "Another job."),
        ("Something else", (), "none", ""),
    ):
        found = read_title(of, title)
        assert found is not None
        assert (found.text, found.words, found.seat, found.note) == (title, words, seat, note)


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Technical Support Engineer", "specialist"),
        ("IT Help Desk Technician", "specialist"),
        ("Senior Support Engineer", "senior-specialist"),
        ("Senior Service Desk Analyst", "senior-specialist"),
    ],
)
def test_technical_support_and_the_help_desk_are_support(catalog: Catalog, title: str, tier: str) -> None:
    """Who helps the people that use a product or a machine is on this ladder."""
    assert tier_of_title(catalog.ladder, title) == catalog.ladder.tier(tier)


@pytest.mark.parametrize("title", ["Quality Assurance Specialist", "Workforce Planner"])
def test_a_seat_beside_the_ladder_is_known_by_name(catalog: Catalog, title: str) -> None:
    """It names no tier, and it is no job outside support."""
    found = read_title(catalog.ladder, title)
    assert found is not None
    assert (found.tier, found.seat) == (None, "adjacent")
