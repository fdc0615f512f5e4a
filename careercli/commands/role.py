"""``careercli role list`` and ``careercli role show``."""

from typing import Annotated

import typer

from careercli.cli.context import session_of
from careercli.cli.options import (
    Force,
    OutputFile,
    PageForm,
    StateName,
    argument,
    command_app,
    completing,
    flag,
    option,
)
from careercli.cli.output_file import target_of
from careercli.cli.preferences import parsed
from careercli.cli.results import hand_over, show
from careercli.domain.names import fold
from careercli.domain.sections import SECTIONS
from careercli.domain.settings import BY_NAME
from careercli.errors import NotFoundError, UsageError
from careercli.formats.document import shortened
from careercli.formats.lookup import find_role, find_section, role_names

app = command_app()


@app.callback(
    epilog="""
        careercli role list  # The roles that have a guide.
        careercli role show customer-support-manager --section "a day in the life"  # One section of a guide.
    """
)
def role() -> None:
    """Read the guides: what a job is like, how to get in, what it pays, where it leads."""


@app.command(
    "list",
    epilog="""
        careercli role list  # The roles, each with its tiers.
        careercli role list --json  # As a document, with the sections of each guide.
    """,
)
def list_roles(ctx: typer.Context) -> None:
    """List the roles, each with its tiers."""
    show(session_of(ctx), "roles")


@app.command(
    "show",
    epilog="""
        careercli role show customer-support-manager  # What there is to read.
        careercli role show customer-support-manager --section pay --state TX  # One section, here with Texas.
        careercli role show customer-support-specialist -o guide.html  # All of it as a page to hand over.
    """,
)
def show_role(
    ctx: typer.Context,
    name: Annotated[
        str,
        argument("ROLE", "A role by any of its names, or a tier of it.", "roles"),
    ],
    section: Annotated[
        list[str] | None,
        option(
            "--section",
            "SECTION",
            "One section in full, by id or title; repeatable.",
            autocompletion=completing(words=tuple(SECTIONS)),
        ),
    ] = None,
    full: Annotated[bool, flag("--full", "Every section in full.")] = False,
    state: StateName = None,
    form: PageForm = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    """Show the contents of a role's guide, or sections of it in full; or write it as a page to hand over."""
    session = session_of(ctx)
    catalog, library = session.catalog, session.library
    if full and section:
        raise UsageError("--full and --section contradict one another.", hint="Give one of the two.")
    asked = {f"--format {form}": form}
    target = target_of(session, output, asked, force=force, read=None)
    found = find_role(catalog, name)
    if fold(name) not in role_names(catalog):
        session.note(f"'{shortened(name)}' is a tier of this role.")
    guide = library.guides_by_role[found.id]
    wanted = list(dict.fromkeys(find_section(part, found.name) for part in section or ()))
    for part in wanted:
        if part not in guide.sections:
            raise NotFoundError(
                f"The guide of {found.id} has no section '{part}'.",
                hint=f"It has {', '.join(guide.sections)}.",
            )
    every = list(guide.sections)
    sections = wanted if wanted and not full else every
    target.check(session)
    values = {"role": found, "guide": guide, "sections": sections}
    if state is not None:
        values["state"] = parsed(BY_NAME["state"], state, said="--state")
    if target.on_screen and not (full or wanted):
        show(session, "contents", **values)
    else:
        hand_over(session, target, "guide", **values)
