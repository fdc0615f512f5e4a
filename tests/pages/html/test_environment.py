from __future__ import annotations

from datetime import date

import pytest
from jinja2 import UndefinedError

from careercli.pages.html.environment import page


def test_a_page_without_its_values_is_a_fault() -> None:
    """A name that a template asks for and nobody gave is not shown as nothing."""
    with pytest.raises(UndefinedError):
        page("report.html.j2", version="1", as_of=date(2026, 11, 21))
