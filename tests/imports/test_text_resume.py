"""A career out of lines: groups, sidebars, open dates, what is left; and no lines make it fail."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.domain.experience import Resume
from careercli.domain.months import Moment
from careercli.imports.text_resume import resume_of_lines
from careercli.reading.builder import MOST_LINES
from careercli.reading.document import lines_of
from careercli.reading.lines import Line, TextDocument
from careercli.reading.pieces import MOST_CHARACTERS, Mark


def read(text: str) -> Resume:
    """Return what a text holds, without a ladder to help."""
    return resume_of_lines(lines_of(text.encode(), "folder/cv.txt"))


def jobs(text: str) -> list[tuple[str, str]]:
    """Return the titles and employers of a text's jobs."""
    return [(job.title, job.employer) for job in read(text).positions]


def test_several_jobs_under_one_employer() -> None:
    """An employer with the dates of all its jobs, or with how long it was, is no job, and each job has it."""
    text = """EXPERIENCE
Acme Corp, Austin, TX\t2014 \u2013 2022
Support Team Lead\tJan 2018 \u2013 Mar 2022
• Led six agents
Support Agent\tMay 2014 \u2013 Dec 2017
• Answered tickets
Globex
4 years 2 months
Service Desk Manager
March 2010 - April 2014 (4 years 2 months)
"""
    assert jobs(text) == [
        ("Support Team Lead", "Acme Corp"),
        ("Support Agent", "Acme Corp"),
        ("Service Desk Manager", "Globex"),
    ]


def test_who_works_freelance_is_the_employer() -> None:
    """A title alone belongs to the employer above it; one that says "freelance" does not."""
    text = """EXPERIENCE
Acme Ltd
Team Lead
2018 \u2013 2021
Skills: Zendesk, Coaching

Support Agent, 2016 \u2013 2018
\u2022 Answered tickets

Freelance
Virtual Assistant
2014 \u2013 2016
"""
    assert jobs(text) == [
        ("Team Lead", "Acme Ltd"),
        ("Support Agent", "Acme Ltd"),
        ("Virtual Assistant", "Freelance"),
    ]
    assert [skill.name for skill in read(text).skills] == ["Zendesk", "Coaching"]


def test_promotions_on_one_line() -> None:
    """Several titles with their dates in brackets on one line are several jobs."""
    text = "EXPERIENCE\nTeam Lead, Acme Ltd (2018-2021), Support Agent, Acme Ltd (2015-2018)\n"
    assert jobs(text) == [("Team Lead", "Acme Ltd"), ("Support Agent", "Acme Ltd")]


def test_a_job_over_a_page_break() -> None:
    """Feet and heads of pages do not part a job, nor a bullet, from what is told of it."""
    lines = [
        ("Jo Bright", 1), ("EXPERIENCE", 1), ("Support Agent, Acme Ltd, Jan 2019 - May 2021", 1),
        ("Answered forty tickets a day from customers in eleven countries and", 1),
        ("Jo Bright CV 1", 1), ("Page 1 of 2", 1), ("Jo Bright CV 2", 2), ("four languages", 2),
        ("Page 2 of 2", 2),
    ]  # fmt: skip
    document = TextDocument(
        "cv.pdf", "PDF", tuple(Line(text, number, page) for number, (text, page) in enumerate(lines, start=1))
    )
    resume = resume_of_lines(document)
    assert [job.place.text for job in resume.positions] == ["cv.pdf:3 page 1"]
    assert resume.passages[0].text.endswith("eleven countries and four languages")


@pytest.mark.parametrize(
    ("dates", "start", "end", "wrong"),
    [
        ("13/2020 \u2013 05/2021", None, Moment(2021, 5), "'13/2020'"),
        ("Mar 2019", Moment(2019, 3), None, "'mar 2019' is one date"),
        ("since 2019", Moment(2019), None, ""),
        ("2019 \u2013\nMar 2021", Moment(2019), Moment(2021, 3), ""),
        ("", None, None, ""),
    ],
)
def test_dates_that_leave_something_open(
    dates: str, start: Moment | None, end: Moment | None, wrong: str
) -> None:
    """A job whose dates are missing or cannot be read is a job still, and what is wrong is told."""
    text = f"EXPERIENCE\n\nSupport Agent | Acme Ltd\n{dates}\n• Answered tickets\n"
    (job,) = read(text).positions
    assert (job.title, job.employer, job.start, job.end) == ("Support Agent", "Acme Ltd", start, end)
    assert job.wrong.casefold().startswith(wrong.casefold())
    assert bool(job.wrong) == bool(wrong)


def test_a_sidebar_between_jobs() -> None:
    """Jobs go on below the sidebar of a second page."""
    text = """WORK EXPERIENCE
Team Lead, Acme Ltd, Jan 2019 - May 2021
• Led six agents

SKILLS
Zendesk
Coaching

Support Agent, Globex Inc., Mar 2015 - Dec 2018
• Answered tickets
"""
    assert jobs(text) == [("Team Lead", "Acme Ltd"), ("Support Agent", "Globex Inc.")]
    assert [skill.name for skill in read(text).skills] == ["Zendesk", "Coaching"]


@pytest.mark.parametrize(
    "heading",
    [
        "Berufserfahrung", "Expérience professionnelle", "Experiencia laboral", "Experiência Profissional",
        "Esperienze lavorative", "Werkervaring", "Doświadczenie zawodowe", "★ Work History:",
        "E X P E R I E N C E", "C A R E E R  H I S TO RY", "Relevant experience", "PROFESSIONAL BACKGROUND",
    ],
)  # fmt: skip
def test_headings_in_their_usual_words(heading: str) -> None:
    """The part with the jobs is found by its heading in eight languages, spaced out, with signs."""
    text = f"Dana Example\n\n{heading}\n\nZoo Keeper\nSafari Parks\n2019 \u2013 2021\n\nEDUCATION\nBA, 2010\n"
    assert jobs(text) == [("Zoo Keeper", "Safari Parks")]


def test_levels_and_groups_of_skills() -> None:
    """Skills are parted by commas, bars, bullets and lines; their levels and groups are kept as written."""
    text = (
        "SKILLS\nZendesk \u2013 Expert | Jira (basic)\nCRM: Salesforce, HubSpot\n"
        "Excel \u25cf\u25cf\u25cf\u25cb\u25cb\nLanguages: English, Igbo\n"
    )
    resume = read(text)
    assert [(skill.name, skill.level, skill.keywords) for skill in resume.skills] == [
        ("Zendesk", "Expert", ()),
        ("Jira", "basic", ()),
        ("CRM", "", ("Salesforce", "HubSpot")),
        ("Excel", "3 of 5", ()),
    ]
    assert [language for language, _ in resume.languages] == ["English", "Igbo"]


def test_what_stands_among_jobs_and_is_none_is_told() -> None:
    """Lines above the first job that belong to none are listed, with their place, and no more than forty."""
    text = "EXPERIENCE\n" + "Some words on their own\n" * 60 + "\nAgent | Acme Ltd | 2019 \u2013 2021\n"
    resume = read(text)
    assert len(resume.positions) == 1
    assert len(resume.unplaced) == 41
    assert resume.unplaced[0].place.text == "cv.txt:2"
    assert resume.unplaced[-1].what == "20 more lines"


def test_nothing_of_how_to_reach_somebody_is_kept() -> None:
    """Mail, telephone, links and addresses are neither a name nor a headline nor anything else."""
    text = (
        "12 High Street, Leeds LS1 4AB\n+44 113 496 0000\ndana@example.com\nlinkedin.com/in/danaexample\n"
        "Dana Example\nSupport Agent\nPhone: 0113 496 0001\n\n"
        "EXPERIENCE\nAgent | Acme Ltd | 2019 \u2013 2021\n"
    )
    resume = read(text)
    assert (resume.name, resume.headline) == ("Dana Example", "Support Agent")
    for part in ("496", "High Street", "@", "linkedin"):
        assert part not in repr(resume)


WORDS = st.sampled_from(
    (
        "Support", "Agent", "Acme", "Ltd", "2019", "\u2013", "-", "2021", "Present", "|", "\t", ",", "(", ")",
        ":", "EXPERIENCE", "Skills", "Education", "at", "Jan", "'19", "03/2020", "\u2022", "4 years 2 months",
        "Page 1 of 2", "@", "x@y.com", "Austin, TX", "Designation:", "E X P", "Worked as", "BA", "\u0142",
        "Maternity leave", "\u2026",
    )
)  # fmt: skip
LINES = st.lists(st.one_of(st.lists(WORDS, max_size=7).map(" ".join), st.text(max_size=40)), max_size=25)


@settings(max_examples=150, deadline=None)
@given(texts=LINES, mark=st.sampled_from(get_args(Mark)))
def test_no_lines_make_it_fail(texts: list[str], mark: Mark) -> None:
    """Whatever the lines are, there is a résumé, and each of its jobs says which line it came from."""
    lines = tuple(
        Line(text.strip(), number, number // 9, mark if number % 3 == 0 else "text")
        for number, text in enumerate(texts, start=1)
    )
    resume = resume_of_lines(TextDocument("cv.pdf", "PDF", lines))
    assert all(1 <= job.place.line <= len(lines) for job in resume.positions)
    assert all(job.title or job.employer for job in resume.positions)


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "Support Agent, Acme Ltd, Jan 2019 - May 2021", "2019 \u2013 2021", "a, b - c | d, e", "x" * 1900,
        "1 - 2 - 3 - 4 - 5 - 6 - 7 - 8 - 9" * 20, "( " * 400, "Austin, Austin, Austin, Austin, Austin",
    ],
)  # fmt: skip
def test_many_lines_take_little_time(line: str) -> None:
    """As many lines as a document may have, of whatever kind, are read within seconds."""
    number_of_lines = min(MOST_LINES, MOST_CHARACTERS // len(line))
    lines = tuple(Line(line, number) for number in range(1, number_of_lines + 1))
    began = time.process_time()
    resume_of_lines(TextDocument("cv.txt", "text", lines))
    assert time.process_time() - began < 10


def test_certificates_over_two_lines() -> None:
    """A certificate that a narrow column wraps is one, with its issuer and its date on lines of their own."""
    text = """CERTIFICATES
\u2022 Level 3 Award in Complaint
Handling (2020)
\u2022 Help Desk Analyst
Issued by HDI
Oct 2013

EDUCATION
Data Privacy Act Awareness, 2019
"""
    certificates = [(one.name, one.issuer) for one in read(text).certificates]
    assert certificates == [("Level 3 Award in Complaint Handling", ""), ("Help Desk Analyst", "HDI")]


def test_what_students_do_beside_school_is_no_job() -> None:
    """The treasurer of a student society is no job, whether below education or activities."""
    society = "Treasurer, Student Chess Society, 2019 \u2013 2021"
    above = "EXPERIENCE\nBarista, Blue Door Coffee, 2018 \u2013 2020\n\n"
    text = f"{above}EDUCATION\n{society}\n\nACTIVITIES\n{society}"
    assert jobs(text) == [("Barista", "Blue Door Coffee")]


def test_dates_alone_are_told() -> None:
    """Dates in the experience part that nothing names are no job, and are listed."""
    text = "EXPERIENCE\nBarista, Blue Door Coffee\n2018 \u2013 2020\n\u2022 Made coffee\n\n2015 \u2013 2017\n"
    resume = read(text)
    assert jobs(text) == [("Barista", "Blue Door Coffee")]
    assert [entry.what for entry in resume.unplaced] == ["2015 \u2013 2017"]


def test_a_table_with_a_job_to_a_row() -> None:
    """The heads of the columns are labels and no job, and nothing that has to be told."""
    text = (
        "EXPERIENCE\nSr. No.\tOrganization\tDesignation\tDuration\n"
        "1\tInfoline BPO\tProcess Associate\tJan 2019 - Mar 2021\n"
        "2\tWave Systems Pvt Ltd\tSenior Process Associate\tApr 2021 - Till Date\n"
    )
    found = [("Process Associate", "Infoline BPO"), ("Senior Process Associate", "Wave Systems Pvt Ltd")]
    assert jobs(text) == found
    assert not read(text).unplaced


def test_labels_in_bullets() -> None:
    """A bullet whose label is that of a title, an employer or dates is part of a head; any other is not."""
    text = """EXPERIENCE
- Employer: Acme Ltd
- Position: Support Agent
- Duration: Jan 2019 \u2013 Mar 2021
- Process: UK broadband calls from start to end
- Resolved billing questions
"""
    assert jobs(text) == [("Support Agent", "Acme Ltd")]
    assert read(text).passages[-1].text == "Resolved billing questions"


def test_facts_between_dates_employer_and_title_are_left_out() -> None:
    """As in applications to the US government: hours, pay, grade, address and supervisor stand in between."""
    text = """WORK EXPERIENCE
06/2021 - Present
Hours per week: 40
Salary: $52,100 per year
Series: 0303 Grade: 07

Department of Harbors
12 Quayside Street, Suite 4
Salem, OR 97301
United States
Customer Service Representative (This is a federal job)
Supervisor: Ada Quill, (503) 555-0101. May contact: Yes
Answered questions on permits.

03/2018 - 05/2021
Hours per week: 24
Rank: II

Fenwick Water District
Salem, OR
Call Center Agent
Supervisor: Bo Reed, (503) 555-0102
Explained bills.
"""
    assert jobs(text) == [
        ("Customer Service Representative", "Department of Harbors"),
        ("Call Center Agent", "Fenwick Water District"),
    ]


def test_a_town_below_the_dates_is_no_employer() -> None:
    """Where an employer stands above several jobs, the town of each is where it was."""
    text = """EXPERIENCE
Marlin Hosting
3 years 6 months
Support Specialist
May 2019 - July 2020 (1 year 3 months)
Duluth, Minnesota
Kept the help center.

Support Agent
February 2017 - April 2019 (2 years 3 months)
Duluth, Minnesota
Answered tickets.
"""
    assert jobs(text) == [("Support Specialist", "Marlin Hosting"), ("Support Agent", "Marlin Hosting")]


@pytest.mark.parametrize("heading", ["", "ROLES & RESPONSIBILITIES\n", "KEY RESPONSIBILITIES\n"])
def test_what_is_told_below_a_table_of_jobs_belongs_to_them(heading: str) -> None:
    """A title that stands there again without dates begins no further job; a leave in the table is none."""
    text = f"""WORK EXPERIENCE
No.\tOrganisation\tDesignation\tPeriod
1\tSuncrest BPO Ltd.\tTeam Leader\tOct 2022 \u2013 Present
2\t—\tMaternity break\tMar 2022 \u2013 Sep 2022
3\tSuncrest BPO Ltd.\tQuality Analyst\tJan 2020 \u2013 Feb 2022

{heading}
Team Leader (Process: Chat)
\u2022 Handled a roster of 16
Quality Analyst (Process: Voice)
\u2022 Audited eight calls a day
"""
    resume = read(text)
    assert [(job.title, job.employer) for job in resume.positions] == [
        ("Team Leader", "Suncrest BPO Ltd."),
        ("Quality Analyst", "Suncrest BPO Ltd."),
    ]
    first, second = (job.place for job in resume.positions)
    assert [(passage.text, passage.job) for passage in resume.passages] == [
        ("Handled a roster of 16", first),
        ("Audited eight calls a day", second),
    ]


def test_who_teaches_at_a_school_has_a_job() -> None:
    """A title with the word of a school in it is no degree."""
    text = "EXPERIENCE\nPrimary School Teacher, Hillside Academy, 2015 \u2013 2017\n\u2022 Taught year two\n"
    assert jobs(text) == [("Primary School Teacher", "Hillside Academy")]
