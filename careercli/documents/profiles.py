"""Profiles as documents: the file format, read with every name resolved, and written."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from careercli.documents.checker import examine
from careercli.documents.document import Document, KeyPath, shortened
from careercli.documents.text import one_line
from careercli.domain.model import (
    REFERS_TO,
    Catalog,
    Identifier,
    Level,
    Line,
    Profile,
    Text,
    WeeklyHours,
    Years,
)
from careercli.domain.names import fold, nearest
from careercli.errors import InvalidDataError, Problem

SCHEMA = "careercli/profile@1"

LadderId = Annotated[Identifier, Meta(extra={REFERS_TO: "ladder"})]
Name = Annotated[str, Meta(min_length=1, max_length=200, description="text of 1 to 200 characters")]


class Experience(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Years on the two clocks."""

    support_years: Years
    leading_years: Years = 0.0


class Rating(msgspec.Struct, frozen=True, kw_only=True):
    """A rated skill with what shows it. Without a level it is unrated."""

    level: Level | None = None
    evidence: Text | None = None


class ProfileBody(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says of themselves. ``skills`` maps a skill's id or alias to its level.

    A key with nothing under it, as an editor leaves it, is an empty mapping.
    """

    experience: Experience
    name: Name | None = None
    title: Name | None = None
    leads_people: bool = False
    goal: Line | None = None
    hours_per_week: WeeklyHours = 4.0
    skills: dict[str, Level | Rating | None] | None = {}
    not_applicable: dict[str, Line] | None = {}


class ProfileFile(ProfileBody, frozen=True, kw_only=True):
    """A profile file."""

    schema: Literal["careercli/profile@1"]


class PersonaFile(msgspec.Struct, frozen=True, kw_only=True):
    """A built-in person: a profile with a story. Without a ladder, they are on that of their pack."""

    schema: Literal["careercli/persona@1"]
    id: Identifier
    story: Text
    profile: ProfileBody
    ladder: LadderId | None = None


def profile_of(document: Document, catalog: Catalog) -> Profile:
    """Return the profile that a document holds.

    Raises:
        InvalidDataError: with every problem: wrong keys and values, unknown skills and tiers, a skill both
            rated and marked not applicable, a gate marked not applicable.

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
        level = rating.level if isinstance(rating, Rating) else rating
        if level is not None:
            skills[skill] = level
        if isinstance(rating, Rating) and rating.evidence:
            evidence[skill] = rating.evidence
    marked: dict[str, str] = {}
    for name, skill in names.skills(without, (*at, "not_applicable")):
        path = (*at, "not_applicable", name)
        marked[skill] = one_line(without[name])
        if not marked[skill]:
            names.report(path, "has no reason", "Say in a few words why it does not apply.")
        if skill in skills:
            names.report(path, "is rated as well", "Keep the rating or the reason, not both.")
        names.no_gate(skill, path)
    profile = Profile(
        support_years=float(body.experience.support_years),
        leading_years=float(body.experience.leading_years),
        leads_people=body.leads_people,
        name=one_line(body.name or "") or None,
        title=one_line(body.title or "") or None,
        goal=goal,
        hours_per_week=float(body.hours_per_week),
        skills=skills,
        evidence=evidence,
        not_applicable=marked,
    )
    return profile, tuple(names.problems)


def _unknown_names(document: Document, catalog: Catalog) -> tuple[Problem, ...]:
    """Return what is wrong with the names in a profile of the wrong form, to tell of it in the same run."""
    names = _Names(document, catalog)
    value = document.value if isinstance(document.value, dict) else {}
    goal, rated, marked = (value.get(key) for key in ("goal", "skills", "not_applicable"))
    if isinstance(goal, str) and goal:
        names.tier(goal, ("goal",))
    list(names.skills(rated if isinstance(rated, dict) else (), ("skills",)))
    for name, skill in names.skills(marked if isinstance(marked, dict) else (), ("not_applicable",)):
        names.no_gate(skill, ("not_applicable", name))
    return tuple(names.problems)


class _Names:
    """Looks names up and collects what is not known."""

    def __init__(self, document: Document, catalog: Catalog) -> None:
        self.document = document
        self.catalog = catalog
        self.problems: list[Problem] = []

    def report(self, path: KeyPath, message: str, hint: str) -> None:
        self.problems.append(self.document.problem(path, message, hint=hint))

    def skills(self, named: Iterable[str], path: KeyPath) -> Iterator[tuple[str, str]]:
        """Yield each name of a known skill with the skill's id, and report the others and any said twice."""
        seen: dict[str, str] = {}
        for name in named:
            here = (*path, name)
            skill = self._find(name, here, self.catalog.skill_names, "skill", "careercli skill list")
            if skill in seen:
                first = shortened(seen[skill])
                self.report(here, f"is the same skill as '{first}'", "Keep one of the two.")
            elif skill is not None:
                seen[skill] = name
                yield name, skill

    def no_gate(self, skill: str, path: KeyPath) -> None:
        """Report a skill that is marked not applicable and is asked of everybody."""
        if skill in self.catalog.ladder.always_apply:
            hint = "Rate it, with 0 if you have not done it, or leave it out."
            self.report(path, "is a gate on this ladder and cannot be marked not applicable", hint)

    def tier(self, name: str, path: KeyPath) -> str | None:
        other = None if fold(name) in self.catalog.tier_names else self.catalog.ladder_of(name)
        if other:
            message = f"'{shortened(name)}' is a tier of the ladder {other.id}, not of {self.catalog.in_use}"
            choose = "ladder: " if path[:1] == ("profile",) else "--ladder "
            self.report(path, message, f"Choose the ladder with {choose}{other.id}.")
            return None
        return self._find(name, path, self.catalog.tier_names, "tier", "careercli path")

    def _find(self, name: str, path: KeyPath, known: Mapping[str, str], kind: str, where: str) -> str | None:
        found = known.get(fold(name))
        if found is None:
            near = nearest(name, known)
            hint = f"Did you mean '{known[fold(near)]}'?" if near else f"See '{where}' for all of them."
            self.report(path, f"'{shortened(name)}' is not a known {kind}", hint)
        return found


def as_document(profile: Profile) -> dict[str, object]:
    """Return a profile as the plain value of its file, what is empty left out."""
    experience: dict[str, object] = {"support_years": _plain(profile.support_years)}
    if profile.leading_years:
        experience["leading_years"] = _plain(profile.leading_years)
    skills: dict[str, object] = dict(profile.skills)
    for skill, evidence in profile.evidence.items():
        rated = {"level": profile.skills[skill]} if skill in profile.skills else {}
        skills[skill] = {**rated, "evidence": evidence}
    parts: dict[str, object] = {
        "schema": SCHEMA,
        "name": profile.name,
        "title": profile.title,
        "experience": experience,
        "leads_people": profile.leads_people,
        "goal": profile.goal,
        "hours_per_week": _plain(profile.hours_per_week),
        "skills": skills,
        "not_applicable": dict(profile.not_applicable),
    }
    return {key: value for key, value in parts.items() if value not in (None, "", {})}


def _plain(number: float) -> float | int:
    return int(number) if isinstance(number, float) and number.is_integer() else number


def to_yaml(profile: Profile) -> str:
    """Return a profile as the text of its YAML file, which reads back as the same profile."""
    from careercli.documents.yaml_writer import write_yaml  # only saving needs it

    return write_yaml(as_document(profile))
