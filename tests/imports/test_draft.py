"""From a résumé to a draft: what is taken and why, what is doubted, and what an answer changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.domain.experience import Draft
from careercli.domain.model import Catalog
from careercli.text.experience import outcome
from tests.imports.resumes import draft, work, write_json


def kinds(found: Draft) -> list[str]:
    """Return the kinds of the doubts, without those about other work by its title."""
    return [doubt.kind for doubt in found.doubts if not doubt.sure]


def test_years_worked_by_hand(catalog: Catalog, tmp_path: Path) -> None:
    """Overlaps count once, leading counts on both clocks, other jobs on none, a current job up to the day."""
    path = write_json(
        tmp_path,
        basics={"name": "Maya Lind"},
        work=work(
            ("Customer Support Team Lead", "2022-03", ""),  # Mar 2022 to Nov 2026: 57 months
            ("Customer Support Specialist", "2018-06-15", "2022-05-01"),  # to Feb 2022 alone: 45 months
            ("Software Engineer", "2010-01", "2017-12"),
            ("Engineering Manager", "2009-01", "2009-12"),
        ),
    )

    found = draft(catalog, path)

    assert (found.profile.support_years, found.profile.leading_years) == (8.5, 4.8)
    assert found.profile.leads_people
    assert (found.profile.name, found.profile.title) == ("Maya Lind", "Customer Support Team Lead")
    assert [job.kind for job in found.positions] == ["leading", "support", "neither", "elsewhere"]
    assert [doubt.about for doubt in found.doubts if doubt.sure] == [
        "Software Engineer at Acme",
        "Engineering Manager at Acme",
    ]
    assert kinds(found) == []
    whys = {fact.what: fact.why for fact in found.facts}
    assert whys["support_years"] == "102 months in 2 jobs; 3 months of overlap counted once."
    assert whys["leading_years"] == "57 months in 1 job."
    assert whys["title"] == "It is the current job."


def test_a_leave_is_no_job(catalog: Catalog, tmp_path: Path) -> None:
    """It counts on no clock, is never the title, and nobody is asked whether it was a job."""
    path = write_json(
        tmp_path,
        work=work(
            ("Maternity Leave", "2024-01", ""),
            ("Quality Analyst, Call Center", "2022-01", "2023-12"),
            ("Sabbatical", "2021-01", "2021-12"),
        ),
    )

    found = draft(catalog, path)
    assert (found.profile.support_years, found.profile.leading_years) == (2, 0)
    assert found.profile.title == "Quality Analyst, Call Center"
    assert not found.doubts
    assert found.positions[0].why == "A time without a job: maternity leave."


def test_who_led_and_leads_no_more(catalog: Catalog, tmp_path: Path) -> None:
    """Leading counts from the past; whether people are led now does not."""
    path = write_json(tmp_path, work=work(("Customer Support Manager", "2015", "2018")))

    found = draft(catalog, path)
    assert (found.profile.support_years, found.profile.leading_years) == (3, 3)
    assert not found.profile.leads_people
    assert "Where only the year is given" in found.positions[0].why


@pytest.mark.parametrize(
    ("job", "kind", "answer", "years"),
    [
        (("Team Lead", "2020-01", "2020-12"), "look-alike", "leading", (1, 1)),
        (("Team Lead", "2020-01", "2020-12"), "look-alike", "support", (1, 0)),
        (("Team Lead", "2020-01", "2020-12"), "look-alike", "none", (0, 0)),
        (("Customer Wizard", "2020-01", "2020-12"), "sounds-alike", "support", (1, 0)),
        (("Support Agent", None, "2020-12"), "dates", "2020-01 to 2020-12", (1, 0)),
        (("Support Agent", "2021-01", "2020-01"), "dates", "2020-01 to 2020-12", (1, 0)),
        (("Support Agent", "2030-01", None), "dates", "2020-01 to 2020-12", (1, 0)),
        (("Support Agent", "someday", None), "dates", "2020-01 to 2020-12", (1, 0)),
        (("Support Agent", "someday", None), "dates", "nonsense", (0, 0)),
        (("Support Agent", "1970-01", "2009-12"), "long", "count", (40, 0)),
    ],
)
def test_a_doubt_counts_for_nothing_until_it_is_settled(
    catalog: Catalog,
    tmp_path: Path,
    job: tuple[str, object, object],
    kind: str,
    answer: str,
    years: tuple[float, float],
) -> None:
    """Unanswered, what is doubted is not counted and is told; the answer says what it is."""
    path = write_json(tmp_path, work=work(job))
    before = draft(catalog, path)
    (doubt,) = before.doubts
    assert doubt.kind == kind
    assert before.profile.support_years == 0
    assert before.open == (doubt,)

    after = draft(catalog, path, {doubt.id: answer})
    assert (after.profile.support_years, after.profile.leading_years) == years
    assert after.doubts[0].answer == answer
    assert after.open == ()


def test_two_tiers_count_what_both_agree_on(catalog: Catalog, tmp_path: Path) -> None:
    """A title of a support seat and of a lead is support until somebody says that it was leading."""
    path = write_json(tmp_path, work=work(("Support Agent / Support Team Lead", "2020-01", "2020-12")))
    before = draft(catalog, path)
    assert kinds(before) == ["two-readings"]
    assert (before.profile.support_years, before.profile.leading_years) == (1, 0)

    after = draft(catalog, path, {before.doubts[0].id: "team-lead"})
    assert (after.profile.support_years, after.profile.leading_years) == (1, 1)


def test_an_answer_may_raise_another_doubt(catalog: Catalog, tmp_path: Path) -> None:
    """The dates of a job are asked about once it counts; an answer that is none is asked again."""
    path = write_json(tmp_path, work=work(("Team Lead", None, None)))
    first = draft(catalog, path).doubts[0]
    assert kinds(draft(catalog, path, {first.id: "none"})) == ["look-alike"]
    assert kinds(draft(catalog, path, {first.id: "leading"})) == ["look-alike", "dates"]
    assert draft(catalog, path, {first.id: "unheard of"}).open


def test_volunteer_work_is_asked_about(catalog: Catalog, tmp_path: Path) -> None:
    """Unpaid support counts once somebody says so; other unpaid work is no question."""
    unpaid = [
        {"organization": "Club", "position": title, "startDate": "2020-01", "endDate": "2020-12"}
        for title in ("Help Desk Agent", "Cook")
    ]
    path = write_json(tmp_path, volunteer=unpaid)
    before = draft(catalog, path)
    assert (kinds(before), before.profile.support_years, before.profile.title) == (["volunteer"], 0, None)
    assert draft(catalog, path, {before.doubts[0].id: "count"}).profile.support_years == 1


def test_three_jobs_at_a_time_are_doubted(catalog: Catalog, tmp_path: Path) -> None:
    """Jobs at once count once, also a third, unless somebody says that its dates are wrong."""
    jobs = work(
        ("Support Agent", "2019-01", "2019-12"),
        ("Support Agent", "2019-06", "2019-12"),
        ("Support Agent", "2019-07", "2020-12"),
    )
    path = write_json(tmp_path, work=jobs)
    before = draft(catalog, path)
    assert kinds(before) == ["overlap"]
    assert before.profile.support_years == 2
    assert draft(catalog, path, {before.doubts[0].id: "leave"}).profile.support_years == 1


def test_a_job_after_another_in_the_same_month(catalog: Catalog, tmp_path: Path) -> None:
    """Who moves on within a month has not two jobs there, so the job that they lead in now counts."""
    jobs = work(
        ("Support Agent", "2014-01", "2018-12"),
        ("Support Agent", "2015-01", "2017-06"),
        ("Customer Support Team Lead", "2017-06", ""),
    )
    found = draft(catalog, write_json(tmp_path, work=jobs))

    assert found.doubts == ()
    assert found.profile.leads_people
    assert found.profile.leading_years == 9.5


def test_two_levels_of_one_skill(catalog: Catalog, tmp_path: Path) -> None:
    """They are shown with both names; the lower one holds until somebody says which it is."""
    skills = [{"name": "Coaching", "level": "Expert"}, {"name": "Mentoring", "level": "Beginner"}]
    path = write_json(tmp_path, skills=skills)
    before = draft(catalog, path)
    (doubt,) = before.doubts

    assert "Expert of 'Coaching' and Beginner of 'Mentoring'" in doubt.text
    assert before.profile.skills == {"coaching": 1}
    assert outcome(doubt).startswith("Level 1")
    assert draft(catalog, path, {doubt.id: "4"}).profile.skills == {"coaching": 4}
    assert draft(catalog, path, {doubt.id: "3"}).profile.skills == {"coaching": 1}
    same = write_json(tmp_path, skills=[skills[0], {"name": "Mentoring", "level": "Expert"}])
    assert draft(catalog, same).doubts == ()


def test_levels_and_evidence(catalog: Catalog, tmp_path: Path) -> None:
    """A level is taken where the file says it of the skill itself, with a highlight as its evidence."""
    path = write_json(
        tmp_path,
        work=work(("Cook", "2020", "2021"), highlights=["Coaching for six new cooks", "Kindness"]),
        skills=[
            {"name": "Mentoring", "level": "Advanced"},
            {"name": "Coaching", "level": "Intermediate"},
            {"name": "Tools", "level": "Expert", "keywords": ["CRM", "Zendesk", "CRM software"]},
            {"name": "Empathy", "level": "9/10"},
            {"name": "QA"},
            {"name": "C++"},
        ],
        certificates=[{"name": "Certified Scrum Master", "issuer": "Scrum Alliance"}, {"name": "CISSP"}],
    )

    found = draft(catalog, path)

    assert found.profile.skills == {"coaching": 2}  # of two levels the lower
    scrum = "Certified Scrum Master, Scrum Alliance"
    vouched = ("process-improvement", "project-management", "cross-functional-collaboration")
    assert found.profile.evidence == {
        "coaching": "2021-06: Coaching for six new cooks (from Cook at Acme)",
        **dict.fromkeys(vouched, scrum),
    }
    by_skill = {skill.skill: skill for skill in found.skills}
    assert set(by_skill) == {
        "coaching",
        "crm",
        "empathy",
        "quality-assurance",
        "project-management",
        "cross-functional-collaboration",
        "process-improvement",
        "ticketing",
    }
    assert by_skill["coaching"].why == (
        "The file says Intermediate, taken as working; listed as a skill; a highlight says 'Coaching'."
    )
    assert (
        by_skill["ticketing"].why == "'Zendesk' is listed among skills."
    )  # a tool's level is none of a skill
    assert "no level of a known scale" in by_skill["empathy"].why
    assert "Certified Scrum Master" in by_skill["project-management"].why
    reasons = {entry.what: entry.why for entry in found.unplaced}
    assert set(reasons) == {"Tools", "C++", "CISSP"}

    _, both, doubt = found.doubts
    assert (both.kind, doubt.kind) == ("level", "level")
    assert both.about == "Coaching and mentoring"
    assert "crm" not in found.profile.skills
    assert draft(catalog, path, {doubt.id: "take"}).profile.skills == {"coaching": 2, "crm": 4}


def test_an_empty_resume_is_an_empty_draft(catalog: Catalog, tmp_path: Path) -> None:
    """A résumé without jobs and skills is a newcomer, and nothing is doubted."""
    found = draft(catalog, write_json(tmp_path, basics={}))
    assert (found.profile.support_years, found.profile.title, found.doubts) == (0, None, ())
    assert [fact.what for fact in found.facts] == ["support_years", "leading_years", "leads_people"]


@pytest.mark.parametrize(
    ("title", "default", "answer", "years"),
    [
        ("Piano Tuner", "neither", None, (0, 0)),
        ("Piano Tuner", "neither", "support", (1, 0)),
        ("Piano Tuner", "neither", "leading", (1, 1)),
        ("Piano Tuner", "neither", "elsewhere", (0, 0)),
        ("Engineering Manager", "elsewhere", "leading", (1, 1)),
        ("Engineering Manager", "elsewhere", "neither", (0, 0)),
        ("", "neither", "support", (1, 0)),
    ],
)
def test_a_job_of_other_work_by_its_title_can_be_corrected(
    title: str, default: str, answer: str | None, years: tuple[float, float], catalog: Catalog, tmp_path: Path
) -> None:
    """Whatever the title, the person can say what it was; what they say decides the clocks."""
    path = write_json(tmp_path, work=work((title, "2020-01", "2020-12")))
    (doubt,) = draft(catalog, path).doubts
    assert (doubt.default, doubt.sure, doubt.matters) == (default, True, False)
    assert [choice.value for choice in doubt.choices] == ["support", "leading", "elsewhere", "neither"]

    found = draft(catalog, path, {doubt.id: answer} if answer else {})

    assert (found.profile.support_years, found.profile.leading_years) == years
    assert found.positions[0].kind == (answer or default)
    assert found.doubts[0].matters == (answer is not None)


def test_a_corrected_job_raises_the_doubts_of_any_other(catalog: Catalog, tmp_path: Path) -> None:
    """Dates that cannot be counted are asked for once the job is said to be support."""
    path = write_json(tmp_path, work=work(("Piano Tuner", None, None)))
    (doubt,) = draft(catalog, path).doubts

    assert kinds(draft(catalog, path, {doubt.id: "support"})) == ["dates"]
