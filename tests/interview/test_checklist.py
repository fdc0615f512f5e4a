from __future__ import annotations

from collections.abc import Callable

import pytest

from careercli.domain.interview import hands_on
from careercli.domain.model import Catalog, Profile
from careercli.interview.checklist import DETAIL, DONE, TITLE
from careercli.interview.questions import Interview
from careercli.interview.review import review
from careercli.prompts.asker import BACK
from tests.interview.guided import advise, kept, words
from tests.prompts.scripted import ENTER, Question, Scripted, interview, typing

pytestmark = pytest.mark.usefixtures("home")

OUTSIDE = Profile(support_years=0.0, title="Baker", employed=True)
"""Somebody who has never worked in support."""


def asked(
    catalog: Catalog, reply: Callable[[Question], str], profile: Profile = OUTSIDE
) -> tuple[Interview, Scripted]:
    """Return the quick interview with somebody from outside, and who asks."""
    run, asker = interview(catalog, reply, profile)
    run.quick()
    return run, asker


def ticking(keys: str, level: str = "2") -> Callable[[Question], str]:
    """Return a reply that types these keys at the list, and a level at every other question."""
    return lambda question: keys if question.title.startswith(TITLE) else level


def lists(asker: Scripted) -> list[Question]:
    """Return the questions that are lists to tick."""
    return [question for question in asker.asked if question.title.startswith(TITLE)]


def test_work_in_the_queue_is_asked_in_one_list(catalog: Catalog) -> None:
    """After what one brings; a line for each skill is what somebody does at the first level."""
    run, asker = asked(catalog, ticking("1 3"))
    (question,) = lists(asker)
    skills = hands_on(catalog.ladder)

    assert asker.asked.index(question) == 2
    rows = [option for option in question.options if not option.aside]
    assert [option.label for option in rows] == [catalog.skills_by_id[name].levels[0] for name in skills]
    assert (question.default, question.back, question.detail) == ("s", True, DETAIL)
    assert all(catalog.skills_by_id[name].name in question.explain for name in skills)
    rated = run.answers.profile.skills
    assert [rated[name] > 0 for name in skills] == [number in {0, 2} for number in range(len(skills))]
    assert f"  {DONE}: 2 of 9" in asker.told


def test_the_level_of_what_is_ticked_is_asked_where_it_tells_something(catalog: Catalog) -> None:
    """The must-haves of the first tier are, next; the rest counts as the first level, and one answer each."""
    run, asker = asked(catalog, typing("3", "3", "1 3", "3", "f"))

    assert run.answers.profile.skills["product-knowledge"] == 3
    assert run.answers.profile.skills["crm"] == 1
    assert run.answers.listed == set(hands_on(catalog.ladder)) - {"product-knowledge"}
    assert run.answers.count == len(run.answers.profile.skills)
    (product,) = (question for question in asker.asked if question.title.startswith("Product"))
    assert product.default == "1"


def test_a_ticked_skill_that_is_skipped_stays_ticked(catalog: Catalog) -> None:
    """Its level is open, and not that it was done."""
    run, _ = asked(catalog, typing("2", "2", "1", "s", "f"))

    assert run.answers.profile.skills["product-knowledge"] == 1
    assert "product-knowledge" not in run.answers.passed_over


@pytest.mark.parametrize("keys", ["0", "s", "", "f"], ids=["none", "skipped", "Enter", "finished"])
def test_nothing_is_ticked(keys: str, catalog: Catalog) -> None:
    """None of these rates all at 0; whoever skips, by Enter too, is asked one by one; f ends it."""
    run, asker = asked(catalog, ticking(keys))
    rated = run.answers.profile.skills

    if keys == "0":
        assert {rated[name] for name in hands_on(catalog.ladder)} == {0}
    elif keys == "f":
        assert len(asker.asked) == 3
        assert len(rated) == 2
    else:
        assert asker.asked[3].title.startswith("Product knowledge (question 4")
    assert len(lists(asker)) == 1


def test_going_back_to_the_list(catalog: Catalog) -> None:
    """From the question after it, with what was ticked; back from it leads to the question before."""
    run, asker = interview(catalog, typing("2", "2", "1 4", BACK, BACK, "3", "4", "f"), OUTSIDE)
    run.quick()
    first, second, third = lists(asker)

    assert (first.default, second.default, third.default) == ("s", "1 4", "1 4")
    assert run.answers.profile.skills["documentation"] == 1
    assert run.answers.profile.skills["product-knowledge"] == 0
    assert run.answers.profile.skills["active-listening"] == 3


def test_going_back_from_the_review_to_the_list(catalog: Catalog) -> None:
    """Also where the list was the last question, and an answer was changed meanwhile."""
    run, asker = interview(catalog, typing("2", "2", "1 4", "f", "4", "f"), OUTSIDE)
    run.quick()
    run.back_to_skills()

    assert run.answers.profile.skills["documentation"] == 1
    assert run.answers.count == len(run.answers.profile.skills)
    assert len(lists(asker)) == 1


@pytest.mark.parametrize(
    "profile",
    [
        Profile(support_years=0.5, title="Support Agent", employed=True),
        Profile(support_years=3.0),
    ],
    ids=["works-in-support", "three-years"],
)
def test_who_knows_support_is_asked_one_by_one(profile: Profile, catalog: Catalog) -> None:
    """The list is for whom it spares questions about what they have not done."""
    _, asker = asked(catalog, ticking("0"), profile)

    assert not lists(asker)


def test_a_level_from_a_resume_is_ticked_to_begin_with(catalog: Catalog) -> None:
    """Enter takes it over."""
    run, asker = interview(catalog, typing("2", "2", ENTER, "f"), OUTSIDE)
    run.answers.rated["phone-support"] = 3
    run.quick()

    assert lists(asker)[0].default == "7"
    assert run.answers.profile.skills["phone-support"] == 1


def test_the_review_has_the_list_as_one_answer(catalog: Catalog) -> None:
    """Choosing it asks the list again, and the level of what is ticked now and was not."""
    run, asker = asked(catalog, ticking("0"))
    asker.reply = typing(f"{DONE}: 0 of 9", "7", "3", ENTER)
    review(run.answers)

    assert run.answers.profile.skills["phone-support"] == 3
    assert run.answers.count == len(run.answers.profile.skills)
    assert not any(option.key == "f" for option in lists(asker)[-1].options)
    last = asker.asked[-1].words
    assert f"{DONE}: 0 of 8" in last
    assert "Phone support: 3" in last


def test_the_whole_way_of_a_newcomer(catalog: Catalog) -> None:
    """Line by line: the list, the review, the result, and a profile that holds what was not done as 0."""
    facts = ("Ann", "Shop Assistant", "y", "0", "0", "3", "5", "1")
    done = advise(*facts, "2", "2", "1, 4", "2", "f", "s", "ann", "q")

    assert done.code == 0, done.err
    assert "4: I note what the customer wanted and what I did." in done.err
    assert "such as 1 2, or s, 0, f, b to go back, ? to explain. Enter takes s:" in words(done.err)
    assert kept("ann", catalog).skills["crm"] == 0
    assert kept("ann", catalog).skills["documentation"] >= 1


def test_breaking_off_after_the_list_keeps_it() -> None:
    """Ctrl-C at the next question: what was ticked and what was not are among the answers."""
    facts = ("Ann", "Shop Assistant", "y", "0", "0", "3", "5", "1")
    done = advise(*facts, "2", "2", "1 4")

    assert done.code == 130
    again = advise("y", "1", "f", "q", "n")
    assert again.code == 0, again.err
    assert "11 skills rated" in words(again.err)
