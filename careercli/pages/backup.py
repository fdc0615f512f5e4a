"""The pages of backups: what was written, and what a restore has changed or would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careercli.domain.backup import Difference, Manifest
from careercli.errors import Problem
from careercli.pages.blocks import Block, Command, Fact, Gap, Item, Paragraph, Title, part
from careercli.text.phrases import count, day

_PROFILES = "data/profiles/"

_KINDS = {
    "new": ("New", ""),
    "replaced": ("Replaced", ""),
    "removed": ("Removed", "they came to these profiles after the backup"),
    "kept": ("Kept", "they are not in the backup"),
}
"""What a restore does with files: what to call it, and why it does so."""

_SHOWN = 12
"""How many files of a kind are told; the document has all of them."""


def backup_view(file: str, size: int, files: Sequence[str], *, command: Callable[..., str]) -> list[Block]:
    """Return what a backup holds; ``command`` makes a line to type of the words behind ``careercli``."""
    names = [path for path in files if path.startswith(_PROFILES) and path.endswith(".yaml")]
    return [
        Title("Backup", file),
        Fact("Files", count(len(files), "file")),
        Fact("Profiles", count(len(names), "profile")),
        Fact("Size", f"{max(size // 1024, 1)} KiB"),
        Gap(),
        Paragraph("Whoever has the file can read all of it. Keep it as you keep your profiles.", quiet=True),
        Command("To put it back", command("restore", file)),
    ]


def restore_view(
    file: str,
    manifest: Manifest,
    difference: Difference,
    broken: Sequence[Problem],
    done: bool,  # noqa: FBT001 - called by name
    aside: str | None,
) -> list[Block]:
    """Return what a restore has changed or would change, and what of the backup cannot be read."""
    made = f"of {day(manifest.date)}, by careercli {manifest.careercli}"
    blocks: list[Block] = [Title("Restored" if done else "What a restore would change", f"{file}, {made}")]
    if not difference.changes:
        blocks.append(Paragraph("Everything is as it is in the backup."))
    for name, (heading, why) in _KINDS.items():
        if paths := getattr(difference, name):
            aside_words = f"{count(len(paths), 'file')}{f': {why}' if why else ''}"
            blocks += part(heading, map(Item, _some(paths)), aside_words)
    if difference.same:
        blocks += [Gap()] if difference.changes or difference.kept else []
        blocks.append(Paragraph(f"{count(len(difference.same), 'file')} as in the backup already."))
    told = (Item(f"{problem.message}.", f"{problem.place} {problem.key}".strip()) for problem in broken)
    blocks += part("Cannot be read", told, "it is put back as it is")
    if aside:
        blocks += [Gap(), Command("To take it back", f"careercli restore {aside}")]
    return blocks


def difference_lines(difference: Difference) -> list[str]:
    """Return what a restore would change as lines."""
    lines = []
    for name, (heading, why) in _KINDS.items():
        if paths := getattr(difference, name):
            lines += [f"{heading}{f' ({why})' if why else ''}:", *(f"  {path}" for path in _some(paths))]
    return lines


def _some(paths: Sequence[str]) -> list[str]:
    """Return the first of many paths, and how many more there are."""
    more = [f"and {count(len(paths) - _SHOWN, 'file')} more"] if len(paths) > _SHOWN else []
    return [*paths[:_SHOWN], *more]
