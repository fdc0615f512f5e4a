from __future__ import annotations

import re
from pathlib import Path

import pytest

from careercli.catalog import LoadedCatalog, check_packs
from careercli.domain.model import Catalog, Demand, Hours, Persona, Profile, Source, YearRange
from careercli.errors import Problem
from tests.catalog.pack_builder import PACK, skill_file, write_pack

HEAD = {"pack.yaml": PACK["pack.yaml"]}


def loaded_from(*folders: Path) -> LoadedCatalog:
    loaded, problems = check_packs(folders)
    assert problems == ()
    assert loaded is not None
    return loaded


@pytest.fixture
def below(tmp_path: Path) -> Path:
    """Write the tiny pack, to lay others over."""
    return write_pack(tmp_path / "below")


@pytest.fixture
def tiny(below: Path) -> Catalog:
    """Return the catalog of the tiny pack."""
    return loaded_from(below).catalog


def test_skills_come_in_the_order_of_their_groups(tiny: Catalog) -> None:
    """Groups stand as the pack lists them, and skills by group, then by name."""
    assert [group.id for group in tiny.groups] == ["front", "back"]
    assert [skill.id for skill in tiny.skills] == ["chatting", "writing", "leading"]


def test_a_skill_arrives_whole(tiny: Catalog) -> None:
    """Levels and growth stand from 1 to 4, everything else as in the file."""
    skill = tiny.skills_by_id["chatting"]
    assert (skill.name, skill.group, skill.aliases) == ("Chatting", "front", ("Live talk",))
    assert (skill.prerequisites, skill.tools, skill.sources) == (("writing",), ("Pen",), ("guide#skills",))
    assert skill.levels[0] == "I watch chatting."
    assert [step.to for step in skill.growth] == [1, 2, 3, 4]
    assert skill.growth[1].hours == Hours(2, 4)
    assert skill.growth[3].proof == "A log of 4"


def test_levels_may_stand_in_any_order(tmp_path: Path, tiny: Catalog) -> None:
    """A file that begins with the highest level is the same skill."""
    head, levels, steps = re.split(r"levels:\n|growth:\n", PACK["skills/writing.yaml"])
    levels = "".join(reversed(levels.splitlines(keepends=True)))
    steps = "".join(reversed(re.findall(r"  \d:\n(?:    .*\n)+", steps)))
    files = {**PACK, "skills/writing.yaml": f"{head}levels:\n{levels}growth:\n{steps}"}
    assert loaded_from(write_pack(tmp_path / "backwards", files)).catalog == tiny


def test_tiers_carry_what_lies_below(tiny: Catalog) -> None:
    """A tier keeps what it declares, and knows what it asks with all tiers below."""
    helper, senior, lead = tiny.ladder.tiers
    assert [(tier.rank, tier.id, tier.leads_people) for tier in (helper, senior, lead)] == [
        (1, "helper", False),
        (2, "senior-helper", True),
        (3, "lead", True),
    ]
    assert helper.support_years == YearRange(0, 2, "guide#tiers")
    assert lead.support_years == YearRange()
    assert (lead.carried_support_years, lead.carried_leading_years) == (2, 1)
    assert [requirement.skill for requirement in lead.requirements] == ["leading", "chatting"]
    assert set(lead.demands) == {
        Demand("writing", 2, 3, must=True),
        Demand("leading", 3, 3, must=True),
        Demand("chatting", 3, 1, must=False),
    }
    assert senior.requirements[1].note == "Our judgement."


def test_everything_else_arrives_too(tiny: Catalog) -> None:
    """Sources with their sections, roles, titles of other jobs and personas with names resolved."""
    assert tiny.sources[0] == Source(
        "guide",
        "The guide",
        "A publisher",
        "2026-11",
        "MIT",
        "A note.",
        {"skills": "Skills", "steps": "Steps", "tiers": "Tiers"},
    )
    assert [role.id for role in tiny.roles] == ["helper"]
    assert tiny.ladder.look_alikes[0].titles == ("Chef",)
    assert tiny.personas == (
        Persona(
            "ann", "Ann helps.", Profile(1.0, name="Ann", goal="lead", skills={"chatting": 2, "writing": 3})
        ),
    )


def test_a_single_pack_overrides_nothing(below: Path) -> None:
    """Only what a second pack replaces is told."""
    assert loaded_from(below).overridden == ()


def test_a_later_pack_wins_and_says_so(tmp_path: Path, below: Path) -> None:
    """A skill, role or source of the same id takes the place of the one below, and is named."""
    files = {
        **HEAD,
        "skills/writing.yaml": skill_file("writing", group="back", aliases="Pencraft"),
        "roles/helper.yaml": PACK["roles/helper.yaml"].replace("Helps.", "Helps a lot."),
        "sources.yaml": PACK["sources.yaml"].replace("The guide", "The new guide"),
    }
    loaded = loaded_from(below, write_pack(tmp_path / "above", files))
    assert loaded.overridden == ("source guide", "source own", "skill writing", "role helper")
    assert loaded.catalog.skills_by_id["writing"].group == "back"
    assert loaded.catalog.skill_names["pencraft"] == "writing"
    assert [role.summary for role in loaded.catalog.roles] == ["Helps a lot."]
    assert {source.title for source in loaded.catalog.sources} == {"The new guide", "Our own"}
    assert len(loaded.catalog.skills) == 3


def test_a_group_renamed_and_a_person_replaced_are_told(tmp_path: Path, below: Path) -> None:
    """A group that is only repeated is not; one with another name is, and so is a person."""
    groups = PACK["pack.yaml"].replace("name: In front", "name: Foremost")
    assert groups != PACK["pack.yaml"]
    files = {
        "pack.yaml": groups,
        "personas/ann.yaml": PACK["personas/ann.yaml"].replace("Ann helps.", "Ann leads."),
    }
    loaded = loaded_from(below, write_pack(tmp_path / "above", files))
    assert loaded.overridden == ("group front", "person ann")
    assert [group.id for group in loaded.catalog.groups] == ["front", "back"]
    assert [person.story for person in loaded.catalog.personas] == ["Ann leads."]


def test_an_alias_of_an_overridden_skill_is_free(tmp_path: Path, below: Path) -> None:
    """What the replaced file said is gone: its aliases can go to another skill."""
    files = {
        **HEAD,
        "skills/chatting.yaml": skill_file("chatting", needs="writing"),
        "skills/writing.yaml": skill_file("writing", aliases="Live talk"),
    }
    loaded = loaded_from(below, write_pack(tmp_path / "above", files))
    assert loaded.catalog.skill_names["live talk"] == "writing"


def test_a_new_skill_and_group_are_laid_on(tmp_path: Path, below: Path) -> None:
    """A pack may add what it likes, and refer to what lies below."""
    files = {
        "pack.yaml": PACK["pack.yaml"].replace("{id: back, name: Behind}", "{id: above, name: Above}"),
        "skills/planning.yaml": skill_file("planning", group="above", needs="leading"),
    }
    loaded = loaded_from(below, write_pack(tmp_path / "above", files))
    assert loaded.overridden == ()
    assert [group.id for group in loaded.catalog.groups] == ["front", "back", "above"]
    assert [skill.id for skill in loaded.catalog.skills] == ["chatting", "writing", "leading", "planning"]


@pytest.fixture
def own_ladder(tmp_path: Path) -> Path:
    """Write a pack with another ladder, on which no tier is called lead."""
    text = PACK["ladders/desk.yaml"].replace("id: desk", "id: counter").replace("Desk", "Counter")
    text = (
        text.replace("goals: [lead]", "goals: [chief]")
        .replace("- id: lead", "- id: chief")
        .replace("Lead\n", "Chief\n")
    )
    return write_pack(tmp_path / "own", {**HEAD, "ladders/counter.yaml": text})


def test_a_ladder_laid_on_is_the_one_in_use(below: Path, own_ladder: Path) -> None:
    """Adding a ladder overrides none, and placement is on the new one."""
    loaded = loaded_from(below, own_ladder)
    assert loaded.overridden == ()
    assert [ladder.id for ladder in loaded.catalog.ladders] == ["desk", "counter"]
    assert loaded.catalog.ladder.id == "counter"
    assert "chief" in loaded.catalog.tier_names
    assert "lead" not in loaded.catalog.tier_names


def test_an_overridden_ladder_is_the_one_in_use(tmp_path: Path, below: Path, own_ladder: Path) -> None:
    """A ladder that is laid on again stands last, whatever stood after it."""
    text = PACK["ladders/desk.yaml"].replace("title: Help desk", "title: Our desk")
    last = write_pack(tmp_path / "last", {**HEAD, "ladders/desk.yaml": text})
    loaded = loaded_from(below, own_ladder, last)
    assert loaded.overridden == ("ladder desk",)
    assert loaded.catalog.ladder.title == "Our desk"


def test_people_of_a_ladder_that_is_not_in_use_are_left_out(below: Path, own_ladder: Path) -> None:
    """A persona whose goal the new ladder does not know is no fault of the new pack."""
    assert loaded_from(below, own_ladder).catalog.personas == ()


def test_people_stay_where_their_ladder_stays(tmp_path: Path, below: Path, tiny: Catalog) -> None:
    """A pack that leaves the ladder as it is leaves its people as well."""
    above = write_pack(tmp_path / "above", {**HEAD, "skills/planning.yaml": skill_file("planning")})
    assert loaded_from(below, above).catalog.personas == tiny.personas


def test_people_of_the_pack_laid_on_last_must_fit(below: Path, own_ladder: Path) -> None:
    """A persona that names what is not there is a problem in the persona's file."""
    write_pack(own_ladder, {"personas/bob.yaml": PACK["personas/ann.yaml"].replace("id: ann", "id: bob")})
    _, (problem,) = check_packs([below, own_ladder])
    file = str(own_ladder / "personas/bob.yaml")
    hint = "See 'careercli path' for all of them."
    assert problem == Problem(file, 7, 3, "profile.goal", "'lead' is not a known tier", hint)


def test_a_persona_laid_on_takes_the_place_of_the_one_below(tmp_path: Path, below: Path) -> None:
    """People too are overridden by their id."""
    text = PACK["personas/ann.yaml"].replace("Ann helps.", "Ann has moved on.")
    loaded = loaded_from(below, write_pack(tmp_path / "above", {**HEAD, "personas/ann.yaml": text}))
    assert [persona.story for persona in loaded.catalog.personas] == ["Ann has moved on."]
