"""A résumé becomes a draft profile: what is taken, from where and why, what is left, and what is doubted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from careercli.domain.experience import (
    LONG_MONTHS,
    Counted,
    Doubt,
    DoubtChoice,
    DoubtKind,
    Draft,
    JobKind,
    ListedSkill,
    Place,
    Position,
    Resume,
    TakenFact,
    TakenSkill,
    Unplaced,
    clocks,
    latest,
)
from careercli.domain.guide import Certificate, Library
from careercli.domain.mentions import Finder, level_of, skill_finder
from careercli.domain.model import LEVEL_NAMES, Catalog, Profile
from careercli.domain.months import MonthSpan, crowded, month_of, month_text, stretch_of, years_of
from careercli.formats.document import shortened
from careercli.imports.dates import span_of
from careercli.imports.job_titles import OTHER_WORK, kind_of_answer, verdict_on
from careercli.text.experience import job_name
from careercli.text.phrases import count, number

_EVIDENCE_LENGTH = 500
_COUNTS: frozenset[JobKind] = frozenset({"support", "leading"})
_LEAVE = DoubtChoice("leave", "Leave it out.")
_COUNT_OR_LEAVE = (DoubtChoice("count", "Count it."), _LEAVE)


def draft_of(
    resume: Resume, catalog: Catalog, library: Library, as_of: date, answers: Mapping[str, str] | None = None
) -> Draft:
    """Return the draft of a profile on the day ``as_of``.

    ``answers`` holds what a person said to the doubts, by the doubts' ids; an answer may raise another doubt.
    A doubt that is not answered is settled by its default. An answer about dates that cannot be read
    counts as none.
    """
    experience = _Experience(resume, catalog, as_of, answers or {})
    skills = _Skills(resume, catalog, library, answers or {})
    found = skills.found()
    rated = {entry.skill: entry.level for entry in found if entry.level is not None}
    profile = Profile(
        support_years=experience.support_years,
        leading_years=experience.leading_years,
        leads_people=experience.leads is not None,
        name=resume.name or None,
        title=experience.last.position.title if experience.last else None,
        skills=rated,
        evidence={entry.skill: entry.evidence for entry in found if entry.evidence and entry.skill in rated},
    )
    named = TakenFact("name", resume.name, resume.name_place, "It is the name in the file.")
    return Draft(
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


def _without_place(resume: Resume) -> Iterator[Unplaced]:
    for text, place in resume.education:
        yield Unplaced(text, place, "Education asks nothing of a tier.")
    for text, place in resume.languages:
        yield Unplaced(text, place, "A profile has no place for languages.")


class _Doubting:
    """Raises doubts, and settles each by its answer or its default."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.answers = answers
        self.doubts: list[Doubt] = []

    def settle(
        self,
        kind: DoubtKind,
        about: str,
        text: str,
        place: Place,
        choices: tuple[DoubtChoice, ...],
        default: str,
        *,
        of: str = "",
    ) -> str:
        """Return the answer to a doubt, or its default; ``of`` tells several at one place apart."""
        name = f"{place.text}#{kind}{of and f'-{of}'}"
        answer = self.answers.get(name)
        if choices and answer not in {choice.value for choice in choices}:
            answer = None
        sure = choices == OTHER_WORK
        self.doubts.append(Doubt(name, kind, about, text, place, choices, default, answer, sure))
        return default if answer is None else answer


class _Experience(_Doubting):
    """The jobs of a résumé, and what they come to on the two clocks."""

    def __init__(self, resume: Resume, catalog: Catalog, as_of: date, answers: Mapping[str, str]) -> None:
        super().__init__(answers)
        self.ladder = catalog.ladder
        self.now = month_of(as_of.year, as_of.month)
        self.jobs = self._not_too_many_at_once([self._job(position) for position in resume.positions])
        self.months, self.leading_months = clocks(self.jobs)
        self.last = latest(self.jobs)
        self.support_years, self.leading_years = years_of(self.months), years_of(self.leading_months)
        self.leads = next((j for j in self.jobs if j.current and j.counts and j.kind == "leading"), None)

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
        stretch, current, wrong = self._dates(position)
        counts = kind in _COUNTS and self._paid(position)
        if not counts:
            said = f"{why}{wrong and f' {wrong}.'}"
            return Counted(position, kind, stretch, current, counts=False, why=said, no_job=reading.no_job)
        if wrong:
            stretch = self._dates_asked(position, wrong)
            current = stretch is not None and stretch.last >= self.now
        if stretch is None:
            return Counted(position, kind, None, current=False, counts=False, why=f"{why} {wrong}.")
        if stretch.months >= LONG_MONTHS:
            text = f"It runs for {stretch.months // 12} years."
            counts = self._ask(position, "long", text, _COUNT_OR_LEAVE, "leave") == "count"
            why = f"{why} {text}"
        return Counted(position, kind, stretch, current, counts=counts, why=f"{why}{_year_alone(position)}")

    def _ask(
        self, position: Position, kind: DoubtKind, text: str, choices: tuple[DoubtChoice, ...], default: str
    ) -> str:
        return self.settle(kind, job_name(position), text, position.place, choices, default)

    def _paid(self, position: Position) -> bool:
        if not position.volunteer:
            return True
        text = "It is volunteer work."
        return self._ask(position, "volunteer", text, _COUNT_OR_LEAVE, "leave") == "count"

    def _dates(self, position: Position) -> tuple[MonthSpan | None, bool, str]:
        """Return the months of a job, whether it is current, and what is wrong with its dates."""
        if position.wrong:
            return None, False, f"Its dates do not say when it was: {position.wrong}"
        if position.start is None:
            return None, position.end is None, "It has no start, so its years cannot be counted"
        stretch, current = stretch_of(position.start, position.end, self.now)
        if stretch.first > self.now:
            return None, False, f"It starts in {month_text(stretch.first)}, which is still to come"
        if stretch.last < stretch.first:
            return None, False, "It ends before it starts"
        return stretch, current, ""

    def _dates_asked(self, position: Position, wrong: str) -> MonthSpan | None:
        answer = self._ask(position, "dates", f"{wrong}.", (), "")
        try:
            return span_of(answer, self.now) if answer else None
        except ValueError:
            return None

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
                out[index] = msgspec.structs.replace(jobs[index], counts=False, why=why)
        return out


def _year_alone(position: Position) -> str:
    moments = [moment for moment in (position.start, position.end) if moment]
    if all(moment.month for moment in moments):
        return ""
    return " Where only the year is given, its middle is taken."


class _Skills(_Doubting):
    """The skills that a résumé names."""

    def __init__(
        self, resume: Resume, catalog: Catalog, library: Library, answers: Mapping[str, str]
    ) -> None:
        super().__init__(answers)
        self.resume = resume
        self.catalog = catalog
        self.finder = skill_finder(catalog)
        self.certificate_finder = Finder(library.certificate_names)
        self.tool_finder = Finder(library.tool_names)
        self.certificates = {certificate.name: certificate for certificate in library.certificates}
        self.unplaced: list[Unplaced] = []
        self.said: dict[str, dict[int, ListedSkill]] = {}
        self.levels: dict[str, tuple[int, str]] = {}
        self.places: dict[str, list[Place]] = {}
        self.whys: dict[str, list[str]] = {}
        self.evidence: dict[str, str] = {}
        self.groups: dict[tuple[str, ListedSkill, int], None] = {}

    def found(self) -> tuple[TakenSkill, ...]:
        """Return the skills found, those with a level first, each group in the order of the catalog."""
        for entry in self.resume.skills:
            self._entry(entry)
        for skill, said in self.said.items():
            self._level(skill, said)
        for skill, group, level in self.groups:
            self._level_of_group(skill, group, level)
        for passage in self.resume.passages:
            for skill in self.finder.within(passage.text):
                self._mention(skill, passage.place, f"named in a {passage.what}")
                if passage.what == "highlight":
                    self.evidence.setdefault(skill, shortened(passage.text, _EVIDENCE_LENGTH))
        self._certificates()
        taken = [self._taken(skill.id) for skill in self.catalog.skills if skill.id in self.places]
        return tuple(sorted(taken, key=lambda entry: entry.level is None))

    def _taken(self, skill: str) -> TakenSkill:
        level, why = self.levels.get(skill, (None, ""))
        whys = list(dict.fromkeys(filter(None, (why, *self.whys[skill]))))
        evidence = self.evidence.get(skill, "") if level is not None else ""
        return TakenSkill(skill, level, tuple(dict.fromkeys(self.places[skill])), _sentence(whys), evidence)

    def _mention(self, skill: str, place: Place, why: str) -> None:
        self.places.setdefault(skill, []).append(place)
        self.whys.setdefault(skill, []).append(why)

    def _entry(self, entry: ListedSkill) -> None:
        level = level_of(entry.level) if entry.level else None
        whole = self.finder.whole(entry.name)
        if whole:
            self._mention(whole, entry.place, "listed as a skill")
            if level is not None:
                self.said.setdefault(whole, {}).setdefault(level, entry)
            elif entry.level:
                self.whys[whole].append(f"the file says '{entry.level}', which is no level of a known scale")
        for text in (entry.name, *entry.keywords) if not whole else entry.keywords:
            named = self.finder.within(text)
            for skill in named:
                self._mention(skill, entry.place, "listed among skills")
                if level is not None:
                    self.groups[skill, entry, level] = None
            if text and not named:
                self.unplaced.append(Unplaced(text, entry.place, self._why_not(text)))

    def _level(self, skill: str, said: Mapping[int, ListedSkill]) -> None:
        """Take the level that the file gives a skill; of several the lowest, until somebody says which."""
        level = min(said)
        if len(said) > 1:
            name = self.catalog.skill_titles[skill]
            listed = " and ".join(f"{entry.level} of '{entry.name}'" for entry in said.values())
            text = f"The file says {listed}: for {name} that is more than one level."
            choices = tuple(
                DoubtChoice(str(each), f"Level {each}, {LEVEL_NAMES[each]}: {said[each].level}.")
                for each in sorted(said)
            )
            place = next(iter(said.values())).place
            level = int(self.settle("level", name, text, place, choices, str(level), of=skill))
        self.levels[skill] = (level, f"the file says {said[level].level}, taken as {LEVEL_NAMES[level]}")

    def _level_of_group(self, skill: str, entry: ListedSkill, level: int) -> None:
        """Doubt a level that the file gives to a list of skills rather than to this one."""
        if skill in self.levels:
            return
        name = self.catalog.skill_titles[skill]
        listed = entry.name or "a list of skills"
        text = f"The file says {entry.level} of '{listed}' as a whole, and names {name} in it."
        choices = (
            DoubtChoice("take", f"Take it for {name} too: level {level}, {LEVEL_NAMES[level]}."),
            DoubtChoice("ask", "Leave it unrated, to be asked."),
        )
        if self.settle("level", name, text, entry.place, choices, "ask", of=skill) == "take":
            self.levels[skill] = (level, f"the file says {entry.level} of '{listed}'")

    def _certificates(self) -> None:
        for entry in self.resume.certificates:
            text = f"{entry.name}, {entry.issuer}" if entry.issuer else entry.name
            known = [self.certificates[name] for name in self.certificate_finder.within(entry.name)]
            skills = {skill: _vouching(entry.name, one) for one in reversed(known) for skill in one.skills}
            for skill in self.finder.within(entry.name):
                skills.setdefault(skill, f"named by the certificate {entry.name}")
            for skill, why in skills.items():
                if skill in self.catalog.skills_by_id:
                    self._mention(skill, entry.place, why)
                    self.evidence.setdefault(skill, shortened(text, _EVIDENCE_LENGTH))
            if not skills:
                why = "No skill is named by it, and it is none of the certificates that are known."
                self.unplaced.append(Unplaced(text, entry.place, why))

    def _why_not(self, text: str) -> str:
        tool = self.tool_finder.whole(text)
        if tool:
            return f"It is a tool, not a skill; its skills: careercli skill list --tool '{tool}'."
        return "It is no name of a skill on this ladder."


def _vouching(name: str, known: Certificate) -> str:
    return f"vouched for by {name}" if name == known.name else f"vouched for by {name}: {known.name}"


def _sentence(parts: list[str]) -> str:
    """Return reasons as a sentence; three are enough to see why."""
    text = "; ".join(parts[:3])
    return f"{text[:1].upper()}{text[1:]}." if text else ""
