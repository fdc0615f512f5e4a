"""What a page hides with styles of its own is not read, and what it only paints is."""

from __future__ import annotations

import pytest

from careercli.reading.document import lines_of
from careercli.reading.html import HIDES

UNSEEN = "Nobody who opens this page can see these words at all."
SHOWN = "Everybody who opens this page can see these other words."


def _read(body: str, head: str = "") -> tuple[str, tuple[str, ...]]:
    page = f"<html><head>{head}</head><body><p>{SHOWN}</p>{body}<p>{SHOWN}</p></body></html>"
    found = lines_of(page.encode(), "page.html")
    return "\n".join(line.text for line in found.lines), found.notes


@pytest.mark.parametrize(
    "style",
    [
        "color:#fff",
        "color: white !important",
        "color:#FEFEFE;background:#ffffff",
        "color:rgba(0, 0, 0, 0)",
        "color:transparent",
        "background:#111; color:rgb(17,17,17)",
        "font-size:0",
        "font-size: 1px",
        "opacity:0.0",
        "opacity:0 !important",
        "opacity:2%",
        "filter:opacity(0)",
        "filter: blur(1px) opacity( 1% )",
        "visibility:hidden",
        "display:none",
        "position:absolute;left:-9999px",
        "text-indent:-5000px",
        "position:absolute;clip:rect(0,0,0,0)",
        "height:0;overflow:hidden",
        "transform:scale(0)",
    ],
)
@pytest.mark.parametrize("sheet", [False, True], ids=["inline", "rule"])
def test_hidden_by_style(style: str, *, sheet: bool) -> None:
    """A style hides in an attribute as it does in a rule of the page; that there is hidden text is told."""
    head = f"<style>/* x */ .a, .trick {{{style}}}</style>" if sheet else ""
    text, notes = _read(f"<p class=trick style='{'' if sheet else style}'>{UNSEEN}</p>", head)

    assert UNSEEN not in text
    assert text.count(SHOWN) == 2
    assert HIDES in notes


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", f"<p hidden>{UNSEEN}</p>"),
        ("<style>#x{color:white}</style>", f"<p id=x><b>{UNSEEN}</b></p>"),
        ("<style>div .y {display:none}</style>", f"<div><section><p class=y>{UNSEEN}</p></section></div>"),
        ("<style>@media screen {p.z {opacity:0}}</style>", f"<p class='w z'>{UNSEEN}</p>"),
        ("", f"<font color=white>{UNSEEN}</font>"),
        ("", f"<table bgcolor='#000000'><tr><td style='color:black'>{UNSEEN}</td></tr></table>"),
        ("", f"<div style='font-size:0'><span>{UNSEEN}</span></div>"),
    ],
)
def test_hidden_by_rules(head: str, body: str) -> None:
    """Rules by id, class, element and what it stands in hide too, and what is inside is hidden with it."""
    text, notes = _read(body, head)
    assert UNSEEN not in text
    assert HIDES in notes


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", f"<div style='background:#123456'><p style='color:#fff'>{UNSEEN}</p></div>"),
        ("", f"<div style='background-image:url(a.png)'><p style='color:#fff'>{UNSEEN}</p></div>"),
        (
            "<style>.hero{background:navy}</style>",
            f"<div class=hero><p style='color:#fff'>{UNSEEN}</p></div>",
        ),
        ("<style>@media print {.p {display:none}}</style>", f"<p class=p>{UNSEEN}</p>"),
        ("<style media=print>.p {display:none}</style>", f"<p class=p>{UNSEEN}</p>"),
        ("<style>.t{display:none} .t.on{display:block}</style>", f"<p class='t on'>{UNSEEN}</p>"),
        ("<style>.f{opacity:0;transition:opacity 1s}</style>", f"<p class=f>{UNSEEN}</p>"),
        ("", f"<p style='filter:opacity(0.9) blur(0)'>{UNSEEN}</p>"),
        ("", f"<p style='opacity:var(--x); filter:drop-shadow(0 0 0 #000)'>{UNSEEN}</p>"),
        ("<style>.f{filter:opacity(0);animation:in 1s}</style>", f"<p class=f>{UNSEEN}</p>"),
        ("<style>.h:hover, .v::before {display:none}</style>", f"<p class='h v'>{UNSEEN}</p>"),
        ("<style>.q{display:none}</style>", f"<p class=q style='display:block'>{UNSEEN}</p>"),
        ("", f"<div style='visibility:hidden'><p style='visibility:visible'>{UNSEEN}</p></div>"),
        ("", f"<div style='font-size:0'><p style='font-size:14px'>{UNSEEN}</p></div>"),
        ("<link rel=stylesheet href=a.css>", f"<p class=cta style='color:#fff'>{UNSEEN}</p>"),
        ("<style>.a{{{{}} } .b{</style>", f"<p class=b>{UNSEEN}</p>"),
    ],
)
def test_shown(head: str, body: str) -> None:
    """White on dark, what is for print or shown in the end, and what other files may paint is read."""
    text, notes = _read(body, head)
    assert UNSEEN in text
    assert HIDES not in notes
