"""``careercli`` and ``python -m careercli``."""

from __future__ import annotations

import gc
import os
import sys

_RARELY_USED = ("subprocess", "textwrap", "tokenize", "bz2", "lzma", "ipaddress", "msgspec.inspect")
"""What libraries import for functions that few runs call: a twentieth of a run."""


_CALLED_RARELY = {
    "difflib": "get_close_matches",
    "gettext": "gettext",
    "shutil": "get_terminal_size",
    "urllib.parse": "quote_from_bytes",
}
"""The same, of which one function is imported by its name: a twentieth as well."""


def main() -> None:
    """Run with the arguments of the process, and end it with the exit code."""
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:  # while starting, before there is anything to say
        code = 130
    _end(code)


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"], ["version"]):
        from careercli import __version__  # nothing else is needed for it

        if _printed(f"careercli {__version__}\n"):
            return 0
    # A run lives for a tenth of a second and leaves few cycles: looking for them once takes a tenth of it.
    # What is imported and read for an advertisement comes to 51,000 objects.
    gc.set_threshold(100_000, 20, 20)
    from careercli.system.lazy_import import import_without, put_off

    put_off(_RARELY_USED)
    for module, function in _CALLED_RARELY.items():
        put_off([module], [function])
    if (
        sys.platform == "linux"
    ):  # which is what ``uuid`` wants to know, and all that it wants of nine patterns
        put_off(["platform"], system=lambda: os.uname().sysname)
    # Two names, which this Python has in ``typing``, where msgspec looks next: a twentieth of a run.
    import_without("typing_extensions", "msgspec")
    from careercli.cli.program import run  # which also knows how to say that nothing can be printed

    return run(arguments)


def _printed(text: str) -> bool:
    """Print text; return whether that was possible."""
    try:
        if sys.stdout is None:
            return False
        sys.stdout.write(text)
        sys.stdout.flush()
    except (OSError, ValueError):
        return False
    return True


def _end(code: int) -> None:
    """Leave with ``code``, at once: what was to be written or saved is, and output that cannot be is known.

    Taking the modules apart again would take a fifth of a run, and complain about a closed pipe.
    """
    for stream in (sys.stdout, sys.stderr):
        try:  # suppress() and NoReturn would import more than the whole of --version takes
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            pass
    os._exit(code)


if __name__ == "__main__":
    main()
