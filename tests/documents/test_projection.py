"""A document is filled by the types of its fields."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple, Self

import msgspec
import pytest

from careercli.documents.projection import (
    WHOLE,
    As,
    DocumentPart,
    Fit,
    From,
    Id,
    Names,
    NumberOrNull,
    Printed,
    SkillName,
    TextOrNull,
    TierTitle,
    document_of,
    project,
)

NAMES = {"crm": "Customer records"}


class Step(NamedTuple):
    """A tier of the tests."""

    id: str
    title: str


class Found(msgspec.Struct, frozen=True):
    """A domain value of the tests."""

    tier: Step
    skill: str = "crm"
    share: float = 0.123456
    inner: Found | None = None
    others: tuple[Found, ...] = ()
    by_name: dict[str, Found] = {}
    line: int = 0
    note: str = ""


LEAD = Found(Step("lead", "Team lead"), line=3, note="Said so")


class PartDocument(DocumentPart, frozen=True):
    """A part of the tests."""

    tier: Id
    title: TierTitle
    name: SkillName
    fit: Annotated[Fit, From("share")]
    line: NumberOrNull
    note: TextOrNull


class WholeDocument(Printed, frozen=True, tag="careercli/whole@1"):
    """A document of the tests."""

    level: int = msgspec.field(name="to")
    above: Annotated[str | None, From("inner.inner.tier.id")]
    inner: PartDocument | None
    others: tuple[PartDocument, ...]
    by_name: dict[str, PartDocument]


class OwnDocument(DocumentPart, frozen=True):
    """A part of the tests that says itself what it is made from."""

    length: int
    lines: Annotated[int, From("line"), As(lambda line, _: line * 2)]

    @classmethod
    def made_from(cls, found: Found, names: Names) -> Self:
        """Return a value with a length that it does not have."""
        return project(cls, found, names, length=len(found.note))


class OuterDocument(DocumentPart, frozen=True):
    """A part of the tests that holds such a part."""

    inner: OwnDocument | None


def test_fields_are_renamed_rounded_and_named() -> None:
    """Each field comes from where its type says, in the form that its type says."""
    assert project(PartDocument, LEAD, NAMES) == PartDocument(
        "lead", "Team lead", "Customer records", 0.1235, 3, "Said so"
    )


def test_nothing_is_null() -> None:
    """An empty text and the number 0 are null where the type says so; a skill without a name is its id."""
    part = project(PartDocument, Found(Step("lead", "Team lead")))

    assert (part.name, part.line, part.note) == ("crm", None, None)


def test_parts_are_followed() -> None:
    """Parts in tuples and in mappings are filled, too; a way that ends early is null."""
    found = Found(Step("top", "Top"), inner=LEAD, others=(LEAD, LEAD), by_name={"one": LEAD})
    part = project(PartDocument, LEAD, NAMES)

    assert project(WholeDocument, found, NAMES, level=2) == WholeDocument(
        2, None, part, (part, part), {"one": part}
    )
    assert project(WholeDocument, LEAD, level=2).inner is None


def test_a_long_way_is_gone_to_its_end() -> None:
    """A field that may be null is found behind attributes that may be, where they are there."""
    found = Found(Step("a", "A"), inner=Found(Step("b", "B"), inner=LEAD))

    assert project(WholeDocument, found, level=1).above == "lead"


def test_what_is_given_is_filled_as_what_is_found() -> None:
    """What is given becomes a part where the type is one, and a part that is given stays as it is."""
    part = project(PartDocument, LEAD, NAMES)
    whole = project(WholeDocument, None, NAMES, level=1, above=None, inner=LEAD, others=[part], by_name={})

    assert whole.inner == part
    assert whole.others[0] is part


def test_a_part_may_say_itself_what_it_is_made_from() -> None:
    """The part's own way to be made counts wherever it stands."""
    made = OuterDocument.made_from(Found(Step("a", "A"), inner=LEAD), NAMES)

    assert made == OuterDocument(OwnDocument(length=7, lines=6))


def test_a_document_says_its_schema_first() -> None:
    """The tag is the first key, and readable."""
    whole = project(WholeDocument, LEAD, level=2)

    assert msgspec.to_builtins(whole)["schema"] == "careercli/whole@1"
    assert msgspec.json.encode(whole).startswith(b'{"schema":"careercli/whole@1","to":2,')


def test_slips_are_told() -> None:
    """A field that the document does not have, and one that the value does not have, are mistakes."""
    with pytest.raises(TypeError, match="PartDocument has no level"):
        project(PartDocument, LEAD, level=2)
    with pytest.raises(AttributeError):
        project(WholeDocument, LEAD)


class LengthDocument(DocumentPart, frozen=True):
    """A part of the tests that is made of the value as a whole."""

    letters: Annotated[int, WHOLE, As(lambda text, _: len(text))]
    copies: Annotated[tuple[LineDocument, ...], WHOLE, As(lambda text, _: [text] * 2)]
    label: str


class LineDocument(DocumentPart, frozen=True):
    """A part of such a part."""

    line: Annotated[str, WHOLE]


def test_a_field_is_made_of_the_whole_value() -> None:
    """With what else is given beside it."""
    line = LineDocument("four")

    assert project(LengthDocument, "four", label="a") == LengthDocument(4, (line, line), "a")


def test_a_document_is_made_of_the_first_of_several_values() -> None:
    """Those that are called as its fields are these; the others are for somebody else."""
    made = document_of(LengthDocument, {"text": "four", "label": "a", "hint": "b"}, NAMES)

    assert (made.letters, made.label) == (4, "a")


@pytest.mark.parametrize(
    "kind",
    [
        list[PartDocument],
        tuple[PartDocument, PartDocument],
        dict[PartDocument, str],
        PartDocument | Fit | None,
        Annotated[str, From("title")] | None,
        tuple[TierTitle, ...],
        tuple[SkillName | int, ...],
    ],
)
def test_a_type_that_cannot_be_filled_is_refused(kind: Any) -> None:
    """Where parts would be left as they are found, or a place not looked for, nothing is made at all."""
    wanted = msgspec.defstruct("Wanted", [("field", kind)], bases=(DocumentPart,), namespace={}, frozen=True)

    with pytest.raises(TypeError, match=r"cannot be filled|nothing is looked for"):
        project(wanted, LEAD)


def test_null_may_come_first() -> None:
    """A union means the same in any order."""
    wanted = msgspec.defstruct("Wanted", [("inner", None | PartDocument)], bases=(DocumentPart,), frozen=True)

    assert project(wanted, Found(Step("top", "Top"), inner=LEAD), NAMES) == wanted(
        project(PartDocument, LEAD, NAMES)
    )
