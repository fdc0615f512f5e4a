"""What ``match`` prints for several advertisements, as types: docs/json.md describes them."""

from datetime import date
from typing import Annotated, Literal

from careercli.documents.projection import (
    WHOLE,
    As,
    DocumentPart,
    Fit,
    From,
    Id,
    Names,
    Printed,
    TextOrNull,
    project,
)
from careercli.domain.matches import Matches
from careercli.domain.skills_asked import SkillState
from careercli.domain.verdict import Verdict
from careercli.text.match import reasons

Reasons = Annotated[tuple[str, ...], As(lambda each, _: reasons(each))]
"""The two reasons of a match."""

Lacking = Annotated[
    tuple[str, ...], As(lambda each, _: tuple(fit.asked.skill for fit in each.skills if fit.lacks))
]
"""The ids of the skills that are asked and known not to be reached."""

Open = Annotated[
    tuple[str, ...], WHOLE, As(lambda each, _: tuple(condition.id for condition in each.to_answer))
]
"""The ids of the conditions that nobody has answered."""


class RankedDocument(DocumentPart):
    """One of several advertisements: where it comes from, the verdict and why."""

    name: Annotated[str, From("ad.name")]
    title: Annotated[str | None, From("ad.title")]
    employer: Annotated[str | None, From("ad.employer")]
    tier: Annotated[Id | None, From("ad.tier")]
    verdict: Verdict
    at_least: Verdict
    at_most: Verdict
    reasons: Annotated[Reasons, WHOLE]
    covered: Annotated[Fit, From("share")]
    missing: Annotated[Lacking, WHOLE]
    to_answer: Open


class CommonDocument(DocumentPart):
    """What two or more of them ask: a skill by its id, or a tool, of which levels are null.

    The state of a tool is "met" where the evidence names it, else null.
    """

    kind: Literal["skill", "tool"]
    name: str
    ads: int
    required: int
    state: SkillState | None
    have: int | None
    need: int | None


class OpeningDocument(DocumentPart):
    """The raise of one skill that makes the most verdicts better, and the advertisements whose they are."""

    skill: str
    have: int
    to: int
    ads: tuple[str, ...]


class UnreadDocument(DocumentPart):
    """A file that could not be read as an advertisement, and why."""

    name: str
    message: str
    hint: TextOrNull


class MatchesDocument(Printed, tag="careercli/matches@1"):
    """What ``match`` prints for several advertisements with ``--json``, the best first.

    ``opening`` is null where no single step makes a verdict better. ``unread`` is what could not be read.
    """

    as_of: date
    ads: tuple[RankedDocument, ...]
    common: tuple[CommonDocument, ...]
    opening: OpeningDocument | None
    unread: tuple[UnreadDocument, ...]


def matches_document(matches: Matches, names: Names) -> MatchesDocument:
    """Return several matches as one document."""
    as_of, ads = matches.assessment.as_of, matches.matches
    return project(MatchesDocument, matches, names, as_of=as_of, ads=ads)
