"""When a tier is ready, and what that waits for: one sentence, whichever screen it stands on."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from careercli.domain.model import Hold
from careercli.domain.schedule import HOLDS, Binding, Span
from careercli.text.ready import WAITS_FOR, binding_short, binding_words, ready_words

TODAY = date(2026, 11, 21)
SOON, LATER = date(2027, 3, 14), date(2027, 4, 30)


@pytest.mark.parametrize(
    ("ready", "bound_by", "said"),
    [
        (Span(TODAY, TODAY), Binding(None, None), "ready today"),
        (
            Span(TODAY, LATER),
            Binding(None, "skills"),
            "ready from today to 30 Apr 2027; the late date waits for your steps",
        ),
        (
            Span(SOON, LATER),
            Binding("skills", "skills"),
            "ready from 14 Mar to 30 Apr 2027; both dates wait for your steps",
        ),
        (
            Span(SOON, LATER),
            Binding("skills", "support_years"),
            (
                "ready from 14 Mar to 30 Apr 2027; the early date waits for your steps, the late one for "
                "years in support"
            ),
        ),
        (
            Span(SOON, SOON),
            Binding("leading_years", "support_years"),
            "ready 14 Mar 2027; the date waits for years of leading and years in support",
        ),
    ],
)
def test_both_ends_and_what_each_waits_for(ready: Span, bound_by: Binding, said: str) -> None:
    """Said once where both wait for the same, or are the same day; not at all for who is ready today."""
    assert ready_words(ready, bound_by, TODAY) == said


@pytest.mark.parametrize(("early", "late"), list(product((None, *HOLDS), HOLDS)))
def test_no_hold_is_left_out(early: Hold | None, late: Hold) -> None:
    """In a sentence and in a few words, what binds either end is named, and nothing else."""
    bound = {WAITS_FOR[hold] for hold in (early, late) if hold}
    for said in (binding_words(Span(SOON, LATER), Binding(early, late)), binding_short(Binding(early, late))):
        assert {words for words in WAITS_FOR.values() if words in said} == bound
