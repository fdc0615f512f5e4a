"""Several advertisements beside one person: by verdict, what they ask together, and which step opens most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from careercli.domain.advertisement import Demand
from careercli.domain.assessment import Assessment, assess
from careercli.domain.match import Match, judged
from careercli.domain.model import HIGHEST_LEVEL
from careercli.domain.names import fold
from careercli.domain.skills_asked import SkillState
from careercli.domain.values import Value
from careercli.domain.verdict import grade

_ASKED: frozenset[Demand] = frozenset({"required", "preferred"})
"""What is asked for; what duties only imply is no demand of an advertisement."""


class Common(Value):
    """What several advertisements ask: a skill by its id, or a tool by its name.

    ``ads`` is how many ask it, ``required`` how many of them require it. ``state`` is how the person's level
    stands to the highest need of them; of a tool it is "met" where the evidence names it, else None.
    """

    kind: Literal["skill", "tool"]
    name: str
    ads: int
    required: int
    state: SkillState | None = None
    have: int | None = None
    need: int | None = None


class Opening(Value):
    """A skill raised to a level, and the names of the advertisements whose verdict it makes better."""

    skill: str
    have: int
    to: int
    ads: tuple[str, ...]


class UnreadAd(Value):
    """A file that could not be read as an advertisement, why, and what to do."""

    name: str
    message: str
    hint: str = ""


class Matches(Value):
    """Several advertisements for one person, the best first, and the files that could not be read.

    ``common`` is what at least two of them ask, what most of them ask first. ``opening`` is the step that
    makes the most verdicts better, None where none does.
    """

    assessment: Assessment
    matches: tuple[Match, ...]
    common: tuple[Common, ...]
    opening: Opening | None
    unread: tuple[UnreadAd, ...] = ()

    @property
    def on_ladder(self) -> int:
        """How many are no other line of work."""
        return sum(each.verdict != "another-line-of-work" for each in self.matches)


def matches(
    assessment: Assessment,
    found: Sequence[Match],
    answers: dict[str, bool],
    unread: Sequence[UnreadAd] = (),
) -> Matches:
    """Return several matches of one person together; ``answers`` are those that they were made with."""
    ranked = tuple(sorted(found, key=_place))
    own = [each for each in ranked if each.verdict != "another-line-of-work"]
    return Matches(
        assessment=assessment,
        matches=ranked,
        common=tuple(_common(own)),
        opening=_opening(assessment, own, answers),
        unread=tuple(unread),
    )


def _place(of: Match) -> tuple[int, int, float, str]:
    """Return where a match stands among others: by its verdict, then the less it lies below the person."""
    return (-grade(of.verdict), max(-of.above, 0), -of.share, of.ad.name)


def _common(own: Iterable[Match]) -> list[Common]:
    skills: dict[str, list[tuple[Demand, int, int | None]]] = {}
    tools: dict[str, list[Demand]] = {}
    names: dict[str, str] = {}
    shown: set[str] = set()
    for each in own:
        for fit in each.skills:
            if fit.asked.demand in _ASKED:
                skills.setdefault(fit.asked.skill, []).append((fit.asked.demand, fit.need, fit.have))
        shown.update(map(fold, each.known_tools))
        for tool in each.ad.tools:
            key = fold(tool.tool)
            names[key] = min(names.get(key, tool.tool), tool.tool)
            tools.setdefault(key, []).append(tool.demand)
    out = []
    for skill, asked in skills.items():
        need, have = max(level for _, level, _ in asked), asked[0][2]
        out.append(
            Common(
                "skill",
                skill,
                len(asked),
                sum(demand == "required" for demand, _, _ in asked),
                _state(have, need),
                have,
                need,
            )
        )
    for key, asked_so in tools.items():
        state: SkillState | None = "met" if key in shown else None
        out.append(Common("tool", names[key], len(asked_so), asked_so.count("required"), state))
    several = (entry for entry in out if entry.ads > 1)
    return sorted(several, key=lambda entry: (-entry.ads, -entry.required, entry.kind, entry.name))


def _state(have: int | None, need: int) -> SkillState:
    if have is None:
        return "unrated"
    return "met" if have >= need else "short" if have else "missing"


def _opening(assessment: Assessment, own: Sequence[Match], answers: dict[str, bool]) -> Opening | None:
    """Return the single raise of a skill that makes the most verdicts better, the smallest of equal ones."""
    shut = [each for each in own if each.verdict != "apply"]
    needs: Counter[str] = Counter()
    for each in shut:
        for fit in each.skills:
            if fit.lacks:
                needs[fit.asked.skill] = max(needs[fit.asked.skill], fit.need)
    best: tuple[int, int, str] | None = None
    found: Opening | None = None
    profile = assessment.profile
    for skill, need in sorted(needs.items()):
        have = profile.skills.get(skill, 0)
        marks = {name: why for name, why in profile.not_applicable.items() if name != skill}
        for to in range(have + 1, min(need, HIGHEST_LEVEL) + 1):
            raised = profile.but(skills=profile.skills | {skill: to}, not_applicable=marks)
            then = assess(assessment.ladder, assessment.skills, raised, assessment.as_of)
            opened = tuple(
                each.ad.name
                for each in shut
                if grade(judged(then, each.ad, answers)[0]) > grade(each.verdict)
            )
            key = (-len(opened), to - have, skill)
            if opened and (best is None or key < best):
                best, found = key, Opening(skill, have, to, opened)
    return found
