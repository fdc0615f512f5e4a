"""Change control: the keys of every document as they were last agreed to, and the rule of docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.catalog.packs import FILES, FOLDERS
from careercli.documents.schemas import forms, json_schema
from careercli.formats.profiles import ProfileFile

FORMS = {form.schema: form for form in forms((ProfileFile, *FILES.values(), *FOLDERS.values())).values()}
AGREED = Path(__file__).parent / "snapshots" / "test_versions"


def fields(schema: dict[str, Any]) -> list[str]:
    """Return the keys of a schema, each on a line with its path and type: ``tiers[].fit: number``.

    A key that may be left out ends in a question mark. ``*`` is any key of a mapping.
    """
    return [f"{path}: {kind}" for path, kind in _fields(schema, "", schema.get("$defs", {}))]


def _fields(part: dict[str, Any], path: str, parts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    arms = [_resolved(arm, parts) for arm in part.get("anyOf", [part])]
    several = sum("properties" in arm for arm in arms) > 1
    tags = [f"<{_tag(arm)}>" if several and "properties" in arm else "" for arm in arms]
    if path:
        yield path, " or ".join(sorted({f"{_kind(arm)}{tag}" for arm, tag in zip(arms, tags, strict=True)}))
    for arm, tag in zip(arms, tags, strict=True):
        here = f"{path}{tag}"
        required = arm.get("required", [])
        for name, value in arm.get("properties", {}).items():
            mark = "" if name in required else "?"
            yield from _fields(value, f"{here}.{name}{mark}".removeprefix("."), parts)
        if isinstance(arm.get("items"), dict):
            yield from _fields(arm["items"], f"{here}[]", parts)
        if isinstance(arm.get("additionalProperties"), dict):
            yield from _fields(arm["additionalProperties"], f"{here}.*", parts)


def _resolved(part: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    name = str(part.get("$ref", "")).removeprefix("#/$defs/")
    return parts[name] if name else part


def _tag(arm: dict[str, Any]) -> str:
    """Return what tells one of several kinds of mappings from the others."""
    return " ".join(
        f"{name} {value['const']}" for name, value in arm["properties"].items() if "const" in value
    )


def _kind(arm: dict[str, Any]) -> str:
    """Return the type of a value; of one of a few, which."""
    choices = arm.get("enum") or ([arm["const"]] if "const" in arm else [])
    if choices:
        return " or ".join(sorted(json.dumps(choice) for choice in choices))
    return " ".join(str(arm[key]) for key in ("type", "format") if key in arm) or "anything"


def broken_by(agreed: list[str], now: list[str], *, read: bool) -> list[str]:
    """Return what of a document is no longer as agreed, before and after.

    Whoever reads what is printed relies on every key, and on its having no other values than it had. Whoever
    writes what is read relies on every key and value being taken, and on no other key being asked for.
    """
    before, after = ({_path(line): line for line in lines} for lines in (agreed, now))
    broken: list[str] = []
    for path, line in before.items():
        wider, narrower = (line, after.get(path, "")) if not read else (after.get(path, ""), line)
        if not _values(narrower) or not _values(narrower) <= _values(wider) or _is_optional(narrower, wider):
            broken += [f"- {line}", *([f"+ {after[path]}"] if path in after else [])]
    if read:
        new = {path: line for path, line in after.items() if path not in before}
        broken += [f"+ {line}" for path, line in new.items() if _is_asked(path, line, before)]
    return broken


def _path(line: str) -> str:
    return line.partition(": ")[0].replace("?", "")


def _values(line: str) -> set[str]:
    """Return the types that a line says, or the values where they are a few."""
    return set(filter(None, line.partition(": ")[2].split(" or ")))


def _is_optional(line: str, than: str) -> bool:
    """Return whether a key may be left out by one line and not by another."""
    return "?:" in line and "?:" not in than


def _is_asked(path: str, line: str, before: dict[str, str]) -> bool:
    """Return whether a key has to be in something that could do without it."""
    parent = path.rpartition(".")[0]
    return "?:" not in line and not path.endswith(("[]", "*")) and (not parent or parent in before)


@pytest.mark.parametrize("schema", FORMS, ids=lambda schema: schema.removeprefix("careercli/"))
def test_agreed(schema: str, screen: SnapshotAssertion) -> None:
    """A document has the keys and types that its number stands for."""
    form = FORMS[schema]
    kind, _, number = schema.removeprefix("careercli/").partition("@")
    now = fields(json_schema(form))
    kept = AGREED / f"test_agreed[{kind}@{number}].txt"
    broken = broken_by(kept.read_text().splitlines(), now, read=form.read) if kept.exists() else []

    assert not broken, "\n".join(
        [f"This breaks whoever relies on {schema}. Undo it, or call it {kind}@{int(number) + 1}:", *broken]
    )
    assert "\n".join(now) + "\n" == screen, (
        f"{schema} is new, or has changed so that nobody is the worse for it. Only what was agreed to wants "
        "updating: python -m pytest tests/documents/test_versions.py --snapshot-update"
    )


def test_no_document_goes() -> None:
    """What was agreed to once is there still, whatever its number; what is kept of it is not just deleted."""
    agreed = {path.stem.removeprefix("test_agreed[").partition("@")[0] for path in AGREED.iterdir()}
    gone = agreed - {form.name for form in FORMS.values()}

    assert agreed
    assert not gone, f"Whoever reads {', '.join(sorted(gone))} relies on it: put it back."


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (["a: string", "b[]: integer"], []),
        (["a: string", "b[]: integer", "c: null"], []),
        (["b[]: integer"], ["- a: string"]),
        (["a: null or string", "b[]: integer"], ["- a: string", "+ a: null or string"]),
        (["a: string", "b[]: number"], ["- b[]: integer", "+ b[]: number"]),
        (["a?: string", "b[]: integer"], ["- a: string", "+ a?: string"]),
    ],
)
def test_what_breaks_readers(now: list[str], told: list[str]) -> None:
    """A key that goes, may be left out or has other values breaks what is printed; a new one does not."""
    assert broken_by(["a: string", "b[]: integer"], now, read=False) == told


def test_what_says_more_breaks_no_readers() -> None:
    """What was null at times may never be."""
    assert broken_by(["a: null or string"], ["a: string"], read=False) == []


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (["a: string", "b?: object", "c?: object", "c?.d: string"], []),
        (["a: string", "b?: object", "b?.d?: string"], []),
        (["a?: null or string", "b?: object"], []),
        (["a: string", "b?: object", "c: object", "c.d: string"], ["+ c: object"]),
        (["a: string", "b?: object", "b?.d: string"], ["+ b?.d: string"]),
        (["a: string", "b: object"], ["- b?: object", "+ b: object"]),
        (["a: string"], ["- b?: object"]),
        (['a: "x" or "y"', "b?: object"], ["- a: string", '+ a: "x" or "y"']),
    ],
)
def test_what_breaks_files(now: list[str], told: list[str]) -> None:
    """A key that goes, has to be there or takes less breaks files that are read; one more does not."""
    assert broken_by(["a: string", "b?: object"], now, read=True) == told


def test_fields_of_every_kind() -> None:
    """Mappings, lists, choices, and one of several kinds of mappings have their lines."""
    schema = {
        "properties": {
            "on": {"type": "string", "format": "date"},
            "any": {},
            "kind": {"anyOf": [{"enum": ["b", "a"]}, {"type": "null"}]},
            "parts": {
                "type": "array",
                "items": {"anyOf": [{"$ref": "#/$defs/One"}, {"$ref": "#/$defs/Two"}]},
            },
            "names": {"type": "object", "additionalProperties": {"type": "integer"}},
        },
        "required": ["on", "any", "kind", "parts"],
        "$defs": {
            "One": {"type": "object", "properties": {"is": {"const": "one"}}, "required": ["is"]},
            "Two": {"type": "object", "properties": {"is": {"const": "two"}}},
        },
    }

    assert fields(schema) == [
        "on: string date",
        "any: anything",
        'kind: "a" or "b" or null',
        "parts: array",
        "parts[]: object<is one> or object<is two>",
        'parts[]<is one>.is: "one"',
        'parts[]<is two>.is?: "two"',
        "names?: object",
        "names?.*: integer",
    ]
