"""Words that are parted at the end of a line, made whole again."""

from collections.abc import Iterator

from careercli.formats.patterns import pattern
from careercli.reading.pieces import Piece, names

_HYPHENS = ("-", "\u2010", "\u00ad")
_END = pattern(r"(?:^|[\s(/])((?:[^\W\d_]|['\u2019-])+)([-\u2010\u00ad])$")
_START = pattern(r"((?:[^\W\d_]|['\u2019-])+)\S*")
_WORD = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_ALONE = names("and or to nor und oder bis et ou y o e i en of lub a")
"""Words before which a hyphen stands for something left out: ``first- and second-line``."""

_HEADS = names(
    "after all anti back best call case client co cost cross customer data decision double e early easy "
    "eight end entry ex extra face fast first five follow four front full half hand hands hard help high "
    "home in inter kick knowledge large last lead life live long longest low macro mid mini multi near "
    "nine non off omni on one open out over part pre problem post product quick re real right role second "
    "self semi service seven short side six small soft start state step sub super team ten third three "
    "time top trouble two under user vice voice walk web well work world year"
)
_TAILS = names(
    "a based being building call centered centred centric channel class contact cultural day depth down "
    "driven effective efficient end facing first focused free friendly functional going hand hour house "
    "in language led level line lingual made making minute month new off office old on oriented out owned "
    "party person quality ready related resolution rich run savings sell selling service setting shift "
    "side site solving specific speed standing taking term the tier time to touch trained up volume week "
    "wide winning work year"
)
"""How words with a hyphen of their own begin and end; English breaks lines at it too."""


def whole_words(lines: list[Piece]) -> Iterator[Piece]:
    """Give the lines, each word that was parted by a hyphen whole on the line where it begins.

    A soft hyphen always parts; a plain one may be the word's own. Then what the document says elsewhere
    decides, then how such words usually begin and end; otherwise the hyphen was put in to part.
    """
    known: set[str] = set()
    rest: Piece | None = None
    for index, line in enumerate(lines):
        if rest is not None:
            line, rest = rest, None  # noqa: PLW2901 # what the line before has left of it
            if not line.text:
                continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        end = _END.search(line.text) if line.text.endswith(_HYPHENS) else None
        start = _START.match(following.text) if end and following and following.mark == "text" else None
        if end and start and following and start[1][0].islower() and start[1].casefold() not in _ALONE:
            known = known or {word for each in lines for word in _WORD.findall(each.text.casefold())}
            hyphen = "-" if end[2] == "-" and _is_own(end[1].casefold(), start[1].casefold(), known) else ""
            rest = following._replace(text=following.text[start.end() :].lstrip())
            line = line._replace(text=line.text[: end.start(2)] + hyphen + start[0])  # noqa: PLW2901
        yield line


def _is_own(head: str, tail: str, known: set[str]) -> bool:
    """Return whether a hyphen at the end of a line is part of the word."""
    if f"{head}-{tail}" in known:
        return True
    if f"{head}{tail}" in known:
        return False
    return "-" in head or head in _HEADS or tail in _TAILS or tail.partition("-")[0] in _TAILS
