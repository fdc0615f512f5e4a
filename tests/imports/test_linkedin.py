"""LinkedIn's export: its files, its dates, its oddities."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from careercli.domain.months import Moment
from careercli.errors import ExitCode, InvalidDataError
from careercli.imports import read_resume
from careercli.text.experience import job_name
from tests.imports.resumes import HEADER, write_export


def test_everything_is_read_with_its_place(tmp_path: Path) -> None:
    """Every known file is read, a mark at its beginning and lines before the header passed over."""
    folder = write_export(
        tmp_path / "export",
        Positions='Notes:\r\n"Something, said\r\nover two lines"\r\n\r\n'
        + HEADER.replace("\n", "\r\n")
        + 'Acme,Support Agent,"Calm, and\r\nkind",Basel,Mar 2020,\r\n\r\nOld,Clerk,,,2018,"Feb 3, 2020"\r\n',
        Positions_1=HEADER + "More,Cook,,,Jan 2010,Dec 2010\n",
        Skills="\ufeffName\nCoaching\n\n",
        Certifications="Name,Url,Authority,Started On\nPMP,,PMI,Jan 2020\n",
        Education="School Name,Start Date,End Date,Notes,Degree Name,Activities\nSchool,2010,2012,,BA,\n",
        Profile="First Name,Last Name,Headline,Summary\nMaya,Lind,Lead,Kind\n",
        Languages="Name,Proficiency\nGerman,Native\n",
        Profile__Summary="Profile Summary\nCalm\n",
        Messages="never read\n",
    )

    resume = read_resume(folder)

    assert (resume.format, resume.name, resume.headline) == ("LinkedIn", "Maya Lind", "Lead")
    agent, clerk, cook = resume.positions
    assert (job_name(agent), agent.start, agent.end) == ("Support Agent at Acme", Moment(2020, 3), None)
    assert agent.place.text == "Positions.csv:6 row 1"
    assert (clerk.start, clerk.end, clerk.place.line) == (Moment(2018), Moment(2020, 2), 9)
    assert cook.place.file == "Positions_1.csv"
    assert [entry.name for entry in resume.skills] == ["Coaching"]
    assert [(entry.name, entry.issuer) for entry in resume.certificates] == [("PMP", "PMI")]
    assert [text for text, _ in (*resume.education, *resume.languages)] == ["BA, School", "German"]
    assert [part.text for part in resume.passages] == ["Calm, and kind", "Lead", "Kind", "Calm"]
    assert resume.unplaced == ()


def test_a_single_file_is_known_by_its_header(tmp_path: Path) -> None:
    """One CSV of jobs is enough, whatever it is called."""
    path = tmp_path / "jobs from linkedin.txt"
    path.write_text(f"Notes:\n{HEADER}Acme,Support Agent,,,2020,\n")

    assert [job.title for job in read_resume(path).positions] == ["Support Agent"]


def test_a_row_with_other_cells_than_the_header_is_told(tmp_path: Path) -> None:
    """Too many or too few cells are read as far as they go, and told with their line."""
    folder = write_export(tmp_path, Positions=HEADER + "Acme,Agent\nAcme,Agent,,,2020,,extra,more\n")

    resume = read_resume(folder)
    assert len(resume.positions) == 2
    assert [entry.place.line for entry in resume.unplaced] == [2, 3]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEADER + 'Acme,"Agent"x,,,,\n', "is not CSV"),
        (HEADER + 'Acme,Agent,,,,\nAcme,"Agent,,,,\n', "is not CSV"),
        (HEADER + f"Acme,{'x' * 140_000},,,,\n", "is not CSV"),
        ("Name,Other\nAgent,\n", "has no header line with"),
        ("", "has no header line with"),
        (HEADER + "Acme,Agent,,,,\n" * 2001, "more than 2,000 entries"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, content: str, said: str) -> None:
    """Broken quotes, no header, too many rows: refused with the file and the line."""
    folder = write_export(tmp_path, Positions=content)

    with pytest.raises(InvalidDataError) as caught:
        read_resume(folder)
    problem = caught.value.problems[0]
    assert caught.value.exit_code == ExitCode.INVALID
    assert said in problem.message
    assert problem.file == "Positions.csv"
    assert problem.line >= 1


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("name", ["Positions.csv", "jobs.txt"])
def test_what_a_spreadsheet_saved(tmp_path: Path, encoding: str, sign: str, name: str) -> None:
    """Whatever parts the cells, and whatever the encoding, the jobs of the file are read."""
    text = HEADER + "Caf\u00e9 Z\u00fcrich,Agent,,G\u00f6teborg,13.03.2021,2022-05\n" * 3
    (tmp_path / name).write_bytes(text.replace(",", sign).encode(encoding))
    job = read_resume(tmp_path / name).positions[0]
    assert (job_name(job), job.start, job.end) == (
        "Agent at Caf\u00e9 Z\u00fcrich",
        Moment(2021, 3),
        Moment(2022, 5),
    )


def test_a_folder_of_other_things(tmp_path: Path) -> None:
    """A folder without LinkedIn's files is refused with what was expected."""
    with pytest.raises(InvalidDataError) as caught:
        read_resume(write_export(tmp_path, Notes="x\n"))
    assert caught.value.exit_code == ExitCode.INVALID
    assert "Positions.csv" in caught.value.hint


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    """A link to a file is followed; a pipe, a device, a folder, a dead link are told; nothing waits."""
    there = write_export(tmp_path / "there", Skills="Name\nCoaching\n")
    folder = tmp_path / "export"
    folder.mkdir()
    os.mkfifo(folder / "Positions.csv")
    (folder / "Profile.csv").symlink_to("/dev/zero")
    (folder / "Education.csv").symlink_to("nowhere")
    (folder / "Languages.csv").mkdir()
    (folder / "Skills.csv").symlink_to(there / "Skills.csv")

    resume = read_resume(folder)
    assert [entry.name for entry in resume.skills] == ["Coaching"]
    assert {entry.what for entry in resume.unplaced} == {
        "Positions.csv",
        "Profile.csv",
        "Education.csv",
        "Languages.csv",
    }
    (folder / "Skills.csv").unlink()
    with pytest.raises(InvalidDataError) as caught:
        read_resume(folder)
    assert len(caught.value.problems) == 4


def test_more_than_an_export_has(tmp_path: Path) -> None:
    """Too many parts, and too much in all, are refused."""
    many = write_export(tmp_path / "many", **{f"Skills_{number}": "Name\n" for number in range(41)})
    large = write_export(
        tmp_path / "large", **{f"Skills_{number}": "Name\n" + " \n" * 900_000 for number in range(5)}
    )
    for folder in (many, large):
        with pytest.raises(InvalidDataError) as caught:
            read_resume(folder)
        assert caught.value.exit_code == ExitCode.INVALID
