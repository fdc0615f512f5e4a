"""JSON Resume, as specified and as found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careercli.domain.months import Moment
from careercli.errors import ExitCode, InvalidDataError
from careercli.imports import read_resume
from careercli.text.experience import job_name
from tests.imports.resumes import work, write_json


def test_everything_is_read_with_its_place(tmp_path: Path) -> None:
    """Names, jobs, skills and the rest come with the line and the key where they stand."""
    path = tmp_path / "r.json"
    path.write_text(
        json.dumps(
            {
                "basics": {"name": " Maya\nLind ", "label": "Lead", "summary": "Calm."},
                "work": [
                    {
                        "name": "Acme",
                        "position": "Support Agent",
                        "startDate": "2020-01-15",
                        "endDate": "2021-02",
                        "summary": "S",
                        "highlights": ["H"],
                        "keywords": ["K"],
                    }
                ],
                "volunteer": [{"organization": "Club", "position": "Helper", "startDate": "2019"}],
                "education": [{"institution": "School", "area": "Art"}],
                "certificates": [{"name": "PMP", "issuer": "PMI"}],
                "skills": [{"name": "CRM", "level": "Master", "keywords": ["Zendesk"]}],
                "languages": [{"language": "English"}],
                "projects": [{"name": "P", "description": "D", "highlights": ["PH"]}],
                "awards": [{}],
                "meta": {},
                "mine": 1,
            },
            indent=1,
        )
    )

    resume = read_resume(path)

    assert (resume.format, resume.name, resume.headline) == ("JSON Resume", "Maya Lind", "Lead")
    job, unpaid = resume.positions
    assert (job_name(job), job.start, job.end) == ("Support Agent at Acme", Moment(2020, 1), Moment(2021, 2))
    assert job.place.text == "r.json:8 work[0]"
    assert (unpaid.volunteer, unpaid.end) == (True, None)
    assert [(entry.name, entry.level, entry.keywords) for entry in resume.skills] == [
        ("CRM", "Master", ("Zendesk",))
    ]
    assert [entry.name for entry in resume.certificates] == ["PMP"]
    assert [text for text, _ in (*resume.education, *resume.languages)] == ["Art, School", "English"]
    assert {(part.what, part.text) for part in resume.passages} == {
        ("label", "Lead"),
        ("summary", "Calm."),
        ("summary", "S"),
        ("highlight", "H"),
        ("keyword", "K"),
        ("description", "D"),
        ("highlight", "PH"),
    }
    assert [entry.what for entry in resume.unplaced] == ["awards", "mine"]


@pytest.mark.parametrize("end", ["", None, "present", "Current", "NOW", "  "])
def test_ends_in_the_wild(tmp_path: Path, end: object) -> None:
    """A blank, null or spoken end is a job that goes on; so is one without the key."""
    path = write_json(tmp_path, work=[*work(("Agent", "2020", end)), {"company": "Old", "position": "Agent"}])

    first, old = read_resume(path).positions
    assert (first.start, first.end, first.wrong) == (Moment(2020), None, "")
    assert (old.employer, old.start, old.end) == ("Old", None, None)


def test_dates_that_cannot_be_read_are_kept_as_wrong(tmp_path: Path) -> None:
    """A date that is none does not stop the import: the job says which it is."""
    path = write_json(tmp_path, work=work(("Agent", "2020-13", "whenever"), ("Agent", 2019, 2020.5)))

    wrong, number = read_resume(path).positions
    assert "'2020-13' is a date that does not exist" in wrong.wrong
    assert "'whenever' is not a date" in wrong.wrong
    assert number.start == Moment(2019)


def test_wrong_types_are_left_out_and_told(tmp_path: Path) -> None:
    """A section or value of the wrong type is not placed, and everything else is read."""
    path = write_json(
        tmp_path,
        basics=["x"],
        work=[
            7,
            {"position": {"x": 1}, "highlights": {"a": 1}},
            {"position": "Agent", "highlights": ["a", 1, None]},
        ],
        skills=["Coaching", {"name": None, "keywords": "CRM"}, {}, None],
        certificates={"name": "x"},
        education=None,
    )

    resume = read_resume(path)
    assert [(entry.name, entry.keywords) for entry in resume.skills] == [("Coaching", ()), ("", ("CRM",))]
    assert [job.title for job in resume.positions] == ["", "Agent"]
    assert {entry.what for entry in resume.unplaced} == {
        "basics",
        "work[0]",
        "work[1].position",
        "work[1].highlights",
        "work[2].highlights[1]",
        "skills[2]",
        "certificates",
    }


def test_a_key_written_twice_is_told(tmp_path: Path) -> None:
    """Of two equal keys the first counts, and the second is told."""
    path = tmp_path / "twice.json"
    path.write_text('{"basics": {"name": "A", "name": "B"}}')

    resume = read_resume(path)
    assert resume.name == "A"
    assert [(entry.what, entry.why) for entry in resume.unplaced] == [
        ("basics.name", "The key is written twice, first on line 1.")
    ]


@pytest.mark.parametrize(
    "value", [{"$schema": "x", "properties": {"basics": {}}}, {}, [], [1], {"schema": "other/profile@1"}]
)
def test_other_json_is_no_resume(tmp_path: Path, value: object) -> None:
    """JSON without any of a résumé's keys, such as the schema itself, is refused with what was expected."""
    path = tmp_path / "other.json"
    path.write_text(json.dumps(value))

    with pytest.raises(InvalidDataError) as caught:
        read_resume(path)
    assert caught.value.exit_code == ExitCode.INVALID
    assert "Expected a JSON Resume" in caught.value.hint


@pytest.mark.parametrize("section", ["work", "skills", "certificates"])
def test_more_entries_than_anybody_has(tmp_path: Path, section: str) -> None:
    """Two thousand entries are read; more are refused."""
    read_resume(write_json(tmp_path, **{section: [{"name": "x"}] * 2000}))
    with pytest.raises(InvalidDataError) as caught:
        read_resume(write_json(tmp_path, **{section: [{"name": "x"}] * 2001}))
    assert caught.value.exit_code == ExitCode.INVALID
    assert "more than 2,000 entries" in caught.value.problems[0].message
