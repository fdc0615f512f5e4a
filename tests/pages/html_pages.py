"""Pages taken apart: the elements of HTML with their attributes and text, as tests ask for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})


@dataclass
class Element:
    """An element, what stands in it as text, and the elements around it by name."""

    name: str
    attributes: dict[str, str]
    around: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """All elements of a page in order; a tag that closes what is not open is a fault."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with nothing."""
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        around = tuple(each.name for each in self.open)
        element = Element(tag, {name: value or "" for name, value in attrs}, around)
        self.elements.append(element)
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):  # type: ignore[union-attr]
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be of this name."""
        if tag in VOID or (
            self.open and self.open[-1].name != tag and f"<{tag}" in str(self.get_starttag_text())
        ):
            return
        closed = self.open.pop()
        assert closed.name == tag, f"</{tag}> closes <{closed.name}>"

    def handle_data(self, data: str) -> None:
        """Give text to everything around it."""
        for element in self.open:
            element.text += data

    def named(self, *names: str) -> list[Element]:
        """Return the elements of these names, in order."""
        return [element for element in self.elements if element.name in names]


def taken_apart(html: str) -> Page:
    """Return a page's elements; everything that was opened is closed."""
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open
    return page
