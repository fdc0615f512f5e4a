"""A career printed in any layout reads back as it was: every title, employer, start and end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.domain.experience import Resume
from careercli.domain.model import Catalog
from careercli.domain.months import Moment
from careercli.imports.text_resume import resume_of_lines
from careercli.reading.document import lines_of
from tests.imports.printer import (
    BULLETS,
    DASHES,
    DATE_STYLES,
    EMPLOYERS,
    LAYOUTS,
    PLACES,
    PRESENTS,
    REMARKS,
    SIDE_LAYOUTS,
    TITLES,
    Look,
    PrintedJob,
    printed,
    promoted,
    with_sides,
)

IN_ANY_WAY = settings(max_examples=max(settings.default.max_examples // 10, 1))


def moment(month: int) -> Moment:
    """Return a month counted from the year 0."""
    return Moment(month // 12, month % 12 + 1)


@st.composite
def careers(draw: st.DrawFn, *, bare: bool = False) -> list[PrintedJob]:
    """Draw up to four jobs, the last one first; ``bare`` ones have no bullets."""
    amount = draw(st.integers(1, 4))
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=amount, max_size=amount, unique=True))
    employers = draw(st.lists(st.sampled_from(EMPLOYERS), min_size=amount, max_size=amount, unique=True))
    first = draw(st.integers(2018 * 12, 2024 * 12))
    end = draw(st.sampled_from((None, moment(first + 17))))
    jobs = []
    for title, employer in zip(titles, employers, strict=True):
        bullets = st.lists(st.sampled_from(BULLETS), min_size=1, max_size=3, unique=True)
        told = () if bare else tuple(draw(bullets))
        place, remark = draw(st.sampled_from(PLACES)), draw(st.sampled_from(REMARKS))
        jobs.append(PrintedJob(title, employer, place, moment(first), end, told, remark))
        end = moment(first)
        first -= draw(st.integers(3, 50))
    return jobs


LOOKS = st.builds(
    Look,
    st.sampled_from([*DATE_STYLES.values()]),
    st.sampled_from(DASHES),
    st.sampled_from(PRESENTS),
    st.sampled_from(("\u2022 ", "- ")),
    st.booleans(),
)


Read = Callable[[str], Resume]


@pytest.fixture(name="read", scope="module")
def a_reader(catalog: Catalog) -> Read:
    """Return what reads a text as a résumé."""

    def read(text: str) -> Resume:
        return resume_of_lines(lines_of(text.encode(), "cv.txt"), catalog.ladder)

    return read


def told(jobs: list[PrintedJob]) -> list[tuple[str, str, Moment, Moment | None]]:
    """Return what must come back of jobs."""
    return [(job.title, job.employer, job.start, job.end) for job in jobs]


def found(resume: Resume) -> list[tuple[str, str, Moment | None, Moment | None]]:
    """Return the jobs of a résumé."""
    return [(job.title, job.employer, job.start, job.end) for job in resume.positions]


@pytest.mark.parametrize("layout", LAYOUTS)
@IN_ANY_WAY
@given(jobs=careers(), look=LOOKS)
def test_every_layout_reads_back(read: Read, layout: str, jobs: list[PrintedJob], look: Look) -> None:
    """Whatever stands first, on however many lines, with whatever signs and dates between."""
    resume = read(printed(jobs, LAYOUTS[layout], look))
    assert found(resume) == told(jobs)
    assert [text.text for text in resume.passages] == [text for job in jobs for text in job.bullets]
    assert resume.name == "Dana Example"
    assert not resume.unplaced


@pytest.mark.parametrize("layout", LAYOUTS)
@IN_ANY_WAY
@given(jobs=careers(bare=True), look=LOOKS)
def test_jobs_that_nothing_is_told_of(read: Read, layout: str, jobs: list[PrintedJob], look: Look) -> None:
    """Heads that follow one another without a bullet between them are told apart where a gap parts them."""
    assert found(read(printed(jobs, LAYOUTS[layout], look._replace(apart=True)))) == told(jobs)


@pytest.mark.parametrize("layout", SIDE_LAYOUTS)
@IN_ANY_WAY
@given(jobs=careers(), look=LOOKS)
def test_dates_below_what_is_told(read: Read, layout: str, jobs: list[PrintedJob], look: Look) -> None:
    """Dates of a column at the right that come after a job's bullets are those of that job."""
    resume = read(with_sides(jobs, *SIDE_LAYOUTS[layout], look))
    assert found(resume) == told(jobs)
    assert [text.text for text in resume.passages] == [text for job in jobs for text in job.bullets]


@IN_ANY_WAY
@given(jobs=careers(), look=LOOKS)
def test_promotions_under_one_employer(read: Read, jobs: list[PrintedJob], look: Look) -> None:
    """An employer that is told once above several jobs is that of each, and their place is none."""
    jobs = [job._replace(employer=jobs[0].employer) for job in jobs]
    assert found(read(promoted(jobs, look, run_in=False))) == told(jobs)


@IN_ANY_WAY
@given(jobs=careers(), look=LOOKS)
def test_an_employer_on_the_line_of_the_heading(catalog: Catalog, jobs: list[PrintedJob], look: Look) -> None:
    """A theme of two columns may put the heading and the employer of all jobs below it on one line."""
    jobs = [job._replace(employer=jobs[0].employer) for job in jobs]
    text = promoted(jobs, look, run_in=True)
    assert found(resume_of_lines(lines_of(text.encode(), "cv.md"), catalog.ladder)) == told(jobs)
