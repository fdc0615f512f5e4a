"""The ladder as a document, with a person on it where there is one: what ``path --json`` prints."""

from collections.abc import Sequence
from typing import Self

from careercli.documents.assessment import ClockDocument, GateLevels
from careercli.documents.projection import DocumentPart, Fit, Id, Names, Printed, SkillName, project
from careercli.domain.assessment import Assessment
from careercli.domain.model import Ladder, Tier
from careercli.domain.schedule import Binding, Span
from careercli.domain.way import MustHave, TierAhead, Wait


class GateReached(GateLevels):
    """A gate of a tier, and whether the person's ratings reach it.

    ``open`` is whether they miss it whatever is not rated yet might be. Both are null without a profile, and
    for tiers that are not on the person's way.
    """

    met: bool | None
    open: bool | None

    @classmethod
    def made_from(cls, must_have: MustHave, names: Names) -> Self:
        """Return a gate on a person's way."""
        return project(cls, must_have.gate, names, met=must_have.met, open=must_have.open)


class AdditionEntry(DocumentPart):
    """What a tier asks of a skill beyond the tier below, gates apart; ``have`` is null for an unrated one."""

    skill: str
    name: SkillName
    have: int | None
    need: int
    met: bool


class PathTierDocument(DocumentPart):
    """A tier; ``fit`` is null without a profile.

    ``confirms``, ``adds``, ``ready``, ``bound_by`` and ``waits`` are null for tiers that are not on the
    person's way to the goal. ``confirms`` is whether the person is placed there already, and is to confirm
    it. ``waits`` are in the order in which they are reached.
    """

    tier: Id
    title: str
    rank: int
    summary: str
    support_years: ClockDocument
    leading_years: ClockDocument
    gates: tuple[GateReached, ...]
    fit: Fit | None
    confirms: bool | None
    adds: tuple[AdditionEntry, ...] | None
    ready: Span | None
    bound_by: Binding | None
    waits: tuple[Wait, ...] | None


class PathDocument(Printed, tag="careercli/path@2"):
    """What ``path --json`` prints; tiers from rank 1 up."""

    ladder: Id
    current: Id | None
    goal: Id | None
    tiers: tuple[PathTierDocument, ...]


def path_document(
    ladder: Ladder, assessment: Assessment | None, way: Sequence[TierAhead], names: Names
) -> PathDocument:
    """Return a ladder, with a person and their way up where there is one; ``names`` are those of skills."""
    on_the_way = {stretch.tier.id: stretch for stretch in way}
    return project(
        PathDocument,
        None,
        ladder=ladder,
        current=assessment.placement.current if assessment else None,
        goal=assessment.goal if assessment else None,
        tiers=[
            _tier(tier, assessment.standing(tier).fit if assessment else None, on_the_way.get(tier.id), names)
            for tier in ladder.tiers
        ],
    )


_ON_THE_WAY = ("confirms", "adds", "ready", "bound_by", "waits")
"""What is only said of tiers on a person's way."""


def _tier(tier: Tier, fit: float | None, stretch: TierAhead | None, names: Names) -> PathTierDocument:
    gates = (
        stretch.must_haves
        if stretch
        else [project(GateReached, each, met=None, open=None) for each in tier.gates]
    )
    said = {name: getattr(stretch, name, None) for name in _ON_THE_WAY}
    return project(PathTierDocument, tier, names, tier=tier, fit=fit, gates=gates, **said)
