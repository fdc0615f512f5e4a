"""The screens of ``what-if``: before, after, difference; and several what-ifs side by side."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.domain.assessment import Assessment
from careercli.domain.change import Change, ReadyMove, Variant
from careercli.domain.model import Tier
from careercli.domain.placement import Placement, rank_of
from careercli.domain.schedule import Span
from careercli.pages.blocks import AIR, Block, Grid, Item, Title, quiet
from careercli.text.phrases import between, count, inside, number, percent, points_between
from careercli.text.tiers import name_of

FORGOTTEN = "Nothing was saved: a what-if changes no profile."

_JOB = "Your job says"
"""The reading that may say nothing."""

_SAYS = {
    "Tier": "current",
    "Shown for sure": "confirmed",
    "Your answers say": "by_skills",
    "Your years say": "by_years",
    _JOB: "by_seat",
}


def what_if_view(change: Change) -> list[Block]:
    """Return what a change of facts would mean."""
    rows = [
        (label, _said(label, one), _said(label, two), _moved(label, one, two))
        for label, (one, two) in _readings(change.before.placement, change.after.placement).items()
    ]
    for move in change.judged_fits:
        shares = percent(move.before), percent(move.after)
        if shares[0] != shares[1]:
            rows.append((f"{move.tier.short} covered", *shares, points_between(move.before, move.after)))
    for ready in change.ready:
        label = f"{'Confirm' if _confirms(ready) else 'Ready for'} {ready.tier.short}"
        before = _when(change.before, ready.before, reached=ready.reached_before)
        after = _when(change.after, ready.after, reached=ready.reached_after)
        rows.append((label, before, after, _shift(ready)))
    return [
        Title(verdict(change)),
        AIR,
        Grid(("", "before", "after", "difference"), tuple(rows)),
        AIR,
        quiet(FORGOTTEN),
    ]


def _readings(*placements: Placement) -> dict[str, list[Tier | None]]:
    """Return the tiers of placements by what says them; the job only where it says any."""
    found = {label: [getattr(each, name) for each in placements] for label, name in _SAYS.items()}
    return {label: tiers for label, tiers in found.items() if label != _JOB or any(tiers)}


def variants_view(variants: Sequence[Variant]) -> list[Block]:
    """Return several changes of the same facts side by side, beside what holds now."""
    changes = [variant.change for variant in variants]
    now = changes[0].before
    readings = _readings(now.placement, *(change.after.placement for change in changes))
    rows = [(label, *(_said(label, tier) for tier in tiers)) for label, tiers in readings.items()]
    rows[0] = ("Tier", name_of(now.placement.current), *map(_tier_words, changes))
    for tier in _dated(changes):
        label = "Confirm" if rank_of(now.placement.current) >= tier.rank else "Ready"
        ready = (_ready(change.after, tier) for change in changes)
        rows.append((f"{label} {tier.short}", _ready(now, tier), *ready))
        moved = tuple(_ready_shift(change, tier) for change in changes)
        if any(moved):
            rows.append(("  difference", "", *moved))
    return [
        Title(f"{len(variants)} what-ifs side by side"),
        AIR,
        *(Item(variant.given, variant.name) for variant in variants),
        AIR,
        Grid(("", "Now", *(variant.name for variant in variants)), tuple(rows)),
        AIR,
        quiet(FORGOTTEN),
    ]


def _dated(changes: Sequence[Change]) -> list[Tier]:
    """Return the tiers whose dates are worth a look: the next one now, and every goal."""
    now = changes[0].before
    tiers = [now.next, now.goal, *(change.after.goal for change in changes)]
    return [tier for tier in now.ladder.tiers if tier in tiers]


def _tier_words(change: Change) -> str:
    name = name_of(change.after.placement.current)
    return f"{name}, {_ranks(change.ranks)}" if change.ranks else name


def _ready(assessment: Assessment, tier: Tier) -> str:
    span = next((entry.ready for entry in assessment.plan.milestones if entry.tier is tier), None)
    return _when(assessment, span, reached=rank_of(assessment.placement.current) >= tier.rank)


def _ready_shift(change: Change, tier: Tier) -> str:
    move = next((move for move in change.ready if move.tier is tier), None)
    return _shift(move) if move else ""


def verdict(change: Change) -> str:
    """Return the change in one sentence: the first of tier, dates, readings and shares that moved."""
    if change.ranks:
        way = "up" if change.ranks > 0 else "down"
        tier = name_of(change.after.placement.current)
        return f"That moves you {way} {count(abs(change.ranks), 'tier')}, to {tier}."
    if moved := [move for move in change.moved_dates if move.days]:
        best = max(moved, key=lambda move: abs(move.days or 0))
        verb = "is confirmed" if _confirms(best) else "is ready"
        return f"Your tier stays; {best.tier.short} {verb} {_shift(best)}."
    return _below_the_tier(change)


def _below_the_tier(change: Change) -> str:
    """Return what moved besides tier and dates."""
    before, after = change.before.placement, change.after.placement
    if rank_of(after.confirmed) > rank_of(before.confirmed):
        return f"Your tier stays; {name_of(after.confirmed)} is then shown for sure."
    for label, (one, two) in _readings(before, after).items():
        if one is not two and label.startswith("Your"):
            what, _, verb = label.rpartition(" ")
            return f"Your tier stays; {inside(what)} then {verb} {_said(label, two)}."
    if change.moved_dates:
        return "Your tier stays; the plan covers other tiers."
    if any(percent(move.before) != percent(move.after) for move in change.judged_fits):
        return "Your tier and your dates stay; how much of a job you cover changes."
    return "That changes nothing: neither the tier, nor what you cover, nor a date."


def _confirms(move: ReadyMove) -> bool:
    """Return whether a date is about a tier where the person is already, before and after."""
    return move.reached_before and move.reached_after


def _said(label: str, tier: Tier | None) -> str:
    """Return what a reading says: a job may say nothing, which is not a tier below the first."""
    return "nothing" if label == _JOB and tier is None else name_of(tier)


def _moved(label: str, one: Tier | None, two: Tier | None) -> str:
    known = label != _JOB or (one is not None and two is not None)
    return _ranks(rank_of(two) - rank_of(one)) if known else ""


def _ranks(amount: int) -> str:
    return f"{amount:+d} {'tier' if abs(amount) == 1 else 'tiers'}" if amount else "same"


def _when(assessment: Assessment, span: Span | None, *, reached: bool) -> str:
    if span is None:
        return "shown" if reached else "not planned"
    return between(span, assessment.as_of)


def _shift(move: ReadyMove) -> str:
    if move.days is None:
        return "" if move.before is None or move.after is None else "now within reach"
    return shift(move.days)


def shift(days: int) -> str:
    """Return by how much a date moves, in days, months or years; below 0 days is earlier."""
    if not days:
        return "same"
    word = "earlier" if days < 0 else "later"
    amount = abs(days)
    if amount < 60:
        return f"{count(amount, 'day')} {word}"
    months = round(amount / 30.44)
    if months < 24:
        return f"{count(months, 'month')} {word}"
    return f"{number(round(months / 12, 1))} years {word}"
