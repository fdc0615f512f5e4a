from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from careercli.catalog import load_library
from careercli.domain.model import Catalog
from careercli.domain.sections import SECTIONS
from careercli.pages.document_blocks import Handout
from careercli.pages.guide_page import guide_page
from careercli.pages.render.html import html
from careercli.pages.render.markdown import markdown
from tests.pages.html_pages import Page, taken_apart
from tests.running import DAY

ROLES = ("customer-support-specialist", "customer-support-manager")
FORBIDDEN = ("script", "img", "iframe", "object", "embed", "base", "form", "input", "audio", "video")


def handout_of(name: str, catalog: Catalog, *sections: str) -> Handout:
    """Return the guide of a role as a document, the whole unless told."""
    library = load_library()
    wanted = sections or tuple(library.guides_by_role[name].sections)
    return guide_page(catalog, library, catalog.roles_by_id[name], wanted, date.fromisoformat(DAY))


@pytest.fixture(scope="module")
def pages(catalog: Catalog) -> dict[str, Page]:
    """Return the page of each role, taken apart."""
    return {name: taken_apart(html(handout_of(name, catalog))) for name in ROLES}


@pytest.mark.parametrize("name", ROLES)
def test_every_section_is_there_and_in_the_contents(name: str, pages: dict[str, Page]) -> None:
    """The contents lead to each section in reading order, by chapter, and last to the sources."""
    page = pages[name]
    sections = [each.attributes["id"] for each in page.named("section")]
    links = [link.attributes["href"][1:] for link in page.named("a") if "nav" in link.around]
    chapters = [each.text for each in page.named("span") if "nav" in each.around]

    assert sections == [*load_library().guides_by_role[name].sections, "sources"]
    assert links == sections
    assert chapters == [*dict.fromkeys(kind.chapter for kind in SECTIONS.values()), "Where it is from"]


@pytest.mark.parametrize("name", ROLES)
def test_the_page_is_whole(name: str, pages: dict[str, Page]) -> None:
    """Headings go down one level at a time, every link leads to an id, nothing is loaded or runs."""
    page = pages[name]
    levels = [int(heading.name[1]) for heading in page.named("h1", "h2", "h3", "h4")]
    ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    links = [link.attributes["href"] for link in page.named("a")]

    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert not page.named(*FORBIDDEN)
    assert not any(key == "src" or key.startswith("on") for each in page.elements for key in each.attributes)


@pytest.mark.parametrize("name", ROLES)
def test_every_source_is_dated_and_cited(name: str, pages: dict[str, Page], catalog: Catalog) -> None:
    """The list at the end has each source with its date, and each is cited somewhere above."""
    page = pages[name]
    listed = [each for each in page.named("li") if each.attributes.get("id", "").startswith("source-")]
    cited = {link.attributes["href"] for link in page.named("a") if link.attributes.get("class") == "mark"}
    dated = {f"{source.title}. {source.publisher}, {source.date}. " for source in catalog.sources}

    assert len(listed) > 5
    assert {f"#{each.attributes['id']}" for each in listed} == cited
    assert all(any(each.text.startswith(known) for known in dated) for each in listed)


def test_the_head_says_the_most(pages: dict[str, Page]) -> None:
    """What the job is, its tiers, what employers ask to begin with, pay and jobs stand before the text."""
    head = " ".join(pages[ROLES[0]].named("header")[0].text.split())

    for words in ("Career guide, 21 Nov 2026", "Junior Specialist to Team Lead", "4 tiers", "employers ask"):
        assert words in head
    assert re.search(r"Pay, by the guide \$\d", head)
    assert re.search(r"Jobs -5\.5 % Projected from 2024 to 2034", head)


def test_pay_is_drawn_and_said(pages: dict[str, Page]) -> None:
    """The pay of every tier is a chart with its description, and a table with sources."""
    page = pages[ROLES[1]]
    (chart,) = page.named("figure")
    table = page.named("table")[0]

    assert "Director of Customer Support: the survey's median is $105,770" in chart.text
    assert "Director" in table.text
    assert "[1]" in table.text


def test_one_section_alone(catalog: Catalog) -> None:
    """A section that is asked for is a page of its own, with the sources that it cites and no others."""
    page = taken_apart(html(handout_of(ROLES[1], catalog, "pay")))

    assert [each.attributes["id"] for each in page.named("section")] == ["pay", "sources"]
    whole = taken_apart(html(handout_of(ROLES[1], catalog)))
    assert len(page.named("cite")) < len(whole.named("cite"))


@pytest.mark.parametrize("name", ROLES)
def test_as_markdown(name: str, catalog: Catalog) -> None:
    """The same in Markdown: a heading for each section, numbers of sources, and the list of them."""
    text = markdown(handout_of(name, catalog))
    guide = load_library().guides_by_role[name]

    assert len(re.findall("^## ", text, re.MULTILINE)) == len(guide.sections) + 1
    assert "## Sources" in text
    assert re.search(r"\\\[1\\\]", text)


def test_the_same_bytes(catalog: Catalog) -> None:
    """Twice the same is the same page, whatever the day of the clock is."""
    assert html(handout_of(ROLES[0], catalog)) == html(handout_of(ROLES[0], catalog))


def test_what_to_go_on_with_is_a_link_where_it_is_on_the_page(catalog: Catalog) -> None:
    """A section names questions of others; on the whole page they are links, with one section only titles."""
    whole, alone = (
        html(handout_of("customer-support-manager", catalog, *wanted)) for wanted in ((), ("feedback",))
    )
    near = "What if somebody will not accept feedback? ({}Conduct and low results{})"

    assert near.format('<a href="#conduct">', "</a>") in whole
    assert near.format("", "") in alone
    assert "- What if somebody will not accept feedback? (Conduct and low results)" in markdown(
        handout_of("customer-support-manager", catalog, "feedback")
    )
