from __future__ import annotations

from careercli.domain.model import Catalog
from careercli.errors import ExitCode, InvalidDataError
from careercli.formats.profiles import profile_of
from careercli.store import Store
from tests.store.kept import refused, revise, save


def older(value: dict[str, object]) -> dict[str, object]:
    """Turn an invented older format, with the years at the top, into that of today."""
    rest = {key: part for key, part in value.items() if key not in {"schema", "years"}}
    return {"schema": "careercli/profile@1", "experience": {"support_years": value["years"]}, **rest}


OLD = "# mine\nschema: careercli/profile@0\nyears: 3  # or so\nskills:\n  ticketing: 2  # Zendesk\n"


def test_an_older_format(store: Store, small: Catalog) -> None:
    """A profile of an older format is read as it is, and taken over by the next change, with a copy kept."""
    path = save(store, "maya", OLD)
    newer = Store(store.profiles.parent, store.drafts.folder, migrations={"careercli/profile@0": older})

    assert profile_of(newer.read("maya"), small).support_years == 3
    assert path.read_text() == OLD
    for years in (4.0, 5.0):
        revise(newer, "maya", small, support_years=years)

    assert path.read_text() == (
        "# mine\nschema: careercli/profile@1\nexperience:\n  support_years: 5\n"
        "skills:\n  ticketing: 2  # Zendesk\n"
    )
    copy = path.with_name("maya.yaml.before-profile@1")
    assert copy.read_text() == OLD
    assert path.with_name("maya.yaml.bak").read_text() != OLD
    path.write_text(OLD.replace("3", "6"))
    revise(newer, "maya", small, support_years=7.0)
    assert copy.read_text() == OLD.replace("3", "6")
    assert path.with_name("maya.yaml.before-profile@1-1").read_text() == OLD
    assert len(newer.delete("maya")) == 4


def test_a_format_that_is_not_known(store: Store, small: Catalog) -> None:
    """A profile of a format that nobody knows is told, and left alone."""
    path = save(store, "maya", OLD)

    with refused(InvalidDataError, ExitCode.INVALID, "problems"):
        revise(store, "maya", small, support_years=4.0)

    assert path.read_text() == OLD
