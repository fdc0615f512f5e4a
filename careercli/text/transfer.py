"""A change of work in words: what carries over, which years count, how alike two occupations are."""

from __future__ import annotations

from careercli.domain.model import LEVEL_NAMES, Ladder
from careercli.domain.placement import LED_ELSEWHERE
from careercli.domain.transfer import Crossing, Reach, Suggestion
from careercli.domain.work import Transfer, Way
from careercli.text.phrases import inside, listed, percent, spoken

ASKED = "A suggestion is a question. Nothing here is taken as yours until you say so yourself."
FROM_OUTSIDE = "From other work it stops at level 2: what lies above is learned in support itself."
JUDGED = (
    "The texts, the skills and the levels are the judgement of whoever wrote this role data. The likeness is "
    "reckoned from O*NET, and pay is measured by a survey."
)
NO_PAY = "The statistics have no occupation of its own for it, and the pay of another job would mislead you."
ABROAD = (
    "You said that you live outside the United States. The survey is about pay there, so its numbers are "
    "left out on both sides. Your own country's statistics office or employment service knows best, and so "
    "do the ads near you that name a figure."
)
SEVERAL = (
    "Tips and commission are in these figures; bonus, overtime and benefits are not. People who work part "
    "time are counted as if they worked the whole year."
)
_HALF = 0.5
_MOST = 3

WAYS: dict[Way, str] = {"in": "Into support, from", "out": "Out of support, to"}


def title(transfer: Transfer) -> str:
    """Return what a page is called: ``From waiting tables to support``."""
    name = inside(transfer.name)
    return f"From {name} to support" if transfer.way == "in" else f"From support to {name}"


def question(suggestion: Suggestion) -> str:
    """Return a suggestion as what is asked: the text of its level."""
    level = suggestion.carried.level
    return (
        f'Have you done this? "{suggestion.asks}" ({suggestion.title}, level {level}, {LEVEL_NAMES[level]})'
    )


def answered(suggestion: Suggestion, *, known: bool) -> str:
    """Return what a person has said of it already; "" where nobody is asked about, which ``known`` says."""
    if not known:
        return ""
    if suggestion.excused:
        return "You marked it as not applicable."
    if suggestion.have is None:
        return "You have not rated it yet."
    said = f"You rated it {suggestion.have}, {LEVEL_NAMES[suggestion.have]}"
    if suggestion.have > suggestion.carried.level:
        return f"{said}: more than this."
    return f"{said}." if suggestion.have == suggestion.carried.level else f"{said}: is this line true of you?"


def years_rule(ladder: Ladder, way: Way) -> str:
    """Return which years count toward a tier, for who comes from outside."""
    if way == "out":
        return ""
    said = ["Years count as support years in any seat whose work is to help customers."]
    first, second = next((tier for tier in ladder.tiers if tier.leading_elsewhere), None), ladder.at(2)
    if first is not None:
        part = "half" if first.leading_elsewhere == _HALF else percent(first.leading_elsewhere)
        said.append(f"Years of leading people in other work count {part} toward leading seats.")
        if second is not None:
            years = spoken(int(LED_ELSEWHERE))
            said.append(f"With {years} of them one begins at {second.short} by years: a judgement.")
    said.append("Part-time years count by their share of full time.")
    return " ".join(said)


def part(share: float) -> str:
    """Return a share of the work in whole percent: ``18%``. Parts that are added up are rounded, not cut."""
    return f"{100 * share:.0f}%"


def overlap_words(crossing: Crossing) -> str:
    """Return how much of the work is the same, and what stands out in it."""
    like = crossing.likeness
    if not like.shared:
        return (
            f"{crossing.theirs.title} and {crossing.ours.title} share none in O*NET's words: what is done "
            "differs, and what carries over is in the skills."
        )
    most = "; ".join(each.name for each in like.shared[:_MOST])
    return f"{part(like.overlap)} of the work is the same. Most of it: {most}."


def reach_words(reach: Reach | None, what: str, way: Way) -> str:
    """Return how far skills, or fields of knowledge, reach toward what is important in the other work."""
    if reach is None:
        return f"O*NET has rated no {what} of one of the two occupations, so nothing can be said."
    asking = "support asks" if way == "in" else "this work asks"
    said = f"{part(reach.share)} of the level that {asking} in its {reach.asked} important {what}."
    if not reach.short:
        return f"{said} It asks nothing at a higher level."
    most = listed([f"{each.name} ({each.have:g} of {each.need:g})" for each in reach.short[:_MOST]])
    return f"{said} Most is missing in {most}."
