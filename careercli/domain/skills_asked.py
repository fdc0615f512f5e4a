"""The skills that an advertisement asks, beside what somebody has of them: docs/matching.md has the rule."""

from __future__ import annotations

from typing import Literal, get_args

from careercli.domain.advertisement import Advertisement, AskedSkill, Demand
from careercli.domain.ladder import estimates, tally
from careercli.domain.model import Ladder, Profile, Tier
from careercli.domain.values import Value

SkillState = Literal["met", "short", "missing", "unrated"]
"""Whether a level reaches what is needed, falls short of it, is none at all, or is not rated."""

FAR = 2
"""So many levels below a must-have, or at none, it is missing and no longer a little short."""

USUAL_LEVEL = 2
"""The level to bring where the tier asks nothing of a skill: working."""

_DEMANDS: tuple[Demand, ...] = get_args(Demand)


class SkillFit(Value):
    """A skill that is asked for, beside what somebody has of it.

    ``need`` is the level to bring. ``have`` is the rating, None where there is none, 0 for a skill that is
    marked as not applicable; ``level`` what counts: the rating, else an estimate. ``must`` is whether a
    candidate is turned down without it: it is required, and a gate of the tier or asked for as strong, or
    there is no tier.
    """

    asked: AskedSkill
    need: int
    have: int | None
    level: int
    must: bool

    @property
    def state(self) -> SkillState:
        """How the rating stands to the need."""
        if self.have is None:
            return "unrated"
        if self.have >= self.need:
            return "met"
        return "short" if self.have else "missing"

    @property
    def lacks(self) -> bool:
        """Whether it is known not to be reached."""
        return self.have is not None and self.have < self.need

    @property
    def far(self) -> bool:
        """Whether what counts is too little for a must-have."""
        return self.level < self.need and (self.level == 0 or self.need - self.level >= FAR)

    @property
    def takes_plan(self) -> bool:
        """Whether no interview bridges it: it is missing, more than a level short, or a must-have."""
        return self.lacks and not self.bridged

    @property
    def bridged(self) -> bool:
        """Whether it is there, a level short and no must-have: what an interview can bridge."""
        return self.lacks and bool(self.have) and self.need - (self.have or 0) == 1 and not self.must


def skills_asked(
    ladder: Ladder, profile: Profile, ad: Advertisement, tier: Tier | None
) -> tuple[SkillFit, ...]:
    """Return the skills that an advertisement asks beside those of a person: by demand, must-haves first."""
    expected = estimates(tally(gauge_of(ladder, tier), profile))

    def fit(asked: AskedSkill) -> SkillFit:
        need = worded(need_of(ladder, tier, asked.skill, asked.demand), asked, tier)
        have = 0 if asked.skill in profile.not_applicable else profile.skills.get(asked.skill)
        worded_so = (asked.level or 0) >= USUAL_LEVEL
        must = asked.demand == "required" and (tier is None or worded_so or asked.skill in tier.gate_skills)
        guess = min(expected[need], need - 1) if must and worded_so else expected[need]
        return SkillFit(asked, need, have, guess if have is None else have, must)

    def place_of(entry: SkillFit) -> tuple[int, bool, int, str]:
        return (
            _DEMANDS.index(entry.asked.demand),
            not entry.must,
            entry.asked.quote.line,
            entry.asked.skill,
        )

    own = (each for each in ad.skills if not each.by_language)
    return tuple(sorted(map(fit, own), key=place_of))


def gauge_of(ladder: Ladder, tier: Tier | None) -> Tier:
    """Return the tier by which what is not rated is estimated: the one asked, else the second.

    What the second asks is about what is asked where there is no tier.
    """
    return tier or ladder.tiers[:2][-1]


def need_of(ladder: Ladder, tier: Tier | None, skill: str, demand: Demand) -> int:
    """Return the level of a skill to bring for a tier: what a candidate needs, not what the seat asks.

    Of a gate it is the gate's level; of a group the lowest of its levels, where the skill is required, since
    others of the group can stand in for one that is not. Otherwise one comes with what the tier below asks,
    or with awareness where that asks nothing. What the tier does not ask at all is asked at working, on the
    first tier at awareness.
    """
    if tier is None:
        return USUAL_LEVEL
    for gate in tier.gates:
        if skill in gate.skills and (gate.single or demand == "required"):
            return gate.levels[-1]
    if skill not in tier.needs:
        return USUAL_LEVEL if tier.rank > 1 else 1
    below = ladder.at(tier.rank - 1)
    before = below.needs.get(skill, (1, 0))[0] if below else 1
    return min(tier.needs[skill][0], before)


def worded(need: int, asked: AskedSkill, tier: Tier | None) -> int:
    """Return a level to bring as the words of the advertisement move it.

    "Strong" asks for working at the least, "expert" for practitioner, "basic" for awareness at the most, of a
    must-have for working. What a leading tier requires is work that one answers for: working at the least.
    """
    must = tier is None or asked.skill in tier.gate_skills
    if asked.level == 1:
        return min(need, USUAL_LEVEL if must else 1)
    leads = tier is not None and tier.leads_people and asked.demand == "required"
    return max(need, asked.level or 0, USUAL_LEVEL if leads else 0)
