"""YAML from outside, read strictly and within limits.

A loader is never used. The parser's events are walked without recursion, so that depth, size, aliases, tags
and merge keys are refused before anything is built, and scalars follow the core schema of YAML 1.2
(https://yaml.org/spec/1.2.2/#103-core-schema): ``no`` is text, ``012`` is 12, ``12:30`` is text.
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
    Key,
    KeyPath,
    Place,
    dotted,
    syntax_error,
)
from careercli.documents.text import clean
from careercli.errors import Problem

_PARSER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_NOT_FINITE = re.compile(r"([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\Z")

_HELP = "See the example in 'careercli assess --help'."


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
        raise syntax_error(name, place, clean(str(error.problem or "is not YAML"))) from error
    except yaml.reader.ReaderError as error:
        place = _place_of_offset(text, error.position) if isinstance(error.position, int) else (0, 0)
        reason = "holds a character that is not allowed in YAML"
        raise syntax_error(name, place, reason, hint="Remove the control character there.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise syntax_error(name, (0, 0), f"is not YAML: {clean(str(error))[:200]}") from error


def resolve(text: str) -> object:
    """Return what an unquoted scalar means by the YAML 1.2 core schema; numbers may be infinite or NaN."""
    if text in _NULL:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.match(text):
        return int(text)
    if _NOT_FINITE.match(text):
        return math.nan
    if _FLOAT.match(text):
        return float(text)
    return text


def _place_of_offset(text: str, offset: int) -> Place:
    before = text.encode()[:offset]
    return (before.count(b"\n") + 1, offset - before.rfind(b"\n"))


def _place(event: yaml.Event) -> Place:
    return (event.start_mark.line + 1, event.start_mark.column + 1)


class _Builder:
    """Builds the value from the events, with a stack of open containers in place of recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[KeyPath, Place] = {}
        self.problems: list[Problem] = []
        self.root: object = None
        self.documents = 0
        self.values = 0
        # The open containers, each with its path; a mapping waiting for a value has its key in `pending`.
        self.stack: list[tuple[dict[str, object] | list[object], KeyPath]] = []
        self.pending: list[Key | None] = []

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
                self.pending.pop()
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
        if self.stack and isinstance(self.stack[-1][0], dict) and self.pending[-1] is None:
            raise syntax_error(self.name, _place(event), "a key must be plain text", hint=_HELP)
        path = self._add(container, _place(event))
        self.stack.append((container, path))
        self.pending.append(None)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and self.pending[-1] is None:
            self._key(event)
            return
        value: object = event.value
        if event.implicit[0]:
            value = resolve(event.value)
            if isinstance(value, float) and not math.isfinite(value):
                shown = clean(event.value)[:40]
                raise syntax_error(self.name, _place(event), f"{shown} is not a number that can be used")
        self._add(clean(value) if isinstance(value, str) else value, _place(event))

    def _key(self, event: yaml.ScalarEvent) -> None:
        container, path = self.stack[-1]
        key = clean(event.value)
        if key == "<<" and event.implicit[0]:
            raise syntax_error(
                self.name, _place(event), "merge keys are not allowed", hint="Write the keys out."
            )
        here = (*path, key)
        if isinstance(container, dict) and key in container:
            first = self.places[here][0]
            message = f"the key is written twice, first on line {first}"
            self.problems.append(
                Problem(self.name, *_place(event), dotted(here), message, "Keep one of the two.")
            )
        else:
            self.places[here] = _place(event)
        self.pending[-1] = key

    def _add(self, value: object, place: Place) -> KeyPath:
        """Put a value into the open container; return its path."""
        if not self.stack:
            self.root = value
            self.places[()] = place
            return ()
        container, path = self.stack[-1]
        if isinstance(container, list):
            here = (*path, len(container))
            container.append(value)
            self.places[here] = place
            return here
        key = self.pending[-1]
        if not isinstance(key, str):  # pragma: no cover - _open and _scalar send keys elsewhere
            raise TypeError(key)
        self.pending[-1] = None
        container.setdefault(key, value)
        return (*path, key)
