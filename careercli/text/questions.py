"""What ? says of a question: what counts as an answer, with an example; never what a tier asks."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.domain.interview import RATING
from careercli.domain.model import LEVEL_NAMES, Skill

FACTS = {
    "name": (
        "It heads your plan and whatever you hand over. Any name will do, and it stays on this computer, as "
        "all your answers do."
    ),
    "title": (
        "As it stands in your contract or on your résumé, in any words: Customer Care Agent, Service Desk "
        "Team Lead, Head of Support. Without a job in support, the last one you had, or your job elsewhere."
    ),
    "employed": ("Yes, also on leave or while you work your notice. No, where the job has ended."),
    "support_years": (
        "Whatever was mainly about helping customers or users counts: agent, help desk, call centre, chat, "
        "technical support, quality, planning, training or knowledge for support, and leading any of it. Two "
        "jobs at once count once. Examples: 4, 3.5, 18 months, 2 years 6 months."
    ),
    "leading_years": (
        "Years in which other people's support work was yours to answer for: you set their goals or "
        "schedules, reviewed their work, were asked when it went wrong. Being the one "
        "whom others ask does not count. Examples: 2, 1.5, 8 months."
    ),
    "team": (
        "Everybody whose support work you answer for today, through other leads too. Example: three leads "
        "with eight agents each are 27."
    ),
    "leading_elsewhere_years": (
        "Years in which you were responsible for other people's work outside support: shift lead in a shop, "
        "head of a kitchen, crew chief, officer. They count in part. Examples: 3, 1.5, 0 if none."
    ),
    "part_time_share": (
        "20 hours where full time is 40 is half. Take the average over all your years in support: two years "
        "full time and two at half are three quarters."
    ),
    "goal": (
        "The plan and its dates lead there; it can be changed at any time. Whoever has not decided is shown "
        "the way to the nearest goal above where they are."
    ),
    "hours_per_week": (
        "For reading, courses and practice beside your work, in a usual week. The dates of the plan rest on "
        "it. Examples: 3, 2.5, 90 min."
    ),
}
"""What counts as an answer to the questions about facts."""


PACE = (
    "Quick asks first what tells most about the tiers around you, and ends as soon as your answers settle "
    "where you are. Full asks about every skill, so that the plan knows all that is missing. Either way you "
    "can stop at any question, and rate more from the menu."
)
"""What quick and full mean."""


def minutes(questions: int) -> str:
    """Return how long this many questions about skills take, as in "a minute"."""
    amount = max(round(questions * RATING.mean * 60), 1)
    return "a minute" if amount == 1 else f"{amount} minutes"


def explained_list(skills: Sequence[Skill]) -> str:
    """Return what each line of a list of skills is about, and what to tick."""
    about = [f"  {number} {skill.name}: {skill.summary}" for number, skill in enumerate(skills, 1)]
    how = (
        "Tick what you have done more than once, wherever it was: in a shop, an office, a school, a club, "
        "for customers, guests, patients or neighbors. How far you are in it may be asked next."
    )
    return "\n".join(["What each is about:", *about, "", how])


def explained_skill(skill: Skill) -> str:
    """Return what shows each level of a skill, from what proves its steps."""
    shown = [f"  {step.to} {LEVEL_NAMES[step.to]}: {step.proof}" for step in skill.growth if step.proof]
    examples = ["What each could look like, for example:", *shown, ""] if shown else []
    how = "Choose what you have done more than once, not what you could do; in doubt, the lower one."
    return "\n".join([*examples, how])
