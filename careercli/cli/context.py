"""One run of careercli: its streams, settings, catalog, store and day. Made once, handed to every command."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.api import Assessment, assess
from careercli.cli.output import Output
from careercli.domain.names import fold
from careercli.errors import NeedsInputError
from careercli.formats.lookup import look_up
from careercli.system import clock
from careercli.system.folders import data_folder, state_folder
from careercli.system.lazy_import import import_without
from careercli.system.streams import is_terminal

if TYPE_CHECKING:
    import typer

    from careercli.catalog import Packs
    from careercli.domain.library import Library
    from careercli.domain.model import Catalog, Profile
    from careercli.prompts.asker import Asker
    from careercli.search.kept import Readable
    from careercli.store import Store


_MEND_DATA = "To change that: careercli config set data FOLDER, or careercli config unset data"


class Session(Output):
    """One run: where it writes, and what it knows: role data, what is kept for the person, the day."""

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
    def _packs(self) -> Packs:
        from careercli.catalog import Packs  # not every command needs it

        return Packs(self.packs, cache_folder=self.cache_folder if self.packs else None)

    @property
    def packs(self) -> tuple[Path, ...]:
        """The packs laid over the built-in one: ``--data``, else ``CAREERCLI_DATA``, else the settings'."""
        return self._packs_in_use

    @cached_property
    def _packs_in_use(self) -> tuple[Path, ...]:
        wished = self.preference("data")
        folders = tuple(map(Path, wished.value)) if isinstance(wished.value, tuple) else ()
        if wished.origin != "settings":
            return folders
        there = tuple(folder for folder in folders if folder.is_dir())
        for folder in folders:
            if folder not in there:
                self.note(f"{folder}, a pack of your settings, is not there, and left out. {_MEND_DATA}")
        return there

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
            whose = "of your settings" if self.preference("data").origin == "settings" else "given"
            self.note(f"the packs {whose} override {', '.join(loaded.overridden)}.")
        wished = self.preference("ladder")
        if wished.origin == "settings":
            return self._on_usual_ladder(catalog, str(wished.value))
        if wished.value is not None:
            name = look_up("ladder", str(wished.value), catalog.ladder_names)
            return catalog.using(name)
        if len(catalog.ladders) > 1:
            others = " or ".join(ladder.id for ladder in catalog.ladders if ladder.id != catalog.in_use)
            self.note(f"the ladder in use is {catalog.in_use}; choose {others} with --ladder.")
        return catalog

    def _on_usual_ladder(self, catalog: Catalog, name: str) -> Catalog:
        """Return the catalog with the ladder of the settings in use, if a pack brings it."""
        name = catalog.ladder_names.get(fold(name), name)
        if not any(ladder.id == name for ladder in catalog.ladders):
            self.note(
                f"no pack brings the ladder of your settings, {name}; the one in use is {catalog.in_use}. "
                "To change that: careercli config unset ladder"
            )
            return catalog
        if name != catalog.in_use:
            self.note(f"the ladder in use is {name}, as your settings say.")
        return catalog.using(name)

    def assess(self, person: Profile) -> Assessment:
        """Return where somebody is by the role data and the day of this run."""
        return assess(person, self.catalog, as_of=self.today)

    @cached_property
    def library(self) -> Library:
        """What there is to read: guides, tools, certificates, occupations."""
        return self._packs.library

    @cached_property
    def readable(self) -> Readable:
        """The same as passages, with an index in which they can be searched.

        Raises:
            StorageError: this Python has no SQLite with full-text search.

        """
        from careercli.catalog.loader import Derived
        from careercli.search import kept

        made = Derived(
            kept.NAME,
            kept.ENDING,
            kept.ROOMS,
            lambda: kept.readable(self.catalog, self.library),
            kept.encoded,
            kept.decoded,
        )
        return self._packs.derived(made, kept.version_of(self.catalog), lambda: self.cache_folder)

    @cached_property
    def cache_folder(self) -> Path:
        """Where compiled packs are kept."""
        from platformdirs import user_cache_path  # only packs and saved profiles need it

        return user_cache_path("careercli", appauthor=False)

    @cached_property
    def store(self) -> Store:
        """What is kept for the person."""
        from careercli.store import Store

        return Store(data_folder(), state_folder())


def session_of(ctx: typer.Context) -> Session:
    """Return the session of the run that a command belongs to."""
    session: Session = ctx.find_root().obj
    return session
