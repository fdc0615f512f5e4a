"""Programs in pseudo-terminals that begin with everything imported: that is most of what a short one costs.

Each is a process of its own in a terminal of its own, forked from one that has done nothing but import.
How a process starts from nothing is for ``tests/test_startup.py`` and ``tests/test_main.py``.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import pkgutil
import pty
import signal
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pexpect
from ptyprocess import PtyProcess

NOT_FIRST = ("careercli.__main__", "careercli.batch.cluster", "careercli.reading.worker")
"""Modules that are programs, or that bring what no program in a terminal loads."""

LATE = ("questionary", "prompt_toolkit.shortcuts", "rich.console", "yaml")
"""Libraries that are imported only where they are used."""


class Nursery:
    """The process that everything is imported in: it forks others, and waits for them."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        self._terminal, terminal = pty.openpty()  # so that the streams are those of a program in a terminal
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(theirs.fileno())],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            pass_fds=[theirs.fileno()],
        )
        os.close(terminal)
        theirs.close()
        atexit.register(self._end)

    def _end(self) -> None:
        self._socket.close()
        self._process.wait()

    def fork(
        self, arguments: Sequence[str], env: Mapping[str, str], size: tuple[int, int]
    ) -> tuple[int, int]:
        """Start careercli in a terminal of this size; return its process and our end of it."""
        answer, descriptors = self._asked({"run": [list(arguments), dict(env), str(Path.cwd()), size]})
        return answer[0], descriptors[0]

    def waitpid(self, process: int, options: int) -> tuple[int, int]:
        """Wait for a process as ``os.waitpid`` does."""
        answer, _ = self._asked({"wait": [process, options]})
        return answer[0], answer[1]

    def _asked(self, request: dict[str, Any]) -> tuple[list[int], list[int]]:
        self._socket.sendall(json.dumps(request).encode() + b"\n")
        answer, descriptors, _, _ = socket.recv_fds(self._socket, 4096, 1)
        if not answer:
            raise AssertionError(os.read(self._terminal, 65536).decode())
        return json.loads(answer), descriptors


nursery = cache(Nursery)


class Forked(pexpect.spawn):
    """``python -m careercli`` as a forked process, with all that pexpect can do to one that it started."""

    def _spawnpty(self, args: list[str], **how: Any) -> PtyProcess:
        process, terminal = nursery().fork(args[3:], how["env"], how["dimensions"])
        return _Grown(process, terminal)


class _Grown(PtyProcess):
    def isalive(self) -> bool:
        """Return whether the process runs; what has closed its terminal is waited for."""
        if not self.terminated:
            process, self.status = nursery().waitpid(self.pid, 0 if self.flag_eof else os.WNOHANG)
            self.terminated = bool(process)
            if process and os.WIFSIGNALED(self.status):
                self.signalstatus = os.WTERMSIG(self.status)
            elif process:
                self.exitstatus = os.WEXITSTATUS(self.status)
        return not self.terminated

    def wait(self) -> int | None:
        """Wait for the process; return its exit code."""
        self.flag_eof = True
        self.isalive()
        return self.exitstatus


def _serve(requests: socket.socket) -> None:
    """Do what is asked until nobody asks any more; return in each process that is forked."""
    for line in requests.makefile():
        request = json.loads(line)
        if "wait" in request:
            requests.send(json.dumps(os.waitpid(*request["wait"])).encode())
            continue
        arguments, env, folder, size = request["run"]
        process, terminal = pty.fork()
        if not process:
            termios.tcsetwinsize(0, size)
            os.closerange(3, terminal + 100)
            _become(arguments, env, folder)
            return
        socket.send_fds(requests, [json.dumps([process]).encode()], [terminal])
        os.close(terminal)
    os._exit(0)


def _become(arguments: list[str], env: dict[str, str], folder: str) -> None:
    """Be as a process is that was started with this."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    sys.argv[1:] = arguments
    # What a shell does to what it runs in the background, and nohup, would have some signals ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


if __name__ == "__main__":
    import careercli
    from careercli.__main__ import main

    for module in pkgutil.walk_packages(careercli.__path__, "careercli."):
        if module.name not in NOT_FIRST:
            import_module(module.name)
    for library in LATE:
        import_module(library)
    gc.freeze()
    _serve(socket.socket(fileno=int(sys.argv[1])))
    main()
