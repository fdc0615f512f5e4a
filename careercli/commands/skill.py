"""``careercli skill list`` and ``careercli skill show``."""

from __future__ import annotations

from typing import Annotated

import typer

from careercli.domain.model import Catalog, Skill
from careercli.domain.names import fold
from careercli.facts import find_skill, find_tier, look_up
from careercli.options import complete_skill, complete_tier, session_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog="Example: careercli skill show coaching")
def skill() -> None:
    """Browse the skills: what each level looks like in support work, and how to reach it."""


@app.command("list", epilog="Example: careercli skill list --tier team-lead")
def list_skills(
    ctx: typer.Context,
    group: Annotated[
        str | None, typer.Option("--group", metavar="GROUP", help="Only one group, by id or name.")
    ] = None,
    tier: Annotated[
        str | None,
        typer.Option(
            "--tier", metavar="TIER", help="Only what a tier asks for.", autocompletion=complete_tier
        ),
    ] = None,
) -> None:
    """List the skills by group."""
    session = session_of(ctx)
    catalog = session.catalog
    skills = list(catalog.skills)
    if group is not None:
        chosen = _group(catalog, group)
        skills = [skill for skill in skills if skill.group == chosen]
    if tier is not None:
        asked = {demand.skill for demand in find_tier(catalog, tier).demands}
        skills = [skill for skill in skills if skill.id in asked]
    if session.settings.json:
        from careercli.exporters.catalog import skills_document

        session.print_document(skills_document(skills))
    else:
        from careercli.views.skill import skill_list_view

        session.print_view(skill_list_view(catalog, skills, session.look))


@app.command("show", epilog="Example: careercli skill show coaching")
def show_skill(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="SKILL", help="A skill's id, name or alias, in any case.", autocompletion=complete_skill
        ),
    ],
) -> None:
    """Show one skill in full: its levels and the step to each."""
    session = session_of(ctx)
    catalog = session.catalog
    found: Skill = catalog.skills_by_id[find_skill(catalog, name)]
    if session.settings.json:
        from careercli.exporters.catalog import skill_document

        session.print_document(skill_document(found))
    else:
        from careercli.views.skill import skill_view

        session.print_view(skill_view(catalog, found, session.look))


def _group(catalog: Catalog, name: str) -> str:
    known = {fold(word): group.id for group in catalog.groups for word in (group.id, group.name)}
    groups = ", ".join(group.id for group in catalog.groups)
    return look_up("group", name, known, f"The groups are {groups}.")
