"""What a change of facts does, as documents: what ``what-if --json`` prints."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from careercli.documents.assessment import AssessmentDocument
from careercli.documents.projection import WHOLE, DocumentPart, Fit, From, Id, Names, Printed, project
from careercli.domain.change import Variant
from careercli.domain.schedule import Span


class ReadyDifference(DocumentPart):
    """When a tier is ready before and after a change; null where it is reached, or lies beyond the goal.

    ``days`` is how much later, by the latest date, or by the earliest where the latest stays.
    """

    tier: Id
    before: Span | None
    after: Span | None
    reached_before: bool
    reached_after: bool
    days: int | None


class FitDifference(DocumentPart):
    """A tier's fit before and after a change."""

    tier: Id
    before: Fit
    after: Fit


class DifferenceDocument(DocumentPart):
    """What changed: ranks gained, fits, and dates of tiers up to the goal."""

    ranks: int
    fits: tuple[FitDifference, ...]
    ready: tuple[ReadyDifference, ...]


class WhatIfDocument(Printed, tag="careercli/what-if@2"):
    """What ``what-if --json`` prints."""

    as_of: Annotated[date, From("before.as_of")]
    before: AssessmentDocument
    after: AssessmentDocument
    difference: Annotated[DifferenceDocument, WHOLE]


class VariantEntry(DocumentPart):
    """One variant: how it was given, the assessment that it leads to, and what differs from now."""

    name: str
    given: str
    after: Annotated[AssessmentDocument, From("change.after")]
    difference: Annotated[DifferenceDocument, From("change")]


class VariantsDocument(Printed, tag="careercli/what-if-variants@2"):
    """What ``what-if --json`` prints for variants side by side."""

    as_of: Annotated[date, From("before.as_of")]
    before: AssessmentDocument
    variants: tuple[VariantEntry, ...]


def variants_document(variants: Sequence[Variant], names: Names) -> VariantsDocument:
    """Return at least one variant of the same person as a document; ``names`` maps skill ids to names."""
    return project(VariantsDocument, variants[0].change, names, variants=variants)
