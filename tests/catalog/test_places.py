from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import places


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a package folder with nothing in it."""
    package = tmp_path / "site" / "careercli"
    package.mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", package)
    return package


def test_in_a_checkout_the_data_lies_beside_the_package(package: Path) -> None:
    """Without data of its own the package looks beside itself, and finds nothing compiled."""
    assert places.builtin_pack() == package.parent / "data"
    assert places.compiled("catalog") is None


def test_once_installed_the_data_lies_in_the_package(package: Path) -> None:
    """A wheel carries the data, with the compiled catalog in it."""
    (package / "data").mkdir()
    assert places.builtin_pack() == package / "data"
    assert places.compiled("catalog") is None
    (package / "data" / "library.json").touch()
    assert places.compiled("catalog") is None
    assert places.compiled("library") == package / "data" / "library.json"
    (package / "data" / "catalog.json").touch()
    assert places.compiled("catalog") == package / "data" / "catalog.json"


def test_the_built_in_pack_is_there() -> None:
    """Wherever these tests run, the role data is found."""
    assert (places.builtin_pack() / "pack.yaml").is_file()
