"""``careercli assess``: placement, gaps and first steps."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.api import Assessment
from careercli.cli.assessment_log import assess_and_remember
from careercli.cli.options import ProfileArgument, command_app, flag, option, subject_of
from careercli.cli.profile_source import Subject
from careercli.cli.results import show
from careercli.domain.model import Tier
from careercli.domain.placement import rank_of
from careercli.errors import BelowTierError, UsageError
from careercli.formats.lookup import find_tier

if TYPE_CHECKING:
    from careercli.domain.opinion import Contrast

app = command_app()


@app.command(
    epilog="""
        careercli assess  # Where you are, by the profile in use.
        careercli assess dana.yaml --why  # Every number behind it, to work it out by hand.
        careercli assess --support-years 3 --skill ticketing=2 --skill communication=2
            # From a few facts, without a profile.
    """
)
def assess(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    at_least: Annotated[
        str | None,
        option("--at-least", "TIER", "Exit with 7 below this tier.", "tiers"),
    ] = None,
    sure: Annotated[
        bool,
        flag("--sure", "With --at-least: what is not rated yet counts as 0."),
    ] = False,
    full: Annotated[bool, flag("--full", "All that is missing for the next tier and for the goal.")] = False,
    why: Annotated[
        bool, flag("--why", "Every number behind it, so that you can work it out by hand.")
    ] = False,
    tier: Annotated[
        str | None,
        option(
            "--tier", "TIER", "With --why: the tier whose numbers to show, the next one unless told.", "tiers"
        ),
    ] = None,
) -> None:
    """Say where somebody is on the ladder, what is missing, and what to do now."""
    if sure and at_least is None:
        raise UsageError(
            "--sure says how --at-least judges, and is nothing alone.", hint="Add --at-least TIER."
        )
    if tier is not None and not why:
        raise UsageError("--tier says whose numbers --why shows, and is nothing alone.", hint="Add --why.")
    subject = subject_of(ctx, profile)
    session, catalog = subject.session, subject.session.catalog
    subject.person  # noqa: B018 - what is wrong with it is said first
    wanted = find_tier(catalog, at_least) if at_least is not None else None
    explained = find_tier(catalog, tier) if tier is not None else None
    result = assess_and_remember(subject)
    if why:
        show(session, "why", assessment=result, tier=explained)
    else:
        enough = result.placement.settled or result.placement.certain
        hint = partial(subject.command, "plan") if enough else subject.command_to_rate
        others = partial(_others, subject, result)
        show(session, "assessment", assessment=result, full=full, hint=hint, others=others)
    if wanted:
        _judge(result, wanted, sure=sure, more=subject.command("assess", " --full"))


def _others(subject: Subject, result: Assessment) -> "tuple[Contrast, ...]":
    from careercli.cli.second_opinions import heard  # only screens tell of others

    return heard(subject.session, subject.saved_name, result)


def _judge(result: Assessment, wanted: Tier, *, sure: bool, more: str) -> None:
    """Refuse a person who is below the tier that is asked for, or who may be.

    Raises:
        BelowTierError: says where the person is.

    """
    placement = result.placement
    found = placement.at_least if sure else placement.current
    if rank_of(found) >= wanted.rank:
        return
    if placement.state == "too-little-rated":
        message = f"Too little is rated to say whether this is {wanted.title}."
    else:
        message = f"{found.title if found else 'Before the first tier'} is below {wanted.title}."
    if sure and rank_of(placement.current) >= wanted.rank:
        message = f"{wanted.title} is likely, but not sure until more is rated."
    raise BelowTierError(message, hint=f"See what is missing: {more}")
