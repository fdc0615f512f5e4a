from __future__ import annotations

from datetime import date, datetime, time, timedelta

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from careercli.exports.calendar import Alarm, DayEvent, WeeklyEvent, calendar_bytes

AS_OF = date(2026, 11, 21)
HOSTILE = (
    'a;b,c\\d:e"f',
    "two\nlines\r\nand more",
    "END:VEVENT\nBEGIN:VALARM\nTRIGGER:-PT1M",
    "x" * 300,
    "名前" * 90,
    "👩‍👩‍👧‍👦 e\u0301" * 20,
    "\x1b[31m\x00\u202e",
)


def read(data: bytes) -> tuple[icalendar.Calendar, list[icalendar.Event]]:
    """Return a calendar as a calendar library reads it, and its events; nothing in it may be wrong."""
    calendar = icalendar.Calendar.from_ical(data)
    events = list(calendar.walk("VEVENT"))
    assert not calendar.errors
    assert not any(event.errors for event in events)
    return calendar, events


def seen(text: str) -> str:
    """Return text as it should come out of a calendar: harmless, every character else as it was."""
    plain = text.replace("\r\n", "\n")
    return "".join("\ufffd" if character in "\x1b\x00\u202e" else character for character in plain)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text(text: str) -> None:
    """Whatever is in a title is read as it was written, and begins no line of its own."""
    data = calendar_bytes(text, [DayEvent("1@x", text, text, AS_OF)], AS_OF)

    calendar, (event,) = read(data)

    assert (event["SUMMARY"], event["DESCRIPTION"]) == (seen(text), seen(text))
    assert str(calendar["NAME"]) == event["SUMMARY"].to_ical().decode()
    assert not list(calendar.walk("VALARM"))


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=200))
def test_lines_are_folded(text: str) -> None:
    """No line is longer than 75 octets, each ends in CR LF, and no character is cut in two."""
    data = calendar_bytes("Plan", [DayEvent("1@x", text, text, AS_OF)], AS_OF)

    assert data.endswith(b"\r\n")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(line.decode() for line in lines)
    assert read(data)[1][0]["SUMMARY"] == text


def test_a_day() -> None:
    """An event on a day takes the whole of it and leaves it free."""
    day = date(2027, 12, 31)
    _, (event,) = read(calendar_bytes("Plan", [DayEvent("1@x", "Ready", "So", day)], AS_OF))

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (day, date(2028, 1, 1))
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["UID"] == "1@x"
    assert event["DTSTAMP"].dt.date() == AS_OF


@pytest.mark.parametrize("minutes", [-900, -10, 0, 45, 540, 61])
@pytest.mark.parametrize("at_end", [True, False])
def test_alarms(minutes: int, at_end: bool) -> None:
    """An event of several days reminds with a text, so long after it begins or before it ends."""
    alarm = Alarm("Now; or, never", timedelta(minutes=minutes), at_end)
    first, last = date(2026, 12, 30), date(2027, 1, 2)
    _, (event,) = read(
        calendar_bytes("Plan", [DayEvent("1@x", "Do it", "So", first, last, (alarm, alarm))], AS_OF)
    )

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, date(2027, 1, 3))
    for found in event.walk("VALARM"):
        assert (found["ACTION"], found["DESCRIPTION"]) == ("DISPLAY", "Now; or, never")
        assert found["TRIGGER"].dt == timedelta(minutes=minutes)
        assert found["TRIGGER"].params.get("RELATED", "START") == ("END" if at_end else "START")
    assert len(event.walk("VALARM")) == 2


def test_weeks() -> None:
    """A weekly event falls on its days until its last one, at a time without a zone."""
    weekly = WeeklyEvent(
        "2@x", "Work", "So", date(2026, 11, 24), date(2026, 12, 8), ("TU", "TH"), time(18, 30), 330
    )
    _, (event,) = read(calendar_bytes("Plan", [weekly], AS_OF))

    start = event["DTSTART"].dt
    assert start == datetime(2026, 11, 24, 18, 30)  # noqa: DTZ001 - a floating time is what is wanted
    assert event["DTEND"].dt - start == timedelta(minutes=330)
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
    assert [(moment.month, moment.day) for moment in rule] == [(11, 24), (11, 26), (12, 1), (12, 3), (12, 8)]


def test_a_later_day_is_a_newer_version() -> None:
    """The same event of another day has the same UID and a higher sequence."""
    early, late = (
        read(calendar_bytes("Plan", [DayEvent("1@x", "Ready", "So", AS_OF)], day))[1][0]
        for day in (AS_OF, AS_OF + timedelta(days=1))
    )

    assert early["UID"] == late["UID"]
    assert early["SEQUENCE"] + 1 == late["SEQUENCE"]
