"""What an assessment says in sentences: the same on every screen and in every file."""

from __future__ import annotations

import math
from collections.abc import Iterator

from careercli.domain.assessment import Assessment
from careercli.domain.ladder import leading_toward
from careercli.domain.model import Tier
from careercli.domain.placement import ABOVE_SKILLS, leads_now, rank_of, unrated
from careercli.domain.titles import TitleReading, meant_title
from careercli.domain.values import Value
from careercli.text.missing import must_have_words, must_names
from careercli.text.phrases import (
    capital,
    count,
    inside,
    listed,
    percent,
    percent_asked,
    some,
    spoken,
    tenths_down,
    tenths_up,
)
from careercli.text.plan import counted_years
from careercli.text.tiers import name_of

RATE_HOW = "The command careercli advise asks the questions that matter."

_NAMED = 2
"""Up to this many must-haves are named in a sentence; more are counted."""

_STRONGEST = 3
"""Up to this many strengths are named."""


_MONTHS = 12


class Reading(Value):
    """One of the three answers to "which tier?": what it looks at, the tier, None for none, and why."""

    label: str
    tier: Tier | None
    text: str


# -- where am I --------------------------------------------------------------------------------------------


def standing_sentence(assessment: Assessment, *, named: bool = True) -> str:
    """Return where somebody is and how sure that is, in one sentence, which begins with their name or not."""
    name = f"{assessment.profile.name}, " if named and assessment.profile.name else ""
    sentence = _standing(assessment)
    return f"{name}{sentence[0].lower()}{sentence[1:]}" if name else sentence


def _standing(assessment: Assessment) -> str:
    placement, current = assessment.placement, assessment.placement.current
    if current is None:
        if placement.state == "too-little-rated":
            says = f" Your years and job say {assessment.expected.short}." if assessment.expected else ""
            return f"Too little is rated to place you yet.{says}"
        way = "" if assessment.profile.support_years else "a first support job: "
        return f"You're on the way to {way}{assessment.ladder.tiers[0].short}."
    if not assessment.profile.support_years and placement.seat == "none":
        return _could_start(assessment, current)
    if not (placement.certain or placement.settled):
        return f"You're most likely at {current.short}, {_range(assessment, current)}."
    left = _to_do(assessment, current)
    ready = ", and ready for a first lead job" if placement.ready_for else ""
    top = "" if assessment.next or left else ", the top of this ladder"
    return f"You're at {current.short}{ready or top}.{left}"


def _could_start(assessment: Assessment, current: Tier) -> str:
    left = _to_do(assessment, current)
    if not left:
        return f"You're ready for a first support job: {current.short}."
    return f"You could start as {current.short}.{left}"


def _range(assessment: Assessment, current: Tier) -> str:
    """Return between which tiers what is not rated yet leaves somebody."""
    low, high = assessment.placement.at_least, assessment.placement.at_most
    above = high is not None and high.rank > current.rank
    if low is not None and low.rank < current.rank:
        if above and high:
            return f"between {low.short} and {high.short} until you rate more"
        return f"at least {low.short}, until you rate more"
    if above and high:
        return f"perhaps {high.short}, until you rate more"
    return "until you rate more"


def _to_do(assessment: Assessment, tier: Tier) -> str:
    """Return what is left to show of a tier that somebody is placed at, as a sentence, or nothing."""
    if rank_of(assessment.placement.confirmed) >= tier.rank:
        return ""
    standing = assessment.standing(tier)
    still, check = standing.open_gates, standing.to_confirm
    if still or check:
        words = some(
            still and f"{must_have_words(len(still))} still open",
            check and f"{len(check) if still else must_have_words(len(check))} to confirm",
        )
        names = f": {must_names((*still, *check), assessment.skills)}" if len(still + check) <= _NAMED else ""
        return f" {capital(' and '.join(words))}{names}."
    if not standing.fit_met:
        rated = assessment.profile.skills.keys() | assessment.profile.not_applicable.keys()
        rest = (
            "rate the rest of its skills" if {ask.skill for ask in tier.asks} - rated else "bring on the rest"
        )
        return f" You show its must-haves; to confirm it, {rest}."
    return " Its years in support are still to come."


# -- the three readings ------------------------------------------------------------------------------------


def readings(assessment: Assessment) -> tuple[Reading, Reading, Reading]:
    """Return what answers, years and the job held say, one line each."""
    placement = assessment.placement
    return (
        Reading("Your answers", placement.by_skills, _answers(assessment)),
        Reading("Your years", placement.by_years, _years(assessment)),
        Reading("Your job", placement.by_seat, _job(assessment)),
    )


def _answers(assessment: Assessment) -> str:
    tier = assessment.placement.by_skills
    if assessment.placement.state == "too-little-rated":
        return "too few of them to say which tier."
    if tier is None:
        return f"not {assessment.ladder.tiers[0].short} yet."
    standing = assessment.standing(tier)
    met = len(tier.gates) - len(standing.gates_left)
    have = "all" if met == len(tier.gates) else f"{met} of {len(tier.gates)}"
    return f"{tier.short}. You cover {percent(standing.fit)} of the job and {have} must-haves."


def _years(assessment: Assessment) -> str:
    placement = assessment.placement
    years, usual = placement.by_years, placement.by_usual
    if years is None:
        return f"not enough for {assessment.ladder.tiers[0].short} yet."
    if rank_of(years) == rank_of(usual):
        return f"{years.short} by what employers ask, and by the guides."
    return f"{years.short} by what employers ask, {name_of(usual)} by the guides."


def _job(assessment: Assessment) -> str:
    placement, profile = assessment.placement, assessment.profile
    held, title = placement.by_seat, placement.title
    if held is not None and title is not None:
        if placement.stated is not None and held is not placement.stated:
            team = (
                f"with a team of {profile.team}" if held.leads_people or profile.team else "in the first year"
            )
            return f"{held.short}: that is what '{title.text}' comes to {team}."
        return f"{held.short}, by your title."
    if profile.employed is False:
        return "none in support right now, so answers and years decide."
    if title is None:
        return "no title given, so answers and years decide."
    return f"{_not_counted(assessment, title)} Answers and years decide."


def _not_counted(assessment: Assessment, title: TitleReading) -> str:
    """Return why the job held says nothing of the tier."""
    text = f"'{title.text}'"
    if title.tier is not None:
        led = "you lead nobody now" if assessment.profile.team == 0 else "nothing says whom you lead"
        return f"{text}, but {led}."
    said = {
        "does not say what the team does": title.vague,
        "is a time without a job": title.no_job,
        "is another line of work": title.elsewhere,
        "stands beside this ladder": title.adjacent,
    }
    for says, holds in said.items():
        if holds:
            return f"{text} {says}."
    meant = meant_title(assessment.ladder, title.text)
    asks = f" Did you mean '{meant}'?" if meant else ""
    return f"{text} is no title that we recognize.{asks}"


def counted_sentence(assessment: Assessment) -> str:
    """Return which reading counted and why, where they differ; else nothing."""
    placement, current = assessment.placement, assessment.placement.current
    if placement.state == "too-little-rated":
        return ""
    said = {"your answers": placement.by_skills, "your years": placement.by_years}
    if placement.by_seat is not None:
        said["your job"] = placement.by_seat
    ranks = {name: rank_of(tier) for name, tier in said.items()}
    if len(set(ranks.values())) == 1:
        return ""
    here = rank_of(current)
    agree = [name for name, rank in ranks.items() if rank == here]
    if not agree:
        most = spoken(ABOVE_SKILLS)
        return f"Nobody is placed more than {most} tiers above their answers, so those decide."
    if len(agree) > 1:
        return f"{capital(listed(agree))} agree, so that counts."
    if placement.by_seat is None:
        return f"The lower of the two counts: {agree[0]}."
    return f"The middle one of the three counts: {agree[0]}."


def reasons_sentence(assessment: Assessment) -> str:
    """Return what the readings say and which one counted, and what the next tier waits for, in short."""
    placement = assessment.placement
    first = assessment.ladder.tiers[0].short
    below = "too little to say" if placement.state == "too-little-rated" else f"not yet {first}"
    said = some(
        f"your answers say {name_of(placement.by_skills, below)}",
        f"your years {name_of(placement.by_years, f'not yet {first}')}",
        placement.by_seat and f"your job {placement.by_seat.short}",
    )
    return " ".join(
        some(capital(f"{listed(said)}."), counted_sentence(assessment), waits_sentence(assessment))
    )


def waits_sentence(assessment: Assessment) -> str:
    """Return what the next tier waits for; empty at the top."""
    tier = assessment.ahead
    if tier is None:
        return ""
    waits = list(_waits(assessment, tier))
    if not waits:
        return f"Nothing is missing for {tier.short} but the job itself."
    return f"{tier.short} waits for {listed(waits)}."


def next_aside(assessment: Assessment) -> str:
    """Return what the next tier waits for, in a few words: ``2 must-haves, 0.5 more years of leading``."""
    return ", ".join(_waits(assessment, assessment.ahead)) if assessment.ahead else ""


def _waits(assessment: Assessment, tier: Tier) -> Iterator[str]:
    standing, profile = assessment.standing(tier), assessment.profile
    musts = len(standing.gates_left)
    if musts:
        yield count(musts, "must-have")
    if standing.fit < assessment.ladder.pass_fit:
        yield f"{percent_asked(assessment.ladder.pass_fit)} of the job covered"
    elif not (standing.fit_met or musts):
        yield "more ratings"
    support = tier.support_years.floor - profile.full_support_years
    leading = tier.leading_years.floor - leading_toward(tier, profile)
    if tier is assessment.ladder.first_leading and not leads_now(profile, assessment.placement.by_seat):
        leading = 0.0  # one is appointed without
    for missing, of in ((support, "in support"), (leading, "of leading")):
        if missing > 0:
            yield f"{_time(missing)} {of}"


def _time(years: float) -> str:
    """Return missing years, in months below one; rounded up, so that what is shown is enough."""
    if years < 1:
        months = math.ceil(round(years * _MONTHS, 6))
        return count(months, "more month") if months < _MONTHS else "1 more year"
    return count(tenths_up(years), "more year")


# -- what I bring ------------------------------------------------------------------------------------------


def brings_sentence(assessment: Assessment) -> str:
    """Return what somebody brings, years and skills; empty where there is neither."""
    profile = assessment.profile
    support, *others = (
        tenths_down(years)
        for years in (profile.support_years, profile.leading_years, profile.leading_elsewhere_years)
    )
    said = [f"{support} {'year' if support == '1' else 'years'} in support"] if support != "0" else []
    for years, what in zip(others, ("leading", "leading people elsewhere"), strict=True):
        if years != "0":
            said.append(f"{years} {'of' if said else 'year of' if years == '1' else 'years of'} {what}")
    skills = _skills_brought(assessment, _NAMED)
    return f"You bring {listed(some(*said, skills))}." if said or skills else ""


def strengths_sentence(assessment: Assessment) -> str:
    """Return what somebody brings for the next tier, at the top for that; empty where nothing is rated."""
    skills = _skills_brought(assessment, _STRONGEST)
    return f"You bring {skills}." if skills else ""


def _skills_brought(assessment: Assessment, named: int) -> str:
    """Return the skills that are where the next tier wants them, so many by name; else the best there are."""
    tier, profile = assessment.ahead or assessment.ladder.top, assessment.profile
    ratings = profile.skills
    gates = {skill for gate in tier.gates for skill in gate.skills}
    asks = [ask for ask in tier.asks if ask.skill not in profile.not_applicable]
    met = [ask for ask in asks if ratings.get(ask.skill, 0) >= ask.level]
    met.sort(key=lambda ask: (ask.skill not in gates, -ask.weight, -ratings[ask.skill]))
    skills = [ask.skill for ask in met]
    if not met:
        skills = sorted(
            (skill for skill, level in ratings.items() if level > 1), key=lambda s: (-ratings[s], s)
        )
    names = [inside(assessment.skills[skill].name) for skill in skills[:named]]
    if not met:
        rest = len(skills) - len(names)
        return _set_apart(some(*names, rest and f"{spoken(rest)} more")) if names else ""
    level = f"at the level that {tier.short} asks"
    if len(met) <= named:
        return f"{_set_apart(names)} {level}"
    amount = "all " if len(met) == len(asks) else ""
    return f"{amount}{len(met)} skills {level}, among them {_set_apart(names)}"


def _set_apart(names: list[str]) -> str:
    """Return names in a list in which one that has an "and" of its own can still be told."""
    if names[1:] and any(" and " in name for name in names):
        return f"{', '.join(names[:-1])}, and {names[-1]}"
    return listed(names)


# -- what else there is to know ----------------------------------------------------------------------------


def title_sentence(assessment: Assessment) -> str:
    """Return what the person's title says where it differs, kindly and plainly; empty where it agrees."""
    placement = assessment.placement
    stated, current, title = placement.stated, placement.current, placement.title
    if title is None or placement.state == "too-little-rated":
        return f"About your title: {title.note}" if title and title.note else ""
    if stated is None:
        return f"About your title: {title.note}" if title.note else ""
    if rank_of(stated) > rank_of(current):
        return f"Your title says {stated.short}; {_unconfirmed(assessment, stated)}"
    if rank_of(stated) < rank_of(current):
        return f"Your title says {stated.short}; by answers and years you are past it."
    return ""


def _unconfirmed(assessment: Assessment, stated: Tier) -> str:
    """Return what does not confirm a tier that a title names, and what to check."""
    standing, placement = assessment.standing(stated), assessment.placement
    entries = standing.gates_left
    if rank_of(placement.by_skills) >= stated.rank or not entries:
        return (
            "your years do not confirm it yet."
            if not standing.floor_reached
            else "the rest does not confirm it yet."
        )
    names = must_names(entries[:_NAMED], assessment.skills)
    which = "this one" if len(entries) == 1 else "these two" if len(entries) == _NAMED else "these two first"
    return f"your answers do not confirm it yet. Check {which}: {names}."


def goal_sentence(assessment: Assessment) -> str:
    """Return that the goal of a profile is reached, if it is; else nothing."""
    goal, placement = assessment.goal, assessment.placement
    if goal is None or not assessment.profile.goal or goal.rank > rank_of(placement.current):
        return ""
    if goal.rank > rank_of(placement.confirmed):
        return f"That is your goal already; what is left is to confirm {goal.short}."
    following = assessment.next
    after = f" The next tier is {following.short}." if following else ""
    return f"You have reached your goal, {goal.short}.{after}"


def certainty_sentence(assessment: Assessment) -> str:
    """Return whether unrated skills could change the tier; empty where nothing is unrated."""
    placement = assessment.placement
    left = len(unrated(assessment.ladder, assessment.profile))
    if not left or placement.current is None:
        return ""
    rated = f"{count(left, 'skill')} {'is' if left == 1 else 'are'} not rated"
    if placement.certain:
        return f"{rated}; {'it cannot' if left == 1 else 'none of them can'} change the tier."
    if placement.settled:
        return f"{rated}; they change the tier only if they differ much from the rest of your answers."
    return f"{rated} and estimated from the rest of your answers."


def years_sentence(assessment: Assessment) -> str:
    """Return how years at part time and of leading elsewhere count; empty where there are none."""
    profile, first = assessment.profile, assessment.ladder.first_leading
    elsewhere = first.leading_elsewhere if first and profile.leading_elsewhere_years else 0.0
    return counted_years(profile.part_time_share, elsewhere)


def notes(assessment: Assessment) -> tuple[str, ...]:
    """Return everything else that there is to know, a sentence each, the most telling first."""
    sentences = (title_sentence, goal_sentence, years_sentence, certainty_sentence)
    return tuple(some(*(sentence(assessment) for sentence in sentences)))
