"""A résumé becomes a draft profile: what is taken, from where and why, what is left, and what is doubted."""

from collections.abc import Iterator, Mapping
from datetime import date

from careercli.domain.experience import (
    LONG_MONTHS,
    Counted,
    DoubtChoice,
    DoubtKind,
    Draft,
    JobKind,
    Place,
    Position,
    Resume,
    TakenFact,
    Unplaced,
    clocks,
    latest,
    weighed,
)
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Profile
from careercli.domain.months import crowded, month_of, month_text, years_of
from careercli.formats.document import Document
from careercli.imports.doubts import Doubting
from careercli.imports.job_dates import JobDates, roughly
from careercli.imports.job_titles import OTHER_WORK, kind_of_answer, verdict_on
from careercli.imports.own_profile import draft_of_profile
from careercli.imports.resume_skills import ResumeSkills
from careercli.text.experience import job_name
from careercli.text.phrases import count, number

_COUNTS: frozenset[JobKind] = frozenset({"support", "leading"})
_LEAVE = DoubtChoice("leave", "Leave it out.")
_COUNT_OR_LEAVE = (DoubtChoice("count", "Count it."), _LEAVE)


def draft_of(
    resume: Resume, catalog: Catalog, library: Library, as_of: date, answers: Mapping[str, str] | None = None
) -> Draft:
    """Return the draft of a profile on the day ``as_of``.

    ``answers`` holds what a person said to the doubts, by the doubts' ids; an answer may raise another doubt.
    A doubt that is not answered is settled by its default. An answer about dates that cannot be read
    counts as none. A file that is a profile already is that profile.

    Raises:
        InvalidDataError: it is a profile, and no sound one.

    """
    if isinstance(resume.own, Document):
        return draft_of_profile(resume.own, catalog, as_of)
    experience = _Experience(resume, catalog, as_of, answers or {})
    skills = ResumeSkills(resume, catalog, library, answers or {}, experience.job_at)
    found = skills.found()
    rated = {entry.skill: entry.level for entry in found if entry.level is not None}
    profile = Profile(
        support_years=experience.support_years,
        leading_years=experience.leading_years,
        leads_people=experience.leads is not None,
        name=resume.name or None,
        title=experience.last.position.title if experience.last else None,
        skills=rated,
        evidence={entry.skill: entry.evidence for entry in found if entry.evidence},
    )
    named = TakenFact("name", resume.name, resume.name_place, "It is the name in the file.")
    draft = Draft(
        source=resume.source,
        format=resume.format,
        as_of=as_of.isoformat(),
        profile=profile,
        facts=(*((named,) if resume.name else ()), *experience.facts()),
        positions=tuple(experience.jobs),
        skills=found,
        unplaced=(*resume.unplaced, *skills.unplaced, *_without_place(resume)),
        doubts=(*experience.doubts, *skills.doubts),
    )
    return weighed(draft)


def _without_place(resume: Resume) -> Iterator[Unplaced]:
    for text, place in resume.education:
        yield Unplaced(text, place, "Education asks nothing of a tier.")
    for text, place in resume.languages:
        yield Unplaced(text, place, "A profile has no place for languages.")


class _Experience(Doubting):
    """The jobs of a résumé, and what they come to on the two clocks."""

    def __init__(self, resume: Resume, catalog: Catalog, as_of: date, answers: Mapping[str, str]) -> None:
        super().__init__(answers)
        self.ladder = catalog.ladder
        self.now = month_of(as_of.year, as_of.month)
        self.dates = JobDates(self, self.now, resume.positions)
        self.jobs = self._not_too_many_at_once(list(map(self._job, self.dates.positions)))
        self.months, self.leading_months = clocks(self.jobs)
        self.last = latest(self.jobs)
        self.support_years, self.leading_years = years_of(self.months), years_of(self.leading_months)
        self.leads = next((j for j in self.jobs if j.current and j.counts and j.kind == "leading"), None)

    def job_at(self, place: Place | None) -> tuple[str, str]:
        """Return which job stands at a place of the file, and its last month, as in ``2021-03``."""
        job = next((job for job in self.jobs if job.position.place == place), None)
        if not job:
            return "", ""
        return job_name(job.position), month_text(job.stretch.last) if job.stretch else ""

    def facts(self) -> tuple[TakenFact, ...]:
        """Return what the jobs come to, and why."""
        out = []
        if self.last:
            why = "It is the current job." if self.last.current else "It is the latest job."
            out.append(TakenFact("title", self.last.position.title, self.last.position.place, why))
        counted = [job for job in self.jobs if job.counts]
        leading = [job for job in counted if job.kind == "leading"]
        doubled = sum(job.stretch.months for job in counted if job.stretch) - self.months
        once = f"; {count(doubled, 'month')} of overlap counted once" if doubled else ""
        for what, years, months, jobs in (
            ("support_years", self.support_years, self.months, counted),
            ("leading_years", self.leading_years, self.leading_months, leading),
        ):
            why = f"{count(months, 'month')} in {count(len(jobs), 'job')}"
            limit = "; a profile holds 60 years at most" if months > years * 12 + 1 else ""
            out.append(
                TakenFact(what, number(years), None, f"{why}{once if jobs is counted else ''}{limit}.")
            )
        leads, which = ("yes", "A") if self.leads else ("no", "No")
        place = self.leads.position.place if self.leads else None
        why = f"{which} current job leads people in support."
        return (*out, TakenFact("leads_people", leads, place, why))

    def _job(self, position: Position) -> Counted:
        reading = verdict_on(self.ladder, position.title)
        kind, why = reading.kind, reading.why
        if reading.doubt:
            values = [choice.value for choice in reading.choices]
            default = "none" if "none" in values else values[0]
            answer = self._ask(position, reading.doubt, reading.why, reading.choices, default)
            kind = kind_of_answer(self.ladder, answer, reading.kind)
        elif kind not in _COUNTS and not reading.no_job:
            answer = self._ask(position, "look-alike", why, OTHER_WORK, kind)
            kind = kind_of_answer(self.ladder, answer, kind)
        time = self.dates.of(position)
        counts = kind in _COUNTS and self._paid(position)
        if counts and time.wrong:
            time = self.dates.asked(position, time)
        why = f"{why}{time.wrong and f' {time.wrong}.'}{roughly(position)}"
        if time.stretch and counts and time.stretch.months >= LONG_MONTHS:
            text = f"It runs for {time.stretch.months // 12} years."
            counts = self._ask(position, "long", text, _COUNT_OR_LEAVE, "leave") == "count"
            why = f"{why} {text}"
        counts = counts and time.stretch is not None
        return Counted(
            position, kind, time.stretch, time.current, counts=counts, why=why, no_job=reading.no_job
        )

    def _ask(
        self, position: Position, kind: DoubtKind, text: str, choices: tuple[DoubtChoice, ...], default: str
    ) -> str:
        return self.settle(kind, job_name(position), text, position.place, choices, default)

    def _paid(self, position: Position) -> bool:
        if not position.volunteer:
            return True
        text = "It is volunteer work."
        return self._ask(position, "volunteer", text, _COUNT_OR_LEAVE, "leave") == "count"

    def _not_too_many_at_once(self, jobs: list[Counted]) -> list[Counted]:
        """Return the jobs, without those at the same time as two others that somebody says to leave out."""
        counted = [(index, job.stretch) for index, job in enumerate(jobs) if job.counts and job.stretch]
        out = list(jobs)
        for at in sorted(crowded([stretch for _, stretch in counted])):
            index = counted[at][0]
            text = "Two other support jobs run at the same time: is a date wrong?"
            choices = (DoubtChoice("count", "All dates are right: count each month once."), _LEAVE)
            if self._ask(jobs[index].position, "overlap", text, choices, "count") == "leave":
                why = f"{jobs[index].why} {text}"
                out[index] = jobs[index].but(counts=False, why=why)
        return out
