"""A profile's file after a change: what the person wrote, with the new facts in it."""

from collections.abc import Callable, Mapping
from copy import deepcopy

import msgspec

from careercli.domain.model import Catalog, Profile
from careercli.domain.names import fold
from careercli.formats.document import Document
from careercli.formats.profiles import EvidenceEntry, as_document, evidence_line_of
from careercli.formats.text import one_line


def revised(document: Document, before: Profile, after: Profile, catalog: Catalog) -> dict[str, object]:
    """Return the value of a profile's file that holds ``after``, where it held ``before``.

    What did not change stays as it is written: ``ticket systems: 3`` stays that, with its place in the order.
    A mark that was passed over, as an earlier rule had allowed it, goes.
    """
    value = deepcopy(document.value)
    written: dict[str, object] = value if isinstance(value, dict) else {}
    if marks := _mapping(written.get("not_applicable")):
        skill_of = _skill_of(catalog)
        standing = {name: why for name, why in marks.items() if skill_of(name) in before.not_applicable}
        written = _with(written, "not_applicable", standing or None, {})
    old, new = as_document(before), as_document(after)
    for key in {**old, **new}:
        if old.get(key) == new.get(key):
            continue
        if key in {"experience", "skills", "not_applicable"}:
            alias = _skill_of(catalog) if key != "experience" else str
            inner = _merged(_mapping(written.get(key)), _mapping(old.get(key)), _mapping(new.get(key)), alias)
            written = _with(written, key, inner or None, new)
        else:
            written = _with(written, key, new.get(key), new)
    return written


def _skill_of(catalog: Catalog) -> Callable[[str], str]:
    return lambda name: catalog.skill_names.get(fold(name), name)


def _merged(
    written: Mapping[str, object],
    old: Mapping[str, object],
    new: Mapping[str, object],
    meaning: Callable[[str], str],
) -> dict[str, object]:
    """Return a mapping as written, with what changed from ``old`` to ``new`` changed in it.

    ``meaning`` says which key of ``old`` and ``new`` a written key is.
    """
    merged: dict[str, object] = {}
    for name, value in written.items():
        key = meaning(name)
        if old.get(key) == new.get(key):
            merged[name] = value
        elif key in new:
            merged[name] = _listed(value, new[key])
    known = {meaning(name) for name in written}
    return merged | {key: value for key, value in new.items() if key not in known}


def _listed(written: object, new: object) -> object:
    """Return a rating with its evidence as a list where it is written as one, its entries as they are there.

    What came to it is an entry of its own.
    """
    entries, text = _mapping(written).get("evidence"), _mapping(new).get("evidence")
    if not isinstance(entries, list) or not isinstance(text, str):
        return new
    left = [(evidence_line_of(msgspec.convert(entry, str | EvidenceEntry)), entry) for entry in entries]
    out: list[object] = []
    for line in text.split("\n"):
        if one_line(line) != line or not line:
            return new
        here = next((index for index, (said, _) in enumerate(left) if said == line), None)
        out.append(line if here is None else left[here][1])
        left = left if here is None else left[here + 1 :]
    return {**_mapping(new), "evidence": out}


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _with(
    written: dict[str, object], key: str, value: object, order: Mapping[str, object]
) -> dict[str, object]:
    """Return the mapping with a key set, or taken out for None; a new key comes where ``order`` has it."""
    if value is None:
        return {name: part for name, part in written.items() if name != key}
    if key in written:
        return {**written, key: value}
    names = list(order)
    above = [name for name in names[: names.index(key)] if name in written]
    out: dict[str, object] = {}
    for name, part in written.items():
        out[name] = part
        if above and name == above[-1]:
            out[key] = value
    return out
