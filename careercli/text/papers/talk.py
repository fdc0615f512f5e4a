"""The next one-to-one: a short agenda to send, and beside it what to bring and ask, for oneself alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from careercli.domain.paper import Hole, Line, Paper
from careercli.domain.way import must_haves
from careercli.text.opinion import beside_words, talk_about
from careercli.text.papers.brief import Brief, advice, asked, fact, line_of, made, of_skills, part, shown
from careercli.text.phrases import inside
from careercli.text.tiers import must_have_name

_RECENT = timedelta(days=92)
_MOST = 3


def talk_paper(brief: Brief) -> Paper:
    """Return an agenda of half an hour: what went well, what one works on and needs, what is agreed."""
    parts = [
        part("well", "What went well", _recent(brief), for_others=True),
        part("work", "What I am working on, and what I need", _work(brief), for_others=True),
        part("agree", "What we agree", _AGREED, for_others=True),
        part("bring", "To bring", _bring(brief)),
        part("ask", "To ask", _ask(brief)),
        part("views", "Where you see it differently", _views(brief)),
    ]
    lead = "Send the agenda above the day before, so nobody is surprised. Leave room for what they bring."
    opening = "What I'd like to talk about. Add yours."
    return made("talk", brief, "The next one-to-one", lead, parts, opening)


def _recent(brief: Brief) -> Iterator[Line]:
    """Yield what the last three months show, the latest first."""
    today = brief.assessment.as_of
    recent = [each for each in brief.proofs if each.day and today - each.day <= _RECENT]
    recent.sort(key=lambda each: each.day or today, reverse=True)
    yield from (line_of(each, brief, named=False) for each in recent[:_MOST])


def _work(brief: Brief) -> Iterator[Line]:
    """Yield the first real step of the plan; rating oneself is no business of anybody else."""
    step = next((each for each in brief.assessment.plan.steps if each.growth and not each.if_needed), None)
    if step and step.growth and step.skill:
        yield fact(f"{step.growth.title}.", brief.names[step.skill])
        if step.needs_seat:
            yield fact(
                "For this I need two weeks as stand-in, with an end and a talk after it.", "What I need"
            )


def _bring(brief: Brief) -> Iterator[Line]:
    if not any(True for _ in _recent(brief)):
        since = "What went well since you last sat together? One thing that somebody noticed."
        yield asked(Hole(id="talk-since", question=since))
    for_you = "What is the one thing that you would like them to do for you this month?"
    yield asked(Hole(id="talk-ask", question=for_you))


def _ask(brief: Brief) -> Iterator[Line]:
    yield advice("What keeps you busy at the moment, and where could I take something off you?", "Of them")
    musts = must_haves(brief.tier, brief.assessment.profile)
    rest = [must_have_name(must.gate, brief.names) for must in musts if not must.met]
    if rest:
        yield advice(
            f"What would you have to see of me in {inside(rest[0])} to say that it is there?", "Of you"
        )


def _views(brief: Brief) -> Iterator[Line]:
    """Yield where another person sees it otherwise; nothing where nobody was asked."""
    for found in brief.opinions:
        yield fact(beside_words(found, brief.assessment), f"By {found.opinion.giver}'s answers")
        for each in found.far[:_MOST]:
            skill = brief.assessment.skills[each.skill]
            yield fact(talk_about(each, skill, found.opinion.giver), skill.name)
            yield from (shown(line, label="You noted", depth=1) for line in brief.evidence(each.skill)[:1])
        if found.gaps:
            both = of_skills([each.skill for each in found.gaps], brief.names)
            yield fact(f"You both see a gap in {both}.", "Agreed already")


_AGREED = (advice("What I do, what you do, by when. I write it down the same day and send it."),)
