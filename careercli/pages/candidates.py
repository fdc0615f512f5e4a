"""Many people for one advertisement: who fits it best, and what most of them lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careercli.domain.candidates import Candidate, Candidates
from careercli.domain.model import Skill
from careercli.pages.blocks import Block, Grid, Item, Paragraph, Title
from careercli.pages.cohort import unread_blocks
from careercli.pages.document_blocks import Chapter, Handout, chapter, handout, screen
from careercli.text.match import VERDICTS, job, reasons, tier_sentence
from careercli.text.phrases import count
from careercli.text.tiers import standing_name


def candidates_view(candidates: Candidates, skills: Mapping[str, Skill]) -> list[Block]:
    """Return who fits an advertisement best as a screen."""
    return screen(candidates_page(candidates, skills))


def candidates_page(candidates: Candidates, skills: Mapping[str, Skill]) -> Handout:
    """Return who fits an advertisement best as a document."""
    title, chapters = job(candidates.ad), _chapters(candidates, skills)
    return handout(title, candidates.as_of, "report", _head(candidates), chapters)


def _head(found: Candidates) -> Iterator[Block]:
    yield Title(job(found.ad), count(found.people, "person", "people"))
    yield Paragraph(tier_sentence(found.ad), "It asks for" if found.ad.tier else "")
    if found.people:
        yield Grid(("Who", "Verdict", "Tier", "First reason"), tuple(map(_row, found.people)))


def _row(each: Candidate) -> tuple[str, ...]:
    match = each.match
    known = match.assessment
    sure = "" if match.certain else " (?)"
    verdict = f"{VERDICTS[match.verdict]}{sure}"
    stands = standing_name(known.placement.current, known.expected)
    return (each.who, verdict, stands, reasons(match)[0])


def _chapters(found: Candidates, skills: Mapping[str, Skill]) -> Iterator[Chapter]:
    if found.lacked:
        items = (
            Item(f"{people} of {len(found.people)} lack it at the level to bring.", skills[skill].name)
            for skill, people in found.lacked
        )
        yield chapter("lacked", "What it requires and people lack", items)
    if found.ad.conditions:
        asked = count(found.ad.conditions, "question")
        said = f"It has {asked} that only each of them can answer; here all are taken to be met."
        yield chapter("questions", "Only they can answer", [Paragraph(said)])
    if found.unread.kept:
        title = f"Could not be read: {count(found.unread.in_all, 'profile')}"
        yield chapter("unread", title, unread_blocks(found.unread.kept, found.unread.in_all))
