"""What a match says in sentences: the verdict and its reasons, the questions, each thing that is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careercli.domain.advertisement import Advertisement, Condition, Quote
from careercli.domain.match import Match
from careercli.domain.model import LEVEL_NAMES, Skill
from careercli.domain.skills_asked import SkillFit, SkillState
from careercli.domain.verdict import BENDS, ConditionFit, Finding, Verdict, YearsFit
from careercli.text.phrases import (
    capital,
    count,
    inside,
    listed_first,
    number,
    spoken,
    tenths_down,
    tenths_up,
)

VERDICTS: dict[Verdict, str] = {
    "apply": "Apply",
    "stretch": "A stretch",
    "not-yet": "Not yet",
    "another-line-of-work": "Another line of work",
}
"""What each verdict is called."""

STATES: dict[SkillState, str] = {
    "met": "met",
    "short": "short",
    "missing": "missing",
    "unrated": "not rated",
}

_NAMED = 3
"""Up to this many skills are named in a sentence."""

_WELL_BELOW = 2
"""A job so many tiers below the one held makes people ask why somebody wants it."""

_LONGEST = 90
"""Longer words of an advertisement are cut."""


def job(ad: Advertisement) -> str:
    """Return what an advertisement is called: its title and who offers it, else its file."""
    named = ad.title or ad.name
    return f"{named}, {ad.employer}" if ad.employer and ad.title else named


def verdict_title(of: Match) -> str:
    """Return the verdict as the title of a sheet: ``Apply: Support Specialist, Northwind``."""
    if of.ad.line_of_work == "unclear" and of.verdict == "stretch":
        return f"Hard to tell, a stretch at best: {job(of.ad)}"
    likely = "" if of.certain else ", until you rate more" if of.to_rate else ", most likely"
    return f"{VERDICTS[of.verdict]}{likely}: {job(of.ad)}"


def advice(of: Match) -> str:
    """Return what to do, in one sentence."""
    if of.verdict == "apply":
        return "You fit what it asks. Apply, and say at the top of your résumé what shows it."
    if of.ad.line_of_work == "unclear" and of.verdict == "stretch":
        return "Ask them first what the work is, and whose questions it answers."
    if of.verdict == "stretch":
        return "You fit a good part of it. Apply if you want it, and have an answer for what is missing."
    if of.to_rate:
        skills = "skill" if len(of.to_rate) == 1 else f"{spoken(len(of.to_rate))} skills"
        return f"That cannot be told until you rate the {skills} below; nothing else speaks against it."
    if of.verdict == "not-yet":
        return "Not with what you have today, as far as this sheet can tell. What would change that is below."
    return "What it asks is not on this ladder, so the sheet says only what carries over."


def sureness(of: Match) -> str:
    """Return how sure the verdict is, and what could change it."""
    if of.verdict == "another-line-of-work":
        return ""
    required = [condition for condition in of.to_answer if condition.demand == "required"]
    lines = "one line" if len(of.unread) == 1 else f"{spoken(len(of.unread))} lines"
    if of.unread and of.verdict != "not-yet":
        return f"That is as far as we can read it: {lines} of what it requires only you can answer, below."
    if not of.certain:
        low, high = (VERDICTS[verdict].lower() for verdict in (of.at_least, of.at_most))
        return f"Not everything it asks is rated: until you rate more, it lies between {low} and {high}."
    if required and of.verdict != "not-yet":
        marked = "the one question below that is not marked as welcome"
        them = "the question below" if len(of.conditions) == 1 else marked
        if len(required) > 1:
            them = f"the {spoken(len(required))} questions below that they require"
        return f"That is sure as long as you can answer yes to {them}."
    return "Nothing that you have not rated could change that."


# -- reasons -------------------------------------------------------------------------------------------------


def reasons(of: Match) -> tuple[str, ...]:
    """Return the two reasons of a verdict."""
    return tuple(reason(of, finding) for finding in of.reasons)


def reason(of: Match, finding: Finding) -> str:
    """Return what one aspect says, in one sentence."""
    if finding.about == "leading_years" and of.leading_years:
        return _years(of.leading_years, finding.verdict, "of leading people", led=True)
    if finding.about == "support_years" and of.support_years:
        return _years(of.support_years, finding.verdict, _in_support(of.support_years), led=False)
    others = {
        "condition": lambda: _refused(of),
        "line": lambda: line_sentence(of.ad),
        "tier": lambda: _tier(of, finding.verdict),
        "skills": lambda: _skills(of, finding.verdict),
        "unread": lambda: _unread(of),
    }
    nothing = "It names nothing that can be compared with what you bring."
    return others[finding.about]() if finding.about in others else nothing


def _refused(of: Match) -> str:
    first = of.refused[0]
    if any(condition.kind not in BENDS for condition in of.refused):
        first = next(condition for condition in of.refused if condition.kind not in BENDS)
        return f"You said no to this: {question(first)} They ask for it, and rarely do without."
    return f"You said no to this: {question(first)} Ask whether they can do without before you apply."


def _unread(of: Match) -> str:
    lines = count(len(of.unread), "line")
    them = "it is" if len(of.unread) == 1 else "they are"
    return f"{lines} of what it requires we cannot compare with you: say whether {them} true of you."


def line_sentence(ad: Advertisement) -> str:
    """Return whether a job is on this ladder at all."""
    known = f" ({ad.known_as})" if ad.known_as else ""
    if ad.line_of_work == "other":
        what = ad.known_as or "another line of work"
        return f"The line of work is {inside(what)}, not customer support."
    if ad.line_of_work == "beside":
        return f"A seat beside the ladder{known}: its years count as support, and it has no tier of its own."
    if ad.line_of_work == "unclear":
        return "It does not say enough to tell whether this is support work."
    return "A customer support job, on this ladder."


def _tier(of: Match, verdict: Verdict) -> str:
    tier, above = of.ad.tier, of.above
    name = tier.short if tier else ""
    here = position(of)
    held = of.assessment.placement.by_seat
    if above < 0 or (tier and held is tier):
        return f"It asks for {name}, {_below(of, here)}"
    if above == 0:
        return f"It asks for {name}, and that is {here}."
    up = "one tier" if above == 1 else f"{spoken(above)} tiers"
    if verdict == "not-yet" or of.shown < (tier.rank if tier else 0):
        enough = verdict == "apply" and tier and not tier.leads_people
        years = ", and you have the years for it" if enough else ""
        return f"It asks for {name}, {up} above {here}{years}."
    return f"It asks for {name}, {up} above {here}, and your answers show its skills."


def position(of: Match) -> str:
    """Return what the tier of an advertisement is compared with."""
    if of.assessment.expected:
        return "where your years and job put you"
    return "the job you hold" if of.counts_as_held else "where you are"


def _below(of: Match, here: str) -> str:
    """Return what to make of a tier that is not above somebody: it is theirs, or lies below."""
    tier, held = of.ad.tier, of.assessment.placement.by_seat
    if held is tier:
        return "and that is the job you hold: show its numbers."
    if of.above == -1:
        return f"a tier below {here}, so you know this work."
    same = tier and held and tier.leads_people and tier.seat == held.seat
    if tier and held and (same or held.rank - tier.rank < _WELL_BELOW):
        return f"{spoken(-of.above)} tiers below {here}, and close to the job you hold: show its numbers."
    return f"{spoken(-of.above)} tiers below {here}. You bring more than it needs: say why you want it."


def _in_support(fit: YearsFit) -> str:
    kind = fit.asked.of
    return f"in {kind}" if "support" in kind else f"in support, in {kind}" if kind else "in support"


def _years(fit: YearsFit, verdict: Verdict, what: str, *, led: bool) -> str:
    asked = years_asked(fit)
    have = tenths_down(fit.have)
    asks = "It would like" if fit.asked.demand != "required" else "It asks"
    if led and not fit.have and fit.asked.least:
        instead = f" or {fit.asked.or_else}" if fit.asked.or_else else ""
        return f"{asks} {asked} {what}{instead}, and you have not led anybody yet."
    if not fit.missing and fit.asked.of:
        return f"{asks} {asked} {what}; you have {have} in support, and only you know how many of that."
    if not fit.missing:
        return f"{asks} {asked} {what}, and you have {have}."
    if verdict == "apply":
        near = "near enough" if fit.asked.demand == "required" else "no reason to stay away"
        return f"{asks} {asked} {what}; your {have} are {near}."
    instead = f" Instead of them this will do: {fit.asked.or_else}." if fit.asked.or_else else ""
    return f"{asks} {asked} {what}, and you have {have}.{instead}"


def years_asked(fit: YearsFit) -> str:
    """Return the years that are asked: ``3 years``, ``3 to 5 years``."""
    least, most = fit.asked.least, fit.asked.most
    if most and most > least:
        return f"{number(least)} to {count(most, 'year')}"
    return count(least, "year")


def _skills(of: Match, verdict: Verdict) -> str:
    names = of.assessment.skills
    far = [fit for fit in of.skills if fit.must and fit.far and fit.lacks]
    required = [fit for fit in of.skills if fit.asked.demand == "required"]
    if of.verdict == "another-line-of-work":
        carried = sum(fit.state == "met" for fit in of.skills)
        return f"Of {count(len(of.skills), 'skill')} that it names you have {carried}."
    if far and verdict != "apply":
        listing = listed_first([inside(names[fit.asked.skill].name) for fit in far], _NAMED)
        have = "A must-have is" if len(far) == 1 else f"{capital(spoken(len(far)))} must-haves are"
        return f"{have} lacking: {listing}."
    if not required:
        return "It requires no skill by name, so what its duties imply decides."
    return _required(of, verdict, required)


def _required(of: Match, verdict: Verdict, required: Sequence[SkillFit]) -> str:
    """Return how many of the required skills somebody has, and which they lack where that decides."""
    met = sum(fit.state == "met" for fit in required)
    unrated = sum(fit.state == "unrated" for fit in required)
    skills = count(len(required), "skill")
    if unrated == len(required):
        return f"You have not rated the {skills} that it requires."
    if len(required) == 1 and not unrated:
        name = inside(of.assessment.skills[required[0].asked.skill].name)
        return (
            f"It requires one skill by name, {name}, and {'you have it' if met else 'you are short of it'}."
        )
    have = f"{'only ' if verdict != 'apply' and met * 2 < len(required) else ''}{met}" if met else "none"
    rest = f", and {spoken(unrated)} you have not rated" if unrated else ""
    lacking = [inside(of.assessment.skills[fit.asked.skill].name) for fit in required if fit.lacks]
    if lacking and verdict != "apply":
        rest += f"; {listed_first(lacking, _NAMED)} {'is' if len(lacking) == 1 else 'are'} short or missing"
    return f"You have {have} of the {skills} that it requires{rest}."


_SHORTLY = {"other": "what it requires", "hours-abroad": "hours elsewhere", "physical": "bodily work"}
"""What kinds of conditions are called in a table, where not as they are."""


def lacking(of: Match) -> str:
    """Return what is lacking most, in a few words for a table: ``two tiers``, ``1 year of leading``."""
    first, required = of.findings[0], [fit for fit in of.skills if fit.asked.demand == "required"]
    short = f"{sum(fit.lacks for fit in required)} of {len(required)} skills"
    if of.verdict == "another-line-of-work":
        return "other work"
    if of.verdict == "apply":
        return short if any(fit.lacks for fit in required) else "nothing"
    if of.verdict == "not-yet" and first.verdict != "not-yet":
        return "a bit of everything"
    years = of.leading_years if first.about == "leading_years" else of.support_years
    if first.about in {"leading_years", "support_years"} and years:
        kind = "of leading" if first.about == "leading_years" else "in support"
        return f"{count(tenths_up(years.missing), 'year')} {kind}"
    if first.about == "skills":
        far = sum(fit.must and fit.far and fit.lacks for fit in of.skills)
        rated = far or any(fit.lacks for fit in of.skills)
        return count(far, "must-have") if far else short if required and rated else "ratings"
    told = {
        "condition": lambda: f"a yes to {_SHORTLY.get(kind := of.refused[0].kind, kind.replace('-', ' '))}",
        "tier": lambda: "one tier" if of.above == 1 else f"{spoken(of.above)} tiers",
        "unread": lambda: f"{count(len(of.unread), 'answer')} of yours",
    }
    return told[first.about]() if first.about in told else "clear words"


# -- the tier ------------------------------------------------------------------------------------------------


def tier_sentence(ad: Advertisement) -> str:
    """Return the tier that an advertisement really asks for, and whether its title agrees."""
    if ad.tier is None:
        return line_sentence(ad)
    if ad.stated is None:
        return f"{ad.tier.short}; the title names no tier."
    if ad.stated.id == ad.tier.id:
        return f"{ad.tier.short}, and the title agrees."
    return f"{ad.tier.short}, though the title says {ad.stated.short}."


def quoted(quote: Quote) -> str:
    """Return words of an advertisement with their line: ``"lead a team of eight" (line 12)``."""
    where = f" (line {quote.line})" if quote.line else ""
    return f'"{short_quote(quote)}"{where}'


def short_quote(quote: Quote) -> str:
    """Return words of an advertisement, cut where they are long."""
    words = " ".join(quote.words.split()).rstrip(".,;:")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


# -- what only the reader can answer -------------------------------------------------------------------------

_QUESTIONS = {
    "place": ("Can you work where it asks: {}?", "Can you work where it asks?"),
    "right-to-work": ("May you work there without a sponsor: {}?", "May you work there without a sponsor?"),
    "on-site": ("Can you come to the workplace: {}?", "Can you come to the workplace?"),
    "shift": ("Do the shifts suit you: {}?", "Do the shifts suit you?"),
    "nights": ("Can you work nights: {}?", "Can you work nights?"),
    "weekends": ("Can you work weekends: {}?", "Can you work weekends?"),
    "on-call": ("Can you be on call: {}?", "Can you be on call?"),
    "hours-abroad": ("Can you keep business hours elsewhere: {}?", "Can you keep business hours elsewhere?"),
    "travel": ("Can you travel for it: {}?", "Can you travel for it?"),
    "language": ("Do you speak {} as well as it asks?", "Do you speak the language that it asks?"),
    "education": (
        "Do you have the education, or what it takes instead: {}?",
        "Do you have the education, or what it takes instead?",
    ),
    "certificate": ("Do you hold {}?", "Do you hold the certificate that it asks?"),
    "licence": ("Do you hold the licence: {}?", "Do you hold the licence that it asks?"),
    "driving": ("Can you drive for it: {}?", "Can you drive, and have the licence?"),
    "checks": ("Would you pass this check: {}?", "Would you pass the checks that it names?"),
    "equipment": ("Do you have what it asks you to bring: {}?", "Do you have what it asks you to bring?"),
    "physical": ("Can you do this, if need be with help: {}?", "Can you do the bodily work that it names?"),
    "age": ("Are you of the age that it asks: {}?", "Are you of the age that it asks?"),
    "other": ("Is this true of you: {}?", "Is this true of you?"),
}
"""What is asked about a condition, with what it is about and without."""


def question(condition: Condition) -> str:
    """Return a condition as a question to the reader."""
    about, alone = _QUESTIONS[condition.kind]
    if condition.kind == "language" and condition.demand != "required" and condition.about:
        return f"Do you speak {condition.about}?"
    if condition.kind == "other" and not condition.about:
        return about.format(f'"{short_quote(condition.quote)}"')
    return about.format(condition.about) if condition.about else alone


def answered(fit: ConditionFit) -> str:
    """Return what the person answered: ``yes``, ``no``, ``not answered``."""
    return "not answered" if fit.answer is None else "yes" if fit.answer else "no"


# -- skills --------------------------------------------------------------------------------------------------


def skill_words(fit: SkillFit, skills: Mapping[str, Skill]) -> str:
    """Return how a skill stands: ``Coaching: short, you have 2 working, and it takes 3 practitioner``."""
    name, need = skills[fit.asked.skill].name, f"{fit.need} {LEVEL_NAMES[fit.need]}"
    must = " (must-have)" if fit.must else ""
    if fit.have is None:
        return f"{name}{must}: not rated; it takes {need}."
    have = f"{fit.have} {LEVEL_NAMES[fit.have]}"
    if fit.state == "met":
        return f"{name}{must}: met, you have {have}."
    if fit.state == "missing":
        return f"{name}{must}: missing; it takes {need}."
    return f"{name}{must}: short, you have {have}, and it takes {need}."


def counted(fits: Sequence[SkillFit]) -> str:
    """Return how many of some skills are met and how many are not: ``4 met, 1 short, 2 missing``."""
    said = []
    for state, words in STATES.items():
        amount = sum(fit.state == state for fit in fits)
        if amount:
            said.append(f"{amount} {words}")
    return ", ".join(said)


def step_words(fit: SkillFit, skills: Mapping[str, Skill]) -> str:
    """Return a skill with the levels between: ``coaching from 1 to 3``."""
    return f"{inside(skills[fit.asked.skill].name)} from {fit.have or 0} to {fit.need}"
