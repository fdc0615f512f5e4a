from __future__ import annotations

import re
from pathlib import Path

import pytest

from careercli.domain.comparison import differences
from careercli.domain.model import Catalog
from careercli.errors import ExitCode
from tests.files import write_profile
from tests.running import DAY, run

SPECIALIST, MANAGER = "customer-support-specialist", "customer-support-manager"


def test_two_tiers(catalog: Catalog) -> None:
    """Every skill that rises is there with both levels, beside years, pay and what each does."""
    a, b = catalog.ladder.tier("team-lead"), catalog.ladder.tier("director")
    document = run("compare", "team-lead", "director", "--json").document

    assert [(entry["skill"], entry["a"], entry["b"]) for entry in document["differences"]] == [
        tuple(
            ask and {"level": ask.level, "weight": ask.weight, "gate": item.skill in tier.gate_skills}
            if tier
            else item.skill
            for tier, ask in ((None, None), (a, item.a), (b, item.b))
        )
        for item in differences(a, b)
    ]
    assert document["a"]["support_years"] == {"floor": 2.0, "usual_min": 5.0, "usual_max": 8.0}
    assert document["b"]["support_years"] == {"floor": 5.0, "usual_min": 8.0, "usual_max": None}
    assert document["a"]["pay"]["estimate"] is None
    assert document["b"]["pay"]["estimate"]["min"] == 110000
    assert document["b"]["pay"]["occupation"]["code"] == "11-1021"
    assert document["b"]["duties"]

    out = " ".join(run("compare", "team-lead", "director").out.split())
    for entry in document["differences"]:
        assert entry["name"] in out
    assert "$55,950 to $85,090" in out
    assert "Team leadership at expert" in out
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
    """Going down, what the second asks more of comes first, which has ended on the way up."""
    down = run("compare", "director", "team-lead").out

    assert down.index("Team Lead asks more") < down.index("Director asks more")


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
            "There is no tier, role or profile 'directer'.\n  Did you mean 'director'?",
        ),
        (
            ["manager", "qqq"],
            ExitCode.NOT_FOUND,
            "There is no tier, role or profile 'qqq'.\n  See 'careercli path'",
        ),
        (["director", SPECIALIST], ExitCode.USAGE, f"'director' and '{SPECIALIST}' are not two of a kind."),
        (["director"], ExitCode.USAGE, "Missing argument 'B'."),
    ],
)
def test_what_cannot_be_compared(arguments: list[str], code: ExitCode, message: str) -> None:
    """Names that are not there, one of each kind, or one alone are told, each with what to do."""
    result = run("compare", *arguments)

    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(f"careercli: {message}")


def test_two_profiles(people: Path) -> None:
    """Two people are compared by tier, years, fits, gates, dates and skills, with the numbers of assess."""
    paths = [str(people / f"{name}.yaml") for name in ("daniel", "dana")]
    document = run("compare", *paths, "--json", "--as-of", DAY).document
    a, b = (run("assess", path, "--json", "--as-of", DAY).document for path in paths)

    assert document["schema"] == "careercli/profile-comparison@2"
    assert [document[side]["placement"] for side in "ab"] == [one["placement"] for one in (a, b)]
    assert [(fit["a"], fit["b"]) for fit in document["fits"]] == [
        (one["fit"], two["fit"]) for one, two in zip(a["tiers"], b["tiers"], strict=True)
    ]
    (date,) = document["dates"]
    plan = run("plan", paths[0], "--json", "--as-of", DAY).document
    assert date["tier"] == "manager"
    assert date["a"]["ready"] == plan["milestones"][-1]["ready"]
    out = run("compare", *paths, "--as-of", DAY).out
    assert "Dana Reyes is 2 tiers above Daniel Okafor." in out
    assert all(entry["name"] in out for entry in document["skills"])


def test_then_and_now(home: Path) -> None:
    """One person at two times has one name: the files tell them apart; the folders where these do not."""
    write_profile(Path("then.yaml"), "name: Ann\nskills: {ticketing: 1}\n", years=1)
    write_profile(Path("now.yaml"), "name: Ann\nskills: {ticketing: 3}\n", years=3)
    for folder in ("a", "b"):
        Path(folder).mkdir()
        write_profile(Path(folder) / "ann.yaml", "name: Ann\n")

    assert run("compare", "then.yaml", "now.yaml").out.startswith("then.yaml and now.yaml ")
    assert run("compare", "a/ann.yaml", "b/ann.yaml").out.startswith("a/ann.yaml and b/ann.yaml ")
    deep = [str(Path(folder).absolute() / "ann.yaml") for folder in ("a", "b")]
    assert run("compare", *deep).out.startswith("a/ann.yaml and b/ann.yaml ")
    assert run("compare", "a/ann.yaml", "./a/ann.yaml").out.startswith("ann.yaml and ann.yaml ")


@pytest.mark.parametrize("swapped", [False, True])
def test_a_profile_and_a_tier(people: Path, swapped: bool) -> None:
    """In either order: clocks, gates, gaps as assess has them, and when it is ready."""
    path = str(people / "dana.yaml")
    words = ["manager", path] if swapped else [path, "manager"]
    document = run("compare", *words, "--json", "--as-of", DAY).document
    assessment = run("assess", path, "--json", "--as-of", DAY).document

    assert document["schema"] == "careercli/profile-tier@2"
    assert document["gaps"] == assessment["goal_gaps"]
    assert document["leading_years"] == {"have": 2.5, "floor": 3.0, "missing": 0.5}
    assert document["readiness"]["bound_by"] == {"earliest": "leading_years", "latest": "support_years"}
    assert len(document["gates_reached"]) + len(document["standing"]["open_gates"]) == 8
    out = run("compare", *words, "--as-of", DAY).out
    assert " ".join(out.split()).endswith(f"Next: careercli plan {path} --goal manager --as-of {DAY}")
    assert "Now, awareness: Before I ask for a tool" in out


def test_saved_profiles_and_standard_input(home: Path, people: Path) -> None:
    """A profile may be a saved name or standard input; a tier of the same name comes first."""
    for name in ("ann", "manager"):
        assert run("profile", "new", name, "--support-years", "3").code == 0
    dana = (people / "dana.yaml").read_bytes()

    assert run("compare", "ann", "-", stdin=dana).out.startswith("ann and Dana Reyes ")
    assert run("compare", "-", "director", stdin=dana).out.startswith("Dana Reyes and Director of Customer")
    assert run("compare", "manager", "ann").out.startswith("ann and Customer Support Manager ")


def test_what_comes_next(people: Path) -> None:
    """A tier that is reached leads to no plan, and neither does standard input."""
    dana = people / "dana.yaml"

    assert "Next:" not in run("compare", str(dana), "specialist").out
    assert "Next:" not in run("compare", "-", "director", stdin=dana.read_bytes()).out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["-", "-"], ExitCode.USAGE, "Standard input can be read once."),
        (["nobody.yaml", "manager"], ExitCode.NOT_FOUND, "There is no file nobody.yaml."),
        (["ann", "nobody"], ExitCode.NOT_FOUND, "There is no tier, role or profile 'nobody'."),
        (
            ["ann", "anm"],
            ExitCode.NOT_FOUND,
            "There is no tier, role or profile 'anm'.\n  Did you mean 'ann'?",
        ),
        (["ann", MANAGER], ExitCode.USAGE, f"'ann' and '{MANAGER}' are not two of a kind."),
        ([MANAGER, "anm"], ExitCode.NOT_FOUND, "There is no tier, role or profile 'anm'."),
        (["broken.yaml", "ann"], ExitCode.INVALID, "broken.yaml has 1 problem."),
    ],
)
def test_profiles_that_cannot_be_compared(
    home: Path, arguments: list[str], code: ExitCode, message: str
) -> None:
    """What is no profile, or no two of a kind, is told with what to do."""
    assert run("profile", "new", "ann", "--support-years", "3").code == 0
    Path("broken.yaml").write_text("schema: careercli/profile@1\nexperience: {support_years: many}\n")

    result = run("compare", *arguments)

    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(f"careercli: {message}")
