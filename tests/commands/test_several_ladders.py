"""A pack with a ladder of its own beside the built-in one: which is in use, and how to choose."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.catalog.pack_builder import COUNTER, PACK, write_pack
from tests.cli.test_options import completed
from tests.files import PROFILE, write_profile
from tests.running import run

NOTE = "Note: the ladder in use is desk; choose customer-support with --ladder.\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write the tiny pack, whose ladder is called desk."""
    return str(write_pack(tmp_path_factory.mktemp("desk")))


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write a pack for over the tiny one, whose ladder is called counter."""
    return str(write_pack(tmp_path_factory.mktemp("counter"), COUNTER))


def test_the_ladder_laid_on_last_is_in_use(desk: str) -> None:
    """Unless one is chosen; standard error says so and names the others."""
    result = run("path", "--json", "--data", desk)

    assert result.code == 0
    assert [f"Note: {note['message']}\n".lower() for note in result.messages] == [NOTE.lower()]
    assert result.document["ladder"] == "desk"
    assert [tier["tier"] for tier in result.document["tiers"]] == ["helper", "senior-helper", "lead"]


def test_every_other_ladder_is_named(desk: str, counter: str) -> None:
    """Whoever has three is told of two."""
    result = run("path", "--data", desk, "--data", counter)

    assert result.err == (
        "Note: the ladder in use is counter; choose customer-support or desk with --ladder.\n"
    )


def test_with_one_ladder_nothing_is_said() -> None:
    """Where there is no choice there is no note."""
    assert run("path").err == ""


@pytest.mark.parametrize(
    ("name", "ladder"),
    [
        ("customer-support", "customer-support"),
        ("Customer  SUPPORT", "customer-support"),
        ("desk", "desk"),
        ("DESK", "desk"),
        ("help desk", "desk"),
    ],
)
def test_a_ladder_is_chosen_by_id_or_title(desk: str, name: str, ladder: str) -> None:
    """In any case; nothing is said of the choice that was made."""
    result = run("path", "--json", "--data", desk, "--ladder", name)

    assert (result.code, result.err) == (0, "")
    assert result.document["ladder"] == ladder


def test_a_ladder_is_chosen_on_either_side_of_the_command(desk: str) -> None:
    """As every option that all commands have."""
    before = run("--ladder", "customer-support", "--data", desk, "path", "--json")
    after = run("path", "--json", "--ladder=customer-support", "--data", desk)

    assert before.stdout == after.stdout == run("path", "--json").stdout


def test_a_ladder_of_a_pack_in_the_environment(desk: str) -> None:
    """CAREERCLI_DATA brings ladders just as --data does."""
    env = {"CAREERCLI_DATA": desk}

    assert run("path", "--json", env=env).document["ladder"] == "desk"
    assert run("path", env=env).err == NOTE
    chosen = run("path", "--json", "--ladder", "customer-support", env=env)
    assert (chosen.document["ladder"], chosen.err) == ("customer-support", "")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("dask", "Did you mean 'desk'?"),
        ("Help-Desk", "Did you mean 'desk'?"),
        ("zzz", "There are customer-support, desk."),
        ("", "There are customer-support, desk."),
    ],
)
def test_a_ladder_that_is_not_there(desk: str, name: str, hint: str) -> None:
    """It is not found, with the nearest or all of them, whatever the command."""
    for command in (["path"], ["assess", "--support-years", "3"], ["skill", "list"], ["data", "export"]):
        result = run(*command, "--data", desk, "--ladder", name)

        assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
        assert result.err == f"careercli: There is no ladder '{name}'.\n  {hint}\n"


def test_with_one_ladder_only_that_one_can_be_chosen() -> None:
    """Its own name changes nothing, and another is not found."""
    assert run("path", "--ladder", "Customer support").stdout == run("path").stdout
    result = run("path", "--ladder", "desk")

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert "There is no ladder 'desk'." in result.err


def test_a_goal_of_another_ladder_on_the_command_line(desk: str) -> None:
    """It is said which ladder has the tier, and with that one chosen it is a goal."""
    facts = ("assess", "--support-years", "3", "--goal", "Director", "--data", desk)
    refused = run(*facts)

    assert (refused.code, refused.out) == (ExitCode.NOT_FOUND, "")
    assert refused.err == (
        f"{NOTE}careercli: 'Director' is a tier of the ladder customer-support, and desk is in use.\n"
        "  Choose the ladder with --ladder customer-support.\n"
    )
    chosen = run(*facts, "--ladder", "customer-support", "--json")
    assert (chosen.code, chosen.document["profile"]["goal"]) == (0, "director")


def test_a_goal_of_another_ladder_in_a_profile(desk: str, tmp_path: Path) -> None:
    """The problem has its line, and names the ladder to choose."""
    profile = write_profile(tmp_path / "me.yaml", "goal: director\n")
    refused = run("assess", str(profile), "--data", desk)

    assert (refused.code, refused.out) == (ExitCode.INVALID, "")
    assert refused.err == (
        f"{NOTE}careercli: {profile} has 1 problem.\n"
        f"  {profile}:3:1: goal: 'director' is a tier of the ladder customer-support, not of desk."
        " Choose the ladder with --ladder customer-support.\n"
    )
    assert run("assess", str(profile), "--data", desk, "--ladder", "customer-support").code == 0


def test_advice_is_about_the_ladder_chosen(desk: str) -> None:
    """A pack changes nothing about a ladder that it does not touch."""
    facts = ("assess", "-", "--json", "--as-of", "2026-11-21")
    with_pack = (*facts, "--data", desk)

    assert run(*with_pack, stdin=PROFILE).document["ladder"] == "desk"
    assert (
        run(*with_pack, "--ladder", "customer-support", stdin=PROFILE).stdout
        == run(*facts, stdin=PROFILE).stdout
    )


def test_what_comes_next_keeps_to_the_ladder(desk: str) -> None:
    """A command that a screen suggests is about the same ladder."""
    rated = [word for skill in ("writing", "chatting", "leading") for word in ("--skill", f"{skill}=1")]
    chosen = run("assess", "--support-years", "3", *rated, "--data", desk, "--ladder", "Help desk").out

    chosen = " ".join(chosen.split())  # however it was wrapped
    assert "careercli plan" in chosen
    assert "--ladder 'Help desk'" in chosen


def test_people_are_those_of_the_ladder_in_use(desk: str) -> None:
    """Each ladder has its own people; one of another is shown on their own ladder when named."""

    def people(*arguments: str) -> list[str]:
        return [person["id"] for person in run("demo", "--json", *arguments).document["personas"]]

    builtin = people()
    assert people("--data", desk) == ["ann"]
    assert people("--data", desk, "--ladder", "customer-support") == builtin
    for person in builtin[0], "ann":
        shown = run("demo", person, "--json", "--data", desk).document
        assert shown["ladder"] == ("desk" if person == "ann" else "customer-support")


def test_a_person_who_is_left_out_is_named(tmp_path: Path) -> None:
    """A pack that changes the ladder under a person: it is said that they are left out, and they are gone."""
    held = PACK["ladders/desk.yaml"].replace("id: lead\n", "id: chief\n")
    held = held.replace("[lead]", "[chief]").replace("Lead\n", "Chief\n")
    guide = PACK["guides/helper/market.yaml"].replace("tier: lead\n", "tier: chief\n")
    below = write_pack(tmp_path / "below")
    files = {"pack.yaml": PACK["pack.yaml"], "ladders/desk.yaml": held, "guides/helper/market.yaml": guide}
    packs = ("--data", str(below), "--data", str(write_pack(tmp_path / "above", files)))

    result = run("demo", "ann", *packs)

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    first, second, third, *_ = result.err.splitlines()
    assert first.startswith("Note: the packs given override ladder desk, section helper pay, ")
    assert "person ann, left out because they no longer fit" in first
    assert second == NOTE.strip()
    assert third == "careercli: There is no built-in person 'ann'."


def test_what_is_read_is_said_to_be_overridden(desk: str, tmp_path: Path) -> None:
    """Sections and tools that a pack takes the place of are named as skills are."""
    section = (
        "schema: careercli/guide@1\nrole: helper\nsections:\n"
        "  overview: {lead: L., sources: [own], text: [T.]}\n"
    )
    files = {
        "pack.yaml": PACK["pack.yaml"],
        "tools.yaml": PACK["tools.yaml"],
        "guides/helper/a.yaml": section,
    }
    packs = ("--data", desk, "--data", str(write_pack(tmp_path / "above", files)))

    for result in run("path", *packs), run("data", "check", *packs):
        assert result.code == 0
    assert run("path", *packs).err.splitlines()[0] == (
        "Note: the packs given override section helper overview, tool Pen, tool Phone."
    )
    assert run("data", "check", *packs, "--json").document["overridden"] == [
        "section helper overview",
        "tool Pen",
        "tool Phone",
    ]


def test_ladders_are_completed(desk: str) -> None:
    """Ids of ladders are offered, and tiers of the ladder in use."""
    assert completed("careercli path --ladder ") == ["customer-support"]
    assert completed("careercli path --ladder ", CAREERCLI_DATA=desk) == ["customer-support", "desk"]
    assert completed("careercli path --ladder d", CAREERCLI_DATA=desk) == ["desk"]
    assert completed("careercli plan --goal ", CAREERCLI_DATA=desk) == ["helper", "senior-helper", "lead"]


@pytest.mark.parametrize("way", ["option", "environment"])
def test_a_pack_in_the_home_folder(home: Path, way: str) -> None:
    """``~`` means the home folder where no shell has written it out, as in --data=~/pack."""
    assert run("data", "new", str(home / "own")).code == 0
    arguments, env = (["--data=~/own"], {}) if way == "option" else ([], {"CAREERCLI_DATA": "~/own"})

    result = run(*arguments, "path", "--json", env=env)

    assert (result.code, result.document["ladder"]) == (0, "web-shop-support")
    assert run("--data=~nobody-at-all/x", "path").code == ExitCode.NOT_FOUND
