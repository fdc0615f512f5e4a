"""A résumé out of the lines of a document: PDF, Word, HTML, Markdown or text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from careercli.domain.experience import (
    ListedCertificate,
    ListedSkill,
    Place,
    Position,
    Resume,
    ResumeText,
    Unplaced,
)
from careercli.domain.model import Ladder
from careercli.formats.document import shortened
from careercli.formats.text import one_line
from careercli.imports.contacts import is_contact
from careercli.imports.date_ranges import dates_in
from careercli.imports.dates import day_order
from careercli.imports.fields import MOST_ENTRIES, NAME_LENGTH
from careercli.imports.headings import heading_inside, plain, says_volunteer
from careercli.imports.job_entries import Entry, JobLines
from careercli.imports.job_head import HeadReader, is_aside, without_notes
from careercli.imports.job_words import CERTAIN, DID, LIKELY
from careercli.imports.listed import (
    certificates_in,
    education_in,
    is_activity,
    is_education,
    is_sentence,
    languages_in,
    skills_in,
)
from careercli.imports.person import person_in
from careercli.imports.places import may_be_place
from careercli.imports.sections import Section, sections_of
from careercli.reading.lines import Line, TextDocument

LINKEDIN = "LinkedIn profile (PDF)"

MOST_LINES = 3000
"""How many lines are read: a long résumé has some five hundred."""

_LINKEDIN_PAGE = re.compile(r"page \d+ of \d+", re.IGNORECASE)
_LINKEDIN_LINK = re.compile(r"linkedin\.com/in/", re.IGNORECASE)
_MOST_UNPLACED = 40
_WRAPPED = 45
_PLACE_WORDS = 6
_DONE = re.compile(rf"(?:\w+ed|{DID}|handle|resolve|answer)\b", re.IGNORECASE)
_BESIDE = frozenset({"other", "education"})
_HIDING = frozenset(
    {None, "contact", "skills", "languages", "certificates", "summary", "other", "education", "projects"}
)


def resume_of_lines(document: TextDocument, ladder: Ladder | None = None) -> Resume:
    """Return the résumé that the lines of a document hold; without a job, it has no position.

    ``ladder`` helps to tell titles from employers: its own titles are known for certain.
    """
    return _Reader(document, ladder).resume()


class _Reader:
    """One pass over one document."""

    def __init__(self, document: TextDocument, ladder: Ladder | None) -> None:
        self.document = document
        self.file = document.source.replace("\\", "/").rpartition("/")[2]
        self.lines = document.lines[:MOST_LINES]
        self.notes = list(document.notes)
        if len(document.lines) > MOST_LINES:
            self.notes.append(f"It is long: the first {MOST_LINES:,} lines were read.")
        self.heads = HeadReader(ladder)
        self.order = day_order("\n".join(line.text for line in self.lines))
        self.positions: list[Position] = []
        self.skills: list[ListedSkill] = []
        self.certificates: list[ListedCertificate] = []
        self.education: list[tuple[str, Place]] = []
        self.languages: list[tuple[str, Place]] = []
        self.passages: list[ResumeText] = []
        self.unplaced: list[Unplaced] = []

    def resume(self) -> Resume:
        sections = list(self._with_hidden_jobs(sections_of(self.lines)))
        person = person_in(sections, self.heads)
        self._passages(person.prose, "summary")
        for section in sections:
            self._section(section, person.name)
        left = self.unplaced[:_MOST_UNPLACED]
        if more := len(self.unplaced) - len(left):
            why = "They stand among the jobs and belong to none."
            left.append(Unplaced(f"{more} more lines", self.unplaced[_MOST_UNPLACED].place, why))
        notes = [Unplaced("A part of the file", Place(self.file), note) for note in self.notes]
        return Resume(
            source=self.document.source,
            format=LINKEDIN if self._is_linkedin() else self.document.format,
            name=shortened(person.name, NAME_LENGTH),
            name_place=self.place(person.line) if person.line else None,
            headline=shortened(person.headline, NAME_LENGTH),
            positions=tuple(self.positions[:MOST_ENTRIES]),
            skills=tuple(self.skills[:MOST_ENTRIES]),
            certificates=tuple(self.certificates[:MOST_ENTRIES]),
            education=tuple(self.education[:MOST_ENTRIES]),
            languages=tuple(self.languages[:MOST_ENTRIES]),
            passages=tuple(self.passages),
            unplaced=(*left, *notes),
        )

    def place(self, line: Line) -> Place:
        """Return where a line stands: its number, and its page where there are pages."""
        return Place(self.file, line.number, f"page {line.page}" if line.page else "")

    def _is_linkedin(self) -> bool:
        """Return whether LinkedIn made the file by "Save to PDF"."""
        if self.document.format != "PDF":
            return False
        texts = [line.text for line in self.document.lines]
        link = any(map(_LINKEDIN_LINK.search, texts))
        sidebar = {"Contact", "Top Skills"} & set(texts)
        return link and bool(sidebar) and any(map(_LINKEDIN_PAGE.fullmatch, texts))

    def _with_hidden_jobs(self, sections: Sequence[Section]) -> Iterator[Section]:
        """Yield sections, in two those that go on with jobs, as where columns run together."""
        known = any(section.kind == "experience" and section.lines for section in sections)
        for section in sections:
            at = None
            if section.kind in _HIDING and (section.kind or not known):
                at = self._first_job(section.kind, section.lines)
            if at is None:
                yield section
            else:
                yield Section(section.kind, section.heading, section.lines[:at])
                yield Section("experience", None, section.lines[at:])

    def _first_job(self, kind: str | None, lines: list[Line]) -> int | None:
        """Return where the first job with a range of dates begins in lines under another heading."""
        if not any(map(str.isdigit, "".join(line.text for line in lines))):
            return None
        wanted = LIKELY if kind in {None, "summary"} else CERTAIN
        for entry in JobLines(lines, self.heads, self.order).entries()[0]:
            if not entry.dates or entry.dates.single or self.heads.title(entry.title) < wanted:
                continue
            if not entry.employer or (kind in _BESIDE and is_activity(entry.title, entry.employer)):
                continue
            if not is_education(entry.title, entry.employer, job=True):
                return next(i for i, line in enumerate(lines) if line.number == entry.line.number)
        return None

    def _section(self, section: Section, name: str) -> None:
        lines = section.lines
        match section.kind:
            case "experience" | "volunteer":
                self._jobs(section, name)
            case "education":
                self.education += [(_short(t), self.place(at)) for t, at in education_in(lines, self.order)]
            case "skills":
                self._skills(lines)
            case "certificates":
                self.certificates += [
                    ListedCertificate(_short(name), _short(issuer), self.place(line))
                    for name, issuer, line in certificates_in(lines, self.order)
                ]
            case "languages":
                self.languages += [(_short(text), self.place(line)) for text, line in languages_in(lines)]
            case "summary" | "projects":
                self._passages([line for line in lines if not is_contact(line.text)], "summary")
            case "other" if section.heading and lines:
                why = "A profile has no place for it."
                self.unplaced.append(Unplaced(_short(section.heading.text), self.place(section.heading), why))

    def _skills(self, lines: Iterable[Line]) -> None:
        for listed in skills_in(lines):
            if is_sentence(listed.name):
                what = "highlight" if listed.line.mark == "bullet" else "summary"
                self.passages.append(ResumeText(one_line(listed.name), what, self.place(listed.line)))
            else:
                keywords = tuple(map(_short, listed.keywords))
                place = self.place(listed.line)
                self.skills.append(ListedSkill(_short(listed.name), place, _short(listed.level), keywords))

    def _jobs(self, section: Section, name: str) -> None:
        lines = [line for line in section.lines if not _repeats(line, name)]
        if self._tells_again(lines):
            return
        entries, before = JobLines(lines, self.heads, self.order).entries()
        if before and not entries and section.kind == "volunteer":
            self._passages(before, "summary")
            before = []
        for line in before:
            if not is_contact(line.text) and not is_aside(line.text):
                self._leave(line, "It stands among the jobs, and is none that can be read.")
        jobs = [
            self._job(entry, volunteer=section.kind == "volunteer", headed=bool(section.heading))
            for entry in entries
        ]
        known = self._named()
        for entry, place in zip(entries, jobs, strict=True):
            for job, told in self._by_job(entry.body, place, known) if place else ():
                self._passages(told, "summary", job)

    def _named(self) -> dict[str, Place]:
        """Return the titles so far, each with the place of the first job that has it."""
        return {plain(position.title): position.place for position in reversed(self.positions)}

    def _by_job(
        self, lines: Sequence[Line], place: Place | None, known: dict[str, Place]
    ) -> list[tuple[Place | None, list[Line]]]:
        """Return lines by the jobs that they tell of: at first that at ``place``, then those named again.

        Where jobs are listed with their dates and told of further down, the title of each stands there again
        without dates, or several do with strokes between them.
        """
        parts: list[tuple[Place | None, list[Line]]] = [(place, [])]
        for line in lines:
            titles = [plain(title) for title in without_notes(line.text).split(" / ")]
            if line.mark != "bullet" and titles[0] and all(title in known for title in titles):
                parts.append((known[titles[0]], []))
            else:
                parts[-1][1].append(line)
        return parts

    def _tells_again(self, lines: Sequence[Line]) -> bool:
        """Keep what lines tell of jobs that are listed above; return whether they do, without dates."""
        if any(dates_in(line.text, self.order) for line in lines if line.mark != "bullet"):
            return False
        parts = self._by_job(lines, None, self._named())[1:]
        for place, told in parts:
            self._passages(told, "summary", place)
        return bool(parts)

    def _job(self, entry: Entry, *, volunteer: bool, headed: bool) -> Place | None:
        """Keep a job, and return where it stands; None where it is a leave or a school."""
        place = self.place(entry.line)
        job = headed or self.heads.title(entry.title) >= LIKELY
        named = ", ".join(filter(None, (entry.title, entry.employer)))
        unpaid = volunteer or says_volunteer(entry.title)
        if not unpaid and self.heads.is_leave(entry.title or entry.employer):
            self.unplaced.append(Unplaced(_short(entry.title or entry.employer), place, "A leave is no job."))
            return None
        if is_education(entry.title, entry.employer, job=job):
            self.education.append((_short(named), place))
            return None
        start, end, wrong = entry.dates[:3] if entry.dates else (None, None, "")
        self.positions.append(
            Position(_short(entry.title), _short(entry.employer), place, start, end, wrong, unpaid)
        )
        return place

    def _leave(self, line: Line, why: str) -> None:
        self.unplaced.append(Unplaced(_short(line.text), self.place(line), why))

    def _passages(self, lines: Iterable[Line], what: str, job: Place | None = None) -> None:
        """Keep what lines tell: bullets and paragraphs, each joined from the lines that it runs over."""
        kept: list[tuple[list[Line], str]] = []
        going = False
        for line in lines:
            if not line.text or heading_inside(line.text) or is_aside(line.text) or _is_place(line):
                going = False
                continue
            if going and line.mark == "text" and _continues(kept[-1], line):
                kept[-1][0].append(line)
            else:
                told = line.mark == "bullet" or _DONE.match(line.text)
                kept.append(([line], "highlight" if told else what))
            going = True
        for parts, kind in kept:
            text = one_line(" ".join(part.text for part in parts))
            self.passages.append(ResumeText(text, kind, self.place(parts[0]), job))


def _is_place(line: Line) -> bool:
    return line.mark == "text" and len(line.text.split()) <= _PLACE_WORDS and may_be_place(line.text)


def _continues(passage: tuple[list[Line], str], line: Line) -> bool:
    """Return whether a line goes on with the bullet or paragraph before it."""
    last = passage[0][-1].text
    if line.text[0].islower():
        return True
    ended = last.endswith((".", "!", "?", ";", ":"))
    return not ended and (passage[0][0].mark != "bullet" or len(last) >= _WRAPPED)


def _repeats(line: Line, name: str) -> bool:
    """Return whether a line says again whose résumé it is, as the heads of pages do."""
    return bool(name) and len(line.text) <= len(name) + 20 and plain(name) in plain(line.text)


def _short(text: str) -> str:
    return shortened(text, NAME_LENGTH)
