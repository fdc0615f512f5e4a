from __future__ import annotations

import re

import pytest

from careercli.domain.comparison import differences
from careercli.domain.model import Catalog
from careercli.errors import ExitCode
from tests.running import run

SPECIALIST, MANAGER = "customer-support-specialist", "customer-support-manager"


def test_two_tiers(catalog: Catalog) -> None:
    """Every skill that rises is there with both levels, beside years, pay and what each does."""
    a, b = catalog.ladder.tier("team-lead"), catalog.ladder.tier("director")
    document = run("compare", "team-lead", "director", "--json").document

    assert [(entry["skill"], entry["a"], entry["b"]) for entry in document["differences"]] == [
        tuple(
            demand and {"level": demand.level, "weight": demand.weight, "must": demand.must}
            if part != "skill"
            else item.skill
            for part, demand in (("skill", None), ("a", item.a), ("b", item.b))
        )
        for item in differences(a, b)
    ]
    assert document["a"]["support_years"] == {"min": 5.0, "max": 8.0, "carried_min": 5.0}
    assert document["b"]["support_years"] == {"min": None, "max": None, "carried_min": 8.0}
    assert document["a"]["pay"]["estimate"] is None
    assert document["b"]["pay"]["estimate"]["min"] == 110000
    assert document["b"]["pay"]["occupation"]["code"] == "11-1021"
    assert document["b"]["duties"]

    out = " ".join(run("compare", "team-lead", "director").out.split())
    for entry in document["differences"]:
        assert entry["name"] in out
    assert "$53,190 to $82,340" in out
    assert "8+, from the tiers below" in out
    assert "GitLab" in out


def test_two_roles() -> None:
    """Two roles are compared by tiers, years, pay, outlook, responsibilities and their highest tiers."""
    document = run("compare", SPECIALIST, MANAGER, "--json").document

    assert [document[side]["role"] for side in "ab"] == [SPECIALIST, MANAGER]
    assert [len(document[side]["responsibilities"]) for side in "ab"] == [15, 15]
    assert (
        document["differences"] == run("compare", "team-lead", "director", "--json").document["differences"]
    )
    out = " ".join(run("compare", SPECIALIST, MANAGER).out.split())
    for side in "ab":
        assert all(duty in out for duty in document[side]["responsibilities"])
    assert "Director asks more" in out


def test_the_other_way_round() -> None:
    """Going down, what the first asks more of is said instead."""
    down = run("compare", "director", "team-lead").out

    assert "Director asks more" in down
    assert "Team Lead asks more" not in down


def test_a_tier_with_itself() -> None:
    """A tier asks nothing that it does not ask."""
    result = run("compare", "manager", "Customer Support MANAGER")

    assert "Manager and Manager ask for the same skills at the same levels." in result.out
    assert run("compare", "manager", "manager", "--json").document["differences"] == []


def test_side_by_side_or_stacked() -> None:
    """On a narrow page one stands after the other, and nothing is lost."""
    wide, narrow = (run("compare", "specialist", "manager", columns=columns).out for columns in (80, 40))

    assert any("Specialist" in line and "Manager" in line for line in wide.splitlines()[2:4])
    assert max(map(len, narrow.splitlines())) <= 40
    # Beside one another the words of two columns mix: only which words there are can be compared.
    words, stacked = (set(re.findall(r"[\w'-]+", text)) for text in (wide, narrow))
    assert words - stacked <= {"Skill"}  # the head of a column


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ["directer", "manager"],
            ExitCode.NOT_FOUND,
            "There is no tier or role 'directer'.\n  Did you mean 'director'?",
        ),
        (["manager", "qqq"], ExitCode.NOT_FOUND, "There is no tier or role 'qqq'.\n  See 'careercli path'"),
        (["director", SPECIALIST], ExitCode.USAGE, f"'director' and '{SPECIALIST}' are not two of a kind."),
        (["director"], ExitCode.USAGE, "Missing argument 'B'."),
    ],
)
def test_what_cannot_be_compared(arguments: list[str], code: ExitCode, message: str) -> None:
    """Names that are not there, one of each kind, or one alone are told, each with what to do."""
    result = run("compare", *arguments)

    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(f"careercli: {message}")
