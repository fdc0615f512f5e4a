"""Second opinions as documents: what ``feedback --json`` prints."""

from collections.abc import Sequence
from datetime import date as Day  # noqa: N812 - a field is called date
from typing import Annotated, Self

from careercli.documents.projection import (
    DocumentPart,
    From,
    Id,
    Names,
    Printed,
    SkillName,
    TextOrNull,
    project,
)
from careercli.domain.assessment import Assessment
from careercli.domain.opinion import Contrast, Difference, Opinions, by_other
from careercli.domain.portfolio import evidence_of


class RequestDocument(DocumentPart):
    """A form that was handed out: its number, to whom, when, and the ids of the skills that it asks about."""

    form: str
    to: str
    date: Annotated[Day, From("day")]
    skills: tuple[str, ...]


class DifferenceDocument(DocumentPart):
    """A skill as both see it; ``own`` is null where the person did not rate it, ``evidence`` is theirs."""

    skill: str
    name: SkillName
    own: int | None
    other: int
    evidence: tuple[str, ...]


class OpinionDocument(DocumentPart):
    """One opinion beside one's own answers; ``giver`` is whom the file says it is from.

    ``by_you`` and ``by_them`` are tiers by id: by one's own answers, and by theirs where they gave one. A
    skill stands in one of ``far`` (two levels apart or more), ``both_short`` of what the next tier wants of a
    candidate, ``others``, ``unrated`` by oneself, or ``unseen`` by them.
    """

    form: str
    giver: str
    date: Annotated[Day, From("day")]
    added: Day
    by_you: Id | None
    by_them: Id | None
    far: tuple[DifferenceDocument, ...]
    both_short: tuple[DifferenceDocument, ...]
    others: tuple[DifferenceDocument, ...]
    unrated: tuple[DifferenceDocument, ...]
    unseen: tuple[str, ...]
    text: TextOrNull

    @classmethod
    def of(cls, found: Contrast, assessment: Assessment, names: Names) -> Self:
        """Return an opinion beside the answers that an assessment rests on."""
        opinion = found.opinion

        def told(differences: Sequence[Difference]) -> tuple[DifferenceDocument, ...]:
            return tuple(
                project(
                    DifferenceDocument,
                    each,
                    names,
                    evidence=tuple(line.text for line in evidence_of(assessment.profile, each.skill)),
                )
                for each in differences
            )

        own, theirs = assessment.placement.current, by_other(assessment, opinion).placement.current
        return project(
            cls,
            opinion,
            by_you=own,
            by_them=theirs,
            far=told(found.far),
            both_short=told(found.gaps),
            others=told(found.others),
            unrated=told(found.unrated),
        )


class EarlierDocument(DocumentPart):
    """An opinion that the same person has given a newer one after."""

    form: str
    giver: str
    date: Annotated[Day, From("day")]
    added: Day
    levels: dict[str, int]
    unseen: tuple[str, ...]


class OpinionsDocument(Printed, tag="careercli/opinions@1"):
    """What ``feedback show --json`` and ``feedback add --json`` print; ``waiting`` has not come back."""

    as_of: Day
    name: str
    next: Id | None
    opinions: tuple[OpinionDocument, ...]
    earlier: tuple[EarlierDocument, ...]
    waiting: tuple[RequestDocument, ...]


class OpinionFormDocument(Printed, tag="careercli/opinion-form@1"):
    """What ``feedback ask --json`` prints: whom the form is about, the form, and the file that it is in."""

    name: str
    request: RequestDocument
    file: str


def opinions_document(
    name: str,
    assessment: Assessment,
    kept: Opinions,
    contrasts: Sequence[Contrast],
    names: Names,
    today: Day,
) -> OpinionsDocument:
    """Return opinions about somebody as a document."""
    latest = kept.latest
    return project(
        OpinionsDocument,
        assessment,
        as_of=today,
        name=name,
        opinions=tuple(OpinionDocument.of(each, assessment, names) for each in contrasts),
        earlier=tuple(each for each in kept.opinions if each not in latest),
        waiting=kept.waiting,
    )
