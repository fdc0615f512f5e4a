"""What only a browser can tell of the pages that are handed over."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import COHORT, EVERYBODY, GUIDES, PERSONAS, Shown
from tests.reports import EVIL
from tests.running import DAY, run

PAGES = (*EVERYBODY, COHORT, *GUIDES)
FOCUS = """() => {
    const element = document.activeElement;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    return {
        tag: element.tagName, outline: style.outlineStyle, width: parseFloat(style.outlineWidth),
        seen: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
    };
}"""
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(each => each.checkVisibility() && !each.closest('.skip, .wide'))
    .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(each => each.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_accessibility(name: str, dark: bool, shown: Shown, axe: str) -> None:
    """axe-core finds nothing, of WCAG 2.2 AA or of its best practices."""
    page = shown(name, dark=dark)
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")

    assert len(found["passes"]) > 20
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []


@pytest.mark.parametrize("name", ["dana", "hostile", COHORT, *GUIDES])
def test_accessibility_on_a_phone(name: str, shown: Shown, axe: str) -> None:
    """axe-core finds nothing on a narrow page either, where other drawings are shown."""
    page = shown(name, width=360)
    page.evaluate(axe)

    assert page.evaluate("axe.run().then(found => found.violations.map(rule => rule.id))") == []


@pytest.mark.parametrize("width", [320, 360, 768])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_page(name: str, width: int, shown: Shown) -> None:
    """No page scrolls sideways, on a phone or at 400 % (WCAG 2.2, 1.4.10)."""
    page = shown(name, width=width)

    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", EVERYBODY)
def test_print(name: str, paper: str, shown: Shown) -> None:
    """A report is 2 to 9 pages; where next to nothing is rated, and so nearly all is missing, up to 12."""
    printed = shown(name, dark=True).pdf(format=paper)
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))

    assert 2 <= pages <= (9 if name in PERSONAS else 12)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_on_paper(name: str, paper: str, shown: Shown) -> None:
    """All of a guide is a booklet, with its contents on the first page."""
    page = shown(name)
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
    page.emulate_media(media="print")

    assert 12 <= pages <= 80
    assert page.locator("nav").is_visible()


def test_print_is_light(shown: Shown) -> None:
    """Paper is white, whatever the screen prefers, and the contents are left out."""
    page = shown("dana", dark=True)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 23, 26)"
    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator("nav").is_visible()
    assert page.locator("svg.chart-wide").first.is_visible()
    assert not page.locator("svg.chart-narrow").first.is_visible()


def test_one_drawing_of_each_chart_is_shown(shown: Shown) -> None:
    """The wide one where there is room, else the narrow one; never both."""
    for width in (360, 700, 768, 1280):
        charts = shown("dana", width=width).locator("figure:has(svg.chart)")

        assert charts.count() == 3
        for chart in charts.all():
            assert sum(drawing.is_visible() for drawing in chart.locator("svg.chart").all()) == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard(width: int, shown: Shown) -> None:
    """Every link shows when it has the focus; the first leads past the contents to the text."""
    page = shown("dana", width=width)
    links = page.locator("a").count()
    for at in range(min(links, 25)):
        page.keyboard.press("Tab")
        state = page.evaluate(FOCUS)
        assert state["tag"] == "A"
        assert state["outline"] != "none", at
        assert state["width"] >= 2
        assert state["seen"], at

    page.reload()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_contents_of_a_guide(shown: Shown) -> None:
    """They stay beside the text and lead to each section; a narrow page shows them before it."""
    page = shown(GUIDES[1])
    page.get_by_role("link", name="Case studies").click()

    assert page.evaluate("location.hash") == "#case-studies"
    assert page.locator("#case-studies h2").is_visible()
    assert page.locator("nav").bounding_box()["y"] >= 0  # type: ignore[index]
    narrow = shown(GUIDES[1], width=360)
    assert narrow.locator("nav").bounding_box()["y"] < narrow.locator("main").bounding_box()["y"]  # type: ignore[index]


def test_what_somebody_wrote_is_shown_as_it_is(shown: Shown) -> None:
    """Nothing in it runs, loads, closes or begins an element: it is read letter by letter."""
    page = shown("hostile")
    words = " ".join(page.locator("body").inner_text().split())

    assert words.count(EVIL) >= 4
    assert page.title().startswith(f"Career report for {EVIL[:90]}")
    assert page.locator("script, img, iframe, style ~ style").count() == 0


def test_the_text_is_large_enough_in_charts(shown: Shown) -> None:
    """The text of drawings stays readable when they shrink: 10 pixels or more on a phone and a desktop."""
    for width in (320, 360, 768, 1280):
        page = shown("tomas", width=width)
        sizes = page.evaluate(
            """() => [...document.querySelectorAll('svg.chart')].filter(each => each.checkVisibility())
            .map(each => 12 * each.getBoundingClientRect().width / each.viewBox.baseVal.width)"""
        )

        assert len(sizes) == 3
        assert min(sizes) >= 10, (width, sizes)


def test_a_form_by_keyboard_alone(browser: Browser, folder: Path, axe: str, home: Path) -> None:
    """A second opinion is given from a file, without network or mouse: every answer, a text, and the file."""
    assert run("profile", "import", str(folder / "dana.yaml"), "--as", "dana", "--yes").code == 0
    form = folder / "form.html"
    asked = run("feedback", "ask", "dana", "--to", "Sam", "-o", str(form), "--json", "--as-of", DAY).document
    context = browser.new_context(offline=True, accept_downloads=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(form.as_uri())
    page.evaluate(axe)
    assert page.evaluate("axe.run().then(found => found.violations.map(rule => rule.id))") == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for place in range(len(asked["request"]["skills"])):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range(5 if place == 0 else 2):
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Keep the calm.")
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    file = folder / "answer.json"
    download.value.save_as(file)
    context.close()

    assert wrong == []
    answer = json.loads(file.read_text())
    assert answer["unseen"] == asked["request"]["skills"][:1]
    assert answer["levels"] == dict.fromkeys(asked["request"]["skills"][1:], 2)
    file.write_text(json.dumps(answer | {"date": DAY}))
    shown = run("feedback", "add", "dana", str(file), "--as-of", DAY)
    assert shown.code == 0, shown.err
    assert "Keep the calm." in shown.out
