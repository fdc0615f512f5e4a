"""Advertisements in few words, and random ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from careercli.domain.advertisement import (
    Advertisement,
    Alternative,
    AskedSkill,
    AskedTool,
    AskedYears,
    Condition,
    ConditionKind,
    Demand,
    Quote,
)
from careercli.domain.model import Tier
from tests.domain.ladders import Case, one_of, whole

DEMANDS: tuple[Demand, ...] = ("required", "preferred", "implied")
KINDS: tuple[ConditionKind, ...] = ("nights", "language", "licence", "right-to-work", "education", "other")


ALL_THREE: tuple[Alternative, ...] = ("support_years", "leading_years", "education")


def quote(words: str = "words", line: int = 1) -> Quote:
    """Return words of an advertisement."""
    return Quote(words, line)


def asked(
    skill: str, demand: Demand = "required", words: str = "", line: int = 1, level: int | None = None
) -> AskedSkill:
    """Return a skill that is asked for, in words that say its name unless told otherwise."""
    return AskedSkill(skill, demand, quote(words or skill, line), level)


def years(least: float, demand: Demand = "required", **more: Any) -> AskedYears:
    """Return years that are asked for."""
    return AskedYears(least, demand, quote(f"{least:g} years"), **more)


def line(words: str, demand: Demand = "required") -> Condition:
    """Return a line that could not be read, as a question whose id is its words."""
    return Condition(words, "other", demand, quote(words))


def condition(kind: ConditionKind, demand: Demand = "required", about: str = "") -> Condition:
    """Return a condition whose id is its kind."""
    return Condition(kind, kind, demand, quote(f"{kind} {about}".strip()), about)


def tool(name: str, demand: Demand = "required") -> AskedTool:
    """Return a tool that is named."""
    return AskedTool(name, demand, quote(name))


def ad(tier: Tier | None = None, *skills: AskedSkill, **more: Any) -> Advertisement:
    """Return an advertisement on the ladder, or beside it where it has no tier."""
    given: dict[str, Any] = {
        "name": "ad.txt",
        "title": tier.title if tier else "Quality Analyst",
        "employer": None,
        "line_of_work": "ladder" if tier else "beside",
        "stated": tier,
    }
    return Advertisement(tier=tier, skills=skills, **(given | more))


@st.composite
def advertisements(draw: DrawFn, case: Case) -> Advertisement:
    """Draw an advertisement for the ladder of a case: any tier or none, any skills, years and conditions."""
    names = [skill.id for skill in case.catalog.skills if draw(st.booleans())]
    tier = one_of(draw, (*case.ladder.tiers, None))
    amounts = (0.0, 0.5, 1.0, 2.0, 3.0, 8.0)

    def asked_years() -> AskedYears | None:
        if not draw(st.booleans()):
            return None
        or_else = one_of(draw, ("", "a degree"))
        return years(one_of(draw, amounts), one_of(draw, DEMANDS), or_else=or_else)

    return ad(
        tier,
        *(
            asked(name, one_of(draw, DEMANDS), line=draw(whole(1, 5)), level=one_of(draw, (None, 1, 2, 3)))
            for name in names
        ),
        line_of_work=one_of(draw, ("ladder" if tier else "beside", "unclear")),
        support_years=asked_years(),
        leading_years=asked_years(),
        either=one_of(
            draw, ((), ("support_years", "leading_years"), ("education", "support_years"), ALL_THREE)
        ),
        conditions=(
            *(condition(kind, one_of(draw, DEMANDS)) for kind in KINDS if draw(st.booleans())),
            *(line(f"line {number}", one_of(draw, DEMANDS)) for number in range(draw(whole(0, 3)))),
        ),
    )


@st.composite
def answers(draw: DrawFn, of: Advertisement) -> dict[str, bool]:
    """Draw answers to some of the conditions."""
    given = {each.id: one_of(draw, (True, False, None)) for each in of.conditions}
    return {name: answer for name, answer in given.items() if answer is not None}
