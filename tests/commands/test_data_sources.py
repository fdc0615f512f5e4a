from __future__ import annotations

import pytest

from careercli.catalog import load_library
from careercli.domain.model import Catalog
from careercli.errors import ExitCode
from tests.running import run

NOT_CITED: set[str] = set()
"""Sources that no fact cites: the scale of levels is that framework's, and rests in the code."""


def test_every_source_is_listed_with_what_cites_it(catalog: Catalog) -> None:
    """The list has each source in full, with how many facts rest on it by kind."""
    document = run("data", "sources", "--json").document

    assert [entry["id"] for entry in document["sources"]] == [source.id for source in catalog.sources]
    for entry in document["sources"]:
        assert entry["cited"] == sum(entry["facts"].values())
        assert entry["publisher"]
        assert entry["terms"]


def test_every_source_is_cited() -> None:
    """A source that nothing rests on has no place in the list."""
    listed = run("data", "sources", "--json").document["sources"]

    assert {entry["id"] for entry in listed if not entry["cited"]} <= NOT_CITED


@pytest.mark.parametrize(
    "name", ["bls-oews", "BLS-OEWS", "occupational employment and wage statistics, may 2025"]
)
def test_one_source_in_full(name: str, catalog: Catalog) -> None:
    """A source is found by id or title, and shown with every place that cites it."""
    document = run("data", "sources", name, "--json").document
    codes = [occupation.code for occupation in load_library().occupations]

    assert document["schema"] == "careercli/source-details@2"
    assert document["id"] == "bls-oews"
    assert [place["owner"] for place in document["cited_by"] if place["area"] == "occupation"] == codes
    assert sum(sum(place["facts"].values()) for place in document["cited_by"]) == document["cited"]


def test_places_name_the_sections_of_the_source() -> None:
    """Where a fact cites a part of its source, the place says which."""
    document = run("data", "sources", "manager-guide", "--json").document

    pay = [
        place
        for place in document["cited_by"]
        if (place["area"], place["owner"], place["part"]) == ("guide", "customer-support-manager", "pay")
    ]
    assert ["pay" in place["sections"] for place in pay] == [True]
    assert set(document["sections"]) >= {name for place in document["cited_by"] for name in place["sections"]}


@pytest.mark.parametrize(
    ("name", "hint"), [("bls-oew", "Did you mean 'bls-oews'?"), ("zzz", "See 'careercli data sources'.")]
)
def test_an_unknown_source(name: str, hint: str) -> None:
    """A source that is not there is not found, and the nearest is named."""
    result = run("data", "sources", name)

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert f"There is no source '{name}'." in result.err
    assert hint in result.err


@pytest.mark.parametrize("arguments", [[], ["gitlab"], ["ddat-framework"]])
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_sources_can_be_read_at_any_width(arguments: list[str], columns: int) -> None:
    """No line is wider than the screen, and nothing is said as a number alone."""
    out = run("data", "sources", *arguments, columns=columns).out

    assert max(map(len, out.splitlines())) <= min(columns, 100)
    assert "Cited by: " in out


def test_a_source_that_nothing_cites() -> None:
    """It is said as it is."""
    assert "Cited by: nothing" not in run("data", "sources", "ddat-framework").out


def test_sources_of_a_pack(tmp_path: object) -> None:
    """A pack's own sources are listed with the rest, and what it cites counts."""
    folder = f"{tmp_path}/pack"
    run("data", "new", folder)

    document = run("--data", folder, "data", "sources", "shop-handbook", "--json").document

    assert {place["area"] for place in document["cited_by"]} == {"ladder", "skill", "guide", "tool"}
    lines = run("--data", folder, "data", "sources", "shop-handbook", "--accessible").out.splitlines()
    assert "- Lead: 2 year ranges, 1 requirement and 2 must-haves" in lines
