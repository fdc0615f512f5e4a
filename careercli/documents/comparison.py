"""Two tiers or two roles side by side, as documents: what ``compare --json`` prints."""

from typing import Annotated, Self

from careercli.documents.assessment import ClockDocument, GateLevels
from careercli.documents.projection import As, DocumentPart, From, Id, Names, Printed, SkillName, project
from careercli.domain.comparison import RoleSide, TierSide, differences
from careercli.domain.guide import Elsewhere, Figure, Occupation
from careercli.domain.model import Tier
from careercli.domain.requirements import Ask
from careercli.domain.sections import SECTIONS


class PayEntry(DocumentPart):
    """Pay on a tier: the guide's estimate, and the nearest occupation of the country, with why it is."""

    estimate: Figure | None
    occupation: Annotated[Occupation | None, As(lambda occupation, _: occupation and occupation.national)]
    why: Annotated[str | None, From("nearest.why")]


class TierSideEntry(DocumentPart):
    """One of two tiers; ``skills`` is how many it asks."""

    tier: Id
    title: str
    ladder: Id
    rank: int
    role: str
    leads_people: bool
    summary: str
    support_years: ClockDocument
    leading_years: ClockDocument
    skills: int
    gates: tuple[GateLevels, ...]
    pay: PayEntry
    duties: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]

    @classmethod
    def made_from(cls, side: TierSide, names: Names) -> Self:
        """Return one side of a comparison."""
        tier, portrait = side.tier, side.portrait
        return project(
            cls,
            tier,
            names,
            tier=tier,
            ladder=side.ladder,
            skills=len(tier.asks),
            pay=side.pay,
            duties=portrait.duties if portrait else (),
            elsewhere=portrait.elsewhere if portrait else (),
        )


class AskedEntry(DocumentPart):
    """What a tier asks of a skill; ``gate`` where it is in one of its gates."""

    level: int
    weight: int
    gate: bool


class SkillDifference(DocumentPart):
    """A skill of which the two ask differently; null where one does not ask for it."""

    skill: str
    name: SkillName
    a: AskedEntry | None
    b: AskedEntry | None


class TierComparisonDocument(Printed, tag="careercli/tier-comparison@2"):
    """What ``compare --json`` prints for two tiers."""

    a: TierSideEntry
    b: TierSideEntry
    differences: tuple[SkillDifference, ...]


class SectionFigures(DocumentPart):
    """The lead and the figures of a section."""

    lead: str
    figures: tuple[Figure, ...]


class RoleSideEntry(DocumentPart):
    """One of two roles; ``sections`` holds the lead and the figures of every section of its guide."""

    role: Id
    name: str
    summary: str
    tiers: tuple[Id, ...]
    responsibilities: tuple[str, ...]
    sections: dict[str, SectionFigures]

    @classmethod
    def made_from(cls, side: RoleSide, names: Names) -> Self:
        """Return one side of a comparison, with the sections of its guide in reading order."""
        duties = side.section("responsibilities")
        return project(
            cls,
            side.role,
            names,
            role=side.role,
            tiers=side.tiers,
            responsibilities=tuple(point.name for point in duties.points) if duties else (),
            sections={name: side.guide.sections[name] for name in SECTIONS if name in side.guide.sections},
        )


class RoleComparisonDocument(Printed, tag="careercli/role-comparison@2"):
    """What ``compare --json`` prints for two roles; ``differences`` are those between their highest tiers."""

    a: RoleSideEntry
    b: RoleSideEntry
    differences: tuple[SkillDifference, ...]


def tier_comparison(a: TierSide, b: TierSide, names: Names) -> TierComparisonDocument:
    """Return two tiers as a document; ``names`` maps skill ids to names."""
    return project(
        TierComparisonDocument, None, names, a=a, b=b, differences=_differences(a.tier, b.tier, names)
    )


def role_comparison(a: RoleSide, b: RoleSide, names: Names) -> RoleComparisonDocument:
    """Return two roles as a document; ``names`` maps skill ids to names."""
    found = _differences(a.tiers[-1], b.tiers[-1], names) if a.tiers and b.tiers else ()
    return project(RoleComparisonDocument, None, names, a=a, b=b, differences=found)


def _differences(a: Tier, b: Tier, names: Names) -> tuple[SkillDifference, ...]:
    return tuple(
        project(SkillDifference, each, names, a=_asked(each.a, a), b=_asked(each.b, b))
        for each in differences(a, b)
    )


def _asked(ask: Ask | None, tier: Tier) -> AskedEntry | None:
    return project(AskedEntry, ask, gate=ask.skill in tier.gate_skills) if ask else None
