from __future__ import annotations

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
    assert "Dana Reyes, you stand at" in run("demo", name).out


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
