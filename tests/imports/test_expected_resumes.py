"""Résumés by somebody who had not seen the reader: each job, each date and both clocks, counted by hand.

Beside a file ``name.pdf`` stands ``name.expected.json``; ``resumes/README.md`` says how both were made.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict, cast

import pytest

from careercli.catalog import load_library
from careercli.domain.experience import Draft
from careercli.domain.model import Catalog
from careercli.domain.months import MonthSpan, month_of, month_text, months_in
from careercli.imports import draft_of, read_resume

pytestmark = pytest.mark.slow

RESUMES = Path(__file__).parent / "resumes"
TODAY = date(2026, 11, 30)


class ExpectedJob(TypedDict):
    """A job as its author thinks of it; a date is ``2019-03``, ``2019``, or None where the job goes on.

    ``asked`` says that its title alone does not tell what it was, so that its kind is asked for.
    """

    title: str
    employer: str
    start: str
    end: str | None
    kind: str
    optional: NotRequired[bool]
    asked: NotRequired[bool]


class Expected(TypedDict):
    """What a résumé holds, in months where it counts."""

    jobs: list[ExpectedJob]
    support_months: int
    leading_months: int


FILES = sorted(
    path.name
    for expected in RESUMES.glob("*.expected.json")
    for path in RESUMES.glob(f"{expected.name.removesuffix('.expected.json')}.*")
    if path != expected
)


def expected_of(name: str) -> Expected:
    """Return what is expected of a file."""
    text = (RESUMES / f"{name.partition('.')[0]}.expected.json").read_text()
    return cast("Expected", json.loads(text))


@pytest.fixture(name="drafted", scope="module", params=FILES)
def a_draft(request: pytest.FixtureRequest, catalog: Catalog) -> tuple[Draft, Expected]:
    """Return what a file comes to, and what it should."""
    resume = read_resume(RESUMES / request.param, catalog.ladder)
    return draft_of(resume, catalog, load_library(), TODAY), expected_of(request.param)


def text_of(month: int, like: str) -> str:
    """Return a month as it was expected: with its month, or the year alone."""
    return month_text(month)[: len(like)]


def test_every_job_and_date(drafted: tuple[Draft, Expected]) -> None:
    """Each job is there with its title, its employer and its dates, and nothing else is."""
    draft, expected = drafted
    jobs = {(job.position.title, job.position.employer): job for job in draft.positions}
    for wanted in expected["jobs"]:
        job = jobs.pop((wanted["title"], wanted["employer"]), None)
        if job is None:
            assert wanted.get("optional"), (wanted, list(jobs))
            continue
        assert job.stretch, wanted
        end = wanted["end"] or "2026-11"
        assert text_of(job.stretch.first, wanted["start"]) == wanted["start"], wanted
        assert text_of(job.stretch.last, end) == end, wanted
        kind = {"adjacent": "support"}.get(wanted["kind"], wanted["kind"])
        assert wanted.get("asked") or (job.kind if job.counts else "neither") == kind, wanted
    assert not jobs


def test_both_clocks(drafted: tuple[Draft, Expected]) -> None:
    """The years in support and in leading are those of the months that were counted, to one decimal."""
    draft, expected = drafted
    for kinds, years, months in (
        (("leading", "support", "adjacent"), draft.profile.support_years, expected["support_months"]),
        (("leading",), draft.profile.leading_years, expected["leading_months"]),
    ):
        assert _sure_months(expected, kinds) - 1 < years * 12 < months + 1


def _sure_months(expected: Expected, kinds: tuple[str, ...]) -> int:
    """Return how many months the jobs of some kinds come to without those that are asked about."""
    spans = []
    for job in expected["jobs"]:
        if job["kind"] in kinds and not job.get("asked"):
            ends = [tuple(map(int, text.split("-"))) for text in (job["start"], job["end"] or "2026-11")]
            spans.append(MonthSpan(*(month_of(year, month) for year, month in ends)))
    return months_in(spans)
