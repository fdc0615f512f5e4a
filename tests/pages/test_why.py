from __future__ import annotations

import pytest
from rich.cells import cell_len

from careercli.pages.look import Look, render
from careercli.pages.why import why_view
from tests.domain.small import LADDER, of, someone

PERSON = someone(
    "agent", levels={"sort": None, "solve": None}, not_applicable={"solve": "None here"}, part_time_share=0.5
)


def _screen(look: Look, tier: str | None = None) -> str:
    return render(why_view(of(PERSON), LADDER.tier(tier) if tier else None), look)


def test_every_number_of_a_tier_is_there() -> None:
    """Rows, must-haves, every tier's cost, years, and the three readings with the middle."""
    text = " ".join(_screen(Look(), "agent").split())
    assert "Support Agent, number by number rank 2" in text
    assert "CRM sorting 2 ~2 2 2" in text
    assert "6 of 6, 100%" in text
    assert "Problem solving. left out, None here" in text
    assert "Clear talk at 2, working. 2: met" in text
    assert "Any 2 of these 2" not in text
    assert "Manager 4 " in text
    assert "In support 1.5 1 2" in text
    assert "Years at 50% of full time count by that share" in text
    assert "As ranks: answers " in text


def test_what_is_estimated_is_told_from_what_is_shown() -> None:
    """In must-haves, too: the readings below count those alone that ratings show."""
    person = someone("lead", 5.0, 2.0, levels={"lead": None}, title="Support Lead", team=12)
    text = render(why_view(of(person), LADDER.tier("lead")), Look())
    assert "Team leadership at 2, working. ~2: met" in text
    (heading,) = (line for line in text.splitlines() if line.startswith("Must-haves, with these levels"))
    assert heading.endswith("2 of 2 met, 1 without estimates")
    assert "1 of 2 must-haves" in text


def test_what_employers_say_is_noted() -> None:
    """The note on a floor stands below the years."""
    assert "In support. Two employers ask for 2." in _screen(Look(), "lead")


def test_nothing_rated_counts_as_nothing() -> None:
    """And is said to."""
    text = render(why_view(of(someone()), None), Look())
    assert "Nothing that it asks is rated, so every level counts as 0." in text
    assert "too little rated" in text


@pytest.mark.parametrize("width", [20, 40, 80])
def test_it_keeps_to_its_width(width: int) -> None:
    """At any width."""
    assert all(cell_len(line) <= width for line in _screen(Look(width=width)).splitlines())


def test_a_screen_reader_hears_words_for_signs() -> None:
    """An estimate is called one."""
    spoken = _screen(Look(accessible=True), "agent")
    assert "CRM sorting: need 2, have 2 estimated, weight 2, covered 2" in spoken
    assert "~" not in spoken
