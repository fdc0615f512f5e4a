"""PDFs of other programs, and those that are damaged or mean harm."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pypdf
import pytest

from careercli.reading.builder import document_of
from careercli.reading.pdf import MOST_PAGES, read
from careercli.reading.pieces import UnreadableError
from tests.reading.containers import HELVETICA, TEXT, page, pages, pdf, stream

FILES = Path(__file__).parent / "files"
SKILLS = ["# SKILLS", "* Zendesk", "* Coaching", "* Office workflow efficiency"]
SIGNS = {"heading": "# ", "bullet": "* ", "text": ""}


def lines(data: bytes) -> list[str]:
    """Return the lines that are not empty, with a sign for what each is, read in this process."""
    document = document_of("", "", read(data, []))
    return [SIGNS[line.mark] + line.text for line in document.lines if line.text]


@pytest.mark.parametrize("program", ["chromium", "weasyprint"])
def test_two_columns_are_read_one_after_the_other(program: str) -> None:
    """Tagged or not: the headings, bullets and dates at the margin of both columns, on two pages."""
    found = lines((FILES / f"columns-{program}.pdf").read_bytes())

    assert found[:2] == ["# Dana Okafor", "Customer support lead · Leeds · dana@example.org"]
    assert found[2:9] == [*SKILLS, "# LANGUAGES", "English", "German"]
    assert found[9:12] == ["# EXPERIENCE", "Support Team Lead\t03/2021 \u2013 present", "Acme Ltd, Leeds"]
    assert found[12].startswith("* Led a team of twelve agents across two shifts, and wrote")
    assert [line for line in found if line.startswith("* ")][4:6] == [
        "* 80+ calls a day",
        "* Handled billing inquiries",
    ]
    assert found[-3:] == ["Second page", "* one", "* two"]


def test_dates_drawn_before_all_else_go_to_their_line() -> None:
    """A browser draws what floats first; a heading whose letters are spaced out is two words."""
    assert lines((FILES / "floats-chromium.pdf").read_bytes()) == [
        "# WORK EXPERIENCE",
        "Team Lead, Globex\t2019 \u2013 2021",
        "Led a team of twelve.",
        "Coached new hires.",
        "Agent, Initech\t2017 \u2013 2019",
        *("One", "Two", "Three", "Four"),
    ]


def test_a_grid_of_dates_and_jobs_is_read_row_by_row() -> None:
    """As RenderCV sets it: the dates at the left, the job beside them, its bullets below."""
    found = lines((FILES / "grid-typst.pdf").read_bytes())

    assert found[3:5] == ["Support Team Lead\t03/2021 \u2013 present", "Acme Ltd\tLeeds, UK"]
    at = found.index("2017 \u2013 2021\tCustomer Service Representative, Globex")
    assert found[at + 1 : at + 4] == [
        "* Handled billing inquiries",
        "* Trained new hires",
        "2015\tReceptionist",
    ]


def test_codes_without_a_letter_are_bullets() -> None:
    """ReportLab's lists, whose bullets stand a little higher than the text; a table's row is one line."""
    found = lines((FILES / "frames-reportlab.pdf").read_bytes())

    assert found[:5] == ["# Dana Okafor", "# Skills", "* Zendesk", "* Coaching", "# Experience"]
    assert found[5:] == [
        "Team Lead, Acme",
        "* Led a team of twelve agents across two shifts, and wrote the playbook",
        "* 80+ calls a day",
        "2015 Receptionist Inn",
    ]


def test_paragraphs_are_apart_and_pages_are_counted() -> None:
    """An empty line parts what stands apart; the next page does not."""
    content = b"BT /F1 12 Tf 50 700 Td (a) Tj 0 -14 Td (b) Tj 0 -14 Td (c) Tj 0 -40 Td (d) Tj ET"
    document = document_of("", "", read(pdf(pages(content, count=2)), []))

    assert [line.text for line in document.lines] == ["a", "b", "c", "", "d", "a", "b", "c", "", "d"]
    assert [line.page for line in document.lines] == [1] * 5 + [2] * 5


def test_headings_are_larger_and_short() -> None:
    """One below the other too; several lines of the same large size are a paragraph, and so is a long one."""
    sizes = [
        (30, "Dana"),
        (20, "Lead"),
        (15, "Work"),
        (10, "at Acme"),
        *[(12, "said")] * 3,
        (12, "x" * 90),
        (10, "y" * 200),
    ]
    shown = "".join(f"/F1 {size} Tf 0 -30 Td ({text}) Tj " for size, text in sizes)

    found = lines(pdf(pages(f"BT 50 700 Td {shown} ET".encode())))

    assert [line for line in found if line.startswith("# ")] == ["# Dana", "# Lead", "# Work"]
    assert found[4:7] == ["said"] * 3


def test_only_so_many_pages_are_read() -> None:
    """And how many there are is noted."""
    notes: list[str] = []
    found = list(read(pdf(pages(count=MOST_PAGES + 20)), notes))

    assert found[-1].page == MOST_PAGES
    assert notes == [f"It has {MOST_PAGES + 20} pages: the first {MOST_PAGES} were read."]


def locked(user: str, owner: str = "owner") -> bytes:
    """Return a PDF that is encrypted."""
    writer, out = pypdf.PdfWriter(io.BytesIO(pdf(pages()))), io.BytesIO()
    writer.encrypt(user, owner, algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_a_password_against_changes_alone_opens() -> None:
    """As readers open it without asking."""
    assert lines(locked("")) == ["Dana Okafor", "Team Lead"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (locked("secret"), "locked"),
        (pdf(pages(), trailer=b"/Encrypt << /Filter /Own /V 9 >>"), "locked"),
        (pdf(pages(b"q 9 0 0 9 0 0 cm /Im0 Do Q")), "scanned"),
    ],
    ids=["password", "unknown encryption", "pictures alone"],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    """A file that is whole but has nothing to read."""
    with pytest.raises(UnreadableError, match=reason):
        list(read(data, []))


def test_a_broken_page_is_noted_and_the_others_are_read() -> None:
    """One page's content cannot be unpacked."""
    objects = pages(count=2, more=(stream(b"no zlib", b"/Filter /NoSuchDecode"),))
    objects[4] = page(7)
    notes: list[str] = []

    assert [piece.text for piece in read(pdf(objects), notes)] == ["Dana Okafor", "Team Lead"]
    assert notes == ["Not all could be read of page 1."]


def test_without_its_table_of_objects_a_file_is_searched() -> None:
    """The cross-reference table is missing, or wrong, or there is something before the file."""
    whole = pdf(pages())
    table = whole[whole.index(b"xref") : whole.index(b"trailer")]

    for data in (
        whole.replace(table, b""),
        whole.replace(b"0000000009", b"0000000077"),
        b"mail\n" * 9 + whole,
    ):
        assert lines(data) == ["Dana Okafor", "Team Lead"]


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    """Its end is made for it; text whose fonts are lost is left, and both are noted."""
    notes: list[str] = []
    whole = (FILES / "columns-chromium.pdf").read_bytes()
    found = [piece.text for piece in read(whole[: len(whole) * 9 // 10], notes)]

    assert found[0] == "Dana Okafor"
    assert not any("\ufffd" * 2 in text for text in found)
    assert notes == [
        "It is cut off or damaged: what could be read is here.",
        "Not all could be read of pages 1 and 2.",
    ]


FORM = (
    b"/Type /XObject /Subtype /Form /Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R /Y 7 0 R >> >>"
)
CATALOG, TREE = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
LOOP = [CATALOG, TREE, HELVETICA, stream(b"/X Do"), page(resources=b"/XObject << /X 6 0 R >>")]
TAGGED = b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R >>"


@pytest.mark.parametrize(
    "data",
    [
        pdf([*LOOP, stream(TEXT + b" /X Do /Y Do", FORM), stream(b"/X Do", FORM)]),
        pdf([TAGGED, *pages()[1:], b"<< /K 7 0 R >>", b"<< /S /P /K [6 0 R 7 0 R [7 0 R]] >>"]),
        pdf([TAGGED, *pages()[1:], b"<< /K 7 0 R /RoleMap 3 >>", b"<< /S /P /K [(x) null] >>"]),
        pdf(pages(more=(b"[" * 100_000 + b"]" * 100_000,)), trailer=b"/Info 6 0 R"),
    ],
    ids=["forms in a circle", "tags in a circle", "broken tags", "nested without end"],
)
def test_circles_are_left(data: bytes) -> None:
    """What refers to itself is read once."""
    assert lines(data) == ["Dana Okafor", "Team Lead"]


@pytest.mark.parametrize(
    "data",
    [
        pdf(pages(zlib.compress(TEXT * 2_000_000, 1), b"/Filter /FlateDecode")),
        pdf(
            pages(
                zlib.compress(TEXT),
                b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>",
            )
        ),
        pdf([CATALOG, b"<< /Type /Pages /Kids [2 0 R 5 0 R 2 0 R] /Count 99999999 >>", *pages()[2:]]),
        pdf([CATALOG, b"3 0 R", b"2 0 R"]),
        pdf(pages(b"[" * 100_000 + b"]" * 100_000 + b" TJ " + TEXT)),
        b"%PDF-1.4\n",
        b"%PDF-1.4\n" + bytes(range(256)) * 200,
    ],
    ids=[
        "bomb",
        "huge rows",
        "pages in a circle",
        "references in a circle",
        "deep content",
        "no file",
        "noise",
    ],
)
def test_what_means_harm_ends(data: bytes) -> None:
    """With an exception, which becomes a sentence; nothing of it takes long, and nothing of it is text."""
    found = []
    with pytest.raises(Exception):  # noqa: B017, PT011 # pypdf's own, or that nothing could be read
        found.extend(read(data, []))
    assert not any(piece.text for piece in found)
