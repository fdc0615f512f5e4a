from __future__ import annotations

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.domain.model import Catalog
from careercli.errors import ExitCode
from tests.files import write_profile
from tests.running import DAY, run

PERSONAS = ("maya", "daniel", "dana", "priya", "tomas")


@pytest.mark.parametrize("persona", PERSONAS)
def test_document(persona: str, people: Path, screen: SnapshotAssertion) -> None:
    """The assessment of every built-in person is as somebody last approved it."""
    result = run("assess", str(people / f"{persona}.yaml"), "--json", "--as-of", DAY)

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


@pytest.mark.parametrize(
    ("tier", "code"),
    [
        ("junior-specialist", ExitCode.DONE),
        ("team-lead", ExitCode.DONE),
        ("junior-manager", ExitCode.DONE),
        ("manager", ExitCode.BELOW_TIER),
        ("DIRECTOR", ExitCode.BELOW_TIER),
        ("Director of Customer Support", ExitCode.BELOW_TIER),
    ],
)
def test_at_least(tier: str, code: ExitCode, people: Path) -> None:
    """--at-least tells a script by the exit code; the assessment is printed either way."""
    profile = str(people / "dana.yaml")
    plain = run("assess", profile, "--json", "--as-of", DAY)

    result = run("assess", profile, "--json", "--as-of", DAY, "--at-least", tier)

    assert result.code == code
    assert result.stdout == plain.stdout
    assert bool(result.err) == (code == ExitCode.BELOW_TIER)


def test_below_the_tier_asked_for(people: Path) -> None:
    """Who is below the tier is told so on standard error, after the screen."""
    result = run("assess", str(people / "dana.yaml"), "--at-least", "manager")

    assert result.code == ExitCode.BELOW_TIER
    assert "Dana Reyes, you're at" in result.out
    assert result.err == (
        "careercli: Junior Customer Support Manager is below Customer Support Manager.\n"
        f"  See what is missing: careercli assess {people / 'dana.yaml'} --full\n"
    )


def test_too_little_rated_is_below_every_tier() -> None:
    """Nobody is taken for what nothing shows; the message says what is missing."""
    result = run("assess", "--support-years", "9", "--at-least", "junior-specialist")

    assert result.code == ExitCode.BELOW_TIER
    said = result.err.partition("\n")[0]
    assert said == (
        "careercli: Too little is rated to say whether this is Junior Customer Support Specialist."
    )


def test_before_the_first_tier(catalog: Catalog) -> None:
    """Who is on no tier yet is below the first."""
    nothing = [word for skill in catalog.skills for word in ("--skill", f"{skill.id}=0")]
    result = run("assess", "--support-years", "0", *nothing, "--at-least", "junior-specialist")

    assert result.code == ExitCode.BELOW_TIER
    said = result.err.partition("\n")[0]
    assert said == "careercli: Before the first tier is below Junior Customer Support Specialist."


def test_sure_takes_what_is_not_rated_for_nothing(catalog: Catalog) -> None:
    """--sure judges the tier that no further answer can lower."""
    tier = catalog.ladder.tier("specialist")
    rated = [word for ask in tier.asks[::2] for word in ("--skill", f"{ask.skill}={ask.level}")]
    gates = [word for gate in tier.gates for word in ("--skill", f"{gate.skills[0]}={gate.levels[0]}")]
    person = ["assess", "--support-years", "3"]
    for skill in dict.fromkeys(word.partition("=")[0] for word in (*rated[1::2], *gates[1::2])):
        person += ["--skill", f"{skill}=2"]

    likely, sure = run(*person, "--at-least", tier.id), run(*person, "--at-least", tier.id, "--sure")

    assert (likely.code, sure.code) == (ExitCode.DONE, ExitCode.BELOW_TIER)
    assert f"{tier.title} is likely, but not sure until more is rated." in sure.err


@pytest.mark.parametrize(("flag", "needs"), [(["--sure"], "--at-least"), (["--tier", "manager"], "--why")])
def test_flags_that_mean_nothing_alone(flag: list[str], needs: str) -> None:
    """They say what they go with."""
    result = run("assess", "--support-years", "3", *flag)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert needs in result.err


@pytest.mark.parametrize("look", [[], ["--accessible"]])
def test_why_shows_the_numbers_of_a_tier(look: list[str], people: Path) -> None:
    """Of the next one, or of the one that is named by any of its names."""
    profile = str(people / "dana.yaml")

    following = run("assess", profile, "--why", *look)
    named = run("assess", profile, "--why", "--tier", "Support Manager", *look)

    assert (following.code, following.err) == (0, "")
    assert "number by number" in following.out
    assert named.out.startswith("Customer Support Manager, number by number")
    assert "The three readings" in named.out


def test_an_unknown_tier_to_reach(people: Path) -> None:
    """A tier that is not there is not found, before anything is printed; the nearest is only offered."""
    result = run("assess", str(people / "dana.yaml"), "--at-least", "manger")

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert result.err == "careercli: There is no tier 'manger'.\n  Did you mean 'manager'?\n"


def test_an_unknown_goal() -> None:
    """So is an unknown goal."""
    result = run("assess", "--support-years", "1", "--goal", "directr")

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert result.err == "careercli: There is no tier 'directr'.\n  Did you mean 'director'?\n"


def test_an_unknown_skill() -> None:
    """And an unknown skill."""
    result = run("assess", "--support-years", "1", "--skill", "ticketting=2")

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert result.err == "careercli: There is no skill 'ticketting'.\n  Did you mean 'ticketing'?\n"


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (["--support-years", "abc"], "--support-years takes a number from 0 to 60, not 'abc'."),
        (["--support-years", "nan"], "--support-years takes a number from 0 to 60, not 'nan'."),
        (["--support-years", "inf"], "--support-years takes a number from 0 to 60, not 'inf'."),
        (["--support-years", "-1"], "--support-years takes a number from 0 to 60, not -1."),
        (["--support-years", "61"], "--support-years takes a number from 0 to 60, not 61."),
        (["--support-years=-inf"], "--support-years takes a number from 0 to 60, not '-inf'."),
        (["--leading-years", "61"], "--leading-years takes a number from 0 to 60, not 61."),
        (["--hours", "0"], "--hours takes a number from 0.5 to 80, not 0."),
        (["--hours", "81"], "--hours takes a number from 0.5 to 80, not 81."),
        (["--skill", "ticketing=5"], "--skill ticketing takes a number from 0 to 4, not 5."),
        (["--skill", "ticketing=2.5"], "--skill ticketing takes a whole level from 0 to 4, not 2.5."),
        (["--skill", "ticketing"], "--skill takes ID=LEVEL, not 'ticketing'."),
        (["--skill", "coaching=1", "--skill", "Mentoring=1"], "--skill names coaching twice"),
        (["--skill", "ticketing=" + "9" * 5000], "--skill ticketing takes a number from 0 to 4, not '9999"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_flags_out_of_range(flags: list[str], message: str) -> None:
    """A flag that cannot be meant is wrong usage: one message that names it, and nothing else."""
    result = run("assess", "--support-years", "3", *flags)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert result.err.startswith(f"careercli: {message}")
    assert len(result.err) < 250


def test_flags_over_a_file(people: Path) -> None:
    """Facts given as flags lie over those of the file, and the document shows what was understood."""
    flags = [
        "--leading-years",
        "9",
        "--no-leads",
        "--skill",
        "budgeting=4",
        "--title",
        "Head",
        "--hours",
        "10",
    ]

    result = run("assess", str(people / "dana.yaml"), *flags, "--goal", "director", "--json")

    profile = result.document["profile"]
    assert (profile["experience"]["support_years"], profile["experience"]["leading_years"]) == (7.5, 9.0)
    assert profile["leads_people"] is False
    assert profile["skills"]["budgeting"] == {"level": 4, "evidence": None}
    assert profile["skills"]["ticketing"] == {"level": 3, "evidence": None}
    assert (profile["title"], profile["hours_per_week"], profile["goal"]) == ("Head", 10.0, "director")
    assert profile["name"] == "Dana Reyes"


def test_the_order_of_flags_does_not_matter() -> None:
    """The same facts in another order are the same person."""
    one = run(
        "assess", "--support-years", "3", "--skill", "crm=2", "--skill", "empathy=1", "--json", "--as-of", DAY
    )
    two = run(
        "assess", "--skill", "empathy=1", "--as-of", DAY, "--skill", "crm=2", "--json", "--support-years", "3"
    )

    assert one.stdout == two.stdout


def test_the_next_command_is_shown(people: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen ends in the command that goes on from it, and that command works."""
    monkeypatch.chdir(people)

    for arguments in (["dana.yaml"], ["daniel.yaml", "--support-years", "3", "--skill", "crm=2"]):
        last = run("assess", *arguments).out.splitlines()[-1]
        spoken = run("assess", *arguments, "--accessible").out.splitlines()[-1]

        assert last == f"Next: careercli plan {' '.join(arguments)}"
        assert spoken == f"Next: careercli plan {' '.join(arguments)}"
        assert run("plan", *arguments).code == 0


def test_where_too_little_is_rated_the_next_thing_is_to_rate() -> None:
    """Unrated is unknown, not no: nobody is placed by years alone, and the interview comes first."""
    for look in ([], ["--accessible"]):
        result = run("assess", "--support-years", "30", "--leading-years", "12", *look)
        text = " ".join(result.out.split())

        assert text.startswith("Too little is rated to place you yet.")
        assert "Answer the quick interview" in text
        assert result.out.splitlines()[-1].endswith("careercli advise")


def test_rating_goes_on_from_the_profile(home: Path) -> None:
    """The next command is about the same person, quoted for the shell; standard input is gone by then."""
    text = "schema: careercli/profile@1\nexperience: {support_years: 4}\n"
    Path("my profile.yaml").write_text(text)

    assert run("assess", "my profile.yaml").out.endswith(
        "Next: careercli advise --profile 'my profile.yaml'\n"
    )
    assert run("assess", "-", stdin=text).out.endswith("Next: careercli advise\n")


def test_full_shows_every_gap(people: Path) -> None:
    """--full has every gap to the next tier and to the goal, where the plain screen has a few."""
    profile = str(people / "daniel.yaml")
    document = run("assess", profile, "--json").document
    names = [gap["name"] for gap in (*document["gaps"], *document["goal_gaps"])]

    full = run("assess", profile, "--full").out

    assert all(full.count(name[:30]) >= names.count(name) for name in names)
    assert len(full.splitlines()) > len(run("assess", profile).out.splitlines())


def test_nothing_but_the_document_is_printed(people: Path) -> None:
    """Standard output is one document in UTF-8 that ends in a newline, whatever else there is to say."""
    result = run("assess", str(people / "dana.yaml"), "--leading-years", "9", "--json", "--full")

    assert "more leading years than support years" in result.err
    assert result.out.endswith("}\n")
    assert json.loads(result.out)["schema"] == "careercli/assessment@2"


def test_names_in_any_case(home: Path, catalog: Catalog) -> None:
    """A profile may call skills and tiers by any of their names; the document holds ids."""
    for number, skill in enumerate(catalog.skills[::5]):
        name = (skill.aliases or (skill.name,))[0].upper()
        path = write_profile(
            Path(f"{number}.yaml"), f"goal: DIRECTOR OF CUSTOMER SUPPORT\nskills:\n  {json.dumps(name)}: 1\n"
        )

        profile = run("assess", str(path), "--json").document["profile"]

        assert (list(profile["skills"]), profile["goal"]) == ([skill.id], "director")
