"""How a skill is raised by a level, in words and hours that suit what somebody does now."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from careercli.domain.values import EMPTY, Value

StepKind = Literal["practice", "course", "certification", "mentoring", "project"]
Seat = Literal["none", "adjacent", "agent", "lead", "manager", "head"]
"""What somebody does now: no support job, a job beside the ladder, or a seat on it."""

LadderSeat = Literal["agent", "lead", "manager", "head"]
"""The seats that a tier can be."""

NeededSeat = Literal["none", "agent", "lead", "manager", "head"]
"""The seat that a step takes as told to somebody, where "none" is that it takes none."""


class Hours(Value):
    """An effort in hours, as a range; ``min`` is above 0 and at most ``max``."""

    min: Annotated[float, Meta(gt=0, le=500, description="hours above 0 and up to 500")]
    max: Annotated[float, Meta(gt=0, le=500, description="hours above 0 and up to 500")]

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.min > self.max:
            raise ValueError("min must not be above max")

    @property
    def mean(self) -> float:
        """The middle of the range."""
        return (self.min + self.max) / 2


class StepVariant(Value):
    """What is different about a step for one seat, beside its action; None where the step's own holds."""

    title: str | None = None
    proof: str | None = None
    hours: Hours | None = None
    weeks: float | None = None
    needs_seat: NeededSeat | None = None


_NOTHING_ELSE = StepVariant()

_HIGHEST = 4
_WITHOUT_A_SAY: frozenset[Seat] = frozenset({"none", "adjacent", "agent"})


class GrowthStep(Value):
    """How a skill is raised to level ``to``: what to do, how long it takes and what proves it.

    ``weeks`` is how long one waits for the result after the hours of work. ``needs_seat`` is the seat without
    which it cannot be done but by standing in for somebody. ``in_seats`` has the action in other words for
    those whom ``action`` does not suit, by their seat, and ``variants`` what else is different for them.
    ``part`` is whether it is a :class:`StepPart`.
    """

    part: ClassVar[bool] = False

    to: int
    title: str
    action: str
    kind: StepKind
    hours: Hours
    proof: str
    source: str
    weeks: float = 0.0
    needs_seat: LadderSeat | None = None
    in_seats: dict[Seat, str] = EMPTY
    variants: dict[Seat, StepVariant] = EMPTY

    @property
    def titles(self) -> tuple[str, ...]:
        """What it is called, by anybody."""
        own = (variant.title for variant in self.variants.values() if variant.title)
        return tuple(dict.fromkeys((self.title, *own)))

    def for_seat(self, seat: Seat) -> "GrowthStep":
        """Return the step as somebody in a seat is told it.

        What is said to a lead is said to those who lead higher up, too, unless something is said to them.
        """
        if not self.in_seats and not self.variants:
            return self
        said = self.in_seats.keys() | self.variants.keys()
        to = "lead" if seat in {"manager", "head"} and seat not in said else seat
        own = self.variants.get(to, _NOTHING_ELSE)
        needed = own.needs_seat or self.needs_seat
        return (StepPart if self._is_part(seat, own.hours) else GrowthStep)(
            to=self.to,
            title=own.title or self.title,
            action=self.in_seats.get(to, self.action),
            kind=self.kind,
            hours=own.hours or self.hours,
            proof=own.proof or self.proof,
            source=self.source,
            weeks=self.weeks if own.weeks is None else own.weeks,
            needs_seat=None if needed == "none" else needed,
        )

    def _is_part(self, seat: Seat, hours: Hours | None) -> bool:
        """Return whether somebody without a say over others' work is told less than the whole step."""
        if hours is None or self.to != _HIGHEST or seat not in _WITHOUT_A_SAY:
            return False
        return hours.mean < self.hours.mean


class StepPart(GrowthStep):
    """What can be done of a step to the highest level without the job in which all of it is done.

    It is a way toward that level, which one has reached when one does what the level says.
    """

    part: ClassVar[bool] = True
