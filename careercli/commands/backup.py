"""``careercli backup``: everything that is kept, in one file."""

import os
from pathlib import Path
from typing import Annotated

import typer

from careercli import __version__
from careercli.cli.context import session_of
from careercli.cli.options import Force, argument, command_app
from careercli.cli.output_file import PRINTED, check_output, says_otherwise
from careercli.cli.profile_source import check_given
from careercli.cli.results import show_done
from careercli.errors import UsageError
from careercli.formats.text import clean

app = command_app()


@app.command(
    epilog="""
        careercli backup everything.zip  # All that is kept, in one file.
        careercli backup everything.zip --force  # In place of the backup of that name.
    """
)
def backup(
    ctx: typer.Context,
    file: Annotated[str, argument("FILE", "The file to write, such as careercli.zip.")],
    force: Force = False,
) -> None:
    """Write everything that is kept for you to one file.

    Profiles, histories, notes, drafts and settings are in it, and can be read by whoever has the file: keep
    it as you keep them. 'careercli restore' puts it back.
    """
    from careercli.store import write_whole
    from careercli.store.backup import gather, pack

    session = session_of(ctx)
    check_given(file, what="FILE")
    if file == PRINTED or says_otherwise(file, [".zip"]):
        raise UsageError(f"{clean(file)} is no name for a backup.", hint="Name a file that ends in .zip.")
    if os.path.isdir(file):  # noqa: PTH112 - never raises
        inside = clean(Path(file, "careercli.zip"))
        raise UsageError(f"{clean(file)} is a folder.", hint=f"Name a file in it, such as {inside}.")
    check_output(session, file, force=force, read=None)
    gathered = gather(session.store.folders(session.cache_folder))
    for path, why in gathered.left_out:
        session.note(f"{path} is left out: it is {why}.")
    data = pack(gathered.files, session.today, __version__)
    check_output(session, file, force=force, read=None)
    write_whole(Path(file), data)
    show_done(
        session,
        "backup",
        "The backup is written",
        file=clean(file),
        date=session.today,
        size=len(data),
        files=sorted(gathered.files),
    )
