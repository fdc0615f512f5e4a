"""The page of ``profile import FOLDER``: a row for each résumé, and what is wrong with those that failed."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.domain.experience import in_doubt
from careercli.domain.resume_files import ResumeFile
from careercli.pages.blocks import Block, Gap, Grid, Heading, Item, Title
from careercli.text.phrases import count, number

_PROBLEMS = 3
"""How many problems of a file are told."""


def imports_view(files: Sequence[ResumeFile]) -> list[Block]:
    """Return what became of each file of a folder."""
    head = ("File", "Profile", "Jobs", "Support", "Leading", "In doubt", "")
    blocks: list[Block] = [Title("Imported", count(len(files), "file")), Grid(head, tuple(map(_row, files)))]
    failed = [entry for entry in files if entry.fault]
    if failed:
        blocks += [Gap(), Heading("Not imported", count(len(failed), "file"))]
    for entry in failed:
        blocks.append(Item(entry.fault, entry.file))
        blocks += [
            Item(f"{problem.place}: {problem.key} {problem.message}".replace("  ", " "), depth=1)
            for problem in entry.problems[:_PROBLEMS]
            if problem.message not in entry.fault
        ]
    return blocks


def _row(entry: ResumeFile) -> tuple[str, ...]:
    if entry.draft is None:
        return (entry.file, "", "", "", "", "", "failed")
    profile, doubt = entry.draft.profile, in_doubt(entry.draft)
    done = (
        "failed" if entry.fault else "saved before" if entry.earlier else "saved" if entry.saved else "draft"
    )
    years = [f"{number(amount)} y" for amount in (profile.support_years, profile.leading_years)]
    open_ = f"up to {number(doubt.support_years)} y" if doubt.support_years else ""
    return (entry.file, entry.name or "", str(len(entry.draft.positions)), *years, open_, done)
