"""Letters that stand for people where their names must not be seen: given once, for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from careercli.domain.values import EMPTY, Value
from careercli.errors import InvalidDataError
from careercli.formats.document import read_if_there
from careercli.formats.json_reader import decoded
from careercli.formats.text import clean
from careercli.system.files import locked, replace

MAX_BYTES = 64 * 1024 * 1024
"""The longest file that is read, in bytes: some five hundred thousand people."""


class LettersFile(Value, kw_only=True):
    """The number of each person by their key, and how many numbers were ever given."""

    schema: Literal["careercli/letters@1"] = "careercli/letters@1"
    given: Annotated[int, Meta(ge=0)] = 0
    numbers: dict[str, Annotated[int, Meta(ge=1)]] = EMPTY

    def with_keys(self, keys: Sequence[str]) -> LettersFile:
        """Return the file with the next numbers for the keys that have none, in their order."""
        new = [key for key in dict.fromkeys(keys) if key not in self.numbers]
        last = max(self.given, *self.numbers.values(), 0)
        numbers = self.numbers | {key: last + place for place, key in enumerate(new, start=1)}
        return LettersFile(given=last + len(new), numbers=numbers)

    def with_number(self, key: str, number: int | None) -> LettersFile:
        """Return the file with another number for a key, or none for it; its own stays given."""
        numbers = {other: kept for other, kept in self.numbers.items() if other != key}
        return LettersFile(given=self.given, numbers=numbers if number is None else numbers | {key: number})


class Letters:
    """The letters of all people, in one small file.

    A person is known by a key: what their profile is saved under, or the path of their file. A letter that
    was given is never given to somebody else, not even when its key is forgotten.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def of(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Return the letter of each key; those that have none get the next ones, in their order.

        Raises:
            StorageError: a new letter cannot be saved.
            InvalidDataError: the file is broken.

        """
        from careercli.domain.anonymity import letter_of  # few are shown without their names

        kept = self._read()
        if any(key not in kept.numbers for key in keys):
            kept = self._change(lambda now: now.with_keys(keys))
        return tuple(letter_of(kept.numbers[key]) for key in keys)

    def share(self, old: str, new: str) -> None:
        """Give a key the letter of another one, which keeps it."""
        if {old, new} & self._read().numbers.keys():
            self._change(lambda now: now.with_number(new, now.numbers.get(old)))

    def forget(self, key: str) -> None:
        """Forget a key."""
        if key in self._read().numbers:
            self._change(lambda now: now.with_number(key, None))

    def _change(self, change: Callable[[LettersFile], LettersFile]) -> LettersFile:
        with locked(self.path) as target:
            before = self._read()
            after = change(before)
            if after != before:
                replace(target, msgspec.json.encode(after) + b"\n", self.path)
            return after

    def _read(self) -> LettersFile:
        data = read_if_there(self.path, limit=MAX_BYTES)
        kept = LettersFile() if data is None else decoded(data, LettersFile)
        if kept is None:
            raise InvalidDataError(
                f"{clean(self.path)} does not say any more which letter is whose.",
                hint="Take back a copy of it; or move it away, and letters are given anew.",
            )
        return kept


def letter_key(name: str) -> str:
    """Return what the letter of a saved profile is kept under."""
    return f"profile:{name}"


def merged_letters(there: bytes, others: bytes) -> bytes:
    """Return a file of letters with those of another file in it that it has not; a letter is never two's.

    Where one of the two cannot be read, the other is returned.
    """
    ours, theirs = (decoded(data, LettersFile) for data in (there, others))
    if ours is None or theirs is None:
        return others if ours is None else there
    given, taken = max(ours.given, theirs.given), set(ours.numbers.values())
    missing = {key: number for key, number in theirs.numbers.items() if key not in ours.numbers}
    if not missing and given == ours.given:
        return there
    free = {key: number for key, number in missing.items() if number not in taken}
    file = LettersFile(given=given, numbers=ours.numbers | free)
    return msgspec.json.encode(file.with_keys([key for key in missing if key not in free])) + b"\n"
