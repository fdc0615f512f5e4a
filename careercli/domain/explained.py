"""What leads on in guides: where a skill is explained, and which questions are near to a section."""

from collections.abc import Iterator

from careercli.domain.guide import Guide, Question
from careercli.domain.model import Explained

_EXPLAINS = (
    "soft-abilities",
    "tech-skills",
    "advice",
    "beginners-mistakes",
    "responsibilities",
    "role-challenges",
    "skill-map",
    "first-90-days",
    "day-in-the-life",
    "growth-paths",
)
"""The sections that explain a skill where they have a point about it, those that say the most of it first."""

_MOST_RELATED = 3
"""So many questions of other sections are named at the end of one."""


def explained(guide: Guide, *, leads: bool) -> dict[str, Explained]:
    """Return where a guide explains each skill: a question that is mostly about it, common ones first.

    Without one that is a point about it, and then a question that it has some part in. ``leads`` is whether
    people are led on every tier of the role.
    """
    found: dict[str, Explained] = {}
    every = (*_questions(guide, 0, 1), *_points(guide), *_questions(guide, 1, None))
    for skill, section, title, asked in every:
        found.setdefault(skill, Explained(guide.role, section, title, asked, leads))
    return found


def _questions(guide: Guide, first: int, end: int | None) -> Iterator[tuple[str, str, str, bool]]:
    """Yield each skill in these places of a question's list, with the section and the question."""
    for name in sorted(guide.sections, key=lambda name: name != "faq"):
        for question in guide.sections[name].questions:
            for skill in question.skills[first:end]:
                yield skill, name, question.question, True


def _points(guide: Guide) -> Iterator[tuple[str, str, str, bool]]:
    """Yield the skill of each point that explains one, its section, and what it or its group is called."""
    for name in _EXPLAINS:
        if section := guide.sections.get(name):
            named = [(point.skill, point.name) for point in section.points]
            named += [(point.skill, group.name) for group in section.groups for point in group.points]
            yield from ((skill, name, title, False) for skill, title in named if skill)


def related_questions(guide: Guide, name: str) -> tuple[tuple[str, Question], ...]:
    """Return questions of other sections to go on with from one, each with its section.

    Those that say there is more in it come first, then those about the skills that it is about most often.
    """
    skills = guide.sections[name].skills
    near = [
        (question.section != name, -sum(skills[skill] for skill in question.skills), section, question)
        for section, other in guide.sections.items()
        for question in other.questions
        if section != name and (question.section == name or not skills.keys().isdisjoint(question.skills))
    ]
    ordered = sorted(near, key=lambda each: each[:2])[:_MOST_RELATED]
    return tuple((section, question) for *_, section, question in ordered)
