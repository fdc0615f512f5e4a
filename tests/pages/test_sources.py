from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.domain.library import Library
from careercli.domain.model import Catalog
from careercli.pages.look import Look, render
from careercli.pages.sources import source_list_view, source_view
from tests.domain.test_citations import CATALOG, LIBRARY

LOOKS = {
    "80": Look(width=80, color=False, unicode=True, accessible=False),
    "40": Look(width=40, color=False, unicode=True, accessible=False),
    "accessible": Look(width=80, color=False, unicode=False, accessible=True),
}


@pytest.mark.parametrize("look", LOOKS)
def test_the_list(look: str, screen: SnapshotAssertion) -> None:
    """The list of sources is as somebody last approved it."""
    assert render(source_list_view(CATALOG, LIBRARY), LOOKS[look]) == screen


@pytest.mark.parametrize("name", ["source", "book", "unread"])
@pytest.mark.parametrize("look", LOOKS)
def test_one(name: str, look: str, screen: SnapshotAssertion) -> None:
    """A source in full is as somebody last approved it."""
    source = next(source for source in CATALOG.sources if source.id == name)

    assert render(source_view(source, CATALOG, LIBRARY), LOOKS[look]) == screen


def test_no_sources() -> None:
    """A catalog without sources has an empty list."""
    catalog = Catalog((), (), (), (), (), (), "")

    assert "0 sources" in render(source_list_view(catalog, Library((), (), (), ())), LOOKS["80"])
