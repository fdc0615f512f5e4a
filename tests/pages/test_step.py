from __future__ import annotations

from careercli.domain.plan import PlannedStep
from careercli.pages.blocks import Command, Heading, Paragraph
from careercli.pages.step import how_to_record, next_step
from tests.domain.small import SKILLS, of, someone

LEADS = {"title": "Support Lead", "leads_people": True, "team": 12}


def _command(*words: str) -> str:
    return " ".join(("careercli", *words))


def test_what_is_to_be_rated_comes_next_together() -> None:
    """One line for all of it, and the command that asks."""
    found = of(someone("lead", 5.0, 2.0, levels={"lead": None, "plan": None}, **LEADS))
    step = found.plan.steps[0]

    assert next_step(step, SKILLS, of=found) == [
        Heading("Next: rate team leadership and budget planning, about 2 minutes")
    ]
    assert how_to_record(step, "dana", _command) == [Command("To do it", "careercli advise --profile dana")]


def test_the_interview_comes_next_where_too_little_is_rated() -> None:
    """In minutes."""
    found = of(someone())

    assert next_step(found.plan.steps[0], SKILLS, of=found) == [
        Heading("Next: answer the quick interview, about 5 minutes")
    ]


def test_a_step_says_what_to_do_and_how_to_record_it() -> None:
    """With the stand-in that it takes, and its proof."""
    found = of(someone("agent", levels={"lead": 1}))
    step = next(step for step in found.plan.steps if step.id == "lead-2")

    heading, what, proof = next_step(step, SKILLS, of=found)

    assert heading == Heading("Next: Team leadership step 2", "4-6 h")
    assert what == Paragraph(
        "Team leadership 1 → 2, must-have. Do it on Monday. "
        "This takes a team lead's job: find a lead to stand in for."
    )
    assert proof == Paragraph("A sample", "Proof")
    (record,) = how_to_record(step, "dana", _command)
    assert record == Command("When it is done", "careercli plan done lead dana --proof TEXT")


def test_no_step_left_is_said() -> None:
    """With the goal, and nothing to record."""
    found = of(someone("lead", 5.0, 2.0, goal="lead", **LEADS))
    nothing: PlannedStep | None = None

    assert next_step(nothing, SKILLS, of=found) == [Paragraph("No step is left in the plan to Lead.")]
    assert how_to_record(nothing, "dana", _command) == []
