"""What a web page hides with its own style sheets: simple rules for elements, classes and ids, and styles.

No browser is rebuilt here. Rules of other files, of media other than a screen, and selectors that ask more
than what an element is called and stands in are passed over; what they may paint is unknown, and shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from careercli.reading.pieces import names

_MOST_CSS, _MOST_RULES, _MOST_ALIKE = 400_000, 4_000, 60
"""How much of style sheets is looked at, how many rules, and how many for one class or element."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMPOUND = re.compile(r"(?P<tag>\*|[a-z][\w-]*)?(?P<rest>(?:[.#][\w-]+)*)", re.IGNORECASE)
_ON_SCREEN = frozenset({"@media screen", "@media all", "@media only screen"})
_KEPT = names(
    "display visibility opacity filter font-size color background background-color background-image left top "
    "right bottom position text-indent margin-left margin-top clip clip-path height max-height width "
    "overflow transform transition animation -webkit-text-fill-color"
)
_NO_DISTANCE = re.compile(r"-\d{3,}(?:\.\d+)?(?:px|em|rem|vw|vh|%|pt)", re.IGNORECASE)
_NOTHING = re.compile(r"0*(?:\.0+)?(?:px|em|rem|%|pt|vh|vw)?", re.IGNORECASE)
_NO_BIGGER = re.compile(r"(?:0*(?:\.\d+)?|1(?:\.\d+)?)px|0*(?:\.0\d*)?(?:em|rem|%|pt)?", re.IGNORECASE)
_CLIPPED = re.compile(r"rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?|inset\(\s*(?:50|100)%")
_MOVED = re.compile(r"scale\(\s*0(?:\.0+)?\s*\)|translate[xy3d]*\([^)]*-\d{4,}px", re.IGNORECASE)
_FILTERED = re.compile(r"\bopacity\(\s*([\d.]+%?)\s*\)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?\s*\)", re.IGNORECASE)
_NAMED = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245),
    "black": (0, 0, 0),
}
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|a11y-hidden)(?:\s|$)", re.IGNORECASE
)
"""Classes for what only a screen reader says; it tells again what is shown, or explains a picture."""

_ALIKE = 24
"""Colors whose parts differ by no more cannot be told apart."""

_FAINT = 0.05
"""What is no more opaque cannot be seen."""

Color = tuple[int, int, int]
_CLEAR: Color = (-1, -1, -1)
"""The color of what lets everything through."""


class Look(NamedTuple):
    """How text looks: its color and what is behind it, each None where that is unknown, and what hides it."""

    color: Color | None = None
    behind: Color | None = (255, 255, 255)
    tiny: bool = False
    invisible: bool = False

    @property
    def hides(self) -> bool:
        """Whether text that looks so cannot be seen."""
        if self.tiny or self.invisible or self.color == _CLEAR:
            return True
        if self.color is None or self.behind is None:
            return False
        return all(abs(one - other) <= _ALIKE for one, other in zip(self.color, self.behind, strict=True))


class _Rule(NamedTuple):
    compounds: tuple[tuple[str, frozenset[str], frozenset[str]], ...]
    weight: tuple[int, int, int, int]
    """Ids, classes, elements, and its place among the rules: what is more special, or later, holds."""

    said: Mapping[str, str]


class Styles:
    """The rules of a page's own style sheets."""

    def __init__(self, root: etree._Element) -> None:
        sheets = (element.text or "" for element in root.iter("style") if _for_screen(element))
        css = _COMMENT.sub(" ", "\n".join(sheets))[:_MOST_CSS]
        self._by_last: dict[str, list[_Rule]] = {}
        for number, rule in enumerate(_rules(css)):
            if number == _MOST_RULES:
                break
            tag, ids, classes = rule.compounds[-1]
            key = next((f"{sign}{name}" for sign, held in (("#", ids), (".", classes)) for name in held), tag)
            held = self._by_last.setdefault(key, [])
            if len(held) < _MOST_ALIKE:
                held.append(rule)
        linked = root.iter("link")
        self._others = any("stylesheet" in (element.get("rel") or "").casefold() for element in linked)

    def hides(self, element: etree._Element, said: Mapping[str, str]) -> bool:
        """Return whether an element is hidden with everything in it; ``said`` are its declarations."""
        if element.get("hidden") is not None or _starts(said, "display", "none"):
            return True
        opaque = [said.get("opacity", "1"), *_FILTERED.findall(said.get("filter", ""))]
        faint = any(_opaque(value) < _FAINT for value in opaque)
        if faint and not said.keys() & {"transition", "animation"}:
            return True  # what fades in is shown in the end
        apart = any(_starts(said, "position", where) for where in ("absolute", "fixed"))
        away = ("left", "top", "right", "bottom") if apart else ()
        if any(_NO_DISTANCE.match(said.get(name, "")) for name in (*away, "text-indent", "margin-left")):
            return True
        clipped = _CLIPPED.match(said.get("clip", "")) or _CLIPPED.match(said.get("clip-path", ""))
        cut = _starts(said, "overflow", "hidden") and any(
            _NO_BIGGER.fullmatch(said[name]) for name in ("height", "max-height", "width") if name in said
        )
        return bool(clipped or cut or _MOVED.search(said.get("transform", "")))

    def said_of(self, element: etree._Element, tag: str) -> dict[str, str]:
        """Return what the page declares of how an element looks, by the names of properties."""
        names_, id_ = (element.get("class") or "").split(), element.get("id")
        keys = [tag, "*", *(f".{name}" for name in names_), *([f"#{id_}"] if id_ else [])]
        rules = [rule for key in keys for rule in self._by_last.get(key, ()) if _fits(rule, element)]
        said: dict[str, str] = {}
        for rule in sorted(rules, key=lambda each: each.weight):
            said |= rule.said
        own = dict(_declared(element.get("style") or ""))
        ruling = {name for name, value in said.items() if value.endswith("!important")} - {
            name for name, value in own.items() if value.endswith("!important")
        }
        return said | {name: value for name, value in own.items() if name not in ruling}

    def look(self, element: etree._Element, said: Mapping[str, str], within: Look) -> Look:
        """Return how text in an element looks, by how that around it does."""
        color, behind, tiny, invisible = within
        told = said.get("-webkit-text-fill-color") or said.get("color") or element.get("color")
        if told and not told.startswith("inherit"):
            color = _color(told)
        back = said.get("background-color") or said.get("background") or element.get("bgcolor")
        if back and not back.startswith(("inherit", "none", "initial", "unset")):
            behind = None if "(" in back and not _RGB.search(back) else _behind(back, behind)
        painted = self._others and not back and (element.get("class") or element.get("id"))
        if painted or "(" in said.get("background-image", ""):
            behind = None
        if size := said.get("font-size"):
            tiny = _NO_BIGGER.fullmatch(size.partition("!")[0].strip()) is not None
        if seen := said.get("visibility"):
            invisible = seen.startswith(("hidden", "collapse"))
        return Look(color, behind, tiny, invisible)


def for_readers_only(element: etree._Element) -> bool:
    """Return whether an element is for screen readers only, by one of its classes."""
    return _HIDDEN_CLASS.search(element.get("class") or "") is not None


def _for_screen(element: etree._Element) -> bool:
    media = (element.get("media") or "all").casefold()
    return "all" in media or "screen" in media


def _opaque(value: str) -> float:
    """Return how opaque a style makes an element, from 0 to 1; 1 where what it says is no number."""
    said = re.match(r"(\d+\.?\d*|\.\d+)\s*(%?)\s*(?:!important)?$", value)
    return float(said[1]) / (100 if said[2] else 1) if said else 1


def _starts(said: Mapping[str, str], name: str, value: str) -> bool:
    return said.get(name, "").startswith(value)


def _rules(css: str) -> Iterator[_Rule]:
    """Yield the rules of style sheets that are for every screen."""
    number, at = 0, 0
    depth: list[bool] = []
    while (brace := re.compile(r"[{}]").search(css, at)) is not None:
        head, at = css[at : brace.start()].rpartition(";")[2].strip(), brace.end()
        if brace[0] == "}":
            if depth:
                depth.pop()
            continue
        if head.startswith("@"):
            depth.append(" ".join(head.casefold().split()) in _ON_SCREEN)
            continue
        end = css.find("}", at)
        body, at = css[at : end if end >= 0 else len(css)], (end + 1 if end >= 0 else len(css))
        if not all(depth):
            continue
        said = dict(_declared(body))
        for selector in head.split(",") if said else ():
            if compounds := _compounds(selector):
                number += 1
                weight = (
                    sum(len(ids) for _, ids, _ in compounds),
                    sum(len(classes) for _, _, classes in compounds),
                    sum(tag != "*" for tag, _, _ in compounds),
                    number,
                )
                yield _Rule(compounds, weight, said)


def _declared(text: str) -> Iterator[tuple[str, str]]:
    for declaration in text.split(";"):
        name, colon, value = declaration.partition(":")
        if colon and (known := name.strip().casefold()) in _KEPT:
            yield known, re.sub(r"\s*!\s*important", "!important", " ".join(value.casefold().split()))


def _compounds(selector: str) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Return the parts of a selector, the last the element's; none where it asks more than is known here."""
    out = []
    for part in selector.replace(">", " ").split():
        found = _COMPOUND.fullmatch(part)
        if not found:
            return ()
        marks = re.findall(r"([.#])([\w-]+)", found["rest"])
        tag = (found["tag"] or "*").casefold()
        ids, classes = (frozenset(name for sign, name in marks if sign == kind) for kind in "#.")
        out.append((tag, ids, classes))
    return tuple(out)


def _fits(rule: _Rule, element: etree._Element) -> bool:
    """Return whether an element is the last of a rule, and stands in the others."""
    *outer, last = rule.compounds
    if not _is(element, last):
        return False
    above = element.iterancestors()
    return all(any(_is(each, one) for each in above) for one in reversed(outer))


def _is(element: etree._Element, one: tuple[str, frozenset[str], frozenset[str]]) -> bool:
    tag, ids, classes = one
    if tag != "*" and (not isinstance(element.tag, str) or element.tag.lower() != tag):
        return False
    return ids <= {element.get("id") or ""} and classes <= set((element.get("class") or "").split())


def _color(text: str) -> Color | None:
    """Return a color; None where it is not known."""
    if "transparent" in text:
        return _CLEAR
    if found := _HEX.search(text):
        digits = found[1] if len(found[1]) > 4 else "".join(2 * digit for digit in found[1])
        red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
        return _CLEAR if digits[6:] == "00" else (red, green, blue)
    if found := _RGB.search(text):
        clear = found[4] is not None and float(found[4].rstrip("%")) < _FAINT
        return _CLEAR if clear else (int(found[1]), int(found[2]), int(found[3]))
    return next((_NAMED[word] for word in re.findall(r"[a-z]+", text) if word in _NAMED), None)


def _behind(text: str, within: Color | None) -> Color | None:
    color = _color(text)
    return within if color == _CLEAR else color
