"""A document is a domain value with fields left out, renamed or rounded, and its type says which.

Each field is taken from the attribute of its own name, as it is, unless its type says otherwise:

- ``Annotated[str, From("tier.title")]`` takes it from further away, and ``WHOLE`` from the value itself;
- ``Annotated[float, As(function)]`` makes something of it on the way: `Fit`, `Id` and `SkillName` do;
- a `DocumentPart` is itself filled from what is found, also one by one in a tuple or a mapping.

What needs more than that is computed in the part's own `DocumentPart.made_from`, or given to `project`. A
type that cannot be followed is refused when the first document of it is made, whatever is in it.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Self, TypeVar, Union, get_args, get_origin

import msgspec

from careercli.domain.ladder import FIT_DECIMALS
from careercli.domain.values import Value

Names = Mapping[str, str]
"""The names of skills by their ids."""

Conversion = Callable[[Any, Names], Any]
"""What makes the value of a field from what was found for it."""


class DocumentPart(Value):
    """A part of a document, filled from a domain value by the types of its fields."""

    @classmethod
    def made_from(cls, value: Any, names: Names) -> Self:
        """Return a value as this part of a document. Parts that hold more than it has redefine this."""
        return project(cls, value, names)


class Printed(DocumentPart, tag_field="schema"):
    """A whole document. Its tag names its schema: a change that breaks a reader raises the number in it."""


class From(Value):
    """Where a field is found: the attributes on the way. If it may be null, so may any of them."""

    path: str


WHOLE = From("")
"""A field is made of the value as a whole."""


class As(Value):
    """What is made of what was found."""

    made: Conversion


Fit = Annotated[float, As(lambda share, _: round(share, FIT_DECIMALS))]
"""A share from 0 to 1, or years, rounded."""

Id = Annotated[str, As(lambda value, _: value.id)]
"""The id of a tier, a ladder, a role or a skill."""

OnDay = Annotated[date, From("day")]
"""The day of what a document calls its date."""

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


def document_of(wanted: type[P], values: Mapping[str, object], names: Names) -> P:
    """Return a document of the first of some values, those called as its fields being these."""
    given = {name: values[name] for name in wanted.__struct_fields__ if name in values}
    first = next(iter(values.values()))
    return project(wanted, first, names, **given) if given else wanted.made_from(first, names)


@cache
def _filler(wanted: type[P], given: tuple[str, ...] = ()) -> Callable[..., P]:
    """Return what fills a part of a document, made once from the types of its fields."""
    fields = msgspec.structs.fields(wanted)
    if unknown := set(given).difference(field.name for field in fields):
        raise TypeError(f"{wanted.__name__} has no {', '.join(sorted(unknown))}")
    paths: list[str] = []
    between: list[tuple[int, str]] = []  # what is given, or with no name the value as a whole
    conversions: list[tuple[int, Conversion]] = []
    for place, field in enumerate(fields):
        kind, marks = _parted(field.type)
        path = next((mark.path for mark in marks if isinstance(mark, From)), field.name)
        convert = _conversion(field.type, of_field=True)
        if field.name in given or not path:
            between.append((place, field.name if field.name in given else ""))
        else:
            first, *rest = path.split(".")
            may_end = rest and NoneType in get_args(kind)
            paths.append(first if may_end else path)
            convert = _chain(_onward(rest), convert) if may_end else convert
        if convert:
            conversions.append((place, convert))
    take = _taker(paths)

    def filled(value: object, names: Names, given: Mapping[str, object] = {}) -> P:
        found = [*take(value)]
        for place, name in between:
            found.insert(place, given[name] if name else value)
        for place, made in conversions:
            found[place] = made(found[place], names)
        return wanted(*found)

    return filled


def _onward(names: list[str]) -> Conversion:
    """Return what takes attributes on a way that may end early."""

    def onward(found: Any, _: Names) -> Any:
        for name in names:
            found = None if found is None else getattr(found, name)
        return found

    return onward


def _taker(paths: list[str]) -> Callable[[object], tuple[Any, ...]]:
    """Return what takes attributes as a tuple, also where there are fewer than two."""
    if len(paths) > 1:
        return attrgetter(*paths)
    return lambda value: tuple(attrgetter(path)(value) for path in paths)


def _conversion(kind: Any, *, of_field: bool = False) -> Conversion | None:
    """Return what makes a value of a type from what was found; None where that is taken as it is."""
    kind, marks = _parted(kind)
    made: Conversion | None = None
    for mark in marks:
        if isinstance(mark, From) and not of_field:
            raise TypeError(f"{mark} stands within the type of a field, where nothing is looked for")
        made = _chain(made, mark.made) if isinstance(mark, As) else made
    is_part = isinstance(kind, type) and issubclass(kind, DocumentPart)
    return _chain(made, _part(kind) if is_part else _within(kind))


def _within(kind: Any) -> Conversion | None:
    """Return what fills the parts of a type that is none itself.

    Raises:
        TypeError: it has parts to be filled, and is no tuple or mapping of one kind, and nothing or one.

    """
    origin, inner = get_origin(kind), get_args(kind)
    arms = [arm for arm in inner if arm not in (NoneType, Ellipsis)] if origin is not Literal else []
    made = [_conversion(arm) for arm in arms]
    if not any(made):
        return None
    fill = made[-1]
    if fill and origin is tuple and inner[1:] == (Ellipsis,):
        return lambda found, names: tuple([fill(one, names) for one in found])
    if fill and origin is dict and not made[0]:
        return lambda found, names: {key: fill(one, names) for key, one in found.items()}
    if origin in (Union, UnionType):
        if fill and len(made) == 1:
            return lambda found, names: None if found is None else fill(found, names)
        if all(isinstance(arm, type) and issubclass(arm, DocumentPart) for arm in arms):
            return None  # which of them it is, somebody has decided
    raise TypeError(f"{kind} cannot be filled from a value")


def _part(kind: type[DocumentPart]) -> Conversion:
    """Return what makes a part of a value, or leaves one as it is."""
    made = kind.made_from if "made_from" in vars(kind) else _filler(kind)

    def part(found: object, names: Names) -> DocumentPart:
        return found if isinstance(found, kind) else made(found, names)

    return part


def _chain(first: Conversion | None, then: Conversion | None) -> Conversion | None:
    if first is None or then is None:
        return first or then
    return lambda found, names: then(first(found, names), names)


def _parted(kind: Any) -> tuple[Any, tuple[object, ...]]:
    """Return a type without its marks, and these."""
    return (kind.__origin__, kind.__metadata__) if get_origin(kind) is Annotated else (kind, ())
