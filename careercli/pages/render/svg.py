"""Elements of a page, everything in them escaped, and diagrams as SVG."""

from __future__ import annotations

from html import escape

from careercli.pages.shapes import Box, Diagram, Dot, Mark, Rule, Shape, Sheet
from careercli.text.phrases import number


def element(name: str, content: str | None = "", **attributes: str | float | None) -> str:
    """Return an element; ``content`` is HTML, None for an element that has none.

    Attributes are escaped, those that are None or empty left out; ``class_`` and ``aria_label`` are written
    ``class`` and ``aria-label``.
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    return f"<{name}{said}/>" if content is None else f"<{name}{said}>{content}</{name}>"


def with_text(name: str, text: str, **attributes: str | float | None) -> str:
    """Return an element with a text in it."""
    return element(name, escape(text), **attributes)


def figure(diagram: Diagram) -> str:
    """Return a diagram with what its marks mean."""
    drawn = "\n".join(_drawn(diagram, sheet) for sheet in diagram.sheets)
    caption = with_text("figcaption", diagram.caption)
    return element("figure", f"\n{drawn}\n{caption}\n", class_="figure", id=f"figure-{diagram.id}")


def _drawn(diagram: Diagram, sheet: Sheet) -> str:
    name = f"{diagram.id}-{sheet.size}"
    told = (
        with_text("title", diagram.title, id=f"{name}-title"),
        with_text("desc", diagram.description, id=f"{name}-text"),
    )
    return element(
        "svg",
        "\n".join(("", *told, *map(_mark, sheet.marks), "")),
        class_=f"chart chart-{sheet.size}",
        role="img",
        aria_labelledby=f"{name}-title {name}-text",
        viewBox=f"0 0 {number(sheet.width)} {number(sheet.height)}",
    )


def _mark(mark: Mark) -> str:
    style = mark.style.strip()
    match mark:
        case Box(x, y, width, height, _, radius):
            return element("rect", None, x=x, y=y, width=width, height=height, rx=radius, class_=style)
        case Rule(x1, y1, x2, y2):
            return element("line", None, x1=x1, y1=y1, x2=x2, y2=y2, class_=style)
        case Dot(x, y, radius):
            return element("circle", None, cx=x, cy=y, r=radius, class_=style)
        case Shape(points):
            return element("polygon", None, points=points, class_=style)
        case _:
            return with_text("text", mark.text, x=mark.x, y=mark.y, text_anchor=mark.anchor, class_=style)
