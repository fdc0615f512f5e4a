from __future__ import annotations

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.catalog import builtin_pack
from careercli.errors import ExitCode
from tests.catalog.pack_builder import COUNTER, PACK, Fault, plant, skill_file
from tests.files import write_pack
from tests.running import run

EMPATHY = (builtin_pack() / "skills" / "empathy.yaml").read_text()


@pytest.fixture
def overriding(home: Path) -> Path:
    """Return a pack that says of empathy that it is called kindness."""
    return write_pack(
        home / "pack", skills_empathy=EMPATHY.replace("Empathy and emotional intelligence", "Kindness")
    )


def test_the_builtin_pack_has_no_problems() -> None:
    """What careercli comes with passes its own check."""
    result = run("data", "check")

    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[0] == f"Pack: {builtin_pack()}"
    assert result.out.splitlines()[1].startswith("No problems: 1 ladder, 8 tiers, ")


def test_the_screen_of_a_check(screen: SnapshotAssertion) -> None:
    """The result of a check is as somebody last approved it."""
    assert run("data", "check").out.replace(str(builtin_pack()), "DATA") == screen


@pytest.mark.parametrize("way", ["argument", "option", "environment"])
def test_a_pack_laid_over(way: str, overriding: Path) -> None:
    """A pack is checked wherever it is named, and what it overrides is said."""
    arguments = {"argument": [str(overriding)], "option": ["--data", str(overriding)]}.get(way, [])
    env = {"CAREERCLI_DATA": str(overriding)} if way == "environment" else {}

    document = run("data", "check", *arguments, "--json", env=env).document

    assert document["packs"] == [str(builtin_pack()), str(overriding)]
    assert len(document["overridden"]) == 1
    assert "empathy" in document["overridden"][0]
    assert run("data", "check", *arguments, env=env).out.splitlines()[-1].startswith("Overridden: ")


def test_a_pack_in_use(overriding: Path) -> None:
    """A pack changes what every command says, and standard error tells that something was overridden."""
    for arguments, env in (
        (["--data", str(overriding)], {}),
        ([], {"CAREERCLI_DATA": str(overriding)}),
    ):
        result = run("skill", "show", "empathy", "--json", *arguments, env=env)

        assert result.document["name"] == "Kindness"
        assert [note["message"] for note in result.messages] == ["The packs given override skill empathy."]
        assert run("skill", "list", *arguments, env=env).err == (
            "Note: the packs given override skill empathy.\n"
        )
    assert run("skill", "show", "empathy", "--json").document["name"] != "Kindness"


def test_an_option_takes_the_place_of_the_environment(overriding: Path, home: Path) -> None:
    """--data says which packs are meant; CAREERCLI_DATA is for when nothing is said."""
    other = write_pack(home / "other")

    document = run(
        "data", "where", "--json", "--data", str(other), env={"CAREERCLI_DATA": str(overriding)}
    ).document

    assert document["packs"] == [str(other)]


def test_every_problem_is_told_at_once(home: Path) -> None:
    """A pack with problems ends in exit code 4, and one run names each with file, line, column and key."""
    pack = write_pack(
        home / "pack",
        skills_empathy=EMPATHY.replace("group: customers", "group: custmers").replace("hours:", "hour:", 1),
        skills_extra="schema: careercli/skill@1\nid: extra\nid: again\n",
        roles_odd="schema: [\n",
    )

    for arguments in (["data", "check", str(pack)], ["skill", "list", "--data", str(pack)]):
        result = run(*arguments)

        assert (result.code, result.out) == (ExitCode.INVALID, "")
        first, *problems = result.err.splitlines()
        assert first == f"careercli: The role data has {len(problems)} problems."
        assert [problem.strip().split(": ")[0].split(":")[0] for problem in problems] == sorted(
            problem.strip().split(": ")[0].split(":")[0] for problem in problems
        )
        assert any("skills/empathy.yaml:" in problem and "hour" in problem for problem in problems)
        assert any("skills/extra.yaml:3:1" in problem for problem in problems)
        assert any("roles/odd.yaml:" in problem for problem in problems)


IDLER = {
    "guides/idler/about.yaml": PACK["guides/helper/about.yaml"].replace("role: helper", "role: idler"),
    "guides/idler/market.yaml": PACK["guides/helper/market.yaml"]
    .partition("  faq:")[0]
    .replace("role: helper", "role: idler"),
}
"""A guide in which nothing is answered."""

TWENTY = [
    Fault(  # dangling skill
        "tools.yaml",
        "skills: [chatting]",
        "skills: [@chating]",
        "tools[1].skills[0]",
        "'chating' is not a known skill",
        "Did you mean 'chatting'?",
    ),
    Fault(  # dangling source
        "certificates.yaml",
        "sources: [own]",
        "sources: [@guide#skils]",
        "certificates[0].sources[0]",
        "'skils' is not a known section of the source guide",
        "Did you mean 'skills'?",
    ),
    Fault(  # lowered level
        "ladders/desk.yaml",
        "      - {skill: chatting, level: 3, weight: 1, source: own}\n",
        "      - {skill: chatting, level: 3, weight: 1, source: own}\n"
        "      - {skill: writing, @level: 1, weight: 1, source: own}\n",
        "tiers[2].requirements[2].level",
        "lowers writing to 1, which senior-helper asks at 2",
        "Ask for 2 or more, or end it below with through.",
    ),
    Fault(  # gate with fewer skills than levels
        "ladders/desk.yaml",
        "{skills: [leading], levels: [2], source: own}",
        "{skills: [leading], @levels: [2, 2], source: own}",
        "tiers[2].gates[0].levels",
        "has 2 levels for one skill",
        "Name at least as many skills as levels.",
    ),
    Fault(  # cycle
        "skills/sewing.yaml",
        "prerequisites: [weaving]",
        "prerequisites: [@weaving]",
        "prerequisites[0]",
        "is part of a cycle: sewing -> weaving -> sewing",
        "Remove one of these prerequisites.",
    ),
    Fault(  # skill without a step to a level that a tier asks for
        "skills/chatting.yaml",
        "growth:\n"
        + "".join(PACK["skills/chatting.yaml"].partition("growth:\n")[2].splitlines(keepends=True)[:7]),
        "@growth:\n",
        "growth",
        "has nothing for level 1",
        "Write levels 1 to 4.",
    ),
    Fault(  # figure without a source
        "guides/keeper/about.yaml",
        "      - {label: Mood, words: Good, kind: stated, source: own}",
        "      - @{label: Mood, words: Good, kind: stated}",
        "sections.overview.figures[3].source",
        "is missing",
    ),
    Fault(  # alias that two claim
        "skills/leading.yaml",
        "aliases: []",
        "aliases: [@Live talk]",
        "aliases[0]",
        "'Live talk' already means the skill chatting",
        "Leave it to one of the two.",
    ),
    Fault(  # missing section
        "roles/idler.yaml",
        "",
        "@schema: careercli/role@1\nid: idler\nname: Idler\nsummary: Idles.\n",
        "",
        "has no section 'faq' in its guide",
        "Add it to a file in guides/idler.",
    ),
    Fault(  # unknown key
        "roles/keeper.yaml",
        "name: Keeper",
        "name: Keeper\n@nmae: Keeper",
        "nmae",
        "is not a known key",
        "Did you mean 'name'?",
    ),
    Fault(  # wrong type
        "personas/ann.yaml",
        "story: Ann helps.",
        "@story: 12",
        "story",
        "must be text of 1 to 4000 characters, not 12",
    ),
    Fault(  # duplicate key
        "sources.yaml",
        "    note: A note.\n    sections:",
        "    note: A note.\n    @note: Another.\n    sections:",
        "sources[0].note",
        "the key is written twice, first on line 8",
        "Keep one of the two.",
    ),
    Fault(  # title that two tiers claim
        "ladders/desk.yaml",
        "titles: [Desk Agent]",
        "titles: [Desk Agent, @Desk Lead]",
        "tiers[0].titles[1]",
        "'Desk Lead' already names the tier lead",
        "Leave it to one of the two.",
    ),
    Fault(  # unknown tool
        "skills/leading.yaml",
        "tools: [Pen]",
        "tools: [Pen, @Pens]",
        "tools[1]",
        "'Pens' is not a known tool",
        "Did you mean 'Pen'?",
    ),
    Fault(  # unknown tier in a portrait
        "guides/helper/market.yaml",
        "  related-roles:\n",
        "      - {@tier: leed, text: Leads., duties: [Lead]}\n  related-roles:\n",
        "sections.career-tiers.tiers[3].tier",
        "'leed' is not a known tier",
        "Did you mean 'lead'?",
    ),
    Fault(  # amount in a text that no figure has
        "guides/helper/about.yaml",
        "text: [They answer them.]",
        "text: [@'They get $25 for each, or nothing.']",
        "sections.overview.text[0]",
        "says $25, which no figure of this section has",
        "Add it to its figures, with its source.",
    ),
    Fault(  # unknown goal
        "ladders/desk.yaml",
        "goals: [lead]",
        "goals: [@led, lead]",
        "goals[0]",
        "'led' is not a known tier",
        "Did you mean 'lead'?",
    ),
    Fault(  # floor that falls
        "ladders/counter.yaml",
        "    summary: Leads.\n",
        "    summary: Leads.\n    support_years:\n      floor: {@years: 0.5, sources: [own]}\n",
        "tiers[2].support_years.floor.years",
        "is 0.5, and senior-helper asks for 1",
        "Write 1 or more, or leave it out.",
    ),
    Fault(  # hours that fall
        "skills/writing.yaml",
        "hours: {min: 3, max: 6}",
        "@hours: {min: 3, max: 3}",
        "growth.3.hours",
        "takes fewer hours than the level below",
        "Use at least 2 to 4 hours.",
    ),
    Fault(  # range that runs backwards
        "skills/painting.yaml",
        "hours: {min: 3, max: 6}",
        "@hours: {min: 7, max: 6}",
        "growth.3.hours",
        "min must not be above max",
    ),
]
"""Twenty faults of twenty kinds, in as many kinds of places."""

WHOLE = {
    **PACK,
    **COUNTER,
    **IDLER,
    "skills/sewing.yaml": skill_file("sewing", needs="weaving"),
    "skills/weaving.yaml": skill_file("weaving", needs="sewing"),
    "skills/painting.yaml": skill_file("painting"),
}
"""A pack to lay over the built-in one, whole but for what the faults in it make of it."""


def test_twenty_faults_get_twenty_findings(tmp_path: Path) -> None:
    """A pack with twenty faults, each of another kind, is told of all twenty in one run, line by line."""
    expected = plant(tmp_path, *TWENTY, pack=WHOLE)

    result = run("data", "check", str(tmp_path))

    assert (result.code, result.out) == (ExitCode.INVALID, "")
    first, *lines = result.err.splitlines()
    assert first == "careercli: The role data has 20 problems."
    assert lines == [
        f"  {problem.place}: {f'{problem.key}: ' if problem.key else ''}{problem.message}."
        f"{f' {problem.hint}' if problem.hint else ''}"
        for problem in expected
    ]
    assert len(set(lines)) == 20


@pytest.mark.parametrize("number", range(20))
def test_each_of_the_twenty_is_one_finding(tmp_path: Path, number: int) -> None:
    """Planted without the others, each is told just the same, and nothing follows from it."""
    fault = TWENTY[number]
    files = {
        name: text
        for name, text in WHOLE.items()
        if name == fault.file or not name.startswith(("skills/sewing", "skills/weaving", "guides/idler"))
    }
    if "skills/sewing.yaml" in files:
        files["skills/weaving.yaml"] = WHOLE["skills/weaving.yaml"]
    if fault.file == "roles/idler.yaml":
        files |= IDLER
    if fault.file != "personas/ann.yaml":
        files["personas/ann.yaml"] = PACK["personas/ann.yaml"].replace("id: ann\n", "id: ann\nladder: desk\n")
    (expected,) = plant(tmp_path, fault, pack=files)

    result = run("data", "check", str(tmp_path))

    assert result.code == ExitCode.INVALID
    assert [line.split(": ")[0].strip() for line in result.err.splitlines()[1:]] == [expected.place]


def test_problems_are_one_document(tmp_path: Path) -> None:
    """With --json every problem is data, on standard output and in the error that ends the run."""
    expected = plant(tmp_path, *TWENTY, pack=WHOLE)

    result = run("data", "check", str(tmp_path), "--json")

    assert result.code == ExitCode.INVALID
    document = result.document
    assert document["schema"] == "careercli/check@1"
    assert document["packs"] == [str(builtin_pack()), str(tmp_path)]
    assert document["problems"] == [
        {name: value or None for name, value in problem._asdict().items()} for problem in expected
    ]
    assert [error["problems"] for error in result.messages] == [document["problems"]]
    assert {document[name] for name in ("ladders", "tiers", "skills", "sources", "personas")} == {None}
    assert run("data", "check", "--json").document["problems"] == []


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: folder, "There is no folder"),
        (lambda folder: folder.mkdir() or folder, "is not a pack: it has no pack.yaml."),
        (lambda folder: folder.write_text("x") and folder, "There is no folder"),
    ],
    ids=["missing", "empty", "file"],
)
def test_what_is_no_pack(make: object, message: str, tmp_path: Path) -> None:
    """A folder that is none, or no pack, is not found, whichever command it is given to."""
    assert callable(make)
    folder = str(make(tmp_path / "pack"))

    for arguments in (
        ["data", "check", folder],
        ["path", "--data", folder],
        ["--data", folder, "data", "export"],
    ):
        result = run(*arguments)

        assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
        assert message in result.err


def test_export_is_the_whole_catalog() -> None:
    """The export is one document with everything, the same with and without --json."""
    result = run("data", "export")

    assert json.loads(result.out)["schema"] == "careercli/catalog@2"
    assert result.stdout == run("data", "export", "--json").stdout
    assert len(result.document["skills"]) >= 40


def test_where_everything_is(home: Path) -> None:
    """The folders are those that are used, and asking makes none of them."""
    document = run("data", "where", "--json").document

    assert document["builtin"] == str(builtin_pack())
    assert document["profiles"] == str(home / "data" / "careercli" / "profiles")
    assert document["history"] == str(home / "data" / "careercli" / "history")
    assert document["notes"] == str(home / "data" / "careercli" / "notes")
    assert document["opinions"] == str(home / "data" / "careercli" / "opinions")
    assert document["letters"] == str(home / "data" / "careercli" / "letters.json")
    assert document["settings"] == str(home / "data" / "careercli" / "settings.yaml")
    assert document["draft"] == str(home / "state" / "careercli" / "interview-draft.yaml")
    assert not (home / "data").exists()
    assert not (home / "state").exists()
    lines = run("data", "where").out.splitlines()
    names = ["builtin", "profiles", "history", "notes", "opinions", "letters", "settings", "draft", "cache"]
    assert [line.split(": ")[1] for line in lines] == [document[name] for name in names]


def test_where_loads_no_pack(tmp_path: Path) -> None:
    """Where things are can be asked while a pack is broken."""
    broken = write_pack(tmp_path / "broken", skills_x="schema: [")

    assert run("data", "where", "--data", str(broken)).code == 0
