"""What is drawn on a page of a PDF: texts, with where each begins, how large it is, and its tag."""

from typing import Any, NamedTuple

from careercli.reading.pdf_tags import NONE, Tag

_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})


class Fragment(NamedTuple):
    """Text drawn at once, with where its baseline begins, and how large it is, in points."""

    text: str
    x: float
    y: float
    size: float
    tag: Tag


class Drawing:
    """Collects what pypdf finds on a page, as its visitor; ``page`` is the number of the page's object."""

    def __init__(self, page: int, tags: dict[tuple[int, int], Tag]) -> None:
        self.page, self.tags = page, tags
        self.fragments: list[Fragment] = []
        self.marked: list[int | None] = []
        self.start: tuple[float, float, float, Tag] | None = None

    def operand(self, operator: bytes, operands: Any, cm: list[float], tm: list[float]) -> None:
        """Note where a text begins, before pypdf shows it; what it tells later may be of another."""
        if operator in _SHOWS:
            self.start = self.start or (*_place(cm, tm), self._tag())
        elif operator == b"BDC":
            properties = operands[1] if len(operands) > 1 else None
            number = properties.get("/MCID") if isinstance(properties, dict) else None
            self.marked.append(number if isinstance(number, int) else None)
        elif operator == b"BMC":
            self.marked.append(None)
        elif operator == b"EMC" and self.marked:
            self.marked.pop()

    def text(self, text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        """Take a text that pypdf has put together, up to a line long."""
        if text:
            x, y, scale, tag = self.start or (*_place(cm, tm), self._tag())
            # In Windows' encoding of PDF, codes without a letter are bullets (ISO 32000-1, annex D.2).
            self.fragments.append(Fragment(text.replace("\x7f", "\u2022"), x, y, abs(size * scale), tag))
        if text.strip():
            self.start = None

    def _tag(self) -> Tag:
        number = next((number for number in reversed(self.marked) if number is not None), None)
        return NONE if number is None else self.tags.get((self.page, number), NONE)


def _place(cm: list[float], tm: list[float]) -> tuple[float, float, float]:
    """Return where text begins on the page, and by how much it is enlarged."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    return x, y, (abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or abs(tm[2] * cm[1]) or 1.0)
