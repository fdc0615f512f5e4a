"""A step of the plan finished, or taken back: the profile after it, and what is remembered of it."""

from __future__ import annotations

from datetime import date

from careercli.domain.assessment import Assessment
from careercli.domain.change import Change
from careercli.domain.history import History, Recorded, StepDone, Undone, steps_done
from careercli.domain.model import HIGHEST_LEVEL, LEVEL_NAMES, Profile, Skill, Skills, Tier
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import Plan
from careercli.domain.values import Value
from careercli.errors import NotFoundError, UsageError

LONGEST_EVIDENCE = 4000
"""What a profile takes as the evidence of one skill, in characters."""


class Finish(Value):
    """A finished step: the profile with the level and its proof, and the record of it."""

    profile: Profile
    step: StepDone


class TakenBack(Value):
    """A step taken back. ``stays`` is the level that somebody has set otherwise since, where that is so."""

    profile: Profile
    step: StepDone
    record: Undone
    stays: bool


class Completion(Value):
    """What somebody says of a step that they finished: what proves it, on which day, in how many hours."""

    day: date
    proof: str
    hours: float | None = None


def evidence_line(day: date, proof: str) -> str:
    """Return a proof as the line that it is in the evidence of its skill."""
    return f"{day.isoformat()}: {proof}"


def with_evidence(profile: Profile, skill: Skill, day: date, proof: str) -> Profile:
    """Return a profile with one more line under a skill: what somebody did, and on which day they said so.

    Raises:
        UsageError: that would be more than a profile takes.

    """
    line = evidence_line(day, proof)
    before = profile.evidence.get(skill.id, "")
    evidence = f"{before}\n{line}" if before else line
    if len(evidence) > LONGEST_EVIDENCE:
        raise UsageError(
            f"The evidence of {skill.name} would be longer than {LONGEST_EVIDENCE} characters.",
            hint="Say the proof in fewer words, or shorten what the profile has.",
        )
    return profile.but(evidence={**profile.evidence, skill.id: evidence})


def finish(profile: Profile, skill: Skill, level: int | None, effort: Completion) -> Finish:
    """Return a profile after a step: ``skill`` raised to ``level``, None for its next one.

    Raises:
        UsageError: the step is not the next one of the skill, or the skill does not apply.

    """
    have = profile.skills.get(skill.id)
    to = _next_level(profile, skill, level)
    growth = skill.growth[to - 1]
    shown = with_evidence(profile, skill, effort.day, effort.proof)
    step = StepDone(
        day=effort.day,
        skill=skill.id,
        level_from=have or 0,
        level_to=to,
        title=growth.title,
        proof=effort.proof,
        hours=effort.hours,
        planned=growth.hours,
        rated=have is not None,
    )
    return Finish(shown.but(skills={**profile.skills, skill.id: to}), step)


def _next_level(profile: Profile, skill: Skill, level: int | None) -> int:
    """Return the level that a step leads to; refuse one that is not the next."""
    if skill.id in profile.not_applicable:
        raise UsageError(
            f"{skill.name} is marked not applicable: {profile.not_applicable[skill.id]}",
            hint="If it applies now, take it out of not_applicable in the profile first.",
        )
    have = profile.skills.get(skill.id)
    following = (have or 0) + 1
    if have is not None and following > HIGHEST_LEVEL:
        raise UsageError(
            f"{skill.name} is at level {have} ({LEVEL_NAMES[have]}) already.",
            hint="There is no step above it; careercli progress shows what is done.",
        )
    if level is None or level == following:
        return following
    growth = skill.growth[following - 1]
    if have is not None and level <= have:
        raise UsageError(
            f"{skill.name} is at level {have} ({LEVEL_NAMES[have]}) already.",
            hint=f"Its next step leads to level {following}: {growth.title}.",
        )
    now = "is not rated" if have is None else f"is at level {have}"
    more = " Or rate the skill first, if you are past that." if have is None else ""
    raise UsageError(
        f"{skill.name} {now}, so level {level} is not its next step.",
        hint=f"The next one leads to level {following}: {growth.title}.{more}",
    )


def take_back(
    profile: Profile,
    history: History,
    skills: Skills,
    day: date,
    wanted: tuple[str, int | None] | None = None,
) -> TakenBack:
    """Return a profile without a finished step: the last one recorded, else the last of the skill ``wanted``.

    ``wanted`` is the id of a skill, and the level to which the step led where that was said. The level is
    that before the step, unless somebody has set another since; the proof leaves the evidence.

    Raises:
        NotFoundError: no such step is recorded.
        UsageError: a later step of the same skill has to be taken back first.

    """
    done = steps_done(history)
    skill, level = wanted or (None, None)
    of_skill = [entry for entry in done if skill in {None, entry.record.skill}]
    if not of_skill:
        of = f" of {_name(skills, skill)}" if skill else ""
        raise NotFoundError(
            f"No finished step{of} is recorded.", hint="What is recorded: careercli progress."
        )
    last = of_skill[-1]
    if level is not None and last.record.level_to != level:
        _refuse(of_skill, level, skills)
    step = last.record
    stays = profile.skills.get(step.skill) != step.level_to
    levels = dict(profile.skills)
    if not stays and step.rated:
        levels[step.skill] = step.level_from
    elif not stays:
        del levels[step.skill]
    evidence = dict(profile.evidence)
    if step.skill in evidence:
        evidence[step.skill] = _without(evidence[step.skill], evidence_line(step.day, step.proof))
    shown = {name: text for name, text in evidence.items() if text}
    after = profile.but(skills=levels, evidence=shown)
    return TakenBack(after, step, Undone(day=day, of=last.line), stays)


def _refuse(of_skill: list[Recorded[StepDone]], level: int, skills: Skills) -> None:
    last = of_skill[-1].record
    name = _name(skills, last.skill)
    if any(entry.record.level_to == level for entry in of_skill):
        raise UsageError(
            f"{name} was raised to level {last.level_to} after that.",
            hint=f"Take that step back first: careercli plan undo {last.skill}={last.level_to}.",
        )
    raise NotFoundError(
        f"No finished step of {name} to level {level} is recorded.",
        hint=f"The last one led to level {last.level_to}.",
    )


def _name(skills: Skills, skill: str) -> str:
    return skills[skill].name if skill in skills else skill


def _without(evidence: str, line: str) -> str:
    """Return evidence without the last of its lines that is this one."""
    before, found, after = f"\n{evidence}\n".rpartition(f"\n{line}\n")
    return f"{before}\n{after}"[1:-1] if found else evidence


class StepChange(Value):
    """What a finished step, or one taken back, changed.

    ``stays`` is whether a level set since then was left as it is.
    """

    step: StepDone
    taken_back: bool
    stays: bool
    change: Change

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The tiers whose fit is worth a look: the one ahead before and after, and the goal."""
        before, after = self.change.before, self.change.after
        wanted = (_ahead(before), _ahead(after), before.goal)
        return tuple(tier for tier in before.ladder.tiers if tier in wanted)

    def gates_left(self, tier: Tier) -> tuple[int, int]:
        """Return how many gates of a tier were and are not reached, or not known to be."""
        before, after = self.change.before, self.change.after
        return len(before.standing(tier).gates_left), len(after.standing(tier).gates_left)

    @property
    def next_step(self) -> PlannedStep | None:
        """The step of the plan that comes next now."""
        return next_step(self.change.after.plan)


def _ahead(assessment: Assessment) -> Tier | None:
    """Return the next tier; where too little is rated to know it, the one with which the plan begins."""
    if assessment.placement.state == "too-little-rated" and assessment.plan.milestones:
        return assessment.plan.milestones[0].tier
    return assessment.next


def next_step(plan: Plan) -> PlannedStep | None:
    """Return the first step of a plan that is not only there in case it is needed."""
    return next((step for step in plan.steps if not step.if_needed), None)
