from __future__ import annotations

import io
import itertools
import os
import re
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from careercli.cli import program
from careercli.cli.context import Session
from careercli.domain.history import Assessed, Created
from careercli.domain.model import Catalog, Profile
from careercli.domain.placement import unrated
from careercli.errors import ExitCode
from careercli.formats.profiles import to_yaml
from careercli.store import Store, base_of
from careercli.store.drafts import Drafts
from tests.files import write_profile
from tests.interview.guided import (
    FACTS,
    FINISH,
    FULL,
    LEAVE,
    MARKED,
    QUICK,
    Keyboard,
    Meanwhile,
    advise,
    draft,
    kept,
    saved,
    store,
    words,
)
from tests.prompts.scripted import interview
from tests.running import DAY, Result, Stream, run

pytestmark = pytest.mark.usefixtures("home")


LEAD = ("3", "2", "3", "2", "2", "3", "2", "3")
"""Ratings of a team lead, as many as a first result takes; not nearly all the same."""


# -- a session -----------------------------------------------------------------------------------------


def test_a_session_from_the_first_question_to_the_file(catalog: Catalog) -> None:
    """Facts, skills, report, plan, a file, and out: the file holds what was said."""
    result = advise(*FACTS, QUICK, "3", "2", FINISH, "p", "s", "dana.yaml", "")

    assert result.code == ExitCode.DONE
    profile = saved(Path("dana.yaml"), catalog)
    facts = (profile.name, profile.title, profile.employed, profile.goal, profile.hours_per_week)
    assert facts == ("Dana", "Support Team Lead", True, "manager", 9.0)
    assert (profile.support_years, profile.leading_years, profile.team) == (6.0, 2.0, 8)
    assert sorted(profile.skills.values()) == [2, 3]
    assert "Saved. Next time: careercli assess dana.yaml" in words(result.err)


@pytest.mark.parametrize("until", [(), (QUICK,)], ids=["the mode", "the first skill"])
def test_the_facts_can_be_gone_back_to(until: tuple[str, ...], catalog: Catalog) -> None:
    """From the question after them, and through it from the first skill: to the last fact, and so on."""
    back = ["b", *(["b"] if until else []), "<", "b", "<", "<"]
    result = advise(*FACTS, *until, *back, "7", "", "", "", "", QUICK, "3", FINISH, "s", "dana.yaml", "")

    assert result.code == ExitCode.DONE
    profile = saved(Path("dana.yaml"), catalog)
    assert (profile.name, profile.support_years, profile.leading_years) == ("Dana", 7.0, 2.0)
    assert list(profile.skills.values()) == [3]


def test_facts_mended_are_not_counted_twice() -> None:
    """Eight facts are eight answers, however often they are asked."""
    result = advise(*FACTS, "b", *[""] * 8)

    assert result.code == ExitCode.INTERRUPTED
    assert "Your 8 answers so far are kept" in words(result.err)


def test_the_facts_can_be_changed_from_the_menu(catalog: Catalog) -> None:
    """A slip in the years needs no new interview: the report comes again with the new ones."""
    typed = (*("1", *FACTS, QUICK, FINISH, ""), *("c", "support years", "9", ""), *("s", "dana.yaml", ""))
    result = advise(*typed, passing=False)

    assert result.code == ExitCode.DONE
    assert saved(Path("dana.yaml"), catalog).support_years == 9.0
    assert len(result.out.split("Dana, ")) == 3


def test_questions_and_results_go_separate_ways() -> None:
    """Whatever is asked goes to standard error, the report and the plan to standard output."""
    result = advise(*FACTS, QUICK, FINISH, "p", *LEAVE)

    assert "Enter takes" in result.err
    assert "What next?" in result.err
    assert "Enter takes" not in result.out
    assert "What next?" not in result.out
    assert "Dana, " in result.out
    assert "2026" in result.out
    assert "\x1b" not in result.out + result.err


def test_the_session_shows_what_the_commands_show() -> None:
    """The report and the plan are those of assess and plan for the file that was saved."""
    result = advise(*FACTS, QUICK, *LEAD, FINISH, "p", "s", "dana.yaml", "")

    for command in ("assess", "plan"):
        shown = run(command, "dana.yaml", "--as-of", DAY, "--accessible").out
        lines = re.split(r"\nNext( command)?: ", shown)[0].splitlines()
        assert len(lines) > 20
        missing = [line for line in lines if words(line) not in words(result.out)]
        assert all("--full" in line or "careercli" in line for line in missing)  # here the menu does that


def test_all_gaps() -> None:
    """The menu shows every gap, to the next tier and to the goal, where the report shows the first ones."""
    result = advise(*FACTS, QUICK, *LEAD, FINISH, "g", *LEAVE)
    report, everything = result.out.split("Dana, ")[1:]

    assert len(everything.splitlines()) > len(report.splitlines()) + 20
    assert " skills shown; g for all." in report
    assert " more: " not in everything


def test_the_first_choice_of_the_menu_is_the_plan_and_the_last_enter_leaves() -> None:
    """Enter shows the plan first, then saves, and leaves once nothing would be lost."""
    result = advise(*FACTS, QUICK, *LEAD, FINISH, "", "", "", "")

    assert result.code == ExitCode.DONE
    assert "not saved" not in result.err
    assert store().names() == ["dana"]


def test_pressing_only_enter(catalog: Catalog) -> None:
    """Somebody who accepts everything sees where a newcomer stands, and can leave."""
    result = advise(*[""] * 6, *[""] * len(catalog.skills), *LEAVE, arguments=["--full"])

    assert result.code == ExitCode.DONE
    assert "Too little is rated to place you yet" in words(result.out)


def test_full_asks_everything_without_asking_how(catalog: Catalog) -> None:
    """With --full nobody is asked how much time there is."""
    everything = len(catalog.skills)
    levels = [str(number % 3 + 1) for number in range(everything)]
    result = advise(*FACTS, *levels, *LEAVE, arguments=["--full"])

    assert "How much time" not in result.err
    assert f"question {everything} of {everything}" in words(result.err)
    assert "questions saved" not in result.err


@pytest.mark.parametrize(
    "typed", [(QUICK, "3", FINISH), ("2", *["2", "3"] * 26, FINISH)], ids=["uncertain", "full"]
)
def test_finishing_early_is_not_called_certain(typed: tuple[str, ...]) -> None:
    """Only a quick session that has come to its end has saved questions."""
    result = advise(*FACTS, *typed, *LEAVE)

    assert result.code == ExitCode.DONE
    assert "certain:" not in result.err


@pytest.mark.parametrize("arguments", [["--quick"], ["--full"]])
def test_finishing_early_says_what_was_left_out(arguments: list[str], catalog: Catalog) -> None:
    """How many questions are open, and between which tiers their answers could put somebody."""
    result = advise(*FACTS, *LEAD, FINISH, *LEAVE, arguments=arguments)
    left = len(catalog.skills) - len(LEAD)

    assert f"{left} questions left out. They could still mean anything from " in words(result.err)


@pytest.mark.parametrize("keys", ["43", "4343s"], ids=["rated", "some-skipped"])
def test_quick_says_what_it_saved(keys: str, catalog: Catalog) -> None:
    """Once the tier is settled, the questions that were not asked are counted; a skipped one was asked."""
    answers = itertools.cycle(keys)
    newcomer, asker = interview(catalog, lambda _: next(answers), Profile(support_years=6.0))
    newcomer.quick()
    asked = len(asker.asked)
    levels = itertools.islice(itertools.cycle(keys), asked)
    result = advise("Sam", "", "6", "0", "", "", "", *levels, *LEAVE, arguments=["--quick"])

    assert f". {len(catalog.skills) - asked} questions saved." in words(result.err)
    assert ("skipped" in result.err) is ("s" in keys)


@pytest.mark.parametrize(
    ("levels", "warned"),
    [
        ("22223", True),
        ("2222", False),
        ("22233", False),
        ("2222222233", True),
        ("2222222333", False),
        ("22222", True),
    ],
)
def test_flat_ratings_are_asked_about(levels: str, warned: bool) -> None:
    """Eight in ten of five ratings or more: whether somebody looked closely is asked, not assumed."""
    enter = [""] if warned else []
    result = advise(*FACTS, QUICK, *levels, FINISH, *enter, *LEAVE)

    assert ("Nearly all your answers are the same level." in result.err) is warned


def test_flat_ratings_can_be_looked_at_again(catalog: Catalog) -> None:
    """The same skills are asked once more, with the ratings as they are."""
    result = advise(*FACTS, QUICK, *"22222", FINISH, "a", "", "", "4", "", "1", "s", "dana.yaml", "q")

    assert "question 5 of 5" in words(result.err)
    assert sorted(saved(Path("dana.yaml"), catalog).skills.values()) == [1, 2, 2, 2, 4]


def test_going_back_from_flat_ratings(catalog: Catalog) -> None:
    """From the first of them to the offer to ask them again, and from there to the last question before."""
    typed = (*FACTS, QUICK, *"22222", FINISH, "a", "b", "b", "3", FINISH, "k", "s", "dana.yaml", "q")
    result = advise(*typed)

    assert result.err.count("Nearly all your answers are the same level.") == 3
    assert sorted(saved(Path("dana.yaml"), catalog).skills.values()) == [2, 2, 2, 2, 2, 3]


def test_rating_more(catalog: Catalog) -> None:
    """What the plan says is asked, first what the next tier misses most, and the report comes again."""
    result = advise(*FACTS, QUICK, *LEAD, FINISH, "m", "r", "2", "1", FINISH, "s", "dana.yaml", "q")

    left = len(catalog.ladder.skills) - len(LEAD)
    (asked,) = set(
        re.findall(r"Rate these (\d+) skills, about \d+ minutes", words(result.out.split("Dana, ")[1]))
    )
    assert f"Rate more skills: {asked} for your plan, {left} open in all" in words(result.err)
    assert f"question 1 of {asked}" in words(result.err)
    assert len(saved(Path("dana.yaml"), catalog).skills) == len(LEAD) + 2
    assert result.out.count("Dana, ") == 2


def test_too_little_to_go_by(catalog: Catalog) -> None:
    """Without enough answers for a tier, Enter goes on with the quick interview, and the report follows."""
    result = advise(*FACTS, QUICK, "3", FINISH, "", *LEAD[1:], FINISH, "s", "dana.yaml", "q")

    assert "r: Answer the quick interview, for a first result" in result.err
    assert "q. Enter takes r:" in words(result.err)
    assert list(saved(Path("dana.yaml"), catalog).skills.values()) == [int(level) for level in LEAD]
    assert "too little is rated" in result.out.split("Dana, ")[1]
    assert "too little is rated" not in result.out.split("Dana, ")[2]


def test_rating_more_begins_with_what_is_missed_most(catalog: Catalog) -> None:
    """The first question is about the gap that comes first, not about the first skill of the ladder."""
    order = unrated(catalog.ladder, Profile(support_years=6.0))
    rated = Profile(support_years=6.0, skills=dict.fromkeys(order[:9], 3))
    Path("rated.yaml").write_text(to_yaml(rated))
    first = run("assess", "rated.yaml", "--json").document["gaps"][0]["skill"]
    result = advise(QUICK, "r", arguments=["--profile", "rated.yaml"])

    assert first != order[9]
    assert f"\n{catalog.skill_titles[first]} (" in result.err.split("What next?")[1]


def test_nothing_to_rate_nothing_offered(tmp_path: Path, catalog: Catalog) -> None:
    """A profile that rates everything goes straight to its report, and the menu has no entry for more."""
    whole = Profile(support_years=3.0, skills={skill.id: 2 for skill in catalog.skills})
    (tmp_path / "whole.yaml").write_text(to_yaml(whole))
    result = advise("q", arguments=["--profile", str(tmp_path / "whole.yaml")])

    assert result.code == ExitCode.DONE
    assert "How much time" not in result.err
    assert "Rate more" not in result.err


# -- going on from a profile ---------------------------------------------------------------------------


def test_a_profile_is_not_asked_for_its_facts(people: Path) -> None:
    """With --profile only skills are asked, and leaving unchanged needs no saving."""
    result = advise(QUICK, FINISH, "q", arguments=["--profile", str(people / "dana.yaml")])

    assert result.code == ExitCode.DONE
    assert "What is your name?" not in result.err
    assert "not saved" not in result.err


def test_a_profile_is_saved_back_to_its_file(catalog: Catalog) -> None:
    """Its own file is the one offered, and replacing it needs no question."""
    write_profile(Path("mine.yaml"), "name: Dana\n")
    result = advise(QUICK, "3", FINISH, "s", "", "q", arguments=["--profile", "mine.yaml"])

    assert result.code == ExitCode.DONE
    assert "Replace it?" not in result.err
    assert list(saved(Path("mine.yaml"), catalog).skills.values()) == [3]


@pytest.mark.parametrize(
    ("name", "code"),
    [("nobody.yaml", ExitCode.NOT_FOUND), ("./nobody", ExitCode.NOT_FOUND), ("~", ExitCode.USAGE)],
)
def test_a_profile_that_cannot_be(name: str, code: ExitCode) -> None:
    """A file that is not there, or a name that can be none: nothing is asked."""
    result = advise(arguments=["--profile", name])

    assert (result.code, "?" in result.err) == (code, False)


# -- saving --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["", "n"])
def test_no_file_is_replaced_unasked(answer: str) -> None:
    """Whoever does not say yes keeps the file that is there, and is back at the menu."""
    Path("dana.yaml").write_text("mine")
    result = advise(*FACTS, QUICK, FINISH, "s", "dana.yaml", answer, *LEAVE)

    assert result.code == ExitCode.DONE
    assert "dana.yaml is there already. Replace it?" in result.err
    assert Path("dana.yaml").read_text() == "mine"


def test_a_file_is_replaced_on_demand(catalog: Catalog) -> None:
    """Yes replaces it."""
    Path("dana.yaml").write_text("mine")
    advise(*FACTS, QUICK, FINISH, "s", "dana.yaml", "y", "q")

    assert saved(Path("dana.yaml"), catalog).name == "Dana"


@pytest.mark.parametrize(
    "name",
    [
        "file.txt/dana.yaml",
        "folder.yaml",
        "~nobody-of-this-name/dana.yaml",
        "x" * 300 + ".yaml",
        "a/" * 3000 + "dana.yaml",
    ],
)
def test_a_place_that_cannot_be_saved_to_ends_nothing(name: str) -> None:
    """It is said what is wrong, the session goes on, and the answers can be saved elsewhere."""
    Path("file.txt").touch()
    Path("folder.yaml").mkdir()
    replaced = ["y"] if name == "folder.yaml" else []
    result = advise(*FACTS, QUICK, FINISH, "s", name, *replaced, "s", "good.yaml", "q")

    assert result.code == ExitCode.DONE
    assert re.search(r"careercli: \S+ (cannot be used|could not be saved): ", words(result.err))
    assert Path("good.yaml").exists()


@pytest.mark.parametrize("name", ["./mine", "mine.yaml", "new/mine", "new/mine.yml"])
def test_the_ending_of_a_file_may_be_left_out(name: str, catalog: Catalog) -> None:
    """A name without one gets .yaml; one that has it keeps it; folders on the way are made."""
    advise(*FACTS, QUICK, FINISH, "s", name, "q")
    (path,) = (found for pattern in ("**/*.yaml", "**/*.yml") for found in Path().glob(pattern))

    assert path == Path(name if name.endswith("ml") else f"{name}.yaml")
    assert saved(path, catalog).name == "Dana"


@pytest.mark.parametrize(
    "name", ["dana.json", "dana.", ".", "..", "~", "folder/", "/", "d\x1b[31m.yaml", "\x07.yaml", "\x00"]
)
def test_a_name_that_is_none_for_a_profile_is_asked_again(name: str) -> None:
    """A profile is a YAML file, and its name is text; nothing of another name reaches the terminal."""
    result = advise(*FACTS, QUICK, FINISH, "s", name, "dana.yaml", "q")

    assert result.code == ExitCode.DONE
    assert result.err.count("Enter takes dana") == 2
    assert "\x1b" not in result.err
    assert "\x07" not in result.err


def test_going_back_from_saving() -> None:
    """Whoever thinks better of saving is back at the menu."""
    result = advise(*FACTS, QUICK, FINISH, "s", "<", *LEAVE)

    assert result.code == ExitCode.DONE
    assert not list(Path().glob("*.yaml"))


def test_the_command_for_next_time_can_be_copied() -> None:
    """A name with a space is quoted."""
    result = advise(*FACTS, QUICK, FINISH, "s", "Dana Reyes.yaml", "q")

    assert "careercli assess 'Dana Reyes.yaml'" in words(result.err)


# -- leaving -------------------------------------------------------------------------------------------


def test_leaving_asks_about_answers_that_are_not_saved() -> None:
    """Yes saves first, the menu is a way back, and no leaves without."""
    result = advise(*FACTS, QUICK, FINISH, "q", "m", "q", "y", "one.yaml")
    assert result.code == ExitCode.DONE
    assert Path("one.yaml").exists()
    assert result.err.count("Your answers are not saved. Save them first?") == 2

    result = advise(*FACTS, QUICK, FINISH, "q", "n")
    assert result.code == ExitCode.DONE
    assert list(Path().glob("*.yaml")) == [Path("one.yaml")]


def test_answers_after_saving_are_asked_about_again() -> None:
    """What came after the file was saved is not in it."""
    result = advise(*FACTS, QUICK, FINISH, "s", "dana.yaml", "r", "2", FINISH, *LEAVE)

    assert "Your answers are not saved" in result.err


def test_saving_that_fails_does_not_leave() -> None:
    """Yes to saving, and then no file: back to the menu, with the answers."""
    Path("dana.yaml").write_text("mine")
    result = advise(*FACTS, QUICK, FINISH, "q", "y", "dana.yaml", "n", *LEAVE)

    assert result.err.count("What next?") == 2


# -- saved profiles ------------------------------------------------------------------------------------


def test_enter_saves_a_profile(catalog: Catalog) -> None:
    """A newcomer's answers become a profile of their name by Enter, with the assessment on record."""
    result = advise(*FACTS, QUICK, "3", FINISH, "s", "", "q")

    assert result.code == ExitCode.DONE
    assert "Saved as dana. Next time: careercli What next?" in words(result.err)
    assert kept("dana", catalog).name == "Dana"
    created, assessed = (entry.record for entry in store().history("dana").entries)
    assert isinstance(created, Created)
    assert isinstance(assessed, Assessed)
    assert assessed.facts == kept("dana", catalog)
    assert run("assess").code == ExitCode.DONE
    assert len(store().history("dana").entries) == 2


def test_a_name_of_ones_own() -> None:
    """What is no file is a name; the command for next time says it where it is not the only one."""
    for other in ("ana", "maya"):
        store().create(other, Profile(support_years=3.0))
    result = advise(*FACTS, QUICK, FINISH, "s", "Dana Reyes", "q")

    assert "Saved as Dana Reyes. Next time: careercli assess 'Dana Reyes'" in words(result.err)
    assert store().names() == ["Dana Reyes", "ana", "maya"]
    assert not list(Path().iterdir())


@pytest.mark.parametrize(("answer", "years"), [("", 3.0), ("n", 3.0), ("y", 6.0)])
def test_no_profile_is_replaced_unasked(answer: str, years: float, catalog: Catalog) -> None:
    """A name that is taken is not the one offered; who types it is asked, and no is what Enter says."""
    store().create("default", Profile(support_years=3.0))
    leave = ["q"] if answer == "y" else LEAVE
    result = advise("n", *FACTS, QUICK, FINISH, "s", "default", answer, *leave)

    assert "Enter takes dana" in result.err
    assert "There is a profile default already. Replace it?" in words(result.err)
    assert kept("default", catalog).support_years == years


def test_a_name_for_those_who_have_one_already() -> None:
    """Where one's own is taken, the one offered has a number."""
    store().create("default", Profile(support_years=3.0))
    store().create("dana", Profile(support_years=3.0))
    advise("n", *FACTS, QUICK, FINISH, "s", "", "q")

    assert store().names() == ["dana", "dana-2", "default"]


def test_a_profile_is_taken_up_where_it_was_left(catalog: Catalog) -> None:
    """Whoever comes back goes on from the one that is saved by Enter, and saves back to it by Enter."""
    advise(*FACTS, QUICK, "3", FINISH, "s", "", "q")
    result = advise("", QUICK, "2", FINISH, "s", "", "q")

    assert "You have a saved profile, dana. Go on from it?" in words(result.err)
    assert "Dana, Support Team Lead, 6 years in support" in words(result.err)
    assert "Replace it?" not in result.err
    assert sorted(kept("dana", catalog).skills.values()) == [2, 3]
    assert len(store().history("dana").assessments) == 2


def test_starting_anew_beside_a_profile() -> None:
    """Who is somebody else is asked from the first question."""
    advise(*FACTS, QUICK, "3", FINISH, "s", "", "q")

    assert "What is your name?" in advise("n").err


def test_a_saved_profile_by_its_name(catalog: Catalog) -> None:
    """With --profile NAME what is open is asked, and Enter saves it back; comments in the file stay."""
    store().create("dana", Profile(support_years=3.0, name="Dana"))
    path = store().path("dana")
    path.write_text(f"# mine\n{path.read_text()}")
    result = advise(QUICK, "3", FINISH, "s", "", "q", arguments=["--profile", "dana"])

    assert result.code == ExitCode.DONE
    assert "What is your name?" not in result.err
    assert list(kept("dana", catalog).skills.values()) == [3]
    assert path.read_text().startswith("# mine\n")


def test_what_somebody_else_saved_meanwhile_stays(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both changes are in the file: the hours that were changed elsewhere, and the skill rated here."""
    store().create("dana", Profile(support_years=3.0))
    change = Store.change

    def late(self: Store, name: str, *arguments: Any) -> Any:
        monkeypatch.setattr(Store, "change", change)  # once: what is remembered afterward changes it too
        path = self.path(name)
        path.write_text(path.read_text().replace("hours_per_week: 4", "hours_per_week: 9"))
        return change(self, name, *arguments)

    monkeypatch.setattr(Store, "change", late)
    advise(QUICK, "3", FINISH, "s", "", "q", arguments=["--profile", "dana"])

    both = kept("dana", catalog)
    assert (both.hours_per_week, list(both.skills.values())) == (9.0, [3])


def test_a_name_that_is_not_saved_yet_begins_a_profile(catalog: Catalog) -> None:
    """It is said, since it may be a slip; then everything is asked, and Enter saves it."""
    store().create("dana", Profile(support_years=3.0))
    result = advise(*FACTS, QUICK, FINISH, "s", "", "q", arguments=["--profile", "dna"])

    assert "No profile dna is saved yet: this begins it. Saved so far: dana." in words(result.err)
    assert kept("dna", catalog).title == "Support Team Lead"


def test_answers_can_go_to_a_file_all_the_same(catalog: Catalog) -> None:
    """A session on a saved profile can be saved to a file, and the profile stays as it was."""
    store().create("dana", Profile(support_years=3.0))
    advise(QUICK, "3", FINISH, "s", "copy.yaml", "q", arguments=["--profile", "dana"])

    assert list(saved(Path("copy.yaml"), catalog).skills.values()) == [3]
    assert kept("dana", catalog).skills == {}


@pytest.mark.parametrize("begun", [True, False])
def test_each_profile_has_a_draft_of_its_own(begun: bool, catalog: Catalog) -> None:
    """Broken off, a session on a name is offered again with that name, and said at a start without one."""
    if not begun:
        store().create("maya", Profile(support_years=3.0, name="Maya"))
        store().create("ana", Profile(support_years=3.0))
    facts = FACTS if begun else ()
    maya = ["--profile", "maya"]
    result = advise(*facts, QUICK, "3", arguments=maya)

    draft_of_maya = store().drafts.place("maya")
    assert f"kept in {draft_of_maya}. Go on with: careercli advise --profile maya" in words(result.err)
    assert "An interview about maya was broken off. Go on with: careercli advise --profile maya" in words(
        advise().err
    )
    result = advise("y", QUICK, "2", FINISH, "s", "", "q", arguments=maya)
    assert result.code == ExitCode.DONE
    assert sorted(kept("maya", catalog).skills.values()) == [2, 3]
    assert store().drafts.names() == []


def test_declining_the_draft_of_a_profile_goes_on_from_the_profile() -> None:
    """What is saved is still there, and what was broken off is forgotten."""
    store().create("maya", Profile(support_years=3.0, name="Maya"))
    advise(QUICK, "3", arguments=["--profile", "maya"])
    result = advise("n", arguments=["--profile", "maya"])

    assert "No, forget them and go on from what is saved." in words(result.err)
    assert "Maya, 3 years in support; no skills rated yet." in words(result.err)
    assert store().drafts.names() == []


def raise_meanwhile(name: str, catalog: Catalog, skill: str = "coaching", level: int = 2) -> None:
    """Change a saved profile as ``plan done`` does: a level and its evidence."""

    def edit(now: Profile, _history: object) -> tuple[Profile, tuple[()], None]:
        rated = msgspec.structs.replace(
            now, skills=now.skills | {skill: level}, evidence=now.evidence | {skill: "Notes of six sessions"}
        )
        return rated, (), None

    store().change(name, catalog, edit)


def test_going_on_keeps_what_the_profile_gained_since(catalog: Catalog) -> None:
    """An interview gone on with lays only what it changed over the profile as it is today, each time."""
    store().create("maya", Profile(support_years=3.0, name="Maya"))
    maya = ["--profile", "maya"]
    advise(QUICK, "3", arguments=maya)
    raise_meanwhile("maya", catalog)
    result = advise("", QUICK, "1", arguments=maya)
    assert "The profile was changed since" not in words(result.err)
    assert "2 skills rated" in words(result.err)
    raise_meanwhile("maya", catalog, level=4)
    result = advise("", QUICK, FINISH, "s", "", "q", arguments=maya)

    assert result.code == ExitCode.DONE
    maya_now = kept("maya", catalog)
    assert maya_now.skills["coaching"] == 4
    assert maya_now.evidence == {"coaching": "Notes of six sessions"}
    assert sorted(maya_now.skills.values()) == [1, 3, 4]
    assert list(store().drafts.folder.glob("interview-draft*")) == []


@pytest.mark.parametrize("answer", ["y", "n"])
@pytest.mark.parametrize("name", ["maya", None], ids=["of a profile", "of none"])
def test_two_interviews_at_once(name: str | None, answer: str, catalog: Catalog) -> None:
    """Whatever the second does with the answers of the first, each keeps its own, and says where."""
    if name:
        store().create(name, Profile(support_years=3.0, name="Maya"))
    about, facts = (["--profile", name], ()) if name else ([], FACTS)
    usual = store().drafts.place(name)
    others: list[Result] = []

    def second() -> None:
        start = facts if answer == "n" else ()
        others.append(advise(answer, *start, QUICK, "1", arguments=about))

    typed = [*facts, QUICK, "3", "2"]
    first = advise(arguments=about, keyboard=Meanwhile(typed, len(typed) - 1, second))

    beside = store().drafts.folder / "interview-draft.2.yaml"
    assert f" in {usual}." in words(others[0].err)
    assert f"{usual} is that of another interview; your answers are in {beside}." in words(first.err)
    assert f"Go on with: careercli advise --profile {beside}" in words(first.err)
    assert list(saved(beside, catalog).skills.values()) == [3, 2]
    assert list(saved(usual, catalog).skills.values()) == ([3, 1] if answer == "y" else [1])


def test_saving_forgets_no_answers_of_another_interview(catalog: Catalog) -> None:
    """The first saves; the draft that the second has taken over stays, and can be gone on with."""
    store().create("maya", Profile(support_years=3.0, name="Maya"))
    maya = ["--profile", "maya"]
    typed = [QUICK, "3", "2", FINISH, "s", "", "q"]
    result = advise(
        arguments=maya, keyboard=Meanwhile(typed, 2, lambda: advise("y", QUICK, "1", arguments=maya))
    )

    assert result.code == ExitCode.DONE
    assert list(kept("maya", catalog).skills.values()) == [3, 2]
    assert [path.name for path in store().drafts.folder.glob("*.yaml")] == ["interview-draft-maya.yaml"]
    assert advise("y", QUICK, FINISH, "s", "", "q", arguments=maya).code == ExitCode.DONE
    assert list(kept("maya", catalog).skills.values()) == [3, 1]


@pytest.mark.parametrize("base", [None, "{{{"])
def test_a_draft_that_does_not_say_what_it_began_with(base: str | None, catalog: Catalog) -> None:
    """Where it would undo what the profile gained since, Enter goes on from the profile; nothing is lost."""
    store().create("maya", Profile(support_years=3.0, name="Maya"))
    maya = ["--profile", "maya"]
    advise(QUICK, "3", arguments=maya)
    base_of(store().drafts.place("maya")).unlink()
    if base:
        base_of(store().drafts.place("maya")).write_text(base)
    assert "was changed since" not in words(advise(arguments=maya).err)
    raise_meanwhile("maya", catalog)
    later = store().drafts.place("maya").stat().st_mtime + 1
    os.utime(store().path("maya"), (later, later))
    result = advise("", QUICK, FINISH, "q", arguments=maya)

    assert result.code == ExitCode.DONE
    assert "The profile was changed since; these answers would count" in words(result.err)
    aside = store().drafts.folder / "interview-draft-maya.broken-1.yaml"
    assert f"They are now in {aside}." in words(result.err)
    assert list(saved(aside, catalog).skills.values()) == [3]
    assert kept("maya", catalog).skills == {"coaching": 2}


def test_a_copy_in_a_file_does_not_hide_answers_from_the_profile(catalog: Catalog) -> None:
    """Answers that were saved to a file first are saved to the profile all the same."""
    store().create("dana", Profile(support_years=3.0))
    advise(QUICK, "3", FINISH, "s", "copy.yaml", "s", "dana", "q", arguments=["--profile", "dana"])

    assert list(kept("dana", catalog).skills.values()) == [3]


class Killed(Keyboard):
    """A keyboard at which the answers that are on the disk are looked at before each line is typed."""

    def __init__(self, lines: Sequence[str], name: str | None, catalog: Catalog) -> None:
        super().__init__(lines, KeyboardInterrupt)
        self.about = name
        self.catalog = catalog
        self.seen: list[Profile | None] = []
        self.written: list[int] = []

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        """Look, and return the next line typed."""
        path = store().drafts.place(self.about)
        self.seen.append(saved(path, self.catalog) if path.exists() else None)
        self.written.append(path.stat().st_ino if path.exists() else 0)
        return super().readline(size)


def killed(*typed: str, name: str | None, catalog: Catalog) -> Killed:
    """Run a session, looking at each question at what would be left if it were killed there."""
    keyboard = Killed(typed, name, catalog)
    out, err = Stream(terminal=True), Stream(terminal=True)
    keyboard.screen = err
    session = Session(keyboard, out, err, {**os.environ, "CAREERCLI_ACCESSIBLE": "1"})
    program.run(["advise", "--as-of", DAY, *(["--profile", name] if name else [])], session)
    return keyboard


def test_a_session_that_is_killed(catalog: Catalog) -> None:
    """At each question all answers before it are on the disk; written only when there is another one."""
    keyboard = killed(*FACTS, QUICK, "3", "b", "2", FINISH, "p", *LEAVE, name=None, catalog=catalog)
    seen = keyboard.seen

    assert seen[1] is None  # after the first screen
    assert seen[2] is not None
    assert seen[2].name == "Dana"
    assert [list(person.skills.values()) for person in seen[10:15] if person] == [[], [3], [], [2], [2]]
    assert keyboard.written[13] == keyboard.written[14] == keyboard.written[15]
    assert not draft().exists()


def test_a_session_on_a_profile_that_is_killed(catalog: Catalog) -> None:
    """Its draft knows what it began with; an answer taken back leaves none, and so does saving."""
    store().create("maya", Profile(support_years=3.0, name="Maya"))
    seen = killed(QUICK, "3", "b", "2", FINISH, "s", "", "q", name="maya", catalog=catalog).seen

    skills = [list(person.skills.values()) if person else None for person in seen]
    assert skills == [None, None, [3], None, [2], [2], [2], [2], None]
    assert list(store().drafts.folder.glob("interview-draft*")) == []


def test_that_answers_cannot_be_kept_is_said_once(catalog: Catalog) -> None:
    """The session goes on without, and can still be saved to a place that works."""
    draft().parent.parent.mkdir(parents=True)
    draft().parent.write_text("a file where the folder should be")
    result = advise(*FACTS, QUICK, "3", FINISH, "s", "dana.yaml", "q")

    assert result.code == ExitCode.DONE
    assert result.err.count("cannot be kept as you go") == 1
    assert list(saved(Path("dana.yaml"), catalog).skills.values()) == [3]


def test_a_report_on_what_is_saved_is_remembered(catalog: Catalog) -> None:
    """The report of what is saved is an assessment like any other; answers are not, until saved."""
    store().create("dana", Profile(support_years=3.0))
    advise(QUICK, FINISH, "q", arguments=["--profile", "dana"])
    assert len(store().history("dana").assessments) == 1
    advise(QUICK, "3", FINISH, *LEAVE, arguments=["--profile", "dana"])
    assert len(store().history("dana").assessments) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_system_that_ends_the_session(number: signal.Signals, catalog: Catalog) -> None:
    """Shut down, or with its terminal closed, it keeps the answers as Ctrl-C does; handlers are as before."""
    before = signal.getsignal(number)

    class Ending(Keyboard):
        def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]
            if not self.lines:
                os.kill(os.getpid(), number)
            return super().readline()

    keyboard = Ending(("1", *FACTS, QUICK, "3"), EOFError)
    out, err = Stream(terminal=True), Stream(terminal=True)
    code = program.run(["advise"], Session(keyboard, out, err, {**os.environ, "CAREERCLI_ACCESSIBLE": "1"}))

    assert code == ExitCode.INTERRUPTED
    assert len(saved(draft(), catalog).skills) == 1
    assert signal.getsignal(number) == before


# -- breaking off --------------------------------------------------------------------------------------

SCRIPT = (*FACTS, FULL, "3", "2", *MARKED, "1", "2", "0")
"""What somebody types until they are done with some skills."""


@pytest.mark.parametrize("end", [KeyboardInterrupt, EOFError])
@pytest.mark.parametrize("typed", range(1, len(SCRIPT) + 1))
def test_breaking_off_keeps_the_answers(typed: int, end: type[BaseException], catalog: Catalog) -> None:
    """At every question: exit 130, the answers so far in a draft, how many they are and how to go on."""
    result = advise(*SCRIPT[:typed], end=end)

    assert result.code == ExitCode.INTERRUPTED
    kept = saved(draft(), catalog)
    answers = min(typed, len(FACTS)) + len(kept.skills) + len(kept.not_applicable)
    assert answers in {typed, typed - 1, typed - 2}
    assert kept.name == "Dana"
    noun = "answer so far is" if answers == 1 else "answers so far are"
    assert f"careercli: Stopped. Your {answers} {noun} kept in {draft()}." in words(result.err)
    assert "Go on with: careercli advise" in result.err
    assert result.out == ""


@pytest.mark.parametrize("typed", range(1, len(SCRIPT) + 1))
def test_going_on_asks_only_what_is_missing(typed: int, catalog: Catalog) -> None:
    """Broken off anywhere and gone on with, a session ends with the same file as one that was not."""
    again = [FULL] if typed > len(FACTS) else []
    again += SCRIPT[typed - 1 : typed] if SCRIPT[typed - 1] == "n" else []  # a mark counts with its reason
    advise(*SCRIPT, FINISH, "s", "whole.yaml", "q")
    advise(*SCRIPT[:typed])
    result = advise("y", *again, *SCRIPT[typed:], FINISH, "s", "parts.yaml", "q")

    assert result.code == ExitCode.DONE
    assert saved(Path("parts.yaml"), catalog) == saved(Path("whole.yaml"), catalog)


def test_going_on_with_skills_asks_for_no_facts() -> None:
    """Where skills are rated the facts are done, also those that were left at their default."""
    advise(*FACTS[:-1], "", QUICK, "3")
    result = advise("y")

    assert "How much time do you have?" in result.err
    assert "hours a week" not in result.err


def test_breaking_off_after_saving() -> None:
    """What is in a file needs no draft."""
    result = advise(*FACTS, QUICK, "3", FINISH, "s", "dana.yaml")

    assert result.code == ExitCode.INTERRUPTED
    assert "There is nothing new to keep." in result.err
    assert not draft().exists()


def test_the_menu_can_be_broken_off_too(catalog: Catalog) -> None:
    """Ctrl-C at the menu keeps the answers; finishing early was none of them."""
    result = advise(*FACTS, QUICK, "3", FINISH)

    assert result.code == ExitCode.INTERRUPTED
    assert "Your 9 answers so far are kept" in words(result.err)
    assert len(saved(draft(), catalog).skills) == 1


@pytest.mark.parametrize("typed", [[], [""], ["", "", ""]])
def test_breaking_off_with_nothing_said(typed: list[str]) -> None:
    """Where no answer says anything, there is nothing to keep."""
    result = advise(*typed)

    assert result.code == ExitCode.INTERRUPTED
    assert "Stopped. There is nothing new to keep." in result.err
    assert not draft().exists()


def test_a_draft_is_offered_with_what_it_holds() -> None:
    """The next start says whose answers they are; breaking off there keeps them."""
    advise(*FACTS, QUICK, "3")
    before = draft().read_bytes()
    result = advise()

    assert "You broke off last time. Go on with those answers?" in result.err
    assert (
        "Dana, Support Team Lead, 6 years in support, 2 years leading, a team of 8; 1 skill rated."
        in words(result.err)
    )
    assert result.code == ExitCode.INTERRUPTED
    assert draft().read_bytes() == before


def test_breaking_off_twice(catalog: Catalog) -> None:
    """What was said the second time is kept with what was said the first time."""
    advise(*FACTS, QUICK, "3")
    result = advise("y", QUICK, "2")

    assert "Your 1 new answer so far is kept with the earlier ones in" in words(result.err)
    assert sorted(saved(draft(), catalog).skills.values()) == [2, 3]

    result = advise("y", QUICK)
    assert "nothing new to keep" in result.err
    assert sorted(saved(draft(), catalog).skills.values()) == [2, 3]


def test_declining_a_draft_forgets_it() -> None:
    """Whoever starts anew is not offered it again."""
    advise(*FACTS, QUICK, "3")
    result = advise("n")

    assert "What is your name?" in result.err
    assert not draft().exists()


@pytest.mark.parametrize("content", ["{{{", "schema: careercli/profile@1\n", "\x00", ""])
def test_a_broken_draft_is_set_aside(content: str) -> None:
    """It is not lost, it is said where it is and what is wrong with it, and the session starts anew."""
    draft().parent.mkdir(parents=True)
    draft().write_text(content)
    result = advise()
    aside = draft().with_suffix(".broken-1.yaml")

    assert aside.read_text() == content
    assert "careercli: " in result.err
    assert f"cannot be used; they are now in {aside}." in words(result.err)
    assert "What is your name?" in result.err
    assert not draft().exists()


def test_a_draft_that_cannot_be_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it cannot even be set aside, no place is made up."""
    draft().parent.mkdir(parents=True)
    draft().write_text("{{{")
    monkeypatch.setattr(Drafts, "set_aside", lambda *_: None)
    result = advise()

    assert "The answers kept from last time cannot be used." in words(result.err)


@pytest.mark.parametrize("ending", [("s", "dana.yaml", "q"), LEAVE])
def test_a_draft_is_forgotten_when_it_is_done_with(ending: tuple[str, ...]) -> None:
    """Saved to a file or left without saving, the answers are not offered again."""
    advise(*FACTS, QUICK, "3")
    assert draft().exists()
    advise("y", QUICK, FINISH, *ending)

    assert not draft().exists()


def test_answers_that_cannot_be_kept() -> None:
    """If the draft cannot be written, that is what is said, with the same exit code."""
    draft().parent.parent.mkdir(parents=True)
    draft().parent.write_text("a file where the folder should be")
    result = advise(*FACTS)

    assert result.code == ExitCode.INTERRUPTED
    assert "Stopped. Your answers could not be kept:" in words(result.err)


def test_a_session_on_a_profile_leaves_the_draft_of_another_alone(catalog: Catalog) -> None:
    """Broken off, saved or left, it neither overwrites nor forgets what somebody else said."""
    advise(*FACTS, QUICK, "3")
    before = draft().read_bytes()
    write_profile(Path("client.yaml"), "name: Priya\n")
    client = ["--profile", "client.yaml"]

    result = advise(QUICK, "2", arguments=client)
    second = draft().with_name("interview-draft.2.yaml")
    assert f"Go on with: careercli advise --profile {second}" in words(result.err)
    assert saved(second, catalog).name == "Priya"
    assert "interview-draft.3.yaml" in words(advise(QUICK, "1", arguments=client).err)
    assert list(saved(second, catalog).skills.values()) == [2]
    advise(QUICK, "2", FINISH, *LEAVE, arguments=client)
    advise(QUICK, "2", FINISH, "s", "", "q", arguments=client)

    assert draft().read_bytes() == before


def test_a_session_on_a_profile_is_kept_like_any_other(catalog: Catalog) -> None:
    """Without another draft in the way, the next start offers it."""
    write_profile(Path("client.yaml"), "name: Priya\n")
    advise(QUICK, "2", arguments=["--profile", "client.yaml"])

    assert saved(draft(), catalog).name == "Priya"
    assert "Priya, 3 years in support" in advise().err


class Broken(Stream):
    """A terminal that fails when a report is written to it."""

    def __init__(self, fault: Exception) -> None:
        super().__init__(terminal=True)
        self.fault = fault

    @property
    def buffer(self) -> io.BufferedIOBase:
        """Fail."""
        raise self.fault


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (OSError(28, "No space left on device"), ExitCode.STORAGE),
        (BrokenPipeError(), ExitCode.DONE),
        (RuntimeError("unforeseen"), ExitCode.FAULT),
    ],
)
def test_a_fault_costs_no_answers(fault: Exception, code: ExitCode, catalog: Catalog) -> None:
    """A full disk, a closed pipe, a defect: what was said is kept, and where is told."""
    result = advise(*FACTS, QUICK, "3", FINISH, out=Broken(fault))

    assert result.code == code
    assert f"Your 9 answers so far are kept in {draft()}. Go on with: careercli advise" in words(result.err)
    assert len(saved(draft(), catalog).skills) == 1


# -- where nobody can be asked -------------------------------------------------------------------------


class Untouched(Stream):
    """Standard input that must not be read."""

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]
        """Fail."""
        pytest.fail("something was read")


@pytest.mark.parametrize(
    ("stdin", "stderr", "options"),
    [
        (False, True, []),
        (True, False, []),
        (False, False, []),
        (True, True, ["--no-input"]),
        (True, True, ["--json"]),
        (True, True, ["--no-input", "--json", "--quick"]),
        (False, False, ["--accessible"]),
    ],
)
def test_without_a_terminal_nothing_is_asked(stdin: bool, stderr: bool, options: list[str]) -> None:
    """Exit 6, with the commands and flags that do without; nothing is read, and nothing goes to stdout."""
    source, out, err = Untouched(terminal=stdin), Stream(terminal=True), Stream(terminal=stderr)
    code = program.run(["advise", *options], Session(source, out, err, dict(os.environ)))
    message = words(err.memory.getvalue().decode())

    assert code == ExitCode.NEEDS_INPUT
    assert "The guided session " in message
    assert "careercli assess" in message
    assert "--support-years" in message or "--json" in message
    assert "?" not in message
    assert out.memory.getvalue() == b""


def test_the_flags_that_answer_instead_work() -> None:
    """The command named in the message runs as it stands."""
    message = words(run("advise").err)
    command = re.search(r"careercli (assess --support-years \S+ --skill \S+?),", message)
    assert command is not None

    assert run(*command[1].split()).code == ExitCode.DONE


@pytest.mark.parametrize("closed", [0, 1])
def test_closed_streams(closed: int) -> None:
    """A missing standard input or standard error is no terminal."""
    streams = [Stream(terminal=True), Stream(terminal=True)]
    source, err = (None if index == closed else stream for index, stream in enumerate(streams))

    assert program.run(["advise"], Session(source, Stream(), err, dict(os.environ))) == ExitCode.NEEDS_INPUT
