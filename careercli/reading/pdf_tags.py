"""What a tagged PDF says of its text: which of it is a heading, and which an item of a list.

Word, browsers and LibreOffice write such a tree of elements beside the pages; each piece of text on a page
has a number that an element names (ISO 32000-1, 14.7 and 14.8).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdf.generic import DictionaryObject

from careercli.reading.pieces import Mark

MOST_ELEMENTS = 20_000
"""How many elements are looked at; a résumé has some hundred."""

_HEADINGS = frozenset({"/Title", "/H", *(f"/H{level}" for level in range(1, 7))})


class Tag(NamedTuple):
    """What an element says of its text; ``element`` tells items apart, ``sign`` is the bullet itself.

    ``order`` counts all text of the document as the tree has it, which is as it is read; -1 without a tag.
    """

    mark: Mark
    element: int
    sign: bool = False
    order: int = -1


NONE = Tag("text", 0)


def tags_of(reader: Any) -> dict[tuple[int, int], Tag]:
    """Return the tags of a PDF's text by the number of the page's object and of the text on it.

    A file without tags has none; in a broken tree, what was read before counts.
    """
    found: dict[tuple[int, int], Tag] = {}
    try:
        root = reader.root_object.get("/StructTreeRoot")
        if root is not None:
            root = root.get_object()
            roles = root.get("/RoleMap", {}).get_object() if "/RoleMap" in root else {}
            for page, number, tag in _walk(root, roles):
                found.setdefault((page, number), tag._replace(order=len(found)))
    except Exception:  # noqa: BLE001, S110 # a broken tree; the text is there without it
        pass
    return found


def _walk(root: Any, roles: Any) -> Iterator[tuple[int, int, Tag]]:
    waiting: list[tuple[Any, int, Tag]] = [(root.get("/K"), 0, NONE)]
    seen: set[int] = set()
    while waiting and len(seen) < MOST_ELEMENTS:
        raw, page, tag = waiting.pop()
        reference = getattr(raw, "idnum", None)
        if raw is None or reference in seen:
            continue
        seen.add(reference if reference is not None else -len(seen) - 1)
        value: Any = raw.get_object()
        if isinstance(value, int):
            yield page, int(value), tag
        elif isinstance(value, list):
            waiting.extend((child, page, tag) for child in reversed(value))
        elif isinstance(value, DictionaryObject):
            page = getattr(value.raw_get("/Pg") if "/Pg" in value else None, "idnum", page)
            if "/MCID" in value:
                waiting.append((value.raw_get("/MCID"), page, tag))
            elif "/K" in value:
                waiting.append((value.raw_get("/K"), page, _tag(value, roles, tag, len(seen))))


def _tag(element: Any, roles: Any, around: Tag, number: int) -> Tag:
    role = element.get("/S", "")
    for _ in range(4):  # a role may stand for another, which stands for another
        role = roles.get(role, role)
    if role in _HEADINGS:
        return Tag("heading", number)
    if role == "/LI":
        return Tag("bullet", number)
    return around._replace(sign=True) if role == "/Lbl" and around.mark == "bullet" else around
