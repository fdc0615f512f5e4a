from __future__ import annotations

import msgspec
import pytest

from careercli.domain.model import Catalog, Hours, Profile
from tests.domain.builders import Rung, asks, catalog_of, ladder, skill

THREE = ladder(
    Rung((asks("talk", 1),)), Rung((asks("talk", 2, must=True), asks("write", 1))), Rung((asks("lead", 1),))
)


def test_hours_run_forwards() -> None:
    """A range may be a single number, never backwards; its mean is its middle."""
    assert Hours(2.0, 5.0).mean == 3.5
    assert Hours(2.0, 2.0).mean == 2.0
    with pytest.raises(ValueError, match="min must not be above max"):
        Hours(3.0, 2.0)


def test_a_tier_is_found_by_its_id() -> None:
    """An unknown id is a KeyError."""
    assert THREE.tier("t2") is THREE.tiers[1]
    with pytest.raises(KeyError, match="t9"):
        THREE.tier("t9")


@pytest.mark.parametrize(("rank", "expected"), [(-1, None), (0, None), (1, "t1"), (3, "t3"), (4, None)])
def test_a_tier_is_found_by_its_rank(rank: int, expected: str | None) -> None:
    """Ranks count from 1; outside the ladder there is none."""
    found = THREE.at(rank)
    assert (found.id if found else None) == expected


def test_the_top_is_the_highest_tier() -> None:
    """The last one."""
    assert THREE.top.id == "t3"


def test_gates_are_the_skills_that_any_tier_has_as_a_must() -> None:
    """Also those that become one on the way, and those that the top does not repeat."""
    assert THREE.gates == {"talk"}


def test_a_profile_cannot_be_changed() -> None:
    """It is replaced as a whole."""
    with pytest.raises(AttributeError):
        Profile(support_years=1.0).support_years = 2.0  # type: ignore[misc]


def test_the_ladder_in_use_is_the_one_laid_on_last() -> None:
    """A later pack's ladder takes the place of an earlier one's."""
    other = msgspec.structs.replace(THREE, id="other")
    assert msgspec.structs.replace(catalog_of(THREE), ladders=(THREE, other)).ladder is other


def test_skills_are_found_by_id_name_and_alias_in_any_case() -> None:
    """Where two claim a name, the first keeps it."""
    talk = msgspec.structs.replace(skill("talk"), name="Talking to People", aliases=("Speaking", "write"))
    catalog = catalog_of(THREE, [talk, skill("write")])
    assert catalog.skill_names["talking to people"] == "talk"
    assert catalog.skill_names["speaking"] == "talk"
    assert catalog.skill_names["write"] == "talk"
    assert catalog.skill_titles == {"talk": "Talking to People", "write": "Write", "lead": "Lead"}
    assert catalog.skills_by_id["talk"] is talk


def test_tiers_are_found_by_id_title_short_form_and_alias(catalog: Catalog) -> None:
    """Folded, with the id that each means."""
    for name in ("team-lead", "customer support team lead", "team lead", "support supervisor"):
        assert catalog.tier_names[name] == "team-lead"
