"""Pay on a tier in words: what the guide estimates, and what the tier is to the person."""

from __future__ import annotations

from careercli.domain.market import PayOn, Stake
from careercli.text.amounts import short_value_of, value_of

_STAKES: dict[Stake, str] = {"here": "you are here", "next": "next", "goal": "your goal"}


def stake_words(on: PayOn) -> str:
    """Return what a tier is to the person: ``next, your goal``."""
    return ", ".join(_STAKES[stake] for stake in on.stakes)


def estimate_words(on: PayOn) -> str:
    """Return the guide's estimate; dollars a year without their unit."""
    if on.dollars:
        return short_value_of(on.dollars)
    return value_of(on.pay.estimate) if on.pay.estimate else "none given"
