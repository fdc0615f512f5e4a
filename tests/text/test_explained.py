from __future__ import annotations

from datetime import date

import pytest

from careercli.api import assess
from careercli.domain.model import Catalog, Explained
from careercli.text.explained import explained_gaps, next_questions, reading_command
from tests.running import DAY


@pytest.mark.parametrize(
    ("title", "asked", "command"),
    [
        ("How do I say no?", True, 'careercli ask "How do I say no?"'),
        ('What\'s "nesting"?', True, "careercli ask 'What'\"'\"'s \"nesting\"?'"),
        ("What does $5 buy?", True, "careercli ask 'What does $5 buy?'"),
        ("Typing", False, "careercli role show agent --section tech-skills"),
    ],
)
def test_what_is_typed_reaches_the_program_as_it_is(title: str, asked: bool, command: str) -> None:
    """A question is asked, in quotes that keep a shell from reading anything into it; a section is shown."""
    assert reading_command(Explained("agent", "tech-skills", title, asked, leads=False)) == command


def test_every_gap_has_its_place_and_the_first_step_the_first_question(catalog: Catalog) -> None:
    """What is missing is told with its place, once; what begins this week is asked about first."""
    for persona in catalog.personas:
        result = assess(persona.profile, catalog.using(persona.ladder), as_of=date.fromisoformat(DAY))
        missing = {gap.skill for gap in (*result.gaps_ahead, *result.goal_gaps)}
        found = explained_gaps(result)

        assert missing <= found.keys()
        assert explained_gaps(result, full=False).keys() <= found.keys()
        asked = {place.title for place in found.values() if place.asked}
        assert set(next_questions(result)) == asked
        steps = [dated.step.skill for dated in result.plan.dated_steps if dated.step.growth]
        first = found.get(steps[0] or "") if steps else None
        if first and first.asked and not any(dated.step.kind == "rate" for dated in result.plan.dated_steps):
            assert next_questions(result)[0] == first.title
