"""The pages of backups: what was written, and what a restore has changed or would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careercli.domain.backup import Difference, Manifest
from careercli.errors import Problem
from careercli.pages.blocks import Block, Command, Fact, Gap, Heading, Item, Paragraph, Title
from careercli.text.phrases import count, day

_PROFILES = "data/profiles/"

_SAID = {
    "new": "new",
    "replaced": "replaced",
    "removed": "removed: it is no part of the profile in the backup",
    "kept": "kept: it is not in the backup",
}


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
    blocks += [Item(said, path) for path, said in _paths(difference)]
    if difference.same:
        blocks.append(Paragraph(f"{count(len(difference.same), 'file')} as in the backup already."))
    if broken:
        blocks += [Gap(), Heading("Cannot be read", "it is put back as it is")]
        blocks += [
            Item(f"{problem.message}.", f"{problem.place} {problem.key}".strip()) for problem in broken
        ]
    if aside:
        blocks += [Gap(), Command("To take it back", f"careercli restore {aside}")]
    return blocks


def difference_lines(difference: Difference) -> list[str]:
    """Return what a restore would change as lines."""
    return [f"{path}: {said}" for path, said in _paths(difference)]


def _paths(difference: Difference) -> list[tuple[str, str]]:
    return sorted((path, said) for name, said in _SAID.items() for path in getattr(difference, name))
