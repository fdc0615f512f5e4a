"""The parts of a portfolio, and whom to ask to speak for something, in words."""

from __future__ import annotations

from typing import NamedTuple

from careercli.domain.portfolio import ExhibitKind, Who


class Chapter(NamedTuple):
    """A part of a portfolio: its title, what the guides advise for it, and what to do while it is empty."""

    title: str
    advice: str
    empty: str


CHAPTERS: dict[ExhibitKind, Chapter] = {
    "leadership": Chapter(
        "Leadership stories",
        "What was at stake, what you decided, whom you brought in, how it ended, and what was your part.",
        "Nothing yet. One story of people you led, trained or coached is enough to begin with.",
    ),
    "figures": Chapter(
        "Before and after, in figures",
        "For each: the figure before, the figure after, the period and the size of the team.",
        "Nothing yet. Write down today's figure now: without a start, no result can be shown.",
    ),
    "cases": Chapter(
        "Cases",
        "One or two hard ones: what was wrong, what you did, what happened after. Take out every name.",
        "Nothing yet. Describe one hard case that you solved.",
    ),
    "tools": Chapter(
        "Tools and technology",
        "Name the tools you know well, and what one that you brought in or cleaned up did for the team.",
        "Nothing yet. Name the platforms you work with: which CRM, which ticketing system.",
    ),
    "material": Chapter(
        "Training material and other samples",
        "Samples of what you made. Ask before you share internal pages, or redraw them with made-up data.",
        "Nothing yet. A checklist, a template or a guide that others use will do.",
    ),
    "certificates": Chapter(
        "Certificates",
        "Give each with who issued it and when.",
        "None is named. If you hold one, write it into the evidence of a skill that it vouches for.",
    ),
}
"""The parts of a portfolio in their order. They follow the guides' section portfolio-tips."""

WITNESSES: dict[Who, str] = {
    "led": "somebody you led or coached, and who led you then",
    "served": "a customer or a colleague who was there",
    "worked-with": "a colleague who uses it, or somebody in another department",
}
"""Whom to ask."""
