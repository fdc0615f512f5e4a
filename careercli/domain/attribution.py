"""Whose doing a change was: that of the person, of newer role data, or of a newer rule of placement."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from careercli.domain.history import RULE, Assessed
from careercli.domain.marks import refused
from careercli.domain.model import Catalog, Profile
from careercli.domain.values import Value

ALIKE = frozenset({"current", "by_years", "by_skills", "stated", "certain", "goal"})
"""What assessments by two rules of placement say alike; their fits and gaps are measured otherwise."""


class Move(Value):
    """One thing before and after. ``of`` is its name; ``key`` says which one where there are several."""

    of: str
    key: str | None
    before: object
    after: object


class WhatChanged(Value):
    """What differs between two assessments, and whose doing it is.

    ``facts`` is what the person says otherwise now. ``by_person`` is what those facts moved, ``by_catalog``
    what moved without them: the same facts assessed with the role data and the careercli of both days. Where
    the rule of placement changed between them, that is ``by_rule`` instead, and nobody's doing: as far as
    both rules say alike. ``by_either`` is what moved where both changed and nobody can tell any more which of
    them did it.
    Moves are those of :class:`Standing`; its fits have a ``key`` each, the tier.
    """

    facts: tuple[Move, ...]
    by_person: tuple[Move, ...]
    by_catalog: tuple[Move, ...]
    other_catalog: bool
    by_either: tuple[Move, ...] = ()
    by_rule: tuple[Move, ...] = ()
    other_rule: bool = False

    @property
    def anything(self) -> bool:
        """Whether facts or standing changed."""
        return bool(self.facts or self.by_person or self.by_catalog or self.by_either or self.by_rule)


def what_changed(
    previous: Assessed, current: Assessed, assess_again: Callable[[Profile], Assessed]
) -> WhatChanged:
    """Return what differs between two assessments.

    ``assess_again`` assesses earlier facts as ``current`` was assessed: with today's role data. Facts from
    another day may name a goal that the ladder has no longer; :func:`on_ladder` leaves that out.
    """
    between = assess_again(previous.facts)
    other_rule = previous.rule != current.rule
    without_them = _standing_moves(previous, between)
    return WhatChanged(
        facts=moves(previous.facts, current.facts),
        by_person=moves(between.standing, current.standing),
        by_catalog=() if other_rule else without_them,
        other_catalog=(previous.catalog, previous.ladder) != (current.catalog, current.ladder),
        by_rule=without_them if other_rule else (),
        other_rule=other_rule,
    )


def told_apart(
    previous: Assessed, current: Assessed, today: str, assess_again: Callable[[Profile], Assessed]
) -> WhatChanged:
    """Return what differs between two assessments of any time, as far as that can still be told.

    ``today`` is the fingerprint of today's catalog, and ``assess_again`` assesses earlier facts with it.
    Where the person and the role data both changed, only today's role data and rule can still be asked who
    did what.
    """
    if previous.facts == current.facts:
        return what_changed(previous, current, lambda _: current)
    by = [(record.catalog, record.ladder, record.rule) for record in (previous, current)]
    if by[0] == by[1]:
        return what_changed(previous, current, lambda _: previous)
    if (current.catalog, current.rule) == (today, RULE):
        return what_changed(previous, current, assess_again)
    return WhatChanged(
        facts=moves(previous.facts, current.facts),
        by_person=(),
        by_catalog=(),
        other_catalog=True,
        by_either=_standing_moves(previous, current),
        other_rule=previous.rule != current.rule,
    )


def on_ladder(catalog: Catalog, facts: Profile) -> Profile:
    """Return facts of another day without what the catalog knows no longer: a goal, skills, or marks."""
    known = catalog.skills_by_id
    lapsed = {entry.skill for entry in refused(catalog.ladder, facts.not_applicable)}
    return facts.but(
        goal=facts.goal if any(tier.id == facts.goal for tier in catalog.ladder.tiers) else None,
        skills={skill: level for skill, level in facts.skills.items() if skill in known},
        evidence={skill: text for skill, text in facts.evidence.items() if skill in known},
        not_applicable={
            skill: text
            for skill, text in facts.not_applicable.items()
            if skill in known and skill not in lapsed
        },
    )


def _standing_moves(before: Assessed, after: Assessed) -> tuple[Move, ...]:
    """Return where two standings differ; by two rules, in what both say alike."""
    moved = moves(before.standing, after.standing)
    return moved if before.rule == after.rule else tuple(move for move in moved if move.of in ALIKE)


def moves(before: msgspec.Struct, after: msgspec.Struct) -> tuple[Move, ...]:
    """Return where two structs of one type differ, in the order of its fields, mappings key by key."""
    out: list[Move] = []
    for name in before.__struct_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            keys = [*old, *(key for key in new if key not in old)]
            out.extend(
                Move(name, key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)
            )
        elif old != new:
            out.append(Move(name, None, old, new))
    return tuple(out)
