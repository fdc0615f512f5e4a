"""What is wrong with how a command was called, in our own words, with what may have been meant."""

import re
from collections.abc import Iterable
from typing import Any

from typer.exceptions import TyperException

from careercli.errors import UsageError
from careercli.formats.document import shortened
from careercli.formats.suggestion import did_you_mean
from careercli.formats.text import clean, one_line


def wrong_usage(error: TyperException) -> UsageError:
    """Return what the library says of the arguments as one of our own faults."""
    context: Any = getattr(error, "ctx", None)
    message, meant = said_of(error)
    return UsageError(message, hint=_hint(meant, context.command_path if context else "careercli"))


def said_of(error: TyperException) -> tuple[str, str]:
    """Return what is wrong with arguments, and the question what was meant; empty where nothing is near."""
    message = one_line(clean(error.format_message()))[:400]
    meant = ""
    if hasattr(error, "possibilities"):  # an option that there is not
        name = error.option_name  # type: ignore[attr-defined]
        message = f"There is no option '{shortened(name)}'."
        meant = did_you_mean(name, _options_of(getattr(error, "ctx", None)))
    elif choices := getattr(getattr(getattr(error, "param", None), "type", None), "choices", ()):
        given = re.match("'(.*)' is not one of ", error.message)
        meant = did_you_mean(given[1], map(str, choices)) if given else ""
    elif more := re.fullmatch(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", message):
        message = f"There is no place for '{shortened(more[1])}'; text of several words stands in quotes."
    return message, meant


def no_such_command(path: str, name: str, known: Iterable[str]) -> UsageError:
    """Return what is wrong with a word where a command should stand.

    Args:
        path: how the group is called, as ``careercli profile``.
        name: the word.
        known: the commands that there are, and what else can stand there.

    """
    called = f"{path.partition(' ')[2]} {shortened(name)}".strip()
    return UsageError(f"There is no command '{called}'.", hint=_hint(did_you_mean(name, known), path))


def _hint(meant: str, path: str) -> str:
    return f"{meant} See '{path} --help'.".lstrip()


def _options_of(context: Any) -> list[str]:
    params = context.command.params if context else ()
    return [name for param in params for name in (*param.opts, *param.secondary_opts) if name[:2] == "--"]
