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


def test_a_doubt_about_a_title_is_a_question(home: Path) -> None:
    """It asks whether that was support, what is known of the title after it; one year is one year."""
    file = write_json(home, work=work(("Barista", "2020-01", "2020-12"), ("Gap year", "2021-01", "2021-12")))
    done, _ = run(file, typed="1\ny\n")
    assert "Barista at Acme (1 year): was that customer support?" in done.err
    assert "Facing customers all day carries over." in done.err
    assert "1 support year, 0 of them leading." in done.err


def test_going_back_to_the_doubt_before(resume: Path) -> None:
    """A question can be gone back from, and answered otherwise."""
    _, session = run(resume, typed="2\n<\n3\ny\n")
    assert profile_of(session.store.read("maya"), session.catalog).support_years == 1


def test_one_job_of_other_work_is_asked_about(home: Path) -> None:
    """Of a single one it is asked what it was; Enter leaves it as its title has it."""
    file = write_json(home, work=work(("Piano Tuner", "2020-01", "2020-12")))
    done, session = run(file, typed="2\ny\n")

    assert done.code == 0
    assert "The title is not known here, and is taken for other work." in " ".join(done.err.split())
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
    assert said.count("not counted. The title is ") == len(MANY)

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
    (home / "x.json").write_text("{}")
    done, _ = run(home / "x.json", yes=True)
    assert done.code == ExitCode.INVALID
    assert "Expected a résumé" in done.err
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


EMPTY: dict[str, Any] = {"basics": {"name": "Maya Lind"}, "career path": [1]}


@pytest.mark.parametrize("more", [{"yes": True}, {"json": True}, {"no_input": True, "typed": ""}, {}])
def test_no_job_is_never_an_empty_career(home: Path, more: dict[str, Any]) -> None:
    """Where no job was found nothing is saved: exit 4 says what was not read, and the way on."""
    done, session = run(write_json(home, **EMPTY), **more)
    assert (done.code, done.out, session.store.names()) == (ExitCode.INVALID, "", [])
    assert "No job was found" in done.err
    assert "career path" in done.err
    assert "careercli advise" in done.err


def test_jobs_that_are_typed_in(home: Path) -> None:
    """On a terminal jobs can be typed in, as many as there are, with a way back to the one before."""
    first, second = "Support Agent\nAcme\n", "Cook\nCafe\n2019 - 2019\n"
    typed = f"y\n{first}soon\n<\n{first}2020-01 to 2020-12\n{second}\n\ny\n"
    done, session = run(write_json(home, **EMPTY), typed=typed)
    assert done.code == 0, done.err
    assert "Support, 12 months" in " ".join(done.out.split())
    profile = profile_of(session.store.read("maya"), session.catalog)
    assert (profile.name, profile.support_years) == ("Maya Lind", 1)


@pytest.mark.parametrize("typed", ["n\n", "y\n\n"])
def test_no_jobs_typed_in(home: Path, typed: str) -> None:
    """Who types none has no career either."""
    done, session = run(write_json(home, **EMPTY), typed=typed)
    assert (done.code, session.store.names()) == (ExitCode.INVALID, [])


def test_jobs_of_which_none_is_support(home: Path) -> None:
    """They make a profile with no years, which says so."""
    done, session = run(write_json(home, work=work(("Cook", "2020-01", "2020-12"))), yes=True)
    assert done.code == 0
    assert "No job counts as customer support." in " ".join(done.out.split())
    assert profile_of(session.store.read("maya"), session.catalog).support_years == 0


def test_doubts_are_counted_in_years(home: Path) -> None:
    """What --yes leaves out is told at the end in years, with the way to answer; JSON has it too."""
    jobs = work(("Support Agent", "2019-01", "2019-12"))
    jobs += work(("Support Agent", "2020-01", "2021-12"), ("Support Agent", "whenever", "2018"))
    resume = write_json(home, work=jobs[:1] + jobs[2:], volunteer=jobs[1:2])
    done, session = run(resume, yes=True)
    end = " ".join(done.out.partition("Saved as")[2].split())
    assert "1 job may be support: up to 2 years and 1 job without dates that can be read." in end
    assert "careercli profile delete maya" in end
    assert f"careercli profile import {resume} --as maya" in end

    session.store.delete("maya")
    draft, _ = run(resume, json=True)
    document = json.loads(draft.out)
    assert document["in_doubt"] == {"jobs": 2, "support_years": 2.0, "leading_years": 0.0, "undated": 1}
    assert [(doubt["kind"], doubt["years"]) for doubt in document["doubts"]] == [
        ("dates", None),
        ("volunteer", 2.0),
    ]
    assert "up to 2 years" in draft.err


@pytest.mark.parametrize(
    ("typed", "years"),
    [("\ny\n", 0.1), ("soon\n2020-12\ny\n", 1), ("now\ny\n", 6.9), ("2021-01 to 2021-06\ny\n", 0.5)],
)
def test_an_end_that_cannot_be_read(home: Path, typed: str, years: float) -> None:
    """The end alone is asked for; without an answer the first month counts, which is sure."""
    resume = write_json(home, work=work(("Support Agent", "2020-01", "whenever")))
    done, session = run(resume, typed=typed)
    assert "Type its end" in done.err
    assert profile_of(session.store.read("maya"), session.catalog).support_years == years


def test_the_order_of_day_and_month(home: Path) -> None:
    """Where no date of a file tells the order it is asked once, and only if years depend on it."""
    same = work(("Support Agent", "03/04/2020", "04/05/2021"))
    done, session = run(write_json(home, work=same), typed="y\n")
    assert (done.code, profile_of(session.store.read("maya"), session.catalog).support_years) == (0, 1.2)
    session.store.delete("maya")
    open_ = work(("Support Agent", "01/02/2018", "12/02/2018"))
    done, session = run(write_json(home, work=open_), typed="1\ny\n")
    assert "The order of day and month" in done.err
    assert profile_of(session.store.read("maya"), session.catalog).support_years == 1
    session.store.delete("maya")
    backwards = open_ + work(("Support Agent", "01/03/2019", "06/01/2019"))
    done, session = run(write_json(home, work=backwards), typed="y\n")
    assert profile_of(session.store.read("maya"), session.catalog).support_years == 1.5


def folder_of(home: Path, **files: str) -> Path:
    """Return a folder of files; each is a résumé where its text is none."""
    folder = home / "cvs"
    folder.mkdir()
    write_json(home, work=work(("Support Agent", "2020-01", "2020-12")))
    for name, text in files.items():
        (folder / f"{name}.json").write_text(text or (home / "resume.json").read_text())
    return folder


def test_a_folder_of_resumes(home: Path) -> None:
    """Each makes a profile under the prefix and its name; alike ones are numbered, broken ones told."""
    folder = folder_of(home, ana="", Ana="", ben="{}")
    (folder / ".hidden").write_text("x")
    done, session = run(folder, yes=True)
    assert done.code == ExitCode.INVALID
    assert session.store.names() == ["maya-ana", "maya-ana-2"]
    assert "1 of 3 files could not be imported." in done.err
    assert "ben.json" in done.out
    again, _ = run(folder, yes=True)
    assert session.store.names() == ["maya-ana", "maya-ana-2"]
    assert again.out.count("Saved before as maya-") == 2


def test_a_folder_as_json(home: Path) -> None:
    """One document lists every file; without --yes nothing is saved, and exit 6 names the flag."""
    done, session = run(folder_of(home, ana="", ben=""), json=True)
    document = json.loads(done.out)
    assert (done.code, session.store.names()) == (ExitCode.NEEDS_INPUT, [])
    assert document["schema"] == "careercli/imports@1"
    assert [(file["file"], file["name"], file["support_years"]) for file in document["files"]] == [
        ("ana.json", "maya-ana", 1.0),
        ("ben.json", "maya-ben", 1.0),
    ]


@pytest.mark.parametrize(("typed", "names"), [("y\n", ["maya-ana"]), ("n\n", [])])
def test_a_folder_on_a_terminal(home: Path, typed: str, names: list[str]) -> None:
    """On a terminal what became of each file is shown, and one question saves all of them."""
    done, session = run(folder_of(home, ana=""), typed=typed)
    assert (done.code, session.store.names()) == (0, names)


def test_an_empty_folder(home: Path) -> None:
    """A folder without files is told to be one."""
    done, _ = run(folder_of(home), yes=True)
    assert done.code == ExitCode.INVALID
    assert "There are no files" in done.err


@pytest.mark.parametrize("empty", [True, False])
def test_a_folder_in_the_folder_is_told(home: Path, *, empty: bool) -> None:
    """What is not searched is named, whether there is anything else or not."""
    folder = folder_of(home, **({} if empty else {"ana": ""}))
    (folder / "client one").mkdir()
    done, session = run(folder, yes=True)
    assert done.code == (ExitCode.INVALID if empty else ExitCode.DONE)
    assert "client one" in done.err
    assert "not searched" in done.err
    assert session.store.names() == ([] if empty else ["maya-ana"])
