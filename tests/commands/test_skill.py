from __future__ import annotations

import pytest

from careercli.domain.model import Catalog
from careercli.errors import ExitCode
from tests.running import run


def test_every_skill_is_listed(catalog: Catalog) -> None:
    """The list has every skill once."""
    assert [skill["id"] for skill in run("skill", "list", "--json").document["skills"]] == [
        skill.id for skill in catalog.skills
    ]
    out = run("skill", "list").out.split()
    assert all(skill.id in out for skill in catalog.skills)


def test_skills_of_a_group(catalog: Catalog) -> None:
    """--group takes an id or a name, in any case."""
    for name in ("leading", "LEADING PEOPLE"):
        skills = run("skill", "list", "--group", name, "--json").document["skills"]

        assert {skill["group"] for skill in skills} == {"leading"}
        assert len(skills) == sum(skill.group == "leading" for skill in catalog.skills)


def test_skills_of_a_tier(catalog: Catalog) -> None:
    """--tier lists what a tier asks for, with what it carries from the tiers below."""
    skills = run("skill", "list", "--tier", "Team-Lead", "--json").document["skills"]

    asked = {demand.skill for demand in catalog.ladder.tier("team-lead").demands}
    assert {skill["id"] for skill in skills} == asked
    assert len(asked) < len(catalog.skills)


def test_group_and_tier_together() -> None:
    """Both narrow the list."""
    both = run("skill", "list", "--tier", "team-lead", "--group", "leading", "--json").document["skills"]
    ids = {skill["id"] for skill in both}

    assert "coaching" in ids
    assert "hiring" not in ids


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["list", "--group", "chanels"], "There is no group 'chanels'.", "Did you mean 'channels'?"),
        (["list", "--group", "qqq"], "There is no group 'qqq'.", "The groups are customers, channels, "),
        (["list", "--tier", "team lad"], "There is no tier 'team lad'.", "Did you mean 'team-lead'?"),
        (["show", "ticketting"], "There is no skill 'ticketting'.", "Did you mean 'ticketing'?"),
        (["show", "qqqqq"], "There is no skill 'qqqqq'.", "See 'careercli skill list'."),
    ],
)
def test_names_that_are_not_there(arguments: list[str], message: str, hint: str) -> None:
    """What is not there is not found; the nearest is offered, by its id, and never taken."""
    result = run("skill", *arguments)

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert result.err.startswith(f"careercli: {message}\n  {hint}")


def test_a_skill_is_shown_in_full(catalog: Catalog) -> None:
    """A skill's screen has each level, each step with proof and source, and who needs it."""
    for skill in catalog.skills[::4]:
        out = " ".join(run("skill", "show", skill.id).out.split())

        assert all(" ".join(level.split()) in out for level in skill.levels)
        assert all(step.title in out and step.proof in out for step in skill.growth)
        assert out.count("Source: ") == len(skill.growth)
        assert "no tier of this ladder" not in out


@pytest.mark.parametrize("name", ["coaching", "COACHING AND MENTORING", " Mentoring "])
def test_names_of_a_skill(name: str) -> None:
    """Id, name and alias lead to the skill, in any case."""
    assert run("skill", "show", name, "--json").document["id"] == "coaching"
