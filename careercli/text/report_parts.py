"""The sentences of a report that are the same in every writing of it."""

from __future__ import annotations

from careercli.domain.market import Market, PayOn, Stake
from careercli.domain.model import LEVEL_NAMES, Profile
from careercli.domain.placement import TierStanding
from careercli.text.amounts import short_value_of, value_of
from careercli.text.missing import amounts
from careercli.text.phrases import capital, count, day, listed, percent, percent_asked, tenths_down
from careercli.text.report import Lack, Report, Strengths

ON_TOP = "You're at the highest tier of this ladder."
NO_EVIDENCE = (
    "No evidence is written down yet. A line for each skill makes it worth more in an interview: what you "
    "did, and what came of it."
)
ALSO_HELPS = "The goal does not wait for these; in the job and in interviews they still help."
TWO_SIDES = (
    "From two sides: what the career guides say, and what official statistics of the United States measure "
    "and project. Where they disagree, both are here."
)
MUST_HAVE = (
    "a must-have is what a candidate has to show to be given the job. One may be missing; each further one "
    "costs a tier."
)
_COVER = (
    "the share of everything that the job asks, the important skills counting more. A skill that is not "
    "rated is estimated from those that are."
)
_READINGS = (
    "a rung of the ladder. Your answers, your years and your job each say one; the middle one counts, or the "
    "lower of two where there is no job in support."
)
_YEARS = (
    "what employers ask is what real openings name as the least; what the guides call usual is what most "
    "people have who hold the job."
)
_READ = (
    "a question or a section of the career guides: careercli ask answers the one, careercli role show has "
    "the other."
)
TERMS = (
    ("Tier", _READINGS),
    ("Must-have", MUST_HAVE.removeprefix("a must-have is ")),
    ("How much you cover", _COVER),
    ("Years", _YEARS),
    ("Read", _READ),
    ("Levels", ", ".join(f"{level} {name}" for level, name in enumerate(LEVEL_NAMES)) + "."),
)
"""What words mean that a report uses."""


_STAKES: dict[Stake, str] = {"here": "you are here", "next": "next", "goal": "your goal"}


def experience(profile: Profile) -> str:
    """Return the years on the two clocks, those of leading where there are any, and how they are counted."""
    years, leading = tenths_down(profile.support_years), tenths_down(profile.leading_years)
    said = [f"{years} {'year' if years == '1' else 'years'} in support"]
    said += [f"{leading} of leading"] if leading != "0" else []
    elsewhere = tenths_down(profile.leading_elsewhere_years)
    said += [f"{elsewhere} of leading outside support"] if elsewhere != "0" else []
    if profile.part_time_share < 1:
        said.append(f"at {percent(profile.part_time_share)} of full time")
    if profile.team:
        said.append(f"with a team of {profile.team}")
    elif profile.employed is False:
        said.append("between jobs")
    return ", ".join(said)


def rule(report: Report) -> str:
    """Return when a tier is confirmed."""
    share = percent_asked(report.assessment.ladder.pass_fit)
    return (
        f"A tier is confirmed when you show every must-have and cover {share} of the job or more, with the "
        "years that employers ask or the job itself."
    )


def musts(standing: TierStanding) -> str:
    """Return how many must-haves of a tier are shown, and how many of the others are only to confirm."""
    left = len(standing.open_gates) + len(standing.to_confirm)
    asked = len(standing.tier.gates)
    said = f"{asked - left} of {asked}" if left else f"all {asked}"
    return f"{said}, {len(standing.to_confirm)} to confirm" if standing.to_confirm else said


def met(strengths: Strengths) -> str:
    """Return how much of a tier's requirements is met."""
    if not strengths.rated:
        return "No skill is rated yet."
    if strengths.met == strengths.asked:
        return f"You meet all {strengths.asked} requirements of {strengths.tier.short} in full."
    asked = f"{strengths.met} of {strengths.asked} requirements of {strengths.tier.short} in full"
    if not strengths.must_haves_asked:
        return f"You meet {asked}."
    musts = count(strengths.must_haves_asked, "must-have")
    return f"You meet {asked}, and {len(strengths.must_haves)} of its {musts}."


def lacking(report: Report) -> str:
    """Return how much is missing for the next tier."""
    following = report.assessment.ahead
    if following is None:
        return ON_TOP
    if not report.lacking:
        return f"No skill is missing for {following.title}."
    words = f"{amounts(each.must for each in report.lacking)}."
    return f"{words} {capital(MUST_HAVE)}" if any(each.must for each in report.lacking) else words


def begin(report: Report) -> str:
    """Return where to begin this week."""
    return "Begin here, in this order." if len(report.week) > 1 else "Begin here."


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


def stake_words(on: PayOn) -> str:
    """Return what a tier is to the person: ``next, your goal``."""
    return ", ".join(_STAKES[stake] for stake in on.stakes)


def estimate_words(on: PayOn) -> str:
    """Return the guide's estimate; dollars a year without their unit."""
    if on.dollars:
        return short_value_of(on.dollars)
    return value_of(on.pay.estimate) if on.pay.estimate else "none given"
