"""Writes the manual page from the commands themselves: ``make man``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typer

from careercli import __version__
from careercli.cli import program
from careercli.cli.help import below, examples_of, help_of, help_on, paragraphs
from careercli.documents.program import HelpDocument, HelpTerm
from careercli.errors import ExitCode

PAGE = Path(__file__).resolve().parent / "careercli.1"
REVISED = "2026-11-22"
"""When somebody last read the whole page."""

ENVIRONMENT = {
    "CAREERCLI_DATA": "Packs of role data to lay over the built-in one, as --data; separated by colons "
    "(semicolons on Windows).",
    "CAREERCLI_ACCESSIBLE": "Anything but 0, false, no and off means --accessible.",
    "CAREERCLI_HOURS": "Hours a week, for facts given as options and for new profiles.",
    "CAREERCLI_GOAL": "The tier to aim at, for facts given as options and for new profiles.",
    "CAREERCLI_LADDER": "The ladder to use, as --ladder.",
    "CAREERCLI_STATE": "The US state that pay is looked up for, or none.",
    "CAREERCLI_COLOR": "auto, always or never; after NO_COLOR and before the others about colors.",
    "CAREERCLI_PAGER": "Shows what is longer than the terminal, before PAGER; empty or cat for none.",
    "CAREERCLI_DEBUG": "Print the traceback of an unexpected fault.",
    "NO_COLOR": "No colors, as --no-color.",
    "CLICOLOR_FORCE": "Colors even where the output is no terminal; FORCE_COLOR means the same.",
    "CLICOLOR": "0 means no colors, unless one of these asks for them.",
    "COLUMNS": "The width to write for, instead of that of the terminal.",
    "TERM": "dumb means --accessible.",
    "VISUAL": "The editor of 'profile edit', before EDITOR.",
    "EDITOR": "The editor of 'profile edit'.",
    "PAGER": "Shows what is longer than the terminal; empty or cat for none.",
    "SHELL": "The shell that 'completion' speaks of first.",
    "XDG_DATA_HOME": "Where profiles are kept, ~/.local/share unless set. XDG_STATE_HOME (~/.local/state) is "
    "for drafts, XDG_CACHE_HOME (~/.cache) for compiled packs.",
}

FILES = {
    "$XDG_DATA_HOME/careercli/profiles/NAME.yaml": "A saved profile. Edit it by hand if you like.",
    "$XDG_DATA_HOME/careercli/history/NAME.jsonl": "What is remembered of it: assessments, and steps that "
    "are done.",
    "$XDG_DATA_HOME/careercli/notes/NAME.yaml": "What a coach noted about it.",
    "$XDG_DATA_HOME/careercli/opinions/NAME.yaml": "Forms for second opinions on it, and what came back.",
    "$XDG_DATA_HOME/careercli/letters.json": "The letters that stand for names with --anonymous.",
    "$XDG_DATA_HOME/careercli/settings.yaml": "The default profile, and what 'careercli config' chose.",
    "$XDG_STATE_HOME/careercli/interview-draft.yaml": "The answers of a session that was broken off.",
    "$XDG_CACHE_HOME/careercli": "Compiled packs. It can be deleted at any time.",
}
"""On Linux; ``careercli data where`` says them everywhere."""

EXAMPLES = {
    "careercli plan me -o plan.ics --sessions tue,thu@18:00": "The plan as a calendar, with hours for it.",
    "careercli assess profile.yaml --json | jq -r .placement.current": "The tier, for a script.",
}


def page() -> str:
    """Return the manual page in the macros of man(7), the same on every machine."""
    command: Any = typer.main.get_command(program.app)
    return "\n".join(_lines(command)) + "\n"


def _lines(command: Any) -> Iterator[str]:
    context = typer.Context(command, info_name="careercli")
    yield r".\" Made from the commands by docs/man/write.py: change these, and run make man."
    yield f'.TH CAREERCLI 1 "{REVISED}" "careercli {__version__}" "User Commands"'
    yield from (".nh", ".ad l")  # words and lines as they are: options are copied from here
    yield from (".SH NAME", r"careercli \- a career advisor for customer support that lives in the terminal")
    yield from (".SH SYNOPSIS", ".B careercli", _said("[OPTIONS] COMMAND [ARGS]..."))
    yield ".SH DESCRIPTION"
    yield from _paragraphs(paragraphs(command.help))
    yield ".PP"
    yield _said(
        "PROFILE is the name of a saved profile, a path to a YAML or JSON file, or - for standard input. "
        "Without it a command is about the facts given as options, else about the default profile. Names of "
        "tiers, skills and roles may be ids or what people call them, in any case."
    )
    yield ".SH OPTIONS"
    yield _said("Every command takes these, on either side of its name; --version stands alone.")
    yield from _listed((*help_of(context).options, *help_on(context, ["options"]).options))
    yield ".SH FACTS"
    yield "Facts about a person, alone or laid over a profile, for every command that shows FACTS below."
    yield from _listed(help_on(context, ["facts"]).options)
    yield ".SH COMMANDS"
    for name in program.COMMANDS:
        yield from _command(below(context, name))
    yield ".SH ENVIRONMENT"
    yield from _terms(ENVIRONMENT)
    yield ".SH FILES"
    yield "These are the places on Linux; 'careercli data where' says those of any system."
    yield from _terms(FILES)
    yield ".SH EXIT STATUS"
    yield from _terms({str(code.value): f"{code.meaning[0].upper()}{code.meaning[1:]}." for code in ExitCode})
    yield ".SH EXAMPLES"
    yield from _terms({each.command: each.text for each in examples_of(command)} | EXAMPLES)
    yield from (".SH SEE ALSO", ".BR man (7),")
    yield "the documentation in the folder docs of the source."


def _command(context: Any) -> Iterator[str]:
    """Yield a command and those below it: how it is called, what it does, what it takes, examples."""
    page: HelpDocument = help_of(context)
    yield f".SS {_said(f'{page.usage} [FACTS]' if page.facts else page.usage or '')}"
    yield from _paragraphs(page.about)
    yield from _listed((*page.arguments, *page.options))
    yield from (".PP", "Examples:")
    yield from _terms({each.command: each.text for each in page.examples})
    for each in page.commands:
        yield from _command(below(context, each.name))


def _listed(terms: Iterable[HelpTerm]) -> Iterator[str]:
    yield from _terms({each.name: each.text for each in terms})


def _terms(terms: dict[str, str]) -> Iterator[str]:
    for name, text in terms.items():
        yield from (".TP", f".B {_said(name)}", _said(text))


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        if number:
            yield ".PP"
        yield _said(text)


def _said(text: str) -> str:
    r"""Return text on one line as it stands: a hyphen can be copied, nothing begins a request."""
    out = text.replace("\\", r"\e").replace("-", r"\-").replace("~", r"\(ti").replace("^", r"\(ha")
    out = re.sub("[^\0-\x7f]", lambda found: rf"\[u{ord(found[0]):04X}]", out)
    return rf"\&{out}" if out.startswith((".", "'")) else out


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="ascii", newline="\n")
