"""Two tiers, or two roles, beside one another."""

from __future__ import annotations

from careercli.domain.guide import Guide, Pay, Section, TierPortrait
from careercli.domain.model import Ladder, Role, Tier
from careercli.domain.requirements import Ask
from careercli.domain.values import Value


class Difference(Value):
    """What two tiers ask of one skill, carried from below; None where a tier does not ask for it."""

    skill: str
    a: Ask | None
    b: Ask | None

    @property
    def rise(self) -> int:
        """How many levels more ``b`` asks than ``a``."""
        return (self.b.level if self.b else 0) - (self.a.level if self.a else 0)


class TierSide(Value):
    """What is known of one of two tiers."""

    ladder: Ladder
    tier: Tier
    pay: Pay
    portrait: TierPortrait | None


class RoleSide(Value):
    """What is known of one of two roles: its guide and its tiers, lowest first."""

    role: Role
    guide: Guide
    tiers: tuple[Tier, ...]

    def section(self, name: str) -> Section | None:
        """Return a section of the guide, or None where it has none."""
        return self.guide.sections.get(name)


def differences(a: Tier, b: Tier) -> tuple[Difference, ...]:
    """Return the skills of which two tiers ask different levels.

    In order: what ``b`` asks more of first; among those what its gates are about, then larger steps, weight
    and id.
    """
    asked_by_a = {ask.skill: ask for ask in a.asks}
    asked_by_b = {ask.skill: ask for ask in b.asks}
    found = [
        Difference(skill, asked_by_a.get(skill), asked_by_b.get(skill))
        for skill in sorted(asked_by_a.keys() | asked_by_b.keys())
    ]

    def order(item: Difference) -> tuple[bool, bool, int, int, str]:
        weight = item.b.weight if item.b else 0
        return (item.rise < 0, item.skill not in b.gate_skills, -item.rise, -weight, item.skill)

    return tuple(sorted((item for item in found if item.rise), key=order))
