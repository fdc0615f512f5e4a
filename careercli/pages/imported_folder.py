"""The page of ``profile import FOLDER``: an entry for each résumé, and what is wrong with what failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercli.domain.experience import in_doubt
from careercli.domain.resume_files import ResumeFile
from careercli.pages.blocks import Block, Item, Title, part
from careercli.text.phrases import capital, count, number

_PROBLEMS = 3
"""How many problems of a file are told."""


def imports_view(files: Sequence[ResumeFile]) -> list[Block]:
    """Return what became of each file of a folder."""
    blocks: list[Block] = [Title("Imported", count(len(files), "file")), *map(_item, files)]
    failed = [entry for entry in files if entry.fault]
    told = (item for entry in failed for item in _failed(entry))
    return [*blocks, *part("Not imported", told, count(len(failed), "file"))]


def _failed(entry: ResumeFile) -> Iterator[Item]:
    yield Item(entry.fault, entry.file)
    for problem in entry.problems[:_PROBLEMS]:
        if problem.message not in entry.fault:
            yield Item(f"{problem.place}: {problem.key} {problem.message}".replace("  ", " "), depth=1)


def _item(entry: ResumeFile) -> Item:
    """Return what became of a file, and what its jobs come to."""
    if entry.draft is None:
        return Item("Failed.", entry.file)
    profile, doubt = entry.draft.profile, in_doubt(entry.draft)
    done = "failed" if entry.fault else "saved" if entry.saved else "draft"
    name = f" {'before ' if entry.earlier else ''}as {entry.name}" if entry.name and done == "saved" else ""
    leading = f", {number(profile.leading_years)} of them leading" if profile.leading_years else ""
    more = f" Up to {number(doubt.support_years)} more are in doubt." if doubt.support_years else ""
    jobs, years = count(len(entry.draft.positions), "job"), count(profile.support_years, "support year")
    return Item(f"{capital(done)}{name}: {jobs}, {years}{leading}.{more}", entry.file)
