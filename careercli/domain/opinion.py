"""A second opinion: another person's ratings of the same skills, kept beside one's own and never averaged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from careercli.domain.assessment import Assessment, assess
from careercli.domain.model import Profile, Skills, Tier
from careercli.domain.values import Value
from careercli.domain.way import must_haves

FEWEST, MOST = 12, 20
"""So many questions a form has."""

FAR = 2
"""From so many levels on a difference is worth a talk."""

STALE_DAYS = 365
"""An answer to a form that was made longer ago may speak of somebody who has learned since."""


class Request(Value):
    """A form that was handed out: what tells it from any other, to whom, when, and which skills it asks."""

    form: str
    to: str
    day: date
    skills: tuple[str, ...]


class Opinion(Value):
    """What came back: from whom the file says that it is, the day they answered, and when it was added.

    ``unseen`` are skills of which they could not tell.
    """

    form: str
    giver: str
    day: date
    added: date
    levels: dict[str, int]
    unseen: tuple[str, ...] = ()
    text: str = ""


class Opinions(Value):
    """All that was asked and came back about one person, each in the order of their days."""

    requests: tuple[Request, ...] = ()
    opinions: tuple[Opinion, ...] = ()

    @property
    def latest(self) -> tuple[Opinion, ...]:
        """The last opinion of everybody who gave one, in the order of these."""
        last = {opinion.giver.casefold(): opinion for opinion in self.opinions}
        return tuple(opinion for opinion in self.opinions if last[opinion.giver.casefold()] is opinion)

    @property
    def waiting(self) -> tuple[Request, ...]:
        """What was asked and has not come back."""
        answered = {opinion.form for opinion in self.opinions}
        return tuple(request for request in self.requests if request.form not in answered)

    def request(self, form: str) -> Request | None:
        """Return what was asked by a form, None where it is none of this person's."""
        return next((request for request in self.requests if request.form == form), None)

    def asked(self, request: Request) -> Opinions:
        """Return them with one more form that is handed out."""
        return self.but(requests=(*self.requests, request))

    def added(self, opinion: Opinion) -> Opinions:
        """Return them with one more that came back."""
        opinions = sorted((*self.opinions, opinion), key=lambda each: (each.day, each.added))
        return self.but(opinions=tuple(opinions))


class Difference(Value):
    """A skill as both see it; ``own`` is None where the person did not rate it."""

    skill: str
    own: int | None
    other: int

    @property
    def apart(self) -> int:
        """By how many levels the other one sees it higher; below 0 lower."""
        return 0 if self.own is None else self.other - self.own


class Contrast(Value):
    """One's own ratings beside those of another person.

    ``far`` differ by two levels or more, the farthest first; ``gaps`` are those in which both see less than
    ``tier``, the next one, wants of a candidate; ``others`` is all else that both rated; ``unrated`` what
    only the other one did. No skill is in two of them.
    """

    opinion: Opinion
    tier: Tier | None
    far: tuple[Difference, ...]
    gaps: tuple[Difference, ...]
    others: tuple[Difference, ...]
    unrated: tuple[Difference, ...]


def form_skills(assessment: Assessment) -> tuple[str, ...]:
    """Return which skills to ask another person about, from 12 to 20, in the order of the role data.

    Must-haves of where somebody stands, of the next tier and of the goal come first, what is rated far from
    the rest of one's own ratings next, then what the next tier weighs most. What does not apply is left out.
    """
    profile, order = assessment.profile, list(assessment.skills)
    chosen: list[str] = []
    for skill in _by_use(assessment):
        if skill not in chosen and skill in assessment.skills and skill not in profile.not_applicable:
            chosen.append(skill)
    gates = {skill for tier in _around(assessment) for skill in tier.gate_skills}
    wanted = max(FEWEST, sum(skill in gates for skill in chosen))
    return tuple(sorted(chosen[: min(wanted, MOST)], key=order.index))


def _around(assessment: Assessment) -> list[Tier]:
    """Return where somebody stands, the next tier and the goal, as far as there are any."""
    tiers = (assessment.placement.current, assessment.ahead, assessment.goal)
    return list(dict.fromkeys(tier for tier in tiers if tier))


def _by_use(assessment: Assessment) -> Iterator[str]:
    """Yield skills, those first about which another person's eye says most."""
    tiers = _around(assessment)
    for tier in tiers:
        for gate in tier.gates:
            if len(gate.skills) == 1:
                yield gate.skills[0]
    yield from _far_from_the_rest(assessment.profile)
    for tier in tiers:
        yield from (skill for gate in tier.gates for skill in gate.skills)
    for tier in tiers or assessment.ladder.tiers[:1]:
        yield from (ask.skill for ask in sorted(tier.asks, key=lambda ask: (-ask.weight, ask.skill)))


def _far_from_the_rest(profile: Profile) -> list[str]:
    """Return the skills that somebody rates two levels or more from the middle of their ratings."""
    levels = sorted(profile.skills.values())
    if not levels:
        return []
    middle = levels[len(levels) // 2]
    far = [skill for skill, level in profile.skills.items() if abs(level - middle) >= FAR]
    return sorted(far, key=lambda skill: (-abs(profile.skills[skill] - middle), skill))


def contrast(assessment: Assessment, opinion: Opinion) -> Contrast:
    """Return one's own ratings beside another person's, what matters most to talk about first."""
    profile, tier = assessment.profile, assessment.next
    order = {skill: place for place, skill in enumerate(assessment.skills)}
    seen = [
        Difference(skill, profile.skills.get(skill), level)
        for skill, level in sorted(opinion.levels.items(), key=lambda entry: order.get(entry[0], len(order)))
        if skill in order and skill not in profile.not_applicable
    ]
    needs = _gate_needs(assessment, tier)
    unrated = [each for each in seen if each.own is None]
    far = [each for each in seen if each.own is not None and abs(each.apart) >= FAR]
    rest = [each for each in seen if each not in unrated and each not in far]
    gaps = [each for each in rest if max(each.own or 0, each.other) < needs.get(each.skill, 0)]
    return Contrast(
        opinion,
        tier,
        tuple(sorted(far, key=lambda each: -abs(each.apart))),
        tuple(gaps),
        tuple(each for each in rest if each not in gaps),
        tuple(unrated),
    )


def _gate_needs(assessment: Assessment, tier: Tier | None) -> dict[str, int]:
    """Return the lowest level at which each skill is asked of those must-haves of a tier that are not met."""
    musts = must_haves(tier, assessment.profile) if tier else ()
    return {skill: min(must.gate.levels) for must in musts if not must.met for skill in must.gate.skills}


def by_other(assessment: Assessment, opinion: Opinion) -> Assessment:
    """Return where somebody would be by another person's ratings, their own where that one gave none."""
    profile = assessment.profile
    known: Skills = assessment.skills
    levels = {
        skill: level
        for skill, level in opinion.levels.items()
        if skill in known and skill not in profile.not_applicable
    }
    theirs = profile.but(skills={**profile.skills, **levels})
    return assess(assessment.ladder, known, theirs, assessment.as_of)


def same_answers(one: Opinion, other: Opinion) -> bool:
    """Return whether two say the same, whenever they were added."""
    return one.but(added=other.added) == other


def contrasts(assessment: Assessment, opinions: Sequence[Opinion]) -> tuple[Contrast, ...]:
    """Return the contrast with each of several opinions."""
    return tuple(contrast(assessment, opinion) for opinion in opinions)


def unnamed(found: Sequence[Contrast]) -> tuple[Contrast, ...]:
    """Return opinions without who gave them and without what they wrote, which may tell who it was."""
    return tuple(
        each.but(opinion=each.opinion.but(giver=f"Person {number}", text=""))
        for number, each in enumerate(found, start=1)
    )
