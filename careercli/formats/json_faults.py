"""What is wrong with a text that is not JSON, in our words, the same in every release of Python.

Its own parser finds the same faults, but tells them, and where they are, differently from one release to the
next. The grammar is that of https://www.rfc-editor.org/rfc/rfc8259.
"""

from __future__ import annotations

import re

from careercli.formats.document import shortened

_WORDS = r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[\]{}:,]|[^ \t\n\r\[\]{}:,"]+'
_WORD = r"true|false|null|NaN|-?Infinity|-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?"
_SOUND = r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+'
_NEEDED = {
    "value": ("a value is missing here", "Text stands in double quotes."),
    "item": ("a value is missing here", "Is there a comma too many?"),
    "key": ("a key in double quotes is missing here", "Is there a comma too many?"),
    ":": ("':' is missing here, after a key", ""),
    "]": ("',' or ']' is missing here", ""),
    "}": ("',' or '}' is missing here", ""),
    "end": ("more follows what was complete", "Keep one value, such as one object."),
}


def fault_in(text: str) -> tuple[int, str, str]:
    """Return where a text first breaks the grammar, counted from 0, what is wrong there, and a hint."""
    stack: list[str] = []  # what closes each container that is open
    needed, may_close = "value", False
    for match in re.finditer(_WORDS, text, re.DOTALL):
        word, at = match.group(), match.start()
        if stack and word == stack[-1] and (may_close or needed == word):
            stack.pop()
        elif word == "," and needed in {"]", "}"}:
            needed, may_close = ("item" if needed == "]" else "key"), False
            continue
        elif word == ":" and needed == ":":
            needed, may_close = "value", False
            continue
        elif word[0] == '"' and needed in {"key", "value", "item"}:
            if wrong := _wrong_text(word, at):
                return wrong
            if needed == "key":
                needed, may_close = ":", False
                continue
        elif word in {"[", "{"} and needed in {"value", "item"}:
            stack.append("]" if word == "[" else "}")
            needed, may_close = ("item" if word == "[" else "key"), True
            continue
        elif needed not in {"value", "item"} or word in {"]", "}", ",", ":"}:
            return at, *_NEEDED[needed]
        elif not re.fullmatch(_WORD, word):
            return at, f"{shortened(word, 40)} is no value of JSON", "Text stands in double quotes."
        needed, may_close = (stack[-1] if stack else "end"), False
    at = len(text.rstrip(" \t\n\r"))
    if stack and needed != "value":
        return at, f"it ends before '{stack[-1]}'", "Is it whole?"
    return at, *_NEEDED[needed]


def _wrong_text(word: str, at: int) -> tuple[int, str, str] | None:
    """Return what is wrong in a text in double quotes, which begins at a place; None where nothing is."""
    sound = re.match(_SOUND, word)
    end = sound.end() if sound else 0
    if word[end:] == '"':
        return None
    if word[end : end + 1] == "\\" and end + 1 < len(word):
        return (
            at + end,
            f"{shortened(word[end : end + 2])} is no escape of JSON",
            "Write \\\\ for a backslash.",
        )
    if end < len(word) and word[end] != "\\":
        return at + end, f"the character U+{ord(word[end]):04X} must be written as an escape", ""
    return at, "a quotation mark that opens here is never closed", "Close it."
