"""What is wrong with a text that is not YAML, in our words.

The parser says where and of what class a fault is; what it says in words differs between its releases, and
between its two builds (with libyaml and without). So what is said here comes from the text at that place.
"""

import re
from typing import NamedTuple

import yaml

from careercli.formats.document import MAX_DEPTH, Place, place_after, shortened
from careercli.formats.yaml_reader import ANCHOR, PLAIN, SEVERAL, TAG

_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
"""What YAML keeps out of its files: https://yaml.org/spec/1.2.2/#51-character-set; seldom searched for."""

_QUOTE = "Put the text in quotes."
_INDENT = "Indent the keys of one mapping alike, and the items of one list."
_CLOSE = "Close it, or put the text in quotes."
_DIRECTIVE = ("a line that begins with % is not understood", "Remove it.")
_NEVER_CLOSED = ("a quotation mark that opens here is never closed", "Close it, or remove it.")

_BEGUN = {
    "'": _NEVER_CLOSED,
    '"': _NEVER_CLOSED,
    "*": ANCHOR,
    "&": ANCHOR,
    "!": TAG,
    **{
        mark: (f"more stands behind '{mark}' on its line", "Begin the text on the next line.")
        for mark in "|>"
    },
}
"""What is wrong with a word by the character that it begins with."""

_HERE = {
    "\t": ("a tab cannot indent", "Use spaces."),
    **{mark: (f"no text can begin with {mark}", _QUOTE) for mark in "@`%"},
    ":": ("':' stands where no key can be", f"Quote a text with ': ' in it. {_INDENT}"),
    "-": ("a list cannot begin here", "Begin each of its items on a line of its own."),
}
"""What is wrong with a word by the character that the parser stopped at."""

_OUT_OF_PLACE = {
    "!": TAG,
    **{mark: (f"'{mark}' stands where a value is missing", _QUOTE) for mark in ",]}"},
    ":": ("a key is missing before ':'", PLAIN),
}
"""What is wrong with a word that is one, but not there."""

TOO_DEEP = f"nests deeper than {MAX_DEPTH} levels"


class Fault(NamedTuple):
    """Where reading stops, why, and what to do about it."""

    place: Place
    message: str
    hint: str = ""


def fault_of(error: Exception, text: str, seen: int, depth: int) -> Fault:
    """Return what is wrong with a text that the parser gave up on.

    ``seen`` is how many characters the parser had made sense of, and ``depth`` in how many containers it was.
    """
    # Most likely a character, which the parsers report by offsets of their own, in bytes or not at all.
    forbidden = re.search(_FORBIDDEN, text)
    if forbidden and not isinstance(error, yaml.MarkedYAMLError):
        message = f"the character U+{ord(forbidden.group()):04X} is not allowed in YAML"
        return Fault(place_after(text[: forbidden.start()]), message, "Remove it.")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Fault((0, 0), "is not YAML", PLAIN)
    at = min(mark.index, len(text))
    brackets = _open_brackets(text[seen:at], MAX_DEPTH - depth)
    if depth + len(brackets) > MAX_DEPTH:
        return Fault(place_after(text[: seen + brackets[-1]]), TOO_DEEP)
    if not text[at:].strip():
        text = text.rstrip()  # the end, wherever a parser sees that
        at = len(text)
    context = getattr(error, "context_mark", None)
    begun = min(context.index, at) if context else at
    if isinstance(error, yaml.scanner.ScannerError):
        return _of_a_word(text, at, begun)
    return _of_an_order(text, at, begun)


def _open_brackets(text: str, most: int) -> list[int]:
    """Return where the brackets stand that are open at the end of a text, or at the first beyond ``most``."""
    found: list[int] = []
    for match in re.finditer(r"""'[^']*'|"(?:[^"\\]|\\.)*"|\s\#.*|[\[\]{}]""", text):
        if match.group() in {"[", "{"}:
            found.append(match.start())
            if len(found) > most:
                break
        elif match.group() in {"]", "}"} and found:
            found.pop()
    return found


def _of_a_word(text: str, at: int, begun: int) -> Fault:
    """Return what is wrong where the parser could not tell one word from the next."""
    here, first = text[at : at + 1], text[begun : begun + 1]
    began = place_after(text[:begun])
    if first == '"' and here:
        slash = max(text.rfind("\\", begun, at + 1), begun)
        message = f"{shortened(text[slash : slash + 2])} is no escape of YAML"
        return Fault(place_after(text[:slash]), message, "Write \\\\ for a backslash.")
    if first == "%" and began[1] == 1:
        return Fault(began, *_DIRECTIVE)
    if first in _BEGUN and here != "\t":
        return Fault(began, *_BEGUN[first])
    if here in _HERE:
        return Fault(place_after(text[:at]), *_HERE[here])
    word = shortened(text[begun:at].partition("\n")[0], 40)
    return Fault(began, f"':' is missing after '{word}'" if word else "is not YAML from here on", PLAIN)


def _of_an_order(text: str, at: int, begun: int) -> Fault:
    """Return what is wrong where each word is one, and they do not belong together."""
    here, first = text[at : at + 1], text[begun : begun + 1]
    place, line = place_after(text[:at]), place_after(text[:begun])[0]
    brackets = [] if here else _open_brackets(text, len(text))
    if brackets:
        opened = begun if first in {"[", "{"} else brackets[-1]
        return Fault(place_after(text[:opened]), "a bracket that opens here is never closed", _CLOSE)
    if here == "%" or text.startswith("%"):
        return Fault((place[0], 1), *_DIRECTIVE)
    if first in {"[", "{"} and begun < at:
        close, what = ("]", "list") if first == "[" else ("}", "mapping")
        message, hint = f"',' or '{close}' is missing in the {what} that begins on line {line}", _CLOSE
    elif here in _OUT_OF_PLACE:
        message, hint = _OUT_OF_PLACE[here]
    elif text[:at].rstrip().endswith("..."):
        message, hint = SEVERAL
    elif text[:at].rpartition("\n")[2].strip():
        message = "more stands behind a value that has ended"
        hint = "Put all of it between ' and ', and double each ' in it."
    else:
        message, hint = f"this line does not belong to what begins on line {line}", _INDENT
    return Fault(place, message, hint)
