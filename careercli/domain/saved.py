"""A saved profile among others: what there is to say of it without reading all of it."""

from __future__ import annotations

from datetime import date

from careercli.domain.model import Profile, Tier
from careercli.domain.values import Value
from careercli.errors import Problem


class Saved(Value, kw_only=True):
    """A saved profile.

    Attributes:
        name: what it is saved under.
        default: whether it is used where no PROFILE is given.
        file: where it is kept.
        changed: the day on which the file was last changed; None where that is not known.
        profile: what it holds; None where it is broken.
        fault: what is wrong where it is broken, in a sentence.
        problems: each problem with its place, where it is broken.
        tier: where the person stands.
        draft: whether an interview about it was broken off.

    """

    name: str
    default: bool
    file: str
    changed: date | None
    profile: Profile | None = None
    fault: str = ""
    problems: tuple[Problem, ...] = ()
    tier: Tier | None = None
    draft: bool = False


class Remembered(Value):
    """How much is remembered of a saved profile: records, steps done, the day of the last assessment."""

    records: int = 0
    steps: int = 0
    last: date | None = None
