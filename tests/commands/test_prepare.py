"""Papers for the next move: on the screen, as files, for a tier or an ad, filled and without names."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from careercli.domain.model import Catalog
from careercli.domain.paper import PaperKind
from careercli.errors import ExitCode
from careercli.formats.profiles import to_yaml
from tests.files import LEAD_AD
from tests.interview.keeping import keep
from tests.reports import people_of
from tests.running import DAY, run

KINDS = get_args(PaperKind)


@pytest.fixture(autouse=True)
def _saved(home: Path, tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("dana", to_yaml(people_of(catalog)["dana"]))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    Path("job.txt").write_text(LEAD_AD)


def flat(text: str) -> str:
    """Return text as it reads, without its lines."""
    return " ".join(text.split())


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_in_every_form(kind: str) -> None:
    """A screen, Markdown, a page and a document say the same."""
    screen = flat(run("prepare", kind, "dana", "--as-of", DAY).out)
    document = run("prepare", kind, "dana", "--as-of", DAY, "--json").document
    markdown = run("prepare", kind, "dana", "--as-of", DAY, "--format", "md").out
    assert run("prepare", kind, "dana", "--as-of", DAY, "-o", "paper.html").code == 0
    page = Path("paper.html").read_text()

    assert document["schema"] == "careercli/paper@1"
    assert (document["kind"], document["name"]) == (kind, "Dana Reyes")
    sent = any(part["for_others"] for part in document["parts"])
    for part in document["parts"]:
        assert flat(part["title"]) in screen
        in_file = part["for_others"] or not sent
        assert (f"## {part['title']}" in markdown.replace("\\", "")) is in_file
        assert (f'id="{part["id"]}"' in page) is in_file
    for hole in document["holes"]:
        assert flat(hole["question"]) in screen


def test_for_a_tier_or_an_ad() -> None:
    """A tier's id wins over a file of that name; a file is read as an advertisement."""
    Path("manager").write_text(LEAD_AD)

    assert run("prepare", "case", "dana", "--for", "manager", "--json").document["tier"] == "manager"
    ad = run("prepare", "letter", "dana", "--for", "job.txt", "--json").document
    assert (ad["tier"], ad["ad"]) == ("team-lead", "Customer Support Team Lead")
    assert run("prepare", "letter", "dana", "--for", "./manager", "--json").document["tier"] == "team-lead"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("none.txt", "There is no file none.txt."),
        ("ads/none", "There is no file ads/none."),
        ("wizard", "There is no tier 'wizard'."),
        ("Sr. Wizard", "There is no tier 'Sr. Wizard'."),
    ],
)
def test_for_what_is_not_there(wanted: str, said: str) -> None:
    """With an ending or a slash it was meant as a file, else as a tier."""
    result = run("prepare", "letter", "dana", "--for", wanted)
    assert result.code == ExitCode.NOT_FOUND
    assert said in result.err


def test_from_facts() -> None:
    """Without a profile, from what is given as flags."""
    out = run("prepare", "pay", "--support-years", "3", "--for", "specialist").out

    assert "$44,770" in out


def test_answers_become_evidence() -> None:
    """One after the other; what is passed over stays open, and the paper is made anew with the others."""
    before = run("prepare", "bullets", "dana", "--json", "--as-of", DAY).document
    fillable = [hole for hole in before["holes"] if hole["skill"]]
    answers = ["over six months", "", *[""] * len(fillable)]
    result = run(
        "prepare",
        "bullets",
        "dana",
        "--fill",
        "--accessible",
        "--as-of",
        DAY,
        stdin="\n".join(answers) + "\n",
        terminal=True,
    )

    assert result.code == 0, result.err
    evidence = run("profile", "show", "dana", "--json").document["profile"]["skills"]
    texts = [entry["evidence"] for entry in evidence.values() if entry["evidence"]]
    assert any(text.endswith("over six months") for text in texts)
    assert "Over six months" in flat(result.out)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["interview", "dana", "--for", "astronaut"], ExitCode.NOT_FOUND),
        (["letter", "dana", "--for", "nothing.txt"], ExitCode.NOT_FOUND),
        (["letter", "dana", "--for", ""], ExitCode.USAGE),
        (["bullets", "dana", "--fill"], ExitCode.NEEDS_INPUT),
        (["bullets", "dana", "--fill", "--anonymous"], ExitCode.USAGE),
        (["case", "nobody"], ExitCode.NOT_FOUND),
        (["case", "dana", "-o", "case.pdf"], ExitCode.USAGE),
        (["wages", "dana"], ExitCode.USAGE),
        (["bullets", "--support-years", "3", "--fill"], ExitCode.USAGE),
    ],
)
def test_wrong_usage(words: list[str], code: ExitCode) -> None:
    """Each has its message and exit code."""
    assert run("prepare", *words).code == code


def test_without_names() -> None:
    """No name, address or number of anybody else leaves the profile; tools, months and short forms stay."""
    Path("noor.yaml").write_text("""schema: careercli/profile@1
name: Noor Haddad
title: Agent
experience: {support_years: 3}
skills:
  crm:
    level: 3
    evidence: Moved Initech from Salesforce to Zendesk in May with Ana Silva, CSAT up 9 %
  coaching:
    level: 2
    evidence: "Wrote to ana.silva@initech.example about case #48151, phone +1 212 555 0100"
""")
    out = flat(run("prepare", "bullets", "noor.yaml", "--anonymous").out)

    assert not re.search(r"Noor|Haddad|Initech|Silva|48151|555|@", out)
    assert "from Salesforce to Zendesk in May" in out
    assert "CSAT up 9 %" in out


def test_a_json_resume_comes_back_unchanged() -> None:
    """Any theme prints it, and imported it is the same profile."""
    result = run("prepare", "bullets", "dana", "--resume", "resume.json", "--as-of", DAY)
    assert result.code == 0, result.err
    resume = json.loads(Path("resume.json").read_text())
    assert resume["basics"] == {"name": "Dana Reyes", "label": "Customer Support Team Lead"}
    assert "Three of my agents were promoted" in resume["work"][0]["highlights"]
    assert {"name", "level"} == set(resume["skills"][0])

    assert run("profile", "import", "resume.json", "--as", "back", "--yes").code == 0
    back, dana = (run("profile", "show", name, "--json").document["profile"] for name in ("back", "dana"))
    assert back == dana
    again = run("prepare", "bullets", "back", "--resume", "again.json", "--as-of", DAY)
    assert again.code == 0
    assert Path("again.json").read_bytes() == Path("resume.json").read_bytes()


def test_without_evidence_there_is_a_first_question() -> None:
    """Whoever has written nothing down is told so, and asked."""
    out = flat(run("prepare", "bullets", "--support-years", "2", "--for", "specialist").out)

    assert "no evidence is written down" in out
    assert "tell one time" in out
