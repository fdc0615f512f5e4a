"""Sources on a page: a number where a fact stands, and what it means at the end."""

from __future__ import annotations

from careercli.domain.model import Catalog, Source
from careercli.pages.blocks import Block, Fact, Heading, Item, Paragraph
from careercli.pages.document_blocks import Chapter, Cite, Sources, chapter
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

    def cite(self, *references: str) -> Cite:
        """Return where something is said, by the numbers of its sources."""
        self(*references)
        names = dict.fromkeys(reference.partition("#")[0] for reference in references)
        return Cite(tuple(self.numbers[name] for name in names))

    @property
    def cited(self) -> tuple[Source, ...]:
        """The sources cited so far, in the order of their numbers."""
        return tuple(self.sources[name] for name in self.numbers)

    def chapters(self, group: str = "") -> list[Chapter]:
        """Return the chapter of the sources cited so far; none where nothing is cited."""
        return [chapter("sources", "Sources", [Sources(self.cited)], group=group)] if self.numbers else []

    def blocks(self) -> list[Block]:
        """Return the list of the sources cited so far."""
        cited = [Fact(f"[{number}]", described(self.sources[name])) for name, number in self.numbers.items()]
        return [Heading("Sources"), *cited] if cited else []


def with_marks(block: Block) -> Block:
    """Return a block as a screen shows it: the numbers of its sources stand behind what it says."""
    if not isinstance(block, Paragraph | Item | Fact) or not block.cite.numbers:
        return block
    said = "text" if not isinstance(block, Fact) else "aside" if block.aside else "value"
    marks = " ".join(f"[{number}]" for number in block.cite.numbers)
    return block.but(**{said: f"{getattr(block, said)} {marks}", "cite": Cite(())})
