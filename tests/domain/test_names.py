from __future__ import annotations

import pytest

from careercli.domain.names import fold, nearest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Team Lead", "team lead"),
        ("  Team\t Lead \n", "TEAM LEAD"),
        ("Team\u00a0Lead", "team lead"),
        ("STRASSE", "stra\u00dfe"),
    ],
)
def test_names_are_compared_in_any_case_and_spacing(one: str, other: str) -> None:
    """Runs of white space are one space; case is folded, not only lowered."""
    assert fold(one) == fold(other)


def test_hyphens_and_words_are_not_folded() -> None:
    """A name is exact apart from case and spacing."""
    assert fold("team-lead") != fold("team lead")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tiketing", "ticketing"),
        ("TICKETTING", "ticketing"),
        ("Team lead", "Team Lead"),
        ("quantum physics", None),
        ("", None),
    ],
)
def test_the_nearest_known_name_is_suggested(name: str, expected: str | None) -> None:
    """As it is written where it is known; None where nothing is close."""
    assert nearest(name, ["ticketing", "Team Lead", "crm"]) == expected


def test_nothing_is_near_where_nothing_is_known() -> None:
    """No names, no suggestion."""
    assert nearest("crm", []) is None


def test_a_very_long_name_is_answered_at_once() -> None:
    """Only its beginning is compared."""
    assert nearest("x" * 1_000_000, ["ticketing"]) is None
