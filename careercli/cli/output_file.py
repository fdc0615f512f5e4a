"""Writing a result to a file that somebody named: in which form, and never over something of theirs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from careercli.cli.context import Session
from careercli.cli.profile_source import saved_name
from careercli.cli.screenshots import no_picture_of
from careercli.errors import StorageError, UsageError, reason_of
from careercli.formats.text import clean

PRINTED = "-"
"""What stands for standard output where a file is asked for."""


def _named(output: str | None) -> str | None:
    """Refuse a name that is empty, as where a script forgot to set it."""
    if output == "":
        raise UsageError("-o takes the name of a file, and this is empty.", hint="'-o -' prints it.")
    return output


Output = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write it to a file; - prints it.",
        show_default=False,
        callback=_named,
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")]


Form = TypeVar("Form")


_KNOWN = (
    "avif bmp csv doc docx gif gz htm html ics jpeg jpg json jsonl markdown md ods odt pdf png pptx rtf svg "
    "tsv webp xls xlsx xml yaml yml zip zst"
)
"""Endings that say what a file is; a name with any other, or with none, may hold whatever is asked for."""


def says_otherwise(output: str, own: Collection[str]) -> bool:
    """Return whether the ending of a file's name says that it is something else than what ends in ``own``."""
    suffix = Path(output).suffix.lower()
    return suffix[1:] in _KNOWN.split() and suffix not in own


def form_of(
    output: str | None, asked: Mapping[str, Form | None], endings: Mapping[str, Form], printed: Form
) -> Form:
    """Return in which form to write a result: as options ask, else as the ending of the file says.

    Args:
        output: the file; None or ``-`` where it is printed.
        asked: each option as it is typed, with the form it asks for, or None where it is not given.
        endings: the form that each ending of a file's name chooses, in small letters with its point.
        printed: the form of what is printed, where no option asks for another.

    Raises:
        UsageError: two of them contradict each other, or nothing says what is wanted.

    """
    given = {option: form for option, form in asked.items() if form is not None}
    if len(set(given.values())) > 1:
        raise UsageError(f"{' and '.join(given)} contradict each other.", hint="Leave one of them out.")
    told = next(iter(given.values()), None)
    if output is None or output == PRINTED:
        return printed if told is None else told
    ending = endings.get(Path(output).suffix.lower())
    if told is None and ending is None:
        *others, last = endings
        options = " or ".join(option.partition(" ")[0] for option in asked)
        raise UsageError(
            f"What {clean(output)} should be is not clear from its ending.",
            hint=f"Name a file that ends in {', '.join(others)} or {last}, or add {options}.",
        )
    own = [suffix for suffix, form in endings.items() if form == told]
    if told is not None and (ending not in {None, told} or says_otherwise(output, own)):
        raise UsageError(
            f"{next(iter(given))} and {clean(output)} contradict each other.",
            hint="Leave the option out, or name the file otherwise."
            if ending is not None
            else f"Name a file that ends in {' or '.join(own)}.",
        )
    return ending if told is None else told  # type: ignore[return-value] # one of them is given


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
        UsageError: the file is there and ``force`` is not given, or it is one that is never replaced; or a
            picture of the screen is asked for, and there is none.
        StorageError: its folder does not exist, or it cannot be written.

    """
    if session.settings.picture is not None:
        raise no_picture_of("none")
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
            read, lies among what is kept for the person, or is no file but a folder, device or pipe.
        StorageError: its folder does not exist, or the system cannot tell.

    """
    path, shown = Path(output), clean(output)
    try:
        target, kept = path.resolve(), session.store.profiles.parent.resolve()
        origin = _origin(session, read)
        same = origin is not None and path.exists() and path.samefile(origin)
        folder, there = target.parent.is_dir(), path.exists()
        no_file = there and not path.is_file()
    except (OSError, ValueError, RuntimeError) as error:
        raise StorageError(f"{shown} cannot be written: {reason_of(error)}.") from error
    if same or target.is_relative_to(kept):
        what = "is the profile itself" if same else "lies in the folder where careercli keeps your profiles"
        raise UsageError(f"{shown} {what}; nothing else is written there.", hint="Choose another name.")
    if not folder:
        raise StorageError(
            f"{shown} cannot be written: there is no folder {clean(str(path.parent))}.",
            hint="Make the folder first, or choose another.",
        )
    if no_file:
        what = "a folder" if path.is_dir() else "no file that could be replaced"
        raise UsageError(f"{shown} is {what}.", hint="Choose another name; '-o -' prints it.")
    if there and not force:
        raise UsageError(
            f"{shown} is there already.", hint="Choose another name, or replace it with --force."
        )


def _origin(session: Session, read: str | None) -> Path | None:
    """Return the file that PROFILE was read from; None where there is none, as with facts alone."""
    name = saved_name(session, read)
    if name is not None:
        return session.store.path(name) if name in session.store.names() else None
    return Path(read) if read and read != PRINTED else None
