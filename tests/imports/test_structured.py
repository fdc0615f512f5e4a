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
        "skills[3]",
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
    "value", [{"$schema": "x", "properties": {"basics": {}}}, {}, [], {"schema": "other/profile@1"}]
)
def test_other_json_is_no_resume(tmp_path: Path, value: object) -> None:
    """JSON without any of a résumé's keys, such as the schema itself, is refused with what was expected."""
    path = tmp_path / "other.json"
    path.write_text(json.dumps(value))

    with pytest.raises(InvalidDataError) as caught:
        read_resume(path)
    assert caught.value.exit_code == ExitCode.INVALID
    assert "Expected a résumé" in caught.value.hint


@pytest.mark.parametrize("section", ["work", "skills", "certificates"])
def test_more_entries_than_anybody_has(tmp_path: Path, section: str) -> None:
    """Two thousand entries are read; more are refused."""
    read_resume(write_json(tmp_path, **{section: [{"name": "x"}] * 2000}))
    with pytest.raises(InvalidDataError) as caught:
        read_resume(write_json(tmp_path, **{section: [{"name": "x"}] * 2001}))
    assert caught.value.exit_code == ExitCode.INVALID
    assert "more than 2,000 entries" in caught.value.problems[0].message


RENDERCV = """
cv:
  name: Maya Lind
  sections:
    summary:
      - "Calm, with **phone** experience."
    experience:
      - company: Acme
        position: Support Agent
        start_date: 2020-01
        end_date: present
        highlights:
          - "Answered [fifty](https://example.org) calls a day"
      - company: Bolt
        positions:
          - {title: Team Lead, start: Mar 2018, end: Dec 2019}
          - {title: Agent, date: 2016 - 2018}
    Where I helped:
      - {company: Cafe, position: Waiter, date: 2015}
    skills:
      - label: Support
        details: "Zendesk, Live chat"
    poems: ["One"]
design: {theme: classic}
"""


def test_rendercv(tmp_path: Path) -> None:
    """RenderCV has its sections by any name, markup in its texts, and a line for each of skills."""
    path = tmp_path / "cv.txt"
    path.write_text(RENDERCV)

    resume = read_resume(path)

    assert (resume.format, resume.name, resume.name_place and resume.name_place.line) == (
        "RenderCV",
        "Maya Lind",
        3,
    )
    assert [(job_name(job), job.start, job.end, job.wrong) for job in resume.positions] == [
        ("Support Agent at Acme", Moment(2020, 1), None, ""),
        ("Team Lead at Bolt", Moment(2018, 3), Moment(2019, 12), ""),
        ("Agent at Bolt", Moment(2016), Moment(2018), ""),
        ("Waiter at Cafe", None, None, "'2015' is one date, and whether a start or an end is not said"),
    ]
    assert resume.positions[1].place.at == "cv.sections.experience[1].positions[0]"
    assert [(entry.name, entry.keywords) for entry in resume.skills] == [
        ("Support", ("Zendesk", "Live chat"))
    ]
    texts = {(part.what, part.text) for part in resume.passages}
    assert texts == {("summary", "Calm, with phone experience."), ("highlight", "Answered fifty calls a day")}
    assert [entry.what for entry in resume.unplaced] == ["cv.sections.poems"]


def reactive(**sections: object) -> dict[str, object]:
    """Return a Reactive Resume with these sections of entries."""
    kept = {name: {"name": name, "visible": True, "items": items} for name, items in sections.items()}
    return {
        "basics": {"name": "Maya Lind", "headline": "Agent"},
        "sections": kept,
        "metadata": {"template": "x"},
    }


HTML = "<ul><li><p>Took <b>calls</b> &amp; chats</p></li><li><p>Trained two</p></li></ul><p>And more.</p>"


@pytest.mark.parametrize(
    "value",
    [
        reactive(
            work=[{"name": "Acme", "position": "Agent", "date": {"start": "2020-01-15", "end": "2021-02"}}]
        ),
        reactive(
            experience=[{"company": "Acme", "position": "Agent", "date": "January 2020 to February 2021"}]
        ),
        reactive(
            experience=[
                {"company": "Acme", "position": "Agent", "period": "01/2020 - 02/2021", "hidden": True}
            ]
        ),
        reactive(
            experience=[
                {
                    "company": "Acme",
                    "position": "",
                    "period": "2020 - 2021",
                    "roles": [
                        {"position": "Agent", "period": "Jan 2020 - Feb 2021"},
                    ],
                },
            ]
        ),
    ],
    ids=["version 3", "version 4", "version 5", "version 5 with promotions"],
)
def test_reactive_resume(tmp_path: Path, value: dict[str, object]) -> None:
    """Reactive Resume has had its dates as an object and as one text, and promotions under an employer."""
    path = tmp_path / "r.json"
    path.write_text(json.dumps(value))

    resume = read_resume(path)

    assert (resume.format, resume.name, resume.headline) == ("Reactive Resume", "Maya Lind", "Agent")
    assert [(job_name(job), job.start, job.end) for job in resume.positions] == [
        ("Agent at Acme", Moment(2020, 1), Moment(2021, 2))
    ]
    assert resume.unplaced == ()


def test_texts_in_html(tmp_path: Path) -> None:
    """Items of a list are bullets of the job that they stand under, and tags are no words."""
    value = reactive(
        experience=[{"company": "Acme", "position": "Agent", "summary": HTML}],
        skills=[{"name": "Chat", "level": 0, "description": "Advanced", "keywords": ["CRM"]}],
        awards=[],
    )
    path = tmp_path / "r.json"
    path.write_text(json.dumps(value))

    resume = read_resume(path)

    assert [(part.what, part.text) for part in resume.passages if part.job] == [
        ("highlight", "Took calls & chats"),
        ("highlight", "Trained two"),
        ("summary", "And more."),
    ]
    assert {part.job for part in resume.passages if part.job} == {resume.positions[0].place}
    assert [(entry.name, entry.level) for entry in resume.skills] == [("Chat", "Advanced")]


JOB = {"title": "Agent", "employer": "Acme"}


@pytest.mark.parametrize(
    "value",
    [
        {"experience": [JOB | {"start": "2020-01", "end": "2021-02"}]},
        {"name": "Maya", "work_experience": [JOB | {"start_date": "2020-01", "end_date": "2021-02"}]},
        {"workExperience": [JOB | {"from": "Jan 2020", "to": "Feb 2021"}]},
        {"employment": {"history": [JOB | {"dates": "01/2020 - 02/2021"}]}},
        {
            "resume": {
                "jobs": [{"role": "Agent", "company": {"name": "Acme"}, "period": "Jan 2020 - Feb 2021"}]
            }
        },
        {"what I did": [{"jobTitle": "Agent", "companyName": "Acme", "duration": "Jan 2020 - Feb 2021"}]},
        [{"position": "Agent", "company": "Acme", "startDate": "Jan 2020 - Feb 2021", "endDate": ""}],
        {"work": {"acme": {"title": "Agent", "company": "Acme", "startDate": "202001", "endDate": "202102"}}},
    ],
)
def test_jobs_under_other_keys(tmp_path: Path, value: object) -> None:
    """However its keys are called, a list of jobs is read, and so are the parts of each."""
    path = tmp_path / "r.json"
    path.write_text(json.dumps(value))

    assert [(job_name(job), job.start, job.end, job.wrong) for job in read_resume(path).positions] == [
        ("Agent at Acme", Moment(2020, 1), Moment(2021, 2), "")
    ]


def test_whether_a_job_goes_on(tmp_path: Path) -> None:
    """A mark that it is the current one wins over its end; one that it is over leaves its end in doubt."""
    jobs = work(("Agent", "2020-01", "2021-02"), current=True) + work(("Agent", "2020-01", ""), current=False)
    on, over = read_resume(write_json(tmp_path, work=jobs)).positions
    assert (on.end, on.wrong) == (None, "")
    assert (over.start, over.wrong) == (Moment(2020, 1), "it is said to be over, and not when it ended")


def test_keys_that_are_not_read_are_told(tmp_path: Path) -> None:
    """Of an entry nothing is dropped silently: keys without a use are told, save addresses and the like."""
    jobs = work(("Agent", "2020-01", ""), salary=5, url="https://example.org", boss="", location="Lyon")
    resume = read_resume(write_json(tmp_path, work=jobs, skills=[{"name": "CRM", "years": 3}]))
    assert [(entry.what, entry.why) for entry in resume.unplaced] == [
        ("work[0].salary", "No part of a profile is read from this key."),
        ("skills[0].years", "No part of a profile is read from this key."),
    ]


@pytest.mark.parametrize(
    "skills",
    [
        "Zendesk, Live chat; Coaching",
        ["Zendesk", "Live chat", "Coaching"],
        {"tools": "Zendesk", "people": ["Live chat", "Coaching"]},
        [{"category": "all", "items": ["Zendesk", "Live chat", "Coaching"]}],
    ],
)
def test_skills_in_other_forms(tmp_path: Path, skills: object) -> None:
    """One text with commas, a list, groups by name: each skill is read."""
    found = read_resume(write_json(tmp_path, work=work(("Agent", "2020", "")), skills=skills)).skills
    names = {name for entry in found for name in (entry.name, *entry.keywords)}
    assert {"Zendesk", "Live chat", "Coaching"} <= names


def test_days_and_months_in_the_order_of_the_file(tmp_path: Path) -> None:
    """One date that is clear settles the order for the others."""
    jobs = work(("Agent", "03/04/2020", "05/06/2021"), ("Agent", "25/01/2019", "01/02/2020"))
    assert read_resume(write_json(tmp_path, work=jobs)).positions[0].start == Moment(2020, 4)
    assert read_resume(write_json(tmp_path, work=jobs[:1])).positions[0].start == Moment(2020, 3, other=4)


@pytest.mark.parametrize(
    ("text", "form", "way_on"),
    [
        (
            '{"name": "A", "meta": {"format": "FRESH@0.6.0"}, "employment": {"history": []}}',
            "FRESH",
            "hackmyresume",
        ),
        ("content:\n  basics: {name: A}\n  work: []\nlayout: {}\n", "YAMLResume", "yamlresume build"),
    ],
)
def test_forms_that_are_refused_by_their_name(tmp_path: Path, text: str, form: str, way_on: str) -> None:
    """Other known forms are named, with the way on."""
    path = tmp_path / "resume"
    path.write_text(text)
    with pytest.raises(InvalidDataError, match=form) as caught:
        read_resume(path)
    assert way_on in caught.value.hint


def test_a_line_break_within_quotes(tmp_path: Path) -> None:
    """Programs that put a line break or tab into a text as it is are understood, and it is told once."""
    path = tmp_path / "r.json"
    path.write_text('{"work": [{"position": "Agent", "summary": "One.\n Two.\tThree."}]}')

    resume = read_resume(path)

    assert [part.text for part in resume.passages] == ["One. Two. Three."]
    assert [entry.place.line for entry in resume.unplaced] == [1]
    assert "line break or tab" in resume.unplaced[0].why


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    """Whatever a text is encoded in, its letters are read."""
    path = tmp_path / "r.json"
    text = json.dumps(
        {"work": [{"position": "Agent", "company": "Caf\u00e9 Z\u00fcrich"}] * 9}, ensure_ascii=False
    )
    path.write_bytes(text.encode(encoding))
    assert read_resume(path).positions[0].employer == "Caf\u00e9 Z\u00fcrich"


def test_what_is_nothing_is_told_where_it_stands(tmp_path: Path) -> None:
    """An entry that is null is in no list of jobs, and nothing is dropped in silence."""
    resume = read_resume(write_json(tmp_path, work=[None, *work(("Cook", "2020-01", "2021-01"))]))

    assert [position.title for position in resume.positions] == ["Cook"]
    assert [entry.place.at for entry in resume.unplaced] == ["work[0]"]


@pytest.mark.parametrize(
    ("title", "unpaid"),
    [("Volunteer Helpline Adviser", True), ("Helpline Adviser", False), ("Volunteers Manager", False)],
)
def test_a_title_says_that_work_was_unpaid(tmp_path: Path, title: str, unpaid: bool) -> None:
    """Work under such a title is volunteer work, in whatever part of the file it stands."""
    resume = read_resume(write_json(tmp_path, work=work((title, "2020-01", "2021-01"))))

    assert [position.volunteer for position in resume.positions] == [unpaid]
