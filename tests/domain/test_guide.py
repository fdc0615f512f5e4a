from __future__ import annotations

import pytest

from careercli.domain.guide import Figure, Guide, Nearest, Occupation, Pay, Projection, Section, Wages, pay_of
from careercli.domain.library import Certificate, Library, Tool, names_of
from careercli.domain.names import fold
from careercli.domain.sections import SECTIONS, section_names


def figure(**values: object) -> Figure:
    return Figure(**{"label": "L", "source": "own", "kind": "claimed", **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "values",
    [
        {"amount": 0, "unit": "%"},
        {"min": 0, "unit": "%"},
        {"max": 0, "unit": "%"},
        {"min": 1, "max": 1, "unit": "%"},
        {"words": "High"},
        {"words": "High", "unit": "%"},
    ],
    ids=str,
)
def test_a_figure_has_a_value(values: dict[str, object]) -> None:
    """An amount, a range, one end of a range, or words; nothing is a value as well."""
    assert figure(**values).label == "L"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"unit": "%"}, "must have one of amount, words, and min or max"),
        ({"amount": 1, "words": "High", "unit": "%"}, "must have one of"),
        ({"amount": 0, "max": 0, "unit": "%"}, "must have one of"),
        ({"amount": 0, "min": 0, "unit": "%"}, "must have one of"),
        ({"words": "High", "min": 0}, "must have one of"),
        ({"amount": 1, "min": 0, "words": "High", "unit": "%"}, "must have one of"),
        ({"min": 2, "max": 1, "unit": "%"}, "min must not be above max"),
        ({"amount": 1}, "must say its unit"),
        ({"min": 0, "max": 1}, "must say its unit"),
    ],
    ids=str,
)
def test_a_figure_has_one_value_with_a_unit(values: dict[str, object], message: str) -> None:
    """Nothing, two values, a range backwards or a number of nothing are refused."""
    with pytest.raises(ValueError, match=message):
        figure(**values)


def test_sections_stand_chapter_by_chapter() -> None:
    """Reading order never goes back to a chapter, and each is about something that a section can hold."""
    chapters = [kind.chapter for kind in SECTIONS.values()]
    assert chapters == sorted(chapters, key=chapters.index)
    assert {kind.holds for kind in SECTIONS.values()} <= set(Section.__struct_fields__)


def test_every_name_of_a_section_means_it() -> None:
    """Its id, its title and what else people call it; no name means two."""
    names = section_names()
    given = [
        (section, name) for section, kind in SECTIONS.items() for name in (section, kind.title, *kind.aliases)
    ]
    assert [(section, name) for section, name in given if names[fold(name)] != section] == []
    assert names["typical day"] == "day-in-the-life"
    assert names["work-life balance and stress"] == "work-life-balance"


PEN = Tool(name="Pen", what="Writes", skills=(), aliases=("Biro", "INK  pen"))
CARD = Certificate(name="Card", issuer="Us", text="T", skills=(), sources=("own",), aliases=("pen",))
CLERKS = Occupation(code="43-4051", title="Clerks")
LIBRARY = Library(
    guides=(),
    tools=(PEN, Tool(name="Biro", what="Is another", skills=())),
    certificates=(CARD,),
    occupations=(CLERKS,),
)


def test_tools_and_certificates_are_found_by_any_name() -> None:
    """Folded, with the name that each means; where two claim a name, the first keeps it."""
    assert LIBRARY.tool_names == {"pen": "Pen", "biro": "Pen", "ink pen": "Pen"}
    assert LIBRARY.certificate_names == {"card": "Card", "pen": "Card"}
    assert names_of([CARD]) == LIBRARY.certificate_names


def test_occupations_are_found_by_code() -> None:
    """Each under its own."""
    assert LIBRARY.occupations_by_code == {"43-4051": CLERKS}


ESTIMATE = figure(amount=50000, unit="USD a year", tier="lead")
FIRST = Nearest(occupation="43-4051", why="W", tiers=("helper", "lead"))
SECOND = Nearest(occupation="11-0000", why="W", tiers=("lead", "chief"))
PAY = Section(
    lead="L",
    sources=("own",),
    figures=(figure(words="Fair"), ESTIMATE, figure(words="More", tier="lead")),
    nearest=(FIRST, SECOND),
)
GUIDES = (Guide("helper", {"pay": PAY}), Guide("idler", {}))


@pytest.mark.parametrize(
    ("role", "tier", "known"),
    [
        ("helper", "lead", Pay("lead", ESTIMATE, FIRST, CLERKS)),
        ("helper", "helper", Pay("helper", None, FIRST, CLERKS)),
        ("helper", "chief", Pay("chief", None, SECOND, None)),
        ("helper", "intern", Pay("intern", None, None, None)),
        ("idler", "lead", Pay("lead", None, None, None)),
        ("nobody", "lead", Pay("lead", None, None, None)),
    ],
)
def test_what_is_known_of_pay(role: str, tier: str, known: Pay) -> None:
    """The first figure and the first occupation of the tier; whatever is missing is None."""
    assert pay_of(Library(GUIDES, (), (), (CLERKS,)), role, tier) == known
    assert Library(GUIDES, (), (), ()).guides_by_role["helper"] is GUIDES[0]


def wages(*values: float | None) -> Wages:
    p10, p25, median, p75, p90 = values
    return Wages(p10=p10, p25=p25, median=median, p75=p75, p90=p90, source="own")


def test_percentiles_may_stay_and_end_but_not_fall() -> None:
    """Above the highest wage that is published there is none."""
    assert wages(1, 2, 2, 3, None).percentiles == (1, 2, 2, 3, None)
    with pytest.raises(ValueError, match="percentiles must not fall"):
        wages(1, 2, 3, None, 2)


@pytest.mark.parametrize(
    ("employment", "projected", "change"),
    [(2814.0, 2660.3, -5.5), (100, 100, 0), (100, 110, 10.1), (0.4, 0.5, 30)],
)
def test_a_change_is_what_the_counts_make_of_it(employment: float, projected: float, change: float) -> None:
    """To a tenth, and as far as counts rounded to a tenth of a thousand can tell."""
    facts = {"start": 2024, "end": 2034, "openings": 1, "education": "E", "experience": "E", "source": "own"}
    counts = {"employment": employment, "projected": projected}
    assert Projection(**facts, **counts, change=change).change == change  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="change must be"):
        Projection(**facts, **counts, change=change + 60)  # type: ignore[arg-type]
