"""The pages of ``demo --tour``: one person, one thought to a page, few words; to be read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType

from careercli.domain.assessment import Assessment
from careercli.domain.change import ReadyMove
from careercli.domain.gaps import Gap as MissingSkill
from careercli.domain.model import LEVEL_NAMES, Persona, Skill, Tier
from careercli.domain.phrases import HOLD_WORDS, between, count, hours_a_week, hours_range, number
from careercli.domain.trials import Trial
from careercli.domain.way import Stretch
from careercli.views import parts
from careercli.views.look import Look
from careercli.views.path import years_words
from careercli.views.reading import (
    Block,
    Command,
    Fact,
    Gap,
    Grid,
    Heading,
    Item,
    Paragraph,
    Title,
    page,
)
from careercli.views.slide import READINESS, waits_for
from careercli.views.what_if import shift

_GAPS = 2
"""So many missing skills can be taken in at once, with what they look like now and then."""

_TRIALS = 3

Page = tuple[str, Sequence[Block]]
"""A page: what it asks or says, and what is below."""


def tour(
    person: Persona,
    assessment: Assessment,
    way: Sequence[Stretch],
    tried: Sequence[Trial],
    skills: Mapping[str, Skill],
    look: Look,
) -> tuple[Page, ...]:
    """Return the pages of a tour; those that have nothing to say of this person are left out."""
    who = person.profile.name or person.profile.title or person.id
    pages: list[Page | None] = [
        (f"This is {who}", _story(person, assessment)),
        (f"Where does {who} stand?", _standing(assessment)),
        ("The ladder, and how much of each tier is there", _ladder(assessment, look)),
        _missing(assessment, skills),
        _this_week(assessment, skills),
        _dates(assessment, way),
        _what_if(assessment, tried),
        ("And you?", _yourself(person)),
    ]
    return tuple(found for found in pages if found)


def page_view(pages: Sequence[Page], index: int, look: Look) -> RenderableType | list[str]:
    """Return one page, counted from 0."""
    title, blocks = pages[index]
    return page([Title(title, f"{index + 1} of {len(pages)}"), Gap(), *blocks], look)


def _story(person: Persona, assessment: Assessment) -> list[Block]:
    profile = person.profile
    leading = f"{_years(profile.leading_years)}{', and leads now' if profile.leads_people else ''}"
    return [
        Paragraph(person.story),
        Gap(),
        *([Fact("Title", profile.title)] if profile.title else []),
        Fact("In support", _years(profile.support_years)),
        Fact("Leading", leading),
        *([Fact("Goal", assessment.goal.title)] if assessment.goal else []),
        Fact("Time to learn", hours_a_week(profile.hours_per_week)),
    ]


def _years(years: float) -> str:
    return f"{number(years)} {'year' if years == 1 else 'years'}" if years else "not yet"


def _standing(assessment: Assessment) -> list[Block]:
    placement, top = assessment.placement, len(assessment.ladder.tiers)
    current, following = placement.current, assessment.next
    stands = f"{current.title}, rank {current.rank} of {top}" if current else "Not on the first tier yet"
    rows = [("Reach", _short(placement.by_years), _short(placement.by_skills))]
    if following:
        profile, standing = assessment.profile, assessment.standing(following)
        gates = sum(demand.must for demand in following.demands)
        passed = gates - len(standing.missing_musts)
        rows += [
            (
                f"{following.short} asks",
                _clocks(following.carried_support_years, following.carried_leading_years),
                f"{count(gates, 'gate')}, fit {parts.percent_asked(assessment.ladder.pass_fit)}",
            ),
            (
                "So far",
                _clocks(profile.support_years, profile.leading_years),
                f"{count(passed, 'gate')}, fit {parts.percent(standing.fit)}",
            ),
        ]
    out: list[Block] = [
        Heading(stands),
        Gap(),
        Grid(("", "Years", "Skills"), tuple(rows), wraps=True),
        Gap(),
        Paragraph("Years and skills climb the ladder separately, and the lower one counts."),
        Paragraph("Time alone makes nobody a manager, and neither do skills alone."),
    ]
    stated = placement.stated
    if stated and stated is not current:
        out += [
            Gap(),
            Paragraph(f"The title says {stated.short}. Years and skills decide, not the title."),
        ]
    return out


def _clocks(support: float, leading: float) -> str:
    return f"{number(support)} in support, {number(leading)} leading"


def _ladder(assessment: Assessment, look: Look) -> list[Block]:
    rows = []
    for standing in assessment.tiers if look.accessible else reversed(assessment.tiers):
        tier = standing.tier
        note = "here" if tier is assessment.placement.current else "goal" if tier is assessment.goal else ""
        fit = parts.percent(standing.fit)
        bar = fit if look.accessible else f"{parts.fit_bar(standing.fit, look)} {fit:>4}"
        rows.append(
            (
                f"{tier.rank} {tier.short}",
                bar,
                years_words(tier, short=True),
                note,
            )
        )
    return [
        Grid(("Tier", "Fit", "Years", ""), tuple(rows), wraps=True),
        Gap(),
        Paragraph("Fit is how much of what a tier asks is there."),
    ]


def _missing(assessment: Assessment, skills: Mapping[str, Skill]) -> Page | None:
    tier, gaps = assessment.next, assessment.gaps
    if tier is None or not gaps:
        tier, gaps = assessment.goal, assessment.goal_gaps
    if tier is None or not gaps:
        return None
    gates = sum(gap.must for gap in gaps)
    among = f", {count(gates, 'gate')} among them" if gates else ""
    out: list[Block] = [Paragraph(f"{count(len(gaps), 'skill')}{among}.")]
    if gates:
        out.append(Paragraph("A gate is what no other skill makes up for."))
    for gap in gaps[:_GAPS]:
        out += [Gap(), *_behaviors(gap, skills[gap.skill])]
    return (f"What is missing for {tier.short}?", out)


def _behaviors(gap: MissingSkill, skill: Skill) -> Iterator[Block]:
    yield Heading(skill.name, "gate" if gap.must else "")
    now = skill.levels[gap.have - 1] if gap.have else "not rated" if gap.have is None else "nothing yet"
    yield Item(now, "Now:")
    yield Item(skill.levels[gap.need - 1], "Needed:")


def _this_week(assessment: Assessment, skills: Mapping[str, Skill]) -> Page | None:
    steps = assessment.plan.steps
    if not steps:
        return None
    step = steps[0]
    reach = f"{LEVEL_NAMES[step.level_from]} to {LEVEL_NAMES[step.level_to]}"
    return (
        "What to begin this week",
        [
            Heading(step.growth.title, hours_range(step.hours.min, step.hours.max)),
            Gap(),
            Paragraph(step.growth.action),
            Gap(),
            Paragraph(step.growth.proof, label="What proves it"),
            Gap(),
            Paragraph(f"It takes {skills[step.skill].name} from {reach}."),
            Paragraph(f"Step 1 of {len(steps)}." if len(steps) > 1 else "It is the only step."),
        ],
    )


def _dates(assessment: Assessment, way: Sequence[Stretch]) -> Page | None:
    if not way:
        return None
    facts: list[Block] = [
        Fact(stretch.tier.short, between(stretch.ready, assessment.as_of), _decided(stretch))
        for stretch in way
    ]
    last = way[-1]
    return (
        "When could it be?",
        [
            *facts,
            Gap(),
            Paragraph(f"{waits_for(last)}.", label=f"{last.tier.short} waits for"),
            Gap(),
            Paragraph(READINESS),
        ],
    )


def _decided(stretch: Stretch) -> str:
    return f"{HOLD_WORDS[stretch.bound_by]} decide" if stretch.bound_by else ""


def _what_if(assessment: Assessment, tried: Sequence[Trial]) -> Page | None:
    if not tried:
        return None
    out: list[Block] = []
    for trial in tried[:_TRIALS]:
        out += [
            Heading(f"{trial.words[0].upper()}{trial.words[1:]}"),
            Paragraph(_result(assessment, trial)),
            Gap(),
        ]
    return ("What if?", [*out, Paragraph("The same person, one fact changed. Nothing of it is saved.")])


def _result(assessment: Assessment, trial: Trial) -> str:
    """Return what a change does to the tier, the next one and the goal, as far as it does."""
    if not trial.matters:
        bound = assessment.plan.milestones[-1].bound_by if assessment.plan.milestones else None
        return f"No date moves: {HOLD_WORDS[bound]} decide." if bound else "No date moves."
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


def _short(tier: Tier | None) -> str:
    return tier.short if tier else "no tier yet"
