from __future__ import annotations

import pytest

from careercli.domain.model import Profile


def test_a_value_but_for_some_fields() -> None:
    """It is another value: the one that it was made of stays as it is."""
    before = Profile(support_years=3.0, goal="manager")

    after = before.but(goal=None)

    assert (after.support_years, after.goal, before.goal) == (3.0, None, "manager")


def test_a_field_that_there_is_not() -> None:
    """No other name is taken in."""
    with pytest.raises(TypeError):
        Profile(support_years=3.0).but(gaol="manager")


def test_each_value_has_a_mapping_of_its_own() -> None:
    """What is put into that of one is not in that of another."""
    Profile(support_years=3.0).skills["coaching"] = 2

    assert Profile(support_years=3.0).skills == {}
