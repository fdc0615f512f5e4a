"""The sections that a guide can have: what they are called, where they stand, and what they must hold."""

from __future__ import annotations

from typing import Literal

from careercli.domain.names import index
from careercli.domain.values import Value

Chapter = Literal[
    "The job",
    "Getting in",
    "Skills and tools",
    "Leading people",
    "Pay and market",
    "Moving on",
    "Questions",
]


class SectionKind(Value):
    """What a section is: title, chapter, other names, what it must hold, and whether every guide has it."""

    title: str
    chapter: Chapter
    aliases: tuple[str, ...]
    holds: str
    core: bool


_CORE = frozenset(
    {"overview", "responsibilities", "day-in-the-life", "pay", "job-outlook", "career-tiers", "faq"}
)

_CHAPTERS: dict[Chapter, dict[str, tuple[str, tuple[str, ...], str]]] = {
    "The job": {
        "overview": ("Overview", ("about", "summary"), "text"),
        "core-functions": ("Core functions", ("functions",), "text"),
        "responsibilities": ("Key responsibilities", ("duties", "tasks"), "points"),
        "day-in-the-life": ("A day in the life", ("day", "typical day", "a day"), "groups"),
        "work-setting": ("Work setting", ("setting", "workplace", "environment"), "text"),
        "work-life-balance": (
            "Work-life balance and stress",
            ("balance", "stress", "work-life balance & stress"),
            "text",
        ),
        "role-challenges": ("Role challenges", ("challenges",), "text"),
        "hard-contacts": ("Hard contacts", ("abuse", "abusive customers", "hard calls"), "questions"),
        "hard-days": ("Hard days", ("burnout", "scores", "night shifts"), "questions"),
        "accessibility": (
            "Disability, neurodiversity and introverts",
            (
                "disability",
                "neurodiversity",
                "introverts",
                "hard of hearing",
                "adjustments",
                "accommodations",
            ),
            "questions",
        ),
        "pros-and-cons": ("Pros and cons", ("pros", "cons", "pros & cons"), "groups"),
        "ai": ("AI in support", ("artificial intelligence", "ai jobs", "bots"), "questions"),
    },
    "Getting in": {
        "path": ("The path", ("path to the role", "how to start", "start"), "text"),
        "education-level": ("Education level", ("education", "degree"), "text"),
        "required-education": ("Required education", ("training", "courses"), "text"),
        "certificates": ("Certificates", ("certifications", "certification", "certificate"), "points"),
        "beginners-mistakes": ("Beginners' mistakes", ("mistakes", "common mistakes of beginners"), "points"),
        "advice": ("Advice", ("contextual advice", "tips"), "points"),
        "portfolio-tips": ("Portfolio tips", ("portfolio", "resume", "cv"), "text"),
        "application": ("The application", ("applying", "apply", "cover letter", "job scams"), "questions"),
        "interview": ("The interview and its tests", ("interviews", "interview questions"), "questions"),
        "starting-points": (
            "Where people come from",
            ("coming from", "career changers", "career change", "gaps"),
            "questions",
        ),
        "first-90-days": (
            "The first 90 days",
            ("first days", "first week", "90 days", "onboarding", "nesting", "former peers"),
            "questions",
        ),
    },
    "Skills and tools": {
        "tech-skills": ("Technical skills", ("tech skills",), "points"),
        "soft-abilities": ("Soft abilities", ("soft skills",), "points"),
        "skill-map": ("Skill map", ("skills", "map"), "groups"),
        "tech-stack": ("Tools", ("tech stack", "software"), "groups"),
    },
    "Leading people": {
        "attendance": ("Absence and lateness", ("absence", "lateness", "sick leave"), "questions"),
        "conduct": (
            "Conduct and low results",
            ("pip", "performance plan", "dismissal", "rudeness"),
            "questions",
        ),
        "feedback": ("Feedback and calibration", ("calibration", "one-to-ones"), "questions"),
        "turnover": ("Turnover and morale", ("attrition", "retention", "morale"), "questions"),
        "staffing": ("Staffing and headcount", ("headcount", "shrinkage", "scheduling"), "questions"),
    },
    "Pay and market": {
        "pay": ("Pay", ("salary", "annual salary", "wages", "earnings"), "nearest"),
        "pay-by-place": (
            "Pay by place and sector",
            ("pay by state", "pay by sector", "pay abroad"),
            "questions",
        ),
        "raise": ("Raises and offers", ("raises", "counter-offer", "negotiation"), "questions"),
        "market-demand": ("Market demand", ("demand", "market"), "text"),
        "job-outlook": ("Job outlook", ("outlook", "growth rate", "projections"), "nearest"),
        "global-outlook": ("Global outlook", ("countries", "worldwide", "abroad"), "text"),
        "industry-trends": ("Industry trends", ("trends",), "text"),
    },
    "Moving on": {
        "career-tiers": ("Career tiers", ("tiers", "career path tiers", "levels"), "tiers"),
        "growth-paths": ("Growth paths", ("growth", "advancement"), "text"),
        "setbacks": ("Turned down or passed over", ("rejection", "turned down", "passed over"), "questions"),
        "related-roles": (
            "Related roles",
            ("related", "job outlook & related roles", "alternatives"),
            "related",
        ),
        "moving-out": ("Moving to other work", ("leaving support", "changing careers"), "questions"),
        "bpo": ("Work at an outsourcer", ("outsourcer", "call center firm"), "questions"),
        "layoff": ("Layoffs and outsourcing", ("layoffs", "redundancy", "laid off"), "questions"),
        "case-studies": ("Case studies", ("cases", "examples", "examples and case studies"), "cases"),
    },
    "Questions": {
        "faq": ("Questions and answers", ("frequently asked questions", "questions"), "questions"),
    },
}
"""The sections of each chapter: the title, other names, and what it must hold."""

SECTIONS: dict[str, SectionKind] = {
    section: SectionKind(title, chapter, aliases, holds, section in _CORE)
    for chapter, sections in _CHAPTERS.items()
    for section, (title, aliases, holds) in sections.items()
}
"""Every section that a guide can have, in reading order."""


def section_names() -> dict[str, str]:
    """Return every id, title and alias of a section, folded, with the id that it means."""
    return index((section, (section, kind.title, *kind.aliases)) for section, kind in SECTIONS.items())
