"""``careercli profile import FOLDER``: a profile of each résumé in it; one that is broken stops no other."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from careercli.cli.context import Session
from careercli.cli.profile_source import next_command
from careercli.cli.results import show
from careercli.cli.saved_profiles import create, problems_of
from careercli.domain.history import Imported
from careercli.domain.resume_files import ResumeFile
from careercli.errors import CareerError, InvalidDataError, NeedsInputError, breaking_off
from careercli.formats.document import shortened
from careercli.formats.text import clean
from careercli.interview.destination import slug
from careercli.prompts.asker import confirmed
from careercli.store import check_name
from careercli.text.phrases import count, listed_first

_MOST_NAMED = 5
"""How many folders a sentence names before it counts the others."""


def import_folder(session: Session, source: str, files: Sequence[Path], prefix: str, *, yes: bool) -> None:
    """Import each file under a name that begins with ``prefix``, and show what became of them.

    Raises:
        UsageError: no profile can be called so.
        InvalidDataError: there are no files, or some could not be imported.
        NeedsInputError: nobody says whether to save them.

    """
    check_name(f"{prefix}x")
    inside = _folders_in(source, files)
    if not files:
        hint = f"Its folders are not searched, {inside}: name one." if inside else "Name a folder of résumés."
        raise InvalidDataError(f"There are no files in {clean(source)}.", hint=hint)
    if inside:
        session.say(f"Folders in it are not searched: {inside}. Import each of them by itself.")
    taken = set(session.store.names())
    entries = [_drafted(session, file, prefix, taken) for file in files]
    good = [entry for entry in entries if entry.draft and not entry.earlier]
    asked = session.can_ask and not yes
    if asked:
        show(session, "imports", folder=source, files=entries)
        if not good or not _confirmed(session, len(good)):
            session.asker.tell("Nothing is saved.")
            return
    if yes or asked:
        entries = [_saved(session, entry) for entry in entries]
    show(session, "imports", folder=source, files=entries)
    failed = sum(not entry.draft or (yes and not entry.saved) for entry in entries)
    if failed:
        raise InvalidDataError(
            f"{failed} of {count(len(entries), 'file')} could not be imported.",
            hint="The others are not touched by it. Mend these, and import the folder again.",
        )
    if good and not yes and not asked:
        again = next_command(session, "profile", "import", source, "--as", prefix, "--yes")
        raise NeedsInputError(
            "The drafts are not saved: there is nobody to confirm them.", hint=f"Save them with: {again}"
        )


def _folders_in(source: str, files: Sequence[Path]) -> str:
    """Return the names of the folders that nothing is read from, the first few; "" where there are none."""
    names = [
        shortened(entry.name)
        for entry in sorted(Path(source).iterdir())
        if entry.is_dir() and entry not in files and not entry.name.startswith((".", "~"))
    ]
    return listed_first(names, _MOST_NAMED)


def _drafted(session: Session, file: Path, prefix: str, taken: set[str]) -> ResumeFile:
    """Return the draft of one file, with the name that it gets; or what is wrong with it."""
    from careercli.api import read_resume
    from careercli.interview.resume import draft_of

    shown = clean(file.name)
    try:
        resume = read_resume(file, session.catalog)
        draft = draft_of(session, resume)
    except CareerError as error:
        return ResumeFile(
            shown, fault=f"{error.message} {error.hint}".rstrip(), problems=problems_of(error, shown)
        )
    for name in _names(file, prefix):
        if _source_of(session, name) == draft.source:
            return ResumeFile(shown, name, draft, clean(session.store.path(name)), earlier=True)
        if name not in taken:
            break
    taken.add(name)
    return ResumeFile(shown, name, draft)


def _names(file: Path, prefix: str) -> Iterator[str]:
    """Yield the names for a file: the prefix and its own; of several alike the later ones are numbered."""
    between = "" if prefix.endswith(("-", "_", ".")) else "-"
    whole = f"{prefix}{between}{slug(file.stem)}"
    yield whole
    yield from (f"{whole}-{number}" for number in itertools.count(2))


def _source_of(session: Session, name: str) -> str | None:
    """Return the file that a saved profile was imported from; None where none is saved under the name."""
    try:
        entries = session.store.history(name).entries
    except CareerError:
        return None
    records = (entry.record for entry in entries)
    return next((record.source for record in records if isinstance(record, Imported)), None)


def _saved(session: Session, entry: ResumeFile) -> ResumeFile:
    """Return an entry with its profile saved, or with why it is not."""
    if entry.draft is None or entry.name is None or entry.earlier:
        return entry
    try:
        record = Imported(day=session.today, source=entry.draft.source)
        path = create(session, entry.name, entry.draft.profile, record)
    except CareerError as error:
        return entry.but(fault=error.message)
    return entry.but(saved=clean(path))


def _confirmed(session: Session, amount: int) -> bool:
    title, answers = f"Save {count(amount, 'profile')}?", ("Yes, save them.", "No, save nothing.")
    detail = "Of what is in doubt, the careful answer counts; import a file by itself to be asked."
    with breaking_off("Stopped. Nothing is saved."):
        return confirmed(session.asker, title, answers, detail=detail, default="yes")
