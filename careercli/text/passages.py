"""What there is to read, cut into passages: pieces that can answer a question, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shlex import quote
from typing import NamedTuple

import msgspec

from careercli.domain.guide import (
    SECTIONS,
    CaseStudy,
    Figure,
    Guide,
    Library,
    Nearest,
    Occupation,
    Point,
    PointGroup,
    RelatedRole,
    Section,
    TierPortrait,
)
from careercli.domain.model import LEVEL_NAMES, Catalog, Role, Skill, Tier
from careercli.text.amounts import grouped, money, value_of

LONGEST = 900
"""Characters from which a section's paragraphs are cut into another passage."""


_SECTION_WORDS = {
    "overview": "in short; introduction; what it is",
    "core-functions": "role in the company; purpose; mission",
    "responsibilities": "duty list; main duties; daily duties; responsible for; job description",
    "day-in-the-life": (
        "daily routine; schedule; morning; afternoon; all day; whole day; hour by hour; workday"
    ),
    "work-setting": "office or call center; where people work; open-plan; industries; workplace",
    "work-life-balance": (
        "how stressful; weekends; night shifts; evenings; overtime; vacation; holidays; health; rest"
    ),
    "role-challenges": "difficulties",
    "pros-and-cons": (
        "advantages and disadvantages; upsides; downsides; benefits; drawbacks; good and bad; perks"
    ),
    "path": "start a career; get started; getting started; steps; break into; how to become",
    "education-level": "diploma; schooling",
    "required-education": "what to study; classes; subjects; learning",
    "certificates": "list of certificates; exams",
    "beginners-mistakes": "errors",
    "advice": "advice; recommendations",
    "portfolio-tips": (
        "write a resume; my resume; cover letter; application; work samples; LinkedIn profile"
    ),
    "tech-skills": "list of technical skills; hard skills",
    "soft-abilities": "list of soft skills; people skills",
    "skill-map": "list of skills; skill tree",
    "tech-stack": "list of tools",
    "pay": (
        "pay by tier; junior specialist; senior specialist; by level; junior and senior pay; median wage; "
        "percentile; hourly; compared; bonus"
    ),
    "market-demand": "how many are hired; shortage; employers",
    "job-outlook": (
        "job outlook; outlook for the job; future of the job; AI replace; replaced; disappear; decline; "
        "openings a year; projected; job security"
    ),
    "global-outlook": (
        "country; other countries; emigrate; Asia; Europe; Africa; Latin America; region; continent"
    ),
    "industry-trends": "what is changing; new developments",
    "career-tiers": (
        "rungs; ladder; years to senior; years of experience; each level; describe; requirements of a tier"
    ),
    "growth-paths": "directions; specialize",
    "related-roles": (
        "similar jobs; jobs like this; other jobs; other roles; alternative careers; neighboring"
    ),
    "case-studies": "real stories; success stories; turned around",
    "faq": "common questions",
}
"""What else people call what a section is about, for every one of ``SECTIONS``."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A piece to read, and where it stands: in a section of a role's guide, or about a skill.

    Paragraphs of ``text`` are parted by a newline. ``title`` is what the piece is called where it stands.
    ``keywords`` are other words for what it is about and ``place`` the names of where it stands; both help to
    find it and are not shown. ``asked`` is true of a question with its answer, ``further`` of a piece that
    goes on where the one before it under the same title ended. ``command`` shows all of it.
    """

    title: str
    text: str
    command: str
    sources: tuple[str, ...] = ()
    role: str | None = None
    section: str | None = None
    skill: str | None = None
    keywords: str = ""
    place: str = ""
    asked: bool = False
    further: bool = False


class Answer(NamedTuple):
    """A passage that answers a question; ``score`` is above 0, and higher is better within one question."""

    passage: Passage
    score: float


def all_passages(catalog: Catalog, library: Library) -> list[Passage]:
    """Return everything there is to read as passages, always in the same order."""
    out: list[Passage] = []
    for role in catalog.roles:
        guide = library.guides_by_role.get(role.id)
        if guide:
            out += _of_guide(catalog, library, role, guide)
    out += [_skill(skill) for skill in catalog.skills]
    out += [_listed("tool", tool.name, tool.aliases, tool.what, tool.sources) for tool in library.tools]
    out += [
        _listed("certificate", it.name, it.aliases, f"{it.text}\nIssuer: {it.issuer}", it.sources)
        for it in library.certificates
    ]
    return out


def _of_guide(catalog: Catalog, library: Library, role: Role, guide: Guide) -> Iterator[Passage]:
    tiers = catalog.tiers_meant(role.id)
    for name, section in guide.sections.items():
        yield from _Cutter(library, tiers, role, name, section).passages()


class _Cutter:
    """Cuts one section of a guide."""

    def __init__(
        self, library: Library, tiers: dict[str, Tier], role: Role, name: str, section: Section
    ) -> None:
        self.library = library
        self.tiers = tiers
        self.role = role
        self.name = name
        self.section = section
        self.title = section.title or SECTIONS[name].title

    def passages(self) -> Iterator[Passage]:
        section = self.section
        names = "; ".join((*SECTIONS[self.name].aliases, _SECTION_WORDS[self.name], *self._of_role()))
        for number, text in enumerate(_packed((section.lead, *section.text, section.meaning or ""))):
            further = number > 0
            yield self._passage(self.title, text, keywords="" if further else names, further=further)
        if section.figures or section.nearest:
            title = f"{self.title}, in figures"
            yield self._passage(title, "\n".join(self._figures()), keywords=names)
        for point in section.points:
            yield self._passage(point.name, point.text)
        for group in section.groups:
            yield self._passage(group.name, _group(group), keywords=group.aside or "")
        for portrait in section.tiers:
            yield self._portrait(portrait)
        for case in section.cases:
            yield self._case(case)
        for related in section.related:
            yield self._related(related)
        for question in section.questions:
            yield self._passage(
                question.question,
                "\n".join(question.answer),
                keywords="; ".join(question.keywords),
                place=_names(question.section) if question.section else "",
                asked=True,
            )

    def _of_role(self) -> tuple[str, ...]:
        """Return what the role is called, for the section that is about nothing else."""
        return (self.role.name, *self.role.aliases) if self.name == "overview" else ()

    def _passage(
        self,
        title: str,
        text: str,
        *,
        keywords: str = "",
        place: str | None = None,
        sources: Iterable[str] = (),
        asked: bool = False,
        further: bool = False,
    ) -> Passage:
        return Passage(
            title=title,
            text=text,
            command=f"careercli role show {self.role.id} --section {self.name}",
            sources=tuple(dict.fromkeys(sources)) or self.section.sources,
            role=self.role.id,
            section=self.name,
            keywords=keywords,
            place=_names(self.name) if place is None else place,
            asked=asked,
            further=further,
        )

    def _figures(self) -> Iterator[str]:
        for figure in self.section.figures:
            yield _figure(figure)
        for near in self.section.nearest:
            yield _nearest(near, self.library.occupations_by_code[near.occupation], self.name)

    def _portrait(self, portrait: TierPortrait) -> Passage:
        tier = self.tiers.get(portrait.tier)
        elsewhere = [f"{other.title}: {other.asks}" for other in portrait.elsewhere]
        sources = (*self.section.sources, *(other.source for other in portrait.elsewhere))
        return self._passage(
            tier.title if tier else portrait.tier,
            "\n".join((portrait.text, *portrait.duties, *elsewhere)),
            keywords="; ".join(
                ([tier.short] if tier else []) + [other.title for other in portrait.elsewhere]
            ),
            sources=sources,
        )

    def _case(self, case: CaseStudy) -> Passage:
        text = "\n".join((*case.story, *map(_figure, case.figures), case.takeaway))
        return self._passage(
            case.title, text, sources=(*self.section.sources, *(figure.source for figure in case.figures))
        )

    def _related(self, related: RelatedRole) -> Passage:
        text = "\n".join(
            (
                related.text,
                f"Carries over: {'; '.join(related.carries_over)}.",
                f"Missing: {'; '.join(related.missing)}.",
            )
        )
        return self._passage(related.title, text, sources=related.sources)


def _names(section: str) -> str:
    """Return what a section is called, in every way."""
    kind = SECTIONS[section]
    return "; ".join((kind.title, *kind.aliases))


def _packed(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield paragraphs together as long as they stay short enough to be one passage."""
    kept: list[str] = []
    for paragraph in filter(None, paragraphs):
        if kept and sum(map(len, kept)) + len(paragraph) > LONGEST:
            yield "\n".join(kept)
            kept = []
        kept.append(paragraph)
    if kept:
        yield "\n".join(kept)


def _point(point: Point) -> str:
    return f"{point.name}: {point.text}"


def _group(group: PointGroup) -> str:
    return "\n".join((*([group.lead] if group.lead else []), *map(_point, group.points)))


def _figure(figure: Figure) -> str:
    note = f". {figure.note}" if figure.note else ""
    return f"{figure.label}: {value_of(figure)} ({figure.kind}){note}"


def _nearest(near: Nearest, occupation: Occupation, section: str) -> str:
    """Return what the official statistics say: the projection in the outlook, else the wages."""
    name = f"{occupation.title} ({near.occupation})"
    if section == "job-outlook" and occupation.projection:
        projection = occupation.projection
        return (
            f"{name}: {projection.change:+g} % from {projection.start} to {projection.end}, "
            f"{grouped(projection.openings)} thousand openings a year (projected). {near.why}"
        )
    if section != "job-outlook" and occupation.wages:
        wages = occupation.wages
        return (
            f"{name}: median {money(wages.median)} a year, four in five from {money(wages.p10)} "
            f"to {money(wages.p90)} (measured). {near.why}"
        )
    return f"{name}. {near.why}"


def _listed(kind: str, name: str, aliases: Iterable[str], text: str, sources: tuple[str, ...]) -> Passage:
    """Return a tool or certificate as a passage."""
    return Passage(
        title=name,
        text=text,
        command=f"careercli skill list --{kind} {quote(name)}",
        sources=sources,
        keywords="; ".join(aliases),
        place=kind,
    )


def _skill(skill: Skill) -> Passage:
    levels = [f"Level {n}, {LEVEL_NAMES[n]}: {behavior}" for n, behavior in enumerate(skill.levels, 1)]
    return Passage(
        title=skill.name,
        text="\n".join((skill.summary, *levels)),
        command=f"careercli skill show {skill.id}",
        sources=skill.sources,
        skill=skill.id,
        keywords="; ".join(skill.aliases),
        place="skill",
    )
