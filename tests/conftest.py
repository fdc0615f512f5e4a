"""Settings and fixtures that every test shares."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from careercli.catalog import load_catalog
from careercli.domain.model import Catalog

settings.register_profile(
    "careercli", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("careercli")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The built-in catalog."""
    return load_catalog().catalog
