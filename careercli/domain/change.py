"""Two assessments of the same person with different facts, and what differs."""

from __future__ import annotations

import msgspec

from careercli.domain.assessment import Assessment
from careercli.domain.model import Tier
from careercli.domain.placement import rank_of
from careercli.domain.schedule import Span


class FitMove(msgspec.Struct, frozen=True):
    """A tier's fit before and after, from 0 to 1."""

    tier: Tier
    before: float
    after: float


class ReadyMove(msgspec.Struct, frozen=True):
    """When a tier is ready before and after; None where it is reached already."""

    tier: Tier
    before: Span | None
    after: Span | None
    days: int | None


class Change(msgspec.Struct, frozen=True):
    """What changed between two assessments on the same ladder."""

    before: Assessment
    after: Assessment
    ranks: int
    fits: tuple[FitMove, ...]
    ready: tuple[ReadyMove, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing that is shown differs."""
        same_fits = all(move.before == move.after for move in self.fits)
        return not self.ranks and same_fits and all(move.before == move.after for move in self.ready)


def compare(before: Assessment, after: Assessment) -> Change:
    """Return what differs between two assessments on the same ladder, made on the same day.

    Dates are compared for the tiers up to the higher of the two goals. ``days`` counts by the latest date:
    below 0 is earlier; a tier that is reached counts as ready today; None where a date is missing.
    """
    dates = [
        {milestone.tier.id: milestone.ready for milestone in assessment.plan.milestones}
        for assessment in (before, after)
    ]
    ready = []
    for tier in before.ladder.tiers:
        spans = (dates[0].get(tier.id), dates[1].get(tier.id))
        if spans != (None, None):
            days = _days(before, after, tier, spans)
            ready.append(ReadyMove(tier=tier, before=spans[0], after=spans[1], days=days))
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


def _days(
    before: Assessment, after: Assessment, tier: Tier, spans: tuple[Span | None, Span | None]
) -> int | None:
    latest = []
    for assessment, span in zip((before, after), spans, strict=True):
        if span is not None:
            latest.append(span.latest)
        elif rank_of(assessment.placement.current) >= tier.rank:
            latest.append(assessment.as_of)
        else:
            latest.append(None)
    first, second = latest
    return None if first is None or second is None else (second - first).days
