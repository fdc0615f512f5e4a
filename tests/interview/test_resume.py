"""The guided session begins with a résumé: shown, confirmed, and only what it leaves open is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.imports.resumes import work, write_json
from tests.interview.guided import FINISH, LEAVE, QUICK, advise, draft
from tests.running import run

CURRENT = work(("Support Agent", "2022-01", ""), highlights=["Trained six new hires"])


@pytest.fixture
def resume(home: Path) -> str:
    """Return a résumé with a current job and a level of a skill."""
    skills = [{"name": "Coaching", "level": "Expert"}]
    return str(write_json(home, basics={"name": "Maya Lind"}, work=CURRENT, skills=skills))


def test_what_a_resume_says_is_not_asked(resume: str) -> None:
    """Once it is confirmed, only what a résumé cannot say is asked; a level in it is no rating."""
    done = advise("y", "1", "", QUICK, FINISH, *LEAVE, arguments=("--from", resume))
    assert done.code == 0, done.err
    assert "A draft to confirm" in done.out
    assert "Is that right?" in done.err
    assert "What is your name?" not in done.err
    assert "Is that your job now" not in done.err
    assert "Where do you want to get to?" in done.err
    assert "Maya Lind, Support Agent, 4.9 years in support; no skills rated yet." in " ".join(
        done.err.split()
    )


def test_a_resume_that_is_not_right(resume: str) -> None:
    """Who says no is asked everything."""
    done = advise("n", arguments=("--from", resume))
    assert done.code == ExitCode.INTERRUPTED
    assert "What is your name?" in done.err


def test_breaking_off_keeps_what_was_confirmed(resume: str) -> None:
    """What the résumé said is kept like answers, and the session goes on from it."""
    done = advise("y", arguments=("--from", resume))
    assert done.code == ExitCode.INTERRUPTED
    assert "Maya Lind" in draft().read_text()
    again = advise("y", arguments=("--from", resume))
    assert "You broke off last time." in again.err
    assert "A draft to confirm" not in again.out


def test_breaking_off_before_it_is_confirmed(resume: str) -> None:
    """Nothing of a résumé is kept before somebody has confirmed it; the way to begin again is told."""
    done = advise(arguments=("--from", resume))
    assert done.code == ExitCode.INTERRUPTED
    assert not draft().exists()
    assert "is kept once you have confirmed it" in done.err
    assert f"careercli advise --from {resume}" in " ".join(done.err.split())


def test_whoever_goes_on_reads_that_the_resume_is_left_out(resume: str) -> None:
    """A résumé given beside broken-off answers is not passed over in silence, and can be begun with."""
    advise("y", arguments=("--from", resume))
    again = advise("n", arguments=("--from", resume))
    asked = " ".join(again.err.split())
    assert "is not read again then." in asked
    assert "No, forget them and begin with the résumé." in asked
    assert "A draft to confirm" in again.out


def test_jobs_are_typed_in_where_none_is_found(home: Path) -> None:
    """A file without a job begins with the jobs that are typed in."""
    file = write_json(home, basics={"name": "Maya Lind"})
    typed = ("y", "Support Agent", "Acme", "2020-01 to 2020-12", "", "y")
    advise(*typed, arguments=("--from", str(file)))
    assert "title: Support Agent\n" in draft().read_text()
    assert "support_years: 1\n" in draft().read_text()


def test_without_a_terminal(resume: str) -> None:
    """Nobody can be asked: exit 6 says how to do it without."""
    done = run("advise", "--from", resume)
    assert done.code == ExitCode.NEEDS_INPUT
    assert f"careercli profile import {resume} --as NAME --yes" in done.err


def test_a_resume_and_a_profile(resume: str, home: Path) -> None:
    """A résumé begins a profile, and cannot be laid over one that is there."""
    own = home / "own.yaml"
    own.write_text("schema: careercli/profile@1\nexperience: {support_years: 3}\n")
    both = advise(arguments=("--from", resume, "--profile", str(own)))
    assert both.code == ExitCode.USAGE
    begun = advise("y", arguments=("--from", resume, "--profile", "maya"))
    assert "No profile maya is saved yet" in begun.err
    assert advise(arguments=("--from", "nothing.pdf")).code == ExitCode.NOT_FOUND


def test_a_profile_as_a_resume(home: Path) -> None:
    """A file that is a profile already brings its ratings too."""
    own = home / "own.yaml"
    own.write_text("schema: careercli/profile@1\nexperience: {support_years: 3}\nskills: {coaching: 3}\n")
    done = advise("y", arguments=("--from", str(own)))
    assert "1 skill rated" in done.err
