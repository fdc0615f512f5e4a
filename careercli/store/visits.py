"""The days on which somebody was last shown where they stand: two, in a small file for each profile."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from careercli.domain.values import Value
from careercli.domain.visits import Visit
from careercli.errors import CareerError
from careercli.formats.document import read_bytes
from careercli.formats.json_reader import decoded
from careercli.system.files import locked, replace

MAX_BYTES = 64 * 1024
"""More than this is no file of ours."""

_KEPT = 2
"""The visit of today, and the one before it: on a second look the same day the news are still those."""


class VisitsFile(Value, kw_only=True):
    """The last visits, the earliest first."""

    schema: Literal["careercli/visits@1"] = "careercli/visits@1"
    visits: Annotated[tuple[Visit, ...], Meta(max_length=_KEPT)] = ()


def read_visits(path: Path) -> tuple[Visit, ...]:
    """Return the visits in a file, the earliest first; none where it is not there or cannot be used.

    Only the news of a home screen rest on it: nobody is stopped by what is wrong with it.
    """
    try:
        kept = decoded(read_bytes(path, limit=MAX_BYTES), VisitsFile)
    except CareerError:
        return ()
    return kept.visits if kept else ()


def keep_visit(path: Path, visit: Visit) -> None:
    """Keep a visit, with the last one of an earlier day; whatever is kept of later days goes.

    Raises:
        StorageError: it cannot be written; what was kept before is intact.

    """
    with locked(path) as target:
        visits = (*_last(read_visits(path), visit), visit)
        replace(target, msgspec.json.encode(VisitsFile(visits=visits)) + b"\n", path)


def _last(kept: Sequence[Visit], visit: Visit) -> list[Visit]:
    """Return the last of the visits before the day of another one, if there is any."""
    return sorted((each for each in kept if each.day < visit.day), key=lambda each: each.day)[-1:]
