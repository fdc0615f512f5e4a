"""A second opinion: asked for with a form, taken in, and laid beside one's own answers."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from careercli.domain.model import Catalog
from careercli.errors import ExitCode
from careercli.formats.profiles import to_yaml
from tests.interview.keeping import keep
from tests.reports import EVIL, people_of
from tests.running import DAY, run


@pytest.fixture(autouse=True)
def _saved(home: Path, catalog: Catalog) -> None:
    people = people_of(catalog)
    keep("dana", to_yaml(people["dana"]))
    keep("hostile", to_yaml(people["hostile"]))


def form(folder: Path, name: str = "dana", to: str = "Sam", *more: str) -> dict[str, Any]:
    """Return what asking for an opinion prints; the page is form.html in the folder."""
    page = folder / "form.html"
    result = run(
        "feedback", "ask", name, "--to", to, "-o", str(page), "--force", "--json", "--as-of", DAY, *more
    )
    assert result.code == 0, result.err
    return result.document


def answer(folder: Path, asked: dict[str, Any], level: int = 2, **change: object) -> Path:
    """Return the file that a form saves where every question is answered with one level."""
    request = asked["request"]
    file = folder / "answer.json"
    content = {
        "schema": "careercli/opinion@1",
        "form": request["form"],
        "about": "Dana",
        "giver": request["to"],
        "date": DAY,
        "levels": dict.fromkeys(request["skills"], level),
        "unseen": [],
        "text": "",
    }
    file.write_text(json.dumps(content | change))
    return file


def add(file: Path, name: str = "dana", *more: str) -> Any:
    """Take in what came back."""
    return run("feedback", "add", name, str(file), "--as-of", DAY, *more)


def test_the_way_of_an_opinion(tmp_path: Path) -> None:
    """Asked for, taken in, shown; waited for until then."""
    asked = form(tmp_path)
    assert "Sam, asked on 21 Nov 2026" in run("feedback", "show", "dana").out

    shown = add(answer(tmp_path, asked, 0)).out
    assert "By your answers: Junior Customer Support Manager." in shown
    assert shown.index("Talk about these first") < shown.index("Close to one another")
    assert 'Sam says 0: "None of these yet' in shown

    document = run("feedback", "show", "dana", "--json").document
    assert document["schema"] == "careercli/opinions@1"
    assert document["waiting"] == []
    (opinion,) = document["opinions"]
    assert (opinion["giver"], opinion["date"], opinion["added"]) == ("Sam", DAY, DAY)
    far = opinion["far"][0]
    assert far["own"] - far["other"] >= 2
    coaching = next(each for each in opinion["far"] if each["skill"] == "coaching")
    assert coaching["evidence"] == ["Three of my agents were promoted"]


def test_nothing_of_the_profile_changes(tmp_path: Path) -> None:
    """A second opinion is kept beside it, and placement stays by one's own answers."""
    before = run("assess", "dana", "--json").document["placement"]
    profile = run("profile", "show", "dana", "--json").document
    add(answer(tmp_path, form(tmp_path), 0))

    assert run("assess", "dana", "--json").document["placement"] == before
    assert run("profile", "show", "dana", "--json").document == profile


def test_both_stand_side_by_side(tmp_path: Path) -> None:
    """``assess`` and ``compare`` say by whose answers, a report only with --feedback."""
    asked = form(tmp_path)
    assert "By Sam's" not in run("assess", "dana", "--full").out
    add(answer(tmp_path, asked, 1))

    assert "By Sam's:" in run("assess", "dana", "--full").out
    assert "By Sam's answers:" in run("compare", "dana", "manager").out
    assert "How others see it" not in run("report", "dana", "--format", "md").out
    report = run("report", "dana", "--format", "md", "--feedback").out
    assert "How others see it" in report
    assert "Sam" in report
    assert run("report", "dana", "--json").document["others"] is None
    assert len(run("report", "dana", "--feedback", "--json").document["others"]) == 1


def test_a_report_without_names(tmp_path: Path) -> None:
    """Neither who said it nor what they wrote is in it."""
    add(answer(tmp_path, form(tmp_path), 1, text="As we said in Leeds"))
    report = run("report", "dana", "--format", "md", "--feedback", "--anonymous").out

    assert "Person 1" in report
    assert not re.search(r"\bSam\b|Leeds|Dana", report)


def test_a_coach_sees_where_opinions_are_missing(tmp_path: Path) -> None:
    """As soon as there is one of anybody."""
    assert "No second opinion yet" not in run("cohort").out
    add(answer(tmp_path, form(tmp_path)))

    assert "No second opinion yet" in run("cohort").out
    opinions = {entry["saved"]: entry["opinions"] for entry in run("cohort", "--json").document["people"]}
    assert opinions == {"dana": 1, "hostile": 0}


def test_what_came_back_twice_is_added_once(tmp_path: Path) -> None:
    """A second time it is told; another answer to the same form is kept as well, and counts."""
    asked = form(tmp_path)
    add(answer(tmp_path, asked, 2))
    again = add(answer(tmp_path, asked, 2))
    assert again.code == 0
    assert "kept already" in again.err

    add(answer(tmp_path, asked, 3))
    document = run("feedback", "show", "dana", "--json").document
    assert (len(document["opinions"]), len(document["earlier"])) == (1, 1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"form": "f" * 16}, "not made here"),
        ({"levels": {"knitting": 1}}, "does not ask for: knitting"),
        ({"date": "2026-11-01"}, "before the form was made"),
        ({"date": "2027-11-01"}, "still to come"),
        ({"schema": "careercli/profile@1"}, "has 1 problem"),
    ],
)
def test_wrong_files_are_refused(change: dict[str, Any], words: str, tmp_path: Path) -> None:
    """They are told apart, and nothing of them is kept."""
    result = add(answer(tmp_path, form(tmp_path), **change))

    assert result.code == ExitCode.INVALID
    assert words in " ".join(result.err.split())
    assert run("feedback", "show", "dana", "--json").document["opinions"] == []


def test_what_is_about_somebody_else_is_refused(tmp_path: Path) -> None:
    """And whose it is, is said."""
    result = add(answer(tmp_path, form(tmp_path)), "hostile")

    assert result.code == ExitCode.INVALID
    assert "somebody else" in result.err
    assert "profile dana" in result.err


def test_what_is_odd_is_said(tmp_path: Path) -> None:
    """An old form, and another name than the one it was made for."""
    asked = form(tmp_path)
    file = answer(tmp_path, asked, giver="Kim")

    assert "the form was made for Sam" in add(file).err
    late = answer(tmp_path, asked, date="2028-01-02")
    told = run("feedback", "add", "dana", str(late), "--as-of", "2028-01-03").err
    assert "much may have changed" in told


def test_it_goes_with_the_profile(tmp_path: Path, home: Path) -> None:
    """A new name takes it along, and deleting leaves nothing of it; its file is for its owner alone."""
    add(answer(tmp_path, form(tmp_path)))
    (file,) = home.rglob("opinions/*.yaml")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700

    run("profile", "rename", "dana", "dee")
    assert len(run("feedback", "show", "dee", "--json").document["opinions"]) == 1
    run("profile", "delete", "dee", "--yes")
    assert list(home.rglob("opinions/*.yaml")) == []


def test_the_form_runs_nothing_else(tmp_path: Path) -> None:
    """Its policy names one script and one style by their hashes, and everything from outside is escaped."""
    form(tmp_path, "hostile", EVIL[:80])
    page = (tmp_path / "form.html").read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    for inline in (script, style):
        assert f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'" in policy[1]
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    assert not re.search(r"<(img|iframe|object|link rel=\"style)", page)


def test_the_form_is_blind(tmp_path: Path, catalog: Catalog) -> None:
    """Neither one's own levels nor what a tier asks are in it: the same for who rates nothing."""
    asked = form(tmp_path)
    page = (tmp_path / "form.html").read_text("utf-8")

    assert "checked" not in re.sub(r"<script>.*?</script>|<style>.*?</style>", "", page, flags=re.DOTALL)
    assert "Manager" not in re.sub(r"<script>.*|<style>.*?</style>", "", page, flags=re.DOTALL)
    assert page.count("<fieldset") == len(asked["request"]["skills"])
    for skill in asked["request"]["skills"]:
        assert page.count(f'name="{skill}"') == 6


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["ask", "dana", "--to", "", "-o", "f.html"], ExitCode.USAGE),
        (["ask", "dana", "--to", "Sam", "-o", "f.pdf"], ExitCode.USAGE),
        (["ask", "nobody", "--to", "Sam", "-o", "f.html"], ExitCode.NOT_FOUND),
        (["ask", "dana", "--to", "x" * 81, "-o", "f.html"], ExitCode.USAGE),
        (["add", "dana", "nothing.json"], ExitCode.NOT_FOUND),
        (["show", "nobody"], ExitCode.NOT_FOUND),
    ],
)
def test_wrong_usage(
    words: list[str], code: ExitCode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each has its message and exit code, and no form is made."""
    monkeypatch.chdir(tmp_path)

    assert run("feedback", *words).code == code
    assert not (tmp_path / "f.html").exists()
