"""What a person could change, tried out: what it would do to the date of their goal."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.assessment import Assessment, assess
from careercli.domain.change import Change, ReadyMove, compare
from careercli.domain.ladder import leading_toward
from careercli.domain.model import Profile, Tier
from careercli.domain.placement import leads_now
from careercli.domain.values import Value
from careercli.text.phrases import count, hours_a_week, number

_TEAM = 5
"""A first team is about as large."""

_MOST_HOURS = 40.0
"""Hours a week above which twice as many are not worth a thought."""


class Trial(Value):
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

    def delays(self, tier: Tier | None) -> bool:
        """Return whether a tier is ready later: what is rated high may be estimated higher still."""
        move = self.move(tier)
        return move is not None and (move.days or 0) > 0

    def move(self, tier: Tier | None) -> ReadyMove | None:
        """Return how the date of a tier moves; None where it has none."""
        return next((move for move in self.change.ready if move.tier is tier), None)


def trials(assessment: Assessment) -> tuple[Trial, ...]:
    """Return changes worth a thought, the one that changes most first.

    These are twice the hours; the must-haves of the next tier shown; another year on each clock on which the
    goal asks for more, or the guides call more usual; where that is the leading one and nobody is led, a team
    from today; and for somebody between jobs a job like the last one. What moves the tier comes first, then
    what moves the date of the goal further, then that of the next tier.
    """
    goal = assessment.goal

    def tried(facts: Profile) -> Change:
        same_goal = facts.but(goal=goal.id if goal else None)
        return compare(assessment, assess(assessment.ladder, assessment.skills, same_goal, assessment.as_of))

    found = [Trial(words, tried(other)) for words, other in _changed(assessment)]
    return tuple(sorted((trial for trial in found if not trial.delays(goal)), key=_effect))


def _changed(assessment: Assessment) -> Iterator[tuple[str, Profile]]:
    profile, following = assessment.profile, assessment.next
    hours = profile.hours_per_week
    if assessment.plan.steps and hours * 2 <= _MOST_HOURS:
        words = f"{hours_a_week(hours * 2)} instead of {number(hours)}"
        yield words, profile.but(hours_per_week=hours * 2)
    musts = {gap.skill: gap.need for gap in assessment.gaps if gap.must}
    if following and musts:
        amount = len(assessment.standing(following).gates_left)
        words = f"{count(amount, 'must-have')} of {following.short} shown today"
        yield words, profile.but(skills={**profile.skills, **musts})
    if profile.employed is False and profile.title:
        yield "a job like the last one, from today", profile.but(employed=True)
    goal = assessment.goal
    if goal and profile.full_support_years < goal.support_years.wanted:
        yield "one more year in support", profile.but(support_years=profile.support_years + 1)
    if goal and leading_toward(goal, profile) < goal.leading_years.wanted:
        if not leads_now(profile, assessment.placement.by_seat):
            team = profile.but(leads_people=True, team=_TEAM, employed=True)
            yield f"a team of {_TEAM} to lead from today", team
        more = profile.leading_years + 1
        years = max(profile.support_years, more)
        yield "one more year of leading", profile.but(leading_years=more, support_years=years)


def _effect(trial: Trial) -> tuple[int, int, int, bool]:
    before = trial.change.before
    goal, following = (move.days or 0 if move else 0 for move in map(trial.move, (before.goal, before.next)))
    return (-trial.change.ranks, goal, following, not trial.matters)
