from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pyexcel
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.exports.csv_text import Cell, csv_bytes, safe_cell

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"


@given(st.text() | st.text(alphabet=[*SIGNS, *"; \t\n\r,\"'a1"]))
def test_no_text_is_a_formula(text: str) -> None:
    """However a spreadsheet cuts the line, no cell begins with what it would run."""
    (row,) = csv.reader(io.StringIO(csv_bytes([text], [], for_a_file=False).decode(), newline=""))

    assert len(row) == 1
    for part in row[0].split(";"):
        assert not part.strip().startswith(tuple(SIGNS))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Plain words, 1 - 2 = -1; done", "Plain words, 1 - 2 = -1; done"),
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("  +1", "'+1"),
        ("\t@SUM(1)", "'@SUM(1)"),
        ("- a dash", "'- a dash"),
        ("a; =cmd|' /C calc'!A0", "a;' =cmd|' /C calc'!A0"),
        ("\uff1d1", "'\uff1d1"),
        ("two\r\nlines", "two lines"),
        ("\x1b[31m", "\ufffd[31m"),
        ("", ""),
    ],
)
def test_safe_cells(text: str, cell: str) -> None:
    """What begins like a formula gets an apostrophe; all other text stays as it is."""
    assert safe_cell(text) == cell


def test_a_spreadsheet_reads_values_as_what_they_are(tmp_path: Path) -> None:
    """Numbers can be added up, dates are dates, text is text, in a file as a spreadsheet library opens it."""
    row: list[Cell] = [-3, 4.5, 6.0, date(2026, 11, 21), 'Zoë says "hi", ok', None, True, False, "=1+1"]
    path = tmp_path / "table.csv"
    path.write_bytes(csv_bytes(list("abcdefghi"), [row], for_a_file=True))

    header, values = pyexcel.get_array(file_name=str(path), encoding="utf-8-sig")

    assert header == list("abcdefghi")
    assert values == [-3, 4.5, 6, date(2026, 11, 21), 'Zoë says "hi", ok', "", "yes", "no", "'=1+1"]


def test_lines_and_marks() -> None:
    """Lines end as RFC 4180 says; only a file begins with a byte order mark."""
    assert csv_bytes(["a", "b"], [["é,", 1]], for_a_file=False) == 'a,b\r\n"é,",1\r\n'.encode()
    assert csv_bytes(["a"], [], for_a_file=True) == b"\xef\xbb\xbfa\r\n"
