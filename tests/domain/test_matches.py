from __future__ import annotations

from careercli.domain.assessment import assess
from careercli.domain.match import match
from careercli.domain.matches import Matches, matches
from tests.domain.advertisements import ad, asked, tool, years
from tests.domain.builders import TODAY, person
from tests.domain.test_match import AGENT, CATALOG, LADDER, LEAD, MANAGER, SOUND, SPECIALIST


def _matches(*ads, **facts) -> Matches:
    found = assess(LADDER, CATALOG.skills_by_id, person(**SOUND | facts), TODAY)
    return matches(found, [match(found, each) for each in ads], {})


def test_the_best_first():
    """By verdict, then the less one lies below the person, then by how much is covered; other work last."""
    found = _matches(
        ad(MANAGER, name="m"),
        ad(None, name="o", line_of_work="other"),
        ad(SPECIALIST, asked("hire", "preferred"), asked("talk"), name="b"),
        ad(SPECIALIST, asked("talk"), name="a"),
        ad(LEAD, name="l"),
        ad(AGENT, asked("talk"), name="0"),
    )
    assert [each.ad.name for each in found.matches] == ["a", "b", "0", "l", "m", "o"]
    assert found.on_ladder == 5


def test_what_they_ask_together():
    """What two or more ask is counted, tools in any case; what is implied or off the ladder is not."""
    found = _matches(
        ad(SPECIALIST, asked("hire"), asked("queue", "implied"), tools=(tool("Zendesk"),)),
        ad(SPECIALIST, asked("hire", "preferred"), asked("note"), tools=(tool("zendesk"), tool("Jira"))),
        ad(None, asked("hire"), line_of_work="other"),
    )
    assert [(each.kind, each.name, each.ads, each.required) for each in found.common] == [
        ("tool", "Zendesk", 2, 2),
        ("skill", "hire", 2, 1),
    ]
    assert found.common[1].state == "missing"


def test_tools_that_the_evidence_names():
    """A tool of several advertisements is met where the evidence names it, by any of its names."""
    both = tuple(
        ad(SPECIALIST, tools=(tool("Zendesk"), tool("Jira").but(names=("jira", "atlassian jira"))))
        for _ in range(2)
    )
    someone = person(**SOUND).but(evidence={"queue": "Handled 60 tickets a day in zendesk"})
    assessed = assess(LADDER, CATALOG.skills_by_id, someone, TODAY)
    found = matches(assessed, [match(assessed, each) for each in both], {})
    assert {each.name: each.state for each in found.common} == {"Zendesk": "met", "Jira": None}
    assert found.matches[0].known_tools == ("Zendesk",)


def test_the_step_that_opens_most():
    """The step that makes most verdicts better is named, with those that it opens."""
    found = _matches(
        ad(SPECIALIST, asked("hire"), asked("talk"), name="a"),
        ad(SPECIALIST, asked("hire"), name="b"),
        ad(SPECIALIST, asked("queue"), support_years=years(9), name="c"),
    )
    assert found.opening is not None
    assert (found.opening.skill, found.opening.to, found.opening.ads) == ("hire", 1, ("a", "b"))


def test_nothing_to_open():
    """Where no step makes a verdict better, none is named."""
    assert _matches(ad(SPECIALIST, asked("talk")), ad(MANAGER)).opening is None
