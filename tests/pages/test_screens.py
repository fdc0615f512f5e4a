"""The screens as people see them, and what holds for every one of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from careercli.catalog import load_catalog, load_library
from careercli.domain.assessment import Assessment, assess
from careercli.domain.change import compare
from careercli.domain.comparison import RoleSide, TierSide
from careercli.domain.guide import Guide, pay_of
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Profile, Role
from careercli.pages.assess import assess_view
from careercli.pages.comparison import role_comparison_view, tier_comparison_view
from careercli.pages.demo import people_view, story_view
from careercli.pages.guide import contents_view, guide_view, role_list_view
from careercli.pages.look import Look, render
from careercli.pages.path import path_view
from careercli.pages.plan import plan_view
from careercli.pages.skill import skill_list_view, skill_view
from careercli.pages.what_if import what_if_view
from careercli.pages.why import why_view
from careercli.text.headline import readings, standing_sentence
from careercli.text.steps import agenda
from tests.running import DAY, run

TODAY = date.fromisoformat(DAY)
PERSONAS = ("maya", "daniel", "dana", "priya", "tomas")
BOXES = re.compile("[█░●○·◆│┌┘─▸◂▾▴→←]|#{2}|-{3}|o{3}|\\|")

SHOWN = {
    "assess": ["assess", "{}.yaml"],
    "assess-full": ["assess", "{}.yaml", "--full"],
    "assess-why": ["assess", "{}.yaml", "--why"],
    "plan": ["plan", "{}.yaml"],
    "path": ["path", "{}.yaml"],
    "what-if": [
        "what-if",
        "{}.yaml",
        "--support-years",
        "+3",
        "--leading-years",
        "+3",
        "--skill",
        "budgeting=4",
    ],
    "demo": ["demo", "{}"],
}
"""The screens of a person, as commands."""

BROWSED = {
    "path-alone": ["path"],
    "demo-list": ["demo"],
    "skill-list": ["skill", "list", "--tier", "specialist"],
    "skill-show": ["skill", "show", "coaching"],
    "skill-tool": ["skill", "list", "--tool", "Zendesk", "--kind", "technical"],
    "role-list": ["role", "list"],
    "role-contents": ["role", "show", "customer-support-manager"],
    "role-pay": ["role", "show", "customer-support-manager", "--section", "pay"],
    "role-day": ["role", "show", "customer-support-manager", "--section", "day-in-the-life"],
    "role-cases": ["role", "show", "customer-support-specialist", "--section", "case-studies"],
    "compare-tiers": ["compare", "specialist", "senior-specialist"],
    "compare-roles": ["compare", "customer-support-specialist", "customer-support-manager"],
}
"""The screens of nobody in particular."""

LOOKS = {
    "80": {},
    "40": {"columns": 40},
    "200": {"columns": 200},
    "ascii": {"encoding": "ascii"},
    "accessible": {"env": {"CAREERCLI_ACCESSIBLE": "1"}},
    "color": {"env": {"CLICOLOR_FORCE": "1"}},
}


def shown(words: list[str], persona: str, look: str) -> str:
    """Return what a command shows of a person; color codes as ``{36}``, so that they can be read."""
    result = run(*(word.replace("{}", persona) for word in words), "--as-of", DAY, **LOOKS[look])
    assert (result.code, result.err) == (0, "")
    return re.sub(r"\x1b\[([0-9;]*)m", r"{\1}", result.out)


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize("name", SHOWN)
def test_screen(
    name: str, persona: str, people: Path, monkeypatch: pytest.MonkeyPatch, screen: SnapshotAssertion
) -> None:
    """Every screen of every built-in person at 80 columns is as somebody last approved it."""
    monkeypatch.chdir(people)

    assert shown(SHOWN[name], persona, "80") == screen


@pytest.mark.parametrize("look", [look for look in LOOKS if look != "80"])
@pytest.mark.parametrize("name", SHOWN)
def test_look(
    name: str, look: str, people: Path, monkeypatch: pytest.MonkeyPatch, screen: SnapshotAssertion
) -> None:
    """One person's screens in every other look are as somebody last approved them."""
    monkeypatch.chdir(people)

    assert shown(SHOWN[name], "tomas", look) == screen


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", BROWSED)
def test_browsing(name: str, look: str, screen: SnapshotAssertion) -> None:
    """The screens of nobody in particular are as somebody last approved them."""
    assert shown(BROWSED[name], "", look) == screen


@cache
def catalog() -> Catalog:
    """Return the built-in catalog."""
    return load_catalog().catalog


@cache
def library() -> Library:
    """Return what there is to read in the built-in pack."""
    return load_library()


def roles() -> tuple[Role, ...]:
    """Return the built-in roles."""
    return catalog().roles


def guides() -> list[Guide]:
    """Return their guides."""
    return [library().guides_by_role[role.id] for role in roles()]


def tier_side(tier_id: str) -> TierSide:
    """Return one side of a comparison of tiers."""
    tier = catalog().ladder.tier(tier_id)
    portraits = library().guides_by_role[tier.role].sections["career-tiers"].tiers
    portrait = next(each for each in portraits if each.tier == tier_id)
    return TierSide(catalog().ladder, tier, pay_of(library(), tier.role, tier_id), portrait)


def role_side(index: int) -> RoleSide:
    """Return one side of a comparison of roles."""
    role = roles()[index]
    own = tuple(tier for tier in catalog().ladder.tiers if tier.role == role.id)
    return RoleSide(role, guides()[index], own)


def assessed(profile: Profile) -> Assessment:
    """Return the assessment of a profile on the day of these tests."""
    return assess(catalog().ladder, catalog().skills_by_id, profile, TODAY)


@cache
def of(persona: str) -> Assessment:
    """Return the assessment of a built-in person."""
    return assessed(next(person.profile for person in catalog().personas if person.id == persona))


def changed(assessment: Assessment) -> Assessment:
    """Return the assessment of the same person, three years on in both clocks."""
    profile = assessment.profile
    return assessed(
        msgspec.structs.replace(
            profile,
            support_years=profile.support_years + 3,
            leading_years=profile.leading_years + 3,
            skills={**profile.skills, "budgeting": 4},
        )
    )


def plan(assessment: Assessment, look: Look, *, full: bool) -> str:
    """Return the screen of a plan."""
    skills = catalog().skills_by_id
    return render(plan_view(assessment.plan, assessment.profile, skills, full=full), look)


def assessment_screen(assessment: Assessment, look: Look, *, full: bool) -> str:
    """Return the screen of an assessment."""
    view = assess_view(assessment, catalog().skills_by_id, look, full=full, hint="careercli plan dana.yaml")
    return render(view, look)


VIEWS: dict[str, Callable[[Assessment, Look], str]] = {
    "assess": lambda it, look: assessment_screen(it, look, full=False),
    "assess-full": lambda it, look: assessment_screen(it, look, full=True),
    "assess-why": lambda it, look: render(why_view(it, None), look),
    "plan": lambda it, look: plan(it, look, full=False),
    "path": lambda it, look: render(path_view(it.ladder, catalog().skill_titles, it), look),
    "what-if": lambda it, look: render(what_if_view(compare(it, changed(it))), look),
}

FIXED: dict[str, Callable[[Look], str]] = {
    "path-alone": lambda look: render(path_view(catalog().ladder, catalog().skill_titles), look),
    "demo-list": lambda look: render(people_view(catalog().personas), look),
    "story": lambda look: "".join(render(story_view(person), look) for person in catalog().personas),
    "skill-list": lambda look: render(skill_list_view(catalog(), catalog().skills, about="All."), look),
    "skill-show": lambda look: "".join(
        render(skill_view(catalog(), library(), skill, profile=of("dana").profile), look)
        for skill in catalog().skills[::6]
    ),
    "role-list": lambda look: render(role_list_view(catalog()), look),
    "role-contents": lambda look: render(contents_view(catalog(), roles()[0], guides()[0]), look),
    "role-show": lambda look: render(
        guide_view(catalog(), library(), roles()[1], list(guides()[1].sections)), look
    ),
    "compare-tiers": lambda look: render(
        tier_comparison_view(catalog(), tier_side("team-lead"), tier_side("director")), look
    ),
    "compare-roles": lambda look: render(
        role_comparison_view(catalog(), *(role_side(index) for index in (0, 1))), look
    ),
    "plan-full": lambda look: "".join(plan(of(persona), look, full=True) for persona in PERSONAS),
}

EVERY: dict[str, Callable[[Look], str]] = FIXED | {
    f"{name}-{persona}": lambda look, view=view, persona=persona: view(of(persona), look)  # type: ignore[misc]
    for name, view in VIEWS.items()
    for persona in PERSONAS
}
"""Every screen, of every built-in person where it is about one."""


@cache
def drawn(name: str, look: Look) -> str:
    """Return one of these screens, drawn once in each look: several tests look at the same."""
    return EVERY[name](look)


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_no_screen_is_wider_than_the_terminal(name: str) -> None:
    """At no width between 20 and 100 columns is a line longer than the width, or does it trail spaces."""
    for width in (20, 27, 33, 40, 52, 59, 60, 67, 79, 80, 93, 100):
        for line in drawn(name, Look(width=width)).splitlines():
            assert cell_len(line) <= width, f"at {width}: {line}"
            assert line == line.rstrip(), f"at {width}: {line}"


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_plain_screens(name: str) -> None:
    """Without signs beyond ASCII and without color there is ASCII but for a name, no control character."""
    for width in (20, 40, 80):
        text = drawn(name, Look(width=width, unicode=False))

        assert text.replace("São", "").isascii()
        assert text.replace("\n", "").isprintable()


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_color_says_nothing_alone(name: str) -> None:
    """Color changes no word: taken away, the screen is the same."""
    for width in (40, 80):
        colored = drawn(name, Look(width=width, color=True))
        plain = drawn(name, Look(width=width))

        assert "\x1b[" in colored
        assert "\x1b" not in plain
        bare = re.sub(r"\x1b\[[0-9;]*m", "", colored)
        assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_no_styles_beyond_the_theme(name: str) -> None:
    """Few colors, nothing blinking, nothing underlined, no links."""
    codes = set(re.findall(r"\x1b(\[[0-9;]*m|.)", drawn(name, Look(color=True))))

    assert codes <= {f"[{code}m" for code in ("0", "1", "2", "33", "36", "1;36")}


@pytest.mark.parametrize("name", EVERY)
def test_accessible_screens(name: str) -> None:
    """Lines for a screen reader draw nothing: no bars, no boxes, no columns, no signs to be spelled out."""
    text = drawn(name, Look(accessible=True))

    assert not BOXES.search(text)
    assert "\x1b" not in text
    assert "   " not in text
    assert all(line == line.strip() for line in text.splitlines())
    assert text == drawn(name, Look(accessible=True, width=20, color=True))


@pytest.mark.parametrize("name", EVERY)
def test_accessible_screens_keep_to_a_terminal(name: str) -> None:
    """There a line is broken at the width, which changes no word; a command stays as it is typed."""
    text = EVERY[name](Look(accessible=True))
    narrow = EVERY[name](Look(accessible=True, width=40, wraps=True))

    assert narrow.split() == text.split()
    long = [line for line in narrow.splitlines() if cell_len(line) > 40 and "careercli " not in line]
    assert not [line for line in long if " " in line]


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_look_says_the_same(persona: str) -> None:
    """What a screen says of tier, fit and steps, it says in every look."""
    assessment = of(persona)
    looks = [Look(), Look(width=40), Look(width=100), Look(unicode=False), Look(accessible=True)]
    told = agenda(next(milestone.steps for milestone in assessment.plan.milestones if milestone.steps))

    for look in looks:
        text = " ".join(VIEWS["assess"](assessment, msgspec.structs.replace(look, height=200)).split())
        assert standing_sentence(assessment) in text
        for reading in readings(assessment):
            assert f"{reading.label}: {reading.text}" in text
        for standing in assessment.tiers:
            assert f"{int(standing.fit * 100 + 1e-9)}%" in text or not standing.counts
        for dated in told.steps[:1]:
            assert dated.step.growth.title in text
        for gap in assessment.gaps[:2]:
            assert catalog().skills_by_id[gap.skill].name.lower() in text.lower()


@pytest.mark.slow
@pytest.mark.parametrize("persona", PERSONAS)
def test_the_ladder_is_never_torn(persona: str) -> None:
    """At 40 columns and more every tier has its name, bar and fit together on one line."""
    assessment = of(persona)

    for width in (*range(40, 100, 4), 59, 60, 79, 80, 81, 100):
        text = VIEWS["assess"](assessment, Look(width=width, height=200))
        for standing in assessment.tiers:
            assert re.search(rf"{standing.tier.rank} {standing.tier.short} +[█░]{{8}} +(\d+%|\?)", text), (
                width
            )


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize("width", [80, 100])
def test_assess_fits_one_screen(persona: str, width: int) -> None:
    """Where am I, what is missing, what do I do now: one screen of 80 by 24, with a line for the prompt."""
    text = VIEWS["assess"](of(persona), Look(width=width))

    assert len(text.splitlines()) <= 23
    assert "Do now" in text
    assert "Your answers" in text
    assert re.search("Missing for|What .* asks|To confirm|No skill is missing", text)
    assert text.endswith("Next: careercli plan dana.yaml\n")


LEVELS = st.dictionaries(
    st.sampled_from([skill.id for skill in catalog().skills]), st.integers(0, 4), max_size=60
)
TITLES = [None, *(name for tier in catalog().ladder.tiers for name in (tier.title, *tier.titles))]
TITLES += [name for entry in catalog().ladder.look_alikes for name in entry.titles]

PEOPLE = st.builds(
    Profile,
    support_years=st.floats(0, 60),
    leading_elsewhere_years=st.sampled_from([0.0, 6.0]),
    part_time_share=st.sampled_from([1.0, 0.4]),
    employed=st.sampled_from([None, False]),
    team=st.sampled_from([None, 0, 5, 30]),
    leading_years=st.floats(0, 60),
    leads_people=st.booleans(),
    name=st.sampled_from([None, "Dana Reyes", "Maria Alejandra Fernandez de la Cruz y Montenegro"]),
    title=st.sampled_from(TITLES),
    goal=st.sampled_from([None, *(tier.id for tier in catalog().ladder.tiers)]),
    hours_per_week=st.floats(0.5, 80),
    skills=LEVELS | LEVELS.map(lambda levels: dict.fromkeys(levels, 4)),
)


@pytest.mark.slow
@settings(max_examples=60)
@given(profile=PEOPLE)
def test_assess_fits_one_screen_for_anybody(profile: Profile) -> None:
    """Whoever it is about, the screen has where, what and how, and fits."""
    assessment = assessed(profile)

    text = VIEWS["assess"](assessment, Look())

    assert len(text.splitlines()) <= 23
    assert all(cell_len(line) <= 80 for line in text.splitlines())
    if assessment.plan.steps:
        assert "Do now" in text
    if assessment.gaps:
        assert re.search("Missing for|What .* asks|To confirm|No skill is missing", text)


@pytest.mark.slow
@settings(max_examples=25)
@given(profile=PEOPLE, width=st.integers(20, 100), unicode=st.booleans(), accessible=st.booleans())
def test_every_screen_can_be_drawn_for_anybody(
    profile: Profile, width: int, unicode: bool, accessible: bool
) -> None:
    """Whoever it is about, every screen is drawn, and within its width."""
    assessment = assessed(profile)

    for view in VIEWS.values():
        text = view(assessment, Look(width=width, unicode=unicode, accessible=accessible))
        assert text.endswith("\n")
        assert accessible or all(cell_len(line) <= width for line in text.splitlines())
        assert unicode or text.isascii()
