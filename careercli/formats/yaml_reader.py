"""YAML from outside, read strictly and within limits.

A loader is never used. The parser's events are walked without recursion, so that depth, size, aliases, tags
and merge keys are refused before anything is built, and scalars follow the core schema of YAML 1.2
(https://yaml.org/spec/1.2.2/#103-core-schema): ``no`` is text, ``012`` is 12, ``0o17`` is 15, ``12:30`` is
text.
"""

import math
import re
from collections.abc import Iterator

import yaml

from careercli.formats.builder import Builder
from careercli.formats.document import Document, Place, shortened
from careercli.formats.text import clean

PARSER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

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

PLAIN = "Write 'key: value' lines."
TAG = ("tags are not allowed", "Remove the word after '!'.")
ANCHOR = ("anchors and aliases are not allowed", "Write the value out.")
SEVERAL = ("holds more than one document", "Keep one of them.")


def read_yaml(text: str, name: str) -> Document:
    """Parse one YAML document.

    Raises:
        InvalidDataError: it is not YAML, or uses what is not allowed here: aliases, anchors, tags, merge
            keys, several documents, numbers that are not finite, or more depth or size than the limits.

    """
    reader = _Reader(name)
    try:
        return reader.document(yaml.parse(text, Loader=PARSER))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        from careercli.formats.yaml_faults import fault_of

        fault = fault_of(error, text, reader.seen, len(reader.builder.stack))
        raise reader.builder.refused(*fault) from error


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


class _Reader:
    """One walk over the events of the parser."""

    def __init__(self, name: str) -> None:
        self.builder = Builder(name)
        self.documents = 0
        self.last: yaml.Event | None = None

    @property
    def seen(self) -> int:
        """How many characters the parser has made sense of."""
        return self.last.end_mark.index if self.last and self.last.end_mark else 0

    def document(self, events: Iterator[yaml.Event]) -> Document:
        builder = self.builder
        for event in events:
            self.last = event
            place = _place(event)
            self._refuse(event, place)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event, place)
            elif isinstance(event, yaml.CollectionStartEvent):
                if builder.awaits_key:
                    raise builder.refused(place, "a key must be plain text", PLAIN)
                builder.open({} if isinstance(event, yaml.MappingStartEvent) else [], place)
            elif isinstance(event, yaml.CollectionEndEvent):
                builder.stack.pop()
        return builder.document()

    def _refuse(self, event: yaml.Event, place: Place) -> None:
        self.documents += isinstance(event, yaml.DocumentStartEvent)
        if self.documents > 1:
            raise self.builder.refused(place, *SEVERAL)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.builder.refused(place, *ANCHOR)
        if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None):
            raise self.builder.refused(place, *TAG)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        builder, plain = self.builder, event.implicit[0]
        if builder.awaits_key:
            if clean(event.value) == "<<" and plain:
                raise builder.refused(place, "merge keys are not allowed", "Write the keys out.")
            builder.key(event.value, place)
            return
        value = resolve(event.value) if plain else event.value
        if isinstance(value, float) and not math.isfinite(value):
            raise builder.refused(place, f"{shortened(event.value, 40)} is not a number that can be used")
        builder.add(value, place)
