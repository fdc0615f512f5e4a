"""Writing a result to a file that somebody named: in which form, and never over something of theirs."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import msgspec

from careercli.cli.context import Session
from careercli.cli.new_file import check_free, refusals
from careercli.cli.profile_source import saved_name
from careercli.errors import CareerError, UsageError
from careercli.formats.text import clean

PRINTED = "-"
"""What stands for standard output where a file is asked for."""


FORMS = {
    ".txt": "table",
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".markdown": "md",
    ".csv": "csv",
    ".ics": "ics",
    ".json": "json",
}
"""The form of a result that the ending of a file's name chooses."""

PAGES = (".txt", ".html", ".htm", ".md", ".markdown", ".json")
"""The endings of what can be a screen, a page, Markdown and JSON."""

_KNOWN = (
    "avif bmp csv doc docx gif gz htm html ics jpeg jpg json jsonl markdown md ods odt pdf png pptx rtf svg "
    "tsv webp xls xlsx xml yaml yml zip zst"
)
"""Endings that say what a file is; a name with any other, or with none, may hold whatever is asked for."""


def says_otherwise(output: str, own: Collection[str]) -> bool:
    """Return whether the ending of a file's name says that it is something else than what ends in ``own``."""
    suffix = Path(output).suffix.lower()
    return suffix[1:] in _KNOWN.split() and suffix not in own


def form_of(output: str | None, asked: Mapping[str, str | None], endings: Sequence[str]) -> str:
    """Return in which form to write a result: as options ask, else as the ending of the file says.

    Args:
        output: the file; None or ``-`` where it is printed, as a screen unless an option asks for more.
        asked: each option as it is typed, with the form it asks for, or None where it is not given.
        endings: those of a file's name that choose a form, of :data:`FORMS`.

    Raises:
        UsageError: two of them contradict each other, or nothing says what is wanted.

    """
    given = {option: form for option, form in asked.items() if form is not None}
    if len(set(given.values())) > 1:
        raise UsageError(f"{' and '.join(given)} contradict each other.", hint="Leave one of them out.")
    told = next(iter(given.values()), None)
    if output is None or output == PRINTED:
        return told or "table"
    suffix = Path(output).suffix.lower()
    ending = FORMS[suffix] if suffix in endings else None
    if told is None and ending is None:
        *others, last = endings
        options = " or ".join(option.partition(" ")[0] for option in asked)
        raise UsageError(
            f"What {clean(output)} should be is not clear from its ending.",
            hint=f"Name a file that ends in {', '.join(others)} or {last}, or add {options}.",
        )
    own = [suffix for suffix in endings if FORMS[suffix] == told]
    if told is not None and (ending not in {None, told} or says_otherwise(output, own)):
        raise UsageError(
            f"{next(iter(given))} and {clean(output)} contradict each other.",
            hint="Leave the option out, or name the file otherwise."
            if ending is not None
            else f"Name a file that ends in {' or '.join(own)}.",
        )
    return told or ending or "table"


class Target(msgspec.Struct, frozen=True):
    """Where a result goes, and in which form.

    Attributes:
        form: one of :data:`FORMS`; ``table`` is the screen.
        file: the file; None where it is printed.
        force: whether a file that is there is replaced.
        read: the PROFILE that the result comes from: it is never written over.

    """

    form: str
    file: str | None
    force: bool
    read: str | None

    @property
    def on_screen(self) -> bool:
        """Whether this is the screen, and no file."""
        return self.form == "table" and self.file is None

    def check(self, session: Session) -> None:
        """Refuse a file that may not be written, as :func:`check_output` does."""
        check_output(session, self.file, force=self.force, read=self.read)


def check_output(session: Session, output: str | None, *, force: bool, read: str | None) -> None:
    """Refuse a file that may not be written, so that nobody waits for what cannot be saved.

    Raises:
        UsageError: it is there and ``force`` is not given; or, even so, it is the profile that was ``read``,
            lies among what is kept for the person, or is no file but a folder, device or pipe.
        StorageError: its folder does not exist, or the system cannot tell.

    """
    if output is None or output == PRINTED:
        return
    path, shown = Path(output), clean(output)
    with refusals(shown):
        target, kept = path.resolve(), session.store.profiles.parent.resolve()
        origin = _origin(session, read)
        there = path.exists()
        same = origin is not None and there and path.samefile(origin)
    if same or target.is_relative_to(kept):
        what = "is the profile itself" if same else "lies in the folder where careercli keeps your profiles"
        raise UsageError(f"{shown} {what}; nothing else is written there.", hint="Choose another name.")
    if there and not path.is_file():
        what = "a folder" if path.is_dir() else "no file that could be replaced"
        raise UsageError(f"{shown} is {what}.", hint="Choose another name; '-o -' prints it.")
    check_free(path, shown, force=force)


def target_of(
    session: Session,
    output: str | None,
    asked: Mapping[str, str | None],
    *,
    force: bool,
    read: str | None,
    endings: Sequence[str] = PAGES,
) -> Target:
    """Return where a result goes, by the options of a command; ``--json`` among those ``asked`` is filled in.

    Raises:
        UsageError: two of them contradict each other, or nothing says what is wanted.

    """
    asked = {**asked, "--json": "json" if session.settings.json else None}
    return Target(form_of(output, asked, endings), None if output == PRINTED else output, force, read)


def _origin(session: Session, read: str | None) -> Path | None:
    """Return the file that PROFILE was read from; None where there is none, as with facts alone."""
    try:
        name = saved_name(session, read)
    except CareerError:  # the settings leave open which profile is meant; who reads it is told
        return None
    if name is not None:
        return session.store.path(name) if name in session.store.names() else None
    return Path(read) if read and read != PRINTED else None
