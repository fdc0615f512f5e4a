"""The rule of placement in plain words: slow, exact, and written without a look at the code that it judges.

It takes and gives plain JSON: a ladder as ``data export`` writes it, a profile as in a profile file, each
number in them meant as it is written, so that 0.1 is a tenth. The reading of titles is not part of it: only a
title that stands among a tier's own counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache, cached_property
from math import ceil, floor
from typing import Any

Json = Mapping[str, Any]

HALF = Fraction(1, 2)
A_TIER_LESS = Fraction(1, 20)
"""So much missing fit costs a tier."""

TWELFTHS = 12
"""Levels go to 4, so the share of a need that a level reaches is a whole number of twelfths."""

MOST_CREDIT = 15
"""The most twelfths that one rating above need says of the skills that are not rated: 1.25."""


@cache
def exact(number: float) -> Fraction:
    """Return a number as it is written."""
    return Fraction(str(number))


class Model:
    """One profile on one ladder."""

    def __init__(self, ladder: Json, profile: Json) -> None:
        self.tiers: Sequence[Json] = sorted(ladder["tiers"], key=lambda tier: tier["rank"])
        self.pass_fit = exact(ladder["pass_fit"])
        self.profile = profile
        self.not_applicable = set(profile.get("not_applicable") or ())
        self.ratings: dict[str, int] = {
            skill: rating["level"] if isinstance(rating, Mapping) else rating
            for skill, rating in (profile.get("skills") or {}).items()
        }
        self.asks_of = {
            tier["id"]: [
                (ask["skill"], ask["level"], ask["weight"])
                for ask in tier["asks"]
                if ask["skill"] not in self.not_applicable
            ]
            for tier in self.tiers
        }
        years = profile["experience"]
        share = exact(years.get("part_time_share", 1))
        self.costs: dict[tuple[str, Fraction], int] = {}
        self.support = exact(years["support_years"]) * share
        self.leading = exact(years.get("leading_years", 0)) * share
        self.elsewhere = exact(years.get("leading_elsewhere_years", 0))

    # One tier

    def asks(self, tier: Json) -> list[tuple[str, int, int]]:
        """Return skill, level and weight of what the tier asks and applies to the person."""
        return self.asks_of[tier["id"]]

    def ratio(self, tier: Json, ratings: Mapping[str, int]) -> Fraction:
        """Return how much of what is asked and rated they reach, at the most a little more than all."""
        rated = [
            (ratings[skill], need, weight) for skill, need, weight in self.asks(tier) if skill in ratings
        ]
        if not rated:
            return Fraction(0)
        reached = sum(weight * min(TWELFTHS * have // need, MOST_CREDIT) for have, need, weight in rated)
        return Fraction(reached, TWELFTHS * sum(weight for _, _, weight in rated))

    def levels(self, tier: Json, ratings: Mapping[str, int], shift: Fraction = Fraction(0)) -> dict[str, int]:
        """Return each level that is asked about: as rated, else as estimated."""
        ratio, half_up = self.ratio(tier, ratings), shift + HALF
        estimates = {need: min(max(floor(need * ratio + half_up), 0), 4) for need in (1, 2, 3, 4)}
        return {skill: ratings.get(skill, estimates[need]) for skill, need, _ in self.asks(tier)}

    def fit(self, tier: Json, levels: Mapping[str, int]) -> Fraction:
        """Return how much of the tier's weight these levels cover; what is missing is 0."""
        asks = self.asks(tier)
        covered = sum(
            weight * min(TWELFTHS * levels.get(skill, 0) // need, TWELFTHS) for skill, need, weight in asks
        )
        return Fraction(covered, TWELFTHS * sum(weight for _, _, weight in asks))

    def reached(self, gate: Json, levels: Mapping[str, int], missing: int = 0) -> bool:
        """Return whether the best of the gate's skills have its levels."""
        applying = [skill for skill in gate["skills"] if skill not in self.not_applicable]
        best = sorted((levels.get(skill, missing) for skill in applying), reverse=True)
        wanted = sorted(gate["levels"], reverse=True)
        return len(best) >= len(wanted) and all(
            have >= need for have, need in zip(best, wanted, strict=False)
        )

    def counts(self, tier: Json, ratings: Mapping[str, int]) -> bool:
        """Return whether enough is rated to say anything about the tier."""
        asks, gates = self.asks(tier), tier["gates"]
        rated = sum(skill in ratings for skill, _, _ in asks)
        judged = sum(
            sum(skill in ratings and skill not in self.not_applicable for skill in gate["skills"])
            >= len(gate["levels"])
            for gate in gates
        )
        return rated >= min(4, len(asks)) and 2 * judged >= len(gates)

    def cost(self, tier: Json, ratings: Mapping[str, int], shift: Fraction = Fraction(0)) -> int:
        """Return by how many tiers somebody stands below the tier that is tested."""
        if ratings is not self.ratings:
            return self.cost_of(tier, ratings, shift)
        if (tier["id"], shift) not in self.costs:  # the person's own ratings are asked for again and again
            self.costs[tier["id"], shift] = self.cost_of(tier, ratings, shift)
        return self.costs[tier["id"], shift]

    def cost_of(self, tier: Json, ratings: Mapping[str, int], shift: Fraction) -> int:
        """Return this cost as it is reckoned."""
        levels = self.levels(tier, ratings, shift)
        missed = sum(not self.reached(gate, levels) for gate in tier["gates"])
        return max(missed - 1, ceil((self.pass_fit - self.fit(tier, levels)) / A_TIER_LESS), 0)

    def open_gates(self, tier: Json) -> list[Json]:
        """Return the gates that are missed whatever the unrated skills are."""
        return [gate for gate in tier["gates"] if not self.reached(gate, self.ratings, missing=4)]

    def to_confirm(self, tier: Json) -> list[Json]:
        """Return the gates that only unrated skills keep from being reached."""
        return [
            gate
            for gate in tier["gates"]
            if not self.reached(gate, self.ratings) and self.reached(gate, self.ratings, missing=4)
        ]

    def skills_met(self, tier: Json) -> bool:
        """Return whether the ratings alone reach every gate and enough fit."""
        return not self.open_gates(tier) and not self.to_confirm(tier) and self.surely_fits(tier)

    def surely_fits(self, tier: Json) -> bool:
        """Return whether fit is enough though every unrated skill were 0."""
        return self.fit(tier, self.ratings) >= self.pass_fit

    def support_floor_reached(self, tier: Json) -> bool:
        """Return whether the full-time years in support are enough for employers."""
        return self.support >= exact(tier["support_years"]["floor"])

    def leading_floor_reached(self, tier: Json) -> bool:
        """Return whether the years of leading are, those outside support in part."""
        counted = self.leading + exact(tier["leading_elsewhere"]) * self.elsewhere
        return counted >= exact(tier["leading_years"]["floor"])

    def floor_reached(self, tier: Json) -> bool:
        """Return whether both are."""
        return self.support_floor_reached(tier) and self.leading_floor_reached(tier)

    def usual_reached(self, tier: Json) -> bool:
        """Return whether the years are those that the guides give for this tier and all below it."""
        below = self.tiers[: tier["rank"]]
        return all(
            self.support >= exact(each["support_years"]["usual_min"] or 0)
            and self.leading >= exact(each["leading_years"]["usual_min"] or 0)
            for each in below
        )

    # The three readings, as ranks

    def by_skills(self, ratings: Mapping[str, int], shift: Fraction = Fraction(0)) -> int | None:
        """Return the rank that the answers show; None where no tier counts."""
        found = None
        for tier in reversed(self.tiers):
            if found is not None and tier["rank"] <= found:
                break  # no tier says more than its own rank
            if self.counts(tier, ratings):
                found = max(tier["rank"] - self.cost(tier, ratings, shift), found or 0)
        return found

    @cached_property
    def by_years(self) -> int:
        """Return the rank that the years allow."""
        if self.support >= 1:
            return max((tier["rank"] for tier in self.tiers if self.floor_reached(tier)), default=0)
        second = self.tiers[1] if len(self.tiers) > 1 else None
        if second and self.elsewhere >= 4 and exact(second["support_years"]["floor"]) <= 1:
            return 2
        return 1

    def stated(self) -> Json | None:
        """Return the tier whose own title this is."""
        title = self.profile.get("title")
        return next((tier for tier in self.tiers if title in (*tier["titles"], tier["title"])), None)

    @cached_property
    def by_seat(self) -> int | None:
        """Return the rank of the job held now."""
        tier, team = self.stated(), self.profile.get("team")
        if tier is None or self.profile.get("employed") is False:
            return None
        rank: int = tier["rank"]
        if not tier["leads_people"]:
            return 1 if rank == 2 and self.support < 1 else rank
        leads = self.profile.get("leads_people", (team or 0) > 0)
        if team == 0 or (team is None and not leads):
            return None
        if team is None or team >= 10:
            return rank
        if team <= 2:
            return sum(not each["leads_people"] for each in self.tiers)
        small: int = next((each["rank"] for each in self.tiers if each["id"] == tier["small_team"]), rank)
        return small

    def together(self, ratings: Mapping[str, int], shift: Fraction = Fraction(0)) -> int:
        """Return the rank of the three readings together; 0 where it is none."""
        shown = self.by_skills(ratings, shift)
        if shown is None:
            return 0
        years, seat = self.by_years, self.by_seat
        middle = min(shown, years) if seat is None else sorted((shown, years, seat))[1]
        return min(middle, shown + 2)

    def all_at(self, level: int) -> dict[str, int]:
        """Return the ratings with every skill of the ladder that is not rated at a level."""
        asked = {skill for tier in self.tiers for skill, _, _ in self.asks(tier)}
        return dict.fromkeys(asked, level) | self.ratings

    # The answer

    def answer(self) -> dict[str, Any]:
        """Return everything that the rule says, with tiers by their ids."""
        shown, current = self.by_skills(self.ratings), self.together(self.ratings)
        judged = shown is not None
        least = min(self.together(self.all_at(0)), current) if judged else 0
        most = max(self.together(self.all_at(4)), current) if judged else 0
        return {
            "state": "too-little-rated" if not judged else "placed" if current else "before-first",
            "current": self.name(current),
            "at_least": self.name(least),
            "at_most": self.name(most),
            "certain": current > 0 and least == most,
            "settled": self.settled(current),
            "confirmed": self.name(self.confirmed(current)),
            "ready_for": self.ready_for(current),
            "by_skills": self.name(shown),
            "by_years": self.name(self.by_years),
            "by_seat": self.name(self.by_seat),
            "by_usual": self.name(max((t["rank"] for t in self.tiers if self.usual_reached(t)), default=0)),
            "held_back_by": self.held_back_by(current),
            "tiers": [self.standing(tier) for tier in self.tiers],
        }

    def name(self, rank: int | None) -> str | None:
        """Return the id of the tier of a rank."""
        return self.tiers[rank - 1]["id"] if rank else None

    def settled(self, current: int) -> bool:
        """Return whether enough is rated, and estimates half a level off would say the same."""
        asked = {skill for tier in self.tiers for skill, _, _ in self.asks(tier)}
        return (
            current > 0
            and len(asked & set(self.ratings)) >= 8
            and all(self.together(self.ratings, shift) == current for shift in (-HALF, HALF))
        )

    def confirmed(self, current: int) -> int:
        """Return the highest rank up to the current one that nothing is missing for."""
        seat = self.by_seat or 0
        return max(
            (
                tier["rank"]
                for tier in self.tiers[:current]
                if self.skills_met(tier) and (self.floor_reached(tier) or seat >= tier["rank"])
            ),
            default=0,
        )

    def ready_for(self, current: int) -> str | None:
        """Return the first leading tier, where only having led is missing for it."""
        first = next((tier for tier in self.tiers if tier["leads_people"]), None)
        if first is None:
            return None
        ready = self.skills_met(first) and self.support_floor_reached(first) and first["rank"] > current
        return first["id"] if ready else None

    def held_back_by(self, current: int) -> list[str]:
        """Return what is missing for the tier after the current one."""
        if current == len(self.tiers):
            return []
        tier = self.tiers[current]
        missing = {
            "skills": not self.skills_met(tier),
            "support_years": not self.support_floor_reached(tier),
            "leading_years": not self.leading_floor_reached(tier),
        }
        return [name for name, is_missing in missing.items() if is_missing]

    def standing(self, tier: Json) -> dict[str, Any]:
        """Return how the person stands against one tier."""
        asks = self.asks(tier)
        rated = [(skill, weight) for skill, _, weight in asks if skill in self.ratings]
        return {
            "tier": tier["id"],
            "fit": self.fit(tier, self.levels(tier, self.ratings)),
            "rated": len(rated),
            "known": Fraction(sum(weight for _, weight in rated), sum(weight for _, _, weight in asks)),
            "counts": self.counts(tier, self.ratings),
            "cost": self.cost(tier, self.ratings),
            "open_gates": [gate["skills"] for gate in self.open_gates(tier)],
            "to_confirm": [gate["skills"] for gate in self.to_confirm(tier)],
            "floor_reached": self.floor_reached(tier),
            "usual_reached": self.usual_reached(tier),
        }


def assess(ladder: Json, profile: Json) -> dict[str, Any]:
    """Return what the rule says of a profile on a ladder."""
    return Model(ladder, profile).answer()
