"""A YAML file changed where its value changes; every other line stays as somebody wrote it.

Text is replaced by the places at which the parser found each key and value. A round-trip library would write
the whole file anew and with it choose indents, line lengths and where comments go.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

import yaml

from careercli.errors import InvalidDataError
from careercli.formats.parser import parse
from careercli.formats.text import clean
from careercli.formats.yaml_reader import PARSER
from careercli.formats.yaml_writer import write_yaml

_BREAKS = "\r\n\x85\u2028\u2029"
"""What ends a line for the parser."""

_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_BEHIND = re.compile(r"[ \t]+#")
_BLANK_LINES = re.compile(f"(?:[ \t]*(?:\r\n|[{_BREAKS}]))+")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
_NOT_PRINTED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What JSON leaves as it is and YAML wants escaped."""


def edit_yaml(text: str, wanted: dict[str, object]) -> str:
    """Return ``text`` changed so that it reads as ``wanted``.

    Lines whose value stays keep their comments, quotes, blank lines and order; so does a comment behind a
    value that changes. New keys come where ``wanted`` has them. A list is replaced as one value. A file
    that is JSON, which has no comments, is written anew as YAML; so is one with explicit keys (``? key``).

    Raises:
        InvalidDataError: the strict reader does not take ``text``.

    """
    old = parse(text, "the file").value
    tree = yaml.compose(text, Loader=PARSER)
    root = None if tree is None else _node(tree, text)
    if isinstance(old, dict) and old and wanted and root is not None and not root.flow:
        for close in (False, True):
            edits = _Edits(text, close=close)
            edits.mapping(root, old, wanted)
            edited = edits.applied()
            if _reads_as(edited, wanted):
                return edited
    return write_yaml(wanted)


def _reads_as(text: str, wanted: object) -> bool:
    try:
        document = parse(text, "the file")
    except InvalidDataError:
        return False
    return document.value == wanted and not document.problems


class _Node(NamedTuple):
    """A value and where it stands; ``tail`` is where a block's own line breaks end, else ``end``."""

    start: int
    end: int
    tail: int
    flow: bool = False
    entries: dict[str, _Entry] | None = None


class _Entry(NamedTuple):
    """A key with its value; ``column`` counts from 0."""

    start: int
    end: int
    column: int
    value: _Node


def _node(found: yaml.Node, text: str) -> _Node:
    """Return a node with where it stands; the strict reader has limited how deep this goes."""
    start, end = found.start_mark.index, found.end_mark.index
    if isinstance(found, yaml.ScalarNode):
        if found.style not in {"|", ">"}:
            return _Node(start, end, end)
        trimmed = start + len(text[start:end].rstrip(f" \t{_BREAKS}"))
        keeps = "+" in text[start:end].partition("\n")[0].partition("#")[0]
        return _Node(start, trimmed, end if keeps else trimmed)
    entries: dict[str, _Entry] | None = None
    if isinstance(found, yaml.MappingNode):
        entries = {
            clean(key.value): _Entry(
                key.start_mark.index, key.end_mark.index, key.start_mark.column, _node(value, text)
            )
            for key, value in found.value
        }
    flow = bool(getattr(found, "flow_style", False))
    if flow or not found.value:
        return _Node(start, end, end, flow, entries)
    last = next(reversed(entries.values())).value if entries else _node(found.value[-1], text)
    return _Node(start, last.end, last.tail, entries=entries)


class _Edits:
    """Replacements in one text, collected and then made together.

    With ``close`` the blank lines below an entry go with it: above may end a text that keeps those below it.
    """

    def __init__(self, text: str, *, close: bool = False) -> None:
        self.text = text
        self._close = close
        first = _BREAK.search(text)
        self.newline = "\r\n" if first and first.group() == "\r\n" else "\n"
        self.made: list[tuple[int, int, str]] = []

    def applied(self) -> str:
        """Return the text with every replacement made; those of one place in the order of their making."""
        out, position = [], 0
        for start, end, new in sorted(self.made, key=lambda edit: edit[0]):
            out.append(self.text[position:start] + new)
            position = max(position, end)
        return "".join(out) + self.text[position:]

    def mapping(self, node: _Node, old: dict[str, object], wanted: dict[str, object]) -> None:
        """Change a mapping that has entries and keeps some."""
        entries = node.entries or {}
        before: _Entry | None = None
        for key, value in wanted.items():
            entry = entries.get(key)
            if entry is None:
                self._insert(node, before, key, value)
                continue
            if not _same(old[key], value):
                self._change(node, entry, old[key], value)
            before = entry
        for key, entry in entries.items():
            if key not in wanted:
                self._delete(node, entry)

    def _change(self, node: _Node, entry: _Entry, old: object, wanted: object) -> None:
        if isinstance(old, dict) and isinstance(wanted, dict) and old and wanted:
            self.mapping(entry.value, old, wanted)
        elif added := _added(old, wanted):
            self._append(entry.value, added)
        elif node.flow:
            value = entry.value
            empty = value.start == value.end
            self._replace(
                entry.end if empty else value.start, value.end, (": " if empty else "") + _inline(wanted)
            )
        else:
            self._change_in_block(entry, wanted)

    def _change_in_block(self, entry: _Entry, wanted: object) -> None:
        value = entry.value
        lines = self._lines("k", wanted, entry.column).rstrip(self.newline).lstrip(" ")[len("k:") :]
        colon = self.text.index(":", entry.end) + 1
        beside = not _BREAK.search(self.text, colon, value.start)
        filled = beside and value.start < value.end
        if lines.startswith(" |") and filled and self.text[value.start] not in "|>":
            head, _, rest = lines[1:].partition(self.newline)
            self._replace(value.start, value.end, head)  # a comment behind the value stays there
            self._insert_lines(value.tail, rest + self.newline)
        elif lines.startswith(" |") and value.start < value.end:
            # Also a comment behind the value's last line goes: it would become a part of the text.
            self._replace(colon, self._line_end(value.tail), lines + self.newline)
        elif lines.startswith(" ") and filled:
            self._replace(value.start, value.end, lines[1:])  # what stands between stays: it may align values
        elif not lines.startswith(" ") and beside and not value.entries:
            self._replace(colon, value.end, "")  # a comment behind the value now stands behind the key
            self._insert_lines(value.tail, lines.removeprefix(self.newline) + self.newline)
        elif re.match(" [^|]", lines) and not beside and _BEHIND.match(self.text, colon):
            self._replace(colon, colon, lines)  # a comment behind the key now stands behind the value
            self._replace(self._line_end(colon), self._line_end(value.tail), "")
        else:
            self._replace(colon, value.end, lines)

    def _append(self, node: _Node, added: list[object]) -> None:
        """Put items behind the others of a list."""
        if node.flow:
            inside = node.end - 1
            comma = "" if self.text[:inside].rstrip().endswith(",") else ", "
            self._replace(inside, inside, comma + ", ".join(map(_inline, added)))
            return
        indent = " " * (node.start - self._line_start(node.start))
        lines = write_yaml(added).rstrip("\n").split("\n")
        self._insert_lines(node.tail, "".join(f"{indent}{line}{self.newline}" for line in lines))

    def _insert(self, node: _Node, before: _Entry | None, key: str, value: object) -> None:
        entries = list((node.entries or {}).values())
        if node.flow:
            pair = _pair(key, value)
            if before is None:
                self._replace(node.start + 1, node.start + 1, f"{pair}, ")
            else:
                self._replace(before.value.end, before.value.end, f", {pair}")
            return
        column = entries[0].column
        lines = self._lines(key, value, column)
        if before is None:
            start = self._line_start(entries[0].start)
            self._replace(start, start, lines)
        else:
            self._insert_lines(before.value.tail, lines)

    def _insert_lines(self, after: int, lines: str) -> None:
        """Put lines below the one on which a value ends."""
        place = self._line_end(after)
        on_last = place == len(self.text) and self.text[-1] not in _BREAKS
        self._replace(place, place, (self.newline if on_last else "") + lines)

    def _delete(self, node: _Node, entry: _Entry) -> None:
        if not node.flow:
            end = self._line_end(entry.value.tail)
            below = _BLANK_LINES.match(self.text, end) if self._close else None
            self._replace(self._line_start(entry.start), below.end() if below else end, "")
            return
        entries = list((node.entries or {}).values())
        here = entries.index(entry)
        if here + 1 < len(entries):
            self._replace(entry.start, entries[here + 1].start, "")
            return
        end = entry.value.end
        comma = re.compile(r"\s*,").match(self.text, end)
        if comma:
            self._replace(entry.start, comma.end(), "")
        elif here and not _BREAK.search(self.text, entries[here - 1].value.end, entry.start):
            self._replace(entries[here - 1].value.end, end, "")
        else:
            self._replace(entry.start, end, "")  # a comma may end a flow mapping

    def _lines(self, key: str, value: object, column: int) -> str:
        """Return an entry as a block at a column, with the line breaks of the file."""
        indent = " " * column
        lines = write_yaml({key: value}).rstrip("\n").split("\n")
        return "".join(f"{indent}{line}{self.newline}" if line else self.newline for line in lines)

    def _replace(self, start: int, end: int, new: str) -> None:
        self.made.append((start, end, new))

    def _line_start(self, index: int) -> int:
        while index and self.text[index - 1] not in _BREAKS:
            index -= 1
        return index

    def _line_end(self, index: int) -> int:
        """Return where the line after ``index`` begins; ``index`` itself where a line begins there."""
        if index and self.text[index - 1] in _BREAKS:
            return index
        found = _BREAK.search(self.text, index)
        return found.end() if found else len(self.text)


def _same(old: object, new: object) -> bool:
    """Return whether two values need no edit; ``true`` is not 1."""
    return old == new and isinstance(old, bool) == isinstance(new, bool)


def _added(old: object, new: object) -> list[object]:
    """Return the items that a list has behind all those of the one before; none for anything else."""
    if isinstance(old, list) and isinstance(new, list) and old and old == new[: len(old)]:
        return new[len(old) :]
    return []


def _inline(value: object) -> str:
    """Return a value as it stands inside braces: JSON, which YAML takes in, with simple keys bare."""
    if isinstance(value, dict):
        return "{" + ", ".join(map(_pair, value, value.values())) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return _json(value)


def _pair(key: str, value: object) -> str:
    return f"{key if _PLAIN_KEY.match(key) else _json(key)}: {_inline(value)}"


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _NOT_PRINTED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
