"""A library is imported without what it can do without, and nobody else notices."""

from __future__ import annotations

import os
import platform
import subprocess
import sys

import pytest


def _printed(code: str) -> str:
    """Return what a Python of its own prints, which starts with nothing imported."""
    imports = "import sys\nfrom careercli.system.lazy_import import import_without, put_off\n"
    command = [sys.executable, "-c", imports + code]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


@pytest.mark.parametrize(
    ("optional", "library"), [("typing_extensions", "msgspec"), ("ssl", "asyncio")], ids=lambda name: name
)
def test_what_is_left_out_can_be_imported_afterwards(optional: str, library: str) -> None:
    """The library is there without it, and whoever wants it gets it."""
    code = (
        f"import_without({optional!r}, {library!r})\n"
        f"print({library!r} in sys.modules, {optional!r} in sys.modules)\n"
        f"import {optional}\n"
        f"print({optional}.__name__)\n"
    )
    assert _printed(code).splitlines() == ["True False", optional]


def test_a_process_that_has_it_keeps_it() -> None:
    """Somebody else may need the library whole: where either is loaded, nothing is left out."""
    code = (
        "import ssl\nimport_without('ssl', 'asyncio')\nprint('asyncio' in sys.modules)\n"
        "import asyncio.sslproto\nprint(asyncio.sslproto.ssl is ssl)\n"
    )
    assert _printed(code).splitlines() == ["False", "True"]


def test_questions_are_asked_without_openssl() -> None:
    """What draws questions needs nothing of what is left out."""
    code = (
        "import_without('ssl', 'asyncio')\nimport careercli.prompts.screen\n"
        "print('questionary' in sys.modules, 'ssl' in sys.modules, '_ssl' in sys.modules)\n"
    )
    assert _printed(code) == "True False False\n"


def test_a_library_that_is_missing_says_so() -> None:
    """And what was to be left out is not left behind as missing."""
    code = (
        "try:\n    import_without('ssl', 'no_such_library')\nexcept ImportError as error:\n    print(error)\n"
        "print('ssl' in sys.modules)\n"
    )
    assert _printed(code).splitlines() == ["No module named 'no_such_library'", "False"]


def test_what_is_put_off_loads_when_it_is_used() -> None:
    """Importing it as often as one likes loads nothing; using something of it, or taking it out, does."""
    code = (
        "put_off(['bz2', 'textwrap'])\nimport bz2\nimport bz2 as again\nimport textwrap\n"
        "print('_bz2' in sys.modules, hasattr(bz2, 'BZ2File'), '_bz2' in sys.modules, again is bz2)\n"
        "from textwrap import dedent\nprint(dedent('  a'), textwrap.dedent is dedent)\n"
    )
    assert _printed(code).splitlines() == ["False True True True", "a True"]


def test_what_is_put_off_has_nothing_that_it_should_not_have() -> None:
    """What it lacks is missing as ever, before and after it is loaded."""
    code = (
        "put_off(['bz2'])\nimport bz2\n"
        "for _ in range(2):\n    try:\n        bz2.nothing\n"
        "    except AttributeError as error:\n        print(error)\n"
        "print('__getattr__' in vars(bz2))\n"
    )
    assert _printed(code).splitlines() == [*["module 'bz2' has no attribute 'nothing'"] * 2, "False"]


def test_what_cannot_be_put_off_is_left_alone() -> None:
    """A module that is loaded stays what it is; one that is not there is missing for whoever imports it."""
    code = (
        "import bz2\nput_off(['bz2', 'no_such_library', 'no_such_library.part'])\n"
        "print(sys.modules['bz2'] is bz2, '__getattr__' in vars(bz2), 'no_such_library' in sys.modules)\n"
    )
    assert _printed(code) == "True False False\n"


def test_a_part_of_a_library_can_be_put_off() -> None:
    """The library is not imported for it, and finds it as its part when it is."""
    code = (
        "put_off(['msgspec.inspect'])\nprint('msgspec' in sys.modules)\nimport msgspec\n"
        "print('__getattr__' in vars(msgspec.inspect), msgspec.inspect.type_info(int).__class__.__name__)\n"
    )
    assert _printed(code).splitlines() == ["False", "True IntType"]


def test_threads_that_use_it_at_once_load_it_once() -> None:
    """Whoever comes while it is loading waits for what they want of it."""
    code = (
        "from threading import Thread\nput_off(['subprocess'])\nimport subprocess\n"
        "got = []\nthreads = [Thread(target=lambda: got.append(subprocess.Popen)) for _ in range(20)]\n"
        "[thread.start() for thread in threads]\n[thread.join() for thread in threads]\n"
        "print(len(got), len(set(got)))\n"
    )
    assert _printed(code) == "20 1\n"


def test_what_is_known_of_it_needs_no_loading() -> None:
    """It is told as it would be, and is the module's own from the moment when that is loaded."""
    code = (
        "put_off(['bz2'], open=lambda: 'known')\nimport bz2\nprint(bz2.open(), '_bz2' in sys.modules)\n"
        "print(bz2.compress.__name__, bz2.open is bz2.__dict__['open'], bz2.open.__module__)\n"
    )
    assert _printed(code).splitlines() == ["known False", "compress True bz2"]


def test_a_function_that_is_asked_for_at_once_loads_it_when_it_is_called() -> None:
    """Importing it by its name loads nothing; whoever has it so calls the module's own, also later."""
    code = (
        "put_off(['bz2'], ['compress'])\nfrom bz2 import compress\nprint('_bz2' in sys.modules)\n"
        "print(compress(b'')[:2], '_bz2' in sys.modules)\n"
        "import bz2\nprint(compress(b'')[:2], bz2.compress.__module__)\n"
    )
    assert _printed(code).splitlines() == ["False", "b'BZ' True", "b'BZ' bz2"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the module is asked")
def test_the_system_is_called_as_ever() -> None:
    """What the program says of it before it is loaded is what the module says."""
    assert platform.system() == os.uname().sysname
