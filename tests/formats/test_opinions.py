from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careercli.errors import InvalidDataError
from careercli.formats.opinions import MAX_BYTES, read_opinion

TODAY = date(2026, 11, 21)
GOOD: dict[str, Any] = {
    "schema": "careercli/opinion@1",
    "form": "0123456789abcdef",
    "about": "Ana",
    "giver": " Sam  Okafor ",
    "date": "2026-11-20",
    "levels": {"coaching": 3},
    "unseen": ["hiring"],
    "text": "Keep\x1b[31m the calm.\n",
}


def written(folder: Path, content: str | bytes) -> Path:
    """Return a file with this content."""
    path = folder / "opinion.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_what_a_form_saves(tmp_path: Path) -> None:
    """Its texts are cleaned, and its day is one."""
    found = read_opinion(written(tmp_path, json.dumps(GOOD)), TODAY)

    assert (found.giver, found.day, found.added) == ("Sam Okafor", date(2026, 11, 20), TODAY)
    assert (found.levels, found.unseen) == ({"coaching": 3}, ("hiring",))
    assert "\x1b" not in found.text
    assert found.text.endswith("calm.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"schema": "careercli/profile@1"}, "schema"),
        ({"form": "x"}, "form"),
        ({"date": "2026-13-01"}, "no day of the calendar"),
        ({"levels": {"coaching": 5}}, "coaching"),
        ({"levels": {"coaching": 2.5}}, "coaching"),
        ({"levels": {"<script>": 1}}, "levels"),
        ({"unseen": ["coaching"]}, "is rated too"),
        ({"text": "x" * 4001}, "text"),
        ({"giver": ""}, "giver"),
        ({"giver": " \t\u3000"}, "giver must be a name"),
        ({"giver": "\u200b\u0001"}, "giver must be a name"),
        ({"giver": "x" * 81}, "giver must be a name"),
        ({"levels": {}, "unseen": []}, "has no answer"),
        ({"more": 1}, "more"),
    ],
)
def test_what_is_wrong_is_told(change: dict[str, Any], words: str, tmp_path: Path) -> None:
    """Every fault is named with its key, and nothing is taken."""
    with pytest.raises(InvalidDataError) as caught:
        read_opinion(written(tmp_path, json.dumps(GOOD | change)), TODAY)

    assert words in " ".join(f"{each.key} {each.message}" for each in caught.value.problems)
    assert "Ask for it once more" in caught.value.hint


@pytest.mark.parametrize(
    "content",
    [b"", b"<!doctype html><p>the form itself", b"\xff\xfe{\x00", b"[" * 70_000, b"{" + b" " * MAX_BYTES],
    ids=["empty", "page", "utf-16", "nested", "large"],
)
def test_another_kind_of_file_is_refused(content: bytes, tmp_path: Path) -> None:
    """Whatever somebody sends back by mistake, or on purpose."""
    with pytest.raises(InvalidDataError):
        read_opinion(written(tmp_path, content), TODAY)
