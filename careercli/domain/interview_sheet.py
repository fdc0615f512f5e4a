"""Which questions somebody is likely to be asked for a seat, and what of their evidence belongs to each.

First every gate of the seat, the open ones before the others; then what else is missing; then the gates anew,
from another side; then the rest of what the seat asks. A question is asked at a level that the seat asks.
Whoever has nothing to tell is asked what they would do rather than what they did.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from careercli.domain.advertisement import Demand
from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap, gaps
from careercli.domain.interview_questions import Audience, InterviewQuestion
from careercli.domain.library import Library
from careercli.domain.model import Ladder, Profile, Tier
from careercli.domain.portfolio import Evidence, evidence_of
from careercli.domain.requirements import Gate
from careercli.domain.values import Value

MOST = 12
"""How many questions about skills a sheet has at most."""

MOST_GENERAL = 4
"""How many general questions it has at most beside them."""

Standing = Literal["open", "confirm", "gap", "unrated", "held"]
"""How somebody stands to it: a gate missed or to confirm, a level missed or not rated, or all reached."""

MOST_FOR_AN_AD = 8
"""How many it has of an advertisement: it says what counts, and nobody is asked more in an hour."""

DEMANDS: tuple[Demand, ...] = ("required", "preferred", "implied")
"""How an advertisement asks, what is asked about first before the others."""


class Wanted(Value):
    """What a seat wants of one skill.

    ``levels`` are those that it asks, the one that decides first; of an advertisement there may be none, and
    then any will do. ``gate`` is the number of the tier's gate that it is about, ``demand`` how an
    advertisement asks it.
    """

    skill: str
    levels: tuple[int, ...]
    standing: Standing
    gate: int | None = None
    demand: Demand | None = None

    def is_told(self, have: int | None) -> bool:
        """Return whether somebody who has a level can tell of it what they did.

        They can where they reach what is wanted. Of a gate, which decides, they are asked for it from a level
        below too; of the rest that they lack, what they would do.
        """
        below = (have or 0) >= max(self.levels[0] - 1, 1) if self.levels else bool(have)
        return self.standing == "held" or (self.gate is not None and below)


class Entry(Value):
    """A question about a skill, why it is likely, how one has rated the skill, and what shows it."""

    question: InterviewQuestion
    wanted: Wanted
    have: int | None
    evidence: tuple[Evidence, ...]


class Sheet(Value):
    """The questions that somebody is likely to be asked for a seat, in the order in which to prepare them.

    ``audiences`` says what about the person brings questions of its own. ``unasked`` are the gates of the
    tier that no question of the pack is about.
    """

    tier: Tier
    audiences: tuple[Audience, ...]
    entries: tuple[Entry, ...]
    general: tuple[InterviewQuestion, ...]
    unasked: tuple[Gate, ...]


def sheet(
    assessment: Assessment,
    library: Library,
    for_tier: Tier,
    demands: Mapping[str, Demand] | None = None,
    decisive: Collection[str] = (),
) -> Sheet:
    """Return the questions for a tier; with ``demands`` those for an advertisement that asks for this tier.

    ``demands`` maps the skills that the advertisement names, in its order, to how it asks them, and takes the
    place of what the tier asks; by those that are ``decisive`` it turns candidates down. The same arguments
    always give the same sheet.

    """
    profile = assessment.profile
    audiences = audiences_of(profile, for_tier)
    by_skill: dict[str, list[InterviewQuestion]] = {}
    for question in library.interviews:
        if question.skill is not None and question.for_whom in ("any", *audiences):
            by_skill.setdefault(question.skill, []).append(question)
    if demands is None:
        rounds = _of_tier(assessment, for_tier, by_skill)
    else:
        rounds = [_of_demands(assessment, for_tier, demands, decisive)] * 3
    most = MOST if demands is None else MOST_FOR_AN_AD
    entries: list[Entry] = []
    for wanted in (wanted for each in rounds for wanted in each):
        if len(entries) == most:
            break
        evidence = evidence_of(profile, wanted.skill)
        have = profile.skills.get(wanted.skill)
        before = [entry.question for entry in entries if entry.wanted.skill == wanted.skill]
        chosen = _chosen(
            by_skill.get(wanted.skill, []), wanted, before, done=bool(evidence) or wanted.is_told(have)
        )
        if chosen is not None:
            entries.append(Entry(chosen, wanted, have, evidence))
    asked = {entry.wanted.gate for entry in entries}
    gates = enumerate(for_tier.gates, start=1) if demands is None else ()
    return Sheet(
        tier=for_tier,
        audiences=audiences,
        entries=tuple(entries),
        general=_general(library, for_tier, audiences),
        unasked=tuple(gate for number, gate in gates if number not in asked),
    )


def audiences_of(profile: Profile, tier: Tier) -> tuple[Audience, ...]:
    """Return what about somebody brings questions of its own where they apply for a tier.

    Whoever never led is asked about it by a seat that leads; whoever has no job, and has worked in support,
    returns; whoever has not, changes.
    """
    led = profile.leads_people or profile.leading_years > 0 or profile.leading_elsewhere_years > 0
    found: list[Audience] = []
    if tier.leads_people and not led:
        found.append("never-led")
    if profile.employed is False and profile.support_years > 0:
        found.append("returning")
    if profile.support_years == 0:
        found.append("changing")
    return tuple(found)


def _of_tier(
    assessment: Assessment, tier: Tier, by_skill: Mapping[str, Sequence[InterviewQuestion]]
) -> list[list[Wanted]]:
    """Return what a tier wants, round by round; of several skills of one gate the most telling is first."""
    profile = assessment.profile
    missing = gaps(assessment.ladder, assessment.skills, profile, tier)
    gates, others = _gates(tier, profile, missing, by_skill)
    named = {wanted.skill for wanted in gates}
    left = [_wanted(gap.skill, tier, gap) for gap in missing if gap.skill not in named]
    named |= {wanted.skill for wanted in left}
    asks = sorted(tier.asks, key=lambda ask: -ask.weight)
    rest = [
        Wanted(ask.skill, _levels(tier, ask.skill), "held")
        for ask in asks
        if ask.skill not in named and ask.skill not in profile.not_applicable
    ]
    urgent = [wanted for wanted in left if wanted.standing != "unrated"]
    unrated = [wanted for wanted in left if wanted.standing == "unrated"]
    return [gates, urgent, unrated, gates, others, rest, gates, left]


def _gates(
    tier: Tier,
    profile: Profile,
    missing: tuple[Gap, ...],
    by_skill: Mapping[str, Sequence[InterviewQuestion]],
) -> tuple[list[Wanted], list[Wanted]]:
    """Return one skill of every gate, in the order in which gates are missed, and the others of groups."""
    order = {gap.skill: place for place, gap in enumerate(missing)}
    by_name = {gap.skill: gap for gap in missing}
    weights = {ask.skill: ask.weight for ask in tier.asks}
    first: list[tuple[int, Wanted]] = []
    others: list[Wanted] = []
    for number, gate in enumerate(tier.gates, start=1):
        skills = [skill for skill in gate.skills if skill not in profile.not_applicable]
        ranked = [_wanted(skill, tier, by_name.get(skill), number) for skill in skills or gate.skills]
        ranked.sort(
            key=lambda wanted: (
                _chosen(by_skill.get(wanted.skill, ()), wanted) is None,
                order.get(wanted.skill, len(order)),
                -weights.get(wanted.skill, 0),
            )
        )
        first.append((order.get(ranked[0].skill, len(order)), ranked[0]))
        others += ranked[1 : len(gate.levels)]
    return [wanted for _, wanted in sorted(first, key=lambda entry: entry[0])], others


def _wanted(skill: str, tier: Tier, gap: Gap | None, gate: int | None = None) -> Wanted:
    """Return what a tier wants of a skill, at the level that is missed before others."""
    number = gap.gate if gap and gap.gate else gate
    levels = _levels(tier, skill, None if number is None else tier.gates[number - 1])
    if gap is None:
        return Wanted(skill, levels, "held", number)
    standing: Standing = "open" if gap.kind == "gate" else gap.kind
    return Wanted(skill, tuple(dict.fromkeys([gap.need, *levels])), standing, number)


def _levels(tier: Tier, skill: str, gate: Gate | None = None) -> tuple[int, ...]:
    """Return the levels at which a tier asks a skill: those of a gate, then the requirement's."""
    asked = [ask.level for ask in tier.asks if ask.skill == skill]
    return tuple(dict.fromkeys([*(gate.levels if gate else ()), *asked]))


def _of_demands(
    assessment: Assessment, tier: Tier, demands: Mapping[str, Demand], decisive: Collection[str]
) -> list[Wanted]:
    """Return what an advertisement wants: what it decides by, then by how it asks, and in its own order."""
    profile = assessment.profile
    out = []
    for skill in demands:
        number, gate = next(
            ((at, gate) for at, gate in enumerate(tier.gates, start=1) if skill in gate.skills), (None, None)
        )
        levels = _levels(tier, skill, gate) or _levels_near(assessment.ladder, tier, skill)
        have = profile.skills.get(skill)
        short = have is not None and levels and have < levels[0]
        standing: Standing = "unrated" if have is None else "gap" if short else "held"
        out.append(Wanted(skill, levels, standing, number, demands[skill]))
    return sorted(
        out,
        key=lambda wanted: (
            DEMANDS.index(wanted.demand or "preferred"),
            wanted.skill not in decisive,
            wanted.gate is None,
        ),
    )


def _levels_near(ladder: Ladder, tier: Tier, skill: str) -> tuple[int, ...]:
    """Return the levels at which the nearest tier asks a skill that this one does not, a lower one first."""
    near = sorted(ladder.tiers, key=lambda other: (other.rank > tier.rank, abs(other.rank - tier.rank)))
    return next((levels for other in near if (levels := _levels(other, skill))), ())


def _chosen(
    questions: Sequence[InterviewQuestion],
    wanted: Wanted,
    before: Sequence[InterviewQuestion] = (),
    *,
    done: bool = True,
) -> InterviewQuestion | None:
    """Return the likeliest question that a seat may ask about a skill and has not asked yet.

    One at the level that decides comes before one at another; then one from another side than those before;
    then what one did before what one would do, unless nothing was ``done``.
    """
    sides = {question.kind for question in before}
    fitting = [
        question
        for question in questions
        if question not in before and (not wanted.levels or set(question.levels) & set(wanted.levels))
    ]
    return min(
        fitting,
        key=lambda question: (
            bool(wanted.levels) and wanted.levels[0] not in question.levels,
            question.kind in sides,
            (question.kind == "behavior") is not done,
        ),
        default=None,
    )


def _general(library: Library, tier: Tier, audiences: tuple[Audience, ...]) -> tuple[InterviewQuestion, ...]:
    """Return general questions: the first of all, the first for each thing about the person, then others."""
    fitting = [
        question
        for question in library.interviews
        if question.kind == "general" and (not question.tiers or tier.id in question.tiers)
    ]
    groups = [[each for each in fitting if each.for_whom == whom] for whom in ("any", *audiences)]
    chosen = [group[0] for group in groups if group]
    more = [question for group in groups for question in group[1:]]
    return tuple([*chosen, *more][:MOST_GENERAL])
