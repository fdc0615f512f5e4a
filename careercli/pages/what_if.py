"""The screens of ``what-if``: before, after, difference; and several what-ifs side by side."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from careercli.domain.assessment import Assessment
from careercli.domain.change import Change, ReadyMove, Variant
from careercli.domain.model import Tier
from careercli.domain.placement import rank_of
from careercli.domain.schedule import Span
from careercli.pages import parts
from careercli.pages.blocks import Block, Drawing, Fact, Gap, Grid, Heading, Item, Paragraph, Title
from careercli.pages.look import ACCENT, QUIET, STRONG, Look
from careercli.text.phrases import between, count, number

FORGOTTEN = "Nothing was saved: a what-if changes no profile."

_LABEL_CELLS = 22
"""The columns that labels beside what-ifs take at most, with the space around them."""

_THINNEST_CELLS = 14
"""What-ifs stand side by side where each has so many columns."""


_JOB = "Your job says"
"""The reading that may say nothing."""


def what_if_view(change: Change, look: Look) -> list[Block]:
    """Return what a change of facts would mean."""
    before, after = change.before.placement, change.after.placement
    rows = [
        ("Tier", before.current, after.current),
        ("Shown for sure", before.confirmed, after.confirmed),
        ("Your answers say", before.by_skills, after.by_skills),
        ("Your years say", before.by_years, after.by_years),
    ]
    if before.by_seat or after.by_seat:
        rows.append((_JOB, before.by_seat, after.by_seat))
    fits = [move for move in change.fits if parts.percent(move.before) != parts.percent(move.after)]
    if look.accessible or look.narrow:
        lines = [verdict(change), ""]
        lines += [
            f"{label}: before {_said(label, one)}, after {_said(label, two)}" for label, one, two in rows
        ]
        lines += [
            f"{move.tier.short} covered: before {parts.percent(move.before)}, "
            f"after {parts.percent(move.after)}"
            for move in fits
        ]
        lines += [f"{_dated_label(move)}: {_move_words(change, move)}" for move in change.ready]
        lines += ["", FORGOTTEN]
        head, *rest, last = lines
        shown = parts.stack(
            [parts.text((head, f"{STRONG} {ACCENT}")), *map(parts.text, rest), parts.text((last, QUIET))]
        )
        return [Drawing(lambda _: shown, tuple(lines))]
    table = Table.grid(padding=(0, 2))
    for header in range(4):
        table.add_column(overflow="fold", style=QUIET if header == 0 else "")
    table.add_row(*(parts.text((word, STRONG)) for word in ("", "Before", "After", "Difference")))
    for label, one, two in rows:
        cells = (label, _said(label, one), _said(label, two), _moved(label, one, two))
        table.add_row(*map(parts.text, cells))
    for move in fits:
        points = parts.points(move.after) - parts.points(move.before)
        table.add_row(
            *map(
                parts.text,
                (
                    f"{move.tier.short} covered",
                    parts.percent(move.before),
                    parts.percent(move.after),
                    f"{points:+d} {'point' if abs(points) == 1 else 'points'}",
                ),
            )
        )
    for ready in change.ready:
        table.add_row(
            *map(
                parts.text,
                (_dated_label(ready), *_before_and_after(change, ready), _shift(ready)),
            )
        )
    return [
        Title(verdict(change)),
        Gap(),
        Drawing(lambda _: table, ()),
        Gap(),
        Paragraph(FORGOTTEN, quiet=True),
    ]


def variants_view(variants: Sequence[Variant], look: Look) -> list[Block]:
    """Return several changes of the same facts side by side, beside what holds now.

    Without room for a column each, and for a screen reader, they follow one another.
    """
    changes = [variant.change for variant in variants]
    now = changes[0].before
    placements = [now.placement, *(change.after.placement for change in changes)]
    header = ("", "Now", *(variant.name for variant in variants))
    rows = [
        ("Tier", _name(now.placement.current), *map(_tier_words, changes)),
        ("Shown for sure", *(_name(each.confirmed) for each in placements)),
        ("Your answers say", *(_name(each.by_skills) for each in placements)),
        ("Your years say", *(_name(each.by_years) for each in placements)),
    ]
    if any(each.by_seat for each in placements):
        rows.append((_JOB, *(_said(_JOB, each.by_seat) for each in placements)))
    rows += [
        (
            f"{_label(now, tier)} {tier.short}",
            _ready(now, tier),
            *(_ready_words(change, tier) for change in changes),
        )
        for tier in _dated(changes)
    ]
    side_by_side = look.width >= _LABEL_CELLS + _THINNEST_CELLS * (len(header) - 1) and not look.accessible
    table = [Grid(header, tuple(rows), wraps=True)] if side_by_side else _one_by_one(header, rows)
    return [
        Title(f"{len(variants)} what-ifs side by side"),
        Gap(),
        *(Item(variant.given, variant.name) for variant in variants),
        Gap(),
        *table,
        Gap(),
        Paragraph(FORGOTTEN, quiet=True),
    ]


def _one_by_one(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Block]:
    out: list[Block] = []
    for column, name in enumerate(header[1:], start=1):
        out += [Gap()] if out else []
        out.append(Heading(name))
        out += [Fact(row[0], row[column]) for row in rows]
    return out


def _dated(changes: Sequence[Change]) -> list[Tier]:
    """Return the tiers whose dates are worth a look: the next one now, and every goal."""
    now = changes[0].before
    tiers = [now.next, now.goal, *(change.after.goal for change in changes)]
    return [tier for tier in now.ladder.tiers if tier in tiers]


def _tier_words(change: Change) -> str:
    name = _name(change.after.placement.current)
    return f"{name}, {_ranks(change.ranks)}" if change.ranks else name


def _ready(assessment: Assessment, tier: Tier) -> str:
    span = next((entry.ready for entry in assessment.plan.milestones if entry.tier is tier), None)
    return _when(assessment, span, reached=rank_of(assessment.placement.current) >= tier.rank)


def _ready_words(change: Change, tier: Tier) -> str:
    move = next((move for move in change.ready if move.tier is tier), None)
    return ", ".join(filter(None, (_ready(change.after, tier), _shift(move) if move else "")))


def verdict(change: Change) -> str:
    """Return the change in one sentence: the first of tier, dates, readings and shares that moved."""
    if change.ranks:
        way = "up" if change.ranks > 0 else "down"
        tier = _name(change.after.placement.current)
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
        return f"Your tier stays; {_name(after.confirmed)} is then shown for sure."
    for word, one, two in (
        ("answers", before.by_skills, after.by_skills),
        ("years", before.by_years, after.by_years),
        ("job", before.by_seat, after.by_seat),
    ):
        if one is not two:
            verb = "says" if word == "job" else "say"
            return f"Your tier stays; your {word} then {verb} {_said(_JOB if word == 'job' else '', two)}."
    if change.moved_dates:
        return "Your tier stays; the plan covers other tiers."
    if change.moved_fits:
        return "Your tier and your dates stay; how much of a job you cover changes."
    return "That changes nothing: neither the tier, nor what you cover, nor a date."


def _dated_label(move: ReadyMove) -> str:
    return f"{'Confirm' if _confirms(move) else 'Ready for'} {move.tier.short}"


def _confirms(move: ReadyMove) -> bool:
    """Return whether a date is about a tier where the person is already, before and after."""
    return move.reached_before and move.reached_after


def _label(assessment: Assessment, tier: Tier) -> str:
    return "Confirm" if rank_of(assessment.placement.current) >= tier.rank else "Ready"


def _name(tier: Tier | None) -> str:
    return tier.short if tier else "no tier yet"


def _said(label: str, tier: Tier | None) -> str:
    """Return what a reading says: a job may say nothing, which is not a tier below the first."""
    return "nothing" if label == _JOB and tier is None else _name(tier)


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


def shift(days: int, *, same: str = "same") -> str:
    """Return by how much a date moves, in days, months or years; below 0 days is earlier."""
    if not days:
        return same
    word = "earlier" if days < 0 else "later"
    amount = abs(days)
    if amount < 60:
        return f"{count(amount, 'day')} {word}"
    months = round(amount / 30.44)
    if months < 24:
        return f"{count(months, 'month')} {word}"
    return f"{number(round(months / 12, 1))} years {word}"


def _before_and_after(change: Change, move: ReadyMove) -> tuple[str, str]:
    return (
        _when(change.before, move.before, reached=move.reached_before),
        _when(change.after, move.after, reached=move.reached_after),
    )


def _move_words(change: Change, move: ReadyMove) -> str:
    before, after = _before_and_after(change, move)
    return ", ".join(filter(None, (f"before {before}", f"after {after}", _shift(move))))
