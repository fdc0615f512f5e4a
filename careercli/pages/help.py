"""The help of a command as lines for a screen reader: each option with what it does, and no columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from careercli.formats.text import one_line


def help_lines(context: Any) -> list[str]:
    """Return the help of the command that a Typer context is about."""
    return list(_lines(context.command, context))


def _lines(command: Any, context: Any) -> Iterator[str]:
    yield " ".join(["Usage:", context.command_path, *command.collect_usage_pieces(context)])
    yield from _paragraphs(command.help)
    records: dict[str, list[str]] = {"Arguments": [], "Options": []}
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record:
            kind = "Arguments" if param.param_type_name == "argument" else "Options"
            records[kind].append(f"{record[0]}: {one_line(record[1])}")
    for title, entries in records.items():
        if entries:
            yield from ("", f"{title}:", *entries)
    members = getattr(command, "commands", {})
    if members:
        yield from ("", "Commands:")
        for name, member in members.items():
            yield f"{name}: {_paragraphs(member.short_help or member.help)[0]}"
    if command.epilog:
        yield from ("", one_line(command.epilog))


def _paragraphs(text: str | None) -> list[str]:
    return [one_line(paragraph) for paragraph in re.split(r"\n\s*\n", text or "")]
