"""careercli as a library: what ``import careercli`` gives, and that the command line gives the same."""

from __future__ import annotations

import doctest
import subprocess
import sys
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

import careercli
from careercli import api
from careercli.domain.model import Catalog
from tests.files import write_profile
from tests.running import run

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 21)
PERSON = careercli.Profile(support_years=3, skills={"ticketing": 2, "communication": 3}, goal="manager")


def test_the_examples_of_the_documentation_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything that docs/library.md shows happens as shown."""
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False)
    assert failed == 0, capsys.readouterr().out
    assert tried > 20


def test_the_documentation_names_everything() -> None:
    """Every function of the library has its row."""
    text = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    functions = [name for name in careercli.__all__ if name.islower() and not name.startswith("_")]
    assert functions
    assert [name for name in functions if name not in text] == ["read_resume"]


def test_the_package_gives_what_the_library_has() -> None:
    """``careercli.NAME`` is ``careercli.api.NAME``, for every name of either list."""
    assert [name for name in careercli.__all__ if name != "__version__"] == api.__all__
    for name in api.__all__:
        assert getattr(careercli, name) is getattr(api, name)
    assert dir(careercli) == careercli.__all__


def test_a_name_that_is_not_there_is_no_attribute() -> None:
    """A typing error is told as Python tells it."""
    with pytest.raises(AttributeError, match="module 'careercli' has no attribute 'asess'"):
        careercli.asess  # type: ignore[attr-defined] # noqa: B018


def test_importing_loads_nothing() -> None:
    """``import careercli`` alone costs nothing; the library is loaded with its first use."""
    code = "import sys, careercli; print('careercli.api' in sys.modules, 'msgspec' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).split() == ["False", "False"]


@pytest.mark.parametrize(
    ("command", "make"),
    [
        ("assess", careercli.assess),
        ("plan", careercli.plan),
        ("plan --route full", partial(careercli.plan, route="full")),
    ],
)
def test_the_command_line_prints_the_same(tmp_path: Path, command: str, make: object) -> None:
    """The document of a command is that of the library, byte for byte."""
    path = write_profile(tmp_path / "ana.yaml", "goal: manager\nskills: {ticketing: 2, communication: 3}\n")
    printed = run(*command.split(), str(path), "--json", "--as-of", TODAY.isoformat()).stdout
    assert callable(make)
    result = make(careercli.read_profile(path), as_of=TODAY)
    assert careercli.to_json(result) == printed


def test_a_profile_put_together_by_hand_is_checked(catalog: Catalog) -> None:
    """Names are understood as everywhere, and what cannot be is told with every problem."""
    wrong = careercli.Profile(support_years=-1, skills={"tickting": 2, "empathy": 7}, goal="king")
    with pytest.raises(careercli.InvalidDataError) as caught:
        careercli.assess(wrong, catalog)
    keys = [problem.key for problem in caught.value.problems]
    assert keys == ["experience.support_years", "goal", "skills.empathy", "skills.tickting"]
    assert len(caught.value.__notes__) == 4
    known = careercli.Profile(support_years=3, skills={"CRM": 2}, goal="Team Lead")
    understood = careercli.assess(known, catalog).profile
    assert (understood.skills, understood.goal) == ({"crm": 2}, "team-lead")


def test_numbers_may_be_whole(catalog: Catalog) -> None:
    """Somebody who writes 3 for 3.0 means the same."""
    whole = msgspec.structs.replace(PERSON, support_years=3, hours_per_week=4)
    assert careercli.plan(whole, catalog, as_of=TODAY) == careercli.plan(PERSON, catalog, as_of=TODAY)


def test_a_moment_is_its_day(catalog: Catalog) -> None:
    """A date with a time, as a notebook has them, means that day; documents have no times."""
    moment = datetime(2026, 11, 21, 23, 59)  # noqa: DTZ001 - what people give
    assert careercli.assess(PERSON, catalog, as_of=moment).as_of == TODAY
    assert careercli.plan(PERSON, catalog, as_of=moment) == careercli.plan(PERSON, catalog, as_of=TODAY)


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date(3000, 1, 1), date.max])
def test_a_day_that_cannot_be_reckoned_from(day: date, catalog: Catalog) -> None:
    """It is told like anything else that is wrong, before a date would run out of the calendar."""
    for make in (careercli.assess, careercli.plan):
        with pytest.raises(careercli.InvalidDataError, match="is not between 1970-01-01 and 2999-12-31"):
            make(PERSON, catalog, as_of=day)


def test_a_goal_given_goes_before_that_of_the_profile(catalog: Catalog) -> None:
    """A plan is to the goal asked for; one that is no tier is told with the nearest."""
    assert careercli.plan(PERSON, catalog).goal is catalog.ladder.tier("manager")
    assert careercli.plan(PERSON, catalog, goal="Director").goal is catalog.ladder.tier("director")
    with pytest.raises(careercli.NotFoundError, match="directr"):
        careercli.plan(PERSON, catalog, goal="directr")


def test_the_full_route_adds_what_also_helps(catalog: Catalog) -> None:
    """It has the same milestones, and steps beside them; another route there is not."""
    plans = [careercli.plan(PERSON, catalog, route=route, as_of=TODAY) for route in ("shortest", "full")]
    assert plans[0].milestones == plans[1].milestones
    assert [bool(plan.also_helps) for plan in plans] == [False, True]
    with pytest.raises(ValueError, match="shortest or full, not 'scenic'"):
        careercli.plan(PERSON, catalog, route="scenic")  # type: ignore[arg-type]


def test_a_ladder_is_chosen_by_name(catalog: Catalog) -> None:
    """The catalog comes with the ladder asked for; one that is not there is told."""
    assert careercli.load_catalog(ladder="Customer Support") == catalog
    pack = ROOT / "docs" / "examples" / "technical-support"
    other = careercli.load_catalog(pack, ladder="customer-support")
    assert (len(other.ladders), other.in_use) == (2, "customer-support")
    with pytest.raises(careercli.NotFoundError, match="sales"):
        careercli.load_catalog(ladder="sales")


def test_a_resume_may_be_read_once_and_answered(tmp_path: Path, catalog: Catalog) -> None:
    """What was read is a draft again with each answer; a result has its document."""
    path = tmp_path / "resume.json"
    job = {"name": "Acme", "position": "Customer Support Specialist", "startDate": "1970-01"}
    path.write_bytes(msgspec.json.encode({"work": [job]}))
    resume = careercli.read_resume(path)
    draft = careercli.import_resume(resume, catalog, as_of=TODAY)
    assert draft == careercli.import_resume(path, catalog, as_of=TODAY)
    assert [doubt.answer for doubt in draft.doubts] == [None]
    answered = careercli.import_resume(resume, catalog, as_of=TODAY, answers={draft.doubts[0].id: "count"})
    assert answered.profile.support_years > draft.profile.support_years
    assert msgspec.json.decode(careercli.to_json(answered))["schema"] == "careercli/import@1"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"profile": {"support_years": 3}}, "A Profile is wanted, not a dict."),
        ({"profile": None}, "A Profile is wanted, not a NoneType."),
        (
            {"profile": careercli.Profile(support_years=3, skills=None)},  # type: ignore[arg-type]
            "A mapping as skills is wanted, not a NoneType.",
        ),
        ({"catalog": "my-pack"}, "A Catalog is wanted, not a str."),
        ({"catalog": ""}, "A Catalog is wanted, not a str."),
        ({"as_of": "2026-11-21"}, "A date is wanted, not a str."),
        ({"goal": 6}, "A goal's name is wanted, not a int."),
    ],
)
def test_something_else_than_is_wanted(wrong: dict[str, object], told: str) -> None:
    """It is said at once what is wanted, and not from somewhere deep inside."""
    given: Any = {"profile": PERSON, **wrong}
    for make in (careercli.assess, careercli.plan):
        if "goal" in wrong and make is careercli.assess:
            continue
        with pytest.raises(TypeError) as caught:
            make(**given)
        assert str(caught.value) == told


def test_a_text_or_a_resume_that_is_none(catalog: Catalog) -> None:
    """So it is with a text that is not there, and with a résumé that was parsed already."""
    wrong: Any = None
    with pytest.raises(TypeError, match="A text is wanted, not a NoneType"):
        careercli.parse_profile(wrong, catalog)
    wrong = {"basics": {}}
    with pytest.raises(TypeError, match="A Resume is wanted, not a dict"):
        careercli.import_resume(wrong, catalog)


def test_a_document_with_something_else_than_a_catalog(catalog: Catalog) -> None:
    """The names in a document come from a catalog, and from nothing else."""
    assessment = careercli.assess(PERSON, catalog)
    with pytest.raises(TypeError, match="A Catalog is wanted, not a str"):
        careercli.to_json(assessment, "my-pack")  # type: ignore[arg-type]


def test_what_has_no_document_is_refused(catalog: Catalog) -> None:
    """Only results have a document."""
    with pytest.raises(TypeError, match="Profile"):
        careercli.to_json(PERSON, catalog)  # type: ignore[arg-type]
