from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.domain.interview import next_question
from careercli.domain.model import Catalog, Profile
from careercli.domain.placement import is_clear, place, unrated
from careercli.domain.requirements import Gate, Requirement
from careercli.formats.text import clean
from careercli.interview.answers import Answers
from careercli.interview.destination import free_name, slug
from careercli.interview.facts import FactQuestions, facts_sentence
from careercli.interview.questions import Interview
from careercli.prompts.asker import BACK
from tests.domain.builders import Rung, asks, catalog_of, ladder, must, skill
from tests.domain.ladders import catalogs, profiles
from tests.prompts.scripted import ENTER, Question, Scripted, after, interview, only_enter, typing

HOSTILE = "\x1b]8;;http://evil\x07[bold]Zoë\x1b[0m\u202e\x9b31m\ttab\n"

SMALL = catalog_of(
    ladder(
        Rung((asks("tickets", 2), asks("chat", 1)), gates=(must("tickets", levels=(2,)),), titles=("Agent",)),
        Rung(
            (asks("coaching", 2, 3),),
            gates=(must("coaching", levels=(2,)),),
            support=2.0,
            leading=0.25,
            seat="lead",
            titles=("Team Lead",),
        ),
    )
)
"""Two tiers, three skills; tickets and coaching are gates."""


def facts_of(*answers: str, profile: Profile | None = None, catalog: Catalog = SMALL) -> Profile:
    """Return the profile after the facts, with Enter for those after the answers."""
    script = iter(answers)
    run, _ = interview(catalog, lambda _: next(script, ENTER), profile)
    run.facts()
    return run.answers.profile


def titles(asker: Scripted) -> list[str]:
    """Return a short name for each fact that was asked."""
    words = {
        "your name": "name",
        "job title": "title",
        "have you worked": "support_years",
        "of these years": "leading_years",
        "your job now": "employed",
        "answer for now": "team",
        "outside support": "leading_elsewhere_years",
        "full time": "part_time_share",
        "want to get to": "goal",
        "hours a week": "hours_per_week",
    }
    return [next(fact for sign, fact in words.items() if sign in question.title) for question in asker.asked]


# -- facts ---------------------------------------------------------------------------------------------


def test_the_facts_make_a_profile() -> None:
    """Each answer in its place."""
    assert facts_of("Dana", "Team Lead", "y", "6.5", "2", "8", "1", "10") == Profile(
        name="Dana",
        title="Team Lead",
        employed=True,
        support_years=6.5,
        leading_years=2.0,
        leads_people=True,
        team=8,
        goal="t2",
        hours_per_week=10.0,
    )


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        (["", "", "0"], ["name", "title", "support_years", "leading_elsewhere_years"]),
        (["", "", "5", "0"], ["name", "title", "support_years", "leading_years", "leading_elsewhere_years"]),
        (
            ["", "", "5", "1"],
            ["name", "title", "support_years", "leading_years", "team", "leading_elsewhere_years"],
        ),
        (
            ["", "Agent", "y", "1.5"],
            ["name", "title", "employed", "support_years", "leading_years", "leading_elsewhere_years"],
        ),
        (["", "Agent", "y", "9", "0"], ["name", "title", "employed", "support_years", "leading_years"]),
        (
            ["", "Team Lead", "y", "9", "0"],
            ["name", "title", "employed", "support_years", "leading_years", "team"],
        ),
        (["", "Team Lead", "n", "9", "2"], ["name", "title", "employed", "support_years", "leading_years"]),
        (
            ["", "Agent", "y", "3", "0.3"],
            ["name", "title", "employed", "support_years", "leading_years", "team", "part_time_share"],
        ),
    ],
)
def test_questions_come_where_they_make_sense(answers: list[str], asked: list[str]) -> None:
    """The team of who leads, leading elsewhere of who is new, part time where it would count differently."""
    script = iter(answers)
    run, asker = interview(SMALL, lambda _: next(script, ENTER))
    run.facts()

    assert titles(asker) == [*asked, "goal", "hours_per_week"]


@pytest.mark.parametrize(
    ("typed", "team", "leads"), [("8", 8, True), ("0", 0, False), ("1", 1, True), (ENTER, None, True)]
)
def test_a_team_says_whether_one_leads(typed: str, team: int | None, leads: bool) -> None:
    """Nobody's work is no team; where the size is not said, the title stands for what it says."""
    profile = facts_of("", "Team Lead", "y", "9", "2", typed)
    assert (profile.team, profile.leads_people) == (team, leads)


def test_a_title_that_sounds_like_another_job_is_spoken_of_at_once(catalog: Catalog) -> None:
    """In time to go back and say it otherwise; a title that stays as it was is not spoken of again."""
    run, asker = interview(catalog, typing("", "Team Lead"))
    after(run.facts)
    assert asker.told[0].startswith("  About your title: It does not say what the team did.")

    run, asker = interview(catalog, only_enter, Profile(support_years=6.0, title="Team Lead"))
    run.facts(again=True)
    assert asker.told == []


@pytest.mark.parametrize("typed", ["many", "2.5", "-1", "100001", "3 years"])
def test_a_team_is_a_whole_number(typed: str) -> None:
    """It says what to type, and asks again."""
    script = iter(["", "Team Lead", "y", "9", "2", typed, "4"])
    run, asker = interview(SMALL, lambda _: next(script, ENTER))
    run.facts()
    assert asker.refused == ["Please type a whole number, such as 8."]
    assert run.answers.profile.team == 4


def test_who_is_between_jobs_leads_nobody_now() -> None:
    """The title was that of the last job."""
    profile = facts_of("", "Team Lead", "n", "9", "2")
    assert (profile.employed, profile.team, profile.leads_people) == (False, None, False)


@pytest.mark.parametrize(("key", "share"), [("f", 1.0), ("t", 0.75), ("h", 0.5), ("q", 0.25), (ENTER, 1.0)])
def test_part_time_is_a_share(key: str, share: float) -> None:
    """In words that people use of their own work."""
    assert facts_of("", "Agent", "y", "3", "0.3", ENTER, key).part_time_share == share


def test_enter_alone_gives_a_newcomer(catalog: Catalog) -> None:
    """Every fact has a default: nothing said, no years, the first goal, four hours a week."""
    assert facts_of(catalog=catalog) == Profile(support_years=0.0, goal="manager")


@pytest.mark.parametrize(
    ("years", "goal"),
    [
        (["0"], "manager"),
        (["6", "2"], "manager"),
        (["9", "5"], "director"),
        (["20", "8"], "director"),
        (["30", "20"], "director"),
    ],
)
def test_the_goal_offered_lies_ahead(catalog: Catalog, years: list[str], goal: str) -> None:
    """The first of the goals that the years do not reach yet, and the highest where they reach all."""
    assert facts_of("", "", *years, catalog=catalog).goal == goal


def test_every_tier_above_the_first_can_be_the_goal(catalog: Catalog) -> None:
    """The goals that the ladder names come first, each tier once, the first tier never."""
    _, asker = interview(catalog, only_enter)
    Interview(Answers(catalog, asker)).facts()
    options = next(question for question in asker.asked if question.options).options

    assert [option.value for option in options][:2] == list(catalog.ladder.goals)
    tiers = sorted(tier.id for tier in catalog.ladder.tiers[1:])
    assert sorted(option.value for option in options[:-1]) == tiers
    assert [len(option.label.splitlines()) for option in options] == [1] * len(options)


def test_who_does_not_know_the_goal_yet_has_none(catalog: Catalog) -> None:
    """It says where the plan leads then; asked again, that is the answer offered."""
    run, asker = interview(catalog, typing("u"), Profile(support_years=1.0))
    after(lambda: run.change("goal"))

    assert asker.asked[0].options[-1].label == "I don't know yet."
    assert "I don't know yet: Manager or Director for now" in asker.asked[0].explain
    assert run.answers.profile.goal is None


def test_a_long_ladder_has_a_key_for_each_goal() -> None:
    """More than nine goals get letters, none of them the one that goes back."""
    tall = ladder(*(Rung((asks("tickets", 1),)) for _ in range(40)))
    run, asker = interview(catalog_of(msgspec.structs.replace(tall, goals=())), only_enter)
    run.facts()
    keys = [option.key for question in asker.asked for option in question.options]

    assert len(keys) == len(set(keys)) > 30
    assert all(len(key) == 1 for key in keys)
    assert "b" not in keys


def test_a_ladder_without_goals_asks_for_none() -> None:
    """Where there is nothing to aim at, the question is left out."""
    lone = ladder(Rung((asks("tickets", 1),)))
    run, asker = interview(catalog_of(msgspec.structs.replace(lone, goals=())), only_enter)
    run.facts()

    assert "goal" not in titles(asker)
    assert run.answers.profile.goal is None


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("2", 2.0),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("0", 0.0),
        ("60", 60.0),
        ("0.125", 0.125),
        ("07", 7.0),
        ("60,0", 60.0),
        ("4 years", 4.0),
        ("18 months", 1.5),
    ],
)
def test_numbers(typed: str, years: float) -> None:
    """A number has a point or a comma and perhaps a unit, as people write it."""
    assert facts_of("", "", typed).support_years == years


@pytest.mark.parametrize(
    "typed",
    [
        "nan",
        "inf",
        "61",
        "60.1",
        "-1",
        "+1",
        "two",
        "2 hours",
        "1e1",
        "0x1",
        "1_0",
        "2.5.1",
        "2,",
        "٣",
        "²",
        "9" * 400,
    ],
)
def test_what_is_no_number_of_years_is_refused(typed: str) -> None:
    """It says what to type, and asks again."""
    script = iter(["", "", typed, "3"])
    run, asker = interview(SMALL, lambda _: next(script, ENTER))
    run.facts()

    (refused,) = asker.refused
    assert refused in {"Please type a number: 2.5 or 18 months.", "Please type 0 to 60, such as 2.5."}
    assert run.answers.profile.support_years == 3.0


def test_leading_years_are_among_the_support_years() -> None:
    """More of them are refused, with the limit, and an example only where it would do."""
    script = iter(["", "", "3", "3.1", "3"])
    run, asker = interview(SMALL, lambda _: next(script, ENTER))
    run.facts()
    assert asker.refused == ["Please type 0 to 3, such as 2.5."]
    assert run.answers.profile.leading_years == 3.0

    script = iter(["", "", "0.25", "1", "0.2"])
    run, asker = interview(SMALL, lambda _: next(script, ENTER))
    run.facts()
    assert asker.refused == ["Please type 0 to 0.25."]


@pytest.mark.parametrize("typed", ["0", "0.4", "81", "4 a day"])
def test_hours_a_week_have_limits(typed: str) -> None:
    """Half an hour to 80 hours."""
    script = iter(["", "", "0", "", "", typed, "80"])
    run, asker = interview(SMALL, lambda _: next(script, ENTER))
    run.facts()

    (refused,) = asker.refused
    assert refused in {"Please type a number: 2.5 or 90 min.", "Please type 0.5 to 80, such as 2.5."}
    assert run.answers.profile.hours_per_week == 80.0


@given(st.floats(0, 60), st.floats(0, 60), st.floats(0.5, 80))
def test_enter_keeps_numbers_as_they_are(support: float, leading: float, hours: float) -> None:
    """However many decimals there are, the default is accepted and changes nothing."""
    start = Profile(support_years=support, leading_years=min(leading, support), hours_per_week=hours)
    _, asker = interview(SMALL, only_enter, start)
    for fact in ("support_years", "leading_years", "leading_elsewhere_years", "hours_per_week"):
        questions = FactQuestions(SMALL, asker)
        assert questions.ask(fact, start, back=False)[fact] == getattr(start, fact)

    assert asker.refused == []


def test_no_more_leading_years_are_offered_than_there_can_be() -> None:
    """A profile may claim to have led for longer than it has worked; Enter does not repeat that."""
    _, asker = interview(SMALL, only_enter)
    claim = Profile(support_years=3.0, leading_years=5.0)

    assert FactQuestions(SMALL, asker).ask("leading_years", claim, back=False)["leading_years"] == 3.0
    assert asker.asked[0].default == "3"


def test_fewer_support_years_take_leading_ones_along() -> None:
    """Who corrects the support years cannot have led for longer, nor lead where nothing says so now."""
    start = Profile(support_years=9.0, leading_years=5.0, leads_people=True)
    _, asker = interview(SMALL, typing("3"))
    assert FactQuestions(SMALL, asker).ask("support_years", start, back=False) == {
        "support_years": 3.0,
        "leading_years": 3.0,
    }

    _, asker = interview(SMALL, typing("0"))
    change = FactQuestions(SMALL, asker).ask("support_years", start, back=False)
    assert (change["leads_people"], change["team"]) == (False, None)


SCRIPT = {
    "name": "Dana",
    "title": "Team Lead",
    "employed": "y",
    "support_years": "6",
    "leading_years": "2",
    "team": "8",
    "goal": "1",
    "hours_per_week": "9",
}


@pytest.mark.parametrize("answers", range(len(SCRIPT) + 1))
def test_facts_go_on_where_they_were_broken_off(answers: int) -> None:
    """Only what the profile does not hold yet is asked again."""
    script = list(SCRIPT.values())
    run, _ = interview(SMALL, typing(*script[:answers]))
    after(run.facts)
    again, asker = interview(SMALL, typing(*script[answers:]), run.answers.profile)
    again.facts()

    assert titles(asker) == list(SCRIPT)[answers:]
    assert again.answers.profile == facts_of(*script)


@pytest.mark.parametrize("fact", ["name", "title"])
def test_hostile_text_becomes_text(fact: str) -> None:
    """No control character, bidirectional sign or newline is kept; what reads as text is."""
    answers = [HOSTILE if name == fact else ENTER for name in ("name", "title")]
    kept = getattr(facts_of(*answers), fact)

    assert kept == " ".join(clean(HOSTILE).split())
    assert kept.isprintable()
    assert "Zoë" in kept
    assert "[bold]" in kept


@pytest.mark.parametrize("fact", ["name", "title"])
def test_texts_have_a_length(fact: str) -> None:
    """What no profile file could hold is refused."""
    at = [] if fact == "name" else [ENTER]
    script = iter([*at, "x" * 201, "x" * 200])
    run, asker = interview(SMALL, lambda _: next(script, ENTER))
    run.facts()

    assert asker.refused == ["That is longer than 200 characters; a shorter form will do."]
    assert getattr(run.answers.profile, fact) == "x" * 200


@pytest.mark.parametrize(
    ("profile", "sentence"),
    [
        (Profile(support_years=0.0), "no years in support; no skills rated yet."),
        (
            Profile(support_years=1, leading_years=0.5, name="Dana", title="Agent", skills={"chat": 2}),
            "Dana, Agent, 1 year in support, 0.5 years leading; 1 skill rated.",
        ),
    ],
)
def test_the_facts_in_a_sentence(profile: Profile, sentence: str) -> None:
    """Who, what, how long, and how many skills are rated."""
    assert facts_sentence(profile) == sentence


# -- skills --------------------------------------------------------------------------------------------


def test_full_asks_every_skill_once_in_the_order_of_the_ladder() -> None:
    """Each says where it stands among all, and takes the level that is chosen."""
    run, asker = interview(SMALL, typing("0", "4", "2"))
    run.full()

    assert [question.title for question in asker.asked] == [
        f"{name} (question {number} of 3)" for number, name in enumerate(["Tickets", "Chat", "Coaching"], 1)
    ]
    assert run.answers.profile.skills == {"tickets": 0, "chat": 4, "coaching": 2}
    assert asker.told == ["  Tickets: 0", "  Chat: 4", "  Coaching: 2"]


def test_full_leaves_out_what_is_rated() -> None:
    """Going on from a profile asks only what is open."""
    start = Profile(support_years=1.0, skills={"tickets": 3}, not_applicable={"chat": "None"})
    run, asker = interview(SMALL, typing("1"), start)
    run.full()

    assert [question.title for question in asker.asked] == ["Coaching (question 1 of 1)"]


@pytest.mark.parametrize(
    ("evidence", "shown"),
    [
        ("2021-03: Trained 14 people", 'You wrote: "2021-03: Trained 14 people".'),
        ("One\nTwo\nThree", 'You wrote: "One", and 2 more.'),
        ("", ""),
    ],
)
def test_what_somebody_has_written_stands_beside_the_question(evidence: str, shown: str) -> None:
    """Evidence of a skill, such as a résumé's, is shown where it is rated; the rating stays the person's."""
    profile = Profile(support_years=1, evidence={"chat": evidence} if evidence else {})
    run, asker = interview(SMALL, only_enter, profile)
    run.full()

    (chat,) = (question for question in asker.asked if question.title.startswith("Chat"))
    assert chat.detail.endswith(shown)
    assert ("You wrote" in chat.detail) == bool(evidence)
    assert run.answers.profile.skills == {}


def test_asking_again_offers_the_rating() -> None:
    """Skills asked for by name are asked although they are rated, and Enter keeps what they are."""
    start = Profile(support_years=1.0, skills={"tickets": 3, "chat": 3}, evidence={"chat": "Two years"})
    run, asker = interview(SMALL, typing(ENTER, "1"), start)
    run.full(["tickets", "chat"])

    assert [question.default for question in asker.asked] == ["3", "3"]
    assert run.answers.profile == msgspec.structs.replace(start, skills={"tickets": 3, "chat": 1})


def test_going_back_offers_what_was_said() -> None:
    """Whoever goes back to look and takes Enter keeps the rating."""
    run, asker = interview(SMALL, typing("3", "2", BACK, ENTER, "1"))
    run.full()

    assert [question.default for question in asker.asked] == ["skip", "skip", "skip", "2", "skip"]
    assert run.answers.profile.skills == {"tickets": 3, "chat": 2, "coaching": 1}


def test_going_back_far_offers_all_that_was_said() -> None:
    """Whoever goes back several questions finds each answer again, of facts and of skills."""
    typed = ["Ann", "Agent", "y", "9", "1", "0", BACK, BACK, BACK, BACK, BACK, BACK]
    run, asker = interview(SMALL, typing(*typed, *[ENTER] * 8))
    run.facts()

    texts = [question.default for question in asker.asked[len(typed) :]]
    assert texts[:6] == ["Ann", "Agent", "yes", "9", "1", "0"]
    assert (
        run.answers.profile.name,
        run.answers.profile.leading_years,
        run.answers.profile.leads_people,
    ) == ("Ann", 1.0, False)

    run, asker = interview(SMALL, typing("3", "2", BACK, BACK, ENTER, ENTER, "1"))
    run.full()
    assert run.answers.profile.skills == {"tickets": 3, "chat": 2, "coaching": 1}


def test_who_led_once_does_not_lead_now_by_pressing_enter() -> None:
    """Asked again, leading people now has the answer that was given as its default."""
    start = Profile(
        support_years=5.0, leading_years=2.0, name="Ann", title="Agent", goal="lead", team=0, employed=True
    )
    run, _ = interview(SMALL, only_enter, start)
    run.facts(again=True)

    assert not run.answers.profile.leads_people


def test_facts_can_be_asked_again() -> None:
    """All of them, each with what it was, so that a slip can be mended."""
    start = Profile(
        support_years=3.0, name="Ann", title="Agent", goal="lead", hours_per_week=6.0, employed=True
    )
    run, asker = interview(SMALL, only_enter, start)
    run.facts(again=True)

    assert len(asker.asked) >= 5
    assert msgspec.structs.replace(run.answers.profile, goal=start.goal) == start


def test_skipping_takes_a_rating_back() -> None:
    """Whoever is asked again and skips has the skill unrated; its evidence stays."""
    start = Profile(support_years=1.0, skills={"tickets": 3, "chat": 3}, evidence={"chat": "Two years"})
    run, asker = interview(SMALL, typing("s"), start)
    run.full(["chat"])

    assert run.answers.profile == msgspec.structs.replace(start, skills={"tickets": 3})
    assert asker.told == ["  Chat: skipped"]


def test_enter_alone_skips_everything() -> None:
    """The default of a skill is to skip it; all skipped is a profile like before, with nothing answered."""
    for way in (Interview.full, Interview.quick):
        run, asker = interview(SMALL, only_enter, Profile(support_years=9.0))
        way(run)

        assert len(asker.asked) == 3
        assert run.answers.profile == Profile(support_years=9.0)
        assert run.answers.count == 0
        assert run.answers.passed_over == {"tickets", "chat", "coaching"}


def test_quick_says_how_many_are_left() -> None:
    """From the second question on, when something is known."""
    run, asker = interview(SMALL, typing("4", "4", "4"), Profile(support_years=9.0))
    run.quick()

    assert [re.sub(r".*\(", "", question.title) for question in asker.asked] == [
        "question 1)",
        "question 2, about 2 left)",
        "question 3, about 1 left)",
    ]


def test_the_first_answers_foretell_no_long_interview(catalog: Catalog) -> None:
    """One answer lets one expect 27 questions; it says 15, as hardly anybody is asked more."""
    lead = Profile(support_years=6.0, leading_years=2.0, title="Support Team Lead", leads_people=True)
    run, asker = interview(catalog, typing("1"), lead)
    after(run.quick)

    assert asker.asked[1].title.endswith("(question 2, about 15 left)")


def test_quick_says_the_tier_so_far_from_the_eighth_answer_on(catalog: Catalog) -> None:
    """With the questions left, and about how long they take; not before eight answers."""
    levels = iter([3, 1, 3, 2] * 20)
    start = Profile(support_years=6.0, leading_years=1.0)
    run, asker = interview(catalog, lambda _: str(next(levels)), start)
    run.quick()
    so_far = [question.detail.rpartition("\n")[2] for question in asker.asked]

    assert not any("So far" in text for text in so_far[:8])
    assert all(
        re.fullmatch(r"So far: [A-Z][A-Za-z ]+; about \d+ questions? left, (a minute|\d+ minutes)\.", text)
        or "a close call" in text
        for text in so_far[8:]
    )
    assert len(so_far) > 9
    assert asker.asked[8].title.endswith("(question 9)")


def test_a_close_call_says_that_one_may_stop(catalog: Catalog) -> None:
    """Between two tiers the questions left are many all at once: that is said, and no minutes count them."""
    lead = Profile(support_years=4.0, leading_years=1.5, title="Customer Service Team Leader", team=6)
    run, asker = interview(catalog, typing(*"s32321323232222"), msgspec.structs.replace(lead, employed=True))
    after(run.quick)

    assert "1 question left, a minute." in asker.asked[12].detail
    assert re.search(
        r"So far: Junior Manager, a close call\. Up to \d\d questions left; f ends here with that\.$",
        asker.asked[15].detail,
    )


def test_full_says_the_tier_so_far_too(catalog: Catalog) -> None:
    """With all the questions that are left, after eight answers."""
    levels = iter([3, 1, 3, 2] * 3)
    run, asker = interview(
        catalog, lambda _: str(next(levels)), Profile(support_years=6.0, leading_years=1.0)
    )
    with pytest.raises(StopIteration):
        run.full()

    assert "So far" not in asker.asked[7].detail
    everything = len(catalog.skills)
    assert asker.asked[8].title.endswith(f"(question 9 of {everything})")
    left = rf"{everything - 8} questions left, \d+ minutes\."
    assert re.search(rf"\nSo far: [A-Z][A-Za-z ]+; {left}$", asker.asked[8].detail)


def test_a_skill_that_does_not_apply_keeps_its_reason() -> None:
    """The reason is cleaned, offered as a default, and the skill no longer counts as rated."""
    start = Profile(support_years=1.0, skills={"chat": 2})
    run, asker = interview(SMALL, typing("n", HOSTILE), start)
    run.full(["chat"])
    assert run.answers.profile.not_applicable == {"chat": " ".join(clean(HOSTILE).split())}
    assert run.answers.profile.skills == {}
    assert asker.told == ["  Chat: does not apply"]

    run, _ = interview(SMALL, typing("n", ENTER), start)
    run.full(["chat"])
    assert run.answers.profile.not_applicable == {"chat": "Not part of my work"}


def test_rating_what_was_marked_unmarks_it() -> None:
    """A skill is rated or does not apply, never both."""
    run, _ = interview(SMALL, typing("3"), Profile(support_years=1.0, not_applicable={"chat": "None"}))
    run.full(["chat"])

    assert (run.answers.profile.skills, run.answers.profile.not_applicable) == ({"chat": 3}, {})


def test_a_gate_cannot_be_marked() -> None:
    """It is said kindly, and the question is asked again."""
    run, asker = interview(SMALL, typing("n", "n", "0"))
    run.full(["tickets"])

    assert len({question.title for question in asker.asked}) == 1
    assert len(asker.asked) == 3
    assert asker.told[0] == (
        "  Tickets has to stay: somewhere on this ladder everybody has to show it. "
        "If you have not done it yet, choose 0."
    )
    assert (run.answers.profile.skills, run.answers.profile.not_applicable) == ({"tickets": 0}, {})


def test_a_group_keeps_as_many_skills_as_it_asks_for(catalog: Catalog) -> None:
    """One that would leave too few cannot be set aside, and the reason is another one."""
    run, asker = interview(catalog, typing("n", "2"), Profile(support_years=3.0))
    run.full(["financial-acumen"])

    assert asker.told[0].startswith("  Financial acumen has to stay: it counts together with others")
    assert run.answers.profile.skills == {"financial-acumen": 2}


def test_going_back_from_the_reason() -> None:
    """Whoever changes their mind about a mark is asked for the level again, and nothing has changed."""
    run, asker = interview(SMALL, typing("n", BACK, "2"))
    run.full(["chat"])

    assert [question.title for question in asker.asked] == [
        "Chat (question 1 of 1)",
        "Why does it not apply? (Chat)",
        "Chat (question 1 of 1)",
    ]
    assert (run.answers.profile.skills, run.answers.profile.not_applicable, run.answers.count) == (
        {"chat": 2},
        {},
        1,
    )


@pytest.mark.parametrize("way", [Interview.full, Interview.quick])
def test_finishing_early_keeps_what_was_said(way: Callable[[Interview], None]) -> None:
    """No further question, and finishing is no answer."""
    run, asker = interview(SMALL, typing("4", "f"), Profile(support_years=9.0))
    way(run)

    assert len(asker.asked) == 2
    assert len(run.answers.profile.skills) == run.answers.count == 1


def test_breaking_off_keeps_what_was_said() -> None:
    """At every moment the profile holds the answers so far."""
    run, _ = interview(SMALL, typing("4", "1"))
    with pytest.raises(EOFError):
        run.full()

    assert run.answers.profile.skills == {"tickets": 4, "chat": 1}
    assert run.answers.count == 2


@pytest.mark.slow
@given(catalogs(), st.data())
@settings(max_examples=60)
def test_quick_ends_when_the_tier_is_settled(catalog: Catalog, data: st.DataObject) -> None:
    """Or when all is asked, and then it is the tier of the full interview; quick asks no more than that."""
    truth = data.draw(profiles(catalog))
    levels = {entry.id: data.draw(st.integers(0, 4), label=entry.id) for entry in catalog.skills}
    names = {entry.name: entry.id for entry in catalog.skills}
    facts = msgspec.structs.replace(truth, skills={}, not_applicable={})

    def reply(question: Question) -> str:
        name = names[question.title.split(" (")[0]]
        return str(levels[name])

    quick, asker = interview(catalog, reply, facts)
    quick.quick()
    full, everything = interview(catalog, reply, facts)
    full.full()

    settled = is_clear(catalog.ladder, quick.answers.profile)
    assert settled or not unrated(catalog.ladder, quick.answers.profile)
    if not settled:
        assert (
            place(catalog.ladder, quick.answers.profile).current
            == place(catalog.ladder, full.answers.profile).current
        )
    assert quick.answers.profile.skills.items() <= full.answers.profile.skills.items()
    assert len(asker.asked) == len({question.title.split(" (")[0] for question in asker.asked})
    assert not unrated(catalog.ladder, full.answers.profile)
    assert len(everything.asked) >= len(asker.asked)


def test_quick_asks_in_the_order_that_tells_most(catalog: Catalog) -> None:
    """Each question is the most telling one after the answers before it."""
    run, asker = interview(catalog, lambda _: "3", Profile(support_years=6.0, leading_years=2.0))
    expected = []
    profile = run.answers.profile
    while (name := next_question(catalog.ladder, profile)) is not None:
        expected.append(catalog.skill_titles[name])
        profile = msgspec.structs.replace(profile, skills=profile.skills | {name: 3})
    run.quick()

    assert [question.title.split(" (")[0] for question in asker.asked] == expected


# -- what is never shown -------------------------------------------------------------------------------


def shown_by(catalog: Catalog, reply: Callable[[Question], str]) -> str:
    """Return everything that a full interview shows."""
    run, asker = interview(catalog, reply, Profile(support_years=4.0, leading_years=1.0))
    run.full()
    return asker.heard


def test_questions_do_not_depend_on_what_tiers_need() -> None:
    """Two ladders that ask for different levels, weights and gates show the same, letter by letter."""

    def catalog(*first: Requirement, gates: tuple[Gate, ...] = ()) -> Catalog:
        return catalog_of(
            ladder(Rung(first, gates=gates), Rung((asks("lead", 4, 3),), gates=(must("lead", levels=(4,)),))),
            [skill("easy"), skill("hard")],
        )

    mild = catalog(asks("easy", 1, 1), asks("hard", 1, 1))
    both = (must("easy", levels=(4,)), must("hard", levels=(3,)))
    strict = catalog(asks("easy", 4, 3), asks("hard", 3, 2), gates=both)

    for answer in ("0", "2", "4", ENTER):
        assert shown_by(mild, lambda _: answer) == shown_by(strict, lambda _: answer)  # noqa: B023


def mark_first(asked: set[str]) -> Callable[[Question], str]:
    """Return a reply that tries to mark every skill, and skips those that cannot be marked."""

    def reply(question: Question) -> str:
        first = question.title not in asked
        asked.add(question.title)
        return "n" if first and question.options else ENTER

    return reply


@pytest.mark.parametrize("reply", [lambda _: "0", lambda _: "4", only_enter, mark_first(set())])
def test_no_question_speaks_of_requirements(catalog: Catalog, reply: Callable[[Question], str]) -> None:
    """Apart from the skills' own texts and the tier so far, no word of what a tier needs is shown."""
    heard = re.sub(r"(?m)^So far: .*$", "", shown_by(catalog, reply))
    own = {text for entry in catalog.skills for text in (entry.name, entry.summary, *entry.levels)}
    for text in sorted(own, key=len, reverse=True):
        heard = heard.replace(text, "")

    assert not re.search(r"\b(gates?|weights?|must|needs?|needed|requires?|required|decisive)\b", heard)
    assert not [tier.title for tier in catalog.ladder.tiers if tier.title in heard or tier.short in heard]


# -- going back ----------------------------------------------------------------------------------------


class Witness:
    """Types what it is dealt, and checks at each question that going back has restored everything."""

    def __init__(self, dealt: list[int]) -> None:
        self.dealt = iter(dealt)
        self.behind: list[tuple[str, object]] = []
        self.expected: tuple[str, object] | None = None
        self.run: Interview

    def __call__(self, question: Question) -> str:
        """Check where going back has led, and answer."""
        now = (
            question.title,
            (self.run.answers.profile, self.run.answers.count, self.run.answers.passed_over),
        )
        reason = question.title.startswith("Why")
        if not reason:
            assert self.expected is None or self.expected == now
            self.expected = None
            if self.behind and self.behind[-1] == now:  # the same again: refused, or thought better of
                self.behind.pop()
            assert question.back == bool(self.behind)
        keys = [option.key for option in question.options] or ["0", "1", "2.5", "Dana"]
        answers = [ENTER, *([BACK] * 4 if question.back else ()), *keys]
        answer = answers[next(self.dealt, 0) % len(answers)]
        if answer == BACK:
            self.expected = self.behind[-1] if reason else self.behind.pop()
        elif not reason:
            self.behind.append(now)
        return answer


DEALT = st.lists(st.integers(0, 10**6), max_size=60)


def check_going_back(
    catalog: Catalog, dealt: list[int], way: Callable[[Interview], None], start: Profile
) -> None:
    """Run an interview with a witness at the keyboard."""
    witness = Witness(dealt)
    witness.run, _ = interview(catalog, witness, start)
    way(witness.run)


@given(DEALT)
def test_going_back_among_facts(dealt: list[int]) -> None:
    """Whatever is said and unsaid, going back restores the profile, and the question that was there."""
    check_going_back(SMALL, dealt, Interview.facts, Profile(support_years=0.0))


@pytest.mark.slow
@given(catalogs(tiers=3, skills=5), st.data(), DEALT, st.sampled_from([Interview.full, Interview.quick]))
def test_going_back_among_skills(
    catalog: Catalog, data: st.DataObject, dealt: list[int], way: Callable[[Interview], None]
) -> None:
    """Levels, skips and marks are all undone exactly, in a full and in a quick interview."""
    start = data.draw(profiles(catalog))
    check_going_back(catalog, dealt, way, start)


def test_going_back_past_a_question_that_no_longer_applies() -> None:
    """Support years corrected to none: leading is not asked any more, and going back brings it all back."""
    answers = ["Dana", "", "5", "2", "8", BACK, BACK, BACK, "0", BACK, "5", "2", "8"]
    script = iter(answers)
    run, asker = interview(SMALL, lambda _: next(script, ENTER))
    run.facts()

    assert titles(asker) == [
        *("name", "title", "support_years", "leading_years", "team", "leading_elsewhere_years"),
        *("team", "leading_years", "support_years", "leading_elsewhere_years"),
        *("support_years", "leading_years", "team", "leading_elsewhere_years", "goal", "hours_per_week"),
    ]
    assert run.answers.profile == facts_of("Dana", "", "5", "2", "8")


# -- file names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Dana Reyes", "dana-reyes"),
        ("José Müller", "jose-muller"),
        ("  O'Brien, Pat!  ", "o-brien-pat"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf", "rf"),
        ("李雷", "my-profile"),
        ("", "my-profile"),
        (None, "my-profile"),
        ("a" * 59 + " b", "a" * 59),
        ("\x1b[31m", "31m"),
    ],
)
def test_a_name_becomes_a_file_name(name: str | None, file: str) -> None:
    """Small letters, digits and single hyphens: no way to another folder, nothing like an option."""
    assert slug(name) == file


@pytest.mark.parametrize(
    ("person", "taken", "name"),
    [
        ("Dana Reyes", (), "dana-reyes"),
        ("Dana Reyes", ("dana-reyes",), "dana-reyes-2"),
        (None, (), "default"),
        ("李雷", ("default",), "my-profile"),
    ],
)
def test_the_name_that_is_offered(person: str | None, taken: tuple[str, ...], name: str) -> None:
    """The person's own, and the default one for whom none can be made."""
    assert free_name("default", person, taken) == name


@given(st.text())
def test_every_name_becomes_a_safe_file_name(name: str) -> None:
    """Whatever somebody is called."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))
    assert len(slug(name)) <= 60
