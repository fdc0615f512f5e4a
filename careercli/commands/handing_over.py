"""Writing a result to a file that somebody named: never over something of theirs, unless they say so."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careercli.documents.text import clean
from careercli.errors import StorageError, UsageError
from careercli.facts import saved_name
from careercli.session import Session

PRINTED = "-"
"""What stands for standard output where a file is asked for."""

Output = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write it to a file; - prints it.", show_default=False
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")]


def hand_over(
    session: Session,
    data: bytes,
    output: str | None,
    *,
    force: bool,
    read: str | None = None,
    text: bool = True,
) -> None:
    """Write ``data`` to the file ``output``, whole or not at all, or print it where that is None or ``-``.

    ``read`` is the PROFILE that the data came from: it is never written over. Printed ``text`` is put into
    the encoding of standard output; anything else goes out as it is.

    Raises:
        UsageError: the file is there and ``force`` is not given, or it is one that is never replaced.
        StorageError: its folder does not exist, or it cannot be written.

    """
    if output is None or output == PRINTED:
        if text:
            session.write(data.decode())
        else:
            session.write_bytes(data)
        return
    check_free(session, output, force=force, read=read)
    from careercli.store import write_whole

    write_whole(Path(output), data)
    session.say(f"Written to {clean(output)}.")


def check_free(session: Session, output: str, *, force: bool, read: str | None = None) -> None:
    """Refuse a file that may not be written, so that nobody waits for what cannot be saved.

    Raises:
        UsageError: it is there and ``force`` is not given; or, even so, it is the profile that was
            read, or lies among what is kept for the person.
        StorageError: its folder does not exist, or the system cannot tell.

    """
    path, shown = Path(output), clean(output)
    try:
        target, kept = path.resolve(), session.store.profiles.parent.resolve()
        name = saved_name(session, read)
        origin = session.store.path(name) if name else Path(read or PRINTED)
        same = read != PRINTED and path.exists() and path.samefile(origin)
        there = target.parent.is_dir()
    except (OSError, ValueError, RuntimeError) as error:
        raise StorageError(f"{shown} cannot be written: {clean(str(error))}.") from error
    if same or target.is_relative_to(kept):
        what = "is the profile itself" if same else "lies in the folder where careercli keeps your profiles"
        raise UsageError(f"{shown} {what}; nothing else is written there.", hint="Choose another name.")
    if not there:
        raise StorageError(
            f"{shown} cannot be written: there is no folder {clean(str(path.parent))}.",
            hint="Make the folder first, or choose another.",
        )
    if path.exists() and not force:
        raise UsageError(
            f"{shown} is there already.", hint="Choose another name, or replace it with --force."
        )
