"""Sources on a page: a number where a fact stands, and what it means at the end."""

from __future__ import annotations

from careercli.domain.model import Catalog
from careercli.pages.blocks import Block, Fact, Heading
from careercli.text.phrases import described


class Citations:
    """Hands out a number for each source in the order in which they are cited."""

    def __init__(self, catalog: Catalog) -> None:
        self.sources = {source.id: source for source in catalog.sources}
        self.numbers: dict[str, int] = {}

    def __call__(self, *references: str) -> str:
        """Return the marks of references, each source once: ``[2] [3]``."""
        names = dict.fromkeys(reference.partition("#")[0] for reference in references)
        return " ".join(f"[{self.numbers.setdefault(name, len(self.numbers) + 1)}]" for name in names)

    def blocks(self) -> list[Block]:
        """Return the list of the sources cited so far."""
        cited = [Fact(f"[{number}]", described(self.sources[name])) for name, number in self.numbers.items()]
        return [Heading("Sources"), *cited] if cited else []
