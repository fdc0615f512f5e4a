"""Second opinions in words: levels about another person, and what to talk about."""

from __future__ import annotations

import re
from collections.abc import Mapping

from careercli.domain.assessment import Assessment
from careercli.domain.model import Skill
from careercli.domain.opinion import Contrast, Difference, Opinion, by_other
from careercli.text.phrases import capital, count, inside, listed

_OTHER = {
    "I'm": "they're",
    "I've": "they've",
    "I'd": "they'd",
    "I'll": "they'll",
    "I am": "they are",
    "I was": "they were",
    "I": "they",
    "me": "them",
    "my": "their",
    "mine": "theirs",
    "myself": "themselves",
}
"""What a person says of themselves, and what another one says of them."""

_WORDS = re.compile(r"\b(?:I(?:'m|'ve|'d|'ll| am| was)?|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b")
_TEAM = re.compile(r"\b[Oo]ur\b")

NONE_YET = "None of these yet, as far as they have shown me."
UNSEEN = "I can't tell: I haven't seen it."


def about_other(text: str) -> str:
    """Return what a person says of themselves as somebody else says it: ``They calm angry customers``.

    "They" takes the same form of a verb as "I" does, so that nothing else has to change.
    """
    turned = _WORDS.sub(lambda match: _turned(match[0], _OTHER), text)
    return capital(turned)


def _turned(words: str, said_as: Mapping[str, str]) -> str:
    key = words if words.startswith("I") else words.lower()
    said = said_as[key]
    return said.capitalize() if words[0].isupper() and not words.startswith("I") else said


_YOU = {
    "I'm": "you're",
    "I've": "you've",
    "I'd": "you'd",
    "I'll": "you'll",
    "I am": "you are",
    "I was": "you were",
    "I": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
}
"""The same, said to that person."""


def about_you(text: str) -> str:
    """Return what a person says of themselves as what to do: ``Word hard messages for your team``."""
    turned = _WORDS.sub(lambda match: _turned(match[0], _YOU), _TEAM.sub("your", text))
    turned = turned.removeprefix("you ")
    return capital(turned.rstrip("."))


def level_of_other(skill: Skill, level: int) -> str:
    """Return what somebody else sees at a level of a skill."""
    return about_other(skill.levels[level - 1]) if level else NONE_YET


def talk_about(found: Difference, skill: Skill, giver: str) -> str:
    """Return what to talk about where two see a skill two levels or more apart, as a question."""
    own = skill.levels[found.own - 1] if found.own else "nothing of it yet"
    higher = (
        f"What has {giver} seen that you take for granted?"
        if found.apart > 0
        else f"What would {giver} have to see?"
    )
    return (
        f"You say {found.own}: {_quoted(own)} {giver} says {found.other}: "
        f"{_quoted(level_of_other(skill, found.other))} {higher}"
    )


def _quoted(text: str) -> str:
    return f'"{text.rstrip(".")}."'


def told_words(opinion: Opinion) -> str:
    """Return how much was answered: ``14 answers``; and of how much nothing could be told."""
    told = count(len(opinion.levels), "answer")
    return f"{told}, {len(opinion.unseen)} not seen" if opinion.unseen else told


def readings(own: Assessment, theirs: Assessment, opinion: Opinion) -> tuple[tuple[str, str], ...]:
    """Return where somebody is by their own answers and by another person's, each with whose they are."""
    return (
        ("By your answers", _place(own)),
        (
            f"By {opinion.giver}'s",
            f"{_place(theirs)} Where {opinion.giver} gave no answer, yours stands.",
        ),
    )


def _place(assessment: Assessment) -> str:
    current = assessment.placement.current
    if current:
        return f"{current.title}."
    first = assessment.ladder.tiers[0].title
    little = assessment.placement.state == "too-little-rated"
    return "Too little is rated to say." if little else f"Before {first}."


def beside_words(found: Contrast, own: Assessment) -> str:
    """Return where somebody is by another person's answers, and where the two are far apart."""
    return beside(found, by_other(own, found.opinion), own.skills)


def beside(found: Contrast, theirs: Assessment, skills: Mapping[str, Skill]) -> str:
    """Return where somebody is by another person's answers, and where the two are far apart."""
    place = _place(theirs)
    if not found.far:
        return f"{place} You are never two levels apart."
    far = listed([inside(skills[each.skill].name) for each in found.far])
    return f"{place} Two levels or more apart in {far}: worth a talk."
