"""What a step of a plan is called and what to do for it, also where it raises no skill."""

from __future__ import annotations

from collections.abc import Mapping

from careercli.domain.plan import PlannedStep
from careercli.text.agenda import about
from careercli.text.phrases import hours_range


def step_title(step: PlannedStep, names: Mapping[str, str]) -> str:
    """Return what a step is called; ``names`` maps skill ids to names."""
    if step.growth:
        return step.growth.title
    return f"Rate yourself in {names[step.skill]}" if step.skill else "Take the quick interview"


def step_action(step: PlannedStep) -> str:
    """Return what to do for a step, in words that suit the person's seat."""
    if step.growth:
        return step.action
    if step.skill:
        return "Read what each level looks like and choose the one that is you."
    return "Answer the questions that tell most about where you are."


def step_length(step: PlannedStep) -> str:
    """Return how long the work of a step takes: hours, or minutes for what is only rated."""
    return hours_range(step.hours.min, step.hours.max) if step.growth else about(step.hours.mean)
