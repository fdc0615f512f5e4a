"""A document as the bytes of one JSON text: the same on every machine, in every locale."""

import msgspec


def encode(document: msgspec.Struct) -> bytes:
    """Return a document as UTF-8 JSON, two spaces for each level, ending in a newline."""
    return msgspec.json.format(encode_line(document), indent=2) + b"\n"


def encode_line(document: msgspec.Struct) -> bytes:
    """Return a document as UTF-8 JSON on one line; of a path that is no text, what is none is replaced."""
    try:
        return msgspec.json.encode(document)
    except UnicodeEncodeError:
        return msgspec.json.encode(_text_of(msgspec.to_builtins(document)))


def _text_of(value: object) -> object:
    """Return a value in which all that is written is text, as U+FFFD where a byte of a path was none."""
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in value)
    if isinstance(value, list):
        return [_text_of(one) for one in value]
    if isinstance(value, dict):
        return {_text_of(key): _text_of(one) for key, one in value.items()}
    return value
