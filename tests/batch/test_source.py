"""The input is cut at the same lines, however it arrives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercli.batch.engine import MOST_INPUT, NoRow
from careercli.batch.source import MOST_LINES_OF_ROW, Table, lines, pieces
from careercli.formats.document import MAX_BYTES


def _blocks(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


@given(st.lists(st.sampled_from([b"", b"a", b"bb\r", b"c" * 30])), st.integers(1, 40), st.booleans())
def test_lines_do_not_depend_on_blocks(given_lines: list[bytes], size: int, ended: bool) -> None:
    """Nor do the numbers of the lines; the last one may have no end."""
    data = b"\n".join(given_lines) + (b"\n" if ended else b"")
    cut = list(pieces(lines(_blocks(data, size)), 3, at_once=False))

    expected = data.split(b"\n")
    if expected[-1] == b"":
        expected.pop()
    assert [line for piece in cut for line in piece.lines()] == expected
    assert [number for piece in cut for number in piece.numbers] == list(range(1, len(expected) + 1))
    assert all(len(piece.lines()) == 3 for piece in cut[:-1])


@given(st.lists(st.integers(0, MOST_INPUT // 2), min_size=1, max_size=12), st.integers(1, 5), st.booleans())
@example([MOST_INPUT // 2 - 1] * 3, 5, False)  # two fill it to the byte
@example([MOST_INPUT // 2 - 1] * 3, 5, True)
def test_a_piece_ends_with_the_line_that_fills_it(sizes: list[int], most: int, apart: bool) -> None:
    """By their number or by their bytes, whichever comes first; also where each line comes by itself."""
    expected: list[list[int]] = [[]]
    for size in sizes:
        if len(expected[-1]) == most or sum(size + 1 for size in expected[-1]) >= MOST_INPUT:
            expected.append([])
        expected[-1].append(size)

    given_lines = [bytes(size) for size in sizes]
    cut = pieces(iter([[line] for line in given_lines] if apart else [given_lines]), most, at_once=False)
    assert [list(map(len, piece.lines())) for piece in cut] == expected


def test_what_arrives_is_passed_on_at_once() -> None:
    """For somebody who writes line by line."""
    cut = pieces(lines(iter([b"a\nb\n", b"c\nd"])), 256, at_once=True)

    assert [piece.lines() for piece in cut] == [[b"a", b"b"], [b"c"], [b"d"]]


@pytest.mark.parametrize("size", [1 << 18, MAX_BYTES, 7 * MAX_BYTES])
def test_a_line_without_end_does_not_fill_the_memory(size: int) -> None:
    """Only its beginning is kept, enough to see that it is too long."""
    data = b"x" * (3 * MAX_BYTES + 9) + b"\ny\n" + b"z" * (3 * MAX_BYTES + 9)
    found = [line for some in lines(_blocks(data, size)) for line in some]

    assert [(line[:1], len(line)) for line in found] == [
        (b"x", MAX_BYTES + 1),
        (b"y", 1),
        (b"z", MAX_BYTES + 1),
    ]


def test_rows_have_the_number_of_their_first_line() -> None:
    """A cell may hold line ends."""
    table = Table(iter([[b"\xef\xbb\xbfname,x", b'"a', b'b",1', b"c,2"]]), "t.csv")

    assert table.header == ["name", "x"]
    assert [(piece.numbers, piece.lines()) for piece in table.pieces(9)] == [
        ([2, 4], [["a\nb", "1"], ["c", "2"]])
    ]


_OPEN = "Is a quote left open?"


def _rows(text: str) -> list[tuple[int, list[str] | NoRow]]:
    table = Table(lines(_blocks(text.encode(errors="surrogateescape"), 1 << 18)), "t.csv")
    return [
        (number, row)  # type: ignore[misc]
        for piece in table.pieces(9)
        for number, row in zip(piece.numbers, piece.lines(), strict=True)
    ]


def test_a_quote_that_nothing_closes_costs_its_own_line() -> None:
    """Also the last one; what stands below it are rows again."""
    assert _rows('name\nAnn\n"Bo\nCy\n"Di') == [
        (2, ["Ann"]),
        (3, NoRow('"Bo\n', "is not CSV: look at its quotes", _OPEN)),  # its end would be before Di
        (4, ["Cy"]),
        (5, NoRow('"Di\n', "is not CSV: a quote is not closed", _OPEN)),
    ]


def test_a_row_is_looked_for_over_so_many_lines() -> None:
    """One more is too many: the first line is no row, the others are."""
    inside = "x\n" * (MOST_LINES_OF_ROW - 1)
    assert _rows(f'name\n"{inside}"\nAnn\n') == [(2, [inside]), (MOST_LINES_OF_ROW + 2, ["Ann"])]

    found = _rows(f'name\n"{inside}x\n"\nAnn\n')
    assert found[0] == (2, NoRow('"x\n', "is not CSV: a quote is not closed", _OPEN))
    assert found[1] == (3, ["x"])
    assert found[-2:] == [
        (MOST_LINES_OF_ROW + 2, NoRow('"\n', "is not CSV: a quote is not closed", _OPEN)),
        (MOST_LINES_OF_ROW + 3, ["Ann"]),
    ]


def test_a_cell_that_is_too_long_is_no_row() -> None:
    """The next one is."""
    (number, row), after = _rows(f"name\n{'x' * 200_000}\nAnn\n")
    assert (number, isinstance(row, NoRow)) == (2, True)
    assert after == (3, ["Ann"])


def test_a_row_that_is_not_utf_8_is_no_row() -> None:
    """Its letters are not guessed; the next one is read."""
    assert _rows("name\nAndr\udce9\nAnn\n") == [
        (2, NoRow("Andr\ufffd\n", "is not UTF-8", "Save the table again as UTF-8.")),
        (3, ["Ann"]),
    ]
