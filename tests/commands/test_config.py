from __future__ import annotations

import os
from pathlib import Path

import pytest

from careercli.errors import ExitCode
from careercli.store import write_whole
from tests.files import write_profile
from tests.running import DAY, run
from tests.system.test_files import mode

FACTS = ("--support-years", "3", "--as-of", DAY)


@pytest.fixture
def settings(home: Path) -> Path:
    """Return the file of the settings, which is not there yet."""
    return home / "data" / "careercli" / "settings.yaml"


def origin(name: str, **env: str) -> tuple[object, str]:
    """Return what holds of a setting, and who says so."""
    document = run("config", "get", name, "--json", env=env).document
    return document["value"], document["from"]


def test_flag_environment_settings_standard(settings: Path) -> None:
    """The first that says anything counts, and the list says which that was."""
    assert origin("ladder") == (None, "standard")
    assert run("config", "set", "ladder", "Customer-Support").code == 0
    assert origin("ladder") == ("customer-support", "settings")
    assert origin("ladder", CAREERCLI_LADDER="mine") == ("mine", "environment")
    assert origin("ladder", CAREERCLI_LADDER="") == (None, "environment")
    flag = run("config", "get", "ladder", "--ladder", "x", "--json", env={"CAREERCLI_LADDER": "y"}).document
    assert (flag["value"], flag["from"]) == ("x", "flag")
    assert mode(settings) == 0o600


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("hours", "6", "hours: 6"),
        ("hours", "2,5 hours", "hours: 2.5"),
        ("goal", "Support Manager", "goal: manager"),
        ("state", "california", "state: CA"),
        ("state", "None", "state: none"),
        ("accessible", "on", "accessible: true"),
        ("color", "Never", "colour: never"),
        ("pager", "less -R", "pager: less -R"),
        ("pager", "none", "pager: ''"),
    ],
)
def test_what_is_chosen_is_kept(settings: Path, name: str, typed: str, kept: str) -> None:
    """A choice is a line of a file to edit, as the program understood it; taken back, it is gone."""
    said = run("config", "set", name, typed)

    assert said.code == 0, said.err
    assert "it was not set" in said.out
    assert settings.read_text() == f"schema: careercli/settings@1\n{kept}\n"
    assert run("config", "unset", name).code == 0
    assert settings.read_text() == "schema: careercli/settings@1\n"


def test_what_was_chosen_before_is_said(settings: Path) -> None:
    """A choice in place of another says which that was; comments stay."""
    write_whole(settings, b"# mine\nschema: careercli/settings@1\nhours: 3 # evenings\n")

    assert run("config", "set", "hours", "5").out == "hours is 5 now; it was 3.\n"
    assert settings.read_text() == "# mine\nschema: careercli/settings@1\nhours: 5 # evenings\n"
    assert run("config", "unset", "hours", "--json").document["before"] == 5.0


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        ("set hours 0", ExitCode.USAGE, "from 0.5 to 80"),
        ("set hours 1 2", ExitCode.USAGE, "--help"),
        ("set accessible perhaps", ExitCode.USAGE, "yes or no"),
        ("set colour blue", ExitCode.USAGE, "auto, always or never"),
        ("set state Californa", ExitCode.USAGE, "Did you mean 'CA'?"),
        ("set goal managr", ExitCode.NOT_FOUND, "Did you mean 'manager'?"),
        ("set ladder stairs", ExitCode.NOT_FOUND, "There is customer-support."),
        ("set data :", ExitCode.USAGE, "config unset data"),
        ("set profile nobody", ExitCode.NOT_FOUND, "careercli profile list"),
        ("get huors", ExitCode.NOT_FOUND, "Did you mean 'hours'?"),
        ("unset x", ExitCode.NOT_FOUND, "careercli config list"),
    ],
)
def test_what_cannot_be_chosen(settings: Path, words: str, code: ExitCode, hint: str) -> None:
    """What is wrong is said with what would be right, and nothing is kept."""
    result = run("config", *words.split())

    assert (result.code, result.out) == (code, "")
    assert hint in result.err
    assert not settings.exists()


def test_get_prints_the_value_alone(settings: Path) -> None:
    """What is not set has what holds for everybody on standard output, and says so beside it."""
    standard = run("config", "get", "hours")

    assert standard.out == "4\n"
    assert standard.err == "Note: hours is not set; this is what holds for everybody.\n"
    run("config", "set", "data", f"a{os.pathsep}b")
    assert run("config", "get", "data").out == f"{Path.cwd() / 'a'}\n{Path.cwd() / 'b'}\n"
    assert run("config", "get", "data").err == ""


def test_hours_and_goal_hold_where_a_profile_begins(settings: Path) -> None:
    """They hold for facts given as flags and for new profiles, after what these say; never for a file."""
    person = write_profile(Path("person.yaml"))
    before = run("plan", str(person), "--as-of", DAY, "--json")
    run("config", "set", "hours", "8")
    run("config", "set", "goal", "director")

    assert run("plan", str(person), "--as-of", DAY, "--json") == before
    assert run("plan", *FACTS, "--json").document["hours_per_week"] == 8
    assert run("plan", *FACTS, "--json").document["goal"] == "director"
    assert run("plan", *FACTS, "--hours", "2", "--json").document["hours_per_week"] == 2
    assert run("plan", *FACTS, "--json", env={"CAREERCLI_HOURS": "3"}).document["hours_per_week"] == 3
    run("profile", "new", "noor", *FACTS)
    noor = run("profile", "show", "noor", "--json").document["profile"]
    assert (noor["hours_per_week"], noor["goal"]) == (8, "director")
    Path("cv.json").write_text('{"basics": {"name": "Lee"}, "work": [{"position": "Support Agent"}]}')
    run("profile", "import", "cv.json", "--as", "lee", "--yes")
    lee = run("profile", "show", "lee", "--json").document["profile"]
    assert (lee["hours_per_week"], lee["goal"]) == (8, "director")
    run("profile", "import", str(person), "--as", "own", "--yes")
    assert run("profile", "show", "own", "--json").document["profile"]["goal"] is None


@pytest.mark.parametrize("text", ["hours: many\naccessible: yes\n", "[", "goal: 7\n", "x: 1\n", "\x00"])
def test_broken_settings_end_no_run(settings: Path, text: str) -> None:
    """They are told with file, line and way out, and do not count; whoever needs none of them goes on."""
    person = write_profile(Path("person.yaml"))
    before = run("assess", str(person), "--as-of", DAY, "--json")
    write_whole(settings, f"schema: careercli/settings@1\n{text}".encode())

    result = run("assess", str(person), "--as-of", DAY, "--json")

    assert (result.code, result.stdout) == (0, before.stdout)
    assert len(result.messages) == 1
    assert "settings.yaml" in result.messages[0]["message"]
    assert result.messages[0]["problems"]
    assert "careercli config unset NAME" in result.messages[0]["hint"]


def test_broken_settings_are_mended(settings: Path) -> None:
    """Taking back the broken choice mends the file; another choice sets it aside, and keeps what is sound."""
    broken = "schema: careercli/settings@1\nhours: 600\ngoal: manager\n"
    write_whole(settings, broken.encode())
    assert run("config", "unset", "hours").code == 0
    assert settings.read_text() == "schema: careercli/settings@1\ngoal: manager\n"

    write_whole(settings, broken.encode())
    assert "broken-1" in run("config", "set", "state", "CA").err
    assert settings.read_text() == "schema: careercli/settings@1\ngoal: manager\nstate: CA\n"
    assert settings.with_name("settings.yaml.broken-1").read_text() == broken


def test_a_wish_of_the_environment_that_cannot_be(home: Path) -> None:
    """It is told once and does not count."""
    result = run("plan", *FACTS, "--json", env={"CAREERCLI_HOURS": "many", "CAREERCLI_GOAL": "astronaut"})

    assert (result.code, result.document["hours_per_week"]) == (0, 4)
    told = [message["message"].partition(" ")[0] for message in result.messages]
    assert told == ["CAREERCLI_HOURS", "Your"]
    assert run("path", env={"CAREERCLI_COLOR": "blue"}).err.startswith("Note: CAREERCLI_COLOR takes auto")


def test_packs_and_ladders_of_the_settings(settings: Path, people: Path) -> None:
    """They hold for every command; what is not there is left out, and said."""
    shop = Path("shop").resolve()
    run("data", "new", str(shop))
    run("config", "set", "data", f"{shop}{os.pathsep}nowhere")
    listed = run("path", "--json", "--as-of", DAY)
    assert "he ladder in use is web-shop" in listed.err
    assert "nowhere, a pack of your settings, is not there" in listed.err
    run("config", "set", "ladder", "customer-support")
    assert "The ladder in use is customer-support, as your settings say." in run("path", "--json").err
    given = run("config", "get", "data", "--data", str(shop), "--json").document
    assert (given["value"], given["from"]) == ([str(shop)], "flag")
    run("config", "unset", "data")
    write_whole(settings, b"schema: careercli/settings@1\nladder: stairs\n")
    assert "no pack brings the ladder of your settings, stairs" in run("path").err


def test_looks(settings: Path) -> None:
    """Colour and plain lines hold as chosen; what says no color in the environment counts before."""
    run("config", "set", "colour", "always")
    assert "\x1b[" in run("path").out
    for env in ({"NO_COLOR": "1"}, {"CLICOLOR": "0"}, {"CAREERCLI_COLOR": "never"}):
        assert "\x1b[" not in run("path", env=env).out
    plain = run("path", "--accessible").out
    run("config", "set", "accessible", "yes")
    assert run("path").out == plain != run("path", env={"CAREERCLI_ACCESSIBLE": "0"}).out


def test_the_interview_offers_what_is_wished_for(settings: Path) -> None:
    """It asks as it always does; goal and hours of the settings are the answers that Enter takes."""
    run("config", "set", "hours", "7")
    run("config", "set", "goal", "director")

    asked = run("advise", "--accessible", stdin="\n" * 8, terminal=True).err

    assert "What is your name?" in asked
    assert "How many years have you worked in customer support" in asked
    assert "Enter takes 7" in asked
    assert "1: Manager" in asked
    goals = asked.partition("Where do you want to get to?")[2]
    director = goals.partition(": Director:")[0].rpartition("\n")[2]
    assert f"Enter takes {director}:" in goals
