"""What a match says in words: questions of every kind, reasons, amounts."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from careercli.api import load_library
from careercli.domain.ad_plan import plan_for
from careercli.domain.advertisement import AskedPay, ConditionKind
from careercli.domain.assessment import assess
from careercli.domain.match import match
from careercli.domain.verdict import BENDS
from careercli.text.match import (
    advice,
    lacking,
    question,
    reasons,
    short_quote,
    sureness,
    verdict_title,
    years_asked,
)
from careercli.text.match_advice import gap_for_interview, pay_words, proofs, to_learn
from careercli.text.match_change import to_a_stretch
from tests.domain.advertisements import ad, asked, condition, quote, tool, years
from tests.domain.builders import TODAY, person
from tests.domain.test_match import AGENT, CATALOG, LADDER, LEAD, MANAGER, SOUND, SPECIALIST


@pytest.mark.parametrize("kind", get_args(ConditionKind))
@pytest.mark.parametrize("about", ["", "Lebanon, TN"])
def test_every_condition_is_a_question(kind: ConditionKind, about: str) -> None:
    """Each kind is asked in one sentence, with what it is about where that is known."""
    text = question(condition(kind, about=about))
    assert text.endswith("?")
    assert "{}" not in text
    assert about in text


def test_conditions_that_bend_are_conditions() -> None:
    """What employers may give way on are kinds of conditions, and not all of them."""
    assert set(get_args(ConditionKind)) > BENDS


def _reasons(wanted, **facts) -> tuple[str, ...]:
    return reasons(match(assess(LADDER, CATALOG.skills_by_id, person(**SOUND | facts), TODAY), wanted))


@pytest.mark.parametrize(
    ("wanted", "facts", "reason"),
    [
        (ad(SPECIALIST), {}, "It asks for T2, and that is the job you hold: show its numbers."),
        (ad(AGENT), {}, "It asks for T1, a tier below where you are, so you know this work."),
        (ad(LEAD), {}, "It asks for T3, one tier above where you are."),
        (ad(MANAGER), {}, "It asks for T4, two tiers above where you are."),
        (ad(SPECIALIST, support_years=years(9)), {}, "It asks 9 years in support, and you have 3."),
        (
            ad(SPECIALIST, support_years=years(9, or_else="a degree")),
            {},
            "It asks 9 years in support, and you have 3. Instead of them this will do: a degree.",
        ),
        (
            ad(SPECIALIST, leading_years=years(2)),
            {},
            "It asks 2 years of leading people, and you have not led anybody yet.",
        ),
        (ad(SPECIALIST, asked("talk")), {"talk": 0}, "A must-have is lacking: talk."),
        (
            ad(SPECIALIST, asked("note"), asked("hire")),
            {"note": 2},
            "You have 1 of the 2 skills that it requires; hire is short or missing.",
        ),
        (ad(None), {}, "It names nothing that can be compared with what you bring."),
        (
            ad(None, line_of_work="unclear"),
            {},
            "It does not say enough to tell whether this is support work.",
        ),
    ],
)
def test_first_reason(wanted, facts, reason) -> None:
    """Each reason is a sentence with what is asked beside what there is."""
    assert _reasons(wanted, **facts)[0] == reason


@pytest.mark.parametrize(
    ("wanted", "facts", "replies", "words"),
    [
        (ad(SPECIALIST, asked("talk")), {}, {}, "nothing"),
        (ad(MANAGER), {}, {}, "two tiers"),
        (ad(SPECIALIST, support_years=years(9)), {}, {}, "6 years in support"),
        (ad(SPECIALIST, leading_years=years(2)), {}, {}, "2 years of leading"),
        (ad(SPECIALIST, asked("talk")), {"talk": 0}, {}, "1 must-have"),
        (ad(None, asked("fix"), asked("plan"), line_of_work="beside"), {}, {}, "ratings"),
        (ad(SPECIALIST, conditions=(condition("nights"),)), {}, {"nights": False}, "a yes to nights"),
        (ad(None, asked("hire"), line_of_work="other"), {}, {}, "other work"),
        (ad(None, line_of_work="unclear"), {}, {}, "clear words"),
    ],
)
def test_what_is_lacking_in_a_few_words(wanted, facts, replies, words) -> None:
    """A table has the first reason in words that fit a narrow column."""
    found = match(assess(LADDER, CATALOG.skills_by_id, person(**SOUND | facts), TODAY), wanted, replies)
    assert lacking(found) == words


def test_far_below() -> None:
    """Whoever is far below is told that they bring more, and why that needs a word."""
    facts = {"support": 9.0, "leading": 4.0, "title": "Manager", "team": 30, "talk": 4, "lead": 4, "hire": 3}
    said = _reasons(ad(AGENT), **facts)[0]
    assert said.startswith("It asks for T1, three tiers below where you are.")
    assert said.endswith("You bring more than it needs: say why you want it.")


def test_how_sure() -> None:
    """It is sure, or sure but for the questions, or lies between two verdicts."""

    def said(wanted, **facts) -> str:
        return sureness(match(assess(LADDER, CATALOG.skills_by_id, person(**facts), TODAY), wanted))

    assert said(ad(SPECIALIST), **SOUND).startswith("Nothing that you have not rated")
    one = ad(SPECIALIST, conditions=(condition("nights"),))
    assert said(one, **SOUND) == "That is sure as long as you can answer yes to the question below."
    assert "it lies between" in said(ad(SPECIALIST, asked("note")), support=3.0, talk=2)


def test_amounts() -> None:
    """Years, pay and words of an advertisement are told as people write them."""
    found = match(
        assess(LADDER, CATALOG.skills_by_id, person(**SOUND), TODAY),
        ad(AGENT, support_years=years(2, most=4)),
    )
    assert found.support_years
    assert years_asked(found.support_years) == "2 to 4 years"
    assert pay_words(AskedPay(45_000, 52_000, "USD", "year", quote())) == "$45,000 to $52,000 a year"
    assert pay_words(AskedPay(22, None, "CAD", "hour", quote())) == "CAD 22 an hour"
    assert pay_words(AskedPay(None, 30, None, None, quote())) == "up to 30"
    assert pay_words(AskedPay(None, None, None, None, quote("competitive"))) == "competitive"
    assert short_quote(quote(f"{'word ' * 40}.")).endswith("word …")


def test_what_does_not_say_enough_is_called_so():
    """An advertisement that does not say what the work is gets no encouragement."""
    unclear = ad(None, asked("talk"), line_of_work="unclear", title="Team Leader")
    found = match(assess(LADDER, CATALOG.skills_by_id, person(**SOUND), TODAY), unclear)
    assert verdict_title(found) == "Hard to tell, a stretch at best: Team Leader"
    assert advice(found).startswith("Ask them first what the work is")


def test_proofs_are_chosen_by_what_is_asked():
    """What shares a word with the quoted line goes first, and what does not is said to come near."""
    wanted = ad(SPECIALIST, asked("talk", words="write about refunds"), asked("note", words="lead tools"))
    skills = {"talk": 2, "note": 2}
    evidence = {"talk": "Cut 40 calls\nWrote eleven refund texts", "note": "Handled 80 exchanges"}
    someone = msgspec.structs.replace(person(**SOUND | skills), evidence=evidence)
    found = proofs(match(assess(LADDER, CATALOG.skills_by_id, someone, TODAY), wanted))
    assert [(each.text, each.close) for each in found] == [
        ("Wrote eleven refund texts", True),
        ("Handled 80 exchanges", False),
    ]


def test_what_the_evidence_names_is_not_to_be_learnt() -> None:
    """No tool is to be tried that somebody has written they work with; the next that is named is."""
    library = load_library()
    wanted = ad(SPECIALIST, tools=(tool("Zendesk"), tool("Intercom")))

    def learn(evidence: str) -> str:
        someone = person(**SOUND).but(evidence={"queue": evidence})
        found = match(assess(LADDER, CATALOG.skills_by_id, someone, TODAY), wanted)
        plan = plan_for(found, CATALOG.skills_by_id)
        learning = to_learn(found, plan, plan, library)
        return learning.text if learning else ""

    assert learn("Sixty tickets a day").startswith("Try Zendesk yourself")
    assert learn("Sixty tickets a day in Zendesk").startswith("Try Intercom yourself")
    assert learn("Moved us from zendesk to intercom") == ""


def test_the_gap_for_the_interview_is_what_they_decide_by() -> None:
    """What is required and there in part goes before what is only implied, however near that is."""
    wanted = ad(SPECIALIST, asked("note", words="strong notes", level=3), asked("hire", "implied"))
    found = match(assess(LADDER, CATALOG.skills_by_id, person(**(SOUND | {"hire": 1})), TODAY), wanted)
    assert "strong notes" in gap_for_interview(found)


def test_what_is_not_rated_is_no_level_0() -> None:
    """A not yet that rests on unrated skills alone cannot be told; with one known to be missing it can."""

    def found(**facts):
        wanted = ad(MANAGER, asked("lead"), asked("hire"), asked("note"), leading_years=years(2))
        facts = {"support": 8.0, "leading": 2.0, "title": "Manager", "team": 9} | facts
        return match(assess(LADDER, CATALOG.skills_by_id, person(**facts), TODAY), wanted)

    unknown = found()
    assert (unknown.verdict, unknown.at_most) == ("not-yet", "apply")
    assert verdict_title(unknown).startswith("Not yet, until you rate more: ")
    assert advice(unknown).startswith("That cannot be told until you rate the three skills below")
    assert [label for label, _ in to_a_stretch(unknown)] == ["To rate"]
    known = found(lead=0)
    assert known.verdict == "not-yet"
    assert advice(known).startswith("Not with what you have today")
    assert dict(to_a_stretch(known))["Skills"] == (
        "All but one of these must-haves within reach: hire (not rated) to 1 and lead from 0 to 2."
    )


def test_one_year_is_singular() -> None:
    """Years of which a stretch begins are counted as one says them."""
    wanted = ad(MANAGER, leading_years=years(2))
    found = match(assess(LADDER, CATALOG.skills_by_id, person(**SOUND), TODAY), wanted)
    assert dict(to_a_stretch(found))["Leading"] == "From 1 year of leading people on; you have none."
