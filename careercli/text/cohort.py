"""People of a cohort in words: their tier, what the next one waits for, and why there is no workshop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careercli.domain.cohort import SHARED, Cohort, Workshop
from careercli.domain.members import UNRATED, Member, MemberStanding
from careercli.domain.model import Skill
from careercli.text.missing import must_names
from careercli.text.phrases import count, listed, percent_asked, tenths_up
from careercli.text.tiers import standing_name

_NAMED = 2
"""Up to this many must-haves of a person are named; more are counted."""


def tier_name(member: Member, cohort: Cohort) -> str:
    """Return the tier of a member; where too little is rated, the one that years and job let one expect."""
    return standing_name(cohort.tier(member), cohort.ladder.at(member.standing.expected))


def waits_for(standing: MemberStanding, pass_fit: float) -> tuple[str, ...]:
    """Return what the next tier waits for: ``2 must-haves``, ``1.5 years of leading``.

    Of somebody who has rated no skill, only that is said of skills.
    """
    words: list[str] = []
    if "skills" in standing.holds and min(standing.states, default=0) >= UNRATED:
        words.append("no skill rated")
    elif standing.gates:
        words.append(count(standing.gates, "must-have"))
    elif "skills" in standing.holds:
        short = standing.fit is not None and standing.fit < pass_fit
        words.append(f"{percent_asked(pass_fit)} of the job covered" if short else "more ratings")
    return (*words, *_years(standing))


def _years(standing: MemberStanding) -> Iterator[str]:
    """Yield the years that the next tier waits for."""
    for kind, years in (("in support", standing.support_years), ("of leading", standing.leading_years)):
        if years:
            yield f"{count(tenths_up(years), 'year')} {kind}"


def otherwise_held(cohort: Cohort, workshop: Workshop, skills: Mapping[str, Skill], most: int) -> str:
    """Return what else the next tier of those whom a step serves waits for, by name, up to so many."""
    said: dict[str, list[str]] = {}
    for place in workshop.people[:most]:
        member = cohort.members[place]
        gates = cohort.gates_after(workshop, member)
        waits = []
        if gates:
            names = f" ({must_names(gates, skills)})" if len(gates) <= _NAMED else ""
            waits.append(f"{count(gates, 'must-have')}{names}")
        waits += _years(member.standing)
        said.setdefault(", ".join(waits) or "nothing else", []).append(member.who)
    told = [f"{listed(people)}: {words}" for words, people in said.items()]
    if (rest := len(workshop.people) - most) > 0:
        told.append(f"and {count(rest, 'person', 'people')} more")
    return f"{'; '.join(told)}."


def no_workshop(cohort: Cohort) -> str:
    """Return why there is no workshop, in a sentence; "" where there is one, or a single person."""
    if cohort.workshop or len(cohort.members) < SHARED:
        return ""
    if any(gap.unrated >= SHARED for gap in cohort.shared):
        return "No workshop yet: several have not rated skills that they need. Rate those first."
    return "No step would serve two people at once."
