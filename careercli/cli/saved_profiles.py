"""Saved profiles as the commands about them need them: found by name, and described."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from careercli.cli.context import Session
from careercli.cli.profile_source import next_command, none_in_use, saved_name
from careercli.domain.model import Profile
from careercli.domain.placement import place
from careercli.domain.saved import Remembered, Saved
from careercli.errors import CareerError, InvalidDataError, NotFoundError, Problem, UsageError
from careercli.formats.document import shortened
from careercli.formats.profiles import profile_of
from careercli.formats.suggestion import did_you_mean
from careercli.formats.text import clean
from careercli.system.clock import day_at

if TYPE_CHECKING:
    from careercli.domain.history import Record


def existing(session: Session, name: str | None) -> str:
    """Return the name of the saved profile that NAME means, the default one without it.

    Raises:
        UsageError: no profile can be called so.
        NotFoundError: none is; says the nearest.

    """
    from careercli.store import check_name

    store = session.store
    wanted = store.default() if name is None else name
    names = store.names()
    if wanted in names:
        return wanted
    if name is None:
        raise NotFoundError(
            f"No name is given, and the default profile, {clean(wanted)}, is not saved.",
            hint="Name one: careercli profile list. Or begin one: careercli profile new NAME.",
        )
    check_name(name)
    hint = did_you_mean(name, names, "See 'careercli profile list'.")
    raise NotFoundError(f"There is no saved profile '{name}'.", hint=hint)


def required_name(session: Session, profile: str | None, what: str) -> str:
    """Return the name of the saved profile that PROFILE means, the default one without it.

    ``what`` says why it must be saved, as in ``A step is recorded in``.

    Raises:
        UsageError: it is a file or standard input, or no profile can be called so.
        NotFoundError: no profile is saved under the name; says the nearest.

    """
    name = saved_name(session, profile)
    if name is None:
        piped = profile is None or profile == "-"
        shown = "standard input" if piped else f"'{shortened(profile or '')}'"
        go_on = next_command(session, "advise", "--profile", "FILE" if piped else str(profile))
        raise UsageError(
            f"{what} a saved profile, and {shown} is not one.",
            hint=f"Name a saved one, or save it as one from the menu of: {go_on}",
        )
    if profile is None and name not in session.store.names():
        begin = "Name a saved one, or make one: careercli advise, or careercli profile new NAME."
        raise none_in_use(session, begin)
    return existing(session, name)


def saved_profile(session: Session, name: str) -> Profile:
    """Return what a saved profile holds.

    Raises:
        InvalidDataError: it is broken; with every problem.

    """
    return profile_of(session.store.read(name), session.catalog)


def described(session: Session, name: str, *, default: str | None = None) -> Saved:
    """Return what there is to say of a saved profile, also of a broken one.

    ``default`` is the name of the default profile, where the caller knows it.
    """
    store = session.store
    path = store.path(name)
    saved = Saved(
        name=name,
        default=name == (store.default() if default is None else default),
        file=clean(path),
        changed=_changed(path),
        draft=name in store.drafts.names(),
    )
    try:
        profile = saved_profile(session, name)
    except CareerError as error:
        return msgspec.structs.replace(saved, fault=error.message, problems=problems_of(error, saved.file))
    ladder = session.catalog.ladder
    tier = place(ladder, profile).current
    return msgspec.structs.replace(saved, profile=profile, tier=tier)


def problems_of(error: CareerError, file: str) -> tuple[Problem, ...]:
    """Return the problems of a profile that cannot be used; one of the whole file where no line has any."""
    if isinstance(error, InvalidDataError) and error.problems:
        return error.problems
    return (Problem(file, 0, 0, "", error.message.removesuffix("."), error.hint),)


def remembered_of(session: Session, name: str) -> Remembered:
    """Return how much is remembered of a saved profile; nothing where that cannot be read."""
    from careercli.domain.history import steps_done

    try:
        history = session.store.history(name)
    except CareerError:
        return Remembered()
    last = history.last_assessment
    return Remembered(len(history.entries), len(steps_done(history)), last.as_of if last else None)


def create(session: Session, name: str, profile: Profile, record: Record) -> Path:
    """Save a new profile, beginning its history with a record, and return its file.

    Raises:
        UsageError: the name cannot be one, or is taken.
        StorageError: it cannot be saved.

    """
    aside = session.store.create(name, profile, [record])
    if aside:
        session.note(f"the history of an earlier profile of this name is now in {aside}.")
    return session.store.path(name)


def _changed(path: Path) -> date | None:
    try:
        return day_at(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return None
