"""The skills that a résumé names or shows, and the bullets that show them."""

import re
from collections.abc import Callable, Mapping

from careercli.domain.experience import (
    DoubtChoice,
    ListedSkill,
    Place,
    Resume,
    ResumeText,
    ShownSkill,
    TakenSkill,
    Unplaced,
)
from careercli.domain.library import Certificate, Library
from careercli.domain.mentions import Finder, level_of, skill_finder
from careercli.domain.model import LEVEL_NAMES, Catalog
from careercli.domain.phrases import PhraseFinder, numbers_in
from careercli.formats.document import shortened
from careercli.imports.doubts import Doubting

_LONGEST_TEXT = 50_000
"""More characters in one text than anybody writes of a job; each skill is looked for at every word."""

_LONGEST_BULLET = 500
_MOST_BULLETS = 5
"""A profile keeps so many bullets of a skill: more are not read in an interview."""

_BETWEEN_ITEMS = re.compile(r"\s*[,;/|&\u2022\u00b7]\s*|\s+and\s+", re.IGNORECASE)


class ResumeSkills(Doubting):
    """The skills that a résumé names in its lists, and shows in its bullets and certificates.

    ``job_of`` says of the place of a job which one it was and when it ended, as for :class:`ShownSkill`.
    """

    def __init__(
        self,
        resume: Resume,
        catalog: Catalog,
        library: Library,
        answers: Mapping[str, str],
        job_of: Callable[[Place | None], tuple[str, str]],
    ) -> None:
        super().__init__(answers)
        self.resume = resume
        self.catalog = catalog
        self.job_of = job_of
        self.names = skill_finder(catalog)
        self.phrases = PhraseFinder(library.phrases, catalog.skill_names)
        self.certificate_finder = Finder(library.certificate_names)
        self.tool_finder = Finder(library.tool_names)
        self.certificates = {certificate.name: certificate for certificate in library.certificates}
        self.unplaced: list[Unplaced] = []
        self.said: dict[str, dict[int, ListedSkill]] = {}
        self.levels: dict[str, tuple[int, str]] = {}
        self.places: dict[str, list[Place]] = {}
        self.whys: dict[str, list[str]] = {}
        self.shown: dict[str, list[ShownSkill]] = {}
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
            self._passage(passage)
        self._certificates()
        taken = [self._taken(skill.id) for skill in self.catalog.skills if skill.id in self.places]
        return tuple(sorted(taken, key=lambda entry: entry.level is None))

    def _taken(self, skill: str) -> TakenSkill:
        level, why = self.levels.get(skill, (None, ""))
        whys = list(dict.fromkeys(filter(None, (why, *self.whys[skill]))))
        shown = self.shown.get(skill, [])
        telling = sorted(shown, key=lambda one: (not one.numbers, not one.day))[:_MOST_BULLETS]
        evidence = "\n".join(one.line for one in sorted(telling, key=shown.index))
        places = tuple(dict.fromkeys(self.places[skill]))
        return TakenSkill(skill, level, places, _sentence(whys), evidence, tuple(shown))

    def _mention(self, skill: str, place: Place, why: str) -> None:
        self.places.setdefault(skill, []).append(place)
        self.whys.setdefault(skill, []).append(why)

    def _show(self, skill: str, text: str, place: Place, job: Place | None = None) -> None:
        which, day = self.job_of(job)
        bullet = ShownSkill(shortened(text, _LONGEST_BULLET), place, which, day, numbers_in(text))
        if all(bullet.text != known.text for known in self.shown.setdefault(skill, [])):
            self.shown[skill].append(bullet)

    def _passage(self, passage: ResumeText) -> None:
        if len(passage.text) > _LONGEST_TEXT:
            why = f"Only its first {_LONGEST_TEXT:,} characters are looked through for skills."
            self.unplaced.append(Unplaced(f"the end of a long {passage.what}", passage.place, why))
        for find in self.phrases.within(passage.text[:_LONGEST_TEXT]):
            self._mention(find.skill, passage.place, f"a {passage.what} says '{shortened(find.words, 60)}'")
            if passage.what == "highlight":
                self._show(find.skill, passage.text, passage.place, passage.job)

    def _entry(self, entry: ListedSkill) -> None:
        level = level_of(entry.level) if entry.level else None
        whole = self.names.whole(entry.name)
        if whole:
            self._mention(whole, entry.place, "listed as a skill")
            if level is not None:
                self.said.setdefault(whole, {}).setdefault(level, entry)
            elif entry.level:
                self.whys[whole].append(f"the file says '{entry.level}', which is no level of a known scale")
        for text in (entry.name, *entry.keywords) if not whole else entry.keywords:
            named = self._named(text)
            for skill in named:
                self._mention(skill, entry.place, "listed among skills")
                if level is not None:
                    self.groups[skill, entry, level] = None
            told = {find.skill for find in self.phrases.within(text)}.difference(named)
            for skill in told:  # by a tool or a task, whose level is no level of the skill
                self._mention(skill, entry.place, f"'{shortened(text, 60)}' is listed among skills")
            if text and not (named or told):
                self.unplaced.append(Unplaced(text, entry.place, self._why_not(text)))

    def _named(self, text: str) -> tuple[str, ...]:
        """Return the skills that are named in an entry of a list, or by an item of it."""
        items = () if self.phrases.misleads(text) else _BETWEEN_ITEMS.split(text)
        inside = (find.skill for find in self.phrases.within(text, only_names=True))
        return tuple(dict.fromkeys((*filter(None, map(self.names.whole, (text, *items))), *inside)))

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
            for find in self.phrases.within(entry.name):
                skills.setdefault(find.skill, f"named by the certificate {entry.name}")
            for skill, why in skills.items():
                if skill in self.catalog.skills_by_id:
                    self._mention(skill, entry.place, why)
                    self._show(skill, text, entry.place)
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
