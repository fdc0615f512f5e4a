"""The screens of ``demo``: who the built-in people are."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.domain.model import Persona
from careercli.pages.blocks import Block, Character, Command, Either, Gap, Heading, Paragraph


def people_view(people: Sequence[Persona]) -> list[Block]:
    """Return the list of built-in people with their stories."""
    title = Heading("Built-in people, to look at before you begin")
    blocks: list[Block] = [Either((title,), (Heading("Built-in people:"),))]
    for person in people:
        what = person.profile.title or person.profile.name or ""
        blocks += [Gap(), Character(person.id, what, person.story)]
    example = Command("Next", f"careercli demo {people[0].id}" if people else "")
    return [*blocks, Gap(), Either((example,), (Command("Next command", "careercli demo and a name"),))]


def story_view(person: Persona) -> list[Block]:
    """Return a person's story, to stand above their assessment."""
    return [Either((Paragraph(person.story, quiet=True),), (Paragraph(person.story, "Story"),)), Gap()]
