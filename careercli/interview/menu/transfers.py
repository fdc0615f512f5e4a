"""What the menu shows of other lines of work to who comes from outside."""

from __future__ import annotations

from careercli.cli.results import show
from careercli.domain.transfer import crossing
from careercli.interview.answers import KeptAnswers
from careercli.prompts.asker import keyed

_KEYS = "123456789acdefghijklmoprstuvwxz"
"""The keys of the lines of work, in their order; those that mean something else everywhere are left out."""


def has_transfers(answers: KeptAnswers) -> bool:
    """Return whether somebody has no years in support, and the role data know other lines of work."""
    if answers.profile.support_years:
        return False
    return any(each.way == "in" for each in answers.session.library.transfers)


def transfer(answers: KeptAnswers) -> None:
    """Show what carries over from a line of work, beside what is rated."""
    session = answers.session
    known = {each.id: each for each in session.library.transfers if each.way == "in"}
    options = keyed(_KEYS, ((each.name, each.id) for each in known.values()))
    chosen = answers.asker.choose("Where do you come from?", "", options, options[0].value, back=True)
    session.write("\n")
    made = crossing(answers.catalog, session.library, known[chosen], answers.profile)
    show(session, "transfer", crossing=made, rate="")
