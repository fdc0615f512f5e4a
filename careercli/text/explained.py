"""Where guides explain what is missing: in words, and as what is typed to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap
from careercli.domain.model import Explained, Tier
from careercli.text.missing import to_confirm
from careercli.text.steps import beginnings


def reading_command(place: Explained) -> str:
    """Return what is typed to read a place of a guide: a question is asked, a section shown."""
    if not place.asked:
        return f"careercli role show {place.role} --section {place.section}"
    if place.title.isprintable() and not set(place.title) & set('"$`\\!'):
        return f'careercli ask "{place.title}"'
    from shlex import quote  # hardly a question needs it

    return f"careercli ask {quote(place.title)}"


def reading_words(place: Explained) -> str:
    """Return a place of a guide where questions are asked by a key: only a section has to be typed."""
    return f'"{place.title}"' if place.asked else reading_command(place)


def place_words(place: Explained) -> str:
    """Return a place of a guide by its title and that of its section."""
    from careercli.domain.sections import SECTIONS  # what is only typed needs no titles

    title = f'"{place.title}"' if place.asked else place.title
    return f"{title} ({SECTIONS[place.section].title})"


def explained_gaps(assessment: Assessment, *, full: bool = True) -> dict[str, Explained]:
    """Return where guides explain what is missing, by the ids of the skills, the most telling first.

    It is what is left to confirm, what the next tier asks and, with ``full``, what the goal asks.
    """
    out: dict[str, Explained] = {}
    for tier, gaps in _lists(assessment, full=full):
        for gap in gaps:
            if place := assessment.skills[gap.skill].explained_to(tier):
                out.setdefault(gap.skill, place)
    return out


def next_questions(assessment: Assessment) -> tuple[str, ...]:
    """Return the questions of guides to read next: about what begins this week, then what else is missing."""
    begun = (
        each.dated.step.skill or "" for each in beginnings(assessment.plan, assessment.skills) if each.dated
    )
    found = explained_gaps(assessment)
    first = (found[skill] for skill in begun if skill in found)
    return tuple(dict.fromkeys(place.title for place in (*first, *found.values()) if place.asked))


def _lists(assessment: Assessment, *, full: bool) -> Iterator[tuple[Tier, Iterable[Gap]]]:
    if current := assessment.placement.current:
        yield current, [gap for entry in to_confirm(assessment) for gap in entry.gaps]
    if assessment.ahead:
        yield assessment.ahead, assessment.gaps_ahead
    if full and assessment.goal and assessment.goal is not assessment.ahead:
        yield assessment.goal, assessment.goal_gaps
