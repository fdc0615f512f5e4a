"""Finds, reads, checks and compiles packs of role data into a catalog."""

from careercli.catalog.loading import LoadedCatalog, check_packs, load_catalog
from careercli.catalog.places import builtin_pack

__all__ = ["LoadedCatalog", "builtin_pack", "check_packs", "load_catalog"]
