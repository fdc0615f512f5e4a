"""The interview: what the next job is likely to ask, what a strong answer shows, and room for one's own."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.interview_questions import Audience, InterviewQuestion
from careercli.domain.interview_sheet import Entry, Sheet, sheet
from careercli.domain.paper import Hole, Line, Paper, Part
from careercli.domain.portfolio import compares
from careercli.text.papers.brief import Brief, advice, asked, holes_in, shown, story_hole
from careercli.text.phrases import count

_WHY = {
    "open": "a must-have that you do not reach yet",
    "confirm": "a must-have to confirm",
    "gap": "asked for, and a level above yours",
    "unrated": "asked for, and not rated yet",
    "held": "asked for, and yours",
}
_WHOM: dict[Audience, str] = {
    "never-led": "asked of who has not led yet",
    "returning": "asked of who returns",
    "changing": "asked of who comes from other work",
    "any": "asked of nearly everybody",
}
_STAR = ("Situation", "Task", "Action", "Result")
_SITUATION = "Where was it, and what was going on?"
_TASK = "What was yours to decide or to do?"
_ACTION = "What did you do, step by step?"
_RESULT = "What was different after it? How much, and over what time?"


def interview_paper(brief: Brief) -> Paper:
    """Return the questions of an interview, with one's own evidence where there is some, else a hole."""
    found = sheet(brief.assessment, brief.library, brief.tier, brief.demands)
    holes: list[Hole] = []
    parts = [_part(entry, brief, holes) for entry in found.entries]
    parts += [_general(found, question) for question in found.general]
    return Paper(
        kind="interview",
        aim=brief.aim,
        title=f"Interview: {brief.what_for}",
        lead=_lead(found),
        parts=tuple(parts),
        holes=holes_in(parts, holes),
    )


def _lead(found: Sheet) -> str:
    questions = count(len(found.entries) + len(found.general), "question")
    return (
        f"{questions} that this job is likely to bring, must-haves first. Take one real time for each, and "
        "tell it in two minutes: situation, task, action, result. Say I, not we. Nobody asks all of them."
    )


def _part(entry: Entry, brief: Brief, holes: list[Hole]) -> Part:
    question, skill = entry.question, entry.wanted.skill
    why = _WHY[entry.wanted.standing]
    if entry.wanted.demand and entry.wanted.demand != "required":
        why = "welcome in the ad" if entry.wanted.demand == "preferred" else "implied by the duties"
    lines = [*_heard(question), *_star(entry, holes)]
    return Part(
        id=question.id,
        title=question.question,
        aside=f"{brief.names[skill]}: {why}",
        lines=tuple(lines),
    )


def _heard(question: InterviewQuestion) -> Iterator[Line]:
    yield advice(question.strong, "A strong answer", source=question.source)
    yield advice(question.weak, "A weak one")


def _star(entry: Entry, holes: list[Hole]) -> Iterator[Line]:
    """Yield situation, task, action and result, with evidence where there is some."""
    skill = entry.wanted.skill
    if not entry.evidence:
        hole = story_hole(skill, f"{entry.question.question} Two or three sentences will do.")
        holes.append(hole)
        for label, text in zip(_STAR, (_SITUATION, _TASK, _ACTION, _RESULT), strict=True):
            yield Line(text=text, origin="question", label=label, skill=skill, hole=hole.id)
        return
    told = sorted(entry.evidence, key=lambda line: not compares(line.text))[:2]
    yield advice(_SITUATION, _STAR[0])
    yield advice(_TASK, _STAR[1])
    for line in told:
        yield shown(line, label=f"{_STAR[2]}, as you wrote it")
    result = next((line for line in told if compares(line.text)), None)
    if result is None:
        hole = Hole(
            id=f"{skill}-result", question=f'"{told[0].text}": {_RESULT}', skill=skill, extends=told[0].text
        )
        holes.append(hole)
        yield asked(hole, label=_STAR[3])
    else:
        yield advice("It is in what you wrote. Say it last, and stop.", _STAR[3])


def _general(found: Sheet, question: InterviewQuestion) -> Part:
    whom = question.for_whom if question.for_whom in found.audiences else "any"
    return Part(id=question.id, title=question.question, aside=_WHOM[whom], lines=tuple(_heard(question)))
