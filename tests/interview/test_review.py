from __future__ import annotations

from collections.abc import Callable

import pytest

from careercli.domain.model import Catalog, Profile
from careercli.interview.answers import Answers
from careercli.interview.questions import Interview
from careercli.interview.review import review
from careercli.prompts.asker import BACK, GoBackError
from tests.interview.guided import FACTS, FINISH, QUICK, advise, kept, words
from tests.prompts.scripted import ENTER, Question, Scripted, typing

PROFILE = Profile(
    support_years=6.0,
    leading_years=2.0,
    name="Dana",
    title="Support Team Lead",
    employed=True,
    team=8,
    leads_people=True,
    goal="manager",
    skills={"coaching": 2, "hiring": 1},
    not_applicable={"phone-support": "We have none"},
)


def answers_of(
    catalog: Catalog, reply: Callable[[Question], str], profile: Profile = PROFILE
) -> tuple[Answers, Scripted]:
    """Return somebody's answers, and who asks about them."""
    asker = Scripted(reply)
    return Answers(catalog, asker, profile), asker


def test_every_answer_is_in_the_list(catalog: Catalog) -> None:
    """Facts, ratings, what does not apply and what was skipped; Enter goes on and changes nothing."""
    answers, asker = answers_of(catalog, typing(ENTER))
    answers.change(PROFILE, 10, frozenset({"budgeting"}))
    review(answers, detail="44 questions saved.", on="back to the menu")

    (question,) = asker.asked
    labels = [option.label for option in question.options]
    assert question.detail == "44 questions saved."
    assert labels[:2] == ["Name: Dana", "Title: Support Team Lead"]
    assert "Goal: Customer Support Manager" in labels
    assert labels[-1] == "back to the menu"
    for label in ("Coaching and mentoring: 2", "Hiring: 1", "Budget management: skipped"):
        assert label in labels
    assert any(label.endswith(": does not apply") for label in labels)
    assert question.options[0].group == "About you"
    assert answers.profile == PROFILE


def test_what_was_left_open_can_be_said_later(catalog: Catalog) -> None:
    """Whoever comes back finds the name, the title and the goal that were never given, and gives them."""
    answers, asker = answers_of(
        catalog, typing("Goal: not decided yet", "2", ENTER), Profile(support_years=6.0)
    )
    review(answers)

    labels = [option.label for option in asker.asked[0].options]
    assert labels[:2] == ["Name: not said", "Title: not said"]
    assert answers.profile.goal == "director"


def test_an_answer_is_changed_and_the_list_comes_again(catalog: Catalog) -> None:
    """A rating, then a fact, then the result; the number of answers stays what it was."""
    answers, asker = answers_of(
        catalog, typing("Coaching and mentoring: 2", "3", "Support years: 6", "7", ENTER)
    )
    answers.count = 10
    review(answers)

    assert answers.profile.skills == {"coaching": 3, "hiring": 1}
    assert answers.profile.support_years == 7.0
    assert answers.count == 10
    lists = [question for question in asker.asked if question.title.startswith("Your answers")]
    assert len(lists) == 3
    assert "Coaching and mentoring: 3" in lists[1].words


def test_what_an_answer_makes_worth_asking_is_asked(catalog: Catalog) -> None:
    """Whoever has never led and says now that they have is asked whom they lead."""
    agent = Profile(support_years=6.0, title="Support Agent", employed=True)
    answers, asker = answers_of(catalog, typing("Leading years: 0", "2", "4", ENTER), agent)
    review(answers)

    assert (answers.profile.leading_years, answers.profile.team) == (2.0, 4)
    assert "do you answer for now?" in asker.asked[2].title


def test_going_back_from_a_question_keeps_its_answer(catalog: Catalog) -> None:
    """Whoever looks at a question only is back at the list, with everything as it was."""
    answers, asker = answers_of(catalog, typing("Coaching and mentoring: 2", BACK, ENTER))
    review(answers)

    assert answers.profile == PROFILE
    assert len(asker.asked) == 3
    assert not any(option.key == "f" for option in asker.asked[1].options)


def test_a_skipped_skill_that_is_rated_after_all(catalog: Catalog) -> None:
    """It is one more answer, and skipped no longer; the others stay skipped."""
    answers, _ = answers_of(catalog, typing("Budget management: skipped", "2", ENTER))
    answers.change(PROFILE, 10, frozenset({"budgeting", "communication"}))
    review(answers)

    assert answers.profile.skills["budgeting"] == 2
    assert answers.passed_over == {"communication"}
    assert answers.count == 11


def test_the_review_can_be_gone_back_from(catalog: Catalog) -> None:
    """Only where something is behind it."""
    answers, _ = answers_of(catalog, typing(BACK))
    with pytest.raises(GoBackError):
        review(answers, back=True)


def test_back_to_the_last_question(catalog: Catalog) -> None:
    """As it was answered; what was changed in the review meanwhile stays."""
    answers, asker = answers_of(catalog, typing("3", "2", "f", "f"), Profile(support_years=6.0))
    interview = Interview(answers)
    interview.full(way_back=True)
    first, second = list(answers.profile.skills)
    interview.back_to_skills()
    assert list(answers.profile.skills.values()) == [3, 2]

    asker.reply = typing("1", BACK)
    interview.change(first)
    with pytest.raises(GoBackError):
        interview.back_to_skills()
    assert answers.profile.skills == {first: 1, second: 2}


def test_back_to_the_last_question_of_a_quick_interview(catalog: Catalog) -> None:
    """The last answer is asked for again, with it offered; the next question follows from the new one."""
    levels = iter("2222332" * 9)
    answers, asker = answers_of(catalog, lambda _: next(levels), Profile(support_years=6.0))
    interview = Interview(answers)
    interview.quick()
    rated, number = answers.profile.skills, answers.count
    first, last = next(iter(rated)), list(rated)[-1]

    asker.reply = typing("1", ENTER)
    interview.change(first)
    interview.back_to_skills()
    assert asker.asked[-1].title.startswith(catalog.skill_titles[last])
    assert asker.asked[-1].default == str(rated[last])
    assert answers.profile.skills == rated | {first: 1}
    assert answers.count == number


def test_there_is_no_last_question_where_none_was_asked(catalog: Catalog) -> None:
    """Then going back goes further back."""
    answers, _ = answers_of(catalog, typing())
    with pytest.raises(GoBackError):
        Interview(answers).back_to_skills()


@pytest.mark.usefixtures("home")
def test_the_review_stands_before_the_result(catalog: Catalog) -> None:
    """By its number or a word of it an answer is chosen, changed, and the result counts it."""
    result = advise("1", *FACTS, QUICK, "3", "2", FINISH, "hours", "5", ENTER, "s", ENTER, "q", passing=False)

    assert result.code == 0
    assert "Type a number from 1 to" in words(result.err)
    assert "Enter takes 11" not in result.err.split("What next?")[1]
    assert kept("dana", catalog).hours_per_week == 5.0


@pytest.mark.usefixtures("home")
def test_from_the_review_to_the_last_question(catalog: Catalog) -> None:
    """And from there through all of them to the facts."""
    result = advise(
        "1", *FACTS, QUICK, "3", "2", FINISH, "b", "1", FINISH, ENTER, "s", ENTER, "q", passing=False
    )

    assert result.code == 0
    assert sorted(kept("dana", catalog).skills.values()) == [1, 2, 3]
