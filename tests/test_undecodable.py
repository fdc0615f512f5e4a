from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.files import PROFILE
from tests.running import run

pytestmark = pytest.mark.usefixtures("odd")

COMMANDS = (
    "profile import resume.json --as noor --yes --json",
    "profile import resume.json --as noor --json",
    "profile import resume.json --as noor --yes",
    "profile new noor --support-years 3 --json",
    "profile new noor --support-years 3",
    "profile list --json",
    "profile list",
    "profile show maya --json",
    "profile rename maya mia --json",
    "profile delete maya --yes --json",
    "profile history maya --json",
    "profile note maya Hello --json",
    "profile edit maya --json",
    "plan done coaching=1 maya --proof Notes --json",
    "progress maya --json",
    "assess {odd}/me.yaml --json",
    "assess {odd}/me.yaml",
    "assess {odd}/none.yaml --json",
    "assess {odd}/broken.yaml --json",
    "assess {odd}/broken.yaml",
    "plan {odd}/me.yaml",
    "plan {odd}/me.yaml --output {odd}/plan.txt",
    "plan {odd}/me.yaml --output {odd}/plan.md",
    "plan {odd}/me.yaml --output {odd}/plan.json",
    "plan {odd}/me.yaml --output {odd}/plan.ics",
    "plan {odd}/me.yaml --output {odd}/plan.csv",
    "report {odd}/me.yaml --output {odd}/report.html",
    "report {odd}/me.yaml --output {odd}/report.md",
    "report {odd}/me.yaml --output {odd}/report.json",
    "report {odd}/me.yaml --json",
    "cohort {odd}/clients --json",
    "cohort {odd}/clients",
    "cohort {odd}/clients --csv",
    "cohort {odd}/clients --output {odd}/cohort.html",
    "cohort {odd}/clients --output {odd}/cohort.csv",
    "cohort {odd}/clients --anonymous --json",
    "compare {odd}/me.yaml director --json",
    "what-if {odd}/me.yaml --support-years 9 --json",
    "portfolio maya --json",
    "path {odd}/me.yaml --json",
    "path {odd}/me.yaml",
    "batch {odd}/people.jsonl",
    "batch {odd}/people.jsonl --output {odd}/out.jsonl",
    "batch {odd}/none.jsonl --json",
    "data check {odd}/clients --json",
    "data check {odd}/pack --json",
    "data new {odd}/fresh --json",
    "data new {odd}/fresh",
    "assess maya --data {odd}/pack --json",
    "profile import {odd}/none.json --as x --json",
    "profile import {odd}/broken.yaml --as x --json",
    "ask {odd} --json",
    "role {odd} --json",
    "skill {odd} --json",
    "profile show {odd} --json",
    "profile new {odd} --support-years 3 --json",
    "profile rename maya {odd} --json",
    "assess --name {odd} --support-years 3 --json",
    "assess --name {odd} --support-years 3",
    "plan done coaching=1 maya --proof {odd} --json",
    "profile note maya {odd} --json",
    "{odd} --json",
    "{odd}",
)


@pytest.fixture
def odd(home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Keep everything in a folder whose name is no UTF-8, with another one in the current folder."""
    name = os.fsdecode(b"caf\xe9")
    data = home / name
    try:
        data.mkdir()
    except OSError:
        pytest.skip("this file system has only names that are text")
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    monkeypatch.setenv("XDG_STATE_HOME", str(data / "state"))
    folder = Path(name)
    (folder / "clients").mkdir(parents=True)
    (folder / "pack").mkdir()
    (folder / "pack" / "pack.yaml").write_text("id: x\n")
    for path in (folder / "me.yaml", folder / "clients" / f"{name}.yaml"):
        path.write_text(PROFILE)
    for path in (folder / "broken.yaml", folder / "clients" / "broken.yaml"):
        path.write_text("schema: [\n")
    (folder / "people.jsonl").write_text(
        '{"schema": "careercli/profile@1", "experience": {"support_years": 3}}\n[\n'
    )
    Path("resume.json").write_text('{"basics": {"name": "Noor"}, "work": [{"position": "Agent"}]}')
    profiles = data / "careercli" / "profiles"
    profiles.mkdir(parents=True)
    (profiles / "maya.yaml").write_text(PROFILE)
    return name


@pytest.mark.parametrize("command", COMMANDS)
def test_a_path_that_is_no_text(command: str, odd: str) -> None:
    """Whatever a command says or writes about such a path can be encoded, and it ends as with any other."""
    result = run(*(word.replace("{odd}", odd) for word in command.split()))

    assert result.code != 1, result.err
    result.stdout.decode()
    result.stderr.decode()
