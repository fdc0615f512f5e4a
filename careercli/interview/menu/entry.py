"""An entry of the menu, and what several of them ask for first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careercli.cli.output_file import Target
from careercli.domain.values import Value
from careercli.interview import destination
from careercli.interview.answers import KeptAnswers
from careercli.prompts.asker import Option

_BROAD = 72


class Entry(Value):
    """An entry of the menu.

    Attributes:
        key: what is pressed for it; no other entry has it.
        group: one of the groups of the registry.
        word: what it is called where there is room for a word only.
        line: what it says; or what makes that of the answers.
        act: what it does. Whatever it raises leads back to the menu, and so does Ctrl-C.
        offered: whether there is anything for it to do.
        commands: the commands that do the same.
        shows: whether what it does leaves something on the screen to read.
        leaves: whether the menu ends where what it does returns true.

    """

    key: str
    group: str
    word: str
    line: str | Callable[[KeptAnswers], str]
    act: Callable[[KeptAnswers], object]
    offered: Callable[[KeptAnswers], object] = lambda _: True
    commands: tuple[str, ...] = ()
    shows: bool = True
    leaves: bool = False

    def option(self, answers: KeptAnswers, *, aside: bool = False) -> Option:
        """Return the entry as an answer to choose: with its line, or aside with its word."""
        line = self.line if isinstance(self.line, str) else self.line(answers)
        label = self.word if aside else line
        return Option(self.key, label, self.key, group="" if aside else self.group, aside=aside)


ROWS = 8
"""About so many lines the menu takes below what is on a screen of 80 columns."""


def rows(width: int) -> int:
    """Return about how many lines the menu takes below what is on a screen so many columns wide."""
    return ROWS if width >= _BROAD else ROWS + 5


def saved_first(answers: KeptAnswers, what: str) -> str | None:
    """Return the saved profile that holds the answers, saving them first where none does; or None.

    ``what`` says why they must be, as in ``Progress is remembered of``.
    """
    if answers.saved_as is None:
        answers.asker.tell(f"{what} a saved profile, so save your answers under a name first.")
        if answers.save() and answers.saved_as is None:
            answers.asker.tell(f"{what} a saved profile, not a file: save under a name too, then come back.")
    return answers.saved_as


def file_for(answers: KeptAnswers, usual: str, forms: Sequence[str]) -> Target | None:
    """Ask for the file to write to, in one of some forms; None where one that is there shall stay.

    Raises:
        GoBackError: the person goes back.
        UsageError, StorageError: it cannot be written.

    """
    return destination.file_for(answers.session, usual, forms, answers.holder or answers.own_file)


def called(answers: KeptAnswers, what: str, ending: str) -> str:
    """Return what a file is called unless somebody says otherwise: ``dana-report.html``."""
    name = answers.holder or answers.profile.name
    return f"{destination.slug(name)}-{what}{ending}" if name else f"{what}{ending}"
