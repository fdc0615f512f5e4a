"""Files that runs read: profiles and packs, in few words."""

from __future__ import annotations

from pathlib import Path

PROFILE = "schema: careercli/profile@1\nexperience: {support_years: 3}\n"
"""The smallest profile."""


def write_profile(path: Path, more: str = "", *, years: float = 3) -> Path:
    """Write a profile with so many support years and whatever else it should say."""
    path.write_text(f"schema: careercli/profile@1\nexperience: {{support_years: {years}}}\n{more}")
    return path


def write_pack(folder: Path, **files: str) -> Path:
    """Write a pack of nothing but its name, and of the files given, as ``skills_coaching="..."``."""
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        "schema: careercli/pack@1\nid: mine\ntitle: Mine\nversion: 2026.11.1\nlanguage: en\nlicense: MIT\n"
    )
    for name, text in files.items():
        kind, _, stem = name.partition("_")
        (folder / kind).mkdir(exist_ok=True)
        (folder / kind / f"{stem.replace('_', '-')}.yaml").write_text(text)
    return folder


STEP = (
    '{"kind": "step", "date": "2026-11-01", "skill": "coaching", "from": 2, "to": 3, "title": "Coach", '
    '"proof": "Notes", "hours": null, "planned": {"min": 12, "max": 24}}'
)
"""What is remembered of a step that somebody could take back."""

PERSON = '{"schema": "careercli/profile@1", "experience": {"support_years": 3}}'
"""A profile on one line."""

ASKED = """schema: careercli/opinions@1
requests:
- {form: 3f2a90c1d45e7b68, to: Sam, date: '2026-11-01', skills: [coaching]}
"""
"""What is kept of a form that was handed out."""

ANSWERED = """{"schema": "careercli/opinion@1", "form": "3f2a90c1d45e7b68", "about": "Dana", "giver": "Sam",
"date": "2026-11-02", "levels": {"coaching": 2}, "unseen": [], "text": ""}
"""
"""What came back."""

AD = """\
Customer Support Specialist
Larch & Lantern, Denver, CO

About us
We make lamps that people repair instead of throwing them away.

What you will do
- Answer customers by email, chat and phone, and solve their problems yourself
- Write clear notes on every case in Zendesk
- Calm upset customers down, and escalate what you cannot settle

What we require
- At least 2 years of experience in customer support
- Excellent written and verbal communication skills
- Experience with a ticketing system
- Able to work weekends

Nice to have
- Experience in training new colleagues
- Fluent in Spanish

Pay: $40,000 to $48,000 a year
"""
"""A job advertisement."""

LEAD_AD = """\
Customer Support Team Lead
Contoso

What you will do
- Lead a team of eight support agents and coach them one to one
- Own customer satisfaction and first reply time
- Plan shifts, and take the escalations that nobody else can settle

What we require
- 4+ years in customer support, at least 1 year of it leading a team
- Experience with Zendesk
- Experience in coaching and giving feedback
- You know support metrics such as CSAT and SLA

Nice to have
- You have taken part in hiring
"""
"""An advertisement for somebody who leads people."""
