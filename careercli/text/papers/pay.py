"""The talk about pay: what is known, by whom, and what to say. No American figure for who lives elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.guide import Occupation, Pay, pay_of
from careercli.domain.paper import Hole, Line, Paper
from careercli.domain.states import NOWHERE, STATES
from careercli.text.amounts import money, short_value_of
from careercli.text.match_advice import pay_sentences, pay_words
from careercli.text.papers.brief import Brief, advice, asked, line_of, made, part
from careercli.text.wages import ABROAD, beside_country, year

_PROOFS = 3


def pay_paper(brief: Brief) -> Paper:
    """Return what is known of the pay, what speaks for the person, and a script for the talk."""
    parts = (
        part("known", "What is known", (_elsewhere if _area(brief) == NOWHERE else _known)(brief)),
        part("offer", "What the ad offers", _offer(brief)),
        part("yours", "What speaks for you", _yours(brief)),
        part("number", "Your number", _NUMBER),
        part("script", "What to say", _script(brief)),
        part("no", "If they say no", _NO),
    )
    lead = (
        "Know three numbers before you talk: what is paid, what you would be glad of, and where you would "
        "say no."
    )
    return made("pay", brief, f"Pay: {brief.what_for}", lead + brief.otherwise, parts)


def _area(brief: Brief) -> str | None:
    """Return whose figures are shown: those of the place of an ad, else of where the person lives."""
    return brief.aim.ad.pay_area(brief.state) if brief.aim.ad else brief.state


def _elsewhere(brief: Brief) -> Iterator[Line]:
    if brief.match is None:
        yield advice(ABROAD)
    yield advice(
        "Read ten ads for the same job near you that name pay; write down the lowest, the middle and the "
        "highest.",
        "This week",
    )
    yield advice(
        "People who left for another account or firm, a union or a works council know more than any page.",
        "Ask",
    )


def _known(brief: Brief) -> Iterator[Line]:
    """Yield what the survey and the guide know of the tier's pay, each with its source."""
    found = pay_of(brief.library, brief.tier.role, brief.tier.id)
    yield from _surveyed(found, brief)
    if found.estimate:
        yield advice(
            f"{short_value_of(found.estimate)} a year, an author's estimate: no survey stands behind it.",
            "The guide",
            source=found.estimate.source,
        )
    if not found.estimate and not (found.occupation and found.occupation.wages):
        yield advice(
            "Neither the survey nor the guide names pay for this job. Ask for the band of the opening."
        )
    if _area(brief) is None:
        yield advice(
            "Pay differs by state. Say yours once: careercli config set state TX (none outside the US)."
        )


def _surveyed(found: Pay, brief: Brief) -> Iterator[Line]:
    occupation = found.occupation
    wages = occupation.wages if occupation else None
    if occupation is None or wages is None:
        return
    yield advice(
        f"Half earn between {money(wages.p25)} and {money(wages.p75)} a year, the middle is "
        f"{money(wages.median)}. It "
        f"counts {occupation.title} of every kind and every length of service.",
        "The nearest occupation of the survey, United States",
        source=wages.source,
    )
    if (area := _area(brief)) in STATES:
        yield from _in_state(occupation, area or "", wages.source)
    if moved := year(occupation):
        yield advice(f"{moved} One year is a sign, no proof.", "Since the year before", source=wages.source)


def _in_state(occupation: Occupation, state: str, source: str) -> Iterator[Line]:
    there = occupation.states.get(state)
    if there is None:
        yield advice("The survey publishes nothing for this work there.", STATES[state])
        return
    half = f"Half earn between {money(there.p25)} and {money(there.p75)}."
    yield advice(f"{beside_country(occupation, there)} {half}".strip(), STATES[state], source=source)


def _offer(brief: Brief) -> Iterator[Line]:
    if brief.match is None:
        return
    if brief.match.ad.pay:
        yield Line(text=pay_words(brief.match.ad.pay), origin="quote", label="In the ad")
    yield from (advice(each) for each in list(pay_sentences(brief.match, brief.library, brief.state))[1:])
    if brief.match.ad.pay is None:
        yield advice(
            'It names none. Ask for the band before you name a number: "What is the range for this job?"'
        )


def _yours(brief: Brief) -> Iterator[Line]:
    """Yield the lines with a result, else those with a number: what a talk about pay rests on."""
    strong = [bullet for bullet in brief.proofs if "change" not in bullet.lacks]
    counted = [bullet for bullet in brief.proofs if bullet not in strong and "number" not in bullet.lacks]
    told = (strong or counted)[:_PROOFS]
    yield from (line_of(bullet, brief, named=False) for bullet in told)
    if not told:
        worth = (
            "What did your work save, win or keep, in hours, contacts or money? One thing that can be looked "
            "up."
        )
        yield asked(Hole(id="pay-worth", question=worth))


_NUMBER = (
    asked(
        Hole(
            id="pay-number",
            question="What would you be glad of, and where would you say no? Two numbers, for you alone.",
        )
    ),
    advice(
        "Name a number a little above the one you would be glad of, with a reason, and then be silent.",
        "First",
    ),
    advice(
        "Base pay, bonus, shift pay, hours, days from home, training: move one of the others where base does "
        "not.",
        "All of it",
    ),
)


def _script(brief: Brief) -> Iterator[Line]:
    """Yield what to say, of a raise or of a new job, with the figures that are known."""
    if brief.at_work and brief.aim.ad is None:
        yield advice(
            "Since we last set my pay I have taken on more: say which. I'd like it to be (your number). "
            "What do you need to "
            "decide it?",
            "A raise",
        )
    span = _span(brief)
    yield advice(
        f"For this job I see pay {span}. With what I bring, say the first line above, I'm thinking of (your "
        "number).",
        "A new job",
    )
    yield advice("I'd rather hear the range first, so that we don't miss each other.", "Asked what you earn")
    yield advice(
        "Thank you. That is under what I can say yes to; is there room in pay, or in something else?",
        "Too low",
    )


def _span(brief: Brief) -> str:
    """Return the middle half of what is paid, in the state where it is known; blanks where nothing is."""
    area = _area(brief)
    abroad = area == NOWHERE
    found = None if abroad else pay_of(brief.library, brief.tier.role, brief.tier.id).occupation
    there = found.states.get(area or "") if found else None
    wages = there or (found.wages if found else None)
    if wages is None or wages.p25 is None or wages.p75 is None:
        return "between ... and ... in ads near me"
    where = f" in {STATES[area]}" if there and area else ""
    return f"between {money(wages.p25)} and {money(wages.p75)} a year{where} for half the people"


_NO = (
    advice("What would have to be true for a yes, and when do we look at it again?", "Ask"),
    advice("Write down the answer the same day, and send it back as you understood it.", "Then"),
    advice(
        "A no without a reason and a date is an answer too. Look around quietly before you say anything.",
        "And",
    ),
)
