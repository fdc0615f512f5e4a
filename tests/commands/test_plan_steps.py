from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.api import assess
from careercli.catalog import load_catalog
from careercli.cli.named_step import step_named
from careercli.domain.growth import StepVariant
from careercli.domain.history import Assessed, StepDone, Undone
from careercli.domain.schedule import Plan
from careercli.errors import ExitCode, UsageError
from careercli.text.steps import step_numbers
from tests.files import write_profile
from tests.interview.keeping import history_of, keep, kept, text_of
from tests.running import Result, run, run_process

BY_HAND = """\
# Mine
schema: careercli/profile@1
experience: {support_years: 7.5, leading_years: 2.5}   # since school
leads_people: true
goal: manager
skills:
  budgeting: 1     # a line of goodwill credits
  Coaching: {level: 3, evidence: Three agents promoted}  # proud of it
"""

LOOKS = {
    "80": {},
    "40": {"columns": 40},
    "ascii": {"encoding": "ascii"},
    "accessible": {"env": {"TERM": "dumb"}},
}


def done(*arguments: str, on: str = "2026-11-30", **how: object) -> Result:
    """Record a finished step on a day."""
    return run("plan", "done", *arguments, "--as-of", on, **how)  # type: ignore[arg-type]


def plan_of(name: str) -> Plan:
    """Return the plan of a saved profile on the day of most of these tests."""
    return assess(kept(name), load_catalog().catalog, as_of=date(2026, 11, 30)).plan


@pytest.fixture(autouse=True)
def _dana(home: Path) -> None:
    """Save a profile that somebody wrote by hand."""
    keep("dana", BY_HAND)


@pytest.mark.parametrize("look", LOOKS)
def test_screens(look: str, screen: SnapshotAssertion) -> None:
    """Done and taken back read as somebody last approved them."""
    one = done("budgeting", "dana", "--proof", "Three-month sheet", "--hours", "5", **LOOKS[look])
    two = run("plan", "undo", "--as-of", "2026-12-01", "budgeting", "dana", **LOOKS[look])

    assert (one.code, one.err, two.code, two.err) == (0, "", 0, "")
    assert f"{one.out}\n{two.out}" == screen


def test_document(screen: SnapshotAssertion) -> None:
    """--json has the step, what differs and what comes next."""
    result = done("Budget management", "dana", "--proof", "Three-month sheet", "--json")

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


def test_comments_survive() -> None:
    """Only the lines of the skill change, and undo gives back what was there."""
    assert done("budgeting", "dana", "--proof", "Three-month sheet").code == 0
    assert "# Mine" in text_of("dana")
    assert "# a line of goodwill credits" in text_of("dana")
    assert "Coaching: {level: 3, evidence: Three agents promoted}  # proud of it" in text_of("dana")
    assert kept("dana").evidence["budgeting"] == "2026-11-30: Three-month sheet"

    assert done("coaching=4", "dana", "--proof", "Both teams' quarter: 81 % to 88 %").code == 0
    assert kept("dana").evidence["coaching"].splitlines() == [
        "Three agents promoted",
        "2026-11-30: Both teams' quarter: 81 % to 88 %",
    ]

    assert run("plan", "undo", "coaching", "dana").code == 0
    assert run("plan", "undo", "budgeting", "dana").code == 0
    assert kept("dana").skills == {"budgeting": 1, "coaching": 3}
    assert kept("dana").evidence == {"coaching": "Three agents promoted"}
    quoted = BY_HAND.replace("evidence: Three agents promoted", 'evidence: "Three agents promoted"')
    assert text_of("dana") == quoted


def test_evidence_stays_easy_to_read() -> None:
    """Several proofs of one skill stand one below the other in the file."""
    keep("plain", BY_HAND.replace("Coaching: {level: 3, evidence: Three agents promoted}", "coaching: 2"))
    assert done("coaching", "plain", "--proof", "Eight-week chart").code == 0
    assert done("coaching", "plain", "--proof", "The guide in use", on="2026-12-09").code == 0

    assert "      2026-11-30: Eight-week chart\n      2026-12-09: The guide in use\n" in text_of("plain")


def test_what_is_remembered() -> None:
    """Where the person stood before, the step, where they stand after; undo adds, and takes nothing away."""
    done("budgeting", "dana", "--proof", "Sheet", "--hours", "5.5", "--on", "2026-11-28")
    run("plan", "undo", "--as-of", "2026-12-01", "dana")

    records = [entry.record for entry in history_of("dana").entries]
    assert [type(record) for record in records] == [Assessed, StepDone, Assessed, Undone, Assessed]
    step = records[1]
    assert isinstance(step, StepDone)
    assert (step.day, step.hours, step.proof) == (date(2026, 11, 28), 5.5, "Sheet")
    assert records[3] == Undone(day=date(2026, 12, 1), of=2)


def test_with_as_of_in_the_past_only_the_step_is_remembered() -> None:
    """Today's facts are no news about a day before the last one that is remembered."""
    done("budgeting", "dana", "--proof", "Sheet", on="2026-11-30")
    done("coaching", "dana", "--proof", "Guide", on="2026-10-01")

    kinds = [type(entry.record) for entry in history_of("dana").entries]
    assert kinds == [Assessed, StepDone, Assessed, StepDone]


@pytest.mark.parametrize(
    "step",
    [
        "budgeting",
        "budgeting=2",
        "budgeting-2",
        "Budgeting-2",
        "follow one BUDGET line for three months, plan to actual",
        "Follow one budget line for three months: plan to actual.",
    ],
)
def test_a_step_has_many_names(step: str) -> None:
    """It is called by its skill, its id or its title; what was recorded can be taken back by each of them."""
    keep("dana")

    result = done(step, "dana", "--proof", "Sheet")

    assert (result.code, result.err) == (0, "")
    assert kept("dana").skills["budgeting"] == 2
    assert run("plan", "undo", step, "dana").code == 0
    assert kept("dana").skills["budgeting"] == 1


def test_a_step_by_its_number() -> None:
    """It is that of the plan, and which step it was is said."""
    keep("dana")
    plan = plan_of("dana")
    step = next(each for each in plan.steps if step_numbers(plan)[each.id] == 2)
    assert step.growth is not None

    result = done("2", "dana", "--proof", "Done")

    assert result.code == 0
    assert " ".join(result.err.split()) == f"Note: step 2 of the plan is {step.id}: {step.growth.title}."
    assert f"Done: {step.growth.title}" in " ".join(result.out.split())


@pytest.mark.parametrize("how", [(), ("--full",), ("--hours", "30"), ("--route", "full"), ("-o", "plan.csv")])
def test_a_number_is_that_of_the_plan_last_shown(how: tuple[str, ...]) -> None:
    """However it was shown, and though the plan has become another since: the first step that was done."""
    keep("dana")
    before = plan_of("dana")
    two, three = (
        next(step for step in before.steps if step_numbers(before)[step.id] == number) for number in (2, 3)
    )
    assert run("plan", "dana", *how, "--as-of", "2026-11-28").code == 0

    first, second = (done(number, "dana", "--proof", "Done") for number in ("2", "step 3."))

    assert f"step 2 of the plan shown on 28 Nov 2026 is {two.id}: " in " ".join(first.err.split())
    assert f"step 3 of the plan shown on 28 Nov 2026 is {three.id}: " in " ".join(second.err.split())
    assert {kept("dana").skills[step.skill or ""] for step in (two, three)} == {two.level_to, three.level_to}
    assert run("plan", "undo", "#3", "dana").code == 0


def test_a_plan_to_another_goal_counts_as_shown() -> None:
    """A number means the step that it stood beside, be the plan one that only tries something."""
    keep("dana")
    assert run("plan", "dana", "--goal", "director", "--format", "md", "--as-of", "2026-11-28").code == 0
    shown = assess(
        msgspec.structs.replace(kept("dana"), goal="director"),
        load_catalog().catalog,
        as_of=date(2026, 11, 28),
    ).plan
    last = max(step_numbers(shown).values())

    assert f"step {last} of the plan shown on" in done(str(last), "dana", "--proof", "x").err.replace(
        "\n", " "
    )


def test_what_was_shown_goes_with_the_profile(home: Path) -> None:
    """Under another name it stays; with the profile it goes; and what is broken is passed over."""
    keep("dana")
    run("plan", "dana", "--as-of", "2026-11-28")
    folder = home / "state" / "careercli"
    run("profile", "rename", "dana", "eve")
    assert [path.name for path in folder.glob("plan-*")] == ["plan-eve.json"]
    assert "shown on 28 Nov 2026" in done("1", "eve", "--proof", "x").err.replace("\n", " ")
    (folder / "plan-eve.json").write_text("{")
    assert "shown" not in done("2", "eve", "--proof", "x").err
    run("profile", "delete", "eve", "--yes")
    assert not list(folder.glob("plan-*"))


def test_a_step_that_is_done_is_said_to_be() -> None:
    """With the day on which it was recorded, by whatever name it is called."""
    assert done("budgeting-2", "dana", "--proof", "Sheet", on="2026-11-28").code == 0

    for name in ("budgeting-2", "budgeting=2", "Follow one budget line for three months, plan to actual"):
        again = done(name, "dana", "--proof", "Sheet")
        assert again.code == ExitCode.USAGE
        assert "plan to actual' is done already, since 28 Nov 2026." in " ".join(again.err.split())


def test_a_title_of_several_steps(tmp_path: Path) -> None:
    """Where a pack calls two steps the same, their ids tell them apart."""
    twins = [
        msgspec.structs.replace(
            skill, growth=tuple(msgspec.structs.replace(step, title="Do it") for step in skill.growth)
        )
        for skill in load_catalog().catalog.skills[:1]
    ]
    catalog = msgspec.structs.replace(load_catalog().catalog, skills=tuple(twins))

    with pytest.raises(UsageError, match="Several steps are called 'do IT'") as caught:
        step_named(catalog, "do IT")

    assert caught.value.hint == f"Say which: {', '.join(f'{twins[0].id}-{level}' for level in (1, 2, 3, 4))}."


def test_a_step_is_found_by_what_any_seat_calls_it() -> None:
    """Somebody may have read the title that another seat is told."""
    skill = load_catalog().catalog.skills[0]
    own = StepVariant(title="Ask a friend")
    growth = (msgspec.structs.replace(skill.growth[0], variants={"none": own}), *skill.growth[1:])
    catalog = msgspec.structs.replace(
        load_catalog().catalog, skills=(msgspec.structs.replace(skill, growth=growth),)
    )

    assert step_named(catalog, "ask a FRIEND") == step_named(catalog, growth[0].title) == (skill.id, 1)


def test_progress_log_is_the_same() -> None:
    """Both names do one thing."""
    result = run("progress", "log", "budgeting", "dana", "--proof", "Sheet", "--as-of", "2026-11-30")

    assert result.code == 0
    assert "Done: " in result.out
    assert kept("dana").skills["budgeting"] == 2


def test_without_a_name_it_is_the_default_profile() -> None:
    """STEP alone is about the default profile; a saved name alone takes back its last step."""
    keep("default", BY_HAND)

    assert done("budgeting", "--proof", "Sheet").code == 0
    assert kept("default").skills["budgeting"] == 2
    assert run("plan", "undo", "default").code == 0
    assert kept("default").skills["budgeting"] == 1
    assert run("plan", "undo").code == ExitCode.NOT_FOUND


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["coachin", "dana"], ExitCode.NOT_FOUND, "Did you mean 'coaching'?"),
        (["coaching", "danna"], ExitCode.NOT_FOUND, "Did you mean 'dana'?"),
        (["coaching"], ExitCode.NOT_FOUND, "none of the saved ones is chosen"),
        (["budgeting=3", "dana"], ExitCode.USAGE, "The next one leads to level 2"),
        (["budgeting=1", "dana"], ExitCode.USAGE, "at level 1 (awareness) already"),
        (["hiring=2", "dana"], ExitCode.USAGE, "is not rated"),
        (["hiring-2", "dana"], ExitCode.USAGE, "is not rated"),
        (["budgeting-9", "dana"], ExitCode.NOT_FOUND, "plan to actual' (budgeting-2)?"),
        (["Folow one budgt", "dana"], ExitCode.NOT_FOUND, "'Follow one budget line for three months"),
        (["budget line plan", "dana"], ExitCode.NOT_FOUND, "'Follow one budget line for three months"),
        (["xyzzy", "dana"], ExitCode.NOT_FOUND, "Those of the plan: careercli plan dana --full"),
        (["rate-coaching", "dana"], ExitCode.USAGE, "rate-coaching is done by answering, not by a proof."),
        (["quick-interview", "dana"], ExitCode.USAGE, "careercli advise --profile dana"),
        (["1", "dana"], ExitCode.USAGE, "in the interview: careercli advise --profile dana"),
        (["0", "dana"], ExitCode.NOT_FOUND, "so there is none with the number 0"),
        (["999", "dana"], ExitCode.NOT_FOUND, "See careercli plan dana"),
        (["1", "danna"], ExitCode.NOT_FOUND, "Did you mean 'dana'?"),
        (["budgeting=5", "dana"], ExitCode.USAGE, "a level from 1 to 4, not '5'"),
        (["budgeting", "dana", "--proof", "x", "--on", "2026-12-01"], ExitCode.USAGE, "is in the future"),
        (
            ["budgeting", "dana", "--proof", "x", "--on", "1969-12-31"],
            ExitCode.USAGE,
            "is not between 1970-01-01",
        ),
        (["budgeting", "dana", "--proof", "x", "--on", "soon"], ExitCode.USAGE, "not 'soon'"),
        (["budgeting", "dana", "--proof", "x", "--hours", "0"], ExitCode.USAGE, "above 0"),
        (["budgeting", "dana", "--proof", "x", "--hours", "nan"], ExitCode.USAGE, "not 'nan'"),
        (["budgeting", "dana", "--proof", " \n"], ExitCode.USAGE, "has to say what shows"),
        (["budgeting", "dana", "--proof", "x" * 1001], ExitCode.USAGE, "up to 1000 characters"),
        (
            ["budgeting", "dana"],
            ExitCode.NEEDS_INPUT,
            "Add --proof TEXT. What the step asks for:",
        ),
        (["budgeting", "-"], ExitCode.USAGE, "standard input is not one"),
        (["budgeting", "here.yaml"], ExitCode.USAGE, "the menu of: careercli advise --profile here.yaml"),
        (["budgeting", "somebody"], ExitCode.NOT_FOUND, "See 'careercli profile list'."),
    ],
)
def test_what_cannot_be_recorded(arguments: list[str], code: ExitCode, said: str) -> None:
    """Each says what is wrong and what to do, and changes nothing."""
    write_profile(Path("here.yaml"))
    keep("maya")
    result = done(*arguments)

    assert result.code == code
    assert said in result.err
    assert text_of("dana") == BY_HAND
    assert history_of("dana").entries == ()


def test_what_cannot_be_printed_is_recorded() -> None:
    """Exit 5 comes after the step is saved; a script that tried again would take the next one."""
    words = ("plan", "done", "budgeting", "dana", "--proof", "A sheet")
    one = run_process(*words, how='"$@" >&-')
    two = run_process("plan", "undo", "budgeting", "dana", "--json", how='"$@" >&-')

    assert (one.code, two.code) == (ExitCode.STORAGE, ExitCode.STORAGE)
    assert "The step is recorded all the same: do not repeat this." in one.err
    assert "The step is taken back all the same" in two.err
    records = [entry.record for entry in history_of("dana").entries]
    assert [type(record) for record in records if not isinstance(record, Assessed)] == [StepDone, Undone]


def test_what_does_not_apply_has_no_step() -> None:
    """A skill marked not applicable is refused with its reason."""
    keep("dana", f"{BY_HAND}not_applicable: {{social-media-support: We have no channels}}\n")
    result = done("social-media-support", "dana", "--proof", "x")

    assert result.code == ExitCode.USAGE
    assert "We have no channels" in result.err


def test_the_proof_is_asked_for_on_a_terminal() -> None:
    """Whoever sits there is asked, told what the step wants, and asked again where nothing is said."""
    result = done("budgeting", "dana", stdin="\nMy sheet\n", env={"TERM": "dumb"}, terminal=True)

    assert result.code == 0
    assert "Three-month sheet" in result.err
    assert "It has to say what shows" in result.err
    assert kept("dana").evidence["budgeting"] == "2026-11-30: My sheet"


def test_breaking_off_records_nothing() -> None:
    """End of input at the question leaves everything as it was."""
    result = done("budgeting", "dana", stdin="", env={"TERM": "dumb"}, terminal=True)

    assert result.code == ExitCode.INTERRUPTED
    assert text_of("dana") == BY_HAND


@pytest.mark.parametrize(
    "proof", ["\x1b[31mred\x1b[0m", "[bold]x[/bold]", "a: b # c", "- x", "\u202eevil", "'\"", "no"]
)
def test_a_proof_is_text(proof: str) -> None:
    """Whatever is typed comes back as text, and nothing in it acts."""
    result = done("budgeting", "dana", "--proof", proof)

    assert result.code == 0
    assert "\x1b" not in result.out
    assert "\u202e" not in result.out
    assert kept("dana").evidence["budgeting"].startswith("2026-11-30: ")
    assert run("plan", "undo", "dana").code == 0
    assert "budgeting" not in kept("dana").evidence


def test_nothing_to_take_back() -> None:
    """A step that was never recorded is not found, and a second undo finds nothing more."""
    assert run("plan", "undo", "hiring", "dana").code == ExitCode.NOT_FOUND
    done("budgeting", "dana", "--proof", "x")
    assert run("plan", "undo", "dana").code == 0
    result = run("plan", "undo", "dana")

    assert result.code == ExitCode.NOT_FOUND
    assert "No finished step is recorded." in result.err


def test_a_step_beside_the_plan_is_said_to_be_one() -> None:
    """A step that the plan does not ask for counts, and is told apart from one that it does."""
    keep("dana")
    planned = plan_of("dana").steps[0].id
    inside = run("plan", "done", planned, "dana", "--proof", "Seen")
    outside = run("plan", "done", "ticketing", "dana", "--proof", "Seen")

    assert (inside.code, outside.code) == (0, 0)
    assert "not in your plan" not in inside.out
    assert "This step was not in your plan to" in " ".join(outside.out.split())
    assert "not in your plan" not in run("plan", "undo", "dana").out


@pytest.mark.parametrize("empty", ["skills:", "skills: ~", "skills: {}", "skills:   # to come"])
def test_a_step_of_a_profile_without_any_skill(empty: str) -> None:
    """A key that somebody left empty in the file is filled; what stands around it stays."""
    keep("empty", f"# Mine\nschema: careercli/profile@1\n{empty}\nexperience: {{support_years: 3}}\n")
    result = done("coaching", "empty", "--proof", "Three notes")

    assert result.code == 0
    assert kept("empty").skills == {"coaching": 1}
    assert text_of("empty").startswith("# Mine\nschema: careercli/profile@1\nskills:")
    assert text_of("empty").endswith("experience: {support_years: 3}\n")
