"""The pages of ``demo --tour``: one person, one thought to a page, few words; to be read aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careercli.domain.assessment import Assessment
from careercli.domain.change import ReadyMove
from careercli.domain.model import LEVEL_NAMES, Persona, Skill
from careercli.domain.way import TierAhead
from careercli.pages.blocks import Block, Command, Fact, Gap, Grid, Heading, Paragraph, Title
from careercli.pages.contrast import behaviors
from careercli.pages.parts import fit_bar
from careercli.pages.path import waits_for
from careercli.pages.what_if import shift
from careercli.text.headline import counted_sentence, readings, standing_sentence, waits_sentence
from careercli.text.missing import Missing, amounts, missing, to_confirm
from careercli.text.phrases import (
    between,
    capital,
    count,
    hours_a_week,
    hours_of,
    inside,
)
from careercli.text.ready import NO_PROMISE, WAITS_FOR, binding_short
from careercli.text.steps import rating_sentence, what_to_do
from careercli.text.tiers import covered, floor_line
from careercli.text.trials import Trial

_GAPS = 2
"""So many missing skills can be taken in at once, with what they look like now and then."""

_TRIALS = 3

Page = tuple[str, Sequence[Block]]
"""A page: what it asks or says, and what is below."""


def tour(
    person: Persona,
    assessment: Assessment,
    way: Sequence[TierAhead],
    tried: Sequence[Trial],
    skills: Mapping[str, Skill],
) -> tuple[Page, ...]:
    """Return the pages of a tour; those that have nothing to say of this person are left out."""
    who = person.profile.name or person.profile.title or person.id
    pages: list[Page | None] = [
        (f"This is {who}", _story(person, assessment)),
        (f"Where is {who} on the ladder?", _standing(assessment)),
        ("The ladder, and how much of each job is covered", _ladder(assessment)),
        _missing(assessment, skills),
        _this_week(assessment, skills),
        _dates(assessment, way),
        _what_if(assessment, tried),
        ("And you?", _yourself(person)),
    ]
    return tuple(found for found in pages if found)


def page_view(pages: Sequence[Page], index: int) -> list[Block]:
    """Return one page, counted from 0."""
    title, blocks = pages[index]
    return [Title(title, f"{index + 1} of {len(pages)}"), Gap(), *blocks]


def _story(person: Persona, assessment: Assessment) -> list[Block]:
    profile = person.profile
    leads = f", a team of {profile.team} now" if profile.team else ", and leads now"
    leads = leads if profile.team or profile.leads_people else ""
    leading = f"{_years(profile.leading_years)}{leads}"
    elsewhere = profile.leading_elsewhere_years
    return [
        Paragraph(person.story),
        Gap(),
        *([Fact("Title", profile.title)] if profile.title else []),
        Fact("In support", _years(profile.support_years)),
        Fact("Leading", leading),
        *([Fact("Leading elsewhere", _years(elsewhere))] if elsewhere else []),
        *([Fact("Goal", assessment.goal.title)] if assessment.goal else []),
        Fact("Time to learn", hours_a_week(profile.hours_per_week)),
    ]


def _years(years: float) -> str:
    return count(years, "year") if years else "not yet"


def _standing(assessment: Assessment) -> list[Block]:
    out: list[Block] = [Paragraph(standing_sentence(assessment)), Gap()]
    out += [Fact(reading.label, reading.text) for reading in readings(assessment)]
    if counted := counted_sentence(assessment):
        out += [Gap(), Paragraph(counted)]
    if waits := waits_sentence(assessment):
        out += [Gap(), Paragraph(waits)]
    return [
        *out,
        Gap(),
        Paragraph("Three answers to one question: which tier? Of three the middle one counts."),
        Paragraph("Time alone makes nobody a manager, and neither do skills or a title alone."),
    ]


def _ladder(assessment: Assessment) -> list[Block]:
    rows = []
    for standing in reversed(assessment.tiers):
        tier = standing.tier
        note = "here" if tier is assessment.placement.current else "goal" if tier is assessment.goal else ""
        bar = f"{fit_bar(standing.fit if standing.counts else 0.0)} {covered(standing):>4}"
        rows.append((f"{tier.rank} {tier.short}", bar, floor_line(assessment.ladder, tier), note))
    return [
        Grid(("Tier", "Covered", "Employers ask", ""), tuple(rows)),
        Gap(),
        Paragraph("Covered is how much of what a job asks is there."),
    ]


def _missing(assessment: Assessment, skills: Mapping[str, Skill]) -> Page | None:
    check = to_confirm(assessment)
    if check and assessment.placement.current:
        return _told(f"What is to confirm for {assessment.placement.current.short}?", check, skills)
    tier, gaps = assessment.next, assessment.gaps
    if tier is None or not gaps:
        tier, gaps = assessment.goal, assessment.goal_gaps
    if tier is None or not gaps:
        return None
    return _told(f"What is missing for {tier.short}?", missing(assessment.standing(tier), gaps), skills)


def _told(title: str, told: Sequence[Missing], skills: Mapping[str, Skill]) -> Page:
    musts = [entry.gate is not None for entry in told]
    out: list[Block] = [Paragraph(f"{amounts(musts)}.")]
    if any(musts):
        out.append(Paragraph("A must-have is what a candidate has to show to be given the job."))
    for entry in told[:_GAPS]:
        out += [Gap(), *behaviors(entry, skills)]
    return (title, out)


def _this_week(assessment: Assessment, skills: Mapping[str, Skill]) -> Page | None:
    steps = [step for step in assessment.plan.steps if step.growth and not step.if_needed]
    ratings = [step for step in assessment.plan.steps if step.kind == "rate"]
    if not steps and not ratings:
        return None
    out: list[Block] = []
    if ratings:
        out += [Paragraph(f"{rating_sentence(ratings, skills)}.", label="First"), Gap()]
    if steps and steps[0].growth:
        step, growth = steps[0], steps[0].growth
        name = skills[step.skill or ""].name
        reach = f"{LEVEL_NAMES[step.level_from or 0]} to {LEVEL_NAMES[step.level_to or 0]}"
        out += [
            Heading(growth.title, hours_of(step.hours)),
            Gap(),
            Paragraph(what_to_do(step)),
            Gap(),
            Paragraph(growth.proof, label="What proves it"),
            Gap(),
            Paragraph(f"It takes {inside(name)} from {reach}."),
            Paragraph(f"Step 1 of {len(steps)}." if len(steps) > 1 else "It is the only step."),
        ]
    return ("What to begin this week", out)


def _dates(assessment: Assessment, way: Sequence[TierAhead]) -> Page | None:
    if not way:
        return None
    facts: list[Block] = [
        Fact(
            f"{stretch.tier.short}{', to confirm' if stretch.confirms else ''}",
            between(stretch.ready, assessment.as_of),
            binding_short(stretch.bound_by),
        )
        for stretch in way
    ]
    last = way[-1]
    return (
        "When could it be?",
        [
            *facts,
            Gap(),
            Paragraph(f"{waits_for(last, assessment.as_of)}.", label=f"{last.tier.short} waits for"),
            Gap(),
            Paragraph(NO_PROMISE),
        ],
    )


def _what_if(assessment: Assessment, tried: Sequence[Trial]) -> Page | None:
    if not tried:
        return None
    out: list[Block] = []
    for trial in tried[:_TRIALS]:
        out += [
            Heading(capital(trial.words)),
            Paragraph(_result(assessment, trial)),
            Gap(),
        ]
    return ("What if?", [*out, Paragraph("The same person, one fact changed. Nothing of it is saved.")])


def _result(assessment: Assessment, trial: Trial) -> str:
    """Return what a change does to the tier, the next one and the goal, as far as it does."""
    if not trial.matters:
        bound = assessment.plan.milestones[-1].bound_by.latest if assessment.plan.milestones else None
        return f"No date moves: it waits for {WAITS_FOR[bound]}." if bound else "No date moves."
    out = [f"{trial.reached.short} today."] if trial.reached else []
    tiers = (
        [assessment.next, assessment.goal] if assessment.goal is not assessment.next else [assessment.goal]
    )
    moves = [move for move in map(trial.move, tiers) if move]
    out += [_moved(assessment, move) for move in moves if move.days and not move.reached_after]
    if out:
        return " ".join(out)
    furthest = max(trial.change.moved_dates, key=lambda move: abs(move.days or 0))
    return f"{_moved(assessment, furthest)} The date of the goal stays."


def _moved(assessment: Assessment, move: ReadyMove) -> str:
    words = shift(move.days) if move.days else "stays"
    return f"{move.tier.short} {words}{f': {between(move.after, assessment.as_of)}' if move.after else ''}."


def _yourself(person: Persona) -> list[Block]:
    return [
        Paragraph("A few questions about what you do. An honest answer. A plan with dates."),
        Gap(),
        Paragraph("About ten minutes. Nothing leaves this computer."),
        Gap(),
        Command("Begin", "careercli advise"),
        Command("Everything about this person", f"careercli demo {person.id} --full"),
        Command("Somebody else", "careercli demo"),
    ]
