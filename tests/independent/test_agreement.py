"""The domain says of thousands of people what a model says that was written from the specification alone."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from careercli.api import assess, parse_profile
from careercli.domain.assessment import Assessment
from careercli.domain.assessment import assess as assess_on
from careercli.domain.marks import refused
from careercli.domain.model import Catalog, Ladder, Tier
from careercli.domain.requirements import Clock
from tests.domain.ladders import Case, cases
from tests.independent import model

PARTS = 8
A_PART = 255
TODAY = date(2026, 3, 2)


def ladder_as_json(ladder: Ladder) -> dict[str, Any]:
    """Return what the model needs to know of a ladder."""

    def clock(years: Clock) -> dict[str, Any]:
        return {"floor": years.floor, "usual_min": years.usual_min}

    def entry(tier: Tier) -> dict[str, Any]:
        return {
            "id": tier.id,
            "title": tier.title,
            "rank": tier.rank,
            "leads_people": tier.leads_people,
            "leading_elsewhere": tier.leading_elsewhere,
            "small_team": tier.small_team,
            "titles": list(tier.titles),
            "support_years": clock(tier.support_years),
            "leading_years": clock(tier.leading_years),
            "asks": [{"skill": ask.skill, "level": ask.level, "weight": ask.weight} for ask in tier.asks],
            "gates": [{"skills": list(gate.skills), "levels": list(gate.levels)} for gate in tier.gates],
        }

    return {"pass_fit": ladder.pass_fit, "tiers": [entry(tier) for tier in ladder.tiers]}


def people(ladder: Ladder, number: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield profile files of all kinds, each key now there and now not."""
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    for _ in range(number):
        years, elsewhere = _experience(draw)
        skills, marked = _skills(ladder, draw)
        person: dict[str, Any] = {
            "schema": "careercli/profile@1",
            "experience": years | elsewhere,
            "skills": skills,
            "not_applicable": dict.fromkeys(marked, "not here"),
        }
        if draw.random() < 0.85:
            tier = draw.choice(ladder.tiers)
            person["title"] = draw.choice((*tier.titles, tier.title))
        elif draw.random() < 0.5:
            person["title"] = draw.choice((*ladder.adjacent, "Keeper of the Royal Swans"))
        yield person | _job(draw)


def _experience(draw: random.Random) -> tuple[dict[str, float], dict[str, float]]:
    """Draw years, about the floors more often than not."""
    support = draw.choice((0, 0.5, 0.9, 1, 1.9, 2, 2.5, 3, 4.9, 5, 6.25, 8, round(draw.uniform(0, 20), 1)))
    years: dict[str, float] = {"support_years": support}
    if draw.random() < 0.6:
        leading = draw.choice((0, 0.2, 0.25, 1, 2.5, 3, 5, 7, 10, round(draw.uniform(0, 12), 1)))
        years["leading_years"] = min(leading, support)
    if draw.random() < 0.3:
        years["part_time_share"] = draw.choice((0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1))
    elsewhere: dict[str, float] = {}
    if draw.random() < 0.35:
        elsewhere["leading_elsewhere_years"] = draw.choice((0, 0.5, 2, 3.9, 4, 6, 10, 14, 20))
    return years, elsewhere


def _skills(ladder: Ladder, draw: random.Random) -> tuple[dict[str, int], list[str]]:
    """Draw ratings as somebody near a tier has them, or at random, and what does not apply."""
    free = [skill for skill in ladder.skills if skill not in ladder.always_apply]
    marked = draw.sample(free, draw.choice((0, 0, 0, 1, 3, 8)))
    while refused(ladder, marked):
        marked.pop()
    left = [skill for skill in ladder.skills if skill not in marked]
    near = draw.choice((*ladder.tiers, None))
    asked = near.needs if near else {}
    shift = draw.choice((-1, 0, 0, 1))
    first = [skill for skill in left if skill in asked] if draw.random() < 0.3 else left
    number = draw.choice((3, 7, 8, 12, 20, 30, 40, *[len(first)] * 5))
    rated = draw.sample(first, min(number, len(first)))
    levels = {
        skill: min(max(asked[skill][0] + shift + draw.choice((-1, 0, 0, 0, 1)), 0), 4)
        if skill in asked
        else draw.randint(0, 4)
        for skill in rated
    }
    return levels, marked


def _job(draw: random.Random) -> dict[str, Any]:
    """Draw whether there is a job, a team, and what is said of leading."""
    job: dict[str, Any] = {}
    if draw.random() < 0.15:
        return {"employed": False} | ({"leads_people": False} if draw.random() < 0.3 else {})
    if draw.random() < 0.3:
        job["employed"] = True
    if draw.random() < 0.6:
        job["team"] = draw.choice((0, 1, 2, 3, 5, 9, 10, 25, 300))
        if draw.random() < 0.3:
            job["leads_people"] = job["team"] > 0
    elif draw.random() < 0.7:
        job["leads_people"] = draw.random() < 0.7
    return job


def said(found: Assessment) -> dict[str, Any]:
    """Return what the domain says, in the model's words."""
    placement = found.placement
    tiers = ("current", "at_least", "at_most", "confirmed", "ready_for")
    readings = ("by_skills", "by_years", "by_seat", "by_usual")
    return {
        **{name: getattr(tier := getattr(placement, name), "id", tier) for name in (*tiers, *readings)},
        "state": placement.state,
        "certain": placement.certain,
        "settled": placement.settled,
        "held_back_by": list(placement.held_back_by),
        "tiers": [
            {
                "tier": tier.tier.id,
                "fit": tier.fit,
                "rated": tier.rated,
                "known": tier.known,
                "counts": tier.counts,
                "cost": tier.cost,
                "open_gates": [list(gate.gate.skills) for gate in tier.open_gates],
                "to_confirm": [list(gate.gate.skills) for gate in tier.to_confirm],
                "floor_reached": tier.floor_reached,
                "usual_reached": tier.usual_reached,
            }
            for tier in found.tiers
        ],
    }


def check(found: Assessment, wanted: dict[str, Any], person: object) -> None:
    """Fail where the domain says something else than the model, whose shares are exact."""
    says = said(found)
    for tier, exactly in zip(says["tiers"], wanted["tiers"], strict=True):
        for name in ("fit", "known"):
            assert abs(tier[name] - float(exactly[name])) <= 1e-12, (name, person)
            exactly[name] = tier[name]
    assert says == wanted, person


@pytest.mark.parametrize("part", range(PARTS))
def test_the_domain_says_what_the_model_says(catalog: Catalog, part: int) -> None:
    """Every reading, every bound and every number of every tier, of people with every key a profile has."""
    of = ladder_as_json(catalog.ladder)
    for person in people(catalog.ladder, A_PART, seed=part):
        found = assess(parse_profile(json.dumps(person), catalog), catalog, as_of=TODAY)
        check(found, model.assess(of, person), person)


@given(cases())
def test_it_does_so_on_any_ladder(case: Case) -> None:
    """And on ladders of other floors, gates and leading tiers, with years a day short or past them."""
    profile = case.profile
    person = {
        "experience": {
            "support_years": profile.support_years,
            "leading_years": profile.leading_years,
            "leading_elsewhere_years": profile.leading_elsewhere_years,
            "part_time_share": profile.part_time_share,
        },
        "employed": profile.employed,
        "team": profile.team,
        "leads_people": profile.leads_people,
        "title": profile.title,
        "skills": profile.skills,
        "not_applicable": profile.not_applicable,
    }
    found = assess_on(case.ladder, case.skills, profile, TODAY)
    check(found, model.assess(ladder_as_json(case.ladder), person), person)
