"""Which job an advertisement is for, and which tier it really asks for."""

from __future__ import annotations

import pytest

from tests.advertisements.ads import DUTIES, REQUIRED, asking, read


def tier(title: str, *lines: str) -> str | None:
    """Return the tier that an advertisement asks for."""
    found = asking(*lines, title=f"{title}\n").tier
    return found.id if found else None


@pytest.mark.parametrize(
    ("title", "lines", "asked"),
    [
        ("Customer Support Specialist", ["No experience necessary"], "junior-specialist"),
        ("Help Desk Technician 1", ["A friendly voice"], "junior-specialist"),
        ("Customer Support Specialist", ["2 years in customer service"], "specialist"),
        ("Customer Support Specialist", ["6 years in customer service"], "senior-specialist"),
        ("Junior Support Agent", ["3 years in customer service"], "specialist"),
        ("Senior Customer Support Specialist", ["2 years in support"], "senior-specialist"),
        ("Customer Service Team Leader", ["Lead a team of 10 agents"], "team-lead"),
        ("Customer Service Team Leader", ["4 years managing support teams"], "junior-manager"),
        ("Customer Support Manager", ["3 years of leadership experience"], "manager"),
        ("Customer Support Manager", ["1 year as a team leader"], "junior-manager"),
        ("Head of Customer Support", ["Own the budget"], "senior-manager"),
        ("Director of Customer Support", ["Own the strategy"], "director"),
    ],
)
def test_title_years_and_scope_decide_together(title: str, lines: list[str], asked: str) -> None:
    """A title alone says less than title, years and duties do."""
    assert tier(title, *lines) == asked


def test_the_words_that_decided_are_told() -> None:
    """The title comes first, then the years."""
    ad = asking("6 years in customer service")
    assert [quote.words for quote in ad.tier_why][:2] == [
        "Customer Support Specialist",
        "6 years in customer service",
    ]
    assert ad.stated is not None
    assert ad.stated.id == "specialist"


@pytest.mark.parametrize(
    ("title", "known_as"),
    [
        ("Customer Success Manager", "customer success"),
        ("Account Manager", "sales"),
        ("Sales Support Specialist", "sales support"),
        ("Lead Generation Specialist", "lead generation"),
        ("IT Administrator", "IT administration"),
        ("Registered Nurse", "nursing and care"),
        ("Receptionist", "reception"),
        ("User Researcher", "research"),
        ("Web Developer", "web development"),
    ],
)
def test_other_lines_of_work_are_told_by_name(title: str, known_as: str) -> None:
    """What sounds like this ladder and is another job has no tier here."""
    ad = asking("Excellent communication skills", title=f"{title}\n")
    assert (ad.line_of_work, ad.known_as, ad.tier) == ("other", known_as, None)


def test_duties_tell_another_line_of_work_whatever_the_title_says() -> None:
    """Care that is nursing is told by what is to be done."""
    ad = read(
        "Client Care Specialist\n\nDuties\n- Give medications\n- Take vital signs\n- Help with bathing\n"
        "- Write the nursing care plan\n\nRequirements\n- CPR certification\n"
    )
    assert (ad.line_of_work, ad.known_as) == ("other", "nursing and care")


def test_a_seat_beside_the_ladder_has_no_tier() -> None:
    """Planning and quality are beside the ladder."""
    ad = asking("Forecast call volumes", title="Workforce Management Analyst\n")
    assert (ad.line_of_work, ad.tier) == ("beside", None)


def test_a_vague_title_is_read_by_what_is_done() -> None:
    """A team leader among people who answer customers leads support."""
    ad = read(
        f"Team Leader\n{DUTIES}- Supervise agents in the call centre\n- Meet service levels\n{REQUIRED}"
    )
    assert ad.line_of_work == "ladder"
    assert ad.tier is not None
    assert ad.tier.id == "team-lead"


@pytest.mark.parametrize(
    "text",
    [
        "Job title: Support Agent\n\nDuties\n- Answer customers\n",
        "# Support Agent\n\n## Duties\n\n- Answer customers\n",
        "## A brief overview\n\nAcme sells gates.\n\n## Support Agent\n\n## Duties\n\n- Answer customers\n",
        "Acme is looking for a friendly, patient Support Agent to join us.\n\nDuties\n- Answer customers\n",
    ],
)
def test_titles_are_found_where_they_stand(text: str) -> None:
    """A label, a heading, the first line or a sentence has the title."""
    assert read(text).title == "Support Agent"


def test_front_matter_has_a_title() -> None:
    """What a file says of itself in front counts, and moves no line."""
    ad = read(
        f'---\ntitle: "Support Agent"\ncompanyName: "Acme"\n---\n\n## Duties\n\n* Answer calls\n{REQUIRED}'
    )
    assert (ad.title, ad.employer) == ("Support Agent", "Acme")
    assert ad.skills[0].quote.line == 8


@pytest.mark.parametrize(
    ("title", "line", "known"),
    [
        ("Operational Team Leader", "A strong background in the cleaning industry", "cleaning"),
        ("Team Leader (Cleaning Industry)", "Friendly with clients", "cleaning"),
        ("Site Supervisor, Security Guards", "Friendly with clients", "security work"),
    ],
)
def test_a_trade_tells_another_line_of_work(title: str, line: str, known: str) -> None:
    """A leader of another trade leads no support, though the title names no work."""
    ad = read(
        f"{title}\n\nRequirements\n- {line}\n- Able to lead a team\n\n"
        "What you will do\n- Lead a team\n- Answer questions of clients\n- Train new staff\n"
    )
    assert (ad.line_of_work, ad.known_as) == ("other", known)


@pytest.mark.parametrize(
    ("title", "line", "tier"),
    [
        ("Help Desk Technician L2", "Troubleshooting of laptops", "specialist"),
        ("Help Desk Technician L2", "Be the escalation point for the first line", "senior-specialist"),
        ("Customer Support Engineer", "As our engineer (L2) you mentor new agents", "senior-specialist"),
        ("Help Desk Technician L1", "Troubleshooting of laptops", "junior-specialist"),
    ],
)
def test_the_line_of_support_is_part_of_the_tier(title: str, line: str, tier: str) -> None:
    """The second line is no first job, and with cases of others and newcomers to teach it is a senior's."""
    ad = asking(line, title=f"{title}\n")
    assert ad.tier is not None
    assert ad.tier.id == tier
