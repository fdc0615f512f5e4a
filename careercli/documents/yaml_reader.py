"""YAML from outside, read strictly and within limits.

A loader is never used. The parser's events are walked without recursion, so that depth, size, aliases, tags
and merge keys are refused before anything is built, and scalars follow the core schema of YAML 1.2
(https://yaml.org/spec/1.2.2/#103-core-schema): ``no`` is text, ``012`` is 12, ``0o17`` is 15, ``12:30`` is
text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import yaml

from careercli.documents.document import (
    MAX_DEPTH,
    MAX_VALUES,
    Document,
    KeyPath,
    Place,
    dotted,
    place_after,
    shortened,
    syntax_error,
)
from careercli.documents.text import clean
from careercli.errors import Problem

_PARSER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBERS = frozenset("+-.0123456789")
"""How a number may begin."""

_INTEGER = r"[-+]?[0-9]{1,18}"  # longer ones are read as floats
_OTHER_BASE = r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}"
_FLOAT = r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
_NOT_FINITE = r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"

_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
"""What YAML keeps out of its files: https://yaml.org/spec/1.2.2/#51-character-set; seldom searched for."""

_HELP = "Write 'key: value' lines."


def read_yaml(text: str, name: str) -> Document:
    """Parse one YAML document.

    Raises:
        InvalidDataError: it is not YAML, or uses what is not allowed here: aliases, anchors, tags, merge
            keys, several documents, numbers that are not finite, or more depth or size than the limits.

    """
    try:
        return _Builder(name).build(yaml.parse(text, Loader=_PARSER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        message = clean(str(error.problem or "is not YAML"))
        if error.context and error.context_mark:
            message += f" {clean(error.context)} that begins on line {error.context_mark.line + 1}"
        raise syntax_error(name, place, message) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # Most likely a character, which the parsers report by offsets of their own, in bytes or not at all.
        forbidden = re.search(_FORBIDDEN, text)
        if forbidden:
            message = f"the character U+{ord(forbidden.group()):04X} is not allowed in YAML"
            place = place_after(text[: forbidden.start()])
            raise syntax_error(name, place, message, hint="Remove it.") from error
        raise syntax_error(name, (0, 0), f"is not YAML: {clean(str(error))[:200]}") from error


def resolve(text: str) -> object:
    """Return what an unquoted scalar means by the YAML 1.2 core schema; numbers may be infinite or NaN."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMBERS:
        if re.fullmatch(_INTEGER, text):
            return int(text)
        if re.fullmatch(_FLOAT, text):
            return float(text)
        if re.fullmatch(_OTHER_BASE, text):
            return int(text, 0)
        if re.fullmatch(_NOT_FINITE, text):
            return math.nan
    return text


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


class _Builder:
    """Builds the value from the events, with a stack of open containers in place of recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[KeyPath, Place] = {}
        self.problems: list[Problem] = []
        self.root: object = None
        self.documents = 0
        self.values = 0
        # The open containers, each with its path, which is None inside what a duplicate key holds: it is left
        # out, and so are its places. The key whose value comes next is `pending`.
        self.stack: list[tuple[dict[str, object] | list[object], KeyPath | None]] = []
        self.pending: str | None = None

    def build(self, events: Iterator[yaml.Event]) -> Document:
        for event in events:
            self._refuse(event)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.MappingStartEvent):
                self._open({}, event)
            elif isinstance(event, yaml.SequenceStartEvent):
                self._open([], event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self.stack.pop()
        return Document(self.name, self.root, self.places, tuple(self.problems))

    def _refuse(self, event: yaml.Event) -> None:
        place = _place(event)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise syntax_error(self.name, place, "holds more than one document", hint="Keep one of them.")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise syntax_error(
                self.name, place, "anchors and aliases are not allowed", hint="Write the value out."
            )
        if isinstance(event, yaml.NodeEvent):
            self.values += 1
            if self.values > MAX_VALUES:
                raise syntax_error(self.name, place, f"holds more than {MAX_VALUES:,} values")
            if getattr(event, "tag", None):
                raise syntax_error(
                    self.name, place, "tags are not allowed", hint="Remove the word after '!'."
                )

    def _open(self, container: dict[str, object] | list[object], event: yaml.Event) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise syntax_error(self.name, _place(event), f"nests deeper than {MAX_DEPTH} levels")
        if self.stack and isinstance(self.stack[-1][0], dict) and self.pending is None:
            raise syntax_error(self.name, _place(event), "a key must be plain text", hint=_HELP)
        path = self._add(container, _place(event))
        self.stack.append((container, path))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and self.pending is None:
            self._key(event)
            return
        value: object = event.value
        if event.implicit[0]:
            value = resolve(event.value)
            if isinstance(value, float) and not math.isfinite(value):
                message = f"{shortened(event.value, 40)} is not a number that can be used"
                raise syntax_error(self.name, _place(event), message)
        self._add(clean(value) if isinstance(value, str) else value, _place(event))

    def _key(self, event: yaml.ScalarEvent) -> None:
        path = self.stack[-1][1]
        key = clean(event.value)
        if key == "<<" and event.implicit[0]:
            raise syntax_error(
                self.name, _place(event), "merge keys are not allowed", hint="Write the keys out."
            )
        here = None if path is None else (*path, key)
        if here is not None and here in self.places:
            message = f"the key is written twice, first on line {self.places[here][0]}"
            self.problems.append(
                Problem(self.name, *_place(event), dotted(here), message, "Keep one of the two.")
            )
        elif here is not None:
            self.places[here] = _place(event)
        self.pending = key

    def _add(self, value: object, place: Place) -> KeyPath | None:
        """Put a value into the open container; return its path, or None if it is left out."""
        if not self.stack:
            self.root = value
            self.places[()] = place
            return ()
        container, path = self.stack[-1]
        if isinstance(container, list):
            here = None if path is None else (*path, len(container))
            if here is not None:
                self.places[here] = place
            container.append(value)
            return here
        key = self.pending
        if key is None:  # pragma: no cover - _open and _scalar send keys elsewhere
            raise TypeError(value)
        self.pending = None
        if path is None or key in container:
            return None
        container[key] = value
        return (*path, key)
