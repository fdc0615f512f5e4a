"""``careercli profile history``: what is remembered of a saved profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.options import SavedNameOrDefault
from careercli.cli.results import show
from careercli.cli.saved_profiles import existing
from careercli.errors import InvalidDataError

if TYPE_CHECKING:
    from careercli.domain.attribution import WhatChanged
    from careercli.domain.history import Assessed, History


def show_history(ctx: typer.Context, name: SavedNameOrDefault = None) -> None:
    """Show what is remembered, and whose doing each change was."""
    session = session_of(ctx)
    found = existing(session, name)
    history = session.store.history(found)
    changes = _changes(session, history)
    show(session, "history", name=found, history=history, changes=changes)
    if history.problems:
        raise InvalidDataError.counting(
            f"The history of {found}",
            history.problems,
            hint="The other records count; nothing was changed.",
        )


def _changes(session: Session, history: History) -> dict[int, WhatChanged]:
    """Return by line what differs from the assessment before, told apart as far as that can be."""
    from careercli.cli.assessment_log import assessing_again
    from careercli.domain.attribution import told_apart
    from careercli.domain.history import Assessed

    again, today = assessing_again(session), session.catalog.fingerprint
    changes: dict[int, WhatChanged] = {}
    before: Assessed | None = None
    for line, record in history.entries:
        if isinstance(record, Assessed):
            if before is not None:
                changes[line] = told_apart(before, record, today, again)
            before = record
    return changes
