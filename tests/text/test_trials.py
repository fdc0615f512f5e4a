from __future__ import annotations

import pytest
from hypothesis import given, settings

from careercli.domain.assessment import Assessment, assess
from careercli.domain.model import Catalog
from careercli.domain.placement import rank_of
from careercli.text.trials import trials
from tests.domain.builders import TODAY
from tests.domain.ladders import Case, cases


def of(catalog: Catalog, persona: str) -> Assessment:
    """Return the assessment of a built-in person."""
    person = next(each for each in catalog.personas if each.id == persona)
    return assess(catalog.ladder, catalog.skills_by_id, person.profile, TODAY)


@pytest.mark.parametrize(
    ("persona", "words"),
    [
        ("maya", ["one more year in support", "one more year of leading"]),
        ("daniel", ["one more year of leading", "3 must-haves of Team Lead shown today"]),
        ("dana", ["one more year of leading", "8 hours a week instead of 4"]),
        ("priya", ["one more year of leading", "12 hours a week instead of 6"]),
    ],
)
def test_what_changes_most_comes_first(persona: str, words: list[str], catalog: Catalog) -> None:
    """A tier gained, then an earlier goal, then an earlier next tier; what changes nothing comes last."""
    found = trials(of(catalog, persona))

    assert [trial.words for trial in found[:2]] == words
    assert found[0].matters


@pytest.mark.slow
@given(case=cases())
@settings(max_examples=40)
def test_a_trial_never_does_harm(case: Case) -> None:
    """What is tried never lowers a tier nor makes the goal later, and the goal stays the same."""
    it = assess(case.ladder, case.skills, case.but(goal=case.goal.id).profile, TODAY)

    for trial in trials(it):
        assert trial.change.ranks >= 0
        assert trial.change.after.goal is it.goal
        move = trial.move(it.goal)
        assert move is None or (move.days or 0) <= 0
        assert (trial.reached is None) == (
            rank_of(trial.change.after.placement.current) == rank_of(it.placement.current)
        )
