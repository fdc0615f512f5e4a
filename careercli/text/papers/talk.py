"""The next one-to-one: what to bring, what to ask for, and where others see it differently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from careercli.domain.bullets import Bullet
from careercli.domain.paper import Hole, Line, Paper, Part
from careercli.domain.portfolio import Evidence
from careercli.domain.way import must_haves
from careercli.text.opinion import beside_words, talk_about
from careercli.text.papers.brief import Brief, advice, asked, fact, holes_in, of_skills, shown
from careercli.text.phrases import capital
from careercli.text.steps import beginnings
from careercli.text.tiers import must_have_name

_RECENT = timedelta(days=92)
_MOST = 3


def talk_paper(brief: Brief) -> Paper:
    """Return an agenda of half an hour: what happened, the step, what to ask for, what is agreed."""
    holes: list[Hole] = []
    parts = (
        Part(id="since", title="Since last time", aside="five minutes", lines=tuple(_since(brief, holes))),
        Part(id="step", title="What I am working on", aside="five minutes", lines=tuple(_step(brief))),
        Part(id="help", title="What I ask of you", aside="ten minutes", lines=tuple(_help(brief, holes))),
        Part(
            id="views", title="Where we see it differently", aside="five minutes", lines=tuple(_views(brief))
        ),
        Part(id="agreed", title="What we agree", aside="five minutes", lines=_AGREED),
    )
    return Paper(
        kind="talk",
        aim=brief.aim,
        title="The next one-to-one",
        lead="Send the three headings the day before, so that nobody has to think on their feet.",
        parts=tuple(part for part in parts if part.lines),
        holes=holes_in(parts, holes),
    )


def _since(brief: Brief, holes: list[Hole]) -> Iterator[Line]:
    recent = [line for bullet in brief.bullets for line in _lines(brief, bullet)]
    recent.sort(key=lambda line: line.day.toordinal() if line.day else 0, reverse=True)
    if recent:
        yield from (shown(line) for line in recent[:_MOST])
    else:
        hole = Hole(
            id="talk-since",
            question="What went well since you last sat together? One thing that somebody noticed.",
            skill=brief.wanted[0] if brief.wanted else None,
        )
        holes.append(hole)
        yield asked(hole)


def _lines(brief: Brief, bullet: Bullet) -> Iterator[Evidence]:
    """Yield the evidence of a line that is of the last three months."""
    for skill, text in bullet.evidence[:1]:
        for line in brief.evidence(skill):
            if line.text == text and line.day and brief.assessment.as_of - line.day <= _RECENT:
                yield line


def _step(brief: Brief) -> Iterator[Line]:
    begun = next(iter(beginnings(brief.assessment.plan, brief.assessment.skills)), None)
    if begun is None:
        yield advice("Nothing is planned. Bring one question instead: what should I be known for in a year?")
        return
    yield fact(begun.title, begun.name)
    if begun.dated and begun.dated.step.growth:
        yield fact(begun.dated.step.growth.proof, "Done when")


def _help(brief: Brief, holes: list[Hole]) -> Iterator[Line]:
    """Yield what to ask for: work that a seat is needed for, then must-haves that nobody has seen."""
    needs = next((step for step in brief.assessment.plan.steps if step.needs_seat and step.growth), None)
    if needs and needs.growth:
        yield fact(needs.growth.title, "A chance at")
        yield advice(
            "You need the seat for it, or a stand-in. Ask for two weeks, with an end and a talk after it."
        )
    musts = must_haves(brief.tier, brief.assessment.profile)
    names = brief.names
    rest = [capital(must_have_name(must.gate, names)) for must in musts if not must.met]
    if rest:
        yield fact(rest[0], f"For {brief.tier.short}, not shown yet")
        yield advice("What would you have to see of me to say that it is there?", "Ask")
    hole = Hole(
        id="talk-ask", question="What is the one thing that you would like them to do for you this month?"
    )
    holes.append(hole)
    yield asked(hole)


def _views(brief: Brief) -> Iterator[Line]:
    """Yield where another person sees it otherwise; where nobody was asked, how to ask."""
    for found in brief.opinions:
        yield fact(beside_words(found, brief.assessment), f"By {found.opinion.giver}'s answers")
        for each in found.far[:_MOST]:
            skill = brief.assessment.skills[each.skill]
            yield fact(talk_about(each, skill, found.opinion.giver), skill.name)
            yield from (shown(line, label="You noted", depth=1) for line in brief.evidence(each.skill)[:1])
        if found.gaps:
            both = of_skills([each.skill for each in found.gaps], brief.names)
            yield fact(f"You both see a gap in {both}.", "Agreed already")
    if not brief.opinions:
        yield advice(
            "Ask for a second opinion before the talk: careercli feedback ask NAME --to SAM -o form.html"
        )


_AGREED = (
    advice("Say it back in one sentence each: what I do, what you do, by when."),
    advice("Write it down the same day, and send it. It is where you begin next time."),
)
