"""The case for a promotion: a page for whoever decides, and beside it the talk, for oneself alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from careercli.domain.bullets import Bullet
from careercli.domain.paper import Hole, Line, Paper
from careercli.domain.way import MustHave, must_haves
from careercli.text.papers.brief import (
    Brief,
    advice,
    asked,
    fact,
    line_of,
    made,
    of_skills,
    part,
    standing_facts,
    story,
)
from careercli.text.phrases import capital, count, day, number
from careercli.text.ready import ready_words
from careercli.text.tiers import floor_of, must_have_name

_MOST_SHOWN = 2
_MOST_MORE = 3
_MOST_STEPS = 4


def case_paper(brief: Brief) -> Paper:
    """Return what the job needs, what shows it, what else speaks for it, what comes when; and the talk."""
    musts = must_haves(brief.tier, brief.assessment.profile)
    needs = _needs(musts, brief)
    parts = [
        part("who", "Who asks", _who(brief), for_others=True),
        part("shown", "What the job needs, and what I have done", needs, for_others=True),
        part("more", "What else speaks for it", _more(musts, brief), for_others=True),
        part("open", "What I will have shown, and by when", _by_when(brief), for_others=True),
        part("gaps", "What nothing shows yet", _missing(musts, brief)),
        part("when", "When it can be ready", _ready(brief)),
        part("ask", "What to ask for", _ask(brief)),
        part("openings", "The talk: three ways to begin", _OPENINGS),
        part("objections", "If they say no, or not yet", _objections(brief, musts)),
    ]
    who = brief.assessment.profile.name
    lead = (
        "Send the page above the day before the talk. Check it for names, and for anything you would not say "
        "aloud."
    )
    opening = f"{who or 'I'} {'asks' if who else 'ask'} to be considered for {brief.what_for}."
    return made("case", brief, f"The case for {brief.what_for}", lead + brief.otherwise, parts, opening)


def _who(brief: Brief) -> Iterator[Line]:
    if name := brief.assessment.profile.name:
        yield fact(name, "Name")
    yield from standing_facts(brief)


def _name(must: MustHave, brief: Brief) -> str:
    return capital(must_have_name(must.gate, brief.names, brief.assessment.profile.not_applicable))


def _best(must: MustHave, brief: Brief) -> list[Bullet]:
    """Return what says most for a must-have."""
    return [each for each in brief.proofs if set(each.skills) & set(must.gate.skills)][:_MOST_SHOWN]


def _needs(musts: tuple[MustHave, ...], brief: Brief) -> Iterator[Line]:
    """Yield each must-have that something shows, reached or not, with the best of it."""
    for must in musts:
        if found := _best(must, brief):
            broad = len(must.gate.skills) >= _BROAD
            yield fact("", f"Breadth: {_shown_of(found, must, brief)}" if broad else _name(must, brief))
            yield from (line_of(bullet, brief, depth=1, named=False) for bullet in found)


_BROAD = 4
"""A must-have of so many skills is told by those of them that are shown."""


def _shown_of(found: list[Bullet], must: MustHave, brief: Brief) -> str:
    return of_skills(
        dict.fromkeys(s for each in found for s in each.skills if s in must.gate.skills), brief.names
    )


def _more(musts: tuple[MustHave, ...], brief: Brief) -> Iterator[Line]:
    told = {text for must in musts for bullet in _best(must, brief) for _, text in bullet.evidence}
    more = (bullet for bullet in brief.proofs if told.isdisjoint(text for _, text in bullet.evidence))
    return (line_of(bullet, brief) for bullet in islice(more, _MOST_MORE))


def _by_when(brief: Brief) -> Iterator[Line]:
    """Yield the first steps in the order of their latest ends."""
    dated = [each for each in brief.plan.dated_steps if each.step.growth and not each.step.if_needed]
    for each in sorted(dated, key=lambda each: each.ends.latest or date.max)[:_MOST_STEPS]:
        if each.step.growth and each.ends.latest:
            yield fact(each.step.growth.title, f"By {day(each.ends.latest)}")


def _missing(musts: tuple[MustHave, ...], brief: Brief) -> Iterator[Line]:
    """Yield the must-haves of which nothing is written down, each with its question."""
    rated = brief.assessment.profile.skills
    for must in musts:
        if any(brief.evidence(skill) for skill in must.gate.skills):
            continue
        skill = max(must.gate.skills, key=lambda each: rated.get(each, 0))
        if not must.met and not must.open:
            yield advice(f"{brief.names[skill]} is not rated yet: rate it before the talk.")
        yield story(skill, f"{_name(must, brief)}: what shows it? One time, with what came of it.")


def _ready(brief: Brief) -> Iterator[Line]:
    if brief.plan.milestones:
        last = brief.plan.milestones[-1]
        yield fact(
            f"{capital(ready_words(last.ready, last.bound_by, brief.assessment.as_of))}.", brief.tier.short
        )


def _ask(brief: Brief) -> Iterator[Line]:
    what = f"What do you ask for: {brief.what_for}, a trial in it, or a date on which it is decided?"
    yield asked(Hole(id="case-ask", question=what))
    yield asked(Hole(id="case-when", question="By when do you want to hear?"))
    yield advice(
        "If the title cannot be given now, ask for a part of the work with an end: two weeks as stand-in, "
        "one project, the rota for a month; and for the date on which you both look at it.",
        "Easier to say yes to",
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
        "Some of this job I do already: name one part that is true. Can we look at the rest together?",
        "From the work",
    ),
)


def _objections(brief: Brief, musts: tuple[MustHave, ...]) -> Iterator[Line]:
    """Yield three answers, to those things first that this person has to expect."""
    told = 0
    if any(not must.met for must in musts):
        told += 1
        yield advice(
            "Fair. Here is what I do about it, and by when. What would you need to see then to say yes?",
            "You aren't there yet",
        )
    for answer, said in _years(brief):
        told += 1
        yield advice(answer, said)
    if brief.tier.leads_people and not brief.assessment.profile.leading_years and told < _OBJECTIONS:
        led = next((each for each in brief.proofs if each.gate), None)
        told += 1
        if led:
            yield advice("Not by title. Here people followed me:", "You have never led")
            yield line_of(led, brief, depth=1, named=False)
        else:
            yield advice(
                "Not yet. That is why I ask for a part of it first, with an end.", "You have never led"
            )
    yield from (advice(answer, said) for said, answer in _ALWAYS[: max(_OBJECTIONS - told, 0)])


_OBJECTIONS = 3
_ALWAYS = (
    (
        "There is no opening",
        "I'd like to be ready when there is. What can I take over until then, and when do we look again?",
    ),
    (
        "I need you where you are",
        "I'll hand it over in writing and train who takes it. Which part would have to be safe first?",
    ),
    (
        "Others have waited longer",
        "I can only speak for my own work. What does the job need that mine does not show?",
    ),
)


def _years(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield an answer for the clock that is short of what employers ask; none where both are long enough."""
    ladder, profile, tier = brief.assessment.ladder, brief.assessment.profile, brief.tier
    clocks = (
        ("in support", floor_of(ladder, tier, tier.support_years), profile.full_support_years),
        ("of leading", floor_of(ladder, tier, tier.leading_years), profile.full_leading_years),
    )
    for what, floor, have in clocks:
        if have < floor:
            years = count(number(floor), "year")
            known = f"Employers usually ask {years} {what}; I have {number(have)}."
            answer = f"{known} So I ask for the work that shows it."
            yield answer, "You haven't done it long enough"
            return
