"""Remembering the assessments of saved profiles that somebody asks for; docs/decisions/0008 says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercli.api import Assessment, assess
from careercli.domain.phrases import day
from careercli.errors import CareerError
from careercli.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from careercli.domain.attribution import Move
    from careercli.domain.history import Assessed, History, Record
    from careercli.domain.model import Catalog, Profile

_PLACED = {"current": "", "by_years": " by years", "by_skills": " by skills"}
"""What of a standing is told when newer role data moved it, the most important first."""


def remember(session: Session, name: str, assessment: Assessment) -> None:
    """Remember an assessment of the saved profile ``name`` if it says anything new.

    It is told on standard error if newer role data moved the tier, and if nothing can be remembered: an
    assessment is right whether or not it is remembered, so that costs nobody the result.
    """
    try:
        history = session.store.history(name)
        record = _news(session, history, assessment)
        if record is None:
            return
        if history.last_assessment is not None:
            _tell_of_role_data(session, history.last_assessment, record)

        def edit(profile: Profile, history: History) -> tuple[Profile, tuple[Record, ...], None]:
            # Whoever changed the profile meanwhile has another assessment coming.
            news = _news(session, history, assessment) if profile == assessment.profile else None
            return profile, () if news is None else (news,), None

        session.store.change(name, session.catalog, edit)
    except CareerError as error:
        session.note(f"this assessment is not remembered. {error.message}")


def assessing_again(session: Session) -> Callable[[Profile], Assessed]:
    """Return what assesses facts of another day with today's role data."""
    from careercli.domain.attribution import on_ladder
    from careercli.domain.history import fingerprint, remembered

    catalog = session.catalog
    version = fingerprint(catalog)

    def again(facts: Profile) -> Assessed:
        result = assess(on_ladder(catalog, facts), catalog, as_of=session.today)
        return remembered(result, at=session.clock_day, catalog=version)

    return again


def _news(session: Session, history: History, assessment: Assessment) -> Assessed | None:
    """Return the record of an assessment that is to be remembered; None where it says nothing new.

    With ``--as-of``, days before the last one remembered are looked back at and not remembered.
    """
    from careercli.domain.history import fingerprint, is_news, remembered

    last = history.last_assessment
    if last and session.settings.as_of and assessment.as_of < last.as_of:
        return None
    record = remembered(assessment, at=session.clock_day, catalog=fingerprint(session.catalog))
    return record if is_news(last, record) else None


def _tell_of_role_data(session: Session, last: Assessed, record: Assessed) -> None:
    """Say in one line if the same facts give another tier than they gave with the role data of before."""
    from careercli.domain.attribution import what_changed

    if last.catalog == record.catalog or last.ladder != record.ladder:
        return
    moves = {move.of: move for move in what_changed(last, record, assessing_again(session)).by_catalog}
    for name, by in _PLACED.items():
        if name in moves:
            before, after = _tiers(session.catalog, moves[name])
            session.note(
                f"the role data has changed since {day(last.as_of)}. The facts of that day gave"
                f" {before}{by} then and give {after} now; what you changed yourself is not in this."
            )
            return


def _tiers(catalog: Catalog, move: Move) -> tuple[str, str]:
    """Return the tiers before and after in words; one that the ladder has no longer by its id."""
    known = {tier.id: tier.short for tier in catalog.ladder.tiers}
    before, after = (
        known.get(str(tier), str(tier)) if tier else "no tier" for tier in (move.before, move.after)
    )
    return before, after
