"""``careercli profile undo``: the last change of a saved profile taken back, and taken up again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.options import SavedNameOrDefault, flag
from careercli.cli.results import show_done
from careercli.cli.saved_profiles import existing
from careercli.domain.model import Profile
from careercli.formats.text import clean

if TYPE_CHECKING:
    from careercli.domain.history import History, Record, StepDone


def undo(
    ctx: typer.Context,
    name: SavedNameOrDefault = None,
    redo: Annotated[bool, flag("--redo", "Take up again what was taken back last.")] = False,
) -> None:
    """Take back the last change of a saved profile, whatever made it.

    A rating, an edit, a step: what the profile said before is put in its place, and a step that was finished
    by it is not done any more. Only the last change is kept. Notes and what was deleted do not come back.
    """
    from careercli.domain.attribution import moves
    from careercli.domain.reversal import Reversal

    session = session_of(ctx)
    found = existing(session, name)
    steps: list[StepDone] = []

    def remember(before: Profile | None, after: Profile, history: History) -> Iterable[Record]:
        return _records(session, before, after, history, steps)

    swapped = session.store.swap(found, session.catalog, remember, redo=redo)
    readable = swapped.before is not None
    moved = moves(swapped.before, swapped.after) if swapped.before is not None else ()
    reversal = Reversal(redone=redo, moves=moved, steps=tuple(steps), readable=readable)
    file = clean(session.store.path(found))
    done = f"The change is taken {'up again' if redo else 'back'}"
    show_done(session, "reversal", done, name=found, file=file, reversal=reversal)


def _records(
    session: Session, before: Profile | None, after: Profile, history: History, steps: list[StepDone]
) -> list[Record]:
    """Return what is remembered: steps, and where the person stood and stands; notes the steps down."""
    from careercli.domain.history import StepDone, is_news, remembered
    from careercli.domain.reversal import records_of

    of_steps = records_of(before, after, history, session.today) if before is not None else []
    by_line = {entry.line: entry.record for entry in history.entries}
    for record in of_steps:
        step = record if isinstance(record, StepDone) else by_line[record.of]
        steps += [step] if isinstance(step, StepDone) else []
    version, last = session.catalog.fingerprint, history.last_assessment
    if (
        last is not None and last.as_of > session.today
    ):  # what is remembered of later days is not contradicted
        return [*of_steps]
    stood = [
        remembered(session.assess(person), at=session.clock_day, catalog=version)
        for person in (before, after)
        if person is not None
    ]
    was = stood[:-1] if stood[:-1] and is_news(last, stood[0]) else []
    latest = stood[0] if len(stood) > 1 else last
    return [*was, *of_steps, *(stood[-1:] if is_news(latest, stood[-1]) else [])]
