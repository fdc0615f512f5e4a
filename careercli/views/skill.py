"""The screens of ``skill list`` and ``skill show``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from careercli.domain.model import LEVEL_NAMES, Catalog, Ladder, Skill
from careercli.domain.phrases import count, hours_range, listed
from careercli.views import parts
from careercli.views.look import ACCENT, QUIET, STRONG, Look

ID_CELLS = 31


def skill_list_view(catalog: Catalog, skills: Sequence[Skill], look: Look) -> RenderableType | list[str]:
    """Return skills by group, each with what it is."""
    groups = [(group, [skill for skill in skills if skill.group == group.id]) for group in catalog.groups]
    groups = [(group, members) for group, members in groups if members]
    if look.accessible:
        lines = [count(len(skills), "skill")]
        for group, members in groups:
            lines += ["", f"Group: {group.name}"]
            lines += [f"{skill.name} ({skill.id}): {skill.summary}" for skill in members]
        return lines
    out: list[RenderableType] = []
    for group, members in groups:
        out.append(parts.text((group.name, STRONG)))
        for skill in members:
            out += _entry(skill, look)
        out.append(Text())
    out.append(
        parts.text(
            (f"{count(len(skills), 'skill')}. One in full: ", QUIET), ("careercli skill show ID", ACCENT)
        )
    )
    return parts.stack(out)


def _entry(skill: Skill, look: Look) -> list[RenderableType]:
    if look.narrow:
        return [
            parts.text("  ", (skill.id, ACCENT)),
            parts.indented(parts.text((skill.summary, QUIET)), 4),
        ]
    name = parts.hanging((f"  {parts.fitted(skill.id, ID_CELLS, look)}", ACCENT), parts.text(skill.name))
    return [name, parts.indented(parts.text((skill.summary, QUIET)), 4)]


def skill_view(catalog: Catalog, skill: Skill, look: Look) -> RenderableType | list[str]:
    """Return one skill in full: levels, who needs it, growth steps, tools, prerequisites."""
    needs = needed_by(catalog.ladder, skill.id)
    facts = _facts(catalog, skill)
    if look.accessible:
        lines = [f"{skill.name} ({skill.id})", skill.summary, ""]
        lines += [f"Level {n}, {LEVEL_NAMES[n]}: {behavior}" for n, behavior in enumerate(skill.levels, 1)]
        lines += ["", *(f"Needed by {words}" for words in needs), ""]
        for step in skill.growth:
            hours = hours_range(step.hours.min, step.hours.max)
            lines += [
                f"To level {step.to}: {step.title}, {hours}",
                f"Do: {step.action}",
                f"Proof: {step.proof}",
            ]
        return [*lines, "", *(f"{label}: {value}" for label, value in facts.items())]
    out: list[RenderableType] = [
        parts.heading(skill.name, skill.id, look=look),
        parts.text(skill.summary),
        Text(),
        parts.text(("What each level looks like", STRONG)),
    ]
    for number, behavior in enumerate(skill.levels, 1):
        bar = parts.level_bar(number, number, look)
        out.append(parts.hanging((f"  {bar} ", ACCENT), parts.text(f"{number} {LEVEL_NAMES[number]}")))
        out.append(parts.indented(parts.text(behavior), 4))
    out += [Text(), parts.text(("Who needs it", STRONG))]
    out += [parts.indented(parts.text(words), 2) for words in needs]
    out += [Text(), parts.text(("How to reach each level", STRONG))]
    for step in skill.growth:
        hours = hours_range(step.hours.min, step.hours.max)
        title = parts.text((step.title, STRONG), (f"  {step.kind}, {hours}", QUIET))
        out.append(parts.hanging((f"  {step.to} ", ACCENT), title))
        out.append(parts.indented(parts.text(step.action), 4))
        out.append(parts.indented(parts.text(("Proof: ", QUIET), step.proof), 4))
        out.append(parts.indented(parts.text(("Source: ", QUIET), source_words(catalog, step.source)), 4))
    out.append(Text())
    out += [parts.text((f"{label}: ", QUIET), value) for label, value in facts.items()]
    return parts.stack(out)


def needed_by(ladder: Ladder, skill: str) -> list[str]:
    """Return which tiers need a skill at which level, in words, a line for each level that is asked."""
    lines: list[str] = []
    before: tuple[int, bool] | None = None
    for tier in ladder.tiers:
        demand = next((d for d in tier.demands if d.skill == skill), None)
        now = (demand.level, demand.must) if demand else None
        if demand and now != before:
            gate = ", as a gate" if demand.must else ""
            lines.append(f"{tier.short} and above: level {demand.level}, {LEVEL_NAMES[demand.level]}{gate}")
        before = now
    return lines or ["no tier of this ladder"]


def source_words(catalog: Catalog, reference: str) -> str:
    """Return a reference as people read it: the title of the source and of the section."""
    name, _, section = reference.partition("#")
    source = next((source for source in catalog.sources if source.id == name), None)
    if source is None:
        return reference
    return f"{source.title}, {source.sections[section]}" if section else source.title


def _facts(catalog: Catalog, skill: Skill) -> Mapping[str, str]:
    names = catalog.skill_titles
    facts = {
        "Rests on": listed([names[name] for name in skill.prerequisites]),
        "Tools": ", ".join(skill.tools),
        "Also called": "; ".join(skill.aliases),
        "Named in": "; ".join(source_words(catalog, reference) for reference in skill.sources),
    }
    return {label: value for label, value in facts.items() if value}
