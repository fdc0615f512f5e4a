from __future__ import annotations

import shlex
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercli.cli.context import Session
from careercli.cli.facts import Facts
from careercli.cli.output import Settings
from careercli.cli.profile_source import Subject
from careercli.domain.model import Catalog, Profile
from careercli.errors import ExitCode, NotFoundError, UsageError
from careercli.formats.lookup import find_skill, find_tier
from careercli.formats.text import clean
from tests.files import PROFILE, write_profile
from tests.running import run

PERSON = Profile(
    support_years=6.5,
    leading_years=1.0,
    title="Team Lead",
    goal="director",
    skills={"ticketing": 3, "coaching": 1},
    not_applicable={"social-media-support": "No such channels"},
)

ANY_TEXT = st.text() | st.from_regex(r"[+-]?[0-9]{0,8}(\.[0-9]{0,8})?", fullmatch=True)


def test_facts_lie_over_a_profile(catalog: Catalog) -> None:
    """What is given takes the place of what the profile says; the rest stays."""
    facts = Facts(
        title="Supervisor",
        support_years="7",
        leading_years="0",
        leads=True,
        skills=["Coaching=2", "crm=0"],
        goal="MANAGER",
        hours="2.5",
    )

    assert facts.over(PERSON, catalog) == msgspec.structs.replace(
        PERSON,
        title="Supervisor",
        support_years=7.0,
        leading_years=0.0,
        leads_people=True,
        skills={"ticketing": 3, "coaching": 2, "crm": 0},
        goal="manager",
        hours_per_week=2.5,
    )


def test_facts_of_the_job(catalog: Catalog) -> None:
    """The job held, its team, part time and what was led elsewhere are facts as others are."""
    facts = Facts(leading_elsewhere_years="2,5", part_time="60 %", employed=True, team="12 people")

    assert facts.over(PERSON, catalog) == msgspec.structs.replace(
        PERSON,
        leading_elsewhere_years=2.5,
        part_time_share=0.6,
        employed=True,
        team=12,
        leads_people=True,
    )


@pytest.mark.parametrize(
    ("said", "facts", "job"),
    [
        ((None, False, None), Facts(team="5"), (None, True, 5)),
        ((None, True, 5), Facts(team="0"), (None, False, 0)),
        ((None, True, None), Facts(team="0", leads=True), (None, True, 0)),
        ((False, False, None), Facts(team="5"), (True, True, 5)),
        ((True, True, 5), Facts(employed=False), (False, False, None)),
        ((None, True, 5), Facts(employed=False, team="0"), (False, False, 0)),
        ((False, False, None), Facts(employed=True), (True, False, None)),
        ((True, True, 5), Facts(leads=False), (True, False, None)),
        ((True, True, 5), Facts(leads=True), (True, True, 5)),
        ((None, False, 0), Facts(leads=True), (None, True, None)),
        ((None, False, 0), Facts(leads=False), (None, False, 0)),
    ],
    ids=str,
)
def test_what_is_said_of_the_job_takes_back_what_is_against_it(
    said: tuple[bool | None, bool, int | None],
    facts: Facts,
    job: tuple[bool | None, bool, int | None],
    catalog: Catalog,
) -> None:
    """A team leads people, and nobody between jobs has one; the profile never contradicts itself."""
    names = ("employed", "leads_people", "team")
    person = msgspec.structs.replace(PERSON, **dict(zip(names, said, strict=True)))

    changed = facts.over(person, catalog)

    assert tuple(getattr(changed, name) for name in names) == job


@pytest.mark.parametrize(
    ("facts", "option"),
    [(Facts(team="5", leads=False), "--no-leads"), (Facts(team="5", employed=False), "--between-jobs")],
)
def test_facts_that_contradict_each_other(facts: Facts, option: str, catalog: Catalog) -> None:
    """A team and what says that there is none are not both taken."""
    with pytest.raises(UsageError, match=f"^{option} and --team 5 contradict each other") as caught:
        facts.over(PERSON, catalog)

    assert caught.value.hint == "Without a team leave --team out, or say --team 0."


def test_nobody_leads_between_jobs(catalog: Catalog) -> None:
    """Said together it contradicts itself; said of somebody between jobs, leading means a job again."""
    with pytest.raises(UsageError, match="--between-jobs and --leads contradict each other"):
        Facts(employed=False, leads=True).over(PERSON, catalog)

    between = msgspec.structs.replace(PERSON, employed=False, team=None, leads_people=False)
    changed = Facts(leads=True).over(between, catalog)
    assert (changed.employed, changed.leads_people) == (True, True)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (Facts(team="-1"), "--team takes a number from 0 to 100000, not -1."),
        (Facts(team="2.5"), "--team takes a whole number of people, not 2.5."),
        (Facts(team="many"), "--team takes a number from 0 to 100000, not 'many'."),
        (Facts(part_time="60"), "--part-time takes a number from 0.1 to 1, not 60."),
        (Facts(part_time="5 %"), "--part-time takes a number from 0.1 to 1, not 5 %."),
        (Facts(part_time="half"), "--part-time takes a number from 0.1 to 1, not 'half'."),
        (
            Facts(leading_elsewhere_years="61"),
            "--leading-elsewhere-years takes a number from 0 to 60, not 61.",
        ),
    ],
    ids=str,
)
def test_facts_of_the_job_that_are_none(facts: Facts, message: str, catalog: Catalog) -> None:
    """Each says what it takes."""
    with pytest.raises(UsageError) as caught:
        facts.over(PERSON, catalog)

    assert caught.value.message == message


def test_no_facts_change_nothing(catalog: Catalog) -> None:
    """A profile with nothing laid over it is itself."""
    assert not Facts().given
    assert Facts().over(PERSON, catalog) == PERSON


def test_zero_and_no_are_facts(catalog: Catalog) -> None:
    """0 years, level 0 and --no-leads are answers, not silence."""
    leads = msgspec.structs.replace(PERSON, leads_people=True)

    assert Facts(support_years="0").over(PERSON, catalog).support_years == 0
    assert Facts(skills=["ticketing=0"]).over(PERSON, catalog).skills["ticketing"] == 0
    assert not Facts(leads=False).over(leads, catalog).leads_people


def test_a_rating_takes_the_place_of_not_applicable(catalog: Catalog) -> None:
    """A skill that is rated by a flag is no longer marked as not applicable."""
    changed = Facts(skills=["social-media-support=1"]).over(PERSON, catalog)

    assert changed.not_applicable == {}
    assert changed.skills["social-media-support"] == 1


def test_an_empty_title_is_none(catalog: Catalog) -> None:
    """--title '' takes the title away."""
    assert Facts(title="  \n ").over(PERSON, catalog).title is None


@pytest.mark.parametrize(
    ("facts", "name", "value"),
    [
        (Facts(support_years="+1.5"), "support_years", 8.0),
        (Facts(support_years="-2"), "support_years", 4.5),
        (Facts(support_years="+6 months"), "support_years", 7.0),
        (Facts(support_years="+0,5"), "support_years", 7.0),
        (Facts(support_years="-50"), "support_years", 0.0),
        (Facts(support_years="+60"), "support_years", 60.0),
        (Facts(leading_years="3"), "leading_years", 3.0),
        (Facts(hours="+2"), "hours_per_week", 6.0),
        (Facts(team="+3"), "team", 3),
        (Facts(part_time="-20 %"), "part_time_share", 0.8),
        (Facts(leading_elsewhere_years="+1"), "leading_elsewhere_years", 1.0),
        (Facts(hours="-60"), "hours_per_week", 0.5),
        (Facts(skills=["coaching=+1"]), "skills", {"ticketing": 3, "coaching": 2}),
        (Facts(skills=["coaching=+9"]), "skills", {"ticketing": 3, "coaching": 4}),
        (Facts(skills=["coaching=-3"]), "skills", {"ticketing": 3, "coaching": 0}),
        (Facts(skills=["crm=+2"]), "skills", {"ticketing": 3, "coaching": 1, "crm": 2}),
    ],
    ids=str,
)
def test_signs_add_where_facts_are_relative(catalog: Catalog, facts: Facts, name: str, value: object) -> None:
    """In a what-if a number with a sign changes what the profile says, within its range."""
    assert getattr(facts.over(PERSON, catalog, relative=True), name) == value


@pytest.mark.parametrize("option", ["support_years", "leading_years"])
@pytest.mark.parametrize(
    "text",
    [
        *("abc", "", " ", "nan", "NaN", "inf", "-inf", "1e1", "0x1", "1_0", "1,500", "3 hours", "--3", "+-3"),
        *("-1", "-0.1", "60.5", "61", "1.", ".5", "1.23456789", "9" * 5000, "1" + "0" * 400),
        *("\uff11\uff12", "\u0663", "\u00b2"),  # digits of other kinds
    ],
    ids=lambda text: text[:12],
)
def test_years_that_are_none(catalog: Catalog, option: str, text: str) -> None:
    """Years are a plain number from 0 to 60; everything else is wrong usage that names the option."""
    flag = f"--{option.replace('_', '-')}"

    with pytest.raises(UsageError, match=f"^{flag} takes a number from 0 to 60, not .{{0,70}}$"):
        Facts(**{option: text}).over(PERSON, catalog)


@pytest.mark.parametrize("text", ["0", "0.0", "60", "60.0", "007", " 3 ", "+3", "0.5", "59.999999"])
def test_years_at_the_edge(catalog: Catalog, text: str) -> None:
    """Every number from 0 to 60 is taken as it is."""
    assert Facts(support_years=text).over(PERSON, catalog).support_years == float(text)


@pytest.mark.parametrize(
    ("facts", "name", "value"),
    [
        (Facts(support_years="3,5"), "support_years", 3.5),
        (Facts(support_years="4 yrs", leading_years="18 months"), "leading_years", 1.5),
        (Facts(hours="90 min a week"), "hours_per_week", 1.5),
    ],
)
def test_numbers_as_the_interview_takes_them(catalog: Catalog, facts: Facts, name: str, value: float) -> None:
    """With a comma or a unit: one parser reads both."""
    assert getattr(facts.over(PERSON, catalog), name) == value


@pytest.mark.parametrize("text", ["0", "0.4", "81", "-4", "lots", "nan"])
def test_hours_that_are_none(catalog: Catalog, text: str) -> None:
    """Hours a week are from half an hour to 80."""
    with pytest.raises(UsageError, match=r"--hours takes a number from 0\.5 to 80"):
        Facts(hours=text).over(PERSON, catalog)


@pytest.mark.parametrize("level", ["5", "-1", "abc", "", "nan", "inf", "9" * 400, "①"])
def test_levels_that_are_none(catalog: Catalog, level: str) -> None:
    """A level outside 0 to 4 is wrong usage that names the skill."""
    with pytest.raises(UsageError, match="--skill ticketing takes a number from 0 to 4, not"):
        Facts(skills=[f"ticketing={level}"]).over(PERSON, catalog)


def test_half_levels(catalog: Catalog) -> None:
    """Nobody stands between two levels."""
    with pytest.raises(UsageError, match=r"--skill ticketing takes a whole level from 0 to 4, not 2\.5"):
        Facts(skills=["ticketing=2.5"]).over(PERSON, catalog)


@pytest.mark.parametrize("pair", ["ticketing", "=2", " =2", "", "ticketing:2", "ticketing 2"])
def test_skills_without_a_level(catalog: Catalog, pair: str) -> None:
    """--skill wants both a skill and a level, and shows how."""
    with pytest.raises(UsageError, match="--skill takes ID=LEVEL, not") as caught:
        Facts(skills=[pair]).over(PERSON, catalog)

    assert caught.value.hint == "As in --skill ticketing=2."


def test_a_skill_named_twice(catalog: Catalog) -> None:
    """One skill under two of its names is said, not silently decided."""
    with pytest.raises(UsageError, match="--skill names coaching twice: 'coaching=2' and 'MENTORING=3'"):
        Facts(skills=["coaching=2", "MENTORING=3"]).over(PERSON, catalog)


@pytest.mark.parametrize(
    "name", ["coaching", "Coaching", "  coaching  ", "MENTORING", "Coaching and   mentoring"]
)
def test_names_of_skills(catalog: Catalog, name: str) -> None:
    """A skill answers to its id, its name and its aliases, in any case."""
    assert find_skill(catalog, name) == "coaching"


def test_every_name_in_the_role_data(catalog: Catalog) -> None:
    """Every id, name and alias of a skill or tier leads to it, in any case."""
    for name, skill in catalog.skill_names.items():
        assert find_skill(catalog, name.upper()) == skill
    for name, tier in catalog.tier_names.items():
        assert find_tier(catalog, name.upper()).id == tier


@pytest.mark.parametrize("name", ["director", "DIRECTOR", "Director of Customer Support", "director "])
def test_names_of_tiers(catalog: Catalog, name: str) -> None:
    """So does a tier."""
    assert find_tier(catalog, name).id == "director"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("ticketting", "Did you mean 'ticketing'?"),
        ("Coachng", "Did you mean 'coaching'?"),
        ("zzzzzz", "See 'careercli skill list'."),
        ("", "See 'careercli skill list'."),
    ],
)
def test_unknown_skills(catalog: Catalog, name: str, hint: str) -> None:
    """An unknown skill is not found; the nearest is offered, by its id, and never taken."""
    with pytest.raises(NotFoundError, match="There is no skill") as caught:
        find_skill(catalog, name)

    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("name", "hint"),
    [("directr", "Did you mean 'director'?"), ("ceo of mars", "See 'careercli path'.")],
)
def test_unknown_tiers(catalog: Catalog, name: str, hint: str) -> None:
    """So is an unknown tier."""
    with pytest.raises(NotFoundError, match="There is no tier") as caught:
        find_tier(catalog, name)

    assert caught.value.hint == hint


def test_any_text_is_a_fact_or_a_message(catalog: Catalog) -> None:
    """Whatever is typed gives a profile within its ranges, or a message on one short line."""

    @given(name=ANY_TEXT, number=ANY_TEXT, relative=st.booleans())
    @example(name="", number="+9", relative=True)
    def holds(name: str, number: str, relative: bool) -> None:
        attempts = [
            Facts(title=name, goal="manager"),
            Facts(support_years=number, leading_years="1", hours="3"),
            Facts(hours=number),
            Facts(goal=name),
            Facts(skills=[name]),
            Facts(skills=[f"coaching={number}"]),
        ]
        for facts in attempts:
            message, person = _outcome(facts, catalog, relative=relative)
            assert len(message) < 200
            assert "\n" not in message
            assert clean(message) == message
            assert 0 <= person.support_years <= 60
            assert 0.5 <= person.hours_per_week <= 80
            assert all(level in range(5) for level in person.skills.values())

    holds()


def _outcome(facts: Facts, catalog: Catalog, *, relative: bool) -> tuple[str, Profile]:
    try:
        return "", facts.over(PERSON, catalog, relative=relative)
    except (UsageError, NotFoundError) as error:
        return error.message, PERSON


@pytest.mark.parametrize(
    ("name", "facts", "packs", "line"),
    [
        ("dana.yaml", Facts(), (), "careercli plan dana.yaml"),
        ("-", Facts(), (), "careercli plan -"),
        (None, Facts(), (), "careercli plan"),
        ("my profile.yaml", Facts(), (), "careercli plan 'my profile.yaml'"),
        (
            None,
            Facts(support_years="3", leads=False, skills=["crm=2"]),
            (),
            "careercli plan --support-years 3 --no-leads --skill crm=2",
        ),
        (
            "dana.yaml",
            Facts(title="Lead"),
            (Path("pack"),),
            "careercli plan dana.yaml --title Lead --data pack",
        ),
        ("x" * 90 + ".yaml", Facts(), (), f"careercli plan {'x' * 90}.yaml"),
        ("a\x1b[31m\n.yaml", Facts(), (), "careercli plan 'a\ufffd[31m .yaml'"),
    ],
    ids=str,
)
def test_the_next_command(name: str | None, facts: Facts, packs: tuple[Path, ...], line: str) -> None:
    """The next command for the same person can be typed as it is shown."""
    session = Session(None, None, None, {}, Settings(packs=packs))

    assert Subject(session, name, facts).command("plan") == line


def test_facts_survive_being_typed_again() -> None:
    """A fact of every kind appears in the next command."""
    facts = Facts(
        title="T",
        support_years="1",
        leading_years="2",
        leading_elsewhere_years="3",
        part_time="60 %",
        employed=True,
        team="4",
        leads=True,
        skills=["crm=1", "coaching=2"],
        goal="director",
        hours="5",
    )

    assert shlex.join(facts.as_options) == (
        "--title T --support-years 1 --leading-years 2 --leading-elsewhere-years 3 --part-time '60 %' "
        "--team 4 --goal director --hours 5 --employed --leads --skill crm=1 --skill coaching=2"
    )
    assert Facts(employed=False, leads=False).as_options == ["--between-jobs", "--no-leads"]


def years_of(*arguments: str, stdin: bytes = b"") -> object:
    """Return the support years of the person that a command is about."""
    result = run("assess", *arguments, "--json", stdin=stdin)
    assert (result.code, result.err) == (0, "")
    return result.document["profile"]["experience"]["support_years"]


def test_where_a_profile_comes_from(home: Path) -> None:
    """A YAML file, a JSON file, standard input in either form, a saved name, and flags are all the same."""
    folder = Path.cwd()
    write_profile(folder / "a.yaml", years=1)
    write_profile(folder / "b.yml", years=2)
    (folder / "c.json").write_text('{"schema": "careercli/profile@1", "experience": {"support_years": 3}}')
    write_profile(folder / "no-suffix", years=4)
    _save(home, "dana", years=5)

    assert years_of("a.yaml") == 1
    assert years_of("b.yml") == 2
    assert years_of("c.json") == 3
    assert years_of("./no-suffix") == 4
    assert years_of("no-suffix") == 4
    assert years_of("dana") == 5
    assert years_of("-", stdin=PROFILE.encode()) == 3
    assert years_of("-", stdin=(folder / "c.json").read_bytes()) == 3
    assert years_of("--support-years", "6") == 6
    assert years_of("a.yaml", "--support-years", "7") == 7


def test_what_lies_here_does_not_hide_a_saved_profile(home: Path) -> None:
    """A file without an ending, as a folder, may be called as somebody is; as a path it is meant."""
    _save(home, "dana", years=5)
    write_profile(Path("dana"), years=4)

    assert years_of("dana") == 5
    assert years_of("./dana") == 4
    assert run("plan", "done", "coaching=1", "dana", "--proof", "A talk").code == ExitCode.DONE


def _save(home: Path, name: str, *, years: float) -> None:
    folder = home / "data" / "careercli" / "profiles"
    folder.mkdir(parents=True, exist_ok=True)
    write_profile(folder / f"{name}.yaml", years=years)


def test_which_profile_wins(home: Path) -> None:
    """What is named wins over flags alone, flags alone over the default profile."""
    _save(home, "default", years=1)
    write_profile(Path("a.yaml"), years=2)

    assert years_of() == 1
    assert years_of("--support-years", "3") == 3
    assert years_of("a.yaml") == 2
    assert years_of("default", "--title", "Agent") == 1


def test_flags_alone_take_nothing_from_the_default_profile(home: Path) -> None:
    """Facts given without PROFILE are the whole person."""
    _save(home, "default", years=9)

    result = run("assess", "--title", "Agent")

    assert (result.code, result.out) == (ExitCode.NEEDS_INPUT, "")
    assert result.err == (
        "careercli: How many years of customer support is not given.\n"
        "  Add --support-years NUMBER; 0 is a number too.\n"
    )


@pytest.mark.parametrize("command", ["assess", "plan"])
def test_no_profile_at_all(command: str, home: Path) -> None:
    """Without a profile, facts or a default profile, what to give is said."""
    result = run(command)

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert result.err == (
        "careercli: No profile is given, and no default profile is saved.\n"
        "  Name a file, give facts such as --support-years 3, or run 'careercli advise'.\n"
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("dna", "Did you mean 'dana'?"),
        ("maya", "maya is a built-in person: careercli demo maya"),
        ("qqqq", "Give a path to a YAML or JSON file, or '-' for standard input."),
    ],
)
def test_a_saved_name_that_is_not_there(name: str, hint: str, home: Path) -> None:
    """A name that nothing is saved under is not found; the nearest is offered and not taken."""
    _save(home, "dana", years=1)

    result = run("assess", name)

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert result.err == f"careercli: There is no saved profile or file '{name}'.\n  {hint}\n"


def test_years_of_leading_are_years_of_support(home: Path) -> None:
    """More leading than support years can hardly be meant: the result stands, and a note says so."""
    write_profile(Path("a.yaml"), years=1)

    for arguments in (["assess", "a.yaml"], ["plan", "a.yaml"], ["path", "a.yaml"], ["what-if", "a.yaml"]):
        result = run(*arguments, "--leading-years", "3")

        assert result.code == 0
        assert result.err.startswith("Note: there are more leading years than support years.")
        assert result.out
    assert run("assess", "a.yaml", "--leading-years", "1").err == ""


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["assess", ""], "PROFILE"),
        (["plan", ""], "PROFILE"),
        (["report", ""], "PROFILE"),
        (["compare", "", "manager"], "A"),
        (["compare", "manager", ""], "B"),
        (["cohort", ""], "One of PATHS"),
        (["batch", ""], "IN"),
        (["batch", "-", ""], "OUT"),
        (["batch", "-", "--dask", ""], "--dask"),
        (["path", "--data", ""], "--data"),
        (["data", "check", ""], "DIR"),
        (["data", "new", ""], "DIR"),
        (["data", "schema", "--all", ""], "--all"),
        (["profile", "import", "", "--as", "noor"], "FILE"),
    ],
    ids=" ".join,
)
def test_an_empty_name_is_a_variable_that_is_not_set(words: list[str], what: str, home: Path) -> None:
    """It is neither this folder nor the profiles in it, though a path that is empty would be."""
    write_profile(Path("a.yaml"), years=1)
    result = run(*words)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert result.err == f"careercli: {what} is empty.\n  Is a variable of your script not set?\n"
    assert [path.name for path in Path().iterdir()] == ["a.yaml"]
