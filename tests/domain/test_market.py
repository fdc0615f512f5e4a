from __future__ import annotations

import msgspec

from careercli.catalog import load_library
from careercli.domain.library import Library
from careercli.domain.market import markets, paid, stakes
from careercli.domain.model import Catalog
from careercli.text.report_parts import estimate_words, nearest, stake_words
from tests.reports import people_of, report_on

LIBRARY = load_library()


def test_the_tiers_that_matter(catalog: Catalog) -> None:
    """Where somebody stands, the next tier and the goal, lowest first; one that is both says so."""
    people = people_of(catalog)

    def found(name: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(tier.id, held) for tier, held in stakes(report_on(people[name], catalog).assessment)]

    assert found("dana") == [("junior-manager", ("here",)), ("manager", ("next", "goal"))]
    assert found("maya") == [
        ("junior-specialist", ("here",)),
        ("specialist", ("next",)),
        ("team-lead", ("goal",)),
    ]
    assert found("top") == [("director", ("here",))]


def test_pay_in_both_figures(catalog: Catalog) -> None:
    """The guide's estimate and the survey's wages stand beside one another."""
    manager = catalog.ladder.tier("manager")
    (on,) = paid([(manager, ("next", "goal"))], LIBRARY)

    assert stake_words(on) == "next, your goal"
    assert (estimate_words(on), on.wages.median if on.wages else None) == ("$85,000", 69500)


def test_the_occupations_of_the_survey_are_named(catalog: Catalog) -> None:
    """With the code by which a guide speaks of them, and the tiers that they stand for."""
    (market,) = markets([catalog.ladder.tier("manager")], catalog, LIBRARY)

    assert nearest(market) == (
        "The survey counts occupations, not tiers. Nearest are: for Junior Manager and Manager, First-Line "
        "Supervisors of Office and Administrative Support Workers (43-1011); for Senior Manager and "
        "Director, General and Operations Managers (11-1021)."
    )


def test_an_estimate_in_another_unit_says_it(catalog: Catalog) -> None:
    """What is not dollars a year keeps its unit, and is not set beside wages that are."""
    manager = catalog.ladder.tier("manager")
    (on,) = paid([(manager, ("next",))], LIBRARY)
    assert on.pay.estimate
    euros = msgspec.structs.replace(on.pay.estimate, unit="EUR a month", amount=4200)
    abroad = msgspec.structs.replace(on, pay=msgspec.structs.replace(on.pay, estimate=euros))

    assert (abroad.dollars, estimate_words(abroad)) == (None, "4,200 EUR a month")
    silent = msgspec.structs.replace(on, pay=msgspec.structs.replace(on.pay, estimate=None))
    assert estimate_words(silent) == "none given"


def test_outlook_from_both_sides(catalog: Catalog) -> None:
    """What the guide claims, and what is projected for the occupation nearest to the tier."""
    (market,) = markets([catalog.ladder.tier("manager")], catalog, LIBRARY)

    assert [(claim.amount, claim.kind) for claim in market.claims] == [(8, "claimed"), (10, "claimed")]
    assert [(occupation.code, projection.change) for occupation, projection in market.projected] == [
        ("43-1011", -0.3)
    ]


def test_every_role_once(catalog: Catalog) -> None:
    """Tiers of one role share its market; where no occupation is nearest to them, all of them count."""
    tiers = list(catalog.ladder.tiers)

    assert [market.role.id for market in markets(tiers, catalog, LIBRARY)] == [
        "customer-support-specialist",
        "customer-support-manager",
    ]
    strangers = [msgspec.structs.replace(tier, id="other") for tier in tiers[-1:]]
    (market,) = markets(strangers, catalog, LIBRARY)
    assert len(market.projected) == len(
        LIBRARY.guides_by_role["customer-support-manager"].sections["job-outlook"].nearest
    )


def test_silence(catalog: Catalog) -> None:
    """A guide without either section, and a role without a guide, are left out."""
    guide = msgspec.structs.replace(LIBRARY.guides[0], sections={})
    library = Library((guide,), (), (), ())
    tiers = catalog.ladder.tiers

    assert list(markets(tiers, catalog, library)) == []
    assert list(paid([(tier, ()) for tier in tiers], library)) == []
