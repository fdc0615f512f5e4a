"""Tables as CSV (RFC 4180) that a spreadsheet shows and never runs.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula, and a formula in
somebody's profile may read other cells and send them away. Text that begins so gets an apostrophe in front,
as OWASP advises; numbers and dates are ours and stay as they are.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

from careercli.formats.text import clean, one_line

Cell = str | int | float | date | None
"""What a cell can hold. A number or a date can be reckoned with; None is an empty cell."""

_FORMULA = re.compile(r"(?:^|(?<=;))(?=\s*[=+\-@\uff0b\uff0d\uff1d\uff20])")
"""Where a formula could begin: at the start, or after the semicolon at which some spreadsheets cut lines.

The last four are the full-width forms, which Japanese and Chinese spreadsheets read alike.
"""


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]], *, for_a_file: bool) -> bytes:
    """Return a table as UTF-8 CSV, with a line of column names first.

    What is ``for_a_file`` begins with a byte order mark: without one, Excel reads UTF-8 as the old code page
    of the machine and spoils every accent. What is printed has none: programs read it, and the mark would
    become part of the first column's name.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(safe_cell, header))
    writer.writerows(map(_text, row) for row in rows)
    return out.getvalue().encode("utf-8-sig" if for_a_file else "utf-8")


def safe_cell(text: str) -> str:
    """Return text on one line, as no spreadsheet takes it for a formula."""
    return _FORMULA.sub("'", one_line(clean(text)))


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case int():
            return str(cell)
        case date():
            return cell.isoformat()
        case _:
            return safe_cell(cell)
