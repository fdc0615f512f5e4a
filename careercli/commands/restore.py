"""``careercli restore``: a backup put in the place of what is there, after it was checked and shown."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli import __version__
from careercli.cli.context import Session, session_of
from careercli.cli.options import argument, command_app, flag
from careercli.cli.profile_source import check_given, next_command
from careercli.cli.results import show, show_done
from careercli.errors import CareerError, InterruptedSessionError, NeedsInputError, breaking_off
from careercli.formats.text import clean
from careercli.text.phrases import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careercli.domain.backup import Difference
    from careercli.store.restore import Restore

app = command_app()

_ANSWERS = ("No, change nothing.", "Yes, restore it.")


@app.command(
    epilog="""
        careercli restore kept.zip --dry-run  # What would change; nothing does.
        careercli restore kept.zip --yes  # Put it back without asking.
    """
)
def restore(
    ctx: typer.Context,
    file: Annotated[str, argument("FILE", "A file that 'careercli backup' has made.")],
    dry_run: Annotated[bool, flag("--dry-run", "Show what would change, and change nothing.")] = False,
    yes: Annotated[bool, flag("--yes", "Restore without asking.")] = False,
) -> None:
    """Put a backup back, after showing what would change.

    All of it is checked before anything is replaced. A profile is put back whole, with its history and notes;
    what is not in the backup stays. What is replaced is kept in a backup of its own.
    """
    from careercli.store.backup import unpack
    from careercli.store.soundness import unreadable

    session = session_of(ctx)
    check_given(file, what="FILE")
    manifest, files = unpack(Path(file))
    broken = tuple(problem for _, problems in unreadable(files, session.catalog) for problem in problems)
    ready = session.store.restoring(session.cache_folder, files)
    difference = ready.difference
    _warn_of_program(session, files)
    aside = None
    done = not dry_run and difference.changes
    if done:
        if not yes and not _sure(session, file, difference):
            session.asker.tell("Nothing is changed.")
            return
        aside = _done(session, ready)
    tell = (
        partial(show_done, session, "restore", "It is restored")
        if done
        else partial(show, session, "restore")
    )
    tell(
        file=clean(file),
        manifest=manifest,
        difference=difference,
        broken=broken,
        done=done,
        aside=None if aside is None else clean(aside),
    )


def _warn_of_program(session: Session, files: Mapping[str, bytes]) -> None:
    """Say which program the settings of a backup would have run, if it is another one than now.

    A backup may come from somebody else, and a setting that names a program is run without a question.
    """
    from careercli.formats.parser import parse_bytes
    from careercli.formats.settings import settings_of

    brought, kept = None, session.kept_settings
    with suppress(CareerError):  # what cannot be read names none
        brought = settings_of(parse_bytes(files.get("data/settings.yaml", b""), "")).settings.pager
    if brought and brought != (kept.pager if kept else None):
        session.note(
            f"its settings have long pages shown by this program: {clean(brought)}. "
            "Where that is not yours, afterwards: careercli config unset pager"
        )


def _done(session: Session, ready: Restore) -> Path | None:
    """Do it, and return where what was replaced is kept."""
    aside = ready.keep_aside(session.today, __version__)
    try:
        ready.run()
    except KeyboardInterrupt as error:
        kept = f" What is replaced is kept in {clean(aside)}." if aside else ""
        raise InterruptedSessionError(
            f"Stopped in the middle. Each file is whole.{kept}", hint="Run it again to do the rest."
        ) from error
    return aside


def _sure(session: Session, file: str, difference: Difference) -> bool:
    """Return whether the person wants it, once they have seen what would change.

    Raises:
        NeedsInputError: nobody can be asked.

    """
    if not session.can_ask:
        look, go = (next_command(session, "restore", file, option) for option in ("--dry-run", "--yes"))
        raise NeedsInputError(
            "There is nobody to ask whether to restore it.", hint=f"See what would change: {look}, then: {go}"
        )
    from careercli.pages.backup import difference_lines
    from careercli.prompts.asker import confirmed

    session.asker.tell("\n".join(difference_lines(difference)))
    going = len(difference.replaced) + len(difference.removed)
    more = f" {count(going, 'file')} would be replaced, and kept in a backup." if going else ""
    with breaking_off("Stopped. Nothing is changed."):
        return confirmed(session.asker, f"Restore it?{more}", _ANSWERS, default="no")
