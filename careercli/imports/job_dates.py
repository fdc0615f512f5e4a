"""When the jobs of a résumé were: as their dates say, and where these leave it open, as the person says."""

from collections.abc import Sequence
from typing import NamedTuple

from careercli.domain.experience import DoubtChoice, DoubtKind, Position
from careercli.domain.months import Moment, MonthSpan, month_text, stretch_of
from careercli.imports.date_ranges import span_of, span_to
from careercli.imports.doubts import Doubting
from careercli.text.experience import job_name

_ORDERS = (
    DoubtChoice("month-first", "The month comes first, as in the United States."),
    DoubtChoice("day-first", "The day comes first, as nearly everywhere else."),
)


class JobTime(NamedTuple):
    """The months of a job, null where its dates do not say, whether it goes on, and what is wrong."""

    stretch: MonthSpan | None
    wrong: str = ""
    current: bool = False


class JobDates:
    """Tells when jobs were, up to the month ``now``; what is open is asked of ``doubting``."""

    def __init__(self, doubting: Doubting, now: int, positions: Sequence[Position]) -> None:
        self.doubting = doubting
        self.now = now
        self.positions = tuple(self._in_one_order(positions))

    def _in_one_order(self, positions: Sequence[Position]) -> Sequence[Position]:
        """Return jobs whose dates have one month each, where the file leaves the order of day and month open.

        Nothing is asked where either order comes to the same months, or one of them to jobs that cannot be.
        """
        turned = [_turned(position) for position in positions]
        told, other = ([self.of(position) for position in each] for each in (positions, turned))
        faults, other_faults = (sum(bool(time.wrong) for time in times) for times in (told, other))
        if faults != other_faults:  # in one of the orders jobs end before they begin
            return positions if faults < other_faults else turned
        months, other_months = (
            [time.stretch.months if time.stretch else 0 for time in times] for times in (told, other)
        )
        if months == other_months:
            return positions
        place = next(job.place for job, at in zip(positions, turned, strict=True) if job != at)
        text = "Its dates can be read with the month or with the day first, and no date in it tells which."
        default = "month-first" if sum(months) <= sum(other_months) else "day-first"
        about = f"The order of day and month in {place.file}"
        answer = self.doubting.settle("day-order", about, text, place, _ORDERS, default)
        return positions if answer == "month-first" else turned

    def of(self, position: Position) -> JobTime:
        """Return when a job was, by its dates alone; of one whose end cannot be read, its first month."""
        if position.start is None:
            if position.wrong:
                return JobTime(None, f"Its dates do not say when it was: {position.wrong}")
            none = "It has no start, so its years cannot be counted"
            return JobTime(None, none, current=position.end is None)
        stretch, current = stretch_of(position.start, position.end, self.now)
        if stretch.first > self.now:
            return JobTime(None, f"It starts in {month_text(stretch.first)}, which is still to come")
        if position.wrong:
            first_month = MonthSpan(stretch.first, stretch.first)
            return JobTime(first_month, f"When it ended is not said: {position.wrong}")
        if stretch.last < stretch.first:
            return JobTime(None, "It ends before it starts")
        return JobTime(stretch, current=current)

    def asked(self, position: Position, time: JobTime) -> JobTime:
        """Return when a job was whose dates are wrong: as the person says, else as far as they tell."""
        kind: DoubtKind = "end" if time.stretch else "dates"
        answer = self.doubting.settle(kind, job_name(position), f"{time.wrong}.", position.place, (), "")
        try:
            stretch = answered(answer, position.start if time.stretch else None, self.now) if answer else None
        except ValueError:
            stretch = None
        stretch = stretch or time.stretch
        return JobTime(stretch, time.wrong, current=stretch is not None and stretch.last >= self.now)


def answered(text: str, start: Moment | None, now: int) -> MonthSpan:
    """Return the months that were typed: both ends, or where the start is known the end alone.

    Raises:
        ValueError: they are no dates, or run backwards; says what to type.

    """
    if start is None:
        return span_of(text, now)
    try:
        return span_of(text, now)
    except ValueError:
        return span_to(start, text, now)


def _turned(position: Position) -> Position:
    """Return a job with the other month wherever a date may be two."""
    ends = [
        moment.but(month=moment.other) if moment and moment.other else moment
        for moment in (position.start, position.end)
    ]
    return position.but(start=ends[0], end=ends[1])


def roughly(position: Position) -> str:
    """Return what to say of dates that are less than a month, or nothing."""
    moments = [moment for moment in (position.start, position.end) if moment]
    said = ""
    if not all(moment.month for moment in moments):
        said = " Where only the year is given, its middle is taken."
    if any(moment.about for moment in moments):
        said += " Of a season or quarter its middle is taken; seasons are those of the north."
    return said
