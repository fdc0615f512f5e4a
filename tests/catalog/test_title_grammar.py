"""What must hold of the grammar by which a ladder reads titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import check_packs
from tests.catalog.pack_builder import PACK, Fault, plant

LADDER = "ladders/desk.yaml"

GRAMMAR = """\
grammar:
  serves:
    - {kind: desk, of: [window, counter], work: [helping], department: true}
  seats:
    - {words: [hand], tier: helper, kinds: [desk]}
    - {words: [boss], tier: lead}
  bare: helper
  scales:
    - {words: [great], tiers: {senior-helper: lead}}
  empty: [small]
  others: [sailor]
tiers:
"""

WITH_GRAMMAR = {**PACK, LADDER: PACK[LADDER].replace("tiers:\n", GRAMMAR, 1)}

FAULTS = [
    Fault(
        LADDER,
        "tier: helper, kinds: [desk]",
        "@tier: helpr, kinds: [desk]",
        "grammar.seats[0].tier",
        "'helpr' is not a known tier",
        "Did you mean 'helper'?",
    ),
    Fault(
        LADDER,
        "tier: helper, kinds: [desk]",
        "tier: helper, kinds: [@disk]",
        "grammar.seats[0].kinds[0]",
        "'disk' is not a known kind",
        "Did you mean 'desk'?",
    ),
    Fault(
        LADDER,
        "tiers: {senior-helper: lead}",
        "tiers: {@helper: lead}",
        "grammar.scales[0].tiers.helper",
        "moves 'helper' to 'lead', and only one of them leads",
        "Such a word says how high a seat stands, not which.",
    ),
    Fault(
        LADDER,
        "  empty: [small]",
        "  empty: [small, @sailors]",
        "grammar.empty[1]",
        "'sailors' is also a word of other work, under others",
        "Choose one.",
    ),
    Fault(
        LADDER,
        "    titles: [Desk Agent]",
        "    titles: [Desk Agent, @Counter-helping Hand]",
        "tiers[0].titles[1]",
        "'Counter-helping Hand' is read as helper by the grammar already",
        "Leave it out.",
    ),
    Fault(
        LADDER,
        "  others: [sailor]",
        "  others: [@Sailor]",
        "grammar.others[0]",
        "must be words in small letters, not 'Sailor'",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.key for fault in FAULTS])
def test_a_fault_is_told_in_its_place(tmp_path: Path, fault: Fault) -> None:
    """With what is wrong, and what to do."""
    expected = plant(tmp_path, fault, pack=WITH_GRAMMAR)
    assert list(check_packs([tmp_path])[1]) == expected


def test_a_grammar_may_be_sound(tmp_path: Path) -> None:
    """Then nothing is told."""
    plant(tmp_path, pack=WITH_GRAMMAR)
    assert not check_packs([tmp_path])[1]
