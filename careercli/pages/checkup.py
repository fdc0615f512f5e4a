"""The page of ``doctor``."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.checkup import Check, Checkup
from careercli.pages.blocks import Block, Fact, Gap, Item, Paragraph, Title, part
from careercli.text.phrases import count


def checkup_view(checkup: Checkup) -> list[Block]:
    """Return what was looked at by area, what is broken first."""
    broken = checkup.broken
    blocks: list[Block] = [Title("Checkup", f"{len(broken)} broken" if broken else "all is well")]
    for check in broken:
        blocks += _told(check)
    for area in dict.fromkeys(check.area for check in checkup.checks):
        blocks += part(area, _of_area(checkup, area))
    looked = f"{count(len(checkup.checks), 'thing')} looked at, nothing changed."
    private = "It names profiles and tells nothing of what is in them: it can be shown to others."
    return [*blocks, Gap(), Paragraph(f"{looked} {private}", quiet=True)]


def _of_area(checkup: Checkup, area: str) -> Iterator[Block]:
    for check in checkup.checks:
        if check.area == area and check.state != "broken":
            yield Fact(check.name, check.says)
            if check.remedy:
                yield Paragraph(check.remedy, depth=1)
    broken = sum(check.area == area for check in checkup.broken)
    if broken:
        yield Fact("Broken", f"{broken}, told above")


def _told(check: Check) -> list[Block]:
    lines: list[Block] = [Item(f"{check.says}.", f"{check.name}:")]
    return [*lines, Paragraph(check.remedy, depth=1)] if check.remedy else lines
