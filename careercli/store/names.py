"""What a saved profile can be called: a name is that of a file, and never leads to another folder."""

from careercli.errors import UsageError
from careercli.formats.document import shortened
from careercli.formats.text import clean, one_line

_FILES = (".yaml", ".yml", ".json")
"""What ends in one of these is a file wherever a profile is named."""

_LONGEST = 200
"""In bytes; with what is put round it a name has to fit in what file systems take, 255."""


def is_plain(name: str) -> bool:
    """Return whether a name is only a name: nothing in it leads to another folder."""
    if name in {"", ".", ".."} or set(name) & set("/\\:\0"):
        return False
    return len(name.encode(errors="surrogatepass")) <= _LONGEST


def check_name(name: str) -> None:
    """Refuse what cannot be the name of a profile: what leads elsewhere, or would be taken for a file.

    Raises:
        UsageError: it cannot be one.

    """
    shown = clean(name) == name and one_line(name) == name
    if not is_plain(name) or not shown or name[0] in ".-~" or name.endswith(".") or _is_file(name):
        raise UsageError(
            f"'{shortened(name)}' cannot be the name of a profile.", hint=_why(name, shown=shown)
        )


def _is_file(name: str) -> bool:
    return name.lower().endswith(_FILES)


def _why(name: str, *, shown: bool) -> str:
    """Return what to change in a name that cannot be one; ``shown`` is whether all of it can be seen."""
    if not name:
        return "It is empty: is a variable of your script not set?"
    if len(name.encode(errors="surrogatepass")) > _LONGEST:
        return f"It is too long: a name has up to {_LONGEST} plain letters, or half as many with accents."
    if name.strip() and not shown:
        return "It has a space at an end or twice, a line break, or what cannot be shown: leave that out."
    return (
        "A name has no '/', '\\' or ':', no '.', '-' or '~' at its beginning, no '.' or '.yaml' at its end."
    )
