"""The papers of ``prepare``: whatever they say of a person stands in the evidence or in the profile."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

import msgspec
import pytest

from careercli.catalog import load_library
from careercli.domain.advertisement import Advertisement, AskedPay, AskedSkill, AskedYears, Condition, Quote
from careercli.domain.assessment import assess
from careercli.domain.bullets import without_i
from careercli.domain.library import Library
from careercli.domain.match import match
from careercli.domain.model import Catalog, Profile
from careercli.domain.paper import Aim, Paper, PaperKind
from careercli.domain.portfolio import evidence_of
from careercli.text.match_advice import proofs
from careercli.text.papers import PAPERS, Brief, paper
from tests.domain.builders import TODAY
from tests.domain.people import random_people
from tests.reports import people_of

KINDS: tuple[PaperKind, ...] = get_args(PaperKind)


@cache
def library() -> Library:
    """Return what there is to read in the built-in pack."""
    return load_library()


def brief(profile: Profile, catalog: Catalog, aim: Aim | None = None, state: str | None = None) -> Brief:
    """Return what papers about somebody are made from."""
    assessment = assess(catalog.ladder, catalog.skills_by_id, profile, TODAY)
    return Brief(assessment=assessment, library=library(), aim=aim or Aim(None), state=state)


def ad(catalog: Catalog, currency: str = "USD") -> Advertisement:
    """Return an advertisement for a team lead."""
    quote = Quote("Coach eight agents", 4)
    return Advertisement(
        name="ad.txt",
        title="Support Team Lead",
        employer="Contoso",
        line_of_work="ladder",
        tier=catalog.ladder.tier("team-lead"),
        support_years=AskedYears(4, "required", Quote("4+ years", 5)),
        skills=(
            AskedSkill("coaching", "required", quote),
            AskedSkill("hiring", "preferred", Quote("Some hiring", 6)),
            AskedSkill("crm", "implied", Quote("Keep records", 7)),
        ),
        pay=AskedPay(50_000, 60_000, currency, "year", Quote("50k to 60k", 8)),
        conditions=(Condition("nights-1", "nights", "required", Quote("Night shifts", 9)),),
    )


def told(found: Paper) -> list[str]:
    """Return everything that a paper says."""
    lines = [line.text for part in found.parts for line in part.lines]
    return [found.title, found.lead, *(part.title for part in found.parts), *lines]


def evidence(profile: Profile) -> set[str]:
    """Return all evidence of a profile, line by line."""
    return {line.text for skill in profile.evidence for line in evidence_of(profile, skill)}


def test_every_kind_has_its_paper() -> None:
    """None is forgotten in the table."""
    assert set(PAPERS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_without_evidence_nothing_is_said_of_the_person(kind: PaperKind, catalog: Catalog) -> None:
    """No line is evidence; what the profile says is title, years, team and plan, and nothing else."""
    for profile in random_people(catalog, 12):
        bare = msgspec.structs.replace(profile, evidence={}, name="Zyxwv Qponm")
        found = paper(kind, brief(bare, catalog))

        assert not [line for part in found.parts for line in part.lines if line.origin == "evidence"]
        own = [line.text for part in found.parts for line in part.lines if line.origin != "fact"]
        assert not any("Zyxwv" in text for text in own)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("for_ad", [False, True], ids=["tier", "ad"])
def test_evidence_is_told_word_for_word(kind: PaperKind, for_ad: bool, catalog: Catalog) -> None:
    """Every line of evidence stands in the profile, apart from an "I" before it and a full stop behind it."""
    for name, profile in people_of(catalog).items():
        if name == "hostile":
            continue
        found = paper(kind, brief(profile, catalog, Aim(None, ad(catalog)) if for_ad else None))
        known = {re.sub(r"\W+", " ", text).casefold().strip() for text in evidence(profile)}
        for part in found.parts:
            for line in part.lines:
                if line.origin == "evidence":
                    said = re.sub(r"\W+", " ", line.text).casefold().strip()
                    assert any(said in text for text in known), line


@pytest.mark.parametrize("kind", KINDS)
def test_what_rests_on_evidence_goes_with_it(kind: PaperKind, catalog: Catalog) -> None:
    """Without one piece of evidence no paper has its words, its numbers or anything of it."""
    dana = people_of(catalog)["dana"]
    marked = {**dana.evidence, "coaching": "Coached Zebulon to 4711 calls", "hiring": "Ran 815 interviews"}
    with_both = msgspec.structs.replace(dana, evidence=marked)
    without = msgspec.structs.replace(
        dana, evidence={skill: text for skill, text in marked.items() if skill != "coaching"}
    )
    texts = " ".join(told(paper(kind, brief(without, catalog))))

    assert "Zebulon" not in texts
    assert "4711" not in texts
    if kind in {"bullets", "case", "interview"}:
        assert "4711" in " ".join(told(paper(kind, brief(with_both, catalog))))


@pytest.mark.parametrize("kind", KINDS)
def test_holes_stand_in_the_paper_once(kind: PaperKind, catalog: Catalog) -> None:
    """Each question is asked where it is missing and listed once, with a skill that there is."""
    for profile in (*people_of(catalog).values(), *random_people(catalog, 8)):
        found = paper(kind, brief(profile, catalog))
        ids = [hole.id for hole in found.holes]
        asked = {line.hole.id for part in found.parts for line in part.lines if line.hole}

        assert len(set(ids)) == len(ids)
        assert set(ids) == asked
        assert all(hole.skill is None or hole.skill in catalog.skills_by_id for hole in found.holes)
        assert all(not hole.extends or hole.extends in evidence(profile) for hole in found.holes)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_brief_gives_the_same_paper(kind: PaperKind, catalog: Catalog) -> None:
    """Nothing depends on chance or on the order of sets."""
    dana = people_of(catalog)["dana"]

    assert paper(kind, brief(dana, catalog)) == paper(kind, brief(dana, catalog))


def test_an_interview_asks_the_must_haves(catalog: Catalog) -> None:
    """Each with what a strong answer shows and what a weak one does; evidence stands at the action."""
    found = paper("interview", brief(people_of(catalog)["dana"], catalog))
    lines = [line for part in found.parts for line in part.lines]

    questions = [part for part in found.parts if part.id not in {"stories", "star"}]
    assert all({"A strong answer", "A weak one"} <= {line.label for line in part.lines} for part in questions)
    assert "Three of my agents were promoted" in [line.text for line in lines]


def test_the_case_says_what_is_shown_open_and_asked(catalog: Catalog) -> None:
    """With dates from the plan, three openings and three objections."""
    found = paper("case", brief(people_of(catalog)["dana"], catalog, Aim(catalog.ladder.tier("manager"))))
    parts = {part.id: part for part in found.parts}

    assert [part.id for part in found.sent] == ["who", "shown", "more", "open"]
    assert list(parts)[4:] == ["gaps", "when", "ask", "openings", "objections"]
    assert len(parts["openings"].lines) == len(parts["objections"].lines) == 3
    assert all(line.label.startswith("By ") for line in parts["open"].lines)
    assert "Three of my agents were promoted" in [line.text for line in parts["shown"].lines]


def test_what_is_sent_has_no_hole_and_no_advice(catalog: Catalog) -> None:
    """Whoever decides reads facts and evidence; script, objections and questions are for oneself."""
    for profile in (*people_of(catalog).values(), *random_people(catalog, 12)):
        for kind in ("case", "talk"):
            found = paper(kind, brief(profile, catalog))
            lines = [line for part in found.sent for line in part.lines]
            assert {line.origin for line in lines} <= {"fact", "evidence", "advice"}
            assert [
                part.id
                for part in found.sent
                if part.id != "agree" and part.lines and part.lines[0].origin == "advice"
            ] == []


@pytest.mark.parametrize(
    ("years", "leading", "said"),
    [(7.5, 2.5, "3 years of leading; I have 2.5"), (4.0, 4.0, "5 years in support; I have 4")],
)
def test_an_objection_names_the_clock_that_is_short(
    years: float, leading: float, said: str, catalog: Catalog
) -> None:
    """And none that is long enough."""
    dana = msgspec.structs.replace(people_of(catalog)["dana"], support_years=years, leading_years=leading)
    found = paper("case", brief(dana, catalog, Aim(catalog.ladder.tier("manager"))))
    (objections,) = (part for part in found.parts if part.id == "objections")

    assert any(said in line.text for line in objections.lines)
    long = msgspec.structs.replace(dana, support_years=9.0, leading_years=5.0)
    assert "Employers" not in " ".join(
        told(paper("case", brief(long, catalog, Aim(catalog.ladder.tier("manager")))))
    )


def test_a_paper_is_for_where_somebody_could_start(catalog: Catalog) -> None:
    """Without a job in support it is for the first tier that is open; nobody is aimed past their own goal."""
    maya = people_of(catalog)["maya"]
    assert brief(msgspec.structs.replace(maya, employed=False), catalog).tier.rank <= 2
    dana = people_of(catalog)["dana"]
    assert brief(msgspec.structs.replace(dana, goal="junior-manager"), catalog).tier.id == "junior-manager"


def test_what_one_would_do_becomes_no_evidence(catalog: Catalog) -> None:
    """A question about a situation asks for no evidence, and no answer lands under a skill by chance."""
    for profile in random_people(catalog, 12):
        for kind in KINDS:
            found = paper(kind, brief(msgspec.structs.replace(profile, evidence={}), catalog))
            if kind in {"pay", "talk"}:
                assert all(hole.skill is None for hole in found.holes)
    found = paper("interview", brief(people_of(catalog)["dana"], catalog))
    situations = {each.id for each in library().interviews if each.kind == "situation"}
    assert not any(line.hole for part in found.parts if part.id in situations for line in part.lines)


def test_a_letter_quotes_the_ad(catalog: Catalog) -> None:
    """In its words beside one's evidence, and asks what only the reader can answer."""
    found = paper("letter", brief(people_of(catalog)["dana"], catalog, Aim(None, ad(catalog))))
    quotes = [line.text for part in found.parts for line in part.lines if line.origin == "quote"]

    assert '"Coach eight agents"' in quotes
    assert any("night" in text for text in quotes)
    did = [line.text for part in found.parts for line in part.lines if line.label == "You did"]
    person = brief(people_of(catalog)["dana"], catalog).assessment
    assert did[:2] == [without_i(each.text) for each in proofs(match(person, ad(catalog)))]
    assert "Why Contoso?" in " ".join(hole.question for hole in found.holes)


def _gap(catalog: Catalog, skills: dict[str, int], *asked: AskedSkill, years: float = 1.0) -> str:
    wanted = msgspec.structs.replace(
        ad(catalog),
        skills=asked,
        support_years=AskedYears(years, "required", Quote("years", 5)),
        conditions=(),
    )
    profile = Profile(support_years=3.0, leading_years=1.0, team=8, skills=skills)
    found = paper("letter", brief(profile, catalog, Aim(wanted.tier, wanted)))
    return " ".join(line.text for part in found.parts if part.id == "gap" for line in part.lines)


def test_a_letter_raises_what_is_looked_for(catalog: Catalog) -> None:
    """It raises a method that decides and short years, and nothing that is only implied.

    A soft skill it need not confess, but nobody is told that nothing is missing then.
    """
    metrics, empathy = "support-metrics", "empathy"
    quote = Quote("words", 3)
    strong = AskedSkill(metrics, "required", quote, 3)
    assert "support metrics" in _gap(catalog, {metrics: 1}, strong)
    assert "Nothing that they decide by" in _gap(catalog, {metrics: 3}, strong)
    soft = _gap(catalog, {empathy: 1}, AskedSkill(empathy, "required", quote, 3))
    assert "below what they require in empathy and emotional intelligence. A letter need not confess" in soft
    assert "Nothing that they decide by" not in soft
    assert "have not shown this yet" not in soft
    assert "Nothing that they decide by" in _gap(catalog, {metrics: 0}, AskedSkill(metrics, "implied", quote))
    assert "It asks 6 years" in _gap(catalog, {metrics: 3}, strong, years=6.0)


def test_a_letter_raises_a_tier_above(catalog: Catalog) -> None:
    """Where the tier speaks against somebody the letter says so, and never that nothing is missing."""
    wanted = msgspec.structs.replace(ad(catalog), tier=catalog.ladder.tier("director"), support_years=None)
    profile = Profile(support_years=2.0, title="Customer Support Agent", skills={"coaching": 3})
    found = paper("letter", brief(profile, catalog, Aim(wanted.tier, wanted)))
    gap = " ".join(line.text for part in found.parts if part.id == "gap" for line in part.lines)
    assert "It asks for Director, " in gap
    assert "Nothing that they decide by" not in gap


def test_a_letter_says_whom_one_has_led(catalog: Catalog) -> None:
    """Where scope is asked, the team and the years of leading are the first thing of what one has done."""
    wanted = msgspec.structs.replace(ad(catalog), team=8, team_words=Quote("a team of eight", 2))
    profile = Profile(support_years=3.0, leading_years=2.0, team=6)
    found = paper("letter", brief(profile, catalog, Aim(wanted.tier, wanted)))
    first = next(part for part in found.parts if part.id == "proof").lines[0]
    assert (first.label, first.text) == ("You have led", "6 people for 2 years")


@pytest.mark.parametrize(
    ("state", "currency"), [("none", "USD"), (None, "EUR"), ("none", "EUR")], ids=["state", "ad", "both"]
)
def test_no_american_figure_abroad(state: str | None, currency: str, catalog: Catalog) -> None:
    """Outside the United States there is no amount of the survey or the guide, but where to look."""
    aim = Aim(None, ad(catalog, currency))
    found = paper("pay", brief(people_of(catalog)["dana"], catalog, aim, state))
    known = next(part for part in found.parts if part.id == "known")

    assert not any("$" in line.text for line in known.lines)
    assert found.sources == ()


def test_pay_in_a_state(catalog: Catalog) -> None:
    """The country, the state and the year before, each with its source."""
    found = paper(
        "pay", brief(people_of(catalog)["dana"], catalog, Aim(catalog.ladder.tier("manager")), "TX")
    )
    labels = [line.label for part in found.parts for line in part.lines]

    assert {
        "The nearest occupation of the survey, United States",
        "Texas",
        "Since the year before",
        "The guide",
    } <= set(labels)
    assert found.sources == ("bls-oews", "manager-guide#pay")
