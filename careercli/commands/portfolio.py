"""``careercli portfolio``: what there is to show, and what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careercli.documents.text import clean
from careercli.errors import StorageError, UsageError
from careercli.facts import Facts, profile_of_command, saved_name
from careercli.options import ProfileArgument, session_of
from careercli.session import Session

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog="Example: careercli portfolio dana.yaml")
def portfolio(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write it to a file; - prints it.", show_default=False
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")] = False,
) -> None:
    """Arrange your evidence as a portfolio in Markdown, and name what you claim and cannot show yet."""
    from careercli.domain.portfolio import portfolio as portfolio_of

    session = session_of(ctx)
    catalog = session.catalog
    person = profile_of_command(session, profile, Facts())
    result = portfolio_of(catalog, session.library, person)
    if session.settings.json:
        from careercli.exporters.json_text import encode
        from careercli.exporters.portfolio import portfolio_document

        data = encode(portfolio_document(result, catalog.skill_titles, session.today))
    else:
        from careercli.exporters.portfolio import portfolio_markdown

        guide = session.library.guides_by_role.get(result.role)
        data = portfolio_markdown(result, catalog, guide, session.today).encode()
    if output is None or output == "-":
        if session.settings.json:
            session.write_bytes(data)
        else:
            session.write(data.decode())
        return
    path = Path(output)
    _check_free(session, profile, path)
    if path.exists() and not force:
        raise UsageError(
            f"{clean(output)} is there already.", hint="Choose another name, or replace it with --force."
        )
    from careercli.store import write_whole

    write_whole(path, data)
    session.say(f"Written to {clean(output)}.")


def _check_free(session: Session, profile: str | None, path: Path) -> None:
    """Refuse a file that no portfolio may replace, also with --force.

    Raises:
        UsageError: it is the profile that was read, or lies among what is kept for the person.
        StorageError: its folder does not exist, or the system cannot tell.

    """
    shown = clean(str(path))
    try:
        target, kept = path.resolve(), session.store.profiles.parent.resolve()
        name = saved_name(session, profile)
        read = session.store.path(name) if name else Path(profile or "-")
        same = profile != "-" and path.exists() and path.samefile(read)
        there = target.parent.is_dir()
    except (OSError, ValueError, RuntimeError) as error:
        raise StorageError(f"{shown} cannot be written: {clean(str(error))}.") from error
    if same or target.is_relative_to(kept):
        what = "is the profile itself" if same else "lies in the folder where careercli keeps your profiles"
        raise UsageError(f"{shown} {what}; a portfolio is never written there.", hint="Choose another name.")
    if not there:
        raise StorageError(
            f"{shown} cannot be written: there is no folder {clean(str(path.parent))}.",
            hint="Make the folder first, or choose another.",
        )
