"""Word files (DOCX): paragraphs, tables and text boxes in the order of the document.

They are read from the zip's own XML: only the text, the styles, headers and footers are opened, so that
pictures, macros and what is linked to are never touched.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from careercli.reading.pieces import Mark, Piece, UnreadableError, names, row_of

MOST_BYTES = 32 * 1024 * 1024
"""How much text and markup one part of the file may unpack to; a hundred pages have less than one MiB."""

_LEFT_OUT = names(
    "del moveFrom delText instrText pPr rPr tblPr tblGrid trPr tcPr sectPr sdtPr sdtEndPr rt "
    "footnoteReference endnoteReference commentReference annotationRef lastRenderedPageBreak proofErr"
)
"""What is not text that somebody reads: settings, deleted words, field codes, marks of notes."""

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_HEADING = re.compile(r"(?:.*\bheading ?[1-9]?\b.*|title|subtitle)$", re.IGNORECASE)
_LIST = re.compile(r"list (?:bullet|number)", re.IGNORECASE)


def read(data: bytes, notes: list[str]) -> Iterator[Piece]:
    """Give the lines of a Word file: headers first, then the text, then footers.

    Raises:
        UnreadableError: ``broken``, the zip or its text is; ``costly``, it unpacks to more than any text.

    """
    parts = _Parts(data)
    main = parts.main()
    root = parts.tree(main)
    if root is None:
        raise UnreadableError("broken")
    if parts.damaged:
        notes.append("Its text is damaged: what could be read is here.")
    related = parts.related(main)
    styles = _Styles(parts.optional(next(iter(related.of_kind("styles")), "")))
    seen: set[str] = set()
    for kind in ("header", "body", "footer"):
        trees = [root] if kind == "body" else [parts.optional(name) for name in _margins(root, related, kind)]
        for tree in trees:
            if tree is not None:
                pieces = _blocks(tree, styles)
                yield from pieces if kind == "body" else _new(pieces, seen)
        yield Piece("")


class _Related:
    """What a part of the file refers to: the kind and the name of each part, by id."""

    def __init__(self, found: dict[str, tuple[str, str]]) -> None:
        self.found = found

    def of_kind(self, kind: str) -> list[str]:
        """Return the names of the parts of a kind."""
        return [name for other, name in self.found.values() if other == kind]


class _Parts:
    """The parts of the zip, by their names in any case; nothing larger than the limit is unpacked."""

    def __init__(self, data: bytes) -> None:
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, EOFError, NotImplementedError) as error:
            raise UnreadableError("broken") from error
        self.damaged = False
        self.infos = {info.filename.replace("\\", "/").lower(): info for info in self.archive.infolist()}

    def main(self) -> str:
        """Return the name of the part that holds the text."""
        named = self.related("").of_kind("officeDocument")
        return next((name for name in (*named, "word/document.xml") if name.lower() in self.infos), "")

    def related(self, name: str) -> _Related:
        """Return what a part refers to within the file."""
        folder, base = posixpath.split(name)
        root = self.optional(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for entry in () if root is None else root:
            kind, target = str(entry.get("Type")).rpartition("/")[2], str(entry.get("Target"))
            if entry.get("TargetMode") != "External":
                inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[str(entry.get("Id"))] = (kind, inside)
        return _Related(found)

    def optional(self, name: str) -> Any:
        """Return the root of a part that the text can do without; None where it is broken, too."""
        try:
            return self.tree(name)
        except UnreadableError:
            return None

    def tree(self, name: str) -> Any:
        """Return the root of a part, as far as it can be read; None where there is none."""
        info = self.infos.get(name.lower())
        if info is None:
            return None
        try:
            with self.archive.open(info) as file:
                data = file.read(MOST_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
            raise UnreadableError("broken") from error
        if len(data) > MOST_BYTES:
            raise UnreadableError("costly")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
            recover=True,
        )
        root = etree.fromstring(data, parser) if data else None
        self.damaged = self.damaged or len(parser.error_log) > 0
        return root


class _Styles:
    """The styles of the file: which are headings, and which are lists."""

    def __init__(self, root: Any) -> None:
        self.marks: dict[str, Mark] = {}
        entries = {} if root is None else {_value(s, "styleId"): s for s in root if _name(s) == "style"}
        for key in entries:
            self.marks[key] = self._mark(entries, key)

    def _mark(self, entries: dict[str, Any], key: str) -> Mark:
        seen: set[str] = set()
        while key in entries and key not in seen:
            seen.add(key)
            style = entries[key]
            named = _value(_child(style, "name"), "val")
            settings = _child(style, "pPr")
            if _HEADING.match(named) or _outlined(settings):
                return "heading"
            if _LIST.match(named) or _listed(settings):
                return "bullet"
            key = _value(_child(style, "basedOn"), "val")
        return "text"

    def of(self, paragraph: Any) -> Mark:
        """Return what a paragraph is."""
        settings = _child(paragraph, "pPr")
        key = _value(_child(settings, "pStyle"), "val")
        styled = self.marks.get(key) or ("heading" if _HEADING.match(key) else "text")
        if styled == "heading" or _outlined(settings):
            return "heading"
        numbered = _child(settings, "numPr")
        if numbered is not None:
            return "bullet" if _listed(settings) else "text"
        return styled


def _listed(settings: Any) -> bool:
    numbered = _child(settings, "numPr")
    return numbered is not None and _value(_child(numbered, "numId"), "val") not in {"", "0"}


def _outlined(settings: Any) -> bool:
    return _value(_child(settings, "outlineLvl"), "val") in set("012345678")


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child(element: Any, name: str) -> Any:
    return None if element is None else next((child for child in element if _name(child) == name), None)


def _value(element: Any, name: str) -> str:
    """Return an attribute by its name, in whatever namespace, or nothing."""
    attributes = () if element is None else element.attrib.items()
    return next((str(value) for key, value in attributes if key.rpartition("}")[2] == name), "")


def _margins(root: Any, related: _Related, kind: str) -> list[str]:
    """Return the names of the headers or footers that sections use, each once."""
    wanted = f"{kind}Reference"
    names = [related.found.get(_value(e, "id"), ("", ""))[1] for e in root.iter() if _name(e) == wanted]
    return list(dict.fromkeys(filter(None, names)))


def _new(pieces: Iterable[Piece], seen: set[str]) -> Iterator[Piece]:
    """Leave out what another header or footer has said."""
    for piece in pieces:
        if piece.text not in seen:
            seen.add(piece.text)
            yield piece


def _blocks(parent: Any, styles: _Styles) -> Iterator[Piece]:
    """Give the paragraphs and tables in a part of the document, however they are wrapped."""
    for child in parent:
        name = _name(child)
        if name == "p":
            yield from _paragraph(child, styles)
        elif name == "tbl":
            yield from _table(child, styles)
        elif name == "AlternateContent":
            yield from _blocks(_chosen(child), styles)
        elif name not in _LEFT_OUT:
            yield from _blocks(child, styles)


def _table(table: Any, styles: _Styles) -> Iterator[Piece]:
    for row in table.iter():
        if _name(row) == "tr" and _within(row, "tbl") is table:
            cells = [cell for cell in row.iter() if _name(cell) == "tc" and _within(cell, "tr") is row]
            yield from row_of([list(_blocks(cell, styles)) for cell in cells])


def _within(element: Any, name: str) -> Any:
    """Return the nearest element of a name around another."""
    return next((outer for outer in element.iterancestors() if _name(outer) == name), None)


def _chosen(alternatives: Any) -> Any:
    """Return the first of several ways to say the same."""
    return next(iter(alternatives), alternatives)


def _paragraph(paragraph: Any, styles: _Styles) -> Iterator[Piece]:
    """Give a paragraph, and after it the text boxes that are anchored in it."""
    words: list[str] = []
    boxes: list[Any] = []
    _collect(paragraph, words, boxes)
    yield Piece("".join(words), styles.of(paragraph))
    for box in boxes:
        yield from _blocks(box, styles)


def _collect(element: Any, words: list[str], boxes: list[Any]) -> None:
    for child in element:
        name = _name(child)
        if name == "t":
            words.append(child.text or "")
        elif name in _SIGNS:
            words.append(_SIGNS[name])
        elif name == "sym":
            words.append(_symbol(_value(child, "char")))
        elif name == "txbxContent":
            boxes.append(child)
        elif name == "AlternateContent":
            _collect(_chosen(child), words, boxes)
        elif name == "r" and _is_hidden(child):
            continue
        elif name not in _LEFT_OUT:
            _collect(child, words, boxes)


def _is_hidden(run: Any) -> bool:
    vanish = _child(_child(run, "rPr"), "vanish")
    return vanish is not None and _value(vanish, "val") not in {"0", "false", "off"}


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
