"""What ``data check``, ``data where`` and ``data new`` print: a document, or the same as lines."""

from careercli.documents.errors import ProblemDocument
from careercli.documents.projection import Printed
from careercli.formats.text import one_line
from careercli.text.phrases import count


class CheckDocument(Printed, tag="careercli/check@1"):
    """What ``data check --json`` prints.

    What later packs took the place of is in ``overridden``. Where there are ``problems`` nothing is put
    together: the counts are null.
    """

    packs: tuple[str, ...]
    ladders: int | None = None
    tiers: int | None = None
    skills: int | None = None
    sources: int | None = None
    personas: int | None = None
    overridden: tuple[str, ...] = ()
    problems: tuple[ProblemDocument, ...] = ()


class WhereDocument(Printed, tag="careercli/where@1"):
    """What ``data where --json`` prints: the folders and files in use."""

    builtin: str
    packs: tuple[str, ...]
    profiles: str
    history: str
    notes: str
    opinions: str
    letters: str
    settings: str
    draft: str
    cache: str


class NewPackDocument(Printed, tag="careercli/new-pack@1"):
    """What ``data new --json`` prints: a pack's folder, its files from there, and commands to go on with."""

    id: str
    folder: str
    files: tuple[str, ...]
    next: tuple[str, ...]


def check_lines(result: CheckDocument) -> list[str]:
    """Return the result of a check without problems as lines."""
    amounts = [
        count(result.ladders or 0, "ladder"),
        count(result.tiers or 0, "tier"),
        count(result.skills or 0, "skill"),
        count(result.sources or 0, "source"),
        f"{result.personas} {'person' if result.personas == 1 else 'people'}",
    ]
    lines = [f"Pack: {one_line(pack)}" for pack in result.packs]
    lines.append(f"No problems: {', '.join(amounts)}.")
    lines += [f"Overridden: {name}" for name in result.overridden]
    return lines


def where_lines(places: WhereDocument) -> list[str]:
    """Return the folders as lines."""
    labeled = [
        ("Role data", places.builtin),
        *(("Pack", pack) for pack in places.packs),
        ("Profiles", places.profiles),
        ("History", places.history),
        ("Notes", places.notes),
        ("Second opinions", places.opinions),
        ("Letters", places.letters),
        ("Settings", places.settings),
        ("Draft", places.draft),
        ("Cache", places.cache),
    ]
    return [f"{label}: {one_line(place)}" for label, place in labeled]


def new_pack_lines(pack: NewPackDocument) -> list[str]:
    """Return what was written as lines; the schemas, which nobody reads, on one."""
    shown = [name for name in pack.files if not name.startswith(".")]
    hidden = len(pack.files) - len(shown)
    lines = [f"Written to {one_line(pack.folder)}:", *(f"  {name}" for name in shown)]
    if hidden:
        lines.append(f"  .schemas/ ({count(hidden, 'file')} for editors)")
    return [*lines, "Read README.md there first. Then:", *(f"  {one_line(line)}" for line in pack.next)]
