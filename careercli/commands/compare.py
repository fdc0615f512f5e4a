"""``careercli compare``: two of a kind, side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from careercli.documents.document import shortened
from careercli.domain.comparison import RoleSide, TierSide
from careercli.domain.guide import Library, pay_of, portrait_of
from careercli.domain.model import Catalog, Ladder, Role, Tier
from careercli.domain.names import fold
from careercli.errors import UsageError
from careercli.finding import look_up, role_names, tier_anywhere
from careercli.options import complete_comparable, session_of
from careercli.session import Session

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog='Example: careercli compare "team lead" director')
def compare(
    ctx: typer.Context,
    first: Annotated[
        str,
        typer.Argument(
            metavar="A",
            help="A tier or a role, by id or any of its names.",
            autocompletion=complete_comparable,
        ),
    ],
    second: Annotated[
        str, typer.Argument(metavar="B", help="Another of the kind.", autocompletion=complete_comparable)
    ],
) -> None:
    """Compare two tiers or two roles: years, pay, what they do, what rises."""
    session = session_of(ctx)
    catalog, library = session.catalog, session.library
    tiers = tier_anywhere(catalog, first), tier_anywhere(catalog, second)
    roles = _role(catalog, first), _role(catalog, second)
    if tiers[0] and tiers[1]:
        _compare_tiers(session, _tier_side(library, *tiers[0]), _tier_side(library, *tiers[1]))
    elif roles[0] and roles[1]:
        _compare_roles(session, *(_role_side(catalog, library, role) for role in roles if role))
    else:
        raise _not_comparable(catalog, first, second)


def _not_comparable(catalog: Catalog, a: str, b: str) -> UsageError:
    """Return what is wrong with names that are no two of a kind.

    Raises:
        NotFoundError: one of them names neither a tier nor a role; says the nearest.

    """
    known = {**role_names(catalog), **catalog.tier_names}
    for name in (a, b):
        if not tier_anywhere(catalog, name):
            look_up("tier or role", name, known, "See 'careercli path' and 'careercli role list'.")
    return UsageError(
        f"'{shortened(a)}' and '{shortened(b)}' are not two of a kind.",
        hint="Compare a tier with a tier ('careercli path'), or a role with a role ('careercli role list').",
    )


def _role(catalog: Catalog, name: str) -> Role | None:
    found = role_names(catalog).get(fold(name))
    return next((role for role in catalog.roles if role.id == found), None)


def _tier_side(library: Library, ladder: Ladder, tier: Tier) -> TierSide:
    pay, portrait = pay_of(library, tier.role, tier.id), portrait_of(library, tier.role, tier.id)
    return TierSide(ladder, tier, pay, portrait)


def _role_side(catalog: Catalog, library: Library, role: Role) -> RoleSide:
    return RoleSide(role, library.guides_by_role[role.id], catalog.tiers_of(role.id))


def _compare_tiers(session: Session, a: TierSide, b: TierSide) -> None:
    if session.settings.json:
        from careercli.exporters.comparison import tier_comparison

        session.print_document(tier_comparison(a, b, session.catalog.skill_titles))
    else:
        from careercli.views.comparison import tier_comparison_view

        session.print_view(tier_comparison_view(session.catalog, a, b, session.look), paged=True)


def _compare_roles(session: Session, a: RoleSide, b: RoleSide) -> None:
    if session.settings.json:
        from careercli.exporters.comparison import role_comparison

        session.print_document(role_comparison(a, b, session.catalog.skill_titles))
    else:
        from careercli.views.comparison import role_comparison_view

        session.print_view(role_comparison_view(session.catalog, a, b, session.look), paged=True)
