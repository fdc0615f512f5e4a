from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_data_path

from careercli.system.folders import data_folder, state_folder


@pytest.mark.parametrize("own", [None, "/data", "/with space/x", "", " ", "~/x", "relative"])
def test_the_data_folder_is_that_of_the_system(own: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is reckoned without the library is what the library says, whatever the variable is set to."""
    monkeypatch.delenv("XDG_DATA_HOME")
    if own is not None:
        monkeypatch.setenv("XDG_DATA_HOME", own)

    assert data_folder() == user_data_path("careercli", appauthor=False)


def test_the_state_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is broken off has a folder of its own where the system has one."""
    monkeypatch.setenv("XDG_STATE_HOME", "/state")

    assert state_folder().name == "careercli"
    assert isinstance(state_folder(), Path)
