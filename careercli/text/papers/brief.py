"""What a paper is made from, and what several of them say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from careercli.domain.advertisement import Demand
from careercli.domain.assessment import Assessment
from careercli.domain.bullets import Bullet, Lack, bullets, weights_for
from careercli.domain.library import Library
from careercli.domain.match import Match, match
from careercli.domain.model import Tier
from careercli.domain.opinion import Contrast
from careercli.domain.paper import Aim, Hole, Line, Paper, PaperKind, Part
from careercli.domain.portfolio import Evidence, evidence_of
from careercli.domain.schedule import Plan
from careercli.domain.values import Value
from careercli.text.match import short_quote
from careercli.text.opinion import about_you
from careercli.text.phrases import inside, listed
from careercli.text.tiers import time


class Brief(Value, dict=True, kw_only=True):
    """What a paper is made from.

    Attributes:
        assessment: the person.
        library: what there is to read.
        aim: what it is for.
        state: the code of the state that they live in, ``none`` outside the United States, None if not told.
        opinions: how other people see them.

    """

    assessment: Assessment
    library: Library
    aim: Aim
    state: str | None = None
    opinions: tuple[Contrast, ...] = ()

    @property
    def tier(self) -> Tier:
        """The tier that it is for: the aim's, else where one could start, else the goal or what is next."""
        assessment, profile = self.assessment, self.assessment.profile
        if self.aim.tier:
            return self.aim.tier
        if not self.at_work:
            return assessment.placement.current or assessment.ladder.tiers[0]
        following, goal = assessment.next or assessment.ladder.top, assessment.goal
        return goal if goal and profile.goal and goal.rank < following.rank else following

    @property
    def at_work(self) -> bool:
        """Whether the person has a job in support now, as far as the profile says."""
        profile = self.assessment.profile
        return profile.employed is not False and profile.support_years > 0

    @property
    def names(self) -> dict[str, str]:
        """The names of skills by their ids."""
        return {id: skill.name for id, skill in self.assessment.skills.items()}  # noqa: A001

    @cached_property
    def match(self) -> Match | None:
        """How the person fits the advertisement, where the paper is for one."""
        return match(self.assessment, self.aim.ad) if self.aim.ad else None

    @cached_property
    def plan(self) -> Plan:
        """The way to the tier."""
        return self.assessment.plan_to(self.tier)

    @cached_property
    def bullets(self) -> tuple[Bullet, ...]:
        """Everything that the person can show, what the aim weighs most first."""
        assessment = self.assessment
        return bullets(assessment.profile, assessment.skills, self.tier, self.aim.ad)

    @cached_property
    def wanted(self) -> tuple[str, ...]:
        """The skills that decide: those an ad requires, else those in the tier's must-haves."""
        weights, gates = weights_for(self.tier, self.aim.ad)
        order = list(self.tier.gate_skills) if self.aim.ad is None else list(weights)
        return tuple(skill for skill in order if skill in gates and skill in self.assessment.skills)

    @property
    def demands(self) -> dict[str, Demand] | None:
        """The skills that an advertisement asks, each with how; None where the paper is for a tier."""
        return None if self.aim.ad is None else {asked.skill: asked.demand for asked in self.aim.ad.skills}

    @property
    def decisive(self) -> frozenset[str]:
        """The skills without which the advertisement turns candidates down."""
        fits = self.match.skills if self.match else ()
        return frozenset(fit.asked.skill for fit in fits if fit.must)

    @property
    def what_for(self) -> str:
        """What the paper is for, as inside a sentence: ``Team Lead``, or the job as the ad calls it."""
        ad = self.aim.ad
        if ad is None or not ad.title:
            return self.tier.title
        return f"{ad.title} at {ad.employer}" if ad.employer else ad.title

    def evidence(self, skill: str) -> tuple[Evidence, ...]:
        """Return what the person wrote of a skill, the last first."""
        lines = evidence_of(self.assessment.profile, skill)
        return tuple(sorted(lines, key=lambda line: line.day.toordinal() if line.day else 0, reverse=True))

    def asked_as(self, skill: str) -> str:
        """Return how the aim asks for a skill: in the words of the ad, else what one does at its level."""
        if self.aim.ad is not None:
            asked = next((each for each in self.aim.ad.skills if each.skill == skill), None)
            if asked:
                return short_quote(asked.quote)
        levels = [max(gate.levels) for gate in self.tier.gates if skill in gate.skills]
        need = max([*levels, *(ask.level for ask in self.tier.asks if ask.skill == skill)], default=0)
        return about_you(self.assessment.skills[skill].levels[need - 1]) if need else ""

    @property
    def proofs(self) -> tuple[Bullet, ...]:
        """What says most for the aim and nothing against the person: ready lines first, then the others."""
        fine = [bullet for bullet in self.bullets if not bullet.sore]
        return tuple(sorted(fine, key=lambda bullet: bullet.weak))

    @property
    def otherwise(self) -> str:
        """Return how to get the paper for something else, where nothing was chosen."""
        return (
            ""
            if self.aim.tier or self.aim.ad
            else " For another job: --for TIER, or --for and the file of an ad."
        )


def shown(line: Evidence, *, label: str = "", depth: int = 0) -> Line:
    """Return evidence as a line of a paper, word for word."""
    return Line(text=line.text, origin="evidence", label=label, skill=line.skill, day=line.day, depth=depth)


def asked(hole: Hole, *, label: str = "", depth: int = 0) -> Line:
    """Return a hole as a line of a paper."""
    return Line(text=hole.question, origin="question", label=label, skill=hole.skill, hole=hole, depth=depth)


def advice(text: str, label: str = "", *, source: str = "", depth: int = 0) -> Line:
    """Return a line that says the same to everybody."""
    return Line(text=text, label=label, source=source, depth=depth)


def fact(text: str, label: str = "") -> Line:
    """Return what the profile says, as a line of a paper."""
    return Line(text=text, origin="fact", label=label)


def standing_facts(brief: Brief) -> Iterator[Line]:
    """Yield what the profile says of title, years and team: facts, and nothing more."""
    profile = brief.assessment.profile
    if profile.title:
        yield fact(profile.title, "Now" if profile.employed is not False else "Last title")
    years = [f"{time(profile.support_years)} in support"] if profile.support_years else []
    years += [f"{time(profile.leading_years)} of leading"] if profile.leading_years else []
    elsewhere = profile.leading_elsewhere_years
    years += [f"{time(elsewhere)} of leading outside support"] if elsewhere else []
    if years:
        yield fact(listed(years), "Years")
    if profile.team:
        yield fact(f"{profile.team} people", "Team")


def line_of(bullet: Bullet, brief: Brief, *, label: str = "", depth: int = 0, named: bool = True) -> Line:
    """Return a line for a résumé as a line of a paper, with the skills that it shows behind it."""
    skills = listed([inside(brief.names[skill]) for skill in bullet.skills]) if named else ""
    return Line(
        text=bullet.text,
        origin="evidence",
        label=label,
        skill=bullet.skills[0],
        day=bullet.day,
        depth=depth,
        aside=skills,
    )


def story(skill: str, question: str, *, label: str = "") -> Line:
    """Return the question about a skill that nothing shows, as a line of a paper."""
    return asked(Hole(id=f"{skill}-story", question=question, skill=skill), label=label)


_WANTS: tuple[tuple[Lack, str], ...] = (
    ("number", "How many, or how often?"),
    ("change", "What came of it?"),
    ("time", "Over what time?"),
)
"""What is asked where a line does not say it, the most useful first; one question a line is enough."""


def detail_hole(bullet: Bullet) -> Hole | None:
    """Return the hole of a line that does not say enough; None where it does."""
    if not bullet.weak:
        return None
    want = next(question for lack, question in _WANTS if lack in bullet.lacks)
    skill, text = bullet.evidence[0]
    about = text if len(text) <= _SHORT else f"{text[:_SHORT].rsplit(' ', 1)[0]} ..."
    return Hole(id=f"{skill}-{_key(text)}", question=f'"{about}": {want}', skill=skill, extends=text)


_SHORT = 60


def _key(text: str) -> str:
    """Return a short key that is the same for the same text."""
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()[:6]


def part(name: str, title: str, lines: Iterable[Line], aside: str = "", *, for_others: bool = False) -> Part:
    """Return a part of a paper by its id."""
    return Part(id=name, title=title, lines=tuple(lines), aside=aside, for_others=for_others)


def made(
    kind: PaperKind, brief: Brief, title: str, lead: str, parts: Iterable[Part], opening: str = ""
) -> Paper:
    """Return a paper of those parts that have lines."""
    filled = tuple(part for part in parts if part.lines)
    return Paper(kind=kind, aim=brief.aim, title=title, lead=lead, opening=opening, parts=filled)


def of_skills(skills: Iterable[str], names: dict[str, str]) -> str:
    """Return skills as inside a sentence: ``coaching, and hiring``."""
    return listed([inside(names[skill]) for skill in skills])
