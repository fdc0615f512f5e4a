from __future__ import annotations

import re
from pathlib import Path

import pytest

from careercli.catalog import Compiled, LoadedCatalog, check_packs
from careercli.catalog.compiler import library as build_library
from careercli.catalog.compiler import overlay
from careercli.catalog.packs import read_pack
from careercli.catalog.places import read_files
from careercli.domain.growth import Hours
from careercli.domain.model import Catalog, Persona, Profile, Source
from careercli.domain.requirements import Ask, Clock, Gate
from careercli.domain.sections import SECTIONS
from careercli.errors import Problem
from tests.catalog.pack_builder import COUNTER, PACK, skill_file, write_pack

HEAD = {"pack.yaml": PACK["pack.yaml"]}


def compiled_from(*folders: Path) -> Compiled:
    compiled, problems = check_packs(folders)
    assert problems == ()
    assert compiled is not None
    return compiled


def loaded_from(*folders: Path) -> LoadedCatalog:
    return compiled_from(*folders).catalog


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
    assert [(tier.rank, tier.id, tier.seat, tier.leads_people) for tier in (helper, senior, lead)] == [
        (1, "helper", "agent", False),
        (2, "senior-helper", "lead", True),
        (3, "lead", "manager", True),
    ]
    assert [requirement.skill for requirement in lead.requirements] == ["leading", "chatting"]
    assert set(lead.asks) == {Ask("writing", 2, 3), Ask("leading", 3, 3), Ask("chatting", 3, 1)}
    assert senior.requirements[1].note == "Our judgement."
    assert (senior.leading_elsewhere, lead.leading_elsewhere) == (0.5, 0.0)
    assert (senior.small_team, lead.small_team) == (None, "senior-helper")
    assert tiny.ladder.adjacent == ("Proofreader",)


def test_clocks_carry_what_is_not_said(tiny: Catalog) -> None:
    """A floor and a usual minimum hold upward with their sources; a maximum is of its own tier."""
    helper, senior, lead = tiny.ladder.tiers
    assert helper.support_years == Clock(0.0, 0.0, 2.0, 0.0, usual_source="guide#tiers")
    said = Clock(1.0, 2.0, None, 2.0, ("own", "guide#tiers"), "Ours.", "guide#tiers")
    assert senior.support_years == said
    assert lead.support_years == Clock(1.0, 2.0, None, None, ("own", "guide#tiers"), "Ours.", "guide#tiers")
    assert helper.leading_years == senior.leading_years == Clock()
    assert lead.leading_years == Clock(0.5, 1.0, 3.0, 1.0, ("own",), "", "own")


def test_gates_stand_highest_level_first(tiny: Catalog) -> None:
    """Whatever the order in the file, so that the best rated skill is held against the highest."""
    _, senior, lead = tiny.ladder.tiers
    assert senior.gates == (
        Gate(("writing",), (2,), "own", "It shows."),
        Gate(("leading", "chatting"), (1, 1), "own"),
    )
    assert lead.gates[1] == Gate(("chatting", "writing"), (3, 2), "own")


def test_a_requirement_ends_with_its_last_tier(tmp_path: Path) -> None:
    """It is carried up to the tier that through names, and no further."""
    old = "{skill: chatting, level: 1, weight: 1, source: guide#skills}"
    text = PACK["ladders/desk.yaml"].replace(old, old.replace("source", "through: senior-helper, source"))
    text = text.replace("      - {skill: chatting, level: 3, weight: 1, source: own}\n", "")
    text = text.replace("{skills: [chatting, writing], levels: [2, 3]", "{skills: [writing], levels: [2]")
    catalog = loaded_from(write_pack(tmp_path, {**PACK, "ladders/desk.yaml": text})).catalog
    asked = [{ask.skill for ask in tier.asks} for tier in catalog.ladder.tiers]
    assert asked == [{"writing", "chatting"}, {"writing", "chatting", "leading"}, {"writing", "leading"}]
    assert catalog.ladder.tiers[0].requirements[1].through == "senior-helper"


def test_a_step_says_what_it_waits_for_and_how_it_is_worded(tmp_path: Path, tiny: Catalog) -> None:
    """Weeks, the seat it needs and its words by seat arrive; without them a step waits for nothing."""
    more = (
        "    weeks: 8\n    needs_seat: lead\n    in_seats: {none: Do it elsewhere., head: Let it be done.}\n"
    )
    text = PACK["skills/writing.yaml"].replace("    proof: A log of 4\n", f"    proof: A log of 4\n{more}")
    step = (
        loaded_from(write_pack(tmp_path / "worded", {**PACK, "skills/writing.yaml": text}))
        .catalog.skills_by_id["writing"]
        .growth[3]
    )
    assert (step.weeks, step.needs_seat) == (8.0, "lead")
    said = {seat: step.for_seat(seat).action for seat in ("none", "agent", "lead", "head")}
    assert said == {
        "none": "Do it elsewhere.",
        "agent": "Do it 4 times.",
        "lead": "Do it 4 times.",
        "head": "Let it be done.",
    }
    plain = tiny.skills_by_id["writing"].growth[3]
    assert (plain.weeks, plain.needs_seat, plain.in_seats) == (0.0, None, {})


def test_a_step_may_be_another_one_in_another_seat(tmp_path: Path) -> None:
    """A seat may have its own title, proof, hours, weeks and needed seat; the rest is the step's."""
    more = (
        "    weeks: 8\n    needs_seat: lead\n    in_seats:\n"
        "      none: {title: 'Write elsewhere ', needs_seat: none, weeks: 0}\n"
        "      lead: {action: ' Let it be written. ', proof: Their log, hours: {min: 9, max: 12}}\n"
    )
    text = PACK["skills/writing.yaml"].replace("    proof: A log of 4\n", f"    proof: A log of 4\n{more}")
    pack = write_pack(tmp_path / "worded", {**PACK, "skills/writing.yaml": text})
    skill = loaded_from(pack).catalog.skills_by_id["writing"]
    own = skill.growth[3]
    assert own.titles == (own.title, "Write elsewhere")
    assert own.in_seats == {"lead": "Let it be written."}
    without = skill.for_seat("none").growth[3]
    assert (without.title, without.action, without.proof) == ("Write elsewhere", own.action, "A log of 4")
    assert (without.needs_seat, without.weeks, without.hours) == (None, 0.0, own.hours)
    lead = skill.for_seat("head").growth[3]
    assert (lead.title, lead.action, lead.proof) == (own.title, "Let it be written.", "Their log")
    assert (lead.needs_seat, lead.weeks, lead.hours) == ("lead", 8.0, Hours(9, 12))
    assert skill.for_seat("agent").growth[:3] == skill.growth[:3]
    told = skill.for_seat("lead")
    assert told.for_seat("none") is told


def test_words_to_ask_with_are_there_to_search(tmp_path: Path) -> None:
    """Keywords of a skill arrive in the library, and a skill without them has no entry."""
    text = PACK["skills/writing.yaml"] + "keywords: [typing, grammar]\n"
    library = compiled_from(write_pack(tmp_path, {**PACK, "skills/writing.yaml": text})).library
    assert library.keywords == {"writing": ("typing", "grammar")}


def test_where_a_level_shows_is_there_to_read(tmp_path: Path, below: Path) -> None:
    """What levels show in arrives in the library, in their order; a skill that says nothing has no entry."""
    text = PACK["skills/writing.yaml"].replace(
        "growth:\n", "shows_in:\n  3: ' what others write '\n  1: a first page\ngrowth:\n"
    )
    told = compiled_from(write_pack(tmp_path / "told", {**PACK, "skills/writing.yaml": text})).library
    assert {skill: list(shown.items()) for skill, shown in told.shows_in.items()} == {
        "writing": [(1, "a first page"), (3, "what others write")]
    }
    assert compiled_from(below).library.shows_in == {}


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
            "ann",
            "Ann helps.",
            Profile(1.0, name="Ann", goal="lead", skills={"chatting": 2, "writing": 3}),
            "desk",
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
    return write_pack(tmp_path / "own", COUNTER)


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
    assert [ladder.id for ladder in loaded.catalog.ladders] == ["counter", "desk"]


def test_each_person_is_on_the_ladder_of_their_pack(below: Path, own_ladder: Path) -> None:
    """People of the ladder below stay with it, and those of the new pack are on its own."""
    text = PACK["personas/ann.yaml"].replace("id: ann", "id: bob").replace("goal: lead", "goal: CHIEF")
    write_pack(own_ladder, {"personas/bob.yaml": text})
    loaded = loaded_from(below, own_ladder)
    people = [(person.id, person.ladder, person.profile.goal) for person in loaded.catalog.personas]
    assert people == [("ann", "desk", "lead"), ("bob", "counter", "chief")]
    assert loaded.overridden == ()


def test_a_person_may_be_on_a_ladder_below(below: Path, own_ladder: Path) -> None:
    """A persona that names a ladder is on that one, whatever ladder its pack brings."""
    text = PACK["personas/ann.yaml"].replace("id: ann\n", "id: bob\nladder: desk\n")
    write_pack(own_ladder, {"personas/bob.yaml": text})
    _, bob = loaded_from(below, own_ladder).catalog.personas
    assert (bob.id, bob.ladder, bob.profile.goal) == ("bob", "desk", "lead")


def test_people_of_a_pack_without_a_ladder_are_on_the_one_below(tmp_path: Path, below: Path) -> None:
    """A pack that brings only people means the ladder that lies under it."""
    text = PACK["personas/ann.yaml"].replace("id: ann", "id: bob")
    people = write_pack(tmp_path / "people", {**HEAD, "personas/bob.yaml": text})
    personas = loaded_from(below, people).catalog.personas
    assert [(person.id, person.ladder) for person in personas] == [("ann", "desk"), ("bob", "desk")]


LEFT_OUT = "person ann, left out because they no longer fit,"


def test_people_whose_goal_is_gone_are_left_out_and_named(tmp_path: Path, below: Path) -> None:
    """A pack that changes the ladder under a person is not at fault; whoever uses it is told."""
    files = {name: COUNTER[name].replace("counter", "desk").replace("keeper", "helper") for name in COUNTER}
    renamed = {name.replace("counter", "desk").replace("keeper", "helper"): files[name] for name in files}
    loaded = loaded_from(below, write_pack(tmp_path / "above", renamed))
    assert loaded.overridden[:2] == ("role helper", "ladder desk")
    assert loaded.overridden[-1] == LEFT_OUT
    assert loaded.catalog.personas == ()


def test_people_who_left_out_what_is_now_a_gate_are_left_out_and_named(tmp_path: Path) -> None:
    """Nobody can be placed who says that a gate does not apply to them."""
    marked = PACK["personas/ann.yaml"].replace("    Live talk: 2\n", "")
    marked += "  not_applicable: {chatting: Not here}\n"
    group = "skills: [chatting, writing], levels: [2, 3]"
    either = PACK["ladders/desk.yaml"].replace(group, "skills: [chatting, writing], levels: [2]")
    either = either.replace("skills: [leading, chatting], levels: [1, 1]", "skills: [leading], levels: [1]")
    below = write_pack(tmp_path / "below", {**PACK, "personas/ann.yaml": marked, "ladders/desk.yaml": either})
    assert len(loaded_from(below).catalog.personas) == 1
    held = PACK["ladders/desk.yaml"].replace(group, "skills: [chatting], levels: [2]")
    loaded = loaded_from(below, write_pack(tmp_path / "above", {**HEAD, "ladders/desk.yaml": held}))
    assert loaded.overridden == ("ladder desk", LEFT_OUT)
    assert loaded.catalog.personas == ()


def test_what_is_read_arrives_whole(below: Path) -> None:
    """Sections stand in reading order, whatever files they come from, and facts as they were written."""
    library = compiled_from(below).library
    (guide,) = library.guides
    assert guide.role == "helper"
    assert list(guide.sections) == [name for name in SECTIONS if name in guide.sections]
    assert len(guide.sections) == 11
    assert guide.sections["overview"].figures[0].amount == 1200
    assert guide.sections["career-tiers"].tiers[2].elsewhere[0].title == "Boss"
    assert [tool.name for tool in library.tools] == ["Pen", "Phone"]
    assert library.certificates[0].issuer == "Us"
    assert [occupation.code for occupation in library.occupations] == ["99-1234"]


def test_a_role_without_sections_has_an_empty_guide(tmp_path: Path) -> None:
    """Every role has a guide, so that nobody need ask whether there is one."""
    roleless = {**PACK, "roles/idler.yaml": PACK["roles/helper.yaml"].replace("id: helper", "id: idler")}
    laid = overlay([read_pack(read_files(write_pack(tmp_path, roleless)))])
    assert {guide.role: len(guide.sections) for guide in build_library(laid).guides} == {
        "helper": 11,
        "idler": 0,
    }


def test_what_is_read_can_be_laid_over_piece_by_piece(tmp_path: Path, below: Path) -> None:
    """What is read takes the place of what has its name, is named itself, and stands last."""
    files = {
        **HEAD,
        "guides/helper/mine.yaml": "schema: careercli/guide@1\nrole: helper\nsections:\n"
        "  overview: {lead: Ours., sources: [own], text: [Text.]}\n"
        "  advice: {lead: New., sources: [own], points: [{name: A, text: B.}]}\n",
        "tools.yaml": PACK["tools.yaml"].replace("Writes.", "Draws.").replace("Phone", "Telephone"),
        "certificates.yaml": PACK["certificates.yaml"].replace("issuer: Us", "issuer: Them"),
        "occupations.yaml": PACK["occupations.yaml"].replace("Clerks", "Office clerks"),
    }
    compiled = compiled_from(below, write_pack(tmp_path / "above", files))
    assert compiled.catalog.overridden == (
        "section helper overview",
        "tool Pen",
        "certificate Certified Helper",
        "occupation 99-1234",
    )
    library = compiled.library
    sections = library.guides_by_role["helper"].sections
    assert sections["overview"].lead == "Ours."
    assert sections["advice"].lead == "New."
    assert sections["responsibilities"].lead == "They write."
    assert [(tool.name, tool.what) for tool in library.tools] == [
        ("Phone", "Rings."),
        ("Pen", "Draws."),
        ("Telephone", "Rings."),
    ]
    assert library.certificates[0].issuer == "Them"
    assert library.occupations_by_code["99-1234"].title == "Office clerks"


def test_people_stay_where_their_ladder_stays(tmp_path: Path, below: Path, tiny: Catalog) -> None:
    """A pack that leaves the ladder as it is leaves its people as well."""
    above = write_pack(tmp_path / "above", {**HEAD, "skills/planning.yaml": skill_file("planning")})
    assert loaded_from(below, above).catalog.personas == tiny.personas


def test_people_of_the_pack_laid_on_last_must_fit(below: Path, own_ladder: Path) -> None:
    """A persona that names what is not there is a problem in the persona's file."""
    write_pack(own_ladder, {"personas/bob.yaml": PACK["personas/ann.yaml"].replace("id: ann", "id: bob")})
    _, (problem,) = check_packs([below, own_ladder])
    file = str(own_ladder / "personas/bob.yaml")
    message = "'lead' is a tier of the ladder desk, not of counter"
    hint = "Choose the ladder with ladder: desk."
    assert problem == Problem(file, 7, 3, "profile.goal", message, hint)


def test_a_persona_laid_on_takes_the_place_of_the_one_below(tmp_path: Path, below: Path) -> None:
    """People too are overridden by their id."""
    text = PACK["personas/ann.yaml"].replace("Ann helps.", "Ann has moved on.")
    loaded = loaded_from(below, write_pack(tmp_path / "above", {**HEAD, "personas/ann.yaml": text}))
    assert [persona.story for persona in loaded.catalog.personas] == ["Ann has moved on."]
