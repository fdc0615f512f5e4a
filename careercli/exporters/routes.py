"""Ways to a goal beside one another, as documents: the shortest route, and several what-ifs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from careercli.domain.change import Variant
from careercli.domain.route import Route, days_earlier, notes
from careercli.domain.schedule import Effort, Span
from careercli.exporters.documents import (
    AssessmentDocument,
    DifferenceDocument,
    PlanDocument,
    assessment_document,
    plan_document,
    what_if_document,
)


class FullMilestone(msgspec.Struct, frozen=True):
    """A milestone in the full plan, and how many days earlier the route is ready; below 0 is later."""

    tier: str
    ready: Span
    complete: Span
    days_earlier: int | None


class LeftOutEntry(msgspec.Struct, frozen=True):
    """Upper levels of a skill that the route does without."""

    skill: str
    name: str
    level_from: int = msgspec.field(name="from")
    level_to: int = msgspec.field(name="to")
    hours: Effort


class RouteDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``plan --route shortest --json`` prints."""

    schema: Literal["careercli/route@1"] = "careercli/route@1"
    plan: PlanDocument
    full: tuple[FullMilestone, ...]
    left_out: tuple[LeftOutEntry, ...]
    hours_saved: Effort
    notes: tuple[str, ...]


class VariantEntry(msgspec.Struct, frozen=True):
    """One variant: how it was given, the assessment that it leads to, and what differs from now."""

    name: str
    given: str
    after: AssessmentDocument
    difference: DifferenceDocument


class VariantsDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``what-if --json`` prints for variants side by side."""

    schema: Literal["careercli/what-if-variants@1"] = "careercli/what-if-variants@1"
    as_of: date
    before: AssessmentDocument
    variants: tuple[VariantEntry, ...]


def route_document(route: Route, names: dict[str, str]) -> RouteDocument:
    """Return the shortest route as its document; ``names`` maps skill ids to names."""
    return RouteDocument(
        plan=plan_document(route.plan),
        full=tuple(
            FullMilestone(full.tier.id, full.ready, full.complete, days_earlier(full.ready, milestone.ready))
            for milestone, full in route.beside
        ),
        left_out=tuple(
            LeftOutEntry(entry.skill, names[entry.skill], entry.level_from, entry.level_to, entry.hours)
            for entry in route.left_out
        ),
        hours_saved=route.hours_saved,
        notes=notes(route),
    )


def variants_document(variants: Sequence[Variant], names: dict[str, str]) -> VariantsDocument:
    """Return at least one variant of the same person as a document; ``names`` maps skill ids to names."""
    entries = []
    for variant in variants:
        document = what_if_document(variant.change, names)
        entries.append(VariantEntry(variant.name, variant.given, document.after, document.difference))
    before = variants[0].change.before
    return VariantsDocument(
        as_of=before.as_of, before=assessment_document(before, names), variants=tuple(entries)
    )
