"""The screens of ``demo``: who the built-in people are."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.domain.model import Persona
from careercli.pages.blocks import Block, Command, Gap, Paragraph, Title, part


def people_view(people: Sequence[Persona]) -> list[Block]:
    """Return the list of built-in people with their stories."""
    blocks: list[Block] = [Title("Built-in people, to look at before you begin")]
    for person in people:
        what = person.profile.title or person.profile.name or ""
        blocks += part(person.id, [Paragraph(person.story)], what)
    return [*blocks, Gap(), Command("Next", f"careercli demo {people[0].id if people else 'NAME'}")]


def story_view(person: Persona) -> list[Block]:
    """Return a person's story, to stand above their assessment."""
    return [Paragraph(person.story, quiet=True), Gap()]
