"""The sentences of a report that are the same in every writing of it."""

from __future__ import annotations

from careercli.domain.market import Market
from careercli.domain.model import LEVEL_NAMES, Profile
from careercli.domain.phrases import count, day, listed, percent_asked, tenths_down
from careercli.domain.report import Lack, Report, Strengths

ON_TOP = "You stand on the highest tier of this ladder."
FITS = "Fits into this week."
GOES_ON = "Begins this week and may go on into the next."
NO_EVIDENCE = (
    "No evidence is written down yet. A line for each skill makes it worth more in an interview: what you "
    "did, and what came of it."
)
TWO_SIDES = (
    "From two sides: what the career guides say, and what official statistics of the United States measure "
    "and project. Where they disagree, both are here."
)
_FIT = (
    "the share of a tier's requirements that you cover, the important ones counting more. A skill that is "
    "not rated counts as 0 until it is."
)
TERMS = (
    ("Tier", "a rung of the ladder. Years and skills are walked up separately, and the lower one counts."),
    ("Fit", _FIT),
    ("Gate", "a requirement that no other skill makes up for."),
    ("Levels", ", ".join(f"{level} {name}" for level, name in enumerate(LEVEL_NAMES)) + "."),
)
"""What words mean that a report uses."""


def experience(profile: Profile) -> str:
    """Return the years on the two clocks, those of leading where there are any."""
    years, leading = tenths_down(profile.support_years), tenths_down(profile.leading_years)
    support = f"{years} support {'year' if years == '1' else 'years'}"
    return f"{support}, {leading} of them leading" if leading != "0" else support


def rule(report: Report) -> str:
    """Return when a tier's skills are met, and which tier somebody stands on."""
    fit = percent_asked(report.assessment.ladder.pass_fit)
    return (
        f"A tier's skills are met when every gate is passed and the fit is {fit} or more. You stand on the "
        "last tier up to which both skills and years are met."
    )


def met(strengths: Strengths) -> str:
    """Return how much of a tier's requirements is met."""
    if not strengths.rated:
        return "No skill is rated yet."
    if strengths.met == strengths.asked:
        return f"You meet all {strengths.asked} requirements of {strengths.tier.short}."
    asked = f"{strengths.met} of {strengths.asked} requirements of {strengths.tier.short}"
    if not strengths.gates_asked:
        return f"You meet {asked}."
    return (
        f"You meet {asked}, {len(strengths.gates)} of its {count(strengths.gates_asked, 'gate')} among them."
    )


def lacking(report: Report) -> str:
    """Return how many gaps there are to the next tier."""
    following = report.assessment.next
    if following is None:
        return ON_TOP
    if not report.lacking:
        return f"No skill is missing for {following.title}."
    gaps = count(len(report.lacking), "gap")
    gates = sum(1 for lack in report.lacking if lack.gap.must)
    if not gates:
        return f"{gaps}."
    return (
        f"{gaps}, {count(gates, 'gate')} among them. A gate has to be passed: no other skill makes up for it."
    )


def begin(report: Report) -> str:
    """Return where to begin this week."""
    several = len(report.week) + report.rate_first > 1
    return "Begin here, in this order." if several else "Begin here."


def nearest(market: Market) -> str:
    """Return which occupations of the survey are nearest to which tiers of a role."""
    said = [
        f"for {listed([tier.short for tier in tiers])}, {occupation.title} ({occupation.code})"
        for occupation, tiers in market.surveyed
    ]
    return f"The survey counts occupations, not tiers. Nearest are: {'; '.join(said)}."


def now(lack: Lack) -> str:
    """Return what a skill looks like now."""
    if lack.now is not None:
        return lack.now
    return "Not rated yet." if lack.gap.have is None else "Not part of your work yet."


def made(report: Report) -> str:
    """Return what made a report, and from what."""
    program, today = f"careercli {report.version}", day(report.assessment.as_of)
    return (
        f"Written by {program} from the answers given, as of {today}. The same answers on the same day "
        "give the same report."
    )
