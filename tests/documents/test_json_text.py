from __future__ import annotations

import json
import math
from typing import NoReturn

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from careercli.documents.json_text import encode


class Note(msgspec.Struct):
    """A document to encode."""

    text: str
    amount: float | None = None


@given(text=st.text(st.characters(codec="utf-8")), amount=st.none() | st.floats())
def test_a_document_is_one_json_text(text: str, amount: float | None) -> None:
    """Whatever a document holds, its bytes are UTF-8 JSON that ends in a newline; no number is none."""
    data = encode(Note(text, amount))

    value = json.loads(data.decode(), parse_constant=_refuse)
    assert value["text"] == text
    assert value["amount"] == (amount if amount is None or math.isfinite(amount) else None)
    assert data.endswith(b"}\n")
    assert data.startswith(b'{\n  "text"')


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


@given(text=st.text(st.characters(codec="utf-8")))
def test_control_characters_are_escaped(text: str) -> None:
    """A document on a terminal cannot act on it through C0."""
    assert not set(encode(Note(text)).decode()) & {chr(code) for code in range(0x20) if code != 0x0A}
