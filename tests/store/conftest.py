"""A store of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.domain.model import Catalog
from careercli.store import Store
from tests.formats.builders import small_catalog


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store in folders that do not exist yet."""
    return Store(tmp_path / "data" / "careercli", tmp_path / "state" / "careercli")


@pytest.fixture
def small() -> Catalog:
    """Return a catalog of four skills."""
    return small_catalog()
