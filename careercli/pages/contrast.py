"""The pages of ``compare`` for people: two of them beside one another, and one beside a tier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from careercli.domain.assessment import Assessment
from careercli.domain.model import LEVEL_NAMES, Catalog, Skill, Tier
from careercli.domain.opinion import Contrast as Second
from careercli.domain.opinion import by_other
from careercli.domain.placement import rank_of
from careercli.pages.blocks import Block, Command, Fact, Gap, Grid, Heading, Item, Paragraph, Title, part
from careercli.text.contrast import (
    Check,
    Contrast,
    Readiness,
    SkillAnswer,
    YearsToward,
)
from careercli.text.missing import Missing, choice_words, missing
from careercli.text.opinion import beside
from careercli.text.phrases import (
    between,
    capital,
    count,
    day,
    inside,
    listed,
    number,
    percent_asked,
    points,
    tenths_down,
    tenths_up,
)
from careercli.text.plan import ready_sentence
from careercli.text.tiers import covered, must_have_name


def contrast_view(catalog: Catalog, found: Contrast, labels: tuple[str, str]) -> list[Block]:
    """Return two people beside one another; ``labels`` is what each is called."""
    head = ("", *labels)
    rows = [
        (catalog.skill_titles[item.skill], rated(item.a), rated(item.b), _signed(item.rise))
        for item in found.skills
    ]
    return [
        Title(listed(labels), day(found.a.as_of)),
        Paragraph(verdict(found, labels)),
        Gap(),
        Grid(head, tuple(_standing_rows(found))),
        Gap(),
        Heading("How much of each job they cover"),
        Grid((*head, "Difference"), tuple(_fit_row(fit.tier, found) for fit in found.fits)),
        Gap(),
        *_gate_blocks(catalog, found, labels),
        Gap(),
        *([] if rows else [Paragraph("Every skill is rated the same.")]),
        *([Heading("Skills that differ", count(len(rows), "skill"))] if rows else []),
        *([Grid(("Skill", *labels, "Levels"), tuple(rows))] if rows else []),
    ]


def verdict(found: Contrast, labels: tuple[str, str]) -> str:
    """Return who is further up, in one sentence."""
    a, b = found.a.placement.current, found.b.placement.current
    apart = rank_of(b) - rank_of(a)
    if not apart:
        return f"Both are at {a.title}." if a else "Both are on the way to the first tier."
    higher, lower = (labels[1], labels[0]) if apart > 0 else (labels[0], labels[1])
    return f"{higher} is {count(abs(apart), 'tier')} above {lower}."


def _standing_rows(found: Contrast) -> Iterator[tuple[str, ...]]:
    both = (found.a, found.b)
    one, two = found.a.placement, found.b.placement
    yield ("Tier", *map(_placed, both))
    for label, a, b in (
        ("Shown for sure", one.confirmed, two.confirmed),
        ("Answers say", one.by_skills, two.by_skills),
        ("Years say", one.by_years, two.by_years),
    ):
        yield (label, _name(a), _name(b))
    if one.by_seat or two.by_seat:
        yield ("Job says", _name(one.by_seat, "nothing"), _name(two.by_seat, "nothing"))
    yield ("Years in support", *(number(each.profile.support_years) for each in both))
    yield ("Years of leading", *(number(each.profile.leading_years) for each in both))
    yield ("Goal", *(_name(each.goal, "none above") for each in both))
    for dates in found.dates:
        yield (f"Ready {dates.tier.short}", _ready(dates.a, found), _ready(dates.b, found))


def _placed(assessment: Assessment) -> str:
    if assessment.placement.state == "too-little-rated":
        return "too little rated"
    return _name(assessment.placement.current)


def _ready(ready: Readiness, found: Contrast) -> str:
    return "there" if ready.ready is None else between(ready.ready, found.a.as_of)


def _fit_row(tier: Tier, found: Contrast) -> tuple[str, str, str, str]:
    a, b = found.a.standing(tier), found.b.standing(tier)
    apart = _signed(points(b.fit) - points(a.fit)) if a.counts and b.counts else "?"
    return (tier.short, covered(a), covered(b), apart)


def _gate_blocks(catalog: Catalog, found: Contrast, labels: tuple[str, str]) -> Iterator[Block]:
    gates = found.gates
    yield Heading(f"Must-haves of {gates.tier.short}", str(len(gates.tier.gates)))
    yield Item(str(len(gates.both)), "Both show:")
    for who, entries in (
        (f"{labels[0]} alone shows:", gates.only_a),
        (f"{labels[1]} alone shows:", gates.only_b),
        ("Left for both:", gates.neither),
    ):
        names = [must_have_name(gate, catalog.skill_titles) for gate in entries]
        yield Item(listed(names) or "none", who)


def check_view(
    catalog: Catalog, found: Check, label: str, *, hint: str = "", others: Sequence[Second] = ()
) -> list[Block]:
    """Return a person beside a tier: years, must-haves, what is missing, and when it is ready."""
    tier, assessment = found.tier, found.assessment
    told = missing(found.standing, found.gaps)
    musts = [entry for entry in told if entry.gate]
    more = [gap for entry in told if not entry.gate for gap in entry.gaps]
    met = [entry.gate for entry in found.must_haves if entry.met]
    names, left_out = catalog.skill_titles, assessment.profile.not_applicable
    needed = percent_asked(assessment.ladder.pass_fit)
    blocks: list[Block] = [
        Title(f"{label} and {tier.title}", day(assessment.as_of)),
        Paragraph(_check_verdict(found, label)),
        Gap(),
        Fact("Must-haves", f"{len(met)} of {len(found.must_haves)} shown"),
        Fact("Job covered", f"{covered(found.standing)}, {needed} needed"),
        Fact("Years in support", _clock(found.support_years)),
        Fact("Years of leading", _clock(found.leading_years)),
        Fact("Ready", _when(found)),
    ]
    if met:
        shown = listed([must_have_name(gate, names, left_out) for gate in met])
        blocks += part("Must-haves shown", [Paragraph(f"{capital(shown)}.")], str(len(met)))
    told_musts = (block for entry in musts for block in behaviors(entry, catalog.skills_by_id))
    blocks += part("Must-haves missing", told_musts, str(len(musts)))
    if more:
        rows = [(names[g.skill], rated(SkillAnswer(g.have)), LEVEL_NAMES[g.need]) for g in more]
        table = Grid(("Skill", "Now", "Needed"), tuple(rows))
        blocks += part("Also missing", [table], count(len(more), "skill"))
    if not found.gaps:
        blocks += [Gap(), Paragraph(f"No skill is missing for {tier.short}.")]
    for second in others:
        theirs = beside(second, by_other(assessment, second.opinion), catalog.skills_by_id)
        blocks += [Gap(), Paragraph(theirs, f"By {second.opinion.giver}'s answers")]
    if hint:
        blocks += [Gap(), Command("Next", hint)]
    return blocks


def _check_verdict(found: Check, label: str) -> str:
    current = found.assessment.placement.current
    if found.assessment.placement.state == "too-little-rated":
        return f"Too little of {label} is rated to say a tier."
    here = f"{label} is at {current.title}" if current else f"{label} is on the way to the first tier"
    apart = found.tier.rank - rank_of(current)
    if apart == 0:
        return f"{here}."
    return f"{here}, {count(abs(apart), 'tier')} {'below' if apart > 0 else 'above'} {found.tier.short}."


def _clock(years: YearsToward) -> str:
    usual = f"; usual {years.usual}" if years.usual else ""
    if not years.floor:
        return f"{tenths_down(years.have)}, employers ask none{usual}"
    missing_years = f", {tenths_up(years.missing)} missing" if years.missing else ""
    return f"{tenths_down(years.have)}, employers ask {number(years.floor)}{missing_years}{usual}"


def _when(found: Check) -> str:
    milestone = found.readiness.milestone
    if milestone is None:
        return "there"
    return ready_sentence(found.assessment.plan, milestone).removeprefix("ready ")


def behaviors(entry: Missing, skills: Mapping[str, Skill]) -> Iterator[Block]:
    """Yield something that is missing, with what somebody does now and what is needed."""
    if entry.choice:
        names = [inside(skills[skill].name) for skill in entry.choice.skills]
        yield Item(f"{listed(names)}.", f"{capital(choice_words(entry.choice))}:")
        ways = [f"{inside(skills[gap.skill].name)} to {LEVEL_NAMES[gap.need]}" for gap in entry.gaps]
        yield Item(f"{listed(ways)}.", "Quickest:", depth=1)
        return
    for gap in entry.gaps:
        skill = skills[gap.skill]
        now = skill.levels[gap.have - 1] if gap.have else ""
        yield Item("", skill.name)
        yield Item(now, f"Now, {rated(SkillAnswer(gap.have))}{':' if now else '.'}", depth=1)
        yield Item(skill.levels[gap.need - 1], f"Needed, {LEVEL_NAMES[gap.need]}:", depth=1)


def rated(rating: SkillAnswer) -> str:
    """Return what a profile says of a skill, in words."""
    if not rating.applies:
        return "does not apply"
    return "not rated" if rating.level is None else LEVEL_NAMES[rating.level]


def _signed(amount: int) -> str:
    return f"{amount:+d}" if amount else "0"


def _name(tier: Tier | None, none: str = "no tier yet") -> str:
    return tier.short if tier else none
