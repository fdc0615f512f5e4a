"""``profile import``: shown, asked, confirmed, saved; or printed for a script."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from careercli.cli.context import Session
from careercli.cli.output import Settings
from careercli.commands.profile_import import import_profile
from careercli.errors import CareerError, ExitCode
from careercli.formats.profiles import profile_of
from tests.imports.resumes import TODAY, work, write_json
from tests.running import Result, Stream


def run(
    file: Path, *, yes: bool = False, typed: str | None = None, **settings: Any
) -> tuple[Result, Session]:
    """Import a résumé as ``maya``; ``typed`` is what a person types line by line."""
    terminal = typed is not None
    source, out, err = (Stream(text, terminal=terminal) for text in ((typed or "").encode(), b"", b""))
    session = Session(source, out, err, settings=Settings(as_of=TODAY, accessible=True, **settings))
    ctx: Any = SimpleNamespace(find_root=lambda: SimpleNamespace(obj=session))
    code = 0
    try:
        import_profile(ctx, str(file), "maya", yes)
    except CareerError as error:
        session.report(error)
        code = error.exit_code
    return Result(code, out.memory.getvalue(), err.memory.getvalue()), session


@pytest.fixture
def resume(home: Path) -> Path:
    """Return a résumé with a job in doubt for its title, and then for its dates."""
    return write_json(
        home,
        basics={"name": "Maya Lind"},
        work=work(("Team Lead", None, None), ("Support Agent", "2020-01", "2020-12")),
        skills=[{"name": "Coaching"}],
    )


def test_without_a_terminal_the_draft_is_only_shown(resume: Path) -> None:
    """Nobody can confirm it: the draft is printed, exit 6 names the flag, and nothing is saved."""
    done, session = run(resume)
    assert done.code == ExitCode.NEEDS_INPUT
    assert "Support years: 1" in done.out
    assert "profile import" in done.err
    assert "--yes" in done.err
    assert session.store.names() == []


def test_no_input_is_no_terminal(resume: Path) -> None:
    """With ``--no-input`` nothing is asked on a terminal either."""
    done, session = run(resume, typed="", no_input=True)
    assert done.code == ExitCode.NEEDS_INPUT
    assert session.store.names() == []


def test_yes_saves_what_is_not_in_doubt(resume: Path) -> None:
    """``--yes`` asks nothing: what is doubted does not count, and is told."""
    done, session = run(resume, yes=True, typed="")
    assert done.code == 0
    assert "Team Lead at Acme" in done.out
    assert "Saved as maya" in done.out
    assert done.err == ""
    profile = profile_of(session.store.read("maya"), session.catalog)
    assert (profile.name, profile.support_years, profile.leading_years) == ("Maya Lind", 1, 0)


def test_every_doubt_is_asked_and_then_whether_to_save(resume: Path) -> None:
    """On a terminal each doubt is a question, an answer may raise another, and the last one saves."""
    done, session = run(resume, typed="2\nsomeday\n2021-01 to now\ny\n")
    assert done.code == 0
    assert "It has no start" in done.err
    assert "careercli advise --profile maya" in done.err
    profile = profile_of(session.store.read("maya"), session.catalog)
    assert (profile.support_years, profile.leading_years, profile.leads_people) == (6.9, 5.9, True)


def test_going_back_to_the_doubt_before(resume: Path) -> None:
    """A question can be gone back from, and answered otherwise."""
    _, session = run(resume, typed="2\n<\n3\ny\n")
    assert profile_of(session.store.read("maya"), session.catalog).support_years == 1


def test_one_job_of_other_work_is_asked_about(home: Path) -> None:
    """Of a single one it is asked what it was; Enter leaves it as its title has it."""
    file = write_json(home, work=work(("Piano Tuner", "2020-01", "2020-12")))
    done, session = run(file, typed="2\ny\n")

    assert done.code == 0
    assert "The title is none of customer support." in done.err
    assert "You said: It was customer support, and I led people who do it." in " ".join(done.out.split())
    profile = profile_of(session.store.read("maya"), session.catalog)
    assert (profile.support_years, profile.leading_years) == (1, 1)
    session.store.delete("maya")
    done, session = run(file, typed="\ny\n")
    assert profile_of(session.store.read("maya"), session.catalog).support_years == 0
    assert "You said" not in done.out


MANY = ("Cook", "Piano Tuner", *(f"Baker {number}" for number in range(8)))


@pytest.fixture
def many(home: Path) -> Path:
    """Return a résumé with one job of support and many others."""
    jobs = [(title, f"{2000 + n}-01", f"{2000 + n}-12") for n, title in enumerate(("Support Agent", *MANY))]
    return write_json(home, work=work(*jobs))


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("\ny\n", 1),
        ("y\n\n1\n" + "\n" * 8 + "y\n", 2),
        ("y\n1\nb\nb\nn\ny\n", 1),
    ],
    ids=["none of them", "one of them", "thought better of it"],
)
def test_jobs_of_other_work_are_one_question(many: Path, typed: str, years: float) -> None:
    """Many of them are passed over with one Enter; whoever says so is asked about each, with a way back."""
    done, session = run(many, typed=typed)

    assert done.code == 0
    asked = " ".join(done.err.split())
    assert "By their titles, 10 jobs were other work: Cook at Acme Piano Tuner at Acme" in asked
    assert "and 2 more" in asked
    assert profile_of(session.store.read("maya"), session.catalog).support_years == years


def test_nothing_is_left_out_silently(many: Path) -> None:
    """With --yes every job is listed with why it does not count, and a script sees each as a doubt."""
    done, session = run(many, yes=True)
    session.store.delete("maya")
    said = " ".join(done.out.split())
    assert all(f"{title} at Acme" in said for title in MANY)
    assert said.count("not counted. The title is none of customer support.") == len(MANY)

    draft, _ = run(many, json=True)
    doubts = json.loads(draft.out)["doubts"]
    assert [doubt["about"] for doubt in doubts] == [f"{title} at Acme" for title in MANY]
    assert {doubt["outcome"] for doubt in doubts} == {"It was other work: it does not count."}


def test_saying_no(resume: Path) -> None:
    """What is not confirmed is not saved."""
    done, session = run(resume, typed="\nn\n")
    assert (done.code, session.store.names()) == (0, [])
    assert "Nothing is saved." in done.err


def test_breaking_off(resume: Path) -> None:
    """Whoever breaks off has saved nothing, and is told so."""
    done, session = run(resume, typed="2\n")
    assert (done.code, session.store.names()) == (ExitCode.INTERRUPTED, [])
    assert "Nothing is saved." in done.err


def test_a_name_that_is_taken(resume: Path) -> None:
    """A profile is never overwritten, and nobody answers questions in vain."""
    run(resume, yes=True)
    done, _ = run(resume, yes=True)
    assert done.code == ExitCode.USAGE
    assert done.out == ""
    assert "'maya' already" in done.err


def test_a_file_that_is_none(home: Path) -> None:
    """What cannot be imported ends in the code of its fault, with what was expected."""
    (home / "x.txt").write_text("hello")
    done, _ = run(home / "x.txt", yes=True)
    assert done.code == ExitCode.INVALID
    assert "Expected a JSON Resume" in done.err
    assert run(home / "nothing", yes=True)[0].code == ExitCode.NOT_FOUND


def test_as_json(resume: Path) -> None:
    """``--json`` prints the same as one document, saved or not, and asks nothing."""
    draft, _ = run(resume, typed="2\n", json=True)
    assert draft.code == ExitCode.NEEDS_INPUT
    document = json.loads(draft.out)
    assert document["schema"] == "careercli/import@1"
    assert document["saved"] is None
    assert document["profile"]["experience"] == {
        "support_years": 1.0,
        "leading_years": 0.0,
        "leading_elsewhere_years": 0.0,
        "part_time_share": 1.0,
    }
    assert document["jobs"][1] == {
        "title": "Support Agent",
        "employer": "Acme",
        "kind": "support",
        "first": "2020-01",
        "last": "2020-12",
        "months": 12,
        "current": False,
        "volunteer": False,
        "counted": True,
        "from": {"file": "resume.json", "line": 1, "at": "work[1]"},
        "why": "Mid-Level Customer Support Specialist, by the words of the title: support + agent.",
    }
    assert document["doubts"][0]["choices"].keys() == {"support", "leading", "none"}
    assert document["doubts"][0]["answer"] is None
    assert document["skills"][0]["level"] is None

    saved, session = run(resume, yes=True, json=True)
    assert (saved.code, json.loads(saved.out)["saved"]) == (0, str(session.store.path("maya")))
