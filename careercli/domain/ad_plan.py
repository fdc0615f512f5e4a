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
    without, where it says less than apply; the years are its own. The full route adds what else is asked, and
    where the tier lies above the person what the ladder turns candidates down for. An advertisement that asks
    nothing that is missing has no steps.
    """
    assessment = of.assessment
    wanted = asked_tier(of)
    below = assessment.ladder.tiers[: wanted.rank - 1]
    ladder = assessment.ladder.but(tiers=(*below, wanted), pass_fit=0.0)
    # A job that is held now does not stand for years that another employer asks.
    placement = assessment.placement.but(by_seat=None)
    way = _course(of, wanted)
    plan = along(way, ladder, skills, assessment.profile, placement, assessment.as_of, route)
    return _never_led(plan) if _waits_for_leading(of, wanted) else plan


def _waits_for_leading(of: Match, wanted: Tier) -> bool:
    """Return whether leading years are required and short, and nothing that the person does now adds any."""
    asked = of.leading_years
    if asked is None or asked.have >= wanted.leading_years.floor:
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
    for gate in real.gates if of.above > 0 else ():
        for skill in gate.skills:
            asks.setdefault(skill, Ask(skill, gate.levels[0], 1))
    return real.but(
        title=title,
        short=title,
        asks=tuple(asks.values()),
        gates=tuple(gates),
        support_years=Clock() if of.ad.either else _clock(of.support_years),
        leading_years=Clock() if of.ad.either else _clock(of.leading_years),
    )


def _weight(fit: SkillFit) -> int:
    return {"required": 3, "preferred": 2, "implied": 1}[fit.asked.demand]


def _clock(fit: YearsFit | None) -> Clock:
    """Return the years that are asked: the floor is from where on nobody is turned down for them."""
    if fit is None or fit.asked.demand != "required" or fit.asked.or_else:
        return Clock()
    return Clock(floor=float(fit.asked.least * ELASTIC), usual_min=fit.asked.least)


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
