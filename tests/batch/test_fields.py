"""Fields are chosen by dotted names, and what is written keeps the shape of the document."""

from __future__ import annotations

import pytest

from careercli.batch.fields import known_fields, selection
from careercli.errors import ExitCode, UsageError


def test_fields_are_known_by_their_dotted_names() -> None:
    """Also those in lists, under the names that JSON has."""
    known = known_fields()

    assert {"as_of", "profile.experience.support_years", "tiers.fit", "gaps.tiers", "steps.from"} <= set(
        known
    )


def test_a_selection_is_in_the_order_of_the_document() -> None:
    """And a whole contains its parts."""
    assert selection("steps.to, placement.current,placement , steps.from") == {
        "placement": {},
        "steps": {"from": {}, "to": {}},
    }


@pytest.mark.parametrize(("text", "hint"), [("tiers.fits", "Did you mean 'tiers.fit'"), (",", "There are")])
def test_what_is_not_known_is_refused(text: str, hint: str) -> None:
    """With the nearest, and with the known ones."""
    with pytest.raises(UsageError) as caught:
        selection(text)
    assert caught.value.exit_code is ExitCode.USAGE
    assert hint in caught.value.hint
    assert "placement.current" in caught.value.hint
