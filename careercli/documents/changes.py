"""What a change of facts does, as documents: what ``what-if --json`` prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from careercli.documents.documents import FIT_DECIMALS, AssessmentDocument, assessment_document
from careercli.domain.change import Change, Variant
from careercli.domain.schedule import Span


class ReadyDifference(msgspec.Struct, frozen=True):
    """When a tier is ready before and after a change; null where it is reached, or lies beyond the goal.

    ``days`` is how much later, by the latest date, or by the earliest where the latest stays.
    """

    tier: str
    before: Span | None
    after: Span | None
    reached_before: bool
    reached_after: bool
    days: int | None


class FitDifference(msgspec.Struct, frozen=True):
    """A tier's fit before and after a change."""

    tier: str
    before: float
    after: float


class DifferenceDocument(msgspec.Struct, frozen=True):
    """What changed: ranks gained, fits, and dates of tiers up to the goal."""

    ranks: int
    fits: tuple[FitDifference, ...]
    ready: tuple[ReadyDifference, ...]


class WhatIfDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``what-if --json`` prints."""

    schema: Literal["careercli/what-if@2"] = "careercli/what-if@2"
    as_of: date
    before: AssessmentDocument
    after: AssessmentDocument
    difference: DifferenceDocument


def what_if_document(change: Change, names: Mapping[str, str]) -> WhatIfDocument:
    """Return a change of facts as its document."""
    return WhatIfDocument(
        as_of=change.before.as_of,
        before=assessment_document(change.before, names),
        after=assessment_document(change.after, names),
        difference=DifferenceDocument(
            ranks=change.ranks,
            fits=tuple(
                FitDifference(move.tier.id, round(move.before, FIT_DECIMALS), round(move.after, FIT_DECIMALS))
                for move in change.fits
            ),
            ready=tuple(
                ReadyDifference(
                    tier=move.tier.id,
                    before=move.before,
                    after=move.after,
                    reached_before=move.reached_before,
                    reached_after=move.reached_after,
                    days=move.days,
                )
                for move in change.ready
            ),
        ),
    )


class VariantEntry(msgspec.Struct, frozen=True):
    """One variant: how it was given, the assessment that it leads to, and what differs from now."""

    name: str
    given: str
    after: AssessmentDocument
    difference: DifferenceDocument


class VariantsDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``what-if --json`` prints for variants side by side."""

    schema: Literal["careercli/what-if-variants@2"] = "careercli/what-if-variants@2"
    as_of: date
    before: AssessmentDocument
    variants: tuple[VariantEntry, ...]


def variants_document(variants: Sequence[Variant], names: Mapping[str, str]) -> VariantsDocument:
    """Return at least one variant of the same person as a document; ``names`` maps skill ids to names."""
    entries = []
    for variant in variants:
        document = what_if_document(variant.change, names)
        entries.append(VariantEntry(variant.name, variant.given, document.after, document.difference))
    before = variants[0].change.before
    return VariantsDocument(
        as_of=before.as_of, before=assessment_document(before, names), variants=tuple(entries)
    )
