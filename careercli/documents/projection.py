"""A document is a domain value with fields left out, renamed or rounded, and its type says which.

Each field is taken from the attribute of its own name, as it is, unless its type says otherwise:

- ``Annotated[str, From("tier.title")]`` takes it from further away;
- ``Annotated[float, As(function)]`` makes something of it on the way: `Fit`, `Id` and `SkillName` do;
- a `DocumentPart` is itself filled from what is found, also one by one in a tuple or a mapping.

What needs more than that is computed in the part's own `DocumentPart.made_from`, or given to `project`.
"""

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Annotated, Any, Self, TypeVar, Union, get_args, get_origin

import msgspec

Names = Mapping[str, str]
"""The names of skills by their ids."""

Conversion = Callable[[Any, Names], Any]
"""What makes the value of a field from what was found for it."""


class DocumentPart(msgspec.Struct, frozen=True):
    """A part of a document, filled from a domain value by the types of its fields."""

    @classmethod
    def made_from(cls, value: Any, names: Names) -> Self:
        """Return a value as this part of a document. Parts that hold more than it has redefine this."""
        return project(cls, value, names)


class Printed(DocumentPart, frozen=True, tag_field="schema"):
    """A whole document. Its tag names its schema: a change that breaks a reader raises the number in it."""

    @property
    def schema(self) -> str:
        """The name of its schema, such as ``careercli/plan@2``."""
        return str(type(self).__struct_config__.tag)


class From(msgspec.Struct, frozen=True):
    """Where a field is found: the attributes on the way. If it may be null, so may any of them."""

    path: str


class As(msgspec.Struct, frozen=True):
    """What is made of what was found."""

    made: Conversion


FIT_DECIMALS = 4

Fit = Annotated[float, As(lambda share, _: round(share, FIT_DECIMALS))]
"""A share from 0 to 1, or years, rounded."""

Id = Annotated[str, As(lambda value, _: value.id)]
"""The id of a tier, a ladder, a role or a skill."""

TierTitle = Annotated[str, From("tier.title")]
"""The title of what is in ``tier``."""

SkillName = Annotated[str, From("skill"), As(lambda skill, names: names.get(skill, skill))]
"""The name of the skill whose id is in ``skill``."""

NullIfEmpty = As(lambda value, _: value or None)
"""Makes null of what domain values have where there is nothing: an empty text, the number 0."""

TextOrNull = Annotated[str | None, NullIfEmpty]
NumberOrNull = Annotated[int | None, NullIfEmpty]

P = TypeVar("P", bound=DocumentPart)


def project(wanted: type[P], value: object, names: Names | None = None, /, **given: object) -> P:
    """Return a value as the wanted part of a document; what is ``given`` is not looked for in the value.

    Where everything is given, the value is None.

    ``names`` are those of skills by id, needed where the part names skills.

    Raises:
        AttributeError: the value lacks what a field is taken from.
        TypeError: the document has no field of a name that is given.

    """
    filled: P = _filler(wanted, tuple(given))(value, names or {}, given)
    return filled


@cache
def _filler(wanted: type[P], given: tuple[str, ...] = ()) -> Callable[..., P]:
    """Return what fills a part of a document, made once from the types of its fields."""
    fields = msgspec.structs.fields(wanted)
    if unknown := set(given).difference(field.name for field in fields):
        raise TypeError(f"{wanted.__name__} has no {', '.join(sorted(unknown))}")
    paths, between, conversions = [], [], []
    for place, field in enumerate(fields):
        convert = _conversion(field.type)
        if field.name in given:
            between.append((place, field.name))
        else:
            path, onward = _path(field)
            paths.append(path)
            convert = _chain(onward, convert)
        if convert:
            conversions.append((place, convert))
    take = _taker(paths)

    def filled(value: object, names: Names, given: Mapping[str, object] = {}) -> P:
        found = [*take(value)]
        for place, name in between:
            found.insert(place, given[name])
        for place, made in conversions:
            found[place] = made(found[place], names)
        return wanted(*found)

    return filled


def _path(field: msgspec.structs.FieldInfo) -> tuple[str, Conversion | None]:
    """Return the attributes to take at once, and what takes those behind one that may be None."""
    path = next((mark.path for mark in _marks(field.type) if isinstance(mark, From)), field.name)
    first, *rest = path.split(".")
    if not rest or NoneType not in get_args(_bare(field.type)):
        return path, None

    def onward(found: Any, _: Names) -> Any:
        for name in rest:
            found = None if found is None else getattr(found, name)
        return found

    return first, onward


def _taker(paths: list[str]) -> Callable[[object], tuple[Any, ...]]:
    """Return what takes attributes as a tuple, also where there are fewer than two."""
    if len(paths) > 1:
        return attrgetter(*paths)
    return lambda value: tuple(attrgetter(path)(value) for path in paths)


def _conversion(kind: Any) -> Conversion | None:
    """Return what makes a value of a type from what was found; None where that is taken as it is."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        made = None
        for mark in _marks(kind):
            made = _chain(made, mark.made) if isinstance(mark, As) else made
        return _chain(made, _conversion(_bare(kind)))
    if origin in (Union, UnionType):
        return _optional(_conversion(inner[0])) if inner[1:] == (NoneType,) else None
    if origin is tuple and inner[1:] == (Ellipsis,):
        return _each(_conversion(inner[0]))
    if origin is dict:
        return _each_value(_conversion(inner[1]))
    if isinstance(kind, type) and issubclass(kind, DocumentPart):
        return _part(kind)
    return None


def _part(kind: type[DocumentPart]) -> Conversion:
    """Return what makes a part of a value, or leaves one as it is."""
    made = kind.made_from if "made_from" in vars(kind) else _filler(kind)

    def part(found: object, names: Names) -> DocumentPart:
        return found if isinstance(found, kind) else made(found, names)

    return part


def _optional(made: Conversion | None) -> Conversion | None:
    return made and (lambda found, names: None if found is None else made(found, names))


def _each(made: Conversion | None) -> Conversion | None:
    return made and (lambda found, names: tuple([made(one, names) for one in found]))


def _each_value(made: Conversion | None) -> Conversion | None:
    return made and (lambda found, names: {key: made(one, names) for key, one in found.items()})


def _chain(first: Conversion | None, then: Conversion | None) -> Conversion | None:
    if first is None or then is None:
        return first or then
    return lambda found, names: then(first(found, names), names)


def _marks(kind: Any) -> tuple[object, ...]:
    return getattr(kind, "__metadata__", ())


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind
