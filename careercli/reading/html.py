"""HTML: blocks to lines, with headings and list items marked; what a browser does not show is not read."""

import re
from collections.abc import Iterator

from lxml import etree

from careercli.reading.pieces import Mark, Piece, names, row_of
from careercli.reading.styles import Look, Styles, for_readers_only
from careercli.reading.text import decoded

HIDES = "Text that the page hides was not read."
_TOLD = 30
"""Of so many hidden letters on it is told that there are some; fewer label a button or a picture."""

_NOT_READ = names(
    "head script style noscript template iframe object embed svg math canvas audio video map datalist select "
    "textarea button dialog title"
)
_BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol "
    "optgroup option p pre search section summary table tbody td tfoot th thead tr ul"
)
_PARTED = names("p h1 h2 h3 h4 h5 h6 ul ol dl table section article header footer blockquote hr pre aside")
"""Blocks that a browser sets off from what is before and after them."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096
"""Within how many bytes a page says its encoding; browsers look at a quarter of it."""

_DASHES = frozenset("-\u2013\u2014")
_SPACES = re.compile(r"[ \t\n\r\f]+")


class _Page:
    """Collects the text of blocks while the tree is walked; no step of it recurses."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.words: list[str] = []
        self.marks: list[Mark] = []
        self.rows: list[tuple[list[Piece], list[list[Piece]]]] = []
        self.started = False
        self.abutting = False

    def text(self, words: str | None, *, kept: bool = False) -> None:
        """Take text as it comes; ``kept`` with its line breaks."""
        if not words:
            return
        words = words if kept else _SPACES.sub(" ", words)
        if self.abutting and self.words:
            self.words.append(_between(self.words[-1], words))
        self.words.append(words)
        self.abutting = False

    def seen(self, words: str | None, look: Look, *, kept: bool) -> int:
        """Take text if it can be seen, and return how many letters of it cannot."""
        if words and look.hides:
            return len(words.strip())
        self.text(words, kept=kept)
        return 0

    def end_line(self) -> None:
        """End the line, if there is one."""
        text = "".join(self.words).strip(" ")
        self.words.clear()
        if text:
            mark = self.marks[-1] if self.marks else "text"
            self.pieces.append(Piece(text, "text" if mark == "bullet" and self.started else mark))
            self.started = True

    def gap(self) -> None:
        """Part what was from what comes."""
        self.end_line()
        self.pieces.append(Piece(""))

    def done(self) -> list[Piece]:
        """Return the pieces so far, and forget them; none within a table's row, which may have more cells."""
        if self.rows or not self.pieces:
            return []
        pieces, self.pieces = self.pieces, []
        return pieces

    def begin_mark(self, mark: Mark) -> None:
        """Begin a heading or a list item."""
        self.end_line()
        self.marks.append(mark)
        self.started = False

    def end_mark(self) -> None:
        """End a heading or a list item."""
        self.end_line()
        if self.marks:
            self.marks.pop()
        self.started = True

    def begin_row(self) -> None:
        """Begin a table's row: its cells are collected until it ends."""
        self.end_line()
        self.rows.append((self.pieces, []))
        self.pieces = []

    def end_cell(self) -> None:
        """End a cell of the row."""
        self.end_line()
        if self.rows:
            self.rows[-1][1].append(self.pieces)
            self.pieces = []

    def end_row(self) -> None:
        """End the row: its cells become lines."""
        self.end_cell()
        before, cells = self.rows.pop()
        before.extend(row_of(cells))
        self.pieces = before


def read(data: bytes, notes: list[str]) -> Iterator[Piece]:
    """Give the lines of a page; nothing is fetched, and what is nested thousands deep is left out."""
    declared = _CHARSET.search(data[:_HEAD])
    text = decoded(data, declared[1].decode() if declared else "").replace("\0", "")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    parser.feed(text.encode("utf-8", "replace"))
    root = parser.close()
    return iter(()) if root is None else _walk(_Page(), root, notes)


def _walk(page: _Page, root: etree._Element, notes: list[str]) -> Iterator[Piece]:
    walker = etree.iterwalk(root, events=("start", "end"))
    styles = Styles(root)
    looks = [Look()]
    skipped: etree._Element | None = None
    kept = hidden = 0
    for event, element in walker:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if event == "start":
            said = styles.said_of(element, tag)
            hides = styles.hides(element, said)
            if tag in _NOT_READ or for_readers_only(element) or hides:
                hidden += _length(element) if hides and tag not in _NOT_READ else 0
                skipped = element
                walker.skip_subtree()
                continue
            looks.append(styles.look(element, said, looks[-1]))
            kept += tag == "pre"
            _start(page, tag)
            hidden += page.seen(element.text, looks[-1], kept=kept > 0)
            continue
        shown, skipped = element is not skipped, None
        if shown:
            looks.pop()
            _end(page, tag)
            kept -= tag == "pre"
        page.abutting = shown and tag not in _BLOCKS and not element.tail
        if element is not root:
            hidden += page.seen(element.tail, looks[-1], kept=kept > 0)
        yield from page.done()
    page.end_line()
    if hidden >= _TOLD:
        notes.append(HIDES)
    yield from page.done()


def _length(element: etree._Element) -> int:
    """Return how many letters stand in an element that is not shown, scripts and the like aside."""
    return sum(len((each.text or "").strip()) for each in element.iter() if each.tag not in _NOT_READ)


def _between(before: str, words: str) -> str:
    """Return what parts two elements without a space between: a title and the dates beside it, two dates.

    Style sheets, which are not read, put them apart; a word of which a part is bold goes on in small letters.
    """
    end, start = before[-1:], words[:1]
    if start in _DASHES and end.isdigit():
        return " "
    apart = (start.isupper() or start.isdigit()) and (end.islower() or end.isdigit() or end in ").,")
    return "\t" if apart else ""


def _start(page: _Page, tag: str) -> None:
    if tag == "br":
        page.end_line()
    elif tag == "tr":
        page.begin_row()
    elif tag in _HEADINGS:
        page.gap()
        page.begin_mark("heading")
    elif tag == "li":
        page.begin_mark("bullet")
    elif tag in _PARTED:
        page.gap()
    elif tag in _BLOCKS:
        page.end_line()


def _end(page: _Page, tag: str) -> None:
    if tag in {"td", "th"}:
        page.end_cell()
    elif tag == "tr":
        page.end_row()
    elif tag == "li" or tag in _HEADINGS:
        page.end_mark()
    elif tag in _PARTED:
        page.gap()
    elif tag in _BLOCKS:
        page.end_line()
