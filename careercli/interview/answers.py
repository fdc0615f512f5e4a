"""The answers of one person: what was said so far, where it comes from, and where it is kept."""

from __future__ import annotations

from collections.abc import Set

from careercli.api import Assessment
from careercli.cli.assessment_log import remember
from careercli.cli.context import Session
from careercli.cli.profile_source import beginning, is_path, later_command, profile_named
from careercli.domain.model import Catalog, Profile
from careercli.errors import CareerError, StorageError
from careercli.formats.text import clean
from careercli.interview import destination
from careercli.interview.drafts import Draft
from careercli.prompts.asker import Asker, GoBackError

_BLANK = Profile(support_years=0.0)


class Answers:
    """What one person has answered so far. Whatever asks reads it here, and hands over what changes.

    Attributes:
        blank: the answers of who has given none: what they wish for always is in it.
        profile: the answers, also when an interview is broken off.
        count: how many there are, without what was skipped.
        passed_over: the skills that were skipped.
        listed: the skills that were ticked or left open in a list, and not asked one by one.
        said: the last answer to each fact, and ``rated`` to each skill: also those that going back has undone
            stay the answers offered.

    """

    blank = _BLANK

    def __init__(self, catalog: Catalog, asker: Asker, profile: Profile = _BLANK) -> None:
        self.catalog = catalog
        self.asker = asker
        self.profile = profile
        self.count = 0
        self.passed_over: Set[str] = frozenset()
        self.listed: Set[str] = frozenset()
        self.said: dict[str, object] = {}
        self.rated: dict[str, int] = {}

    def change(self, profile: Profile, count: int, passed_over: Set[str]) -> None:
        """Take in an answer, or what going back has made of them."""
        self.profile, self.count, self.passed_over = profile, count, passed_over


class KeptAnswers(Answers):
    """The answers of a guided session: a saved profile's, a file's or new ones, kept as they are given.

    Attributes:
        name: the saved profile that the answers belong to, or that they begin; None where there is none.
        saved: the answers as they were saved last; None where they never were.
        base: the saved profile of that name as it was when these answers began; None where there is none.
        holder: the saved profile that ``saved`` is in; None where it is a file that holds them, or nothing.
        kept: the answers that were kept when these began: those saved, or those of a draft.
        asked: the questions about the work that were asked in this session.

    """

    def __init__(self, session: Session, source: str | None) -> None:
        """Begin with a saved name, one that is not saved yet, a file, or with nothing.

        Raises:
            UsageError: the name is not saved, and cannot be one.
            CareerError: what is saved there cannot be read.

        """
        self.session = session
        from_file = source is not None and (source == "-" or is_path(session, source))
        self.own_file = source if from_file else None
        self.name = None if from_file else source
        self.begins = self.name is not None and self.name not in session.store.names()
        if self.name is not None and self.begins:
            session.store.free_path(self.name)
        self.saved = None if source is None or self.begins else profile_named(session, source)
        self.base = None if from_file else self.saved
        self.holder = None if self.begins else self.name
        self.blank = _BLANK if self.saved else beginning(session)
        self.kept = self.saved or self.blank
        self.asked: set[str] = set()
        super().__init__(session.catalog, session.asker, self.kept)
        self.draft = Draft(session, self.name, of_file=from_file)
        self._keeps = True

    @property
    def is_saved(self) -> bool:
        """Whether nothing would be lost."""
        return self.saved == self.profile

    @property
    def saved_as(self) -> str | None:
        """The saved profile that holds the answers as they are; None where none does."""
        return self.holder if self.is_saved else None

    def assessment(self) -> Assessment:
        """Return where the person stands by the answers so far."""
        return self.session.assess(self.profile)

    def report(self, *, full: bool = False, below: int = 0) -> None:
        """Show where the person stands, and remember it of answers that are saved as a profile.

        ``below`` are the lines that are left to what is asked after it.
        """
        from careercli.pages.assess import Ways, assess_view
        from careercli.text.explained import reading_words

        assessment, look = self.assessment(), self.session.look
        look = look.but(height=look.height - below)
        self._remember(assessment)
        ways = Ways("g for all", reading_words, "a, then Enter")
        self.session.write("\n")
        self.session.print_view(
            assess_view(assessment, self.catalog.skills_by_id, look, full=full, ways=ways)
        )

    def _remember(self, assessment: Assessment) -> None:
        if self.saved_as is not None:
            remember(self.session, self.saved_as, assessment)

    # -- what they begin with, and what becomes of them ------------------------------------------------

    def change(self, profile: Profile, count: int, passed_over: Set[str]) -> None:
        """Take in an answer and keep it: a run may be ended at any question. A failure is said once."""
        super().change(profile, count, passed_over)
        if not self._keeps or profile == (self.draft.says or self.kept):
            return
        try:
            self.keep()
        except StorageError as error:
            self._keeps = False  # each time would wait as long, and say the same
            self.session.note(f"your answers cannot be kept as you go. {error.message}")

    def keep(self) -> bool:
        """Keep what has no place yet in the draft, and return whether there is any.

        Raises:
            StorageError: they cannot be kept.

        """
        if self.profile != self.kept:
            self.draft.write(self.profile, self.base)
            return True
        if self.kept == (self.saved or self.blank):
            self.draft.forget()  # an answer was kept, and taken back
        elif self.draft.says != self.kept:
            self.draft.write(self.profile, self.base)
        return False

    def go_on(self, answers: Profile) -> None:
        """Go on from the answers of a draft, which stay kept in it."""
        self.draft.take_over(answers)
        self.kept = self.profile = answers

    def take_up(self, name: str, profile: Profile | None = None) -> None:
        """Go on from a saved profile, as given or else as it is on the disk now, in place of the answers.

        Raises:
            CareerError: it cannot be read.

        """
        self.base = profile or profile_named(self.session, name)
        self._settle(self.base, name, name)

    def _settle(self, profile: Profile, name: str | None, holder: str | None) -> None:
        """Take answers as saved; what was kept of them until then is not needed any more."""
        self.saved = self.kept = self.profile = profile
        self.name, self.holder = name, holder
        self.draft.forget()
        self.draft = Draft(self.session, name, of_file=self.draft.of_file)

    def save(self) -> bool:
        """Save the answers where the person says, and return whether that was done.

        What somebody else has changed in the same profile meanwhile is in them then.
        """
        asker = self.asker
        try:
            place = destination.ask(asker, self._usual_place())
            words = self._save_to(place) if destination.is_file(place) else self._save_as(place)
        except GoBackError:
            return False
        except CareerError as error:
            self.session.report(error)
            return False
        if words is None:
            return False
        as_name = "" if self.holder is None else f" as {clean(place)}"
        again = later_command(self.session, *(["assess", *words] if words else []))
        asker.tell(f"Saved{as_name}. Next time: {again}")
        self._remember(self.assessment())
        return True

    def _usual_place(self) -> str:
        """Return what Enter takes: where the answers come from, or else a name that is free."""
        if self.own_file is not None and self.own_file.endswith(destination.ENDINGS):
            return self.own_file
        taken = self.session.store.names()
        return self.name or destination.free_name(self._default(), self.profile.name, taken)

    def _save_to(self, place: str) -> list[str] | None:
        """Save to a file, and return how a command names it; None where another one shall stay."""
        from careercli.store import save_profile

        path = destination.file_at(self.asker, place, self.own_file)
        if path is None:
            return None
        save_profile(path, self.profile)
        self.own_file = str(path)
        self._settle(self.profile, self.name, None)
        return [self.own_file]

    def _save_as(self, name: str) -> list[str] | None:
        """Save as a profile, and return how a command names it; None where another one shall stay.

        That is with nothing where it is the profile in use.
        """
        from careercli.cli.saved_profiles import create
        from careercli.domain.history import Created, History
        from careercli.domain.merging import merged

        store, profile = self.session.store, self.profile
        base = self.base if name == self.name else None

        def edit(now: Profile, _history: History) -> tuple[Profile, tuple[()], Profile]:
            after = profile if base is None else merged(base, profile, now)
            return after, (), after

        if name not in store.names():
            create(self.session, name, profile, Created(day=self.session.today))
        elif base is None and not destination.replaces(self.asker, f"There is a profile {name} already."):
            return None
        else:
            profile = store.change(name, self.catalog, edit)
        self.base = profile
        self._settle(profile, name, name)
        return [] if name == self._default() else [name]

    def _default(self) -> str:
        from careercli.store import DEFAULT_PROFILE

        try:
            return self.session.store.default()
        except CareerError:  # whoever asks for the default profile is told
            return DEFAULT_PROFILE
