"""The built-in pack, held to more than the format asks: its content is what people act on."""

from __future__ import annotations

import re
from itertools import combinations
from typing import get_args

import pytest

from careercli.catalog import builtin_pack, check_packs, load_library
from careercli.domain.growth import GrowthStep, Seat
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Persona, Skill
from careercli.domain.names import fold
from careercli.domain.placement import place, rank_of
from careercli.domain.requirements import Clock
from careercli.domain.titles import read_title

TIERS = [
    ("junior-specialist", "Junior Customer Support Specialist", (0, 2), None),
    ("specialist", "Mid-Level Customer Support Specialist", (2, 5), None),
    ("senior-specialist", "Senior Customer Support Specialist", (5, None), None),
    ("team-lead", "Customer Support Team Lead", (5, 8), None),
    ("junior-manager", "Junior Customer Support Manager", None, (1, 3)),
    ("manager", "Customer Support Manager", (8, None), (3, 7)),
    ("senior-manager", "Senior Customer Support Manager", None, (7, 12)),
    ("director", "Director of Customer Support", None, (10, None)),
]
"""The ladder as the two guides state it; None is silence, on a clock or on its end."""

FLOORS = {
    "junior-specialist": (0, 0),
    "specialist": (1, 0),
    "senior-specialist": (2, 0),
    "team-lead": (2, 0.25),
    "junior-manager": (3, 1),
    "manager": (5, 3),
    "senior-manager": (5, 5),
    "director": (5, 7),
}
"""The years in support and of leading from which employers appoint."""

HANDS_ON = {
    "ticketing",
    "crm",
    "phone-support",
    "live-chat",
    "social-media-support",
    "billing-support",
    "troubleshooting",
    "documentation",
    "product-knowledge",
    "api-integrations",
}
"""Work with one's own hands: the last to be asked for it is the team lead."""

ABOUT_THE_QUEUE = {"knowledge-management", "multichannel-support"}
"""What is written for customers, and on which channels: the last to be asked for it is the manager."""

PHRASES = {
    "specialist guide, tech skills": (
        "Proficiency with Customer Relationship Management (CRM) software",
        "Familiarity with help desk ticketing systems",
        "Multichannel communication (email, chat, voice, social media)",
        "Basic troubleshooting and problem-solving",
        "Knowledge of product/service details",
        "Data entry and documentation accuracy",
        "Call center phone system proficiency (VoIP)",
        "Use of collaboration and project management tools",
        "Handling billing and account management software",
        "Understanding of knowledge base systems",
        "Typing speed and accuracy",
        "Using live chat platforms effectively",
        "Navigating customer support portals",
        "Basic understanding of cybersecurity and data privacy",
        "Applying CRM analytics for customer insights",
    ),
    "specialist guide, soft abilities": (
        "Empathy and patience",
        "Active listening",
        "Clear and concise communication",
        "Conflict resolution",
        "Time management",
        "Adaptability and resilience",
        "Problem-solving mindset",
        "Team collaboration",
        "Emotional intelligence",
        "Multitasking",
    ),
    "specialist guide, skill map": (
        "Effective communication (verbal and written)",
        "Active listening",
        "Basic troubleshooting",
        "Time management",
        "CRM software navigation",
        "Conflict resolution and de-escalation",
        "Multichannel communication management",
        "Data privacy and security awareness",
        "Emotional intelligence",
        "Cultural competency and multilingual support",
        "Ticketing systems (Zendesk, Freshdesk)",
        "CRM analytics",
        "Knowledge base maintenance",
        "Basic cybersecurity principles",
        "Use of collaboration platforms (Slack, Teams)",
        "Team collaboration",
        "Stress management",
        "Adaptability to change",
        "Customer advocacy",
        "Continuous learning mindset",
    ),
    "manager guide, tech skills": (
        "CRM systems management (e.g., Zendesk, Salesforce)",
        "Customer data analytics and reporting",
        "Workforce management and scheduling software",
        "Knowledge management platforms",
        "Quality assurance processes",
        "Helpdesk ticketing systems",
        "Multichannel support integration (phone, chat, email, social media)",
        "Basic understanding of API integrations",
        "Chatbot and AI-powered customer support tools",
        "Project management platforms (Trello, Jira, Asana)",
        "Customer feedback and survey tools",
        "Data privacy and compliance knowledge (e.g., GDPR)",
        "Remote team collaboration technologies",
        "Microsoft Office Suite and Google Workspace proficiency",
        "Performance metrics tracking (CSAT, NPS, FCR)",
        "Conflict resolution software (for tracking complaints)",
        "Social media monitoring tools",
        "Troubleshooting and problem-solving tools",
        "Customer journey mapping tools",
        "Knowledge in emerging CX technologies",
    ),
    "manager guide, soft abilities": (
        "Empathy and active listening",
        "Leadership and team motivation",
        "Effective communication",
        "Conflict resolution and negotiation",
        "Critical thinking and problem-solving",
        "Organizational and time management",
        "Adaptability and resilience",
        "Coaching and mentoring",
        "Detail orientation",
        "Customer-centric mindset",
    ),
    "manager guide, skill map": (
        "Empathy and Active Listening",
        "Basic CRM Technology Navigation",
        "Time Management",
        "Verbal and Written Communication",
        "Team Leadership Fundamentals",
        "Advanced CRM Administration",
        "Customer Support Data Analysis",
        "Quality Assurance Techniques",
        "Omnichannel Support Management",
        "Helpdesk & Ticketing System Expertise",
        "Conflict Resolution & Negotiation",
        "Coaching and Mentoring",
        "Project Management",
        "Strategic Thinking and Problem Solving",
        "Cross-Functional Collaboration",
        "AI & Automation Integration",
        "Remote and Distributed Team Management",
        "Customer Experience (CX) Strategy Development",
        "Change Management",
        "Global Team Leadership",
    ),
}
"""Every skill that the two guides name in a list, in their words."""

TOOLS = (
    "Zendesk",
    "Freshdesk",
    "Help Scout",
    "Salesforce Service Cloud",
    "HubSpot Service Hub",
    "Oracle Service Cloud",
    "Intercom",
    "LiveChat",
    "Slack",
    "Microsoft Teams",
    "Google Workspace",
    "Gmail",
    "Docs",
    "Sheets",
    "Slides",
    "Jira",
    "Jira Service Management",
    "Confluence",
    "Asana",
    "Trello",
    "Zoom",
    "Skype",
    "Phone systems (VoIP)",
    "Chatbots and AI-powered support platforms",
    "Drift",
    "Ada",
    "Knowledge base software",
    "Knowledge management systems",
    "Customer feedback tools",
    "SurveyMonkey",
    "CSAT",
    "Quality assurance (QA) software",
    "Workforce management (WFM) tools",
    "Speech and text analytics software",
    "Data analytics tools",
    "Tableau",
    "Power BI",
)
"""Every tool of the two guides' tech stacks."""

BACKGROUND = {
    "bls-oews": "measured pay, to set beside what the guides claim",
    "bls-projections": "measured outlook, to set beside what the guides claim",
    "gitlab": "a company's own ladder, to compare with",
    "basecamp": "a company's own ladder, to compare with",
    "sourcegraph": "a company's own ladder, to compare with",
    "helpzen": "another reading of the years",
    "hdi-survey": "another reading of the years",
    "icmi": "how many people one lead answers for",
    "ddat-framework": "where the scale of levels comes from",
}
"""Sources that may stand without a reference to them, and why they are there."""

GENERIC = re.compile(
    r"\b(take|attend|complete|finish|watch|enroll in|sign up for) (an?|some|any) (\w+ ){0,2}"
    r"(course|class|training|webinar|workshop|seminar|video)\b[^,;:]*(\.|$)",
    re.IGNORECASE,
)
"""A step that says no more than to be taught by somebody."""

TYPOGRAPHIC = re.compile(
    "[\u2010-\u2015\u2018-\u201f\u2022\u2026\u2032\u2033\u00a0\u00ab\u00bb\u00d7\u2192\ufeff]"
)

CONDITION = re.compile(
    r"\b(can (show|prove|list)|(have|has) (fallen|risen|dropped|improved|held)|fewer|seldom|never|always"
    r"|mostly|consistently|successful\w*|expert\w*|exceed\w*|excellent\w*|accurate\w*|quickly|fast"
    r"|bring me|come to me|rely on me|reuse|scores? move|daily|weekly|monthly|quarterly|\d+"
    r"|two or|three|four|five|six|ten|dozens?|hundreds?)\b"
)
"""Words by which a level would ask for more than that somebody does it."""

SKILLS = tuple(sorted(path.stem for path in (builtin_pack() / "skills").glob("*.yaml")))
PERSONAS = tuple(sorted(path.stem for path in (builtin_pack() / "personas").glob("*.yaml")))
FILES = tuple(sorted(path.relative_to(builtin_pack()).as_posix() for path in builtin_pack().rglob("*.yaml")))


@pytest.fixture(scope="module")
def library() -> Library:
    """Return what the built-in pack gives to read."""
    return load_library()


def steps_of(catalog: Catalog) -> list[tuple[str, GrowthStep]]:
    return [(f"{skill.id} {step.to}", step) for skill in catalog.skills for step in skill.growth]


def words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z']+", text.lower()))


SMALL = words_of(
    "a about after all an and are as at be before by can do each for from had has have how i in into is it "
    "its me my myself not of on one or other others our out own say so such than that the their them then "
    "they this to up us we what when where which who with without"
)
"""Words that stand in any level."""


def alike(texts: dict[str, str], limit: float) -> list[tuple[str, str]]:
    """Return the pairs of texts that have more than this share of their words in common."""
    words = {key: words_of(text) for key, text in texts.items()}
    return [
        (one, other)
        for one, other in combinations(words, 2)
        if len(words[one] & words[other]) > limit * len(words[one] | words[other])
    ]


def test_the_pack_has_no_problems() -> None:
    """The built-in data passes the check that any pack has to pass."""
    assert check_packs([builtin_pack()])[1] == ()


def test_the_ladder_is_the_one_of_the_guides(catalog: Catalog) -> None:
    """Eight tiers with the titles and years of the guides, in order, leading from team lead on."""

    def years(clock: Clock) -> tuple[float, float | None] | None:
        return None if clock.stated_min is None else (clock.stated_min, clock.usual_max)

    tiers = catalog.ladder.tiers
    assert [(t.id, t.title, years(t.support_years), years(t.leading_years)) for t in tiers] == TIERS
    assert [tier.rank for tier in tiers] == list(range(1, 9))
    assert [tier.id for tier in tiers if tier.leads_people] == [tier[0] for tier in TIERS[3:]]
    assert (catalog.ladder.id, catalog.ladder.pass_fit) == ("customer-support", 0.75)
    assert catalog.ladder.goals == ("manager", "director")


def test_usual_years_are_cited_from_the_guides(catalog: Catalog) -> None:
    """Every range of usual years names the guide that states it."""
    for tier in catalog.ladder.tiers:
        for clock in (tier.support_years, tier.leading_years):
            assert (clock.usual_min is None) == (clock.usual_source is None)
            assert clock.usual_source is None or re.match("(specialist|manager)-guide#", clock.usual_source)


def test_floors_are_what_employers_ask(catalog: Catalog) -> None:
    """Each floor above nothing says by whom it is asked, or that it is our judgement, and why."""
    tiers = catalog.ladder.tiers
    assert {t.id: (t.support_years.floor, t.leading_years.floor) for t in tiers} == FLOORS
    for tier in tiers:
        for clock in (tier.support_years, tier.leading_years):
            if clock.floor:
                assert clock.floor_sources, tier.id
                assert not any("-guide" in source for source in clock.floor_sources), tier.id
                assert len(clock.floor_note) > 50, tier.id


def test_every_tier_has_four_to_eight_gates_with_reasons(catalog: Catalog) -> None:
    """A must-have says where it comes from and why a candidate is turned down without it."""
    for tier in catalog.ladder.tiers:
        assert 4 <= len(tier.gates) <= 8, tier.id
        for gate in tier.gates:
            assert gate.source
            assert len(gate.note) > 20, (tier.id, gate.skills)


def test_no_skill_decides_a_tier(catalog: Catalog) -> None:
    """Above the first tier no requirement has more than a twentieth of the weight."""
    for tier in catalog.ladder.tiers[1:]:
        assert max(ask.weight for ask in tier.asks) * 20 <= sum(ask.weight for ask in tier.asks), tier.id


def test_work_in_the_queue_ends(catalog: Catalog) -> None:
    """Nobody is asked to type fast in order to manage, nor to know channels in order to direct."""
    asked = {tier.id: {ask.skill for ask in tier.asks} for tier in catalog.ladder.tiers}
    assert asked["team-lead"] >= HANDS_ON | ABOUT_THE_QUEUE
    assert not asked["junior-manager"] & HANDS_ON
    assert asked["manager"] >= ABOUT_THE_QUEUE
    assert not asked["senior-manager"] & ABOUT_THE_QUEUE


def test_leading_elsewhere_counts_half(catalog: Catalog) -> None:
    """A year of leading in a shop is half a year toward leading support, on every tier that leads."""
    assert {tier.leading_elsewhere for tier in catalog.ladder.tiers if tier.leads_people} == {0.5}


def test_a_small_team_makes_a_title_smaller(catalog: Catalog) -> None:
    """With three to nine people a director is a manager, and a manager a junior one."""
    assert {tier.id: tier.small_team for tier in catalog.ladder.tiers if tier.leads_people} == {
        "team-lead": "team-lead",
        "junior-manager": "team-lead",
        "manager": "junior-manager",
        "senior-manager": "junior-manager",
        "director": "manager",
    }


def test_there_are_enough_skills_and_not_too_many(catalog: Catalog) -> None:
    """The field is covered, and a full interview stays possible."""
    assert 40 <= len(catalog.skills) <= 60


def test_every_group_has_skills(catalog: Catalog) -> None:
    """No family of skills is empty."""
    assert {skill.group for skill in catalog.skills} == {group.id for group in catalog.groups}


def test_every_skill_is_asked_by_the_ladder(catalog: Catalog) -> None:
    """A skill that no tier asks for would be asked about for nothing."""
    assert set(catalog.ladder.skills) == set(catalog.skills_by_id)


@pytest.mark.parametrize("skill_id", SKILLS)
class TestSkill:
    """House style, skill by skill."""

    @pytest.fixture
    def skill(self, catalog: Catalog, skill_id: str) -> Skill:
        """Return the skill."""
        return catalog.skills_by_id[skill_id]

    def test_levels_can_be_recognized(self, skill: Skill) -> None:
        """A level is a sentence about what the reader does, short enough for one line of a screen."""
        for text in skill.levels:
            assert 25 <= len(text) <= 73
            assert text.startswith(("I ", "When ", "Before ", "After "))
            assert " I " in f" {text}"
            assert text.endswith(".")
            assert text.count(". ") == 0
        assert len(set(skill.levels)) == 4

    def test_levels_ask_for_no_result(self, skill: Skill) -> None:
        """What came of it, how well or how often it was done, and how many were led, is no condition."""
        assert not [text for text in skill.levels if CONDITION.search(text)]

    def test_the_highest_level_needs_no_seat(self, skill: Skill) -> None:
        """What only a seat gives is said by the tier: somebody without a department can be excellent."""
        assert not re.search(
            r"\b(director|headcount|(a|the|my|whole) (department|budget))\b", skill.levels[3]
        )

    def test_results_stand_beside_the_levels(self, skill: Skill, library: Library) -> None:
        """From the second level on a few words, after "Shows in:", tell where the work can be seen."""
        shows_in = library.shows_in[skill.id]
        assert shows_in.keys() >= {2, 3, 4}
        for text in shows_in.values():
            assert 15 <= len(text) <= 70
            assert re.match(r"[a-z]|[A-Z]{2}", text)
            assert not re.search(r"\.$|\b(I|my|me|you|your)\b", text)

    def test_people_can_ask_for_it_in_their_words(self, skill: Skill, library: Library) -> None:
        """Each skill has words to be asked with that are not its names."""
        words = library.keywords[skill.id]
        assert 5 <= len(words) <= 14
        assert len({word.casefold() for word in words}) == len(words)
        assert not {word.casefold() for word in words} & {
            skill.name.casefold(),
            *map(str.casefold, skill.aliases),
        }

    def test_levels_are_not_told_by_their_names(self, skill: Skill) -> None:
        """Whoever reads a level learns what it is like, not which it is or how it is judged."""
        judging = r"\b(levels?|awareness|practitioner|strong|excellent|good understanding|proficient)\b"
        assert not [text for text in skill.levels if re.search(judging, text, re.IGNORECASE)]

    def test_steps_fit_their_places(self, skill: Skill) -> None:
        """A title stands in a list, an action in a short paragraph, a proof on a line of 80 columns."""
        for step in (step for seat in get_args(Seat) for step in skill.for_seat(seat).growth):
            assert 20 <= len(step.title) <= 58
            assert 110 <= len(step.action) <= 330
            assert step.action.endswith((".", "?"))
            assert 20 <= len(step.proof) <= 68
            assert not step.title.endswith(".")
            assert not step.proof.endswith(".")

    def test_steps_can_be_done_beside_a_job(self, skill: Skill) -> None:
        """A step takes a range of hours, a good week at most but for certificates, and more on each level."""
        for seat in get_args(Seat):
            steps = skill.for_seat(seat).growth
            for step in steps:
                assert 0 < step.hours.min < step.hours.max <= (120 if step.kind == "certification" else 48)
            assert sorted(step.hours.mean for step in steps) == [step.hours.mean for step in steps]

    def test_steps_are_more_than_being_taught(self, skill: Skill) -> None:
        """No step is only to take a course; a course is named, with what to do with it."""
        assert not [step.title for step in skill.growth if GENERIC.search(f"{step.title}. {step.action}")]

    def test_the_summary_says_it_in_a_line(self, skill: Skill) -> None:
        """What the skill is, plainly, and on one line of a screen."""
        assert 20 <= len(skill.summary) <= 66
        assert len(skill.summary.split()) <= 10
        assert "ability to" not in skill.summary

    def test_it_says_where_it_comes_from(self, skill: Skill) -> None:
        """Every skill names its sources."""
        assert skill.sources


def test_a_newcomer_reads_little(catalog: Catalog) -> None:
    """All levels and summaries together are short enough to be read in a few minutes."""
    levels = [text for skill in catalog.skills for text in skill.levels]
    summaries = [skill.summary for skill in catalog.skills]
    assert len(" ".join(levels).split()) <= 10.5 * len(levels)
    assert len(" ".join(summaries).split()) <= 8.5 * len(summaries)


def test_no_two_levels_read_alike(catalog: Catalog) -> None:
    """Of 200 levels and more no two share two fifths of their words."""
    texts = {f"{s.id} {n}": text for s in catalog.skills for n, text in enumerate(s.levels, start=1)}
    assert len(texts) == 4 * len(catalog.skills)
    assert alike(texts, 0.4) == []


def test_no_answer_settles_two_skills(catalog: Catalog) -> None:
    """No level says what one of another skill says: three fifths of what the shorter one is about."""
    about = {
        (s.id, n): {re.sub(r"(ing|ed|es|s)$", "", word) for word in words_of(text.replace("'s", "")) - SMALL}
        for s in catalog.skills
        for n, text in enumerate(s.levels, start=1)
    }
    pairs = [(one, other) for one, other in combinations(about, 2) if one[0] != other[0]]
    shared = {(one, other): len(about[one] & about[other]) for one, other in pairs}
    shorter = {(one, other): min(len(about[one]), len(about[other])) for one, other in pairs}
    assert [pair for pair in pairs if shared[pair] >= 0.6 * shorter[pair]] == []


def test_conditions_are_recognized() -> None:
    """What the test above calls a condition is what it should be."""
    for text in (
        "I coach three people, and their scores move.",
        "I can show that complaints have fallen.",
        "I seldom solve the wrong thing.",
        "I report weekly, and colleagues reuse my words.",
    ):
        assert CONDITION.search(text)
    assert not CONDITION.search("I keep one small budget, and explain when it strays from plan.")


def test_no_two_steps_are_alike(catalog: Catalog) -> None:
    """No step is another one with the skill's name changed, in its action, title or proof."""
    steps = steps_of(catalog)
    assert alike({key: step.action for key, step in steps}, 0.4) == []
    assert alike({key: step.title for key, step in steps}, 0.6) == []
    assert len({step.proof for _, step in steps}) == len(steps)


UPWARD: dict[Seat, str] = {
    "none": r"\b(your|with your) (lead|manager|director|scheduler|team|shift|queue)\b(?!s)",
    "lead": r"\byour lead\b",
    "manager": r"\byour lead\b",
    "head": r"\b(your (lead|manager|director)|ask a manager)\b",
}
"""Who is not there to be asked, by the seat of whom a step is for."""


def asked_steps(catalog: Catalog) -> list[tuple[str, GrowthStep]]:
    """Return the steps that a plan on the built-in ladder can have."""
    highest: dict[str, int] = {}
    for tier in catalog.ladder.tiers:
        for ask in tier.asks:
            highest[ask.skill] = max(ask.level, highest.get(ask.skill, 0))
        for gate in tier.gates:
            for skill in gate.skills:
                highest[skill] = max(highest[skill], gate.levels[0])
    return [(f"{s.id} {g.to}", g) for s in catalog.skills for g in s.growth if g.to <= highest[s.id]]


@pytest.mark.parametrize("seat", UPWARD)
def test_nobody_is_told_to_ask_who_is_not_there(catalog: Catalog, seat: Seat) -> None:
    """A lead has no lead, a head no director, and somebody without a job neither lead nor queue."""
    wrong = re.compile(UPWARD[seat])
    steps = asked_steps(catalog) if seat == "none" else steps_of(catalog)
    told = {key: step.for_seat(seat) for key, step in steps}
    said = {key: f"{step.title}. {step.action} {step.proof}" for key, step in told.items()}
    assert [key for key, text in said.items() if wrong.search(text) and not _either_way(text)] == []


def _either_way(action: str) -> bool:
    """Return whether a step says itself what to do where there is no such thing."""
    return bool(re.search(r"\bor (take a city's|public)|if you have no queue|volunteer|no queue", action))


FOR_ANYBODY = {
    "ai-automation 2",
    "communication 2",
    "cultural-competence 2",
    "incident-communication 2",
    "problem-solving 2",
    "technical-groundwork 2",
}
"""Steps above the first level that need no other words without a job: they say where else it can be done."""


def test_a_step_without_a_job_has_words_of_its_own(catalog: Catalog) -> None:
    """First steps suit everybody; above, whoever has no job is told where to find people and cases."""
    without = {key for key, step in asked_steps(catalog) if step.to > 1 and "none" not in step.in_seats}
    assert without == FOR_ANYBODY


WAITS = re.compile(
    r"\b(weeks?|days|month|quarters?) (later|before and after|after)\b"
    r"|\bafter (a|one|two|thirty|sixty|ninety) (month|quarter|weeks|quarters|days)\b"
    r"|\bfor (a|two|three|four|six|eight) (month|quarter|weeks|months|quarters)\b"
)
"""Words that say that a result is waited for."""

READY_DATA = {
    "coaching 2": "a week",
    "performance-management 3": "without a lead's seat the weeks are those of an invented case",
    "support-analytics 3": "the weeks lie behind: the change is live already",
}


def test_the_highest_step_says_first_how_long_it_takes(catalog: Catalog) -> None:
    """And an agent and who has no job are told what they can do."""
    highest = {key: step for key, step in steps_of(catalog) if step.to == 4}
    said = re.compile(r"(Over|With|Once) [^.:]*\b(months?|quarter|half a year|a year|two review rounds)\b")
    assert [key for key, step in highest.items() if not said.match(step.action)] == []
    assert [key for key, step in highest.items() if not {"none", "agent"} <= step.in_seats.keys()] == []


@pytest.mark.parametrize("seat", ["none", "agent"])
def test_the_part_that_can_be_done_without_the_seat_is_a_step_of_its_own(
    catalog: Catalog, seat: Seat
) -> None:
    """It has its own title, proof and fewer hours, and asks nobody to stand in for a manager."""
    for key, step in steps_of(catalog):
        told = step.for_seat(seat)
        if step.to == 4 and step.action != told.action:
            assert (told.title != step.title, told.needs_seat) == (True, None), key
            assert told.proof != step.proof, key
            assert told.hours.mean < step.hours.mean, key
            assert told.part, key


def test_nobody_is_told_of_a_seat(catalog: Catalog) -> None:
    """A seat is a chair, or a license for a tool, to whoever reads a step."""
    told = {
        f"{key} {seat}": step.for_seat(seat) for key, step in steps_of(catalog) for seat in get_args(Seat)
    }
    chair = re.compile(r"'s seat\b|\b(take|takes|needs?) (a|the) seat\b|'s yes\b")
    said = {key: f"{step.title}. {step.action} {step.proof}" for key, step in told.items()}
    assert [key for key, text in said.items() if chair.search(text)] == []


def test_no_title_is_that_of_two_steps(catalog: Catalog) -> None:
    """Whatever a seat calls a step, it is found by its title alone."""
    titles = [fold(title) for _, step in steps_of(catalog) for title in step.titles]
    assert sorted(titles) == sorted(set(titles))


def test_a_step_that_waits_says_how_long(catalog: Catalog) -> None:
    """Where the proof needs a month or a quarter after the work, the step has weeks."""
    waiting = {
        f"{key} {seat}"
        for key, step in steps_of(catalog)
        for seat in get_args(Seat)
        if key not in READY_DATA
        and WAITS.search(step.for_seat(seat).action)
        and not step.for_seat(seat).weeks
    }
    assert waiting == set()


def test_a_step_waits_for_a_year_at_most(catalog: Catalog) -> None:
    """Longer, and nobody can plan with it."""
    told = [(key, step.for_seat(seat)) for key, step in steps_of(catalog) for seat in get_args(Seat)]
    assert [key for key, step in told if step.weeks > 39] == []


def test_only_upper_levels_need_a_seat(catalog: Catalog) -> None:
    """What everybody is asked for can be done by everybody; a seat is needed to lead, hire and budget."""
    assert [key for key, step in steps_of(catalog) if step.needs_seat and step.to < 3] == []
    steps = dict(steps_of(catalog))
    assert steps["team-leadership 3"].needs_seat == "lead"
    assert steps["budgeting 4"].needs_seat == "manager"


@pytest.mark.parametrize(
    "title",
    ["Quality Assurance Analyst", "Workforce Planner", "Knowledge Manager", "Support Operations Analyst"],
)
def test_seats_beside_the_ladder_are_known(catalog: Catalog, title: str) -> None:
    """Quality, planning, knowledge and operations are known by name: their years count as support."""
    found = read_title(catalog.ladder, title)
    assert found is not None
    assert found.seat == "adjacent"


def test_generic_steps_are_recognized() -> None:
    """What the test above calls generic is what it should be."""
    assert GENERIC.search("Take a course.")
    assert GENERIC.search("Attend some webinar on empathy. Then rest.")
    assert not GENERIC.search("Take a course on Trailhead, and build three views with it.")
    assert not GENERIC.search("Watch five recorded calls.")


@pytest.mark.parametrize(
    ("guide", "phrase"), [(guide, phrase) for guide, phrases in PHRASES.items() for phrase in phrases]
)
def test_every_skill_of_the_guides_is_found_by_its_phrase(catalog: Catalog, guide: str, phrase: str) -> None:
    """Whoever types a skill as a guide writes it gets there."""
    assert fold(phrase) in catalog.skill_names


def test_the_lists_of_the_guides_are_whole() -> None:
    """As many phrases as the guides list."""
    assert [len(phrases) for phrases in PHRASES.values()] == [15, 10, 20, 20, 10, 20]


@pytest.mark.parametrize("tool", TOOLS)
def test_every_tool_of_the_guides_belongs_to_a_skill(catalog: Catalog, tool: str) -> None:
    """Each tool of a tech stack is one that some skill is practiced with."""
    named = re.compile(rf"(?<!\w){re.escape(tool)}(?!\w)", re.IGNORECASE)
    assert [skill.id for skill in catalog.skills if any(named.search(known) for known in skill.tools)]


def test_every_source_is_used_or_explained(catalog: Catalog) -> None:
    """A source is referred to somewhere in the data, or stands for comparison; all say what they hold."""
    pack = builtin_pack()
    text = "\n".join((pack / file).read_text("utf-8") for file in FILES if file != "sources.yaml")
    used = set(re.findall(r"(?:source: |^\s*- )([a-z][a-z0-9-]*)(?=[#,}\s])", text, re.MULTILINE))
    listed = re.findall(r"sources: \[([a-z0-9#, -]+)\]", text)
    used |= {name.partition("#")[0] for names in listed for name in names.split(", ")}
    assert {source.id for source in catalog.sources} - used <= set(BACKGROUND)
    assert all(source.note and source.date and source.terms for source in catalog.sources)


@pytest.mark.parametrize("file", FILES)
def test_typography_is_plain(file: str) -> None:
    """Quotes, dashes and spaces are those of ASCII, so that every terminal and every search finds them."""
    text = (builtin_pack() / file).read_text("utf-8")
    assert TYPOGRAPHIC.findall(text) == []
    assert "\t" not in text


def test_there_are_people_to_look_at(catalog: Catalog) -> None:
    """A first look shows at least five built-in people, who stand in different places."""
    assert len(PERSONAS) >= 5
    ranks = {rank_of(place(catalog.ladder, persona.profile).current) for persona in catalog.personas}
    assert len(ranks) >= 4


@pytest.mark.parametrize("persona_id", PERSONAS)
def test_a_persona_is_a_whole_person(catalog: Catalog, persona_id: str) -> None:
    """Each built-in person loads with a story that is theirs, and a goal above where they stand."""
    persona: Persona = next(person for person in catalog.personas if person.id == persona_id)
    name, goal = persona.profile.name, persona.profile.goal
    assert name
    assert persona.story.startswith(name)
    assert goal
    assert catalog.ladder.tier(goal).rank > rank_of(place(catalog.ladder, persona.profile).current)
