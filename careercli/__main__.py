"""``careercli`` and ``python -m careercli``."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run with the arguments of the process, and end it with the exit code."""
    if sys.argv[1:] == ["--version"]:
        from careercli import __version__  # nothing else is needed for it

        _end(_print(f"careercli {__version__}\n"))
    from careercli.cli import run

    _end(run(sys.argv[1:]))


def _print(text: str) -> int:
    try:
        if sys.stdout is not None:
            sys.stdout.write(text)
            sys.stdout.flush()
    except BrokenPipeError:
        return 0
    except OSError:
        return 5
    return 0 if sys.stdout is not None else 5


def _end(code: int) -> None:
    """Leave with ``code``; output that can no longer be written must not add noise at shutdown."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, stream.fileno())
    sys.exit(code)


if __name__ == "__main__":
    main()
