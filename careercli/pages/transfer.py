"""A change of work on a page: what carries over, where one begins, pay, what to say, and how alike it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from careercli.domain.guide import Occupation
from careercli.domain.model import Catalog, Ladder
from careercli.domain.states import NOWHERE, STATES
from careercli.domain.transfer import Crossing
from careercli.domain.work import Transfer
from careercli.pages.blocks import Block, Command, Fact, Gap, Grid, Heading, Item, Paragraph, Title
from careercli.pages.citations import Citations
from careercli.pages.document_blocks import Chapter, Handout, chapter, handout, screen, written
from careercli.pages.wages import PERCENTILES, amounts
from careercli.text import transfer as words
from careercli.text.phrases import count, day
from careercli.text.wages import YOUR_STATE, beside_country

_METHOD = "docs/transfer.md shows the sum by hand."


def transfers_view(transfers: Sequence[Transfer]) -> list[Block]:
    """Return the lines of work that are known, those that people come from first."""
    blocks: list[Block] = []
    for way, title in words.WAYS.items():
        those = [each for each in transfers if each.way == way]
        if those:
            blocks.append(Heading(title, count(len(those), "line of work", "lines of work")))
            blocks += [Item(each.name, f"{each.id}:") for each in those]
            blocks.append(Gap())
    if not blocks:
        return [Paragraph("The role data in use know no other line of work.")]
    first = {each.way: each.id for each in reversed(transfers)}
    if "in" in first:
        blocks.append(Command("What carries over from one", f"careercli transfer {first['in']}"))
    if "out" in first:
        blocks.append(Command("For those who want out", f"careercli transfer --to {first['out']}"))
    return blocks


def transfer_view(
    crossing: Crossing, catalog: Catalog, today: date, state: str | None = None, rate: str = ""
) -> list[Block]:
    """Return a change of work as a screen; ``rate`` is the command that asks what is true of a person."""
    blocks = screen(transfer_page(crossing, catalog, today, state))
    if crossing.transfer.way == "in":
        blocks += [Gap(), Command("Say what is true of you", rate or "careercli advise")]
    return blocks


def transfer_page(crossing: Crossing, catalog: Catalog, today: date, state: str | None = None) -> Handout:
    """Return a change of work as a document to write in whatever way; ``state`` is where the reader lives."""
    cite = Citations(catalog)
    transfer = crossing.transfer
    lead = Paragraph(transfer.lead, style="standing", cite=cite.cite(*transfer.sources))
    said = "Before you apply" if transfer.way == "in" else "Before you move"
    chapters = [
        chapter("carries-over", "What carries over", _carried(crossing), group="You"),
        chapter("place", _place_title(crossing), _place(crossing, catalog.ladder), group="You"),
        chapter("pay", "Pay on both sides", _pay(crossing, cite, state), group="You"),
        chapter("application", "What to say in the application", _application(transfer), group=said),
        *_listed(transfer, catalog, said),
        chapter("likeness", "How alike the work is", _likeness(crossing, cite), group="Where it is from"),
    ]
    title, foot = words.title(transfer), f"{written('its role data', today)} {words.JUDGED}"
    chapters += cite.chapters("Where it is from")
    return handout(title, today, "guide", (Title(title, day(today)), lead), chapters, foot)


def _carried(crossing: Crossing) -> Iterator[Block]:
    for suggestion in crossing.suggestions:
        carried = suggestion.carried
        yield Item(carried.text, carried.name)
        yield Item(words.question(suggestion), depth=1, todo=not suggestion.settled)
        if said := words.answered(suggestion, known=crossing.profile is not None):
            yield Item(said, depth=1)
    limit = f" {words.FROM_OUTSIDE}" if crossing.transfer.way == "in" else ""
    yield Paragraph(f"{words.ASKED}{limit}", quiet=True)


def _place_title(crossing: Crossing) -> str:
    return "Where you would begin" if crossing.transfer.way == "in" else "From where people go"


def _place(crossing: Crossing, ladder: Ladder) -> Iterator[Block]:
    transfer = crossing.transfer
    if crossing.tier is not None:
        yield Fact("Nearest tier", crossing.tier.title, f"rank {crossing.tier.rank}")
    yield Paragraph(transfer.tier_why)
    yield Paragraph(transfer.years, label="Years")
    if rule := words.years_rule(ladder, transfer.way):
        yield Paragraph(rule, label="The rule", quiet=True)


def _pay(crossing: Crossing, cite: Citations, state: str | None) -> Iterator[Block]:
    if state == NOWHERE:
        yield Paragraph(words.ABROAD)
        yield Command("Where to look", 'careercli ask "official pay in other countries"')
        return
    both = [each for each in (crossing.pay, crossing.paid_here) if each is not None and each.wages]
    if crossing.transfer.way == "out":
        both.reverse()
    rows = [(each.title, *amounts(each.wages)) for each in both]
    if rows:
        yield Grid(("USD a year", *PERCENTILES), tuple(rows))
    if crossing.pay is None:
        yield Paragraph(words.NO_PAY)
    if both:
        measured = [each.wages.source for each in both if each.wages]
        yield Paragraph(words.SEVERAL, quiet=True, cite=cite.cite(*measured))
    yield from _state(crossing.paid_here, state)


def _state(occupation: Occupation | None, state: str | None) -> Iterator[Block]:
    """Say what is paid in a state on this side; of other work only the country is kept."""
    if occupation is None or not occupation.states:
        return
    if state is None:
        yield Paragraph(YOUR_STATE, quiet=True)
    elif state in occupation.states and (said := beside_country(occupation, occupation.states[state])):
        yield Item(f"{occupation.title}: {said}", f"In {STATES[state]}")


def _application(transfer: Transfer) -> Iterator[Block]:
    yield Paragraph(transfer.application)
    yield Paragraph(f'"{transfer.say}"', label="For example")


def _listed(transfer: Transfer, catalog: Catalog, group: str) -> Iterator[Chapter]:
    if transfer.learn:
        titles = catalog.skill_titles
        lessons = (
            Item(f"{each.text} ({titles[each.skill]})" if each.skill else each.text, each.name)
            for each in transfer.learn
        )
        yield chapter("learn", "What to learn first", lessons, group=group)
    if transfer.surprises:
        yield chapter("surprises", "What surprises people", map(Item, transfer.surprises), group=group)


def _likeness(crossing: Crossing, cite: Citations) -> Iterator[Block]:
    transfer, like = crossing.transfer, crossing.likeness
    if transfer.stand_in:
        yield Paragraph(transfer.stand_in, label="Compared by")
    theirs, ours = crossing.theirs, crossing.ours
    marks = cite.cite(*theirs.sources, *ours.sources)
    yield Paragraph(f"{theirs.title} ({theirs.code}) beside {ours.title} ({ours.code}).", cite=marks)
    yield Item(words.overlap_words(crossing), "Activities")
    yield Item(words.reach_words(like.skills, "skills", transfer.way), "Skills")
    yield Item(words.reach_words(like.knowledge, "fields of knowledge", transfer.way), "Knowledge")
    if like.shared:
        rows = ((each.name, words.part(each.theirs), words.part(each.ours)) for each in like.shared[:6])
        yield Grid(("Share of the work", "there", "in support"), tuple(rows))
    yield Paragraph(f"It is likeness on paper, of occupations and of nobody in person. {_METHOD}", quiet=True)
