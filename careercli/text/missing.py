"""What is missing for a tier as one tells it: a must-have of several skills as one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap, GapKind, gaps
from careercli.domain.model import LEVEL_NAMES, Skill
from careercli.domain.placement import GateStanding, TierStanding, rank_of
from careercli.domain.requirements import Gate
from careercli.domain.values import Value
from careercli.text.phrases import count, inside, listed, spoken

_FEW = 2
"""Up to this many skills of a must-have are named."""


class Missing(Value):
    """One thing that a tier asks and the profile does not show: a must-have, or a skill.

    ``gate`` is the must-have that it is about, or None. ``gaps`` is the skill, or of a must-have that several
    skills can meet those that meet it in the fewest hours.
    """

    kind: GapKind
    gate: GateStanding | None
    gaps: tuple[Gap, ...]

    @property
    def choice(self) -> GateStanding | None:
        """The must-have that several skills can meet; None where there is no choice."""
        return None if self.gate is None or self.gate.gate.single else self.gate


def to_confirm(assessment: Assessment) -> tuple[Missing, ...]:
    """Return what is left to show of the tier that somebody is placed at: its must-haves, else its skills."""
    current = assessment.placement.current
    if current is None or rank_of(assessment.placement.confirmed) >= current.rank:
        return ()
    found = gaps(assessment.ladder, assessment.skills, assessment.profile, current, assessment.goal)
    told = missing(assessment.standing(current), found)
    return tuple(entry for entry in told if entry.gate) or told


def missing(standing: TierStanding, rows: Iterable[Gap]) -> tuple[Missing, ...]:
    """Return the gaps of a tier in their order, those of one must-have together."""
    gates = {entry.number: entry for entry in standing.gates_left}
    out: list[Missing] = []
    for number, group in groupby(rows, key=lambda gap: gap.gate):
        if number is None:
            out += [Missing(gap.kind, None, (gap,)) for gap in group]
        else:
            together = tuple(group)
            out.append(Missing(together[0].kind, gates.get(number), together))
    return tuple(out)


def amounts(must: Iterable[bool]) -> str:
    """Return how much is missing, by whether it is a must-have: ``2 must-haves and 3 other skills``."""
    every = tuple(must)
    musts, others = sum(every), len(every) - sum(every)
    said = [count(musts, "must-have")] if musts else []
    said += [count(others, "other skill" if musts else "skill")] if others else []
    return listed(said)


def shown_words(shown: Sequence[bool], every: Sequence[bool]) -> str:
    """Return how much of what is missing is shown: ``2 of 8 must-haves and 1 of 5 other skills shown``.

    Both say of each whether it is a must-have.
    """
    kinds = ((True, "must-have"), (False, "other skill" if any(every) else "skill"))
    said = [
        f"{list(shown).count(must)} of {count(list(every).count(must), noun)}"
        for must, noun in kinds
        if must in every
    ]
    return f"{' and '.join(said)} shown"


def choice_words(entry: GateStanding, skills: Mapping[str, Skill] | None = None) -> str:
    """Return a must-have of several skills: ``any 4 of these 7 at working; you have 3``.

    With ``skills``, two of them are told by name.
    """
    asks = choice(entry.gate, len(entry.skills))
    if skills and len(entry.skills) <= _FEW:
        names = [inside(skills[skill].name) for skill in entry.skills]
        joined = (" or " if len(entry.gate.levels) == 1 else " and ").join(names)
        asks = f"{joined} at {asks.partition(' at ')[2]}"
    none = "none yet" if any(have is not None for have in entry.have) else "none rated yet"
    return f"{asks}; you have {entry.reached or none}"


def choice(gate: Gate, skills: int) -> str:
    """Return what a must-have of this many skills asks."""
    levels = gate.levels
    at = " and ".join(dict.fromkeys(LEVEL_NAMES[level] for level in levels))
    if len(levels) == 1:
        return f"one of these {skills} at {at}"
    if len(levels) < skills:
        return f"any {len(levels)} of these {skills} at {at}"
    if len(set(levels)) == 1:
        return f"{'both of these' if skills == _FEW else f'all {skills} of these'} at {at}"
    return f"these {skills} at {at}, either way round"


def must_names(entries: Iterable[GateStanding], skills: Mapping[str, Skill]) -> str:
    """Return must-haves by name inside a sentence; of a choice of many skills how many more it takes."""
    return listed([_must_name(entry, skills) for entry in entries])


def _must_name(entry: GateStanding, skills: Mapping[str, Skill]) -> str:
    names = [inside(skills[skill].name) for skill in entry.skills]
    if len(names) <= _FEW:
        return " or ".join(names)
    left = len(entry.gate.levels) - entry.reached
    level = LEVEL_NAMES[entry.gate.levels[-1]]
    if len(entry.gate.levels) == 1:
        return f"one of {spoken(len(names))} skills at {level}"
    return f"{spoken(left)} more of {spoken(len(names))} skills at {level}"


def must_have_words(amount: int) -> str:
    """Return an amount of must-haves, in a word where it is small: ``one must-have``."""
    return f"{spoken(amount)} {'must-have' if amount == 1 else 'must-haves'}"
