"""The menu of a guided session: what to look at, try, change, record, take along and save."""

from careercli.interview.menu.registry import ENTRIES, GROUPS, entry, run_menu

__all__ = ["ENTRIES", "GROUPS", "entry", "run_menu"]
