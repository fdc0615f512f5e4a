"""The steps that one advertisement needs, as a plan with dates: its tier as it asks for it, and no other."""

from __future__ import annotations

from careercli.domain.ladder import estimates, tally
from careercli.domain.match import Match
from careercli.domain.model import Ladder, Skills, Tier
from careercli.domain.placement import leads_now
from careercli.domain.plan import Course
from careercli.domain.requirements import Ask, Clock, Gate
from careercli.domain.schedule import Binding, Plan, RouteName, Span, along
from careercli.domain.skills_asked import SkillFit, gauge_of
from careercli.domain.verdict import ELASTIC, YearsFit

_LONGEST_TITLE = 60


def plan_for(of: Match, skills: Skills, route: RouteName = "shortest") -> Plan:
    """Return the plan that leads to one advertisement.

    Its goal is the tier that is asked, as the advertisement asks it: each required skill is a gate at the
    level to bring, unless an interview can bridge what is missing, and so is what its duties cannot be done
    without, where it says less than apply; the years are its own. Where the tier lies above the person, its
    must-haves follow as gates, and nobody is ready before the floors of its years. The full route adds what
    else is asked. An advertisement that asks nothing that is missing, of a tier that is reached, has none.
    """
    assessment = of.assessment
    wanted = asked_tier(of)
    below = assessment.ladder.tiers[: wanted.rank - 1]
    ladder = assessment.ladder.but(tiers=(*below, wanted), pass_fit=0.0)
    # A job that is held now does not stand for years that another employer asks.
    placement = assessment.placement.but(by_seat=None)
    way = _course(of, wanted)
    plan = along(way, ladder, skills, assessment.profile, placement, assessment.as_of, route)
    return _never_led(plan) if _waits_for_leading(of) else plan


def _waits_for_leading(of: Match) -> bool:
    """Return whether leading years are required and short, and nothing that the person does now adds any."""
    asked = of.leading_years
    if asked is None or asked.have >= (0 if of.ad.either else _clock(asked).floor):
        return False
    return not leads_now(of.assessment.profile, of.assessment.placement.by_seat)


def _never_led(plan: Plan) -> Plan:
    """Return a plan whose end waits for years that only a leading job gives: steps alone never get there."""
    never = Span(None, None)
    milestones = tuple(
        each.but(
            ready=never,
            bound_by=Binding("leading_years", "leading_years"),
            until=each.until | {"leading_years": never},
        )
        for each in plan.milestones
    )
    return plan.but(milestones=milestones)


def asked_tier(of: Match) -> Tier:
    """Return the tier that is asked as the advertisement asks it; the person's own where it names none."""
    ladder: Ladder = of.assessment.ladder
    real = of.ad.tier or ladder.at(max(of.here, 1)) or ladder.tiers[0]
    title = (of.ad.title or real.title)[:_LONGEST_TITLE]
    asks = {fit.asked.skill: Ask(fit.asked.skill, fit.need, _weight(fit)) for fit in of.skills}
    duties = of.verdict != "apply"
    gates = [
        Gate((fit.asked.skill,), (fit.need,))
        for fit in of.skills
        if (fit.asked.demand == "required" and not fit.bridged)
        or (fit.asked.demand == "implied" and fit.lacks and duties)
    ]
    support, leading = (
        Clock() if of.ad.either else _clock(years) for years in (of.support_years, of.leading_years)
    )
    if of.above > 0:
        gates += real.gates
        for gate in real.gates:
            for skill in gate.skills:
                asks.setdefault(skill, Ask(skill, gate.levels[0], 0))
        support, leading = _later(support, real.support_years), _later(leading, real.leading_years)
    return real.but(
        title=title,
        short=title,
        asks=tuple(asks.values()),
        gates=tuple(gates),
        support_years=support,
        leading_years=leading,
    )


def _later(asked: Clock, tier: Clock) -> Clock:
    """Return the years that are asked, and no fewer than those without which nobody gets the tier."""
    return asked.but(floor=max(asked.floor, tier.floor), usual_min=max(asked.usual_min or 0, tier.floor))


def _weight(fit: SkillFit) -> int:
    """Return how early a skill comes; what only the ladder asks comes last, with 0."""
    return {"required": 3, "preferred": 2, "implied": 1}[fit.asked.demand]


def _clock(fit: YearsFit | None) -> Clock:
    """Return the years that are asked: the floor is from where on nobody is turned down for them."""
    if fit is None or fit.asked.demand != "required" or fit.asked.or_else:
        return Clock()
    return Clock(floor=fit.asked.least * ELASTIC, usual_min=fit.asked.least)


def _course(of: Match, wanted: Tier) -> Course:
    assessment = of.assessment
    profile = assessment.profile
    expected = estimates(tally(gauge_of(assessment.ladder, of.ad.tier), profile))
    levels = {
        ask.skill: 0
        if ask.skill in profile.not_applicable
        else profile.skills.get(ask.skill, expected[ask.level])
        for ask in wanted.asks
    }
    rated = {*profile.skills, *profile.not_applicable}
    unknown = assessment.placement.state == "too-little-rated"
    return Course((wanted,), levels, frozenset(levels.keys() - rated), interview=unknown)
