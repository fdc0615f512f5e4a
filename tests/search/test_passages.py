from __future__ import annotations

import builtins
import contextlib
import importlib.util
import sqlite3
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.catalog import load_catalog, load_library
from careercli.domain.model import Catalog
from careercli.domain.passages import Passage
from careercli.domain.sections import SECTIONS
from careercli.domain.words import Words
from careercli.errors import ExitCode, StorageError, UsageError
from careercli.search.index import image_of
from careercli.search.passages import Found, searched_of
from careercli.search.passages import found as searched
from careercli.search.question import understood
from careercli.text.passages import LONGEST, all_passages
from tests.catalog.pack_builder import PACK, write_pack

SPECIALIST, MANAGER = "customer-support-specialist", "customer-support-manager"
CATALOG = load_catalog().catalog
PASSAGES = all_passages(CATALOG, load_library())
WORDS = load_library().words


IMAGE = image_of(searched_of(PASSAGES))
"""Of their index, which takes longer to make than a question to answer."""


def search(question: str, catalog: Catalog, passages: list[Passage], words: Words, **more: Any) -> Found:
    """Return what is found; those of the built-in guides are not indexed for each question."""
    if passages is PASSAGES:
        more.setdefault("image", IMAGE)
    return searched(question, catalog, passages, words, **more)


def found(question: str, **more: Any) -> list[Passage]:
    """Return the passages that answer a question."""
    return [answer.passage for answer in search(question, CATALOG, PASSAGES, WORDS, **more).answers]


def _benchmark() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "answers.py"
    specification = importlib.util.spec_from_file_location("answers_benchmark", path)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    sys.modules["answers_benchmark"] = module
    specification.loader.exec_module(module)
    return module


BENCHMARK = _benchmark()


@pytest.mark.parametrize(
    ("name", "first", "in_three"),
    [
        ("questions", 38, 39),
        ("sections", 31, 36),
        ("guidance", 46, 50),
        ("people-ask", 56, 57),
        ("heldout", 26, 31),
        ("fresh", 37, 39),
    ],
)
def test_rephrased_questions_are_answered(name: str, first: int, in_three: int) -> None:
    """Questions in words of askers get the answer that is meant, as often as was reached before."""
    result = BENCHMARK.measure(name, CATALOG, PASSAGES, WORDS)

    assert result.asked >= 40
    assert result.first >= first, result.missed
    assert result.in_three >= in_three, result.missed


@pytest.mark.parametrize(
    ("name", "at_most"), [("nonsense", 0), ("nearby", 0), ("fresh-nonsense", 0), ("nobody-knows", 0)]
)
def test_questions_about_something_else_are_not_answered(name: str, at_most: int) -> None:
    """What has nothing to do with this work gets no answer, and seldom does what only sounds like it."""
    wrong = BENCHMARK.false_answers(name, CATALOG, PASSAGES, WORDS)

    assert len(wrong) <= at_most, wrong


@pytest.mark.parametrize(
    "question",
    ["can a dentist work from home?", "my dog is angry with customs", "a recipe for a calm evening"],
)
def test_another_life_is_not_this_work(question: str) -> None:
    """Words of this work beside a word of another life are no question about this work."""
    assert found(question) == []


def test_whoever_did_something_else_may_ask() -> None:
    """A word for another occupation is no bar where it is plain that customer support is asked about."""
    two = found("I was a nurse, can I do customer support from home?")[:2]
    assert "starting-points" in {passage.section for passage in two}


def test_a_boss_who_is_asked_is_not_the_asker() -> None:
    """Somebody who asks what their boss allows is not taken for one."""
    assert found("will my boss let me work from home?")[0].role == SPECIALIST


def test_a_name_is_found_by_either_spelling() -> None:
    """A place whose name has an accent is found by whoever types it without."""
    accented, plain = found("support jobs in São Paulo"), found("support jobs in Sao Paulo")

    assert accented == plain
    assert accented[0].section == "global-outlook"


def test_words_that_stand_together() -> None:
    """Two words that are a keyword together are worth more together than apart."""
    assert found("is customer support a dead end?")[0].title == "Where can a support job take me?"


def test_every_section_has_other_words() -> None:
    """Each section has words to be found by beside its title."""
    for section in SECTIONS:
        for guide in load_library().guides:
            if section in guide.sections and section != "faq":
                kept = [p for p in PASSAGES if (p.role, p.section) == (guide.role, section) and p.keywords]
                assert kept, section


@pytest.mark.parametrize("part", range(8))
def test_every_question_of_the_guides_answers_itself(part: int) -> None:
    """Asked in the guide's own words, in any case, a question is answered first by its own answer."""
    asked = [passage for passage in PASSAGES if passage.asked][part::8]

    assert len(asked) > 100
    for passage in asked:
        assert found(passage.title.upper())[0] == passage
        assert found(passage.title, role=passage.role, limit=1) == [passage]


@pytest.mark.parametrize(
    ("question", "skill"),
    [
        ("how fast do I need to type?", "live-chat"),
        ("a customer is yelling at me", "conflict-resolution"),
        ("who makes the rota?", "workforce-management"),
        ("a pivot table of contact reasons", "support-analytics"),
        ("our bot loses everything in the handover", "ai-agents"),
    ],
)
def test_a_skill_is_found_by_how_people_ask(question: str, skill: str) -> None:
    """Its keywords are searched: of all skills it is best, though neither name nor levels have the word."""
    skills = [each.skill for each in found(question, limit=200) if each.skill and each.role is None]
    assert skills[0] == skill


@pytest.mark.parametrize(
    ("question", "role", "section"),
    [
        ("what is a typical day?", SPECIALIST, "day-in-the-life"),
        ("job outlook", SPECIALIST, "job-outlook"),
        ("what does a manager do?", MANAGER, "responsibilities"),
        ("what does a support specialist earn?", SPECIALIST, "pay"),
        ("pros and cons of being an agent", SPECIALIST, "pros-and-cons"),
    ],
)
def test_sections_answer_too(question: str, role: str, section: str) -> None:
    """What no question of the guides is about is answered by the section that is."""
    first = found(question)[0]

    assert (first.role, first.section) == (role, section)


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("AHT", ["AHT"]),
        ("what is shrinkage", ["Shrinkage"]),
        ("What does 'average handle time' mean?", ["AHT"]),
        ("macros", ["Macro"]),
        ("difference between CSAT and NPS", ["CSAT and NPS"]),
        ("what's a must-have?", ["Must-have"]),
    ],
)
def test_a_word_of_the_trade_comes_first(question: str, terms: list[str]) -> None:
    """Whoever asks for the meaning of a term by any of its names gets that before anything else."""
    given = found(question, limit=20)

    assert [passage.title for passage in given if passage.names] == terms
    assert [passage.title for passage in given][: len(terms)] == terms


@pytest.mark.parametrize(
    "question", ["how do I plan shrinkage", "shrinkage too high what now", "calibration " * 30]
)
def test_a_term_is_no_answer_to_more_than_its_meaning(question: str) -> None:
    """What to do about something is not answered by what it is."""
    assert not any(passage.names for passage in found(question, limit=20))


def test_a_term_stands_where_there_is_more() -> None:
    """A term has the guide, section and skill that it leads to, and none where it leads to none."""
    passages = {passage.title: passage for passage in PASSAGES if passage.names}
    shrinkage, macro, layoff = passages["Shrinkage"], passages["Macro"], passages["Layoff"]

    assert (shrinkage.role, shrinkage.section, shrinkage.skill) == (
        MANAGER,
        "staffing",
        "workforce-management",
    )
    assert (macro.role, macro.section, macro.skill) == (None, None, "ticketing")
    assert macro.command == "careercli skill show ticketing"
    assert (layoff.role, layoff.section, layoff.skill) == (SPECIALIST, "layoff", None)
    assert not any(passage.names for passage in found("AHT", role=MANAGER))


def test_skills_tools_and_certificates_are_found_by_name() -> None:
    """Everything that can be learned is among the passages found by its name."""
    assert "coaching" in [passage.skill for passage in found("coaching", limit=20)]
    assert "Zendesk" in [passage.title for passage in found("Zendesk", limit=20)]
    assert any(passage.place == "certificate" for passage in found("CCSP", limit=20))


@pytest.mark.parametrize(
    ("question", "command"),
    [
        ("from retail to support", "careercli transfer retail"),
        ("can a teacher move to support?", "careercli transfer teacher"),
        ("leave support for HR", "careercli transfer --to hr"),
        ("what jobs can I do after support?", "careercli transfer"),
    ],
)
def test_what_carries_over_between_lines_of_work_is_found(question: str, command: str) -> None:
    """Whoever comes from another line of work, or wants out, is told the command that says more."""
    given = found(question)

    assert command in {passage.command for passage in given}
    assert {passage.role for passage in given if passage.command == command} == {None}


@pytest.mark.parametrize("leader", ["manager", "boss", "head of support", "supervisor", "director"])
def test_words_for_a_leader_mean_the_role_that_leads(leader: str) -> None:
    """Whoever asks for a boss by any name is answered from the manager's guide, others from the first."""
    assert found(f"can a {leader} work from home?")[0].role == MANAGER
    assert found("can I work from home?")[0].role == SPECIALIST


def test_only_one_role() -> None:
    """With a role, nothing of another role, or of none, is given."""
    passages = found("can a manager work from home?", role=SPECIALIST, limit=20)

    assert passages
    assert {passage.role for passage in passages} == {SPECIALIST}


@pytest.mark.parametrize("limit", [1, 2, 20])
def test_limit(limit: int) -> None:
    """There are as many as asked for at most, and fewer are the first of more."""
    passages = found("how do I deal with angry callers?", limit=limit)

    assert 1 <= len(passages) <= limit
    assert passages == found("how do I deal with angry callers?", limit=20)[:limit]


def test_better_answers_come_first_and_no_piece_twice() -> None:
    """Scores fall and are above 0; a section's further pieces do not repeat it."""
    given = search("what does a support manager earn?", CATALOG, PASSAGES, WORDS, limit=20).answers
    scores = [answer.score for answer in given]
    places = [(it.passage.role, it.passage.section, it.passage.title, it.passage.place) for it in given]

    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("asked", "as_well"),
    [
        ("just became TL, my mates now report to me", "just became team lead, my mates now report to me"),
        ("any tips on emphaty", "any tips on empathy"),
        ("pls tell me about nesting in a call centre", "tell me about nesting in a call center"),
    ],
)
def test_short_forms_and_slips_are_spelled_out(asked: str, as_well: str) -> None:
    """Short forms, slips of the pen and British spellings find what the full word finds."""
    assert found(asked)
    assert found(asked) == found(as_well)


def test_where_people_work_is_no_topic() -> None:
    """Naming the place of work, or the line of work, changes nothing that is found first."""
    plain = found("how do I ask for a raise")[0]

    assert found("how do I ask for a raise in a call center")[0] == plain
    assert found("how do I ask for a raise in customer service")[0] == plain


def test_a_keyword_said_whole_counts() -> None:
    """Words that each say nothing are understood where they are a keyword together."""
    assert "no pause between them" in found("back to back, no breaks, help")[0].title


@pytest.mark.parametrize(
    "question", ["do I pay tax on my bonus", "maternity leave policy", "forgot my password"]
)
def test_what_nobody_here_knows_is_not_answered(question: str) -> None:
    """A word for what no guide knows is not passed over for the words beside it."""
    assert found(question) == []


def test_what_comes_nearest_is_offered_where_nothing_answers() -> None:
    """Beside an answer nothing is offered, and for another life neither; sections are offered once each."""
    near = search("does concentrix pay overtime on diwali", CATALOG, PASSAGES, WORDS)

    assert near.answers == ()
    assert 1 <= len(near.nearest) <= 2
    assert len({(it.role, it.section) for it in near.nearest}) == len(near.nearest)
    assert search("a recipe for soup", CATALOG, PASSAGES, WORDS) == Found(())
    assert search("how do I ask for a raise?", CATALOG, PASSAGES, WORDS).nearest == ()


@pytest.mark.parametrize(
    "question",
    [
        "will my supervisor sign off on my leave?",
        "when will they call me back?",
        "did my interviewer like me?",
        "is concentrix a good place to work?",
        "who is the ceo of zendesk?",
        "what did our director announce in the meeting?",
        "how much severance am I owed?",
    ],
)
def test_what_nobody_here_can_know_is_said_to_be_so(question: str) -> None:
    """What people will do or think, one company, the law of one case: a sentence says why not."""
    near = search(question, CATALOG, PASSAGES, WORDS)

    assert near.answers == ()
    assert near.unknowable
    assert near.unknowable.endswith(".")


@pytest.mark.parametrize(
    "question",
    [
        "Had my final interview on Monday. They wanted to ring by Friday, and nobody did. Did I get it?",
        "The client came, took photos and left early. Will they renew the contract for next year?",
        "I moved desks twice. My new boss never talks to me. What does he honestly think of me?",
    ],
)
def test_what_nobody_knows_is_recognized_at_the_end_of_an_account(question: str) -> None:
    """The last sentence asks, whatever is told before it."""
    assert search(question, CATALOG, PASSAGES, WORDS).unknowable


@pytest.mark.parametrize(
    "question",
    [
        "how do I get a refund from the airline that cancelled my flight?",
        "the courier lost my parcel and their agents hang up",
        "how do I get through to a human at my bank?",
    ],
)
def test_whoever_asks_as_a_customer_is_sent_to_the_company(question: str) -> None:
    """The words are those of support work, and the question is none about it."""
    answered = search(question, CATALOG, PASSAGES, WORDS)

    assert answered.answers == ()
    assert "customer you are" in (answered.unknowable or "")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("an old man behind with his gas bill said they are better off without him", "A caller says that"),
        ("customer who cannot pay says he has nothing left to live for", "A caller says that"),
        ("she wrote in chat that she took all her pills, do I hang up or transfer", "A caller says that"),
        ("my scores are low, my lead shouts, and I don't want to wake up anymore", "This job makes me think"),
        ("will my boss fire me, I want to kill myself", "This job makes me think"),
    ],
)
def test_life_and_death_goes_before_all_else(question: str, answer: str) -> None:
    """Whatever else a question is about: bills, scores, chats, or what nobody can know."""
    first = search(question, CATALOG, PASSAGES, WORDS).answers[0]

    assert first.passage.title.startswith(answer)


@pytest.mark.parametrize(
    "question",
    ["I could have died of embarrassment on my first call", "my phone died in the middle of a call"],
)
def test_a_figure_of_speech_is_not_urgent(question: str) -> None:
    """What only sounds like it changes nothing."""
    assert not understood(question, CATALOG, WORDS, "").urgent


@pytest.mark.parametrize(
    "question",
    [
        "will my boss let me work from home?",
        "will a manager hire me without a degree?",
        "I left concentrix, how do I explain it in an interview?",
        "my manager shouts at me",
    ],
)
def test_advice_is_given_where_there_is_some(question: str) -> None:
    """A question that names a boss or a company is no question about what they will do."""
    assert search(question, CATALOG, PASSAGES, WORDS).unknowable is None


@pytest.mark.parametrize(
    "question", ["how do I find a travel agent", "child support", "concert tickets", "lead paint"]
)
def test_words_of_this_work_that_mean_something_else(question: str) -> None:
    """A word that stands beside another for something else is no word of this work."""
    assert found(question) == []


@pytest.mark.slow
@settings(max_examples=40)
@given(question=st.sampled_from([p.title for p in PASSAGES]) | st.text(min_size=1))
def test_the_same_question_gets_the_same_answers(question: str) -> None:
    """Nothing is left to chance, and upper case changes nothing that is found."""
    if not any(character.isalnum() for character in question):
        return
    once = search(question, CATALOG, PASSAGES, WORDS).answers

    assert once == search(question, CATALOG, PASSAGES, WORDS).answers
    if question.isascii():
        assert once == search(question.upper(), CATALOG, PASSAGES, WORDS).answers


SYNTAX = st.lists(
    st.sampled_from(
        ['"', "'", "*", "(", ")", "{title}", ":", "^", "+", "-", "NEAR(", "AND", "OR", "NOT", "title:", "pay"]
    )
    | st.text(max_size=5)
    | st.characters(),
    max_size=30,
).map(" ".join)


@pytest.mark.slow
@settings(max_examples=200)
@given(question=st.text() | SYNTAX)
def test_any_text_is_a_question_or_none(question: str) -> None:
    """Search syntax, signs, control characters, surrogates: nothing but an empty question is refused."""
    if any(character.isascii() and character.isalnum() for character in question):
        assert len(found(question)) <= 3
    else:
        with contextlib.suppress(UsageError):
            found(question)


@pytest.mark.parametrize(
    "question",
    [
        "pay " * 2500,
        "p" * 10_000,
        " ".join(map(str, range(2500))),
        'pay" OR title:*',
        "pay\x00pay",
        "\ud800 pay",
    ],
    ids=["repeated", "one word", "many words", "syntax", "nul", "surrogate"],
)
def test_long_and_hostile_questions(question: str) -> None:
    """Neither length nor what could be syntax is a fault."""
    assert len(found(question)) <= 3


@pytest.mark.parametrize("question", ["", "  \n", "?!", "...", "\N{GRINNING FACE}", "_"])
def test_no_question(question: str) -> None:
    """Without a word there is no question."""
    with pytest.raises(UsageError, match="There is no question") as caught:
        found(question)
    assert caught.value.exit_code == ExitCode.USAGE


def test_words_that_say_nothing_find_nothing() -> None:
    """A question of nothing but words that every question has gets no answer."""
    assert found("what can I do?") == []


def test_a_sqlite_without_full_text_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SQLite was built without FTS5, that is said, with what to do instead."""

    class Bare:
        closed = False

        def execute(self, _statement: str) -> NoReturn:
            raise sqlite3.OperationalError("no such module: fts5")

        def close(self) -> None:
            self.closed = True

    bare = Bare()
    monkeypatch.setattr(sqlite3, "connect", lambda _name: bare)

    with pytest.raises(StorageError, match="FTS5") as caught:
        found("pay")
    assert bare.closed
    assert caught.value.exit_code == ExitCode.STORAGE
    assert "careercli role list" in caught.value.hint


def test_a_python_without_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python has no SQLite at all, the same is said."""
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == "sqlite3":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)

    with pytest.raises(StorageError, match="FTS5"):
        found("pay")


def test_everything_there_is_to_read_is_a_passage(catalog: Catalog) -> None:
    """Each section, point, skill, tool and certificate is there, and says which command shows it."""
    library = load_library()
    sections = {(passage.role, passage.section) for passage in PASSAGES}
    titles = {passage.title for passage in PASSAGES}

    for guide in library.guides:
        for name, section in guide.sections.items():
            assert (guide.role, name) in sections
            assert {point.name for point in section.points} <= titles
    assert {passage.skill for passage in PASSAGES} >= {skill.id for skill in catalog.skills}
    assert {item.name for item in (*library.tools, *library.certificates)} <= titles


def test_passages_are_short_sourced_and_clean() -> None:
    """No piece of running text is long, each can be cited, and each stands in a known place."""
    known = {source.id for source in CATALOG.sources}

    for passage in PASSAGES:
        assert passage.text.strip()
        assert all(source.partition("#")[0] in known for source in passage.sources)
        assert passage.section is None or passage.section in SECTIONS
        if passage.role:
            assert passage.sources or passage.names
            assert passage.command == f"careercli role show {passage.role} --section {passage.section}"
        if passage.further:
            assert "\n" not in passage.text or len(passage.text) <= LONGEST + 10


def test_figures_are_there_in_words() -> None:
    """Amounts of pay can be found and are written as people write them."""
    (pay,) = [p for p in PASSAGES if (p.role, p.title) == (SPECIALIST, "Pay, in figures")]

    assert "$" in pay.text
    assert "a year" in pay.text


BAKERS = """\
schema: careercli/words@1
replaces: [trade, elsewhere, occupations, answering]
trade: [cake, cakes]
elsewhere: [ticket, tickets]
answering: [baker, bakers]
synonyms:
  difficult: [difficult, sticky]
phrases:
  from-the-oven: {pattern: "out of the {trade}", means: [difficult]}
"""


@pytest.mark.parametrize(
    ("question", "answered", "with_its_words"),
    [
        ("how difficult is a cake?", False, True),
        ("is a cake sticky?", False, True),
        ("how difficult are tickets?", True, False),
        ("what comes out of the cake?", False, True),
    ],
)
def test_a_pack_is_searched_with_its_own_words(
    tmp_path: Path, question: str, answered: bool, with_its_words: bool
) -> None:
    """What this work is, what another life, and what means the same: each pack has words of its own."""
    for folder, words, expected in (("plain", {}, answered), ("own", {"words.yaml": BAKERS}, with_its_words)):
        files = {name: text for name, text in PACK.items() if name != "words.yaml"}
        packs = [write_pack(tmp_path / folder, {**files, **words})]
        catalog, library = load_catalog(packs).catalog, load_library(packs)
        passages = all_passages(catalog, library)
        given = search(question, catalog, passages, library.words, role="helper").answers

        assert bool(given) is expected
        assert not given or given[0].passage.title == "Is it hard?"
