"""``careercli skill list`` and ``careercli skill show``."""

from typing import Annotated

import typer

from careercli.cli.context import session_of
from careercli.cli.options import ProfileArgument, argument, command_app, option
from careercli.cli.profile_source import profile_named
from careercli.cli.results import show
from careercli.domain.browsing import skills_with
from careercli.domain.model import Skill, SkillKind
from careercli.formats.lookup import find_certificate, find_named, find_skill, find_tier, find_tool
from careercli.text.tiers import must_have

app = command_app()


@app.callback(
    epilog="""
        careercli skill list --tier manager  # What a tier asks for, by group.
        careercli skill show coaching  # What each level of a skill looks like.
    """
)
def skill() -> None:
    """Browse the skills: what each level looks like in support work, and how to reach it."""


@app.command(
    "list",
    epilog="""
        careercli skill list --tier team-lead --kind soft  # The soft skills that a tier asks for.
        careercli skill list --tool Zendesk  # What is done with a tool.
    """,
)
def list_skills(
    ctx: typer.Context,
    group: Annotated[
        str | None,
        option("--group", "GROUP", "Only one group, by id or name.", "groups"),
    ] = None,
    kind: Annotated[
        SkillKind | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only technical or only soft skills.",
            case_sensitive=False,
        ),
    ] = None,
    tier: Annotated[
        str | None,
        option("--tier", "TIER", "Only what a tier asks for.", "tiers"),
    ] = None,
    tool: Annotated[
        str | None, option("--tool", "TOOL", "Only what is done with a tool, as Zendesk.")
    ] = None,
    certificate: Annotated[
        str | None,
        option("--certificate", "NAME", "Only what a certificate vouches for, as CCSP."),
    ] = None,
) -> None:
    """List the skills by group; every option narrows the list further."""
    session = session_of(ctx)
    catalog = session.catalog
    skills, about = list(catalog.skills), []
    if group is not None:
        chosen = find_named("group", group, catalog.groups, lambda each: (each.id, each.name))
        skills = [skill for skill in skills if skill.group == chosen.id]
    if kind is not None:
        skills = [skill for skill in skills if skill.kind == kind]
    if tier is not None:
        found = find_tier(catalog, tier)
        asked = {ask.skill for ask in found.asks}
        skills = [skill for skill in skills if skill.id in asked]
        musts = "; ".join(must_have(gate, catalog.skill_titles) for gate in found.gates)
        about.append(f"Asked for by {found.title}. Its must-haves: {musts or 'none'}.")
    if tool is not None:
        used = find_tool(session.library, tool)
        with_tool = skills_with(catalog, session.library, used)
        skills = [skill for skill in skills if skill in with_tool]
        about.append(f"Done with {used.name}: {used.what}")
    if certificate is not None:
        earned = find_certificate(session.library, certificate)
        skills = [skill for skill in skills if skill.id in earned.skills]
        about.append(f"{earned.name}, given by {earned.issuer}. {earned.text}")
    show(session, "skills", skills=skills, about=" ".join(about))


@app.command(
    "show",
    epilog="""
        careercli skill show coaching  # Its levels, the steps between them, and sources.
        careercli skill show coaching dana.yaml  # With where somebody is.
    """,
)
def show_skill(
    ctx: typer.Context,
    name: Annotated[
        str,
        argument("SKILL", "A skill's id, name or alias, in any case.", "skills"),
    ],
    profile: ProfileArgument = None,
) -> None:
    """Show one skill in full; with a profile, where one is."""
    session = session_of(ctx)
    catalog, library = session.catalog, session.library
    found: Skill = catalog.skills_by_id[find_skill(catalog, name, library)]
    person = profile_named(session, profile) if profile is not None else None
    show(session, "skill", skill=found, profile=person)
