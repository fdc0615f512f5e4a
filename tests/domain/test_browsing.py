from __future__ import annotations

from hypothesis import given

from careercli.domain.browsing import dependents, needs_of, skills_with, tools_of
from careercli.domain.library import Library, Tool
from tests.domain.builders import Rung, asks, catalog_of, ladder, must, skill
from tests.domain.ladders import Case, cases


def test_needs_begin_where_another_level_is_asked() -> None:
    """A need says from which tier until which a level is asked, and which of these have it in a gate."""
    rungs = (
        Rung((asks("chat", 1), asks("ask", 1))),
        Rung((), gates=(must("chat"),)),
        Rung((asks("chat", 3, through="t3"),), gates=(must("ask", "chat"),)),
        Rung(()),
    )
    needs = needs_of(catalog_of(ladder(*rungs)), "chat")

    assert [(need.tier.id, need.until.id, need.ask.level, need.gate) for need in needs] == [
        ("t1", "t2", 1, True), ("t3", "t3", 3, True),
    ]  # fmt: skip
    assert [(tier.id, gate.skills) for need in needs for tier, gate in need.gates] == [
        ("t2", ("chat",)), ("t3", ("ask", "chat")),
    ]  # fmt: skip


@given(case=cases())
def test_needs_say_what_every_tier_asks(case: Case) -> None:
    """The need whose tiers hold a tier is what that tier asks."""
    for entry in case.catalog.skills:
        needs = needs_of(case.catalog, entry.id)
        for tier in case.ladder.tiers:
            asked = [ask.level for ask in tier.asks if ask.skill == entry.id]
            held = [need.ask.level for need in needs if need.tier.rank <= tier.rank <= need.until.rank]
            assert held == asked


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
