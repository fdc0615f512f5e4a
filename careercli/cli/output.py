"""Where a run writes: results on standard output, messages on standard error."""

from __future__ import annotations

import contextlib
import os
import sys
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from careercli.cli.preferences import OFF, from_environment, kept_settings
from careercli.domain.settings import BY_NAME, Preference
from careercli.errors import CareerError, InvalidDataError, StorageError, UsageError, saying_why
from careercli.formats.text import clean, one_line
from careercli.pages.look import LOWEST, NARROWEST, WIDEST, Look, render
from careercli.system.lazy_import import put_off
from careercli.system.streams import columns, is_terminal, put, rows

if TYPE_CHECKING:
    from careercli.cli.screenshots import Picture
    from careercli.formats.settings import SettingsFile
    from careercli.pages.blocks import Block

PICTURE_OPTION = "--svg"


_RARELY_DRAWN_WITH = {"pickle": ("dumps", "loads"), "random": ("getrandbits",)}
"""What Rich imports functions of that it calls for links alone."""


class ClosedPipeError(Exception):
    """Whoever read the output has stopped reading: nothing is left to do, and nothing is wrong."""


class Settings(msgspec.Struct):
    """What the options that every command has were set to."""

    json: bool = False
    as_of: date | None = None
    packs: tuple[Path, ...] = ()
    ladder: str | None = None
    no_input: bool = False
    accessible: bool = False
    no_color: bool = False
    picture: Picture | None = None


class Output(msgspec.Struct, dict=True, eq=False):
    """The streams of one run, and what is printed and said on them.

    Attributes:
        stdin, stdout, stderr: the streams; None where the system gave none.
        environ: the environment variables.
        settings: the options that every command has.
        arguments: what was typed after the name of the program.

    """

    stdin: TextIO | None = msgspec.field(default_factory=lambda: sys.stdin)
    stdout: TextIO | None = msgspec.field(default_factory=lambda: sys.stdout)
    stderr: TextIO | None = msgspec.field(default_factory=lambda: sys.stderr)
    environ: Mapping[str, str] = msgspec.field(default_factory=lambda: os.environ)
    settings: Settings = msgspec.field(default_factory=Settings)
    arguments: tuple[str, ...] = ()

    @property
    def accessible(self) -> bool:
        """Whether to ask and answer line by line, for screen readers."""
        return self.preference("accessible").value is True or self.environ.get("TERM") == "dumb"

    def preference(self, name: str) -> Preference:
        """Return what holds of a setting: what an option says, else the environment, else the settings file.

        What is wrong in one of the last two is told once, and does not count.
        """
        given = self._given(name)
        if given is not None:
            return Preference(given, "flag")
        if name not in self._wished:
            self._wished[name] = self._wish(name)
        return self._wished[name]

    @cached_property
    def _wished(self) -> dict[str, Preference]:
        return {}

    def _wish(self, name: str) -> Preference:
        """Return what holds of a setting that no option says."""
        setting = BY_NAME[name]
        told = None
        try:
            told = from_environment(setting, self.environ)
        except UsageError as error:
            self._wished[name] = Preference(setting.standard, "standard")  # saying so asks for it
            self.note(f"{error.message} {error.hint}".rstrip() + " It does not count.")
        if told is not None:
            return told
        kept = getattr(self.kept_settings, setting.key, None)
        return Preference(setting.standard, "standard") if kept is None else Preference(kept, "settings")

    def _given(self, name: str) -> object:
        """Return what an option of every command says of a setting; None where it says nothing."""
        settings = self.settings
        if name == "colour":
            return "never" if settings.no_color else None
        return {
            "accessible": settings.accessible or None,
            "ladder": settings.ladder,
            "data": tuple(map(str, settings.packs)) or None,
        }.get(name)

    @cached_property
    def kept_settings(self) -> SettingsFile | None:
        """The settings in the file, as far as they are sound; None where there are none."""
        settings, error = kept_settings()
        self.__dict__["kept_settings"] = settings  # how to say what is wrong is a setting itself
        if error is not None:
            self.report(error)
        return settings

    @cached_property
    def look(self) -> Look:
        """How to draw on standard output."""
        return self._look(self.stdout)

    @cached_property
    def prompt_look(self) -> Look:
        """How to draw on standard error, where questions are asked."""
        return self._look(self.stderr)

    def _look(self, stream: TextIO | None) -> Look:
        told = self.environ.get("COLUMNS", "")
        width = int(told[:6]) if told.isdecimal() else 0
        if not width:
            width = columns(stream) or 80
        encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "")
        return Look(
            width=max(NARROWEST, min(width, WIDEST)),
            color=is_terminal(stream) if self._color_told is None else self._color_told,
            unicode=encoding.startswith("utf"),
            accessible=self.accessible,
            wraps=is_terminal(stream),
            height=max(rows(stream), LOWEST),
        )

    @property
    def _color_told(self) -> bool | None:
        """What is said of color; None where nothing is, and whether it is a terminal decides.

        NO_COLOR wins, then CAREERCLI_COLOR, CLICOLOR_FORCE and FORCE_COLOR, CLICOLOR=0, and the settings.
        """
        if self.settings.no_color or self.accessible or self.environ.get("NO_COLOR"):
            return False
        wished = self.preference("colour")
        told = {"always": True, "never": False}.get(str(wished.value))
        if wished.origin == "environment":
            return told
        for name in ("CLICOLOR_FORCE", "FORCE_COLOR"):
            if self.environ.get(name, "").lower() not in OFF:
                return True
        return False if self.environ.get("CLICOLOR", "").lower() in OFF - {""} else told

    def print_document(self, document: msgspec.Struct) -> None:
        """Print a result as one JSON document; where a picture was asked for, that is refused."""
        from careercli.documents.json_text import encode

        self.write_bytes(encode(document), paged=False)

    def print_view(self, view: Sequence[Block] | Sequence[str]) -> None:
        """Print a result as a screen, and put it on the picture if there is to be one."""
        for module, functions in _RARELY_DRAWN_WITH.items():
            put_off([module], functions)
        self._show(_encoded(render(view, self.look), self.stdout))
        if self.settings.picture is not None:
            drawn = render(view, self.look.but(color=self._color_told is not False))
            self.settings.picture.add(drawn, self.arguments, self.look.width)

    def end_picture(self) -> None:
        """Say where the picture is, if one was asked for.

        Raises:
            UsageError: no screen was printed.

        """
        picture = self.settings.picture
        if picture is not None:
            if not picture.screens:
                raise no_picture_of("none")
            self.say(f"The picture is in {picture.path}.")

    def _show(self, data: bytes) -> None:
        """Write what people read: through a pager where the terminal is too low for it.

        There is none for a screen reader, with ``--no-input``, and without a terminal on both sides.
        """
        may_page = not (self.accessible or self.settings.no_input) and is_terminal(self.stdin)
        if may_page and self.stdout is not None and is_terminal(self.stdout):
            from careercli.cli import pager  # starting a program has its price

            if pager.show(data, self.stdout, self.environ, self.pager):
                return
        self._put(data)

    @property
    def pager(self) -> str:
        """The program that shows what is longer than the screen, as it is typed; empty for none."""
        wished = self.preference("pager").value
        return str(self.environ.get("PAGER", "less") if wished is None else wished)

    @property
    def progress_stream(self) -> TextIO | None:
        """Where to show how far a long run is: a terminal that no program and no screen reader reads from."""
        quiet = self.accessible or self.settings.json
        return self.stderr if is_terminal(self.stderr) and not quiet else None

    def write(self, text: str) -> None:
        """Write text that is no screen to standard output; what its encoding cannot say becomes '?'.

        Raises:
            ClosedPipeError: nobody reads any more.
            StorageError: the output is closed or its disk is full.
            UsageError: a picture was asked for, and there is more to write than an empty line.

        """
        if text.isspace():
            self._put(_encoded(text, self.stdout))
        else:
            self.write_bytes(_encoded(text, self.stdout))

    def write_bytes(self, data: bytes, *, paged: bool = True) -> None:
        """Write bytes to standard output as they are; without ``paged`` never through a pager.

        Raises:
            ClosedPipeError: nobody reads any more.
            StorageError: the output is closed or its disk is full.
            UsageError: a picture was asked for.

        """
        if self.settings.picture is not None:
            raise no_picture_of("something else")
        if paged and not self.settings.json:
            self._show(data)
        else:
            self._put(data)

    def _put(self, data: bytes) -> None:
        if self.stdout is None:
            raise StorageError("Standard output is closed.", hint="Send the output to a file or a program.")
        with saying_why("The output could not be written", "it is closed"):
            try:
                put(self.stdout, data)
            except BrokenPipeError as error:
                raise ClosedPipeError from error

    def say(self, text: str, *, indent: str = "") -> None:
        """Say one thing to the person on standard error, as a document with ``--json`` (docs/json.md).

        Whatever it quotes is made safe to show. Where standard error fails there is nobody to tell.
        """
        text = one_line(clean(text))
        if self.settings.json:
            self._say_as_document(text)
            return
        wrapped = f"{indent}{text}"
        if is_terminal(self.stderr):
            wrapped = textwrap.fill(
                wrapped,
                self.prompt_look.width,
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        self._write_message(f"{wrapped}\n")

    def note(self, text: str) -> None:
        """Say something beside the result that is good to know and changes nothing."""
        self.say(f"{text[:1].upper()}{text[1:]}" if self.settings.json else f"Note: {text}")

    def report(self, error: CareerError, *, ends: bool = False) -> None:
        """Say what went wrong, each problem with its place, and what to do.

        ``ends`` says that the run ends with the error, instead of going on.
        """
        if self.settings.json:
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

    def report_traceback(self, error: BaseException) -> None:
        """Say where a fault happened, for whoever looks for it."""
        import traceback

        text = clean("".join(traceback.format_exception(error)))
        if self.settings.json:
            self._say_as_document(text)
        else:
            self._write_message(text)

    def _say_as_document(self, text: str) -> None:
        from careercli.documents.errors import MessageDocument

        self._write_document(MessageDocument(message=text))

    def _write_document(self, document: msgspec.Struct) -> None:
        """Write a document on one line of standard error, in UTF-8 like those on standard output."""
        from careercli.documents.json_text import encode_line

        self._write_bytes(encode_line(document) + b"\n")

    def _write_message(self, text: str) -> None:
        """Write text to standard error; what its encoding cannot say becomes '?'."""
        self._write_bytes(_encoded(text, self.stderr))

    def _write_bytes(self, data: bytes) -> None:
        if self.stderr is not None:
            with contextlib.suppress(OSError, ValueError):
                put(self.stderr, data)


def _encoded(text: str, stream: TextIO | None) -> bytes:
    return text.encode(getattr(stream, "encoding", None) or "utf-8", "replace")


def no_picture_of(what: str) -> UsageError:
    """Return the error of a run that prints ``what`` instead of a screen."""
    return UsageError(
        f"{PICTURE_OPTION} makes a picture of a screen, and this prints {what}.",
        hint=f"Leave {PICTURE_OPTION} out.",
    )


def asks_for_picture(arguments: Sequence[str]) -> bool:
    """Return whether what was typed has the option; for what is printed before the options are read."""
    words = takewhile(lambda word: word != "--", arguments)
    return any(word == PICTURE_OPTION or word.startswith(f"{PICTURE_OPTION}=") for word in words)


def command_line(words: Sequence[str]) -> str:
    """Return words as a shell takes them, safe to show: an odd file name cannot act on the terminal."""
    from shlex import join  # few runs name a command

    return one_line(clean(join(words)))
