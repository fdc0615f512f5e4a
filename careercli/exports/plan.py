"""What a plan in a file is made from, in whatever format."""

from datetime import time

from careercli.domain.model import Catalog, Profile
from careercli.domain.schedule import Plan
from careercli.domain.values import Value
from careercli.exports.calendar import Weekday


class Sessions(Value):
    """When somebody works on a plan: on these days of every week, from this hour."""

    days: tuple[Weekday, ...]
    at: time

    def minutes(self, hours_per_week: float) -> int:
        """Return how long one session is, so that those of a week have the hours of a week."""
        return max(round(hours_per_week * 60 / len(self.days)), 1)


class PlanFile(Value):
    """A plan with all that is said of it.

    Attributes:
        plan, profile, catalog: the plan, whose it is, and what it is computed from.
        whose: tells the plan of one person from that of another in a calendar, and stays the same from one
            time to the next; nobody reads it there.
        sessions: when the person wants to work, for a calendar.

    """

    plan: Plan
    profile: Profile
    catalog: Catalog
    whose: str = ""
    sessions: Sessions | None = None
