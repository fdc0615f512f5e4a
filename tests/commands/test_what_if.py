from __future__ import annotations

from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.files import write_profile
from tests.running import DAY, run


def test_before_and_after_are_the_assessments(people: Path) -> None:
    """Both sides are what 'assess' says of the facts as they are and as they would be."""
    profile = str(people / "dana.yaml")

    document = run(
        "what-if", profile, "--support-years", "9", "--skill", "hiring=4", "--json", "--as-of", DAY
    ).document

    assert document["before"] == run("assess", profile, "--json", "--as-of", DAY).document
    assert document["after"] == (
        run(
            "assess", profile, "--support-years", "9", "--skill", "hiring=4", "--json", "--as-of", DAY
        ).document
    )


@pytest.mark.parametrize(
    ("flags", "years", "level"),
    [
        (["--leading-years", "+1"], 3.5, 1),
        (["--leading-years", "-2"], 0.5, 1),
        (["--leading-years=-9"], 0.0, 1),
        (["--leading-years", "4"], 4.0, 1),
        (["--skill", "budgeting=+1"], 2.5, 2),
        (["--skill", "budgeting=+9"], 2.5, 4),
        (["--skill", "budgeting=-1"], 2.5, 0),
        (["--skill", "budgeting=3"], 2.5, 3),
    ],
    ids=str,
)
def test_signs_add(flags: list[str], years: float, level: int, people: Path) -> None:
    """A number with a sign adds to what the profile says; without one it takes its place."""
    after = run("what-if", str(people / "dana.yaml"), *flags, "--json").document["after"]["profile"]

    assert after["experience"]["leading_years"] == years
    assert after["skills"]["budgeting"]["level"] == level


def test_the_difference_is_in_the_document(people: Path) -> None:
    """Ranks, fits and days are those between the two sides."""
    flags = ["--support-years", "12", "--leading-years", "8"]

    document = run("what-if", str(people / "priya.yaml"), *flags, "--json", "--as-of", DAY).document

    before, after, difference = document["before"], document["after"], document["difference"]
    ranks = {tier["tier"]: tier["rank"] for tier in before["tiers"]}
    assert difference["ranks"] == (
        ranks[after["placement"]["current"]] - ranks[before["placement"]["current"]]
    )
    assert difference["ranks"] == 1
    assert [(fit["before"], fit["after"]) for fit in difference["fits"]] == [
        (one["fit"], two["fit"]) for one, two in zip(before["tiers"], after["tiers"], strict=True)
    ]
    assert {move["tier"] for move in difference["ready"]} == {"senior-manager", "director"}
    assert all(move["days"] < 0 for move in difference["ready"])


def test_nothing_to_change(people: Path) -> None:
    """A what-if without an if is wrong usage."""
    result = run("what-if", str(people / "dana.yaml"))

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert result.err == (
        "careercli: Nothing is changed.\n  Say what if, as in --leading-years +1 or --skill coaching=3.\n"
    )


def test_facts_change_the_default_profile(home: Path) -> None:
    """Without PROFILE it is about the default profile; without one of those, about nobody."""
    alone = run("what-if", "--support-years", "+1")
    folder = home / "data" / "careercli" / "profiles"
    folder.mkdir(parents=True)
    write_profile(folder / "default.yaml", years=2)

    result = run("what-if", "--support-years", "+1", "--json")

    assert (alone.code, alone.out) == (ExitCode.NOT_FOUND, "")
    assert result.document["before"]["profile"]["experience"]["support_years"] == 2
    assert result.document["after"]["profile"]["experience"]["support_years"] == 3


def test_nothing_is_saved(people: Path) -> None:
    """The file stays as it is, and the screen says so."""
    path = people / "dana.yaml"
    before = path.read_bytes()

    out = run("what-if", str(path), "--skill", "hiring=4").out

    assert path.read_bytes() == before
    assert out.endswith("Nothing was saved: a what-if changes no profile.\n")


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--skill", "hiring=2"], "That changes nothing: neither tier, nor fit, nor date."),
        (["--support-years", "12", "--skill", "hiring=3"], "Your tier stays; Manager is ready"),
        (["--leading-years", "0"], "That moves you down 1 rank, to Team Lead."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_verdict(flags: list[str], sentence: str, people: Path) -> None:
    """The first line says in one sentence what it comes to."""
    for look in ([], ["--accessible"]):
        assert run("what-if", str(people / "dana.yaml"), *flags, *look, columns=100).out.startswith(sentence)
