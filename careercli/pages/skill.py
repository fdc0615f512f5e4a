"""The pages of ``skill list`` and ``skill show``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercli.domain.browsing import Need, dependents, needs_of, tools_of
from careercli.domain.growth import GrowthStep
from careercli.domain.library import Library
from careercli.domain.model import LEVEL_NAMES, Catalog, Profile, Skill
from careercli.domain.placement import seat_now
from careercli.pages.blocks import Block, Command, Gap, Heading, Item, Paragraph, Title
from careercli.pages.citations import Citations
from careercli.text.explained import reading_command
from careercli.text.phrases import count, hours_of, listed
from careercli.text.tiers import must_have


def skill_list_view(catalog: Catalog, skills: Sequence[Skill], *, about: str = "") -> list[Block]:
    """Return skills by group, each with what it is; ``about`` says what they have in common."""
    blocks: list[Block] = [Paragraph(about), Gap()] if about else []
    for group in catalog.groups:
        members = [skill for skill in skills if skill.group == group.id]
        if not members:
            continue
        blocks.append(Heading(group.name, count(len(members), "skill")))
        blocks += [Item(skill.summary, f"{skill.name} ({skill.id}):") for skill in members]
        blocks.append(Gap())
    blocks += [Paragraph(f"{count(len(skills), 'skill')}.", quiet=True)]
    if skills:
        blocks.append(Command("One in full", f"careercli skill show {skills[0].id}"))
    return blocks


def skill_view(
    catalog: Catalog, library: Library, skill: Skill, *, profile: Profile | None = None
) -> list[Block]:
    """Return one skill in full: where one is, levels, who needs it, steps, and what is around it.

    With a profile the steps are those that somebody in its seat is told.
    """
    cite = Citations(catalog)
    group = catalog.group_titles[skill.group]
    told = skill if profile is None else skill.for_seat(seat_now(catalog.ladder, profile))
    blocks: list[Block] = [
        Title(skill.name, f"{skill.id}, {skill.kind}"),
        Paragraph(f"{skill.summary} {cite(*skill.sources)}".strip()),
        *_standing(catalog, skill, profile),
        Gap(),
        Heading("What each level looks like"),
        *_levels(library, skill),
        Gap(),
        Heading("Who needs it"),
        *(block for need in needs_of(catalog, skill.id) for block in _need(need, catalog)),
        *([] if needs_of(catalog, skill.id) else [Paragraph("No tier asks for it.")]),
        Gap(),
        Heading("How to reach each level"),
    ]
    for step in told.growth:
        blocks += [
            Item("", f"{_whither(step)}: {step.title} ({step.kind}, {hours_of(step.hours)})"),
            Item(f"{step.action} {cite(step.source)}", "Do:", depth=1),
            Item(step.proof, "Proof:", depth=1),
        ]
    blocks.append(Gap())
    blocks += _around(catalog, library, skill, group)
    return [*blocks, Gap(), *cite.blocks()]


def _whither(step: GrowthStep) -> str:
    """Return which level a step brings one to, or toward where it is the part that one's job allows."""
    return f"Toward level {step.to}, from where you are" if step.part else f"To level {step.to}"


def _levels(library: Library, skill: Skill) -> Iterator[Block]:
    """Yield what is done on each level, and below it where that can be seen."""
    shows_in = library.shows_in.get(skill.id, {})
    for level, text in enumerate(skill.levels, start=1):
        yield Item(text, f"{level} {LEVEL_NAMES[level]}:")
        if level in shows_in:
            yield Item(shows_in[level], "Shows in:", depth=1)


def _standing(catalog: Catalog, skill: Skill, profile: Profile | None) -> Iterator[Block]:
    if profile is None:
        return
    yield Gap()
    level = profile.skills.get(skill.id)
    if skill.id in profile.not_applicable:
        yield Paragraph(f"Marked as not applicable: {profile.not_applicable[skill.id]}", label="You")
    elif level is None:
        yield Paragraph("You have not rated this skill yet.", label="You")
    else:
        yield Paragraph(f"Level {level}, {LEVEL_NAMES[level]}.", label="You")
    if skill.id in profile.evidence:
        yield Paragraph(profile.evidence[skill.id], label="Your evidence")
    above = [
        need
        for need in needs_of(catalog, skill.id)
        if need.ladder is catalog.ladder and need.ask.level > (level or 0)
    ]
    if above and skill.id not in profile.not_applicable:
        need = above[0]
        must = ", as a must-have" if any(tier is need.tier for tier, _ in need.gates) else ""
        yield Paragraph(f"{need.tier.short} asks level {need.ask.level}{must}.", label="Next asked")


def _need(need: Need, catalog: Catalog) -> Iterator[Block]:
    """Yield from which tier until which a level is asked, and the must-haves of these that it is part of."""
    ladder = f" ({need.ladder.title})" if len(catalog.ladders) > 1 else ""
    level = need.ask.level
    if need.until is need.ladder.top:
        tiers = need.tier.short if need.tier is need.until else f"{need.tier.short} and above"
    elif need.until is need.tier:
        tiers = f"{need.tier.short} alone"
    else:
        tiers = f"{need.tier.short} to {need.until.short}"
    yield Item(f"Level {level}, {LEVEL_NAMES[level]}.", f"{tiers}{ladder}:")
    for tier, gate in need.gates:
        yield Item(f"{must_have(gate, catalog.skill_titles)}.", f"Must-have of {tier.short}:", depth=1)


def _around(catalog: Catalog, library: Library, skill: Skill, group: str) -> Iterator[Block]:
    """Yield what a skill rests on, what rests on it, its tools, certificates and other names."""
    if skill.prerequisites:
        yield Heading("Rests on")
        yield from _tree(catalog, skill, 0)
        yield Gap()
    names = catalog.skill_titles
    facts = {
        "Opens the way to": listed([names[name] for name in dependents(catalog, skill.id)]),
        "Group": group,
        "Tools": ", ".join(tools_of(library, skill)),
        "Certificates": "; ".join(c.name for c in library.certificates if skill.id in c.skills),
        "Also called": "; ".join(skill.aliases),
    }
    yield from (Paragraph(value, label=label) for label, value in facts.items() if value)
    yield from (Command("Read", reading_command(place)) for place in skill.explained)


def _tree(catalog: Catalog, skill: Skill, depth: int) -> Iterator[Block]:
    """Yield the prerequisites of a skill, and below each its own; packs are checked to have no cycle."""
    for name in skill.prerequisites:
        below = catalog.skills_by_id[name]
        yield Item(below.name, depth=depth)
        yield from _tree(catalog, below, depth + 1)
