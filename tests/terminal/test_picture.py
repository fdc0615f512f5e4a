"""The moving picture of the README shows the session as it runs today."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

PLAYER = Path(__file__).parents[2] / "docs" / "pictures" / "session.py"

pytestmark = [pytest.mark.terminal, pytest.mark.slow]


def test_the_session_is_as_it_was_drawn() -> None:
    """It is played in a real terminal and drawn again; after a change, ``make picture`` does so for good."""
    specification = importlib.util.spec_from_file_location("session_picture", PLAYER)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    sys.modules["session_picture"] = module
    specification.loader.exec_module(module)

    frames = list(module.played())

    assert any("So far:" in frame.screen for frame in frames)
    assert "What next?" in frames[-1].screen
    assert module.animated(frames) == module.FILE.read_text(encoding="utf-8")
