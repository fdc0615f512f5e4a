"""How somebody fits an advertisement: the verdict, how sure it is, and everything that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from careercli.domain.advertisement import Advertisement, Condition, Demand
from careercli.domain.assessment import Assessment
from careercli.domain.mentions import named_in
from careercli.domain.model import HIGHEST_LEVEL, Ladder, Profile
from careercli.domain.placement import place, rank_of
from careercli.domain.skills_asked import SkillFit, SkillState
from careercli.domain.values import Value
from careercli.domain.verdict import (
    ConditionFit,
    Finding,
    Standing,
    Verdict,
    YearsFit,
    grade,
    in_order,
    share_of,
    together,
)


class Match(Value, dict=True, kw_only=True):
    """One advertisement and one person.

    Attributes:
        assessment: the person.
        ad: the advertisement.
        verdict: what to do.
        at_least: the verdict with everything that is not rated at 0, and each open line answered no.
        at_most: the verdict with it at 4, and each such line answered yes.
        findings: what each aspect says, what weighs most first.
        here: the rank at which the person is compared with the tier that is asked.
        shown: the rank that ratings alone show.
        support_years: the support years side by side, where any are asked.
        leading_years: the leading years.
        skills: the skills that are asked, by demand, must-haves first.
        share: how much of what is asked the levels cover, from 0 to 1.
        conditions: what only the reader can answer, with the answers there are.

    """

    assessment: Assessment
    ad: Advertisement
    verdict: Verdict
    at_least: Verdict
    at_most: Verdict
    findings: tuple[Finding, ...]
    here: int
    shown: int
    support_years: YearsFit | None
    leading_years: YearsFit | None
    skills: tuple[SkillFit, ...]
    share: float
    conditions: tuple[ConditionFit, ...]

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """The two findings to give as reasons: what binds first, then the next, or what speaks for it."""
        return self.findings[:2]

    @property
    def certain(self) -> bool:
        """Whether nothing that is not rated, and no line that could not be read, may change the verdict."""
        open_ = self.unread and self.at_most not in {"not-yet", "another-line-of-work"}
        return self.at_least == self.at_most and not open_

    @property
    def to_rate(self) -> tuple[SkillFit, ...]:
        """The skills that nobody can tell without: a not yet rests on nothing but what is not rated of them.

        Everything else fits, and of what is required nothing is known to be lacking; () for any other case.
        """
        against = [finding.about for finding in self.findings if finding.verdict == "not-yet"]
        known = self.of("short", "missing", demand="required")
        if against != ["skills"] or self.at_most == "not-yet" or known:
            return ()
        return self.of("unrated", demand="required") or self.of("unrated")

    @property
    def unread(self) -> tuple[Condition, ...]:
        """The required lines that only the reader can make something of, and that are not answered."""
        return tuple(each.condition for each in self.conditions if each.unread)

    @property
    def to_answer(self) -> tuple[Condition, ...]:
        """The conditions that nobody has answered."""
        return tuple(each.condition for each in self.conditions if each.answer is None)

    @property
    def refused(self) -> tuple[Condition, ...]:
        """The required conditions that are answered no."""
        return tuple(each.condition for each in self.conditions if each.ends)

    @property
    def counts_as_held(self) -> bool:
        """Whether the job held is compared: what is rated does not show by itself where they stand."""
        return self.here < rank_of(self.assessment.placement.current)

    @property
    def above(self) -> int:
        """How many tiers the one that is asked lies above where the person is; below 0 for below."""
        return rank_of(self.ad.tier) - self.here if self.ad.tier else 0

    def of(self, *states: SkillState, demand: Demand | None = None) -> tuple[SkillFit, ...]:
        """Return the skills in these states, of one demand where it is given."""
        return tuple(fit for fit in self.skills if fit.state in states and demand in {None, fit.asked.demand})

    @cached_property
    def known_tools(self) -> tuple[str, ...]:
        """The tools that it names and that the evidence names as well: these count as known."""
        told = "\n".join(self.assessment.profile.evidence.values())
        return tuple(each.tool for each in self.ad.tools if told and named_in(told, (each.tool, *each.names)))

    @cached_property
    def plan_gaps(self) -> tuple[SkillFit, ...]:
        """The skills that take a plan."""
        return tuple(fit for fit in self.skills if fit.takes_plan)

    @cached_property
    def bridged(self) -> tuple[SkillFit, ...]:
        """The skills that are lacking and that an interview can bridge, those required first."""
        return tuple(fit for fit in self.skills if fit.bridged)


def match(assessment: Assessment, ad: Advertisement, answers: Mapping[str, bool] | None = None) -> Match:
    """Return how somebody fits an advertisement.

    ``answers`` are those to its conditions by their ids; what is not answered is taken to be met. A higher
    level of a rated skill, more years, or yes in place of no never makes the verdict worse.
    """
    ladder, profile, placement = assessment.ladder, assessment.profile, assessment.placement
    replies = answers or {}
    standing = Standing.of(ladder, profile, ad, placement)
    conditions = standing.conditions(replies)
    findings = standing.findings(conditions)
    verdict = together(findings)
    least, most = (
        together(Standing.of(ladder, filled, ad, place(ladder, filled)).findings(_said(conditions, answer)))
        for filled, answer in (
            (_filled(ladder, profile, ad, 0), False),
            (_filled(ladder, profile, ad, HIGHEST_LEVEL), True),
        )
    )
    return Match(
        assessment=assessment,
        ad=ad,
        verdict=verdict,
        at_least=min(least, verdict, key=grade),
        at_most=max(most, verdict, key=grade),
        findings=in_order(findings),
        here=standing.here,
        shown=standing.shown,
        support_years=standing.support,
        leading_years=standing.leading,
        skills=standing.skills,
        share=share_of(standing.skills),
        conditions=conditions,
    )


def judged(assessment: Assessment, ad: Advertisement, answers: Mapping[str, bool]) -> tuple[Verdict, float]:
    """Return the verdict alone, and how much of what is asked the levels cover: what takes no bounds."""
    standing = Standing.of(assessment.ladder, assessment.profile, ad, assessment.placement)
    return together(standing.findings(standing.conditions(answers))), share_of(standing.skills)


def _said(conditions: tuple[ConditionFit, ...], answer: bool) -> tuple[ConditionFit, ...]:  # noqa: FBT001
    """Return conditions with this answer to each line that is open."""
    return tuple(ConditionFit(each.condition, answer) if each.unread else each for each in conditions)


def _filled(ladder: Ladder, profile: Profile, ad: Advertisement, level: int) -> Profile:
    """Return a profile with everything that is not rated at a level."""
    names = (*ladder.skills, *(asked.skill for asked in ad.skills))
    rest = {
        name: level for name in names if name not in profile.skills and name not in profile.not_applicable
    }
    return profile.but(skills=profile.skills | rest)
