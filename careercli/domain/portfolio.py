"""What somebody can show, arranged as the guides advise for a portfolio, and what nothing shows yet.

Evidence is the person's own text: it is sorted, never changed. A line that begins with a date has one.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from careercli.domain.growth import GrowthStep
from careercli.domain.library import Library
from careercli.domain.mentions import Finder
from careercli.domain.model import Catalog, Profile, Skill, Skills, Tier, told
from careercli.domain.placement import place
from careercli.domain.plan import default_goal
from careercli.domain.values import Value

CLAIMED = 2
"""From this level on somebody who hires will ask what shows it."""

WITNESSED = 3
"""From this level on it is worth asking others to speak for it."""

ExhibitKind = Literal["leadership", "figures", "cases", "tools", "material", "certificates"]
"""The parts of a portfolio, in their order."""

Who = Literal["led", "served", "worked-with"]
"""Whom to ask: who was led, who was served, or who works with it."""


_DATED = r"(\d{4}-\d{2}-\d{2}): (?=\S)"

_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
    "seventy|eighty|ninety|hundred|dozen|half|a third|a quarter|twice|double|zero"
)
_NEAR = ".{0,60}?"
"""Further apart, words in a line have little to do with one another; without a limit long lines take long."""

_FIGURE = rf"(?:\d[\d.,]*|\b(?:{_NUMBERS})\b)"
_COMPARED = (
    rf"\bfrom\b{_NEAR}{_FIGURE}{_NEAR}\bto\b{_NEAR}{_FIGURE}|"
    r"\b(?:halved|doubled|tripled)\b|"
    r"\b(?:cut|reduced|raised|rose|fell|grew|dropped|improved|increased|decreased|lowered|saved|shortened|"
    rf"up|down|fewer|less|more|faster|higher|lower)\b{_NEAR}\d|"
    rf"\d{_NEAR}\b(?:fewer|less|more|faster|higher|lower|up|down)\b|"
    rf"\bbefore\b{_NEAR}\bafter\b"
)
_CAME_OF_IT = (
    r"\d[\d.,]*\s?(?:%|[^\W\d_]{1,8})?\s(?:to|vs\.?|versus)\s\S{0,3}\d|"
    r"\d\s?%\s(?:under|over|above|below)\b|"
    r"\b(?:stopped|no longer|were promoted|was promoted|on budget|under budget|signed off)\b"
)
_LED = (
    r"\b(?:led|leads?|leading|managed|manages|supervised|coach(?:ed|es|ing)?|mentor(?:ed|s|ing)?|hired|promoted|"
    r"trained|onboarded|delegated|people in|agents?,)\b"
)
_MADE = (
    r"\b(?:trainings?|onboarding|workshops?|checklists?|templates?|playbooks?|guides?|runbooks?|curriculum|"
    r"macros?|scripts?|handbooks?|manuals?|articles?|surveys?|lessons?|slides?)\b"
)


class Evidence(Value):
    """One line of what shows a skill; ``day`` where the line begins with one."""

    skill: str
    text: str
    day: date | None


class Exhibit(Value):
    """A line of evidence in its part of the portfolio, with the tools and certificates that it names."""

    evidence: Evidence
    kind: ExhibitKind
    tools: tuple[str, ...]
    certificates: tuple[str, ...]


class SkillEvidence(Value):
    """A skill with what shows it; ``level`` is None for one that is not rated."""

    skill: str
    level: int | None
    lines: tuple[Evidence, ...]


class BareClaim(Value):
    """A level that somebody claims and has nothing to show for; ``growth`` says what would prove it.

    ``gate`` says whether a gate of the goal is about the skill, ``weight`` how much it counts there, 0
    where the goal does not ask for it.
    """

    skill: str
    level: int
    gate: bool
    weight: int
    growth: GrowthStep


class Witness(Value):
    """Whom to ask to speak for something that is shown."""

    who: Who
    evidence: Evidence


class Portfolio(Value):
    """What somebody can show for their goal. ``tools`` and ``certificates`` are those that evidence names."""

    profile: Profile
    goal: Tier | None
    role: str
    exhibits: tuple[Exhibit, ...]
    witnesses: tuple[Witness, ...]
    skills: tuple[SkillEvidence, ...]
    holes: tuple[BareClaim, ...]

    def of_kind(self, kind: ExhibitKind) -> tuple[Exhibit, ...]:
        """Return what belongs into one part, the latest first, what has no date last."""
        return tuple(exhibit for exhibit in self.exhibits if exhibit.kind == kind)

    @property
    def tools(self) -> tuple[str, ...]:
        """The tools that evidence names, in order of their names."""
        return tuple(sorted({tool for exhibit in self.exhibits for tool in exhibit.tools}))

    @property
    def certificates(self) -> tuple[str, ...]:
        """The certificates that evidence names, in order of their names."""
        return tuple(sorted({name for exhibit in self.exhibits for name in exhibit.certificates}))


def portfolio(catalog: Catalog, library: Library, profile: Profile) -> Portfolio:
    """Return what a profile can show, and the holes, for its goal, else the first goal above it."""
    placement = place(catalog.ladder, profile)
    goal = default_goal(catalog.ladder, profile, placement)
    known = told(catalog.skills_by_id, placement.seat)
    aim = goal or catalog.ladder.top
    lines = [line for skill in known if skill in profile.evidence for line in evidence_of(profile, skill)]
    tools, certificates = (Finder(names) for names in (library.tool_names, library.certificate_names))
    exhibits = [
        _exhibit(line, known[line.skill], catalog, tools.within(line.text), certificates.within(line.text))
        for line in lines
    ]
    order = {name: index for index, name in enumerate(known)}
    groups = {group.id: index for index, group in enumerate(catalog.groups)}
    exhibits.sort(key=lambda entry: order[entry.evidence.skill])
    exhibits.sort(key=lambda entry: entry.evidence.day or date.min, reverse=True)
    return Portfolio(
        profile=profile,
        goal=goal,
        role=aim.role,
        exhibits=tuple(exhibits),
        witnesses=_witnesses(exhibits, profile, catalog),
        skills=tuple(
            SkillEvidence(
                skill, profile.skills.get(skill), tuple(line for line in lines if line.skill == skill)
            )
            for skill in sorted(known, key=lambda skill: groups.get(known[skill].group, 0))
            if skill in profile.evidence or profile.skills.get(skill)
        ),
        holes=holes(profile, known, aim),
    )


def evidence_of(profile: Profile, skill: str) -> tuple[Evidence, ...]:
    """Return the evidence of a skill line by line."""
    out = []
    for line in profile.evidence.get(skill, "").splitlines():
        day, text = evidence_line(line)
        if text:
            out.append(Evidence(skill, text, day))
    return tuple(out)


def holes(profile: Profile, skills: Skills, aim: Tier) -> tuple[BareClaim, ...]:
    """Return the claimed levels that nothing shows: gates of the goal first, then by level and weight."""
    out = []
    for skill, level in profile.skills.items():
        if level < CLAIMED or skill not in skills or evidence_of(profile, skill):
            continue
        _, weight = aim.needs.get(skill, (0, 0))
        growth = skills[skill].growth[level - 1]
        out.append(BareClaim(skill, level, skill in aim.gate_skills, weight, growth))
    return tuple(sorted(out, key=lambda hole: (not hole.gate, -hole.level, -hole.weight, hole.skill)))


def compares(text: str) -> bool:
    """Return whether a line says what came of it: from one figure to another, halved, signed off."""
    return _says(_COMPARED, text) or _says(_CAME_OF_IT, text)


def counts(text: str) -> bool:
    """Return whether a line has a number in it, in figures or in words."""
    return _says(_FIGURE, text)


def _says(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def evidence_line(line: str) -> tuple[date | None, str]:
    """Return the day that a line of evidence begins with, None without one, and what it says."""
    text = " ".join(line.split())
    found = re.match(_DATED, text)
    if found:
        try:
            return date.fromisoformat(found[1]), text[found.end() :]
        except ValueError:
            pass
    return None, text


def _exhibit(
    line: Evidence, skill: Skill, catalog: Catalog, tools: tuple[str, ...], certificates: tuple[str, ...]
) -> Exhibit:
    """Return a line in the first part that it suits."""
    kind: ExhibitKind = "cases"
    if certificates:
        kind = "certificates"
    elif _says(_COMPARED, line.text):
        kind = "figures"
    elif _says(_MADE, line.text):
        kind = "material"
    elif _says(_LED, line.text) or leads(skill, catalog):
        kind = "leadership"
    elif tools:
        kind = "tools"
    return Exhibit(line, kind, tools, certificates)


def leads(skill: Skill, catalog: Catalog) -> bool:
    """Return whether a skill is one of leading people, by its group or by the first tier that asks for it."""
    if "lead" in catalog.group_titles.get(skill.group, skill.group).casefold():
        return True
    first = next(
        (tier for tier in catalog.ladder.tiers if any(own.skill == skill.id for own in tier.requirements)),
        None,
    )
    return first is not None and first.leads_people


def _witnesses(exhibits: list[Exhibit], profile: Profile, catalog: Catalog) -> tuple[Witness, ...]:
    """Return whom to ask to speak for what: one for each skill that is well held and shown."""
    out: dict[str, Witness] = {}
    for exhibit in exhibits:
        line = exhibit.evidence
        if profile.skills.get(line.skill, 0) < WITNESSED or line.skill in out:
            continue
        skill = catalog.skills_by_id[line.skill]
        who: Who = "led" if leads(skill, catalog) else "served" if skill.kind == "soft" else "worked-with"
        out[line.skill] = Witness(who, line)
    return tuple(out.values())
