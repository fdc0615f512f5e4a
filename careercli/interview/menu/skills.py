"""Choosing a skill out of all there are, and a level of it."""

from __future__ import annotations

from careercli.domain.model import Skill
from careercli.interview.answers import KeptAnswers
from careercli.interview.questions import level_options
from careercli.prompts.asker import Option
from careercli.text.steps import beginnings


def ask_skill(answers: KeptAnswers, title: str) -> Skill:
    """Ask for a skill: those of the next steps and of the next tier come first.

    Raises:
        GoBackError: the person goes back.

    """
    catalog, assessment = answers.catalog, answers.assessment()
    known = catalog.skills_by_id
    steps = [begun.dated.step.skill for begun in beginnings(assessment.plan, known) if begun.dated]
    missing = [gap.skill for gap in assessment.gaps_ahead]
    near = [name for name in dict.fromkeys([*steps, *missing]) if name]
    others = sorted(
        (skill.id for skill in catalog.skills if skill.id not in near),
        key=lambda name: known[name].name.casefold(),
    )
    options = [
        *(Option("", known[name].name, name, group="Next") for name in near),
        *(Option("", known[name].name, name, group="Others") for name in others),
    ]
    default = options[0].value
    return known[answers.asker.choose(title, "", options, default, back=True)]


def ask_level(answers: KeptAnswers, skill: Skill) -> int:
    """Ask for a level of a skill.

    Raises:
        GoBackError: the person goes back.

    """
    have, title = answers.profile.skills.get(skill.id, 0), f"{skill.name}: at which level?"
    return int(answers.asker.choose(title, "", level_options(skill), str(have), back=True))
