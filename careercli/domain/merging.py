"""A profile that two have changed at the same time, with the changes of both."""

from __future__ import annotations

from collections.abc import Mapping

from careercli.domain.model import Profile

_JOB = ("employed", "leads_people", "team")
"""What is said of the job held now is one answer: its parts could contradict those of another."""

_BY_SKILL = ("skills", "not_applicable")
"""A rating and the reason why a skill does not apply are one answer: a skill has one or the other."""


def merged(base: Profile, ours: Profile, theirs: Profile) -> Profile:
    """Return ``theirs`` with what ``ours`` changed of ``base``; where both changed one thing, ours counts.

    Answers about skills, and evidence, count one by one. Years that neither has said, fewer of support than
    of leading, become as many of support.
    """
    changes: dict[str, object] = {
        name: mine
        for name in Profile.__struct_fields__
        if (mine := getattr(ours, name)) != getattr(base, name) and not isinstance(mine, dict)
    }
    if any(name in changes for name in _JOB):
        changes |= {name: getattr(ours, name) for name in _JOB}
    changed = {skill for name in _BY_SKILL for skill in _changed(getattr(base, name), getattr(ours, name))}
    for name in _BY_SKILL:
        changes[name] = _taken(getattr(ours, name), getattr(theirs, name), changed)
    changes["evidence"] = _taken(ours.evidence, theirs.evidence, _changed(base.evidence, ours.evidence))
    both = theirs.but(**changes)
    if _years_agree(ours) and _years_agree(theirs) and not _years_agree(both):
        return both.but(support_years=both.leading_years)
    return both


def _years_agree(profile: Profile) -> bool:
    """Return whether leading support work counts as support work, as it does on the two clocks."""
    return profile.leading_years <= profile.support_years


def _changed(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    return {key for key in {**before, **after} if before.get(key) != after.get(key)}


def _taken(ours: Mapping[str, object], theirs: Mapping[str, object], changed: set[str]) -> dict[str, object]:
    """Return a mapping of theirs with ours for the keys that we changed."""
    kept = {key: value for key, value in theirs.items() if key not in changed}
    return kept | {key: value for key, value in ours.items() if key in changed}
