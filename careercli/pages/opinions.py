"""A second opinion on a page: far apart first, as questions to talk about; then what both see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from shlex import quote

from careercli.domain.assessment import Assessment
from careercli.domain.model import Skill
from careercli.domain.opinion import Contrast, Difference, Opinions, Request, by_other
from careercli.domain.portfolio import evidence_of
from careercli.pages.blocks import Block, Command, Gap, Grid, Heading, Item, Paragraph, Title, part
from careercli.text.opinion import readings, talk_about, told_words
from careercli.text.phrases import count, day, listed


def opinions_view(
    name: str,
    assessment: Assessment,
    kept: Opinions,
    contrasts: Sequence[Contrast],
    skills: Mapping[str, Skill],
) -> list[Block]:
    """Return what others say about somebody beside their own answers."""
    who = assessment.profile.name or name
    blocks: list[Block] = [Title(f"How others see {who}", count(len(contrasts), "opinion"))]
    for found in contrasts:
        blocks += [Gap(), *opinion_blocks(found, assessment, skills)]
    if not contrasts:
        blocks += [
            Paragraph("Nobody has answered yet."),
            Command("Ask somebody", f"careercli feedback ask {quote(name)} --to NAME -o form.html"),
        ]
    latest = kept.latest
    earlier = [each for each in kept.opinions if each not in latest]
    if earlier:
        told = listed([f"{each.giver}, {day(each.day)}" for each in earlier])
        blocks += [Gap(), Paragraph(told, "Earlier, and kept", quiet=True)]
    waiting = (Item(f"{each.to}, asked on {day(each.day)}") for each in kept.waiting)
    return [*blocks, *part("Asked, and not back yet", waiting)]


def opinion_blocks(found: Contrast, assessment: Assessment, skills: Mapping[str, Skill]) -> Iterator[Block]:
    """Yield one opinion: the two readings, what to talk about, what both see, and the rest."""
    opinion = found.opinion
    yield Heading(f"{opinion.giver}, {day(opinion.day)}", told_words(opinion))
    for label, text in readings(assessment, by_other(assessment, opinion), opinion):
        yield Paragraph(text, label)
    far = (block for each in found.far for block in _far(each, assessment, skills, opinion.giver))
    yield from part("Talk about these first", far, "two levels or more apart")
    if found.tier:
        title = f"Both see a gap for {found.tier.short}"
        yield from part(title, _table(found.gaps, skills, opinion.giver))
    yield from part("Close to one another", _table(found.others, skills, opinion.giver))
    unrated = (Item(f"{opinion.giver} says {each.other}.", skills[each.skill].name) for each in found.unrated)
    yield from part("You have not rated these", unrated)
    unseen = [skills[skill].name for skill in opinion.unseen if skill in skills]
    if unseen:
        yield from (Gap(), Paragraph(listed(unseen), f"{opinion.giver} has not seen"))
    said = (Paragraph(line) for line in opinion.text.splitlines() if line.strip())
    yield from part(f"In {opinion.giver}'s words", said)


def _far(
    each: Difference, assessment: Assessment, skills: Mapping[str, Skill], giver: str
) -> Iterator[Block]:
    skill = skills[each.skill]
    yield Item(talk_about(each, skill, giver), skill.name)
    shown = evidence_of(assessment.profile, each.skill)
    if shown:
        yield from (Item(line.text, "You noted:", depth=1) for line in shown)
    elif each.apart < 0:
        yield Item("Nothing of yours shows it yet. What could you bring?", depth=1)


def _table(differences: Sequence[Difference], skills: Mapping[str, Skill], giver: str) -> Iterator[Block]:
    rows = tuple((skills[each.skill].name, str(each.own), str(each.other)) for each in differences)
    if rows:
        yield Grid(("Skill", "you", giver), rows)


def opinion_form_view(name: str, request: Request, file: str) -> list[Block]:
    """Return what was made and what to do with it."""
    return [
        Title(f"Written to {file}.", count(len(request.skills), "question")),
        Paragraph(
            f"Send it to {request.to}. It opens in any browser, without a network, and saves a file named "
            f"opinion-{request.form}.json, to send back to you. Your own answers are not in it."
        ),
        Command("When it is back", f"careercli feedback add {quote(name)} opinion-{request.form}.json"),
    ]
