"""The menu of a guided session: what to look at, try, change, record, take along and save."""

from careercli.interview.menu.registry import ENTRIES, GROUPS, run_menu

__all__ = ["ENTRIES", "GROUPS", "run_menu"]
