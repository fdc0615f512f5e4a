"""JSON from outside, read strictly and within limits; the YAML library is not needed for it."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right

from careercli.errors import Problem
from careercli.formats.document import (
    MAX_DEPTH,
    MAX_VALUES,
    Document,
    KeyPath,
    Place,
    dotted,
    shortened,
    syntax_error,
)
from careercli.formats.text import clean

# A string that is never closed is one token up to the end: looking for its end again and again would take
# hours. A match is never taken back (``++``), for the same reason.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)
_NUMBER_LIMIT = 40


class _RefusedNumberError(ValueError):
    """A number that JSON's grammar or this program does not take, as it is written."""


def read_json(text: str, name: str) -> Document:
    """Parse one JSON document.

    Raises:
        InvalidDataError: it is not JSON, holds NaN or an infinity, nests too deep or is too large.

    """
    scan = _Scan(text, name)
    # Of equal keys the first counts here as in YAML; json.loads alone would keep the last.
    pairs = _first_of_each if scan.problems else None
    try:
        value = json.loads(
            text, parse_constant=_refuse, parse_int=_integer, parse_float=_number, object_pairs_hook=pairs
        )
    except json.JSONDecodeError as error:
        from careercli.formats.json_faults import fault_in

        at, message, hint = fault_in(text)
        raise syntax_error(name, scan.place(at), f"is not JSON: {message}", hint=hint) from error
    except _RefusedNumberError as error:
        message = f"{shortened(str(error), _NUMBER_LIMIT)} is not a number that can be used"
        raise syntax_error(name, scan.place_of(str(error)), message) from error
    except (RecursionError, ValueError) as error:
        raise syntax_error(name, (0, 0), "is not usable JSON") from error
    return Document(name, _cleaned(value), scan.places, tuple(scan.problems))


def _refuse(word: str) -> float:
    raise _RefusedNumberError(word)


def _integer(digits: str) -> int:
    if len(digits) > _NUMBER_LIMIT:
        raise _RefusedNumberError(digits)
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _RefusedNumberError(digits)
    return number


def _first_of_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    first: dict[str, object] = {}
    for key, value in pairs:
        first.setdefault(clean(key), value)
    return first


def _cleaned(value: object) -> object:
    """Return the value with every text in it cleaned; its depth was checked before."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {clean(key): _cleaned(item) for key, item in value.items()}
    return value


class _Scan:
    """One walk over the tokens: where each key and item stands, and the limits that json.loads does not have.

    Wrong syntax is left to json.loads, which runs next, and told by ``json_faults``.
    """

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.breaks = [-1, *(match.start() for match in re.finditer("\n", text))]
        self.places: dict[KeyPath, Place] = {}
        self.problems: list[Problem] = []
        self._walk()

    def place(self, offset: int) -> Place:
        line = bisect_right(self.breaks, offset - 1)
        return (line, offset - self.breaks[line - 1])

    def place_of(self, word: str) -> Place:
        """Return where a word outside of strings stands first."""
        for token in _TOKEN.finditer(self.text):
            if token.group().startswith(word):
                return self.place(token.start())
        return (0, 0)

    def _walk(self) -> None:
        stack: list[_Open] = []
        count = 0
        for token in _TOKEN.finditer(self.text):
            word, top = token.group(), stack[-1] if stack else None
            if word == ":":
                continue
            if word == ",":
                if top:
                    top.advance()
                continue
            if word in {"]", "}"}:
                if stack:
                    stack.pop()
                continue
            here = self.place(token.start())
            count += 1
            if count > MAX_VALUES:
                raise syntax_error(self.name, here, f"holds more than {MAX_VALUES:,} values")
            if top and top.expects_key:
                self._key(top, word, here)
                continue
            path = top.current() if top else ()
            if path is not None:
                self.places.setdefault(path, here)
            if word in {"[", "{"}:
                if len(stack) >= MAX_DEPTH:
                    raise syntax_error(self.name, here, f"nests deeper than {MAX_DEPTH} levels")
                stack.append(_Open(path, mapping=word == "{"))

    def _key(self, top: _Open, word: str, here: Place) -> None:
        top.take_key(word)
        path = top.current()
        if path is None:
            return
        if path in self.places:
            message = f"the key is written twice, first on line {self.places[path][0]}"
            self.problems.append(Problem(self.name, *here, dotted(path), message, "Keep one of the two."))
            top.key = None
        else:
            self.places[path] = here


class _Open:
    """A container that the scan is inside of.

    What a duplicate key holds is left out of the value, so it has no path, and neither has what is in it.
    """

    def __init__(self, path: KeyPath | None, *, mapping: bool) -> None:
        self.path = path
        self.mapping = mapping
        self.index = 0
        self.key: str | None = None
        self.expects_key = mapping

    def take_key(self, word: str) -> None:
        try:
            self.key = clean(str(json.loads(word)))
        except ValueError:
            self.key = clean(word)
        self.expects_key = False

    def advance(self) -> None:
        self.index += 1
        self.expects_key = self.mapping

    def current(self) -> KeyPath | None:
        key = self.key if self.mapping else self.index
        return None if self.path is None or key is None else (*self.path, key)
