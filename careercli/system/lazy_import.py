"""Libraries imported without what they can do without, where that would be most of their import."""

import sys
from importlib import import_module


def import_without(optional: str, library: str) -> None:
    """Import a library as if another module, which it looks for and can do without, were not installed.

    Only the program may do so, at the start of a run of its own: in a process that has either already,
    nothing is left out. ``import careercli`` leaves all this alone.
    """
    if optional in sys.modules or library in sys.modules:
        return
    sys.modules[optional] = None  # type: ignore[assignment] # how a module is said to be missing
    try:
        import_module(library)
    finally:
        del sys.modules[optional]
