"""One sitting of a guided session: who is asked, what was answered, and where that is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careercli.api import Assessment, assess
from careercli.cli.assessment_log import remember
from careercli.cli.context import Session
from careercli.domain.model import Profile
from careercli.errors import CareerError, StorageError
from careercli.interview.keeping import Keeping
from careercli.interview.questions import Interview
from careercli.prompts.asker import Asker, Check, GoBackError, Option


class _KeepingAsker:
    """Asks as another asker does, once what was answered is kept: a run may be ended at any question."""

    def __init__(self, asker: Asker, keep: Callable[[], None]) -> None:
        self._asker = asker
        self._keep = keep

    def choose(
        self, title: str, detail: str, options: Sequence[Option], default: str, *, back: bool = False
    ) -> str:
        """Return the value of the option chosen."""
        self._keep()
        return self._asker.choose(title, detail, options, default, back=back)

    def text(self, title: str, default: str, check: Check, *, back: bool = False) -> str:
        """Return a text that passes ``check``."""
        self._keep()
        return self._asker.text(title, default, check, back=back)

    def tell(self, text: str) -> None:
        """Show a line between questions."""
        self._asker.tell(text)


class Sitting:
    """What every part of a guided session has at hand."""

    def __init__(self, session: Session, source: str | None) -> None:
        """Begin with a saved profile, a name for one, a file, or nothing.

        Raises:
            CareerError: the source cannot be one, or cannot be read.

        """
        self.session = session
        self.keeping = Keeping(session, source)
        self.asker: Asker = _KeepingAsker(session.asker, self._keep)
        self.interview = Interview(session.catalog, self.asker, self.keeping.kept)
        self._keeps = True

    @property
    def profile(self) -> Profile:
        """The answers so far."""
        return self.interview.profile

    @property
    def is_saved(self) -> bool:
        """Whether nothing would be lost."""
        return self.keeping.saved == self.profile

    @property
    def saved_as(self) -> str | None:
        """The saved profile that holds the answers as they are; None where none does."""
        return self.keeping.holder if self.is_saved else None

    def assessment(self) -> Assessment:
        """Return where the person stands by the answers so far."""
        return assess(self.profile, self.session.catalog, as_of=self.session.today)

    def report(self, *, full: bool = False) -> None:
        """Show where the person stands, and remember it of answers that are saved as a profile."""
        from careercli.pages.assess import assess_view

        assessment, skills = self.assessment(), self.session.catalog.skills_by_id
        self._remember(assessment)
        self.session.write("\n")
        self.session.print_view(
            assess_view(assessment, skills, self.session.look, full=full, more="g in the menu")
        )

    def save(self) -> bool:
        """Save the answers where the person says; return whether that was done."""
        try:
            saved = self.keeping.save(self.profile)
        except GoBackError:
            return False
        except CareerError as error:
            self.session.report(error)
            return False
        if saved is None:
            return False
        self.interview.profile = saved
        self._remember(self.assessment())
        return True

    def take_up(self, name: str) -> None:
        """Go on from a saved profile as it is on the disk now.

        Raises:
            CareerError: it cannot be read.

        """
        self.keeping.take_up(name)
        self.interview.profile = self.keeping.kept

    def _remember(self, assessment: Assessment) -> None:
        if self.saved_as is not None:
            remember(self.session, self.saved_as, assessment)

    def _keep(self) -> None:
        """Keep the answers so far, whatever ends the session; that it cannot be done is said once."""
        if not self._keeps:
            return
        try:
            self.keeping.keep_on(self.profile)
        except StorageError as error:
            self._keeps = False  # each time would wait as long, and say the same
            self.session.note(f"your answers cannot be kept as you go. {error.message}")
