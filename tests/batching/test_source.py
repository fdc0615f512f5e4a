"""The input is cut at the same lines, however it arrives."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from careercli.batching.source import Table, lines, pieces
from careercli.documents.document import MAX_BYTES


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
    assert [line for piece in cut for line in piece.lines] == expected
    assert [number for piece in cut for number in piece.numbers] == list(range(1, len(expected) + 1))
    assert all(len(piece.lines) == 3 for piece in cut[:-1])


def test_what_arrives_is_passed_on_at_once() -> None:
    """For somebody who writes line by line."""
    cut = pieces(lines(iter([b"a\nb\n", b"c\nd"])), 256, at_once=True)

    assert [piece.lines for piece in cut] == [[b"a", b"b"], [b"c"], [b"d"]]


def test_a_line_without_end_does_not_fill_the_memory() -> None:
    """Only its beginning is kept, enough to see that it is too long."""
    found = [line for some in lines(_blocks(b"x" * (3 * MAX_BYTES) + b"\ny", 1 << 18)) for line in some]

    assert [len(line) for line in found] == [MAX_BYTES + 1, 1]


def test_rows_have_the_number_of_their_first_line() -> None:
    """A cell may hold line ends."""
    table = Table(iter([[b"\xef\xbb\xbfname,x", b'"a', b'b",1', b"c,2"]]), "t.csv")

    assert table.header == ["name", "x"]
    assert [(piece.numbers, piece.lines) for piece in table.pieces(9)] == [
        ([2, 4], [["a\nb", "1"], ["c", "2"]])
    ]
