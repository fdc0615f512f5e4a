"""A library is imported without what it can do without, and nobody else notices."""

from __future__ import annotations

import subprocess
import sys

import pytest


def _printed(code: str) -> str:
    """Return what a Python of its own prints, which starts with nothing imported."""
    imports = "import sys\nfrom careercli.system.lazy_import import import_without\n"
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
