"""Whom the rule is tried on: people with a label, and any number of raters drawn at random, always the same.

A rater has a true tier, and rates with a bias, unevenly and with noise. Years, titles and teams go with the
tier as they do in life: mostly, and not always.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import yaml

from careercli.domain.interview import hands_on
from careercli.domain.model import Catalog, Ladder, Profile, Tier

HERE = Path(__file__).resolve().parent

_KINDS = (
    {"customers", "channels", "self"},
    {"product", "technology"},
    {"leading", "business"},
    {"insight", "operations"},
)
"""Groups of skills in which people are strong or weak together: people, technical, leading, numbers."""

_ELSEWHERE = {
    "shop": (0.8, 0.1, 0.3, 0.3, 0.3, 0.1, 0.5, 0.1, 0.2),
    "hotel": (0.8, 0.2, 0.5, 0.5, 0.2, 0.1, 0.9, 0.1, 0.5),
    "office": (0.4, 0.3, 0.4, 0.8, 0.2, 0.3, 0.7, 0.4, 0.5),
    "repairs": (0.7, 0.5, 0.1, 0.5, 0.9, 0.3, 0.1, 0.4, 0.1),
    "school": (0.1, 0.05, 0.05, 0.6, 0.3, 0.2, 0.3, 0.2, 0.2),
    "army": (0.2, 0.1, 0.05, 0.6, 0.5, 0.2, 0.3, 0.05, 0.1),
    "care": (0.2, 0.1, 0.3, 0.9, 0.2, 0.1, 0.6, 0.1, 0.2),
    "sales": (0.9, 0.2, 0.9, 0.5, 0.1, 0.2, 0.9, 0.4, 0.7),
    "study": (0.3, 0.1, 0.05, 0.2, 0.4, 0.1, 0.1, 0.3, 0.2),
}
"""How many in ten have done each of the skills that are asked together, by where they come from: a guess."""

_MEANS = {"customers": 1.7, "self": 1.7, "product": 0.7}
"""What newcomers say of a skill in the middle, by its group; 0.4 of the others, as raters do."""

_TEAMS = {"lead": (3, 14), "manager": (5, 40), "head": (8, 120)}


@dataclass(frozen=True)
class Person:
    """Somebody with a label: the tier, and those that would pass, by an experienced manager's judgement."""

    id: str
    profile: Profile
    tier: str
    acceptable: tuple[str, ...]


def people(ladder: Ladder) -> tuple[Person, ...]:
    """Return the invented people beside this file."""
    entries = yaml.safe_load((HERE / "people.yaml").read_text(encoding="utf-8"))
    return tuple(
        Person(entry["id"], _profile(entry, ladder), entry["tier"], tuple(entry["acceptable"]))
        for entry in entries
    )


def outsiders(ladder: Ladder) -> Iterator[tuple[str, Profile]]:
    """Yield the invented newcomers beside this file, by name."""
    for entry in yaml.safe_load((HERE / "newcomers.yaml").read_text(encoding="utf-8")):
        yield entry["id"], _profile(entry, ladder)


def _profile(entry: Mapping[str, Any], ladder: Ladder) -> Profile:
    rated = {skill: level for level, skills in entry["rated"].items() for skill in skills.split()}
    unknown = rated.keys() - set(ladder.skills)
    if unknown:
        raise ValueError(f"{entry['id']} rates {', '.join(sorted(unknown))}, which no tier asks")
    team = entry.get("team")
    return Profile(
        title=entry["title"],
        support_years=entry["support"],
        leading_years=entry.get("leading", 0.0),
        leading_elsewhere_years=entry.get("elsewhere", 0.0),
        part_time_share=entry.get("share", 1.0),
        employed=entry.get("employed"),
        team=team,
        leads_people=bool(team),
        skills=dict.fromkeys(ladder.skills, entry["rest"]) | rated if "rest" in entry else rated,
    )


def raters(catalog: Catalog, number: int, seed: int = 7) -> Iterator[Profile]:
    """Yield people of every tier in turn who have rated every skill of the ladder."""
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    ladder = catalog.ladder
    for index in range(number):
        tier = ladder.tiers[index % len(ladder.tiers)]
        yield msgspec.structs.replace(_job(ladder, tier, draw), skills=_answers(catalog, tier, draw))


def _answers(catalog: Catalog, tier: Tier, draw: random.Random) -> dict[str, int]:
    """Draw what somebody of a tier says of every skill: a little off, better at one kind than at another."""
    bias = draw.gauss(0, 0.3)
    by_kind = [draw.gauss(0, 0.35) for _ in _KINDS]
    noise = draw.choice((0.2, 0.4, 0.6))
    answers = {}
    for skill in catalog.ladder.skills:
        kind = next(i for i, groups in enumerate(_KINDS) if catalog.skills_by_id[skill].group in groups)
        level = _true(catalog.ladder, tier, skill)
        off = bias + by_kind[kind] + draw.gauss(0, noise)
        answers[skill] = min(max(round(level + off), 0), 4)
    return answers


def _true(ladder: Ladder, tier: Tier, skill: str) -> float:
    """Return the level that somebody of a tier has: what it asks, or the last below that did, else little."""
    below = [each.needs[skill][0] for each in ladder.tiers[: tier.rank] if skill in each.needs]
    return below[-1] if below else 0.4


def _job(ladder: Ladder, tier: Tier, draw: random.Random) -> Profile:
    """Draw years around those of a tier, a title at it or beside it, and the team that goes with that."""
    after = ladder.at(tier.rank + 1) or tier
    support = max(tier.support_years.floor, 0.1) * draw.uniform(0.8, 2.2) + draw.uniform(0, 1)
    leading = draw.uniform(0.8, 1.2) * tier.leading_years.floor
    leading += draw.random() * max(after.leading_years.floor - tier.leading_years.floor, 0.5)
    named = ladder.at(tier.rank + draw.choice((-1, *[0] * 7, 1))) or tier
    title = draw.choice((*named.titles, named.title))
    job: dict[str, Any] = {"title": title}
    if draw.random() < 0.1:
        job["employed"] = False
    elif named.seat != "agent":
        low, high = _TEAMS[named.seat]
        job["team"] = draw.randint(low, high) if draw.random() < 0.9 else draw.randint(1, 9)
    elif draw.random() < 0.05:
        job["title"] = None
    leading = round(leading if tier.leads_people else 0.0, 1)
    return Profile(
        support_years=max(round(support, 1), leading),
        leading_years=leading,
        leads_people=bool(job.get("team")),
        **job,
    )


def newcomers(catalog: Catalog, number: int, seed: int = 5) -> Iterator[Profile]:
    """Yield people who have never worked in support, of each line of work in turn.

    They have done some of the work in the queue where they are, and rate the rest as people do who deal with
    others: what serves customers and what one is like well, what only support or leading teaches hardly.
    """
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    jobs = tuple(_ELSEWHERE.values())
    for index in range(number):
        done = dict(zip(hands_on(catalog.ladder), jobs[index % len(jobs)], strict=True))
        led = draw.choice((0.0, 0.0, 0.0, 2.0, 6.0))
        bias = draw.gauss(0, 0.4)
        answers = {}
        for skill in catalog.ladder.skills:
            group = catalog.skills_by_id[skill].group
            mean = 1.7 if led and group == "leading" else _MEANS.get(group, 0.4)
            if skill in done:
                mean = 1.4 if draw.random() < min(max(done[skill] + 0.2 * bias, 0.02), 0.98) else -9
            answers[skill] = min(max(round(mean + bias + draw.gauss(0, 0.6)), int(mean == 1.4)), 4)
        yield Profile(support_years=0.0, leading_elsewhere_years=led, skills=answers)


def erring(profile: Profile, draw: random.Random, share: float = 0.1) -> Profile:
    """Return the same person with so many of the answers off by one level."""
    skills = dict(profile.skills)
    for skill in draw.sample(sorted(skills), round(share * len(skills))):
        up = draw.random() < 0.5
        level = skills[skill]
        skills[skill] = level + 1 if level == 0 or (up and level < 4) else level - 1
    return msgspec.structs.replace(profile, skills=skills)
