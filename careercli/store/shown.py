"""The plan that somebody saw last, so that a number still means the step that it stood beside."""

from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from careercli.domain.values import Value
from careercli.errors import CareerError
from careercli.formats.document import read_bytes
from careercli.formats.json_reader import decoded
from careercli.system.files import write_whole


class ShownPlan(Value, kw_only=True):
    """The numbers of the steps of a plan by their ids, and the day on which it began."""

    schema: Literal["careercli/shown-plan@1"] = "careercli/shown-plan@1"
    day: date
    numbers: dict[str, int]


def read_shown(path: Path) -> ShownPlan | None:
    """Return the plan that was shown last; None where none is kept, or what is kept cannot be used.

    It is a convenience and nothing that anybody wrote: without it the plan of today counts.
    """
    try:
        return decoded(read_bytes(path), ShownPlan)
    except CareerError:
        return None


def keep_shown(path: Path, plan: ShownPlan) -> None:
    """Keep a plan as the one shown last; where it is kept already, nothing is written.

    Raises:
        StorageError: it cannot be written.

    """
    if read_shown(path) != plan:
        write_whole(path, msgspec.json.encode(plan) + b"\n")
