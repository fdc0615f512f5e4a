"""Education, languages and what only the reader can answer."""

from __future__ import annotations

import pytest

from tests.advertisements.ads import AD, EQUAL, asking, read


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
