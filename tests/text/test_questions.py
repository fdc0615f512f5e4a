from __future__ import annotations

import re

from careercli.domain.model import Catalog
from careercli.interview.facts import FACTS as ASKED
from careercli.text.questions import FACTS, explained_skill


def test_every_fact_but_the_name_is_explained() -> None:
    """Whatever is asked about a person can be asked back."""
    assert set(FACTS) == set(ASKED)
    assert all(text.endswith(".") for text in FACTS.values())


def test_a_skill_is_explained_by_what_shows_each_level(catalog: Catalog) -> None:
    """A proof for each of the four levels, and how to choose; no word of a tier or of what one needs."""
    tiers = [tier.title for tier in catalog.ladder.tiers]
    for skill in catalog.skills:
        explained = explained_skill(skill)
        for step in skill.growth:
            assert step.proof in explained
        own = re.sub("|".join(re.escape(step.proof) for step in skill.growth), "", explained)
        assert not re.search(r"\b(must|needs?|required?|gates?)\b", own)
        assert not any(title in own for title in tiers)
