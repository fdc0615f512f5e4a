"""The draft of a guided session: the file that answers are kept in until they are saved."""

from __future__ import annotations

from careercli.cli.context import Session
from careercli.cli.profile_source import later_command
from careercli.domain.model import Profile
from careercli.errors import CareerError
from careercli.formats.profiles import profile_of, to_yaml


class Draft:
    """The draft of answers about a saved profile, about a file (``of_file``), or about nobody saved.

    A draft at the same place that another interview has written stays as it is.

    Attributes:
        path: where this session keeps its answers.
        says: what of this session is in there; None where nothing is.

    """

    def __init__(self, session: Session, name: str | None, *, of_file: bool) -> None:
        self.session = session
        self.name = name
        self.of_file = of_file
        self.drafts = session.store.drafts
        self.path = self.drafts.place(name)
        self.says: Profile | None = None
        self._bytes: bytes | None = None
        self._has_base = False

    def read(self, base: Profile | None) -> tuple[Profile, bool] | None:
        """Return the answers of an interview about the same profile that was broken off.

        What ``base``, the profile of today, has gained since is in them. Where it is not known what that is,
        as the draft has no base, the answers are as they were; True says that they would undo a change.

        Raises:
            CareerError: they are there and cannot be used.

        """
        document = None if self.of_file else self.drafts.read(self.name)
        if document is None:
            return None
        answers = profile_of(document, self.session.catalog)
        if self.name is None or base is None:
            return answers, False
        began = self._base(self.name)
        if began is None:
            return answers, self.session.store.is_overtaken(self.name)
        from careercli.domain.merging import merged

        return merged(began, answers, base), False

    def _base(self, name: str) -> Profile | None:
        document = self.drafts.read_base(name)
        try:
            return profile_of(document, self.session.catalog) if document else None
        except CareerError:
            return None

    def take_over(self, answers: Profile) -> None:
        """Take the draft that was broken off as that of this session."""
        from careercli.store import said_in

        self._bytes, self.says = said_in(self.path), answers

    def write(self, profile: Profile, base: Profile | None) -> None:
        """Write answers, and what their profile was when they began.

        They are written beside it where it is that of another interview by now.

        Raises:
            StorageError: they cannot be written.

        """
        from careercli.store import base_of, write_whole

        data = to_yaml(profile).encode()
        while not self.drafts.write(self.path, data, instead_of=self._bytes):
            taken, self.path = self.path, self.drafts.another()
            self._bytes, self._has_base = None, False
            if not self.of_file:
                self.session.note(f"{taken} is that of another interview; your answers are in {self.path}.")
        self._bytes, self.says = data, profile
        # The answers come first: ended between the two, a draft is laid over a base too old, which at worst
        # repeats what the profile says already; over one too new, it would undo what was changed since.
        if base is not None and not (self._has_base and base_of(self.path).exists()):
            write_whole(base_of(self.path), to_yaml(base).encode())
        self._has_base = True

    def forget(self) -> None:
        """Remove it, if it still is that of this session."""
        if self._bytes is not None:
            self.drafts.forget(self.path, saying=self._bytes)
        self._bytes = self.says = None
        self._has_base = False

    def command(self) -> str:
        """Return the command that goes on with it."""
        if self.path == self.drafts.place():
            return later_command(self.session, "advise")
        usual = self.name is not None and self.path == self.drafts.place(self.name)
        return later_command(self.session, "advise", "--profile", str(self.name if usual else self.path))
