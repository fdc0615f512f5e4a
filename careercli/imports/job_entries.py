"""Jobs in the lines of a résumé: where each begins, what its head says, and the lines that tell of it.

A job is found by its dates; the lines around them are its head, and what follows until the next head tells of
it. How many lines of a head stand above its dates and how many below is much the same throughout a résumé: so
every layout is tried on all jobs at once, and the one under which most heads hold a title and an employer is
taken, unless a single job reads far better in another.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from careercli.imports.date_ranges import LineDates
from careercli.imports.dates import DayOrder
from careercli.imports.job_head import NO_ORDER, HeadReader, HeadReading, Order, Usual, is_aside
from careercli.imports.job_lines import NO_DATES, Item, items_of, with_dates_above
from careercli.imports.job_words import CERTAIN, LIKELY, employer_strength, is_length, is_own_boss
from careercli.reading.lines import Line

_LAYOUTS = tuple((above, below) for above in range(4) for below in range(4) if above + below < 4)
"""How many lines of a head stand above and below its dates."""

_USUAL = 1.0
"""How much better a job must read in a layout that is not the usual one."""

_ORDER, _WEAK_ORDER = 2.2, 0.4
"""How much the usual order of title and employer weighs where nearly all heads have it, and where most do."""

_BLANK_COST = 0.6
_LEFT_COST = 0.7


class Entry(NamedTuple):
    """A job as found: its title and employer, its dates if it has any, its first line, what tells of it."""

    title: str
    employer: str
    dates: LineDates | None
    line: Line
    body: list[Line]


class _Window(NamedTuple):
    """The lines of a head: the first, that with the dates, the one after the last."""

    first: int
    at: int
    stop: int
    reading: HeadReading
    score: float


class JobLines:
    """The jobs of some lines, and those lines that belong to none: above the first, or dates alone."""

    def __init__(self, lines: Sequence[Line], heads: HeadReader, order: DayOrder | None) -> None:
        self.heads = heads
        self.items = with_dates_above(list(items_of(lines, heads, order)), heads)
        self.asides = {i for i, item in enumerate(self.items) if _is_fact(item)}
        self.groups: dict[int, str] = {}
        self.others: set[int] = set()
        self.first_group = 0
        self.anchors = self._anchors()
        self._find_groups()
        self.usual = NO_ORDER
        self.windows: list[_Window] = []
        self.nameless: list[Line] = []
        if self.anchors:
            self._lay_out()
        self.windows = self._with_undated()

    def entries(self) -> tuple[list[Entry], list[Line]]:
        """Return the jobs in their order, and the lines that belong to none."""
        entries: list[Entry] = []
        employer = ""
        starts = sorted([*(window.first for window in self.windows), *self.groups, len(self.items)])
        groups = sorted(self.groups, reverse=True)
        for window in self.windows:
            while groups and groups[-1] < window.first:
                employer = self.groups[groups.pop()]
            reading = window.reading
            head = self.items[window.first : window.stop]
            alone = sum(bool(item.text) and not is_aside(item.text) for item in head) <= 1
            employer = reading.employer or (employer if alone or self.first_group < window.first else "")
            end = starts[bisect_right(starts, window.first)]
            dates = self.items[window.at].dates
            body = [item.line for item in self.items[window.stop : max(end, window.stop)]]
            entries.append(Entry(reading.title, employer, dates, self.items[window.first].line, body))
        before = [item.line for item in self.items[: starts[0]] if not item.blank]
        return entries, before + [line for line in self.nameless if line not in before]

    def _anchors(self) -> list[int]:
        """Return where dates stand that may be those of a job."""
        dated = [index for index, item in enumerate(self.items) if item.dates and item.headish]
        plain_ones = [index for index in dated if self.items[index].line.mark != "bullet"]
        ranges = [i for i in plain_ones if not (self.items[i].dates or NO_DATES).single]
        if ranges:
            plain_ones = [index for index in plain_ones if index in ranges or self._single_counts(index)]
        return plain_ones or dated

    def _single_counts(self, index: int) -> bool:
        """Return whether one date is that of a job where others have ranges: only beside a title."""
        return self.heads.best_title(self.items[index].text) >= CERTAIN

    def _find_groups(self) -> None:
        """Set aside employers above several jobs, with the dates of all of them or how long it was."""
        for index, item in enumerate(self.items):
            if is_length(item.line.text):
                above = index - 1
                if above >= 0 and self.items[above].headish and self.items[above].text:
                    self.groups[above] = self._employer(above)
        for at, index in enumerate(self.anchors):
            text = self.items[index].text
            if text and self.heads.best_title(text) < LIKELY and self._jobs_below(index, at):
                self.groups[index] = self._employer(index)
        self.anchors = [index for index in self.anchors if index not in self.groups]
        self.others = set(self.anchors) | self.groups.keys()
        self.first_group = min(self.groups, default=len(self.items))

    def _employer(self, index: int) -> str:
        reading = self.heads.read([self.items[index].text])
        return reading.employer or reading.title

    def _jobs_below(self, index: int, at: int) -> bool:
        """Return whether the dates of a line are those of jobs below it."""
        following = self.anchors[at + 1 : at + 2]
        if not following:
            return False
        below = following[0]
        between = [item for item in self.items[index + 1 : below] if not item.blank]
        own = self.heads.best_title(self.items[below].text) >= LIKELY
        bare = not self.items[below].text and between and self.heads.best_title(between[-1].text) >= LIKELY
        if not (own or bare) or len(between) > (2 if own else 3):
            return False
        if any(self.heads.best_title(item.text) >= LIKELY for item in between[: None if own else -1]):
            return False
        return _within(self.items[below].dates, self.items[index].dates)

    def _lay_out(self) -> None:
        """Choose the usual layout, then the window of each job, then what usually comes first in it."""
        usual = max(_LAYOUTS, key=lambda layout: (self._worth(self._windows(layout)), -sum(layout)))
        self.windows = self._windows(usual)
        self.usual = self._order()
        taken = {at: window for window in self._windows(usual) for at in range(window.first, window.stop)}
        chosen: list[_Window] = []
        for window in self._windows(usual):
            chosen.append(self._best(window, taken, chosen[-1].stop if chosen else 0))
        named = [bool(window.reading.title or window.reading.employer) for window in chosen]
        self.windows = [window for window, known in zip(chosen, named, strict=True) if known]
        self.nameless = [self.items[w.at].line for w, known in zip(chosen, named, strict=True) if not known]

    def _order(self) -> Usual:
        """Return what comes first in the heads that are plain to read."""
        firsts = [window.reading.first for window in self.windows if window.reading.sure]
        orders: tuple[Order, Order] = ("title", "employer")
        first = max(orders, key=firsts.count)
        times, others = firsts.count(first), sum(map(bool, firsts)) - firsts.count(first)
        if not times:
            return NO_ORDER
        beside = [window.reading.together for window in self.windows if window.reading.first]
        most = sum(beside) * 2 > len(beside)
        together = most if beside.count(most) > 2 * beside.count(not most) else None
        return Usual(first, _ORDER if times > max(1, 3 * others) else _WEAK_ORDER, together)

    def _best(self, window: _Window, taken: dict[int, _Window], free: int) -> _Window:
        """Return the best window of a job that leaves the others theirs."""
        best = window._replace(score=window.score + _USUAL)
        for above, below in _LAYOUTS:
            other = self._window(window.at, above, below, free)
            lines = range(other.first, other.stop)
            if all(taken.get(at, window) == window for at in lines) and other.score > best.score:
                best = other
        return best

    def _windows(self, layout: tuple[int, int]) -> list[_Window]:
        out: list[_Window] = []
        for at, after in zip_longest(self.anchors, self.anchors[1:]):
            stop = len(self.items) if after is None else self._head_above(after, layout[0])
            out.append(self._window(at, *layout, out[-1].stop if out else 0, stop))
        return out

    def _head_above(self, at: int, above: int) -> int:
        """Return where the head begins whose dates are on a line, if a gap parts it from what is above it."""
        first = at
        while (
            first
            and at - first < above
            and self.items[first - 1].may_stand_in_head
            and self.items[first - 1].text
        ):
            first -= 1
        return first if first and self.items[first - 1].blank else at

    def _worth(self, windows: list[_Window]) -> float:
        """Return how well heads read under a layout, less what looks like a head and belongs to none."""
        inside = {at for window in windows for at in range(window.first, window.stop)} | self.groups.keys()
        left = [
            index
            for index, item in enumerate(self.items)
            if index not in inside and item.headish and item.text and item.line.mark != "bullet"
            and (self.heads.best_title(item.text) >= LIKELY or employer_strength(item.text))
        ]  # fmt: skip
        return sum(window.score for window in windows) - _LEFT_COST * len(left)

    def _window(self, at: int, above: int, below: int, free: int, end: int | None = None) -> _Window:
        """Return the head with so many lines above and below its dates, as far as there are until ``end``."""
        end = len(self.items) if end is None else end
        rows = [at]
        blanks = 0
        others = self.others
        for step, wanted in ((-1, above), (1, below)):
            index, crossed, got = at + step, 0, 0
            while got < wanted and free <= index < end:
                item = self.items[index]
                if index in self.asides and not is_length(item.line.text):
                    index += step
                    continue
                if item.blank and not crossed and not is_length(item.line.text):
                    crossed = 1
                elif item.blank or not item.may_stand_in_head or index in others or is_length(item.text):
                    break
                else:
                    rows.append(index)
                    blanks += crossed
                    crossed, got = 0, got + 1
                index += step
        rows.sort()
        texts = [text for row in rows if (text := self.items[row].text)]
        grouped = self.first_group < at
        reading = self.heads.read(texts, inherits=grouped, order=self.usual)
        stop = rows[-1] + 1
        while stop < end and stop not in others and is_aside(self.items[stop].line.text):
            stop += 1
        return _Window(rows[0], at, stop, reading, reading.score - blanks * _BLANK_COST)

    def _with_undated(self) -> list[_Window]:
        """Return the windows with those of jobs that have no dates, in the order of their lines."""
        inside = {
            at for window in self.windows for at in range(window.first, window.stop)
        } | self.groups.keys()
        out = list(self.windows)
        index = 0
        while index < len(self.items):
            window = None if index in inside else self._undated(index, inside)
            if window:
                out.append(window)
                inside |= set(range(window.first, window.stop))
                index = window.stop
            else:
                index += 1
        return sorted(out, key=lambda window: window.first)

    def _undated(self, index: int, inside: set[int]) -> _Window | None:
        """Return the head of a job without dates that begins at a line, where there is surely one."""
        item = self.items[index]
        before = self.items[index - 1] if index else None
        if not item.headish or item.blank or item.line.mark == "bullet" or item.dates:
            return None
        if before and not (
            before.blank or before.line.mark == "bullet" or index - 1 in inside or item.line.mark == "heading"
        ):
            return None
        rows = [index]
        for below in (index + 1, index + 2):
            if below >= len(self.items) or below in inside:
                break
            other = self.items[below]
            if other.blank or not other.headish or other.line.mark == "bullet" or other.dates:
                break
            rows.append(below)
        for amount in range(len(rows), 0, -1):
            texts = [self.items[row].text for row in rows[:amount]]
            reading = self.heads.read(texts, order=self.usual)
            if reading.sure and self._is_sure(texts, reading):
                return _Window(index, index, index + amount, reading, reading.score)
        return None

    def _is_sure(self, texts: list[str], reading: HeadReading) -> bool:
        """Return whether lines without dates are a head: a title with an employer, plain to see."""
        if not reading.employer or self.heads.title(reading.title) < CERTAIN:
            return False
        return (
            len(texts) > 1
            or "," not in texts[0]
            or employer_strength(reading.employer) > 0
            or not self.anchors
        )


def _is_fact(item: Item) -> bool:
    """Return whether a line tells of a job what is neither its title nor its employer: hours, pay, place."""
    text = item.line.text
    return item.line.mark == "text" and not item.dates and is_aside(text) and not is_own_boss(text)


def _within(inner: LineDates | None, outer: LineDates | None) -> bool:
    """Return whether dates lie within others, as far as they say."""
    if not inner or not outer or not inner.start or not outer.start or outer.single:
        return False
    if inner.start.year < outer.start.year:
        return False
    return outer.end is None or (inner.end is not None and inner.end.year <= outer.end.year)
