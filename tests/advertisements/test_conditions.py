"""Education, languages and what only the reader can answer."""

from __future__ import annotations

import pytest

from tests.advertisements.ads import AD, EQUAL, TITLE, asking, read


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Must be authorized to work in the United States", "right-to-work"),
        ("You must live in Leeds", "place"),
        ("Work from office", "on-site"),
        ("Willing to work rotational shifts", "shift"),
        ("Comfortable with the graveyard shift", "nights"),
        ("Able to work weekends", "weekends"),
        ("On call every third week", "on-call"),
        ("8 am to 5 pm EST", "hours-abroad"),
        ("Up to 20% travel", "travel"),
        ("Valid driver's license", "driving"),
        ("You must pass a background check", "checks"),
        ("A wired internet connection of 20 mbps", "equipment"),
        ("Able to lift 25 lbs", "physical"),
        ("Must be 18 years of age", "age"),
        ("ITIL certification", "certificate"),
    ],
)
def test_each_kind_is_told(line: str, kind: str) -> None:
    """A condition is told with its words, however it is put."""
    found = [one for one in asking(line).conditions if one.kind == kind]
    assert [one.quote.words for one in found] == [line]


def test_conditions_have_ids_of_their_own() -> None:
    """The same text gives the same ids, and no two are alike."""
    text = AD + "\nRequirements\n- Night shifts\n- Weekends\n- Own laptop and internet connection\n"
    ids = [one.id for one in read(text).conditions]
    assert len(set(ids)) == len(ids) > 2
    assert ids == [one.id for one in read(text).conditions]


def test_languages_are_conditions() -> None:
    """A language is told by its English name, with how it is asked for."""
    ad = asking("Fluent in English and German", "Spanish is a plus")
    assert ad.languages == ("English", "German", "Spanish")
    assert [(one.about, one.demand) for one in ad.conditions if one.kind == "language"] == [
        ("English", "required"),
        ("German", "required"),
        ("Spanish", "preferred"),
    ]


def test_a_skill_that_a_language_asks_for_is_marked() -> None:
    """The pack says which skill a language asks for by its name; what else a line asks is not marked."""
    ad = asking("Fluent in Spanish and empathetic with customers")
    assert {each.skill: each.by_language for each in ad.skills if each.demand == "required"} == {
        "cultural-competence": True,
        "empathy": False,
    }


@pytest.mark.parametrize(
    ("line", "level", "demand"),
    [
        ("High school diploma or GED", "high school", "required"),
        ("12th pass", "high school", "required"),
        ("Bachelor's degree preferred", "bachelor's", "preferred"),
        ("Any graduate", "bachelor's", "required"),
        ("Associate's or bachelor's degree", "associate's", "required"),
        ("Master's degree is a plus", "master's", "preferred"),
    ],
)
def test_the_lowest_education_is_told(line: str, level: str, demand: str) -> None:
    """Of several degrees the lowest is what is asked for."""
    education = asking(line).education
    assert education is not None
    assert (education.level, education.demand) == (level, demand)


def test_what_does_in_place_of_a_degree_is_kept() -> None:
    """Either one or the other is asked for, and both are told."""
    education = asking("Bachelor's degree or equivalent experience").education
    assert education is not None
    assert education.or_else == "equivalent experience"


def test_the_law_is_no_condition() -> None:
    """What every advertisement says of age and origin asks nothing."""
    assert read(AD + EQUAL).conditions == read(AD).conditions


@pytest.mark.parametrize(
    "line",
    [
        "No degree required",
        "No formal degree is needed",
        "No weekend work",
        "No night shifts",
        "Weekends off",
        "No on-call duty",
        "No background check",
        "You do not need to speak Spanish",
        "No need to speak Spanish",
        "Visa sponsorship is available",
    ],
)
def test_what_is_denied_is_not_asked(line: str) -> None:
    """What an advertisement says it does not ask is no condition."""
    ad = asking(line)
    assert (ad.conditions, ad.education, ad.languages) == ((), None, ())


def test_work_that_is_denied_is_not_asked() -> None:
    """A skill, and the size of a reach, that a seat does not have are not asked."""
    ad = asking("No phone support", "You will not manage people", "You do not need to know Zendesk")
    assert ad.skills == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("You are comfortable with full 24/7 rotation", "age"),
        ("Customers receive answers within 24 hours", "nights"),
        ("Assistance may be given in person or remotely", "on-site"),
    ],
)
def test_what_is_no_condition(line: str, kind: str) -> None:
    """Hours of the day are no age, and how fast an answer comes is no night."""
    assert kind not in {one.kind for one in asking(line).conditions}


@pytest.mark.parametrize(
    "line", ["Support the team with 24x7 coverage", "Help colleagues in the office", "Plan shifts"]
)
def test_what_the_work_is_about_is_no_condition(line: str) -> None:
    """What somebody plans or sets up for others is no demand on their own hours."""
    ad = read(f"{TITLE}\nWhat you will do\n- Help customers every day\n- {line}\n")
    assert ad.conditions == ()
    able = asking("Able to develop shift schedules", "Experience managing shift-based teams")
    assert "shift" not in {one.kind for one in able.conditions}
    own = asking("Willing to work on any shift schedule, also graveyard", "Schedule: Monday - Friday")
    assert {"shift", "nights"} <= {one.kind for one in own.conditions}


@pytest.mark.parametrize(
    ("title", "line", "demand"),
    [
        ("Customer Service Representative (German Speaker)\n", "A friendly voice", "required"),
        (TITLE, "German: C1/C2 or native", "required"),
        (TITLE, "Language proficiency in German is mandatory", "required"),
        (TITLE, "Fluent German is a plus", "preferred"),
    ],
)
def test_a_language_that_is_named_with_its_level_is_demanded(title: str, line: str, demand: str) -> None:
    """So is one in the title; one that is a plus is welcome, however well it is to be spoken."""
    ad = asking(line, title=title)
    assert [(one.about, one.demand) for one in ad.conditions if one.kind == "language"] == [
        ("German", demand)
    ]


def test_the_strongest_demand_for_a_language_counts() -> None:
    """Whichever line names it first."""
    ad = asking("German is a plus", "You must speak German")
    assert [one.demand for one in ad.conditions if one.kind == "language"] == ["required"]


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("Bachelor's degree required", ["bachelor's"]),
        ("Bachelor's degree or equivalent experience", ["bachelor's, or equivalent experience"]),
        ("Bachelor's degree or diploma in any field", ["college"]),
        ("Bachelor's degree preferred", []),
    ],
)
def test_education_is_asked(line: str, about: list[str]) -> None:
    """Required education is a condition, with what does in place of it; of several the lowest."""
    assert [one.about for one in asking(line).conditions if one.kind == "education"] == about


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Spanish or Portuguese", ["Spanish or Portuguese"]),
        ("Fluency in French, Spanish or German", ["French, Spanish or German"]),
        ("Another language is a plus, e.g. French, Spanish, German", ["French, Spanish or German"]),
        ("French / German required", ["French or German"]),
        ("Fluent in English and Spanish or Portuguese", ["English", "Spanish or Portuguese"]),
        ("English/Spanish bilingual", ["English", "Spanish"]),
        ("English, French and German", ["English", "French", "German"]),
    ],
)
def test_languages_of_which_one_is_enough(text: str, asked: list[str]) -> None:
    """Languages that stand for one another are one question; those that are asked together are several."""
    assert [each.about for each in asking(text).conditions if each.kind == "language"] == asked


def test_papers_after_an_offer_are_no_check() -> None:
    """Papers that are shown once there is an offer are nothing to answer before applying."""
    ad = asking("One year of documented experience in customer service (offer letter, salary slips)")
    assert [each.kind for each in ad.conditions] == []


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Need to work on 24/7 shifts", {"nights", "shift"}),
        ("Longer hours depending on call volume, and evenings", {"shift"}),
        ("Working days: six days a week for two months", {"shift"}),
    ],
)
def test_hours(line: str, kinds: set[str]) -> None:
    """Hours that one has to work are asked, also among duties; being on call is told from calls."""
    assert {each.kind for each in asking(line).conditions} == kinds


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Knowledge of glassblowing (reading more than doing)", True),
        ("Knowledge of glassblowing (reading more than doing), it would be a great bonus", False),
        ("Knowledge of glassblowing\n  would be nice to have", False),
        ("### Industry: Glass", False),
        ("Contract type: Permanent", False),
    ],
)
def test_lines_that_are_asked_of_the_reader(line: str, asked: bool) -> None:
    """What is welcome only, or tells of the job, is no question whether it is true of somebody."""
    assert ("other" in {each.kind for each in asking(line).conditions}) is asked
