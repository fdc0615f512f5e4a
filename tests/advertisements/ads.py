"""Small advertisements for tests, written for them, and what is read of one."""

from __future__ import annotations

from careercli.api import read_advertisement
from careercli.domain.advertisement import Advertisement

TITLE = "Customer Support Specialist\n"

DUTIES = """
What you will do
- Answer customers by phone and email
- Escalate what you cannot solve to engineering
- Update tickets and keep the help center articles up to date
"""

REQUIRED = """
Requirements
- 2 years of experience in customer service
- Excellent written communication skills
- Able to prioritize tasks under pressure
"""

PREFERRED = """
Nice to have
- Experience with Zendesk
- Fluent Spanish
"""

OFFERED = """
What we offer
- Training for new hires, coaching by a mentor, and a budget for courses
- 25 days of holiday and health insurance
"""

EQUAL = """
Acme is an equal opportunity employer. We consider all applicants without regard to race, color, religion or
age, and value communication, teamwork and leadership in everybody.
"""

AD = TITLE + DUTIES + REQUIRED + PREFERRED + OFFERED


def read(text: str, name: str = "ad.txt") -> Advertisement:
    """Return what is read of a text."""
    return read_advertisement(text.encode(), name=name)


def asking(*lines: str, title: str = TITLE, heading: str = "Requirements") -> Advertisement:
    """Return what is read of an advertisement with these requirements, below duties that ask little."""
    listed = "".join(f"- {line}\n" for line in lines)
    return read(f"{title}\nWhat you will do\n- Help customers every day\n\n{heading}\n{listed}")


def demands(ad: Advertisement) -> dict[str, str]:
    """Return each skill that is asked for, with how."""
    return {one.skill: one.demand for one in ad.skills}
