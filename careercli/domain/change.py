"""Two assessments of the same person with different facts, and what differs."""

from __future__ import annotations

from careercli.domain.assessment import Assessment
from careercli.domain.model import Tier
from careercli.domain.placement import rank_of
from careercli.domain.schedule import Span
from careercli.domain.values import Value


class FitMove(Value):
    """A tier's fit before and after, from 0 to 1."""

    tier: Tier
    before: float
    after: float


class ReadyMove(Value):
    """When a tier is ready before and after; None where it is reached, or lies beyond the goal."""

    tier: Tier
    before: Span | None
    after: Span | None
    reached_before: bool
    reached_after: bool
    days: int | None


class Change(Value):
    """What changed between two assessments on the same ladder."""

    before: Assessment
    after: Assessment
    ranks: int
    fits: tuple[FitMove, ...]
    ready: tuple[ReadyMove, ...]

    @property
    def judged_fits(self) -> tuple[FitMove, ...]:
        """The fits of tiers of which enough is rated, before and after alike."""
        return tuple(move for move in self.fits if self._judges(move.tier))

    def _judges(self, tier: Tier) -> bool:
        return self.before.standing(tier).counts and self.after.standing(tier).counts

    @property
    def moved_dates(self) -> tuple[ReadyMove, ...]:
        """The dates that differ, earliest or latest."""
        return tuple(move for move in self.ready if move.before != move.after)


class Variant(Value):
    """One of several changes to look at side by side: what it is called, and how it was given."""

    name: str
    given: str
    change: Change


def compare(before: Assessment, after: Assessment) -> Change:
    """Return what differs between two assessments on the same ladder, made on the same day.

    Dates are compared for the tiers up to the higher of the two goals. ``days`` counts by the latest date, or
    by the earliest where the latest stays: below 0 is earlier; a tier that is reached counts as ready today;
    None where one of the two dates is not known.
    """
    dates = [
        {milestone.tier.id: milestone.ready for milestone in assessment.plan.milestones}
        for assessment in (before, after)
    ]
    ready = []
    for tier in before.ladder.tiers:
        one, two = dates[0].get(tier.id), dates[1].get(tier.id)
        if one is None and two is None:
            continue
        reached = [rank_of(assessment.placement.current) >= tier.rank for assessment in (before, after)]
        ready.append(
            ReadyMove(
                tier=tier,
                before=one,
                after=two,
                reached_before=reached[0],
                reached_after=reached[1],
                days=_days(_span(one, before, reached=reached[0]), _span(two, after, reached=reached[1])),
            )
        )
    return Change(
        before=before,
        after=after,
        ranks=rank_of(after.placement.current) - rank_of(before.placement.current),
        fits=tuple(
            FitMove(tier=one.tier, before=one.fit, after=two.fit)
            for one, two in zip(before.tiers, after.tiers, strict=True)
        ),
        ready=tuple(ready),
    )


def _span(span: Span | None, assessment: Assessment, *, reached: bool) -> Span | None:
    today = assessment.as_of
    return span or (Span(earliest=today, latest=today) if reached else None)


def _days(before: Span | None, after: Span | None) -> int | None:
    if before is None or after is None or before.latest is None or after.latest is None:
        return None
    days = (after.latest - before.latest).days
    if days == 0 and before.earliest and after.earliest:
        return (after.earliest - before.earliest).days
    return days
