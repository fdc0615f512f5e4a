"""Libraries imported without what they can do without, or with what a run may never use put off."""

import sys
from _thread import RLock
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import module_from_spec
from types import ModuleType
from typing import Any


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


def put_off(names: Iterable[str], functions: Iterable[str] = (), **known: object) -> None:
    """Have modules that are not loaded yet load when something of them is first used.

    Whoever imports them for functions that a run may never call does not wait for them, and notices nothing
    else. ``known`` is what is asked of them at once, and known without them; ``functions`` are asked for
    at once, and load them when they are called. A name that this Python does not have is left to
    whoever imports it. Only for the program, as above.
    """
    for name in names:
        package, _, _ = name.rpartition(".")
        above = PathFinder.find_spec(package) if package else None
        places = above.submodule_search_locations if above else [] if package else sys.path
        spec = PathFinder.find_spec(name, places)
        if spec and name not in sys.modules:
            sys.modules[name] = module = _unloaded(spec)
            vars(module).update(known)
            for function in functions:
                vars(module)[function] = _called_later(module.__getattr__, function)


def _called_later(load: Callable[[str], Any], name: str) -> Callable[..., object]:
    """Return what calls the function of a module that it loads first."""

    def called(*given: object, **named: object) -> object:
        return load(name)(*given, **named)

    return called


def _unloaded(spec: ModuleSpec) -> ModuleType:
    """Return a module that loads when it is asked for what it does not have.

    That of ``importlib.util.LazyLoader`` would load when it is imported for the second time.
    """
    module, loader, lock = module_from_spec(spec), spec.loader, RLock()

    def load(attribute: str) -> object:
        nonlocal loader
        with lock:  # another thread may be at it; and while it loads, it may look at itself
            if loader and attribute != "__path__":  # a package has it, and ``from X import`` looks for it
                begun, loader = loader, None
                begun.exec_module(module)
                del module.__getattr__
        try:
            return vars(module)[attribute]
        except KeyError:
            raise AttributeError(f"module '{spec.name}' has no attribute '{attribute}'") from None

    module.__getattr__ = load  # type: ignore[method-assign] # which is asked for what is missing only
    return module
