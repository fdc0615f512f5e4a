"""Files of every kind as lines, and what is refused."""

from __future__ import annotations

from pathlib import Path

from careercli.reading.document import lines_of, read_lines
from careercli.reading.lines import Line


def marked(data: bytes | str, name: str = "file") -> list[tuple[str, str]]:
    """Return mark and text of each line."""
    document = lines_of(data.encode() if isinstance(data, str) else data, name)
    return [(line.mark, line.text) for line in document.lines]


def test_a_text_file_is_its_lines(tmp_path: Path) -> None:
    """Lines keep their numbers, bullets lose their signs, and a form feed begins a page."""
    path = tmp_path / "cv.txt"
    path.write_text("Dana\n\n\u2022 Led 12\n- Coached\fSecond page\n")

    document = read_lines(path)

    assert (document.source, document.format, document.notes) == (str(path), "text", ())
    assert document.lines == (
        Line("Dana", 1, 1),
        Line("", 2, 1),
        Line("Led 12", 3, 1, "bullet"),
        Line("Coached", 4, 1, "bullet"),
        Line("Second page", 4, 2),
    )


def test_lines_of_text_and_markdown_have_the_numbers_of_the_file() -> None:
    """What is left out above a line, such as empty lines, front matter and comments, moves no number."""
    text = lines_of(b"\n\nDana\n\n\n\nLed 12\n", "cv.txt")
    markdown = lines_of(b"---\ntitle: x\n---\n\n<!-- a\nb -->\n# Dana\n\n\n- Led 12\n", "cv.md")

    assert [(line.text, line.number) for line in text.lines if line.text] == [("Dana", 3), ("Led 12", 7)]
    assert [(line.text, line.number) for line in markdown.lines if line.text] == [("Dana", 7), ("Led 12", 10)]
