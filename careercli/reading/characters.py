"""Characters of documents: what programs write for the look of a page becomes what people type."""

import unicodedata

from careercli.formats.patterns import pattern
from careercli.formats.text import clean

_SPACES = frozenset("\u00a0\u1680\u202f\u205f\u3000").union(map(chr, range(0x2000, 0x200B)))
_INVISIBLE = pattern(
    "[\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Zero-width characters, direction marks, variation selectors, tags: they change the look of others only."""

_LIGATURES = pattern("[\ufb00-\ufb06]")
_PRINTED = frozenset(map(chr, (*range(0xFB00, 0xFB07), *range(0xFE00, 0xFE10))))
"""Ligatures and variation selectors: of all that is not as typed these alone count as printable."""

_OWN_LIGATURES = pattern("(?<=[^\\W\\d_])[\uf001\uf002]|[\uf001\uf002](?=[^\\W\\d_])")
"""fi and fl where some fonts keep them; beside no letter they are icons."""

_PRIVATE = pattern("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+")
"""What fonts of icons use: a telephone, an envelope, a bullet."""

_PRIVATE_BULLETS = str.maketrans(
    dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf071\uf0e8", "\u2022")
)
"""The bullets of Word's fonts, Symbol and Wingdings."""

_SOFT_HYPHEN = pattern("\u00ad(?!\n|$)")
_BREAKS = pattern("[\u2028\u2029\u0085]")


def plain(text: str) -> str:
    """Return text of a document with the characters that somebody would type, clean to show.

    Ligatures become their letters, spaces of all widths a space, icons a space, bullets of Word's fonts
    ``•``; zero-width characters go. A soft hyphen stays at the end of a line only, where it parts a word.
    Accents that stand alone join their letters. Separators of lines and paragraphs become newlines. What a
    terminal would act on becomes U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    letters = set(text)
    for space in letters & _SPACES:
        text = text.replace(space, " ")
    if all(map(str.isprintable, letters - _SPACES - {"\n", "\t"})) and letters.isdisjoint(_PRINTED):
        return unicodedata.normalize("NFC", text)  # as most are, for which no pattern is compiled
    if not text.isascii():
        text = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
        text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
        text = _OWN_LIGATURES.sub(lambda found: "fi" if found[0] == "\uf001" else "fl", text)
        text = _PRIVATE.sub(" ", text.translate(_PRIVATE_BULLETS))
        text = unicodedata.normalize("NFC", _SOFT_HYPHEN.sub("", text))
    return clean(text.replace("\f", "\n"))
