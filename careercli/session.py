"""One run of careercli: its streams, settings, catalog, store and day. Made once, handed to every command."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from careercli.documents.text import clean, one_line
from careercli.errors import CareerError, InvalidDataError, NeedsInputError, StorageError
from careercli.finding import look_up
from careercli.views.look import NARROWEST, WIDEST, Look, render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from careercli.catalog import LoadedCatalog
    from careercli.domain.guide import Library
    from careercli.domain.model import Catalog
    from careercli.prompts.asker import Asker
    from careercli.store import Store

_OFF = frozenset({"", "0", "false", "no", "off"})


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


class Session(msgspec.Struct, dict=True, eq=False):
    """The surroundings of one run.

    Attributes:
        stdin, stdout, stderr: the streams; None where the system gave none.
        environ: the environment variables.
        settings: the options that every command has.

    """

    stdin: TextIO | None = msgspec.field(default_factory=lambda: sys.stdin)
    stdout: TextIO | None = msgspec.field(default_factory=lambda: sys.stdout)
    stderr: TextIO | None = msgspec.field(default_factory=lambda: sys.stderr)
    environ: Mapping[str, str] = msgspec.field(default_factory=lambda: os.environ)
    settings: Settings = msgspec.field(default_factory=Settings)

    @property
    def today(self) -> date:
        """The day that everything is reckoned from: ``--as-of``, else the local date."""
        return self.settings.as_of or self.clock_day

    @property
    def clock_day(self) -> date:
        """The local date, whatever ``--as-of`` says."""
        return datetime.now(UTC).astimezone().date()

    @property
    def accessible(self) -> bool:
        """Whether to ask and answer line by line, for screen readers."""
        wanted = self.environ.get("CAREERCLI_ACCESSIBLE", "").lower() not in _OFF
        return self.settings.accessible or wanted or self.environ.get("TERM") == "dumb"

    @property
    def can_ask(self) -> bool:
        """Whether a person can be asked: stdin and stderr are terminals, and ``--no-input`` is not set."""
        return not self.settings.no_input and _is_terminal(self.stdin) and _is_terminal(self.stderr)

    @cached_property
    def asker(self) -> Asker:
        """Who asks the person: on the screen, or line by line for a screen reader.

        Raises:
            NeedsInputError: there is no terminal to ask on.

        """
        if self.stdin is None or self.stderr is None:
            raise NeedsInputError("There is no terminal to ask on.")
        if self.accessible:
            from careercli.prompts.lines import LineAsker

            return LineAsker(self.stdin, self.stderr, width=self.prompt_look.width)
        from careercli.prompts.screen import ScreenAsker  # loads what draws questions

        look = self.prompt_look
        return ScreenAsker(self.stderr, width=look.width, color=look.color, unicode=look.unicode)

    @cached_property
    def look(self) -> Look:
        """How to draw on standard output."""
        return self._look(self.stdout)

    @cached_property
    def prompt_look(self) -> Look:
        """How to draw on standard error, where questions are asked."""
        return self._look(self.stderr)

    def _look(self, stream: TextIO | None) -> Look:
        columns = self.environ.get("COLUMNS", "")
        width = int(columns[:6]) if columns.isdecimal() else 0
        if not width:
            width = _columns(stream) or 80
        encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "")
        return Look(
            width=max(NARROWEST, min(width, WIDEST)),
            color=self._color(stream),
            unicode=encoding.startswith("utf"),
            accessible=self.accessible,
        )

    def _color(self, stream: TextIO | None) -> bool:
        """NO_COLOR wins, then CLICOLOR_FORCE and FORCE_COLOR, then whether it is a terminal."""
        if self.settings.no_color or self.accessible or self.environ.get("NO_COLOR"):
            return False
        for name in ("CLICOLOR_FORCE", "FORCE_COLOR"):
            if self.environ.get(name, "").lower() not in _OFF:
                return True
        return _is_terminal(stream)

    @cached_property
    def _loaded(self) -> LoadedCatalog:
        from careercli.catalog import load_catalog  # not every command needs it

        packs = self.packs
        return load_catalog(packs, cache_folder=self.cache_folder if packs else None)

    @property
    def packs(self) -> tuple[Path, ...]:
        """The packs laid over the built-in one: ``--data``, else ``CAREERCLI_DATA``."""
        if self.settings.packs:
            return self.settings.packs
        folders = self.environ.get("CAREERCLI_DATA", "").split(os.pathsep)
        # os.path leaves an unknown "~user" as it is.
        return tuple(Path(os.path.expanduser(folder)) for folder in folders if folder)  # noqa: PTH111

    @cached_property
    def catalog(self) -> Catalog:
        """What advice is computed from, with the ladder of ``--ladder`` in use, else that laid on last.

        What a pack overrides, and which of several ladders is in use, is said once on standard error.

        Raises:
            NotFoundError: there is no ladder of that name.

        """
        loaded = self._loaded
        catalog = loaded.catalog
        if loaded.overridden:
            self.say(f"Note: the packs given override {', '.join(loaded.overridden)}.")
        if self.settings.ladder is not None:
            name = look_up("ladder", self.settings.ladder, catalog.ladder_names)
            return catalog.using(name)
        if len(catalog.ladders) > 1:
            others = " or ".join(ladder.id for ladder in catalog.ladders if ladder.id != catalog.in_use)
            self.say(f"Note: the ladder in use is {catalog.in_use}; choose {others} with --ladder.")
        return catalog

    @cached_property
    def library(self) -> Library:
        """What there is to read: guides, tools, certificates, occupations."""
        from careercli.catalog import load_library  # few commands read

        packs = self.packs
        return load_library(packs, cache_folder=self.cache_folder if packs else None)

    @cached_property
    def cache_folder(self) -> Path:
        """Where compiled packs are kept."""
        from platformdirs import user_cache_path  # only packs and saved profiles need it

        return user_cache_path("careercli", appauthor=False)

    @cached_property
    def store(self) -> Store:
        """What is kept for the person."""
        from platformdirs import user_data_path, user_state_path

        from careercli.store import Store

        data, state = (
            user_data_path("careercli", appauthor=False),
            user_state_path("careercli", appauthor=False),
        )
        return Store(data, state)

    def print_document(self, document: msgspec.Struct) -> None:
        """Print a result as one JSON document."""
        from careercli.exporters.json_text import encode

        self.write_bytes(encode(document))

    def print_view(self, view: RenderableType | Sequence[str], *, paged: bool = False) -> None:
        """Print a result as a screen; what is ``paged`` goes through a pager where a terminal is too low.

        For a screen reader, with ``--no-input`` and without a terminal on both sides there is no pager.
        """
        text = render(view, self.look)
        if paged and self._may_page and self.stdout is not None:
            from careercli import pager  # starting a program has its price

            if pager.show(text, self.stdout, self.environ):
                return
        self.write(text)

    @property
    def _may_page(self) -> bool:
        quiet = self.accessible or self.settings.no_input
        return not quiet and _is_terminal(self.stdin) and _is_terminal(self.stdout)

    def write(self, text: str) -> None:
        """Write text to standard output; what its encoding cannot say becomes '?'.

        Raises:
            ClosedPipeError: nobody reads any more.
            StorageError: the output is closed or its disk is full.

        """
        encoding = getattr(self.stdout, "encoding", None) or "utf-8"
        self.write_bytes(text.encode(encoding, "replace"))

    def write_bytes(self, data: bytes) -> None:
        """Write bytes to standard output as they are.

        Raises:
            ClosedPipeError: nobody reads any more.
            StorageError: the output is closed or its disk is full.

        """
        if self.stdout is None:
            raise StorageError("Standard output is closed.", hint="Send the output to a file or a program.")
        try:
            binary = getattr(self.stdout, "buffer", None)
            if binary is None:
                self.stdout.write(data.decode(getattr(self.stdout, "encoding", None) or "utf-8"))
            else:
                self.stdout.flush()
                binary.write(data)
            self.stdout.flush()
        except BrokenPipeError as error:
            raise ClosedPipeError from error
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise StorageError(f"The output could not be written: {reason}.") from error

    def say(self, text: str, *, indent: str = "") -> None:
        """Write one message to the person on standard error, wrapped on a terminal.

        If that fails there is nobody to tell. Whatever the message quotes is made safe to show here.
        """
        if self.stderr is None:
            return
        text = one_line(clean(text))
        if _is_terminal(self.stderr):
            text = textwrap.fill(
                text,
                self.prompt_look.width,
                initial_indent=indent,
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        else:
            text = indent + text
        try:
            encoding = getattr(self.stderr, "encoding", None) or "utf-8"
            self.stderr.write(f"{text}\n".encode(encoding, "replace").decode(encoding))
            self.stderr.flush()
        except (OSError, ValueError):
            pass

    def report(self, error: CareerError) -> None:
        """Tell the person what went wrong, each problem with its place, and what to do."""
        self.say(f"careercli: {error.message}")
        if isinstance(error, InvalidDataError):
            for problem in error.problems:
                key = f" {problem.key}:" if problem.key else ""
                hint = f" {problem.hint}" if problem.hint else ""
                self.say(f"{problem.place}:{key} {problem.message}.{hint}", indent="  ")
        if error.hint:
            self.say(error.hint, indent="  ")


def _columns(stream: TextIO | None) -> int:
    """Return the width of the terminal that a stream is, or 0."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream and _is_terminal(stream) else 0
    except (OSError, ValueError):
        return 0


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
