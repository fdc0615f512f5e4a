"""Reports to test the writings of: of the built-in people, and of those who are hard to write about."""

from __future__ import annotations

from datetime import date

from careercli.catalog import load_library
from careercli.domain.assessment import assess
from careercli.domain.model import Catalog, Profile
from careercli.domain.notes import Note
from careercli.text.report import Report, report
from tests.running import DAY

EVIL = (
    "<script>alert(1)</script><img src=http://x.example/a onerror=alert(1)>\"'{{7*7}}</style></title>&amp; "
    "[link](http://y.example) # *b*"
)
"""What somebody may have written who means no good."""


def people_of(catalog: Catalog) -> dict[str, Profile]:
    """Return whom reports are written about, by a short name."""
    in_gates = {skill for tier in catalog.ladder.tiers for skill in tier.gate_skills}
    optional = next(ask.skill for ask in catalog.ladder.top.asks if ask.skill not in in_gates)
    return {
        **{person.id: person.profile for person in catalog.personas},
        "newcomer": Profile(support_years=0),
        "unrated": Profile(support_years=6, leading_years=2, leads_people=True, title="Team Lead"),
        "top": Profile(
            support_years=20,
            leading_years=15,
            leads_people=True,
            name="Ada Top",
            skills=dict.fromkeys(catalog.skills_by_id, 4),
        ),
        "hostile": Profile(
            support_years=6.5,
            leading_years=1,
            leads_people=True,
            name=(EVIL + "W" * 200)[:200],
            title=EVIL,
            goal="director",
            skills={skill.id: 2 for skill in catalog.skills[:30] if skill.id != optional},
            evidence={skill.id: f"{EVIL}\nand {'x' * 300}" for skill in catalog.skills[:5]},
            not_applicable={optional: EVIL},
        ),
    }


def report_on(profile: Profile, catalog: Catalog, *, notes: tuple[Note, ...] | None = None) -> Report:
    """Return the report on a profile."""
    assessment = assess(catalog.ladder, catalog.skills_by_id, profile, date.fromisoformat(DAY))
    return report(assessment, catalog, load_library(), version="1.2.3", notes=notes)
