"""Markdown: headings and bullets as marks, emphasis and links as the text that is read."""

import re
from collections.abc import Iterator

from careercli.formats.patterns import pattern
from careercli.reading.pieces import Mark, Piece

_HEADING = pattern(r" {0,3}#{1,6}(?:[ \t]+(.*?)(?:[ \t]+#+)?)?[ \t]*$")
_UNDERLINE = pattern(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = pattern(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_ITEM = pattern(r"[ \t>]*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|[0-9]{1,3}[.)][ \t]+)")
_QUOTE = pattern(r" {0,3}(?:>[ \t]?)+")
_FENCE = pattern(r" {0,3}(?:```|~~~)")
_COMMENT = pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_REFERENCE = pattern(r" {0,3}\[[^\]\n]+\]:[ \t]*\S")
_TABLE_RULE = pattern(r"(?=.*\|)[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_ROW = pattern(r"[ \t]*\|.*\|[ \t]*$")
_FRONT_MATTER = pattern(r"---\n(?:.*\n)*?(?:---|\.\.\.)\n")

_IMAGE = pattern(r"!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\]\n]*\])")
_LINK = pattern(r"\[([^\[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])")
_ADDRESS = pattern(r"<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_TAG = pattern(r"</?[A-Za-z][^<>\n]{0,500}>")
_CODE = pattern(r"(`+)([^`\n]+)\1")
_EMPHASIS = pattern(r"(\*{1,3}|~~)(?=\S)([^*~\n]+)(?<=\S)\1|(?<!\w)(_{1,3})(?=\S)([^_\n]+)(?<=\S)\3(?!\w)")
_ESCAPE = pattern(r"\\([!-/:-@\[-`{-~])")


def read_markdown(text: str) -> Iterator[Piece]:
    """Give the lines of a text in Markdown."""
    body = _FRONT_MATTER.sub(_only_breaks, text, count=1) if text.startswith("---") else text
    lines = (_COMMENT.sub(_only_breaks, body) if "<!--" in body else body).split("\n")
    fenced = False
    for index, line in enumerate(lines):
        if ("```" in line or "~~~" in line) and _FENCE.match(line):
            fenced = not fenced
        elif fenced:
            yield Piece(line, line=index + 1)
        elif _is_underlined(lines, index - 1) or _is_silent(line):
            continue
        elif _is_drawn(line) and (_RULE.match(line) or _UNDERLINE.match(line)):
            yield Piece("")
        else:
            yield _line(line, underlined=_is_underlined(lines, index))._replace(line=index + 1)


def _only_breaks(left_out: re.Match[str]) -> str:
    """Return the line breaks of what is left out, so that the lines below keep their numbers."""
    return "\n" * left_out[0].count("\n")


def _is_underlined(lines: list[str], index: int) -> bool:
    """Return whether a line is made a heading by the line under it."""
    if not 0 <= index < len(lines) - 1 or not lines[index].strip() or not _is_drawn(lines[index + 1]):
        return False
    if not _UNDERLINE.match(lines[index + 1]):
        return False
    return not any(form.match(lines[index]) for form in (_HEADING, _ITEM, _RULE, _QUOTE))


def _is_drawn(line: str) -> bool:
    """Return whether a line has nothing but what rules and underlines are drawn with."""
    return bool(line.strip()) and not line.strip("-_*= \t")


def _is_silent(line: str) -> bool:
    """Return whether a line says where a link leads, or is drawn below the head of a table."""
    reference = "]:" in line and _REFERENCE.match(line)
    return bool(reference or ("|" in line and "--" in line and _TABLE_RULE.match(line)))


def _line(line: str, *, underlined: bool) -> Piece:
    mark: Mark = "text"
    heading, item = "#" in line and _HEADING.match(line), _ITEM.match(line)
    if heading or underlined:
        line, mark = (heading[1] or "") if heading else line, "heading"
    elif item:
        line, mark = line[item.end() :], "bullet"
    elif "|" in line and _ROW.match(line):
        line = "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    else:
        quote = ">" in line and _QUOTE.match(line)
        line = line[quote.end() :] if quote else line
    return Piece(inline(line), mark)


def inline(text: str) -> str:
    """Return one line of Markdown as the text that is read: without emphasis, code marks, links and tags."""
    if "[" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text) if "![" in text else text)
    if "`" in text:
        text = _CODE.sub(r"\2", text)
    if "<" in text:
        text = _TAG.sub(" ", _ADDRESS.sub(r"\1", text))
    if any(sign in text for sign in ("*", "_", "~~")):
        for _ in range(3):  # emphasis within emphasis
            text = _EMPHASIS.sub(r"\2\4", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if any(rest[:1] == "#" or rest[:1].isalpha() for rest in text.split("&")[1:]):
        from html import unescape  # few lines name a character

        text = unescape(text)
    return text
