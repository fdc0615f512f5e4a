"""Which advertisements a command is about: files, folders, standard input; and answers to conditions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from careercli.cli.context import Session
from careercli.cli.output_file import PRINTED
from careercli.cli.profile_source import check_given, read_input
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
    from careercli.domain.advertisement import Advertisement
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
    """Return the advertisements in files and folders, in order; a broken one does not stop the others.

    Raises:
        NotFoundError: there is no such file, or a folder has none.
        UsageError: one is named twice.

    """
    from careercli.domain.matches import UnreadAd  # one advertisement has no need of it

    ads: list[Advertisement] = []
    unread: list[UnreadAd] = []
    for path in _files(given):
        try:
            ads.append(advertisement(session, path))
        except (InvalidDataError, StorageError) as error:
            unread.append(UnreadAd(clean(path), error.message, error.hint))
    return Found(tuple(ads), tuple(unread))


def is_several(given: Sequence[str]) -> bool:
    """Return whether more than one advertisement is named, or a folder of them."""
    return len(given) > 1 or any(name != PRINTED and Path(name).is_dir() for name in given)


def _files(given: Sequence[str]) -> list[str]:
    out: list[str] = []
    for name in given:
        check_given(name, what="AD")
        if name == PRINTED or not Path(name).is_dir():
            out.append(name)
            continue
        with saying_why(f"{clean(name)} cannot be read"):
            entries = sorted(Path(name).iterdir())
        files = [str(each) for each in entries if each.is_file() and not each.name.startswith((".", "~"))]
        if not files:
            raise NotFoundError(f"There is no file in {clean(name)}.", hint="Name the folder of the ads.")
        out += files
    twice = next((name for name in out if out.count(name) > 1), None)
    if twice is not None:
        raise UsageError(f"{clean(twice)} is named twice.")
    return out


def answers_given(ads: Iterable[Advertisement], yes: Sequence[str], no: Sequence[str]) -> dict[str, bool]:
    """Return the answers that ``--yes`` and ``--no`` give to the conditions of advertisements, by their ids.

    A kind, such as ``nights``, stands for every condition of that kind; an id goes before it.

    Raises:
        UsageError: both are given for one, or no advertisement has such a condition; says which there are.

    """
    both = sorted(set(yes) & set(no))
    if both:
        raise UsageError(f"--yes {shortened(both[0])} and --no {shortened(both[0])} contradict each other.")
    by_name: dict[str, list[str]] = {}
    ids: set[str] = set()
    for condition in (condition for ad in ads for condition in ad.conditions):
        by_name.setdefault(condition.kind, []).append(condition.id)
        ids.add(condition.id)
    said = dict.fromkeys(yes, True) | dict.fromkeys(no, False)
    for name in said:
        if name not in ids and name not in by_name:
            there = f"The conditions here are {listed(sorted(ids))}." if ids else "It has no conditions."
            raise UsageError(f"There is no condition '{shortened(name)}' to answer.", hint=there)
    of_kinds = {each: answer for name, answer in said.items() for each in by_name.get(name, ())}
    return of_kinds | {name: answer for name, answer in said.items() if name in ids}
