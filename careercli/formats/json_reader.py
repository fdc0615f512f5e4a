"""JSON from outside, read strictly and within limits; the YAML library is not needed for it.

Python's own parser tells faults, and where they are, differently from one release to the next. So the grammar
(https://www.rfc-editor.org/rfc/rfc8259) is followed here, and each fault told in our words.
"""

import math
import re
from bisect import bisect_right
from typing import TypeVar

import msgspec

from careercli.errors import InvalidDataError, Problem
from careercli.formats.builder import Builder
from careercli.formats.document import Document, Place, shortened

T = TypeVar("T")

# A string that is never closed is one token up to the end: looking for its end again and again would take
# hours. A match is never taken back (``++``), for the same reason.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[\]{}:,]|[^ \t\n\r\[\]{}:,"]+', re.DOTALL)
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*+))(\.[0-9]++)?([eE][-+]?[0-9]++)?")
_SOUND = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_BREAKS = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None}
_NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity"})
_NUMBER_LIMIT = 40
_NEEDED = {
    "value": ("a value is missing here", "Text stands in double quotes."),
    "item": ("a value is missing here", "Is there a comma too many?"),
    "key": ("a key in double quotes is missing here", "Is there a comma too many?"),
    ":": ("':' is missing here, after a key", ""),
    "]": ("',' or ']' is missing here", ""),
    "}": ("',' or '}' is missing here", ""),
    "end": ("more follows what was complete", "Keep one value, such as one object."),
}


def read_json(text: str, name: str, *, lenient: bool = False) -> Document:
    """Parse one JSON document. A ``lenient`` reader takes line breaks and tabs within texts, and tells it.

    Raises:
        InvalidDataError: it is not JSON, holds NaN or an infinity, nests too deep or is too large.

    """
    return _Reader(text, name, lenient=lenient).document()


def decoded(data: bytes, kind: type[T]) -> T | None:
    """Return what careercli has written as JSON, of its type; None where the bytes are none of that."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


class _Reader:
    """One walk over the words of a text."""

    def __init__(self, text: str, name: str, *, lenient: bool) -> None:
        self.text = text
        self.lenient = lenient
        self.builder = Builder(name)
        self.breaks = [-1, *(match.start() for match in re.finditer("\n", text))]

    def document(self) -> Document:
        builder = self.builder
        needed, may_close = "value", False
        for match in _TOKEN.finditer(self.text):
            word, at = match.group(), match.start()
            if word == self._end and (may_close or needed == word):
                builder.stack.pop()
            elif word == "," and needed in {"]", "}"}:
                needed, may_close = ("item" if needed == "]" else "key"), False
                continue
            elif word == ":" and needed == ":":
                needed = "value"
                continue
            elif word[0] == '"' and needed == "key":
                builder.key(self._string(word, at), self._place(at))
                needed, may_close = ":", False
                continue
            elif needed not in {"value", "item"} or word in {"]", "}", ",", ":"}:
                raise self._fault(at, *_NEEDED[needed])
            elif word in {"[", "{"}:
                builder.open([] if word == "[" else {}, self._place(at))
                needed, may_close = ("item" if word == "[" else "key"), True
                continue
            else:
                builder.add(self._scalar(word, at), self._place(at))
            needed, may_close = self._end or "end", False
        at = len(self.text.rstrip(" \t\n\r"))
        if builder.stack and needed != "value":
            raise self._fault(at, f"it ends before '{self._end}'", "Is it whole?")
        if needed != "end":
            raise self._fault(at, *_NEEDED[needed])
        return builder.document()

    @property
    def _end(self) -> str:
        """What closes the open container; "" where none is open."""
        stack = self.builder.stack
        return "" if not stack else "}" if isinstance(stack[-1][0], dict) else "]"

    def _place(self, offset: int) -> Place:
        line = bisect_right(self.breaks, offset - 1)
        return (line, offset - self.breaks[line - 1])

    def _fault(self, at: int, message: str, hint: str = "") -> InvalidDataError:
        return self.builder.refused(self._place(at), f"is not JSON: {message}", hint)

    def _scalar(self, word: str, at: int) -> object:
        if word[0] == '"':
            return self._string(word, at)
        if word in _WORDS:
            return _WORDS[word]
        number = _NUMBER.fullmatch(word)
        if number is None and word not in _NOT_FINITE:
            message = f"{shortened(word, _NUMBER_LIMIT)} is no value of JSON"
            raise self._fault(at, message, "Text stands in double quotes.")
        whole = number and number[1] == word
        if number is None or (len(word) > _NUMBER_LIMIT if whole else math.isinf(float(word))):
            message = f"{shortened(word, _NUMBER_LIMIT)} is not a number that can be used"
            raise self.builder.refused(self._place(at), message)
        return int(word) if whole else float(word)

    def _string(self, word: str, at: int) -> str:
        """Return what a text in double quotes says."""
        sound = _SOUND.match(word)
        end = sound.end() if sound else 0
        if word[end:] == '"':
            return _unescaped(word) if "\\" in word else word[1:-1]
        wrong = word[end : end + 2]
        if self.lenient and wrong[:1] in _BREAKS:
            self._tell_of_breaks(self._place(at + end))
            escaped = word.translate({ord(sign): escape for sign, escape in _BREAKS.items()})
            return self._string(escaped, at)
        if wrong[:1] == "\\" and len(wrong) == 2:
            message = f"{shortened(wrong)} is no escape of JSON"
            raise self._fault(at + end, message, "Write \\\\ for a backslash.")
        if wrong and wrong[0] != "\\":
            raise self._fault(at + end, f"the character U+{ord(wrong[0]):04X} must be written as an escape")
        raise self._fault(at, "a quotation mark that opens here is never closed", "Close it.")

    def _tell_of_breaks(self, place: Place) -> None:
        """Tell, once, that a text holds a line break or tab as it is."""
        message = (
            "a line break or tab stands within quotes, and was read as it is; JSON writes it as \\n or \\t"
        )
        problems = self.builder.problems
        if all(problem.message != message for problem in problems):
            problems.append(Problem(self.builder.name, *place, "", message))


def _unescaped(word: str) -> str:
    """Return what a sound text in double quotes says that has escapes."""
    import json  # most texts have none

    return str(json.loads(word))
