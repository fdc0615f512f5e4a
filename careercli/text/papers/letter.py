"""An application letter in outline: what to answer first, and what belongs in each paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.bullets import Bullet
from careercli.domain.match import Match, match
from careercli.domain.paper import Hole, Line, Paper
from careercli.text.match import question, quoted, reason
from careercli.text.match_advice import proofs as best_proofs
from careercli.text.match_advice import scope, scope_of
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
from careercli.text.phrases import capital, count, inside, listed_first, small

_PROOFS = 2
_NAMED = 3
"""So many skills are named in a sentence."""

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
    if brief.match and scope(brief.match):
        yield fact(scope_of(brief.assessment.profile), "You have led")
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
    """Yield a return or a change, and what is required, not reached, and better raised than found out."""
    profile, match = brief.assessment.profile, brief.match
    if profile.employed is False and profile.support_years:
        yield advice("That you have been away: one plain sentence on why, and that it is over.")
    elif not profile.support_years:
        yield advice("That you come from other work: one sentence on what it has in common with this.")
    if match is not None:
        yield from _higher(match)
        yield from _short_years(match)
    lacking = _lacking(brief)
    if lacking:
        yield advice(
            f"They will notice that you have not shown this yet: {inside(brief.names[lacking])}. Say how "
            "far you are, then stop."
        )
        step = next((step for step in brief.plan.steps if step.growth and step.skill == lacking), None)
        if step and step.growth:
            yield fact(step.growth.title, "What you can do about it").but(skill=step.skill)
    soft = _unconfessed(brief, lacking)
    if soft:
        yield advice(
            f"By your own rating you are below what they require in {listed_first(soft, _NAMED)}. A letter "
            "need not confess that: let the scene above show what you can do, and have an honest answer for "
            "the interview."
        )
    if match is not None and match.unread:
        lines = count(len(match.unread), "line")
        yield advice(
            f"{capital(lines)} of what they require we cannot compare with you; they stand above. What is "
            "not true of you is better raised here, in one sentence, than found out."
        )
    elif match is not None and not (lacking or soft or any(_higher(match)) or any(_short_years(match))):
        yield advice(
            "Nothing that they decide by is known to be missing. If you answer no to a question above, say "
            "so here in one sentence; otherwise leave this out."
        )


def _lacking(brief: Brief) -> str | None:
    """Return the skill that an employer looks for, that is known to be lacking, and that one can raise.

    That is a must-have of tools, methods and facts. How somebody deals with people is shown, and no letter
    confesses it; nor what an advertisement only implies.
    """
    if brief.match is not None:
        lacking = [fit.asked.skill for fit in brief.match.skills if fit.must and fit.lacks]
    else:
        profile = brief.assessment.profile
        levels = {skill: min(gate.levels) for gate in brief.tier.gates for skill in gate.skills}
        lacking = [skill for skill, need in levels.items() if 0 <= profile.skills.get(skill, need) < need]
    skills = brief.assessment.skills
    return next((skill for skill in lacking if skills[skill].kind == "technical"), None)


def _unconfessed(brief: Brief, confessed: str | None) -> list[str]:
    """Return the names of the other skills that an advertisement requires and that are known to be short."""
    found = brief.match.of("short", "missing", demand="required") if brief.match else ()
    return [inside(brief.names[fit.asked.skill]) for fit in found if fit.asked.skill != confessed]


def _higher(match: Match) -> Iterator[Line]:
    """Yield that the tier lies above, where that speaks against the reader."""
    for finding in match.findings:
        if finding.about == "tier" and finding.verdict != "apply":
            yield advice(
                f"{reason(match, finding)} Say in one sentence what of that work you have done already; if "
                "it is nothing yet, this letter is for a later day."
            )


def _short_years(match: Match) -> Iterator[Line]:
    """Yield what years are short enough to be noticed, in the words of the match."""
    for finding in match.findings:
        if finding.about in {"leading_years", "support_years"} and finding.verdict != "apply":
            yield advice(f"{reason(match, finding)} Say in one sentence what you did that stands for them.")


def _close(brief: Brief) -> Iterator[Line]:
    yield from standing_facts(brief)
    yield advice("When you can start, when to call you, thank them, sign.")
