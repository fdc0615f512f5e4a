from __future__ import annotations

import msgspec

from careercli.domain.comparison import TierSide
from careercli.domain.guide import Figure, Nearest, Occupation, Pay
from careercli.domain.model import Source
from careercli.pages.comparison import tier_comparison_view
from careercli.pages.look import Look, render
from tests.domain.builders import Rung, asks, catalog_of, ladder, must


def test_must_haves_stand_beside_one_another() -> None:
    """What candidates of each tier have to show is there in full; what ended is asked no more."""
    of = ladder(
        Rung((asks("chat", 2, through="t1"), asks("file", 1)), gates=(must("chat", levels=[2]),)),
        Rung((asks("file", 2),), gates=(must("file", levels=[2]),)),
    )
    sides = [TierSide(of, tier, Pay(tier.id, None, None, None), None) for tier in of.tiers]

    text = " ".join(render(tier_comparison_view(catalog_of(of), *sides), Look()).split())

    assert "Must-haves of T1 1 Must-haves of T2 1" in text
    assert "Chat at working · File at working" in text
    assert "T2 asks more 1 skill" in text
    assert "Chat level 2 not asked" in text


def test_what_to_know_of_an_estimate_is_said() -> None:
    """A figure that has a note never stands without it, nor an occupation without why it is nearest."""
    of = ladder(Rung((asks("chat", 1),)), Rung((asks("chat", 2),)))
    note = "Where the best-paid tenth begins."
    estimate = Figure(label="Top", min=9, unit="USD a year", kind="estimate", source="guide", note=note)
    near = Nearest(occupation="11-1021", why="A loose fit.", tiers=("t1", "t2"))
    pays = [Pay(tier.id, estimate, near, Occupation(code="11-1021", title="Clerks")) for tier in of.tiers]
    guide = Source("guide", "A guide", "Somebody", "2026", "MIT", "A note.", {})
    catalog = msgspec.structs.replace(catalog_of(of), sources=(guide,))
    sides = [TierSide(of, tier, pay, None) for tier, pay in zip(of.tiers, pays, strict=True)]

    text = " ".join(render(tier_comparison_view(catalog, *sides), Look()).split())

    assert text.count(note) == 2
    assert "T1 and T2, nearest occupation: A loose fit." in text
