"""The document of ``doctor``."""

from typing import Annotated, Literal

from careercli.documents.projection import As, DocumentPart, From, NullIfEmpty, Printed, project
from careercli.domain.checkup import Checkup


class CheckDocument(DocumentPart):
    """One thing that was looked at; ``remedy`` is null where there is nothing to do."""

    area: str
    name: str
    state: Literal["fine", "note", "broken"]
    says: str
    remedy: Annotated[str | None, NullIfEmpty]


class DoctorDocument(Printed, tag="careercli/doctor@1"):
    """What ``doctor --json`` prints; ``well`` where nothing is broken. It tells of this terminal, too."""

    well: Annotated[bool, From("broken"), As(lambda broken, _: not broken)]
    checks: tuple[CheckDocument, ...]


def doctor_document(checkup: Checkup) -> DoctorDocument:
    """Return what was looked at as a document; broken role data do not keep anybody from reading it."""
    return project(DoctorDocument, checkup)
