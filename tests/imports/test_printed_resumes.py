"""Résumés as people print them: every job with its dates, counted by hand before the reader saw them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from careercli.domain.experience import Resume
from careercli.domain.model import Catalog
from careercli.domain.months import Moment, MonthSpan, months_in, stretch_of
from careercli.imports.text_resume import resume_of_lines
from careercli.reading.document import read_lines

pytestmark = pytest.mark.slow

RESUMES = Path(__file__).parent / "resumes"
NOW = 2026 * 12 + 10
"""November 2026."""

Job = tuple[str, str, str, str]
"""Title, employer, start and end; the end is "" where the job goes on."""

JOBS: dict[str, tuple[Job, ...]] = {
    "us_classic.txt": (
        ("Senior Customer Support Specialist", "Brightpath Software", "2021-03", ""),
        ("Customer Support Specialist", "Brightpath Software", "2018-06", "2021-02"),
        ("Customer Service Representative", "Desert Home Goods Inc.", "2016-01", "2018-05"),
    ),
    "uk_cv.txt": (
        ("Complaints Team Leader", "Northern Rail Insurance", "2019-09", ""),
        ("Customer Service Adviser", "Northern Rail Insurance", "2016-04", "2019-08"),
        ("Checkout Operator", "Asda", "2013-11", "2016-03"),
    ),
    "india_bpo.txt": (
        ("Team Leader - Customer Service", "Concentrix Daksh Services India Pvt. Ltd.", "2021-08", ""),
        ("Senior Customer Care Executive", "Wipro BPS", "2018-02", "2021-07"),
        ("Customer Care Executive", "Tata Business Support Services", "2015-07", "2018-01"),
    ),
    "philippines.txt": (
        ("QUALITY ANALYST", "TELEPERFORMANCE PHILIPPINES", "2023-01", ""),
        ("SUBJECT MATTER EXPERT", "TELEPERFORMANCE PHILIPPINES", "2020-10", "2022-12"),
        ("CUSTOMER SERVICE REPRESENTATIVE", "TELEPERFORMANCE PHILIPPINES", "2018-05", "2020-09"),
        ("TECHNICAL SUPPORT REPRESENTATIVE", "SITEL PHILIPPINES CORPORATION", "2016-08", "2018-04"),
    ),
    "germany_english.txt": (
        ("Customer Support Team Lead", "Paketwerk GmbH", "2022-03", ""),
        ("Customer Support Agent (German & English)", "Paketwerk GmbH", "2018-07", "2022-02"),
        ("Kundenberaterin", "Stadtwerke Leipzig AG", "2015-10", "2018-06"),
    ),
    "us_promotions.txt": (
        ("Help Desk Manager", "Riverside Health Systems", "2020-07", "2023-10"),
        ("Help Desk Supervisor", "Riverside Health Systems", "2017-02", "2020-06"),
        ("Help Desk Technician", "Riverside Health Systems", "2014-05", "2017-01"),
        ("Technical Support Specialist", "Buckeye Computers LLC", "2009-03", "2011-12"),
        ("Computer Tutor", "Dayton Public Library", "2010", "2011"),
    ),
    "two_columns.txt": (
        ("Customer Experience Manager", "Fernway", "2022-04", ""),
        ("Customer Support Team Lead", "Fernway", "2020-01", "2022-03"),
        ("Customer Support Specialist", "Lumen & Oak", "2017-08", "2019-12"),
    ),
    "linkedin_pdf.txt": (
        ("Support Team Lead", "Windmolen", "2024-04", ""),
        ("Customer Support Specialist", "Windmolen", "2022-01", "2024-03"),
        ("Customer Service Representative", "Fietsfabriek B.V.", "2019-09", "2021-12"),
    ),
    "no_headings.txt": (
        ("Live Chat Agent", "Sundial Outfitters", "2022", ""),
        ("Email Support Specialist", "Kettle & Crane", "2019", "2022"),
        ("Barista", "Blue Door Coffee", "2017", "2019"),
    ),
    "two_columns.pdf": (
        ("Contact Centre Operations Manager", "Thames Water Services Ltd", "2021-03", ""),
        ("Customer Service Team Manager", "Thames Water Services Ltd", "2017-08", "2021-02"),
        ("Senior Customer Adviser", "Vodafone UK", "2015-01", "2017-07"),
        ("Customer Adviser", "Vodafone UK", "2012-10", "2014-12"),
    ),
    "jsonresume_even.pdf": (
        ("Customer Support Manager", "Bank Wis\u0142a", "2023-02", ""),
        ("Customer Support Team Leader", "Bank Wis\u0142a", "2020-05", "2023-01"),
        ("Customer Service Consultant", "Telko Polska S.A.", "2017-09", "2020-04"),
        ("Ticket Seller", "Kino Muza", "2016-06", "2017-08"),
    ),
    "jsonresume_stackoverflow.pdf": (
        ("Customer Support Manager", "Bank Wis\u0142a", "2023-02", ""),
        ("Customer Support Team Leader", "Bank Wis\u0142a", "2020-05", "2023-01"),
        ("Customer Service Consultant", "Telko Polska S.A.", "2017-09", "2020-04"),
        ("Ticket Seller", "Kino Muza", "2016-06", "2017-08"),
    ),
    "linkedin.pdf": (
        ("Customer Support Manager", "Larkspur", "2023-06", ""),
        ("Customer Support Team Lead", "Larkspur", "2021-09", "2023-05"),
        ("Customer Support Specialist", "Cedar & Pine", "2019-02", "2021-08"),
        ("Front Desk Agent", "Hotel Belmont", "2016-05", "2019-01"),
    ),
    "word_template.docx": (
        ("Senior Help Desk Analyst", "North Bristol NHS Trust", "2023-02", ""),
        ("Help Desk Analyst", "North Bristol NHS Trust", "2020-06", "2023-01"),
        ("Customer Service Adviser", "Lloyds Banking Group", "2016-04", "2019-08"),
        ("Digital Champion (volunteer)", "Age UK", "2018", "2019"),
    ),
    "word_table.docx": (
        ("Team Leader", "Concentrix Philippines", "2023-10", ""),
        ("Customer Service Associate", "Concentrix Philippines", "2021-01", "2023-09"),
        ("Chat Support Representative", "Accenture Inc.", "2018-03", "2020-12"),
    ),
    "letter_spaced.txt": (
        ("Technical Support Engineer II", "Cloudharbour Ltd", "2022-02", ""),
        ("Technical Support Engineer I", "Cloudharbour Ltd", "2019-09", "2022-01"),
        ("Sales Assistant", "Murphy's Electronics", "2018-07", "2019-08"),
        ("Helpdesk Volunteer", "Cork Community Centre", "", ""),
        ("Helpline Listener", "Samaritans", "2017-01", "2017-12"),
    ),
}

MONTHS = {
    "us_classic.txt": 69 + 33 + 29,
    "uk_cv.txt": 87 + 41 + 29,
    "india_bpo.txt": 64 + 42 + 31,
    "philippines.txt": 47 + 27 + 29 + 21,
    "germany_english.txt": 57 + 44 + 33,
    "us_promotions.txt": 40 + 41 + 33 + 34,
    "two_columns.txt": 56 + 27 + 29,
    "linkedin_pdf.txt": 32 + 27 + 28,
    "no_headings.txt": 53 + 36 + 24,
    "letter_spaced.txt": 58 + 29 + 14,
    "two_columns.pdf": 69 + 43 + 31 + 27,
    "jsonresume_even.pdf": 46 + 33 + 32 + 15,
    "jsonresume_stackoverflow.pdf": 46 + 33 + 32 + 15,
    "linkedin.pdf": 42 + 21 + 31 + 33,
    "word_template.docx": 46 + 32 + 41,
    "word_table.docx": 38 + 33 + 34,
}
"""The months of all paid jobs, counted on fingers."""

NAMES = {
    "us_classic.txt": "ELENA MARQUEZ",
    "uk_cv.txt": "Oliver Hartley",
    "india_bpo.txt": "Ravi Shankar Iyer",
    "philippines.txt": "JOANNA MAE D. SANTOS",
    "germany_english.txt": "Katrin Vogel",
    "us_promotions.txt": "Marcus Bell",
    "two_columns.txt": "AMARA OKAFOR",
    "linkedin_pdf.txt": "Sanne de Wit",
    "no_headings.txt": "Grace Nakamura",
    "two_columns.pdf": "Priya Nair",
    "jsonresume_even.pdf": "Tomasz Zieli\u0144ski",
    "jsonresume_stackoverflow.pdf": "Tomasz Zieli\u0144ski",
    "linkedin.pdf": "Ren\u00e9e Dubois",
    "word_template.docx": "Hannah Whitcombe",
    "word_table.docx": "DARIUS MENDOZA",
}


def moment_text(moment: Moment | None) -> str:
    """Return a moment as the tables write it."""
    if moment is None:
        return ""
    return f"{moment.year}-{moment.month:02d}" if moment.month else str(moment.year)


def jobs_of(resume: Resume) -> tuple[Job, ...]:
    """Return the jobs of a résumé as the tables write them."""
    return tuple(
        (job.title, job.employer, moment_text(job.start), moment_text(job.end)) for job in resume.positions
    )


@pytest.fixture(scope="module")
def read(catalog: Catalog) -> Callable[[str], Resume]:
    """Return what reads a file, each once: a process of its own reads most of them."""
    return cache(lambda name: resume_of_lines(read_lines(RESUMES / name), catalog.ladder))


@pytest.fixture(name="resume")
def a_resume(request: pytest.FixtureRequest, read: Callable[[str], Resume]) -> Resume:
    """Return what a file holds."""
    return read(request.param)


@pytest.mark.parametrize(("resume", "name"), [(name, name) for name in JOBS], indirect=["resume"])
def test_every_job_with_its_dates(resume: Resume, name: str) -> None:
    """Each job comes through with its title, employer, start and end, and nothing else is a job."""
    assert jobs_of(resume) == JOBS[name]


@pytest.mark.parametrize(("resume", "name"), [(name, name) for name in MONTHS], indirect=["resume"])
def test_the_months_that_were_counted_by_hand(resume: Resume, name: str) -> None:
    """The paid jobs of each résumé cover as many months as somebody counted."""
    spans: list[MonthSpan] = [
        stretch_of(job.start, job.end, NOW)[0] for job in resume.positions if job.start and not job.volunteer
    ]
    assert months_in(spans) == MONTHS[name]


@pytest.mark.parametrize(("resume", "name"), [(name, name) for name in NAMES], indirect=["resume"])
def test_whose_resume_it_is(resume: Resume, name: str) -> None:
    """The name is found wherever the page begins, and how to reach the person is kept nowhere."""
    assert resume.name == NAMES[name]
    kept = repr(resume)
    assert "@" not in kept
    assert "555" not in kept


@pytest.mark.parametrize("resume", ["linkedin.pdf"], indirect=True)
def test_linkedins_own_pdf_is_known(resume: Resume) -> None:
    """What LinkedIn prints is called so; each job says the page that it is on, and a sidebar is no job."""
    assert resume.format == "LinkedIn profile (PDF)"
    assert [job.place.at for job in resume.positions] == ["page 1", "page 1", "page 1", "page 2"]
    assert [skill.name for skill in resume.skills] == ["Team Leadership", "Zendesk", "Customer Retention"]
    assert resume.headline == "Customer Support Manager at Larkspur"


@pytest.mark.parametrize("resume", ["us_promotions.txt"], indirect=True)
def test_a_leave_and_a_school_are_no_jobs(resume: Resume) -> None:
    """A career break is told and left out, and so is a school that has dates."""
    assert [entry.what for entry in resume.unplaced] == ["Career Break"]
    assert [text for text, _ in resume.education] == [
        "B.S. Information Technology, Wright State University, 2005 \u2013 2009"
    ]


@pytest.mark.parametrize("resume", ["us_classic.txt"], indirect=True)
def test_bullets_over_several_lines_are_whole(resume: Resume) -> None:
    """A bullet that runs over two lines is one, with its job and the line that it begins on."""
    first = next(text for text in resume.passages if text.what == "highlight")
    assert first.text.endswith("the highest of a team of fourteen for three quarters in a row")
    assert (first.place.line, first.job) == (11, resume.positions[0].place)


@pytest.mark.parametrize("resume", ["two_columns.txt"], indirect=True)
def test_stars_are_levels(resume: Resume) -> None:
    """Stars beside a skill are its level, as many as are filled."""
    assert [(skill.name, skill.level) for skill in resume.skills] == [
        ("Zendesk", "5 of 5"),
        ("Intercom", "4 of 5"),
        ("Coaching", "4 of 5"),
        ("SQL", "2 of 5"),
    ]
