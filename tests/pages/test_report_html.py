from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest

from careercli.domain.model import Catalog
from careercli.domain.notes import Note
from careercli.pages.render.html import html
from careercli.pages.report import report_page
from careercli.text.report import Report
from tests.domain.people import random_people
from tests.pages.html_pages import Page, taken_apart
from tests.reports import EVIL, people_of, report_on

NAMES = ("maya", "daniel", "dana", "priya", "tomas", "newcomer", "unrated", "top", "hostile")
FORBIDDEN = ("script", "img", "iframe", "object", "embed", "base", "form", "input", "audio", "video")
CSS = (files("careercli.pages.render") / "styles" / "base.css").read_text()


def report_html(report: Report) -> str:
    """Return a report as a page."""
    return html(report_page(report))


@pytest.fixture(scope="module")
def pages(catalog: Catalog) -> dict[str, Page]:
    """Return the page of everybody, taken apart."""
    people = people_of(catalog)
    return {name: taken_apart(report_html(report_on(people[name], catalog))) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_in_order(name: str, pages: dict[str, Page]) -> None:
    """There is one h1, first, and no level is left out on the way down."""
    levels = [int(heading.name[1]) for heading in pages[name].named("h1", "h2", "h3", "h4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_is_pointed_at_is_there(name: str, pages: dict[str, Page]) -> None:
    """Ids are unique; links, labels and descriptions lead to one of them; no link leads out of the page."""
    elements = pages[name].elements
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    meant = [
        target
        for element in elements
        for key in ("aria-labelledby", "aria-describedby")
        for target in element.attributes.get(key, "").split()
    ]
    links = [element.attributes["href"] for element in pages[name].named("a")]

    assert len(ids) == len(set(ids))
    assert all(link.startswith("#") for link in links)
    assert {*meant, *(link[1:] for link in links)} <= set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_loaded_and_nothing_runs(name: str, pages: dict[str, Page]) -> None:
    """There is no script, handler or image, nothing from elsewhere; the page forbids all of it besides."""
    page = pages[name]

    assert not page.named(*FORBIDDEN)
    for element in page.elements:
        assert not any(key.startswith("on") for key in element.attributes), element
        assert "src" not in element.attributes
    assert [element.attributes for element in page.named("link")] == [{"rel": "icon", "href": "data:,"}]
    (policy,) = (meta.attributes for meta in page.named("meta") if "http-equiv" in meta.attributes)
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert "url(" not in page.named("style")[0].text
    assert "@import" not in page.named("style")[0].text


@pytest.mark.parametrize("name", NAMES)
def test_structure(name: str, pages: dict[str, Page]) -> None:
    """Language, landmarks, a way past the contents, scopes of table headers, captions of figures."""
    page = pages[name]

    assert page.named("html")[0].attributes["lang"] == "en"
    assert [len(page.named(tag)) for tag in ("main", "nav", "header", "footer")] == [1, 1, 1, 1]
    assert page.named("a")[0].attributes == {"class": "skip", "href": "#main"}
    assert all(cell.attributes.get("scope") in {"col", "row"} for cell in page.named("th"))
    assert len(page.named("figure")) == len(page.named("figcaption"))
    assert all(section.attributes["aria-labelledby"] for section in page.named("section"))


@pytest.mark.parametrize("name", NAMES)
def test_charts_are_said_in_words(name: str, pages: dict[str, Page]) -> None:
    """A drawing has a title and a description; one that only repeats the text beside it is left out."""
    page = pages[name]
    drawn = [svg for svg in page.named("svg") if svg.attributes.get("role") == "img"]
    said = [each for each in page.named("title", "desc") if "svg" in each.around]

    assert len(drawn) >= 4  # two drawings of the ladder and of the pay, at least
    assert len(said) == 2 * len(drawn)
    assert all(each.text.strip() for each in said)
    others = [svg for svg in page.named("svg") if svg not in drawn]
    assert all(svg.attributes["aria-hidden"] == "true" for svg in others)


def test_what_somebody_wrote_is_text(pages: dict[str, Page]) -> None:
    """Name, title, evidence and reasons stand on the page letter by letter."""
    body = pages["hostile"].named("body")[0].text
    window = next(title for title in pages["hostile"].named("title") if "head" in title.around)

    assert body.count(EVIL) >= 7
    assert EVIL[:90] in window.text
    assert "49" not in window.text


def test_the_parts(pages: dict[str, Page]) -> None:
    """What there is to say has its part; at the top there is nothing to plan."""
    assert [heading.text for heading in pages["dana"].named("h2")] == [
        "Where you are",
        "What you bring",
        "What is missing for Manager",
        "This week",
        "The way to Manager",
        "Pay and outlook",
        "How to read this",
    ]
    assert [heading.text for heading in pages["top"].named("h2")] == [
        "Where you are",
        "What you bring",
        "What is missing",
        "Pay and outlook",
        "How to read this",
    ]
    for page in pages.values():
        contents = [link.attributes["href"] for link in page.named("a") if "nav" in link.around]
        assert contents == [f"#{section.attributes['id']}" for section in page.named("section")]


def test_what_is_not_known_is_not_said(pages: dict[str, Page]) -> None:
    """Where too little is rated, nobody is told that they are a beginner."""
    text = " ".join(pages["unrated"].named("header")[0].text.split())

    assert "Not known yet Too little is rated to say" in text
    assert "Preparing for the first" not in text
    assert "Tier 1 of 8, 1 to confirm" in pages["maya"].named("header")[0].text


def test_the_key_names_what_is_drawn(pages: dict[str, Page]) -> None:
    """Marks of the pay chart are explained where they are in it."""
    keys = {name: pages[name].named("figcaption")[-1].text for name in ("dana", "priya")}

    assert "Diamond: the guide's estimate." in keys["dana"]
    assert "arrow" not in keys["dana"]
    assert 'a dashed line where it says "and more"' in keys["priya"]


def test_notes_are_a_part_where_they_are_asked_for(catalog: Catalog) -> None:
    """With their days; without any, that is said."""
    dana = people_of(catalog)["dana"]
    noted = report_html(report_on(dana, catalog, notes=(Note(date(2026, 11, 3), "Bring <b>the</b> draft"),)))
    none = report_html(report_on(dana, catalog, notes=()))

    assert "3 Nov 2026" in taken_apart(noted).named("main")[0].text
    assert "Bring <b>the</b> draft" in taken_apart(noted).named("main")[0].text
    assert "None so far." in none
    assert "Notes of your coach" not in report_html(report_on(dana, catalog))


def test_the_same_bytes(catalog: Catalog) -> None:
    """The same report is the same page."""
    dana = people_of(catalog)["dana"]

    assert report_html(report_on(dana, catalog)) == report_html(report_on(dana, catalog))


@pytest.mark.slow
def test_anybody(catalog: Catalog) -> None:
    """Every page is whole, whoever it is about."""
    for profile in random_people(catalog, 25):
        page = taken_apart(report_html(report_on(profile, catalog)))

        assert len(page.named("h1")) == 1


def _luminance(color: str) -> float:
    shares = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
def test_contrast(theme: int) -> None:
    """In every theme text stands out by 4.5 to 1, marks and outlines by 3 (WCAG 2.2, 1.4.3 and 1.4.11)."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    tokens = {
        name: value if len(value) == 7 else f"#{''.join(digit * 2 for digit in value[1:])}"
        for name, value in re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", blocks[theme])
    }

    for ground in ("paper", "card", "accent-soft"):
        for ink in ("ink", "quiet", "accent", "gate"):
            assert _contrast(tokens[ink], tokens[ground]) >= 4.5, (ink, ground)
    for ground in ("paper", "card"):
        assert _contrast(tokens["edge"], tokens[ground]) >= 3
    assert _contrast(tokens["card"], tokens["accent"]) >= 4.5
    assert _contrast(tokens["gate"], tokens["gate-soft"]) >= 3
