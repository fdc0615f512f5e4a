"""Days as files have them."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from careercli.errors import Problem
from careercli.formats.document import Document, KeyPath

Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="a date such as 2026-11-21")]


class Days:
    """Reads the days of a document, and keeps what is wrong with them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def day(self, path: KeyPath, text: str) -> date:
        """Return the day at a place of the document; of one that is not in the calendar, any."""
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.problems.append(self.document.problem(path, f"{text} is no day of the calendar"))
            return date.min
