from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.history import History, Record, Recorded, StepDone, Undone
from careercli.domain.model import HIGHEST_LEVEL, Profile
from careercli.domain.placement import place
from careercli.domain.steps import LONGEST_EVIDENCE, Completion, Finish, finish, take_back
from careercli.errors import CareerError, ExitCode
from careercli.text.refusals import refusals_in_words
from tests.domain.builders import TODAY, person, skill
from tests.domain.ladders import Case, cases

COACHING = skill("coaching")
SKILLS = {"coaching": COACHING}
EFFORT = Completion(TODAY, "Three notes", 5.0)
PROOFS = st.text(st.characters(codec="ascii", exclude_categories=["C"]), min_size=1, max_size=30).filter(
    str.strip
)


def history(*records: Record) -> History:
    """Return a history of these records, on the lines from 1."""
    return History(tuple(Recorded(line, record) for line, record in enumerate(records, start=1)))


def failed(profile: Profile, level: int | None = None, effort: Completion = EFFORT) -> CareerError:
    """Return the fault of a step that cannot be recorded."""
    with pytest.raises(CareerError) as caught, refusals_in_words():
        finish(profile, COACHING, level, effort)
    return caught.value


def test_a_step_raises_the_level_and_keeps_its_proof() -> None:
    """The proof stands with its day as a line of the evidence, below what was there."""
    before = msgspec.structs.replace(person(2, coaching=1), evidence={"coaching": "Paired with a new hire"})

    after, step = finish(before, COACHING, None, EFFORT).profile, finish(before, COACHING, 2, EFFORT).step

    assert after.skills == {"coaching": 2}
    assert after.evidence == {"coaching": "Paired with a new hire\n2026-11-21: Three notes"}
    assert step == StepDone(
        day=TODAY,
        skill="coaching",
        level_from=1,
        level_to=2,
        title="coaching 2",
        proof="Three notes",
        hours=5.0,
        planned=COACHING.growth[1].hours,
    )


def test_a_skill_that_is_not_rated_begins_at_the_first_level() -> None:
    """It counts as level 0 in the plan, and the record says that there was no rating."""
    result = finish(person(2), COACHING, None, EFFORT)

    assert result.profile.skills == {"coaching": 1}
    assert (result.step.level_from, result.step.rated) == (0, False)


@pytest.mark.parametrize(
    ("profile", "level", "message", "hint"),
    [
        (
            person(2, coaching=1),
            3,
            "is at level 1, so level 3 is not its next",
            "leads to level 2: coaching 2.",
        ),
        (person(2, coaching=2), 2, "is at level 2 (working) already", "leads to level 3"),
        (person(2, coaching=3), 1, "is at level 3 (practitioner) already", "leads to level 4"),
        (person(2, coaching=4), None, "is at level 4 (expert) already", "no step above"),
        (person(2), 3, "is not rated, so level 3 is not its next", "rate the skill first"),
        (
            msgspec.structs.replace(person(2), not_applicable={"coaching": "I work alone"}),
            None,
            "is marked not applicable: I work alone",
            "take it out",
        ),
    ],
)
def test_what_is_no_next_step(profile: Profile, level: int | None, message: str, hint: str) -> None:
    """A step that skips a level, repeats one, or does not apply is refused with what comes next."""
    fault = failed(profile, level)

    assert fault.exit_code == ExitCode.USAGE
    assert message in fault.message
    assert hint in fault.hint


def test_evidence_has_an_end() -> None:
    """What a profile could not hold is refused before it is saved."""
    full = msgspec.structs.replace(person(2), evidence={"coaching": "x" * LONGEST_EVIDENCE})

    assert failed(full).exit_code == ExitCode.USAGE


def test_the_last_step_is_taken_back() -> None:
    """Without a name it is the one recorded last, whatever its day; with one, the last of that skill."""
    other = skill("chat")
    first = finish(person(2, coaching=1, chat=1), COACHING, None, EFFORT)
    second = finish(first.profile, other, None, Completion(TODAY - timedelta(9), "Ten chats"))
    remembered = history(first.step, second.step)

    last = take_back(second.profile, remembered, {**SKILLS, "chat": other}, TODAY)
    named = take_back(second.profile, remembered, {**SKILLS, "chat": other}, TODAY, ("coaching", None))

    assert (last.step, last.record) == (second.step, Undone(day=TODAY, of=2))
    assert last.profile == first.profile
    assert (named.step, named.record) == (first.step, Undone(day=TODAY, of=1))
    assert named.profile.skills == {"coaching": 1, "chat": 2}


def test_a_step_below_another_waits() -> None:
    """Levels go down as they went up: the later step of a skill first."""
    first = finish(person(2, coaching=1), COACHING, None, EFFORT)
    second = finish(first.profile, COACHING, None, EFFORT)

    with pytest.raises(CareerError, match="raised to level 3 after that") as caught, refusals_in_words():
        take_back(second.profile, history(first.step, second.step), SKILLS, TODAY, ("coaching", 2))

    assert caught.value.exit_code == ExitCode.USAGE
    assert "careercli plan undo coaching=3" in caught.value.hint


@pytest.mark.parametrize("wanted", [None, ("coaching", None), ("coaching", 3)])
def test_there_is_nothing_to_take_back(wanted: tuple[str, int | None] | None) -> None:
    """A step that was undone is not there to be undone again; nor is one that never was."""
    done = finish(person(2, coaching=1), COACHING, None, EFFORT)

    with pytest.raises(CareerError) as caught, refusals_in_words():
        take_back(done.profile, history(done.step, Undone(day=TODAY, of=1)), SKILLS, TODAY, wanted)

    assert caught.value.exit_code == ExitCode.NOT_FOUND


def test_another_level_of_that_skill_was_not_recorded() -> None:
    """A level that no step led to says which one did."""
    done = finish(person(2, coaching=1), COACHING, None, EFFORT)

    with pytest.raises(CareerError, match="to level 4") as caught, refusals_in_words():
        take_back(done.profile, history(done.step), SKILLS, TODAY, ("coaching", 4))

    assert caught.value.exit_code == ExitCode.NOT_FOUND
    assert "level 2" in caught.value.hint


@pytest.mark.parametrize("now", [3, 0, None])
def test_a_level_set_since_then_stays(now: int | None) -> None:
    """Who rated the skill anew meant it; only the proof goes."""
    done = finish(person(2, coaching=1), COACHING, None, EFFORT)
    skills = {} if now is None else {"coaching": now}
    edited = msgspec.structs.replace(done.profile, skills=skills)

    back = take_back(edited, history(done.step), SKILLS, TODAY)

    assert back.stays
    assert back.profile.skills == skills
    assert back.profile.evidence == {}


def test_evidence_written_below_a_proof_stays() -> None:
    """Only the line of the step goes; one that the person reworded stays as theirs."""
    done = finish(person(2, coaching=1), COACHING, None, EFFORT)
    line = done.profile.evidence["coaching"]
    below = msgspec.structs.replace(done.profile, evidence={"coaching": f"First\n{line}\nMore"})
    reworded = msgspec.structs.replace(done.profile, evidence={"coaching": "Three good notes"})

    assert take_back(below, history(done.step), SKILLS, TODAY).profile.evidence == {"coaching": "First\nMore"}
    assert take_back(reworded, history(done.step), SKILLS, TODAY).profile.evidence == {
        "coaching": "Three good notes"
    }


@st.composite
def finished(draw: st.DrawFn) -> tuple[Case, Profile, Finish]:
    """Draw a person with evidence of any kind, and a step that they can finish."""
    case = draw(cases())
    texts = st.text(
        st.characters(codec="utf-8", exclude_categories=["C"]) | st.just("\n"), min_size=1, max_size=40
    )
    written = draw(st.dictionaries(st.sampled_from(sorted(case.skills)), texts))
    before = msgspec.structs.replace(case.profile, evidence=written)
    possible = [
        name
        for name in sorted(case.skills)
        if name not in before.not_applicable and before.skills.get(name, 0) < HIGHEST_LEVEL
    ]
    if not possible:
        before = msgspec.structs.replace(before, skills={}, not_applicable={})
        possible = sorted(case.skills)
    chosen = case.skills[draw(st.sampled_from(possible))]
    effort = Completion(
        draw(st.dates(date(1970, 1, 1), TODAY)), draw(PROOFS), draw(st.none() | st.floats(0.5, 99))
    )
    return case, before, finish(before, chosen, None, effort)


@given(finished())
def test_done_and_undone_is_as_before(drawn: tuple[Case, Profile, Finish]) -> None:
    """Taking a step back gives the very profile and the very placement that there were."""
    case, before, done = drawn

    back = take_back(done.profile, history(done.step), case.skills, TODAY)

    assert back.profile == before
    assert not back.stays
    assert place(case.ladder, back.profile) == place(case.ladder, before)


@given(finished())
def test_a_step_never_lowers_anything(drawn: tuple[Case, Profile, Finish]) -> None:
    """One skill is one level higher, and everything else is as it was."""
    _, before, done = drawn
    name = done.step.skill

    assert done.profile.skills[name] == before.skills.get(name, 0) + 1
    rest = {key: level for key, level in done.profile.skills.items() if key != name}
    assert rest == {key: level for key, level in before.skills.items() if key != name}
    assert done.profile.evidence[name].endswith(done.step.proof)
    assert msgspec.structs.replace(done.profile, skills=before.skills, evidence=before.evidence) == before
