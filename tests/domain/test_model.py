from __future__ import annotations

import msgspec
import pytest

from careercli.domain.growth import Hours
from careercli.domain.marks import Refused, refused
from careercli.domain.model import Catalog, Profile
from tests.domain.builders import Rung, asks, catalog_of, ladder, must, person, skill

THREE = ladder(
    Rung((asks("talk", 1, through="t2"),)),
    Rung((asks("talk", 2, through="t2"), asks("write", 1)), gates=(must("talk", levels=(2,)),)),
    Rung((asks("lead", 1),), gates=(must("lead", "write", levels=(1,)),), seat="lead"),
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


def test_skills_that_are_a_gate_alone_always_apply() -> None:
    """On any tier, also where the top asks them no more; those of a group may be left out."""
    assert THREE.always_apply == {"talk"}
    assert THREE.skills == ("talk", "write", "lead")


def test_a_group_must_keep_as_many_skills_as_levels() -> None:
    """The last mark that leaves too few skills for a gate, with that and its tier."""
    assert refused(THREE, ["lead"]) == ()
    assert refused(THREE, ["lead", "write"]) == (Refused("write", THREE.top, THREE.top.gates[0]),)


def test_the_first_leading_tier_is_the_lowest_whose_seat_leads() -> None:
    """None where nobody leads."""
    assert THREE.first_leading is THREE.top
    assert ladder(Rung((asks("talk", 1),))).first_leading is None
    assert [tier.leads_people for tier in THREE.tiers] == [False, False, True]


def test_years_count_as_full_time_years() -> None:
    """Both clocks by the part of full time."""
    half = person(9.0, 3.0, share=0.5)
    assert (half.full_support_years, half.full_leading_years) == (4.5, 1.5)


def test_a_profile_cannot_be_changed() -> None:
    """It is replaced as a whole."""
    with pytest.raises(AttributeError):
        Profile(support_years=1.0).support_years = 2.0  # type: ignore[misc]


OTHER = msgspec.structs.replace(
    ladder(Rung((asks("talk", 1),)), Rung((asks("talk", 2),)), Rung((asks("talk", 3),))),
    id="other",
    title="Another Ladder",
)
FOUR = msgspec.structs.replace(
    ladder(*(Rung((asks("talk", level),)) for level in (1, 2, 3, 4))), id="four", title="Four"
)
BOTH = msgspec.structs.replace(catalog_of(THREE), ladders=(THREE, OTHER, FOUR))


def test_the_ladder_in_use_is_the_one_named() -> None:
    """Wherever it stands among the others."""
    assert BOTH.ladder is THREE
    assert msgspec.structs.replace(BOTH, in_use="other").ladder is OTHER


def test_another_ladder_is_put_in_use() -> None:
    """The catalog is the same but for the ladder and the names of its tiers; the first is left as it was."""
    assert BOTH.using("ladder") is BOTH
    assert "t4" not in BOTH.tier_names
    four = BOTH.using("four")
    assert four.ladder is FOUR
    assert four.tier_names["t4"] == "t4"
    assert four.using("ladder") == BOTH
    assert BOTH.ladder is THREE


def test_ladders_are_found_by_id_and_title() -> None:
    """Folded, with the id that each means; an id has the better claim than the title of another."""
    assert BOTH.ladder_names["another ladder"] == "other"
    assert BOTH.ladder_names["other"] == "other"
    titled = msgspec.structs.replace(OTHER, title="Ladder")
    assert msgspec.structs.replace(BOTH, ladders=(titled, THREE)).ladder_names["ladder"] == "ladder"


def test_the_ladder_of_a_tier_that_is_on_another() -> None:
    """Only ladders that are not in use are looked at, in their order."""
    assert BOTH.ladder_of(" T4 ") is FOUR
    assert BOTH.ladder_of("t1") is OTHER
    assert BOTH.ladder_of("t5") is None
    assert BOTH.using("four").ladder_of("t4") is None


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
    for name in ("director", "director of customer support", "chief customer officer"):
        assert catalog.tier_names[name] == "director"


def _shared() -> Catalog:
    """Return a catalog of two ladders that share tier ids: one of the role ``role``, one of ``other``."""
    first = ladder(Rung((asks("ask", 1),)), Rung(()), Rung(()))
    second = ladder(Rung((asks("ask", 1),)), Rung(()))
    tiers = tuple(msgspec.structs.replace(tier, role="other") for tier in second.tiers)
    other = msgspec.structs.replace(second, id="second", tiers=tiers)
    return msgspec.structs.replace(catalog_of(first), ladders=(first, other))


def test_tiers_of_a_role_are_of_one_ladder() -> None:
    """The ladder in use has the word, if it has any tier of the role; no two ladders run together."""
    catalog = _shared()
    twin = msgspec.structs.replace(catalog.ladders[0], id="twin")
    doubled = msgspec.structs.replace(catalog, ladders=(*catalog.ladders, twin))

    assert catalog.tiers_of("role") == catalog.ladders[0].tiers
    assert catalog.tiers_of("other") == catalog.ladders[1].tiers
    assert catalog.using("second").tiers_of("role") == catalog.ladders[0].tiers
    assert doubled.tiers_of("role") == catalog.ladders[0].tiers
    assert catalog.tiers_of("nobody") == ()


def test_an_id_that_two_ladders_share_means_the_tier_of_the_role() -> None:
    """A guide means the tiers of its own role, then those of the ladder in use."""
    catalog = _shared()

    for using in ("ladder", "second"):
        meant = {role: catalog.using(using).tiers_meant(role) for role in ("role", "other", "nobody")}
        assert [tier.role for tier in meant["role"].values()] == ["role"] * 3
        assert (meant["other"]["t1"].role, meant["other"]["t3"].role) == ("other", "role")
        assert meant["nobody"]["t1"].role == ("role" if using == "ladder" else "other")
