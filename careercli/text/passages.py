"""What there is to read, cut into passages: pieces that can answer a question, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from shlex import quote

from careercli.domain.guide import Figure, Guide, Nearest, Occupation, Section, Term, TierPortrait
from careercli.domain.library import Library
from careercli.domain.model import LEVEL_NAMES, Catalog, Role, Skill, Tier
from careercli.domain.passages import Passage
from careercli.domain.sections import SECTIONS
from careercli.domain.work import Transfer, Way
from careercli.text.amounts import grouped, money, value_of
from careercli.text.phrases import some
from careercli.text.transfer import WAYS, title

LONGEST = 900
"""Characters from which a section's paragraphs are cut into another passage."""


_OTHER_WORK = "another line of work"
"""Where what is told of going between two lines of work stands."""

_SECTION_WORDS = {
    "overview": "in short; introduction; what it is",
    "core-functions": "role in the company; purpose; mission",
    "responsibilities": (
        "responsibilities of; duty list; main duties; daily duties; responsible for; job description"
    ),
    "day-in-the-life": (
        "daily routine; schedule; morning; afternoon; all day; whole day; hour by hour; workday"
    ),
    "work-setting": "office or call center; where people work; open-plan; industries; workplace",
    "work-life-balance": (
        "how stressful; weekends; night shifts; evenings; overtime; vacation; holidays; health; rest"
    ),
    "role-challenges": "difficulties; hardest part; what is hard",
    "hard-contacts": "abusive callers; crying; threats; ending a call; harassment",
    "hard-days": "exhausted; nights; handle time; quality score; sick; monotony; when to get help",
    "accessibility": "autism; ADHD; deaf; hearing loss; anxiety; introverted; disabled",
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
    "application": "apply for a job; scam; references; applicant tracking",
    "interview": "what they ask; interviewer; accent test; trial shift; video interview",
    "starting-points": "retail; hospitality; teaching; care; army; employment gap; over fifty; overqualified",
    "first-90-days": "first month; new job; probation; former colleagues; just promoted; ninety days",
    "tech-skills": "list of technical skills; hard skills",
    "soft-abilities": "list of soft skills; people skills",
    "skill-map": "list of skills; skill tree",
    "tech-stack": "list of tools",
    "attendance": "sick days; time off; no show; punctuality; absenteeism",
    "conduct": "rude; underperformance; warning; improvement plan; fired; misconduct; difficult employee",
    "feedback": "coaching talk; one-on-one; review of a call; scoring together; criticism",
    "turnover": "people quitting; keep agents; motivation; engagement",
    "staffing": "how many agents; workforce planning; rota; roster; understaffed",
    "pay-by-place": "salary in my state; salary by country; industry that pays most; cost of living",
    "raise": "ask for more money; pay rise; counteroffer; negotiate salary; job offer",
    "ai": "chatbot; artificial intelligence; chatgpt; automation of support; new jobs with ai",
    "moving-out": "get out of support; get off the phones; transferable skills; change career; new career",
    "bpo": "business process outsourcing; outsourced call center; vendor site; client account",
    "layoff": "fired; let go; made redundant; severance; job cuts; offshoring",
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
        "country; other countries; emigrate; Asia; Europe; Africa; Latin America; region; continent; "
        "Mexico City; Sao Paulo"
    ),
    "industry-trends": "what is changing; new developments",
    "career-tiers": (
        "rungs; ladder; tier 1 to tier 2; next tier; move up a tier; difference between tiers; "
        "years to senior; years of experience; each level; describe; requirements of a tier"
    ),
    "growth-paths": "directions; specialize",
    "setbacks": "rejected; not promoted; no reply; not ready; internal application",
    "related-roles": (
        "similar jobs; jobs like this; other jobs; other roles; alternative careers; neighboring"
    ),
    "case-studies": "real stories; success stories; turned around",
    "faq": "common questions",
}
"""What else people call what a section is about, for every one of ``SECTIONS``."""


def all_passages(catalog: Catalog, library: Library) -> list[Passage]:
    """Return everything there is to read as passages, always in the same order."""
    out: list[Passage] = []
    for role in catalog.roles:
        guide = library.guides_by_role.get(role.id)
        if guide:
            out += _of_guide(catalog, library, role, guide)
    out += [_skill(skill, library) for skill in catalog.skills]
    out += [_listed("tool", tool.name, tool.aliases, tool.what, tool.sources) for tool in library.tools]
    out += [
        _listed("certificate", it.name, it.aliases, f"{it.text}\nIssuer: {it.issuer}", it.sources)
        for it in library.certificates
    ]
    out += _transfers(library)
    out += [_term(catalog, library, term) for term in library.terms]
    return out


def _of_guide(catalog: Catalog, library: Library, role: Role, guide: Guide) -> Iterator[Passage]:
    tiers = catalog.tiers_meant(role.id)
    for name, section in guide.sections.items():
        piece = partial(
            Passage,
            command=f"careercli role show {role.id} --section {name}",
            sources=section.sources,
            role=role.id,
            section=name,
            place=_names(name),
        )
        yield from _leading(piece, library, role, name, section)
        yield from _parts(piece, tiers, section)
        yield from _answers(piece, library, section)


def _leading(
    piece: partial[Passage], library: Library, role: Role, name: str, section: Section
) -> Iterator[Passage]:
    """Yield what a section says as a whole: its paragraphs and its figures."""
    title = section.title or SECTIONS[name].title
    called = (role.name, *role.aliases) if name == "overview" else ()
    names = "; ".join((*SECTIONS[name].aliases, _SECTION_WORDS[name], *called))
    for number, text in enumerate(_packed((section.lead, *section.text, section.meaning or ""))):
        yield piece(
            title=title, text=text, keywords="" if number else names, leads=number == 0, further=number > 0
        )
    figures = [_figure(figure) for figure in section.figures]
    figures += [
        _nearest(near, library.occupations_by_code[near.occupation], name) for near in section.nearest
    ]
    if figures:
        yield piece(title=f"{title}, in figures", text="\n".join(figures), keywords=names)


def _parts(piece: partial[Passage], tiers: Mapping[str, Tier], section: Section) -> Iterator[Passage]:
    """Yield each part of a section that stands for itself."""
    for point in section.points:
        yield piece(title=point.name, text=point.text, skill=point.skill)
    for group in section.groups:
        points = (f"{point.name}: {point.text}" for point in group.points)
        text = "\n".join(filter(None, (group.lead, *points)))
        yield piece(title=group.name, text=text, keywords=group.aside or "")
    for portrait in section.tiers:
        yield _portrait(piece, tiers.get(portrait.tier), portrait, section)
    for case in section.cases:
        yield piece(
            title=case.title,
            text="\n".join((*case.story, *map(_figure, case.figures), case.takeaway)),
            sources=_once(*section.sources, *(figure.source for figure in case.figures)),
        )
    for related in section.related:
        carries, lacks = ("; ".join(words) for words in (related.carries_over, related.missing))
        text = f"{related.text}\nCarries over: {carries}.\nMissing: {lacks}."
        yield piece(title=related.title, text=text, sources=_once(*related.sources))


def _answers(piece: partial[Passage], library: Library, section: Section) -> Iterator[Passage]:
    """Yield each question of a section with its answer."""
    for question in section.questions:
        yield piece(
            title=question.question,
            text="\n".join(question.answer),
            sources=question.sources or section.sources,
            keywords="; ".join(question.keywords),
            phrasings="\n".join(library.phrasings.get(question.question, ())),
            place=_names(question.section) if question.section else "",
            skill=next(iter(question.skills), None),
            asked=True,
        )


def _portrait(
    piece: partial[Passage], tier: Tier | None, portrait: TierPortrait, section: Section
) -> Passage:
    elsewhere = portrait.elsewhere
    return piece(
        title=tier.title if tier else portrait.tier,
        text="\n".join(
            (portrait.text, *portrait.duties, *(f"{other.title}: {other.asks}" for other in elsewhere))
        ),
        keywords="; ".join(some(tier and tier.short, *(other.title for other in elsewhere))),
        sources=_once(*section.sources, *(other.source for other in elsewhere)),
    )


def _once(*references: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(references))


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


_TO_TRANSFER: dict[Way, tuple[str, str, str]] = {
    "in": (
        "Which lines of work do people come from into support?",
        (
            "which jobs lead into support; career change into support; change career to support; another "
            "line of work; from a different field; backgrounds"
        ),
        "careercli transfer",
    ),
    "out": (
        "What jobs can I do after support?",
        (
            "jobs after support; jobs after customer service; where to go after support; what next after; "
            "career change from support; leave support for; where can I go from support; get out of support"
        ),
        "careercli transfer --to",
    ),
}
"""Which question the lines of work of each way answer together, its keywords, and the command for one."""


def _transfers(library: Library) -> Iterator[Passage]:
    """Yield what is told of each line of work that people come from or go to, and which there are."""
    for way, (question, keywords, command) in _TO_TRANSFER.items():
        those = [transfer for transfer in library.transfers if transfer.way == way]
        for transfer in those:
            yield _transfer(transfer, f"{command} {transfer.id}", library.phrasings.get(transfer.id, ()))
        if those:
            names = "; ".join(transfer.name for transfer in those)
            yield Passage(
                title=question,
                text=f"{WAYS[way]}: {names}.\nEach has what carries over, what to learn, and what to say.",
                command="careercli transfer",
                sources=_once(*(source for transfer in those for source in transfer.sources)),
                keywords=keywords,
                place=_OTHER_WORK,
                asked=True,
            )


def _transfer(transfer: Transfer, command: str, phrasings: Iterable[str]) -> Passage:
    carries, learn = ("; ".join(part.name for part in parts) for parts in (transfer.carries, transfer.learn))
    told = (
        transfer.lead,
        f"Carries over: {carries}.",
        f"To learn: {learn}." if learn else "",
        transfer.tier_why,
    )
    names = (transfer.name, *transfer.aliases)
    link = "from {}" if transfer.way == "in" else "into {}"
    return Passage(
        title=title(transfer),
        phrasings="\n".join(phrasings),
        text="\n".join(filter(None, (*told, transfer.years, transfer.application))),
        command=command,
        sources=transfer.sources,
        keywords="; ".join(link.format(name) for name in names),
        place=_OTHER_WORK,
        asked=True,
    )


def _term(catalog: Catalog, library: Library, term: Term) -> Passage:
    """Return a word of the trade as a passage, with the first guide that has its section."""
    role = next((role.id for role in catalog.roles if library.section(role.id, term.section or "")), None)
    command = f"careercli role show {role} --section {term.section}"
    if role is None:
        command = f"careercli skill show {term.skill}" if term.skill else "careercli skill list"
    return Passage(
        title=term.name,
        text=term.text,
        command=command,
        role=role,
        section=term.section if role else None,
        skill=term.skill,
        place="a word of the trade",
        names=(term.name, *term.aliases),
    )


def _skill(skill: Skill, library: Library) -> Passage:
    shows_in = library.shows_in.get(skill.id, {})
    levels = [
        f"Level {n}, {LEVEL_NAMES[n]}: {behavior}" + (f" Shows in: {shows_in[n]}." if n in shows_in else "")
        for n, behavior in enumerate(skill.levels, 1)
    ]
    return Passage(
        title=skill.name,
        text="\n".join((skill.summary, *levels)),
        command=f"careercli skill show {skill.id}",
        sources=skill.sources,
        skill=skill.id,
        keywords="; ".join((*skill.aliases, *library.keywords.get(skill.id, ()))),
        place="skill",
    )
