"""Profiles in a store, for tests: saved, changed, refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from careercli.domain.history import Created, History, Record
from careercli.domain.model import Catalog, Profile
from careercli.errors import CareerError, ExitCode
from careercli.store import Store, write_whole
from tests.files import PROFILE

PERSON = Profile(support_years=6.5, name="Dana", skills={"ticketing": 3})
DAY = date(2026, 11, 21)
CREATED = Created(day=DAY)


def save(store: Store, name: str, text: str = PROFILE) -> Path:
    """Put a profile into a store as somebody wrote it."""
    write_whole(store.profiles / f"{name}.yaml", text.encode())
    return store.profiles / f"{name}.yaml"


def revise(store: Store, name: str, catalog: Catalog, *records: Record, **facts: object) -> Profile:
    """Change facts of a saved profile, remember records, and return what it said before."""

    def edit(profile: Profile, _: History) -> tuple[Profile, Iterable[Record], Profile]:
        return msgspec.structs.replace(profile, **facts), records, profile

    return store.change(name, catalog, edit)


def refused(error: type[CareerError], code: ExitCode, match: str) -> pytest.RaisesExc[CareerError]:
    """Expect an error with its exit code."""
    return pytest.raises(error, match=match, check=lambda caught: caught.exit_code == code)
