"""JSON Schemas of everything that is read or printed, made from the types: there is no second definition."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, get_args

import msgspec
from msgspec import inspect

from careercli.documents import (
    answers,
    assessment,
    backup,
    batch,
    catalog,
    changes,
    checkup,
    cohort,
    comparison,
    completion,
    config,
    contrast,
    errors,
    guides,
    imported,
    match,
    matches,
    notes,
    opinions,
    packs,
    paper,
    path,
    plans,
    portfolio,
    profiles,
    program,
    progress,
    report,
    sources,
    transfer,
)
from careercli.documents.projection import DocumentPart, Printed
from careercli.domain.sections import SECTIONS
from careercli.domain.values import REFERS_TO
from careercli.formats.text import one_line

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class SchemaEntry(DocumentPart):
    """One schema: its short name, that in documents, whether these are read or printed, and what they are."""

    name: str
    schema: str
    use: Literal["read", "printed"]
    about: str


class SchemasDocument(Printed, tag="careercli/schemas@1"):
    """What ``data schema --json`` prints without a name."""

    schemas: tuple[SchemaEntry, ...]


class SchemaFilesDocument(Printed, tag="careercli/schema-files@1"):
    """What ``data schema --all DIR --json`` prints: the schemas written."""

    folder: str
    files: tuple[str, ...]


DOCUMENTS: tuple[type[msgspec.Struct], ...] = (
    assessment.AssessmentDocument,
    plans.PlanDocument,
    match.MatchDocument,
    matches.MatchesDocument,
    changes.WhatIfDocument,
    changes.VariantsDocument,
    path.PathDocument,
    assessment.PersonasDocument,
    catalog.SkillsDocument,
    catalog.SkillDocument,
    guides.RolesDocument,
    guides.RoleDocument,
    comparison.TierComparisonDocument,
    comparison.RoleComparisonDocument,
    contrast.ProfileComparisonDocument,
    contrast.ProfileTierDocument,
    answers.AnswersDocument,
    transfer.TransferDocument,
    transfer.TransfersDocument,
    progress.StepChangeDocument,
    progress.ProgressDocument,
    portfolio.PortfolioDocument,
    report.ReportDocument,
    batch.BatchDocument,
    batch.BatchErrorDocument,
    profiles.ProfilesDocument,
    profiles.ProfileDetailsDocument,
    profiles.HistoryDocument,
    imported.ImportDocument,
    imported.ImportsDocument,
    profiles.RenamedProfileDocument,
    profiles.DeletedProfileDocument,
    profiles.DefaultProfileDocument,
    profiles.ProfileUndoDocument,
    notes.NotesDocument,
    opinions.OpinionFormDocument,
    opinions.OpinionsDocument,
    paper.PaperDocument,
    cohort.CohortDocument,
    cohort.CandidatesDocument,
    catalog.CatalogDocument,
    packs.CheckDocument,
    packs.WhereDocument,
    sources.SourcesDocument,
    sources.SourceDocument,
    packs.NewPackDocument,
    SchemasDocument,
    SchemaFilesDocument,
    completion.CompletionDocument,
    checkup.DoctorDocument,
    backup.BackupDocument,
    backup.RestoreDocument,
    config.ConfigDocument,
    config.SettingDocument,
    config.SettingChangeDocument,
    program.HelpDocument,
    program.VersionDocument,
    errors.ErrorDocument,
    errors.MessageDocument,
)
"""Every document that is printed."""


class Form(NamedTuple):
    """A type of documents. What is ``read`` may hold nothing that is not known; what is printed may grow."""

    wanted: type[msgspec.Struct]
    read: bool

    @property
    def schema(self) -> str:
        """What documents of this form give as their schema, such as ``careercli/skill@1``."""
        if issubclass(self.wanted, Printed):
            return str(self.wanted.__struct_config__.tag)
        field = next(item for item in msgspec.structs.fields(self.wanted) if item.name == "schema")
        return str(get_args(field.type)[0])

    @property
    def name(self) -> str:
        """The short name: ``skill``."""
        return self.schema.removeprefix("careercli/").partition("@")[0]

    @property
    def about(self) -> str:
        """The first sentence that the type says of itself; its name where Python has left that out."""
        said = next(iter(_paragraphs(self.wanted)), self.name)
        return said.replace("`", "").partition(". ")[0].removesuffix(".") + "."


def forms(read: Iterable[type[msgspec.Struct]]) -> dict[str, Form]:
    """Return everything that has a schema by its short name: the types that are read, then those printed."""
    every = (
        *(Form(wanted, read=True) for wanted in read),
        *(Form(wanted, read=False) for wanted in DOCUMENTS),
    )
    return {form.name: form for form in every}


def names_of(known: Mapping[str, Form]) -> dict[str, str]:
    """Return every way to name a schema, ``skill`` or ``careercli/skill@1``, with its short name."""
    return {word: name for name, form in known.items() for word in (name, form.schema)}


def schemas_document(known: Mapping[str, Form]) -> SchemasDocument:
    """Return the list of schemas as a document."""
    return SchemasDocument(
        schemas=tuple(
            SchemaEntry(name, form.schema, "read" if form.read else "printed", form.about)
            for name, form in known.items()
        )
    )


def schema_lines(known: Mapping[str, Form]) -> list[str]:
    """Return the list of schemas as lines."""
    lines: list[str] = []
    for title, read in (("Read from files", True), ("Printed with --json", False)):
        lines.append(f"{title}:")
        lines += [f"  {name}: {form.about}" for name, form in known.items() if form.read is read]
    return lines


def files_lines(written: SchemaFilesDocument) -> list[str]:
    """Return the schemas written as lines."""
    return [f"Written to {one_line(written.folder)}:", *(f"  {name}" for name in written.files)]


def schema_text(form: Form) -> bytes:
    """Return the JSON Schema of a form as UTF-8 JSON, ending in a newline."""
    return msgspec.json.format(msgspec.json.encode(json_schema(form)), indent=2) + b"\n"


def json_schema(form: Form) -> dict[str, Any]:
    """Return the JSON Schema of a form, draft 2020-12.

    It says what the type says: keys, values, limits, texts. Rules that a type keeps with code are told in its
    description, and rules between files are not in it: ``careercli data check`` holds all of them.
    """
    template = "#/$defs/{name}"
    _, parts = msgspec.json.schema_components([form.wanted], ref_template=template)
    structs = {item.cls.__name__: item for item in _structs(inspect.type_info(form.wanted))}
    parts = {name: _refined(part, structs[name], read=form.read) for name, part in parts.items()}
    root = parts.pop(form.wanted.__name__)
    head = {"$schema": DIALECT, "$id": form.schema, "title": form.name}
    return {**head, **root, **({"$defs": dict(sorted(parts.items()))} if parts else {})}


def _structs(info: inspect.Type) -> Iterator[inspect.StructType]:
    """Yield every struct that a type is made of."""
    match info:
        case inspect.Metadata(kind):
            yield from _structs(kind)
        case inspect.StructType():
            yield info
            for field in info.fields:
                yield from _structs(field.type)
        case inspect.VarTupleType(item):
            yield from _structs(item)
        case inspect.DictType(_, value):
            yield from _structs(value)
        case inspect.UnionType(arms):
            for arm in arms:
                yield from _structs(arm)
        case _:
            return


def _refined(part: dict[str, Any], struct: inspect.StructType, *, read: bool) -> dict[str, Any]:
    """Return the schema of one struct with what its type says beyond what msgspec tells."""
    told = part["properties"]
    names = [name for name in told if name == struct.tag_field] + [item.encode_name for item in struct.fields]
    properties = {name: _tidy(told[name], read=read) for name in names}
    for field in struct.fields:
        kind = field.type.type if isinstance(field.type, inspect.Metadata) else field.type
        if isinstance(kind, inspect.DictType) and (keys := _keys(kind.key_type)):
            properties[field.encode_name]["propertyNames"] = keys
    refined: dict[str, Any] = {
        "description": "\n\n".join(_paragraphs(struct.cls) + (_rules(struct.cls) if read else [])),
        "type": "object",
        "properties": properties,
    }
    # What is printed has all its keys: the encoder leaves none out, whether or not the type has a default.
    required = part["required"] if read else list(properties)
    if required:
        refined["required"] = required
    if read:
        refined["additionalProperties"] = False
    return refined


_ORDER = ("description", "const", "type", "anyOf", "enum", "items", "additionalProperties")
"""How the keywords of a schema follow one another; others come behind, by the alphabet."""


def _tidy(value: Any, *, read: bool) -> Any:
    """Return a schema with a single choice as ``const``, and without defaults where all is always there.

    Keywords and alternatives get an order of ours: that of msgspec differs from one version to the next, and
    so does whether it tells of keys (``propertyNames``), which is for `_keys` to say.
    """
    if not isinstance(value, dict):
        return value
    tidy = {key: item for key, item in value.items() if key != "propertyNames" and (read or key != "default")}
    choices = tidy.get("enum")
    if isinstance(choices, list) and len(choices) == 1:
        del tidy["enum"]
        tidy["const"] = choices[0]
    for key in ("items", "additionalProperties"):
        if key in tidy:
            tidy[key] = _tidy(tidy[key], read=read)
    if "anyOf" in tidy:
        arms = [_tidy(arm, read=read) for arm in tidy["anyOf"]]
        tidy["anyOf"] = sorted(arms, key=lambda arm: (arm == {"type": "null"}, str(arm)))
    if "discriminator" in tidy:
        told = tidy["discriminator"]
        mapping = dict(sorted(told["mapping"].items()))
        tidy["discriminator"] = {"propertyName": told["propertyName"], "mapping": mapping}
    return dict(sorted(tidy.items(), key=lambda item: (_place(item[0]), item[0])))


def _place(keyword: str) -> int:
    return _ORDER.index(keyword) if keyword in _ORDER else len(_ORDER)


def _keys(kind: inspect.Type) -> dict[str, Any]:
    """Return what holds of the keys of a mapping, where anything does; keys are text in JSON."""
    extra: Mapping[str, Any] = {}
    said: Mapping[str, Any] = {}
    if isinstance(kind, inspect.Metadata):
        extra, said = kind.extra or {}, kind.extra_json_schema or {}
        kind = kind.type
    if extra.get(REFERS_TO) == "section":
        return {"enum": list(SECTIONS)}
    if isinstance(kind, inspect.LiteralType):
        return {"enum": list(kind.values)}
    if isinstance(kind, inspect.IntType) and kind.ge is not None and kind.le is not None:
        return {"enum": [str(number) for number in range(kind.ge, kind.le + 1)]}
    if isinstance(kind, inspect.StrType):
        limits = {"minLength": kind.min_length, "maxLength": kind.max_length, "pattern": kind.pattern}
        return {**said, **{key: limit for key, limit in limits.items() if limit is not None}}
    return {}


def _paragraphs(wanted: type) -> list[str]:
    """Return what a type says of itself, by paragraph, as Markdown."""
    text = (wanted.__doc__ or "").replace("``", "`")
    return [one_line(paragraph) for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]


def _rules(wanted: type) -> list[str]:
    """Return what a type refuses that no schema can say."""
    check = getattr(wanted, "__post_init__", None)
    said = check.__doc__ if check else None
    if not said:
        return []
    rule = one_line(said)
    return [f"Beyond this schema careercli will {rule[0].lower()}{rule[1:]}"]
