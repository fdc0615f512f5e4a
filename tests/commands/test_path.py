from __future__ import annotations

from pathlib import Path

from careercli.domain.model import Catalog
from tests.running import DAY, run


def test_without_a_person(catalog: Catalog) -> None:
    """The bare ladder has every tier with its declared years, and nobody's fit."""
    document = run("path", "--json").document

    assert [tier["tier"] for tier in document["tiers"]] == [tier.id for tier in catalog.ladder.tiers]
    assert (document["current"], document["goal"]) == (None, None)
    assert all(tier["fit"] is None for tier in document["tiers"])
    assert document["tiers"][3]["support_years"] == {"min": 5.0, "max": 8.0}
    assert document["tiers"][3]["leading_years"] == {"min": None, "max": None}


def test_with_a_person(people: Path) -> None:
    """A person on the ladder has the tier, goal and fits of their assessment."""
    profile = str(people / "daniel.yaml")

    document = run("path", profile, "--json", "--as-of", DAY).document

    assessment = run("assess", profile, "--json", "--as-of", DAY).document
    assert document["current"] == assessment["placement"]["current"]
    assert document["goal"] == assessment["goal"]
    assert [tier["fit"] for tier in document["tiers"]] == [tier["fit"] for tier in assessment["tiers"]]


def test_facts_alone_put_somebody_on_it() -> None:
    """A few flags are enough to see oneself."""
    out = run("path", "--support-years", "0", "--goal", "team-lead").out

    assert "4 Customer Support Team Lead ◂ goal" in out
    assert "fit 0%" in out


def test_a_saved_default_stays_out_of_the_bare_ladder(home: Path) -> None:
    """'careercli path' is the ladder for everybody: nobody appears on a slide by accident."""
    folder = home / "data" / "careercli" / "profiles"
    folder.mkdir(parents=True)
    (folder / "default.yaml").write_text("schema: careercli/profile@1\nexperience: {support_years: 3}\n")

    assert run("path", "--json").document["current"] is None
    assert "fit" not in run("path").out
