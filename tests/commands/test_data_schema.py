from __future__ import annotations

import copy
import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from careercli.catalog import builtin_pack
from careercli.catalog.packs import FILES, FOLDERS
from careercli.catalog.scaffold import starter_files
from careercli.documents.schemas import Form, forms, json_schema
from careercli.errors import ExitCode
from careercli.formats.checker import examine
from careercli.formats.document import Document
from careercli.formats.parser import parse, read_file
from careercli.formats.profiles import ProfileFile
from tests.catalog.pack_builder import pack_files
from tests.files import AD, LEAD_AD
from tests.running import DAY, run

FORMS = forms((ProfileFile, *FILES.values(), *FOLDERS.values()))
DOCS = Path(__file__).parent.parent.parent / "docs"
PACKS = [builtin_pack(), *(path.parent for path in DOCS.glob("examples/*/pack.yaml"))]
PACK_FILES = [path for pack in PACKS for path in pack_files(pack)]
STARTER = {name: data.decode() for name, data in starter_files().items() if name.endswith(".yaml")}


@cache
def validator(name: str) -> Draft202012Validator:
    """Return what holds documents against a schema as ``data schema`` prints it."""
    return Draft202012Validator(run("data", "schema", name).document)


def form_of(value: object) -> str:
    """Return the name of the schema that a document gives."""
    assert isinstance(value, dict)
    return str(value["schema"]).removeprefix("careercli/").partition("@")[0]


def faults(value: object, name: str) -> list[str]:
    """Return what a schema finds wrong with a document."""
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(value)]


@cache
def closed(name: str) -> Draft202012Validator:
    """Return what holds documents against a schema that allows no key which it does not name."""
    schema = copy.deepcopy(validator(name).schema)
    for part in (schema, *schema.get("$defs", {}).values()):
        part["additionalProperties"] = part.get("additionalProperties", False)
    return Draft202012Validator(schema)


def test_the_list_names_every_schema() -> None:
    """Without a name there is one line for each, and the document says which are read and which printed."""
    lines = run("data", "schema").out.splitlines()
    document = run("data", "schema", "--json").document

    assert [entry["name"] for entry in document["schemas"]] == list(FORMS)
    assert {entry["use"] for entry in document["schemas"]} == {"read", "printed"}
    assert [line.strip().partition(":")[0] for line in lines if line.startswith("  ")] == list(FORMS)
    assert all(re.fullmatch(r"  [a-z-]+: .+\.|[A-Z].*:", line) for line in lines)


@pytest.mark.parametrize("name", ["profile", "PROFILE", "careercli/profile@1", " Careercli/Profile@1"])
def test_a_schema_by_its_name(name: str) -> None:
    """A schema is found by its short or full name in any case, and printed with and without --json."""
    assert run("data", "schema", name).document["$id"] == "careercli/profile@1"
    assert run("data", "schema", name, "--json").stdout == run("data", "schema", "profile").stdout


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("profil", "Did you mean 'profile'?"),
        ("skill@2", "Did you mean 'skill'?"),
        ("zzz", "See 'careercli data schema'."),
    ],
)
def test_an_unknown_schema(name: str, hint: str) -> None:
    """What is not there is not found, and the nearest is named."""
    result = run("data", "schema", name)

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert f"There is no schema '{name}'." in result.err
    assert hint in result.err


@pytest.mark.parametrize("path", PACK_FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_files_of_packs_keep_their_schema(path: Path) -> None:
    """Every file that comes with careercli, as it reads it itself, is what its schema says."""
    value = read_file(path).value

    assert faults(value, form_of(value)) == []


@pytest.mark.parametrize("name", STARTER)
def test_files_of_a_new_pack_keep_their_schema(name: str) -> None:
    """So is every file that ``data new`` writes."""
    value = parse(STARTER[name], name).value

    assert faults(value, form_of(value)) == []


def test_profiles_keep_their_schema(people: Path) -> None:
    """So is every profile that careercli saves."""
    for path in people.iterdir():
        assert faults(read_file(path).value, "profile") == []


COMMANDS = [
    ["assess", "{dana}"],
    ["assess", "--support-years", "0"],
    ["demo", "tomas"],
    ["plan", "{priya}"],
    ["plan", "--support-years", "0", "--goal", "director"],
    ["what-if", "{maya}", "--leads", "--support-years", "+2"],
    ["plan", "{maya}", "--route", "shortest"],
    ["what-if", "{maya}", "--variant", "a: --leads", "--variant", "b: --support-years +1"],
    ["match", "{ads}/lead.txt", "--profile", "{maya}"],
    ["match", "{ads}/job.txt", "--support-years", "3", "--no", "weekends"],
    ["match", "{ads}", "--profile", "{dana}"],
    ["cohort", "{dana}", "{maya}", "--for", "{ads}/lead.txt"],
    ["plan", "{maya}", "--for", "{ads}/lead.txt"],
    ["path"],
    ["path", "{daniel}"],
    ["demo"],
    ["transfer"],
    ["transfer", "waiter", "{dana}"],
    ["transfer", "--to", "success"],
    ["skill", "list"],
    ["skill", "show", "coaching"],
    ["role", "list"],
    ["role", "show", "customer-support-manager"],
    ["role", "show", "customer-support-specialist", "--section", "pay"],
    ["compare", "team-lead", "manager"],
    ["compare", "customer-support-specialist", "customer-support-manager"],
    ["compare", "{maya}", "{priya}"],
    ["compare", "director", "{dana}"],
    ["ask", "how do I become a team lead?"],
    ["ask", "xyzzy"],
    ["batch", os.devnull, "{folder}/batch.jsonl"],
    ["data", "export"],
    ["data", "check"],
    ["data", "where"],
    ["data", "sources"],
    ["data", "sources", "gitlab"],
    ["data", "schema"],
    ["data", "schema", "--all", "{folder}/schemas"],
    ["data", "new", "{folder}/pack"],
    ["completion", "fish"],
    ["help", "plan", "done"],
    ["version"],
    ["profile", "new", "ann", "--support-years", "3", "--skill", "ticketing=1"],
    ["profile", "list"],
    ["profile", "show", "ann"],
    ["profile", "note", "ann", "Prefers mornings"],
    ["match", "{ad}", "--profile", "ann"],
    ["match", "{ad}", "{lead_ad}", "--profile", "ann"],
    ["cohort", "{dana}", "{maya}", "--for", "{ad}"],
    ["prepare", "letter", "ann", "--for", "{ad}"],
    ["feedback", "ask", "ann", "--to", "Sam", "-o", "{folder}/form.html"],
    ["feedback", "show", "ann"],
    ["cohort", "{dana}", "{priya}", "{maya}", "ann", "--notes"],
    ["profile", "default", "ann"],
    ["assess", "ann"],
    ["plan", "done", "ticketing", "ann", "--proof", "Ten solved tickets"],
    ["plan", "undo", "ticketing", "ann"],
    ["profile", "undo", "ann"],
    ["config", "set", "hours", "6"],
    ["config", "get", "hours"],
    ["config", "list"],
    ["config", "unset", "hours"],
    ["doctor"],
    ["backup", "{folder}/kept.zip"],
    ["restore", "{folder}/kept.zip", "--yes"],
    ["progress", "ann"],
    ["portfolio", "ann"],
    ["report", "ann", "--notes"],
    ["profile", "history", "ann"],
    ["profile", "import", "{resume}", "--as", "bea", "--yes"],
    ["profile", "import", "{resumes}", "--as", "many", "--yes"],
    ["profile", "rename", "ann", "anna"],
    ["profile", "delete", "anna", "--yes"],
]


RESUME = """{
  "basics": {"name": "Bea"},
  "work": [{"name": "Shop", "position": "Customer Support Specialist", "startDate": "2023-01"}],
  "skills": [{"name": "Ticketing systems", "level": "Advanced"}]
}"""


@pytest.fixture(scope="module")
def printed(people: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Return what each command prints with --json."""
    paths = {path.stem: str(path) for path in people.iterdir()}
    folder = tmp_path_factory.mktemp("printed")
    paths["resume"] = str(folder / "resume.json")
    Path(paths["resume"]).write_text(RESUME)
    for name, text in (("ad", AD), ("lead_ad", LEAD_AD)):
        paths[name] = str(folder / f"{name}.txt")
        Path(paths[name]).write_text(text)
    paths["resumes"] = str(folder / "resumes")
    Path(paths["resumes"]).mkdir()
    (folder / "resumes" / "bea.json").write_text(RESUME)
    paths["ads"] = str(folder / "ads")
    Path(paths["ads"]).mkdir()
    for name, text in (("job.txt", AD), ("lead.txt", LEAD_AD)):
        (folder / "ads" / name).write_text(text)
    own = {"XDG_DATA_HOME": str(folder / "data"), "XDG_STATE_HOME": str(folder / "state")}
    documents = {}
    for words in COMMANDS:
        arguments = [word.format(**paths, folder=folder) for word in words]
        result = run(*arguments, "--json", "--as-of", DAY, env=own)
        assert result.code == 0, result.err
        documents[" ".join(words)] = result.document
    return documents


@pytest.mark.parametrize("command", [" ".join(words) for words in COMMANDS])
def test_what_is_printed_keeps_its_schema(command: str, printed: dict[str, dict[str, Any]]) -> None:
    """A document is what its schema says, and has no key that its schema does not name."""
    document = printed[command]
    name = form_of(document)

    assert not FORMS[name].read
    assert faults(document, name) == []
    assert [error.message for error in closed(name).iter_errors(document)] == []


BROKEN = '{"schema": "careercli/profile@1", "experience": {"support_years": 99}}'
"""A profile on one line, with something wrong in it."""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Return documents that stand on lines: those of a batch, and what is said on standard error."""
    folder = tmp_path_factory.mktemp("lines")
    file = folder / "broken.jsonl"
    file.write_text(f"{BROKEN}\n")
    (folder / "pack.yaml").write_text("title: [\n")
    batch = run("batch", str(file))
    odd = run("assess", "--support-years", "1", "--leading-years", "2", "--json")
    broken = run("data", "check", str(folder), "--json")
    missing = run("assess", "nobody", "--json")

    assert [result.code for result in (batch, odd, broken, missing)] == [4, 0, 4, 3]
    return [json.loads(batch.out), *odd.messages, broken.document, *broken.messages, *missing.messages]


def test_what_stands_on_lines_keeps_its_schema(lines: list[dict[str, Any]]) -> None:
    """So is every line of a batch and of standard error, and a document about something broken."""
    names = [form_of(document) for document in lines]

    assert names == ["batch-error", "message", "check", "error", "error"]
    for name, document in zip(names, lines, strict=True):
        assert faults(document, name) == []
        assert [error.message for error in closed(name).iter_errors(document)] == []


def test_every_document_is_tried(printed: dict[str, dict[str, Any]], lines: list[dict[str, Any]]) -> None:
    """No schema of what is printed stands there without a real document that was held against it."""
    assert {form_of(document) for document in (*printed.values(), *lines)} == {
        name for name, form in FORMS.items() if not form.read
    }


def test_a_document_that_lacks_something_breaks_its_schema(printed: dict[str, dict[str, Any]]) -> None:
    """Every key of a document is one that its readers may rely on."""
    for command in ("assess {dana}", "plan {priya}", "data sources gitlab", "compare team-lead manager"):
        document = printed[command]
        for key in document:
            broken = {name: value for name, value in document.items() if name != key}
            assert faults(broken, form_of(document)), f"{command} without {key}"


WRONG = [
    ("", "is no mapping", []),
    ("schema", "is another", "careercli/profile@2"),
    ("experience", "is missing", None),
    ("experience.support_years", "is above", 61),
    ("experience.support_years", "is text", "three"),
    ("experience.years", "is not known", 3),
    ("skills.coaching", "is above", 5),
    ("skills.coaching.level", "is below", -1),
    ("skills.coaching.level", "is no whole number", 2.5),
    ("skills.coaching.proof", "is not known", "x"),
    ("name", "is empty", ""),
    ("name", "is too long", "x" * 201),
    ("hours_per_week", "is below", 0.25),
    ("leads_people", "is text", "yes"),
    ("not_applicable.coaching", "has no reason", ""),
]


@pytest.mark.parametrize(("key", "what", "value"), WRONG, ids=[f"{key} {what}" for key, what, _ in WRONG])
def test_wrong_profiles_break_the_schema(key: str, what: str, value: object) -> None:
    """A profile that careercli refuses for its form, its schema refuses too."""
    profile: Any = {
        "schema": "careercli/profile@1",
        "experience": {"support_years": 3},
        "skills": {"coaching": {}},
    }
    assert faults(profile, "profile") == []
    if key:
        *path, last = key.split(".")
        place = profile
        for part in path:
            place = place.setdefault(part, {})
        place[last] = value
    else:
        profile = value

    assert faults(profile, "profile")
    assert examine(Document("profile", profile), ProfileFile)[1]


def changes(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield copies of a document with one thing changed, each with what it is."""
    here = value
    for part in path:
        here = here[part]

    def changed(to: Any) -> Any:
        if not path:
            return to
        whole = copy.deepcopy(value)
        place = whole
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = to
        return whole

    name = ".".join(map(str, path))
    for other in (None, "", "x", "x" * 5000, "A b", -1, 0, 3, 99, 1e12, 0.5, True, [], {}, ["x"], {"x": "x"}):
        if type(other) is not type(here) or other != here:
            yield f"{name} = {str(other)[:20]!r}", changed(other)
    if isinstance(here, dict):
        yield f"{name} with another key", changed({**here, "another key": 1})
        for key in here:
            yield f"{name} without {key}", changed({k: v for k, v in here.items() if k != key})
    for key in here if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ():
        yield from changes(value, (*path, key))


RULES = re.compile("min must not be above max|must have one of amount, words|must say its unit")
"""What the types refuse by code, and their schemas therefore do not."""


def shape(value: Any) -> Any:
    """Return a value without what it says: its keys and the types of what is in it."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return [shape(item) for item in value] if isinstance(value, list) else type(value)


def short(name: str) -> Any:
    """Return a document of a new pack with lists cut to two items, or to one where both have one shape.

    So changing all of it takes little time, and every kind of item is changed all the same.
    """

    def cut(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: cut(item) for key, item in value.items()}
        if not isinstance(value, list):
            return value
        items = [cut(item) for item in value[:2]]
        return items[:1] if len(items) > 1 and shape(items[0]) == shape(items[1]) else items

    return cut(parse(STARTER[name], name).value)


@pytest.mark.slow
@pytest.mark.parametrize("name", STARTER)
def test_schema_and_checker_agree(name: str) -> None:
    """Whatever is changed in a file, an editor underlines it just where ``data check`` refuses its form."""
    value = short(name)
    form: Form = FORMS[form_of(value)]
    held = Draft202012Validator(json_schema(form))
    tried = 0
    for what, other in changes(value):
        if other is None:
            continue  # an empty file
        tried += 1
        problems = examine(Document(name, other), form.wanted)[1]
        told = [problem for problem in problems if not RULES.search(problem.message)]
        assert held.is_valid(other) == (not told), f"{what}: {told}"
    assert tried > 50


SCHEMAS = builtin_pack() / ".schemas"


def test_the_schemas_beside_the_data_are_those_that_are_printed() -> None:
    """Editors see what careercli prints: after a change, ``careercli data schema --all data/.schemas``."""
    kept = {path.name: path.read_bytes() for path in SCHEMAS.iterdir()}

    assert kept == {
        f"{name}.json": run("data", "schema", name).stdout for name, form in FORMS.items() if form.read
    }


@pytest.mark.parametrize("path", PACK_FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_files_tell_editors_their_schema(path: Path) -> None:
    """The first line of a file leads to the schema that the file gives, from wherever it stands."""
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    declared = next(line for line in rest if line.startswith("schema: "))
    wanted = SCHEMAS / f"{form_of({'schema': declared.split()[1]})}.json"

    assert first == f"# yaml-language-server: $schema={Path(os.path.relpath(wanted, path.parent)).as_posix()}"


def test_all_schemas_of_files_are_written(tmp_path: Path) -> None:
    """--all writes one file for each, again if they are there, and leaves other files alone."""
    folder = tmp_path / "new" / "schemas"
    folder.mkdir(parents=True)
    (folder / "skill.json").write_text("old")
    (folder / "mine.json").write_text("mine")

    result = run("data", "schema", "--all", str(folder))
    document = run("data", "schema", "--all", str(folder), "--json").document

    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [f"Written to {folder}:", *(f"  {name}" for name in document["files"])]
    assert document["files"] == [f"{name}.json" for name, form in FORMS.items() if form.read]
    assert (folder / "skill.json").read_bytes() == run("data", "schema", "skill").stdout
    assert (folder / "mine.json").read_text() == "mine"


def test_schemas_where_none_can_be_written(tmp_path: Path) -> None:
    """A place that cannot be written to is a failure to save."""
    (tmp_path / "file").write_text("")

    result = run("data", "schema", "--all", str(tmp_path / "file"))

    assert (result.code, result.out) == (ExitCode.STORAGE, "")
    assert "could not be written" in result.err


def test_one_schema_or_all() -> None:
    """A name and --all together cannot be meant."""
    result = run("data", "schema", "skill", "--all", "x")

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert not Path("x").exists()
