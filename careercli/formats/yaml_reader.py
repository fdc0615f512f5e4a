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

_HELP = "Write 'key: value' lines."


def read_yaml(text: str, name: str) -> Document:
    """Parse one YAML document.

    Raises:
        InvalidDataError: it is not YAML, or uses what is not allowed here: aliases, anchors, tags, merge
            keys, several documents, numbers that are not finite, or more depth or size than the limits.

    """
    builder = _Builder(name)
    try:
        return builder.build(yaml.parse(text, Loader=_PARSER))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        from careercli.formats.yaml_faults import fault_of

        fault = fault_of(error, text, builder.seen, len(builder.stack))
        raise syntax_error(name, fault.place, fault.message, hint=fault.hint) from error


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
        self.last: yaml.Event | None = None
        # The open containers, each with its path, which is None inside what a duplicate key holds: it is left
        # out, and so are its places. The key whose value comes next is `pending`.
        self.stack: list[tuple[dict[str, object] | list[object], KeyPath | None]] = []
        self.pending: str | None = None

    @property
    def seen(self) -> int:
        """How many characters the parser has made sense of."""
        return self.last.end_mark.index if self.last and self.last.end_mark else 0

    def build(self, events: Iterator[yaml.Event]) -> Document:
        for event in events:
            self.last = event
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
