"""The example of docs/matching.md, number by number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careercli.api import assess, parse_profile
from careercli.domain.ladder import estimates, tally
from careercli.domain.match import Match, match
from careercli.domain.model import Catalog
from tests.domain.advertisements import ad, asked, condition, years
from tests.domain.builders import TODAY

DOC = (Path(__file__).resolve().parents[2] / "docs" / "matching.md").read_text()
ROWS = {
    "communication": ("required", 3, 2, 6.0),
    "conflict-resolution": ("required", 2, 3, 4.0),
    "escalation-management": ("required", 2, 3, 4.0),
    "ticketing": ("required", 3, 3, 6.0),
    "training-delivery": ("preferred", None, 1, 2.0),
    "knowledge-management": ("implied", 1, 2, 0.5),
}
"""Of each skill how it is asked, what Noor has, what it needs, and what it adds."""


def _noor(catalog: Catalog, replies: dict[str, bool] | None = None, **levels: int) -> Match:
    (text,) = re.findall(r"```yaml\n(.*?)```", DOC, re.DOTALL)
    more = "".join(f"  {name.replace('_', '-')}: {level}\n" for name, level in levels.items())
    text = re.sub("|".join(rf"  {name.replace('_', '-')}: \d\n" for name in levels) or "^$", "", text) + more
    tier = catalog.ladder.tier("senior-specialist")
    wanted = ad(
        tier,
        *(asked(skill, demand) for skill, (demand, *_) in ROWS.items()),
        support_years=years(5),
        conditions=(condition("weekends"),),
    )
    return match(assess(parse_profile(text, catalog), catalog, as_of=TODAY), wanted, replies)


def test_the_example(catalog: Catalog) -> None:
    """Every number of it is what the rule gives."""
    found = _noor(catalog)
    told = {fit.asked.skill: (fit.asked.demand, fit.have, fit.need) for fit in found.skills}
    assert told == {skill: row[:3] for skill, row in ROWS.items()}
    tier = catalog.ladder.tier("senior-specialist")
    of = tally(tier, found.assessment.profile)
    assert (round(of.compared / of.known, 3), estimates(of)[1]) == (0.827, 1)
    assert found.share == pytest.approx(sum(row[3] for row in ROWS.values()) / 27)
    assert (found.verdict, found.at_least, found.at_most) == ("stretch",) * 3
    assert [(each.about, each.verdict) for each in found.findings] == [
        ("skills", "stretch"),
        ("tier", "apply"),
        ("support_years", "apply"),
    ]


def test_what_would_change_it(catalog: Catalog) -> None:
    """One level more makes it apply; a no makes the condition its first reason."""
    assert _noor(catalog, escalation_management=3).verdict == "apply"
    refused = _noor(catalog, {"weekends": False})
    assert (refused.verdict, refused.reasons[0].about) == ("stretch", "condition")


LEAD = """
schema: careercli/profile@1
title: Customer Support Team Lead
experience: {support_years: 7, leading_years: 3}
team: 10
skills:
  team-leadership: 3
  coaching: 3
  performance-management: 3
  support-metrics: 3
  workforce-management: 2
  hiring: 2
  conflict-resolution: 3
  communication: 3
"""


def test_nobody_is_above_the_job_they_hold_by_a_guess(catalog: Catalog) -> None:
    """What is not rated lifts nobody above their title; what is rated does."""
    wanted = ad(catalog.ladder.tier("team-lead"), asked("coaching"))

    def found(more: str) -> Match:
        return match(assess(parse_profile(LEAD + more, catalog), catalog, as_of=TODAY), wanted)

    guessed = found("")
    assert guessed.assessment.placement.current is catalog.ladder.tier("manager")
    assert guessed.here == catalog.ladder.tier("team-lead").rank
    names = [each.id for each in catalog.skills if each.id not in LEAD]
    rated = found("".join(f"  {name}: 3\n" for name in names))
    assert rated.here > guessed.here
