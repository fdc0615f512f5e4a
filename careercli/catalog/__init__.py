"""Finds, reads, checks and compiles packs of role data into a catalog and a library."""

from careercli.catalog.loader import (
    Compiled,
    LoadedCatalog,
    Packs,
    check_packs,
    load_catalog,
    load_library,
)
from careercli.catalog.places import builtin_pack

__all__ = [
    "Compiled",
    "LoadedCatalog",
    "Packs",
    "builtin_pack",
    "check_packs",
    "load_catalog",
    "load_library",
]
