"""Where the answers of a guided session come from, and where they are kept: a profile, a file, a draft."""

from __future__ import annotations

import itertools
from pathlib import Path

from careercli.cli.context import Session
from careercli.cli.profile_source import is_path, later_command, profile_named
from careercli.domain.model import Profile
from careercli.errors import CareerError, StorageError, UsageError, reason_of
from careercli.formats.document import shortened
from careercli.formats.profiles import profile_of, to_yaml
from careercli.formats.text import clean
from careercli.interview.questions import slug
from careercli.prompts.asker import Option

_ENDINGS = (".yaml", ".yml")
_FILES = (*_ENDINGS, ".json")
_WHERE = "Save it as? A name keeps it as a profile of yours, one that ends in .yaml as a file."


class Keeping:
    """The place of the answers of one guided session.

    Attributes:
        name: the saved profile that the answers belong to, or that they begin; None where there is none.
        begins: whether no profile is saved under that name yet.
        saved: the answers as they were saved last; None where they never were.
        base: the saved profile of that name as it was when these answers began; None where there is none.
        holder: the saved profile that ``saved`` is in; None where it is a file that holds them, or nothing.
        kept: the answers that are kept in one way or another, a draft among them.

    """

    def __init__(self, session: Session, source: str | None) -> None:
        """Begin with a saved name, one that is not saved yet, a file, or with nothing.

        Raises:
            UsageError: the name is not saved, and cannot be one.
            CareerError: what is saved there cannot be read.

        """
        self.session = session
        self.store = session.store
        self.name: str | None = None
        self.begins = False
        self.saved: Profile | None = None
        self.from_file = source is not None and (source == "-" or is_path(session, source))
        self._own_file = source if self.from_file else None
        if source is not None and not self.from_file:
            self.begins = source not in self.store.names()
            if self.begins:
                self.store.free_path(source)
            self.name = source
        if source is not None and not self.begins:
            self.saved = profile_named(session, source)
        self.base = None if self.from_file else self.saved
        self.holder = None if self.from_file or self.begins else self.name
        self.kept = self.saved or Profile(support_years=0.0)
        self._draft: Path | None = None
        self._ours: dict[Path, bytes] = {}
        self._written: Profile | None = None
        self._went_on = False

    def take_up(self, name: str) -> None:
        """Go on from a saved profile, as it is on the disk now, in place of what was answered.

        Raises:
            CareerError: it cannot be read.

        """
        self.saved = self.kept = self.base = profile_named(self.session, name)
        self.name = self.holder = name
        self.forget_drafts()

    def draft(self) -> tuple[Profile, bool] | None:
        """Return the answers of an interview about the same profile that was broken off.

        What the profile has gained since is in them. Where it is not known what that is, as the draft has no
        base, the answers are as they were; True says that they would undo a change.

        Raises:
            CareerError: they are there and cannot be used.

        """
        document = None if self.from_file else self.store.drafts.read(self.name)
        if document is None:
            return None
        answers = profile_of(document, self.session.catalog)
        if self.name is None or self.base is None:
            return answers, False
        began = self._draft_base(self.name)
        if began is None:
            return answers, self.store.is_overtaken(self.name)
        from careercli.domain.merging import merged

        return merged(began, answers, self.base), False

    def _draft_base(self, name: str) -> Profile | None:
        document = self.store.drafts.read_base(name)
        try:
            return profile_of(document, self.session.catalog) if document else None
        except CareerError:
            return None

    def go_on(self, answers: Profile) -> None:
        """Go on from the answers of a draft, which stay kept in it."""
        from careercli.store import said_in

        draft = self.store.drafts.place(self.name)
        said = said_in(draft)
        if said is not None:
            self._ours[draft] = said
        self.kept = answers
        self._went_on = True

    def forget_drafts(self) -> None:
        """Remove the drafts of this session; those of other interviews stay, at whatever place they are."""
        for draft, said in self._ours.items():
            self.store.drafts.forget(draft, saying=said)
        self._ours.clear()
        self._draft = self._written = None
        self._went_on = False

    def keep_on(self, profile: Profile) -> None:
        """Keep the answers in the middle of a session, if there are others than those kept last.

        Raises:
            StorageError: they cannot be kept.

        """
        if profile != (self.kept if self._written is None else self._written):
            self.keep(profile)

    def keep(self, profile: Profile) -> Path | None:
        """Keep what has no place yet as a draft, and return where; None where nothing is new.

        Raises:
            StorageError: it cannot be kept.

        """
        if profile != self.kept:
            return self._keep(profile)
        if self._written is not None:  # an answer was kept, and taken back
            if self._went_on:
                self._keep(profile)
            elif self._draft is not None:
                self.store.drafts.forget(self._draft, saying=self._ours.pop(self._draft, b""))
            self._written = None
        return None

    def _keep(self, profile: Profile) -> Path:
        """Write the answers to the draft, or beside it where it is that of another interview by now."""
        from careercli.store import base_of, write_whole

        drafts = self.store.drafts
        draft = self._draft or drafts.place(self.name)
        data = to_yaml(profile).encode()
        new = self._written is None
        while not drafts.write(draft, data, instead_of=self._ours.get(draft)):
            self._ours.pop(draft, None)
            taken, draft, new = draft, drafts.another(), True
            if not self.from_file:
                self.session.note(f"{taken} is that of another interview; your answers are in {draft}.")
        self._draft, self._written, self._ours[draft] = draft, profile, data
        # The answers come first: ended between the two, a draft is laid over a base too old, which at worst
        # repeats what the profile says already; over one too new, it would undo what was changed since.
        if self.base is not None and (new or not base_of(draft).exists()):
            write_whole(base_of(draft), to_yaml(self.base).encode())
        return draft

    def going_on(self, draft: Path) -> str:
        """Return the command that goes on with a draft."""
        drafts = self.store.drafts
        if draft == drafts.place():
            return later_command(self.session, "advise")
        usual = self.name is not None and draft == drafts.place(self.name)
        return later_command(self.session, "advise", "--profile", str(self.name if usual else draft))

    # -- saving ----------------------------------------------------------------------------------------

    def save(self, profile: Profile) -> Profile | None:
        """Ask where to save the answers, save them, and return them as they are now; None if nobody would.

        What somebody else has changed in the same profile meanwhile is in them.

        Raises:
            GoBackError: the person thought better of it.
            CareerError: they cannot be saved.

        """
        text = self.session.asker.text(_WHERE, self._standard(profile), self._wrong, back=True)
        if _is_file(text):
            path = self._file(_with_ending(text))
            if path is None:
                return None
            from careercli.store import save_profile

            save_profile(path, profile)
            self._own_file, self.holder = str(path), None
            again = ["assess", str(path)]
        else:
            merged = self._save_as(text, profile)
            if merged is None:
                return None
            profile = merged
            self.name, self.begins, self.base = text, False, profile
            self.holder = text
            again = ["assess", *([] if self._is_default(text) else [text])]
        self.saved = self.kept = profile
        self.forget_drafts()
        place = "" if _is_file(text) else f" as {clean(text)}"
        self.session.asker.tell(f"Saved{place}. Next time: {later_command(self.session, *again)}")
        return profile

    def _save_as(self, name: str, profile: Profile) -> Profile | None:
        """Save the answers as a profile; None where the person would rather not replace another one."""
        from careercli.domain.history import Created, History
        from careercli.domain.merging import merged

        if name not in self.store.names():
            aside = self.store.create(name, profile, [Created(day=self.session.today)])
            if aside:
                self.session.note(f"the history of an earlier profile of this name is now in {aside}.")
            return profile
        base = self.base if name == self.name else None
        if base is None and not self._replaces(f"There is a profile {name} already."):
            return None

        def edit(now: Profile, _history: History) -> tuple[Profile, tuple[()], Profile]:
            after = profile if base is None else merged(base, profile, now)
            return after, (), after

        return self.store.change(name, self.session.catalog, edit)

    def _standard(self, profile: Profile) -> str:
        """Return what Enter takes: where the answers come from, or else a name that is free."""
        if self._own_file is not None and self._own_file.endswith(_ENDINGS):
            return self._own_file
        if self.name is not None:
            return self.name
        taken = self.store.names()
        own = slug(profile.name)
        numbered = (f"{own}-{number}" for number in itertools.count(2))
        names = itertools.chain((self._default(), own), numbered)
        return next(name for name in names if name not in taken)

    def _default(self) -> str:
        from careercli.store import DEFAULT_PROFILE

        try:
            return self.store.default()
        except CareerError:  # whoever asks for the default profile is told
            return DEFAULT_PROFILE

    def _is_default(self, name: str) -> bool:
        return name == self._default()

    def _file(self, text: str) -> Path | None:
        """Return the file to save to, or None where the person would rather not replace one."""
        try:
            path = Path(text).expanduser()
            exists = path.exists()
        except (OSError, RuntimeError) as error:
            raise StorageError(f"{shortened(text)} cannot be used: {reason_of(error)}.") from error
        if exists and text != self._own_file and not self._replaces(f"{path} is there already."):
            return None
        return path

    def _replaces(self, what: str) -> bool:
        options = [Option("n", "No, keep it.", "no"), Option("y", "Yes, replace it.", "yes")]
        return self.session.asker.choose(f"{what} Replace it?", "", options, "no") == "yes"

    def _wrong(self, text: str) -> str | None:
        """Return what is wrong with a place to save to; a terminal of 40 columns has one line for it."""
        if clean(text) != text:
            return "That has characters that are no text."
        if _is_file(text):
            ends = _with_ending(text).lower().endswith(_ENDINGS)
            return None if ends else "A file's name has to end in .yaml."
        from careercli.store import check_name

        try:
            check_name(text)
        except UsageError:
            return "That cannot be a profile's name."
        return None


def _is_file(text: str) -> bool:
    """Return whether a place to save to is a file, and not the name of a profile."""
    leads = any(sign in text for sign in "/\\") or text.startswith("~") or text in {".", ".."}
    return leads or text.lower().endswith(_FILES)


def _with_ending(text: str) -> str:
    """Return a file name with its ending, which may be left out."""
    name = text.replace("\\", "/").rpartition("/")[2]
    return text if "." in name or name in {"", "~"} else f"{text}.yaml"
