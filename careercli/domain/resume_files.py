"""The files of a folder of résumés, and what became of each."""

from __future__ import annotations

from careercli.domain.experience import Draft
from careercli.domain.values import Value
from careercli.errors import Problem


class ResumeFile(Value):
    """One résumé of many: the profile that it makes, or why it makes none.

    ``name`` is that of the profile, null where there is none; ``saved`` its file, null where it is not saved;
    ``earlier`` says that it was saved from the same file in an earlier run, and stays as it is.
    """

    file: str
    name: str | None = None
    draft: Draft | None = None
    saved: str | None = None
    earlier: bool = False
    fault: str = ""
    problems: tuple[Problem, ...] = ()
