"""An application letter in outline: what to answer first, and what belongs in each paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.bullets import Bullet
from careercli.domain.match import match
from careercli.domain.paper import Hole, Line, Paper
from careercli.text.match import question, quoted
from careercli.text.match_advice import proofs as best_proofs
from careercli.text.papers.brief import (
    Brief,
    advice,
    asked,
    fact,
    line_of,
    made,
    part,
    standing_facts,
    story,
)
from careercli.text.phrases import count, inside, small

_PROOFS = 2
_LEADS = "Which hard day of your people do you still think of, and what did you do in it?"
_SERVES = "Which contact do you still think of, and what did you do in it?"


def letter_paper(brief: Brief) -> Paper:
    """Return the outline of an application: what only one knows first, then five short paragraphs."""
    proofs = _proofs(brief)
    parts = [
        part("first", "Before you write", _first(brief)),
        part("opening", "1. Why this job, here", _opening(brief), "two sentences"),
        part("proof", "2. What you have done that they ask for", _proved(brief, proofs), "four sentences"),
        part("way", "3. How you work", _way(brief, proofs), "two sentences"),
        part("gap", "4. What they will notice", _gap(brief), "one sentence, or none"),
        part("close", "5. When, and what next", _close(brief), "two sentences"),
    ]
    lead = "Half a page, five paragraphs. What stands here is what belongs in each; the sentences are yours."
    return made("letter", brief, f"Letter: {brief.what_for}", lead + brief.otherwise, parts)


def _first(brief: Brief) -> Iterator[Line]:
    """Yield what the ad asks and only the reader knows."""
    match = brief.match
    if match is None or not match.to_answer:
        return
    asks = count(match.to_answer, "thing")
    yield advice(f"The ad asks {asks} that only you know. One no, and it may not be worth the evening:")
    for each in match.to_answer:
        yield Line(text=f"{question(each)} {quoted(each.quote)}", origin="quote", depth=1)


def _opening(brief: Brief) -> Iterator[Line]:
    ad = brief.aim.ad
    where = ad.employer if ad and ad.employer else "this company"
    named = "Name the job as the ad does, and where you saw it." if ad else "Name the job, and why now."
    yield advice(f'{named} No "I hereby apply".')
    why = f"Why {where}? One sentence that you could write to nobody else: something you use, read or saw."
    yield asked(Hole(id="letter-why", question=why), label="Only you can write this")


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
    first = [bullet for bullet in brief.proofs if wanted & set(bullet.skills)]
    rest = [bullet for bullet in brief.proofs if bullet not in first and bullet.weight]
    return [*first, *rest][:_PROOFS]


def _proved(brief: Brief, proofs: list[Bullet]) -> Iterator[Line]:
    for bullet in proofs:
        skill = next((each for each in bullet.skills if each in brief.wanted), bullet.skills[0])
        wanted = brief.asked_as(skill)
        if wanted and brief.aim.ad:
            yield Line(text=f'"{wanted}"', origin="quote", label="They ask for", skill=skill)
        elif wanted:
            text = f"{brief.names[skill]}, for example: {small(wanted)}"
            yield Line(text=text, label="The job asks for", skill=skill)
        yield line_of(bullet, brief, label="You did", named=False).but(skill=skill)
    if proofs and brief.aim.ad:
        yield advice(
            '"In your ad you ask for ... At ... I ...; after it ... was different."', "A frame for it"
        )
    for skill in [each for each in brief.wanted if not brief.evidence(each)][: _PROOFS - len(proofs)]:
        yield story(skill, f"{brief.names[skill]}: tell one time, with what came of it.")


def _way(brief: Brief, proofs: list[Bullet]) -> Iterator[Line]:
    used = {text for bullet in proofs for _, text in bullet.evidence}
    left = [bullet for bullet in brief.proofs if not {text for _, text in bullet.evidence} & used]
    told = max(left, key=lambda bullet: len(bullet.text), default=None)
    leads = brief.tier.leads_people
    scene = "One hard day with your people" if leads else "One hard moment with a customer"
    yield advice(f"{scene}, in a small scene: what you did. No adjectives.")
    if told is not None:
        yield line_of(told, brief, label="Perhaps this", named=False)
    elif brief.wanted:
        yield story(brief.wanted[0], _LEADS if leads else _SERVES)


def _gap(brief: Brief) -> Iterator[Line]:
    """Yield a return or a change, and the one thing that is required and not reached."""
    profile, match = brief.assessment.profile, brief.match
    if profile.employed is False and profile.support_years:
        yield advice("That you have been away: one plain sentence on why, and that it is over.")
    elif not profile.support_years:
        yield advice("That you come from other work: one sentence on what it has in common with this.")
    if match is not None:
        lacking = [
            fit.asked.skill for fit in (*match.plan_gaps, *match.bridged) if fit.asked.demand == "required"
        ]
    else:
        levels = {skill: min(gate.levels) for gate in brief.tier.gates for skill in gate.skills}
        lacking = [skill for skill, need in levels.items() if 0 <= profile.skills.get(skill, need) < need]
    if lacking:
        yield advice(
            f"They will notice that you have not shown this yet: {inside(brief.names[lacking[0]])}. Say how "
            "far you are, then stop."
        )
        step = next((step for step in brief.plan.steps if step.growth and step.skill == lacking[0]), None)
        if step and step.growth:
            yield fact(step.growth.title, "What you can do about it").but(skill=step.skill)
    elif match is not None:
        yield advice(
            "No gap in skills that we know of. If you answer no to a question above, say so here in one "
            "sentence."
        )


def _close(brief: Brief) -> Iterator[Line]:
    yield from standing_facts(brief)
    yield advice("When you can start, when to call you, thank them, sign.")
