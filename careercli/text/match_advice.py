"""What to do about an advertisement: proofs for a résumé, the interview, what to learn, pay, what to ask."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.advertisement import Advertisement, AskedPay
from careercli.domain.guide import Percentiles, pay_of
from careercli.domain.library import Library
from careercli.domain.match import Match
from careercli.domain.model import Profile
from careercli.domain.plan import to_start
from careercli.domain.portfolio import CLAIMED, evidence_of
from careercli.domain.schedule import Plan
from careercli.domain.skills_asked import SkillFit
from careercli.domain.states import NOWHERE, STATES
from careercli.domain.values import Value
from careercli.domain.verdict import WEIGHTS
from careercli.text.amounts import grouped, money
from careercli.text.match import quoted, short_quote
from careercli.text.phrases import hours_range, inside
from careercli.text.tiers import time
from careercli.text.wages import ABROAD

PROOFS = 2
"""So many proofs go to the top of a résumé."""

YEARLY = {"year": 1, "month": 12, "week": 52, "day": 260, "hour": 2080}
"""How often a period of pay comes in a year of full time."""

NO_PERIOD = "The period is not stated, so it cannot be set beside any figure: ask."


class Proof(Value):
    """A line of evidence for the top of a résumé, and the words of the advertisement that it answers.

    ``close`` is whether the two share a word; else the line only comes near what is asked.
    """

    skill: str
    asked: str
    line: int
    text: str
    close: bool


def proofs(of: Match) -> tuple[Proof, ...]:
    """Return evidence for what is asked and met: what shares a word with it first, then as skills stand.

    The words are those of the advertisement, and stand only beside evidence of that very skill. What
    somebody knows of one product proves nothing of another's, unless the words are the same.
    """
    found: list[tuple[tuple[bool, int, bool, int], Proof]] = []
    for place, fit in enumerate(of.skills):
        if fit.state != "met":
            continue
        quote, skill = fit.asked.quote, fit.asked.skill
        topic = _topic(f"{quote.words} {of.assessment.skills[skill].name}")
        for line in evidence_of(of.assessment.profile, skill):
            close = not topic.isdisjoint(_topic(line.text))
            if close or skill not in _OF_ONE_PLACE:
                plain = not any(map(str.isdigit, line.text))
                weight = -WEIGHTS[fit.asked.demand]
                proof = Proof(skill, short_quote(quote), quote.line, line.text, close)
                found.append(((not close, weight, plain, place), proof))
    out: dict[str, Proof] = {}
    for _, proof in sorted(found, key=lambda each: each[0]):
        if proof.skill not in {kept.skill for kept in out.values()}:
            out.setdefault(proof.text, proof)
    return tuple(out.values())[:PROOFS]


_OF_ONE_PLACE = frozenset({"product-knowledge"})
"""Skills of which what somebody has does not travel from one employer to the next."""

_STEM, _SHORTEST = 5, 4
"""Words share a topic that begin with the same letters; shorter ones say too little."""

_EVERYWHERE = ("custo", "suppo", "servi", "skill", "exper", "stron", "abili", "with", "team", "that", "from")
"""How words begin that stand in every advertisement."""


def _topic(text: str) -> frozenset[str]:
    words = "".join(letter if letter.isalpha() else " " for letter in text).split()
    told = [word for word in words if len(word) >= _SHORTEST or (word.isupper() and len(word) > 1)]
    return frozenset(word.casefold()[:_STEM] for word in told) - set(_EVERYWHERE)


def yours(of: Match) -> str:
    """Return how many people somebody leads, behind how many an advertisement speaks of; "" for none."""
    team = of.assessment.profile.team
    return f"; you lead {team}" if team else ""


def scope(of: Match) -> str:
    """Return what of team and years of leading goes near the top where scope is asked; "" where it is not."""
    ad, profile = of.ad, of.assessment.profile
    quote = ad.team_words or (ad.leading_years.quote if ad.leading_years else None)
    told = scope_of(profile)
    if quote is None or not told:
        return ""
    return f'Near the top: you have led {told} (they ask for "{short_quote(quote)}", line {quote.line}).'


def scope_of(profile: Profile) -> str:
    """Return how many people somebody has led and for how long: ``ten people for 3 years``; "" for nobody."""
    people = f"{profile.team} people" if profile.team else ""
    led = profile.leading_years + profile.leading_elsewhere_years
    years = f"for {time(led)}" if led else ""
    return " ".join(filter(None, (people or ("people" if years else ""), years)))


def unproved(of: Match) -> SkillFit | None:
    """Return the first skill that is asked, met, and shown by nothing; None where there is none."""
    profile = of.assessment.profile
    claimed = (fit for fit in of.skills if fit.state == "met" and (fit.have or 0) >= CLAIMED)
    return next((fit for fit in claimed if not evidence_of(profile, fit.asked.skill)), None)


def gap_for_interview(of: Match) -> str:
    """Return the one gap to have an answer for in the interview, and how; empty where there is none.

    It is the first that they decide by; what is there can be told of, so it goes before what is not.
    """
    lacking = [fit for fit in of.skills if fit.lacks]
    fit = min(lacking, key=lambda each: (each.asked.demand != "required", not each.have), default=None)
    if fit is None:
        return ""
    skill = of.assessment.skills[fit.asked.skill]
    aim = skill.levels[fit.need - 1].strip()
    asked = short_quote(fit.asked.quote)
    return (
        f'{skill.name}: they will ask about "{asked}". Say how far you are, tell of one time that comes near '
        f'it, and how you would get here: "{aim}"'
    )


class Learning(Value):
    """One thing to learn, and whether a week is enough for it."""

    text: str
    at_once: bool


def to_learn(of: Match, plan: Plan, more: Plan, library: Library) -> Learning | None:
    """Return one thing to learn this week, or to begin: the first step, else a tool that is named."""
    skills = of.assessment.skills
    asked = {fit.asked.skill for fit in of.skills}  # what only the ladder asks can wait
    steps = (*plan.steps, *(dated.step for dated in more.also_helps if dated.step.skill in asked))
    step = next((each for each in to_start(skills, steps) if each.growth and each.skill), None)
    if step and step.growth and step.skill:
        hours = hours_range(step.hours.min, step.hours.max)
        at_once = step.hours.max <= plan.hours_per_week and not step.growth.weeks
        return Learning(f"{step.growth.title} ({inside(skills[step.skill].name)}, {hours}).", at_once)
    known = {tool.name: tool for tool in library.tools}
    for named in of.ad.tools:
        product = not named.tool.split()[-1].islower()  # and no kind of tool, such as "CRM software"
        if named.tool in known and product and named.tool not in of.known_tools:
            what = inside(known[named.tool].what).partition(";")[0].rstrip(".")
            return Learning(f"Try {named.tool} yourself, if you do not know it yet: {what}.", at_once=True)
    return None


# -- pay and hours -------------------------------------------------------------------------------------------


def pay_words(pay: AskedPay) -> str:
    """Return pay as it is offered: ``$45,000 to $52,000 a year``, ``CAD 22 an hour``."""
    sign = "$" if pay.currency == "USD" else f"{pay.currency} " if pay.currency else ""
    ends = [f"{sign}{grouped(end)}" for end in (pay.min, pay.max) if end is not None]
    per = {"hour": " an hour", None: ""}.get(pay.per, f" a {pay.per}")
    span = " to ".join(dict.fromkeys(ends))
    if pay.min is None and pay.max is not None:
        span = f"up to {span}"
    return f"{span}{per}" if ends else short_quote(pay.quote)


def pay_sentences(of: Match, library: Library, state: str | None = None) -> Iterator[str]:
    """Yield what is offered, and how it stands to the survey; never a US figure for a job elsewhere.

    ``state`` is where the reader lives, as ``Advertisement.pay_area`` takes it; the place of the job goes
    before it.
    """
    pay, tier, area = of.ad.pay, of.ad.tier, of.ad.pay_area(state)
    yield _offered(pay)
    if pay and pay.per is None:
        yield NO_PERIOD
    if area == NOWHERE:
        yield _pay_elsewhere(of.ad, library)
        return
    known = area is not None or of.ad.abroad is False
    occupation = pay_of(library, tier.role, tier.id).occupation if tier else None
    there: Percentiles | None = occupation.states.get(area or "") if occupation else None
    wages = there or (occupation.wages if occupation else None)
    if occupation is None or wages is None or wages.median is None:
        return
    where = f" in {STATES[area]}" if there and area else ""
    figures = (
        f"half earn below {money(wages.median)} a year, the middle half {money(wages.p25)} to "
        f"{money(wages.p75)}."
    )
    ends = _a_year(pay)
    if pay and ends and pay.currency == "USD":
        middle = sum(ends) / len(ends)
        beside = _beside(middle, wages.percentiles)
        yield f"{beside} the US survey's figures for {occupation.title}{where}: {figures}"
        return
    if pay and pay.per and pay.currency is None:
        yield "The currency is not stated, so it cannot be set beside any figure: ask."
    if known:
        yield f"By the US survey of {occupation.title}{where or ' in the country as a whole'}, {figures}"


def _offered(pay: AskedPay | None) -> str:
    if pay is None:
        return "It names no pay."
    ends = _a_year(pay)
    middle = round(sum(ends) / len(ends), -2) if ends else 0
    yearly = pay.per != "year" and pay.currency == "USD" and middle
    return f"Offered: {pay_words(pay)}{f', about {money(middle)} a year of full time' if yearly else ''}."


def _a_year(pay: AskedPay | None) -> list[float]:
    """Return the ends of what is offered as pay for a year; none where no period is stated."""
    if pay is None or pay.per is None:
        return []
    return [end * YEARLY[pay.per] for end in (pay.min, pay.max) if end is not None]


def _pay_elsewhere(ad: Advertisement, library: Library) -> str:
    """Return where to look for pay outside the United States."""
    if ad.abroad is None:
        return ABROAD
    country = library.ad_words.places.get(ad.country)
    currency = ad.pay.currency if ad.pay else None
    if country and country.pay:
        look = f"Official figures there are kept by {country.pay}."
    else:
        look = "Look at the wage statistics of that country, under call center or customer service work."
    if ad.country:
        place = f"The job is outside the United States ({ad.country})"
        return f"{place}, so no US figure stands beside it. {look}"
    if currency and currency != "USD":
        return f"No official figure in {currency} is kept here. {look}"
    return f"Its place names no US state, so no US figure stands beside it. {look}"


def _beside(amount: float, percentiles: tuple[float | None, ...]) -> str:
    _, p25, median, p75, _ = percentiles
    if p25 is not None and amount < p25:
        return "The middle of the offer is in the lowest quarter of"
    if median is not None and amount < median:
        return "The middle of the offer is a little below the middle of"
    if p75 is not None and amount <= p75:
        return "The middle of the offer is above the middle of"
    return "The middle of the offer is in the highest quarter of"


_HOURS = frozenset({"shift", "nights", "weekends", "on-call", "hours-abroad"})


def hours_named(of: Match) -> tuple[str, ...]:
    """Return what an advertisement says of hours, in its words."""
    named = (quoted(each.condition.quote) for each in of.conditions if each.condition.kind in _HOURS)
    return tuple(dict.fromkeys(named))


# -- what to ask them ----------------------------------------------------------------------------------------


def questions_to_ask(of: Match) -> Iterator[str]:
    """Yield what an advertisement leaves open and is worth asking, the weightiest first."""
    ad = of.ad
    if ad.tier and ad.stated and ad.tier.id != ad.stated.id:
        yield (
            f"The title says {ad.stated.short}, the work sounds like {ad.tier.short}: whom or what would I "
            "answer for after half a year?"
        )
    if ad.pay is None:
        yield "What is the pay range, and what does it depend on?"
    elif ad.pay.per is None:
        yield f"Is {pay_words(ad.pay)} by the hour, the month or the year?"
    if ad.tier and ad.tier.leads_people:
        if ad.team is None:
            yield "How many people report to this job, and who leads them today?"
        yield "What should be different in the team a year from now?"
        if ad.budget is None and ad.tier.seat in {"manager", "head"}:
            yield "Who decides on the budget and on hiring?"
    if not hours_named(of):
        yield "Which hours and shifts does the team work, and who decides who takes which?"
    if not ad.tools:
        yield "Which help desk and tools does the team work with?"
    if ad.tier and not ad.tier.leads_people:
        yield "How is the work measured, and what does a good month look like?"
        yield "Where are people now who had this job before?"
    yield "What does the AI or the bot answer, and what comes to people?"
