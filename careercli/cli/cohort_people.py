"""The people of a cohort: which profiles are meant, and what each of them comes to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from careercli.batch.gathering import (
    LINES,
    Kept,
    ManyLines,
    OneFile,
    Place,
    files_in,
    gathered,
    problems_of,
)
from careercli.batch.meter import Meter
from careercli.batch.part import Progress
from careercli.batch.people import Reader
from careercli.cli.anonymity import client_key, clients, known_as
from careercli.cli.context import Session
from careercli.cli.profile_source import check_given, is_path, open_input
from careercli.domain.advertisement import Advertisement
from careercli.domain.anonymity import SOMEBODY, Alias, Anonymizer
from careercli.domain.cohort import Manner, Unread, Unreadable
from careercli.domain.match import Match, match
from careercli.domain.members import Member, MemberStanding, Origin, Placer, last_change
from careercli.domain.model import Profile
from careercli.domain.notes import Note
from careercli.errors import CareerError, InvalidDataError, NotFoundError, Problem, saying_why
from careercli.formats.suggestion import did_you_mean_file
from careercli.formats.text import clean
from careercli.text.phrases import count

if TYPE_CHECKING:
    from careercli.domain.candidates import Candidates

_MOST_UNREAD = 1000
"""How many broken profiles are kept with what is wrong with them; the rest are counted."""

_PATIENCE = 0.3
"""After how many seconds of reading it is shown how far it is."""

_STANDARD_INPUT = "-"
_HIDDEN = "cannot be read; what is wrong may say a name, and is shown without --anonymous"


_NOWHERE = Origin("")


class People(NamedTuple):
    """Everybody who could be read, and who could not."""

    members: list[Member]
    unread: Unreadable


def places_of(session: Session, paths: Sequence[str], *, recursive: bool) -> list[Place]:
    """Return the profiles that PATHS mean, all saved ones without any; each once, however often it is named.

    Raises:
        UsageError: a path is empty.
        NotFoundError: something that was named is not there, or there is no profile at all.
        StorageError: a folder cannot be listed.

    """
    found: dict[str, Place] = {}
    if not paths:
        found = {kept.key: kept for kept in (_kept(session, name) for name in session.store.names())}
    for path in paths:
        check_given(path, what="One of PATHS")
        for place in _places(session, path, recursive=recursive):
            found.setdefault(place.key, place)
    if found:
        return list(found.values())
    if paths:
        raise NotFoundError(
            f"There is no profile in {clean(', '.join(paths))}.",
            hint="Profiles end in .yaml, .yml, .json, .jsonl or .ndjson; --recursive reads folders in it.",
        )
    raise NotFoundError(
        "No profile is saved yet.", hint="Name files or folders, or begin one: careercli profile new NAME."
    )


def _places(session: Session, path: str, *, recursive: bool) -> Iterator[Place]:
    if path == _STANDARD_INPUT:
        yield ManyLines(_STANDARD_INPUT, "standard input", open_input(session).buffer)
    elif not is_path(session, path):
        session.store.path(path)  # says what is nearest where there is none
        yield _kept(session, path)
    elif Path(path).is_dir():
        with saying_why(f"{clean(path)} cannot be read"):
            for file in files_in(Path(path), recursive=recursive):
                yield _file(session, file)
    elif Path(path).exists():
        yield _file(session, Path(path))
    else:
        hint = did_you_mean_file(path, "Check the path.")
        raise NotFoundError(f"There is no file {clean(path)}.", hint=hint)


def _file(session: Session, path: Path) -> Place:
    key = client_key(session, str(path) if path.is_absolute() else f"./{path}")
    if key.startswith("profile:"):
        return _kept(session, path.resolve().stem)
    return ManyLines(key, str(path)) if path.name.lower().endswith(LINES) else OneFile(key, path)


def _kept(session: Session, name: str) -> Kept:
    from careercli.store import letter_key

    return Kept(letter_key(name), name, partial(session.store.read, name))


def people(session: Session, places: Sequence[Place], placer: Placer, manner: Manner) -> People:
    """Return what everybody comes to, with a line on a terminal that says how far that is.

    Who is renamed or deleted meanwhile is counted nowhere, and said so.

    Raises:
        NotFoundError: nobody is left.
        StorageError: a new letter cannot be saved.
        InvalidDataError: it cannot be read any more which letter is whose.

    """
    describing = _Describing(session, places, manner)
    reader = Reader(session.catalog)
    size = 0 if any(isinstance(place, ManyLines) for place in places) else len(places)
    meter = Meter(session.progress_stream, size, noun="profiles", patience=_PATIENCE)
    progress = Progress()
    members: list[Member] = []
    unread: list[Unread] = []
    gone = 0
    try:
        for origin, person in gathered(places, reader):
            progress.done += 1
            try:
                if isinstance(person, CareerError):
                    raise person
                members.append(describing.member(origin, person, placer.standing(person)))
            except CareerError as error:
                if isinstance(error, NotFoundError) and describing.is_gone(origin):
                    gone += 1
                    continue
                progress.bad += 1
                if len(unread) < _MOST_UNREAD:
                    unread.append(describing.unread(origin, error))
            meter.show(progress, progress.done)
    finally:
        meter.clear()
    if gone == progress.done:
        raise NotFoundError("Every profile was renamed or deleted while it was read.", hint="Run it again.")
    if gone:
        session.note(f"{count(gone, 'profile')} renamed or deleted meanwhile, and not counted; run it again.")
    return People(describing.told(members), Unreadable(unread, progress.bad))


def candidates_for(
    session: Session, ad: Advertisement, places: Sequence[Place], manner: Manner
) -> Candidates:
    """Return everybody ranked for an advertisement.

    Raises:
        NotFoundError, StorageError, InvalidDataError: as :func:`people`.

    """
    from careercli.domain.candidates import Candidate, candidates

    placer = _Matching(session, ad)
    found = people(session, places, placer, manner)
    ranked = (Candidate(each.who, each.origin, placer.found[id(each.standing)]) for each in found.members)
    return candidates(ad, ranked, found.unread, session.today)


class _Matching(Placer):
    """Says where people are, and keeps how each of them fits an advertisement, by their standing."""

    def __init__(self, session: Session, ad: Advertisement) -> None:
        super().__init__(session.catalog.ladder, session.catalog.skills_by_id)
        self.session, self.ad = session, ad
        self.found: dict[int, Match] = {}
        self._standings: list[MemberStanding] = []

    def standing(self, profile: Profile) -> MemberStanding:
        """Return where somebody is."""
        standing = super().standing(profile)
        self._standings.append(standing)  # so that no other one gets its id
        self.found[id(standing)] = match(self.session.assess(profile), self.ad)
        return standing


class _Describing:
    """Says who people are and what is known of them besides their profile."""

    def __init__(self, session: Session, places: Sequence[Place], manner: Manner) -> None:
        self._session = session
        self._manner = manner
        self._saved = {place.key: place.name for place in places if isinstance(place, Kept)}
        self._called: dict[str, str] = {}
        self._aliases: dict[str, Alias] = {}
        if manner.anonymous:
            keys = [place.key for place in places if place.key != _STANDARD_INPUT]
            self._called = {_STANDARD_INPUT: SOMEBODY, **dict(zip(keys, clients(session, keys), strict=True))}

    def member(self, origin: Origin, person: Profile, standing: MemberStanding) -> Member:
        """Return a person of the cohort."""
        place = f"line {origin.line}" if origin.line else PurePath(origin.file).stem
        who = self._who(origin, person.name or origin.saved or place)
        saved = self._saved.get(origin.key)
        return Member(
            who=who,
            origin=self._told(origin),
            standing=standing,
            days=None if saved is None else self._days(saved),
            notes=() if saved is None or not self._manner.notes else self._notes(origin, saved, person, who),
            opinions=None if saved is None else self._opinions(saved),
        )

    def is_gone(self, origin: Origin) -> bool:
        """Return whether nothing is saved any more where a saved profile was."""
        name = self._saved.get(origin.key)
        return name is not None and not os.path.lexists(self._session.store.profiles / f"{name}.yaml")

    def told(self, members: list[Member]) -> list[Member]:
        """Return the members as they may be shown: without names, none of them is in the notes of another."""
        if not any(member.notes for member in members) or not self._manner.anonymous:
            return members
        renaming = Anonymizer(self._aliases.values())
        return [
            member.but(notes=renaming.notes(member.notes, self._aliases.get(member.who)))
            for member in members
        ]

    def unread(self, origin: Origin, error: CareerError) -> Unread:
        """Return a profile that could not be read; where names must not be seen, without what it says."""
        problems = problems_of(origin, error)
        who = self._who(origin, "")
        if self._manner.anonymous:
            problems = (Problem.of_all(who, _HIDDEN),)
        return Unread(who, self._told(origin), problems)

    def _told(self, origin: Origin) -> Origin:
        """Return where somebody comes from, as far as that may be known."""
        return _NOWHERE if self._manner.anonymous else origin

    def _who(self, origin: Origin, name: str) -> str:
        """Return what a person is called; without a name, by where they come from in full."""
        if self._manner.anonymous:
            called = self._called[origin.key]
            return f"{called} {origin.line}" if called == SOMEBODY else f"{called}{origin.line or ''}"
        line = f"line {origin.line}" if origin.line else ""
        return name or origin.saved or ", ".join(filter(None, (origin.file, line)))

    def _days(self, name: str) -> int | None:
        """Return for how many days nothing changed, as far as the history tells."""
        today = self._session.today
        try:
            day = last_change(self._session.store.history(name), today)
        except CareerError:
            return None
        return None if day is None else (today - day).days

    def _opinions(self, name: str) -> int | None:
        """Return how many have said how they see somebody; None where that cannot be read."""
        try:
            return len(self._session.store.opinions(name).latest)
        except CareerError:
            return None

    def _notes(self, origin: Origin, saved: str, person: Profile, who: str) -> tuple[Note, ...]:
        """Return the notes on somebody; who they are is kept for what :meth:`told` makes of them."""
        self._aliases[who] = Alias(who, person.name, known_as(origin.key, person.name))
        try:
            return self._session.store.notes(saved)
        except InvalidDataError as error:
            found = tuple(
                problem._replace(message=f"in the notes: {problem.message}") for problem in error.problems
            )
            raise InvalidDataError(error.message, problems=found, hint=error.hint) from error
