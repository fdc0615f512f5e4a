from __future__ import annotations

import re
from pathlib import Path

import pytest

from careercli.domain.model import Catalog
from careercli.errors import ExitCode
from tests.running import run


def test_every_skill_is_listed(catalog: Catalog) -> None:
    """The list has every skill once."""
    assert [skill["id"] for skill in run("skill", "list", "--json").document["skills"]] == [
        skill.id for skill in catalog.skills
    ]
    out = run("skill", "list").out
    assert all(f"({skill.id}):" in out for skill in catalog.skills)


def test_skills_of_a_group(catalog: Catalog) -> None:
    """--group takes an id or a name, in any case."""
    for name in ("leading", "LEADING PEOPLE"):
        skills = run("skill", "list", "--group", name, "--json").document["skills"]

        assert {skill["group"] for skill in skills} == {"leading"}
        assert len(skills) == sum(skill.group == "leading" for skill in catalog.skills)


def test_skills_of_a_tier(catalog: Catalog) -> None:
    """--tier lists what a tier asks for, with what it carries from the tiers below."""
    skills = run("skill", "list", "--tier", "Team-Lead", "--json").document["skills"]

    asked = {ask.skill for ask in catalog.ladder.tier("team-lead").asks}
    assert {skill["id"] for skill in skills} == asked
    assert len(asked) < len(catalog.skills)


def test_group_and_tier_together() -> None:
    """Both narrow the list."""
    both = run("skill", "list", "--tier", "team-lead", "--group", "leading", "--json").document["skills"]
    ids = {skill["id"] for skill in both}

    assert "coaching" in ids
    assert "budgeting" not in ids


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["list", "--group", "chanels"], "There is no group 'chanels'.", "Did you mean 'channels'?"),
        (["list", "--group", "qqq"], "There is no group 'qqq'.", "There are customers, channels, "),
        (["list", "--tier", "team lad"], "There is no tier 'team lad'.", "Did you mean 'team-lead'?"),
        (["show", "ticketting"], "There is no skill 'ticketting'.", "Did you mean 'ticketing'?"),
        (["list", "--tool", "Zendask"], "There is no tool 'Zendask'.", "Did you mean 'Zendesk'?"),
        (["list", "--certificate", "CCSQ"], "There is no certificate 'CCSQ'.", "Did you mean 'Certified Cu"),
        (["show", "Tableau"], "'Tableau' is a tool, not a skill.", "Its skills: careercli skill list --tool"),
        (
            ["show", "ccsp"],
            "'ccsp' is a certificate, not a skill.",
            "Its skills: careercli skill list --certif",
        ),
        (["show", "coaching", "nobody"], "There is no saved profile or file 'nobody'.", "Give a path"),
        (["show", "qqqqq"], "There is no skill 'qqqqq'.", "See 'careercli skill list'."),
    ],
)
def test_names_that_are_not_there(arguments: list[str], message: str, hint: str) -> None:
    """What is not there is not found; the nearest is offered, by its id, and never taken."""
    result = run("skill", *arguments)

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert result.err.startswith(f"careercli: {message}\n  {hint}")


def test_a_kind_that_is_none() -> None:
    """A choice that an option does not have is wrong usage, as with every option."""
    result = run("skill", "list", "--kind", "hard")

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "'hard' is not one of 'technical', 'soft'" in result.err


def test_skills_of_a_kind(catalog: Catalog) -> None:
    """--kind tells the technical from the soft; every skill is one or the other."""
    technical, soft = (
        {skill["id"] for skill in run("skill", "list", "--kind", kind, "--json").document["skills"]}
        for kind in ("Technical", "soft")
    )

    assert {"ticketing", "crm", "support-analytics"} <= technical
    assert {"empathy", "coaching", "time-management"} <= soft
    assert technical | soft == {skill.id for skill in catalog.skills}
    assert not technical & soft


def test_skills_of_a_tool_and_of_a_certificate() -> None:
    """--tool and --certificate take any of their names, and say what it is."""
    for name in ("Google Workspace (Gmail, Docs, Sheets)", "gmail"):
        out = run("skill", "list", "--tool", name).out
        assert "Done with Google Workspace: " in out
        assert "(collaboration-tools):" in out
    out = run("skill", "list", "--certificate", "pmp").out
    assert "Project Management Professional (PMP), given by " in out
    assert "(project-management):" in out


def test_nothing_left_is_no_error() -> None:
    """Filters that leave nothing leave an empty list."""
    result = run("skill", "list", "--group", "self", "--kind", "technical")

    assert (result.code, result.err) == (0, "")
    assert "0 skills." in result.out


def test_a_skill_is_shown_in_full(catalog: Catalog) -> None:
    """A skill's screen has each level, each step with proof and source, and who needs it."""
    for skill in catalog.skills[::4]:
        out = " ".join(run("skill", "show", skill.id).out.split())

        assert all(" ".join(level.split()) in out for level in skill.levels)
        for step in skill.growth:
            assert step.title in out
            assert f"Proof: {step.proof}" in out
            assert re.search(re.escape(step.action[-20:]) + r" \[\d+\]", out)
        assert "No tier asks for it" not in out
        assert all(catalog.skill_titles[name] in out for name in skill.prerequisites)


def test_prerequisites_are_a_tree() -> None:
    """What a skill rests on stands under it, and what that rests on one step further in."""
    out = run("skill", "show", "performance-management").out

    tree = out[out.index("Rests on") :].splitlines()
    assert tree[1:3] == ["· Coaching and mentoring", "  · Active listening"]


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("coaching: 2", "You: Level 2, working. Next asked: Team Lead asks level 3, as a must-have."),
        ("coaching: 4", "You: Level 4, expert."),
        ("crm: 2", "You: You have not rated this skill yet. Next asked: Specialist asks level 1."),
        (
            "coaching: {level: 1, evidence: Paired with two newcomers}",
            "Your evidence: Paired with two newcomers Next asked: Senior Specialist asks level 2.",
        ),
    ],
)
def test_where_one_stands(level: str, words: str, tmp_path: Path) -> None:
    """With a profile a skill says where one stands and which tier asks more."""
    profile = tmp_path / "me.yaml"
    profile.write_text(f"schema: careercli/profile@1\nexperience: {{support_years: 3}}\nskills:\n  {level}\n")
    result = run("skill", "show", "coaching", str(profile))

    assert (result.code, result.err) == (0, "")
    assert words in " ".join(result.out.split())
    standing = run("skill", "show", "coaching", str(profile), "--json").document["standing"]
    assert (standing["level"] is None) == ("not rated" in words)
    assert run("skill", "show", "coaching", "--json").document["standing"] is None


def test_what_does_not_apply(tmp_path: Path) -> None:
    """A skill marked as not applicable is shown with its reason, and asks for nothing."""
    profile = tmp_path / "me.yaml"
    profile.write_text(
        "schema: careercli/profile@1\nexperience: {support_years: 3}\n"
        "not_applicable: {social-media-support: We have no social channels}\n"
    )
    out = run("skill", "show", "social-media-support", str(profile)).out

    assert "You: Marked as not applicable: We have no social channels" in out
    assert "Next asked" not in out


@pytest.mark.parametrize("name", ["coaching", "COACHING AND MENTORING", " Mentoring "])
def test_names_of_a_skill(name: str) -> None:
    """Id, name and alias lead to the skill, in any case."""
    assert run("skill", "show", name, "--json").document["id"] == "coaching"


def test_a_part_of_a_step_leads_toward_its_level_and_claims_it_for_nobody(home: Path) -> None:
    """An agent is told so where the step stands, in the plan, and when it is done; a lead does all of it."""
    facts = ("--support-years", "3", "--skill", "live-chat=3", "--skill", "communication=3")
    run("profile", "new", "noor", "--title", "Customer Support Specialist", *facts)
    run("profile", "new", "lee", "--title", "Customer Support Team Lead", "--team", "9", *facts)

    assert (
        "Toward level 4, from where you are: Compare your own chats"
        in run("skill", "show", "live-chat", "noor").out
    )
    assert "To level 4: Set chat limits" in run("skill", "show", "live-chat", "lee").out
    plan = " ".join(run("plan", "noor", "--goal", "director", "--full").out.split())
    assert (
        "This leads toward level 4 from where you are: count it as done once you do what level 4 says."
        in plan
    )
    assert "the dates assume that you do by then what the level says" in plan
    done = " ".join(run("plan", "done", "live-chat", "noor", "--proof", "Table").out.split())
    assert "The level is yours once this is you: I design how chat is run" in done
    done = run("plan", "done", "live-chat", "lee", "--proof", "Trial").out
    assert "once this is you" not in done
