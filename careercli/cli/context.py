"""One run of careercli: its streams, settings, catalog, store and day. Made once, handed to every command."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from careercli.cli.messages import Messages
from careercli.cli.screenshots import Picture, command_typed, no_picture_of
from careercli.errors import CareerError, NeedsInputError, StorageError, reason_of
from careercli.formats.lookup import look_up
from careercli.pages.look import LOWEST, NARROWEST, WIDEST, Look, render
from careercli.system import clock
from careercli.system.lazy_import import import_without
from careercli.system.streams import columns, is_terminal, put, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer

    from careercli.catalog import Packs
    from careercli.domain.guide import Library
    from careercli.domain.model import Catalog
    from careercli.pages.blocks import Block
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
    picture: Picture | None = None


class Session(msgspec.Struct, dict=True, eq=False):
    """The surroundings of one run.

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
    def today(self) -> date:
        """The day that everything is reckoned from: ``--as-of``, else the local date."""
        return self.settings.as_of or self.clock_day

    @property
    def clock_day(self) -> date:
        """The local date; ``--as-of`` only where the clock shows no usable day.

        Raises:
            NeedsInputError: the clock shows no usable day, and ``--as-of`` none instead.

        """
        try:
            return clock.today()
        except NeedsInputError:
            if self.settings.as_of is None:
                raise
            return self.settings.as_of

    @property
    def accessible(self) -> bool:
        """Whether to ask and answer line by line, for screen readers."""
        wanted = self.environ.get("CAREERCLI_ACCESSIBLE", "").lower() not in _OFF
        return self.settings.accessible or wanted or self.environ.get("TERM") == "dumb"

    @property
    def can_ask(self) -> bool:
        """Whether a person can be asked: stdin and stderr are terminals, and nobody forbids it.

        ``--no-input`` does, and ``--json``: where documents are read, no question may stand between them.
        """
        forbidden = self.settings.no_input or self.settings.json
        return not forbidden and is_terminal(self.stdin) and is_terminal(self.stderr)

    @property
    def can_turn_pages(self) -> bool:
        """Whether a person can turn pages: they can be asked, and see what is printed."""
        return self.can_ask and is_terminal(self.stdout)

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
        # What draws questions runs an event loop, and connects to nothing: OpenSSL would only be loaded.
        import_without("ssl", "asyncio")
        from careercli.prompts.screen import ScreenAsker

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
            height=max(rows(stream), LOWEST),
        )

    @property
    def _color_told(self) -> bool | None:
        """What is said of color: NO_COLOR wins, then CLICOLOR_FORCE and FORCE_COLOR, then CLICOLOR=0.

        None where nothing is said, and whether it is a terminal decides.
        """
        if self.settings.no_color or self.accessible or self.environ.get("NO_COLOR"):
            return False
        for name in ("CLICOLOR_FORCE", "FORCE_COLOR"):
            if self.environ.get(name, "").lower() not in _OFF:
                return True
        return False if self.environ.get("CLICOLOR", "").lower() in _OFF - {""} else None

    @cached_property
    def _packs(self) -> Packs:
        from careercli.catalog import Packs  # not every command needs it

        return Packs(self.packs, cache_folder=self.cache_folder if self.packs else None)

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
        loaded = self._packs.catalog
        catalog = loaded.catalog
        if loaded.overridden:
            self.note(f"the packs given override {', '.join(loaded.overridden)}.")
        if self.settings.ladder is not None:
            name = look_up("ladder", self.settings.ladder, catalog.ladder_names)
            return catalog.using(name)
        if len(catalog.ladders) > 1:
            others = " or ".join(ladder.id for ladder in catalog.ladders if ladder.id != catalog.in_use)
            self.note(f"the ladder in use is {catalog.in_use}; choose {others} with --ladder.")
        return catalog

    @cached_property
    def library(self) -> Library:
        """What there is to read: guides, tools, certificates, occupations."""
        return self._packs.library

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
        """Print a result as one JSON document.

        Raises:
            UsageError: a picture was asked for.

        """
        from careercli.documents.json_text import encode

        self.write_bytes(encode(document))

    def print_view(self, view: Sequence[Block] | Sequence[str], *, paged: bool = False) -> None:
        """Print a result as a screen, and put it on the picture if there is to be one.

        What is ``paged`` goes through a pager where a terminal is too low. For a screen reader, with
        ``--no-input`` and without a terminal on both sides there is none.
        """
        self._print_screen(render(view, self.look), paged=paged)
        if self.settings.picture is not None:
            drawn = render(view, msgspec.structs.replace(self.look, color=self._color_told is not False))
            title = command_typed(self.arguments)
            self.settings.picture.add(drawn, title=title, width=self.look.width)

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

    def _print_screen(self, text: str, *, paged: bool) -> None:
        if paged and self._may_page and self.stdout is not None:
            from careercli.cli import pager  # starting a program has its price

            if pager.show(text, self.stdout, self.environ):
                return
        self._put(self._encoded(text))

    @property
    def _may_page(self) -> bool:
        quiet = self.accessible or self.settings.no_input
        return not quiet and is_terminal(self.stdin) and is_terminal(self.stdout)

    def write(self, text: str) -> None:
        """Write text that is no screen to standard output; what its encoding cannot say becomes '?'.

        Raises:
            ClosedPipeError: nobody reads any more.
            StorageError: the output is closed or its disk is full.
            UsageError: a picture was asked for, and there is more to write than an empty line.

        """
        if text.isspace():
            self._put(self._encoded(text))
        else:
            self.write_bytes(self._encoded(text))

    def write_bytes(self, data: bytes) -> None:
        """Write bytes to standard output as they are.

        Raises:
            ClosedPipeError: nobody reads any more.
            StorageError: the output is closed or its disk is full.
            UsageError: a picture was asked for.

        """
        if self.settings.picture is not None:
            raise no_picture_of("something else")
        self._put(data)

    def _encoded(self, text: str) -> bytes:
        return text.encode(getattr(self.stdout, "encoding", None) or "utf-8", "replace")

    def _put(self, data: bytes) -> None:
        """Write bytes to standard output.

        Raises:
            ClosedPipeError: nobody reads any more.
            StorageError: the output is closed or its disk is full.

        """
        if self.stdout is None:
            raise StorageError("Standard output is closed.", hint="Send the output to a file or a program.")
        try:
            put(self.stdout, data)
        except BrokenPipeError as error:
            raise ClosedPipeError from error
        except (OSError, ValueError) as error:
            reason = reason_of(error, "it is closed")
            raise StorageError(f"The output could not be written: {reason}.") from error

    @property
    def messages(self) -> Messages:
        """What is said on standard error."""
        width = self.prompt_look.width if is_terminal(self.stderr) else None
        return Messages(self.stderr, width, as_json=self.settings.json)

    def say(self, text: str) -> None:
        """Say one thing to the person on standard error."""
        self.messages.say(text)

    def note(self, text: str) -> None:
        """Say something beside the result that is good to know and changes nothing."""
        self.messages.note(text)

    def report(self, error: CareerError, *, ends: bool = False) -> None:
        """Say what went wrong, each problem with its place, and what to do.

        ``ends`` says that the run ends with the error, instead of going on.
        """
        self.messages.report(error, ends=ends)


def session_of(ctx: typer.Context) -> Session:
    """Return the session of the run that a command belongs to."""
    session: Session = ctx.find_root().obj
    return session
