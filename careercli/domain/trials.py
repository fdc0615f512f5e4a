"""What a person could change, tried out: what it would do to the date of their goal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from careercli.domain.assessment import Assessment, assess
from careercli.domain.change import Change, ReadyMove, compare
from careercli.domain.model import Profile, Skill, Tier
from careercli.domain.phrases import count, hours_a_week, number

_MOST_HOURS = 40.0
"""Hours a week above which twice as many are not worth a thought."""


class Trial(msgspec.Struct, frozen=True):
    """One change of facts: in words, and what it changes."""

    words: str
    change: Change

    @property
    def reached(self) -> Tier | None:
        """The tier that it leads to at once; None where the tier stays."""
        return self.change.after.placement.current if self.change.ranks else None

    @property
    def matters(self) -> bool:
        """Whether it changes the tier or a date on the way."""
        return bool(self.change.ranks or self.change.moved_dates)

    def move(self, tier: Tier | None) -> ReadyMove | None:
        """Return how the date of a tier moves; None where it has none."""
        return next((move for move in self.change.ready if move.tier is tier), None)


def trials(assessment: Assessment, skills: Mapping[str, Skill]) -> tuple[Trial, ...]:
    """Return changes worth a thought, the one that changes most first.

    These are twice the hours; the gates of the next tier passed; another year on each clock that the goal
    asks more of; and where that is the leading one, a seat that leads people today. What moves the tier comes
    first, then what moves the date of the goal further, then that of the next tier.
    """
    found = [
        Trial(
            words,
            compare(
                assessment,
                assess(assessment.ladder, skills, _to_the_same_goal(other, assessment), assessment.as_of),
            ),
        )
        for words, other in _changed(assessment)
    ]
    return tuple(sorted(found, key=_effect))


def _changed(assessment: Assessment) -> Iterator[tuple[str, Profile]]:
    profile, following = assessment.profile, assessment.next
    hours = profile.hours_per_week
    if assessment.plan.steps and hours * 2 <= _MOST_HOURS:
        words = f"{hours_a_week(hours * 2)} instead of {number(hours)}"
        yield words, msgspec.structs.replace(profile, hours_per_week=hours * 2)
    gates = {gap.skill: gap.need for gap in assessment.gaps if gap.must}
    if following and gates:
        words = f"{count(len(gates), 'gate')} to {following.short} passed today"
        yield words, msgspec.structs.replace(profile, skills={**profile.skills, **gates})
    goal = assessment.goal
    if goal and profile.support_years < goal.carried_support_years:
        more = profile.support_years + 1
        yield "one more year in support", msgspec.structs.replace(profile, support_years=more)
    if goal and profile.leading_years < goal.carried_leading_years:
        if not profile.leads_people:
            words = "a seat that leads people from today"
            yield words, msgspec.structs.replace(profile, leads_people=True)
        more = profile.leading_years + 1
        years = max(profile.support_years, more)
        yield (
            "one more year of leading",
            msgspec.structs.replace(profile, leading_years=more, support_years=years),
        )


def _to_the_same_goal(profile: Profile, assessment: Assessment) -> Profile:
    return msgspec.structs.replace(profile, goal=_id(assessment.goal))


def _id(tier: Tier | None) -> str | None:
    return tier.id if tier else None


def _effect(trial: Trial) -> tuple[int, int, int, bool]:
    before = trial.change.before
    goal, following = (move.days or 0 if move else 0 for move in map(trial.move, (before.goal, before.next)))
    return (-trial.change.ranks, goal, following, not trial.matters)
