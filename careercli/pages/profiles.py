"""The pages of ``profile list`` and ``profile show``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from careercli.domain.model import LEVEL_NAMES, Catalog, Profile
from careercli.domain.notes import Note
from careercli.domain.saved import Remembered, Saved
from careercli.pages.blocks import Block, Command, Fact, Gap, Grid, Heading, Item, Paragraph, Title, part
from careercli.pages.notes import note_blocks
from careercli.text.moves import FACTS, fact_words
from careercli.text.phrases import capital, count, day

_PROBLEMS = 3
"""How many problems of a broken profile the list shows."""

_OFTEN = {"leading_elsewhere_years": 0.0, "part_time_share": 1.0, "employed": None, "team": None}
"""What is so of most people, and goes without saying."""


def profile_list_view(
    profiles: Sequence[Saved], drafts: Sequence[str], *, command: Callable[..., str]
) -> list[Block]:
    """Return the saved profiles, and which interviews were broken off about none that is saved.

    ``command`` makes a line to type of the words behind ``careercli``.
    """
    blocks: list[Block] = [Title("Saved profiles", count(len(profiles), "profile"))]
    if profiles:
        rows = tuple(_row(saved) for saved in profiles)
        blocks.append(Grid(("Name", "Person", "Tier", "Changed", ""), rows))
    else:
        blocks += [
            Paragraph("None is saved yet."),
            Gap(),
            Command("Be guided", command("profile", "new", "NAME")),
            Command("Or begin with a résumé", command("profile", "import", "FILE", "--as", "NAME")),
        ]
    again = (Command("Go on", command("advise", "--profile", name)) for name in drafts)
    blocks += part("Broken off, and not saved yet", again)
    broken = [saved for saved in profiles if saved.fault]
    blocks += part("Broken", (block for saved in broken for block in _broken(saved)))
    mendable = [saved for saved in broken if saved.changed is not None]
    if mendable:  # what is no file at all has no day either, and no editor opens it
        blocks.append(Command("Mend one", command("profile", "edit", mendable[0].name)))
    return blocks


def _broken(saved: Saved) -> list[Block]:
    """Return what is wrong with a profile; the first problems of it, as ``profile show`` says all."""
    if not saved.problems:
        return [Item(saved.fault, saved.name)]
    blocks: list[Block] = [Item(count(len(saved.problems), "problem"), saved.name)]
    for problem in saved.problems[:_PROBLEMS]:
        place = f"line {problem.line}:" if problem.line else ""
        words = f"{problem.key} {problem.message}".strip()
        blocks.append(Item(f"{place} {words}.".strip(), depth=1))
    return blocks


def _row(saved: Saved) -> tuple[str, ...]:
    kinds = {"default": saved.default, "broken": saved.fault, "broken off": saved.draft}
    notes = [note for note, holds in kinds.items() if holds]
    tier = "" if saved.profile is None else saved.tier.short if saved.tier else "none yet"
    who = (saved.profile.name or saved.profile.title or "") if saved.profile else ""
    changed = day(saved.changed) if saved.changed else ""
    return (saved.name, who, tier, changed, ", ".join(notes))


def profile_view(
    saved: Saved,
    profile: Profile,
    remembered: Remembered,
    catalog: Catalog,
    notes: Sequence[Note] | None = None,
    *,
    command: Callable[..., str],
) -> list[Block]:
    """Return what a saved profile holds, and where it is kept; the coach's notes where they are given.

    ``command`` makes a line to type of the words behind ``careercli``.
    """
    blocks: list[Block] = [
        Title(saved.name, "default profile" if saved.default else ""),
        *_facts(profile, catalog),
        Gap(),
        *_skills(profile, catalog),
    ]
    if profile.not_applicable:
        blocks.append(Heading("Does not apply"))
        names = catalog.skill_titles
        blocks += [Item(reason, names[skill]) for skill, reason in profile.not_applicable.items()]
        blocks.append(Gap())
    if notes is not None:
        blocks += [Heading("Notes", count(len(notes), "note")), *note_blocks(notes), Gap()]
    blocks += _kept(saved, remembered, command)
    return blocks


def _facts(profile: Profile, catalog: Catalog) -> Iterator[Block]:
    """Yield the facts of a profile; of some that most people leave out, only what is said."""
    tiers = {tier.id: tier.title for tier in catalog.ladder.tiers}
    for fact, name in FACTS.items():
        value = getattr(profile, fact)
        if fact not in _OFTEN or value != _OFTEN[fact]:
            yield Fact(capital(name), fact_words(fact, value, tiers))


def _skills(profile: Profile, catalog: Catalog) -> list[Block]:
    """Return the rated skills by group; evidence without a level is shown too, as not rated."""
    blocks: list[Block] = []
    for group in catalog.groups:
        members = [skill for skill in catalog.skills if skill.group == group.id]
        shown = [skill for skill in members if skill.id in profile.skills or skill.id in profile.evidence]
        if not shown:
            continue
        rated = sum(1 for skill in members if skill.id in profile.skills)
        blocks.append(Heading(group.name, f"{rated} of {len(members)} rated"))
        for skill in shown:
            level = profile.skills.get(skill.id)
            words = "not rated" if level is None else f"{level} {LEVEL_NAMES[level]}"
            lines = profile.evidence.get(skill.id, "").splitlines()
            blocks.append(Item(lines[0] if lines else "", f"{skill.name}: {words}"))
            blocks += [Item(line, depth=1) for line in lines[1:] if line.strip()]
        blocks.append(Gap())
    return blocks or [Paragraph("No skill is rated yet."), Gap()]


def _kept(saved: Saved, remembered: Remembered, command: Callable[..., str]) -> list[Block]:
    history = count(remembered.records, "record")
    if remembered.steps:
        history += f", {count(remembered.steps, 'step')} done"
    if remembered.last:
        history += f", last assessed {day(remembered.last)}"
    blocks: list[Block] = [
        Heading("Kept"),
        Item(saved.file, "File:"),
        Item(day(saved.changed) if saved.changed else "not known", "Last changed:"),
        Item(history, "History:"),
    ]
    if saved.draft:
        blocks.append(Command("Broken off, go on", command("advise", "--profile", saved.name)))
    return blocks
