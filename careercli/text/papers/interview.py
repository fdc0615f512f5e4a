"""The interview: what the next job may well ask, what a strong answer shows, and the stories one has."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.interview_questions import Audience, InterviewQuestion
from careercli.domain.interview_sheet import Entry, Sheet, sheet
from careercli.domain.paper import Line, Paper, Part
from careercli.text.papers.brief import Brief, advice, line_of, made, part, shown, story
from careercli.text.phrases import count

_TONIGHT = 5
_STORIES = 6
_WHY = {
    "open": "a must-have; you have less to show here, so expect it",
    "confirm": "a must-have, to confirm",
    "gap": "expected a little above where you are",
    "unrated": "asked for, and not rated yet",
    "held": "you can show this",
}
_WHOM: dict[Audience, str] = {
    "never-led": "for people who have not led yet",
    "returning": "for people who are coming back",
    "changing": "for people who come from other work",
    "any": "asked of nearly everybody",
}
_STAR = (
    advice("Where was it, and what was going on? One sentence.", "Situation"),
    advice("What was yours to decide or to do? One sentence.", "Task"),
    advice("What did you do, step by step? Say I, not we. Most of the two minutes.", "Action"),
    advice("What was different after it? How much, over what time? Say it last, and stop.", "Result"),
)
_SITUATION = (
    ("Situation", "First I would find out ..."),
    ("Action", "Then I would ..."),
    ("Result", "I would know that it worked when ..."),
)


def interview_paper(brief: Brief) -> Paper:
    """Return the stories one has, how to tell them, and the questions, each with room for an answer."""
    found = sheet(brief.assessment, brief.library, brief.tier, brief.demands, brief.decisive)
    questions = [_part(entry, brief) for entry in found.entries]
    questions += [_general(found, question) for question in found.general]
    stories = (line_of(bullet, brief) for bullet in brief.proofs[:_STORIES])
    parts = [
        part("stories", "Stories you have", stories, "use each of them somewhere"),
        part("star", "How to tell one, in two minutes", _STAR),
        *questions,
    ]
    lead = _lead(found) + brief.otherwise
    return made("interview", brief, f"Interview: {brief.what_for}", lead, parts)


def _lead(found: Sheet) -> str:
    questions = count(len(found.entries) + len(found.general), "question")
    return (
        f"{questions} you may well be asked, must-haves first; nobody asks all of them. One evening is "
        "enough for "
        f"the first {_TONIGHT}: choose a story for each, and tell it aloud."
    )


def _part(entry: Entry, brief: Brief) -> Part:
    question, skill = entry.question, entry.wanted.skill
    why = _WHY[entry.wanted.standing]
    if entry.wanted.demand and entry.wanted.demand != "required":
        why = "welcome in the ad" if entry.wanted.demand == "preferred" else "implied by the duties"
    lines = (*_heard(question), *_own(entry, brief))
    return part(question.id, question.question, lines, f"{brief.names[skill]}: {why}")


def _heard(question: InterviewQuestion) -> Iterator[Line]:
    yield advice(question.strong, "A strong answer", source=question.source)
    yield advice(question.weak, "A weak one")


def _own(entry: Entry, brief: Brief) -> Iterator[Line]:
    """Yield one's own evidence that may belong here; else a question, for what one did, or would do."""
    skill = entry.wanted.skill
    fine = {text for bullet in brief.proofs for _, text in bullet.evidence}
    told = [line for line in entry.evidence if line.text in fine]
    if entry.question.kind == "situation":  # what somebody would do is no evidence
        for label, words in _SITUATION:
            yield advice(words, label)
        yield from (shown(line, label="Something like it that you did") for line in told[:1])
    elif told:
        yield from (shown(line, label="Perhaps this belongs here") for line in told[:2])
    else:
        told_of = f"{brief.names[skill]}: a time of your own, in two or three sentences."
        yield story(skill, told_of, label="Yours")


def _general(found: Sheet, question: InterviewQuestion) -> Part:
    whom = question.for_whom if question.for_whom in found.audiences else "any"
    return part(question.id, question.question, _heard(question), _WHOM[whom])
