"""Text that would like to be more than text: in every field and flag it stays text, and acts on nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.files import write_pack
from tests.running import DAY, Result, run

HOSTILE = {
    "color": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "clear": "\x1b[2J\x1b[H\x1bc",
    "c0": "".join(map(chr, range(0x20))),
    "c1": "\x7f\x80\x9b31m\x9d0;owned\x9c",
    "bidi": "abc\u202edef\u2066ghi\u200fjkl\u061c",
    "lines": "one\n\n\r\ntwo\rthree\u2028four\u2029five",
    "markup": "[bold]b[/bold] [red]r[/] [/bold] [link=http://evil.example]l[/link] [@click=app.bell]c[/]",
    "markup ends": "[/] \\[bold] [[bold]] [not closed",
    "emoji": "👩‍👩‍👧‍👦 :smile: 🏳️‍🌈 e\u0301 \u200b\ufeff",
    "wide": "名前" * 60,
    "long": "x" * 190,
    "zalgo": "Z\u0351\u036b\u0343\u036a\u0302\u036b" * 10,
    "format": "%s %n {0} {name} ${HOME} `id` $(id) \\x1b[31m",
}

RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

SCREENS = (
    ["assess"],
    ["assess", "--full"],
    ["assess", "--accessible"],
    ["plan"],
    ["plan", "--accessible"],
    ["path"],
    ["what-if", "--skill", "crm=4"],
)


def harmless(result: Result) -> None:
    """Check that nothing in a run's output acts on a terminal."""
    for text in (result.out, result.err):
        assert not RAW.search(text)
    assert "Traceback" not in result.err
    assert "unexpected fault" not in result.err


def words(text: str) -> str:
    """Return text without the white space that wrapping puts into it."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> str:
    """Return text that would like to be more than text."""
    text: str = HOSTILE[request.param]
    return text


def person(text: str) -> dict[str, object]:
    """Return a profile with a text in every field that takes one."""
    return {
        "schema": "careercli/profile@1",
        "name": text,
        "title": text,
        "experience": {"support_years": 3},
        "skills": {"ticketing": {"level": 2, "evidence": text}},
        "not_applicable": {"social-media-support": text},
    }


@pytest.mark.parametrize("arguments", SCREENS, ids=" ".join)
def test_profiles(arguments: list[str], hostile: str) -> None:
    """A profile may say what it likes: every screen shows it as text, at every width, in color or not."""
    for columns, env in ((80, {}), (40, {}), (20, {"CLICOLOR_FORCE": "1"})):
        command, *flags = arguments
        result = run(command, "-", *flags, stdin=json.dumps(person(hostile)), columns=columns, env=env)

        assert (result.code, result.err) == (0, "")
        if not env:
            harmless(result)
        else:  # our own colors, and nothing else
            colorless = re.sub(r"\x1b\[[0-9;]*m", "", result.out)
            assert not RAW.search(colorless)
            assert set(re.findall(r"\x1b\[([0-9;]*)m", result.out)) <= {
                "0",
                "1",
                "2",
                "33",
                "36",
                "1;36",
                "32",
            }


@pytest.mark.parametrize("field", ["name", "evidence"])
def test_documents(field: str, hostile: str) -> None:
    """A document keeps the text, made safe, and is one document."""
    result = run("assess", "-", "--json", stdin=json.dumps(person(hostile)))

    harmless(result)
    profile = result.document["profile"]
    kept = profile["name"] if field == "name" else profile["skills"]["ticketing"]["evidence"]
    assert words(kept) == words(RAW.sub("\ufffd", hostile.replace("\r", "\n")))


def test_markup_is_shown_as_it_is_written() -> None:
    """What looks like Rich's markup appears letter for letter."""
    for name in (HOSTILE["markup"], HOSTILE["markup ends"]):
        result = run("assess", "-", stdin=json.dumps({**person("x"), "name": name}), columns=100)

        assert words(name) in words(result.out)


def test_emoji_codes_stay_codes() -> None:
    """':smile:' is seven letters and no picture."""
    assert (
        ":smile:, too little is"
        in run("assess", "-", stdin=json.dumps({**person("x"), "name": ":smile:"})).out
    )


FLAGS = (
    ["assess", "--support-years", "1", "--title", "{}"],
    ["plan", "--support-years", "1", "--title", "{}"],
    ["path", "--support-years", "1", "--title", "{}"],
    ["assess", "--support-years", "{}"],
    ["assess", "--support-years", "1", "--leading-years", "{}"],
    ["assess", "--support-years", "1", "--hours", "{}"],
    ["assess", "--support-years", "1", "--skill", "{}"],
    ["assess", "--support-years", "1", "--skill", "{}=2"],
    ["assess", "--support-years", "1", "--skill", "crm={}"],
    ["assess", "--support-years", "1", "--goal", "{}"],
    ["assess", "--support-years", "1", "--at-least", "{}"],
    ["assess", "--as-of", "{}"],
    ["path", "--data", "{}"],
    ["assess", "{}"],
    ["assess", "{}.yaml"],
    ["what-if", "{}", "--support-years", "1"],
    ["plan", "--format", "{}"],
    ["demo", "{}"],
    ["demo", "dana", "{}"],
    ["skill", "show", "{}"],
    ["skill", "list", "--group", "{}"],
    ["skill", "list", "--tier", "{}"],
    ["skill", "{}"],
    ["data", "check", "{}"],
    ["data", "where", "--data", "{}"],
    ["{}"],
    ["--{}"],
    ["assess", "--{}"],
    ["assess", "--json={}"],
)


@pytest.mark.parametrize("arguments", FLAGS, ids=" ".join)
def test_flags(arguments: list[str], hostile: str, home: Path) -> None:
    """So may every flag and argument: a message repeats it safely, and says one thing."""
    result = run(*(word.replace("{}", hostile.replace("\0", "")) for word in arguments))

    harmless(result)
    assert result.code in {0, 2, 3, 4, 5}
    if result.code:
        assert result.out == ""
        assert len(result.err.splitlines()) <= 3


def test_environment(hostile: str, home: Path) -> None:
    """So may the variables that careercli reads."""
    env = {"CAREERCLI_DATA": hostile.replace("\0", ""), "CAREERCLI_ACCESSIBLE": "0"}

    result = run("path", env=env)

    harmless(result)
    assert result.code in {ExitCode.NOT_FOUND, ExitCode.STORAGE}
    assert result.out == ""


def test_files_with_hostile_names(hostile: str, home: Path) -> None:
    """A file or pack under a hostile name is read, and named safely where it has to be named."""
    name = hostile.replace("\0", "").replace("/", "")[:60] or "x"
    Path(f"{name}.yaml").write_text("schema: careercli/profile@1\nexperience: {support_years: 3}\n")
    Path(f"{name} broken.yaml").write_text("schema: careercli/profile@1\nskils: {}\n")
    write_pack(Path(name))

    for arguments, code in (
        (["assess", f"./{name}.yaml"], 0),
        (["assess", f"./{name} broken.yaml"], ExitCode.INVALID),
        (["data", "check", f"./{name}"], 0),
        (["data", "where", "--data", f"./{name}"], 0),
    ):
        result = run(*arguments)

        assert result.code == code
        harmless(result)


@pytest.mark.slow
def test_packs(hostile: str, home: Path) -> None:
    """A pack may hold hostile text: it is text in lists, in full, and in the problems found in it."""
    from careercli.catalog import builtin_pack

    text = (builtin_pack() / "skills" / "empathy.yaml").read_text()
    name = json.dumps(hostile[:50])
    pack = write_pack(
        Path("pack"), skills_empathy=re.sub("name: .*", lambda _: f"name: {name}", text, count=1)
    )
    wrong = write_pack(
        Path("wrong"), skills_empathy=re.sub("group: .*", lambda _: f"group: {name}", text, count=1)
    )

    for arguments in (
        ["skill", "list"],
        ["skill", "show", "empathy"],
        ["skill", "show", "empathy", "--accessible"],
        ["assess", "--support-years", "0", "--skill", "active-listening=4", "--full", "--as-of", DAY],
        ["data", "export"],
    ):
        result = run(*arguments, "--data", str(pack))
        harmless(result)
        assert result.code in {0, ExitCode.INVALID}
    result = run("data", "check", str(wrong))
    harmless(result)
    assert result.code == ExitCode.INVALID
