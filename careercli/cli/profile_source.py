"""Which person a command is about: a profile by name, file or standard input, with facts laid over it."""

import os
from functools import cached_property
from pathlib import Path
from typing import TextIO

import msgspec

from careercli.api import Assessment, parse_profile, read_profile
from careercli.cli.context import Session
from careercli.cli.facts import Facts
from careercli.cli.output import command_line
from careercli.domain.model import Profile
from careercli.domain.names import fold
from careercli.errors import NeedsInputError, NotFoundError, StorageError, UsageError, saying_why
from careercli.formats.document import MAX_BYTES, check_size, decode
from careercli.formats.lookup import find_tier
from careercli.formats.profiles import profile_of

_SUFFIXES = frozenset({".yaml", ".yml", ".json"})
_NAME_ONE = "Name a file, give facts such as --support-years 3, or run 'careercli advise'."


def profile_named(session: Session, name: str) -> Profile:
    """Return the profile that PROFILE names: ``-``, a path to a file, or a saved name.

    Raises:
        NotFoundError: there is neither such a file nor such a saved profile.
        InvalidDataError: the file is no profile; with every problem.
        StorageError: it cannot be read.

    """
    if name == "-":
        data, name = read_input(session, MAX_BYTES), "standard input"
        check_size(len(data), name)
        return parse_profile(decode(data, name), session.catalog, name=name)
    if is_path(session, name):
        return read_profile(name, session.catalog)
    try:
        document = session.store.read(name)
    except NotFoundError as error:
        persona = next((each.id for each in session.catalog.personas if each.id == fold(name)), None)
        if persona is None or name in session.store.names():
            raise
        hint = f"{persona} is a built-in person: careercli demo {persona}"
        raise NotFoundError(error.message, hint=hint) from error
    return profile_of(document, session.catalog)


def check_given(name: str, *, what: str = "PROFILE") -> None:
    """Refuse a name that is empty, as where a script forgot to set it: taken as a path it is this folder.

    Raises:
        UsageError: it is empty.

    """
    if not name:
        raise UsageError(f"{what} is empty.", hint="Is a variable of your script not set?")


def is_path(session: Session, name: str) -> bool:
    """Return whether PROFILE is a path to a file, and not the name of a saved profile.

    Raises:
        UsageError: it is empty.

    """
    check_given(name)
    path = Path(name)
    try:
        if path.suffix.lower() in _SUFFIXES or "/" in name or os.sep in name:
            return True
        # What happens to lie here under the same name must not hide a saved profile: ./NAME is a file.
        return path.exists() and name not in session.store.names()
    except (OSError, ValueError):
        return True


def saved_name(session: Session, name: str | None) -> str | None:
    """Return the name of the saved profile that PROFILE means, the default one without it; None of a file.

    Raises:
        InvalidDataError: which profile is the default one cannot be read.

    """
    if name is None:
        return session.store.default()
    return None if name == "-" or is_path(session, name) else name


def beginning(session: Session) -> Profile:
    """Return the profile of who has said nothing yet but what they wish for always: hours and a goal."""
    return as_wished(session, Profile(support_years=0.0))


def as_wished(session: Session, profile: Profile) -> Profile:
    """Return a profile that begins here, with the hours and the goal of the environment or the settings.

    What is read, a file or a saved profile, is left as it is: the same file gives the same advice.
    """
    wished: dict[str, object] = {}
    if (hours := session.preference("hours")).origin != "standard":
        wished["hours_per_week"] = hours.value
    if (goal := session.preference("goal").value) is not None:
        try:
            wished["goal"] = find_tier(session.catalog, str(goal)).id
        except NotFoundError as error:
            session.note(f"your usual goal is left out. {error.message} {error.hint}")
    return msgspec.structs.replace(profile, **wished) if wished else profile


def profile_of_facts(session: Session, facts: Facts) -> Profile:
    """Return the profile that facts alone make.

    Raises:
        NeedsInputError: the one that is required is not among them.

    """
    if facts.support_years is None:
        raise NeedsInputError(
            "How many years of customer support is not given.",
            hint="Add --support-years NUMBER; 0 is a number too.",
        )
    return facts.over(beginning(session), session.catalog)


def default_profile(session: Session, *, hint: str = _NAME_ONE) -> Profile:
    """Return the saved default profile; ``hint`` says what to give instead.

    Raises:
        NotFoundError: there is none; says what to give instead.

    """
    name = session.store.default()
    if name not in session.store.names():
        raise none_in_use(session, hint)
    return profile_of(session.store.read(name), session.catalog)


def none_in_use(session: Session, hint: str) -> NotFoundError:
    """Return that no profile is given and none is in use; ``hint`` says what to do where none is saved."""
    if not session.store.names():
        return NotFoundError("No profile is given, and no default profile is saved.", hint=hint)
    choose = next_command(session, "profile", "default", "NAME")
    return NotFoundError(
        "No profile is given, and none of the saved ones is chosen as the default.",
        hint=f"Name one of them ('careercli profile list'), or choose one: {choose}.",
    )


def next_command(session: Session, *words: str) -> str:
    """Return a command to type next, by the same packs, ladder and day as this one."""
    return command_line(["careercli", *words, *settings_words(session)])


def later_command(session: Session, *words: str) -> str:
    """Return a command to type on another day, by the same packs and ladder as this one."""
    return command_line(["careercli", *words, *settings_words(session, day=False)])


def settings_words(session: Session, *, day: bool = True) -> list[str]:
    """Return the options that lead to the same packs and ladder, and with ``day`` to the same day."""
    settings = session.settings
    packs = [word for folder in settings.packs for word in ("--data", str(folder))]
    ladder = [] if settings.ladder is None else ["--ladder", settings.ladder]
    as_of = ["--as-of", settings.as_of.isoformat()] if day and settings.as_of else []
    return [*packs, *ladder, *as_of]


def warnings_about(session: Session, profile: Profile) -> None:
    """Say on standard error what in a profile can hardly be meant."""
    if profile.leading_years > profile.support_years:
        session.note(
            "there are more leading years than support years. Years of leading support work count as "
            "support years too, so the first number should be at least the second."
        )


class Subject(msgspec.Struct, dict=True):
    """Whom a command is about: the profile that is named, else the facts, else the default profile.

    Attributes:
        name: PROFILE, as it was typed.
        facts: those given as options; they are laid over the profile.

    """

    session: Session
    name: str | None
    facts: Facts

    @cached_property
    def person(self) -> Profile:
        """The profile.

        Raises:
            NeedsInputError: facts are given without the one that is required.
            NotFoundError: nothing is given and no default profile is saved.

        """
        catalog = self.session.catalog
        if self.name is not None:
            return self.facts.over(profile_named(self.session, self.name), catalog)
        return (
            profile_of_facts(self.session, self.facts) if self.facts.given else default_profile(self.session)
        )

    @property
    def kept_name(self) -> str | None:
        """The name of the saved profile that this is, whatever facts lie over it; None of anybody else."""
        alone = self.name is None and self.facts.given
        return None if alone else saved_name(self.session, self.name)

    @property
    def saved_name(self) -> str | None:
        """The name of the saved profile that this is, as it is; None of a file, or where there are facts."""
        return None if self.facts.given else self.kept_name

    def assess(self) -> Assessment:
        """Return where they are by the facts of this run; what can hardly be meant is said."""
        warnings_about(self.session, self.person)
        return self.session.assess(self.person)

    def command(self, verb: str, more: str = "") -> str:
        """Return the command that does something else with the same person on the same day, with ``more``."""
        named = [] if self.name is None else [self.name]
        return next_command(self.session, verb, *named, *self.facts.as_options) + more

    def command_to_rate(self) -> str:
        """Return the command that asks for what is not rated, going on from a profile where there is one."""
        going_on = ["--profile", self.name] if self.name and self.name != "-" else []
        return next_command(self.session, "advise", *going_on)


def open_input(session: Session) -> TextIO:
    """Return standard input.

    Raises:
        StorageError: there is none to read from.

    """
    if session.stdin is None or session.stdin.closed:
        raise StorageError("Standard input is closed.", hint="Name a file instead of '-'.")
    return session.stdin


def read_input(session: Session, most: int) -> bytes:
    """Return the bytes of standard input, of more than ``most`` one more than that.

    Raises:
        StorageError: there is none to read from, or it cannot be read.

    """
    stream = open_input(session)
    with saying_why("Standard input cannot be read", "it is closed"):
        binary = getattr(stream, "buffer", None)
        data: bytes = binary.read(most + 1) if binary else stream.read(most + 1).encode()
    return data
