"""What a tier asks: years on the clocks, levels of skills, and gates."""

from careercli.domain.values import Value


class Clock(Value):
    """The years of a tier on one clock.

    ``floor`` is what employers appoint from; placement uses it. ``usual_min`` is what the guides give,
    carried upward from the tiers below, and ``usual_max`` only typical; None where no guide says anything.
    ``stated_min`` is what the guide says of this very tier.
    """

    floor: float = 0.0
    usual_min: float | None = None
    usual_max: float | None = None
    stated_min: float | None = None
    floor_sources: tuple[str, ...] = ()
    floor_note: str = ""
    usual_source: str | None = None

    @property
    def usual(self) -> float:
        """The usual minimum in years; 0 where no guide says any."""
        return self.usual_min or 0.0

    @property
    def wanted(self) -> float:
        """The later of the floor and the usual years."""
        return max(self.floor, self.usual)


class Requirement(Value):
    """What a tier asks of one skill, as the pack declares it.

    It is carried upward to the tier ``through``, the last that asks it; None is the top of the ladder.
    """

    skill: str
    level: int
    weight: int
    source: str
    note: str = ""
    through: str | None = None


class Ask(Value, array_like=True):
    """What a tier asks of one skill once the tiers below are carried upward."""

    skill: str
    level: int
    weight: int


class Gate(Value, array_like=True):
    """What a candidate must show: the best rated of ``skills`` have at least ``levels``, the highest first.

    One skill with one level is the plain case; any 4 of 7 at working is ``levels`` (2, 2, 2, 2).
    """

    skills: tuple[str, ...]
    levels: tuple[int, ...]
    source: str = ""
    note: str = ""

    @property
    def single(self) -> bool:
        """Whether the gate is about one skill alone."""
        return len(self.skills) == 1
