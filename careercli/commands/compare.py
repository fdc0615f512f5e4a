"""``careercli compare``: two of a kind, side by side."""

from itertools import takewhile
from pathlib import Path
from typing import Annotated

import typer

from careercli.api import Assessment
from careercli.cli.context import Session, session_of
from careercli.cli.options import argument, command_app
from careercli.cli.profile_source import check_given, is_path, profile_named, warnings_about
from careercli.cli.results import show
from careercli.cli.shared_results import show_check
from careercli.domain.comparison import RoleSide, TierSide
from careercli.domain.guide import pay_of, portrait_of
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Ladder, Profile, Role, Tier
from careercli.domain.names import fold
from careercli.errors import UsageError
from careercli.formats.document import shortened
from careercli.formats.lookup import find_tier, look_up, role_names, tier_anywhere
from careercli.formats.text import clean, one_line

app = command_app()


@app.command(
    epilog="""
        careercli compare dana.yaml director  # How far somebody is from a tier, in what they would do.
        careercli compare team-lead junior-manager  # Two tiers: years, must-haves, pay.
        careercli compare dana maya  # Two people, skill by skill.
    """
)
def compare(
    ctx: typer.Context,
    first: Annotated[
        str,
        argument(
            "A",
            "A tier or a role, by id or any of its names; or a profile: a saved name, a file, or -.",
            "tiers",
            "roles",
            "profiles",
        ),
    ],
    second: Annotated[
        str,
        argument("B", "Another of the kind; or a tier for a profile.", "tiers", "roles", "profiles"),
    ],
) -> None:
    """Compare two tiers, two roles or two profiles, or a profile with a tier.

    A name is looked for among tiers, then roles, then profiles; a profile that is called like a tier is
    meant by its file.
    """
    session = session_of(ctx)
    check_given(first, what="A")
    check_given(second, what="B")
    catalog = session.catalog
    tiers = _tier(session, first), _tier(session, second)
    roles = _role(catalog, first), _role(catalog, second)
    if tiers[0] and tiers[1]:
        a, b = (_tier_side(session.library, *found) for found in (tiers[0], tiers[1]))
        show(session, "tiers", a=a, b=b)
    elif roles[0] and roles[1]:
        one, other = (_role_side(catalog, session.library, role) for role in (roles[0], roles[1]))
        show(session, "two roles", a=one, b=other)
    elif any(role and not tier for role, tier in zip(roles, tiers, strict=True)):
        raise _not_comparable(session, first, second)
    elif tiers[0] or tiers[1]:
        _compare_with_tier(session, *((second, first) if tiers[0] else (first, second)))
    else:
        _compare_profiles(session, first, second)


def _not_comparable(session: Session, a: str, b: str) -> UsageError:
    """Return what is wrong with names that are no two of a kind.

    Raises:
        NotFoundError: one of them names neither a tier, a role nor a profile; says the nearest.

    """
    for name in (a, b):
        if not _tier(session, name) and not _role(session.catalog, name):
            _check_profile(session, name)
    return UsageError(
        f"'{shortened(a)}' and '{shortened(b)}' are not two of a kind.",
        hint="Compare a role with a role ('careercli role list'), a tier with a tier ('careercli path') or a "
        "profile, a profile with a profile.",
    )


def _check_profile(session: Session, name: str) -> None:
    """Refuse a name that no profile has.

    Raises:
        NotFoundError: it names nothing; says the nearest tier, role or profile.

    """
    saved = session.store.names()
    if name == "-" or name in saved or is_path(session, name):
        return
    known = {
        **{fold(other): other for other in saved},
        **role_names(session.catalog),
        **session.catalog.tier_names,
    }
    look_up(
        "tier, role or profile",
        name,
        {other: meant for other, meant in known.items() if other != fold(name)},
        "See 'careercli path', 'careercli role list' and 'careercli profile list'.",
    )


def _compare_with_tier(session: Session, name: str, tier_name: str) -> None:
    _check_profile(session, name)
    tier = find_tier(session.catalog, tier_name)
    assessment = _assessed(session, profile_named(session, name))
    named = [] if name == "-" else [name]
    show_check(session, assessment, tier, label=assessment.profile.name or _typed(name), named=named)


def _compare_profiles(session: Session, first: str, second: str) -> None:
    for name in (first, second):
        _check_profile(session, name)
    if first == second == "-":
        raise UsageError(
            "Standard input can be read once.", hint="Name a file or a saved profile in place of one '-'."
        )
    people = [profile_named(session, name) for name in (first, second)]
    a, b = (_assessed(session, person) for person in people)
    from careercli.text.contrast import contrast

    found = contrast(a, b)
    labels = _labels(people[0], people[1], first, second)
    show(session, "contrast", found=found, labels=labels)


def _assessed(session: Session, person: Profile) -> Assessment:
    warnings_about(session, person)
    return session.assess(person)


def _labels(a: Profile, b: Profile, first: str, second: str) -> tuple[str, str]:
    """Return what to call two people: by name, or by file, or by the folders too where these differ."""
    typed = _typed(first), _typed(second)
    for one, other in ((a.name or typed[0], b.name or typed[1]), typed):
        if one != other:
            return one, other
    here, there = Path(first).parts, Path(second).parts
    folders = zip(here[:-1], there[:-1], strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], folders))
    return one_line(clean(Path(*here[shared:]))), one_line(clean(Path(*there[shared:])))


def _typed(name: str) -> str:
    """Return what to call a profile by what was typed for it."""
    return "Standard input" if name == "-" else one_line(clean(Path(name).name))


def _tier(session: Session, name: str) -> tuple[Ladder, Tier] | None:
    """Return the tier of a name. A job title means one only where no role or profile is called so."""
    found = tier_anywhere(session.catalog, name, titles=False)
    if found or _role(session.catalog, name) or name == "-":
        return found
    called = name in session.store.names() or is_path(session, name)
    return None if called else tier_anywhere(session.catalog, name)


def _role(catalog: Catalog, name: str) -> Role | None:
    return catalog.roles_by_id.get(role_names(catalog).get(fold(name), ""))


def _tier_side(library: Library, ladder: Ladder, tier: Tier) -> TierSide:
    pay, portrait = pay_of(library, tier.role, tier.id), portrait_of(library, tier.role, tier.id)
    return TierSide(ladder, tier, pay, portrait)


def _role_side(catalog: Catalog, library: Library, role: Role) -> RoleSide:
    return RoleSide(role, library.guides_by_role[role.id], catalog.tiers_of(role.id))
