"""The page of ``profile undo``: what it took back, before and after."""

from __future__ import annotations

from collections.abc import Callable

from careercli.domain.model import Catalog
from careercli.domain.reversal import Reversal
from careercli.pages.blocks import AIR, Block, Command, Item, Paragraph, Title
from careercli.text.moves import changed_words
from careercli.text.phrases import capital


def reversal_view(
    name: str, reversal: Reversal, catalog: Catalog, *, command: Callable[..., str]
) -> list[Block]:
    """Return what differs now; ``command`` makes a line to type of the words behind ``careercli``."""
    done = "taken up again" if reversal.redone else "taken back"
    tiers = {tier.id: tier.title for ladder in catalog.ladders for tier in ladder.tiers}
    skills = catalog.skill_titles
    blocks: list[Block] = [Title(f"The last change of {name} is {done}")]
    blocks += [Item(f"{capital(changed_words(move, tiers, skills))}.") for move in reversal.moves]
    again = "is done again" if reversal.redone else "is not done any more"
    for step in reversal.steps:
        what = f"{skills.get(step.skill, step.skill)} {step.level_from} → {step.level_to}"
        blocks.append(Item(f"{what} {again}: {step.title}.", "Step"))
    if not reversal.readable:
        blocks.append(Paragraph("What it said before cannot be read, so nobody can say what differs."))
    elif not reversal.moves:
        blocks.append(Paragraph("Only the way it is written differs."))
    back = ("profile", "undo", name) if reversal.redone else ("profile", "undo", name, "--redo")
    return [
        *blocks,
        AIR,
        Command("Take it back" if reversal.redone else "Take it up again", command(*back)),
    ]
