"""JSON from outside, read strictly and within limits; the YAML library is not needed for it."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from careercli.documents.document import (
    MAX_DEPTH,
    MAX_VALUES,
    Document,
    KeyPath,
    Place,
    dotted,
    syntax_error,
)
from careercli.documents.text import clean
from careercli.errors import Problem

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)
_NUMBER_LIMIT = 40


class _RefusedNumberError(ValueError):
    """A number that JSON's grammar or this program does not take."""


def read_json(text: str, name: str) -> Document:
    """Parse one JSON document.

    Raises:
        InvalidDataError: it is not JSON, holds NaN or an infinity, nests too deep or is too large.

    """
    places, problems = _scan(text, name)
    try:
        value = json.loads(text, parse_constant=_refuse, parse_int=_integer, parse_float=_number)
    except json.JSONDecodeError as error:
        place = (error.lineno, error.colno)
        raise syntax_error(name, place, f"is not JSON: {error.msg.lower()}") from error
    except (_RefusedNumberError, RecursionError, ValueError) as error:
        raise syntax_error(name, (0, 0), f"is not usable JSON: {clean(str(error))}") from error
    return Document(name, _cleaned(value), places, tuple(problems))


def _refuse(word: str) -> float:
    raise _RefusedNumberError(f"{word} is not a number that can be used")


def _integer(digits: str) -> int:
    if len(digits) > _NUMBER_LIMIT:
        raise _RefusedNumberError("a number has too many digits")
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if number in {float("inf"), float("-inf")}:
        raise _RefusedNumberError(f"{digits[:_NUMBER_LIMIT]} is too large a number")
    return number


def _cleaned(value: object) -> object:
    """Return the value with every text in it cleaned; its depth was checked before."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {clean(key): _cleaned(item) for key, item in value.items()}
    return value


def _scan(text: str, name: str) -> tuple[dict[KeyPath, Place], list[Problem]]:
    """Walk the tokens once: where each key and item stands, and the limits that json.loads does not have.

    Wrong syntax is left to json.loads, which runs next and says it better.
    """
    breaks = [-1, *(index for index, character in enumerate(text) if character == "\n")]

    def place(offset: int) -> Place:
        line = bisect_right(breaks, offset - 1)
        return (line, offset - breaks[line - 1])

    places: dict[KeyPath, Place] = {}
    problems: list[Problem] = []
    stack: list[_Open] = []
    count = 0
    for token in _TOKEN.finditer(text):
        word, top = token.group(), stack[-1] if stack else None
        if word == ":":
            continue
        if word == ",":
            if top:
                top.advance()
            continue
        if word in "]}":
            if stack:
                stack.pop()
            continue
        here = place(token.start())
        count += 1
        if count > 2 * MAX_VALUES:
            raise syntax_error(name, here, f"holds more than {MAX_VALUES:,} values")
        if top and top.mapping and top.expects_key:
            path = top.take_key(word)
            if path in places:
                message = f"the key is written twice, first on line {places[path][0]}"
                problems.append(Problem(name, *here, dotted(path), message, "Keep one of the two."))
            places.setdefault(path, here)
            continue
        path = top.current() if top else ()
        places.setdefault(path, here)
        if word in "[{":
            if len(stack) >= MAX_DEPTH:
                raise syntax_error(name, here, f"nests deeper than {MAX_DEPTH} levels")
            stack.append(_Open(path, mapping=word == "{"))
    return places, problems


class _Open:
    """A container that the scan is inside of."""

    def __init__(self, path: KeyPath, *, mapping: bool) -> None:
        self.path = path
        self.mapping = mapping
        self.index = 0
        self.key = ""
        self.expects_key = mapping

    def take_key(self, word: str) -> KeyPath:
        try:
            self.key = clean(str(json.loads(word)))
        except ValueError:
            self.key = clean(word)
        self.expects_key = False
        return (*self.path, self.key)

    def advance(self) -> None:
        self.index += 1
        self.expects_key = self.mapping

    def current(self) -> KeyPath:
        return (*self.path, self.key if self.mapping else self.index)
