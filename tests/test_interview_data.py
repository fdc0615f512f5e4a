"""What the questions of the built-in pack must be."""

from __future__ import annotations

import re
from collections import Counter

from careercli.catalog import load_library
from careercli.domain.model import Catalog
from tests.test_guide_data import BANNED, SENTENCE_END

QUESTIONS = load_library().interviews
NEVER_ASKED = re.compile(
    r"\b(how old|your age|married|pregnan\w+|your (children|family|husband|wife|partner|health|faith)"
    r"|religion|disab\w+|born in|nationality|church|native language|ill(ness)?|sick)\b",
    re.IGNORECASE,
)
"""What no interviewer may ask a candidate about themselves."""

GENERAL_OF_A_SEAT = ("why-", "numbers-", "peer-")
"""General questions that each tier has of its own: why this job, results, conflict with a peer."""


def of_skill(skill: str, level: int) -> Counter[str]:
    """Return how many questions of each kind are about a skill at a level."""
    return Counter(each.kind for each in QUESTIONS if each.skill == skill and level in each.levels)


def asked_levels(catalog: Catalog) -> set[tuple[str, int]]:
    """Return each skill with each level that a tier asks of it."""
    return {(ask.skill, ask.level) for tier in catalog.ladder.tiers for ask in tier.asks}


def gate_levels(catalog: Catalog) -> set[tuple[str, int]]:
    """Return each skill of a gate with each level of that gate."""
    gates = [gate for tier in catalog.ladder.tiers for gate in tier.gates]
    return {(skill, level) for gate in gates for skill in gate.skills for level in gate.levels}


def test_every_skill_is_asked_from_both_sides(catalog: Catalog) -> None:
    """Each has two questions or more about what one did and one about what one would do."""
    kinds = {
        skill: Counter(each.kind for each in QUESTIONS if each.skill == skill)
        for skill in catalog.ladder.skills
    }
    assert [skill for skill, of in kinds.items() if of["behavior"] < 2 or of["situation"] < 1] == []


def test_every_level_that_a_seat_asks_has_questions(catalog: Catalog) -> None:
    """One about what one did and one about what one would do; where it is a gate, one more of the first."""
    gates = gate_levels(catalog)
    lacking = [
        (skill, level)
        for skill, level in sorted(asked_levels(catalog) | gates)
        if (found := of_skill(skill, level))["behavior"] < 1 + ((skill, level) in gates)
        or not found["situation"]
    ]
    assert lacking == []


def test_no_question_is_asked_at_a_level_that_no_seat_asks(catalog: Catalog) -> None:
    """A question nobody could get is not there."""
    asked = asked_levels(catalog) | gate_levels(catalog)
    assert [
        each.id
        for each in QUESTIONS
        if each.skill
        for level in each.levels
        if (each.skill, level) not in asked
    ] == []


def test_every_tier_has_general_questions(catalog: Catalog) -> None:
    """Why this job, results and a peer for each tier; why leave, a weakness and a failure for all of them."""
    general = [each for each in QUESTIONS if each.kind == "general"]
    for tier in catalog.ladder.tiers:
        own = [each.id for each in general if tier.id in each.tiers]
        assert all(any(name.startswith(what) for name in own) for what in GENERAL_OF_A_SEAT), tier.id
    assert {"why-left", "weakness", "failure"} <= {each.id for each in general if not each.tiers}
    assert {each.for_whom for each in general} == {"any", "never-led", "returning", "changing"}


TEXTS = [
    (each.id, part, getattr(each, part)) for each in QUESTIONS for part in ("question", "strong", "weak")
]
LENGTHS = {"question": (15, 180), "strong": (80, 240), "weak": (20, 160)}
"""The shortest and the longest that a text may be."""


def test_texts_are_well_said() -> None:
    """Whole sentences of a fitting length, in plain characters, without words that are only noise."""
    assert [(name, text) for name, _, text in TEXTS if not text.isascii() or "  " in text] == []
    assert [(name, text) for name, _, text in TEXTS if not SENTENCE_END.search(text)] == []
    assert [(name, found.group()) for name, _, text in TEXTS if (found := BANNED.search(text))] == []
    assert [
        (name, part, len(text))
        for name, part, text in TEXTS
        if not LENGTHS[part][0] <= len(text) <= LENGTHS[part][1]
    ] == []


def test_what_is_strong_and_weak_says_what_an_answer_does() -> None:
    """It begins with what the answer does: "Names ...", "Blames ..."."""
    assert [
        (name, text)
        for name, part, text in TEXTS
        if part != "question" and not text.split()[0].rstrip(",").endswith("s")
    ] == []


def test_nothing_is_asked_that_may_not_be() -> None:
    """No question is about age, family, health, origin or faith of whoever is asked."""
    assert [each.id for each in QUESTIONS if NEVER_ASKED.search(each.question)] == []


def test_a_question_is_called_after_its_skill() -> None:
    """So that ids never meet, and say what they are about."""
    assert [each.id for each in QUESTIONS if each.skill and not each.id.startswith(f"{each.skill}-")] == []


def test_no_two_texts_are_alike() -> None:
    """Each is there once."""
    counted = Counter(text for _, _, text in TEXTS)
    assert [text for text, number in counted.items() if number > 1] == []
