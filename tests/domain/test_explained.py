from __future__ import annotations

import pytest

from careercli.domain.explained import explained, related_questions
from careercli.domain.guide import Guide, Point, PointGroup, Question, Section
from careercli.domain.model import Catalog, Explained


def section(*questions: Question, points: tuple[Point, ...] = (), group: str = "") -> Section:
    groups = (PointGroup(name=group, points=points),) if group else ()
    return Section(
        lead="L.", sources=("own",), questions=questions, points=() if group else points, groups=groups
    )


def question(words: str, *skills: str, more: str | None = None) -> Question:
    return Question(question=words, answer=("A.",), skills=skills, section=more)


def point(name: str, skill: str) -> Point:
    return Point(name=name, text="T.", skill=skill)


GUIDE = Guide(
    "writer",
    {
        "overview": section(question("What about ink?", "ink", "paper")),
        "responsibilities": section(points=(point("Seal it", "seals"), point("Fold it", "paper"))),
        "skill-map": section(points=(point("Wax", "seals"), point("Nibs", "pens")), group="Tools of old"),
        "pros-and-cons": section(points=(point("It is quiet", "calm"),)),
        "faq": section(question("Which ink?", "ink"), question("Stamps?", "stamps", "glue", more="overview")),
    },
)


@pytest.mark.parametrize(
    ("skill", "place"),
    [
        ("ink", ("faq", "Which ink?", True)),  # the common questions come first
        ("seals", ("responsibilities", "Seal it", False)),
        ("pens", ("skill-map", "Tools of old", False)),  # a point of a group is found under its name
        ("paper", ("responsibilities", "Fold it", False)),  # rather than a question that is about another
        ("glue", ("faq", "Stamps?", True)),
        ("calm", None),  # what is good and bad about a job explains no skill
    ],
)
def test_a_skill_is_explained_by_what_is_mostly_about_it(
    skill: str, place: tuple[str, str, bool] | None
) -> None:
    """A question that is first about it, else a point, else a question that has to do with it."""
    found = explained(GUIDE, leads=True).get(skill)

    assert found == (place and Explained("writer", *place, leads=True))


def test_questions_near_to_a_section() -> None:
    """Those that lead to it come first, then those of its skills; its own are none of them."""
    assert related_questions(GUIDE, "overview") == (
        ("faq", GUIDE.sections["faq"].questions[1]),
        ("faq", GUIDE.sections["faq"].questions[0]),
    )
    assert related_questions(GUIDE, "pros-and-cons") == ()


def test_whoever_leads_reads_what_is_written_for_those_who_lead(catalog: Catalog) -> None:
    """A lead is told by the managers' guide, whoever leads nobody by the specialists', else by the other."""
    skills, ladder = catalog.skills_by_id, catalog.ladder
    agent, lead = ladder.tier("specialist"), ladder.tier("team-lead")
    told = {
        (skill, tier.id): place.role.removeprefix("customer-support-")
        for skill in ("communication", "coaching", "billing-support")
        for tier in (agent, lead)
        if (place := skills[skill].explained_to(tier))
    }

    assert told == {
        ("communication", "specialist"): "specialist",
        ("communication", "team-lead"): "manager",
        ("coaching", "specialist"): "manager",
        ("coaching", "team-lead"): "manager",
        ("billing-support", "specialist"): "specialist",
        ("billing-support", "team-lead"): "specialist",
    }
