"""How many slips of the pen part two words; to load a library for the few of a question takes longer."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, words: Iterable[str], most: int) -> tuple[int, str] | None:
    """Return how many slips part the nearest of some words from a word, and that; None above ``most``.

    Of several that are as near, the first in the order of letters. Words with other letters than so many
    slips could make need no closer look.
    """
    near = (it for it in words if _different(word, it) <= most)
    found = min(((slips(word, it), it) for it in near), default=None)
    return found if found and found[0] <= most else None


def _different(one: str, other: str) -> int:
    """Return the fewest slips that make the letters of one word those of another, in any order."""
    left, missing = list(other), 0
    for letter in one:
        if letter in left:
            left.remove(letter)
        else:
            missing += 1
    return max(missing, len(left))


def slips(one: str, other: str) -> int:
    """Return by how many slips two words differ: a letter too many, missing or wrong, or two changed places.

    It is the distance of Damerau and Levenshtein: letters that changed places may have others between them.
    """
    far = len(one) + len(other)
    table: list[list[int]] = [[far] * (len(other) + 2), [far, *range(len(other) + 1)]]
    last_row: dict[str, int] = {}
    for row, letter in enumerate(one, start=1):
        line, above, last_column = [far, row], table[row], 0
        for column, its in enumerate(other, start=1):
            swapped_row, swapped_column = last_row.get(its, 0), last_column
            if letter == its:
                last_column = column
            line.append(
                min(
                    above[column] + (letter != its),
                    line[column] + 1,
                    above[column + 1] + 1,
                    table[swapped_row][swapped_column] + row - swapped_row + column - swapped_column - 1,
                )
            )
        table.append(line)
        last_row[letter] = row
    return table[-1][-1]
