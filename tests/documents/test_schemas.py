from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest
from jsonschema import Draft202012Validator

from careercli import documents
from careercli.catalog.packs import FILES, FOLDERS
from careercli.documents.projection import DocumentPart, Printed
from careercli.documents.schemas import DIALECT, DOCUMENTS, Form, forms, json_schema, names_of
from careercli.domain.growth import Seat
from careercli.domain.sections import SECTIONS
from careercli.formats.profiles import ProfileFile

FORMS = forms((ProfileFile, *FILES.values(), *FOLDERS.values()))
READ = [name for name, form in FORMS.items() if form.read]
PRINTED = [name for name, form in FORMS.items() if not form.read]


def objects(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every part of a schema that is about a mapping of known keys."""
    for part in (schema, *schema.get("$defs", {}).values()):
        if "properties" in part:
            yield part


def test_everything_that_is_read_has_a_schema() -> None:
    """A profile and every form of file that a pack holds."""
    beside = {
        "pack",
        "sources",
        "tools",
        "certificates",
        "occupations",
        "glossary",
        "words",
        "phrases",
        "interviews",
        "advertisements",
        "work",
        "transfers",
        "phrasings",
    }

    assert set(READ) == {"profile", "skill", "role", "guide", "ladder", "persona"} | beside


def test_everything_that_is_printed_has_a_schema() -> None:
    """No document of the exporters is forgotten in the table."""
    modules = [
        importlib.import_module(f"careercli.documents.{module.name}")
        for module in pkgutil.iter_modules(documents.__path__)
    ]
    found = {item for module in modules for item in vars(module).values() if _is_document(item)}

    assert found == set(DOCUMENTS)


def _is_document(item: object) -> bool:
    """Return whether something is a type of documents: one whose schema is always the same."""
    if not (isinstance(item, type) and issubclass(item, DocumentPart)):
        return False
    named = issubclass(item, Printed) and item is not Printed
    return named or get_origin(get_type_hints(item).get("schema")) is Literal


def test_names_are_told_apart() -> None:
    """No two forms share a name, and each can be found by its short and its full name."""
    assert len(FORMS) == len(READ) + len(PRINTED) == len(FILES) + len(FOLDERS) + 1 + len(DOCUMENTS)
    assert names_of(FORMS)["careercli/skill@1"] == names_of(FORMS)["skill"] == "skill"


@pytest.mark.parametrize("name", FORMS)
def test_a_schema_is_one(name: str) -> None:
    """Each is a schema of its draft, and says its name, its title and what it is of."""
    schema = json_schema(FORMS[name])

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert schema["$id"] == schema["properties"]["schema"]["const"] == FORMS[name].schema
    assert FORMS[name].schema.partition("@")[0] == f"careercli/{name}"
    assert schema["title"] == name
    assert schema["description"]
    assert "schema" in schema["required"]
    assert "``" not in str(schema)


@pytest.mark.parametrize("name", READ)
def test_what_is_read_is_closed(name: str) -> None:
    """The checker refuses keys that it does not know, and so does the schema, at every depth."""
    for part in objects(json_schema(FORMS[name])):
        assert part["additionalProperties"] is False


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed_may_grow(name: str) -> None:
    """New keys may appear without a new number; those that are there today always are."""
    for part in objects(json_schema(FORMS[name])):
        assert "additionalProperties" not in part
        assert part["required"] == list(part["properties"])
        assert not any("default" in value for value in part["properties"].values())


def test_levels_are_keys_of_text() -> None:
    """YAML writes a level as a number, JSON and editors read it as text."""
    properties = json_schema(FORMS["skill"])["properties"]

    assert properties["levels"]["propertyNames"] == {"enum": ["1", "2", "3", "4"]}
    assert properties["growth"]["propertyNames"] == {"enum": ["1", "2", "3", "4"]}


def test_seats_are_those_that_there_are() -> None:
    """An editor completes the seats that a step can be worded for."""
    growth = json_schema(FORMS["skill"])["$defs"]["GrowthEntry"]["properties"]
    assert set(growth["in_seats"]["propertyNames"]["enum"]) == set(get_args(Seat))


def test_sections_are_those_that_there_are() -> None:
    """An editor can offer the sections of a guide."""
    assert json_schema(FORMS["guide"])["properties"]["sections"]["propertyNames"]["enum"] == list(SECTIONS)


def test_patterns_limits_and_descriptions_are_in_it() -> None:
    """What a message of the checker says, the schema says as well."""
    profile = json_schema(FORMS["profile"])["properties"]
    skill = json_schema(FORMS["skill"])["properties"]
    guide = json_schema(FORMS["guide"])["$defs"]

    assert skill["id"]["pattern"].startswith("^[a-z]")
    assert skill["name"]["maxLength"] == 300
    assert profile["hours_per_week"]["minimum"] == 0.5
    assert profile["hours_per_week"]["description"] == "hours a week from 0.5 to 80"
    assert guide["Section"]["properties"]["sources"]["minItems"] == 1


def test_rules_that_no_schema_can_say_are_told() -> None:
    """What a type refuses by code stands in its description, where files are read."""
    assert json_schema(FORMS["skill"])["$defs"]["Hours"]["description"].endswith(
        "Beyond this schema careercli will refuse a range that runs backwards."
    )
    assert "Beyond" not in str(json_schema(FORMS["catalog"]))


def test_a_form_says_what_it_is_of() -> None:
    """A line for the list is the first sentence of the type."""
    assert Form(DOCUMENTS[0], read=False).about == "What assess --json prints."


def test_the_same_schema_whatever_order_the_library_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """The alternatives, keywords and parts that a version of msgspec lists otherwise come out as they did."""
    before = {name: json.dumps(json_schema(form)) for name, form in FORMS.items()}
    told = msgspec.json.schema_components

    def turned(value: Any) -> Any:
        if isinstance(value, list):
            return [turned(item) for item in value]
        if isinstance(value, dict):
            more = {"propertyNames": {"maxLength": 1}} if "additionalProperties" in value else {}
            # A default is a value of ours, whose keys are in the order of its type.
            return {
                key: value[key] if key == "default" else turned(value[key]) for key in reversed(value)
            } | more
        return value

    def reversed_components(types: Any, ref_template: str) -> tuple[tuple[Any, ...], dict[str, Any]]:
        given, parts = told(types, ref_template=ref_template)
        for part in parts.values():
            for name, value in part.get("properties", {}).items():
                if "anyOf" in value:
                    part["properties"][name] = turned(value) | {"anyOf": turned(value["anyOf"])[::-1]}
                elif "enum" not in value:
                    part["properties"][name] = turned(value)
        return given, dict(reversed(parts.items()))

    monkeypatch.setattr(msgspec.json, "schema_components", reversed_components)
    assert {name: json.dumps(json_schema(form)) for name, form in FORMS.items()} == before
