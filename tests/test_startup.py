"""What a start loads: every module is a price that whoever calls careercli in a loop pays."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.files import AD, PROFILE
from tests.running import run_process

PROGRAM = (
    "import os, sys; os._exit = sys.exit; from careercli.__main__ import main\n"  # so that there is an end
    "try:\n    main()\n"
    "finally:\n    print('modules', *sorted(sys.modules), file=sys.stderr)\n"
)

READING = {"pypdf", "docx", "lxml", "charset_normalizer"}
"""What only files that are PDF, Word, HTML or in an old encoding need."""

HEAVY = {
    "rich",
    "questionary",
    "prompt_toolkit",
    "yaml",
    "hypothesis",
    "pydantic",
    "typing_extensions",
    "pygments",
    "markdown_it",
    "rapidfuzz",
} | READING


def loaded(*arguments: str, stdin: bytes = b"", whole: bool = False) -> set[str]:
    """Return the top-level packages that a run of careercli loads; with ``whole``, every module."""
    words = " ".join(f"'{word}'" for word in arguments)
    result = run_process(stdin=stdin, how=f'"$1" -c "{PROGRAM}" {words}')
    assert result.code == 0, result.err
    modules = result.err.splitlines()[-1].split()
    assert modules[0] == "modules"
    return set(modules[1:]) if whole else {module.partition(".")[0] for module in modules[1:]}


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """Have the catalog compiled and kept, as it is after the first run or in an installed wheel."""
    assert run_process("path").code == 0


@pytest.fixture
def profile(tmp_path: Path) -> str:
    """Return the path of a profile in JSON."""
    path = tmp_path / "profile.json"
    path.write_text(json.dumps({"schema": "careercli/profile@1", "experience": {"support_years": 3}}))
    return str(path)


def test_version_loads_nothing() -> None:
    """The version is told before anything is loaded that takes time."""
    assert not loaded("--version") & (HEAVY | {"typer", "msgspec", "platformdirs", "pathlib"})


@pytest.mark.parametrize("command", ["assess", "plan", "path"])
def test_documents_draw_nothing(command: str, profile: str) -> None:
    """A document from a JSON profile loads neither what draws, nor what asks, nor what reads YAML."""
    assert not loaded(command, profile, "--json") & HEAVY


@pytest.mark.parametrize(
    "arguments",
    [
        ["assess", "--support-years", "3", "--json"],
        ["what-if", "{profile}", "--support-years", "+1", "--json"],
        ["path", "--json"],
        ["demo", "--json"],
        ["demo", "dana", "--json"],
        ["skill", "list", "--json"],
        ["skill", "show", "coaching", "--json"],
        ["profile", "list", "--json"],
        ["profile", "default"],
        ["data", "export"],
        ["data", "where"],
        ["data", "schema"],
        ["data", "schema", "catalog"],
        ["data", "sources", "--json"],
        ["--help"],
        ["assess", "--help"],
    ],
    ids=" ".join,
)
def test_what_needs_no_drawing_loads_none(arguments: list[str], profile: str) -> None:
    """So does every other command that prints a document, lines or help."""
    assert not loaded(*(word.format(profile=profile) for word in arguments)) & HEAVY


@pytest.mark.parametrize(
    "arguments", [["match", "{ad}"], ["plan", "--for", "{ad}"], ["match", "{ad}", "{ad}2"]]
)
def test_an_advertisement_in_text_loads_what_reads_text(arguments: list[str], tmp_path: Path) -> None:
    """A text is matched without what draws, asks, or reads other files; nothing is looked up or kept."""
    ad = tmp_path / "job.txt"
    for path in (ad, tmp_path / "job.txt2"):
        path.write_text(AD)
    words = [word.format(ad=ad) for word in arguments]
    modules = loaded(*words, "--support-years", "3", "--json", whole=True)

    assert not {name.partition(".")[0] for name in modules} & HEAVY
    assert not {name for name in modules if name.startswith(("careercli.store", "careercli.interview"))}
    assert not modules & {"careercli.reading.process", "careercli.advertisements.page"}
    assert not modules & {"json", "secrets", "hashlib", "sqlite3", "careercli.cli.second_opinions"}


@pytest.mark.parametrize("command", ["assess", "plan"])
def test_a_profile_loads_nothing_of_advertisements_or_guides(command: str, profile: str) -> None:
    """What somebody is told of themselves loads neither what is read of ads nor what there is to read."""
    modules = loaded(command, profile, "--json", whole=True)
    rooms = r"advertisements|reading|search|domain\.(guide|match|opinion)|cli\.(papers|second_opinions)"

    assert not {name for name in modules if re.match(rf"careercli\.({rooms})", name)}
    assert not modules & {"json", "secrets", "hashlib", "sqlite3"}


def test_a_file_loads_nothing_of_saved_profiles(profile: str) -> None:
    """An assessment of a file looks at no saved profile, and remembers nothing."""
    modules = loaded("assess", profile, "--json", whole=True)

    assert "careercli.cli.profile_source" in modules
    assert not {name for name in modules if re.match(r"careercli\.(store|remembering|domain\.history)", name)}
    assert "platformdirs" not in modules


def test_accessible_lines_ask_nothing(profile: str) -> None:
    """Lines for a screen reader load nothing that asks."""
    assert not loaded("assess", profile, "--accessible") & (HEAVY - {"rich", "pygments", "markdown_it"})


def test_screens_load_what_draws_and_nothing_more(profile: str) -> None:
    """A screen loads what draws, and neither what asks nor what reads YAML."""
    modules = loaded("assess", profile)

    assert "rich" in modules
    assert not modules & (HEAVY - {"rich"})


def test_yaml_is_loaded_where_it_is_read() -> None:
    """A profile in YAML is what loads the reader of YAML; this shows that the tests above could fail."""
    assert "yaml" in loaded("assess", "-", "--json", stdin=PROFILE.encode())


def test_only_what_must_be_guessed_loads_what_guesses(tmp_path: Path) -> None:
    """A text in UTF-8 loads none of the libraries that read files; a PDF loads them in another process."""
    text, pdf = tmp_path / "cv.txt", tmp_path / "cv.pdf"
    text.write_text("Dana")
    pdf.write_bytes(b"%PDF-1.4")
    code = (
        "import sys; from pathlib import Path; from careercli.errors import InvalidDataError\n"
        "from careercli.reading.document import read_lines\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n        read_lines(Path(name))\n"
        "    except InvalidDataError:\n        pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code, text, pdf], capture_output=True, text=True, check=True)

    assert not set(done.stdout.split()) & READING


def test_settings_load_no_yaml(tmp_path: Path, profile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings as careercli writes them are read in every run, and load nothing that takes time."""
    folder = tmp_path / "data" / "careercli"
    folder.mkdir(parents=True)
    (folder / "settings.yaml").write_text("schema: careercli/settings@1\nhours: 6\ngoal: manager\n")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    modules = loaded("assess", profile, "--json", whole=True)

    assert "careercli.formats.settings" in modules
    assert not {name.partition(".")[0] for name in modules} & (HEAVY | {"platformdirs"})


def test_a_question_loads_no_guide() -> None:
    """Passages and their index are kept; a word that is mistyped loads nothing that compares texts."""
    assert run_process("ask", "can I work from home?").code == 0
    modules = loaded("ask", "how do I handel angry custmers", "--json", whole=True)

    assert not {name.partition(".")[0] for name in modules} & HEAVY
    assert not modules & {"careercli.domain.guide", "careercli.text.passages", "careercli.domain.ad_words"}
