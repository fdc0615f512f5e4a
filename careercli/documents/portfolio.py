"""A portfolio as a document."""

from datetime import date
from typing import Annotated

from careercli.documents.projection import As, DocumentPart, From, Id, Names, Printed, SkillName, project
from careercli.domain.portfolio import ExhibitKind, Portfolio
from careercli.text.portfolio import WITNESSES


class EvidenceDocument(DocumentPart):
    """A line of evidence; ``date`` is null where it begins with none. ``part`` is where it belongs."""

    text: Annotated[str, From("evidence.text")]
    date: Annotated[date | None, From("evidence.day")]
    part: Annotated[ExhibitKind, From("kind")]
    tools: tuple[str, ...]
    certificates: tuple[str, ...]


class ShownDocument(DocumentPart):
    """A skill with what shows it; ``level`` is null for one that is not rated."""

    skill: str
    name: SkillName
    level: int | None
    evidence: tuple[EvidenceDocument, ...]


class HoleDocument(DocumentPart):
    """A level that is claimed and that nothing shows; ``gate`` and ``weight`` are those of the goal."""

    skill: str
    name: SkillName
    level: int
    gate: bool
    weight: int
    step: Annotated[str, From("growth.title")]
    proof: Annotated[str, From("growth.proof")]


Asked = Annotated[str, As(lambda who, _: WITNESSES[who])]
"""Whom to ask, in words."""


class WitnessDocument(DocumentPart):
    """Whom to ask to speak for what."""

    skill: Annotated[str, From("evidence.skill")]
    who: Asked
    text: Annotated[str, From("evidence.text")]


class PortfolioDocument(Printed, tag="careercli/portfolio@1"):
    """What ``portfolio --json`` prints; holes have the most important first."""

    as_of: date
    name: Annotated[str | None, From("profile.name")]
    title: Annotated[str | None, From("profile.title")]
    goal: Id | None
    role: str
    skills: tuple[ShownDocument, ...]
    tools: tuple[str, ...]
    certificates: tuple[str, ...]
    testimonials: Annotated[tuple[WitnessDocument, ...], From("witnesses")]
    holes: tuple[HoleDocument, ...]


def portfolio_document(portfolio: Portfolio, names: Names, today: date) -> PortfolioDocument:
    """Return a portfolio as its document; ``names`` maps skill ids to names."""
    placed = {(exhibit.evidence.skill, exhibit.evidence): exhibit for exhibit in portfolio.exhibits}
    skills = [
        project(ShownDocument, shown, names, evidence=[placed[shown.skill, line] for line in shown.lines])
        for shown in portfolio.skills
    ]
    return project(PortfolioDocument, portfolio, names, as_of=today, skills=tuple(skills))
