"""Markdown: headings and bullets as marks, emphasis and links as the text that is read."""

import html
import re
from collections.abc import Iterator

from careercli.reading.pieces import Mark, Piece

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?)(?:[ \t]+#+)?)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_BULLET = re.compile(r"[ \t>]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_NUMBERED = re.compile(r"[ \t>]*[0-9]{1,3}[.)][ \t]+")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_REFERENCE = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S")
_TABLE_RULE = re.compile(r"(?=.*\|)[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_FRONT_MATTER = re.compile(r"---\n(?:.*\n)*?(?:---|\.\.\.)\n")

_IMAGE = re.compile(r"!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\]\n]*\])")
_LINK = re.compile(r"\[([^\[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_CODE = re.compile(r"(`+)([^`\n]+)\1")
_EMPHASIS = re.compile(r"(\*{1,3}|~~)(?=\S)([^*~\n]+)(?<=\S)\1|(?<!\w)(_{1,3})(?=\S)([^_\n]+)(?<=\S)\3(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_markdown(text: str) -> Iterator[Piece]:
    """Give the lines of a text in Markdown."""
    body = _FRONT_MATTER.sub(_only_breaks, text, count=1) if text.startswith("---") else text
    lines = _COMMENT.sub(_only_breaks, body).split("\n")
    fenced = False
    for index, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        elif fenced:
            yield Piece(line, line=index + 1)
        elif _is_underlined(lines, index - 1) or _REFERENCE.match(line) or _TABLE_RULE.match(line):
            continue
        elif _RULE.match(line) or _UNDERLINE.match(line):
            yield Piece("")
        else:
            yield _line(line, underlined=_is_underlined(lines, index))._replace(line=index + 1)


def _only_breaks(left_out: re.Match[str]) -> str:
    """Return the line breaks of what is left out, so that the lines below keep their numbers."""
    return "\n" * left_out[0].count("\n")


def _is_underlined(lines: list[str], index: int) -> bool:
    """Return whether a line is made a heading by the line under it."""
    if not 0 <= index < len(lines) - 1 or not lines[index].strip() or not _UNDERLINE.match(lines[index + 1]):
        return False
    return not any(form.match(lines[index]) for form in (_HEADING, _BULLET, _NUMBERED, _RULE, _QUOTE))


def _line(line: str, *, underlined: bool) -> Piece:
    mark: Mark = "text"
    heading, bullet = _HEADING.match(line), _BULLET.match(line) or _NUMBERED.match(line)
    if heading or underlined:
        line, mark = (heading[1] or "") if heading else line, "heading"
    elif bullet:
        line, mark = line[bullet.end() :], "bullet"
    elif _ROW.match(line):
        line = "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    else:
        quote = _QUOTE.match(line)
        line = line[quote.end() :] if quote else line
    return Piece(inline(line), mark)


def inline(text: str) -> str:
    """Return one line of Markdown as the text that is read: without emphasis, code marks, links and tags."""
    text = _CODE.sub(r"\2", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    text = _TAG.sub(" ", _ADDRESS.sub(r"\1", text)) if "<" in text else text
    for _ in range(3):  # emphasis within emphasis
        text = _EMPHASIS.sub(r"\2\4", text)
    return html.unescape(_ESCAPE.sub(r"\1", text))
