"""Remembering the assessments of saved profiles that somebody asks for; docs/decisions/0008 says which."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from careercli.api import Assessment
from careercli.cli.context import Session
from careercli.cli.profile_source import Subject
from careercli.domain.model import Catalog, Profile
from careercli.domain.placement import Placement, rank_of
from careercli.errors import CareerError
from careercli.text.phrases import day, listed

if TYPE_CHECKING:
    from careercli.domain.history import Assessed, History, Record

_PLACED = {"current": "", "by_years": " by years", "by_skills": " by skills"}
"""What of a standing is told when newer role data moved it, the most important first."""


def assess_and_remember(subject: Subject) -> Assessment:
    """Return where the person is whom a command is about, and remember it of a saved profile."""
    assessment = subject.assess()
    if (saved := subject.saved_name) is not None:
        remember(subject.session, saved, assessment)
    return assessment


def remember(session: Session, name: str, assessment: Assessment) -> None:
    """Remember an assessment of the saved profile ``name`` if it says anything new.

    It is told on standard error if a newer rule or newer role data moved the tier, and if nothing can be
    remembered: an assessment is right whether or not it is remembered, so that costs nobody the result.
    """
    try:
        history = session.store.history(name)
        record = _news(session, history, assessment)
        if record is None:
            return
        if not tell_of_rule(session, history, assessment) and history.last_assessment is not None:
            _tell_of_role_data(session, history.last_assessment, record)

        def edit(profile: Profile, history: History) -> tuple[Profile, tuple[Record, ...], None]:
            # Whoever changed the profile meanwhile has another assessment coming.
            news = _news(session, history, assessment) if profile == assessment.profile else None
            return profile, () if news is None else (news,), None

        session.store.change(name, session.catalog, edit)
    except CareerError as error:
        session.note(f"this assessment is not remembered. {error.message}")


def tell_of_rule(session: Session, history: History, assessment: Assessment) -> bool:
    """Say what a newer rule of placement makes of a person, and return whether that was said.

    It is said once: from then on the history holds an assessment by the newer rule.
    """
    from careercli.domain.attribution import on_ladder
    from careercli.domain.history import RULE
    from careercli.domain.marks import refused

    last = history.last_on(assessment.ladder.id)
    if last is None or last.rule == RULE:
        return False
    before = _named(session.catalog, last.current)
    placement = assessment.placement
    now = placement.current.short if placement.current else "no tier"
    if placement.state == "too-little-rated":
        says = f"Before, on {day(last.as_of)}: {before}. Now too little is rated to say"
    elif before == now:
        says = f"It said {before} on {day(last.as_of)} and still does: {_readings(placement)}"
    else:
        says = f"Before, on {day(last.as_of)}: {before}. Now: {now}: {_readings(placement)}"
    catalog, person = session.catalog, assessment.profile
    marks = refused(catalog.ladder, last.facts.not_applicable)
    asked = [catalog.skill_titles[skill] for skill, _, _ in marks if skill not in person.skills]
    if asked:
        says += f". Marked not applicable, but a must-have now and so not rated yet: {listed(asked)}"
    if on_ladder(catalog, last.facts) != person:
        says += ". What you changed yourself since then is in this, too"
    session.note(
        "the rule of placement has changed: your job and your years are weighed as well now as your "
        f"answers. {says}."
    )
    return True


def _readings(placement: Placement) -> str:
    """Return what answers, years and job say, and which of them counts."""
    skills, years, held = placement.by_skills, placement.by_years, placement.by_seat
    said = [
        f"your answers show {skills.short if skills else 'no tier yet'}",
        f"your years allow {years.short if years else 'no tier yet'}",
        *([f"your job says {held.short}"] if held else []),
    ]
    counts = "the middle one counts" if held else "the lower one counts"
    ranks = sorted(rank_of(tier) for tier in ((skills, years, held) if held else (skills, years)))
    if rank_of(placement.current) < ranks[len(ranks) - 2]:
        counts = "nobody is placed more than two tiers above what their answers show"
    return f"{listed(said)}; {counts}"


def assessing_again(session: Session) -> Callable[[Profile], Assessed]:
    """Return what assesses facts of another day with today's role data."""
    from careercli.domain.attribution import on_ladder
    from careercli.domain.history import remembered

    catalog = session.catalog
    version = catalog.fingerprint

    def again(facts: Profile) -> Assessed:
        return remembered(session.assess(on_ladder(catalog, facts)), at=session.clock_day, catalog=version)

    return again


def _news(session: Session, history: History, assessment: Assessment) -> Assessed | None:
    """Return the record of an assessment that is to be remembered; None where it says nothing new.

    With ``--as-of``, days before the last one remembered are looked back at and not remembered.
    """
    from careercli.domain.history import is_news, remembered

    last = history.last_assessment
    if last and session.settings.as_of and assessment.as_of < last.as_of:
        return None
    record = remembered(assessment, at=session.clock_day, catalog=session.catalog.fingerprint)
    return record if is_news(last, record) else None


def _tell_of_role_data(session: Session, last: Assessed, record: Assessed) -> None:
    """Say in one line if the same facts give another tier than they gave with the role data of before."""
    from careercli.domain.attribution import what_changed

    if last.catalog == record.catalog or last.ladder != record.ladder:
        return
    moves = {move.of: move for move in what_changed(last, record, assessing_again(session)).by_catalog}
    for name, by in _PLACED.items():
        if name in moves:
            before, after = (
                _named(session.catalog, tier) for tier in (moves[name].before, moves[name].after)
            )
            session.note(
                f"the role data has changed since {day(last.as_of)}. The facts of that day gave"
                f" {before}{by} then and give {after} now; what you changed yourself is not in this."
            )
            return


def _named(catalog: Catalog, tier: object) -> str:
    """Return a tier by its id in words; one that the ladder has no longer by its id."""
    known = {tier.id: tier.short for tier in catalog.ladder.tiers}
    return known.get(str(tier), str(tier)) if tier else "no tier"
