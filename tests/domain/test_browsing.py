from __future__ import annotations

from hypothesis import given

from careercli.domain.browsing import dependents, needs_of, skills_with, tools_of
from careercli.domain.guide import Library, Tool
from tests.domain.builders import Rung, asks, catalog_of, ladder, skill
from tests.domain.ladders import Case, cases


def test_needs_begin_where_more_is_asked() -> None:
    """A skill is needed from the tier on that first asks so much, or first insists."""
    rungs = (
        Rung((asks("chat", 1),)),
        Rung(()),
        Rung((asks("chat", 1, must=True),)),
        Rung((asks("chat", 3, must=True),)),
    )
    needs = needs_of(catalog_of(ladder(*rungs)), "chat")

    assert [(need.tier.id, need.demand.level, need.demand.must) for need in needs] == [
        ("t1", 1, False), ("t3", 1, True), ("t4", 3, True),
    ]  # fmt: skip


@given(case=cases())
def test_needs_say_what_every_tier_asks(case: Case) -> None:
    """The last need at or below a tier is what that tier asks."""
    for entry in case.catalog.skills:
        needs = needs_of(case.catalog, entry.id)
        for tier in case.ladder.tiers:
            asked = next((demand for demand in tier.demands if demand.skill == entry.id), None)
            held = [need.demand for need in needs if need.tier.rank <= tier.rank]
            assert bool(held) == bool(asked)
            if asked:
                assert (held[-1].level, held[-1].must) == (asked.level, asked.must)


def test_what_rests_on_a_skill() -> None:
    """Only what names it as a prerequisite rests on it directly."""
    skills = [skill("ask"), skill("chat", rests_on=["ask"]), skill("file", rests_on=["chat"])]
    catalog = catalog_of(ladder(Rung((asks("file", 1),))), skills)

    assert dependents(catalog, "ask") == ("chat",)
    assert dependents(catalog, "file") == ()


def test_tools_from_both_sides() -> None:
    """A skill is done with the tools that it names, by any of their names, and with those that name it."""
    pen = Tool(name="Pen", what="Writes.", skills=(), aliases=("Ballpoint",))
    ink = Tool(name="Ink", what="Fills.", skills=("chat",))
    library = Library((), (pen, ink), (), ())
    catalog = catalog_of(ladder(Rung((asks("chat", 1), asks("ask", 1)))))
    chat = type(catalog.skills[0])(
        **{
            field: getattr(catalog.skills_by_id["chat"], field)
            for field in catalog.skills[0].__struct_fields__
        }
        | {"tools": ("ballpoint",)}
    )

    assert tools_of(library, chat) == ("Pen", "Ink")
    assert [entry.id for entry in skills_with(catalog, library, ink)] == ["chat"]
    assert skills_with(catalog, library, pen) == ()
