"""Calendars as every calendar program reads them (iCalendar, RFC 5545): all-day events, weekly ones, alarms.

Times are floating: a session at 18:00 is at 18:00 wherever the person is. Everything comes from what is
given, so the same events are the same bytes; ``uid`` says which event is which, so importing again updates
it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal

from careercli.domain.values import Value
from careercli.formats.text import clean

Weekday = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

WEEKDAYS: tuple[Weekday, ...] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of the week as calendars write them, in the order of ``date.weekday``."""

EPOCH = date(1970, 1, 1)

_LONGEST_LINE = 75
"""Octets of a line without its end: RFC 5545, 3.1."""


class Alarm(Value):
    """What reminds of an event: a text, and when, so long after the beginning of it.

    ``at_end`` counts from its end instead, and a time below 0 is one before.
    """

    text: str
    after: timedelta
    at_end: bool = False


class DayEvent(Value):
    """Something on a day, or on all days up to and with ``last``, which leaves them free."""

    uid: str
    title: str
    text: str
    day: date
    last: date | None = None
    alarms: tuple[Alarm, ...] = ()


class WeeklyEvent(Value):
    """Something on the same days of every week, from the first to the last day, both included.

    ``first`` has to be one of ``days``, and ``minutes`` must not run past midnight.
    """

    uid: str
    title: str
    text: str
    first: date
    last: date
    days: tuple[Weekday, ...]
    at: time
    minutes: int
    alarms: tuple[Alarm, ...] = ()


Event = DayEvent | WeeklyEvent


def calendar_bytes(title: str, events: Iterable[Event], as_of: date) -> bytes:
    """Return a calendar of at least one event, as known on a day: UTF-8, with the lines of RFC 5545.

    A later day has a higher ``SEQUENCE``, by which a program knows the newer version of an event.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//careercli//plan//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(title)}",  # RFC 7986
        f"X-WR-CALNAME:{_text(title)}",  # the same for those that read only what everybody did before it
        *(line for event in events for line in _event(event, as_of)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(event: Event, as_of: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    stamp = f"{_day(as_of)}T000000Z"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{(as_of - EPOCH).days}"
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_text(event.text)}"
    if isinstance(event, DayEvent):
        yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
        yield f"DTEND;VALUE=DATE:{_day((event.last or event.day) + timedelta(days=1))}"
        yield "TRANSP:TRANSPARENT"
    else:
        start = datetime.combine(event.first, event.at)
        yield f"DTSTART:{_moment(start)}"
        yield f"DTEND:{_moment(start + timedelta(minutes=event.minutes))}"
        until = _moment(datetime.combine(event.last, event.at))
        yield f"RRULE:FREQ=WEEKLY;UNTIL={until};BYDAY={','.join(event.days)}"
    for alarm in event.alarms:
        yield from _alarm(alarm)
    yield "END:VEVENT"


def _alarm(alarm: Alarm) -> Iterator[str]:
    minutes = round(abs(alarm.after.total_seconds()) / 60)
    hours, minutes = divmod(minutes, 60)
    time_of = f"{f'{hours}H' if hours else ''}{f'{minutes}M' if minutes or not hours else ''}"
    sign = "-" if alarm.after < timedelta() else ""
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(alarm.text)}"
    yield f"TRIGGER{';RELATED=END' if alarm.at_end else ''}:{sign}PT{time_of}"
    yield "END:VALARM"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _moment(moment: datetime) -> str:
    """Return a moment without a zone: a local time wherever it is read."""
    return f"{_day(moment.date())}T{moment.hour:02}{moment.minute:02}00"


def _text(text: str) -> str:
    """Return text as a value: the characters that mean something to a calendar escaped."""
    out = re.sub(r"[\\;,]", r"\\\g<0>", clean(text))
    return out.replace("\n", "\\n").replace("\t", " ")


def _folded(line: str) -> bytes:
    """Return a line with its end, in pieces of at most 75 octets that cut no character in two."""
    out = bytearray()
    room = _LONGEST_LINE
    for character in line:
        octets = character.encode()
        if len(octets) > room:
            out += b"\r\n "
            room = _LONGEST_LINE - 1
        out += octets
        room -= len(octets)
    return bytes(out) + b"\r\n"
