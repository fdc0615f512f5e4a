"""A document as the bytes of one JSON text: the same on every machine, in every locale."""

from __future__ import annotations

import msgspec


def encode(document: msgspec.Struct) -> bytes:
    """Return a document as UTF-8 JSON, two spaces for each level, ending in a newline."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
