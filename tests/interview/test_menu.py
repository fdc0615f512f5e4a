from __future__ import annotations

from pathlib import Path

import pytest

from careercli.domain.history import Assessed, StepDone
from careercli.domain.model import Catalog
from careercli.errors import ExitCode, StorageError
from careercli.store import Store
from tests.files import write_profile
from tests.interview.guided import (
    FACTS,
    FINISH,
    LEAVE,
    QUICK,
    Meanwhile,
    advise,
    draft,
    kept,
    saved,
    store,
    words,
)
from tests.interview.keeping import history_of, keep
from tests.running import DAY, run

pytestmark = pytest.mark.usefixtures("home")

DANA = ["--quick", "--profile", "dana"]
PROOF = "Sheet of three months"
RECORDED = f"{DAY}: {PROOF}"


@pytest.fixture
def dana(home: Path) -> None:
    """Save a built-in person who has a plan, and nothing left that could change her tier."""
    keep("dana")


@pytest.mark.usefixtures("dana")
def test_a_step_done(catalog: Catalog) -> None:
    """The step chosen is recorded with proof and day, and what it changed is shown as ``plan done`` does."""
    result = advise("d", "2", PROOF, "", arguments=DANA)

    assert result.code == ExitCode.DONE
    dana = kept("dana", catalog)
    assert (dana.skills["executive-communication"], dana.evidence["executive-communication"]) == (2, RECORDED)
    records = [entry.record for entry in history_of("dana").entries]
    assert [type(record) for record in records] == [Assessed, StepDone, Assessed]
    assert "Must-haves left for Manager: from 3 to 2" in result.out

    assert run("plan", "undo", "dana").code == 0
    by_command = run(
        *("plan", "done", "executive-communication", "dana", "--proof", PROOF, "--as-of", DAY),
        env={"CAREERCLI_ACCESSIBLE": "1"},
    )
    assert by_command.out in result.out


@pytest.mark.usefixtures("dana")
def test_the_steps_offered_are_those_that_can_be_started() -> None:
    """They come in the order of the plan, each skill once; after one is done, it is not offered again."""
    result = advise("d", "1", PROOF, "d", "b", arguments=DANA)

    asked = result.err.split("Which step is done?")[1:]
    first, second = (part.partition("Type one of 1")[0] for part in asked)
    assert "1: Budget management to level 2, working: Follow one budget line" in words(first)
    assert "3: Performance management to level 3" in words(first)
    assert "4: " not in first
    assert "1: Working with executives to level 2" in words(second)
    assert "Budget management" not in words(second)
    assert "careercli plan done STEP dana --on DATE" in words(first)


@pytest.mark.usefixtures("dana")
def test_going_back_from_a_step(catalog: Catalog) -> None:
    """From the proof to the steps, from the steps to the menu; an empty proof is asked for again."""
    result = advise("d", "1", "<", "2", "", "<", "b", "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert "It has to say what shows that the step is done." in words(result.err)
    assert "Type it and press Enter, < goes back:" in result.err
    assert result.err.count("Which step is done?") == 3
    assert kept("dana", catalog).skills["budgeting"] == 1


@pytest.mark.parametrize("typed", [("d",), ("d", "1")])
@pytest.mark.usefixtures("dana")
def test_breaking_off_records_nothing(typed: tuple[str, ...], catalog: Catalog) -> None:
    """Ctrl-C at the steps or at the proof ends as everywhere, and the profile is as it was."""
    before = store().path("dana").read_bytes()
    result = advise(*typed, arguments=DANA)

    assert result.code == ExitCode.INTERRUPTED
    assert "Stopped. There is nothing new to keep." in words(result.err)
    assert store().path("dana").read_bytes() == before


def test_answers_are_saved_before_a_step_is_recorded(catalog: Catalog) -> None:
    """What is not saved yet is saved first, as from the menu; then the step is recorded on top of it."""
    result = advise(*FACTS, QUICK, "1", FINISH, "d", "maya", "1", PROOF, "", arguments=[])

    assert result.code == ExitCode.DONE
    assert "so save your answers under a name first." in words(result.err)
    maya = kept("maya", catalog)
    assert list(maya.skills.values()) == [2]
    assert list(maya.evidence.values()) == [RECORDED]
    assert not draft().exists()


def test_a_step_from_an_estimate_is_not_offered() -> None:
    """It could not be recorded before its skill is rated; then there is nothing to mark yet."""
    result = advise(*FACTS, QUICK, "3", FINISH, *LEAVE)

    assert result.code == ExitCode.DONE
    assert "p: Show the plan" in result.err
    assert "Mark a step" not in result.err


@pytest.mark.parametrize("typed", [("<",), ("here.yaml", "")], ids=["back", "a file"])
def test_a_step_has_no_place_in_a_file(typed: tuple[str, ...], catalog: Catalog) -> None:
    """Whoever would rather not save under a name comes back to the menu, and nothing is recorded."""
    result = advise(*FACTS, QUICK, "1", FINISH, "d", *typed, *(LEAVE if typed == ("<",) else ()))

    assert result.code == ExitCode.DONE
    assert "Which step is done?" not in result.err
    assert store().names() == []
    assert ("not in a file: save under a name too" in words(result.err)) == (typed != ("<",))


@pytest.mark.usefixtures("dana")
def test_a_copy_in_a_file_is_not_what_a_profile_says(catalog: Catalog) -> None:
    """Answers saved to a file only are remembered of no profile, and a step asks for the profile first."""
    result = advise("r", "0", FINISH, "s", "copy.yaml", "d", "<", "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert len(history_of("dana").entries) == 1
    assert "so save your answers under a name first." in words(result.err)
    assert len(saved(Path("copy.yaml"), catalog).skills) == len(kept("dana", catalog).skills) + 1


@pytest.mark.usefixtures("dana")
def test_what_was_recorded_elsewhere_meanwhile_counts(catalog: Catalog) -> None:
    """A step recorded by a command while the menu waits is neither offered again nor lost."""

    def by_command() -> None:
        assert run("plan", "done", "budgeting", "dana", "--proof", "Elsewhere", "--as-of", DAY).code == 0

    keyboard = Meanwhile(["d", "1", PROOF, "q"], 0, by_command)
    result = advise(arguments=DANA, keyboard=keyboard)

    assert result.code == ExitCode.DONE
    dana = kept("dana", catalog)
    assert (dana.skills["budgeting"], dana.skills["executive-communication"]) == (2, 2)
    assert dana.evidence["budgeting"].endswith(": Elsewhere")
    assert len([entry for entry in history_of("dana").entries if isinstance(entry.record, StepDone)]) == 2


@pytest.mark.usefixtures("dana")
def test_a_step_recorded_twice_at_once(catalog: Catalog) -> None:
    """The same step recorded elsewhere while its proof is typed is said, and the menu goes on."""

    def by_command() -> None:
        assert run("plan", "done", "budgeting", "dana", "--proof", "Elsewhere", "--as-of", DAY).code == 0

    result = advise(arguments=DANA, keyboard=Meanwhile(["d", "1", PROOF, "q"], 2, by_command))

    assert result.code == ExitCode.DONE
    assert "Budget management is at level 2 (working) already." in words(result.err)
    assert kept("dana", catalog).evidence["budgeting"] == f"{DAY}: Elsewhere"


@pytest.mark.usefixtures("dana")
def test_a_step_that_cannot_be_recorded(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """That is said, and the session goes on with nothing changed."""

    def full(*_: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(Store, "change", full)
    result = advise("d", "1", PROOF, "q", arguments=DANA)

    assert result.code == ExitCode.DONE
    assert "careercli: The disk is full." in words(result.err)
    assert kept("dana", catalog).skills["budgeting"] == 1


def test_nothing_to_mark_where_no_step_is_left(catalog: Catalog) -> None:
    """Somebody whose plan has no step is not offered what cannot be done."""
    levels = "".join(f"  {skill.id}: 4\n" for skill in catalog.skills)
    write_profile(Path("top.yaml"), f"skills:\n{levels}")
    result = advise("q", arguments=["--profile", "top.yaml"])

    assert result.code == ExitCode.DONE
    assert "p: Show the plan" in result.err
    assert "Mark a step" not in result.err
