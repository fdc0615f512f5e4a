"""The local day, whatever zone and whatever day the clock is set to."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from careercli.errors import NeedsInputError
from careercli.system.clock import day_at, today
from tests.running import run_process

NOON = 1_795_262_400.0
"""12:00 UTC on 21 November 2026."""


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("UTC", date(2026, 11, 21)),
        ("UTC+24", date(2026, 11, 20)),
        ("UTC-24", date(2026, 11, 22)),
        ("XXX-26:30", date(2026, 11, 22)),
        ("Pacific/Kiritimati", date(2026, 11, 22)),
        ("no such zone", date(2026, 11, 21)),
    ],
)
def test_the_day_in_any_zone(monkeypatch: pytest.MonkeyPatch, zone: str, expected: date) -> None:
    """Also in one that is a day or more away from UTC, which Python itself does not reckon with."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert day_at(NOON) == expected
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("zone", ["UTC+24", "UTC-24", "XXX-26:30"])
def test_a_run_in_any_zone(home: Path, zone: str) -> None:
    """A command that needs today does what it does elsewhere."""
    assert run_process("assess", "--support-years", "3", env={"TZ": zone}).code == 0


@pytest.mark.parametrize(
    "seconds", [253_402_300_799.0, 253_402_300_800.0, -1e9, 1e12, 1e300, float("inf"), float("nan")]
)
def test_a_clock_that_nothing_can_be_reckoned_from(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """At the end of 9999, after it and before 1970, it says what to do."""
    monkeypatch.setattr("careercli.system.clock.time", lambda: seconds)
    with pytest.raises(NeedsInputError, match="between 1970-01-01 and 2999-12-31") as caught:
        today()
    assert "--as-of" in caught.value.hint
