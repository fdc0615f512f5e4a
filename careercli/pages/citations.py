"""Sources on a page: a number where a fact stands, and what it means at the end."""

from __future__ import annotations

from collections.abc import Iterable

from careercli.domain.model import Catalog
from careercli.pages.blocks import Block, Heading, Reference
from careercli.pages.look import Look
from careercli.text.phrases import described


class Citations:
    """Hands out a number for each source in the order in which they are cited."""

    def __init__(self, catalog: Catalog, look: Look) -> None:
        self.sources = {source.id: source for source in catalog.sources}
        self.accessible = look.accessible
        self.numbers: dict[str, int] = {}

    def __call__(self, reference: str) -> str:
        """Return the mark of a reference: ``[2]``, or ``source 2`` where it is read out."""
        number = self.numbers.setdefault(reference.partition("#")[0], len(self.numbers) + 1)
        return f"(source {number})" if self.accessible else f"[{number}]"

    def all(self, references: Iterable[str]) -> str:
        """Return the marks of several references, each source once."""
        return " ".join(dict.fromkeys(map(self, references)))

    def blocks(self) -> list[Block]:
        """Return the list of the sources cited so far."""
        if not self.numbers:
            return []
        return [Heading("Sources"), *(self._entry(name, number) for name, number in self.numbers.items())]

    def _entry(self, name: str, number: int) -> Block:
        source = self.sources[name]
        return Reference(f"Source {number}" if self.accessible else f"[{number}]", described(source))
