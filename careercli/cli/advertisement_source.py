"""Which advertisements a command is about: files, folders, standard input; and answers to conditions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import msgspec

from careercli.cli.context import Session
from careercli.cli.output_file import PRINTED
from careercli.cli.profile_source import check_given, read_input
from careercli.domain.advertisement import ConditionKind
from careercli.errors import (
    InvalidDataError,
    NotFoundError,
    StorageError,
    UsageError,
    saying_why,
)
from careercli.formats.document import shortened
from careercli.formats.text import clean
from careercli.text.phrases import listed

if TYPE_CHECKING:
    from careercli.domain.advertisement import Advertisement, Condition
    from careercli.domain.matches import UnreadAd

STANDARD_INPUT = "standard input"


class Found(msgspec.Struct, frozen=True):
    """Advertisements that were read, and those that could not be."""

    ads: tuple[Advertisement, ...]
    unread: tuple[UnreadAd, ...] = ()


def advertisement(session: Session, given: str) -> Advertisement:
    """Return the advertisement in a file, or in standard input for ``-``.

    Raises:
        NotFoundError: there is no such file.
        InvalidDataError: it is no advertisement.
        StorageError: it cannot be read.
        UsageError: nothing is named.

    """
    from careercli.api import read_advertisement

    check_given(given, what="AD")
    if given != PRINTED:
        return read_advertisement(given, session.catalog, session.library)
    from careercli.reading.document import MOST_BYTES

    data = read_input(session, MOST_BYTES)
    return read_advertisement(data, session.catalog, session.library, name=STANDARD_INPUT)


def advertisements(session: Session, given: Sequence[str]) -> Found:
    """Return the advertisements in files and folders, in order; a broken or missing one stops no others.

    Raises:
        NotFoundError: nothing else is named than a folder that has no file.
        StorageError: nothing else is named than a folder that cannot be listed.
        UsageError: one is named twice.

    """
    from careercli.domain.matches import UnreadAd  # one advertisement has no need of it

    ads: list[Advertisement] = []
    unread: list[UnreadAd] = []
    paths: list[str] = []
    for name in given:
        try:
            paths += _files(name)
        except (NotFoundError, StorageError) as error:
            if len(given) == 1:
                raise
            unread.append(UnreadAd(clean(name), error.message, error.hint))
    twice = next((name for name in paths if paths.count(name) > 1), None)
    if twice is not None:
        raise UsageError(f"{clean(twice)} is named twice.")
    for path in paths:
        try:
            ads.append(advertisement(session, path))
        except (InvalidDataError, NotFoundError, StorageError) as error:
            unread.append(UnreadAd(clean(path), error.message, error.hint))
    return Found(tuple(ads), tuple(unread))


def is_several(given: Sequence[str]) -> bool:
    """Return whether more than one advertisement is named, or a folder of them."""
    return len(given) > 1 or any(name != PRINTED and Path(name).is_dir() for name in given)


def _files(name: str) -> list[str]:
    """Return the files that a name means: itself, or those of a folder."""
    check_given(name, what="AD")
    if name == PRINTED or not Path(name).is_dir():
        return [name]
    with saying_why(f"{clean(name)} cannot be read"):
        entries = sorted(Path(name).iterdir())
    files = [str(each) for each in entries if each.is_file() and not each.name.startswith((".", "~"))]
    if not files:
        raise NotFoundError(f"There is no file in {clean(name)}.", hint="Name the folder of the ads.")
    return files


def answers_given(ads: Iterable[Advertisement], yes: Sequence[str], no: Sequence[str]) -> dict[str, bool]:
    """Return the answers that ``--yes`` and ``--no`` give to the conditions of advertisements, by their ids.

    A kind, such as ``nights``, stands for every condition of that kind; an id goes before it.

    Raises:
        UsageError: both are given for one, or no advertisement has such a condition; says which there are.

    """
    said = _said(yes, no)
    conditions = [condition for ad in ads for condition in ad.conditions]
    known = {name for condition in conditions for name in (condition.id, condition.kind)}
    for name in said:
        if name in known:
            continue
        ids = sorted({condition.id for condition in conditions})
        there = f"The conditions here are {listed(ids)}." if ids else "It has no conditions."
        raise UsageError(f"There is no condition '{shortened(name)}' to answer.", hint=there)
    return _answers(said, conditions)


def answers_to_come(yes: Sequence[str], no: Sequence[str]) -> Callable[[Advertisement], dict[str, bool]]:
    """Return what gives the answers of ``--yes`` and ``--no`` to an advertisement that is still to be read.

    What it has not is no mistake then: nobody has seen its conditions yet.

    Raises:
        UsageError: both are given for one, or a name is neither a kind nor an id.

    """
    said = _said(yes, no)
    kinds = get_args(ConditionKind)
    for name in said:
        if name not in kinds and not re.fullmatch(rf"(?:{'|'.join(kinds)})-[0-9a-f]{{4}}", name):
            hint = f"Before it is pasted only kinds are known: {listed(sorted(kinds))}."
            raise UsageError(f"There is no condition '{shortened(name)}' to answer.", hint=hint)
    return lambda ad: _answers(said, ad.conditions)


def _said(yes: Sequence[str], no: Sequence[str]) -> dict[str, bool]:
    both = sorted(set(yes) & set(no))
    if both:
        raise UsageError(f"--yes {shortened(both[0])} and --no {shortened(both[0])} contradict each other.")
    return dict.fromkeys(yes, True) | dict.fromkeys(no, False)


def _answers(said: Mapping[str, bool], conditions: Iterable[Condition]) -> dict[str, bool]:
    found = ((each.id, said.get(each.id, said.get(each.kind))) for each in conditions)
    return {name: answer for name, answer in found if answer is not None}
