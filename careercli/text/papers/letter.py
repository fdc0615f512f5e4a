"""An application letter in outline: what belongs in each paragraph, from one's own evidence."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from careercli.domain.bullets import Bullet
from careercli.domain.match import match
from careercli.domain.paper import Hole, Line, Paper, Part
from careercli.text.match import question
from careercli.text.match_advice import proofs as best_proofs
from careercli.text.papers.brief import (
    Brief,
    advice,
    asked,
    holes_in,
    of_skills,
    shown,
    standing_facts,
    story_hole,
)
from careercli.text.phrases import count

_PROOFS = 2


def letter_paper(brief: Brief) -> Paper:
    """Return the outline of an application: five short paragraphs, each with what belongs there."""
    holes: list[Hole] = []
    proofs = _proofs(brief)
    parts = (
        Part(
            id="opening", title="1. Why this job, here", aside="two sentences", lines=_opening(brief, holes)
        ),
        Part(
            id="proof",
            title="2. What you have done that they ask for",
            aside="four sentences",
            lines=tuple(_proved(brief, proofs, holes)),
        ),
        Part(id="way", title="3. How you work", aside="two sentences", lines=_way(brief, proofs, holes)),
        Part(
            id="gap", title="4. What is missing, said by you", aside="two sentences", lines=tuple(_gap(brief))
        ),
        Part(id="close", title="5. When, and what next", aside="two sentences", lines=tuple(_close(brief))),
    )
    return Paper(
        kind="letter",
        aim=brief.aim,
        title=f"Letter: {brief.what_for}",
        lead=(
            "Half a page, five paragraphs. What stands here is what belongs in each; the sentences are yours."
        ),
        parts=tuple(part for part in parts if part.lines),
        holes=holes_in(parts, holes),
    )


def _opening(brief: Brief, holes: list[Hole]) -> tuple[Line, ...]:
    where = brief.aim.ad.employer if brief.aim.ad and brief.aim.ad.employer else "this company"
    hole = Hole(
        id="letter-why",
        question=(
            f"Why {where}? One sentence that you could write to nobody else: something you use, read or saw."
        ),
    )
    holes.append(hole)
    return (
        advice('Name the job as the ad does, and where you saw it. No "I hereby apply".'),
        asked(hole, label="Only you can write this"),
    )


def _proofs(brief: Brief) -> list[Bullet]:
    """Return the two lines that say most for the aim: of what it decides by, then of anything it asks.

    For an advertisement they are those that its match puts near the top of the résumé.
    """
    if brief.aim.ad is not None:
        told = [proof.text for proof in best_proofs(match(brief.assessment, brief.aim.ad))]
        own = {text: each for each in brief.bullets for _, text in each.evidence}
        chosen = list(dict.fromkeys(own[text] for text in told if text in own))
        if chosen:
            return chosen
    wanted = set(brief.wanted)
    first = [bullet for bullet in brief.bullets if wanted & set(bullet.skills)]
    rest = [bullet for bullet in brief.bullets if bullet not in first and bullet.weight]
    return sorted((*first, *rest), key=lambda bullet: len(bullet.lacks))[:_PROOFS]


def _proved(brief: Brief, proofs: list[Bullet], holes: list[Hole]) -> Iterator[Line]:
    for bullet in proofs:
        skill = bullet.skills[0]
        asked_as = brief.asked_as(skill)
        if asked_as:
            told = Line(text=asked_as, label="The job asks", skill=skill)
            yield msgspec.structs.replace(told, origin="quote") if brief.aim.ad else told
        yield Line(text=bullet.text, origin="evidence", label="You did", skill=skill, day=bullet.day)
    for skill in [each for each in brief.wanted if not brief.evidence(each)][: _PROOFS - len(proofs)]:
        hole = story_hole(
            skill, f"When did you do this? {brief.asked_as(skill)} One time, with what changed."
        )
        holes.append(hole)
        yield asked(hole, label=brief.names[skill])


def _way(brief: Brief, proofs: list[Bullet], holes: list[Hole]) -> tuple[Line, ...]:
    used = {skill for bullet in proofs for skill in bullet.skills}
    own = [
        skill
        for skill in ("active-listening", "empathy", "conflict-resolution", "communication")
        if skill in brief.names
    ]
    told = next((line for skill in own if skill not in used for line in brief.evidence(skill)), None)
    lines = [
        advice(
            "How a hard day with a customer goes with you, in one small scene. No adjectives: what you did."
        )
    ]
    if told:
        lines.append(shown(told, label="You wrote"))
    elif own:
        hole = story_hole(own[0], "Which contact do you still think of, and what did you do in it?")
        holes.append(hole)
        lines.append(asked(hole))
    return tuple(lines)


def _gap(brief: Brief) -> Iterator[Line]:
    """Yield what to say of what is missing: the first that is asked and not reached."""
    match = brief.match
    if match is not None:
        lacking = [fit.asked.skill for fit in (*match.plan_gaps, *match.bridged)]
    else:
        profile = brief.assessment.profile
        levels = {skill: min(gate.levels) for gate in brief.tier.gates for skill in gate.skills}
        lacking = [skill for skill, need in levels.items() if 0 <= profile.skills.get(skill, need) < need]
    if lacking:
        yield advice(
            f"Of what they ask, {of_skills(lacking[:2], brief.names)} will be noticed. Say how far you are, "
            "and what you do about it; then stop."
        )
    else:
        yield advice("Nothing that they decide by is known to be missing. Leave this paragraph out.")
    step = next((step for step in brief.plan.steps if step.growth and step.skill in lacking[:2]), None)
    if step and step.growth:
        yield Line(text=step.growth.title, origin="fact", label="What you can do about it", skill=step.skill)


def _close(brief: Brief) -> Iterator[Line]:
    yield from standing_facts(brief)
    match = brief.match
    if match is not None and match.to_answer:
        questions = match.to_answer
        yield advice(
            f"The ad asks {count(len(questions), 'thing')} that only you can answer. Say yes to each that "
            "is true:"
        )
        yield from (Line(text=question(each), origin="quote", depth=1) for each in questions)
    yield advice("From when you can start, when you can be called, and a thank you. Your name.")
