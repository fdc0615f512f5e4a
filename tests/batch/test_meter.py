"""A line on the terminal says how far a run is."""

from __future__ import annotations

import io

import pytest

from careercli.batch import meter as drawing
from careercli.batch.meter import Meter, progress_line
from careercli.batch.part import Progress


def test_the_line_has_rate_and_time_left() -> None:
    """The rate is that of this run, also after going on with an earlier one."""
    text = progress_line(Progress(done=12_000, bad=3), 10.0, 5_000, (1_000, 2_000, 5_000))

    assert text == "12,000 lines, 3 not valid, 500 a second, 40%, 30 s left"


def test_long_times_are_short_to_read() -> None:
    """Minutes and hours."""
    assert progress_line(Progress(done=1), 60.0, 1, (0, 1, 11)).endswith("9%, 10 min left")
    assert progress_line(Progress(done=1), 3600.0, 1, (0, 1, 11)).endswith("10.0 h left")


def test_quick_runs_draw_nothing() -> None:
    """Within the patience there is nothing to draw, and nothing to take away; then it is what is counted."""
    stream = io.StringIO()
    meter = Meter(stream, 4, noun="profiles", patience=60.0)
    meter.show(Progress(done=1), 1)
    meter.clear()
    assert stream.getvalue() == ""

    Meter(stream, 4, noun="profiles").show(Progress(done=1), 1)
    assert stream.getvalue() == "\r1 profiles"


def test_the_line_is_taken_away() -> None:
    """Nothing of it stays; without a terminal nothing is drawn."""
    stream = io.StringIO()
    meter = Meter(stream, 0)
    meter.show(Progress(done=7), 0)
    meter.clear()

    assert stream.getvalue() == "\r7 lines\r       \r"
    Meter(None, 0).show(Progress(), 0)


def test_the_line_does_not_wrap(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a narrow terminal it is cut: what stands on two lines could not be drawn again."""
    monkeypatch.setattr(drawing, "columns", lambda _: 8)
    stream = io.StringIO()
    Meter(stream, 0).show(Progress(done=1_234_567), 0)
    assert stream.getvalue() == "\r1,234,5"
