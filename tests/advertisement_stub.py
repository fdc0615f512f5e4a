"""A few lines that stand for an advertisement: ``tier: team-lead``, ``required: coaching``."""

from __future__ import annotations

from typing import Any

from careercli.domain.advertisement import (
    Advertisement,
    AskedPay,
    AskedSkill,
    AskedTool,
    AskedYears,
    Condition,
    Quote,
)
from careercli.domain.model import Catalog
from careercli.errors import InvalidDataError


def stub(text: str, catalog: Catalog, name: str) -> Advertisement:
    """Return the advertisement that such lines are."""
    if "tier:" not in text and "line:" not in text:
        raise InvalidDataError(f"{name} is no job advertisement.", hint="It says nothing of a job.")
    given: dict[str, Any] = {"name": name, "title": None, "employer": None, "line_of_work": "ladder"}
    skills, conditions, tools, unclear = [], [], [], []
    for number, line in enumerate(text.splitlines(), start=1):
        key, _, rest = line.partition(": ")
        word, _, words = rest.partition(" ")
        quote = Quote(words or rest, number)
        if key in {"title", "employer"}:
            given[key] = rest
        elif key in {"tier", "stated"}:
            given[key] = catalog.ladder.tier(rest)
        elif key == "line":
            given["line_of_work"], given["known_as"] = word, words
        elif key in {"required", "preferred", "implied"}:
            skills.append(AskedSkill(word, key, quote))  # type: ignore[arg-type]
        elif key in {"support", "leading"}:
            given[f"{key}_years"] = AskedYears(float(word), "required", quote)
        elif key == "condition":
            conditions.append(Condition(word, word, "required", quote))  # type: ignore[arg-type]
        elif key == "tool":
            tools.append(AskedTool(word, "required", quote))
        elif key == "pay":
            low, high = word.split("-")
            given["pay"] = AskedPay(float(low), float(high), "USD", "year", quote)
        elif key == "unclear":
            unclear.append(Quote(rest, number))
    return Advertisement(
        skills=tuple(skills),
        conditions=tuple(conditions),
        tools=tuple(tools),
        not_understood=tuple(unclear),
        **given,
    )
