"""The screen of an assessment: what stands on it, and what stays where there is little room."""

from __future__ import annotations

import msgspec
import pytest
from rich.cells import cell_len

from careercli.domain.model import Profile
from careercli.pages.assess import assess_view
from careercli.pages.look import Look, render
from tests.domain.small import SKILLS, of, someone

LEADS = {"title": "Support Lead", "leads_people": True, "team": 12}
ONE_OPEN = someone("lead", 5.0, 2.0, levels={"lead": 1}, **LEADS)

PEOPLE = {
    "nothing rated": someone(),
    "newcomer": someone("agent", 0.0, employed=False),
    "choice": someone("junior"),
    "ready": someone("lead"),
    "one open": ONE_OPEN,
    "not settled": someone("lead", 5.0, 2.0, levels={"lead": None, "plan": None}, **LEADS),
    "top": someone("manager", 9.0, 5.0, title="Support Manager", leads_people=True, team=12),
    "long name": someone("agent", name="A" * 60),
}


def _screen(profile: Profile, look: Look, *, full: bool = False) -> str:
    view = assess_view(of(profile), SKILLS, look, full=full, hint="careercli plan dana.yaml")
    return render(view, look)


@pytest.mark.parametrize("profile", PEOPLE.values(), ids=PEOPLE)
@pytest.mark.parametrize("height", [24, 40])
def test_it_fits_the_height_there_is(profile: Profile, height: int) -> None:
    """It says where, what is missing and what to do now on any terminal, and leaves the shell its line."""
    text = _screen(profile, Look(height=height))
    assert len(text.splitlines()) < height
    for line in ("Your answers: ", "Your years: ", "Your job: ", "Next: careercli plan dana.yaml"):
        assert line in text


def test_more_height_shows_more() -> None:
    """All that is missing where there is room; what hides is counted, with what shows it."""
    profile = PEOPLE["not settled"]
    low, high = (_screen(profile, Look(height=height)) for height in (24, 60))
    assert len(high.splitlines()) > len(low.splitlines())
    narrow = " ".join(_screen(PEOPLE["nothing rated"], Look(width=30)).split())
    assert "1 of 2 must-haves and 0 of 1 other skill shown; --full for all." in narrow
    assert "--full" not in high


def test_who_has_not_answered_yet_is_not_sent_back_to_the_first_tier() -> None:
    """What the job asks is told, not called missing, and no step that may be far behind the person."""
    head = someone(None, 9.0, 5.0, title="Support Manager", leads_people=True, team=12)
    text = _screen(head, Look())
    assert "What Manager asks" in text
    assert "Missing for" not in text
    assert "none rated yet" in text or "must-have, not rated" in text
    assert "1 Answer the quick interview" in text
    assert "\n2 " not in text
    assert "\n2 " in _screen(someone(None, 0.0), Look())


def test_the_headline_comes_before_strengths_and_gaps() -> None:
    """Where somebody is, what they bring, then what is missing, the next step with its skill, and why."""
    text = _screen(ONE_OPEN, Look(height=60))
    parts = (
        "You're at Lead. One must-have still open",
        "You bring ",
        "To confirm Lead",
        "Then for Manager",
        "Do now",
        "Team leadership 1 → 2, must-have.",
        "Why Lead",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_what_confirms_the_current_tier_is_not_told_twice() -> None:
    """The next tier lists what it asks beyond that."""
    text = _screen(ONE_OPEN, Look(height=60))
    rows = [line.split() for line in text.splitlines() if line.startswith("  Team leadership  ")]
    assert [row[3:6] for row in rows] == [["1", "→", "2"], ["1", "→", "3"]]


def test_a_choice_is_told_as_one() -> None:
    """With the skills that meet it in the fewest hours."""
    text = " ".join(_screen(PEOPLE["choice"], Look(height=60)).split())
    assert (
        "Must-have: Any 2 of these 3 at working; you have none yet. Quickest: problem solving 1 → 2" in text
    )
    spoken = _screen(PEOPLE["choice"], Look(accessible=True))
    assert (
        "Must-have: Any 2 of these 3 at working; you have none yet: Quickest: problem solving from 1 to 2"
        in spoken
    )


def test_too_little_rated_asks_for_the_interview_alone() -> None:
    """What comes after it would rest on its answers."""
    text = _screen(someone(levels={"talk": 2}), Look())
    assert "1 Answer the quick interview" in text
    assert "\n2 " not in text
    assert not set(text) & set("█░"), "no tier has a share of it covered"


def test_ratings_come_first_in_one_line() -> None:
    """And the skills are named where there is room."""
    text = _screen(PEOPLE["not settled"], Look(height=60))
    assert "1 Rate team leadership and budget planning, about 2 minutes" in text


def test_full_has_the_goal_as_well() -> None:
    """Everything that is missing for the next tier and for the goal."""
    text = _screen(someone("junior"), Look(), full=True)
    assert "Missing for Agent" in text
    assert "Missing for Manager, your goal" in text


@pytest.mark.parametrize("profile", PEOPLE.values(), ids=PEOPLE)
@pytest.mark.parametrize("full", [False, True])
def test_it_keeps_to_its_width(profile: Profile, *, full: bool) -> None:
    """No line is longer, and without signs all is ASCII but the name."""
    for width in (20, 40, 59, 60, 80, 100):
        for unicode in (True, False):
            text = _screen(profile, Look(width=width, unicode=unicode), full=full)
            assert all(cell_len(line) <= width and line == line.rstrip() for line in text.splitlines())
            assert unicode or text.isascii()


@pytest.mark.parametrize("profile", PEOPLE.values(), ids=PEOPLE)
def test_a_screen_reader_hears_the_same_in_lines(profile: Profile) -> None:
    """No drawing and no columns; the ladder is read tier by tier."""
    text = _screen(profile, Look(accessible=True))
    assert not set(text) & set("█░●○·◆│→▸~")
    assert all(line == line.strip() and "  " not in line for line in text.splitlines())
    assert "Rank 1, Support Junior: " in text
    assert text.splitlines()[-1] == "Next: careercli plan dana.yaml"


def test_nothing_is_missing_at_the_top() -> None:
    """That is said, and there is nothing to do."""
    text = _screen(PEOPLE["top"], Look())
    assert "Nothing is missing: this is the highest tier of this ladder." in text
    assert "Do now" not in text


def test_a_goal_that_is_reached_has_no_steps() -> None:
    """Then that is what stands there."""
    reached = msgspec.structs.replace(someone("lead", 5.0, 2.0, **LEADS), goal="lead")
    assert "You're there: your answers and years show Lead, and no step is left." in _screen(reached, Look())
