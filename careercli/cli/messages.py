"""What a run says on standard error beside its result: lines for people, or with ``--json`` documents."""

from __future__ import annotations

import contextlib
import textwrap
from typing import TextIO

import msgspec

from careercli.errors import CareerError, InvalidDataError
from careercli.formats.text import clean, one_line
from careercli.system.streams import put


class Messages(msgspec.Struct, frozen=True):
    """Where messages go, and in which form. Whatever they quote is made safe to show here.

    Attributes:
        stream: standard error; None where the system gave none. If it fails there is nobody to tell.
        width: the columns of the terminal that it is; None where it is none, and lines are not wrapped.
        as_json: whether each message is a document on a line of its own (docs/json.md).

    """

    stream: TextIO | None
    width: int | None
    as_json: bool

    def say(self, text: str, *, indent: str = "") -> None:
        """Write one message."""
        text = one_line(clean(text))
        if self.as_json:
            self._write_message(text)
        elif self.width is not None:
            wrapped = textwrap.fill(
                text,
                self.width,
                initial_indent=indent,
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
            self._write_text(f"{wrapped}\n")
        else:
            self._write_text(f"{indent}{text}\n")

    def note(self, text: str) -> None:
        """Write what is good to know and changes nothing."""
        self.say(f"{text[:1].upper()}{text[1:]}" if self.as_json else f"Note: {text}")

    def report(self, error: CareerError, *, ends: bool) -> None:
        """Write what went wrong, each problem with its place, and what to do.

        ``ends`` says that the run ends with the error, instead of going on.
        """
        if self.as_json:
            from careercli.documents.errors import ErrorDocument, MessageDocument

            self._write_document((ErrorDocument if ends else MessageDocument).made_from(error, {}))
            return
        self.say(f"careercli: {error.message}")
        if isinstance(error, InvalidDataError):
            for problem in error.problems:
                key = f" {problem.key}:" if problem.key else ""
                hint = f" {problem.hint}" if problem.hint else ""
                self.say(f"{problem.place}:{key} {problem.message}.{hint}", indent="  ")
        if error.hint:
            self.say(error.hint, indent="  ")

    def traceback(self, error: BaseException) -> None:
        """Write where a fault happened, for whoever looks for it."""
        import traceback

        text = clean("".join(traceback.format_exception(error)))
        if self.as_json:
            self._write_message(text)
        else:
            self._write_text(text)

    def _write_message(self, text: str) -> None:
        from careercli.documents.errors import MessageDocument

        self._write_document(MessageDocument(message=text))

    def _write_document(self, document: msgspec.Struct) -> None:
        """Write a document on one line, in UTF-8 like those on standard output."""
        from careercli.documents.json_text import encode_line

        self._write(encode_line(document) + b"\n")

    def _write_text(self, text: str) -> None:
        """Write text; what the encoding of the stream cannot say becomes '?'."""
        encoding = getattr(self.stream, "encoding", None) or "utf-8"
        self._write(text.encode(encoding, "replace"))

    def _write(self, data: bytes) -> None:
        if self.stream is None:
            return
        with contextlib.suppress(OSError, ValueError):
            put(self.stream, data)
