"""The table of what commands return: every row leads to functions that a run can call."""

from __future__ import annotations

from importlib import import_module
from inspect import signature
from typing import get_type_hints

import msgspec
import pytest

from careercli.cli.output_file import FORMS
from careercli.cli.results import RESULTS


def function(how: str) -> object:
    """Return what ``room.module.function`` names."""
    module, _, name = how.rpartition(".")
    return getattr(import_module(f"careercli.{module}"), name)


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_has_a_document(name: str) -> None:
    """Whatever a command returns can be read by a program."""
    document = function(RESULTS[name].document)

    made = document if isinstance(document, type) else get_type_hints(document)["return"]

    assert issubclass(made, msgspec.Struct)


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_has_a_page_or_files(name: str) -> None:
    """And by a person: on a screen drawn for its look, or in a file of a form that an ending chooses."""
    result = RESULTS[name]

    assert result.page or result.files
    assert set(result.files) <= set(FORMS.values()) - {"table", "json"}
    for how in filter(None, (result.page, result.handout, *result.files.values())):
        assert signature(function(how)).parameters  # type: ignore[arg-type]
