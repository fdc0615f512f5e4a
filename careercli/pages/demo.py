"""The screens of ``demo``: who the built-in people are."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from careercli.domain.model import Persona
from careercli.pages import parts
from careercli.pages.look import ACCENT, QUIET, STRONG, Look


def people_view(people: Sequence[Persona], look: Look) -> RenderableType | list[str]:
    """Return the list of built-in people with their stories."""
    if look.accessible:
        lines = ["Built-in people:"]
        for person in people:
            lines += ["", f"Name to type: {person.id}", f"Story: {person.story}"]
        return [*lines, "", "Next command: careercli demo and a name"]
    out: list[RenderableType] = [parts.text(("Built-in people, to look at before you begin", STRONG))]
    for person in people:
        out += [
            Text(),
            parts.text(
                (person.id, f"{STRONG} {ACCENT}"), f"  {person.profile.title or person.profile.name or ''}"
            ),
            parts.indented(parts.text(person.story), 2),
        ]
    out += [
        Text(),
        parts.text(("Next: ", QUIET), (f"careercli demo {people[0].id}" if people else "", ACCENT)),
    ]
    return parts.stack(out)


def story_view(person: Persona, look: Look) -> RenderableType | list[str]:
    """Return a person's story, to stand above their assessment."""
    if look.accessible:
        return [f"Story: {person.story}", ""]
    return parts.stack([parts.text((person.story, QUIET)), Text()])
