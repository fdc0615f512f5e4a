from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.typed import NumberKind, Typed, typed


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("3", "years", 3),
        ("3.5", "years", 3.5),
        ("3,5", "years", 3.5),
        ("59.999999", "years", 59.999999),
        ("007", "years", 7),
        ("4 years", "years", 4),
        ("4 yrs", "years", 4),
        (" 4  YRS ", "years", 4),
        ("1 year", "years", 1),
        ("4y", "years", 4),
        ("3,5 years", "years", 3.5),
        ("18 months", "years", 1.5),
        ("1 month", "years", 0.08),
        ("35 months", "years", 2.92),
        ("1 year 6 months", "years", 1.5),
        ("1 year and 6 months", "years", 1.5),
        ("1 yr, 6 mo", "years", 1.5),
        ("1y6m", "years", 1.5),
        ("4 hours", "weekly", 4),
        ("4h", "weekly", 4),
        ("90 min", "weekly", 1.5),
        ("1h 30m", "weekly", 1.5),
        ("4 hours a week", "weekly", 4),
        ("4 h/week", "weekly", 4),
        ("4 per week", "weekly", 4),
        ("4 hrs weekly", "weekly", 4),
        ("5,5 h", "hours", 5.5),
        ("2", "level", 2),
        ("0,6", "share", 0.6),
        ("60 %", "share", 0.6),
        ("62.5%", "share", 0.625),
        ("80 percent", "share", 0.8),
        ("12", "people", 12),
        ("12 people", "people", 12),
        ("1 agent", "people", 1),
    ],
)
def test_what_people_type(text: str, kind: NumberKind, amount: float) -> None:
    """With a point or a comma, with a unit or without."""
    assert typed(text, kind) == Typed(amount, signed=False)


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("+1", "years", 1),
        ("-0,5", "years", -0.5),
        ("\N{MINUS SIGN}2", "level", -2),
        ("+6 months", "years", 0.5),
        ("-1 year 6 months", "years", -1.5),
        ("+2 h", "weekly", 2),
    ],
)
def test_a_sign(text: str, kind: NumberKind, amount: float) -> None:
    """It is told apart from none, for a what-if adds then; it is that of everything behind it."""
    assert typed(text, kind) == Typed(amount, signed=True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(
            (text, "years")
            for text in ("", " ", "abc", "years", "nan", "inf", "1e1", "0x1", "1_0", "1.", ".5")
        ),
        *(
            (text, "years")
            for text in ("--3", "+-3", "+ 3", "2,", "2.5.1", "1.2345678", "9" * 5000, "\u0663")
        ),
        *(
            (text, "years")
            for text in ("4 hours", "4 weeks", "4 years 2", "2 months 1 year", "1 year 1 year")
        ),
        *(
            (text, "years")
            for text in ("4 2", "3-5", "3 to 5", "30 %", "4 years a week", "1,000", "1,000 years")
        ),
        *((text, "weekly") for text in ("4 years", "a week", "4 a month", "1,500")),
        *((text, "share") for text in ("half", "60 hours", "60 % 5 %")),
        *((text, "people") for text in ("a few", "5 %", "1,200")),
        *((text, "level") for text in ("2 years", "2/4", "two", "\u2460")),
    ],
    ids=lambda text: text[:12],
)
def test_what_is_no_number(text: str, kind: NumberKind) -> None:
    """A unit of something else, a number that could mean two things, and what is none."""
    assert typed(text, kind) is None


@given(months=st.integers(0, 720))
def test_months_reach_no_half_year_that_they_do_not(months: int) -> None:
    """Rounding opens no tier."""
    found = typed(f"{months} months", "years")
    assert found is not None
    assert abs(found.amount - months / 12) <= 0.005
    assert (found.amount * 2 >= months // 6 + 1) is False


@given(text=st.text(st.sampled_from("0123456789.,+-% yearsmonthikwp/"), max_size=30))
def test_any_text(text: str) -> None:
    """It is a number or none, and never a fault."""
    for kind in ("years", "hours", "weekly", "level", "share", "people"):
        found = typed(text, kind)
        assert found is None or isinstance(found.amount, float)
