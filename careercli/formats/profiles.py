"""Profiles as documents: the file format, read with every name resolved, and written."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date as calendar_date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from careercli.domain.marks import refused
from careercli.domain.model import Catalog, Profile
from careercli.domain.names import fold
from careercli.domain.titles import tier_of_title
from careercli.domain.values import (
    EMPTY,
    REFERS_TO,
    Identifier,
    Level,
    Line,
    Share,
    Team,
    Text,
    Value,
    WeeklyHours,
    Years,
)
from careercli.errors import InvalidDataError, Problem
from careercli.formats.checker import examine
from careercli.formats.document import Document, KeyPath, shortened
from careercli.formats.suggestion import did_you_mean
from careercli.formats.text import one_line

SCHEMA = "careercli/profile@1"

LadderId = Annotated[Identifier, Meta(extra={REFERS_TO: "ladder"})]
Name = Annotated[str, Meta(min_length=1, max_length=200, description="text of 1 to 200 characters")]
Day = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        description="a date such as 2026-11-21, 2026-11 or '2026'",
    ),
]


class Experience(Value, kw_only=True, forbid_unknown_fields=True):
    """Years on the two clocks, those of leading elsewhere, and the share of full time that they were."""

    support_years: Years
    leading_years: Years = 0.0
    leading_elsewhere_years: Years = 0.0
    part_time_share: Share = 1.0


class EvidenceEntry(Value, kw_only=True, forbid_unknown_fields=True):
    """One thing that somebody did: what, when, and where it is taken from."""

    text: Text
    date: Day | None = None
    source: Line | None = msgspec.field(default=None, name="from")

    def __post_init__(self) -> None:
        """Refuse a date that the calendar does not have."""
        if self.date:
            try:
                calendar_date.fromisoformat(f"{self.date}-01-01"[: len("2026-11-21")])
            except ValueError:
                raise ValueError(f"has the date {self.date}, which is none of the calendar") from None


class Rating(Value, kw_only=True, forbid_unknown_fields=True):
    """A rated skill with what shows it: a text, or a list of entries. Without a level it is unrated."""

    level: Level | None = None
    evidence: Text | tuple[Text | EvidenceEntry, ...] | None = None

    def __post_init__(self) -> None:
        """Refuse a list that says nothing somewhere, or too much in all."""
        if isinstance(self.evidence, tuple):
            from careercli.domain.steps import LONGEST_EVIDENCE  # only lists need it

            if not all(map(evidence_line_of, self.evidence)):
                raise ValueError("has an entry of evidence without any words")
            if len(self.shown) > LONGEST_EVIDENCE:
                raise ValueError(f"has evidence of more than {LONGEST_EVIDENCE} characters in all")

    @property
    def shown(self) -> str:
        """The evidence as one text, each entry of a list on a line; "" where there is none."""
        if isinstance(self.evidence, tuple):
            return "\n".join(map(evidence_line_of, self.evidence))
        return self.evidence or ""


def evidence_line_of(entry: str | EvidenceEntry) -> str:
    """Return an entry of a list of evidence as one line, with its date before and its source behind it."""
    if isinstance(entry, str):
        return one_line(entry)
    text, source = one_line(entry.text), one_line(entry.source or "")
    dated = f"{entry.date}: {text}" if entry.date and text else text
    return f"{dated} (from {source})" if source and text else dated


class ProfileBody(Value, kw_only=True, forbid_unknown_fields=True):
    """What a person says of themselves. ``skills`` maps a skill's id or alias to its level.

    A key with nothing under it, as an editor leaves it, is an empty mapping. Where ``leads_people`` is not
    said, who has a team leads people.
    """

    experience: Experience
    name: Name | None = None
    title: Name | None = None
    employed: bool | None = None
    leads_people: bool | None = None
    team: Team | None = None
    goal: Line | None = None
    hours_per_week: WeeklyHours = 4.0
    skills: dict[str, Level | Rating | None] | None = EMPTY
    not_applicable: dict[str, Line] | None = EMPTY


class ProfileFile(ProfileBody, kw_only=True):
    """A profile file."""

    schema: Literal["careercli/profile@1"]


class PersonaFile(Value, kw_only=True):
    """A built-in person: a profile with a story. Without a ladder, they are on that of their pack."""

    schema: Literal["careercli/persona@1"]
    id: Identifier
    story: Text
    profile: ProfileBody
    ladder: LadderId | None = None


def profile_of(document: Document, catalog: Catalog) -> Profile:
    """Return the profile that a document holds.

    In one that careercli keeps, a mark that an earlier rule allowed is passed over: the skill is not rated.

    Raises:
        InvalidDataError: with every problem: wrong keys and values, unknown skills and tiers, a skill both
            rated and marked not applicable, a must-have marked not applicable, facts that contradict.

    """
    body, problems = examine(document, ProfileFile)
    if body is None:
        profile, problems = None, (*problems, *_unknown_names(document, catalog))
    else:
        profile, more = resolve(document, body, catalog)
        problems = (*problems, *more)
    if problems or profile is None:
        raise InvalidDataError.counting(document.name, problems)
    return profile


def resolve(
    document: Document, body: ProfileBody, catalog: Catalog, *, at: KeyPath = ()
) -> tuple[Profile, tuple[Problem, ...]]:
    """Return the profile with ids in place of names, and what is wrong with its names."""
    names = _Names(document, catalog)
    goal = names.tier(body.goal, (*at, "goal")) if body.goal else None
    skills: dict[str, int] = {}
    evidence: dict[str, str] = {}
    said, without = body.skills or {}, body.not_applicable or {}
    for name, skill in names.skills(said, (*at, "skills")):
        rating = said[name]
        if isinstance(rating, Rating):
            if shown := rating.shown:
                evidence[skill] = shown
            rating = rating.level
        if rating is not None:
            skills[skill] = rating
    marked: dict[str, str] = {}
    for name, skill in names.skills(without, (*at, "not_applicable")):
        path = (*at, "not_applicable", name)
        marked[skill] = one_line(without[name])
        if not marked[skill]:
            names.report(path, "has no reason", "Say in a few words why it does not apply.")
        if skill in skills:
            names.report(path, "is rated as well", "Keep the rating or the reason, not both.")
    lapsed = names.must_haves(without, (*at, "not_applicable"))
    names.team(body, at)
    profile = Profile(
        **msgspec.structs.asdict(body.experience),
        leads_people=bool(body.team) if body.leads_people is None else body.leads_people,
        employed=body.employed,
        team=body.team,
        name=one_line(body.name or "") or None,
        title=one_line(body.title or "") or None,
        goal=goal,
        hours_per_week=body.hours_per_week,
        skills=skills,
        evidence=evidence,
        not_applicable={skill: reason for skill, reason in marked.items() if skill not in lapsed},
    )
    return profile, tuple(names.problems)


def _unknown_names(document: Document, catalog: Catalog) -> tuple[Problem, ...]:
    """Return what is wrong with the names in a profile of the wrong form, to tell of it in the same run."""
    names = _Names(document, catalog)
    goal, rated, marked = (document.at((key,)) for key in ("goal", "skills", "not_applicable"))
    if isinstance(goal, str) and goal:
        names.tier(goal, ("goal",))
    marks = marked if isinstance(marked, dict) else {}
    for key, named in (("skills", rated if isinstance(rated, dict) else {}), ("not_applicable", marks)):
        list(names.skills(named, (key,)))
    names.must_haves(marks, ("not_applicable",))
    return tuple(names.problems)


class _Names:
    """Looks names up and collects what is not known."""

    def __init__(self, document: Document, catalog: Catalog) -> None:
        self.document = document
        self.catalog = catalog
        self.problems: list[Problem] = []

    def report(self, path: KeyPath, message: str, hint: str) -> None:
        self.problems.append(self.document.problem(path, message, hint))

    def skills(self, named: Iterable[str], path: KeyPath) -> Iterator[tuple[str, str]]:
        """Yield each name of a known skill with the skill's id, and report the others and any said twice."""
        seen: dict[str, str] = {}
        known = self.catalog.skill_names
        for name in named:
            skill = known.get(name) or self._find(name, (*path, name), known, "skill", "careercli skill list")
            if skill in seen:
                first = shortened(seen[skill])
                self.report((*path, name), f"is the same skill as '{first}'", "Keep one of the two.")
            elif skill is not None:
                seen[skill] = name
                yield name, skill

    def must_haves(self, named: Iterable[str], path: KeyPath) -> frozenset[str]:
        """Return the skills whose marks cannot stand; report them, unless careercli took them before."""
        found = ((name, self.catalog.skill_names.get(fold(name))) for name in named)
        marked = {skill: name for name, skill in found if skill is not None}
        without = refused(self.catalog.ladder, marked)
        for skill, tier, gate in () if self.document.kept else without:
            message = f"is a must-have of {tier.short} and cannot be marked not applicable"
            if not gate.single:
                group = ", ".join(map(self.catalog.skill_titles.__getitem__, gate.skills))
                message = (
                    f"leaves too few skills for a must-have of {tier.short}: {len(gate.levels)} of these"
                    f" {len(gate.skills)} have to apply: {group}"
                )
            hint = "Rate it, with 0 if you have not done it, or leave it out."
            self.report((*path, marked[skill]), message, hint)
        return frozenset(entry.skill for entry in without)

    def team(self, body: ProfileBody, at: KeyPath) -> None:
        """Report a team beside what says that there is none."""
        if not body.team:
            return
        if body.employed is False:
            hint = "Without a job there is no team to lead: leave one of the two out."
            self.report((*at, "team"), f"is {body.team}, and employed is false", hint)
        if body.leads_people is False:
            hint = "Leave leads_people out, or say team: 0."
            self.report((*at, "leads_people"), f"is false, and team is {body.team}", hint)

    def tier(self, name: str, path: KeyPath) -> str | None:
        other = None if fold(name) in self.catalog.tier_names else self.catalog.ladder_of(name)
        if other:
            message = f"'{shortened(name)}' is a tier of the ladder {other.id}, not of {self.catalog.in_use}"
            choose = "ladder: " if path[:1] == ("profile",) else "--ladder "
            self.report(path, message, f"Choose the ladder with {choose}{other.id}.")
            return None
        known = self.catalog.tier_names
        named = None if fold(name) in known else tier_of_title(self.catalog.ladder, name)
        return named.id if named else self._find(name, path, known, "tier", "careercli path")

    def _find(self, name: str, path: KeyPath, known: Mapping[str, str], kind: str, where: str) -> str | None:
        found = known.get(fold(name))
        if found is None:
            hint = did_you_mean(name, known, f"See '{where}' for all of them.", meaning=known)
            self.report(path, f"'{shortened(name)}' is not a known {kind}", hint)
        return found


_UNSAID = {"leading_years": 0, "leading_elsewhere_years": 0, "part_time_share": 1}
"""The years and shares that a file leaves out."""


def as_document(profile: Profile) -> dict[str, object]:
    """Return a profile as the plain value of its file, what is empty left out."""
    years = ((name, getattr(profile, name)) for name in Experience.__struct_fields__)
    skills: dict[str, object] = dict(profile.skills)
    for skill, evidence in profile.evidence.items():
        rated = {"level": profile.skills[skill]} if skill in profile.skills else {}
        skills[skill] = {**rated, "evidence": evidence}
    parts = {
        "schema": SCHEMA,
        "name": profile.name,
        "title": profile.title,
        "experience": {name: _plain(value) for name, value in years if value != _UNSAID.get(name)},
        "employed": profile.employed,
        "leads_people": profile.leads_people,
        "team": profile.team,
        "goal": profile.goal,
        "hours_per_week": _plain(profile.hours_per_week),
        "skills": skills,
        "not_applicable": dict(profile.not_applicable),
    }
    return {key: value for key, value in parts.items() if value not in (None, "", {})}


def _plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


def to_yaml(profile: Profile) -> str:
    """Return a profile as the text of its YAML file, which reads back as the same profile."""
    from careercli.formats.yaml_writer import write_yaml  # only saving needs it

    return write_yaml(as_document(profile))
