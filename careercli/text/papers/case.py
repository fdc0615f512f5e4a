"""The case for a promotion: one page that is read in three minutes, and the talk that goes with it."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.paper import Hole, Line, Paper, Part
from careercli.domain.way import MustHave, must_haves
from careercli.text.papers.brief import (
    Brief,
    advice,
    asked,
    fact,
    holes_in,
    shown,
    standing_facts,
    story_hole,
)
from careercli.text.phrases import capital, count, day, hours_range
from careercli.text.ready import ready_words
from careercli.text.tiers import floor_words, must_have_name

_MOST_SHOWN = 2
_MOST_STEPS = 4


def case_paper(brief: Brief) -> Paper:
    """Return what the seat asks, what shows it, what is open and by when, what one asks for, and the talk."""
    holes: list[Hole] = []
    musts = must_haves(brief.tier, brief.assessment.profile)
    met = [must for must in musts if must.met]
    rest = [must for must in musts if not must.met]
    parts = [Part(id="who", title="Who asks", lines=tuple(standing_facts(brief)))]
    if met:
        aside = f"{len(met)} of {count(len(musts), 'must-have')}"
        parts.append(
            Part(
                id="shown",
                title="What the seat asks, and what shows it",
                aside=aside,
                lines=_shown(met, brief, holes),
            )
        )
    if lines := (*_open(rest, brief), *_by_when(brief)):
        parts.append(Part(id="open", title="What is open, and by when", lines=lines))
    parts.append(Part(id="ask", title="What I ask for", lines=_ask(brief, holes)))
    parts.append(Part(id="openings", title="The talk: three ways to begin", lines=_OPENINGS))
    parts.append(
        Part(id="objections", title="What may be said against it", lines=tuple(_objections(brief, rest)))
    )
    return Paper(
        kind="case",
        aim=brief.aim,
        title=f"The case for {brief.what_for}",
        lead=(
            "One page for whoever decides. Send it a day before the talk, and let them read it alone. Take "
            "out what "
            "you would not say to their face."
        ),
        parts=tuple(part for part in parts if part.lines),
        holes=holes_in(parts, holes),
    )


def _shown(met: list[MustHave], brief: Brief, holes: list[Hole]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for must in met:
        lines.append(advice(f"{capital(_name(must, brief))}:"))
        told = [line for skill in must.gate.skills for line in brief.evidence(skill)][:_MOST_SHOWN]
        if told:
            lines += [shown(line, depth=1) for line in told]
            continue
        skill = max(must.gate.skills, key=lambda each: brief.assessment.profile.skills.get(each, 0))
        hole = story_hole(skill, f"What shows it? {brief.asked_as(skill)} One time, with what changed.")
        holes.append(hole)
        lines.append(asked(hole, depth=1))
    return tuple(lines)


def _name(must: MustHave, brief: Brief) -> str:
    return must_have_name(must.gate, brief.names, brief.assessment.profile.not_applicable)


def _open(rest: list[MustHave], brief: Brief) -> Iterator[Line]:
    """Yield the must-haves that are not shown: those to confirm, and those that are open."""
    for must in rest:
        what = "open" if must.open else "to confirm: it is not rated yet"
        yield fact(what, capital(_name(must, brief)))


def _by_when(brief: Brief) -> Iterator[Line]:
    plan = brief.plan
    if not plan.milestones:
        return
    last = plan.milestones[-1]
    steps = [dated for dated in last.steps if not dated.step.if_needed]
    growing = [(dated, dated.step.growth) for dated in steps if dated.step.growth]
    for dated, growth in growing[:_MOST_STEPS]:
        until = f", by {day(dated.ends.latest)}" if dated.ends.latest else ""
        hours = hours_range(dated.step.hours.min, dated.step.hours.max)
        yield fact(f"{growth.title} ({hours}){until}", "Step")
    if len(growing) > _MOST_STEPS:
        yield fact(f"{count(len(growing) - _MOST_STEPS, 'more step')} in my plan", "And")
    yield fact(capital(ready_words(last.ready, last.bound_by, brief.assessment.as_of)), "Ready")


def _ask(brief: Brief, holes: list[Hole]) -> tuple[Line, ...]:
    hole = Hole(
        id="case-ask",
        question=(
            f"What do you ask for: the title of {brief.tier.title}, a trial in it, or a date on which it is "
            "decided?"
        ),
    )
    when = Hole(
        id="case-when", question="By when do you want to hear, and what happens if the answer is not yet?"
    )
    holes += [hole, when]
    return (
        asked(hole),
        asked(when),
        advice(
            "If the title cannot be given now, ask for a part of the work with an end: two weeks as "
            "stand-in, one "
            "project, the rota for a month; and for the date on which you both look at it.",
            "Easier to say yes to",
        ),
    )


_OPENINGS = (
    advice(
        "I want to talk about my next step, and I've written down what I have for it. Do you have twenty "
        "minutes this week?",
        "Plain",
    ),
    advice(
        "When you think of who could take this job, what would you have to see of me that you haven't seen?",
        "As a question",
    ),
    advice(
        "The work of this job lands on my desk already. I'd like us to look at which of it, and what is "
        "missing.",
        "From the work",
    ),
)


def _objections(brief: Brief, rest: list[MustHave]) -> Iterator[Line]:
    """Yield three objections with honest answers, those first that the person has to expect."""
    told = 0
    if rest:
        told += 1
        yield advice(
            "True, and it is in the paper. This is the step for it and its date. What would you have to see "
            "to say yes then?",
            "You aren't there yet",
        )
    standing = brief.assessment.standing(brief.tier)
    if not standing.floor_reached:
        told += 1
        floor = floor_words(brief.assessment.ladder, brief.tier)
        yield advice(
            f"Employers ask {floor} for it, and I know what I have. I ask for the work that shows it, not "
            "for a shortcut.",
            "You haven't done it long enough",
        )
    more = [
        (
            "There is no opening",
            "I'd like to be ready when there is. What can I take over, and when do we look again?",
        ),
        (
            "I need you where you are",
            "I'll hand it over in writing and train who takes it. Which part would have to be safe first?",
        ),
        (
            "Others have waited longer",
            "I don't know their papers, and don't compare. What does the job ask that mine does not show?",
        ),
    ]
    yield from (advice(answer, said) for said, answer in more[: 3 - told])
