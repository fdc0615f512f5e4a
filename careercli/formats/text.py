"""Text from outside, cleaned once where it enters."""

import re
from functools import cache
from pathlib import PurePath


@cache
def _unsafe() -> re.Pattern[str]:
    """Return what matches C0 except tab and newline, DEL, C1, bidirectional controls and lone surrogates.

    None of them is text to read, and a terminal would act on them. Compiled when first needed.
    """
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
    )


def clean(text: str | PurePath) -> str:
    r"""Return a text or path with every character that a terminal would act on replaced by U+FFFD.

    ``\r\n`` and a lone ``\r`` become newlines first, so files from any system read the same.
    """
    text = str(text)
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return _unsafe().sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_clean(data: bytes) -> bool:
    """Return whether JSON has no text that `clean` would change; an escape may stand for such a character."""
    text = data.decode()
    return not re.search(rb"\\[ubfr]", data) and clean(text) == text


def one_line(text: str) -> str:
    """Return ``text`` on one line: runs of white space become one space."""
    return " ".join(text.split())
