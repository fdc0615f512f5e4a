"""Names are found in any case; what is not found says what is nearest, or where to look."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from careercli.domain.library import Certificate, Library, Tool
from careercli.domain.model import Role
from careercli.errors import ExitCode, NotFoundError
from careercli.formats import lookup
from tests.domain.builders import Rung, asks, catalog_of, ladder, skill

DESK = ladder(Rung((asks("writing", 1),)), Rung((asks("writing", 2),)))
SHOP = msgspec.structs.replace(
    DESK,
    id="shop",
    title="The Shop",
    tiers=tuple(
        msgspec.structs.replace(
            tier, id=f"s{tier.rank}", title=f"Seller {tier.rank}", short="S", role="seller"
        )
        for tier in DESK.tiers
    ),
)
CATALOG = msgspec.structs.replace(
    catalog_of(
        DESK, [msgspec.structs.replace(skill("writing"), name="Clear writing", aliases=("Penmanship",))]
    ),
    ladders=(DESK, SHOP),
    roles=(
        Role("role", "A Role", ("Job",), "S"),
        Role("seller", "Seller", ("Clerk", "a role", "Tier 2"), "S"),
    ),
)
TWINS = msgspec.structs.replace(CATALOG, ladders=(DESK, msgspec.structs.replace(DESK, id="twin")))
LIBRARY = Library(
    guides=(),
    occupations=(),
    tools=(
        Tool(name="Fountain Pen", what="W", skills=(), aliases=("Quill",)),
        Tool(name="Penmanship", what="W", skills=()),
    ),
    certificates=(
        Certificate(name="Golden Nib", issuer="I", text="T", skills=(), sources=("own",), aliases=("GN-1",)),
        Certificate(name="Quill", issuer="I", text="T", skills=(), sources=("own",)),
    ),
)

KNOWN = {"team lead": "lead", "boss": "lead", "helper": "helper"}


@pytest.mark.parametrize("name", ["Team Lead", " team   LEAD ", "BOSS"])
def test_a_name_is_found_in_any_case(name: str) -> None:
    """White space and case do not count."""
    assert lookup.look_up("tier", name, KNOWN) == "lead"


def refused(look: Callable[[], object]) -> tuple[str, str]:
    """Return the message and the hint of the error that looking up ends in."""
    with pytest.raises(NotFoundError) as caught:
        look()
    assert caught.value.exit_code == ExitCode.NOT_FOUND
    return caught.value.message, caught.value.hint


@pytest.mark.parametrize(
    ("name", "otherwise", "hint"),
    [
        ("Bos", "", "Did you mean 'lead'?"),
        ("halper", "See there.", "Did you mean 'helper'?"),
        ("zzz", "See there.", "See there."),
        ("zzz", "", "There are lead, helper."),
    ],
)
def test_a_name_that_is_not_found(name: str, otherwise: str, hint: str) -> None:
    """The id of the nearest is suggested, else what the caller says, else each id once."""
    assert refused(lambda: lookup.look_up("tier", name, KNOWN, otherwise)) == (
        f"There is no tier '{name}'.",
        hint,
    )


def test_a_long_name_is_shown_short() -> None:
    """A message stays one that can be read, whatever was typed."""
    message, _ = refused(lambda: lookup.look_up("tier", "x\n" * 500, KNOWN))
    assert len(message) < 100
    assert "\n" not in message


@pytest.mark.parametrize("name", ["writing", "CLEAR writing", "penmanship"])
def test_a_skill_is_found(name: str) -> None:
    """By id, name or alias; also where a tool is called the same."""
    assert lookup.find_skill(CATALOG, name) == "writing"
    assert lookup.find_skill(CATALOG, name, LIBRARY) == "writing"


@pytest.mark.parametrize(
    ("name", "kind", "means"),
    [
        ("fountain pen", "tool", "Fountain Pen"),
        ("QUILL", "tool", "Fountain Pen"),
        ("gn-1", "certificate", "Golden Nib"),
    ],
)
def test_a_tool_or_certificate_is_no_skill(name: str, kind: str, means: str) -> None:
    """It is said what it is and how to find the skills for it; a tool before a certificate."""
    assert refused(lambda: lookup.find_skill(CATALOG, name, LIBRARY)) == (
        f"'{name}' is a {kind}, not a skill.",
        f"Its skills: careercli skill list --{kind} '{means}'",
    )


@pytest.mark.parametrize(
    ("name", "hint"), [("writting", "Did you mean 'writing'?"), ("Quill", "See 'careercli skill list'.")]
)
def test_a_skill_that_is_not_found(name: str, hint: str) -> None:
    """Without a library nothing is known of tools."""
    assert refused(lambda: lookup.find_skill(CATALOG, name)) == (f"There is no skill '{name}'.", hint)
    if name != "Quill":
        assert refused(lambda: lookup.find_skill(CATALOG, name, LIBRARY))[1] == hint


def test_a_tier_is_found_on_the_ladder_in_use() -> None:
    """By id, title or short form."""
    assert lookup.find_tier(CATALOG, "TIER 2") is DESK.tiers[1]
    assert lookup.find_tier(CATALOG.using("shop"), "seller  1") is SHOP.tiers[0]


def test_a_tier_that_two_ladders_have() -> None:
    """That of the ladder in use is meant."""
    assert lookup.find_tier(TWINS, "t1") is DESK.tiers[0]
    assert lookup.find_tier(TWINS.using("twin"), "t1") is DESK.tiers[0]


def test_a_tier_of_another_ladder() -> None:
    """It is said which ladder has it, and how to choose that."""
    assert refused(lambda: lookup.find_tier(CATALOG, "Seller 2")) == (
        "'Seller 2' is a tier of the ladder shop, and ladder is in use.",
        "Choose the ladder with --ladder shop.",
    )


@pytest.mark.parametrize(
    ("name", "hint"), [("Tier 2nd", "Did you mean 't2'?"), ("zzz", "See 'careercli path'.")]
)
def test_a_tier_that_no_ladder_has(name: str, hint: str) -> None:
    """The nearest of the ladder in use, or where they all are."""
    assert refused(lambda: lookup.find_tier(CATALOG, name)) == (f"There is no tier '{name}'.", hint)


def test_a_tier_anywhere() -> None:
    """The ladder in use is asked first; where no ladder has the tier there is none."""
    assert lookup.tier_anywhere(CATALOG, "t2") == (DESK, DESK.tiers[1])
    assert lookup.tier_anywhere(CATALOG, "Seller 2") == (SHOP, SHOP.tiers[1])
    assert lookup.tier_anywhere(CATALOG.using("shop"), "Tier 1") == (DESK, DESK.tiers[0])
    assert lookup.tier_anywhere(CATALOG, "zzz") is None
    assert lookup.tier_anywhere(TWINS.using("twin"), "t1") == (TWINS.ladders[1], DESK.tiers[0])


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("role", "role"),
        ("A  role", "role"),
        ("JOB", "role"),
        ("clerk", "seller"),
        ("tier 2", "seller"),
        ("Seller", "seller"),
    ],
)
def test_a_role_is_found(name: str, role: str) -> None:
    """By id, name or alias; where two claim a name, the first keeps it."""
    assert lookup.find_role(CATALOG, name).id == role
    assert lookup.role_names(CATALOG)[name.casefold().replace("  ", " ")] == role


@pytest.mark.parametrize(("name", "role"), [("t1", "role"), ("Seller 2", "seller")])
def test_a_tier_leads_to_its_role(name: str, role: str) -> None:
    """Whoever asks for a tier gets the role that it is in, on whichever ladder."""
    assert lookup.find_role(CATALOG, name).id == role


@pytest.mark.parametrize(
    ("name", "hint"), [("Sellr", "Did you mean 'seller'?"), ("zzz", "There are role, seller.")]
)
def test_a_role_that_is_not_found(name: str, hint: str) -> None:
    """The nearest, or all of them."""
    assert refused(lambda: lookup.find_role(CATALOG, name)) == (f"There is no role '{name}'.", hint)


@pytest.mark.parametrize(
    ("name", "section"),
    [("pay", "pay"), ("Annual  Salary", "pay"), ("A DAY", "day-in-the-life"), ("CV", "portfolio-tips")],
)
def test_a_section_is_found(name: str, section: str) -> None:
    """By id, title or what else it is called."""
    assert lookup.find_section(name) == section


def test_a_section_that_is_not_found() -> None:
    """The nearest by its id, whatever name was near; or all of them in reading order."""
    assert refused(lambda: lookup.find_section("anual salary")) == (
        "There is no section 'anual salary'.",
        "Did you mean 'pay'?",
    )
    _, hint = refused(lambda: lookup.find_section("zzzz"))
    assert hint.startswith("There are overview, core-functions, responsibilities, ")
    assert hint.endswith(", case-studies, faq.")


def test_tools_and_certificates_are_found() -> None:
    """By name or alias; each among its own."""
    assert lookup.find_tool(LIBRARY, "quill") is LIBRARY.tools[0]
    assert lookup.find_certificate(LIBRARY, "QUILL") is LIBRARY.certificates[1]
    assert lookup.find_certificate(LIBRARY, "gn-1") is LIBRARY.certificates[0]


def test_tools_and_certificates_that_are_not_found() -> None:
    """The nearest by its name, or all of them."""
    assert refused(lambda: lookup.find_tool(LIBRARY, "quil")) == (
        "There is no tool 'quil'.",
        "Did you mean 'Fountain Pen'?",
    )
    assert refused(lambda: lookup.find_tool(LIBRARY, "GN-1"))[1] == "There are Fountain Pen, Penmanship."
    assert refused(lambda: lookup.find_certificate(LIBRARY, "Golden Nab")) == (
        "There is no certificate 'Golden Nab'.",
        "Did you mean 'Golden Nib'?",
    )
