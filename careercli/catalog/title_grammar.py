"""What must hold of the grammar by which a ladder reads titles."""

from collections.abc import Iterator

import msgspec

from careercli.catalog import formats
from careercli.catalog.compiler import ladder_of
from careercli.catalog.references import unknown
from careercli.domain.title_words import phrase_of
from careercli.domain.titles import tier_of_title
from careercli.errors import Problem
from careercli.formats.document import Document, KeyPath


def grammar_problems(document: Document, ladder: formats.LadderFile) -> Iterator[Problem]:
    """Yield tiers and kinds that mean nothing, words that would change what leads, and words in two lists."""
    grammar = ladder.grammar
    leads = {tier.id: tier.seat != "agent" for tier in ladder.tiers}
    kinds = {entry.kind for entry in grammar.serves}
    named: list[tuple[KeyPath, str]] = []
    for at, seats in enumerate(grammar.seats):
        path: KeyPath = ("grammar", "seats", at)
        named += [((*path, "tier"), seats.tier)] if seats.tier else []
        for place, kind in enumerate(seats.kinds):
            if kind not in kinds:
                yield document.problem((*path, "kinds", place), *unknown("kind", kind, kinds))
    if grammar.bare:
        named.append((("grammar", "bare"), grammar.bare))
    for at, scale in enumerate(grammar.scales):
        for tier, moved in scale.tiers.items():
            here = ("grammar", "scales", at, "tiers", tier)
            named += [(here, tier), (here, moved)]
            if leads.get(tier, False) != leads.get(moved, leads.get(tier, False)):
                message = f"moves '{tier}' to '{moved}', and only one of them leads"
                yield document.problem(
                    here, message, hint="Such a word says how high a seat stands, not which."
                )
    for where, tier in named:
        if tier not in leads:
            yield document.problem(where, *unknown("tier", tier, leads))
    known = {phrase_of(word) for word in grammar.others}
    for place, word in enumerate(grammar.empty):
        if phrase_of(word) in known:
            message = f"'{word}' is also a word of other work, under others"
            yield document.problem(("grammar", "empty", place), message, hint="Choose one.")


def needless_aliases(document: Document, ladder: formats.LadderFile) -> Iterator[Problem]:
    """Yield aliases that the grammar reads as the same tier anyway; of a ladder with nothing else wrong."""
    if not ladder.grammar.serves:
        return
    whole = ladder_of(ladder)
    bare = msgspec.structs.replace(
        whole, tiers=tuple(msgspec.structs.replace(tier, titles=(), title=tier.id) for tier in whole.tiers)
    )
    for index, tier in enumerate(ladder.tiers):
        for place, name in enumerate(tier.titles):
            read = tier_of_title(bare, name)
            if read and read.id == tier.id:
                message = f"'{name}' is read as {tier.id} by the grammar already"
                yield document.problem(("tiers", index, "titles", place), message, hint="Leave it out.")
