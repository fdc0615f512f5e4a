"""``careercli what-if``: the same person with other facts, one way or several side by side."""

import shlex
from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand
from typer.exceptions import TyperException

from careercli.api import Assessment
from careercli.cli.context import Session, session_of
from careercli.cli.facts import Facts
from careercli.cli.options import ProfileArgument, command_app, fact_options, facts_of, option
from careercli.cli.output import command_line
from careercli.cli.profile_source import default_profile, profile_named, warnings_about
from careercli.cli.results import show
from careercli.cli.usage import said_of
from careercli.domain.change import Variant, compare
from careercli.domain.model import Profile
from careercli.domain.names import fold
from careercli.errors import CareerError, UsageError
from careercli.formats.document import shortened
from careercli.formats.text import clean, one_line

MOST = 6
"""How many variants can still be told apart on one screen."""

LONGEST_NAME = 30

_EXAMPLE = "As in --variant 'a year on: --support-years +1'."

app = command_app()


class _Asked(NamedTuple):
    """A variant as it was given: its name, its own facts, and these after the facts of all, as options."""

    name: str
    facts: Facts
    given: str


@app.command(
    name="what-if",
    epilog="""
        careercli what-if dana.yaml --leading-years +1 --skill budgeting=2 --skill hiring=+1
            # Another year, and two skills higher.
        careercli what-if dana --variant 'more time: --hours 8' --variant 'a course: --skill budgeting=3'
            # Two ideas side by side.
    """,
)
def what_if(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    variant: Annotated[
        list[str] | None,
        option(
            "--variant",
            "'NAME: FACTS'",
            "One of 2 to 6 what-ifs to see side by side; facts outside of them are part of each.",
        ),
    ] = None,
) -> None:
    """Show what other facts would change; a number with a sign adds to what the profile says."""
    session = session_of(ctx)
    facts = facts_of(ctx)
    asked = _asked(variant or [], facts)
    if not asked and not facts.given:
        raise UsageError(
            "Nothing is changed.", hint="Say what if, as in --leading-years +1 or --skill coaching=3."
        )
    if profile is not None:
        person = profile_named(session, profile)
    else:
        person = default_profile(session, hint="Name a file: careercli what-if FILE --support-years +1.")
    other = facts.over(person, session.catalog, relative=True)
    before = session.assess(person)
    if asked:
        _side_by_side(session, before, other, asked)
    else:
        warnings_about(session, other)
        show(session, "what-if", change=compare(before, session.assess(other)))


def _side_by_side(session: Session, before: Assessment, person: Profile, asked: Sequence[_Asked]) -> None:
    """Print what each variant of a person changes against the assessment before."""
    people = [_over(session, person, each) for each in asked]
    warnings_about(session, max(people, key=lambda each: each.leading_years - each.support_years))
    variants = [
        Variant(each.name, each.given, compare(before, session.assess(other)))
        for each, other in zip(asked, people, strict=True)
    ]
    show(session, "variants", variants=variants)


def _over(session: Session, person: Profile, asked: _Asked) -> Profile:
    """Return a person with the facts of a variant; what is wrong with these is said with its name."""
    try:
        return asked.facts.over(person, session.catalog, relative=True)
    except CareerError as error:
        raise type(error)(f"Variant '{asked.name}': {error.message}", hint=error.hint) from error


def _asked(texts: Sequence[str], shared: Facts) -> list[_Asked]:
    """Return the variants that were given, in their order.

    Raises:
        UsageError: there is one or too many; or one has no name, that of another, no facts or wrong ones.

    """
    if len(texts) == 1:
        raise UsageError(
            "--variant is given once; it is for several side by side.",
            hint="A single what-if takes its facts without --variant.",
        )
    if len(texts) > MOST:
        raise UsageError(f"--variant is given {len(texts)} times; up to {MOST} go side by side.")
    out: list[_Asked] = []
    for text in texts:
        name, separator, rest = text.partition(":")
        name = one_line(clean(name))
        if not separator or not name or name.startswith("-"):
            raise UsageError(f"The variant '{shortened(text)}' has no name.", hint=_EXAMPLE)
        if len(name) > LONGEST_NAME:
            raise UsageError(f"Variant '{shortened(name)}': a name takes up to {LONGEST_NAME} characters.")
        if any(fold(name) == fold(other.name) for other in out):
            raise UsageError(f"Variant '{name}' is given twice.", hint="Call one of them something else.")
        facts = _facts_in(name, rest)
        if not facts.given and not shared.given:
            raise UsageError(f"Variant '{name}' changes nothing.", hint=_EXAMPLE)
        given = command_line([*shared.as_options, *facts.as_options])
        out.append(_Asked(name, facts, given))
    return out


def _facts_in(name: str, text: str) -> Facts:
    """Return the facts that a variant's text gives, read as the options of a command line."""
    options: Any = fact_options()
    command: Any = TyperCommand(name, params=options, add_help_option=False)
    try:
        context = command.make_context(name, shlex.split(text))
    except ValueError:
        raise UsageError(f"Variant '{name}': a quotation mark is not closed.") from None
    except TyperException as error:
        message, meant = said_of(error)
        hint = f"{meant} It takes facts, such as --support-years +1.".lstrip()
        raise UsageError(f"Variant '{name}': {shortened(message)}", hint=hint) from error
    return facts_of(context)
