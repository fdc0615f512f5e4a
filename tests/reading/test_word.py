"""Word files: what stands in them, in its order, and those that mean harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from careercli.reading.builder import document_of
from careercli.reading.pieces import UnreadableError
from careercli.reading.word import MOST_BYTES, read
from tests.reading.containers import WORD, paragraph, word


def lines(data: bytes, notes: list[str] | None = None) -> list[tuple[str, str]]:
    """Return mark and text of the lines that are not empty, read in this process."""
    document = document_of("", "", read(data, [] if notes is None else notes))
    return [(line.mark, line.text) for line in document.lines if line.text]


def texts(data: bytes) -> list[str]:
    """Return the texts alone."""
    return [text for _, text in lines(data)]


def test_a_file_of_another_program(tmp_path: Path) -> None:
    """Headings, lists, tabs, a table of data and of layout, header and footer, as python-docx writes them."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Dana Okafor, Leeds"
    made.sections[0].footer.paragraphs[0].text = "References on request"
    made.add_heading("Curriculum vitae", 0)
    made.add_heading("Experience", 1)
    made.add_paragraph("Team Lead\t2019 to now")
    made.add_paragraph("Led 12", style="List Bullet")
    made.add_paragraph("Coached", style="List Number")
    table = made.add_table(2, 2)
    for row, column, text in ((0, 0, "2015"), (0, 1, "Agent"), (1, 0, "Left"), (1, 1, "Right")):
        table.cell(row, column).text = text
    table.cell(1, 1).add_paragraph("More")
    made.add_paragraph("The end")
    path = tmp_path / "cv.docx"
    made.save(str(path))

    assert lines(path.read_bytes()) == [
        ("text", "Dana Okafor, Leeds"),
        ("heading", "Curriculum vitae"),
        ("heading", "Experience"),
        ("text", "Team Lead\t2019 to now"),
        ("bullet", "Led 12"),
        ("bullet", "Coached"),
        ("text", "2015\tAgent"),
        *[("text", text) for text in ("Left", "Right", "More", "The end", "References on request")],
    ]


BOX = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
OTHER_WAY = f"<mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
ROW = f"<w:tr><w:tc>{paragraph('in')}</w:tc><w:tc>{paragraph('side')}</w:tc></w:tr>"
SEEN = {
    f"<w:p><w:r><w:drawing>{BOX}</w:drawing></w:r><w:r><w:t>Anchor</w:t></w:r></w:p>": "Anchor|In a box",
    f'<w:p><w:r><mc:AlternateContent xmlns:mc="m">{OTHER_WAY}</mc:AlternateContent></w:r></w:p>': "In a box",
    f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Filled in')}</w:sdtContent></w:sdt>": "Filled in",
    "<w:p><w:hyperlink><w:r><w:t>a@b.org</w:t></w:r></w:hyperlink></w:p>": "a@b.org",
    "<w:p><w:smartTag><w:r><w:t>Leeds</w:t></w:r></w:smartTag></w:p>": "Leeds",
    "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:t>old</w:t></w:r></w:del></w:p>": "new",
    "<w:p><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:t>here</w:t></w:r></w:p>": "here",
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>shown</w:t></w:r></w:p>": "shown",
    "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>1</w:t><w:br/><w:t>2</w:t></w:r></w:p>": "1|2",
    '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t>Led</w:t></w:r></w:p>': "Led",
    "<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r></w:p>": "e-coop",
    f"<w:tbl><w:tr><w:tc><w:tbl>{ROW}</w:tbl></w:tc></w:tr>{ROW}</w:tbl>": "in\tside|in\tside",
}
"""Parts of a text, and the lines of each."""


@pytest.mark.parametrize("body", SEEN)
def test_what_is_read_is_what_somebody_sees(body: str) -> None:
    """However it is wrapped; what is deleted, hidden or said twice is left."""
    assert texts(word(body)) == SEEN[body].split("|")


STYLES = (
    f'<w:styles {WORD}><w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Mine"><w:basedOn w:val="T1"/></w:style>'
    '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:styleId="Dots"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>'
)
RELATED = (
    '<Relationships><Relationship Id="r1" Type="x/styles" Target="styles.xml"/>'
    '<Relationship Id="r2" Type="x/header" Target="http://127.0.0.1:9/header.xml" TargetMode="External"/>'
    "</Relationships>"
)


@pytest.mark.parametrize(
    ("settings", "mark"),
    [
        ('<w:pStyle w:val="Mine"/>', "heading"),
        ('<w:pStyle w:val="Loop"/>', "text"),
        ('<w:pStyle w:val="Dots"/>', "bullet"),
        ('<w:pStyle w:val="Dots"/><w:numPr><w:numId w:val="0"/></w:numPr>', "text"),
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', "bullet"),
        ('<w:outlineLvl w:val="1"/>', "heading"),
        ('<w:pStyle w:val="Heading2"/>', "heading"),
    ],
)
def test_styles_say_what_a_paragraph_is(settings: str, mark: str) -> None:
    """By their names, what they stand on, and their lists; what is outside the file is not fetched."""
    parts = {"word/styles.xml": STYLES, "word/_rels/document.xml.rels": RELATED}
    body = f'{paragraph("Line", settings)}<w:sectPr><w:headerReference r:id="r2"/></w:sectPr>'

    assert lines(word(body, parts=parts)) == [(mark, "Line")]


def test_entities_are_neither_grown_nor_fetched() -> None:
    """A billion laughs, and a file that the text names."""
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    file = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>'

    assert texts(word(paragraph("a&e11;b"), before=f'<!DOCTYPE x [<!ENTITY e0 "ha">{laughs}]>')) == ["a"]
    assert texts(word(paragraph("c&file;d"), before=file)) == ["c"]


def test_nesting_and_numbers_have_an_end() -> None:
    """What is nested too deep is left and noted, what comes a hundred thousand times is not."""
    notes: list[str] = []

    assert texts(word("<w:sdt>" * 200 + paragraph("x") + "</w:sdt>" * 200)) == ["x"]
    assert lines(word("<w:sdt>" * 9_000 + paragraph("x") + "</w:sdt>" * 9_000), notes) == []
    assert notes == ["Its text is damaged: what could be read is here."]


def test_a_part_that_is_broken_does_not_take_the_text_along() -> None:
    """Styles that are no XML; a text that ends too soon is read up to there."""
    parts = {"word/styles.xml": "no styles", "word/_rels/document.xml.rels": RELATED}
    cut = io.BytesIO()
    with zipfile.ZipFile(cut, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {WORD}><w:body>{paragraph('One')}<w:p><w:r><w:t>Two"
        )

    assert texts(word(paragraph("One"), parts=parts)) == ["One"]
    assert texts(cut.getvalue()) == ["One", "Two"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word(" " * (MOST_BYTES + 1)), "costly"),
        (word(paragraph("x"))[:-30], "broken"),
        (word(paragraph("x")).replace(b"word/document", b"word/dokument"), "broken"),
        (b"PK\x03\x04" + b"\0" * 99, "broken"),
    ],
    ids=["bomb", "cut off", "no text", "no zip"],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    """No more of a part is unpacked than any text has."""
    with pytest.raises(UnreadableError, match=reason):
        list(read(data, []))
