from __future__ import annotations

import re
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
    assert [(fit["before"], fit["after"]) for fit in difference["fits"]] == [
        (one["fit"], two["fit"]) for one, two in zip(before["tiers"], after["tiers"], strict=True)
    ]
    assert {move["tier"] for move in difference["ready"]} == {"director"}
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
        (["--skill", "hiring=2"], "That changes nothing: neither the tier, nor what you cover, nor a date."),
        (["--leading-years", "+1"], "Your tier stays; Manager is ready"),
        (["--skill", "hiring=3"], "Your tier and your dates stay; how much of a job you cover changes."),
        (["--leading-years", "0"], "That moves you down 1 tier, to Team Lead."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_verdict(flags: list[str], sentence: str, people: Path) -> None:
    """The first line says in one sentence what it comes to."""
    for look in ([], ["--accessible"]):
        assert run("what-if", str(people / "dana.yaml"), *flags, *look, columns=100).out.startswith(sentence)


TWO = [
    "--variant",
    "a year on: --support-years +1 --leading-years +1",
    "--variant",
    "coach: --skill coaching=4",
]


def test_variants_are_what_ifs_side_by_side(people: Path) -> None:
    """Each is what the same facts give as a what-if of their own, in the order given."""
    words = ["what-if", str(people / "dana.yaml"), "--json", "--as-of", DAY]
    alone = [
        run(*words, "--support-years", "+1", "--leading-years", "+1").document,
        run(*words, "--skill", "coaching=4").document,
    ]

    document = run(*words, *TWO).document

    assert document["schema"] == "careercli/what-if-variants@2"
    assert [entry["name"] for entry in document["variants"]] == ["a year on", "coach"]
    for entry, one in zip(document["variants"], alone, strict=True):
        assert (entry["after"], entry["difference"]) == (one["after"], one["difference"])
        assert document["before"] == one["before"]
    assert document["variants"][0]["given"] == "--support-years +1 --leading-years +1"


def test_facts_outside_of_variants_are_part_of_each(people: Path) -> None:
    """They come first, so that a variant may add to them; what holds now stays without them."""
    words = ["what-if", str(people / "dana.yaml"), "--json", "--skill", "coaching=1", "--hours", "10"]
    variants = [
        "--variant",
        "more: --skill coaching=+2",
        "--variant",
        "other: --hours 3",
        "--variant",
        "just:",
    ]

    document = run(*words, *variants).document

    after = [entry["after"]["profile"] for entry in document["variants"]]
    assert [profile["skills"]["coaching"]["level"] for profile in after] == [3, 1, 1]
    assert [profile["hours_per_week"] for profile in after] == [10.0, 3.0, 10.0]
    assert document["before"] == run("assess", str(people / "dana.yaml"), "--json").document
    assert document["variants"][2]["given"] == "--hours 10 --skill coaching=1"


@pytest.mark.parametrize(
    ("variants", "message"),
    [
        (["a: --leads"], "--variant is given once; it is for several side by side."),
        ([f"{n}: --leads" for n in range(7)], "--variant is given 7 times; up to 6 go side by side."),
        (["--leads", "b: --leads"], "The variant '--leads' has no name."),
        (["a --leads", "b: --leads"], "The variant 'a --leads' has no name."),
        ([" : --leads", "b: --leads"], "The variant ': --leads' has no name."),
        (["--skill a:b", "b: --leads"], "The variant '--skill a:b' has no name."),
        (["x" * 31 + ": --leads", "b: --leads"], f"Variant '{'x' * 31}': a name takes up to 30 characters."),
        (["one: --leads", "One : --no-leads"], "Variant 'One' is given twice."),
        (["one:", "two: --leads"], "Variant 'one' changes nothing."),
        (["one: --wings 2", "two: --leads"], "Variant 'one': There is no option '--wings'"),
        (["one: --json", "two: --leads"], "Variant 'one': There is no option '--json'"),
        (["one: --help", "two: --leads"], "Variant 'one': There is no option '--help'"),
        (["one: dana.yaml", "two: --leads"], "Variant 'one': There is no place for 'dana.yaml'"),
        (["one: --hours", "two: --leads"], "Variant 'one': Option '--hours' requires an argument."),
        (["one: --title 'x", "two: --leads"], "Variant 'one': a quotation mark is not closed."),
        (["one: --hours many", "two: --leads"], "Variant 'one': --hours takes a number from 0.5 to 80"),
        (["one: --skill coaching", "two: --leads"], "Variant 'one': --skill takes ID=LEVEL"),
        (
            ["one: --leads", "two: --skill coaching=1 --skill coaching=2"],
            "Variant 'two': --skill names coaching twice",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_wrong_variants(variants: list[str], message: str, people: Path) -> None:
    """What is wrong is said with the name of the variant, and nothing is printed."""
    words = [word for variant in variants for word in ("--variant", variant)]

    result = run("what-if", str(people / "dana.yaml"), *words)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert result.err.startswith(f"careercli: {message}")


def test_a_variant_with_an_unknown_name(people: Path) -> None:
    """An unknown skill or tier is not found, as everywhere, with the nearest and the name of the variant."""
    words = ["--variant", "one: --skill coching=3", "--variant", "two: --leads"]

    result = run("what-if", str(people / "dana.yaml"), *words)

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert result.err.startswith("careercli: Variant 'one': ")
    assert "coaching" in result.err


@pytest.mark.parametrize(
    ("look", "columns"), [([], 100), ([], 80), ([], 40), ([], 20), (["--accessible"], 80)], ids=str
)
def test_the_screen_of_variants(look: list[str], columns: int, people: Path) -> None:
    """Every variant by name with its tier and dates, how they differ, and that nothing is saved."""
    path = people / "dana.yaml"
    before = path.read_bytes()
    words = [
        "what-if",
        str(path),
        "--as-of",
        DAY,
        "--variant",
        "much faster: --hours 40 --goal director",
        *TWO,
    ]

    result = run(*words, *look, columns=columns)

    text = " ".join(result.out.split())
    assert (result.code, result.err) == (0, "")
    assert all(len(line) <= columns for line in result.out.splitlines()) or look
    for word in ("much faster", "a year on", "coach", "Now", "Your years say", "Ready Manager", "earlier"):
        assert word in text
    assert "not planned" in text
    assert text.endswith("Nothing was saved: a what-if changes no profile.")
    assert path.read_bytes() == before


def test_side_by_side_only_with_room(people: Path) -> None:
    """Names share a line where each column has room; else each fact has a line with all of them."""
    words = ["what-if", str(people / "dana.yaml"), *TWO]

    wide, narrow, plain = (
        run(*words, *look, columns=columns).out
        for look, columns in (([], 80), ([], 50), (["--accessible"], 80))
    )

    assert any(line.split() == ["Now", "a", "year", "on", "coach"] for line in wide.splitlines())
    for text in (narrow, plain):
        (said,) = re.findall(r"Your years say: (.*?)\n *Ready", text, re.DOTALL) or [text]
        assert all(name in " ".join(said.split()) for name in ("Now", "a year on", "coach"))


def test_what_can_hardly_be_meant_is_said_once(people: Path) -> None:
    """Of several variants with more leading than support years, one note is enough."""
    words = ["--variant", "one: --leading-years 30", "--variant", "two: --leading-years 40"]

    result = run("what-if", str(people / "dana.yaml"), *words)

    assert result.code == 0
    assert result.err.count("Note: there are more leading years") == 1


def test_odd_names_cannot_act(people: Path) -> None:
    """A name with control characters or markup is shown as text."""
    words = ["--variant", "a\x1b[31m: --leads", "--variant", "[bold]b[/bold]: --title '[red]x'"]

    result = run("what-if", str(people / "dana.yaml"), *words)

    assert result.code == 0
    assert "\x1b" not in result.out
    assert "[bold]b[/bold]" in result.out
