"""A page of help: what it is about, examples to begin with, then how it is called and what it takes.

It is text, and no screen: whoever asks for help does not wait for what draws.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from careercli.documents.program import HelpDocument
from careercli.pages.look import Look

_WORD = r"""(?:[^\s"']|"[^"]*"|'[^']*')+"""
_WORDS = re.compile(rf"--?[a-z-]+ (?!-){_WORD}|{_WORD}")
"""What stays on one line of a command: a word with all that is quoted in it, an option with its value."""


def help_lines(page: HelpDocument, look: Look) -> list[str]:
    """Return a page of help as wide as there is room; for a screen reader each thing is a line of its own."""
    return list(_spoken(page) if look.accessible else _written(page, look.width))


def _written(page: HelpDocument, width: int) -> Iterator[str]:
    for number, text in enumerate(page.about):
        yield from ([""] if number else [])
        yield from _wrapped(text, width, "")
    if page.examples:
        yield from ("", _examples_heading(page))
        for example in page.examples:
            yield from _command(example.command, width)
            yield from _wrapped(example.text, width, " " * 6)
    if page.usage:
        yield from ("", "Usage:", *_command(page.usage, width, ending=""))
    for title, terms in _parts(page):
        yield from ("", f"{title}:", *_listed(terms, width))
    for number, (text, command) in enumerate(_more(page)):
        yield from ([] if number else [""])
        yield from _wrapped(f"{text}: {command}", width, "", after="  ")


def _spoken(page: HelpDocument) -> Iterator[str]:
    yield from page.about
    if page.examples:
        yield from ("", _examples_heading(page))
        for example in page.examples:
            yield f"{example.command}: {example.text}" if example.text else example.command
    if page.usage:
        yield from ("", f"Usage: {page.usage}")
    for title, terms in _parts(page):
        yield from ("", f"{title}:", *(f"{name}: {text}" if text else name for name, text in terms))
    more = [f"{text}: {command}" for text, command in _more(page)]
    yield from ("", *more) if more else ()


def _examples_heading(page: HelpDocument) -> str:
    return "Begin with:" if _is_the_program(page) else "Examples:"


def _is_the_program(page: HelpDocument) -> bool:
    return any(command.section for command in page.commands)


def _parts(page: HelpDocument) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each list of what can be typed under its title."""
    for section, members in groupby(page.commands, key=lambda each: each.section):
        if section:  # of the program the commands say more than its options
            yield section, [(each.name, each.text) for each in members]
    options = "Exit codes" if page.topic == "exit-codes" else "Options"
    for title, terms in (("Arguments", page.arguments), (options, page.options)):
        if terms:
            yield title, [(each.name, each.text) for each in terms]
    if page.commands and not _is_the_program(page):
        yield "Commands", [(each.name, each.text) for each in page.commands]


def _more(page: HelpDocument) -> Iterator[tuple[str, str]]:
    """Yield what else there is to read, and the command that shows it."""
    if page.usage is None:
        return
    if _is_the_program(page):
        yield "More on a command", "careercli help COMMAND"
        yield "Facts about a person as options", "careercli help facts"
        yield "Exit codes, for scripts", "careercli help exit-codes"
    elif page.commands:
        yield "More on one of them", f"careercli help {page.topic.partition(' ')[2]} COMMAND"
    if page.facts:
        yield "Facts about a person as options, alone or over PROFILE", "careercli help facts"
    yield "Options of every command, such as --json", "careercli help options"


def _wrapped(text: str, width: int, indent: str, *, after: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        max(width, len(indent) + 10),
        initial_indent=indent,
        subsequent_indent=indent if after is None else after,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _command(command: str, width: int, *, ending: str = " \\") -> Iterator[str]:
    """Yield a command as it can be copied: what goes on in the next line ends as a shell wants it to."""
    line = " "
    for word in _WORDS.findall(command):
        if len(line) + 1 + len(word) > width - len(ending) and line.strip():
            yield line + ending
            line = " " * 5
        line += f" {word}"
    yield line


def _listed(terms: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield names with what they mean beside them; below a name that is too long for that."""
    entries = list(terms)
    room = width * 2 // 5
    column = max((len(name) for name, _ in entries if len(name) <= room), default=2) + 4
    for name, text in entries:
        indent = " " * column
        lines = _wrapped(text, width, indent) or [indent]
        if len(name) + 4 <= column:
            lines[0] = f"  {name}".ljust(column) + lines[0][column:]
        else:
            yield f"  {name}"
        yield from (line.rstrip() for line in lines)
