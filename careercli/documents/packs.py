"""What ``data check``, ``data where`` and ``data new`` print: a document, or the same as lines."""

import msgspec

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
        count(getattr(result, f"{what}s") or 0, what) for what in ("ladder", "tier", "skill", "source")
    ]
    amounts.append(count(result.personas or 0, "person", "people"))
    lines = [f"Pack: {one_line(pack)}" for pack in result.packs]
    lines.append(f"No problems: {', '.join(amounts)}.")
    lines += [f"Overridden: {name}" for name in result.overridden]
    return lines


_LABELS = {"builtin": "Role data", "packs": "Pack", "opinions": "Second opinions"}
"""What places are called of which the key of the document says it less well."""


def where_lines(places: WhereDocument) -> list[str]:
    """Return the folders as lines."""
    lines = []
    for name, value in msgspec.structs.asdict(places).items():
        label = _LABELS.get(name, name.capitalize())
        lines += [f"{label}: {one_line(place)}" for place in (value if isinstance(value, tuple) else [value])]
    return lines


def new_pack_lines(pack: NewPackDocument) -> list[str]:
    """Return what was written as lines; the schemas, which nobody reads, on one."""
    shown = [name for name in pack.files if not name.startswith(".")]
    hidden = len(pack.files) - len(shown)
    lines = [f"Written to {one_line(pack.folder)}:", *(f"  {name}" for name in shown)]
    if hidden:
        lines.append(f"  .schemas/ ({count(hidden, 'file')} for editors)")
    return [*lines, "Read README.md there first. Then:", *(f"  {one_line(line)}" for line in pack.next)]
