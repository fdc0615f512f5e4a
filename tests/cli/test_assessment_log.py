"""What is remembered of the assessments of saved profiles, and how ``profile history`` tells of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.cli.context import Session
from careercli.domain.growth import Hours
from careercli.domain.history import Assessed, Created, Imported, Renamed, StepDone, Undone
from careercli.domain.model import Catalog, Profile
from careercli.errors import ExitCode
from careercli.formats.profiles import to_yaml
from careercli.store import Store
from tests.interview.keeping import keep
from tests.running import FEW_LOOKS, run

FIRST, LATER = "2026-04-03", "2026-07-03"
PERSON = Profile(support_years=6.0, leading_years=1.0, leads_people=True, goal="manager")

pytestmark = pytest.mark.usefixtures("home")


def store() -> Store:
    """Return what careercli keeps for the person of a test."""
    return Session().store


def assessments() -> tuple[Assessed, ...]:
    """Return what is remembered of maya."""
    return store().history("maya").assessments


@pytest.fixture
def maya(home: Path, catalog: Catalog) -> None:
    """Save somebody who stands at a tier."""
    person = next(person.profile for person in catalog.personas if person.id == "dana")
    store().create("maya", person)


def raise_level(skill: str, level: int) -> None:
    """Change one level of maya by hand."""
    session = Session()

    def edit(profile: Profile, _history: object) -> tuple[Profile, tuple[()], None]:
        return msgspec.structs.replace(profile, skills={**profile.skills, skill: level}), (), None

    session.store.change("maya", session.catalog, edit)


@pytest.mark.parametrize(
    "words",
    [
        ["assess", "maya"],
        ["plan", "maya"],
        ["assess", "maya", "--json"],
        ["plan", "maya", "--route", "shortest"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("maya")
def test_an_assessment_is_remembered_once(words: list[str]) -> None:
    """The first time, and again when something changed; never twice the same."""
    for day in (FIRST, FIRST, LATER):
        assert run(*words, "--as-of", day).code == 0
    assert [record.as_of.isoformat() for record in assessments()] == [FIRST]

    raise_level("coaching", 4)
    run(*words, "--as-of", LATER)
    assert [record.as_of.isoformat() for record in assessments()] == [FIRST, LATER]
    assert assessments()[1].facts.skills["coaching"] == 4


@pytest.mark.usefixtures("maya")
def test_the_default_profile_is_remembered_too() -> None:
    """Without PROFILE it is the default one that is remembered."""
    store().set_default("maya")
    run("assess")

    assert len(assessments()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["assess", "maya", "--support-years", "9"],
        ["plan", "maya", "--goal", "director"],
        ["what-if", "maya", "--support-years", "+1"],
        ["path", "maya"],
        ["skill", "show", "coaching", "maya"],
        ["assess", "{path}"],
        ["profile", "show", "maya"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("maya")
def test_what_is_not_remembered(words: list[str]) -> None:
    """Facts laid over a profile, what-ifs, files, and what assesses nobody."""
    path = str(store().path("maya"))

    assert run(*(word.replace("{path}", path) for word in words)).code == 0
    assert assessments() == ()


@pytest.mark.usefixtures("maya")
def test_looking_back_is_not_remembered() -> None:
    """With --as-of, a day before the last one remembered is only looked at; today always counts."""
    run("assess", "maya", "--as-of", "2999-01-01")
    raise_level("coaching", 4)
    run("assess", "maya", "--as-of", LATER)
    assert len(assessments()) == 1
    run("assess", "maya")
    assert len(assessments()) == 2


@pytest.mark.usefixtures("maya")
def test_what_cannot_be_remembered_costs_nothing() -> None:
    """The assessment is printed with its own exit code, and it is told that it is not remembered."""
    store().histories.mkdir(exist_ok=True)
    (store().histories / "maya.jsonl").mkdir()
    result = run("assess", "maya", "--at-least", "director")

    assert result.code == ExitCode.BELOW_TIER
    assert result.out
    assert "Note: this assessment is not remembered." in " ".join(result.err.split())
    assert run("assess", "maya", "--json").document["schema"] == "careercli/assessment@2"


@pytest.mark.usefixtures("maya")
def test_a_profile_changed_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    """An assessment of facts that are not the profile's any more is not remembered as the profile's."""
    change = Store.change

    def late(self: Store, name: str, *arguments: object) -> object:
        path = self.path(name)
        path.write_text(path.read_text().replace("support_years: 7.5", "support_years: 9"))
        return change(self, name, *arguments)  # type: ignore[arg-type]

    assert "support_years: 7.5" in store().path("maya").read_text()
    monkeypatch.setattr(Store, "change", late)
    run("assess", "maya")

    assert assessments() == ()


def rewrite_last(**changes: object) -> None:
    """Let the only record of maya be one that was made with other role data."""
    (record,) = assessments()
    older = msgspec.structs.replace(record, catalog="older", **changes)
    (store().histories / "maya.jsonl").write_bytes(msgspec.json.encode(older) + b"\n")


@pytest.mark.usefixtures("maya")
def test_newer_role_data_is_told_apart_from_the_person() -> None:
    """Where the facts of before give another tier now, one line says so, without the person's own change."""
    run("assess", "maya", "--as-of", FIRST)
    placed = assessments()[0].current
    rewrite_last(current="director")
    raise_level("coaching", 4)
    result = run("assess", "maya", "--as-of", LATER)

    note = " ".join(result.err.split())
    assert note.startswith(
        "Note: the role data has changed since 3 Apr 2026. The facts of that day gave Director"
    )
    assert placed is not None
    assert note.count("Note:") == 1
    assert run("assess", "maya", "--as-of", LATER).err == ""


@pytest.mark.usefixtures("maya")
def test_newer_role_data_that_moves_nobody_is_not_told() -> None:
    """Role data that changed without moving the tier is remembered, and nothing is said."""
    run("assess", "maya", "--as-of", FIRST)
    rewrite_last()
    result = run("assess", "maya", "--as-of", LATER)

    assert result.err == ""
    assert len(assessments()) == 2


def by_the_first_rule(**changes: object) -> None:
    """Let the only record of maya be one by the rule of before, as it stands in a file of that time."""
    (record,) = assessments()
    older = msgspec.to_builtins(msgspec.structs.replace(record, catalog="older", **changes))
    for name in ("rule", "by_seat", "at_least", "at_most", "confirmed"):
        del older[name]
    (store().histories / "maya.jsonl").write_bytes(msgspec.json.encode(older) + b"\n")


READINGS = (
    "your answers show Junior Manager, your years allow Junior Manager and your job says Team Lead;"
    " the middle one counts"
)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (
            {"current": "specialist"},
            f"Before, on 3 Apr 2026: Specialist. Now: Junior Manager: {READINGS}.",
        ),
        (
            {"current": "junior-manager"},
            f"It said Junior Manager on 3 Apr 2026 and still does: {READINGS}.",
        ),
        ({"current": None}, "Before, on 3 Apr 2026: no tier. Now: Junior Manager: your answers show"),
        (
            {
                "current": "manager",
                "facts": Profile(support_years=7.0, not_applicable={"ai-automation": "None"}),
            },
            "What you changed yourself since then is in this, too.",
        ),
        ({"current": "gone"}, "Before, on 3 Apr 2026: gone. Now: Junior Manager:"),
    ],
    ids=["other", "same", "none", "facts", "gone"],
)
@pytest.mark.parametrize(
    "command", [["assess"], ["plan"], ["plan", "done", "hiring", "--proof", "x"]], ids=" ".join
)
@pytest.mark.usefixtures("maya")
def test_a_newer_rule_is_told_once(command: list[str], before: dict[str, object], said: str) -> None:
    """What it said before, what it says now and why: the first time that somebody asks, and then no more."""
    run("assess", "maya", "--as-of", FIRST)
    by_the_first_rule(**before)
    old = (store().histories / "maya.jsonl").read_bytes()

    told = " ".join(run(*command, "maya", "--as-of", LATER).err.split())

    assert told.startswith(
        "Note: the rule of placement has changed: your job and your years are weighed as well now as"
        " your answers. "
    )
    assert said in told
    assert told.count("Note:") == 1
    assert run("assess", "maya", "--as-of", LATER).err == ""
    assert (store().histories / "maya.jsonl").read_bytes().startswith(old)
    assert assessments()[-1].rule == 2


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (PERSON, "Now too little is rated to say."),
        (
            Profile(support_years=0.5, skills=dict.fromkeys(("communication", "ticketing"), 2)),
            "Now too little is rated to say.",
        ),
    ],
)
def test_a_newer_rule_that_knows_too_little(person: Profile, said: str, home: Path) -> None:
    """Where nothing can be said by now, that is said, and no reading."""
    store().create("maya", person)
    run("assess", "maya", "--as-of", FIRST)
    by_the_first_rule(current="junior-specialist")

    assert said in " ".join(run("assess", "maya", "--as-of", LATER).err.split())


def test_the_readings_that_a_newer_rule_tells(catalog: Catalog) -> None:
    """Without a job the lower of two counts, and nobody is placed far above what their answers show."""
    strong = next(person.profile for person in catalog.personas if person.id == "priya")
    weak = {skill: min(level, 1) for skill, level in strong.skills.items()}
    store().create("maya", msgspec.structs.replace(strong, title=None, employed=False, team=None))
    store().create(
        "capped", msgspec.structs.replace(strong, skills=weak, support_years=20.0, leading_years=15.0)
    )
    told = {}
    for name in ("maya", "capped"):
        run("assess", name, "--as-of", FIRST)
        path = store().histories / f"{name}.jsonl"
        path.write_text(path.read_text().replace(',"rule":2', ""))
        told[name] = " ".join(run("assess", name, "--as-of", LATER).err.split())

    assert "your years allow Senior Manager; the lower one counts." in told["maya"]
    assert "nobody is placed more than two tiers above what their answers show." in told["capped"]


def test_a_mark_that_lapsed_is_told_with_the_rule(home: Path) -> None:
    """A skill that an earlier rule let one mark is named, since it counts as not rated from now on."""
    keep("maya", to_yaml(PERSON) + "not_applicable: {ai-automation: None here}\n")
    run("assess", "maya", "--as-of", FIRST)
    assert assessments()[0].facts == PERSON
    by_the_first_rule(facts=msgspec.structs.replace(PERSON, not_applicable={"ai-automation": "None here"}))

    told = " ".join(run("assess", "maya", "--as-of", LATER).err.split())

    name = Session().catalog.skill_titles["ai-automation"]
    assert told.endswith(f"Marked not applicable, but a must-have now and so not rated yet: {name}.")


# -- the page ------------------------------------------------------------------------------------------


@pytest.fixture
def past(maya: None, catalog: Catalog) -> None:
    """Let maya have a history with a record of every kind."""
    step = StepDone(
        day=date(2026, 5, 2),
        skill="coaching",
        level_from=2,
        level_to=3,
        title="Coach one colleague to a goal",
        proof="Notes of six sessions",
        hours=6.5,
        planned=Hours(4, 8),
    )
    records = [
        Created(day=date(2026, 4, 1)),
        Imported(day=date(2026, 4, 1), source="resume.json"),
        step,
        Undone(day=date(2026, 5, 3), of=3),
        Renamed(day=date(2026, 5, 4), old="may", new="maya"),
    ]
    text = b"".join(msgspec.json.encode(record) + b"\n" for record in records)
    store().histories.mkdir(exist_ok=True)
    (store().histories / "maya.jsonl").write_bytes(text + b'{"kind": "visited", "date": "2026-05-05"}\n')
    run("assess", "maya", "--as-of", "2026-06-01")
    raise_level("coaching", 4)
    run("assess", "maya", "--as-of", "2026-06-02")
    lines = (store().histories / "maya.jsonl").read_bytes().splitlines(keepends=True)
    last = msgspec.json.decode(lines[-1], type=Assessed)
    older = msgspec.structs.replace(
        last, catalog="older", as_of=date(2026, 6, 3), current="team-lead", certain=not last.certain
    )
    (store().histories / "maya.jsonl").write_bytes(b"".join(lines) + msgspec.json.encode(older) + b"\n")
    raise_level("hiring", 4)
    run("assess", "maya", "--as-of", "2026-06-04")


@pytest.mark.parametrize("look", FEW_LOOKS)
@pytest.mark.usefixtures("past")
def test_the_history(look: str, screen: SnapshotAssertion) -> None:
    """Every record oldest first, with what changed and whose doing that was."""
    result = run("profile", "history", "maya", **FEW_LOOKS[look])  # type: ignore[arg-type]

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


@pytest.mark.usefixtures("maya")
def test_what_a_newer_rule_moved_is_told_in_the_history() -> None:
    """It is nobody's doing: neither the person's nor that of the role data."""
    run("assess", "maya", "--as-of", FIRST)
    by_the_first_rule(current="specialist")
    run("assess", "maya", "--as-of", LATER)

    told = " ".join(run("profile", "history", "maya", columns=200).out.split())

    assert "The new rule of placement moved: tier Specialist → Junior Manager" in told
    assert "role data" not in told
    assert "That moved" not in told


@pytest.mark.usefixtures("past")
def test_the_history_as_json() -> None:
    """The same for a program, with the lines as numbers of the records."""
    document = run("profile", "history", "maya", "--json").document

    assert document["schema"] == "careercli/history@1"
    kinds = [(record["line"], record["kind"]) for record in document["records"]]
    assert kinds == [
        *((1, "created"), (2, "import"), (3, "step"), (4, "undo"), (5, "renamed")),
        *((line, "assessment") for line in (7, 8, 9, 10)),
    ]
    assert document["unknown"] == 1
    assert document["records"][2]["undone"]
    first, second, third, fourth = document["records"][5:]
    assert first["changed"] is None
    assert second["changed"]["facts"][0]["key"] == "coaching"
    assert second["changed"]["by_person"]
    assert second["changed"]["by_catalog"] == []
    assert third["changed"]["facts"] == []
    assert third["changed"]["by_catalog"]
    assert fourth["changed"]["facts"]
    assert fourth["changed"]["by_catalog"]


def test_no_history() -> None:
    """A profile without records says what the first one will be."""
    store().create("maya", PERSON)

    assert "Nothing yet." in run("profile", "history", "maya").out


@pytest.mark.usefixtures("past")
def test_a_broken_line() -> None:
    """The others are shown, and exit 4 tells of the line."""
    path = store().histories / "maya.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"kind":"undo"', b'"kind":"undo'))
    result = run("profile", "history", "maya")

    assert result.code == ExitCode.INVALID
    assert "Saved for the first time" in result.out
    assert f"{path}:4" in result.err


def test_both_changed_long_ago() -> None:
    """Where facts and role data both changed and neither is today's, nobody can tell which did it."""
    store().create("maya", PERSON)
    run("assess", "maya", "--as-of", FIRST)
    (record,) = assessments()
    one = msgspec.structs.replace(record, catalog="one", current=None)
    two = msgspec.structs.replace(
        record, catalog="two", facts=Profile(support_years=7.0), current="team-lead", as_of=date(2026, 5, 1)
    )
    (store().histories / "maya.jsonl").write_bytes(
        b"".join(msgspec.json.encode(record) + b"\n" for record in (one, two))
    )
    changed = run("profile", "history", "maya", "--json").document["records"][1]["changed"]

    assert changed["by_person"] == changed["by_catalog"] == []
    assert {"of": "current", "key": None, "before": None, "after": "team-lead"} in changed["by_either"]
    assert "You and the role data moved" in run("profile", "history", "maya").out


def test_a_fit_that_moved_less_than_a_percent_is_not_told(home: Path) -> None:
    """A move of which both ends read the same is left out of the history."""
    keep("dana")
    run("assess", "dana", "--as-of", "2026-11-21")
    path = home / "data" / "careercli" / "history" / "dana.jsonl"
    line = path.read_text()
    fit = f'"manager":{msgspec.json.decode(line)["fits"]["manager"]}'
    near, far = line.replace(fit, f"{fit}1"), line.replace(fit, '"manager":0.12')
    assert near != line != far

    path.write_text(near.replace('"catalog":"', '"catalog":"0') + line)
    told = run("profile", "history", "dana")
    assert told.code == 0
    assert " covered " not in told.out
    path.write_text(far.replace('"catalog":"', '"catalog":"0') + line)
    assert "Manager covered " in run("profile", "history", "dana").out
