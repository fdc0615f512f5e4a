from __future__ import annotations

import re
from pathlib import Path

import pytest

from careercli.domain.model import Catalog
from careercli.errors import ExitCode
from tests.commands.test_assess import PERSONAS
from tests.running import DAY, run


def test_everybody_is_listed(catalog: Catalog) -> None:
    """The list has every built-in person with their story, and a command that shows one."""
    out = " ".join(run("demo").out.split())

    for person in catalog.personas:
        assert f"{person.id} {person.profile.title}" in out
        assert " ".join(person.story.split()) in out
    assert out.endswith("Next: careercli demo dana")
    assert {person["id"] for person in run("demo", "--json").document["personas"]} == set(PERSONAS)


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_person_is_their_assessment(persona: str, people: Path) -> None:
    """A built-in person is assessed as a file with the same facts would be."""
    document = run("demo", persona, "--json", "--as-of", DAY).document

    assert document == run("assess", str(people / f"{persona}.yaml"), "--json", "--as-of", DAY).document


@pytest.mark.parametrize("name", ["dana", "DANA", "Dana Reyes", "dana  reyes"])
def test_names_of_people(name: str) -> None:
    """A person answers to the id and the whole name, in any case."""
    assert "Dana Reyes, you're at" in run("demo", name).out


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("dan", "Did you mean 'dana'?"),
        ("Mayo", "Did you mean 'maya'?"),
        ("zz", "See 'careercli demo' for all"),
    ],
)
def test_unknown_people(name: str, hint: str) -> None:
    """Somebody who is not built in is not found; the nearest is offered and not shown."""
    result = run("demo", name)

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert result.err.startswith(f"careercli: There is no built-in person '{name}'.\n  {hint}")


def test_full_has_the_plan(catalog: Catalog) -> None:
    """--full goes on to all gaps and the plan, and no longer points at itself."""
    short, full = run("demo", "dana").out, run("demo", "dana", "--full").out

    assert short.endswith("Next: careercli demo dana --full\n")
    assert "Plan to Customer Support Manager for Dana Reyes" in full
    assert "What the dates assume" in full
    assert "Next:" not in full


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_tour_without_anybody_to_turn_pages(persona: str) -> None:
    """Where there is no terminal all pages follow one another, each with its number."""
    out = run("demo", persona, "--tour", "--as-of", DAY).out

    assert re.findall(r"  (\d) of 8\n", out) == list("12345678")
    assert "quit" not in out


def test_a_tour_with_no_input() -> None:
    """--no-input asks for no key, on a terminal either."""
    assert "8 of 8" in run("demo", "--tour", "--no-input", terminal=True).out


def test_a_tour_of_the_first_person() -> None:
    """Without a name it is the person whom the list shows first."""
    assert run("demo", "--tour").out == run("demo", "dana", "--tour").out


def test_a_tour_as_a_picture(home: Path) -> None:
    """For a picture all pages follow one another, on a terminal too."""
    result = run("demo", "--tour", "--svg", "tour.svg", terminal=True)

    assert result.code == 0
    text = Path("tour.svg").read_text()
    assert all(f"&#160;{number}&#160;of&#160;8</text>" in text for number in range(1, 9))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--json"], "The tour is for reading and has no JSON."),
        (["--full"], "--tour and --full do not go together."),
    ],
)
def test_what_a_tour_is_not(words: list[str], message: str) -> None:
    """What does not go with a tour is said, with what to do instead."""
    result = run("demo", "dana", "--tour", *words)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert message in result.err
