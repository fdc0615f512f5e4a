"""What speaks for and against somebody beside an advertisement, and the written rule that judges it.

docs/matching.md has the rule with an example worked by hand. Five things are looked at, the tier, the years,
the skills, the answered conditions and what could not be read; each says apply, stretch or not yet, and the
worst of them counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args

from careercli.domain.advertisement import Advertisement, AskedYears, Condition, Demand
from careercli.domain.ladder import TWELFTHS, share
from careercli.domain.model import Ladder, Profile, Tier
from careercli.domain.placement import Placement, rank_of
from careercli.domain.plan import following_rank
from careercli.domain.skills_asked import (
    SkillFit,
    skills_asked,
)
from careercli.domain.values import Value

Verdict = Literal["apply", "stretch", "not-yet", "another-line-of-work"]

Aspect = Literal["condition", "line", "tier", "leading_years", "support_years", "skills", "unread", "nothing"]
"""What a verdict rests on, what weighs most first."""

WEIGHTS: Mapping[Demand, int] = {"required": 6, "preferred": 2, "implied": 1}
"""How much a skill counts by how it is asked for: our judgement."""

ELASTIC = 2 / 3
"""From this share of the years that are asked on nobody is turned down for years: our judgement."""

STRETCHED = 0.5
"""From this share on fewer years are a stretch."""

A_YEAR = 1.0
"""Being short of so many support years is never worse than a stretch."""

ENOUGH, HALF = 0.75, 0.5
"""The shares of what is asked from which skills say apply, and stretch."""

MANY = 3
"""So many must-haves that are short, and more than half of them, are too much for a stretch."""

SEVERAL = 2
"""So many required lines that could not be read are a stretch at best; so many answered no are not yet."""

A_PART = 3
"""From one in so many of what is required on, fewer such lines are a stretch at best as well."""

ELSEWHERE = 0.5
"""What a year of leading outside support counts where a tier does not say it."""

BENDS = frozenset(
    {
        "on-site",
        "shift",
        "nights",
        "weekends",
        "on-call",
        "hours-abroad",
        "travel",
        "education",
        "certificate",
        "equipment",
        "physical",
        "other",
    }
)
"""Conditions that employers now and then give way on when asked; the others end an application."""

_TOLERANCE = 1e-9
_ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
_GRADES: Mapping[Verdict, int] = {"apply": 2, "stretch": 1, "not-yet": 0, "another-line-of-work": -1}


class Finding(Value):
    """What one aspect says."""

    about: Aspect
    verdict: Verdict


class YearsFit(Value):
    """Years that are asked for beside those that count toward them, as full-time years."""

    asked: AskedYears
    have: float

    @property
    def missing(self) -> float:
        """How many are missing; 0 where there are enough."""
        return max(self.asked.least - self.have, 0.0)


class ConditionFit(Value):
    """A condition with what the person answers; None where they have not."""

    condition: Condition
    answer: bool | None

    @property
    def ends(self) -> bool:
        """Whether it is required and answered no."""
        return self.answer is False and self.condition.demand == "required"

    @property
    def of_a_line(self) -> bool:
        """Whether it is a required line of the advertisement that only its reader can make something of."""
        return self.condition.kind == "other" and self.condition.demand == "required"

    @property
    def unread(self) -> bool:
        """Whether it is such a line and not answered."""
        return self.of_a_line and self.answer is None


def grade(verdict: Verdict) -> int:
    """Return a verdict as a number, the better the higher."""
    return _GRADES[verdict]


# -- what each aspect says ---------------------------------------------------------------------------------


class Standing(Value):
    """A person beside an advertisement, before anything is judged."""

    ad: Advertisement
    placement: Placement
    here: int
    shown: int
    support: YearsFit | None
    leading: YearsFit | None
    skills: tuple[SkillFit, ...]

    @classmethod
    def of(cls, ladder: Ladder, profile: Profile, ad: Advertisement, placement: Placement) -> Standing:
        """Return how a profile that is placed so stands beside an advertisement."""
        unknown = placement.state == "too-little-rated"
        led = ad.tier.leading_elsewhere if ad.tier and ad.tier.leads_people else ELSEWHERE
        leading = profile.full_leading_years + led * profile.leading_elsewhere_years
        support = profile.full_support_years
        return cls(
            ad,
            placement,
            here=following_rank(placement) if unknown else _here(placement),
            shown=rank_of(placement.by_skills),
            support=YearsFit(ad.support_years, support) if ad.support_years else None,
            leading=YearsFit(ad.leading_years, leading) if ad.leading_years else None,
            skills=skills_asked(ladder, profile, ad, ad.tier),
        )

    def findings(self, conditions: Iterable[ConditionFit]) -> tuple[Finding, ...]:
        """Return what each aspect says of which anything is known."""
        if self.ad.line_of_work == "other":
            out = [Finding("line", "another-line-of-work")]
            return (*out, Finding("skills", self._skills())) if self.skills else tuple(out)
        conditions = tuple(conditions)
        out = [Finding("condition", _refusal(conditions))] if any(each.ends for each in conditions) else []
        if self.ad.line_of_work == "unclear":
            out.append(Finding("line", "stretch"))
        if self.ad.tier is not None:
            out.append(Finding("tier", self._tier(self.ad.tier)))
        out += self._all_years(conditions)
        if self.skills:
            out.append(Finding("skills", self._skills()))
        if not out:
            out.append(Finding("nothing", "stretch"))
        if self._much_unread(conditions):
            out.append(Finding("unread", "stretch"))
        return tuple(out)

    def _all_years(self, conditions: Iterable[ConditionFit]) -> list[Finding]:
        """Return what years say; of those that stand for one another what speaks best for the person."""
        either = self.ad.either
        learnt = [each.answer for each in conditions if each.condition.kind == "education"]
        out: list[Finding] = []
        for name, fit in self._clocks():
            instead = bool(fit.asked.or_else)
            if name in either:
                instead = "education" in either and False not in learnt
            said = _years(fit, leading=name == "leading_years", instead=instead)
            if name in either and "education" in either and True in learnt:
                said = "apply"
            out.append(Finding(name, said))
        several = {"leading_years", "support_years"} <= set(either) and len(out) > 1
        return [max(out, key=lambda finding: grade(finding.verdict))] if several else out

    @property
    def learnt_otherwise(self) -> bool:
        """Whether years that are there stand for the education that is asked."""
        either = self.ad.either
        return "education" in either and any(
            name in either and not fit.missing for name, fit in self._clocks()
        )

    def _clocks(self) -> Iterator[tuple[Literal["leading_years", "support_years"], YearsFit]]:
        if self.leading:
            yield "leading_years", self.leading
        if self.support:
            yield "support_years", self.support

    def conditions(self, answers: Mapping[str, bool]) -> tuple[ConditionFit, ...]:
        """Return what only the person can answer; education is not asked where years stand for it."""
        return tuple(
            ConditionFit(each, answers.get(each.id))
            for each in self.ad.conditions
            if each.kind != "education" or not self.learnt_otherwise
        )

    def _much_unread(self, conditions: Iterable[ConditionFit]) -> bool:
        """Return whether so much of what is required could not be read that nobody can say apply."""
        conditions = tuple(conditions)
        asked = [self.support.asked] if self.support else []
        of_years = [years.quote for years in (*asked, *self.ad.other_years) if years.of]
        if any(each.unread and each.condition.quote in of_years for each in conditions):
            return True
        lines = [each.unread for each in conditions if each.of_a_line]
        known = sum(fit.asked.demand == "required" for fit in self.skills)
        known += sum(
            fit is not None and fit.asked.demand == "required" for fit in (self.support, self.leading)
        )
        unread = sum(lines)
        return unread >= SEVERAL or (unread > 0 and A_PART * unread >= len(lines) + known)

    def _tier(self, tier: Tier) -> Verdict:
        above = tier.rank - self.here
        shows = self.shown >= tier.rank or rank_of(self.placement.ready_for) >= tier.rank
        if above == 1 and not tier.leads_people and self._years_enough(tier):
            return "apply"
        if above <= 0 or (above == 1 and shows):
            return "apply"
        return "stretch" if above == 1 or (above == 2 and shows) else "not-yet"

    def _years_enough(self, tier: Tier) -> bool:
        """Return whether the years are there that are required, and those from which the tier is given."""
        fit = self.support
        if fit is None or fit.missing or fit.asked.of or not fit.asked.least:
            return False
        return fit.asked.demand == "required" and rank_of(self.placement.by_years) >= tier.rank

    def _skills(self) -> Verdict:
        far = sum(fit.must and fit.far for fit in self.skills)
        short = sum(fit.must and fit.level < fit.need for fit in self.skills)
        covered = share_of(self.skills)
        if not far and short <= 1 and covered >= ENOUGH and (self.ad.tier or self._mostly_rated()):
            return "apply"
        many = short >= MANY and 2 * short > sum(fit.must for fit in self.skills)
        return "stretch" if far <= 1 and covered >= HALF and not many else "not-yet"

    def _mostly_rated(self) -> bool:
        """Return whether at least half of the required skills are rated.

        Of the work of a tier the rest lets one expect something; of a seat beside the ladder it does not.
        """
        required = [fit.have is not None for fit in self.skills if fit.asked.demand == "required"]
        return 2 * sum(required) >= len(required)


def _here(placement: Placement) -> int:
    """Return where somebody is: no higher than the job held, unless what is rated alone shows it."""
    current = rank_of(placement.current)
    if placement.by_seat is None:
        return current
    return max(rank_of(placement.at_least), min(current, rank_of(placement.by_seat)))


def share_of(skills: Iterable[SkillFit]) -> float:
    """Return how much of what is asked is covered, by weight; all of it where nothing is asked."""
    have = asked = 0
    for fit in skills:
        weight = WEIGHTS[fit.asked.demand]
        asked += weight * TWELFTHS
        have += weight * min(fit.level, fit.need) * (TWELFTHS // fit.need)
    return share(have, asked)


def _years(fit: YearsFit, *, leading: bool, instead: bool) -> Verdict:
    """Return what years say; only those that are required can speak against anybody.

    ``instead`` is whether something else may do in place of them.
    """
    asked, have = fit.asked, fit.have + _TOLERANCE
    if asked.demand != "required" or have >= asked.least * ELASTIC:
        return "apply"
    if instead:
        return "stretch"
    if leading and not fit.have:
        return "not-yet"
    return "stretch" if have >= asked.least * STRETCHED or fit.missing <= A_YEAR else "not-yet"


def _refusal(conditions: Iterable[ConditionFit]) -> Verdict:
    """Return what required conditions that are answered no say together."""
    refused = [each for each in conditions if each.ends]
    bends = all(each.condition.kind in BENDS for each in refused)
    return "stretch" if bends and sum(each.of_a_line for each in refused) < SEVERAL else "not-yet"


def together(findings: Iterable[Finding]) -> Verdict:
    """Return the worst of what the aspects say; a stretch in tier, years and skills alike is too far."""
    said: dict[Aspect, Verdict] = {finding.about: finding.verdict for finding in findings}
    if said.get("line") == "another-line-of-work":
        return "another-line-of-work"
    worst = min(said.values(), key=grade)
    years = {said.get("support_years"), said.get("leading_years")}
    everywhere = said.get("tier") == said.get("skills") == "stretch" and "stretch" in years
    return "not-yet" if everywhere else worst


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as reasons are given: what speaks against it by what weighs most, then what for it."""

    def place_of(found: Finding) -> tuple[int, bool, int]:
        speaks_for = found.verdict == "apply"
        later = speaks_for and found.about in {"leading_years", "support_years"}  # skills say more than years
        return (grade(found.verdict), later, _ASPECTS.index(found.about))

    return tuple(sorted(findings, key=place_of))
