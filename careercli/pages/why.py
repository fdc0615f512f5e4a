"""The screen of ``assess --why``: every number of one tier, so that one can do it by hand."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.assessment import Assessment
from careercli.domain.ladder import POINTS_OF_FIT
from careercli.domain.model import Tier
from careercli.pages.blocks import AIR, Block, Grid, Heading, Item, Paragraph, Title
from careercli.text.experience import title_words
from careercli.text.headline import counted_sentence, readings, standing_sentence, years_sentence
from careercli.text.phrases import percent, percent_asked
from careercli.text.why import Why, decimal, fit_words, why


def why_view(assessment: Assessment, tier: Tier | None) -> list[Block]:
    """Return how a placement comes about, with every number of a tier, the next one unless told."""
    numbers = why(assessment, tier)
    return [*_tier(assessment, numbers), *_readings(assessment, numbers)]


def _tier(assessment: Assessment, numbers: Why) -> Iterator[Block]:
    tier = numbers.tier
    yield Title(f"{tier.title}, number by number", f"rank {tier.rank}")
    yield Paragraph(standing_sentence(assessment))
    yield AIR
    yield Heading("How much of the job you cover", fit_words(numbers.covered, numbers.weight))
    yield Paragraph("Covered is the weight times have over need, and never more than the weight.")
    if numbers.ratio is None:
        yield Paragraph("Nothing that it asks is rated, so every level counts as 0.")
    else:
        have, weight = numbers.ratio
        share = float(have / weight)
        yield Paragraph(
            f"Where a level is estimated (~), it is the need times your ratio, rounded. The ratio is weight "
            f"times have over need, at most 1.25, over the weight of what is rated: {decimal(have)} of "
            f"{weight}, {share:.3f}."
        )
    yield Grid(
        ("Skill", "need", "have", "weight", "covered"),
        (
            *(
                (
                    row.name,
                    str(row.need),
                    _level(row.level, estimated=row.have is None),
                    str(row.weight),
                    decimal(row.covered),
                )
                for row in numbers.rows
            ),
            ("Together", "", "", str(numbers.weight), decimal(numbers.covered)),
        ),
    )
    for skill, reason in assessment.profile.not_applicable.items():
        yield Item(f"left out, {reason}", assessment.skills[skill].name)
    yield AIR
    met = sum(entry.met for entry in numbers.must_haves)
    shown = sum(entry.shown for entry in numbers.must_haves)
    sure = f", {shown} without estimates" if shown < met else ""
    yield Heading("Must-haves, with these levels", f"{met} of {len(numbers.must_haves)} met{sure}")
    for entry in numbers.must_haves:
        levels = ", ".join(_level(level, estimated=estimated) for level, estimated in entry.levels)
        yield Item(f"{levels}: {'met' if entry.met else 'missed'}", entry.asks)
    yield AIR


def _level(level: int, *, estimated: bool) -> str:
    """Return a level that counts; one that is estimated is marked."""
    return f"~{level}" if estimated else str(level)


def _readings(assessment: Assessment, numbers: Why) -> Iterator[Block]:
    pass_fit = assessment.ladder.pass_fit
    yield Heading("What your answers come to")
    yield Paragraph(
        "A tier costs a rank for each missed must-have after the first, or one for each "
        f"{100 // POINTS_OF_FIT} points of covering, or part of them, below {percent_asked(pass_fit)}: "
        "the larger of the two. The best rank that is left counts."
    )
    yield Grid(
        ("Tier", "rank", "missed", "covered", "cost", "left"),
        tuple(
            (
                rung.tier.short,
                str(rung.tier.rank),
                str(rung.missed),
                percent(rung.fit),
                str(rung.cost),
                str(rung.rank) if rung.rank is not None else "too little rated",
            )
            for rung in numbers.rungs
        ),
    )
    yield AIR
    yield Heading(f"Your years, and what {numbers.tier.short} asks")
    yield Grid(
        ("Years", "that count", "employers ask", "usual in the guides"),
        tuple((name, counted, floor, usual or "not said") for name, counted, floor, usual in numbers.years),
    )
    for clock, notes in (
        ("In support", numbers.tier.support_years.floor_note),
        ("Leading", numbers.tier.leading_years.floor_note),
    ):
        if notes:
            yield Item(notes, clock)
    if said := years_sentence(assessment):
        yield Paragraph(said)
    yield AIR
    yield Heading("The three readings")
    for reading in readings(assessment):
        yield Item(reading.text, reading.label)
    title = assessment.placement.title
    if title and title.words:
        yield Paragraph(f"Words of your title that decide: {title_words(title)}.")
    if counted := counted_sentence(assessment):
        yield Paragraph(counted)
    for sentence in numbers.sentences:
        yield Paragraph(sentence)
