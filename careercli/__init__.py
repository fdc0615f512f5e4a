"""A career advisor for customer support that lives in the terminal, and a library.

What a program may use is here: ``careercli.load_catalog``, ``careercli.assess`` and their like, described in
``careercli.api`` and docs/library.md.
"""

from time import time as _now

__version__ = "0.1.0"

STARTED = _now()
"""When this was imported, in seconds since 1970: code that has changed since may not be what runs."""

TYPE_CHECKING = False  # the name that type checkers know; importing typing would take longer than --version
if TYPE_CHECKING:
    from careercli.api import (
        Assessment,
        CareerError,
        Catalog,
        InvalidDataError,
        NotFoundError,
        Plan,
        Problem,
        Profile,
        StorageError,
        assess,
        import_resume,
        load_catalog,
        load_library,
        match,
        parse_profile,
        plan,
        read_advertisement,
        read_profile,
        read_resume,
        to_json,
    )

__all__ = [
    "Assessment",
    "CareerError",
    "Catalog",
    "InvalidDataError",
    "NotFoundError",
    "Plan",
    "Problem",
    "Profile",
    "StorageError",
    "__version__",
    "assess",
    "import_resume",
    "load_catalog",
    "load_library",
    "match",
    "parse_profile",
    "plan",
    "read_advertisement",
    "read_profile",
    "read_resume",
    "to_json",
]


def __getattr__(name: str) -> object:
    """Return a part of the library, which is loaded when the first one is used."""
    if name not in __all__:
        raise AttributeError(f"module 'careercli' has no attribute '{name}'")
    from careercli import api

    return getattr(api, name)


def __dir__() -> list[str]:
    """Return the names that are for use."""
    return __all__
