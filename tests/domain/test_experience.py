"""What of a résumé counts on the two clocks, and what is said of a doubt."""

from __future__ import annotations

from careercli.domain.experience import Counted, Doubt, DoubtChoice, Place, Position, clocks, latest
from careercli.domain.months import (
    month_of,
    month_text,
)
from careercli.text.experience import outcome
from tests.domain.test_months import stretch

HERE = Place("a.json", 3, "work[0]")


def counted(kind: str, months: str | None, *, counts: bool = True, **more: object) -> Counted:
    """Return a job that was taken for something."""
    position = Position(str(more.pop("title", "Agent")), "Acme", HERE, **more)  # type: ignore[arg-type]
    current = bool(months) and str(months).endswith("2026-11")
    return Counted(position, kind, stretch(months) if months else None, current, counts, "Why.")  # type: ignore[arg-type]


def test_leading_counts_on_both_clocks() -> None:
    """Leading support is support as well; what does not count is on neither clock."""
    jobs = [
        counted("support", "2020-01 2020-12"),
        counted("leading", "2020-07 2021-06"),
        counted("support", "2010-01 2019-12", counts=False),
        counted("support", None),
    ]
    assert clocks(jobs) == (18, 12)


def test_the_latest_job() -> None:
    """The current job gives the title; else the one that ended last; unpaid and nameless ones never."""
    old, new = (
        counted("support", "2010-01 2012-12", title="Old"),
        counted("support", "2015-01 2020-12", title="New"),
    )
    now = counted("neither", "2014-01 2026-11", title="Now")
    unpaid = counted("neither", "2020-01 2026-11", title="Unpaid", volunteer=True)
    nameless = counted("neither", "2020-01 2026-11", title="")
    assert latest([old, now, new, unpaid, nameless]) is now
    assert latest([old, new]) is new
    assert latest([unpaid]) is None


def test_what_follows_from_a_doubt() -> None:
    """A doubt says in words what holds: its answer, else its default."""
    choices = (DoubtChoice("count", "Count it."), DoubtChoice("leave", "Leave it out."))
    doubt = Doubt("id", "long", "Agent", "It is long.", HERE, choices, "leave")
    dates = Doubt("id", "dates", "Agent", "It has no start.", HERE, (), "", "2019-03 to now")
    answered = Doubt("id", "long", "Agent", "It is long.", HERE, choices, "leave", "count")
    assert [outcome(item) for item in (doubt, answered, dates)] == [
        "It does not count.",
        "Count it.",
        "2019-03 to now",
    ]


def test_places_in_words() -> None:
    """A place says the file, the line where it is known, and the key or row."""
    assert HERE.text == "a.json:3 work[0]"
    assert Place("a.json").text == "a.json"
    assert month_text(month_of(2020, 3)) == "2020-03"
